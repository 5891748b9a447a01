"""The noun phrases of a parse that may name who is speaking: names, nominals, pronouns."""

from __future__ import annotations

from typing import Literal, NamedTuple

from quotes.data import Kind, Parse, Word

DETERMINERS = frozenset("the a an this that these those".split())
POSSESSIVE = frozenset(["'s", "’s", "'", "’"])


class Role(NamedTuple):
    """What somebody is said to be: the noun and the words that narrow it, all lemmas, folded."""

    noun: str
    modifiers: frozenset[str] = frozenset()


class Mention(NamedTuple):
    """A noun phrase that stands for someone: words ``first`` to ``last``, end exclusive."""

    form: Literal["name", "nominal", "pronoun"]
    head: int
    first: int
    last: int
    text: str
    keys: tuple[str, ...]
    """A name's words without titles, folded; the head's lemma for a nominal or pronoun."""
    kind: Kind = "unknown"
    gender: str = ""
    """``m``, ``f`` or empty."""
    plural: bool = False
    roles: tuple[Role, ...] = ()
    inner: bool = False
    """Does it only modify another noun (*the Trump campaign*)?"""


class Referent(NamedTuple):
    """Someone or something the article speaks of, with all the names and nominals that stand for it."""

    name: str
    """The fullest name, or the fullest noun phrase without its determiner."""
    kind: Kind
    gender: str
    plural: bool
    named: bool
    mentions: tuple[Mention, ...]


def is_noun(word: Word) -> bool:
    """Is this word a common or proper noun?"""
    return word.upos in ("NOUN", "PROPN")


def is_plural(word: Word) -> bool:
    """Is this word plural by its features or its tag?"""
    return "Number=Plur" in word.feats or word.xpos in ("NNS", "NNPS")


def wording(parse: Parse, first: int, last: int) -> str:
    """The text of words ``first`` to ``last``, end exclusive, with its blanks made single."""
    return " ".join(parse.text[parse.words[first].start:parse.words[last - 1].end].split())
