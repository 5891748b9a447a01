"""From the words of a source to the noun phrases in it, and what is around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter

from quotes.data import Attribution, Parse, Span
from quotes.resolving.mentions import Mention, is_noun, relation
from quotes.resolving.names import TITLES, fold
from quotes.resolving.pronouns import Surroundings

OPENING, CLOSING, STRAIGHT = "“„«", "”»", "\""


def words_in(parse: Parse, spans: Iterable[Span]) -> list[int]:
    """Positions of the words that the spans touch, ascending."""
    found: set[int] = set()
    for start, end in spans:
        first = bisect_right(parse.words, start, key=attrgetter("end"))
        found.update(range(first, bisect_left(parse.words, end, key=attrgetter("start"))))
    return sorted(found)


def heads_of(parse: Parse, members: Sequence[int], names: dict[int, Mention]) -> list[int]:
    """Heads of the noun phrases that a source consists of: one, or several if it is coordinated.

    ``names`` gives for each word of a name its mention. The source may be a word too short or too long: a name cut
    in two is found whole, and of loose words the first noun phrase counts.
    """
    inside = frozenset(members)
    tops = [at for at in members if parse.words[at].head not in inside and parse.words[at].upos not in
            ("PUNCT", "ADP", "DET", "CCONJ", "SCONJ", "AUX", "PART", "SYM", "ADV", "INTJ")
            or at in names and parse.words[at].head not in inside]
    nominal = [at for at in tops if is_noun(parse.words[at]) or parse.words[at].upos == "PRON" or at in names]
    top = next(iter(nominal or tops), None)
    if top is None:
        plain = [at for at in members if parse.words[at].upos in ("DET", "NUM", "ADJ", "PRON")]
        return plain[:1]
    if parse.words[top].upos in ("VERB", "AUX"):
        below = [at for at in members if at in names or is_noun(parse.words[at]) or parse.words[at].upos == "PRON"]
        if not below:
            return []
        top = below[0]
    listed = _listed(parse, members, names)
    if len(listed) > 1:
        return listed
    top = _titled(parse, top, inside, names)
    heads = [top]
    for child in parse.children[top]:
        if relation(parse.words[child]) == "conj" and child in inside and \
                (is_noun(parse.words[child]) or child in names or parse.words[child].upos == "PRON"):
            heads.append(child)
    return heads


def _listed(parse: Parse, members: Sequence[int], names: dict[int, Mention]) -> list[int]:
    """Heads of names in a row, with nothing between but commas, *and*, titles and brackets."""
    found: list[Mention] = []
    between: list[int] = []
    depth = 0
    joined = False
    for at in members:
        word = parse.words[at]
        if word.text in "([":
            depth += 1
        elif word.text in ")]":
            depth -= 1
        elif depth:
            continue
        elif (mention := names.get(at)) and not mention.inner:
            if mention.first == at or not found or found[-1] != mention:
                if found and found[-1] is not mention and not (between and _only_joins(parse, between)):
                    return []
                if not found or found[-1] is not mention:
                    found.append(mention)
                    between = []
        elif found:
            between.append(at)
            joined = joined or word.upos == "CCONJ"
        elif word.upos in ("ADP", "VERB", "AUX", "PART") or word.text == ",":
            return []
    return [mention.head for mention in found] if joined else []


def _only_joins(parse: Parse, members: Sequence[int]) -> bool:
    words = [parse.words[at] for at in members]
    return all(word.upos in ("PUNCT", "CCONJ", "DET") or fold(word.text) in TITLES for word in words) and \
        any(word.text == "," or word.upos == "CCONJ" for word in words)


def _titled(parse: Parse, top: int, inside: frozenset[int], names: dict[int, Mention]) -> int:
    """The person's name that a title or role before it leads to, whatever the tree says: *Tulsa police Chief X*."""
    if top in names and names[top].kind == "person":
        return top
    at = top
    while at in inside and (is_noun(parse.words[at]) or parse.words[at].upos == "ADJ" or parse.words[at].text in "-–."):
        if at in names and names[at].kind == "person" and not names[at].inner:
            return names[at].head
        at += 1
    return top


def surroundings(parse: Parse, attributions: Sequence[Attribution], heads: Sequence[Sequence[int]]) -> Surroundings:
    """What pronouns need to know: who is speaking, what is quoted, where paragraphs begin."""
    content: dict[int, frozenset[int]] = {}
    for attribution, found in zip(attributions, heads):
        for head in found:
            content[head] = content.get(head, frozenset()) | frozenset(words_in(parse, attribution.content))
    return Surroundings(frozenset(content), quoted(parse), paragraphs(parse), content)


def paragraphs(parse: Parse) -> tuple[int, ...]:
    """For each word the number of its paragraph; a line break ends one."""
    found, number, before = [], 0, 0
    for word in parse.words:
        number += "\n" in parse.text[before:word.start]
        found.append(number)
        before = word.end
    return tuple(found)


def quoted(parse: Parse) -> tuple[int, ...]:
    """For each word the number of the stretch between quotation marks it lies in; -1 outside. A paragraph ends it."""
    found, number, inside, before = [], 0, False, 0
    for word in parse.words:
        if "\n" in parse.text[before:word.start]:
            inside = False
        before = word.end
        opens = word.text in OPENING or word.text in ("``",) or word.text in STRAIGHT and not inside
        closes = not opens and (word.text in CLOSING or word.text in STRAIGHT or word.text == "''")
        if opens:
            inside, number = True, number + 1
        found.append(number if inside else -1)
        if closes:
            inside = False
    return tuple(found)


def enclosing(attributions: Sequence[Attribution], at: int) -> int | None:
    """The innermost attribution whose content holds the source of attribution ``at``."""
    source = attributions[at].source
    if not source:
        return None
    start = source[0].start
    best, size = None, 0
    for other, attribution in enumerate(attributions):
        if other == at:
            continue
        for span in attribution.content:
            if span.start <= start < span.end and (best is None or span.end - span.start < size):
                best, size = other, span.end - span.start
    return best
