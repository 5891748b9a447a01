"""Numbers, written in figures or in words, as one value: *17* and *seventeen*, *1,000* and *a thousand*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

_UNITS = {word: value for value, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen".split())}
_TENS = {word: 10 * value for value, word in enumerate(
    "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "bn": 10**9, "trillion": 10**12,
           "tn": 10**12}
_ORDINALS = {word: value for value, word in enumerate(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(), start=1)}
_FIGURES = re.compile(r"-?\d+(?:[.,]\d+)*")
_THOUSANDS = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?")

VAGUE = frozenset(
    "dozen dozens hundred hundreds thousand thousands million millions billion billions trillion trillions half halves "
    "third thirds quarter quarters double doubled triple tripled twice thrice once both couple score scores single "
    "pair".split())
"""Words that say how many without a figure. A change from one of them to another changes a number."""


def is_number(key: str) -> bool:
    """Whether the normal form of a word (see :mod:`quotes.verifying.words`) says how many or which one of a row."""
    return key.startswith("#") or key in VAGUE


def may_begin_number(word: str) -> bool:
    """Whether a number may begin with this word in lower case; quicker than to look for one."""
    return word[-1].isdigit() or word in _UNITS or word in _TENS or word in _ORDINALS or word in ("a", "an")


def number_at(words: Sequence[str], at: int) -> tuple[str, int]:
    """The number that begins at a word.

    Args:
        words: Words in lower case that stand together with nothing but blanks or hyphens between them.
        at: The position of the first.
    Returns:
        Its normal form, *#17* or *#17th*, and how many words it takes; ``("", 0)`` where no number begins.
    """
    if words[at] in ("a", "an") and at + 1 < len(words) and words[at + 1] in _SCALES and len(words[at + 1]) > 2:
        total, taken = _cardinal(("one", *words[at + 1:]), 0)
        return _form(total), taken
    if words[at] in _ORDINALS:
        return f"#{_ORDINALS[words[at]]}th", 1
    if _FIGURES.fullmatch(words[at]) and at + 1 < len(words) and words[at + 1] in ("st", "nd", "rd", "th"):
        return f"{_form(_value(words[at]))}th", 2
    total, taken = _cardinal(words, at)
    if total is None:
        return "", 0
    after = words[at + taken] if at + taken < len(words) else ""
    if words[at + taken - 1] in _TENS and _ORDINALS.get(after, 10) < 10:
        return f"{_form(total + _ORDINALS[after])}th", taken + 1
    return _form(total), taken


def _cardinal(words: Sequence[str], at: int) -> tuple[Decimal | None, int]:
    """The value of the number that begins at a word, and how many words it takes."""
    total, part, place, last = Decimal(0), None, at, None
    while place < len(words):
        word = words[place]
        if _FIGURES.fullmatch(word) and part is None and last is None:
            part = _value(word)
        elif word in _UNITS and (last is None or last in _SCALES or last in _TENS and 0 < _UNITS[word] < 10):
            part = (part or 0) + Decimal(_UNITS[word])
        elif word in _TENS and (last is None or last in _SCALES):
            part = (part or 0) + Decimal(_TENS[word])
        elif word == "hundred" and part is not None and part < 100:
            part *= 100
        elif word in _SCALES and part is not None and (total == 0 or total > part * _SCALES[word]):
            total, part = total + part * _SCALES[word], None
        elif word == "and" and last in _SCALES and place + 1 < len(words) and (
                words[place + 1] in _UNITS or words[place + 1] in _TENS):
            place += 1
            continue
        else:
            break
        last, place = word, place + 1
    return (total + (part or 0), place - at) if last is not None else (None, 0)


def _value(figures: str) -> Decimal:
    if _THOUSANDS.fullmatch(figures):
        return Decimal(figures.replace(",", ""))
    whole, *parts = re.split("[.,]", figures)
    # More than one mark that parts no thousands: a date or a version, told apart by its figures alone.
    return Decimal(f"{whole}.{''.join(parts)}") if parts else Decimal(whole)


def _form(value: Decimal | None) -> str:
    return f"#{value.normalize():f}"
