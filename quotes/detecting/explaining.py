"""Why an attribution is one, in words for whoever checks it: the cue and what it takes, the mark or the path through
the tree that joins them, and what the learned head thought.

*cue “told” with a clause (ccomp); learned model 0.97*
"""

from __future__ import annotations

from collections.abc import Sequence

from quotes.detecting.article import Article
from quotes.detecting.candidate import Candidate
from quotes.detecting.edges import plain_spans, tops_of

LONGEST_PATH = 3
"""Relations on a path through a tree that still tell something."""
_FRAMES = {
    "clause": "with a clause", "to": "with an infinitive", "objto": "with who is to do what", "obj": "with an object",
    "pred": "with what something is called", "raise": "in the passive with an infinitive", "passive": "in the passive",
}
_LAYOUTS = {
    "colon": "colon after the one who speaks",
    "transcript": "turn of a transcript",
    "signature": "post signed with a dash and a name",
    "last speaker": "quotation marks “ … ” without a cue: the last speaker goes on",
}
_BESIDE = {
    "marks": "quotation marks “ … ” beside",
    "parenthesis": "clause broken or followed by",
    "question": "question before",
    "headline": "headline with its speaker at",
}


def why(article: Article, candidate: Candidate) -> str:
    """What gave an attribution, in a few words, its parts joined by semicolons."""
    pattern = pattern_of(candidate.reason)
    parts = [_construct(article, candidate, pattern)]
    if candidate.learned is not None:
        parts.append(f"learned model {'' if pattern else 'alone '}{candidate.learned:.2f}")
    elif article.parse.proposals is not None:
        parts.append("not seen by the learned model")
    return "; ".join(parts)


def _construct(article: Article, candidate: Candidate, pattern: str) -> str:
    if pattern in _LAYOUTS:
        return _LAYOUTS[pattern]
    spans = plain_spans(article, candidate.cue)
    cue = f"cue “{' … '.join(' '.join(article.parse.text[start:end].split()) for start, end in spans)}”"
    if pattern in _BESIDE:
        return f"{_BESIDE[pattern]} {cue}"
    path = _path(article, candidate.cue, candidate.content)
    return cue + _frame(pattern.removeprefix("noun ")) + (f" ({path})" if path else "")


def pattern_of(reason: str) -> str:
    """The name of the pattern in an attribution's ``reason``; empty where the learned head alone found it."""
    return reason.split(", ")[-1].removesuffix("head")


def _frame(frame: str) -> str:
    """How a cue stands in a frame of the lexicon; nothing for set phrases (*according to*) and the head alone."""
    if frame in _FRAMES:
        return f" {_FRAMES[frame]}"
    thing, plus, _ = frame.partition("+")
    if plus:
        return f" with {'an object and ' if thing else ''}a prepositional phrase"
    return ""


def _path(article: Article, cue: Sequence[int], content: Sequence[int]) -> str:
    """The shortest way through the tree from the cue down (``>``) or up (``<``) to the content: ``ccomp``,
    ``obl > acl``, ``< parataxis``; empty where it is long or where there is none."""
    tops = tops_of(article, content)
    paths = (_relations(article, one, other) for one in tops_of(article, cue) for other in tops)
    found = min(filter(None, paths), key=len, default=())
    return " > ".join(found).replace("> <", "<") if len(found) <= LONGEST_PATH else ""


def _relations(article: Article, start: int, end: int) -> list[str]:
    """The relations on the way from one word to another of its sentence."""
    above = {at: number for number, at in enumerate(_upwards(article, start))}
    down = []
    for at in _upwards(article, end):
        if at in above:
            up = [f"< {article.word(step).deprel}" for step in list(above)[:above[at]]]
            return up + down[::-1]
        down.append(article.word(at).deprel)
    return []


def _upwards(article: Article, at: int) -> list[int]:
    """A word and those above it, up to the root."""
    found = []
    while at >= 0:
        found.append(at)
        at = article.word(at).head
    return found
