"""Words as the encoder takes them: word pieces, and the shape that an uncased encoder would lose."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer

SHAPES = ("other", "lower", "Capital", "ALLCAPS", "Letter", "MixedCase", "digits", "alphanumeric", "mark")
LONGEST_WORD = 30
"""Letters of a word that are looked at: one very long token must not cost a whole batch."""
KEPT = 1 << 15
"""Words whose pieces and shapes are kept in memory: texts say most of their words again and again."""


def shape_of(word: str) -> int:
    """Position in SHAPES of a word's shape."""
    letters = word.isalpha()
    if word.isdigit():
        name = "digits"
    elif not letters and not any(map(str.isalnum, word)):
        name = "mark"
    elif not letters and any(map(str.isdigit, word)):
        name = "alphanumeric"
    elif word.islower():
        name = "lower"
    elif len(word) == 1 and word.isupper():
        name = "Letter"
    elif word.isupper():
        name = "ALLCAPS"
    elif word.istitle():
        name = "Capital"
    elif any(map(str.isupper, word)):
        name = "MixedCase"
    else:
        name = "other"
    return SHAPES.index(name)


class PieceMaker:
    """Splits words into ids of word pieces."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self.start, self.end, self.unknown, self.masked, self.padding = map(
            self._tokenizer.token_to_id, ("[CLS]", "[SEP]", "[UNK]", "[MASK]", "[PAD]"))
        self._pieces_of = lru_cache(maxsize=KEPT)(self._cut)
        self.shape_of = lru_cache(maxsize=KEPT)(shape_of)

    def split(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """The pieces of each word, at least one each."""
        return [self._pieces_of(word[:LONGEST_WORD]) for word in words]

    def _cut(self, word: str) -> tuple[int, ...]:
        return tuple(self._tokenizer.encode(word, add_special_tokens=False).ids) or (self.unknown,)
