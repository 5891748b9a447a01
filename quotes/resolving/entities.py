"""Grouping an article's names into the people, bodies and places they stand for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import log

from quotes.data import Kind, Parse
from quotes.resolving import lexicon, names
from quotes.resolving.kinds import kind_of_noun
from quotes.resolving.kinship import kin_before
from quotes.resolving.mentions import Mention, Referent, relation, wording

PRONOUNS = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}


@dataclass
class _Group:
    """Names taken to be of one, while they are being gathered."""

    mentions: list[Mention] = field(default_factory=list)

    def keys(self) -> list[tuple[str, ...]]:
        return list(dict.fromkeys(mention.keys for mention in self.mentions))

    def nicknames(self) -> frozenset[str]:
        return frozenset(names.fold(nickname) for mention in self.mentions
                         for nickname in names.NICKNAME.findall(mention.text))

    def gender(self) -> str:
        votes = Counter(mention.gender for mention in self.mentions if mention.gender)
        if not votes and all(len(mention.keys) == 1 for mention in self.mentions):  # *Melanie* and no more
            votes = Counter(filter(None, (lexicon.first_names().get(mention.keys[0]) for mention in self.mentions)))
        return votes.most_common(1)[0][0] if votes else ""

    def kind(self) -> Kind:
        votes: Counter[Kind] = Counter()
        for mention in self.mentions:
            if mention.kind != "unknown":
                sure = mention.kind == "person" and (len(mention.keys) > 1 or mention.roles)
                sure = sure or mention.kind == "organization" and any(key in names.BODIES for key in mention.keys)
                told = any(kind_of_noun(role.noun, plural=False) in (mention.kind, "group") for role in mention.roles)
                votes[mention.kind] += 8 if told else 4 if sure else 2 if len(mention.keys) > 1 else 1
        return votes.most_common(1)[0][0] if votes else "unknown"


def group_names(parse: Parse, mentions: Sequence[Mention]) -> list[Referent]:
    """The people, bodies and places that ``mentions`` name, in the order they first appear.

    Full names come first, so that a surname in a headline finds the full name in the body below it. A surname that
    several people share goes to the one named most and last.
    """
    groups: list[_Group] = []
    ends: dict[str, list[_Group]] = defaultdict(list)
    starts: dict[str, list[_Group]] = defaultdict(list)
    for mention in mentions:
        if len(mention.keys) > 1:
            group = next((group for group in ends[_end(mention.keys)] if _same(mention, group)), None)
            if group is None:
                group = next((group for group in groups if _slip_for(mention, group)), None)
            if group is None:
                group = _Group()
                groups.append(group)
                ends[_end(mention.keys)].append(group)
                starts[mention.keys[0]].append(group)
            group.mentions.append(mention)
    _merge_shortened(groups, ends)
    _merge_nicknames(groups)
    short = [mention for mention in mentions if len(mention.keys) == 1]
    for mention in sorted(short, key=lambda mention: not mention.gender):
        group = _group_of(parse, mention, groups, ends, starts)
        if group is None:
            group = _Group()
            groups.append(group)
            ends[_end(mention.keys)].append(group)
        group.mentions.append(mention)
    _merge_acronyms(groups)
    found = [_referent(group) for group in groups if group.mentions]
    return sorted(found, key=lambda referent: min(mention.head for mention in referent.mentions))


def coordinated(parse: Parse, referents: Sequence[Referent]) -> list[Referent]:
    """The pairs and lists of names that stand together, as *they* may take them up: *Obama and Clinton*."""
    owner = {mention.head: (mention, at) for at, referent in enumerate(referents) for mention in referent.mentions
             if mention.form == "name" and not mention.inner}
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


def _end(keys: tuple[str, ...]) -> str:
    return names.surname(keys)[-1]


def _same(mention: Mention, group: _Group) -> bool:
    """Is a name of several words one of this group's?"""
    for keys in group.keys():
        if keys == mention.keys:
            return True
        if len(keys) > 1 and "organization" not in (mention.kind, group.kind()) and mention.kind != "place" and \
                names.same_person(mention.keys, keys):
            return not (mention.gender and group.gender() and mention.gender != group.gender())
    return False


