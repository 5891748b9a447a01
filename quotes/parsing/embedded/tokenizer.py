"""Stanza's trained tokenizer, run faster: the same network and labels, but characters are read many at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import softplus

from quotes.parsing.embedded.linears import fast_bf16
from quotes.parsing.embedded.recurrent import Recurrent, side_by_side

BATCH = 16_384
"""Characters that are read together."""
LONGEST = 1000
"""Characters that are read at once; of a longer paragraph, what follows its last sure sentence end is read again."""
WORD, SENTENCE, MULTI, MULTI_SENTENCE = 1, 2, 3, 4
"""Labels of the last character of a word, a sentence, a multi-word token, and one that ends a sentence."""
OF_CHARACTERS = {"space_before": str.isspace, "capitalized": str.isupper, "numeric": str.isdecimal}
"""Features of a character. Others of Stanza's tell the first and the last one of a paragraph."""
FIRST, LAST = "start_of_para", "end_of_para"

_BLANK = re.compile(r"[\s\u0080-\u009f]")
_BLANK_LINES = re.compile(r"\n[\s\u0080-\u009f]*\n")
_LABEL, _LOWER = (rf"[{of}](?:[{of}-]*[{of}])?" for of in ("a-zA-Z0-9", "a-z0-9"))
ADDRESS = re.compile(rf"""
    [a-z0-9!#$%&'*+/=?^_`{{|}}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{{|}}~-]+)*@(?:{_LOWER}\.)+{_LOWER}
    | (?:https?://(?:www\.|(?!www))|www\.){_LABEL}\.[^\s"]{{2,}}
    | [a-zA-Z0-9]+\.(?:gov|org|edu|net|com|co)\.[^\s"]{{2,}}""", re.X)
"""E-mail and web addresses, as Stanza has them (but for quoted names and numbers in e-mail)."""
_SIGN = re.compile(r"@|://|www\.|\.(?:gov|org|edu|net|com|co)\.")
"""Without one of these there is no address."""


class Token(NamedTuple):
    """A token of a text: code points, end exclusive."""

    start: int
    end: int
    text: str
    """As it stands, white space in it made one blank."""
    multi: bool
    """Is it made of several words (*don't*)?"""


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The different characters of some texts, white space being one blank.

    ``inputs`` has four rows for each, what the network is told of it in the middle of a paragraph, as its first
    character, as its last, and as both; and a row that stops the network.
    """

    blank: np.ndarray
    """True for white space."""
    inputs: Tensor

    @property
    def first(self) -> int:
        """How much further the row of a character is at the start of its paragraph."""
        return len(self.blank)

    @property
    def last(self) -> int:
        return 2 * len(self.blank)

    @property
    def stop(self) -> int:
        return 4 * len(self.blank)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The characters of a paragraph, white space made one blank."""

    places: np.ndarray
    """Where each stands in the text."""
    inputs: np.ndarray
    """The row of each among the inputs of the alphabet."""
    blanks: np.ndarray
    """True where there is white space."""


