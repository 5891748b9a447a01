"""Texts to parses: one Stanza pipeline, filled by the embedded model or by any Stanza package."""

from quotes.parsing.pipeline import EMBEDDED, MODELS, Parser

__all__ = ["EMBEDDED", "MODELS", "Parser"]
