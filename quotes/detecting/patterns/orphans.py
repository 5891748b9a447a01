"""Quotations with no cue in their paragraph: their speaker is the last one introduced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes.data import relation
from quotes.detecting.article import Article
from quotes.detecting.candidate import Candidate
from quotes.detecting.patterns.marked import Group, groups, words_of
from quotes.detecting.patterns.statements import opens_paragraph
from quotes.detecting.patterns.subjects import phrase, source_of

_NO_MORE = re.compile(r"[^\w\n]*(?:\n|$)")
_REACH = 2
"""Paragraphs back that a speaker may have been introduced."""


def find(article: Article) -> Iterator[Candidate]:
    """Attributions of quotations that fill a paragraph of their own."""
    last: Group | None = None
    for group in groups(article):
        if group.cue is not None:
            last = group
            continue
        start = article.quoted_words[group.numbers[0]][0]
        if not opens_paragraph(article, group.numbers[0]) or not _ends_paragraph(article, group.numbers[-1]):
            continue
        near = last is not None and \
            article.paragraphs[start] - article.paragraphs[article.quoted_words[last.numbers[-1]][1] - 1] <= _REACH
        source = source_of(article, last.cue) if near and last is not None and last.cue is not None else \
            _introduced(article, start)
        if source:
            yield Candidate((), words_of(article, group.numbers), source, 0.75, "speech", "last speaker")


def _ends_paragraph(article: Article, number: int) -> bool:
    """Whether no words follow a quotation in its paragraph, as they do in *‘We won’: Ann Lee on her team*."""
    return _NO_MORE.match(article.parse.text, article.outermost[number].outer.end) is not None


def _introduced(article: Article, at: int) -> tuple[int, ...]:
    """The last person who is the subject of a sentence in the paragraph before."""
    home = article.paragraphs[at]
    before = at - 1
    while before >= 0 and article.paragraphs[before] == home:
        before -= 1
    home = article.paragraphs[before] if before >= 0 else -1
    while before >= 0 and article.paragraphs[before] == home:
        first, last = article.sentence(before)
        for place in range(first, last):
            word = article.word(place)
            if relation(word) == "nsubj" and relation(article.word(word.head)) == "root" and article.inside[place] < 0:
                source = phrase(article, place)
                if _is_someone(article, source):
                    return source
        before = first - 1
    return ()


def _is_someone(article: Article, source: tuple[int, ...]) -> bool:
    """Whether a noun phrase is a name or a personal pronoun: others may be no person at all."""
    return any(article.word(at).upos == "PROPN" for at in source) or \
        bool(source) and article.word(source[0]).text.lower() in ("he", "she", "they")
