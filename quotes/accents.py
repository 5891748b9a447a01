"""Letters without their accents, for comparing."""

from __future__ import annotations

import unicodedata


def without_accents(text: str) -> str:
    """Text in compatibility form (NFKD) without combining marks: *Wilmès* is *Wilmes*. Its length may change."""
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
