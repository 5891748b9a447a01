"""A parse seen together with its quotation marks: what every pattern looks at."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property, wraps
from itertools import chain, repeat
from typing import Concatenate, ParamSpec, TypeVar

from quotes.data import Parse, Word
from quotes.detecting.marks import Quotation, quotations

_BREAK = re.compile(r"\n\s*")
_LINE_BREAK = re.compile(r"\n")
_MOST_INDENT = 40
_UNKNOWN = object()
"""Stands for what ``once`` has not found yet."""

Places, Result = ParamSpec("Places"), TypeVar("Result")


@dataclass(frozen=True)
class Article:
    """A parse and its quotations. Positions are of words in ``parse.words``; ranges have an exclusive end."""

    parse: Parse
    results: dict[tuple, object] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What ``once`` keeps: functions and places, with what was found there."""

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """All quotations by marks, in text order."""
        return tuple(quotations(self.parse.text))

    @cached_property
    def outermost(self) -> tuple[Quotation, ...]:
        """The quotations that stand in no other."""
        return tuple(quotation for quotation in self.quotations if not quotation.depth)

    @cached_property
    def quoted_words(self) -> tuple[tuple[int, int], ...]:
        """First and last word of each of the ``outermost`` quotations, without the marks; may be empty."""
        ranges = []
        for quotation in self.outermost:
            first = bisect_right(self.parse.starts, quotation.inner.start - 1)
            last = bisect_right(self.parse.starts, quotation.inner.end - 1)
            ranges.append((first, last))
        return tuple(ranges)

    @cached_property
    def inside(self) -> tuple[int, ...]:
        """For each word the number of the ``outermost`` quotation around it, -1 for none."""
        around = [-1] * len(self.parse.words)
        for number, (first, last) in enumerate(self.quoted_words):
            for at in range(first, last):
                around[at] = number
        return tuple(around)

    @cached_property
    def punctuation(self) -> frozenset[int]:
        """The words that are punctuation."""
        return frozenset([at for at, tag in enumerate(self.parse.tags) if tag == "PUNCT"])

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The words in quotation marks."""
        return frozenset(chain.from_iterable(range(first, last) for first, last in self.quoted_words))

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Where the lines of the text start, in code points."""
        return (0, *(match.end() for match in _LINE_BREAK.finditer(self.parse.text)))

    def opens_line(self, place: int) -> bool:
        """Whether only blanks stand before a code point on its line."""
        start = self.line_starts[bisect_right(self.line_starts, place) - 1]
        return place - start < _MOST_INDENT and not self.parse.text[start:place].strip()

    @cached_property
    def paragraphs(self) -> tuple[int, ...]:
        """For each word the number of its paragraph (a line of the text)."""
        breaks = [bisect_left(self.parse.starts, match.end()) for match in _BREAK.finditer(self.parse.text)]
        firsts, ends = [0, *breaks], [*breaks, len(self.parse.starts)]
        return tuple(chain.from_iterable(repeat(number, end - first)
                                         for number, (first, end) in enumerate(zip(firsts, ends))))

    @cached_property
    def word(self) -> Callable[[int], Word]:
        """The word at a position: asked for more often than anything else, so without a call of our own."""
        return self.parse.words.__getitem__

    def words(self, places: Iterable[int]) -> list[Word]:
        """The words at some positions."""
        return [self.parse.words[at] for at in places]

    def below(self, at: int, *relations: str) -> list[int]:
        """The dependents of a word that stand in one of ``relations`` (subtypes ignored), ascending."""
        names = self.parse.relations
        return [child for child in self.parse.children[at] if names[child] in relations]

    def sentence(self, at: int) -> tuple[int, int]:
        """First and last word of the sentence of a word, end exclusive."""
        return self.parse.sentences[self.parse.words[at].sentence]


def once(function: Callable[Concatenate[Article, Places], Result]) -> Callable[Concatenate[Article, Places], Result]:
    """The function, which finds what it did before with the article, as ``cached_property`` does for its own: patterns
    ask for the same cue and the same subject again and again. What it gives must not be changed."""
    @wraps(function)
    def found(article: Article, *places: Places.args) -> Result:
        key = (function, *places)
        result = article.results.get(key, _UNKNOWN)
        if result is _UNKNOWN:
            result = article.results[key] = function(article, *places)
        return result

    return found
