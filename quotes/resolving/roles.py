"""What an article says a name to be: titles, what a body's own name tells, whose a body is."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.data import Parse
from quotes.resolving import names
from quotes.resolving.kinds import kind_of_noun
from quotes.resolving.mentions import DETERMINERS, Mention, Referent, Role
from quotes.resolving.phrases import canonical


def roles_of(referent: Referent) -> list[Role]:
    """The roles that an article gives to a name; a body's own name says what it is."""
    roles = [role for mention in referent.mentions for role in mention.roles]
    if referent.kind == "organization":
        for keys in {mention.keys for mention in referent.mentions}:
            words = [canonical(key.removesuffix("s") if key.endswith("s") and len(key) > 4 else key) for key in keys]
            for at, key in enumerate(keys):
                noun = key.removesuffix("s") if key.endswith("s") and key[:-1] in names.BODIES else key
                if key in names.BODIES or key in names.MEDIA or kind_of_noun(key, plural=False) == "organization":
                    roles.append(Role(noun, frozenset(words[:at] + words[at + 1:])))
    return roles


def owners_of(parse: Parse, referent: Referent) -> frozenset[str]:
    """Whose a body is: *Russia's Foreign Ministry*."""
    if referent.kind != "organization":
        return frozenset()
    return frozenset(canonical(parse.words[child].text) for mention in referent.mentions
                     for child in parse.children[mention.head] if parse.words[child].deprel == "nmod:poss")


def fuller_name(referent: Referent, mentions: Sequence[Mention]) -> str:
    """A body's name, or the nominal that says more: *Russian foreign ministry* for *Foreign Ministry*."""
    if referent.kind != "organization":
        return referent.name
    known = set(names.fold(referent.name).split())
    fuller = [mention.text for mention in mentions if mention.form == "nominal" and mention.keys[0] in known
              and known < set(names.fold(mention.text).split()) and len(mention.text.split()) < 6
              and not DETERMINERS & set(mention.text.lower().split())]
    return fuller[-1] if fuller else referent.name


def gender_by_role(referent: Referent, mentions: Sequence[Mention]) -> str:
    """``m`` or ``f`` where a nominal for a person tells it (*the spokeswoman*), or empty."""
    if referent.kind not in ("person", "unknown"):
        return ""
    return next((mention.gender for mention in mentions if mention.form == "nominal" and mention.gender), "")
