"""Windows: whole paragraphs, as many as fit, that the encoder reads at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from quotes.parsing.embedded.pieces import PieceMaker
from quotes.parsing.embedded.rows import Row

WINDOW = 128
"""Word pieces in a window; a single sentence may have up to LONGEST."""
LONGEST = 510


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's words, and whether it begins a paragraph."""

    words: tuple[str, ...]
    opens_paragraph: bool


@dataclass(frozen=True, slots=True)
class Window:
    """Consecutive sentences with the pieces of their words."""

    first: int
    """Position of its first sentence in the document."""
    sentences: tuple[Sentence, ...]
    pieces: tuple[tuple[int, ...], ...]
    """The pieces of each word, sentence by sentence."""

    @property
    def size(self) -> int:
        """Pieces with the marks at both ends and between paragraphs."""
        return sum(map(len, self.pieces)) + 2 + sum(s.opens_paragraph for s in self.sentences[1:])


def windows_of(sentences: Sequence[Sentence], maker: PieceMaker, *, size: int = WINDOW) -> list[Window]:
    """Windows of up to ``size`` pieces in the order of the text.

    Paragraphs are kept whole; one too large for a window is cut at sentence ends. A sentence too long for the encoder
    keeps its words, each with its first piece only; one of more than LONGEST words must be cut before.
    """
    pieces = [_fit(maker.split(sentence.words)) for sentence in sentences]
    lengths = [sum(map(len, of_sentence)) + sentence.opens_paragraph
               for of_sentence, sentence in zip(pieces, sentences)]
    bounds = [0]
    for paragraph_first, paragraph_end in _paragraphs(sentences):
        if sum(lengths[bounds[-1]:paragraph_end]) + 2 <= size:
            continue
        if paragraph_first > bounds[-1]:
            bounds.append(paragraph_first)
        for at in range(paragraph_first, paragraph_end):
            if at > bounds[-1] and sum(lengths[bounds[-1]:at + 1]) + 2 > size:
                bounds.append(at)
    return [Window(first, tuple(sentences[first:end]), tuple(p for s in pieces[first:end] for p in s))
            for first, end in zip(bounds, [*bounds[1:], len(sentences)]) if end > first]


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    starts = [0, *(i for i, sentence in enumerate(sentences) if i and sentence.opens_paragraph)]
    yield from zip(starts, [*starts[1:], len(sentences)])


def _fit(pieces: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
    return pieces if sum(map(len, pieces)) <= LONGEST else [of_word[:1] for of_word in pieces]


def row_of(window: Window, maker: PieceMaker) -> Row:
    """A window as the encoder takes it."""
    mark = (maker.end,)
    parts, shapes, words, openings = [(maker.start,)], [0], [], []
    start = 0
    for number, sentence in enumerate(window.sentences):
        end = start + len(sentence.words)
        if sentence.opens_paragraph:
            if number:
                parts.append(mark), shapes.append(0)
            openings.append(len(parts))
        words.extend(range(len(parts), len(parts) + len(sentence.words)))
        parts.extend(window.pieces[start:end])
        shapes.extend(map(maker.shape_of, sentence.words))
        start = end
    parts.append(mark), shapes.append(0)
    lengths = np.fromiter(map(len, parts), dtype=np.int64, count=len(parts))
    breaks = np.zeros_like(lengths)
    breaks[openings] = 1
    return Row(np.array(list(chain.from_iterable(parts))), np.repeat(shapes, lengths), np.repeat(breaks, lengths),
               lengths.cumsum()[words] - 1)
