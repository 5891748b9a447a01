"""How proposals of the head and finds of the patterns become attributions.

1. A cue inside quotation marks attributes nothing: the quoted speaker's own words are not taken apart.
2. A proposal and a find of the same attribution are joined (``evidence``), the edges of the content are settled
   (``extents``), and each is given a probability by what speaks for it (``weighing``).
3. The likeliest come first, and each is kept unless one kept before rules it out: it has the same cue, or attributes
   the same words and neither of the two is embedded in the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quotes.data import Attribution
from quotes.detecting.article import Article
from quotes.detecting.calibrating import Knots, calibrated
from quotes.detecting.candidate import Candidate
from quotes.detecting.edges import plain_spans, spans_of
from quotes.detecting.evidence import Evidence, alike, features, is_sure, kind_of, paired, stretches
from quotes.detecting.explaining import why
from quotes.detecting.extents import settled
from quotes.detecting.marks import type_of
from quotes.detecting.patterns.marked import continued
from quotes.detecting.weighing import Weights, chance

THRESHOLD = 0.4
"""Score under which an attribution is left out: where end-to-end F1 on PolNeAR's development part is best
(``scripts/evaluate.py calibration`` prints the curve)."""
LAYOUTS = frozenset(("signature", "colon", "transcript", "headline", "last", "as", "in", "by", "question"))
"""Kinds of patterns that go by the layout of a text or by set phrases, and keep their own score."""
CLAUSES = frozenset(("clause", "marks", "according"))
AFTER_CONTENT = frozenset((",", ";", "”", '"'))
"""What may stand between a content and a source after it."""
EMBEDDED = 0.65
"""What is left of the score of a pattern inside another one's content."""
OVERLAP = 0.5
"""Share of words in common (of all their words) from which two contents are the same."""


def weighed(article: Article, heads: Iterable[Candidate], patterns: Iterable[Candidate], weights: Weights, *,
            least: float = 0.0) -> list[Candidate]:
    """Candidates, joined where head and pattern agree, each with its probability as score. Where a content ends is of
    no matter for the score, but for those that others may be embedded in: of the rest, what scores under ``least`` is
    left as it was found."""
    found = [_with_edges(article, one, weights) if is_sure(one) else one for one in _sound(article, heads, patterns)]
    scores = [max(chance(named, weights), _own_score(article, one, named))
              for one, named in zip(found, features(article, found))]
    edged = [one if is_sure(one) or score < least else _with_edges(article, one, weights)
             for one, score in zip(found, scores)]
    return [_with_phrase(article, one.candidate)._replace(score=score) for one, score in zip(edged, scores)]


def gathered(article: Article, heads: Iterable[Candidate], patterns: Iterable[Candidate],
             weights: Weights) -> list[Evidence]:
    """The evidence of all sound candidates, with the edges of their contents settled."""
    return [_with_edges(article, one, weights) for one in _sound(article, heads, patterns)]


def _sound(article: Article, heads: Iterable[Candidate], patterns: Iterable[Candidate]) -> list[Evidence]:
    """The evidence of all sound candidates, their contents as they were found."""
    return paired([one for one in heads if _is_sound(article, one)],
                  [one for one in patterns if _is_sound(article, one)])


def _with_edges(article: Article, evidence: Evidence, weights: Weights) -> Evidence:
    """The evidence with the edges of its content settled, but for what the layout shows."""
    shown = evidence.pattern is not None and kind_of(evidence.pattern) in LAYOUTS
    return evidence if shown else settled(article, evidence, weights)


