"""Which words of a passage are those of a claim, and what differs.

Where in the passage the claim stands is found by approximate matching (Sellers, *The theory and computation of
evolutionary distances*, 1980); which words correspond there, by rapidfuzz's Levenshtein edits over words. What is left
of the claim at either end is looked for in the rest of the passage, so that parts that changed places are found, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quotes.verifying.words import weight

LEAST_PART = 3
"""Words that a part of a claim must have in common with another place, so that it isn't held for chance."""


class Block(NamedTuple):
    """Words of the claim and words of the passage that correspond: from, to (end exclusive)."""

    same: bool
    claim: tuple[int, int]
    source: tuple[int, int]


Alignment = tuple[Block, ...]
"""Blocks in the order of the claim; every word of the claim is in one."""


def align(claim: Sequence[str], source: Sequence[str], *, breaks: Sequence[int] = ()) -> Alignment:
    """How a claim corresponds to a passage, both as normal forms of words.

    Args:
        claim: The claim's words.
        source: The passage's words.
        breaks: The positions of the claim's words that an ellipsis stands before: what follows may be further on.
    Returns:
        Blocks. What of the passage lies before the first and after the last is in none. A block without words of the
        claim has what the claim leaves out.
    """
    blocks: list[Block] = []
    end = 0
    inner = [at for at in breaks if 0 < at < len(claim)]
    for first, last in zip([0, *inner], [*inner, len(claim)]):
        part = _parts(claim, source, first, last, taken=((0, end),) if end else (), sure=True)
        end = max([end, *(block.source[1] for block in part)])
        blocks += part
    return tuple(_joined(blocks))


def shared(alignment: Alignment, claim: Sequence[str]) -> float:
    """How much of the claim is in the passage, by the weight of its words: 0 to 1."""
    total = sum(map(weight, claim))
    same = sum(weight(key) for block in alignment if block.same for key in claim[slice(*block.claim)])
    return same / total if total else 0.0


def similarity(alignment: Alignment, *, left_out: int = 0) -> float:
    """How much of claim and passage is the same, word for word: 0 to 1, 1 for no difference. ``left_out`` are further
    words that only the passage has."""
    same = sum(block.claim[1] - block.claim[0] for block in alignment if block.same)
    other = sum(max(block.claim[1] - block.claim[0], block.source[1] - block.source[0])
                for block in alignment if not block.same)
    return same / (same + other + left_out) if same else 0.0


def jumps(alignment: Alignment) -> Iterator[tuple[Block, Block]]:
    """Blocks that follow each other in the claim, but not in the passage."""
    placed = [block for block in alignment if block.source[0] < block.source[1]]
    return ((before, after) for before, after in zip(placed, placed[1:]) if before.source[1] != after.source[0])


def window(alignment: Alignment) -> tuple[int, int]:
    """The first and last word (end exclusive) of the passage that correspond to any of the claim; (0, 0) for none."""
    places = [block.source for block in alignment if block.source[0] < block.source[1]]
    return (min(first for first, _ in places), max(last for _, last in places)) if places else (0, 0)


def _parts(claim: Sequence[str], source: Sequence[str], first: int, last: int, *,
           taken: tuple[tuple[int, int], ...], sure: bool = False) -> list[Block]:
    """Blocks for the claim's words from ``first`` to ``last``, out of what of the source is not ``taken``.
    Unless they are ``sure`` to be there, they must have enough in common with what is."""
    best: list[Block] = []
    for start, end in _free(len(source), taken):
        found = _best(claim[first:last], source[start:end], first, start)
        if _size(found) > _size(best):
            best = found
    if not best or not sure and not _sound(best, claim):
        return [Block(False, (first, last), (0, 0))]
    start, end = best[0].source[0], best[-1].source[1]
    taken = (*taken, (start, end))
    before, after = best[0].claim[0], best[-1].claim[1]
    blocks = list(best)
    if first < before:
        near = max([start - _reach(before - first), *(till for _, till in taken if till <= start)])
        blocks = _rest(claim, source, first, before, near=(max(0, near), start), taken=taken) + blocks
    if after < last:
        near = min([end + _reach(last - after), len(source), *(since for since, _ in taken if since >= end)])
        blocks += _rest(claim, source, after, last, near=(end, near), taken=taken)
    return blocks


