"""Pronouns: whom *she*, *they*, *which* and *its* stand for, by agreement, grammar and salience."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, inf
from operator import mul
from typing import NamedTuple

from quotes.data import Parse, Word
from quotes.resolving.agreement import THIRD, Anaphor, anaphor_of, gender_of_pronoun
from quotes.resolving.antecedents import MEASURES, Candidate, Candidates, Discourse, Row, Surroundings, candidates
from quotes.resolving.mentions import Mention, Referent
from quotes.resolving.weighing import Sums, Weights, antecedent_sums

OTHERS = frozenset("spokesman spokeswoman spokesperson lawyer attorney aide adviser advisor official source reporter "
                   "judge witness officer expert doctor victim suspect agent assistant interviewer moderator host "
                   "person prosecutor defendant owner manager resident teacher author editor caller".split())
"""Those who speak of somebody else: a bare *the lawyer* is hardly the one spoken of last."""


class Link(NamedTuple):
    """What a pronoun or nominal was found to take up. How sure that is, few are asked: so it is told when asked."""

    candidate: Candidate
    values: tuple[float, ...] = (0.0,)
    """What each referent there was to choose from weighs."""
    nobody: float = -inf
    """What taking up nothing weighs."""
    pronoun: bool = True
    """Is it a pronoun that takes it up, no nominal?"""

    @property
    def owner(self) -> int:
        """Position of the referent."""
        return self.candidate.owner

    @property
    def antecedent(self) -> Mention:
        """The mention that is taken up."""
        return self.candidate.mention

    @property
    def features(self) -> dict[str, float]:
        """The features of the antecedent."""
        return self.candidate.features

    @property
    def chance(self) -> float:
        """Probability of this referent among all candidates and nobody, 0 to 1."""
        most, *others = self._ranked()
        return 1 / (1 + sum([exp(value - most) for value in others]))

    @property
    def margin(self) -> float:
        """How much more likely it is than the next best, 0 to 1."""
        most, after, *_ = self._ranked()
        return (1 - exp(after - most)) * self.chance

    @property
    def rivals(self) -> int:
        """How many other referents there were to choose from."""
        return len(self.values) - 1

    def _ranked(self) -> list[float]:
        return sorted((*self.values, self.nobody), reverse=True)


@dataclass(frozen=True, slots=True)
class Question:
    """What looks for an antecedent."""

    at: int
    """The pronoun, or the head of the nominal."""
    anaphor: Anaphor
    speaks: bool
    """Is it a source?"""

    def nobody(self) -> tuple[str, ...]:
        """The signs of taking up nothing that was spoken of before."""
        return ("nobody", "nobody, as a source") if self.speaks else ("nobody",)


Choose = Callable[[Question, Candidates], Link | None]
"""From a question and its candidates, nearest first, to the one chosen."""


def by_weight(question: Question, options: Candidates) -> Link | None:
    """The candidate of most weight; None where nobody weighs more."""
    return chosen(question, options.rows, antecedent_sums(question.anaphor))


def by_weights(weights: Mapping[Anaphor, Weights]) -> Choose:
    """As ``by_weight``, by other weights than the shipped ones."""
    sums = {anaphor: Sums(known) for anaphor, known in weights.items()}
    return lambda question, options: chosen(question, options.rows, sums[question.anaphor])


def chosen(question: Question, options: Sequence[Row], sums: Sums) -> Link | None:
    """The candidate of most weight by ``sums``; None where *nobody* weighs more than all."""
    per_back, per_word, per_other, per_time, *factors = [sums[name,] for name in MEASURES]
    nobody = sums[question.nobody()]
    most, taken = nobody, None
    best: dict[int, float] = {}  # what each referent weighs
    spot, near = None, 0.0
    for option in options:
        seen, there, shared, own, between, others, spoken_of, news = option
        if there is not spot:
            spot, near = there, sums[there.signs] + there.back * per_back
        value = near + sums[seen.traits] + sums[shared] + sums[own] + between * per_word + others * per_other + \
            spoken_of * per_time
        if news:
            value += sum(map(mul, news, factors))
        if value > most:
            most, taken = value, option
        if value > best.get(seen.owner, -inf):
            best[seen.owner] = value
    return taken and Link(Candidate(*taken), tuple(best.values()), nobody, question.anaphor != "nominal")


def resolve_pronouns(parse: Parse, referents: Sequence[Referent], around: Surroundings, *,
                     choose: Choose = by_weight) -> dict[int, Link]:
    """What each third-person pronoun, and each nominal that must be someone named before, takes up.

    Args:
        parse: The article.
        referents: All that it speaks of.
        around: Who is speaking, what is quoted, where paragraphs begin.
        choose: Decides among candidates.

    Returns:
        For the word of each pronoun, and the head of each such nominal, that has an antecedent its link.
    """
    known: dict[int, list[tuple[Mention, int]]] = {}
    fresh = {referent.mentions[0].head for referent in referents if _may_be_named(parse, referent)}
    for at, referent in enumerate(referents):
        for mention in referent.mentions:
            known.setdefault(mention.head, []).append((mention, at))
    discourse = Discourse()
    same: dict[int, Link] = {}  # of referents that only nominals stand for, those found to be someone named
    found: dict[int, Link] = {}
    for place in sorted(known.keys() | _pronouns(parse)):
        mentions, speaks = known.get(place, []), place in around.speaking
        if place in fresh:
            nominal, owner = mentions[0]
            options = candidates(parse, around, discourse, place, nominal)
            link = choose(Question(place, "nominal", speaks), options)
            if link:
                same[owner] = link
        elif mentions:
            link = same.get(mentions[0][1])
        else:
            low = parse.words[place].text.lower()
            options = candidates(parse, around, discourse, place)
            link = choose(Question(place, anaphor_of(low), speaks), options)
            if link and (gender := gender_of_pronoun(low)):
                discourse.vote(link.owner, referents[link.owner], gender)
        if link:
            found[place] = link
            mentions = [(mentions[0][0] if mentions else _pronoun(parse.words[place]), link.owner)]
        for mention, at in mentions:
            discourse.see(parse, around, mention, at, referents[at])
        if mentions and speaks and around.quoted[place] < 0:
            discourse.speaker = mentions[-1][1], place
    return found


def _pronouns(parse: Parse) -> frozenset[int]:
    """The third-person pronouns of an article."""
    return frozenset([at for at, tag in enumerate(parse.tags)
                      if tag in ("PRON", "DET") and parse.words[at].text.lower() in THIRD])


def _pronoun(word: Word) -> Mention:
    return Mention("pronoun", word.index, word.index, word.index + 1, word.text, (word.text.lower(),))


def _may_be_named(parse: Parse, referent: Referent) -> bool:
    """Is this *the senator* or *the 34-year-old*, never introduced, so that it must be someone named before?"""
    if referent.named or referent.plural or referent.kind != "person":
        return False
    head = referent.mentions[0].head
    if parse.words[head].lemma.lower() in OTHERS:
        return False
    children = parse.children[head]
    return any(parse.words[child].deprel == "det" and parse.words[child].text.lower() == "the" for child in children) \
        and not any(parse.relations[child] in ("acl", "appos", "conj") for child in children)
