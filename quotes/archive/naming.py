"""What there is in a name by which one knows it again in another article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from quotes.data import Kind
from quotes.resolving.kinds import kind_of_noun
from quotes.resolving.names import PARTICLES, SUFFIXES, TITLES, surname
from quotes.selecting import folded

GENERATIONS = frozenset("jr sr ii iii iv".split())
"""What tells a son from his father; other suffixes (*MP*, *PhD*) come and go."""
SMALL = PARTICLES | frozenset("the of for and in on at to a an &".split())
"""Words that may have no capital within a name."""
ADDRESS = frozenset("mr mrs ms miss mme sir dame lady lord dr madam".split())
"""Titles that say nothing of a role."""
CERTAIN = frozenset(("organization", "place"))
"""Kinds of which one capital is enough for a name: *Russian foreign ministry*."""
SOUNDS = tuple((re.compile(pattern), sound) for pattern, sound in (
    (r"(?<=[^\Waeiou])(?:iy|yy|ij|y|j)(?=a?$)", "i"),
    (r"(?<=[ae])[yj]$", "i"),
    (r"(?<=[aeiou])kh(?=[aeiou])", "h"),
    (r"(?<=..)([^\Waeiou\d])\1(?=.)", r"\1"),
))
"""Sounds that are spelt in several ways when a name comes from another script: *Zelensky* and *Zelenskyy*, *Sergei* and
*Sergey*, *Mariya* and *Maria*."""
SPELLINGS = tuple((re.compile(pattern), spelling) for pattern, spelling in (
    ("is(?=ations?$)", "iz"), ("(?<=[nt])tre$", "ter"), ("(?<=[abv])our$", "or"), ("(?<=fe)nce$", "nse"),
))
"""British and American spelling in the names of bodies: *Organisation*, *Centre*, *Labour*, *Defence*."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person's full name, its parts folded and spelt by their sound."""

    first: str
    middle: tuple[str, ...]
    last: tuple[str, ...]
    generation: str


@cache
def person_of(name: str) -> Person | None:
    """The parts of a person's full name, without titles; None where there is no first name."""
    words = folded(name.replace(".", " "))
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    endings = [word for word in words if word in SUFFIXES]
    words = [_by_sound(word) for word in words if word not in SUFFIXES]
    last = surname(tuple(words)) if words else ()
    if len(words) <= len(last):
        return None
    return Person(words[0], tuple(words[1:-len(last)]), last,
                  next((word for word in endings if word in GENERATIONS), ""))


@cache
def body_of(name: str) -> tuple[str, ...]:
    """The words of a name that isn't a person's, folded, without articles and possessive endings."""
    words = [word for word in folded(name.replace(".", "")) if word not in ("the", "s")]
    return tuple(_replaced(word, SPELLINGS) for word in words)


@cache
def single(name: str) -> str:
    """A person's only name, folded and spelt by its sound."""
    return " ".join(_by_sound(word) for word in folded(name) if word not in TITLES)


@cache
def is_proper(name: str, kind: Kind) -> bool:
    """Whether the words are a name that somebody bears in other articles, too (not *police*, *a top official*)."""
    words = [word for word in re.findall(r"[^\s-]+", name) if any(map(str.isalpha, word))]
    capital = [word for word in words if next(filter(str.isalpha, word)).isupper()]
    if kind in CERTAIN:
        return bool(capital)
    small = [word for word in words if word not in capital]
    return bool(capital) and all(word.casefold() in SMALL for word in small) \
        and (kind in ("person", "group") or len(capital) > 1)


@cache
def roles(name: str, mention: str) -> tuple[frozenset[str], frozenset[str]]:
    """What a mention says of the person beside the name: role nouns (*minister*), and words that go with them
    (*foreign*, *Belgian*)."""
    rest = frozenset(folded(mention)) - frozenset(folded(name)) - ADDRESS - SMALL - {"s"}
    nouns = frozenset(word for word in rest if word in TITLES or kind_of_noun(word, plural=False) == "person")
    return nouns, rest - nouns


def is_slip(one: str, other: str) -> bool:
    """Whether one word may be the other misspelt (*Zelesnkyy* for *Zelenskyy*): longer ones may differ by more."""
    from rapidfuzz.distance import OSA

    shorter = min(len(one), len(other))
    return shorter >= 5 and one[0] == other[0] and OSA.distance(one, other) <= (1 if shorter < 7 else 2)


def _by_sound(word: str) -> str:
    return _replaced(word, SOUNDS)


def _replaced(word: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, replacement in rules:
        word = pattern.sub(replacement, word)
    return word
