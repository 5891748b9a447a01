"""Headlines with their speaker at the end: *‘Y’: X on Z*, *Y ‘y’ – X*, *Y, says X*, *Y, X says*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes.data import Span
from quotes.detecting.article import Article
from quotes.detecting.candidate import Candidate
from quotes.detecting.edges import trimmed
from quotes.detecting.patterns.lines import is_finite, is_headline, lines, words_between
from quotes.detecting.patterns.statements import is_title
from quotes.detecting.patterns.verbs import entry_of

_COLON = re.compile(r"\s*:\s+")
_DASH = re.compile(r"\s(?:—|–|―|--|-)\s+(?=[^\n—–―]*$)")
_NAME = re.compile(r"[^\W\d_a-z][\w'’.-]*(?: (?:(?:de|van|von|der|al|bin|la|le|di|da) )*[^\W\d_a-z][\w'’.-]*)+")
_ENDS_NAME = frozenset(("VERB", "AUX", "ADP", "SCONJ", "PUNCT", "PART", "PRON"))
_MOST = 6
"""Words of the longest speaker."""


def find(article: Article) -> Iterator[Candidate]:
    """Attributions in lines that end without a stop."""
    openers = _openers(article)
    for line in lines(article):
        if not is_headline(article, line):
            continue
        if line.start in openers:
            yield from _quotation_first(article, line, openers[line.start])
        yield from _dash(article, line)
        yield from _comma(article, line)


def _openers(article: Article) -> dict[int, int]:
    """For each line that an outermost quotation opens: where it starts, and the number of the quotation."""
    text = article.parse.text
    return {text.rfind("\n", 0, quotation.outer.start) + 1: number
            for number, quotation in enumerate(article.outermost) if article.opens_line(quotation.outer.start)}


def _quotation_first(article: Article, line: Span, number: int) -> Iterator[Candidate]:
    """*‘We owe nobody’: Ann Lee on her ferry*, *‘We are lost’: ferry board blames fog*."""
    end = article.outermost[number].outer.end
    match = _COLON.match(article.parse.text, end, line.end)
    content = trimmed(article, range(*article.quoted_words[number]))
    if match is None or len(content) < 2 or is_title(article, number) and not is_finite(article, content):
        return
    source = _leading(article, match.end(), line.end)
    if source:
        yield Candidate(tuple(words_between(article, end, match.end())), tuple(content), source, 0.85, "speech",
                        "headline")


def _leading(article: Article, start: int, end: int) -> tuple[int, ...]:
    """The name at the start of a stretch, else its first noun phrase."""
    name = _NAME.match(article.parse.text, start, end)
    if name is not None:
        return tuple(words_between(article, *name.span()))
    words = words_between(article, start, end)
    for place, at in enumerate(words):
        if article.word(at).upos in _ENDS_NAME:
            words = words[:place]
            break
    return tuple(words) if any(article.word(at).upos in ("NOUN", "PROPN") for at in words[:_MOST]) else ()


def _dash(article: Article, line: Span) -> Iterator[Candidate]:
    """*New bypass ‘will flood every winter’ – engineer*: words in marks, then the speaker after a dash."""
    match = _DASH.search(article.parse.text, *line)
    if match is None:
        return
    content = trimmed(article, words_between(article, line.start, match.start()))
    source = trimmed(article, words_between(article, match.end(), line.end))
    nominal = [at for at in source if article.word(at).upos in ("NOUN", "PROPN")]
    quoted = [at for at in content if article.inside[at] >= 0]
    if quoted and nominal and len(source) <= _MOST and not any(
            article.word(at).upos in _ENDS_NAME or article.inside[at] >= 0 for at in source):
        yield Candidate(tuple(words_between(article, match.start(), match.end())), tuple(content), tuple(source), 0.8,
                        "speech", "headline")


def _comma(article: Article, line: Span) -> Iterator[Candidate]:
    """*Sale will go ahead, says trust* and *Road to open in May, council admits*."""
    words = words_between(article, *line)
    commas = [place for place, at in enumerate(words) if article.word(at).text == "," and article.inside[at] < 0]
    if not commas:
        return
    content, tail = trimmed(article, words[:commas[-1]]), trimmed(article, words[commas[-1] + 1:])
    if len(content) < 2 or not 2 <= len(tail) <= _MOST:
        return
    for verb, source in ((tail[0], tail[1:]), (tail[-1], tail[:-1])):
        entry = entry_of(article, verb) if article.word(verb).xpos in ("VBZ", "VBP", "VBD") else None
        if entry is not None and "clause" in entry.frames and not any(
                article.word(at).upos in _ENDS_NAME for at in source):
            yield Candidate((verb,), tuple(content), tuple(source), 0.85, entry.act, "headline")
