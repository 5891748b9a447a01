"""Finding the names in a parse: runs of proper nouns, with titles and roles split off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from quotes.data import Kind, Parse
from quotes.resolving import lexicon, names
from quotes.resolving.mentions import Mention, Role, is_plural, wording
from quotes.resolving.phrases import roles_around
from quotes.resolving.roles import retyped
from quotes.resolving.runs import LINKS, in_dateline, not_calendar, runs

PARTY = re.compile(r"[RDI][-–][A-Z][\w.]*( [A-Z][\w.]*)?")
"""*R-Ky.*, a politician's party and state."""
OPEN_CLASS = frozenset(["NOUN", "PROPN", "VERB", "ADJ", "ADV"])
_TITLES_AND_PARTIES = names.TITLES | names.PARTIES


def find_names(parse: Parse) -> list[Mention]:
    """All names in the article, in order.

    Headlines come last: where every word has a capital, only names that the body below knows can be told.
    """
    people = {entity.last: entity.first for entity in parse.entities if entity.kind == "person"}
    kinds: dict[int, Kind] = {at: entity.kind for entity in parse.entities for at in range(entity.first, entity.last)}
    heads = headlines(parse)
    body = sorted(frozenset(range(len(parse.sentences))).difference(heads))
    proper = _tagged(parse, body, kinds)
    found = _named(parse, body, people, kinds, proper)
    surnames = frozenset(mention.text.split()[-1] for mention in found if len(mention.keys) > 1
                         or mention.kind == "person" and mention.keys[0] not in lexicon.first_names())
    full = frozenset(mention.keys for mention in found)
    more = _known(parse, body, kinds, surnames) - proper
    again = frozenset(parse.words[at].sentence for at in more)
    found = [mention for mention in found if parse.words[mention.head].sentence not in again]
    found.extend(_named(parse, sorted(again), people, kinds, proper | more))
    above = _named(parse, heads, people, kinds, _in_headlines(parse, heads, kinds, surnames))
    found.extend(_trimmed(parse, mention, full, frozenset(map(names.fold, surnames))) for mention in above)
    last = frozenset(mention.keys[-1] for mention in found if len(mention.keys) > 1)
    kept = (mention for mention in found
            if not in_dateline(parse, mention.last) and not _common(parse, mention, kinds, last))
    return sorted((retyped(parse, mention) for mention in kept), key=lambda mention: mention.first)


def headlines(parse: Parse) -> list[int]:
    """Sentences in which nearly every noun, verb and adjective has a capital."""
    found = []
    for at, (first, last) in enumerate(parse.sentences):
        open_class = [text for text, tag in zip(parse.texts[first:last], parse.tags[first:last])
                      if tag in OPEN_CLASS and text.isalpha()]
        if len(open_class) > 3 and len([text for text in open_class if text[0].isupper()]) > 0.8 * len(open_class):
            found.append(at)
    return found


def _named(parse: Parse, sentences: Sequence[int], people: dict[int, int], kinds: dict[int, Kind],
           proper: frozenset[int]) -> list[Mention]:
    return [mention for first, last in runs(parse, sentences, kinds, proper)
            for mention in _split(parse, first, last, people, kinds)]


def _tagged(parse: Parse, sentences: Iterable[int], kinds: dict[int, Kind]) -> frozenset[int]:
    """Words that may belong to a name, by their tags and capitals."""
    tags = parse.tags
    return frozenset([at for sentence in sentences for at in range(*parse.sentences[sentence])
                      if (tags[at] == "PROPN" or at in kinds) and _is_tagged(parse, at, kinds)
                      and _may_name(parse, at, kinds)])


def _is_tagged(parse: Parse, at: int, kinds: dict[int, Kind]) -> bool:
    word, before = parse.words[at], parse.words[at - 1]
    if word.upos == "PROPN":
        return word.text[0].isupper() or word.text[0].isdigit() or at in kinds or bool(
            at and before.text[-1] in "-’'" and before.end == word.start)
    return word.text[0].isupper() and word.upos in ("NOUN", "X", "VERB", "ADJ")


def _may_name(parse: Parse, at: int, kinds: dict[int, Kind]) -> bool:
    """Is a word no mark, no day or month, and not traded as *$ABC*, which doesn't speak?"""
    word = parse.words[at]
    return word.text[0].isalnum() and parse.text[word.start - 1:word.start] != "$" and not_calendar(parse, at, kinds)


