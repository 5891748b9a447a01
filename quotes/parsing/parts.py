"""Long texts in parts, so that the memory that parsing takes does not grow with the text: what a pipeline keeps of a
word is many times what a parse keeps."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quotes.data import Entity, Parse, Proposal, Span, Word
from quotes.parsing.paragraphs import paragraphs

LONGEST = 200_000
"""Code points of a part."""

_LAST_BLANK = re.compile(r".*\s", re.S)


def parts_of(text: str, *, longest: int = LONGEST) -> list[Span]:
    """The text in parts of up to ``longest`` code points, cut between paragraphs; in a paragraph, at white space if there
    is any, only where it is longer than a part."""
    bounds = [0]
    for start, end in paragraphs(text):
        if end - bounds[-1] > longest and start > bounds[-1]:
            bounds.append(start)
        while end - bounds[-1] > longest:
            blank = _LAST_BLANK.match(text, bounds[-1], bounds[-1] + longest)
            bounds.append(blank.end() if blank else bounds[-1] + longest)
    return [Span(*pair) for pair in zip(bounds, [*bounds[1:], len(text)]) if pair[1] > pair[0]]


def joined(text: str, parts: Iterable[tuple[Span, Parse]]) -> Parse:
    """The parse of a text from those of its parts."""
    words: list[Word] = []
    sentences: list[tuple[int, int]] = []
    entities: list[Entity] = []
    proposals: list[Proposal] = []
    with_head = False
    for span, part in parts:
        first, start, number = len(words), span.start, len(sentences)
        words += [word._replace(index=word.index + first, head=word.head + first if word.head >= 0 else -1,
                                start=word.start + start, end=word.end + start, sentence=word.sentence + number)
                  for word in part.words]
        sentences += [(begin + first, end + first) for begin, end in part.sentences]
        entities += [Entity(entity.kind, entity.first + first, entity.last + first) for entity in part.entities]
        with_head = with_head or part.proposals is not None
        proposals += [proposal.moved(first) for proposal in part.proposals or ()]
    return Parse(text, tuple(words), tuple(sentences), tuple(entities), tuple(proposals) if with_head else None)
