"""Which speakers of different articles are surely the same.

Names are joined where they differ only in what tells nobody apart: accents, case, titles, a middle name left out, the
spelling of a sound from another script. A possible slip of the pen, a first name cut short, or a family name alone is
joined only where both have the same role; an acronym where an article uses it for the full name. What could be
anybody's (*police*, *a spokesman*) stays with its article, and so does a family name that several people bear.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from quotes.archive.naming import Person, body_of, is_proper, is_slip, person_of, roles, single
from quotes.data import Kind
from quotes.resolving.lexicon import first_names
from quotes.resolving.names import acronym_of


@dataclass(frozen=True, slots=True)
class Named:
    """A speaker of one article, as resolved there."""

    name: str
    kind: Kind
    article: int
    mentions: frozenset[str]
    quotes: int


def joined(speakers: Sequence[Named]) -> list[list[Named]]:
    """The speakers in groups of those that are surely the same, in the order in which each group first comes up."""
    people: dict[Person, list[Named]] = defaultdict(list)
    alone: dict[str, list[Named]] = defaultdict(list)
    bodies: dict[tuple[str, ...], list[Named]] = defaultdict(list)
    groups = Groups(speakers)
    for speaker in speakers:
        person = person_of(speaker.name) if speaker.kind == "person" else None
        if not is_proper(speaker.name, speaker.kind):
            continue
        if person:
            people[person].append(speaker)
        elif speaker.kind == "person":
            alone[single(speaker.name)].append(speaker)
        else:
            bodies[body_of(speaker.name)].append(speaker)
    for same in (*people.values(), *bodies.values()):
        groups.join(same)
    _join_middle_names(people, groups)
    _join_slips(people, groups)
    _join_family_names(alone, people, groups)
    _join_acronyms(bodies, groups)
    return groups.all()


class Groups:
    """Speakers in groups that can be joined (a union-find structure)."""

    def __init__(self, speakers: Iterable[Named]) -> None:
        self._above = {speaker: speaker for speaker in speakers}

    def join(self, speakers: Sequence[Named]) -> None:
        """Makes the groups of these speakers one."""
        for speaker in speakers[1:]:
            self._above[self.first(speaker)] = self.first(speakers[0])

    def first(self, speaker: Named) -> Named:
        """Who stands for the group of a speaker."""
        while (above := self._above[speaker]) is not speaker:
            self._above[speaker] = self._above[above]
            speaker = above
        return speaker

    def all(self) -> list[list[Named]]:
        """The groups."""
        found: dict[Named, list[Named]] = defaultdict(list)
        for speaker in self._above:
            found[self.first(speaker)].append(speaker)
        return list(found.values())


def _join_middle_names(people: dict[Person, list[Named]], groups: Groups) -> None:
    """*John Kennedy*, *John F. Kennedy* and *John Fitzgerald Kennedy*; but no two with different ones."""
    for same in _blocks(people, key=lambda person: (person.first, person.last, person.generation)):
        if all(_agree(one.middle, other.middle) for one, other in combinations(same, 2)):
            groups.join([people[person][0] for person in same])


def _agree(one: Sequence[str], other: Sequence[str]) -> bool:
    if not one or not other:
        return True
    return len(one) == len(other) and all(
        a == b or min(len(a), len(b)) == 1 and a[0] == b[0] for a, b in zip(one, other))


def _join_slips(people: dict[Person, list[Named]], groups: Groups) -> None:
    """*Bohdan Reznar* and *Rezner*, *Dan* and *Daniel Osk*: with the same role, or a first name that few bear."""
    for same in _blocks(people, key=lambda person: (person.first, person.last[-1][0], person.generation)):
        for one, other in combinations(same, 2):
            if is_slip(" ".join(one.last), " ".join(other.last)) and (
                    len(one.first) > 4 and one.first not in first_names() or _same_role(people[one], people[other])):
                groups.join([people[one][0], people[other][0]])
    for same in _blocks(people, key=lambda person: (person.last, person.first[0], person.generation)):
        for one, other in combinations(same, 2):
            short, long = sorted((one.first, other.first), key=len)
            if (long.startswith(short) or is_slip(short, long)) and _agree(one.middle, other.middle) \
                    and _same_role(people[one], people[other]):
                groups.join([people[one][0], people[other][0]])


def _join_family_names(
    alone: dict[str, list[Named]], people: dict[Person, list[Named]], groups: Groups
) -> None:
    """*Hoekstra* with himself in other articles; with *Wopke Hoekstra* where nobody else has that name and role."""
    bearers: dict[str, set[Named]] = defaultdict(set)
    by_group: dict[Named, list[Named]] = defaultdict(list)
    for person, speakers in people.items():
        first = groups.first(speakers[0])
        by_group[first] += speakers
        for start in range(len(person.last)):
            bearers[" ".join(person.last[start:])].add(first)
    for name, speakers in alone.items():
        if len(bearers[name]) < 2:
            groups.join(speakers)
        for part in [speakers] if len(bearers[name]) < 2 else [[speaker] for speaker in speakers]:
            same = [first for first in bearers[name] if _nouns(by_group[first]) & _nouns(part)]
            if len(same) == 1:
                groups.join([same[0], part[0]])


def _join_acronyms(bodies: dict[tuple[str, ...], list[Named]], groups: Groups) -> None:
    """*KWA* and *Kelmark Water Authority*, where *the Kelmark Water Authority (KWA)* or *the KWA* stood for it."""
    meant: dict[str, set[Named]] = defaultdict(set)
    short: dict[str, list[Named]] = defaultdict(list)
    for words, speakers in bodies.items():
        for speaker in speakers:
            if len(words) == 1:
                short[speaker.name.replace(".", "").removeprefix("the ")].append(speaker)
            names = tuple(speaker.name.split())
            for mention in speaker.mentions if len(names) > 1 else ():
                for word in mention.replace(".", "").replace("(", " ").replace(")", " ").split():
                    if acronym_of(word, names):
                        meant[word].add(groups.first(speaker))
    for acronym, speakers in short.items():
        if len(meant[acronym]) == 1:
            groups.join([*meant[acronym], *speakers])


def _blocks(people: Iterable[Person], *, key) -> list[list[Person]]:
    found: dict[Hashable, list[Person]] = defaultdict(list)
    for person in people:
        found[key(person)].append(person)
    return [block for block in found.values() if len(block) > 1]


def _same_role(one: Iterable[Named], other: Iterable[Named]) -> bool:
    """Whether two share a role noun and a word that goes with it: *Dutch foreign minister*, *foreign minister*."""
    return any(a[0] & b[0] and a[1] & b[1] for a in _roles(one) for b in _roles(other))


def _nouns(speakers: Iterable[Named]) -> frozenset[str]:
    return frozenset().union(*(nouns for nouns, _ in _roles(speakers)))


def _roles(speakers: Iterable[Named]) -> set[tuple[frozenset[str], frozenset[str]]]:
    return {roles(speaker.name, mention) for speaker in speakers for mention in speaker.mentions}
