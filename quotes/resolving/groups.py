"""The names gathered so far of each person, body and place, and under what to find them.

An article may be a book: what a name more costs must not grow with the names before it. So what a group's names tell is
counted as each is added, and groups are looked up, not gone through.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from quotes.data import Kind, Parse
from quotes.resolving import lexicon, names
from quotes.resolving.kinds import kind_of_noun
from quotes.resolving.kinship import kin_before
from quotes.resolving.mentions import Mention

Handle = tuple[str, str]
"""Under what to find a group: what of a name, and its letters."""


@dataclass
class Told:
    """What the names of a group tell together. Heads are in the order of the text."""

    kinds: dict[Kind, int] = field(default_factory=dict)
    """How much speaks for each."""
    genders: dict[str, int] = field(default_factory=dict)
    by_first_name: dict[str, int] = field(default_factory=dict)
    """The genders that names of one word would have as first names."""
    offices: set[str] = field(default_factory=set)
    """The nouns of the roles that its names give."""
    spoken_of: int = 0
    """The names of several words that modify no other noun; subjects count twice."""
    unrelated: bool = False
    """Is there a name of several words that makes nobody's relative of whom it names?"""
    bare: list[int] = field(default_factory=list)
    """The heads of names of one word."""
    subjects: list[int] = field(default_factory=list)
    """The heads of names that are subjects."""
    full_subjects: list[int] = field(default_factory=list)
    """Those of them that have several words."""

    def add(self, parse: Parse, mention: Mention) -> None:
        """Counts in a name."""
        if mention.kind != "unknown":
            self.kinds[mention.kind] = self.kinds.get(mention.kind, 0) + _weight(mention)
        self.offices.update([role.noun for role in mention.roles])
        full, subject = len(mention.keys) > 1, parse.relations[mention.head] == "nsubj"
        if mention.gender:
            self.genders[mention.gender] = self.genders.get(mention.gender, 0) + 1
        elif not full and (gender := lexicon.first_names().get(mention.keys[0])):
            self.by_first_name[gender] = self.by_first_name.get(gender, 0) + 1
        if subject:
            insort(self.subjects, mention.head)
        if not full:
            insort(self.bare, mention.head)
            return
        if subject:
            insort(self.full_subjects, mention.head)
        if not mention.inner:
            self.spoken_of += 1 + subject
        self.unrelated = self.unrelated or kin_before(parse, mention) is None


@dataclass(eq=False)
class Group:
    """Names taken to be of one, while they are being gathered."""

    parse: Parse
    number: int
    """How many groups were begun before it."""
    mentions: list[Mention] = field(default_factory=list)
    texts: dict[tuple[str, ...], str] = field(default_factory=dict)
    """Each name by its keys, as its first mention writes it."""
    told: Told = field(default_factory=Told)

    def add(self, mention: Mention) -> None:
        """Takes in a name."""
        self.mentions.append(mention)
        self.texts.setdefault(mention.keys, mention.text)
        self.told.add(self.parse, mention)

    def take(self, other: Group) -> None:
        """Takes in all names of another, which is left empty; from then on they are in the order of the text."""
        mentions = sorted([*self.mentions, *other.mentions], key=lambda mention: mention.head)
        for group in (self, other):
            group.mentions, group.texts, group.told = [], {}, Told()
        for mention in mentions:
            self.add(mention)

    def gender(self) -> str:
        """``m``, ``f`` or empty, as most of its names tell."""
        votes = self.told.genders
        if not votes and all(len(keys) == 1 for keys in self.texts):  # *Melanie* and no more
            votes = self.told.by_first_name
        return max(votes, key=votes.__getitem__, default="")

    def kind(self) -> Kind:
        """What most of its names are, the surer ones before others."""
        return max(self.told.kinds, key=self.told.kinds.__getitem__, default="unknown")


class Groups:
    """The groups of an article; iterating gives those with names in them, in the order they were begun."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        self.ends: dict[str, list[Group]] = defaultdict(list)
        """By the last word of the surname that each was begun with."""
        self.starts: dict[str, list[Group]] = defaultdict(list)
        """By the first word of the name that each was begun with, if it had more."""
        self._all: list[Group] = []
        self._under: dict[Handle, set[Group]] = defaultdict(set)

    def __iter__(self) -> Iterator[Group]:
        return iter([group for group in self._all if group.mentions])

    def begin(self, mention: Mention) -> None:
        """Begins a group with a name."""
        group = Group(self._parse, len(self._all))
        self._all.append(group)
        self.ends[end_of(mention.keys)].append(group)
        if len(mention.keys) > 1:
            self.starts[mention.keys[0]].append(group)
        self.add(mention, group)

    def add(self, mention: Mention, group: Group) -> None:
        """Adds a name to a group."""
        group.add(mention)
        self._index(mention, group)

    def join(self, group: Group, other: Group) -> None:
        """Adds the names of another group to a group; the other is left empty."""
        for mention in other.mentions:
            self._index(mention, group)
        group.take(other)

    def under(self, *handles: Handle) -> list[Group]:
        """The groups of which a name has one of the handles, in the order they were begun.

        Handles are the whole ``name``, the ``country`` that it names and each word of a ``nickname`` in it; of names of
        several words also what is :func:`abridged`, their ``initials`` (in capitals) and the first ``letter`` of their
        surname, which a slip leaves as it is.
        """
        found = {group for handle in handles for group in self._under.get(handle, ()) if group.mentions}
        return sorted(found, key=lambda group: group.number)

    def _index(self, mention: Mention, group: Group) -> None:
        for handle in _handles(mention.keys, mention.text):
            self._under[handle].add(group)


def last_before(heads: Sequence[int], at: int) -> int:
    """The last of ``heads``, which are in order, before word ``at``; -1 if there is none."""
    before = bisect_left(heads, at)
    return heads[before - 1] if before else -1


def end_of(keys: tuple[str, ...]) -> str:
    """The last word of a folded name's surname."""
    return names.surname(keys)[-1]


def abridged(keys: tuple[str, ...]) -> str:
    """A folded name with no more than the first letter of its last word, as a slip leaves it."""
    return " ".join((*keys[:-1], keys[-1][:1]))


def nicknames(text: str) -> list[str]:
    """The nicknames within a name, folded."""
    return [names.fold(nickname) for nickname in names.NICKNAME.findall(text)]


@lru_cache(maxsize=50_000)
def _handles(keys: tuple[str, ...], text: str) -> frozenset[Handle]:
    """The handles of a name by its keys and as it is written."""
    name = " ".join(keys)
    found = {("name", name)}
    if country := lexicon.countries().get(name):
        found.add(("country", country))
    found.update(("nickname", word) for nickname in nicknames(text) for word in nickname.split())
    if len(keys) > 1:
        found |= {("abridged", abridged(keys)), ("letter", end_of(keys)[:1])}
        found.update(("initials", initials) for initials in names.initials(tuple(text.split())))
    return frozenset(found)


def _weight(mention: Mention) -> int:
    """How much a name counts for its kind."""
    if any(kind_of_noun(role.noun, plural=False) in (mention.kind, "group") for role in mention.roles):
        return 8
    full = len(mention.keys) > 1
    if mention.kind == "person" and (full or mention.roles) or \
            mention.kind == "organization" and any(key in names.BODIES for key in mention.keys):
        return 4
    return 2 if full else 1
