"""Grouping an article's names into the people, bodies and places they stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

from quotes.data import Kind, Parse
from quotes.resolving import lexicon, names
from quotes.resolving.groups import Group, Groups, abridged, end_of, last_before, nicknames
from quotes.resolving.mentions import Mention, Referent, wording

PRONOUNS = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}


def group_names(parse: Parse, mentions: Sequence[Mention]) -> list[Referent]:
    """The people, bodies and places that ``mentions`` name, in the order they first appear.

    Full names come first, so that a surname in a headline finds the full name in the body below it. A surname that
    several people share goes to the one named most and last.
    """
    groups = Groups(parse)
    for mention in mentions:
        if len(mention.keys) > 1:
            _put(mention, groups, _full_name_of(mention, groups))
    _merge_shortened(groups)
    _merge_nicknames(groups)
    short = [mention for mention in mentions if len(mention.keys) == 1]
    for mention in sorted(short, key=lambda mention: not mention.gender):
        _put(mention, groups, _group_of(parse, mention, groups))
    _merge_acronyms(groups)
    return sorted(map(_referent, groups), key=lambda referent: min(mention.head for mention in referent.mentions))


def coordinated(parse: Parse, referents: Sequence[Referent]) -> list[Referent]:
    """The pairs and lists of names that stand together, as *they* may take them up: *Obama and Clinton*."""
    owner = {mention.head: (mention, at) for at, referent in enumerate(referents) if referent.named
             for mention in referent.mentions if mention.form == "name" and not mention.inner}
    found: dict[tuple[int, ...], list[Mention]] = {}
    for head, (mention, at) in owner.items():
        others = [child for child in parse.children[head]
                  if parse.words[child].deprel == "conj" and child in owner]
        if others:
            members = tuple(sorted({at, *(owner[child][1] for child in others)}))
            last = owner[others[-1]][0].last
            found.setdefault(members, []).append(Mention(
                "name", head, mention.first, last, wording(parse, mention.first, last), (), plural=True))
    return [Referent("; ".join(referents[at].name for at in members), _common({referents[at].kind for at in members}),
                     "", True, True, tuple(mentions))
            for members, mentions in found.items() if len(members) > 1]


def _common(kinds: set[Kind]) -> Kind:
    return kinds.pop() if len(kinds) == 1 else "group"


def _put(mention: Mention, groups: Groups, group: Group | None) -> None:
    if group is None:
        groups.begin(mention)
    else:
        groups.add(mention, group)


def _full_name_of(mention: Mention, groups: Groups) -> Group | None:
    """The group that a name of several words belongs to."""
    same = next((group for group in groups.ends[end_of(mention.keys)] if _same(mention, group)), None)
    if same or mention.kind not in ("person", "unknown"):
        return same
    alike = groups.under(("abridged", abridged(mention.keys)))
    return next((group for group in alike if _slip_for(mention, group)), None)


def _same(mention: Mention, group: Group) -> bool:
    """Is a name of several words one of this group's?"""
    for keys in group.texts:
        if keys == mention.keys:
            return True
        if len(keys) > 1 and "organization" not in (mention.kind, group.kind()) and mention.kind != "place" and \
                names.same_person(mention.keys, keys):
            return not (mention.gender and group.gender() and mention.gender != group.gender())
    return False


def _slip_for(mention: Mention, group: Group) -> bool:
    """Is a name of several words this person's, but for a slip in the surname?"""
    return group.kind() == "person" and any(
        len(keys) == len(mention.keys) and keys[:-1] == mention.keys[:-1] and names.misspelt(mention.keys[-1], keys[-1])
        for keys in group.texts)


def _merge_shortened(groups: Groups) -> None:
    """Join what is left of a longer name to it: *De Blasio*, *Police Department*."""
    for group in sorted(groups, key=lambda group: len(group.mentions[0].keys)):
        keys = group.mentions[0].keys
        if group.kind() == "person" and keys[0] in lexicon.first_names():
            continue
        bodies = group.kind() == "organization"
        whole = next((other for other in groups.ends[end_of(keys)] if other is not group and any(
            names.surname_of(keys, full) for full in other.texts) and (other.kind() == "organization") == bodies), None)
        if whole:
            groups.join(whole, group)
            groups.ends[end_of(keys)].remove(group)


def _merge_nicknames(groups: Groups) -> None:
    """Join *Big Annie* to *Ann “Big Annie” Lee*."""
    for group in groups:
        for nickname in {nickname: None for mention in group.mentions for nickname in nicknames(mention.text)}:
            for other in groups.under(("name", nickname)):
                if other is not group:
                    groups.join(group, other)


