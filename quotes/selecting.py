"""Which of the quotes that were found to show."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from quotes.accents import without_accents
from quotes.data import Act, Quote, Type

LIKE = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
"""What has no accent to take off but is typed without one."""


def select(
    quotes: Iterable[Quote],
    *,
    speakers: Collection[str] = (),
    types: Collection[Type] = (),
    acts: Collection[Act] = ("speech", "thought"),
    min_confidence: float = 0.0,
) -> list[Quote]:
    """The quotes that meet every condition, by where they start.

    Args:
        quotes: The quotes of one document.
        speakers: Names, one of which must be the speaker's (see :func:`is_by`); empty for anybody.
        types: The types wanted; empty for all.
        acts: The acts wanted.
        min_confidence: The least confidence.
    """
    chosen = [
        quote for quote in quotes
        if quote.act in acts
        and (not types or quote.type in types)
        and quote.confidence >= min_confidence
        and (not speakers or any(is_by(quote, name) for name in speakers))
    ]
    return sorted(chosen, key=lambda quote: (quote.spans, quote.act))


def is_by(quote: Quote, name: str) -> bool:
    """Whether a quote's speaker goes by a name: each word of ``name`` begins one of the words of the resolved name,
    or of the mention. Case and accents don't count: *wilmes* finds *Sophie Wilmès*, *hoek* finds *Wopke Hoekstra*."""
    return quote.speaker is not None and goes_by(name, quote.speaker.name, quote.speaker.mention)


def goes_by(name: str, *known: str) -> bool:
    """Whether each word of ``name`` begins a word of the same one of the ``known`` names."""
    wanted = folded(name)
    return any(
        all(any(word.startswith(part) for word in words) for part in wanted) for words in map(folded, known)
    )


def folded(name: str) -> list[str]:
    """The words of a name as one compares them: no case, no accents."""
    return re.findall(r"\w+", without_accents(name.casefold().translate(LIKE)))
