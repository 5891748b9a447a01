"""Passages that a claim can be compared with: the words of a quote, and those of a whole document."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from quotes.data import Document, Quote, Span
from quotes.detecting.marks import Quotation, quotations
from quotes.verifying.words import Word, keys, words_of

GAP = 160
"""Code points between two quotes of one speaker that are still one speech, broken by its attribution."""
OUTSIDE = -1

_END = re.compile(r"(?<!\.)[.!?](?!\.)|\n\s*\n")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sen rep gov gen col lt sgt capt st jr sr vs no mt rev hon jan feb mar apr jun jul aug sep sept "
    "oct nov dec inc co corp".split())


@dataclass(frozen=True)
class Passage:
    """Words to compare a claim with. All sequences but ``quotes`` have one entry a word."""

    document: Document
    quotes: tuple[Quote, ...]
    """The quotes that the words are from, one after the other; none for a document as a whole."""
    words: tuple[Word, ...]
    quote: tuple[int, ...]
    """The number of the quote in ``quotes``."""
    sentence: tuple[int, ...]
    """The number of the sentence."""
    marked: tuple[int, ...]
    """The number of the stretch between quotation marks, or ``OUTSIDE``."""

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The words' normal forms."""
        return keys(self.words)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The normal forms that occur."""
        return frozenset(self.keys)

    def spans(self, first: int, last: int) -> tuple[Span, ...]:
        """Where the words from ``first`` to ``last`` (end exclusive) stand; a span ends where its quote's does."""
        if not self.quotes:
            return (Span(self.words[first].start, self.words[last - 1].end),)
        found = []
        for quote in self.quotes:
            for start, end in quote.spans:
                inside = [word for word in self.words[first:last] if start <= word.start < end]
                if inside:
                    found.append(Span(inside[0].start, inside[-1].end))
        return tuple(sorted(set(found)))


def passages(document: Document, quotes: Sequence[Quote]) -> Iterator[Passage]:
    """What a document offers: what is said in it, at last the document as a whole.

    Args:
        document: The document.
        quotes: All of its quotes, in the order of the text.
    """
    yield from said(document, quotes)
    yield whole(document)


def said(document: Document, quotes: Sequence[Quote]) -> Iterator[Passage]:
    """Each of some quotes of a document, then the speeches that go on from quote to quote."""
    # Only where part of a content is marked is there anything to look for.
    marked = _outermost(document.text) if any(quote.type == "mixed" for quote in quotes) else []
    for row in (*((quote,) for quote in quotes), *_speeches(quotes)):
        yield _of(row, document, marked)


def whole(document: Document) -> Passage:
    """All words of a document, whoever says them."""
    words = tuple(words_of(document.text))
    return Passage(document, (), words, (OUTSIDE,) * len(words), _sentences(document.text, words),
                   _marked(words, _outermost(document.text)))


def same_document(one: Passage, other: Passage) -> bool:
    """Whether two passages are from one document."""
    return (one.document.name, one.document.sha256) == (other.document.name, other.document.sha256)


def _outermost(text: str) -> list[Quotation]:
    return [quotation for quotation in quotations(text) if not quotation.depth]


def _of(quotes: tuple[Quote, ...], document: Document, marked: Sequence[Quotation]) -> Passage:
    words, owner, stretch = [], [], []
    for number, quote in enumerate(quotes):
        own = [word for start, end in quote.spans for word in words_of(document.text, start, end)]
        words += own
        owner += [number] * len(own)
        stretch += (number,) * len(own) if quote.type == "direct" else \
            (OUTSIDE,) * len(own) if quote.type == "indirect" else _marked(own, marked)
    return Passage(document, quotes, tuple(words), tuple(owner), _sentences(document.text, words),
                   tuple(stretch))


def _speeches(quotes: Sequence[Quote]) -> Iterator[tuple[Quote, ...]]:
    """Direct quotes of one speaker that follow each other with no more than their attribution between them."""
    direct = [quote for quote in quotes if quote.type == "direct" and quote.speaker]
    row: list[Quote] = []
    for quote in direct:
        if row and quote.speaker.name == row[-1].speaker.name and \
                0 <= quote.spans[0].start - row[-1].spans[-1].end <= GAP:
            row.append(quote)
            continue
        if len(row) > 1:
            yield tuple(row)
        row = [quote]
    if len(row) > 1:
        yield tuple(row)


def _marked(words: Sequence[Word], marked: Sequence[Quotation]) -> tuple[int, ...]:
    starts = [quotation.outer.start for quotation in marked]
    found = []
    for word in words:
        at = bisect_right(starts, word.start) - 1
        found.append(at if at >= 0 and word.start < marked[at].inner.end else OUTSIDE)
    return tuple(found)


def _sentences(text: str, words: Sequence[Word]) -> tuple[int, ...]:
    """For each word the number of its sentence. A quote that its cue breaks may go on as the same sentence."""
    found, number = [], 0
    for at, word in enumerate(words):
        if at and _ends_between(text, words[at - 1], word):
            number += 1
        found.append(number)
    return tuple(found)


def _ends_between(text: str, before: Word, after: Word) -> bool:
    between = text[before.end:after.start]
    if text[after.start].islower() or not _END.search(between):
        return False
    short = before.key in _ABBREVIATIONS or len(before.key) == 1 and before.key != "i"
    return not (short and between.strip() == ".")
