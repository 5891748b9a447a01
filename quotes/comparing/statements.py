"""From documents with their quotes to statements that can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quotes.comparing.data import Statement
from quotes.data import Document, Quote
from quotes.resolving.names import TITLES
from quotes.verifying.judging import denies
from quotes.verifying.numerals import is_number
from quotes.verifying.passages import Passage, said, whole
from quotes.verifying.words import FUNCTION, keys, stem, words_of

PREFIX = 6
"""Letters that words of one family share (*diplomat*, *diplomatic*)."""
SHORTEST = 3
"""Words that narration must have to be a statement."""


def statements(found: Iterable[tuple[Document, Sequence[Quote]]]) -> Iterator[Statement]:
    """What is said in some documents, one quote a statement. Denials are none: they say that it wasn't said."""
    for document, quotes in found:
        spoken = [quote for quote in quotes if quote.act == "speech" and not denies(quote)]
        for passage in said(document, spoken):
            if len(passage.quotes) == 1 and passage.words:
                yield _of(passage)


def narration(document: Document, quotes: Sequence[Quote]) -> Iterator[Statement]:
    """The sentences of a document that nobody is quoted in, one a statement."""
    words = whole(document)
    inside = [span for quote in quotes for span in quote.spans]
    first = 0
    for last in range(1, len(words.words) + 1):
        if last < len(words.words) and words.sentence[last] == words.sentence[first]:
            continue
        start, end = words.words[first].start, words.words[last - 1].end
        if last - first >= SHORTEST and all(till <= start or end <= since for since, till in inside):
            yield _of(_cut(words, first, last))
        first = last


def features(words: Sequence[str]) -> frozenset[str]:
    """What some words, as normal forms, say a statement is about."""
    return frozenset(key if is_number(key) else stem(key)[:PREFIX] for key in words
                     if key not in FUNCTION and (len(key) > 2 or is_number(key)))


def _of(passage: Passage) -> Statement:
    speaker = passage.quotes[0].speaker if passage.quotes else None
    name = [key for key in keys(words_of(speaker.name)) if key not in TITLES] if speaker else []
    text = passage.document.text
    plain = [word.key for word in passage.words if not text[word.start].isupper()]
    return Statement(passage, features(passage.keys), features(name), features(plain),
                     frozenset(filter(_figure, passage.keys)))


def _figure(key: str) -> bool:
    return key.startswith("#") and key != "#1" and not key.endswith("th")


def _cut(words: Passage, first: int, last: int) -> Passage:
    return replace(words, words=words.words[first:last], quote=words.quote[first:last],
                   sentence=words.sentence[first:last], marked=words.marked[first:last])
