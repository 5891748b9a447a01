"""Attributions by a signature: *"…" — Name* and signed tweets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes.detecting.article import Article
from quotes.detecting.candidate import Candidate
from quotes.detecting.edges import trimmed
from quotes.detecting.patterns.lines import words_between
from quotes.detecting.patterns.statements import opens_paragraph

_SIGNED = re.compile(r"(?:^|(?<=\s))(?:—|–|―|--|-)\s?(?P<name>[^\n@()]{2,60}?)\s\(@\w+\)[^\n]{0,40}$", re.MULTILINE)
_BYLINE = re.compile(r"[\"”’»']\s*(?:—|–|―|--|-)\s*(?P<name>\w(?:[^\n\"“”.:;]|(?<=\b[A-Z])\.){2,60})\.?$",
                     re.MULTILINE)


def find(article: Article) -> Iterator[Candidate]:
    """Attributions that only the layout shows."""
    yield from _signed_tweets(article)
    yield from _bylines(article)


def _signed_tweets(article: Article) -> Iterator[Candidate]:
    """*text — Name (@handle) date*, on one line or with the signature on a line of its own."""
    text = article.parse.text
    if "(@" not in text:
        return
    for match in _SIGNED.finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        if not text[start:match.start()].strip():
            end = len(text[:start].rstrip())
            start = text.rfind("\n", 0, end) + 1
        else:
            end = match.start()
        content = trimmed(article, words_between(article, start, end))
        source = trimmed(article, words_between(article, match.start("name"), match.end("name")))
        if content and source:
            dash = words_between(article, match.start(), match.start() + 1)
            yield Candidate(tuple(dash), tuple(content), tuple(source), 0.97, "speech", "signature")


def _bylines(article: Article) -> Iterator[Candidate]:
    """*"A quotation" — Name* at the end of a line; of someone without a name only on a line of its own."""
    ends = {quotation.outer.end: number for number, quotation in enumerate(article.outermost)}
    for match in _BYLINE.finditer(article.parse.text):
        number = ends.get(match.start() + 1)
        source = trimmed(article, words_between(article, match.start("name"), match.end("name")))
        if number is None or not source or any(article.word(at).upos in ("VERB", "AUX") for at in source):
            continue
        if not any(article.word(at).upos == "PROPN" for at in source) and not opens_paragraph(article, number):
            continue
        content = list(range(*article.quoted_words[number]))
        dash = words_between(article, match.start() + 1, match.start("name"))
        if content:
            yield Candidate(tuple(dash), tuple(content), tuple(source), 0.95, "speech", "signature")
