"""The candidates for a pronoun's antecedent, each with the named features that it is weighed by.

The features are those of the literature since Lappin and Leass (1994) and Soon, Ng and Lim (2001): distance,
grammatical role, agreement, salience; and what news adds: paragraphs, quotation marks, who was last quoted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import log

from quotes.data import Parse
from quotes.resolving.agreement import REFLEXIVE, Anaphor, agrees, anaphor_of, may_be, said_newly, tells_age
from quotes.resolving.mentions import Mention, Referent, relation

REACH = 12
"""Sentences back in which an antecedent is looked for."""
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


@dataclass
class Discourse:
    """What has been spoken of so far, up to the word in question."""

    seen: list[tuple[Mention, int]] = field(default_factory=list)
    """Mentions in order, each with the position of its referent."""
    counts: Counter[int] = field(default_factory=Counter)
    genders: dict[int, Counter[str]] = field(default_factory=dict)
    speaker: tuple[int, int] | None = None
    """Who was last the source of anything outside quotation marks, and the word where."""

    def gender(self, owner: int, referent: Referent) -> str:
        """``m``, ``f`` or empty: by name and titles, else by the pronouns so far."""
        votes = self.genders.get(owner)
        return referent.gender or (votes.most_common(1)[0][0] if votes else "")


@dataclass(frozen=True, slots=True)
class Candidate:
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
    words = parse.words
    low = words[at].text.lower()
    barred = _barred(parse, at)
    own = around.content_of.get(at, frozenset())
    named_inside = own and {owner for mention, owner in discourse.seen[-60:]
                            if mention.form == "name" and mention.head in own and not mention.inner}
    anaphor: Anaphor = "nominal" if nominal else anaphor_of(low)
    above = _ancestors(parse, at)
    passed: Counter[int] = Counter()
    for mention, owner in reversed(discourse.seen):
        back = words[at].sentence - words[mention.head].sentence
        if back > REACH:
            break
        if passed[owner] == MENTIONS or mention.head in barred or owner in named_inside and low not in REFLEXIVE:
            continue
        referent = referents[owner]
        gender = discourse.gender(owner, referent)
        if not (may_be(nominal, referent, gender) if nominal else agrees(low, referent, gender)):
            continue
        found = dict.fromkeys(_signs(parse, around, mention, at, above), 1.0)
        found |= dict.fromkeys(_traits(referent, gender, mention, relation(words[mention.head]), anaphor), 1.0)
        found["sentences back"] = back / REACH
        found["words between"] = log(1 + at - mention.head) / 4
        found["others between"] = min(len(passed) - (owner in passed), 6) / 6
        found["spoken of"] = log(discourse.counts[owner])
        if discourse.speaker and discourse.speaker[0] == owner and at in around.speaking:
            near = around.paragraph[at] - around.paragraph[discourse.speaker[1]] < 2
            found["spoke last" if near else "spoke last, further back"] = 1.0
        if discourse.counts[owner] == 1 and referent.named:
            found["new"] = 1.0
        if nominal:
            found["said newly"] = min(len(said_newly(nominal, referent)), 3)
            found["told by age"] = float(tells_age(nominal))
        passed[owner] += 1
        yield Candidate(mention, owner, referent, found)


def _barred(parse: Parse, at: int) -> frozenset[int]:
    """Heads that a pronoun may not corefer with: the phrases it is part of, the other arguments of its verb."""
    words = parse.words
    barred = set()
    up = at
    while words[up].head >= 0 and relation(words[up]) in ("nmod", "det", "compound", "amod", "appos", "conj"):
        up = words[up].head
        barred.add(up)
    if words[at].text.lower() not in REFLEXIVE and relation(words[at]) in ARGUMENTS and words[at].head >= 0:
        barred.update(child for child in parse.children[words[at].head] if relation(words[child]) in ARGUMENTS)
    return frozenset(barred)


def _ancestors(parse: Parse, at: int) -> frozenset[int]:
    found = []
    while parse.words[at].head >= 0 and len(found) < 40:
        at = parse.words[at].head
        found.append(at)
    return frozenset(found)


def _signs(parse: Parse, around: Surroundings, mention: Mention, at: int, above: frozenset[int]) -> Iterator[str]:
    """Where a candidate stands, and as what."""
    words = parse.words
    head, word = words[mention.head], words[at]
    back = word.sentence - head.sentence
    if back < 3:
        yield ("same sentence", "sentence before", "two sentences before")[back]
    paragraphs = around.paragraph[at] - around.paragraph[mention.head]
    if paragraphs < 2:
        yield ("same paragraph", "paragraph before")[paragraphs]
    role = relation(head)
    if head.deprel == "nmod:poss":
        yield "owner"
    elif mention.inner:
        yield "inner"
    elif role in ROLES:
        yield ROLES[role]
    if role == relation(word):
        yield "parallel"
    if role == "nsubj" and head.head in above:
        yield "subject of a clause above"
    speaks = at in around.speaking
    if mention.head in around.speaking:
        yield "source too" if speaks else "source"
    if mention.head in around.sources_of.get(at, ()):
        yield "source of these words" if around.quoted[at] < 0 else "source of these quoted words"
    if around.quoted[mention.head] >= 0:
        yield "same quotation" if around.quoted[mention.head] == around.quoted[at] else \
            "in quotation marks" if around.quoted[at] < 0 else "in another quotation"
    elif around.quoted[at] >= 0:
        yield "outside the quotation"


def _traits(referent: Referent, gender: str, mention: Mention, role: str, anaphor: Anaphor) -> Iterator[str]:
    """What a candidate is."""
    yield f"as a {mention.form}"
    kind = "many" if referent.plural else referent.kind
    yield f"{'named' if referent.named else 'unnamed'} {kind}"
    if anaphor == "person" and gender:
        yield "known gender"
    if not referent.named and mention.form == "nominal" and role not in ("nsubj", "appos"):
        yield "unnamed, in passing"
