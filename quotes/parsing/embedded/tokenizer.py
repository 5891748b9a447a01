"""Stanza's trained tokenizer, run faster: a variant of its ``tokenize`` processor with the same network and labels.

Characters become numbers a batch at a time and not one by one, and both directions of its recurrent layers run over
padded batches in the precision that the processor multiplies itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from stanza import Document
from stanza.models.tokenization.data import NEWLINE_WHITESPACE_RE, PER_CHAR_FEAT_FUNCS, WHITESPACE_RE
from stanza.models.tokenization.trainer import Trainer
from stanza.models.tokenization.utils import MASK_RE
from stanza.pipeline.processor import ProcessorVariant, register_processor_variant
from torch import Tensor

from quotes.parsing.embedded.expander import for_running
from quotes.parsing.embedded.linears import fast_bf16
from quotes.parsing.embedded.recurrent import Recurrent

BATCH = 16_384
"""Characters that are read together."""
LONGEST = 1000
"""Characters that are read at once; of a longer paragraph, what follows its last sure sentence end is read again."""
WORD, SENTENCE, MULTI, MULTI_SENTENCE = 1, 2, 3, 4
"""Labels of the last character of a word, a sentence, a multi-word token, and one that ends a sentence."""

_ADDRESS = re.compile(r"@|://|www\.|\.(?:gov|org|edu|net|com|co)\.")
"""Without one of these there is nothing that Stanza's pattern of addresses would find."""


@dataclass(frozen=True)
class Paragraph:
    """The characters of a paragraph, white space made one blank."""

    places: np.ndarray
    """Where each stands in the text."""
    units: np.ndarray
    """Numbers in the tokenizer's vocabulary."""
    features: np.ndarray
    """[characters, features]."""
    blanks: np.ndarray
    """True where there is white space."""


@register_processor_variant("tokenize", "batched")
class BatchedTokenizer(ProcessorVariant):
    """Tokens and sentences by the network of a Stanza tokenizer; ``tokenize_with_batched=True`` chooses it."""

    OVERRIDE = True

    def __init__(self, config: dict) -> None:
        trainer = for_running(Trainer)
        trainer.load(config["model_path"], args=None, foundation_cache=None)
        self._vocab, self._features = trainer.vocab, trainer.args["feat_funcs"]
        self._network = Recurrent.of(trainer.model, dtype=torch.bfloat16 if fast_bf16() else torch.float32)

    def process(self, document: Document | str) -> Document:
        text = document if isinstance(document, str) else document.text
        return self.bulk_process([Document([], text=text)])[0]

    def bulk_process(self, docs: Sequence[Document]) -> list[Document]:
        paragraphs = [self._paragraphs(doc.text) for doc in docs]
        labels = iter(self._labels([paragraph for of_doc in paragraphs for paragraph in of_doc]))
        done = []
        for doc, of_doc in zip(docs, paragraphs):
            text = WHITESPACE_RE.sub(" ", doc.text)
            sentences = [sentence for paragraph in of_doc
                         for sentence in sentences_of(text, paragraph, with_addresses(text, paragraph, next(labels)))]
            done.append(Document(sentences, text=doc.text))
        return done

    def _paragraphs(self, text: str) -> list[Paragraph]:
        """The paragraphs as Stanza has them: between blank lines."""
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        kinds, kind = np.unique(codes, return_inverse=True)
        characters = [" " if WHITESPACE_RE.match(chr(code)) else chr(code) for code in kinds]
        units = np.array([self._vocab.unit2id(character) for character in characters], dtype=np.int64)
        features = np.array([[PER_CHAR_FEAT_FUNCS[name](character) if name in PER_CHAR_FEAT_FUNCS else 0
                              for name in self._features] for character in characters], dtype=np.float32)
        blank = np.array([character == " " for character in characters], dtype=bool)
        found, start = [], 0
        for end, following in [*(gap.span() for gap in NEWLINE_WHITESPACE_RE.finditer(text)), (len(text), len(text))]:
            end = start + len(text[start:end].rstrip())
            if end > start:
                own = kind[start:end]
                blanks = blank[own]
                kept = np.flatnonzero(~blanks | np.concatenate([[True], ~blanks[:-1]]))
                of_para = features[own[kept]]
                for name, place in (("start_of_para", 0), ("end_of_para", -1)):
                    if name in self._features:
                        of_para[place, self._features.index(name)] = 1
                found.append(Paragraph(start + kept, units[own[kept]], of_para, blanks[kept]))
            start = following
        return found

    def _labels(self, paragraphs: Sequence[Paragraph]) -> list[np.ndarray]:
        """A label for each character of each paragraph."""
        labels = [np.zeros(len(paragraph.units), dtype=np.int64) for paragraph in paragraphs]
        waiting = [(number, 0) for number in range(len(paragraphs))]
        while waiting:
            parts = sorted(((min(len(labels[number]) - start, LONGEST), number, start) for number, start in waiting))
            waiting = []
            for batch in _batches(parts):
                for (length, number, start), found in zip(batch, self._read(paragraphs, batch)):
                    found = found[:length]
                    ends = np.flatnonzero((found == SENTENCE) | (found == MULTI_SENTENCE))
                    if start + length < len(labels[number]):
                        length = ends[-1] + 1 if len(ends) else length
                        waiting.append((number, start + length))
                    labels[number][start:start + length] = found[:length]
        for found in labels:
            found[-1] = SENTENCE if found[-1] <= SENTENCE else MULTI_SENTENCE
        return labels

    def _read(self, paragraphs: Sequence[Paragraph], parts: Sequence[tuple[int, int, int]]) -> np.ndarray:
        lengths = torch.tensor([length for length, *_ in parts])
        units = torch.zeros(len(parts), int(lengths.max()), dtype=torch.long)
        features = torch.zeros(*units.shape, len(self._features))
        for row, (length, number, start) in enumerate(parts):
            units[row, :length] = torch.from_numpy(paragraphs[number].units[start:start + length])
            features[row, :length] = torch.from_numpy(paragraphs[number].features[start:start + length])
        return _best(*self._network(units, features, lengths))


