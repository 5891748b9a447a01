"""Relatives who are called by their first name only: *Lee’s mother, Ann* is Ann Lee."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quotes.data import Parse
from quotes.resolving import names
from quotes.resolving.mentions import Mention, Referent

CLOSE = frozenset("mother father mum mom dad son daughter brother sister wife husband widow widower twin".split())
"""Relatives who mostly share a surname."""
RELATIVES = CLOSE | frozenset("cousin uncle aunt nephew niece grandmother grandfather grandson granddaughter".split())


def kin_before(parse: Parse, mention: Mention) -> int | None:
    """The noun that makes a name a relative's: *daughters* for both names in *his daughters, Ann and Mary Lee*."""
    words = parse.words
    at = mention.first - 1
    sentence = words[mention.head].sentence
    while at >= 0 and words[at].sentence == sentence and (words[at].text in (",", "and") or words[at].upos == "PROPN"
                                                          and mention.first - at < 6):
        at -= 1
    if at < 0 or words[at].sentence != sentence or words[at].upos != "NOUN":
        return None
    return at if names.fold(words[at].lemma) in RELATIVES else None


def with_surnames(parse: Parse, referents: Sequence[Referent], owner: Mapping[int, int]) -> list[Referent]:
    """``referents`` with the surnames that relatives known by a first name share with someone.

    ``owner`` gives for the head of each mention, pronouns included, its position in ``referents``.
    """
    found = list(referents)
    for at, referent in enumerate(referents):
        if not referent.named or referent.kind not in ("person", "unknown"):
            continue
        named = [mention for mention in referent.mentions if mention.form == "name"]
        if not named or any(len(mention.keys) > 1 for mention in named):
            continue
        full = next((name for mention in named if (name := _shared(parse, mention, referents, owner))), "")
        if full:
            found[at] = referent._replace(name=f"{referent.name} {full}", kind="person")
    return found


def _shared(parse: Parse, mention: Mention, referents: Sequence[Referent], owner: Mapping[int, int]) -> str:
    """The surname that a relative takes from a sibling named beside, or from whoever owns the noun."""
    words = parse.words
    noun = kin_before(parse, mention)
    if noun is None or names.fold(words[noun].lemma) not in CLOSE:
        return ""
    beside = [child for child in parse.children[mention.head] if words[child].deprel == "conj"]
    owners = [child for child in parse.children[noun] if words[child].deprel == "nmod:poss"]
    for at in (*beside, *owners):
        other = referents[owner[at]] if at in owner else None
        if other and other.named and other.kind in ("person", "unknown") and not other.plural:
            parts = other.name.split()
            size = len(names.surname(tuple(map(names.fold, parts))))
            if size < len(parts):
                return " ".join(parts[-size:])
    return ""
