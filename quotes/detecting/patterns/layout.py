"""Attributions by layout: headlines *X: 'Y'*, transcripts *NAME: …*, signatures *"…" — Name*, signed tweets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from quotes.detecting.article import Article
from quotes.detecting.candidate import Candidate
from quotes.detecting.edges import trimmed
from quotes.detecting.patterns.statements import opens_paragraph

_SPEAKER = re.compile(r"[\"“']?\s*(?P<name>[A-Z][^\W\d_]*[^:\n\"“”?!;]{0,60}?)\s*:\s+(?=\S)")
_SIGNED = re.compile(r"(?:^|(?<=\s))(?:—|–|―|--|-)\s?(?P<name>[^\n@()]{2,60}?)\s\(@\w+\)[^\n]{0,40}$", re.MULTILINE)
_BYLINE = re.compile(r"[\"”’']\s*(?:—|–|―|--|-|:)\s*(?P<name>\w[^\n\"“”.:;]{2,60})$", re.MULTILINE)
_LINE = re.compile(r"[^\n]+")
_LABELS = re.compile(r"(?:editor|note|photo|image|picture|video|read|watch|related|source|update|correction|more|by|"
                     r"follow|contact|credit|file|key|tags?|topics?|breaking|live|opinion|analysis|exclusive|part|"
                     r"chapter|figure|table|see|warning|question|answer|q|a)\b", re.IGNORECASE)


def find(article: Article) -> Iterator[Candidate]:
    """Attributions that only the layout shows."""
    for match in _LINE.finditer(article.parse.text):
        yield from _speaker_line(article, match.start(), match.end())
    yield from _signed_tweets(article)
    yield from _bylines(article)


def _words(article: Article, start: int, end: int) -> list[int]:
    """The words that lie between two code points."""
    return list(range(bisect_left(article.starts, start), bisect_left(article.starts, end)))


def _speaker_line(article: Article, start: int, end: int) -> Iterator[Candidate]:
    """*NAME: what was said*: a line that begins with a name and a colon."""
    match = _SPEAKER.match(article.parse.text, start, end)
    if match is None or _LABELS.match(match["name"]):
        return
    source = trimmed(article, _words(article, match.start("name"), match.end("name")))
    if not source or len(source) > 6 or any(article.word(at).upos in ("VERB", "AUX", "NUM") for at in source):
        return
    capitals = match["name"].isupper()
    if not capitals and not any(article.word(at).upos == "PROPN" for at in source):
        return
    content = trimmed(article, _words(article, match.end(), end))
    if len(content) < 2:
        return
    quoted = article.inside[content[0]] >= 0
    colon = [at for at in _words(article, match.end("name"), match.end()) if article.word(at).text == ":"]
    score = 0.85 if quoted or capitals else 0.6
    yield Candidate(tuple(colon), tuple(content), tuple(source), score, "speech", "colon")


def _signed_tweets(article: Article) -> Iterator[Candidate]:
    """*text — Name (@handle) date*, on one line or with the signature on a line of its own."""
    text = article.parse.text
    for match in _SIGNED.finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        if not text[start:match.start()].strip():
            end = len(text[:start].rstrip())
            start = text.rfind("\n", 0, end) + 1
        else:
            end = match.start()
        content = trimmed(article, _words(article, start, end))
        source = trimmed(article, _words(article, match.start("name"), match.end("name")))
        if content and source:
            yield Candidate(tuple(_words(article, match.start(), match.start() + 1)), tuple(content), tuple(source),
                            0.85, "speech", "signature")


def _bylines(article: Article) -> Iterator[Candidate]:
    """*"A quotation" — Name* at the end of a line, or *‘A quotation’: someone* as a line."""
    ends = {quotation.outer.end: number for number, quotation in enumerate(article.outermost)}
    for match in _BYLINE.finditer(article.parse.text):
        number = ends.get(match.start() + 1)
        source = trimmed(article, _words(article, match.start("name"), match.end("name")))
        if number is None or not source or any(article.word(at).upos in ("VERB", "AUX") for at in source):
            continue
        if not any(article.word(at).upos == "PROPN" for at in source) and not opens_paragraph(article, number):
            continue  # *‘We owe nobody’: ferry board* is a headline
        content = list(range(*article.quoted_words[number]))
        dash = [at for at in _words(article, match.start() + 1, match.start("name"))]
        if content:
            yield Candidate(tuple(dash), tuple(content), tuple(source), 0.8, "speech", "signature")
