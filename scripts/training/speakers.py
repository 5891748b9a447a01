"""Learning how sure a speaker is, from articles whose speakers are known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluating.calibration import Judged
from evaluating.metric import aligned, is_linked
from evaluating.quotes import as_record
from quotes.data import Parse
from quotes.detecting import detect
from quotes.resolving.confidence import chance_of, features, is_nobody
from quotes.resolving.pronouns import Choose
from quotes.resolving.resolver import parts_of
from training.weighing import Case, fitted

FOLDS = 5
HEADER = ("# How likely a speaker is right, by what leads to the name: a logistic regression.\n"
          "# Made by: scripts/train.py resolver\n")


def cases_of(articles: Sequence[dict], parses: Sequence[Parse], choose: Choose) -> Iterator[Case]:
    """What was resolved of quotes that are right and whose speaker is known; right is the name or an alias."""
    for number, (article, parse) in enumerate(zip(articles, parses)):
        attributions = detect(parse)
        resolved = parts_of(parse, attributions, choose=choose)
        records = [as_record(one, None) for one in attributions]
        for gold, at in aligned(article["text"], article["quotes"], records).items():
            speaker = article["quotes"][gold].get("speaker") or {}
            if speaker.get("name") and resolved[at] and not is_nobody(resolved[at]):
                name = "; ".join(part.name for part in resolved[at])
                weakest = min((features(part, attributions[at]) for part in resolved[at]), key=chance_of)
                yield Case(number, weakest, is_linked(speaker, name))


def cross_validated(cases: Sequence[Case]) -> list[Judged]:
    """The cases with the confidence that weights learned from other articles give them."""
    found = []
    for fold in range(FOLDS):
        weights = fitted([case for case in cases if case.article % FOLDS != fold])
        found += [Judged(case.article, chance_of(case.features, weights), case.right)
                  for case in cases if case.article % FOLDS == fold]
    return found


def learn_confidence(cases: Sequence[Case], *, output: Path) -> None:
    """Write the weights."""
    rows = [f"{name}\t{weight:.3f}" for name, weight in sorted(fitted(cases).items())]
    output.write_text(HEADER + "\n".join(["feature\tweight", *rows, ""]), encoding="utf-8")
