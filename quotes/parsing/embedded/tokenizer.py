"""Stanza's trained tokenizer, run faster: its network reads only the sentences that a quicker one, which learned from
it, is not sure of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from quotes.parsing.embedded.careful import CarefulReader, Passage
from quotes.parsing.embedded.characters import BLANK, MULTI, MULTI_SENTENCE, SENTENCE, WORD, ends_sentence
from quotes.parsing.embedded.plain import Token
from quotes.parsing.embedded.quick import QuickReader, Read

_BLANK = re.compile(r"[\s\u0080-\u009f]")
_BLANK_LINES = re.compile(r"\n[\s\u0080-\u009f]*\n")
_LABEL, _LOWER = (rf"[{of}](?:[{of}-]*[{of}])?" for of in ("a-zA-Z0-9", "a-z0-9"))
ADDRESS = re.compile(rf"""
    [a-z0-9!#$%&'*+/=?^_`{{|}}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{{|}}~-]+)*@(?:{_LOWER}\.)+{_LOWER}
    | (?:https?://(?:www\.|(?!www))|www\.){_LABEL}\.[^\s"]{{2,}}
    | [a-zA-Z0-9]+\.(?:gov|org|edu|net|com|co)\.[^\s"]{{2,}}""", re.X)
"""E-mail and web addresses, as Stanza has them (but for quoted names and numbers in e-mail)."""
SURE, FIRM = 0.6, 0.9
"""A label less likely than the first is not to be relied on; a sentence end as likely as the second is one."""
_SIGN = re.compile(r"@|://|www\.|\.(?:gov|org|edu|net|com|co)\.")
"""Without one of these there is no address."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The characters of a paragraph, white space made one blank."""

    places: np.ndarray
    """Where each stands in the text."""
    codes: np.ndarray
    """Their code points."""


@dataclass(frozen=True)
class Tokenizer:
    """Finds tokens and sentences: reads quickly, and again with care what it is not sure of.

    What it finds in a text does not depend on what else is read, to the last bit.
    """

    quick: QuickReader
    careful: CarefulReader

    @classmethod
    def load(cls, quick: Path, careful: Path) -> Tokenizer:
        """A quick reader, and a tokenizer that Stanza saved."""
        return cls(QuickReader.load(quick), CarefulReader.load(careful))

    def sentences(self, texts: Sequence[str]) -> list[list[list[Token]]]:
        """The tokens of each sentence of each text, in order."""
        plain = [_BLANK.sub(" ", text) for text in texts]
        paragraphs = [list(paragraphs_of(*pair)) for pair in zip(texts, plain)]
        labels = iter(self._labels([paragraph.codes for of_text in paragraphs for paragraph in of_text]))
        return [sentences_of(text, of_text, [next(labels) for _ in of_text])
                for text, of_text in zip(plain, paragraphs)]

    def _labels(self, paragraphs: Sequence[np.ndarray]) -> list[np.ndarray]:
        """A label for each character of each paragraph; each ends with a sentence."""
        if not paragraphs:
            return []
        read = self.quick.read(paragraphs)
        unsure = [(number, *parts) for number, of_paragraph in enumerate(read) for parts in unsure_in(of_paragraph)]
        if unsure:
            passages = [Passage(paragraphs[number][around], around.start == 0, around.stop == len(paragraphs[number]))
                        for number, _, around in unsure]
            for (number, own, around), again in zip(unsure, self.careful.read(passages)):
                read[number].labels[own] = again[own.start - around.start:own.stop - around.start]
        labels = [labels for labels, _ in read]
        for found in labels:
            found[-1] = SENTENCE if found[-1] <= SENTENCE else MULTI_SENTENCE
        return labels


def unsure_in(read: Read) -> Iterator[tuple[slice, slice]]:
    """Where a paragraph must be read again: from one firm sentence end to the next, if there is a label between that
    is not sure; and where the sentences begin and end that stand around that."""
    labels, chances = read
    unsure = np.flatnonzero(chances < SURE)
    if not len(unsure):
        return
    ends = np.flatnonzero((chances >= FIRM) & ends_sentence(labels)) + 1
    bounds = np.union1d(ends, [0, len(labels)]).tolist()
    for at in np.unique(np.searchsorted(bounds, unsure, side="right") - 1).tolist():
        yield slice(bounds[at], bounds[at + 1]), slice(bounds[max(at - 1, 0)], bounds[min(at + 2, len(bounds) - 1)])


def paragraphs_of(text: str, plain: str) -> Iterator[Paragraph]:
    """The paragraphs of a text, and of a copy in which white space is blanks, as Stanza has it: between blank lines."""
    codes = np.frombuffer(plain.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kept = codes != BLANK
    kept[1:] |= kept[:-1].copy()  # a blank after another is left out
    for start, end in _between_blank_lines(text):
        kept[start] = True
        places = start + np.flatnonzero(kept[start:end])
        yield Paragraph(places, codes[places])


def _between_blank_lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end, following in [*(gap.span() for gap in _BLANK_LINES.finditer(text)), (len(text), len(text))]:
        end = start + len(text[start:end].rstrip())
        if end > start:
            yield start, end
        start = following


def sentences_of(text: str, paragraphs: Sequence[Paragraph], labels: Sequence[np.ndarray]) -> list[list[Token]]:
    """The tokens of each sentence of the paragraphs of a text in which white space is blanks; the last character of each
    paragraph has a label other than 0."""
    if not paragraphs:
        return []
    said = np.concatenate([_with_addresses(text, *pair) for pair in zip(paragraphs, labels)])
    codes = np.concatenate([paragraph.codes for paragraph in paragraphs])
    places = np.concatenate([paragraph.places for paragraph in paragraphs])
    last = np.flatnonzero(said)
    first = np.concatenate([[0], last[:-1] + 1])
    first = first + (codes[first] == BLANK)
    kept, said = first <= last, said[last]
    closing = kept & ends_sentence(said)
    # What a paragraph ends with may be a blank, which is no token: the sentence ends there all the same.
    closing[np.searchsorted(last, np.cumsum([len(paragraph.codes) for paragraph in paragraphs]) - 1)] = True
    edges = [0, *np.cumsum(kept)[closing].tolist()]
    tokens = _tokens(text, places, first[kept], last[kept], said[kept] >= MULTI)
    return [tokens[start:end] for start, end in zip(edges, edges[1:]) if end > start]


def _tokens(text: str, places: np.ndarray, first: np.ndarray, last: np.ndarray, multi: np.ndarray) -> list[Token]:
    """The tokens with these first and last characters, which stand at ``places`` in a text."""
    starts, ends = places[first], places[last] + 1
    columns = starts.tolist(), ends.tolist()
    texts = [text[start:end] for start, end in zip(*columns)]
    for at in np.flatnonzero(ends - starts != last - first + 1).tolist():
        texts[at] = re.sub(" +", " ", texts[at])
    return list(map(Token, *columns, texts, multi.tolist()))


def _with_addresses(text: str, paragraph: Paragraph, labels: np.ndarray) -> np.ndarray:
    """The labels with e-mail and web addresses kept whole, as Stanza has it."""
    if not _SIGN.search(text, paragraph.places[0], paragraph.places[-1] + 1):
        return labels
    characters = "".join(map(text.__getitem__, paragraph.places))
    labels = labels.copy()
    for address in ADDRESS.finditer(characters):
        labels[address.start():address.end() - 1] = 0
        labels[address.end() - 1] = max(labels[address.end() - 1], WORD)
    return labels
