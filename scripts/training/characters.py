"""A quick reader of characters learns to label them as Stanza's tokenizer does (Hinton et al. 2015), on treebanks and
articles, and on the treebanks also as they are annotated.

Its convolutions take characters all at once, Stanza's recurrent layers one after another.
"""

from __future__ import annotations

import json
import logging
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn.functional import logsigmoid, one_hot

from quotes.parsing.embedded.careful import FIRST, LAST, OF_CHARACTERS
from quotes.parsing.embedded.characters import MULTI, SENTENCE, WORD
from quotes.parsing.embedded.convolving import GAP, Convolutional, Shape, save_network
from quotes.parsing.embedded.quick import KINDS, OTHER, number_of
from quotes.parsing.embedded.rows import batches
from training.newslike import newslike
from training.surface import Sentence, training_sentences

log = logging.getLogger(__name__)

LABELS = 5
ANNOTATED = 0.5
"""Weight of the annotation of a treebank beside what Stanza's tokenizer says."""
RAREST = 20
"""How often a character must occur to be known itself."""
UNKNOWN = 0.015
"""Share of the characters that are shown as some character of their kind."""
LONGEST = 3000
"""Characters of a paragraph; longer ones are left out."""
AT_ONCE = 8000
"""Characters of a batch."""
RATE, WARM_UP, CLIP = 3e-3, 100, 1.0
VARIED = 0.4
"""Share of the paragraphs that are learned in another form too."""


class Example(NamedTuple):
    """A paragraph with blanks made single, and how likely each label is for each character [N, LABELS]."""

    text: str
    chances: Tensor


@dataclass(frozen=True)
class Teacher:
    """Stanza's tokenizer."""

    model: torch.nn.Module
    unit: Callable[[str], int]
    features: Sequence[str]

    @classmethod
    def load(cls, path: Path) -> Teacher:
        """The tokenizer that Stanza saved in ``path``."""
        from stanza.models.tokenization.trainer import Trainer

        trainer = Trainer(model_file=str(path))
        return cls(trainer.model.eval(), trainer.vocab.unit2id, trainer.args["feat_funcs"])

    @torch.no_grad()
    def chances(self, texts: Sequence[str]) -> list[Tensor]:
        """How likely each label is for each character of some paragraphs, the longest first."""
        lengths = list(map(len, texts))
        units = torch.zeros(len(texts), lengths[0], dtype=torch.long)
        features = torch.zeros(len(texts), lengths[0], len(self.features))
        for row, text in enumerate(texts):
            units[row, :len(text)] = torch.tensor(list(map(self.unit, text)))
            features[row, :len(text)] = torch.tensor([self._told(text, at) for at in range(len(text))])
        found = self.model(units, features, lengths).exp()
        return [of_text[:length].half() for of_text, length in zip(found, lengths)]

    def _told(self, text: str, at: int) -> list[float]:
        told = {name: of_character(text[at]) for name, of_character in OF_CHARACTERS.items()}
        told |= {FIRST: at == 0, LAST: at == len(text) - 1}
        return [float(told[name]) for name in self.features]


def train_characters(treebanks: Path, articles: Path, *, teacher: Path, output: Path, epochs: int, seed: int) -> None:
    """Train a network to label characters, and write it.

    Args:
        treebanks: folder with ``ewt.train.conllu`` and ``gum.train.conllu``.
        articles: JSON Lines with ``text``.
        teacher: Stanza's tokenizer.
        output: where to write.
        epochs: passes over all.
        seed: of the choices made.
    """
    torch.manual_seed(seed)
    rng, taught = random.Random(seed), Teacher.load(teacher)
    annotated = list(_annotated(newslike(training_sentences(treebanks), seed=seed)))
    texts = [json.loads(line)["text"] for line in articles.read_text(encoding="utf-8").splitlines() if line.strip()]
    plain = [text for text in map(_plain, (part for text in texts for part in re.split(r"\n\s*\n", text))) if text]
    varied = [_varied(text, rng) for text in [*plain, *(text for text, _ in annotated)] if rng.random() < VARIED]
    examples = list(_examples([*((text, labels) for text, labels in annotated),
                               *((text, None) for text in plain + varied if text)], taught))
    characters = _known(example.text for example in examples)
    network = Convolutional(Shape(characters=len(characters) + 1))
    log.info("%d paragraphs, %d characters, %d different", len(examples), sum(len(e.text) for e in examples),
             len(characters))
    _fit(network, examples, characters, epochs=epochs, rng=rng)
    save_network(network, characters, output)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.strip())


