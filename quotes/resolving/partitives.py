"""Sources of one word that count: *one* of the friends, *another* neighbour, *both* of two people."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from quotes.data import Parse, relation
from quotes.resolving.mentions import Referent, is_noun, is_plural
from quotes.resolving.phrases import determiner, nominal_text

COUNTED = frozenset("one two three four five some several many most".split())
NEAR = 3
"""Sentences back in which what is counted was spoken of."""


def counted(parse: Parse, head: int, sources: Sequence[int]) -> str | None:
    """What a bare numeral counts: *one of the friends of the couple*, *another neighbour*; None if unknown.

    ``sources`` are the heads of all sources in order, as who speaks next is mostly one of those who spoke last.
    """
    words = parse.words
    low = words[head].text.lower()
    near = parse.sentences[max(words[head].sentence - NEAR, 0)][0]
    nouns = [at for at in sources[bisect_left(sources, near):bisect_left(sources, head)] if is_noun(words[at])]
    if low in COUNTED:
        several = [at for at in nouns if is_plural(words[at]) and words[at].upos == "NOUN"]
        return f"{low} of the {_small(nominal_text(parse, several[-1]))}" if several else None
    if low == "another":
        single = [at for at in nouns if words[at].upos == "NOUN" and not is_plural(words[at])
                  and determiner(parse, at) == "a"]
        return f"another {nominal_text(parse, single[-1])}" if single else None
    return None


def both(parse: Parse, head: int, referents: Sequence[Referent], owner: Mapping[int, int]) -> tuple[int, int] | None:
    """Positions of the two people named last as subjects before *both*; None where there aren't two."""
    words = parse.words
    found: list[int] = []
    for at in range(head - 1, -1, -1):
        if words[head].sentence - words[at].sentence > NEAR or len(found) == 2:
            break
        if at not in owner or owner[at] in found or relation(words[at]) not in ("nsubj", "appos", "flat"):
            continue
        referent = referents[owner[at]]
        if referent.kind == "person" and referent.named and not referent.plural:
            found.append(owner[at])
    return (found[1], found[0]) if len(found) == 2 else None


def _small(text: str) -> str:
    return text[0].lower() + text[1:] if text[1:2].islower() else text
