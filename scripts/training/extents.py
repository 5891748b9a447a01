"""Learning where contents begin and end: a conditional logit over the contents that evidence may have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch

from evaluating.metric import LEAST_SHARED
from quotes.data import Parse
from quotes.detecting import choosing, patterns, proposals
from quotes.detecting.article import Article
from quotes.detecting.evidence import Evidence, alike
from quotes.detecting.extents import contents, features
from quotes.detecting.weighing import Weights

PENALTY = 2e-3
"""Of the weights' squares."""
LEAST_SEEN = 30
"""Contents in which a feature must be seen to be weighed."""
EPSILON = 1e-6


@dataclass(frozen=True, slots=True)
class Choice:
    """The contents that evidence in an article may have: their features, and which are nearest to the gold."""

    article: int
    features: list[dict[str, float]]
    right: list[bool]


def choices_of(articles: Sequence[dict], parses: Sequence[Parse]) -> list[Choice]:
    """All evidence that has more than one content to choose from, one of them near a gold quote's."""
    found = []
    for number, (record, parse) in enumerate(zip(articles, parses)):
        article = Article(parse)
        gold = [(words_in(article, quote["content"]), words_in(article, quote["cue"])) for quote in record["quotes"]]
        for one in choosing.gathered(article, proposals.candidates(article), patterns.candidates(article), {}):
            options = contents(article, one)
            right = _nearest(article, one, options, gold) if len(options) > 1 else []
            if any(right):
                found.append(Choice(number, [features(article, one, option) for option in options], right))
    return found


def _nearest(article: Article, evidence: Evidence, options: Sequence[tuple[int, ...]],
             gold: Sequence[tuple[set[int], set[int]]]) -> list[bool]:
    """Which options share most with a gold content: one with the same cue if there is any."""
    taken = {*evidence.candidate.cue, *evidence.candidate.source}
    words = [{at for at in option if article.word(at).upos != "PUNCT"} - taken for option in options]
    same_cue = [content for content, cue in gold if content and cue.intersection(evidence.candidate.cue)]
    shares = [[alike(option, content) for option in words]
              for content in same_cue or [content for content, _ in gold if content]]
    best = max(shares, key=max, default=[])
    return [share == max(best) >= LEAST_SHARED for share in best]


def words_in(article: Article, spans: Sequence[Sequence[int]]) -> set[int]:
    """The words, punctuation aside, that overlap any span."""
    return {word.index for word in article.parse.words if word.upos != "PUNCT"
            and any(word.start < end and word.end > start for start, end in spans)}


def fitted_extents(choices: Sequence[Choice]) -> Weights:
    """The weights of least loss: the mean surprise at the right contents."""
    seen: dict[str, int] = {}
    for choice in choices:
        for option in choice.features:
            for name in option:
                seen[name] = seen.get(name, 0) + 1
    names = sorted(name for name, times in seen.items() if times >= LEAST_SEEN)
    options = [option for choice in choices for option in choice.features]
    table = torch.tensor([[option.get(name, 0.0) for name in names] for option in options], dtype=torch.float64)
    right = torch.tensor([one for choice in choices for one in choice.right])
    number = torch.tensor([at for at, choice in enumerate(choices) for _ in choice.features])
    weights = torch.zeros(len(names), dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        odds = (table @ weights).clamp(-30, 30).exp()
        total = torch.zeros(len(choices), dtype=torch.float64).index_add(0, number, odds)
        good = torch.zeros(len(choices), dtype=torch.float64).index_add(0, number, odds * right)
        value = -(good / total + EPSILON).log().mean() + PENALTY * weights.square().sum()
        value.backward()
        return value

    optimizer.step(loss)
    return dict(zip(names, weights.tolist()))