def _annotated(sentences: Sequence[Sentence]) -> Iterator[tuple[str, list[int]]]:
    """The paragraphs of a treebank, and the label of each of their characters."""
    text, labels = "", []
    for sentence in [*sentences, Sentence((), paragraph=True)]:
        if sentence.paragraph and text.strip():
            yield text.rstrip(), labels[:len(text.rstrip())]
        if sentence.paragraph:
            text, labels = "", []
        for token in sentence.tokens:
            text += token.form + " " * token.space
            labels += [0] * (len(token.form) - 1) + [MULTI if len(token.words) > 1 else WORD] + [0] * token.space
        if sentence.tokens:
            labels[len(text.rstrip()) - 1] += SENTENCE - WORD


def _varied(text: str, rng: random.Random) -> str:
    """A paragraph in other letters, with other marks, or with blanks left out."""
    return rng.choice((
        str.upper, str.lower, str.title, lambda text: text.replace(". ", "."), lambda text: text.replace('"', "''"),
        lambda text: re.sub("[“”]", '"', re.sub("[‘’]", "'", text)),
        lambda text: re.sub(r'(^|\s)"', r"\1“", text).replace('"', "”").replace("'", "’")))(text)


def _examples(paragraphs: Sequence[tuple[str, list[int] | None]], teacher: Teacher) -> Iterator[Example]:
    fitting = sorted((pair for pair in paragraphs if len(pair[0]) <= LONGEST), key=lambda pair: -len(pair[0]))
    for batch in batches([len(text) for text, _ in fitting], 4 * AT_ONCE):
        some = [fitting[at] for at in batch]
        for (text, labels), chances in zip(some, teacher.chances([text for text, _ in some])):
            if labels is not None:
                chances = (1 - ANNOTATED) * chances + ANNOTATED * one_hot(torch.tensor(labels), LABELS)
            yield Example(text, chances)


def _known(texts: Iterator[str]) -> dict[str, int]:
    counts = Counter()
    for text in texts:
        counts.update(text)
    known = sorted(character for character, count in counts.items() if count >= RAREST)
    return {name: number for number, name in enumerate([*KINDS, OTHER, *known], start=GAP + 1)}


def _fit(network: Convolutional, examples: Sequence[Example], characters: Mapping[str, int], *, epochs: int,
         rng: random.Random) -> None:
    known = {character: number_of(character, characters) for character in {c for e in examples for c in e.text}}
    kinds = torch.arange(len(characters) + 1)
    for character, number in characters.items():
        if len(character) == 1:
            kinds[number] = number_of(character, {name: at for name, at in characters.items() if len(name) > 1})
    ready = [(torch.tensor([known[character] for character in example.text]), example.chances) for example in examples]
    plan = [[mixed[at] for at in batch] for _ in range(epochs) for mixed in [rng.sample(ready, len(ready))]
            for batch in batches([len(numbers) for numbers, _ in mixed], AT_ONCE)]
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=1e-4)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / WARM_UP) * max(0.0, (len(plan) - step) / len(plan)))
    mean = None
    for step, batch in enumerate(plan):
        gap = torch.full((network.shape.gap,), GAP)
        numbers = torch.cat([part for read, _ in batch for part in (read, gap)])
        wanted = torch.cat([chances for _, chances in batch]).float()
        hidden = torch.rand(len(numbers)) < UNKNOWN
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = network(torch.where(hidden, kinds[numbers], numbers))[numbers != GAP].float()
        loss = -(wanted * log_chances(scores)).sum() / len(wanted)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), CLIP)
        optimizer.step()
        schedule.step()
        mean = loss.item() if mean is None else 0.99 * mean + 0.01 * loss.item()
        if (step + 1) % 200 == 0:
            log.info("step %d of %d, %.5f", step + 1, len(plan), mean)


def log_chances(scores: Tensor) -> Tensor:
    """How likely each label is [N, 5], as a logarithm, from the scores [N, 3] of
    ``quotes.parsing.embedded.characters.best``."""
    token, sentence, multi = scores.unbind(-1)
    sentences, multis = (logsigmoid(-sentence), logsigmoid(sentence)), (logsigmoid(-multi), logsigmoid(multi))
    ends = [logsigmoid(token) + of_sentence + of_multi for of_multi in multis for of_sentence in sentences]
    return torch.stack([logsigmoid(-token), *ends], dim=-1)
