"""From the words of a source to the noun phrases in it, and what is around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, repeat

from quotes.data import Attribution, Parse, Span, relation
from quotes.resolving.antecedents import Surroundings
from quotes.resolving.mentions import DETERMINERS, POSSESSIVE, Mention, is_noun, is_plural
from quotes.resolving.names import TITLES, fold

QUANTIFIERS = frozenset("another both some many others each neither".split())
JOINING = frozenset("- – / .".split())
MARKS = frozenset("“ ” \"".split())
STOPS = frozenset("( ) [ ] , ; : – — -- “ ” \"".split())
OPENING, CLOSING, STRAIGHT = frozenset(["“", "„", "«", "``"]), frozenset(["”", "»", "''"]), '"'
TURNING = OPENING | CLOSING | {STRAIGHT}


def words_in(parse: Parse, spans: Iterable[Span]) -> list[int]:
    """Positions of the words that the spans touch, ascending."""
    stretches = []
    for start, end in spans:
        stretches.append(range(bisect_right(parse.ends, start), bisect_left(parse.starts, end)))
    return list(stretches[0]) if len(stretches) == 1 else sorted(set().union(*stretches))


def source_words(parse: Parse, attribution: Attribution) -> list[int]:
    """Positions of the words of a source; of several pieces, those that have words in the sentence of the cue."""
    if len(attribution.source) < 2:
        return words_in(parse, attribution.source)
    said = {parse.words[at].sentence for at in words_in(parse, attribution.cue)}
    near = [span for span in attribution.source
            if any(parse.words[at].sentence in said for at in words_in(parse, [span]))]
    return words_in(parse, near or attribution.source)


def heads_of(parse: Parse, members: Sequence[int], names: dict[int, Mention]) -> list[int]:
    """Heads of the noun phrases that a source consists of: one, or several if it is coordinated.

    ``names`` gives for each word of a name its mention. Word order decides before the tree does, since a source is a
    noun phrase and the head of an English one is the last noun before any preposition, comma or clause. So a source
    may be a word too short or too long: of loose words the first noun phrase counts.
    """
    listed = _listed(parse, members, names)
    if len(listed) > 1:
        return listed
    inside = frozenset(members)
    first = names.get(members[0]) if members else None
    if first and relation(parse.words[first.head]) == "nsubj" and parse.words[first.head].head in inside:
        return [first.head]  # a source cut too long, *Ann Lee Slams Bank CEO*: who does it is who speaks
    head = _head(parse, members, names)
    if head is None:
        return []
    if is_plural(parse.words[head]) and head not in names and head + 1 in inside and parse.words[head + 1].text == ",":
        apposed = _listed(parse, [at for at in members if at > head + 1], names)
        if len(apposed) > 1:  # *his sons, Paul and Ivo Lee*
            return apposed
        aside = names.get(head + 2)
        if aside and aside.kind == "person" and aside.last > members[-1]:
            return [aside.head]  # one is not several: *these sons, Lee said*
    heads = [head, *(child for child in parse.children[head] if relation(parse.words[child]) == "conj"
                     and child in inside and _nominal(parse, child, names))]
    if len(heads) == 1 and head in names:
        after = names[head].last
        if after + 1 in inside and parse.words[after].upos == "CCONJ":
            second = _head(parse, [at for at in members if at > after], names)
            heads += [second] if second is not None else []
    return heads


def _nominal(parse: Parse, at: int, names: dict[int, Mention]) -> bool:
    word = parse.words[at]
    return at in names or word.upos == "PRON" or is_noun(word) and word.text[:2] not in ("R-", "D-", "I-")


def _head(parse: Parse, members: Sequence[int], names: dict[int, Mention]) -> int | None:
    """The head of the first noun phrase among ``members``; None if there is none."""
    inside = frozenset(members)
    if members and parse.words[members[0]].text.lower() in QUANTIFIERS and (members[0] + 1 not in inside or (
            parse.words[members[0] + 1].upos in ("PUNCT", "ADP", "VERB"))):
        return members[0]
    at = next((at for at in members if parse.words[at].upos in ("NOUN", "PROPN", "ADJ", "NUM", "PRON") or at in names),
              None)
    if at is None:
        return next((at for at in members if parse.words[at].upos == "DET"), None)
    after = at + 1
    if after + 1 in inside and parse.words[after].start == parse.words[at].end and parse.words[after].text == "s":
        at, after = after, at + 2  # *Its* cut in two
    elif parse.words[at].upos == "PRON" and (parse.words[at].deprel != "nmod:poss" or after not in inside):
        return at
    while True:
        end = at + 1
        while end in inside and (end in names or _goes_on(parse, end, inside)):
            end += 1
        owned = end + 1 in inside and parse.words[end].text in POSSESSIVE and parse.words[end].upos in ("PART", "PUNCT")
        if owned and _goes_on(parse, end + 1, inside):
            at = end + 1
            continue
        if end in inside and parse.words[end].upos == "CCONJ" and end < parse.words[end - 1].head <= members[-1] and \
                relation(parse.words[end - 1]) in ("amod", "compound"):  # *state and local leaders*
            return parse.words[end - 1].head
        return _last_noun(parse, at, end, names)


def _goes_on(parse: Parse, at: int, inside: frozenset[int]) -> bool:
    """May this word stand within a noun phrase, after its first word and before its head?"""
    word = parse.words[at]
    if word.text in JOINING or word.text in MARKS:
        return at + 1 in inside
    if parse.words[at - 1].text == "-" and at + 1 in inside and parse.words[at + 1].text == "-":
        return True  # *Mother-of-two Ann Lee*
    if word.upos == "VERB":
        return relation(word) in ("amod", "compound") and at + 1 in inside and is_noun(parse.words[at + 1])
    return word.upos in ("NOUN", "PROPN", "ADJ", "NUM") and word.sentence == parse.words[at - 1].sentence


def _last_noun(parse: Parse, first: int, last: int, names: dict[int, Mention]) -> int:
    """The head of an unbroken run of nouns: a person's name that ends it, else its last noun."""
    people = [mention for at in range(first, last) if (mention := names.get(at)) and mention.kind == "person"
              and (mention.last >= last or not is_noun(parse.words[mention.last])
                   or len(mention.keys) > 1 and parse.words[mention.last].text[0].isupper())]
    if people:
        return people[-1].head
    nouns = [at for at in range(first, last) if is_noun(parse.words[at]) or at in names]
    if not nouns:
        return next((at for at in range(first, last) if parse.words[at].upos == "NUM"), last - 1)
    return names[nouns[-1]].head if nouns[-1] in names else nouns[-1]


