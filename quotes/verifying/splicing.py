"""Claims put together from two quotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.verifying.data import Change, Evidence
from quotes.verifying.judging import Judged, evidence, judged
from quotes.verifying.matching import Match, Wording, match
from quotes.verifying.passages import Passage, same_document
from quotes.verifying.words import weight

LEAST_WORDS, LEAST_WEIGHT = 3, 1.4
"""What a part of a claim must have in common with a second quote, so that it isn't there by chance."""
LEAST_SCORE = 0.85
"""How much of the part must be there, word for word."""
LEAST_SHARED = 0.8
"""How much of the claim the two must have together."""


@dataclass(frozen=True)
class Splice:
    """A claim that has words of two quotes as if they were one."""

    changes: tuple[Change, ...]
    evidence: tuple[Evidence, ...]
    share: float


def spliced(wording: Wording, looked_at: Sequence[Judged], corpus: Sequence[Passage]) -> Splice | None:
    """The two quotes that a claim was put together from; None where it wasn't.

    Args:
        wording: The claim.
        looked_at: Passages that have some of it.
        corpus: All passages, where the rest is looked for.
    """
    best: Splice | None = None
    for one in sorted(looked_at, key=lambda one: -one.match.share)[:3]:
        if not one.quote:
            continue
        for first, last in _left_over(one.match):
            part = _part(one.match.wording, first, last)
            for other in _with_all(part, one.match, corpus):
                rest = judged(other)
                kept = sum(weight(key) for block in one.match.alignment if block.same
                           and (block.claim[1] <= first or last <= block.claim[0])
                           for key in one.match.wording.keys[slice(*block.claim)])
                share = (kept + _weight(part) * other.share) / _weight(wording)
                if share >= LEAST_SHARED and (best is None or share > best.share):
                    words = other.passage.document.text[slice(*other.passage.spans(other.first, other.last)[0])]
                    best = Splice((Change("splice", part.text, words),), (evidence(one), evidence(rest)), share)
    return best


def _left_over(found: Match) -> Iterator[tuple[int, int]]:
    """The parts at the beginning or end of the claim that its passage does not have: what differs there, and what is
    before or after the longest stretch that is the same."""
    size = len(found.wording.words)
    longest = max((block for block in found.alignment if block.same), key=lambda block: block.claim[1] - block.claim[0])
    parts = {block.claim for block in found.alignment if not block.same and (0 in block.claim or size in block.claim)}
    parts |= {(0, longest.claim[0]), (longest.claim[1], size)}
    for first, last in sorted(parts):
        if last - first >= LEAST_WORDS and sum(map(weight, found.wording.keys[first:last])) >= LEAST_WEIGHT:
            yield first, last


def _part(wording: Wording, first: int, last: int) -> Wording:
    offset = wording.words[first].start
    words = tuple(word._replace(start=word.start - offset, end=word.end - offset) for word in wording.words[first:last])
    return Wording(wording.at(first, last), words, ())


def _with_all(part: Wording, first: Match, corpus: Sequence[Passage]) -> Iterator[Match]:
    """Where else all of a part, or nearly, stands in a quote."""
    least = LEAST_SCORE * _weight(part)
    for passage in corpus:
        there = sum(weight(key) for key in part.keys if key in passage.vocabulary)
        if passage.quotes and passage is not first.passage and there >= least:
            found = match(part, passage)
            if found and found.score >= LEAST_SCORE and not _same_place(found, first):
                yield found


def _same_place(one: Match, other: Match) -> bool:
    words, others = one.passage.words, other.passage.words
    return same_document(one.passage, other.passage) and \
        words[one.first].start < others[other.last - 1].end and others[other.first].start < words[one.last - 1].end


def _weight(wording: Wording) -> float:
    return sum(map(weight, wording.keys))
