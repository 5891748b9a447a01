"""The plain data that flows from stage to stage.

Offsets are Unicode code points into a document's text, end exclusive, so that
``text[span.start:span.end]`` is always exactly the words meant.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

Type = Literal["direct", "mixed", "indirect"]
Act = Literal["speech", "thought"]
Kind = Literal["person", "organization", "place", "group", "document", "unknown"]
Region = Literal["", "headline", "boilerplate"]

CONTEXT = 32
"""Code points of context kept before and after a quote."""


class Span(NamedTuple):
    """A stretch of text: code points, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """An article as read: its text and where it came from."""

    name: str
    """The path or URL as given (``-`` for standard input)."""
    text: str
    sha256: str
    """Of the bytes as they were read, in hexadecimal."""
    title: str = ""
    date: str = ""
    """When it was published, ISO 8601; empty where that is not known."""
    outlet: str = ""
    author: str = ""
    pages: tuple[int, ...] = ()
    """Where in the text each page begins, in code points; empty where there are none."""
    text_sha256: str = ""
    """Of the text as UTF-8, in hexadecimal; empty where the file is plain text."""


class Word(NamedTuple):
    """A syntactic word of a dependency tree (Universal Dependencies)."""

    index: int
    """Position in the document's words, from 0."""
    text: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    """Morphological features, ``Name=Value|…``, empty for none."""
    head: int
    """Position of the head in the document's words; -1 for a root."""
    deprel: str
    start: int
    end: int
    sentence: int
    """Position of its sentence in the document's sentences."""


def relation(word: Word) -> str:
    """The relation of a word to its head without the subtype: ``nsubj`` for ``nsubj:pass``."""
    return word.deprel.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity: words ``first`` to ``last``, end exclusive."""

    kind: Kind
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """An attribution as the learned head sees it: positions of words, ascending."""

    cue: tuple[int, ...]
    content: tuple[int, ...]
    source: tuple[int, ...]
    score: float
    """Probability that this is an attribution at all, 0 to 1."""

    def moved(self, by: int) -> Proposal:
        """The same where ``by`` more words stand before."""
        cue, content, source = (tuple([word + by for word in words]) for words in (self.cue, self.content, self.source))
        return Proposal(cue, content, source, self.score)


@dataclass(frozen=True)
class Parse:
    """A parsed document: all a detector or resolver may look at."""

    text: str
    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]
    """First and last word of each sentence, end exclusive."""
    entities: tuple[Entity, ...] = ()
    proposals: tuple[Proposal, ...] | None = None
    """What the attribution head saw; None where the model has no such head."""

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each word starts, in code points."""
        return tuple([word.start for word in self.words])

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """Where each word ends, in code points."""
        return tuple([word.end for word in self.words])

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The text of each word."""
        return tuple([word.text for word in self.words])

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """The universal part of speech of each word."""
        return tuple([word.upos for word in self.words])

    @cached_property
    def heads(self) -> tuple[int, ...]:
        """For each word the position of its head, -1 for a root."""
        return tuple([word.head for word in self.words])

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each word the positions of its dependents, ascending."""
        below: list[list[int]] = [[] for _ in self.words]
        for at, head in enumerate(self.heads):
            if head >= 0:
                below[head].append(at)
        return tuple(map(tuple, below))

    @cached_property
    def relations(self) -> tuple[str, ...]:
        """The :func:`relation` of each word."""
        deprels = [word.deprel for word in self.words]
        names = {deprel: deprel.partition(":")[0] for deprel in set(deprels)}
        return tuple(map(names.__getitem__, deprels))

    @cached_property
    def branches(self) -> tuple[tuple[int, int, int], ...]:
        """For each word the first and the last word of its branch of the tree, and how many words it has."""
        heads, children = self.heads, self.children
        order = [at for at, head in enumerate(heads) if head < 0]
        for at in order:  # grows: heads before their dependents
            order.extend(children[at])
        first, last, size = list(range(len(self.words))), list(range(len(self.words))), [1] * len(self.words)
        for at in reversed(order):
            head = heads[at]
            if head >= 0:
                if first[at] < first[head]:
                    first[head] = first[at]
                if last[at] > last[head]:
                    last[head] = last[at]
                size[head] += size[at]
        return tuple(zip(first, last, size))

    def subtree(self, index: int, *, without: Collection[int] = ()) -> list[int]:
        """Positions of a word and all below it, ascending, leaving out the branches at ``without``."""
        branches, children = self.branches, self.children
        first, last, size = branches[index]
        if size == last - first + 1 and not without:
            return list(range(first, last + 1))  # most branches have no gaps
        found: list[int] = []
        waiting = [index]
        while waiting:
            at = waiting.pop()
            first, last, size = branches[at]
            if size == last - first + 1 and not any([first <= other <= last for other in without]):
                found.extend(range(first, last + 1))
            else:
                found.append(at)
                waiting.extend([child for child in children[at] if child not in without])
        return sorted(found)


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source, one cue, one content, as they stand in the text."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    type: Type
    act: Act
    confidence: float
    reason: str
    """What found it: ``head`` or the name of a pattern."""
    why: str = ""
    """What gave it, in a few words: cue and frame, path or mark, the learned head's probability."""


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that attribute (*said*, *according to*, *:*)."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a source is: the fullest name the article gives, and the words that stand for it here."""

    name: str
    mention: str
    spans: tuple[Span, ...]
    kind: Kind
    confidence: float = 1.0
    """Probability that this is who speaks, if the quote is one."""
    why: str = ""
    """What leads from the mention to the name, in a few words."""


@dataclass(frozen=True, slots=True)
class Quote:
    """One statement found in a document, with its speaker: a row of the output."""

    document: str
    sha256: str
    quote: str
    type: Type
    act: Act
    spans: tuple[Span, ...]
    cue: Cue | None
    speaker: Speaker | None
    confidence: float
    prefix: str
    suffix: str
    why: str = ""
    """What gave this row, in a few words: cue and frame, path or mark, link from mention to name."""
    region: Region = ""
    """What it stands in that is no prose of the article."""
    page: int = 0
    """The page that it begins on, from 1; 0 where there are none."""
    within: Quote | None = None
    """The quote that this one is embedded in."""
