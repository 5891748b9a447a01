"""Learning how evidence is weighed: a logistic regression on articles that the network has not learned from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from evaluating.metric import LEAST_SHARED, Scores, matches, score, sources_overlap
from evaluating.quotes import as_record
from quotes.data import Parse
from quotes.detecting import choosing, detect, patterns, proposals
from quotes.detecting.article import Article
from quotes.detecting.evidence import features
from quotes.detecting.weighing import Weights

FOLDS = 5
PENALTY = 1e-3
"""Of the weights' squares."""
HEADER = ("# How evidence for an attribution is weighed: feature, weight with the learned head, weight without.\n"
          "# Made by: scripts/train.py weights\n")


@dataclass(frozen=True, slots=True)
class Case:
    """Evidence in an article: its features, and whether what it speaks for is right."""

    article: int
    features: dict[str, float]
    right: bool


def cases_of(articles: Sequence[dict], parses: Sequence[Parse]) -> list[Case]:
    """All evidence in the articles; right is what matches a gold quote leniently and has its source."""
    found = []
    for number, (record, parse) in enumerate(zip(articles, parses)):
        article = Article(parse)
        evidence = choosing.gathered(article, proposals.candidates(article), patterns.candidates(article))
        gold = [(_words(article, quote["content"]), quote) for quote in record["quotes"]]
        for one, named in zip(evidence, features(article, evidence)):
            attribution = choosing.attribution_of(article, one.candidate)
            words = _words(article, attribution.content)
            right = any(words & wanted and matches([wanted], [words], least=LEAST_SHARED)
                        and (not quote["source"]
                             or sources_overlap(parse.text, quote["source"], attribution.source))
                        for wanted, quote in gold)
            found.append(Case(number, named, right))
    return found


def _words(article: Article, spans: Sequence[Sequence[int]]) -> set[int]:
    return {word.index for word in article.parse.words if word.upos != "PUNCT"
            and any(word.start < end and word.end > start for start, end in spans)}


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


def cross_validated(articles: Sequence[dict], parses: Sequence[Parse]) -> Scores:
    """Scores of articles each of which is weighed by weights that were learned from the others."""
    cases = cases_of(articles, parses)
    found = {}
    for fold in range(FOLDS):
        weights = fitted([case for case in cases if case.article % FOLDS != fold])
        for record, parse in list(zip(articles, parses))[fold::FOLDS]:
            found[record["id"]] = [as_record(one, None) for one in detect(parse, weighing=weights)]
    return score(articles, found)


def learn_weights(articles: Sequence[dict], parses: Sequence[Parse], *, output: Path) -> dict[str, Scores]:
    """Write the weights with the head and without; the scores of both, cross-validated."""
    bare = [replace(parse, proposals=None) for parse in parses]
    with_head, without = fitted(cases_of(articles, parses)), fitted(cases_of(articles, bare))
    rows = (f"{name}\t{with_head.get(name, 0.0):.3f}\t{without.get(name, 0.0):.3f}\n"
            for name in sorted({*with_head, *without}))
    output.write_text(HEADER + "".join(rows), encoding="utf-8")
    return {"with the head": cross_validated(articles, parses), "patterns alone": cross_validated(articles, bare)}
