"""A smaller encoder from a trained one: heads of attention (Michel et al. 2019) and neurons that the others can make up
for are taken out, and what is left is fitted by least squares to give what all gave (He et al. 2017).

That leaves little to be learned by imitation.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor, nn
from transformers import BertConfig
from transformers.activations import ACT2FN

from quotes.parsing.embedded.labels import Labels, Sizes
from quotes.parsing.embedded.network import Batch, Encoder, Network

RIDGE = 1e-3
AT_ONCE = 96
"""Neurons taken out before the others are weighed anew."""


@dataclass(frozen=True)
class Fit:
    """How some inputs of a layer make up for all of them: the places that are kept, and weight and bias for them."""

    kept: Tensor
    weight: Tensor
    bias: Tensor


@dataclass(frozen=True)
class Built:
    """A network and what describes it."""

    network: Network
    bert: BertConfig
    sizes: Sizes
    labels: Labels


@dataclass(frozen=True, kw_only=True)
class Slim:
    """How small an encoder is to be: the heads of attention and the neurons that each layer keeps, how many layers read
    word pieces (all, if None), and what neurons do."""

    heads: int
    neurons: int
    piece_layers: int | None = None
    activation: str = "relu"


@torch.no_grad()
def slimmed(whole: Built, batches: Sequence[Batch], slim: Slim) -> Built:
    """A network with such an encoder, made of a larger one: what is kept is what gives the states of ``batches`` best.
    Nothing drops out of it in training."""
    made = copy.deepcopy(whole.network).eval()
    encoder = made.encoder
    activated, wanted = ACT2FN[slim.activation], ACT2FN[whole.bert.hidden_act]
    for number, layer in enumerate(encoder.bert.encoder.layer):
        attention, output = layer.attention.self, layer.attention.output
        rows = _inputs(encoder, number, output.dense, batches)
        fit = kept_inputs(rows, output.dense(rows), group=attention.attention_head_size, count=slim.heads, at_once=1)
        for name in ("query", "key", "value"):
            wide = getattr(attention, name)
            setattr(attention, name, _linear(wide.weight[fit.kept], wide.bias[fit.kept]))
        output.dense = _linear(fit.weight, fit.bias)
        wide = layer.intermediate.dense
        rows = wide(_inputs(encoder, number, wide, batches))
        fit = kept_inputs(activated(rows), layer.output.dense(wanted(rows)), group=1, count=slim.neurons,
                          at_once=AT_ONCE)
        layer.intermediate.dense = _linear(wide.weight[fit.kept], wide.bias[fit.kept])
        layer.intermediate.intermediate_act_fn = activated
        layer.output.dense = _linear(fit.weight, fit.bias)
    bert = copy.deepcopy(whole.bert)
    bert.intermediate_size, bert.hidden_act = slim.neurons, slim.activation
    sizes = replace(whole.sizes, kept=slim.heads, piece_layers=slim.piece_layers)
    network = Network(bert, whole.labels, sizes)
    network.load_state_dict(made.state_dict())
    network.encoder.bert.embeddings.word_embeddings.weight.requires_grad = False
    for module in network.modules():
        if isinstance(module, nn.Dropout):
            module.p = 0.0
    return Built(network, bert, sizes, whole.labels)


@torch.no_grad()
def kept_inputs(rows: Tensor, outputs: Tensor, *, group: int, count: int, at_once: int) -> Fit:
    """The ``count`` groups of ``group`` inputs each, of ``rows`` [N, inputs], from which a layer makes ``outputs``
    [N, outputs] best; ``at_once`` groups that are missed least are taken out at a time."""
    inputs, rows = rows.shape[1], torch.cat([rows, torch.ones(len(rows), 1)], dim=1)
    gram = rows.T @ rows / len(rows)
    gram += RIDGE * gram.diagonal().mean() * torch.eye(len(gram))
    wanted = rows.T @ outputs / len(rows)
    kept = torch.arange(inputs // group)

    def places(groups: Tensor) -> Tensor:
        of_groups = (groups[:, None] * group + torch.arange(group)).flatten()
        return torch.cat([of_groups, torch.tensor([inputs])])

    while True:
        at = places(kept)
        inverse = torch.linalg.inv(gram[at][:, at])
        weight = inverse @ wanted[at]
        if len(kept) <= count:
            return Fit(at[:-1], weight[:-1].T, weight[-1])
        # What taking a group out costs, with the others fitted anew (the optimal brain surgeon, Hassibi et al. 1993).
        own = weight[:-1].view(len(kept), group, -1)
        blocks = torch.stack([inverse[n:n + group, n:n + group] for n in range(0, len(kept) * group, group)])
        cost = (own * torch.linalg.solve(blocks, own)).sum(dim=(1, 2))
        kept = kept[cost.argsort(descending=True)[:max(count, len(kept) - at_once)].sort().values]


@torch.no_grad()
def _inputs(encoder: Encoder, number: int, layer: nn.Module, batches: Sequence[Batch]) -> Tensor:
    """The inputs [N, inputs] of a layer within the encoder's layer ``number``, for all that this reads."""
    seen: list[Tensor] = []
    hook = layer.register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0].float()))
    for batch in batches:
        encoder(batch)
    hook.remove()
    return torch.cat([rows[encoder.read_by(number, batch)] for rows, batch in zip(seen, batches)])


def _linear(weight: Tensor, bias: Tensor) -> nn.Linear:
    layer = nn.Linear(weight.shape[1], weight.shape[0])
    layer.weight.data, layer.bias.data = weight.detach().clone().contiguous(), bias.detach().clone()
    return layer
