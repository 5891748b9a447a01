"""One encoder, a head for each task: tags, lemmas, trees, entities, attributions.

The encoder is a small BERT (MiniLM, Wang et al. 2020) run once over a window of whole paragraphs. Trees are scored
by biaffine attention (Dozat & Manning 2017); attributions by an anchor, the first word of a cue, and for each anchor
the part that every word of the window plays in it.

This is the network as it is trained; ``encoding`` and ``scoring`` run it.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel
from transformers.activations import ACT2FN

from quotes.parsing.embedded.labels import ROLES, Labels, Sizes
from quotes.parsing.embedded.pieces import SHAPES

OUT_OF_SIGHT = torch.finfo(torch.float32).min
"""Added to a score of attention, it leaves no share."""


@dataclass(frozen=True)
class Batch:
    """Windows as tensors. W windows of up to P pieces and N words; S sentences of up to L words."""

    pieces: Tensor      # [W, P] word piece ids
    shapes: Tensor      # [W, P] shape of the word a piece is of
    breaks: Tensor      # [W, P] 1 on the pieces of a paragraph's first word
    mask: Tensor        # [W, P] 1 where there is a piece
    last: Tensor        # [W, N] place of each word's last piece
    word_mask: Tensor   # [W, N] True where there is a word
    sentence_words: Tensor   # [S, L] places of a sentence's words in the flattened [W * N]
    sentence_mask: Tensor    # [S, L] True where there is a word
    sentence_window: Tensor  # [S] the window a sentence is in


@dataclass(frozen=True)
class Encoded:
    """States of words [W, N, H] and of windows [W, H]."""

    words: Tensor
    windows: Tensor


def mlp(config: BertConfig, width: int, sizes: Sizes) -> nn.Module:
    """A layer on top of the encoder."""
    return nn.Sequential(nn.Linear(config.hidden_size, width), ACT2FN[config.hidden_act], nn.Dropout(sizes.dropout))


class Encoder(nn.Module):
    """MiniLM with the shape of words and the starts of paragraphs as further inputs, since it is uncased. It may have
    fewer heads of attention in each layer, and its later layers may read only one state a word, as its last piece
    has taken in the others by then."""

    def __init__(self, config: BertConfig, sizes: Sizes) -> None:
        super().__init__()
        self.bert = BertModel(config, add_pooling_layer=False)
        self.piece_layers = sizes.piece_layers
        if sizes.kept is not None:
            _keep_heads(self.bert, sizes.kept)
        self.shape = nn.Embedding(len(SHAPES), config.hidden_size)
        self.paragraph = nn.Embedding(2, config.hidden_size)
        for table in (self.shape, self.paragraph):
            nn.init.normal_(table.weight, std=0.01)

    def forward(self, batch: Batch) -> Encoded:
        return self.encoded(self.states(batch)[-1], batch)

    def states(self, batch: Batch) -> list[Tensor]:
        """What the first layer is given, and what each layer gives: states of the pieces [W, P, H], and from where
        layers read words, of the window and its words [W, 1 + N, H]."""
        embedded = (self.bert.embeddings.word_embeddings(batch.pieces)
                    + self.shape(batch.shapes) + self.paragraph(batch.breaks))
        states = [self.bert.embeddings(inputs_embeds=embedded)]
        for number, layer in enumerate(self.bert.encoder.layer):
            rows = words_of(states[-1], batch) if number == self.piece_layers else states[-1]
            states.append(layer(rows, torch.where(self.read_by(number, batch), 0.0, OUT_OF_SIGHT)[:, None, None, :]))
        return states

    def reads_words(self, number: int) -> bool:
        """Does a layer read only words?"""
        return self.piece_layers is not None and number >= self.piece_layers

    def read_by(self, number: int, batch: Batch) -> Tensor:
        """True where a layer reads the state of a piece [W, P], or of the window and its words [W, 1 + N]."""
        if self.reads_words(number):
            return nn.functional.pad(batch.word_mask, (1, 0), value=True)
        return batch.mask.bool()

    def encoded(self, states: Tensor, batch: Batch) -> Encoded:
        """Words and windows, from the states of the last layer."""
        if not self.reads_words(len(self.bert.encoder.layer) - 1):
            states = words_of(states, batch)
        return Encoded(words=states[:, 1:], windows=states[:, 0])


def words_of(states: Tensor, batch: Batch) -> Tensor:
    """Of the states of pieces [W, P, H], those of windows, which are at their first, and of words, at their last
    [W, 1 + N, H]."""
    place = nn.functional.pad(batch.last, (1, 0)).unsqueeze(-1).expand(-1, -1, states.shape[-1])
    return states.gather(1, place)


def _keep_heads(bert: BertModel, kept: int) -> None:
    """Make the attention of each layer narrower; its heads stay as wide as they are."""
    for layer in bert.encoder.layer:
        attention, output = layer.attention.self, layer.attention.output
        width = kept * attention.attention_head_size
        for name in ("query", "key", "value"):
            setattr(attention, name, nn.Linear(bert.config.hidden_size, width))
        output.dense = nn.Linear(width, bert.config.hidden_size)


class Biaffine(nn.Module):
    """Scores for pairs of vectors, for each of ``outputs`` labels; both sides get a bias."""

    def __init__(self, width: int, outputs: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(outputs, width + 1, width + 1))
        nn.init.normal_(self.weight, std=width ** -0.5 / 4)

    def crossed(self, left: Tensor, right: Tensor) -> Tensor:
        """[B, I, D] and [B, J, D] to [B, outputs, I, J]."""
        return _with_one(left).unsqueeze(1) @ self.weight @ _with_one(right).transpose(1, 2).unsqueeze(1)


def _with_one(states: Tensor) -> Tensor:
    return torch.cat([states, states.new_ones(*states.shape[:-1], 1)], dim=-1)


class Tagger(nn.Module):
    """Scores of parts of speech, features, lemma rules and entity tags, over a shared narrow layer."""

    def __init__(self, config: BertConfig, labels: Labels, sizes: Sizes) -> None:
        super().__init__()
        self.shared = mlp(config, sizes.tag, sizes)
        self.upos = nn.Linear(sizes.tag, len(labels.upos))
        self.xpos = nn.Linear(sizes.tag, len(labels.xpos))
        self.feats = nn.Linear(sizes.tag, len(labels.feats))
        self.lemma = nn.Linear(sizes.tag, len(labels.lemma))
        self.named = mlp(config, sizes.tag, sizes)
        self.entity = nn.Linear(sizes.tag, len(labels.entity))

    def forward(self, states: Tensor) -> dict[str, Tensor]:
        shared = self.shared(states)
        scores = {task: getattr(self, task)(shared) for task in ("upos", "xpos", "feats", "lemma")}
        return scores | {"entity": self.entity(self.named(states))}


class TreeScorer(nn.Module):
    """Scores of arcs within sentences, and of labels for given arcs. Column 0 is the root."""

    def __init__(self, config: BertConfig, labels: Labels, sizes: Sizes) -> None:
        super().__init__()
        self.reach = sizes.arc_reach
        self.arc_dependent = mlp(config, sizes.arc, sizes)
        self.arc_head = mlp(config, sizes.arc, sizes)
        self.arc = Biaffine(sizes.arc, 1)
        self.distance = nn.Embedding(2 * sizes.arc_reach + 1, 1)
        nn.init.zeros_(self.distance.weight)
        self.label_dependent = mlp(config, sizes.label, sizes)
        self.label_head = mlp(config, sizes.label, sizes)
        self.label = nn.Linear(3 * sizes.label, len(labels.deprel))

    def sentences(self, encoded: Encoded, batch: Batch) -> Tensor:
        """[S, 1 + L, H]: the root, then the sentence's words."""
        flat = encoded.words.flatten(0, 1)
        words = flat[batch.sentence_words.flatten()].view(*batch.sentence_words.shape, -1)
        return torch.cat([encoded.windows[batch.sentence_window].unsqueeze(1), words], dim=1)

    def arcs(self, sentences: Tensor, sentence_mask: Tensor) -> Tensor:
        """[S, L, 1 + L] scores of each word's head; minus infinity beyond the sentence and for the word itself."""
        scores = self.arc.crossed(self.arc_dependent(sentences[:, 1:]), self.arc_head(sentences)).squeeze(1)
        length = sentence_mask.shape[1]
        word, head = torch.arange(1, length + 1), torch.arange(1, length + 1)
        apart = (head[None, :] - word[:, None]).clamp(-self.reach, self.reach).to(scores.device) + self.reach
        bias = nn.functional.pad(self.distance(apart).squeeze(-1), (1, 0))
        barred = nn.functional.pad(~sentence_mask[:, None, :] | torch.eye(length, dtype=torch.bool,
                                                                          device=scores.device), (1, 0))
        return (scores.float() + bias).masked_fill(barred, float("-inf"))

    def relations(self, sentences: Tensor, heads: Tensor, sentence_mask: Tensor) -> Tensor:
        """[words, labels] scores for the words of all sentences in order, each under its head [S, L]: told from both
        and from their product."""
        dependents = self.label_dependent(sentences[:, 1:])[sentence_mask]
        tops = self.label_head(sentences)
        chosen = tops.gather(1, heads.unsqueeze(-1).expand(-1, -1, tops.shape[-1]))[sentence_mask]
        return self.label(torch.cat([dependents, chosen, dependents * chosen], dim=-1)).float()


