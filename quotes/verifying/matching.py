"""A claim laid against a passage: what corresponds, where it differs, what is left out at an ellipsis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotes.verifying.aligning import Alignment, Block, align, jumps, shared, similarity, window
from quotes.verifying.passages import OUTSIDE, Passage
from quotes.verifying.words import ELLIPSIS, Word, keys, weight, words_of

MARKS = "\"'“”‘’„«»`"
LEAST_SHARED, LEAST_SCORE, LEAST_WITH_LEFT_OUT, LEAST_COVERED = 0.6, 0.5, 0.4, 2.0
NOT_THE_SAME = frozenset("maybe everyday already altogether sometime anyway into without nobody".split())
"""Words that mean something else when written in two."""


@dataclass(frozen=True)
class Wording:
    """A claim's text as words."""

    text: str
    words: tuple[Word, ...]
    breaks: tuple[int, ...]
    """The positions of the words that an ellipsis stands before; the number of words where one ends the claim."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The words' normal forms."""
        return keys(self.words)

    def at(self, first: int, last: int) -> str:
        """The text from one word to another, end exclusive."""
        return self.text[self.words[first].start:self.words[last - 1].end] if first < last else ""


@dataclass(frozen=True)
class Match:
    """How a claim corresponds to a passage."""

    wording: Wording
    passage: Passage
    alignment: Alignment
    first: int
    """The first of the passage's words that correspond to any of the claim."""
    last: int
    """The last, end exclusive."""

    @property
    def share(self) -> float:
        """How much of the claim is there, by the weight of its words."""
        return shared(self.alignment, self.wording.keys)

    @property
    def score(self) -> float:
        """How much of claim and passage is the same, word for word; what an ellipsis stands for doesn't count."""
        left_out = sum(after.source[0] - before.source[1] for before, after in jumps(self.alignment)
                       if not self.broken(before.claim[1], after.claim[0]))
        return similarity(self.alignment, left_out=max(0, left_out))

    def broken(self, first: int, last: int) -> bool:
        """Whether the claim has an ellipsis between two of its words."""
        return any(first <= place <= last for place in self.wording.breaks)

    @property
    def bears(self) -> bool:
        """Whether there is enough in common for the passage to be what the claim is taken from: half of the words,
        and most of what the claim says, or of what the passage says; or the same words in another order."""
        claim, source = self.wording.keys, self.passage.keys[self.first:self.last]
        if len(claim) > 3 and sorted(claim) == sorted(source):
            return True
        same = self.share * sum(map(weight, claim))
        covered = same / sum(map(weight, source)) if same >= LEAST_COVERED else 0.0
        whole = self.share >= 0.9 or self.score >= LEAST_WITH_LEFT_OUT
        return whole and similarity(self.alignment) >= LEAST_SCORE and max(self.share, covered) >= LEAST_SHARED

    @property
    def marked(self) -> bool:
        """Whether all of it stands between one pair of quotation marks."""
        stretches = set(self.passage.marked[self.first:self.last])
        return OUTSIDE not in stretches and (len(stretches) == 1 or len(self.passage.quotes) > 1)


def wording_of(claim: str) -> Wording:
    """A claim's text as words. Quotation marks around all of it are no part of it."""
    text = " ".join(claim.split()).strip(MARKS + " ")
    words = tuple(words_of(text))
    starts = [word.start for word in words]
    breaks = sorted({sum(start < found.start() for start in starts) for found in ELLIPSIS.finditer(text)})
    return Wording(text, words, tuple(breaks))


def match(claim: Wording, passage: Passage) -> Match | None:
    """A claim laid against a passage; None where they have no word in common."""
    if not passage.vocabulary.intersection(claim.keys):
        return None
    wording = _spaced_alike(claim, passage.keys)
    alignment = align(wording.keys, passage.keys, breaks=wording.breaks)
    if not any(block.same for block in alignment):
        return None
    alignment = _edges_paired(alignment, passage)
    return Match(wording, passage, alignment, *_reordered(wording, passage, *window(alignment)))


def _reordered(wording: Wording, passage: Passage, first: int, last: int) -> tuple[int, int]:
    """The window with the words beside it that it lacks to have the claim's, where these only changed places."""
    lacking = len(wording.words) - (last - first)
    words = sorted(wording.keys)
    for before in range(lacking + 1 if lacking > 0 else 0):
        start, end = first - before, last + lacking - before
        if start >= 0 and sorted(passage.keys[start:end]) == words:
            return start, end
    return first, last


def _spaced_alike(claim: Wording, source: Sequence[str]) -> Wording:
    """The claim with its words joined (*co-operate*) or parted (*cooperate*) as the passage has them."""
    known, pairs = set(source), {one + other: (one, other) for one, other in zip(source, source[1:])}
    words, moved = [], {}
    at = 0
    while at < len(claim.words):
        word = claim.words[at]
        moved[at] = len(words)
        after = claim.words[at + 1] if at + 1 < len(claim.words) else None
        joined = word.key + after.key if after else ""
        if word.key not in known and word.key in pairs and word.key not in NOT_THE_SAME:
            # Where exactly the text of the one ends and the other begins doesn't matter: they are never shown apart.
            cut = word.start + len(pairs[word.key][0])
            words += [Word(pairs[word.key][0], word.start, cut), Word(pairs[word.key][1], cut, word.end)]
        elif after and joined in known and joined not in NOT_THE_SAME and (word.key, after.key) != pairs.get(joined):
            words.append(Word(joined, word.start, after.end))
            at += 1
        else:
            words.append(word)
        at += 1
    moved[len(claim.words)] = len(words)
    return Wording(claim.text, tuple(words), tuple(moved.get(at, 0) for at in claim.breaks))


def _edges_paired(alignment: Alignment, passage: Passage) -> Alignment:
    """The alignment with words that begin or end the claim, and aren't in the passage, put beside the words that the
    passage has in their place in the same sentence."""
    blocks = list(alignment)
    used = {at for block in blocks for at in range(*block.source)}
    for edge, beside, step in ((0, 1, -1), (-1, -2, 1)):
        block = blocks[edge]
        if block.same or block.source[0] < block.source[1] or len(blocks) < 2:
            continue
        place = blocks[beside].source[0] if step < 0 else blocks[beside].source[1] - 1
        size, end = block.claim[1] - block.claim[0], place
        while 0 <= end + step < len(passage.words) and abs(end - place) < size and end + step not in used and \
                passage.sentence[end + step] == passage.sentence[place]:
            end += step
        blocks[edge] = Block(False, block.claim, (end, place) if step < 0 else (place + 1, end + 1))
    return tuple(blocks)
