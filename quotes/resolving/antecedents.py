"""The candidates for a pronoun's antecedent, each with the named features that it is weighed by.

The features are those of the literature since Lappin and Leass (1994) and Soon, Ng and Lim (2001): distance,
grammatical role, agreement, salience; and what news adds: paragraphs, quotation marks, who was last quoted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from math import log
from typing import NamedTuple

from quotes.data import Parse, Word
from quotes.resolving.agreement import (
    REFLEXIVE, Anaphor, agrees, anaphor_of, gender_of_pronoun, may_be, said_newly, taken_up_by, tells_age)
from quotes.resolving.mentions import Mention, Referent
from quotes.resolving.spots import REACH, Spot, Where, spot_of

HIGHEST = 40
"""Words above a pronoun in its tree that are looked at."""
MENTIONS = 3
"""How many mentions of one referent, the nearest, are looked at."""
ARGUMENTS = frozenset("nsubj obj iobj obl".split())
ROLES = {"nsubj": "subject", "obj": "object", "iobj": "object", "obl": "oblique", "nmod": "oblique",
         "appos": "apposition", "conj": "coordinated", "root": "root"}
"""Names of features, by a candidate's relation to its head."""
MEASURES = ("sentences back", "words between", "others between", "spoken of", "said newly", "told by age")
"""Names of features that a candidate has more or less of; a pronoun's candidates have no more than the first four."""


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
    sources_of: Mapping[int, Sequence[int]]
    """For a word the heads of the sources in whose content it lies."""

    def where(self, word: Word) -> Where:
        """Where a word stands."""
        return Where(word.sentence, self.paragraph[word.index], self.quoted[word.index])


class Seen(NamedTuple):
    """A mention that the text has passed."""

    mention: Mention
    head: int
    owner: int
    """Position of its referent."""
    referent: Referent
    where: Where
    relation: str
    clause: int
    """The word whose subject it is; -1 if it is none."""
    speaks: bool
    """Is it a source?"""
    traits: tuple[str, ...]
    """Features that it has for whatever may take it up."""


@dataclass
class Discourse:
    """What has been spoken of so far, up to the word in question."""

    seen: list[Seen] = field(default_factory=list)
    fitting: dict[Anaphor, list[Seen]] = field(default_factory=lambda: defaultdict(list))
    """Of all seen what may be taken up by each anaphor, by kind and number."""
    counts: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    speaker: tuple[int, int] | None = None
    """Who was last the source of anything outside quotation marks, and the word where."""
    genders: dict[int, str] = field(default_factory=dict)
    """``m`` or ``f`` where it is known: by name and titles, else by most of the pronouns so far."""
    _votes: dict[int, Counter[str]] = field(default_factory=dict)
    _last: Where | None = None
    """Where what was last seen stands."""

    def see(self, parse: Parse, around: Surroundings, mention: Mention, owner: int, referent: Referent) -> None:
        """Takes note of a mention of the referent at position ``owner``."""
        head = mention.head
        word, relation = parse.words[head], parse.relations[head]
        where = around.where(word)
        if self._last == where:
            where = self._last  # one object, so that candidates are quickly known to stand at one place
        self._last = where
        kind = "many" if referent.plural else referent.kind
        seen = Seen(mention, head, owner, referent, where, relation, word.head if relation == "nsubj" else -1,
                    head in around.speaking, _traits(mention.form, referent.named, kind, word.deprel, mention.inner))
        self.seen.append(seen)
        for anaphor in taken_up_by(referent):
            self.fitting[anaphor].append(seen)
        self.counts[owner] += 1
        if referent.gender:
            self.genders[owner] = referent.gender

    def vote(self, owner: int, referent: Referent, gender: str) -> None:
        """Takes note of the gender of a pronoun for a referent."""
        if referent.gender:
            return
        votes = self._votes.setdefault(owner, Counter())
        votes[gender] += 1
        self.genders[owner] = votes.most_common(1)[0][0]


class _Place(NamedTuple):
    """Where a pronoun or nominal stands that looks for an antecedent."""

    where: Where
    relation: str
    speaks: bool
    """Is it a source?"""
    sources: Sequence[int]
    """Heads of the sources in whose content it lies."""
    above: frozenset[int]
    """The words above it in the tree."""


class Candidate(NamedTuple):
    """A mention that a pronoun or nominal may take up."""

    seen: Seen
    spot: Spot
    shared: tuple[str, ...]
    """Signs that all mentions of its referent have in common."""
    own: tuple[str, ...]
    """Signs beside these, its traits and those of its spot."""
    between: float
    """The measure of ``words between``."""
    others: float
    """The measure of ``others between``."""
    spoken_of: float
    news: tuple[float, ...]
    """The measures that only a nominal's candidates have."""

    @property
    def mention(self) -> Mention:
        """What may be taken up."""
        return self.seen.mention

    @property
    def owner(self) -> int:
        """Position of its referent."""
        return self.seen.owner

    @property
    def referent(self) -> Referent:
        """Whom or what it stands for."""
        return self.seen.referent

    @property
    def features(self) -> dict[str, float]:
        """All features: of a sign one has 1."""
        signs = chain(self.seen.traits, self.spot.signs, self.shared, self.own)
        measures = self.spot.back, self.between, self.others, self.spoken_of, *self.news
        return {**dict.fromkeys(signs, 1.0), **dict(zip(MEASURES, measures))}


Row = tuple[Seen, Spot, tuple[str, ...], tuple[str, ...], float, float, float, tuple[float, ...]]
"""The fields of a :class:`Candidate`."""