def _known(parse: Parse, sentences: Iterable[int], kinds: dict[int, Kind], surnames: frozenset[str], *,
           headline: bool = False) -> frozenset[int]:
    """Words that are a name of somebody the body tells of, whatever their tags; in a transcript, *LEE:*."""
    capitals = frozenset(name.upper() for name in surnames if len(name) > 3)
    wanted = surnames | capitals
    found = set()
    for first, last in (parse.sentences[sentence] for sentence in sentences):
        for at, text in enumerate(parse.texts[first:last], first):
            if text in wanted and _may_name(parse, at, kinds) and (
                    text in capitals or parse.tags[at] == "PROPN"
                    or parse.tags[at] in ("NOUN", "VERB", "ADJ", "X") and (headline or at > first)):
                found.add(at)
    return frozenset(found)


def _in_headlines(parse: Parse, headings: Sequence[int], kinds: dict[int, Kind],
                  surnames: frozenset[str]) -> frozenset[int]:
    """Words of headlines that may belong to a name. One that the body writes small is none."""
    if not headings:
        return frozenset()
    small = set(filter(str.islower, parse.texts))
    known = _known(parse, headings, kinds, surnames, headline=True)
    found: set[int] = set()
    for at in sorted(known | _tagged(parse, headings, kinds)):
        low = parse.words[at].text.lower()
        if at in known or low not in small or kinds.get(at) == "person" or at - 1 in found and low in names.BODIES:
            found.add(at)
    return frozenset(found)


def _trimmed(parse: Parse, mention: Mention, full: frozenset[tuple[str, ...]], surnames: frozenset[str]) -> Mention:
    """The part of a run in a headline that the body knows as a name."""
    if len(mention.keys) < 2 or mention.keys in full or mention.last - mention.first != len(mention.keys):
        return mention
    size = len(mention.keys)
    for length in range(size - 1, 0, -1):
        for start in range(size - length + 1):
            keys = mention.keys[start:start + length]
            known = length == 1 and keys[0] in surnames and (
                start == 0 or mention.keys[start - 1] not in lexicon.first_names())
            if keys in full or known:
                first = mention.first + start
                return mention._replace(first=first, last=first + length, head=first, keys=keys,
                                        text=wording(parse, first, first + length), kind="unknown", gender="", roles=())
    return mention


def _common(parse: Parse, mention: Mention, kinds: dict[int, Kind], last: frozenset[str]) -> bool:
    """Is this a party's or country's people, another plural, or a noun with a capital, as *the Bank*?

    ``last`` are the last words of longer names in the article: a word among them is a name.
    """
    if mention.text.isupper():
        return False
    plural = is_plural(parse.words[mention.last - 1])
    if plural or len(mention.keys) == 1:
        singular = mention.keys[-1].removesuffix("s")
        if singular in names.PARTIES and singular != "gop" or singular in lexicon.adjectives():
            return True
    if len(mention.keys) != 1 or mention.keys[0] in lexicon.places():  # *the Netherlands*
        return False
    common = plural and kinds.get(mention.head) != "organization" or mention.keys[0] in lexicon.nouns()
    return common and not names.misspelt_of_any(mention.keys[0], last)


