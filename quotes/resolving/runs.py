"""Runs of proper nouns: how far a name goes, over hyphens, nicknames, particles and a body's *of* and *and*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotes.data import Kind, Parse
from quotes.resolving import lexicon, names

LINKS = frozenset("of for on to".split())
QUOTES = frozenset("\" “ ” ' ‘ ’".split())
DASHES = frozenset("- -- – —".split())
ARTICLES = frozenset("the our".split())
CALENDAR = frozenset("monday tuesday wednesday thursday friday saturday sunday january february march april may june "
                     "july august september october november december jan feb mar apr jun jul aug sep sept oct nov "
                     "dec mon tue wed thu fri sat sun am pm et est edt gmt".split())


def runs(parse: Parse, sentences: Sequence[int], kinds: dict[int, Kind],
         proper: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Stretches of proper nouns within a sentence, joined over hyphens, particles and a body's *of*."""
    for start, end in [parse.sentences[sentence] for sentence in sentences]:
        last = start
        for at in [at for at in range(start, end) if at in proper]:
            if at < last:
                continue
            last = at + 1
            while last < end and (step := _joined(parse, at, last, end, kinds, proper)):
                last += step
            yield _widened(parse, at, last, start), last


def _widened(parse: Parse, first: int, last: int, start: int) -> int:
    """Where a body's name begins: *International* in *the International Monetary Fund* may be tagged an adjective."""
    words = parse.words
    if first > start and names.fold(words[first - 1].text) in lexicon.place_starts() and \
            names.fold(f"{words[first - 1].text} {words[first].text}") in lexicon.place_names():
        return first - 1
    if names.BODIES.isdisjoint(map(names.fold, parse.texts[first:last])):
        return first
    while first - 1 > start and words[first - 1].upos in ("ADJ", "NOUN", "VERB") and words[first - 1].text[0].isupper():
        first -= 1
    return first


def _joined(parse: Parse, first: int, at: int, end: int, kinds: dict[int, Kind], proper: frozenset[int]) -> int:
    """How many words from ``at`` on go on with the name that starts at ``first``; 0 for none."""
    if at in proper:
        return 1
    words = parse.words
    word, low = words[at], words[at].text.lower()
    after = at + 1 < end and at + 1 in proper
    if word.text in "-–/'’" and after and words[at - 1].end == word.start and word.end == words[at + 1].start:
        return 2
    if word.text in QUOTES and at + 1 < end and words[at + 1].text[0].isupper():  # *Ann “Big Annie” Lee*
        closing = next((i for i in range(at + 2, min(at + 5, end - 1)) if words[i].text in QUOTES), None)
        if closing is not None and closing + 1 in proper:
            return closing + 2 - at
    if low in names.PARTICLES and after or word.text == "&" and after:
        return 2
    if low not in LINKS and low != "and" and not word.text[0].isupper():
        return 0  # so it is after most names
    capital = at + 1 < end and words[at + 1].text[0].isupper() and not_calendar(parse, at + 1, kinds)
    bodies = not names.BODIES.isdisjoint(map(names.fold, parse.texts[first:at]))
    whole = kinds.get(at) == "organization" and kinds.get(at - 1) == "organization"
    if (bodies or whole) and low in LINKS:
        if (after or capital) and not _begins_person(parse, at + 1, kinds):
            return 2
        if at + 2 < end and words[at + 1].text.lower() in ARTICLES and words[at + 2].text[0].isupper():
            return 3
    open_body = whole and kinds.get(at + 1) == "organization" or bodies and not _closed(parse, at - 1)
    if low == "and" and after and (open_body or _spelt_after(parse, first, at, end)):
        return 2
    if bodies and word.upos not in ("PUNCT", "AUX") and word.text[0].isupper() and (after or capital):
        return 2 if after else 1
    return 0


def _spelt_after(parse: Parse, first: int, at: int, end: int) -> bool:
    """Does an acronym in brackets stand for the words on both sides of *and* (*Clerks and Tellers (CAT)*)?"""
    words = parse.words
    opening = next((i for i in range(at, min(at + 6, end - 1)) if words[i].text == "("), None)
    return opening is not None and names.acronym_of(
        words[opening + 1].text, tuple(word.text for word in words[first:opening]))


def _closed(parse: Parse, at: int) -> bool:
    """Can a body's name end with this word?"""
    low = names.fold(parse.words[at].text)
    return low in names.BODIES or low in lexicon.places() or parse.words[at].text.isupper()


def _begins_person(parse: Parse, at: int, kinds: dict[int, Kind]) -> bool:
    return kinds.get(at) == "person" or names.fold(parse.words[at].text) in names.TITLES


def not_calendar(parse: Parse, at: int, kinds: dict[int, Kind]) -> bool:
    """Is this word no day or month, but perhaps somebody called *May*?"""
    return names.fold(parse.words[at].text) not in CALENDAR or at > 0 and (
        kinds.get(at) == "person" or names.fold(parse.words[at - 1].text) in lexicon.first_names())


def in_dateline(parse: Parse, last: int) -> bool:
    """Does the agency in *LISBON (Reuters) -*, of which the article need not speak at all, end before ``last``?"""
    words = parse.words
    return last + 1 < len(words) and words[last].text == ")" and words[last + 1].text in DASHES and \
        words[last].sentence == words[last - 1].sentence and not any(
            word.upos in ("VERB", "AUX") for word in words[parse.sentences[words[last].sentence][0]:last])