def _listed(parse: Parse, members: Sequence[int], names: dict[int, Mention]) -> list[int]:
    """Heads of names in a row, with nothing between but commas, *and*, titles and brackets."""
    found: list[Mention] = []
    between: list[int] = []
    depth, joined = 0, False
    for at in members:
        word = parse.words[at]
        if word.text in "([":
            depth += 1
        elif word.text in ")]":
            depth -= 1
        elif depth:
            continue
        elif (mention := names.get(at)) and not mention.inner:
            if found and found[-1] is mention:
                continue
            if found and not _only_joins(parse, between):
                return []
            found.append(mention)
            between = []
        elif found:
            between.append(at)
            joined = joined or word.upos == "CCONJ"
        elif word.upos in ("ADP", "VERB", "AUX", "PART") or word.text == ",":
            return []
    whole = joined and not any(is_noun(parse.words[at]) for at in between)
    return [mention.head for mention in found] if whole else []


def _only_joins(parse: Parse, members: Sequence[int]) -> bool:
    words = [parse.words[at] for at in members]
    return all(word.upos in ("PUNCT", "CCONJ", "DET") or fold(word.text) in TITLES for word in words) and \
        any(word.text == "," or word.upos == "CCONJ" for word in words)


def trimmed(parse: Parse, members: Sequence[int], head: int) -> tuple[int, int]:
    """First and last word (end exclusive) of a source's own words as a name.

    There is no determiner before it, no clause, bracket or aside after its head.
    """
    words = parse.words
    inside = frozenset(members)
    first = next((at for at in members if words[at].upos not in ("ADP", "PUNCT", "CCONJ", "SCONJ")), head)
    while first < head and (words[first].text.lower() in DETERMINERS | {"such"} or words[first].upos == "PUNCT"):
        if words[first].text in MARKS and any(words[at].text in MARKS for at in range(first + 1, head)):
            break  # *the “Tin Moon” star* keeps both marks
        first += 1
    last = head + 1
    # *a paper published in …*
    clause = last in inside and words[last].xpos == "VBN" and relation(words[last]) == "acl"
    while last in inside and words[last].text not in STOPS and (
            words[last].upos not in ("VERB", "AUX") or clause and last == head + 1) and \
            not (words[last].upos == "PRON" and words[last].deprel == "nsubj") and \
            words[last].text.lower() not in ("who", "which", "that", "whose", "whom", "where", "when"):
        last += 1
    while last > head + 1 and words[last - 1].upos in ("ADP", "DET", "CCONJ", "PART", "ADV", "PUNCT"):
        last -= 1
    return min(first, head), last