def _split(parse: Parse, first: int, last: int, people: dict[int, int], kinds: dict[int, Kind]) -> Iterator[Mention]:
    """The name in a run of proper nouns, and the body or place named before its title (*NYPD Commissioner X*)."""
    words, relations = parse.words, parse.relations
    folded = list(map(names.fold, parse.texts[first:last]))
    if words[first].text[0] in "RDI" and PARTY.fullmatch(wording(parse, first, last)):
        return
    if last - first == 1 and (folded[0] in lexicon.adjectives() and relations[first] in ("amod", "compound")
                              or words[first].upos == "ADJ" and relations[first] == "amod"):
        return
    body = folded[-1] in names.BODIES or any([low in names.BODIES and after in LINKS
                                              for low, after in pairwise(folded)])
    start = first
    if not body:
        for at in range(first, last - 1):
            if folded[at - first] in _TITLES_AND_PARTIES and folded[at + 1 - first] not in LINKS:
                start = at + 1
            elif at == start and _is_role(words[at].text.casefold()) and words[at + 1].text[0].isalpha() and \
                    folded[at + 1 - first] not in LINKS:  # *Alderman Foss*
                start = at + 1
            elif folded[at - first] in names.TITLES and at + 3 < last:  # *Secretary of State John Kerry*
                start = at + 3
        entity = people.get(last, -1)
        if start < entity < last and folded[entity - first] not in names.TITLES and \
                folded[entity - first - 1] not in lexicon.first_names() and relations[entity] != "flat" and \
                words[entity - 1].end < words[entity].start and \
                f"{folded[entity - first - 1]} {folded[entity - first]}" not in lexicon.places():
            start = entity
        for at in range(start + 1, last - 1):
            if any(relations[child] == "flat" and at < child < last for child in parse.children[at]) and \
                    "flat" not in relations[start:at + 1]:
                start = at
                break
    while start < last - 1 and folded[start - first] in names.TITLES:
        start += 1
    if start == last - 1 and folded[-1] in names.TITLES and kinds.get(start) != "person":
        return
    keys = tuple(low for low in folded[start - first:] if low not in "-–/&")
    text = wording(parse, start, last)
    keys = _hyphenated(text) or keys
    titles = tuple(folded[:start - first])
    tagged = [kinds[at] for at in range(start, last) if at in kinds]
    kind = _kind(keys, titles, tagged, body)
    if kind == "unknown" and (words[start].text.isupper() and 1 < len(keys[0]) < 6 or _after_the(parse, first)):
        kind = "organization"
    head = _head(parse, start, last)
    if start > first:
        bare = [at for at in range(first, start) if folded[at - first] not in names.TITLES]
        if bare and bare[0] == first:
            stop = next((at for at in range(first, start) if at not in bare), start)
            yield Mention("name", stop - 1, first, stop, wording(parse, first, stop), tuple(folded[:stop - first]),
                          "place" if " ".join(folded[:stop - first]) in lexicon.place_names() else "organization",
                          inner=True)
    inner = relations[head] in ("compound", "amod") or words[head].deprel == "nmod:desc"
    roles = tuple(roles_around(parse, head, start, last)) if kind in ("person", "organization", "unknown") else ()
    gender = names.gender_of(keys, (*titles, *(role.noun for role in roles))) if kind in ("person", "unknown") else ""
    yield Mention("name", head, start, last, text, keys, kind, gender or _by_role(roles, kind),
                  roles=roles, inner=inner)


def _is_role(word: str) -> bool:
    """Is this word, if it has a capital before a name, a common noun for a person?"""
    noun = lexicon.nouns().get(word)
    return noun is not None and noun.kind == "person" and word not in lexicon.first_names()


def _after_the(parse: Parse, at: int) -> bool:
    """Bodies have an article, people have none."""
    return at > 0 and parse.words[at - 1].text.lower() == "the"


@lru_cache(maxsize=50_000)
def _hyphenated(name: str) -> tuple[str, ...]:
    """Folded words between blanks: *Jean-Claude* is one, however the tokenizer cut it. A nickname is none."""
    parts = names.NICKNAME.sub(" ", name).split()
    return tuple(names.fold(part.strip("'’\"“”,")) for part in parts if any(c.isalnum() for c in part))


def _by_role(roles: tuple[Role, ...], kind: Kind) -> str:
    if kind != "person":
        return ""
    return next((noun.gender for role in roles if (noun := lexicon.nouns().get(role.noun)) and noun.gender), "")


def _kind(keys: tuple[str, ...], titles: tuple[str, ...], tagged: list[Kind], body: bool) -> Kind:
    whole = " ".join(keys)
    if body:
        return "organization"
    if not names.TITLES.isdisjoint(titles):
        return "person"
    if whole in lexicon.place_names():
        return "place"
    gender = lexicon.first_names().get(keys[0])
    if 1 < len(keys) < 5 and (gender or gender is not None and "organization" not in tagged):
        return "person"
    if len(keys) == 1 and keys[0] in names.OUTLETS:
        return "organization"
    return max(reversed(tagged), key=tagged.count) if tagged else "unknown"  # of equals the last, as nouns end in heads


def _head(parse: Parse, first: int, last: int) -> int:
    """The word of a name that hangs on a word outside it."""
    for at in range(first, last):
        if not first <= parse.words[at].head < last:
            return at
    return last - 1
