"""The candidates for a pronoun's antecedent, each with the named features that it is weighed by.

The features are those of the literature since Lappin and Leass (1994) and Soon, Ng and Lim (2001): distance,
grammatical role, agreement, salience; and what news adds: paragraphs, quotation marks, who was last quoted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import log
from typing import NamedTuple

from quotes.data import Parse
from quotes.resolving.agreement import REFLEXIVE, agrees, anaphor_of, may_be, said_newly, tells_age
from quotes.resolving.mentions import Mention, Referent

REACH = 12
"""Sentences back in which an antecedent is looked for."""
HIGHEST = 40
"""Words above a pronoun in its tree that are looked at."""
MENTIONS = 3
"""How many mentions of one referent, the nearest, are looked at."""
ARGUMENTS = frozenset("nsubj obj iobj obl".split())
ROLES = {"nsubj": "subject", "obj": "object", "iobj": "object", "obl": "oblique", "nmod": "oblique",
         "appos": "apposition", "conj": "coordinated", "root": "root"}
"""Names of features, by a candidate's relation to its head."""


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
    sources_of: dict[int, tuple[int, ...]]
    """For a word the heads of the sources in whose content it lies."""


class Seen(NamedTuple):
    """A mention that the text has passed."""

    mention: Mention
    owner: int
    """Position of its referent."""
    sentence: int
    traits: tuple[str, ...]
    """Features that it has for whatever may take it up."""


@dataclass
class Discourse:
    """What has been spoken of so far, up to the word in question."""

    seen: list[Seen] = field(default_factory=list)
    counts: Counter[int] = field(default_factory=Counter)
    speaker: tuple[int, int] | None = None
    """Who was last the source of anything outside quotation marks, and the word where."""
    _votes: dict[int, Counter[str]] = field(default_factory=dict)
    _genders: dict[int, str] = field(default_factory=dict)
    """What most of the votes for a referent say."""

    def see(self, parse: Parse, mention: Mention, owner: int, referent: Referent) -> None:
        """Takes note of a mention of the referent at position ``owner``."""
        kind = "many" if referent.plural else referent.kind
        traits = [f"as a {mention.form}", f"{'named' if referent.named else 'unnamed'} {kind}"]
        if not referent.named and mention.form == "nominal" and \
                parse.relations[mention.head] not in ("nsubj", "appos"):
            traits.append("unnamed, in passing")
        self.seen.append(Seen(mention, owner, parse.words[mention.head].sentence, tuple(traits)))
        self.counts[owner] += 1

    def vote(self, owner: int, gender: str) -> None:
        """Takes note of the gender of a pronoun for a referent."""
        votes = self._votes.setdefault(owner, Counter())
        votes[gender] += 1
        self._genders[owner] = votes.most_common(1)[0][0]

    def gender(self, owner: int, referent: Referent) -> str:
        """``m``, ``f`` or empty: by name and titles, else by the pronouns so far."""
        return referent.gender or self._genders.get(owner, "")


class _Place(NamedTuple):
    """Where a pronoun or nominal stands that looks for an antecedent."""

    sentence: int
    paragraph: int
    relation: str
    quoted: int
    """The number of the direct quote; -1 outside."""
    speaks: bool
    """Is it a source?"""
    sources: tuple[int, ...]
    """Heads of the sources in whose content it lies."""
    above: frozenset[int]
    """The words above it in the tree."""


class Candidate(NamedTuple):
    """A mention that a pronoun or nominal may take up."""

    mention: Mention
    owner: int
    """Position of its referent."""
    referent: Referent
    features: dict[str, float]


