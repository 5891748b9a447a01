"""Accuracy of quotes and speakers on articles with gold: our corpus, or a folder in the same form."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from evaluating.metric import Ratio, Scores, score
from quotes.data import Attribution, Parse, Speaker
from quotes.detecting import detect, patterns, proposals, proposed
from quotes.detecting.article import Article
from quotes.detecting.candidate import Candidate
from quotes.detecting.choosing import weighed
from quotes.detecting.weighing import Weights, weights
from quotes.parsing import EMBEDDED, Parser
from quotes.resolving import resolve

BATCH = 8
DETECTORS: dict[str, Callable[[Parse], Sequence[Attribution]]] = {
    "all": detect,
    "patterns": lambda parse: detect(replace(parse, proposals=None)),
    "head": proposed,
}
"""What can be measured: the whole detector, its patterns without the learned head, and the head alone."""


def read_gold(path: Path) -> list[dict]:
    """Articles of a JSON Lines file, or of ``dev.jsonl`` or ``gold.jsonl`` in a folder."""
    if path.is_dir():
        path = next(p for name in ("gold.jsonl", "dev.jsonl") if (p := path / name).exists())
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def predict(articles: Sequence[dict], *, detector: str = "all", package: str = EMBEDDED,
            parses: Iterable[Parse] | None = None) -> dict[str, list[dict]]:
    """For each article's id the quotes found, in the form of the gold."""
    find = DETECTORS[detector]
    found = {}
    for article, parse in zip(articles, parses if parses is not None else parsed(articles, package=package)):
        attributions = find(parse)
        found[article["id"]] = [as_record(a, speaker)
                                for a, speaker in zip(attributions, resolve(parse, attributions))]
    return found


def parsed(articles: Sequence[dict], *, package: str = EMBEDDED) -> Iterable[Parse]:
    """The parse of each article, in order."""
    parser = Parser(package=package)
    for start in range(0, len(articles), BATCH):
        yield from parser.parse([article["text"] for article in articles[start:start + BATCH]])


def weighed_candidates(parse: Parse, weighing: Weights | None = None) -> tuple[Article, list[Candidate]]:
    """An article and all that may be an attribution in it, with its score: by the shipped weights, or by others."""
    article = Article(parse)
    known = weighing if weighing is not None else weights(with_head=parse.proposals is not None)
    return article, weighed(article, proposals.candidates(article), patterns.candidates(article), known)


def as_record(attribution: Attribution, speaker: Speaker | None) -> dict:
    """An attribution and its speaker in the form of the gold."""
    return {"content": [list(span) for span in attribution.content], "cue": [list(span) for span in attribution.cue],
            "source": [list(span) for span in attribution.source], "type": attribution.type, "act": attribution.act,
            "confidence": round(attribution.confidence, 4), "reason": attribution.reason,
            "speaker": speaker.name if speaker else None,
            "speaker_confidence": speaker.confidence if speaker else None}


def report(articles: Sequence[dict], found: dict[str, list[dict]]) -> str:
    """A table of scores, in percent: all, each type, and each act where the gold has it."""
    lines = [f"{'':10}{'gold':>6}{'found':>6}   " + "".join(
        f"{name:^18}" for name in ("token", "strict", "lenient", "end-to-end", "attributed"))
        + f"{'source':>8}{'named':>8}", " " * 25 + "     P     R    F1" * 5]
    lines.append(_row("all", score(articles, found)))
    kinds = [("type", kind) for kind in ("direct", "mixed", "indirect")]
    kinds += [("act", act) for act in ("speech", "thought") if any("act" in q for a in articles for q in a["quotes"])]
    for name, value in kinds:
        picked = {id_: [q for q in quotes if q[name] == value] for id_, quotes in found.items()}
        wanted = [{**a, "quotes": [q for q in a["quotes"] if q[name] == value]} for a in articles]
        lines.append(_row(value, score(wanted, picked)))
    return "\n".join(lines)


def _row(name: str, scores: Scores) -> str:
    def cells(ratio: Ratio) -> str:
        return f"{ratio.precision:6.1f}{ratio.recall:6.1f}{ratio.f1:6.1f}"

    return (f"{name:10}{scores.lenient.gold:6}{scores.lenient.found:6}   "
            + "".join(map(cells, (scores.token, scores.strict, scores.lenient, scores.end_to_end, scores.attributed)))
            + f"{scores.speaker:8.1f}{scores.named:8.1f}")
