"""Whether two names may be one speaker's, and whether they cannot be."""

from __future__ import annotations

import re

from quotes.data import Speaker
from quotes.resolving.names import SUFFIXES, TITLES, acronym_of, misspelt, same_person, surname, surname_of
from quotes.verifying.words import folded

_SMALL = frozenset("the a an of for and in on at to de du".split())
_AFTER_HEAD = frozenset("of for in on at to".split())


def said_by(speaker: Speaker, name: str) -> bool:
    """Whether a speaker goes by a name.

    A person does by the surname, with or without first name and title, accents, or a slip in it; not by a name that
    only stands in the mention (*Putin's spokesman* is not Putin). Anybody else does by words of the name that have its
    head: *Foreign Ministry* is the *Russian Foreign Ministry*, *Russia* is not. Of speakers named together, each does.
    """
    parts = speaker.name.split("; ")
    if len(parts) == 1 and speaker.kind != "person":
        parts.append(speaker.mention)
    return any(_alike(part, name, person=speaker.kind == "person" and part[:1].isupper()) for part in parts)


def surely_different(one: Speaker, other: Speaker) -> bool:
    """Whether two speakers are certainly not the same: of one kind, and neither goes by the other's name."""
    return one.kind == other.kind and one.kind in ("person", "organization", "place") and \
        all(speaker.name[:1].isupper() for speaker in (one, other)) and \
        not said_by(one, other.name) and not said_by(other, one.name)


def _alike(known: str, asked: str, *, person: bool) -> bool:
    one, other = _words(known), _words(asked)
    if not one or not other:
        return False
    if one == other or acronym_of(asked, tuple(known.split())) or acronym_of(known, tuple(asked.split())):
        return True
    if person:
        bare = tuple(word for word in other if word not in TITLES) or other
        full = tuple(word for word in one if word not in TITLES) or one
        if full == bare or surname_of(bare, full) or surname_of(full, bare):
            return True
        if len(full) > 1 and len(bare) > 1:
            return same_person(full, bare) or full[0] == bare[0] and misspelt(surname(full)[-1], surname(bare)[-1])
        return misspelt(surname(full)[-1], surname(bare)[-1]) and 1 in (len(full), len(bare))
    short, long = sorted((set(one), set(other)), key=len)
    return short <= long and _head(one) in short and _head(other) in short


def _words(name: str) -> tuple[str, ...]:
    # Of *Ann Lee, the mayor* the name is what comes first.
    found = re.findall(r"[\w'-]+", folded(name.split(",")[0]).replace(".", ""))
    return tuple(word.removesuffix("'s") for word in found if word not in _SMALL | SUFFIXES or word in _AFTER_HEAD)


def _head(words: tuple[str, ...]) -> str:
    """The word that says what it is: the last before *of*, *for*, *in*."""
    end = next((at for at, word in enumerate(words) if at and word in _AFTER_HEAD), len(words))
    return words[end - 1]
