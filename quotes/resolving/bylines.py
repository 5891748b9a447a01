"""Who wrote an article, where it says so: *I* outside quotation marks is its author."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from quotes.data import Parse
from quotes.resolving.mentions import Mention, Referent

OPENING = 4
"""Paragraphs at the head of an article in which *By NAME* is a byline."""
CLOSING = 3
"""Paragraphs at its foot in which *NAME is a …* tells of the author."""
ABOUT = frozenset("is was writes covers teaches works serves lives".split())


def author(parse: Parse, names: Mapping[int, Mention], referents: Sequence[Referent],
           owner: Mapping[int, int], number: Sequence[int]) -> Referent | None:
    """The author by a byline (*By Jane Doe*) or by the note below an opinion piece (*Jane Doe is a writer in …*).

    ``names`` gives each word of a name its mention, ``owner`` each mention's head its position in ``referents``,
    ``number`` each word its paragraph.
    """
    for at in _edges(number):
        after = at + 1 if parse.words[at].text.lower() == "by" and number[at] < OPENING else at
        mention = names.get(after)
        if mention is None or mention.first != after or len(mention.keys) < 2:
            continue
        referent = referents[owner[mention.head]] if mention.head in owner else None
        if referent is None or referent.kind not in ("person", "unknown"):
            continue
        closes = mention.last == len(parse.words) or number[mention.last] != number[after]
        if after > at and (closes or parse.words[mention.last].text in ",|"):
            return referent
        named = sum(mention.form == "name" for mention in referent.mentions)
        if after == at and not closes and number[at] > number[-1] - CLOSING and named < 3 and \
                parse.words[mention.last].text.lower().lstrip(",") in ABOUT:
            return referent
    return None


def _edges(number: Sequence[int]) -> list[int]:
    """Where the paragraphs at the head and foot of an article begin, ``number`` being each word's paragraph."""
    last = number[-1] if number else -1
    wanted = {*range(min(OPENING, last + 1)), *range(max(last + 1 - CLOSING, 0), last + 1)}
    return sorted({bisect_left(number, paragraph) for paragraph in wanted})
