"""How candidates become attributions: one clear order of preference.

Candidates are taken best first, and each is kept unless one kept before rules it out:

1. a cue inside quotation marks attributes nothing (the quoted speaker's own words are not taken apart);
2. a cue inside what someone else is quoted with counts less: *the agency reported that Belgium said …* has two
   attributions, but *he said that they want more* has one;
3. one attribution a cue: a second content for the same cue is left out;
4. the same words attributed twice, or nearly, are one attribution, unless one is embedded in the other (2).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quotes.data import Attribution
from quotes.detecting.article import Article
from quotes.detecting.candidate import Candidate
from quotes.detecting.edges import spans_of
from quotes.detecting.marks import type_of
from quotes.detecting.patterns.marked import continued

THRESHOLD = 0.33
"""Candidates below this score are left out."""
EMBEDDED_CLAUSE, EMBEDDED_PHRASE = 0.65, 0.2
"""What becomes of the score of a candidate whose cue lies inside another one's content."""
CLAUSES = frozenset(("clause", "marks", "parenthesis", "according", "colon", "signature", "head"))
"""The patterns whose contents are whole clauses or sentences."""
OVERLAP = 0.5
"""Share of words in common (of all their words) from which two contents are the same."""


def join(article: Article, candidates: Iterable[Candidate]) -> list[Attribution]:
    """The attributions of an article, ordered by their first content word."""
    kept: list[Candidate] = []
    by_word: dict[int, list[int]] = {}
    cues: set[int] = set()
    sound = [one for one in candidates if one.content and not _is_quoted(article, one)]
    for candidate in sorted(_weighed(article, sound), key=_preference):
        if candidate.score < THRESHOLD or cues.intersection(candidate.cue):
            continue
        rivals = {number for at in candidate.content for number in by_word.get(at, ())}
        if any(_same(candidate, kept[number]) for number in rivals):
            continue
        for at in candidate.content:
            by_word.setdefault(at, []).append(len(kept))
        cues.update(candidate.cue)
        kept.append(candidate)
    kept = continued(article, kept)
    kept.sort(key=lambda candidate: (candidate.content[0], -candidate.content[-1]))
    return [attribution for candidate in kept if (attribution := _attribution(article, candidate)).content]


def _weighed(article: Article, candidates: list[Candidate]) -> Iterator[Candidate]:
    """The candidates, with a lower score for those whose cue lies inside another one's content."""
    around: dict[int, int] = {}
    for number, one in enumerate(candidates):
        if one.reason in CLAUSES and one.score >= THRESHOLD:
            for at in one.content:
                around.setdefault(at, number)
    for one in candidates:
        if one.cue and one.cue[0] in around and candidates[around[one.cue[0]]].source != one.source:
            whole = one.reason in CLAUSES and one.act == "speech" and _is_named(article, one)
            factor = EMBEDDED_CLAUSE if whole else EMBEDDED_PHRASE
            yield replace(one, score=one.score * factor)
        else:
            yield one


def _is_named(article: Article, candidate: Candidate) -> bool:
    """Whether a noun or name tells who the source is."""
    return any(article.word(at).upos in ("NOUN", "PROPN") for at in candidate.source)


def _preference(candidate: Candidate) -> tuple[float, int, tuple[int, ...]]:
    """Best first: by score, then the longer content, then text order."""
    return (-candidate.score, -len(candidate.content), candidate.content[:1])


def _is_quoted(article: Article, candidate: Candidate) -> bool:
    return any(article.inside[at] >= 0 and article.word(at).upos != "PUNCT" for at in candidate.cue)


def _same(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates attribute the same words, and neither is embedded in the other."""
    first, second = set(one.content), set(other.content)
    if one.source != other.source and (first.issuperset(other.cue) or second.issuperset(one.cue)):
        return False
    return len(first & second) >= OVERLAP * len(first | second)


def _attribution(article: Article, candidate: Candidate) -> Attribution:
    content = spans_of(article, set(candidate.content) - set(candidate.cue) - set(candidate.source))
    return Attribution(
        content=content,
        cue=spans_of(article, candidate.cue, marks=False),
        source=spans_of(article, candidate.source, marks=False),
        type=type_of(article.parse.text, content, article.quotations),
        act=candidate.act,
        confidence=candidate.score,
        reason=candidate.reason,
    )