def _with_phrase(article: Article, candidate: Candidate) -> Candidate:
    """*…, the cabinet of the minister told*, *…, the minister, Ann Lee, told*: of a source before its cue, the whole noun
    phrase after the content goes with it, and not with the content."""
    source = [at for at in candidate.source if at not in article.punctuation]
    if not source or not candidate.cue or not 0 < candidate.cue[0] - source[-1] < 3:
        return candidate
    content, start = set(candidate.content), source[0]
    described = start > 0 and article.word(start - 1).text == article.word(source[-1] + 1).text == "," and all(
        word.upos == "PROPN" for word in article.words(source))
    start -= described
    while start - 1 in content and start - 1 not in article.punctuation:
        start -= 1
    phrase = content.intersection(range(start, candidate.cue[0])) - article.punctuation
    if not phrase or 2 * len(phrase) > len(content) or start - 1 not in content \
            or article.word(start - 1).text not in AFTER_CONTENT \
            or described and article.word(start).upos not in ("DET", "PRON") \
            or any(word.upos in ("VERB", "AUX", "SCONJ") or word.xpos.startswith("W") for word in article.words(phrase)):
        return candidate
    return candidate._replace(source=tuple(sorted({*candidate.source, *range(start, source[-1])})),
                              content=tuple(at for at in candidate.content if at < start - 1 or at > candidate.cue[0]))


def _own_score(article: Article, evidence: Evidence, named: Mapping[str, float]) -> float:
    """What a pattern's own score is worth where the articles that the weights were learned from tell little: they have
    hardly any of some layouts, and their annotators mark few attributions inside others."""
    pattern = evidence.pattern
    if pattern is None:
        return 0.0
    if kind_of(pattern) in LAYOUTS:
        return pattern.score
    speaks = pattern.act == "speech" and pattern.reason in CLAUSES
    if named["embedded"] and speaks and any(article.word(at).upos in ("NOUN", "PROPN") for at in pattern.source):
        return EMBEDDED * pattern.score
    return 0.0


def attributions(article: Article, candidates: Iterable[Candidate], *, least: float = THRESHOLD,
                 knots: Knots = ()) -> list[Attribution]:
    """The candidates that are kept, as attributions; their confidence is their score, ``calibrated`` by knots."""
    kept = [attribution_of(article, one, knots=knots) for one in chosen(article, candidates, least=least)]
    return [attribution for attribution in kept if attribution.content]


def chosen(article: Article, candidates: Iterable[Candidate], *, least: float = THRESHOLD) -> list[Candidate]:
    """The candidates that are kept, of those that score ``least`` or more, ordered by their first content word."""
    kept: list[Candidate] = []
    by_stretch: dict[int, list[int]] = {}
    cues: set[int] = set()
    for candidate in sorted(candidates, key=_preference):
        if candidate.score < least or cues.intersection(candidate.cue):
            continue
        rivals = {number for stretch in stretches(candidate.content) for number in by_stretch.get(stretch, ())}
        if any(_same(candidate, kept[number]) for number in rivals):
            continue
        for stretch in stretches(candidate.content):
            by_stretch.setdefault(stretch, []).append(len(kept))
        cues.update(candidate.cue)
        kept.append(candidate)
    return sorted(continued(article, kept), key=lambda candidate: (candidate.content[0], -candidate.content[-1]))


def _is_sound(article: Article, candidate: Candidate) -> bool:
    """Whether a candidate has a content, and a cue that stands outside quotation marks."""
    quoted = article.quoted
    return bool(candidate.content) and (quoted.isdisjoint(candidate.cue)
                                        or article.punctuation.issuperset(quoted.intersection(candidate.cue)))


def _preference(candidate: Candidate) -> tuple[float, int, tuple[int, ...]]:
    """Best first: by score, then the longer content, then text order."""
    return (-candidate.score, -len(candidate.content), candidate.content[:1])


def _same(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates attribute the same words, and neither is embedded in the other."""
    if one.source != other.source and (set(one.content).issuperset(other.cue)
                                       or set(other.content).issuperset(one.cue)):
        return False
    return alike(one.content, other.content) >= OVERLAP


def attribution_of(article: Article, candidate: Candidate, *, knots: Knots = ()) -> Attribution:
    """A candidate as an attribution: positions of words become spans of text."""
    content = spans_of(article, set(candidate.content).difference(candidate.cue, candidate.source))
    return Attribution(
        content=content,
        cue=plain_spans(article, candidate.cue),
        source=plain_spans(article, candidate.source),
        type=type_of(article.parse.text, content, article.quotations),
        act=candidate.act,
        confidence=calibrated(candidate.score, knots),
        reason=candidate.reason,
        why=why(article, candidate),
    )