def _group_of(parse: Parse, mention: Mention, groups: Groups) -> Group | None:
    """The group that a name of one word belongs to."""
    key = mention.keys[0]
    if mention.kind == "place" and key in lexicon.place_names():
        known = groups.under(("name", key), ("country", lexicon.countries().get(key, "")))
        return next((group for group in known if group.kind() == "place"), None)
    acronym = mention.text.replace(".", "").isupper() and len(key) < 5
    exact = [group for group in groups.ends[key] if group.mentions and _fits(mention, group) and not (
        acronym and group.kind() == "person" and not any(known.text.isupper() for known in group.mentions))]
    if exact:
        return _likeliest(parse, mention, exact)
    if nicknamed := groups.under(("nickname", key)):
        return _likeliest(parse, mention, nicknamed)
    first = [group for group in groups.starts[key] if group.mentions and _fits(mention, group)
             and group.kind() in ("person", "unknown")]
    if first:
        return _likeliest(parse, mention, first)
    for group in groups.under(("initials", names.letters_of(mention.text).upper())):
        if any(len(keys) > 1 and names.acronym_of(mention.text, tuple(text.split()))
               for keys, text in group.texts.items()):
            return group
    if mention.kind not in ("person", "place"):
        begun = [group for group in groups.starts[key] if group.mentions and group.kind() == "organization"]
        if begun:
            return _likeliest(parse, mention, begun)
    if key in lexicon.place_names():
        return None
    slips = [group for group in groups.under(("letter", key[:1])) if group.kind() == "person" and any(
        len(keys) > 1 and names.misspelt(key, end_of(keys)) for keys in group.texts) and _fits(mention, group)]
    return _likeliest(parse, mention, slips) if slips else None


def _fits(mention: Mention, group: Group) -> bool:
    gender = group.gender()
    return not (mention.gender and gender and mention.gender != gender)


def _likeliest(parse: Parse, mention: Mention, groups: list[Group]) -> Group:
    """Of several that bear the name, the one that *he* or *she* after it fits, then the one named most and last.

    Subjects count more: *Bill Clinton said that his wife, Hillary Clinton, …* speaks of him. Whoever has been called
    by the bare surname goes on to be; a relative (*her sister, Ann Lee*) is rather called by the first name.
    """
    if len(groups) == 1:
        return groups[0]
    wanted = _pronoun_after(parse, mention)
    fitting = [group for group in groups if wanted and group.gender() == wanted] or groups
    recent = max(fitting, key=lambda group: last_before(group.told.subjects, mention.head))
    full = last_before(recent.told.full_subjects, mention.head)
    fresh = full >= 0 and parse.words[mention.head].sentence - parse.words[full].sentence <= 2
    offices = {role.noun for role in mention.roles if role.noun}

    def weight(group: Group) -> float:
        told = group.told
        spoken_of = log(1 + told.spoken_of) / 2 + log(1 + len(group.mentions))
        return (spoken_of + (group is recent) * (0.7 + 1.5 * fresh) + bool(offices & told.offices)
                + 0.8 * (last_before(told.bare, mention.head) >= 0) - 2.5 * (not told.unrelated))

    return max(fitting, key=weight)


def _pronoun_after(parse: Parse, mention: Mention) -> str:
    """Gender of the first *he* or *she* after a name in its sentence; empty if another name comes before it."""
    for word in parse.words[mention.last:parse.sentences[parse.words[mention.head].sentence][1]]:
        if word.upos == "PROPN":
            return ""
        if word.text in PRONOUNS:
            return PRONOUNS[word.text]
    return ""


def _merge_acronyms(groups: Groups) -> None:
    """Join *UNHCR* to the body it abbreviates where both were taken for names of several words."""
    by_text = {mention.text: group for group in groups for mention in group.mentions if mention.text.isupper()}
    for group in groups:
        for keys, text in list(group.texts.items()):
            short = "".join(word[0] for word in text.split() if word[0].isupper()) if len(keys) > 1 else ""
            other = by_text.get(short)
            if other and other is not group and len(short) > 1 and other.mentions and group.mentions:
                groups.join(group, other)


def _referent(group: Group) -> Referent:
    return Referent(fullest(group.mentions), group.kind(), group.gender(), False, True, tuple(group.mentions))


def fullest(mentions: Sequence[Mention]) -> str:
    """The name with most words; of equals the surname, then the spelling used most, not in capitals, first.

    Accents count, as they are left out by mistake more than put in.
    """
    texts = [mention.text for mention in mentions]
    if len(set(texts)) == 1:
        return texts[0]
    counts = Counter(texts)
    order = {mention.text: at for at, mention in reversed(list(enumerate(mentions)))}
    keys = {mention.text: mention.keys for mention in mentions}
    last = Counter(mention.keys[-1] for mention in mentions)
    return max(counts, key=lambda text: (
        len(keys[text]), not text.isupper() or len(keys[text]) == 1 and len(text) < 6, last[keys[text][-1]],
        not text.isascii(), counts[text], -order[text]))