def candidates(parse: Parse, referents: Sequence[Referent], around: Surroundings, discourse: Discourse,
               at: int, nominal: Mention | None = None) -> Iterator[Candidate]:
    """What the pronoun at word ``at``, or ``nominal`` whose head it is, may take up: the nearest first.

    What contradicts it in number, gender or kind, or may not corefer by grammar, is left out.
    """
    low, place = parse.words[at].text.lower(), _place(parse, around, at)
    barred = _barred(parse, at)
    own = around.content_of.get(at, frozenset())
    named_inside = {seen.owner for seen in discourse.seen[-60:]
                    if seen.mention.form == "name" and seen.mention.head in own and not seen.mention.inner} \
        if own and low not in REFLEXIVE else frozenset()
    tells_gender = not nominal and anaphor_of(low) == "person"
    passed: dict[int, int] = {}
    for mention, owner, sentence, traits in reversed(discourse.seen):
        back = place.sentence - sentence
        if back > REACH:
            break
        times = passed.get(owner, 0)
        if times == MENTIONS or mention.head in barred or owner in named_inside:
            continue
        referent = referents[owner]
        gender = discourse.gender(owner, referent)
        if not (may_be(nominal, referent, gender) if nominal else agrees(low, referent, gender)):
            continue
        found = dict.fromkeys((*_signs(parse, around, mention.head, mention.inner, place), *traits), 1.0)
        if gender and tells_gender:
            found["known gender"] = 1.0
        found["sentences back"] = back / REACH
        found["words between"] = log(1 + at - mention.head) / 4
        found["others between"] = min(len(passed) - bool(times), 6) / 6
        found["spoken of"] = log(discourse.counts[owner])
        if discourse.speaker and discourse.speaker[0] == owner and place.speaks:
            near = place.paragraph - around.paragraph[discourse.speaker[1]] < 2
            found["spoke last" if near else "spoke last, further back"] = 1.0
        if discourse.counts[owner] == 1 and referent.named:
            found["new"] = 1.0
        if nominal:
            found["said newly"] = min(len(said_newly(nominal, referent)), 3)
            found["told by age"] = float(tells_age(nominal))
        passed[owner] = times + 1
        yield Candidate(mention, owner, referent, found)


def _barred(parse: Parse, at: int) -> frozenset[int]:
    """Heads that a pronoun may not corefer with: the phrases it is part of, the other arguments of its verb."""
    words, relations = parse.words, parse.relations
    barred = set()
    up = at
    while words[up].head >= 0 and relations[up] in ("nmod", "det", "compound", "amod", "appos", "conj"):
        up = words[up].head
        barred.add(up)
    if words[at].text.lower() not in REFLEXIVE and relations[at] in ARGUMENTS and words[at].head >= 0:
        barred.update(child for child in parse.children[words[at].head] if relations[child] in ARGUMENTS)
    return frozenset(barred)


def _place(parse: Parse, around: Surroundings, at: int) -> _Place:
    above: list[int] = []
    head = parse.words[at].head
    while head >= 0 and len(above) < HIGHEST:
        above.append(head)
        head = parse.words[head].head
    return _Place(parse.words[at].sentence, around.paragraph[at], parse.relations[at], around.quoted[at],
                  at in around.speaking, around.sources_of.get(at, ()), frozenset(above))


def _signs(parse: Parse, around: Surroundings, head: int, inner: bool, place: _Place) -> list[str]:
    """Where a candidate with this head stands, and as what."""
    word, role = parse.words[head], parse.relations[head]
    found = []
    back = place.sentence - word.sentence
    if back < 3:
        found.append(("same sentence", "sentence before", "two sentences before")[back])
    paragraphs = place.paragraph - around.paragraph[head]
    if paragraphs < 2:
        found.append(("same paragraph", "paragraph before")[paragraphs])
    if word.deprel == "nmod:poss":
        found.append("owner")
    elif inner:
        found.append("inner")
    elif role in ROLES:
        found.append(ROLES[role])
    if role == place.relation:
        found.append("parallel")
    if role == "nsubj" and word.head in place.above:
        found.append("subject of a clause above")
    if head in around.speaking:
        found.append("source too" if place.speaks else "source")
    if head in place.sources:
        found.append("source of these words" if place.quoted < 0 else "source of these quoted words")
    quoted = around.quoted[head]
    if quoted >= 0:
        found.append("same quotation" if quoted == place.quoted else
                     "in quotation marks" if place.quoted < 0 else "in another quotation")
    elif place.quoted >= 0:
        found.append("outside the quotation")
    return found
