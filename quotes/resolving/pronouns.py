"""Pronouns: whom *she*, *they*, *which* and *its* stand for, by agreement, grammar and salience.

A pronoun's candidates are the noun phrases shortly before it. What contradicts it in number, gender or kind, or
may not corefer by grammar, is left out; the others are weighed by distance, by grammatical role, by how much the
article speaks of them and by who was last quoted (in the spirit of Lappin and Leass, 1994).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import log

from quotes.data import Parse
from quotes.resolving.mentions import Mention, Referent, relation
from quotes.resolving.names import TITLES
from quotes.resolving.phrases import canonical

MASCULINE = frozenset("he him his himself".split())
FEMININE = frozenset("she her hers herself".split())
NEUTER = frozenset("it its itself".split())
PLURAL = frozenset("they them their theirs themselves themself".split())
FIRST = frozenset("i me my mine myself we us our ours ourselves".split())
SECOND = frozenset("you your yours yourself yourselves".split())
RELATIVE = frozenset("who whom whose which that".split())
REFLEXIVE = frozenset("himself herself itself themselves themself".split())
THIRD = MASCULINE | FEMININE | NEUTER | PLURAL
OTHERS = frozenset("spokesman spokeswoman spokesperson lawyer attorney aide adviser advisor official source reporter "
                   "judge witness officer expert doctor victim suspect agent assistant interviewer moderator host "
                   "person prosecutor defendant owner manager resident teacher author editor caller".split())
"""Those who speak of somebody else: a bare *the lawyer* is hardly the one spoken of last."""
AGES = frozenset("year-old year old one two three four five six seven eight nine ten".split())
"""What tells of ages and families (*the father of two*) may be said for the first time."""
PARENTS = frozenset("father mother dad mum mom gran grandmother grandfather".split())
REACH = 12
"""Sentences back in which a pronoun's antecedent is looked for."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each sign counts. Tuned on the coreference of GUM's training part and on speakers of news."""

    enough: float = -0.35
    """Below this a pronoun is left without an antecedent."""
    nominal_enough: float = 1.8
    """The same for *the senator*, who need not be anyone named."""
    here: float = 2.06
    """A candidate in the same sentence."""
    nearby: float = 1.1
    """Less for each sentence between, for the first few."""
    far: float = 0.15
    """Less for each sentence between, from then on."""
    subject: float = 0.2
    inner: float = -0.15
    """A candidate that only modifies or owns."""
    oblique: float = -0.15
    speaking: float = 1.05
    """A candidate that is a source itself."""
    paragraph: float = 0.4
    quoted: float = -1.05
    """A candidate in quotation marks, for a pronoun outside them."""
    speaker: float = 1.0
    """Who was last quoted, for a pronoun that is a source."""
    often: float = 0.26
    """For the logarithm of how often the candidate has been spoken of."""
    gender: float = 0.95
    """A gender known to agree."""
    unknown: float = -0.5
    """A name that may or may not be a person's."""
    nominal: float = -0.3
    passing: float = -1.6
    """For *he* and *she*: a nominal that is no subject and names nobody: *asked by an analyst*."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known about the text around the pronouns."""

    speaking: frozenset[int]
    """Heads of sources."""
    quoted: tuple[int, ...]
    """For each word the number of the direct quote it lies in; -1 outside."""
    paragraph: tuple[int, ...]
    """For each word its paragraph."""
    content_of: dict[int, frozenset[int]]
    """For the head of a source the words that it is the source of."""


@dataclass
class _Discourse:
    """What has been spoken of so far."""

    seen: list[tuple[Mention, int]] = field(default_factory=list)
    counts: Counter[int] = field(default_factory=Counter)
    genders: dict[int, Counter[str]] = field(default_factory=dict)
    speaker: int | None = None
    """Who was last the source of anything outside quotation marks."""


