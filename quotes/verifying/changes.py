"""What kinds of change lie between a claim and what was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.verifying.aligning import Block, jumps
from quotes.verifying.data import Change, Kind
from quotes.verifying.matching import Match
from quotes.verifying.numerals import is_number
from quotes.verifying.words import FUNCTION, NEGATIONS, PRONOUNS_AND_AUXILIARIES, QUALIFIERS, stem


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the claim and words of the passage in their place: from, to (end exclusive); either may be none."""

    kinds: tuple[Kind, ...]
    claim: tuple[int, int]
    source: tuple[int, int]
    gap: bool = False
    """Whether the claim has an ellipsis in their place."""


def differences(match: Match) -> list[Difference]:
    """Where a claim differs from the words of its passage, in the order of the claim. What an ellipsis stands for is
    a difference without a kind, unless it takes a negation or a qualifier away."""
    if _reordered(match):
        return [Difference(_order(match), (0, len(match.wording.words)), (match.first, match.last))]
    found = [_of(match, block) for block in match.alignment if not block.same]
    found += _jumps(match)
    found = [one for one in found if one.kinds or one.gap]
    found.sort(key=lambda one: (one.claim, one.source))
    swapped = _swapped(match, found)
    if swapped:
        found = [one for one in found if one not in swapped]
        found.append(Difference(("order",), swapped[0].claim, swapped[1].source))
    return found


def reported(match: Match, found: Sequence[Difference]) -> list[Difference]:
    """The differences that count where the passage reports in its own words: not those of person, tense and place that
    reporting brings with it."""
    return [one for one in found if not _by_reporting(match, one)]


def change(match: Match, kind: Kind, claim: tuple[int, int], source: tuple[int, int]) -> Change:
    """A change with its words as they are written."""
    first, last = source
    spans = match.passage.spans(first, last) if first < last else ()
    words = " … ".join(match.passage.document.text[start:end] for start, end in spans)
    return Change(kind, match.wording.at(*claim), words)


def kinds(claim: Sequence[str], source: Sequence[str]) -> tuple[Kind, ...]:
    """The kinds of change from some words of a source to those in their place in a claim, as normal forms.

    A negation that differs, or a number put for another or for other words, names the change; else it is one of
    wording, order, omission or addition.
    """
    if "".join(claim) == "".join(source):
        return ()
    found: list[Kind] = []
    if _count(claim, NEGATIONS) != _count(source, NEGATIONS):
        found.append("negation")
    told, said = sorted(filter(is_number, claim)), sorted(filter(is_number, source))
    exact = any(key.startswith("#") for key in (*told, *said))
    if told != said and claim and source and (told and said or exact):
        found.append("number")
    if found:
        return tuple(found)
    if sorted(claim) == sorted(source):
        return ("order",)
    return ("wording",) if claim and source else ("addition",) if claim else ("omission",)


def _of(match: Match, block: Block) -> Difference:
    claim, source = match.wording.keys[slice(*block.claim)], match.passage.keys[slice(*block.source)]
    return Difference(kinds(claim, source), block.claim, block.source)


def _jumps(match: Match) -> Iterator[Difference]:
    """What the claim passes over between two of its words, or goes back over."""
    quote = match.passage.quote
    for before, after in jumps(match.alignment):
        at, start, end = (before.claim[1], after.claim[0]), before.source[1], after.source[0]
        if start > end:
            yield Difference(("order",), (before.claim[0], after.claim[1]), (after.source[0], before.source[1]))
        elif match.broken(*at):
            yield Difference(_taken_away(match.passage.keys[start:end]), (at[0], at[0]), (start, end), gap=True)
        else:
            spliced = match.passage.quotes and quote[before.source[1] - 1] != quote[after.source[0]]
            kind = ("splice",) if spliced else kinds((), match.passage.keys[start:end])
            yield Difference(kind, (at[0], at[0]), (start, end))


def _taken_away(left_out: Sequence[str]) -> tuple[Kind, ...]:
    """An ellipsis may stand for words, not for a *not* or an *if* beside what is kept."""
    edge = {*left_out[:1], *left_out[-1:]}
    return ("negation",) if edge & NEGATIONS else ("omission",) if edge & QUALIFIERS else ()


def _reordered(match: Match) -> bool:
    """Whether claim and passage have the same words, in another order."""
    claim, source = match.wording.keys, match.passage.keys[match.first:match.last]
    return claim != source and sorted(claim) == sorted(source) and "".join(claim) != "".join(source)


def _order(match: Match) -> tuple[Kind, ...]:
    """A negation or a number that changes places is named, too: *not A but B*, *A but not B*; *12 to 3*, *3 to 12*."""
    moved = {key for block in match.alignment if not block.same for key in match.wording.keys[slice(*block.claim)]}
    told = [key for key in match.wording.keys if is_number(key)]
    said = [key for key in match.passage.keys[match.first:match.last] if is_number(key)]
    return ("order", *(["negation"] if moved & NEGATIONS else []), *(["number"] if told != said else []))


def _swapped(match: Match, found: Sequence[Difference]) -> tuple[Difference, Difference] | None:
    """Two differences that say the same words are missing here and added there."""
    for one in found:
        for other in found:
            words = match.wording.keys[slice(*one.claim)]
            if one.kinds == ("addition",) and other.kinds == ("omission",) and \
                    words == match.passage.keys[slice(*other.source)]:
                return one, other
    return None


def _by_reporting(match: Match, one: Difference) -> bool:
    if set(one.kinds) & {"number", "negation", "order", "splice"}:
        return False
    claim, source = match.wording.keys[slice(*one.claim)], match.passage.keys[slice(*one.source)]
    if set(claim) & QUALIFIERS != set(source) & QUALIFIERS:
        return False
    left = [[stem(key) for key in keys if key not in PRONOUNS_AND_AUXILIARIES and key not in FUNCTION - QUALIFIERS]
            for keys in (claim, source)]
    return left[0] == left[1]


def _count(words: Sequence[str], among: frozenset[str]) -> int:
    return sum(word in among for word in words)