class Candidates(Sequence[Candidate]):
    """The candidates of one question. Of most no more is asked than what they weigh: so each is made when asked for."""

    def __init__(self, rows: list[Row]) -> None:
        self.rows = rows

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, at: int) -> Candidate:
        return Candidate(*self.rows[at])


def candidates(parse: Parse, around: Surroundings, discourse: Discourse, at: int,
               nominal: Mention | None = None) -> Candidates:
    """What the pronoun at word ``at``, or ``nominal`` whose head it is, may take up: the nearest first.

    What contradicts it in number, gender or kind, or may not corefer by grammar, is left out.
    """
    low, place, barred = parse.words[at].text.lower(), _place(parse, around, at), _barred(parse, at)
    anaphor: Anaphor = "nominal" if nominal else anaphor_of(low)
    wanted, others = gender_of_pronoun(low), 0.0
    here, relation_here, speaks_here, sources, above = place
    genders, counts = discourse.genders, discourse.counts
    spoke, last_words = _spoke_last(around, discourse, place)
    times = dict.fromkeys(_named_inside(around, discourse, at, low), MENTIONS)  # mentions of each referent passed
    told: dict[int, tuple[tuple[str, ...], float, tuple[float, ...]]] = {}  # what the mentions of a referent share
    rows: list[Row] = []
    where, spot, farthest = None, Spot((), 0.0), here.sentence - REACH
    for seen in reversed(discourse.fitting[anaphor]):
        _, head, owner, referent, there, relation, clause, speaks, _ = seen
        if there is not where:
            where = there
            if there.sentence < farthest:
                break
            spot = spot_of(here, there)
        passed = times.get(owner, 0)
        if passed == MENTIONS or head in barred:
            continue
        if passed:
            shared, spoken_of, news = told[owner]
        else:
            gender, count = genders.get(owner, ""), counts[owner]
            if not (may_be(nominal, referent, gender) if nominal else
                    not gender or agrees(anaphor, wanted, referent, gender)):
                times[owner] = MENTIONS
                continue
            shared = ("known gender",) if gender and wanted and not nominal else ()
            if owner == spoke:
                shared += (last_words,)
            if count == 1 and referent.named:
                shared += ("new",)
            spoken_of, news = log(count), _news(nominal, referent) if nominal else ()
            told[owner] = shared, spoken_of, news
            if len(told) < 8:  # more than six others count as six
                others = (len(told) - 1) / 6
        times[owner] = passed + 1
        own: tuple[str, ...] = ("parallel",) if relation == relation_here else ()
        if clause in above:
            own += ("subject of a clause above",)
        if speaks:
            own += ("source too" if speaks_here else "source",)
        if head in sources:
            own += ("source of these words" if here.quoted < 0 else "source of these quoted words",)
        rows.append((seen, spot, shared, own, log(1 + at - head) / 4, others, spoken_of, news))
    return Candidates(rows)


def _named_inside(around: Surroundings, discourse: Discourse, at: int, low: str) -> frozenset[int]:
    """Who is named in the words that the pronoun at ``at`` is the source of, and so is hardly the pronoun itself."""
    own = around.content_of.get(at)
    if not own or low in REFLEXIVE:
        return frozenset()
    return frozenset(seen.owner for seen in discourse.seen[-60:]
                     if seen.mention.form == "name" and seen.mention.head in own and not seen.mention.inner)


def _spoke_last(around: Surroundings, discourse: Discourse, place: _Place) -> tuple[int, str]:
    """Who spoke last before another source, and the feature that tells so; -1 where nobody did."""
    if not discourse.speaker or not place.speaks:
        return -1, ""
    owner, word = discourse.speaker
    return owner, "spoke last" if place.where.paragraph - around.paragraph[word] < 2 else "spoke last, further back"


def _news(nominal: Mention, referent: Referent) -> tuple[float, ...]:
    """What a nominal would tell of a referent: the measures that only a nominal's candidates have."""
    return min(len(said_newly(nominal, referent)), 3), float(tells_age(nominal))


def _barred(parse: Parse, at: int) -> frozenset[int]:
    """Heads that a pronoun may not corefer with: the phrases it is part of, the other arguments of its verb."""
    words, relations = parse.words, parse.relations
    barred = set()
    up = at
    while words[up].head >= 0 and relations[up] in ("nmod", "det", "compound", "amod", "appos", "conj"):
        up = words[up].head
        barred.add(up)
    if words[at].text.lower() not in REFLEXIVE and relations[at] in ARGUMENTS and words[at].head >= 0:
        barred.update([child for child in parse.children[words[at].head] if relations[child] in ARGUMENTS])
    return frozenset(barred)


def _place(parse: Parse, around: Surroundings, at: int) -> _Place:
    above: list[int] = []
    head = parse.words[at].head
    while head >= 0 and len(above) < HIGHEST:
        above.append(head)
        head = parse.words[head].head
    return _Place(around.where(parse.words[at]), parse.relations[at], at in around.speaking,
                  around.sources_of.get(at, ()), frozenset(above))


@cache
def _traits(form: str, named: bool, kind: str, deprel: str, inner: bool) -> tuple[str, ...]:
    """What a mention is, and as what its head stands in its clause. There are few, so each is made once."""
    relation = deprel.partition(":")[0]
    traits = [f"as a {form}", f"{'named' if named else 'unnamed'} {kind}"]
    if form == "nominal" and not named and relation not in ("nsubj", "appos"):
        traits.append("unnamed, in passing")
    if deprel == "nmod:poss":
        traits.append("owner")
    elif inner:
        traits.append("inner")
    elif relation in ROLES:
        traits.append(ROLES[relation])
    return tuple(traits)