def resolve_pronouns(parse: Parse, referents: Sequence[Referent], around: Surroundings, *,
                     weights: Weights = Weights()) -> dict[int, int]:
    """For each third-person pronoun with an antecedent the referent's position in ``referents``."""
    known: dict[int, list[tuple[Mention, int]]] = {}
    fresh = {referent.mentions[0].head for referent in referents if _may_be_named(parse, referent)}
    for at, referent in enumerate(referents):
        for mention in referent.mentions:
            known.setdefault(mention.head, []).append((mention, at))
    discourse = _Discourse()
    found: dict[int, int] = {}
    for word in parse.words:
        low = word.text.lower()
        if word.index in fresh and (word.index in around.speaking or _tells_age(known[word.index][0][0])) and (
                chosen := _antecedent(parse, referents, around, discourse, word.index, weights,
                                      known[word.index][0][0])) is not None:
            found[word.index] = chosen
            discourse.seen.append((known[word.index][0][0], chosen))
            discourse.counts[chosen] += 1
            at = chosen
        elif word.index in known:
            for mention, at in known[word.index]:
                discourse.seen.append((mention, at))
                discourse.counts[at] += 1
            at = known[word.index][-1][1]
        elif low in THIRD and word.upos in ("PRON", "DET"):
            chosen = _antecedent(parse, referents, around, discourse, word.index, weights)
            if chosen is None:
                continue
            at = found[word.index] = chosen
            mention = Mention("pronoun", word.index, word.index, word.index + 1, word.text, (low,))
            if gender_of_pronoun(low):
                discourse.genders.setdefault(at, Counter())[gender_of_pronoun(low)] += 1
            discourse.seen.append((mention, at))
            discourse.counts[at] += 1
        else:
            continue
        if word.index in around.speaking and around.quoted[word.index] < 0:
            discourse.speaker = at
    return found


def _may_be_named(parse: Parse, referent: Referent) -> bool:
    """Is this *the senator* or *the 34-year-old*, never introduced, so that it must be someone named before?"""
    first = referent.mentions[0]
    word = parse.words[first.head]
    if referent.named or referent.plural or referent.kind != "person" or word.lemma.lower() in OTHERS:
        return False
    children = [parse.words[child] for child in parse.children[first.head]]
    return any(child.text.lower() == "the" and child.deprel == "det" for child in children) and \
        not any(relation(child) in ("acl", "appos", "conj") for child in children)


def gender_of_pronoun(low: str) -> str:
    """``m``, ``f`` or empty."""
    return "m" if low in MASCULINE else "f" if low in FEMININE else ""


def _antecedent(parse: Parse, referents: Sequence[Referent], around: Surroundings, discourse: _Discourse,
                at: int, weights: Weights, nominal: Mention | None = None) -> int | None:
    words = parse.words
    low = words[at].text.lower()
    best: int | None = None
    weight = weights.enough if not nominal or _tells_age(nominal) else weights.nominal_enough
    barred = _barred(parse, at)
    own = around.content_of.get(at, frozenset())
    named_inside = {owner for mention, owner in discourse.seen if mention.form == "name" and mention.head in own
                    and not mention.inner}
    for mention, owner in reversed(discourse.seen):
        distance = words[at].sentence - words[mention.head].sentence
        if distance > REACH:
            break
        if mention.head in barred or owner in named_inside and low not in REFLEXIVE:
            continue
        agreement = _may_be(nominal, referents[owner], discourse, owner) if nominal else \
            _agreement(low, mention, referents[owner], discourse, owner, weights, at in around.speaking)
        if agreement is None:
            continue
        if gender_of_pronoun(low) and mention.form == "nominal" and not referents[owner].named and \
                relation(words[mention.head]) not in ("nsubj", "appos"):
            agreement += weights.passing
        value = agreement + _closeness(parse, around, mention, at, distance, weights) + \
            weights.often * log(discourse.counts[owner])
        if owner == discourse.speaker and at in around.speaking and not (nominal and _tells_age(nominal)):
            value += weights.speaker
        if value > weight:
            best, weight = owner, value
    return best


