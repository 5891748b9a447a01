"""What becomes of each attribution of the gold, and of each that is found: right or wrong, how and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from evaluating import causes
from evaluating.constructs import Marked, construct_of, cue_lemma, marked
from evaluating.metric import aligned, same_source
from evaluating.quotes import as_record, weighed_candidates
from quotes.data import Parse
from quotes.detecting.article import Article
from quotes.detecting.choosing import attributions

Kind = Literal["right", "edges", "source", "missed", "spurious"]
LENGTHS = (5, 10, 20, 40)
"""Words up to which contents are counted together."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an attribution: ``right``, words and source; ``edges``, the source right but not all of the
    words; ``source``, matched but of another source; ``missed``, in the gold alone; ``spurious``, found alone."""

    kind: Kind
    cause: str
    """Empty for what is right."""
    type: str
    act: str
    construct: str
    outlet: str
    """What the article's id opens with, before the first underscore; empty without one."""
    length: str
    cue: str
    """The lemma that attributes."""
    sources: str
    """Of what is right: are the source's words those of the gold (``same``, ``shorter``, ``longer``, ``other``)?"""
    words: str
    """Source, cue and content as they stand; of wrong edges or a wrong source the gold's, then the found ones."""


def outcomes(record: dict, parse: Parse) -> Iterator[Outcome]:
    """All outcomes in an article, those of the gold first.

    Args:
        record: the article with its gold.
        parse: what the detector is to look at.
    """
    article, candidates = weighed_candidates(parse)
    text, quotes = record["text"], record["quotes"]
    rows = [as_record(one, None) for one in attributions(article, candidates)]
    gold, found = ([marked(article, one) for one in some] for some in (quotes, rows))
    outlet = record["id"].partition("_")[0] if "_" in record["id"] else ""
    matched = aligned(text, quotes, rows)

    def outcome(kind: Kind, cause: str, *seen: Marked, sources: str = "") -> Outcome:
        one = seen[0]
        return Outcome(kind, cause, one.type, one.act, construct_of(article, one), outlet, _length(len(one.content)),
                       cue_lemma(article, one.cue), sources, " → ".join(_worded(article, each) for each in seen))

    for number, one in enumerate(gold):
        if number not in matched:
            yield outcome("missed", causes.of_missed(article, one, found=found, candidates=candidates), one)
            continue
        other = found[matched[number]]
        row = rows[matched[number]]
        if not same_source(text, quotes[number], row):
            yield outcome("source", causes.of_source(article, one, other), one, other)
        elif not aligned(text, [quotes[number]], [row], least=1.0):
            yield outcome("edges", causes.of_edges(article, one, other), one, other)
        else:
            yield outcome("right", "", one, sources=_compared(one.source, other.source))
    for number, other in enumerate(found):
        if number not in matched.values():
            yield outcome("spurious", causes.of_spurious(article, other, gold=gold), other)


def _length(words: int) -> str:
    least = 1
    for most in LENGTHS:
        if words <= most:
            return f"{least}–{most}"
        least = most + 1
    return f"{least} and more"


def _compared(gold: Sequence[int], found: Sequence[int]) -> str:
    wanted, given = set(gold), set(found)
    if wanted == given:
        return "same"
    return "shorter" if given < wanted else "longer" if given > wanted else "other"


def _worded(article: Article, one: Marked) -> str:
    def words(places: Sequence[int]) -> str:
        text, said = article.parse.text, ""
        for before, at in zip((None, *places), places):
            word = article.word(at)
            gap = "" if before is None else " … " if at > before + 3 else text[article.word(before).end:word.start]
            said += " ".join(gap.split("\n")) + word.text
        return said

    return f"{words(one.source) or '—'} | {words(one.cue) or '—'} | {words(one.content)}"
