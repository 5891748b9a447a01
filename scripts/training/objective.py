"""The losses: what the network is to learn of a batch of treebank windows or of article windows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from quotes.parsing.embedded.batches import collate
from quotes.parsing.embedded.labels import ROLES, Labels
from quotes.parsing.embedded.network import Batch, Network
from quotes.parsing.embedded.pieces import PieceMaker
from training.examples import IGNORED, AttributionExample, Example, SyntaxExample, tag_targets

TAG_WEIGHTS = {"upos": 1.0, "xpos": 0.5, "feats": 0.5, "lemma": 0.5, "entity": 0.7}
ARC_WEIGHT, LABEL_WEIGHT = 1.5, 1.0
ANCHOR_WEIGHT, ANCHOR_POSITIVE, ROLE_WEIGHT = 10.0, 2.0, 3.0
MASKED_SHARE = 0.08


def loss_of(network: Network, examples: Sequence[Example], maker: PieceMaker, labels: Labels,
            generator: torch.Generator, device: torch.device) -> Tensor:
    """The weighted loss of a batch, with some word pieces masked."""
    batch = masked(batch_of(examples, maker, device), maker, generator, share=MASKED_SHARE)
    with torch.autocast(device.type, dtype=torch.bfloat16):
        encoded = network.encoder(batch)
        if isinstance(examples[0], SyntaxExample):
            return _syntax_loss(network, encoded, batch, examples, labels, device)
        return _attribution_loss(network, encoded, batch, examples, device)


def batch_of(examples: Sequence[Example], maker: PieceMaker, device: torch.device) -> Batch:
    """The windows of some examples."""
    batch = collate([example.window for example in examples], maker)
    return Batch(**{name: getattr(batch, name).to(device) for name in Batch.__dataclass_fields__})


def masked(batch: Batch, maker: PieceMaker, generator: torch.Generator, *, share: float) -> Batch:
    """A batch with a share of its word pieces masked."""
    chosen = (torch.rand(batch.pieces.shape, generator=generator) < share).to(batch.pieces.device)
    chosen &= batch.mask.bool() & (batch.pieces != maker.start)
    return replace(batch, pieces=batch.pieces.masked_fill(chosen, maker.masked))


def _syntax_loss(network, encoded, batch: Batch, examples: Sequence[SyntaxExample], labels: Labels,
                 device: torch.device) -> Tensor:
    trees = [tree for example in examples for tree in example.trees]
    states = encoded.words[batch.word_mask]
    targets = [tag_targets(tree.tokens, labels, tree.has_tree) for tree in trees]
    scores = network.tagger(states)
    total = 0.0 * states.float().sum()  # a batch may hold nothing to learn
    for task, weight in TAG_WEIGHTS.items():
        wanted = torch.tensor([value for of_tree in targets for value in of_tree[task]], device=device)
        if (wanted != IGNORED).any():
            total = total + weight * cross_entropy(scores[task].float(), wanted, ignore_index=IGNORED)
    if not any(tree.has_tree for tree in trees):
        return total
    heads = torch.zeros(batch.sentence_words.shape, dtype=torch.long)
    relations, places = [], {label: i for i, label in enumerate(labels.deprel)}
    for row, tree in enumerate(trees):
        heads[row, :len(tree.tokens)] = torch.tensor([token.head for token in tree.tokens])
        relations.extend(places[t.deprel] if tree.has_tree else IGNORED for t in tree.tokens)
    heads, relations = heads.to(device), torch.tensor(relations, device=device)
    sentences = network.trees.sentences(encoded, batch)
    arcs = network.trees.arcs(sentences, batch.sentence_mask)[batch.sentence_mask]
    wanted = torch.where(relations == IGNORED, IGNORED, heads[batch.sentence_mask])
    total = total + ARC_WEIGHT * cross_entropy(arcs, wanted, ignore_index=IGNORED)
    scores = network.trees.relations(sentences, heads, batch.sentence_mask)
    return total + LABEL_WEIGHT * cross_entropy(scores, relations, ignore_index=IGNORED)


def _attribution_loss(network, encoded, batch: Batch, examples: Sequence[AttributionExample],
                      device: torch.device) -> Tensor:
    anchors = torch.zeros(batch.word_mask.shape)
    windows, places, roles = [], [], []
    for row, example in enumerate(examples):
        merged: dict[int, Tensor] = {}
        for marked in example.attributions:
            anchors[row, marked.anchor] = 1.0
            part = merged.setdefault(marked.anchor, torch.zeros(batch.word_mask.shape[1], dtype=torch.long))
            for name in ("content", "source", "cue"):
                part[list(getattr(marked, name))] = ROLES.index(name)
        for anchor, part in merged.items():
            windows.append(row), places.append(anchor), roles.append(part)
    found = network.attributions.anchors(encoded)[batch.word_mask]
    total = ANCHOR_WEIGHT * binary_cross_entropy_with_logits(
        found, anchors.to(device)[batch.word_mask], pos_weight=torch.tensor(ANCHOR_POSITIVE, device=device))
    if not windows:
        return total
    rows = torch.tensor(windows, device=device)
    scores = network.attributions.roles(encoded, rows, torch.tensor(places, device=device))
    wanted = torch.stack(roles).to(device).masked_fill(~batch.word_mask[rows], IGNORED)
    return total + ROLE_WEIGHT * cross_entropy(scores, wanted, ignore_index=IGNORED)
