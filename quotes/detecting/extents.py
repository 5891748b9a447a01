"""Where a content begins and ends: alternatives to the edges that were found, and the choice among them.

Trees say where a phrase ends, but not whether an aside after it is still reported: *said it rained, which no one
denied*. The head and the pattern each have an opinion; before and after their ends there are further places where a
branch of the tree or a stretch between commas ends. A conditional logistic regression over named features chooses
(McFadden, *Conditional logit analysis of qualitative choice behavior*, 1974).
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from operator import mul

from quotes.detecting.article import Article
from quotes.detecting.candidate import Candidate
from quotes.detecting.edges import unbroken
from quotes.detecting.evidence import Evidence, kind_of, log_odds
from quotes.detecting.weighing import Weights

FEATURE = "edges, "
"""How the names of all features here begin, to tell them from those of the evidence among the weights."""
_CONSTRUCTS = {"clause": "clause", "to": "clause", "objto": "clause", "pred": "clause", "noun": "clause",
               "obj": "phrase", "preposition": "phrase", "passive": "phrase", "marks": "marks"}
_LINKS = frozenset("""after before when while if as because since during in on at by for with to from of about over
    against than and but or which who that where until unless despite following according amid""".split())
_LINKING = frozenset(("VBG", "VBN", "TO"))
_OF_THE_CUE = frozenset(("obj", "iobj", "obl", "advmod"))
"""Hearers, times and the like, which stand between a cue and its content: *told him once that …*."""
_OPEN = frozenset(("ADP", "DET", "CCONJ", "SCONJ", "AUX", "PART"))
_MOST = 8
"""Stops after a content, and branches at its end, that are tried."""
_REACH = 60
"""Words after a content in which it may end."""
_NEAR = 8
"""Words between a cue and a content that may be added to it."""
_MAX_CLIMB = 12


def settled(article: Article, evidence: Evidence, weights: Weights) -> Evidence:
    """The evidence with the likeliest of the contents that its words may have."""
    found = contents(article, evidence)
    if len(found) < 2:
        return evidence
    construct, candidate, values = _construct(evidence), evidence.candidate, _values(article, evidence)
    known = [weights.get(name, 0.0) for name in _names(construct)]
    scores = [sum([weights.get(name, 0.0) for name in _after(article, candidate, content, construct)],
                  sum(map(mul, values(content), known))) for content in found]
    best = found[scores.index(max(scores))]
    return evidence if best == candidate.content else replace(evidence, content=best)


def contents(article: Article, evidence: Evidence) -> list[tuple[int, ...]]:
    """The contents to choose from, as positions of words; first the one that was found. What stands on both sides of
    its cue (*"A," she said, "B"*; *the plan is said to be dead*) has its edges from marks and subjects already."""
    candidate = evidence.candidate
    if candidate.cue and candidate.content[0] < candidate.cue[0] < candidate.content[-1]:
        return [candidate.content]
    taken = {*candidate.cue, *candidate.source}
    found = [candidate.content]
    ends = _ends(article, evidence, candidate, taken)
    for start in _starts(article, evidence, candidate):
        found.extend([_between(candidate.content, start, end, taken) for end in ends if start <= end])
    if evidence.head is not None and _is_whole(article, evidence.head.content, taken):
        found.append(evidence.head.content)
    paragraphs = article.paragraphs
    home = {paragraphs[candidate.content[0]], paragraphs[candidate.content[-1]]}
    return [one for one in dict.fromkeys(found) if one and paragraphs[one[0]] in home and paragraphs[one[-1]] in home]


def _is_whole(article: Article, content: Sequence[int], taken: set[int]) -> bool:
    """Whether a content has no holes but for punctuation, the cue and the source."""
    holes = () if unbroken(content) else set(range(content[0], content[-1])).difference(content, taken)
    return article.punctuation.issuperset(holes)


def _between(content: tuple[int, ...], start: int, end: int, taken: set[int]) -> tuple[int, ...]:
    """A content cut or widened to begin and end at two words; its holes stay."""
    kept = content[bisect_left(content, start):bisect_right(content, end)]
    if start < content[0]:
        kept = (*[at for at in range(start, content[0]) if at not in taken], *kept)
    if end > content[-1]:
        kept = (*kept, *[at for at in range(content[-1] + 1, end + 1) if at not in taken])
    return kept


def _starts(article: Article, evidence: Evidence, candidate: Candidate) -> list[int]:
    first, last = candidate.content[0], candidate.content[-1]
    found = {first, *[one.content[0] for one in (evidence.head, evidence.pattern) if one and one.content[0] < last]}
    if candidate.cue and 1 < first - candidate.cue[-1] < _NEAR:
        beside = article.word(_branch(article, candidate.cue[-1] + 1))
        if beside.head not in candidate.cue or article.parse.relations[beside.index] not in _OF_THE_CUE:
            found.add(candidate.cue[-1] + 1)
    return sorted({_skipped(article, at, last, 1) for at in found})


def _ends(article: Article, evidence: Evidence, candidate: Candidate, taken: set[int]) -> list[int]:
    first, last = candidate.content[0], candidate.content[-1]
    found = {last, *[one.content[-1] for one in (evidence.head, evidence.pattern) if one and one.content[-1] > first]}
    found.update(_shorter(article, candidate.content))
    found.update(_longer(article, candidate.content, taken))
    return sorted({_skipped(article, at, first, -1) for at in found})


def _skipped(article: Article, at: int, limit: int, step: int) -> int:
    """The first word from a position on that is no punctuation."""
    while at != limit and at in article.punctuation:
        at += step
    return at


def _shorter(article: Article, content: Sequence[int]) -> Iterator[int]:
    """The last words that are left where a branch at the end of a content is cut off."""
    first, last = content[0], content[-1]
    inside, heads, branches = set(content), article.parse.heads, article.parse.branches
    at = _skipped(article, last, first, -1)
    for _ in range(_MOST):
        head = heads[at]
        start, end, _ = branches[at]
        if head not in inside or end < last - 1:
            break
        if first < start and head < start:
            yield start - 1
        at = head


def _longer(article: Article, content: Sequence[int], taken: set[int]) -> Iterator[int]:
    """The last words of a content that is widened: to each next stop of the sentence, over the branch that follows."""
    last = content[-1]
    end = article.sentence(last)[1]
    limit = min(end, last + _REACH)
    stops = 0
    punctuation, quoted = article.punctuation, article.quoted
    for at in range(last + 1, limit):
        if at in taken and at not in punctuation or stops == _MOST:
            break
        if at in punctuation and at not in quoted or at == end - 1:
            yield at
            stops += 1
    after = _following(article, last)
    if after is not None and after not in taken:
        top = _branch(article, after)
        if article.parse.heads[top] in content:
            yield article.parse.branches[top][1]


def _following(article: Article, at: int) -> int | None:
    """The next word of the sentence that is no punctuation."""
    punctuation = article.punctuation
    for after in range(at + 1, article.sentence(at)[1]):
        if after not in punctuation:
            return after
    return None


def _branch(article: Article, at: int) -> int:
    """The head of the highest branch of the tree that begins at a position."""
    heads, branches = article.parse.heads, article.parse.branches
    first = branches[at][0]
    for _ in range(_MAX_CLIMB):
        head = heads[at]
        if head < 0 or branches[head][0] != first:
            break
        at = head
    return at


def features(article: Article, evidence: Evidence, content: Sequence[int]) -> dict[str, float]:
    """What is to be weighed of a content, by name: whom it agrees with, what it leaves out, what it is made of."""
    construct = _construct(evidence)
    values = _values(article, evidence)(content)
    named = {name: float(value) for name, value in zip(_names(construct), values) if value}
    return named | dict.fromkeys(_after(article, evidence.candidate, content, construct), 1.0)


def _construct(evidence: Evidence) -> str:
    """What kind of content a pattern found; ``head`` where there is none."""
    return "head" if evidence.pattern is None else _CONSTRUCTS.get(kind_of(evidence.pattern), "other")


@cache
def _names(construct: str) -> tuple[str, ...]:
    """The names of the features that all contents of a construct have, in the order of their ``_values``."""
    return tuple([FEATURE + name for name in (
        f"found {construct}", f"length {construct}", "sentences", "begins with that", "begins with preposition",
        "next to cue", "ends open",
        "head alike", "head same", "head start", f"head end {construct}", "head sure",
        "pattern alike", "pattern same", "pattern start", f"pattern end {construct}")])


def _values(article: Article, evidence: Evidence) -> Callable[[Sequence[int]], tuple[float, ...]]:
    """What goes with each of the ``_names``, as a function of the content: what is the same for all contents of the
    evidence is looked up once."""
    candidate, head, words = evidence.candidate, evidence.head, article.parse.words
    beside_cue = candidate.cue[-1] + 1 if candidate.cue else None
    with_head, with_pattern = _agreement(head), _agreement(evidence.pattern)
    odds = log_odds(head.score) if head is not None else 0.0

    def values(content: Sequence[int]) -> tuple[float, ...]:
        first, last, of_head = words[content[0]], words[content[-1]], with_head(content)
        return (content == candidate.content, math.log(1 + len(content)), first.sentence != last.sentence,
                first.lemma == "that", first.upos == "ADP", content[0] == beside_cue, last.upos in _OPEN,
                *of_head, of_head[0] * odds, *with_pattern(content))

    return values


def _agreement(other: Candidate | None) -> Callable[[Sequence[int]], tuple[float, float, float, float]]:
    """How far a content is that of the head or of the pattern: the share of words in common, and whether it has all of
    them, the first, the last."""
    if other is None:
        return lambda content: (0.0, 0.0, 0.0, 0.0)
    whole, words = other.content, frozenset(other.content)

    def agreement(content: Sequence[int]) -> tuple[float, float, float, float]:
        if content == whole:
            return 1.0, True, True, True
        shared = len(words.intersection(content))
        share = shared / (len(content) + len(whole) - shared)
        return share, share == 1, content[0] == whole[0], content[-1] == whole[-1]

    return agreement


def _after(article: Article, candidate: Candidate, content: Sequence[int], construct: str) -> list[str]:
    """Names of the features of what follows a content in its sentence, and so is none of it."""
    last = content[-1]
    after = _following(article, last)
    if after is None:
        return [f"{FEATURE}sentence end {construct}"]
    if after in candidate.cue or after in candidate.source:
        return [FEATURE + "before cue"]
    top, word = _branch(article, after), article.word(after)
    stop = "" if after == last + 1 else "comma " if article.word(last + 1).text == "," else "mark "
    before, lemma = f"{FEATURE}before {stop}", word.lemma.lower()
    found = [before + construct, before + article.parse.relations[top]]
    if lemma in _LINKS:
        found.append(before + lemma)
    elif word.xpos in _LINKING:
        found.append(before + word.xpos)
    if article.parse.heads[top] in content:
        found.append(FEATURE + "branch cut")
    if article.inside[after] >= 0 and article.inside[after] == article.inside[last]:
        found.append(FEATURE + "quotation cut")
    return found