@dataclass(frozen=True)
class Tokenizer:
    """Finds tokens and sentences. What it finds in a text does not depend on what else is read, to the last bit."""

    network: Recurrent
    units: Mapping[str, int]
    """The characters that the network knows, and their numbers."""
    features: Sequence[str]

    @classmethod
    def load(cls, path: Path) -> Tokenizer:
        """The tokenizer that Stanza saved in ``path``. Raises ValueError where it is of a kind that is not run here."""
        saved = torch.load(path, map_location="cpu", weights_only=True)
        args = saved["config"]
        if (not (args["hierarchical"] and args["use_mwt"]) or args["conv_res"] is not None
                or not {*OF_CHARACTERS, FIRST, LAST}.issuperset(args["feat_funcs"])):
            raise ValueError("not a tokenizer of the kind that scripts/train.py makes")
        network = Recurrent.of(saved["model"], temperature=args["hier_invtemp"],
                               dtype=torch.bfloat16 if fast_bf16() else torch.float32)
        return cls(network, saved["vocab"]["_unit2id"], args["feat_funcs"])

    def sentences(self, texts: Sequence[str]) -> list[list[list[Token]]]:
        """The tokens of each sentence of each text, in order."""
        codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        distinct, characters = np.unique(codes, return_inverse=True)
        alphabet = self._alphabet(list(map(chr, distinct)))
        of_texts = np.split(characters, np.cumsum(list(map(len, texts)))[:-1])
        paragraphs = [list(paragraphs_of(*pair, alphabet)) for pair in zip(texts, of_texts)]
        labels = iter(self._labels([paragraph.inputs for of_text in paragraphs for paragraph in of_text], alphabet))
        plain = (_BLANK.sub(" ", text) for text in texts)
        return [[sentence for paragraph in of_text for sentence in sentences_of(text, paragraph, next(labels))]
                for text, of_text in zip(plain, paragraphs)]

    def _alphabet(self, characters: Sequence[str]) -> Alphabet:
        plain = [_BLANK.sub(" ", character) for character in characters]
        units = torch.tensor([self.units.get(character, self.units["<UNK>"]) for character in plain], dtype=torch.long)
        of_characters = torch.tensor([[float(name in OF_CHARACTERS and OF_CHARACTERS[name](character))
                                       for name in (*self.features, "stop")] for character in plain])
        middle = torch.cat([self.network.embeddings[units], of_characters], dim=1)
        first, last, stop = (torch.tensor([0.0] * self.network.embeddings.shape[1]
                                          + [float(name == told) for told in (*self.features, "stop")])
                             for name in (FIRST, LAST, "stop"))
        inputs = torch.cat([middle, middle + first, middle + last, middle + first + last, stop.unsqueeze(0)])
        return Alphabet(np.array([character == " " for character in plain]), inputs.to(self.network.dtype))

    def _labels(self, paragraphs: Sequence[np.ndarray], alphabet: Alphabet) -> list[np.ndarray]:
        """A label for each character of each paragraph."""
        labels = [np.zeros(len(paragraph), dtype=np.int64) for paragraph in paragraphs]
        waiting = [(number, 0) for number in range(len(paragraphs))]
        while waiting:
            parts = [(min(len(labels[number]) - start, LONGEST), number, start) for number, start in waiting]
            waiting = []
            for batch in _batches(parts):
                read = self._read([paragraphs[number][start:start + length] for length, number, start in batch],
                                  alphabet)
                for (length, number, start), found in zip(batch, read):
                    if start + length < len(labels[number]):
                        ends = np.flatnonzero((found == SENTENCE) | (found == MULTI_SENTENCE))
                        length = ends[-1] + 1 if len(ends) else length
                        waiting.append((number, start + length))
                    labels[number][start:start + length] = found[:length]
        for found in labels:
            found[-1] = SENTENCE if found[-1] <= SENTENCE else MULTI_SENTENCE
        return labels

    def _read(self, parts: Sequence[np.ndarray], alphabet: Alphabet) -> list[np.ndarray]:
        lengths = list(map(len, parts))
        places = side_by_side(lengths)
        rows = np.full(places.steps * places.lanes, alphabet.stop)
        of_parts = np.concatenate(places.of_sequences)
        rows[of_parts] = np.concatenate(parts)
        inputs = alphabet.inputs[torch.from_numpy(rows)].view(places.steps, places.lanes, -1)
        labels = best(self.network(inputs).flatten(0, 1)).numpy()
        return np.split(labels[of_parts], np.cumsum(lengths)[:-1])


def _batches(parts: Sequence[tuple[int, int, int]]) -> Iterator[list[tuple[int, int, int]]]:
    """Parts, the length of each first, in batches; in each the longest first, short ones to fill up with last."""
    batch: list[tuple[int, int, int]] = []
    size = 0
    for part in parts:
        if batch and size + part[0] > BATCH:
            yield sorted(batch, reverse=True)
            batch, size = [], 0
        batch.append(part)
        size += part[0]
    if batch:
        yield sorted(batch, reverse=True)


def best(scores: Tensor) -> Tensor:
    """The likeliest label of each character, from the scores [N, 3] (logits) that it ends a token, a sentence, a
    multi-word token: that it ends none of them says only the first."""
    token, sentence, multi = scores.unbind(-1)
    ends = token > softplus(-sentence.abs()) + softplus(-multi.abs())
    return ends * (WORD + (sentence > 0) * (SENTENCE - WORD) + (multi > 0) * (MULTI - WORD))


def paragraphs_of(text: str, characters: np.ndarray, alphabet: Alphabet) -> Iterator[Paragraph]:
    """The paragraphs of a text as Stanza has them, between blank lines. ``characters`` are their numbers in the
    alphabet."""
    start = 0
    for end, following in [*(gap.span() for gap in _BLANK_LINES.finditer(text)), (len(text), len(text))]:
        end = start + len(text[start:end].rstrip())
        if end > start:
            blanks = alphabet.blank[characters[start:end]]
            kept = np.flatnonzero(~blanks | np.concatenate([[True], ~blanks[:-1]]))
            inputs = characters[start + kept]
            inputs[0] += alphabet.first
            inputs[-1] += alphabet.last
            yield Paragraph(start + kept, inputs, blanks[kept])
        start = following


def sentences_of(text: str, paragraph: Paragraph, labels: np.ndarray) -> Iterator[list[Token]]:
    """The tokens of each sentence of a paragraph of a text in which white space is blanks."""
    labels = _with_addresses(text, paragraph, labels)
    last = np.flatnonzero(labels)
    first = np.concatenate([[0], last[:-1] + 1])
    first = first + paragraph.blanks[first]
    kept = first <= last
    first, last = first[kept], last[kept]
    sentence: list[Token] = []
    columns = (paragraph.places[first].tolist(), (paragraph.places[last] + 1).tolist(), (last - first + 1).tolist(),
               labels[last].tolist())
    for start, end, length, label in zip(*columns):
        token = text[start:end] if end - start == length else re.sub(" +", " ", text[start:end])
        sentence.append(Token(start, end, token, label >= MULTI))
        if label in (SENTENCE, MULTI_SENTENCE):
            yield sentence
            sentence = []
    if sentence:
        yield sentence


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
