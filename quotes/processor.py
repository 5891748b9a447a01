"""The detector as a Stanza processor, ``quotes``, for pipelines of one's own.

    >>> import stanza, quotes.processor
    >>> nlp = stanza.Pipeline("en", processors="tokenize,mwt,pos,lemma,depparse,ner,quotes", download_method=None)
    >>> nlp("“It works,” said Ada Lovelace.").quotes[0].speaker.name
    'Ada Lovelace'

Importing this module registers it. ``document.quotes`` is a list of ``quotes.Quote`` in the order of the text.
"""

from __future__ import annotations

from stanza import Document
from stanza.pipeline.processor import Processor, register_processor

from quotes.chaining import chained
from quotes.detecting import detect
from quotes.finder import document_of, quote_of
from quotes.parsing.view import parse_of
from quotes.resolving import resolve


@register_processor("quotes")
class QuotesProcessor(Processor):
    """Finds quotes in documents that have dependency trees: Stanza's own, or those of the embedded model."""

    PROVIDES_DEFAULT = {"quotes"}
    REQUIRES_DEFAULT = {"tokenize"}

    def _set_up_requires(self) -> None:
        has_joint = "joint" in self.pipeline.processors
        self._requires = {"tokenize", "joint"} if has_joint else {"tokenize", "pos", "lemma", "depparse"}

    def mark_inactive(self) -> None:
        """Nothing to let go of. Stanza calls this before it says which processors are missing."""

    def process(self, doc: Document) -> Document:
        parse = parse_of(doc)
        attributions = detect(parse)
        source = document_of(doc.text)
        doc.quotes = chained([quote_of(source, *pair) for pair in zip(attributions, resolve(parse, attributions))])
        return doc