def surroundings(parse: Parse, attributions: Sequence[Attribution], heads: Sequence[Sequence[int]]) -> Surroundings:
    """What pronouns need to know: who is speaking, what is quoted, where paragraphs begin."""
    content: dict[int, frozenset[int]] = {}
    for attribution, found in zip(attributions, heads):
        words = frozenset(words_in(parse, attribution.content))
        for head in found:
            content[head] = content[head] | words if head in content else words
    sources_of: dict[int, list[int]] = defaultdict(list)
    for head, words in content.items():
        for at in words:
            sources_of[at].append(head)
    starts = line_starts(parse)
    return Surroundings(frozenset(content), quoted(parse, starts), paragraphs(parse, starts), content, sources_of)


def line_starts(parse: Parse) -> frozenset[int]:
    """The words before which the text has a line break."""
    starts, text, found = parse.starts, parse.text, []
    at = text.find("\n")
    while at >= 0:
        after = bisect_left(starts, at)
        if after == len(starts):
            break
        between = not after or parse.ends[after - 1] <= at
        if between:
            found.append(after)
        at = text.find("\n", starts[after] if between else at + 1)
    return frozenset(found)


def paragraphs(parse: Parse, starts: Collection[int]) -> tuple[int, ...]:
    """For each word the number of its paragraph; a line break, as of ``line_starts``, ends one."""
    edges = [0, *sorted(starts), len(parse.words)]
    return tuple(chain.from_iterable([repeat(number, end - start)
                                      for number, (start, end) in enumerate(pairwise(edges))]))


def quoted(parse: Parse, starts: Collection[int]) -> tuple[int, ...]:
    """For each word the number of the stretch between quotation marks it lies in; -1 outside. A line break ends it."""
    found: list[int] = []
    number, inside = 0, False
    turns = {*starts, *[at for at, text in enumerate(parse.texts) if text in TURNING]}
    for at in sorted(turns):
        found.extend(repeat(number if inside else -1, at - len(found)))
        text = parse.words[at].text
        if at in starts:
            inside = False
        straight = text == STRAIGHT
        closes = text in CLOSING or straight and inside
        if text in OPENING or straight and not inside:
            inside, number = True, number + 1
        found.append(number if inside else -1)
        if closes:
            inside = False
    found.extend(repeat(number if inside else -1, len(parse.words) - len(found)))
    return tuple(found)


@dataclass(frozen=True)
class Contents:
    """The stretches of all contents, to be looked up."""

    stretches: tuple[tuple[Span, int], ...]
    """In the order of the text, each with the position of its attribution."""
    longest: int
    """Code points of the longest."""


def contents_of(attributions: Sequence[Attribution]) -> Contents:
    """The contents of all attributions."""
    stretches = sorted((span, at) for at, attribution in enumerate(attributions) for span in attribution.content)
    return Contents(tuple(stretches), max((span.end - span.start for span, _ in stretches), default=0))


def enclosing(contents: Contents, source: Sequence[Span], at: int) -> int | None:
    """The innermost attribution whose content holds the source of attribution ``at``."""
    if not source:
        return None
    start = source[0].start
    first = bisect_left(contents.stretches, start - contents.longest, key=lambda stretch: stretch[0].start)
    end = bisect_right(contents.stretches, start, key=lambda stretch: stretch[0].start)
    return min(((span.end - span.start, other) for span, other in contents.stretches[first:end]
                if other != at and start < span.end), default=(0, None))[1]
