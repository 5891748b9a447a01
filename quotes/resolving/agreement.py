"""Which pronouns may stand for whom: number, gender and kind."""

from __future__ import annotations

from typing import Literal

from quotes.resolving import lexicon
from quotes.resolving.mentions import Mention, Referent
from quotes.resolving.names import PARTIES, TITLES
from quotes.resolving.nominals import CHANGING
from quotes.resolving.phrases import canonical

MASCULINE = frozenset("he him his himself".split())
FEMININE = frozenset("she her hers herself".split())
NEUTER = frozenset("it its itself".split())
PLURAL = frozenset("they them their theirs themselves themself".split())
_GENDERS = dict.fromkeys(MASCULINE, "m") | dict.fromkeys(FEMININE, "f")
FIRST = frozenset("i me my mine myself we us our ours ourselves".split())
SECOND = frozenset("you your yours yourself yourselves".split())
RELATIVE = frozenset("who whom whose which that".split())
REFLEXIVE = frozenset("himself herself itself themselves themself".split())
THIRD = MASCULINE | FEMININE | NEUTER | PLURAL
AGES = frozenset("year-old year old one two three four five six seven eight nine ten".split())
"""What tells of ages and families (*the father of two*) may be said for the first time."""
PARENTS = frozenset("father mother dad mum mom gran grandmother grandfather".split())

Anaphor = Literal["person", "thing", "several", "nominal"]
"""What looks for an antecedent: *he* and *she*, *it*, *they*, or a nominal such as *the senator*."""


def anaphor_of(low: str) -> Anaphor:
    """What a third-person pronoun, in small letters, looks for."""
    return "thing" if low in NEUTER else "several" if low in PLURAL else "person"


def gender_of_pronoun(low: str) -> str:
    """``m``, ``f`` or empty."""
    return _GENDERS.get(low, "")


def taken_up_by(referent: Referent) -> tuple[Anaphor, ...]:
    """What may take up ``referent``, by its kind and number."""
    kind = referent.kind
    if referent.plural or kind == "group":
        return ("several",)
    if kind == "person":  # a nominal must be somebody named
        return ("person", "several", "nominal") if referent.named else ("person", "several")
    if kind == "document":
        return ("thing",)
    return ("person", "thing", "several") if kind == "unknown" else ("thing", "several")


def agrees(anaphor: Anaphor, wanted: str, referent: Referent, gender: str) -> bool:
    """May a pronoun of gender ``wanted`` stand for ``referent``, whose gender is known to be ``gender``?

    Kind and number, which :func:`taken_up_by` tells, fit already.
    """
    if anaphor == "person":
        return gender == wanted
    return anaphor == "thing" or referent.plural or referent.kind != "person"


def tells_age(nominal: Mention) -> bool:
    """Is this *the 34-year-old* or *the father of two*, who is always somebody named?"""
    role = nominal.roles[0]
    return role.noun in AGES or role.noun in PARENTS and bool(role.modifiers & AGES)


def may_be(nominal: Mention, referent: Referent, gender: str) -> bool:
    """May a nominal such as *the actress* stand for a named person? Nothing it says may contradict what is known."""
    if gender and nominal.gender not in ("", gender):
        return False
    role = nominal.roles[0]
    roles = [known for mention in referent.mentions for known in mention.roles]
    titles = {canonical(known.noun) for known in roles if known.noun in TITLES}
    if role.noun in TITLES and titles and canonical(role.noun) not in titles:
        return False
    known = frozenset().union(*(other.modifiers for other in roles))
    if role.modifiers & CHANGING - known:
        return False
    return all(not role.modifiers & closed or not known & closed or role.modifiers & known & closed
               for closed in (PARTIES, lexicon.homes()))


def said_newly(nominal: Mention, referent: Referent) -> frozenset[str]:
    """What a nominal says of ``referent`` that the article has not said yet, ages left out."""
    known = frozenset().union(*(role.modifiers for mention in referent.mentions for role in mention.roles))
    return frozenset(word for word in nominal.roles[0].modifiers - known
                     if word not in AGES and not word[0].isdigit())
