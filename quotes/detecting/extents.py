"""Where a content begins and ends: alternatives to the edges that were found, and the choice among them.

Trees say where a phrase ends, but not whether an aside after it is still reported: *said it rained, which no one
denied*. The head and the pattern each have an opinion; before and after their ends there are further places where a
branch of the tree or a stretch between commas ends. A conditional logistic regression over named features chooses
(McFadden, *Conditional logit analysis of qualitative choice behavior*, 1974).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quotes.data import relation
from quotes.detecting.article import Article, once
from quotes.detecting.candidate import Candidate
from quotes.detecting.evidence import Evidence, alike, kind_of, log_odds
from quotes.detecting.weighing import Weights, weighed

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
    best = max(found, key=lambda content: weighed(features(article, evidence, content), weights))
    return replace(evidence, content=best)


def contents(article: Article, evidence: Evidence) -> list[tuple[int, ...]]:
    """The contents to choose from, as positions of words; first the one that was found. What stands on both sides of
    its cue (*"A," she said, "B"*; *the plan is said to be dead*) has its edges from marks and subjects already."""
    candidate = evidence.candidate
    if candidate.cue and candidate.content[0] < candidate.cue[0] < candidate.content[-1]:
        return [candidate.content]
    taken = {*candidate.cue, *candidate.source}
    found = [candidate.content]
    for start in _starts(article, evidence, candidate):
        for end in _ends(article, evidence, candidate, taken):
            if start <= end:
                found.append(_between(candidate.content, start, end, taken))
    if evidence.head is not None and _is_whole(article, evidence.head.content, taken):
        found.append(evidence.head.content)
    home = {article.paragraphs[candidate.content[0]], article.paragraphs[candidate.content[-1]]}
    return list(dict.fromkeys(one for one in found if one and home.issuperset(
        (article.paragraphs[one[0]], article.paragraphs[one[-1]]))))


def _is_whole(article: Article, content: Sequence[int], taken: set[int]) -> bool:
    """Whether a content has no holes but for punctuation, the cue and the source."""
    holes = set(range(content[0], content[-1])).difference(content, taken)
    return all(article.word(at).upos == "PUNCT" for at in holes)


def _between(content: Sequence[int], start: int, end: int, taken: set[int]) -> tuple[int, ...]:
    """A content cut or widened to begin and end at two words; its holes stay."""
    return (*(at for at in range(start, content[0]) if at not in taken),
            *(at for at in content if start <= at <= end),
            *(at for at in range(content[-1] + 1, end + 1) if at not in taken))


def _starts(article: Article, evidence: Evidence, candidate: Candidate) -> list[int]:
    first, last = candidate.content[0], candidate.content[-1]
    found = {first, *(one.content[0] for one in (evidence.head, evidence.pattern) if one and one.content[0] < last)}
    if candidate.cue and 1 < first - candidate.cue[-1] < _NEAR:
        beside = article.word(_branch(article, candidate.cue[-1] + 1))
        if beside.head not in candidate.cue or relation(beside) not in _OF_THE_CUE:
            found.add(candidate.cue[-1] + 1)
    return sorted({_skipped(article, at, last, 1) for at in found})


def _ends(article: Article, evidence: Evidence, candidate: Candidate, taken: set[int]) -> list[int]:
    first, last = candidate.content[0], candidate.content[-1]
    found = {last, *(one.content[-1] for one in (evidence.head, evidence.pattern) if one and one.content[-1] > first)}
    found.update(_shorter(article, candidate.content))
    found.update(_longer(article, candidate.content, taken))
    return sorted({_skipped(article, at, first, -1) for at in found})


def _skipped(article: Article, at: int, limit: int, step: int) -> int:
    """The first word from a position on that is no punctuation."""
    while at != limit and article.word(at).upos == "PUNCT":
        at += step
    return at


def _shorter(article: Article, content: Sequence[int]) -> Iterator[int]:
    """The last words that are left where a branch at the end of a content is cut off."""
    first, last = content[0], content[-1]
    inside = set(content)
    at = _skipped(article, last, first, -1)
    for _ in range(_MOST):
        head = article.word(at).head
        start, end, _ = article.parse.branches[at]
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
    for at in range(last + 1, limit):
        punctuation = article.word(at).upos == "PUNCT"
        if at in taken and not punctuation or stops == _MOST:
            break
        if punctuation and article.inside[at] < 0 or at == end - 1:
            yield at
            stops += 1
    after = _following(article, last)
    if after is not None and after not in taken:
        top = _branch(article, after)
        if article.word(top).head in content:
            yield article.parse.branches[top][1]


@once
def _following(article: Article, at: int) -> int | None:
    """The next word of the sentence that is no punctuation."""
    last = article.sentence(at)[1]
    return next((after for after in range(at + 1, last) if article.word(after).upos != "PUNCT"), None)


@once
def _branch(article: Article, at: int) -> int:
    """The head of the highest branch of the tree that begins at a position."""
    for _ in range(_MAX_CLIMB):
        head = article.word(at).head
        if head < 0 or article.parse.branches[head][0] != article.parse.branches[at][0]:
            break
        at = head
    return at


def features(article: Article, evidence: Evidence, content: Sequence[int]) -> dict[str, float]:
    """What is to be weighed of a content, by name: whom it agrees with, what it leaves out, what it is made of."""
    construct = "head" if evidence.pattern is None else _CONSTRUCTS.get(kind_of(evidence.pattern), "other")
    candidate = evidence.candidate
    first, last = article.word(content[0]), article.word(content[-1])
    named: dict[str, float] = {
        f"found {construct}": content == candidate.content,
        f"length {construct}": math.log(1 + len(content)),
        "sentences": first.sentence != last.sentence,
        "begins with that": first.lemma == "that",
        "begins with preposition": first.upos == "ADP",
        "next to cue": bool(candidate.cue) and first.index == candidate.cue[-1] + 1,
        "ends open": last.upos in _OPEN}
    for name, other in (("head", evidence.head), ("pattern", evidence.pattern)):
        if other is not None:
            shared = alike(content, other.content)
            named[f"{name} alike"] = shared
            named[f"{name} same"] = shared == 1
            named[f"{name} start"] = first.index == other.content[0]
            named[f"{name} end {construct}"] = last.index == other.content[-1]
            if name == "head":
                named["head sure"] = shared * log_odds(other.score)
    named |= dict.fromkeys(_after(article, candidate, content, construct), True)
    return {FEATURE + name: float(value) for name, value in named.items() if value}


def _after(article: Article, candidate: Candidate, content: Sequence[int], construct: str) -> Iterator[str]:
    """Features of what follows a content in its sentence, and so is none of it."""
    last = content[-1]
    after = _following(article, last)
    if after is None:
        yield f"sentence end {construct}"
        return
    if after in candidate.cue or after in candidate.source:
        yield "before cue"
        return
    top, word = article.word(_branch(article, after)), article.word(after)
    stop = "" if after == last + 1 else "comma " if article.word(last + 1).text == "," else "mark "
    yield f"before {stop}{construct}"
    yield f"before {stop}{relation(top)}"
    if word.lemma.lower() in _LINKS:
        yield f"before {stop}{word.lemma.lower()}"
    elif word.xpos in _LINKING:
        yield f"before {stop}{word.xpos}"
    if top.head in content:
        yield "branch cut"
    if article.inside[after] >= 0 and article.inside[after] == article.inside[last]:
        yield "quotation cut"