def _batches(parts: Sequence[tuple[int, int, int]]) -> Iterator[list[tuple[int, int, int]]]:
    batch: list[tuple[int, int, int]] = []
    for part in parts:
        if batch and part[0] * (len(batch) + 1) > BATCH:
            yield batch
            batch = []
        batch.append(part)
    if batch:
        yield batch


def _best(token: Tensor, sentence: Tensor, multi: Tensor) -> np.ndarray:
    """The likeliest label of each character, from the scores that it ends a token, a sentence, a multi-word token."""
    no, yes = (torch.nn.functional.logsigmoid(sign * torch.stack([token, sentence, multi])) for sign in (-1, 1))
    return torch.stack([no[0], yes[0] + no[1] + no[2], yes[0] + yes[1] + no[2], yes[0] + no[1] + yes[2],
                        yes.sum(0)]).argmax(0).numpy()


def with_addresses(text: str, paragraph: Paragraph, labels: np.ndarray) -> np.ndarray:
    """The labels with e-mail and web addresses kept whole, as Stanza has it."""
    raw = "".join(map(text.__getitem__, paragraph.places)) if _ADDRESS.search(
        text, paragraph.places[0], paragraph.places[-1] + 1) else ""
    for address in MASK_RE.finditer(raw):
        labels[address.start():address.end() - 1] = 0
        labels[address.end() - 1] = max(labels[address.end() - 1], WORD)
    return labels


def sentences_of(text: str, paragraph: Paragraph, labels: np.ndarray) -> Iterator[list[dict]]:
    """The sentences of a paragraph, as the entries that Stanza builds documents from."""
    last = np.flatnonzero(labels)
    first = np.concatenate([[0], last[:-1] + 1])
    first = first + paragraph.blanks[first]
    kept = first <= last
    first, last = first[kept], last[kept]
    sentence: list[dict] = []
    columns = (paragraph.places[first].tolist(), (paragraph.places[last] + 1).tolist(), (last - first + 1).tolist(),
               labels[last].tolist())
    for start, end, length, label in zip(*columns):
        token = text[start:end] if end - start == length else re.sub(" +", " ", text[start:end])
        entry = {"id": (len(sentence) + 1,), "text": token, "start_char": start, "end_char": end}
        if label >= MULTI:
            entry["misc"] = "MWT=Yes"
        sentence.append(entry)
        if label in (SENTENCE, MULTI_SENTENCE):
            yield sentence
            sentence = []
    if sentence:
        yield sentence