def _reach(size: int) -> int:
    """How far beside its place the rest of a claim may be."""
    return 2 * size + 4


def _rest(claim: Sequence[str], source: Sequence[str], first: int, last: int, *, near: tuple[int, int],
          taken: tuple[tuple[int, int], ...]) -> list[Block]:
    """Blocks for what is left of a claim at an end of its place: from beside it, or from anywhere."""
    found = _best(claim[first:last], source[slice(*near)], first, near[0])
    same = [key for block in found if block.same for key in claim[slice(*block.claim)]]
    if sum(map(weight, same)) < 1 and len(same) < 2:
        return _parts(claim, source, first, last, taken=taken)
    missing = [Block(False, (first, found[0].claim[0]), (0, 0))] if first < found[0].claim[0] else []
    missing_after = [Block(False, (found[-1].claim[1], last), (0, 0))] if found[-1].claim[1] < last else []
    return missing + found + missing_after


def _best(claim: Sequence[str], source: Sequence[str], first: int, start: int) -> list[Block]:
    """Blocks for the place in the source that is most like the claim, from the first to the last that is the same."""
    from rapidfuzz.distance import Levenshtein

    left, right = _place(claim, source)
    blocks = [
        Block(edit.tag == "equal", (first + edit.src_start, first + edit.src_end),
              (start + left + edit.dest_start, start + left + edit.dest_end))
        for edit in Levenshtein.opcodes(claim, source[left:right])
    ]
    same = [at for at, block in enumerate(blocks) if block.same]
    return blocks[same[0]:same[-1] + 1] if same else []


def _place(claim: Sequence[str], source: Sequence[str]) -> tuple[int, int]:
    """The stretch of the source that takes the fewest edits to become the claim; of equals, the shortest."""
    # For each word of the source where a match may end: edits, and where the match began.
    row = [(0, at) for at in range(len(source) + 1)]
    for number, key in enumerate(claim, start=1):
        above, row = row, [(number, 0)]
        for at, other in enumerate(source, start=1):
            edits, begun = above[at - 1]
            if key != other:
                edits += 1
            # A word that only the claim has, before one that only the source has, before one for another.
            if above[at][0] + 1 <= edits:
                edits, begun = above[at][0] + 1, above[at][1]
            if row[at - 1][0] + 1 < edits:
                edits, begun = row[at - 1][0] + 1, row[at - 1][1]
            row.append((edits, begun))
    end = min(range(len(row)), key=lambda at: (row[at][0], at - row[at][1]))
    return row[end][1], end


def _free(size: int, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = 0
    for start, end in sorted(taken):
        if at < start:
            yield at, start
        at = max(at, end)
    if at < size:
        yield at, size


def _size(blocks: Sequence[Block]) -> int:
    return sum(block.claim[1] - block.claim[0] for block in blocks if block.same)


def _sound(blocks: Sequence[Block], claim: Sequence[str]) -> bool:
    """Whether a part of a claim, apart from the rest, has enough in common with its place to be from there."""
    words = [key for block in blocks if block.same for key in claim[slice(*block.claim)]]
    return len(words) >= LEAST_PART and sum(map(weight, words)) > 1 and similarity(tuple(blocks)) >= 0.75


def _joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, neighbours that differ as one."""
    waiting: Block | None = None
    for block in blocks:
        if block.same:
            if waiting:
                yield waiting
                waiting = None
            yield block
        elif waiting is None:
            waiting = block
        else:
            places = [place for place in (waiting.source, block.source) if place[0] < place[1]] or [(0, 0)]
            waiting = Block(False, (waiting.claim[0], block.claim[1]), (places[0][0], places[-1][1]))
    if waiting:
        yield waiting
