"""Does confidence mean what it says: is of what has confidence *c* a share *c* right?

Expected calibration error: the distance between mean confidence and share right of each bin of confidence, weighed by
its rows (Naeini and others, *Obtaining well calibrated probabilities using Bayesian binning*, 2015).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evaluating.metric import aligned, is_linked, same_source, score

BINS = 10
SURE = 0.9
CUT_OFFS = tuple(number / 20 for number in range(4, 15))
"""Scores to try as the least of what is kept."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Something found in an article: how sure it is, and whether it is right."""

    article: int
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """What has a confidence from ``low`` up to the next bin's: how many, their mean confidence and share right."""

    low: float
    rows: int
    confidence: float
    right: float


def judged(articles: Sequence[dict], found: Mapping[str, Sequence[dict]]) -> list[Judged]:
    """All quotes found; right is what matches a gold quote leniently, one to one, and has its source."""
    rows = []
    for number, article in enumerate(articles):
        quotes = found.get(article["id"], [])
        matched = {at: gold for gold, at in aligned(article["text"], article["quotes"], quotes).items()}
        rows += [Judged(number, quote["confidence"], at in matched and same_source(
            article["text"], article["quotes"][matched[at]], quote)) for at, quote in enumerate(quotes)]
    return rows


def judged_speakers(articles: Sequence[dict], found: Mapping[str, Sequence[dict]]) -> list[Judged]:
    """The speakers of the quotes that match a gold quote whose speaker is known; right is the name or an alias."""
    rows = []
    for number, article in enumerate(articles):
        quotes = found.get(article["id"], [])
        for gold, at in aligned(article["text"], article["quotes"], quotes).items():
            known = article["quotes"][gold].get("speaker") or {}
            if known.get("name") and quotes[at]["speaker"]:
                rows.append(Judged(number, quotes[at]["speaker_confidence"], is_linked(known, quotes[at]["speaker"])))
    return rows


def reliability(rows: Sequence[Judged]) -> list[Bin]:
    """The bins that hold something, of equal width, ascending."""
    bins = []
    for number in range(BINS):
        held = [row for row in rows if min(int(row.confidence * BINS), BINS - 1) == number]
        if held:
            bins.append(Bin(number / BINS, len(held), sum(row.confidence for row in held) / len(held), share(held)))
    return bins


def share(rows: Sequence[Judged]) -> float:
    """The share that is right, 0 to 1; 0 of nothing."""
    return sum(row.right for row in rows) / max(1, len(rows))


def expected_error(bins: Sequence[Bin]) -> float:
    """Expected calibration error, 0 to 1."""
    return sum(one.rows * abs(one.confidence - one.right) for one in bins) / max(1, sum(one.rows for one in bins))


def report(name: str, rows: Sequence[Judged]) -> str:
    """The reliability table, its error, and how much of what is surest is right."""
    lines = [f"{name:12}{'rows':>8}{'confidence':>12}{'right':>8}"]
    bins = reliability(rows)
    lines += [f"from {one.low:<7.1f}{one.rows:8}{one.confidence:12.3f}{one.right:8.3f}" for one in bins]
    sure = [row for row in rows if row.confidence >= SURE]
    lines.append(f"expected calibration error {expected_error(bins):.3f}; "
                 f"{len(sure)} of {len(rows)} at {SURE} or more, of which {share(sure):.3f} right")
    return "\n".join(lines)


def curve(articles: Sequence[dict], found: Mapping[float, Mapping[str, Sequence[dict]]]) -> str:
    """End-to-end precision, recall and F1, in percent, of what is found at each cut-off."""
    lines = [f"{'cut-off':12}{'rows':>8}{'P':>8}{'R':>8}{'F1':>8}"]
    for least, rows in found.items():
        ratio = score(articles, rows).end_to_end
        lines.append(f"{least:<12.2f}{ratio.found:8}{ratio.precision:8.1f}{ratio.recall:8.1f}{ratio.f1:8.2f}")
    return "\n".join(lines)


def with_speakers(articles: Sequence[dict], speakers: Sequence[dict]) -> list[dict]:
    """The articles that have an entry in ``speakers``, their quotes with the speakers that are sure there."""
    known = {entry["id"]: {one["index"]: one for one in entry["speakers"] if one.get("sure", True)}
             for entry in speakers}
    return [{**article, "quotes": [{**quote, "speaker": known[article["id"]].get(at)}
                                   for at, quote in enumerate(article["quotes"])]}
            for article in articles if article["id"] in known]
