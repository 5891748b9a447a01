"""The detector as a Stanza processor, ``quotes``, for pipelines of one's own.

    >>> import stanza, quotes.processor
    >>> nlp = stanza.Pipeline("en", processors="tokenize,mwt,pos,lemma,depparse,ner,quotes", download_method=None)
    >>> nlp("“It works,” said Ada Lovelace.").quotes[0].speaker.name
    'Ada Lovelace'

Importing this module registers it. ``document.quotes`` is a list of ``quotes.Quote`` in the order of the text, with
offsets into the document's own text.

They are those that ``quotes.Finder`` finds with the same models. Where that looks at something else than the document
(a text with soft hyphens, zero-width blanks or decomposed accents; sentences that end elsewhere in news), the
pipeline's processors are run once more on that; the document itself stays as they made it. Only of a document that
came with tokens of its own (``tokenize_pretokenized``) the trees are taken as they are.
"""

from __future__ import annotations

from stanza import Document
from stanza.pipeline.processor import Processor, register_processor

import quotes.parsing.embedded.processor  # noqa: F401  Stanza runs processors in the order of registering: joint first
from quotes.chaining import chained
from quotes.data import Parse, Span
from quotes.detecting import detect
from quotes.finder import document_of, quote_of
from quotes.parsing.copying import Copy, copy_of
from quotes.parsing.pipeline import tokenize
from quotes.parsing.regions import regions
from quotes.parsing.sentences import boundaries
from quotes.parsing.taming import tame
from quotes.parsing.view import parse_of
from quotes.resolving import resolve

ANNOTATING = ("pos", "lemma", "depparse", "ner", "joint")
"""Processors that give what a parse is made of, tokens and words aside."""


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
        copy = Copy(doc.text) if self._is_pretokenized() else copy_of(doc.text)
        parse = self._parse(doc, copy.text)
        attributions = detect(parse)
        speakers = resolve(parse, attributions)
        source, marked = document_of(doc.text), regions(doc.text)
        doc.quotes = chained([quote_of(source, copy.attribution(found), copy.speaker(speaker), marked=marked)
                              for found, speaker in zip(attributions, speakers)])
        return doc

    def _parse(self, doc: Document, text: str) -> Parse:
        """The document's parse, if it is one of this text as the finder would make it; else that of the text."""
        same = tame(text) == doc.text and ("joint" in self.pipeline.processors or _is_mended(doc))
        if same or self._is_pretokenized():
            return parse_of(doc)
        if not text.strip():
            return Parse(text, (), ())
        [tokenized] = tokenize(self.pipeline, [text])
        return parse_of(self.pipeline(tokenized, processors=[name for name in ANNOTATING
                                                             if name in self.pipeline.processors]))

    def _is_pretokenized(self) -> bool:
        return bool(self.pipeline.processors["tokenize"].config.get("pretokenized"))


def _is_mended(doc: Document) -> bool:
    """Whether the sentences end where they do in news: ``joint`` sees to that, other processors don't."""
    sentences = [[Span(token.start_char, token.end_char) for token in sentence.tokens] for sentence in doc.sentences]
    return boundaries(doc.text, sentences) == sentences
