"""Learning how evidence is weighed: a logistic regression on articles that the network has not learned from; where its
contents end (``extents``); and what share of the attributions with a score is then right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from evaluating.calibration import judged
from evaluating.metric import LEAST_SHARED, Scores, matches, score, sources_overlap
from evaluating.quotes import as_record, weighed_candidates
from quotes.data import Parse
from quotes.detecting import choosing, patterns, proposals
from quotes.detecting.article import Article
from quotes.detecting.calibrating import calibrated
from quotes.detecting.candidate import Candidate
from quotes.detecting.evidence import features
from quotes.detecting.weighing import Weights
from training.calibrating import knots_of
from training.extents import choices_of, fitted_extents, words_in

FOLDS = 5
LEAST = 0.2
"""Score from which the share that is right is learned: well below any cut-off."""
PENALTY = 1e-3
"""Of the weights' squares."""
HEADER = ("# How evidence for an attribution and the edges of its content are weighed: feature, weight with the head,\n"
          "# weight without.\n"
          "# Made by: scripts/train.py weights\n")
SHARES = ("# What share of attributions is right at a score: with the learned head or by patterns alone, score, share.\n"
          "# Made by: scripts/train.py weights\n")


@dataclass(frozen=True, slots=True)
class Case:
    """Evidence in an article: its features, and whether what it speaks for is right."""

    article: int
    features: dict[str, float]
    right: bool


def cases_of(articles: Sequence[dict], parses: Sequence[Parse], extents: Sequence[Weights]) -> list[Case]:
    """All evidence in the articles; right is what matches a gold quote leniently and has its source. ``extents`` are
    the weights of contents for the articles of each fold."""
    found = []
    for number, (record, parse) in enumerate(zip(articles, parses)):
        article = Article(parse)
        evidence = choosing.gathered(article, proposals.candidates(article), patterns.candidates(article),
                                     extents[number % FOLDS])
        gold = [(words_in(article, quote["content"]), quote) for quote in record["quotes"]]
        for one, named in zip(evidence, features(article, evidence)):
            attribution = choosing.attribution_of(article, one.candidate)
            words = words_in(article, attribution.content)
            right = any(words & wanted and matches([wanted], [words], least=LEAST_SHARED)
                        and (not quote["source"]
                             or sources_overlap(parse.text, quote["source"], attribution.source))
                        for wanted, quote in gold)
            found.append(Case(number, named, right))
    return found


def fitted(cases: Sequence[Case]) -> Weights:
    """The weights of least loss."""
    names = sorted({name for case in cases for name in case.features})
    table = torch.tensor([[case.features.get(name, 0.0) for name in names] for case in cases], dtype=torch.float64)
    right = torch.tensor([float(case.right) for case in cases], dtype=torch.float64)
    weights = torch.zeros(len(names), dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=300, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        value = torch.nn.functional.binary_cross_entropy_with_logits(table @ weights, right)
        value = value + PENALTY * weights.square().sum()
        value.backward()
        return value

    optimizer.step(loss)
    return dict(zip(names, weights.tolist()))


def learned(articles: Sequence[dict], parses: Sequence[Parse]) -> tuple[Weights, list[Weights]]:
    """The weights learned from all articles; and for each fold those learned from the articles of the others."""
    choices = choices_of(articles, parses)
    extents = [fitted_extents([one for one in choices if one.article % FOLDS != fold]) for fold in range(FOLDS)]
    cases = cases_of(articles, parses, extents)
    folds = [{**extents[fold], **fitted([case for case in cases if case.article % FOLDS != fold])}
             for fold in range(FOLDS)]
    return {**fitted_extents(choices), **fitted(cases)}, folds


def held_out(articles: Sequence[dict], parses: Sequence[Parse]) -> list[tuple[Article, list[Candidate]]]:
    """Each article's candidates, weighed by weights that were learned from the articles of other folds."""
    return _weighed(parses, learned(articles, parses)[1])


def _weighed(parses: Sequence[Parse], folds: Sequence[Weights]) -> list[tuple[Article, list[Candidate]]]:
    return [weighed_candidates(parse, folds[number % FOLDS]) for number, parse in enumerate(parses)]


def records_of(articles: Sequence[dict], weighed: Sequence[tuple[Article, list[Candidate]]], *,
               least: float = choosing.THRESHOLD) -> dict[str, list[dict]]:
    """For each article's id what is kept of its candidates, in the form of the gold."""
    return {record["id"]: [as_record(one, None) for one in choosing.attributions(article, candidates, least=least)]
            for record, (article, candidates) in zip(articles, weighed)}


def calibrated_records(articles: Sequence[dict],
                       weighed: Sequence[tuple[Article, list[Candidate]]]) -> dict[str, list[dict]]:
    """For each article's id what is found, with the share that was right at its score in the articles of other folds
    as its confidence."""
    rows = judged(articles, records_of(articles, weighed, least=LEAST))
    folds = [knots_of([row for row in rows if row.article % FOLDS != fold]) for fold in range(FOLDS)]
    found = records_of(articles, weighed)
    return {article["id"]: [{**one, "confidence": calibrated(one["confidence"], folds[number % FOLDS])}
                            for one in found[article["id"]]] for number, article in enumerate(articles)}


def learn_weights(articles: Sequence[dict], parses: Sequence[Parse], *, output: Path,
                  shares: Path) -> dict[str, Scores]:
    """Write the weights with the head and without to ``output``, and what share is right at which score to ``shares``;
    the scores of both, cross-validated."""
    ways = {"head": parses, "patterns": [replace(parse, proposals=None) for parse in parses]}
    found = {name: learned(articles, way) for name, way in ways.items()}
    rows = (f"{name}\t" + "\t".join(f"{weights.get(name, 0.0):.3f}" for weights, _ in found.values()) + "\n"
            for name in sorted(set().union(*(weights for weights, _ in found.values()))))
    output.write_text(HEADER + "".join(rows), encoding="utf-8")
    weighed = {name: _weighed(way, found[name][1]) for name, way in ways.items()}
    knots = {name: knots_of(judged(articles, records_of(articles, rows, least=LEAST)))
             for name, rows in weighed.items()}
    shares.write_text(SHARES + "".join(f"{name}\t{score}\t{share}\n" for name, table in knots.items()
                                       for score, share in table), encoding="utf-8")
    return {name: score(articles, records_of(articles, rows)) for name, rows in weighed.items()}