def _barred(parse: Parse, at: int) -> frozenset[int]:
    """Heads that a pronoun may not corefer with: the phrases it is part of, the other arguments of its verb."""
    words = parse.words
    low = words[at].text.lower()
    barred = set()
    up = at
    while words[up].head >= 0 and relation(words[up]) in ("nmod", "det", "compound", "amod", "appos", "conj"):
        up = words[up].head
        barred.add(up)
    if low not in REFLEXIVE and relation(words[at]) in ("nsubj", "obj", "iobj", "obl") and words[at].head >= 0:
        barred.update(child for child in parse.children[words[at].head]
                      if relation(words[child]) in ("nsubj", "obj", "iobj", "obl"))
    return frozenset(barred)


def _agreement(low: str, mention: Mention, referent: Referent, discourse: _Discourse, owner: int,
               weights: Weights, speaking: bool) -> float | None:
    """Number, gender and kind; None where they contradict the pronoun."""
    kind = referent.kind
    if low in MASCULINE or low in FEMININE:
        if referent.plural or kind in ("organization", "place", "document", "group"):
            return None
        wanted = gender_of_pronoun(low)
        votes = discourse.genders.get(owner, Counter())
        gender = referent.gender or (votes.most_common(1)[0][0] if votes else "")
        if gender and gender != wanted:
            return None
        value = weights.gender if gender else 0.0
        if kind == "unknown":
            value += weights.unknown if referent.named else -2.0
        return value if referent.named else value + weights.nominal
    if low in NEUTER:
        if referent.plural or kind in ("person", "group"):
            return None
        bodies = {"organization": 1.0, "document": 0.5, "place": 0.3}
        return bodies.get(kind, -1.2) if speaking else bodies.get(kind, 0.0) / 2
    if kind == "person" and not referent.plural:
        return -1.5 if not referent.gender else None
    if kind == "document" and not referent.plural:
        return None
    if referent.plural:
        return 1.2 if kind == "group" or referent.named else 0.5
    return 0.2 if kind in ("organization", "group") else -0.8


def _tells_age(nominal: Mention) -> bool:
    """Is this *the 34-year-old* or *the father of two*, who is always somebody named?"""
    role = nominal.roles[0]
    return role.noun in AGES or role.noun in PARENTS and bool(role.modifiers & AGES)


def _may_be(nominal: Mention, referent: Referent, discourse: _Discourse, owner: int) -> float | None:
    """As ``_agreement``, for a nominal such as *the actress*: nothing it says may be new or contradict the known."""
    if not referent.named or referent.plural or referent.kind != "person":
        return None
    votes = discourse.genders.get(owner, Counter())
    gender = referent.gender or (votes.most_common(1)[0][0] if votes else "")
    if gender and nominal.gender not in ("", gender):
        return None
    role = nominal.roles[0]
    roles = [known for mention in referent.mentions for known in mention.roles]
    known = frozenset().union(*(other.modifiers for other in roles))
    new = {word for word in role.modifiers - known if word not in AGES and not word[0].isdigit()}
    titles = {canonical(other.noun) for other in roles if other.noun in TITLES}
    if new or role.noun in TITLES and titles and canonical(role.noun) not in titles:
        return None
    return 0.0


def _closeness(parse: Parse, around: Surroundings, mention: Mention, at: int, distance: int,
               weights: Weights) -> float:
    """Distance and grammatical role of a candidate."""
    words = parse.words
    value = max(weights.here - weights.nearby * distance, 0.6 - weights.far * distance)
    role = relation(words[mention.head])
    if role == "nsubj":
        value += weights.subject
    elif mention.inner or words[mention.head].deprel == "nmod:poss":
        value += weights.inner
    elif role in ("nmod", "obl"):
        value += weights.oblique
    if mention.head in around.speaking:
        value += weights.speaking
    if around.paragraph[mention.head] == around.paragraph[at]:
        value += weights.paragraph
    if around.quoted[mention.head] >= 0 and around.quoted[mention.head] != around.quoted[at]:
        value += weights.quoted
    return value
