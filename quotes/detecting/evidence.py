"""The evidence for each attribution: what the learned head proposes and what a pattern finds, brought together."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from quotes.detecting.article import Article
from quotes.detecting.candidate import Candidate
from quotes.detecting.lexicon import is_cue

SAME_CUE, OTHER_CUE = 0.3, 0.7
"""Share of content words in common from which two candidates are one attribution, with a common cue word or without."""
STRETCH = 32
"""Words of a stretch of the text: about as many as a content has."""
SOURCELESS = frozenset(("reportedly",))
"""Patterns whose cue names no one, whatever the head takes for the source."""
SURE = 0.6
"""Score from which a candidate's content is taken to embed the cues in it."""


@dataclass(frozen=True)
class Evidence:
    """What speaks for one attribution: a proposal of the head, the find of a pattern, or both."""

    head: Candidate | None
    pattern: Candidate | None
    alike: float
    """Share of words that the two contents have in common, of all their words."""
    content: tuple[int, ...] | None = None
    """The content where it was settled (``extents``); None before."""

    @cached_property
    def candidate(self) -> Candidate:
        """The attribution: cue and content as the pattern has them, whose edges are exact; the source as the head
        has it, which sees past the tree's mistakes. Where the one only has part of what the other has, the whole."""
        if self.head is None or self.pattern is None:
            found = self.pattern or self.head
            return found if self.content is None else found._replace(content=self.content)
        return Candidate(self.pattern.cue, self.content or self._content(), self._source(), self.pattern.score,
                         self.pattern.act, f"{self.head.reason}, {self.pattern.reason}", self.head.learned)

    def _source(self) -> tuple[int, ...]:
        head, pattern = self.head.source, self.pattern.source
        if self.pattern.reason in SOURCELESS:
            return ()
        return pattern if not head or set(head) < set(pattern) else head

    def _content(self) -> tuple[int, ...]:
        """The head's where the pattern begins in the middle of it, as where a tree takes the subject of a clause for
        the cue's object."""
        head, pattern = self.head.content, self.pattern.content
        cut = set(pattern) < set(head) and self.pattern.cue and head[0] == self.pattern.cue[-1] + 1 < pattern[0]
        return head if cut else pattern


def paired(heads: Sequence[Candidate], patterns: Iterable[Candidate]) -> list[Evidence]:
    """Each pattern with the head's proposal that it shares most words with, and the proposals that no pattern has."""
    by_stretch: dict[int, list[int]] = {}
    for number, head in enumerate(heads):
        for stretch in stretches(head.content):
            by_stretch.setdefault(stretch, []).append(number)
    beside = []
    for pattern in patterns:
        near = {number for stretch in stretches(pattern.content) for number in by_stretch.get(stretch, ())}
        shares = {number: share for number in near if (share := alike(pattern.content, heads[number].content))}
        cue = set(pattern.cue)
        beside.append((pattern, shares, {number for number in shares if not cue.isdisjoint(heads[number].cue)}))
    found, used = [], set()
    # A proposal that has a pattern with its own cue is not the proposal of another cue: those patterns go first.
    for pattern, shares, same_cue in sorted(beside, key=lambda entry: not entry[2]):
        fitting = [(share, -number) for number, share in shares.items() if share >= SAME_CUE
                   and (number in same_cue or share >= OTHER_CUE and number not in used)]
        if fitting:
            share, number = max(fitting)
            used.add(-number)
            found.append(Evidence(heads[-number], pattern, share))
        else:
            found.append(Evidence(None, pattern, 0.0))
    return found + [Evidence(head, None, 0.0) for number, head in enumerate(heads) if number not in used]


def stretches(content: Sequence[int]) -> range:
    """The stretches of the text that a content reaches into, by number: only contents with a common stretch can have
    words in common, and there are far fewer stretches than words."""
    return range(content[0] // STRETCH, content[-1] // STRETCH + 1)


def alike(one: Collection[int], other: Collection[int]) -> float:
    """Intersection over union of two collections that hold nothing twice."""
    if one == other:
        return 1.0  # as often, where what was found is kept
    shared = len(set(one).intersection(other))
    return shared / (len(one) + len(other) - shared)


def is_sure(evidence: Evidence) -> bool:
    """Whether an attribution is likely enough for others to be embedded in it."""
    return (evidence.head or evidence.pattern).score >= SURE


def features(article: Article, found: Sequence[Evidence]) -> list[dict[str, float]]:
    """What is to be weighed of each piece of evidence, by name; what is not named is 0."""
    candidates = [one.candidate for one in found]
    around: dict[int, set[int]] = {candidate.cue[0]: set() for candidate in candidates if candidate.cue}
    for number, (one, candidate) in enumerate(zip(found, candidates)):
        if is_sure(one):
            for at in around.keys() & candidate.content:
                around[at].add(number)
    embedded = [bool(candidate.cue) and bool(around[candidate.cue[0]] - {number})
                for number, candidate in enumerate(candidates)]
    return [_features(article, one, inside) for one, inside in zip(found, embedded)]


def _features(article: Article, evidence: Evidence, embedded: bool) -> dict[str, float]:
    head, pattern, candidate = evidence.head, evidence.pattern, evidence.candidate
    known, thought = float(is_cue(article.words(candidate.cue))), float(candidate.act == "thought")
    named = {"bias": 1.0, "no source": float(not candidate.source), "embedded": float(embedded),
             "embedded thought": embedded * thought, "thought": thought, "known cue": known, "alike": evidence.alike}
    if head is not None:
        named["head"] = log_odds(head.score)
    if pattern is not None:
        named["pattern"] = log_odds(pattern.score)
    if head is None:
        named |= {"no head": 1.0, f"pattern {kind_of(pattern)}": 1.0}
    if pattern is None:
        named |= {"no pattern": 1.0, "head alone": named["head"], "known cue, no pattern": known}
    return named


def kind_of(pattern: Candidate) -> str:
    """The kind of construct a pattern found: its name without the preposition it goes by."""
    first = pattern.reason.split()[0]
    return "preposition" if first.startswith("+") else first


def log_odds(chance: float) -> float:
    """Of a probability, which is kept away from 0 and 1."""
    bounded = min(max(chance, 0.01), 0.99)
    return math.log(bounded / (1 - bounded))
