"""A cue between commas, wherever the tree hangs it: *The upkeep, the board said, had become too dear*."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.detecting.article import Article
from quotes.detecting.candidate import Candidate
from quotes.detecting.edges import after_dateline, trimmed, whole_quotations
from quotes.detecting.patterns.verbs import cue_of, cue_verbs

_SUBJECT = frozenset(("DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM", "ADP", "PART"))
_FINITE = frozenset(("VBD", "VBP", "VBZ"))
_RELATIVE = frozenset(("WDT", "WP", "WP$", "WRB"))
_MOST = 9
"""Words of the longest subject."""


def find(article: Article) -> Iterator[Candidate]:
    """Attributions whose content is the sentence around an aside of subject and cue."""
    for verb, entry in cue_verbs(article):
        first, last = article.sentence(verb)
        if article.word(verb).xpos not in _FINITE or "clause" not in entry.frames or verb + 2 >= last \
                or article.word(verb + 1).text != ",":
            continue
        after = article.word(verb + 2)
        if after.xpos == "VBG" or after.upos == "PUNCT" or article.inside[verb + 2] >= 0:
            continue
        opening = _opening(article, verb)
        if opening is None:
            continue
        start = _start(article, after_dateline(article, first, opening), opening)
        content = trimmed(article, [*range(start, opening), *range(verb + 2, last)])
        source = range(opening + 1, cue_of(article, verb)[0])
        if content and content[0] < opening and source and article.word(source[0]).text.lower() != "you":
            yield Candidate(cue_of(article, verb), tuple(whole_quotations(article, content)), tuple(source), 0.8,
                            entry.act, "parenthesis")


def _opening(article: Article, verb: int) -> int | None:
    """The comma before the subject of a verb, if there is nothing but a noun phrase between, and no mark before it."""
    first = article.sentence(verb)[0]
    cue = cue_of(article, verb)[0]
    for at in range(cue - 1, max(first, cue - _MOST - 1), -1):
        word = article.word(at)
        if word.text == ",":
            subject = range(at + 1, cue)
            nominal = any(article.word(place).upos in ("PRON", "PROPN", "NOUN") for place in subject)
            return at if nominal and at > first and article.inside[at - 1] < 0 \
                and at - 1 not in article.punctuation else None
        if word.upos not in _SUBJECT or word.xpos in _RELATIVE:
            return None
    return None


def _start(article: Article, first: int, opening: int) -> int:
    """Where the content starts: at a relative pronoun right before the aside, else with the sentence."""
    return opening - 1 if opening - 1 > first and article.word(opening - 1).xpos in _RELATIVE else first