class AttributionScorer(nn.Module):
    """Which words are anchors (the first word of a cue), and what part each word plays for an anchor."""

    def __init__(self, config: BertConfig, sizes: Sizes) -> None:
        super().__init__()
        self.reach = sizes.pair_reach
        self.anchor = nn.Sequential(mlp(config, sizes.pair, sizes), nn.Linear(sizes.pair, 1))
        self.anchor_side = mlp(config, sizes.pair, sizes)
        self.word_side = mlp(config, sizes.pair, sizes)
        self.role = Biaffine(sizes.pair, len(ROLES))
        self.distance = nn.Embedding(2 * sizes.pair_reach + 1, len(ROLES))
        nn.init.zeros_(self.distance.weight)

    def anchors(self, encoded: Encoded) -> Tensor:
        """[W, N] scores (logits)."""
        return self.anchor(encoded.words).squeeze(-1).float()

    def roles(self, encoded: Encoded, window: Tensor, anchor: Tensor) -> Tensor:
        """[A, roles, N] scores for A anchors, each at word ``anchor`` [A] of ``window`` [A]."""
        left = self.anchor_side(encoded.words[window, anchor])
        outputs, side, _ = self.role.weight.shape
        turned = (_with_one(left) @ self.role.weight.permute(1, 0, 2).reshape(side, outputs * side))
        right = _with_one(self.word_side(encoded.words))[window]
        scores = turned.view(-1, outputs, side) @ right.transpose(1, 2)
        apart = torch.arange(encoded.words.shape[1], device=anchor.device)[None, :] - anchor[:, None]
        bias = self.distance(apart.clamp(-self.reach, self.reach) + self.reach)
        return scores.float() + bias.transpose(1, 2)


class Network(nn.Module):
    """The encoder and all heads."""

    def __init__(self, config: BertConfig, labels: Labels, sizes: Sizes) -> None:
        super().__init__()
        self.encoder = Encoder(config, sizes)
        self.tagger = Tagger(config, labels, sizes)
        self.trees = TreeScorer(config, labels, sizes)
        self.attributions = AttributionScorer(config, sizes)
