"""What an article says a name to be: titles, what a body's own name tells, whose a body is."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.data import Parse
from quotes.resolving import lexicon, names
from quotes.resolving.kinds import kind_of_noun
from quotes.resolving.mentions import DETERMINERS, Mention, Referent, Role, is_plural
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


def retyped(parse: Parse, mention: Mention) -> Mention:
    """A name with the kind that the noun beside it tells: *the heating group Brackwater*, *a passenger, Wim*.

    What the name itself says is surer: a first name, a country, a word such as *Committee*.
    """
    sure = mention.kind == "person" and len(mention.keys) > 1 and mention.keys[0] in lexicon.first_names() or \
        any(key in names.BODIES for key in mention.keys) or " ".join(mention.keys) in lexicon.place_names()
    if mention.inner or sure:
        return mention
    noun = _noun_before(parse, mention)
    noun = _noun_in_apposition(parse, mention) if noun is None else noun
    if noun is None:
        return mention
    lemma = names.fold(parse.words[noun].lemma)
    kind = kind_of_noun(lemma, plural=is_plural(parse.words[noun]))
    if kind == "group" and not is_plural(parse.words[noun]):  # *the steel group Acme*
        kind = "organization"
    if kind == mention.kind or kind not in ("person", "organization"):
        return mention
    role = () if any(known.noun == lemma for known in mention.roles) else (Role(lemma),)
    return mention._replace(kind=kind, gender="" if kind == "organization" else mention.gender,
                            roles=(*mention.roles, *role))


def _noun_before(parse: Parse, mention: Mention) -> int | None:
    """The common noun right before a name that the tree ties to it."""
    words = parse.words
    before = mention.first - 1
    if before < 0 or words[before].upos != "NOUN" or words[before].sentence != words[mention.head].sentence:
        return None
    tied = words[before].head == mention.head or words[mention.head].head == before
    return before if tied and parse.relations[mention.head] != "nmod" else None


def _noun_in_apposition(parse: Parse, mention: Mention) -> int | None:
    words, relations = parse.words, parse.relations
    above = words[mention.head].head
    if relations[mention.head] == "appos" and words[above].upos == "NOUN":
        return above
    return next((child for child in parse.children[mention.head]
                 if child >= mention.last and relations[child] == "appos" and words[child].upos == "NOUN"), None)
