"""Pronouns: whom *she*, *they*, *which* and *its* stand for, by agreement, grammar and salience."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from quotes.data import Parse, Word, relation
from quotes.resolving.agreement import THIRD, Anaphor, anaphor_of, gender_of_pronoun
from quotes.resolving.antecedents import Candidate, Discourse, Surroundings, candidates
from quotes.resolving.mentions import Mention, Referent
from quotes.resolving.weighing import Weights, antecedent_weights, weighed

OTHERS = frozenset("spokesman spokeswoman spokesperson lawyer attorney aide adviser advisor official source reporter "
                   "judge witness officer expert doctor victim suspect agent assistant interviewer moderator host "
                   "person prosecutor defendant owner manager resident teacher author editor caller".split())
"""Those who speak of somebody else: a bare *the lawyer* is hardly the one spoken of last."""


@dataclass(frozen=True, slots=True)
class Link:
    """What a pronoun or nominal was found to take up."""

    owner: int
    """Position of the referent."""
    antecedent: Mention
    features: dict[str, float]
    chance: float
    """Probability of this referent among all candidates and nobody, 0 to 1."""
    margin: float
    """How much more likely it is than the next best, 0 to 1."""
    rivals: int
    """How many other referents there were to choose from."""
    pronoun: bool = True
    """Is it a pronoun that takes it up, no nominal?"""


@dataclass(frozen=True, slots=True)
class Question:
    """What looks for an antecedent."""

    at: int
    """The pronoun, or the head of the nominal."""
    anaphor: Anaphor
    speaks: bool
    """Is it a source?"""

    def nobody(self) -> dict[str, float]:
        """The features of taking up nothing that was spoken of before."""
        return {"nobody": 1.0, **({"nobody, as a source": 1.0} if self.speaks else {})}


Choose = Callable[[Question, Sequence[Candidate]], Link | None]
"""From a question and its candidates, nearest first, to the one chosen."""


def by_weight(question: Question, options: Sequence[Candidate]) -> Link | None:
    """The candidate of most weight; None where nobody weighs more."""
    return chosen(question, options, antecedent_weights(question.anaphor))


def by_weights(weights: Mapping[Anaphor, Weights]) -> Choose:
    """As ``by_weight``, by other weights than the shipped ones."""
    return lambda question, options: chosen(question, options, weights[question.anaphor])


def chosen(question: Question, options: Sequence[Candidate], weights: Weights) -> Link | None:
    """The candidate of most weight by ``weights``; None where *nobody* weighs more than all."""
    best: dict[int, tuple[float, Candidate]] = {}
    for option in options:
        value = weighed(option.features, weights)
        if option.owner not in best or value > best[option.owner][0]:
            best[option.owner] = value, option
    nobody = weighed(question.nobody(), weights)
    ranked = sorted(best.values(), key=lambda pair: -pair[0])
    if not ranked or ranked[0][0] <= nobody:
        return None
    values = [value for value, _ in ranked] + [nobody]
    total = sum(exp(value - values[0]) for value in values)
    after = max(values[1:])
    option = ranked[0][1]
    return Link(option.owner, option.mention, option.features, 1 / total, (1 - exp(after - values[0])) / total,
                len(ranked) - 1, question.anaphor != "nominal")


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
    for word in parse.words:
        mentions = known.get(word.index, [])
        if not mentions and word.upos not in ("PRON", "DET"):
            continue
        low = word.text.lower()
        speaks = word.index in around.speaking
        link = None
        if word.index in fresh:
            nominal = mentions[0][0]
            options = candidates(parse, referents, around, discourse, word.index, nominal)
            link = choose(Question(word.index, "nominal", speaks), list(options))
            if link:
                same[mentions[0][1]] = link
        elif not mentions and low in THIRD:
            options = candidates(parse, referents, around, discourse, word.index)
            link = choose(Question(word.index, anaphor_of(low), speaks), list(options))
            if link and (gender := gender_of_pronoun(low)):
                discourse.vote(link.owner, gender)
        elif mentions:
            link = same.get(mentions[0][1])
        if link:
            found[word.index] = link
            mentions = [(mentions[0][0] if mentions else _pronoun(word), link.owner)]
        for mention, at in mentions:
            discourse.see(parse, mention, at, referents[at])
        if mentions and speaks and around.quoted[word.index] < 0:
            discourse.speaker = mentions[-1][1], word.index
    return found


def _pronoun(word: Word) -> Mention:
    return Mention("pronoun", word.index, word.index, word.index + 1, word.text, (word.text.lower(),))


def _may_be_named(parse: Parse, referent: Referent) -> bool:
    """Is this *the senator* or *the 34-year-old*, never introduced, so that it must be someone named before?"""
    first = referent.mentions[0]
    word = parse.words[first.head]
    if referent.named or referent.plural or referent.kind != "person" or word.lemma.lower() in OTHERS:
        return False
    children = [parse.words[child] for child in parse.children[first.head]]
    return any(child.text.lower() == "the" and child.deprel == "det" for child in children) and \
        not any(relation(child) in ("acl", "appos", "conj") for child in children)