def _slip_for(mention: Mention, group: _Group) -> bool:
    """Is a name of several words this person's, but for a slip in the surname?"""
    return mention.kind in ("person", "unknown") and any(
        len(keys) == len(mention.keys) and keys[:-1] == mention.keys[:-1] and names.misspelt(mention.keys[-1], keys[-1])
        for keys in group.keys()) and group.kind() == "person"


def _merge_shortened(groups: list[_Group], ends: dict[str, list[_Group]]) -> None:
    """Join what is left of a longer name to it: *De Blasio*, *Police Department*."""
    for group in sorted(groups, key=lambda group: len(group.mentions[0].keys)):
        keys = group.mentions[0].keys
        person = group.kind() == "person" and keys[0] in lexicon.first_names()
        for other in ends[_end(keys)]:
            if other is group or not other.mentions or person:
                continue
            if any(names.surname_of(keys, full) for full in other.keys()) and \
                    (other.kind() == "organization") == (group.kind() == "organization"):
                other.mentions = sorted([*other.mentions, *group.mentions], key=lambda mention: mention.head)
                group.mentions = []
                ends[_end(keys)].remove(group)
                break
    groups[:] = [group for group in groups if group.mentions]


def _merge_nicknames(groups: list[_Group]) -> None:
    """Join *Big Annie* to *Ann “Big Annie” Lee*."""
    for group in groups:
        nicknames = group.nicknames()
        for other in groups if nicknames else ():
            if other is not group and any(" ".join(keys) in nicknames for keys in other.keys()):
                group.mentions = sorted([*group.mentions, *other.mentions], key=lambda mention: mention.head)
                other.mentions = []
    groups[:] = [group for group in groups if group.mentions]


def _group_of(parse: Parse, mention: Mention, groups: list[_Group],
              ends: dict[str, list[_Group]], starts: dict[str, list[_Group]]) -> _Group | None:
    """The group that a name of one word belongs to."""
    key = mention.keys[0]
    place = key in lexicon.place_names() and mention.kind == "place"
    if place:
        country = lexicon.countries().get(key)
        return next((group for group in groups if group.kind() == "place" and any(
            " ".join(keys) == key or country and lexicon.countries().get(" ".join(keys)) == country
            for keys in group.keys())), None)
    acronym = mention.text.replace(".", "").isupper() and len(key) < 5
    exact = [group for group in ends[key] if group.mentions and _fits(mention, group) and not (
        acronym and group.kind() == "person" and not any(known.text.isupper() for known in group.mentions))]
    if exact:
        return _likeliest(parse, mention, exact)
    nicknamed = [group for group in groups if any(key in nickname.split() for nickname in group.nicknames())]
    if nicknamed:
        return _likeliest(parse, mention, nicknamed)
    first = [group for group in starts[key] if group.mentions and _fits(mention, group)
             and group.kind() in ("person", "unknown")]
    if first:
        return _likeliest(parse, mention, first)
    spelt = [group for group in groups if group.mentions and any(
        len(keys) > 1 and names.acronym_of(mention.text, tuple(_words(group, keys))) for keys in group.keys())]
    if spelt:
        return spelt[0]
    if mention.kind not in ("person", "place"):
        begun = [group for group in starts[key] if group.mentions and group.kind() == "organization"]
        if begun:
            return _likeliest(parse, mention, begun)
    slips = [group for group in groups if any(
        len(keys) > 1 and names.misspelt(key, names.surname(keys)[-1]) for keys in group.keys())
        and group.kind() == "person" and _fits(mention, group)]
    return _likeliest(parse, mention, slips) if slips and key not in lexicon.place_names() else None


def _words(group: _Group, keys: tuple[str, ...]) -> list[str]:
    text = next(mention.text for mention in group.mentions if mention.keys == keys)
    return text.split()


