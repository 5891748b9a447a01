"""What leads from the words of a source to a name: its manner, in a few words, and how far it can be trusted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log
from types import MappingProxyType
from typing import NamedTuple

from quotes.data import Kind, Parse
from quotes.resolving import names
from quotes.resolving.agreement import gender_of_pronoun
from quotes.resolving.mentions import Mention, Referent
from quotes.resolving.phrases import canonical, nominal_text
from quotes.resolving.pronouns import Link

NOBODY = "nobody"
"""The manner of a pronoun that takes up nothing."""
NOUNS: Mapping[Kind, str] = MappingProxyType({
    "organization": "body", "place": "place", "group": "group", "document": "document", "person": "person"})
SIGNS = ("spoke last", "subject", "source too", "subject of a clause above", "same sentence", "sentence before")
"""Features of an antecedent that are worth telling, the most telling first."""


class Manner(NamedTuple):
    """How words stand for a name."""

    name: str
    """Such as ``surname`` or ``apposition``; learned weights go by it."""
    why: str
    """The same in a few words for a reader."""


@dataclass(frozen=True, slots=True)
class Part:
    """Who one noun phrase of a source is."""

    name: str
    kind: Kind
    manner: Manner
    signs: Mapping[str, float] = field(default_factory=dict, hash=False)
    """What else tells how sure this is."""


def of_name(mention: Mention, referent: Referent) -> Manner:
    """How a name stands for the fullest one."""
    full = tuple(names.fold(referent.name).split())
    if len(mention.keys) >= len(full):
        alone = len(full) == 1 and referent.kind in ("person", "unknown")
        return Manner("only name", "the only name given") if alone else Manner("full name", "full name")
    if mention.keys[-1] == full[-1]:
        manner = "surname" if referent.kind == "person" and mention.keys == names.surname(full) else "end of a name"
    elif mention.keys[0] == full[0]:
        manner = "first name" if referent.kind == "person" else "beginning of a name"
    elif names.acronym_of(mention.text, tuple(referent.name.split())):
        manner = "acronym"
    else:
        manner = "other name"
    return Manner(manner, f"{manner} of {referent.name}" if manner in ("surname", "first name", "acronym")
                  else f"short for {referent.name}" if manner != "other name" else f"also called {referent.name}")


def of_nominal(parse: Parse, head: int, referent: Referent) -> Manner:
    """How a nominal stands for a name without having been taken for a kind of pronoun."""
    mention = next(known for known in referent.mentions if known.head == head)
    said = f"{_small(parse, mention)} → {referent.name}"
    if not referent.named:
        return Manner("earlier words", f"{said}: the same noun")
    others = [known for known in referent.mentions if known is not mention]
    if any(_beside(parse, mention, known) for known in others if known.form == "name"):
        return Manner("apposition", f"{said}: apposition")
    nouns = {canonical(role.noun) for known in others for role in known.roles} | \
        {canonical(key) for known in others if known.form == "name" for key in known.keys}
    if canonical(mention.keys[0]) in nouns:
        return Manner("role", f"{said}: called so elsewhere")
    return Manner("kind", f"{said}: the {NOUNS.get(referent.kind, 'one')} that fits")


def of_link(parse: Parse, at: int, link: Link, referents: Sequence[Referent]) -> tuple[Manner, dict[str, float]]:
    """How a pronoun, or a nominal that must be somebody named before, stands for its antecedent; and how sure."""
    referent = referents[link.owner]
    low = parse.words[at].text.lower()
    gender = gender_of_pronoun(low) or referent.gender
    noun = NOUNS.get(referent.kind, "one") if referent.kind != "person" or not gender else \
        {"m": "man", "f": "woman"}[gender]
    noun = "ones" if referent.plural else noun
    told = [sign for sign in SIGNS if sign in link.features][:2]
    nearest = "nearest " if not link.features.get("others between") else ""
    why = ", ".join([f"{nearest}{noun} before", *(sign.replace("source too", "source") for sign in told)])
    manner, said = ("pronoun", low) if link.pronoun else ("nominal", nominal_text(parse, at))
    signs = {f"{manner}: chance": link.chance, f"{manner}: margin": link.margin,
             f"{manner}: rivals": log(1 + link.rivals), f"{manner}: sentences back": link.features["sentences back"],
             "unnamed": float(not referent.named)}
    return Manner(manner, f"{said} → {referent.name}: {why}"), signs


def _small(parse: Parse, mention: Mention) -> str:
    text = parse.text[parse.words[mention.first].start:parse.words[mention.last - 1].end]
    words = " ".join(text.split())
    return words[0].lower() + words[1:] if parse.words[mention.first].upos in ("DET", "PRON") else words


def _beside(parse: Parse, nominal: Mention, name: Mention) -> bool:
    """Do a nominal and a name stand side by side, with no more than a comma, an article and a title between?"""
    first, last = (nominal.last, name.first) if nominal.head < name.head else (name.last, nominal.first)
    return last - first < 4 and parse.words[name.head].sentence == parse.words[nominal.head].sentence and \
        all(word.upos in ("PUNCT", "DET", "PROPN", "NOUN") for word in parse.words[first:last])
