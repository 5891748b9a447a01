"""Learning how candidates for an antecedent are weighed: from the coreference of a treebank, and from news.

A ranking by logistic regression (Denis and Baldridge, 2008): of the candidates for an anaphor, and nobody, the right
ones together are to be the likeliest. A treebank has many pronouns, but of few sources; of the articles whose speakers
are known each source that is a pronoun counts as several.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import torch

from evaluating.metric import aligned, is_linked
from evaluating.quotes import as_record
from quotes.data import Parse
from quotes.detecting import detect
from quotes.resolving.agreement import Anaphor
from quotes.resolving.antecedents import Candidate
from quotes.resolving.pronouns import Choose, Link, Question, by_weights, chosen
from quotes.resolving.resolver import parts_of
from quotes.resolving.sources import source_words
from quotes.resolving.weighing import Sums, Weights
from training.coreference import Story

FOLDS = 5
PENALTY = 1.0
"""Of the weights' squares."""
NEWS = 3.0
"""What a source of an article counts, an anaphor of the treebank being one."""
HEADER = ("# How a candidate for an antecedent is weighed, for he and she, for it, for they, and for a nominal.\n"
          "# Made by: scripts/train.py resolver\n")


@dataclass(frozen=True, slots=True)
class Case:
    """An anaphor, its candidates, and which of them are right: none where it takes up none of them."""

    article: int
    """Which article it stands in; -1 for the treebank."""
    question: Question
    candidates: tuple[Candidate, ...]
    right: frozenset[int]
    """Positions in ``candidates``."""


def treebank_cases(stories: Iterable[Story]) -> list[Case]:
    """All anaphors of the documents that have a candidate, each seen with those before it resolved rightly."""
    found: list[Case] = []
    for story in stories:
        def is_right(question: Question, option: Candidate, story: Story = story) -> bool:
            gold = story.stands_for.get(question.at, frozenset())
            return bool(gold & story.stands_for.get(option.mention.head, frozenset()))

        parts_of(story.parse, detect(story.parse), choose=_teacher(-1, is_right, found))
    return found


def news_cases(articles: Sequence[dict], parses: Sequence[Parse], choose: Choose) -> list[Case]:
    """All sources to be linked whose speaker is known and among the candidates; ``choose`` decides on the others."""
    found: list[Case] = []
    for number, (article, parse) in enumerate(zip(articles, parses)):
        attributions = detect(parse)
        matched = aligned(article["text"], article["quotes"], [as_record(one, None) for one in attributions])
        known = {at: speaker for gold, place in matched.items()
                 if (speaker := article["quotes"][gold].get("speaker")) and speaker["name"]
                 for at in source_words(parse, attributions[place])}

        def is_right(question: Question, option: Candidate, known: Mapping[int, dict] = known) -> bool | None:
            if not question.speaks or question.at not in known:
                return None
            return is_linked(known[question.at], option.referent.name)

        parts_of(parse, attributions, choose=_teacher(number, is_right, found, otherwise=choose))
    return [case for case in found if case.right]


def _teacher(article: int, is_right: Callable[[Question, Candidate], bool | None], found: list[Case], *,
             otherwise: Choose | None = None) -> Choose:
    """What chooses rightly where that is known, and notes down each such case in ``found``."""
    def choose(question: Question, options: Sequence[Candidate]) -> Link | None:
        answers = [is_right(question, option) for option in options]
        if None in answers and otherwise:
            return otherwise(question, options)
        if options:
            right = frozenset(at for at, yes in enumerate(answers) if yes)
            found.append(Case(article, question, tuple(options), right))
        option = next((option for option, yes in zip(options, answers) if yes), None)
        return option and Link(option)

    return choose


def fitted(cases: Sequence[Case]) -> Weights:
    """The weights under which the right candidates of ``cases`` are likeliest."""
    names = sorted({name for case in cases for features in _rows(case) for name in features})
    place = {name: at for at, name in enumerate(names)}
    width = 1 + max(len(case.candidates) for case in cases)
    table = torch.zeros(len(cases), width, len(names))
    there = torch.zeros(len(cases), width, dtype=torch.bool)
    right = torch.zeros(len(cases), width, dtype=torch.bool)
    for row, case in enumerate(cases):
        for at, features in enumerate(_rows(case)):
            there[row, at] = True
            right[row, at] = at - 1 in case.right or not at and not case.right
            for name, value in features.items():
                table[row, at, place[name]] = value
    counts = torch.tensor([1.0 if case.article < 0 else NEWS for case in cases])
    weights = torch.zeros(len(names), requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        values = (table @ weights).masked_fill(~there, -torch.inf)
        lost = values.logsumexp(1) - values.masked_fill(~right, -torch.inf).logsumexp(1)
        value = (counts * lost).sum() + PENALTY * weights.square().sum()
        value.backward()
        return value

    optimizer.step(loss)
    return dict(zip(names, weights.tolist()))


def _rows(case: Case) -> list[dict[str, float]]:
    """Features of nobody, then of each candidate."""
    return [dict.fromkeys(case.question.nobody(), 1.0), *(option.features for option in case.candidates)]


def right(cases: Sequence[Case], weights: Weights) -> int:
    """How many of ``cases`` are chosen rightly."""
    total, sums = 0, Sums(weights)
    for case in cases:
        link = chosen(case.question, case.candidates, sums)
        owners = {case.candidates[at].owner for at in case.right}
        total += link.owner in owners if link else not owners
    return total


def cross_validated(treebank: Sequence[Case], news: Sequence[Case]) -> int:
    """How many cases of the articles are chosen rightly by weights that were learned without their article."""
    total = 0
    for fold in range(FOLDS):
        held = [case for case in news if case.article % FOLDS == fold]
        rest = [case for case in news if case.article % FOLDS != fold]
        total += right(held, fitted([*treebank, *rest])) if held else 0
    return total


def learn_antecedents(treebank: Sequence[Case], articles: Sequence[dict], parses: Sequence[Parse],
                      unseen: Sequence[Case], *, output: Path) -> tuple[dict[Anaphor, Weights], list[str]]:
    """Write the weights.

    Returns:
        The weights for each anaphor; and for each a line of how many cases are right: of the articles, cross-validated,
        and of ``unseen`` ones of the treebank, for comparison by the treebank's weights alone too.
    """
    anaphors = get_args(Anaphor)
    alone = {anaphor: fitted(_of(treebank, anaphor)) for anaphor in anaphors}
    news = news_cases(articles, parses, by_weights(alone))
    learned = {anaphor: fitted([*_of(treebank, anaphor), *_of(news, anaphor)]) for anaphor in anaphors}
    rows = ["\t".join([name, *(f"{learned[anaphor].get(name, 0.0):.3f}" for anaphor in anaphors)])
            for name in sorted({name for weights in learned.values() for name in weights})]
    output.write_text(HEADER + "\n".join(["\t".join(["feature", *anaphors]), *rows, ""]), encoding="utf-8")
    lines = []
    for anaphor in anaphors:
        ours, theirs = _of(news, anaphor), _of(unseen, anaphor)
        lines.append(f"{anaphor:8}  articles {cross_validated(_of(treebank, anaphor), ours)} of {len(ours)} "
                     f"(treebank's weights alone {right(ours, alone[anaphor])}), "
                     f"treebank {right(theirs, learned[anaphor])} of {len(theirs)} ({right(theirs, alone[anaphor])})")
    return learned, lines


def _of(cases: Sequence[Case], anaphor: Anaphor) -> list[Case]:
    return [case for case in cases if case.question.anaphor == anaphor]