def _fits(mention: Mention, group: _Group) -> bool:
    gender = group.gender()
    return not (mention.gender and gender and mention.gender != gender)


def _likeliest(parse: Parse, mention: Mention, groups: list[_Group]) -> _Group:
    """Of several that bear the name, the one that *he* or *she* after it fits, then the one named most and last.

    Subjects count more: *Bill Clinton said that his wife, Hillary Clinton, …* speaks of him. Whoever has been called
    by the bare surname goes on to be; a relative (*her sister, Ann Lee*) is rather called by the first name.
    """
    if len(groups) == 1:
        return groups[0]
    wanted = _pronoun_after(parse, mention)
    fitting = [group for group in groups if wanted and group.gender() == wanted] or groups
    recent = max(fitting, key=lambda group: max(
        (known.head for known in group.mentions if known.head < mention.head and _is_subject(parse, known)),
        default=-1))

    sentence = parse.words[mention.head].sentence
    fresh = any(known.head < mention.head and len(known.keys) > 1 and _is_subject(parse, known)
                and sentence - parse.words[known.head].sentence <= 2 for known in recent.mentions)

    def weight(group: _Group) -> float:
        full = sum((2 if _is_subject(parse, known) else 1) for known in group.mentions
                   if len(known.keys) > 1 and not known.inner)
        titled = any(role.noun == other.noun != "" for role in mention.roles
                     for known in group.mentions for other in known.roles)
        relative = all(kin_before(parse, known) is not None for known in group.mentions if len(known.keys) > 1)
        bare = any(len(known.keys) == 1 and known.head < mention.head for known in group.mentions)
        spoken_of = log(1 + full) / 2 + log(1 + len(group.mentions)) + (group is recent) * (0.7 + 1.5 * fresh)
        return spoken_of + titled + 0.8 * bare - 2.5 * relative

    return max(fitting, key=weight)


def _is_subject(parse: Parse, mention: Mention) -> bool:
    return relation(parse.words[mention.head]) == "nsubj"


def _pronoun_after(parse: Parse, mention: Mention) -> str:
    """Gender of the first *he* or *she* after a name in its sentence; empty if another name comes before it."""
    for word in parse.words[mention.last:parse.sentences[parse.words[mention.head].sentence][1]]:
        if word.upos == "PROPN":
            return ""
        if word.text in PRONOUNS:
            return PRONOUNS[word.text]
    return ""


def _merge_acronyms(groups: list[_Group]) -> None:
    """Join *UNHCR* to the body it abbreviates where both were taken for names of several words."""
    by_text = {mention.text: group for group in groups for mention in group.mentions if mention.text.isupper()}
    for group in groups:
        for keys in group.keys():
            short = "".join(word[0] for word in _words(group, keys) if word[0].isupper()) if len(keys) > 1 else ""
            other = by_text.get(short)
            if other and other is not group and len(short) > 1 and other.mentions and group.mentions:
                group.mentions = sorted([*group.mentions, *other.mentions], key=lambda mention: mention.head)
                other.mentions = []


def _referent(group: _Group) -> Referent:
    return Referent(fullest(group.mentions), group.kind(), group.gender(), False, True, tuple(group.mentions))


def fullest(mentions: Sequence[Mention]) -> str:
    """The name with most words; of equals the surname, then the spelling used most, not in capitals, first.

    Accents count, as they are left out by mistake more than put in.
    """
    counts = Counter(mention.text for mention in mentions)
    order = {mention.text: at for at, mention in reversed(list(enumerate(mentions)))}
    keys = {mention.text: mention.keys for mention in mentions}
    last = Counter(mention.keys[-1] for mention in mentions)
    return max(counts, key=lambda text: (
        len(keys[text]), not text.isupper() or len(keys[text]) == 1 and len(text) < 6, last[keys[text][-1]],
        not text.isascii(), counts[text], -order[text]))
