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

from quotes.parsing.embedded.labels import Sizes
from quotes.parsing.embedded.network import Batch, Network

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


def slimmed(whole: Built, batches: Sequence[Batch], *, heads: int, neurons: int) -> Built:
    """A network with ``heads`` heads of attention and ``neurons`` in each layer of its encoder, made of a larger one:
    what is kept is what gives the states of ``batches`` best. Nothing drops out of it in training."""
    slim, bert = copy.deepcopy(whole.network).eval(), copy.deepcopy(whole.bert)
    for layer in slim.encoder.bert.encoder.layer:
        attention, output = layer.attention.self, layer.attention.output
        fit = kept_inputs(_inputs(slim, output.dense, batches), output.dense, group=attention.attention_head_size,
                          count=heads, at_once=1)
        for name in ("query", "key", "value"):
            wide = getattr(attention, name)
            setattr(attention, name, _linear(wide.weight[fit.kept], wide.bias[fit.kept]))
        output.dense = _linear(fit.weight, fit.bias)
        wide = layer.intermediate.dense
        fit = kept_inputs(_inputs(slim, layer.output.dense, batches), layer.output.dense, group=1, count=neurons,
                          at_once=AT_ONCE)
        layer.intermediate.dense = _linear(wide.weight[fit.kept], wide.bias[fit.kept])
        layer.output.dense = _linear(fit.weight, fit.bias)
    for module in slim.modules():
        if isinstance(module, nn.Dropout):
            module.p = 0.0
    bert.intermediate_size = neurons
    return Built(slim, bert, replace(whole.sizes, kept=heads))


@torch.no_grad()
def kept_inputs(rows: Tensor, layer: nn.Linear, *, group: int, count: int, at_once: int) -> Fit:
    """The ``count`` groups of ``group`` inputs each from which the outputs of ``layer`` for ``rows`` [N, inputs] are
    made best; ``at_once`` groups that are missed least are taken out at a time."""
    rows = torch.cat([rows, torch.ones(len(rows), 1)], dim=1)
    gram = rows.T @ rows / len(rows)
    gram += RIDGE * gram.diagonal().mean() * torch.eye(len(gram))
    wanted = gram @ torch.cat([layer.weight, layer.bias[:, None]], dim=1).T
    kept = torch.arange(layer.in_features // group)

    def places(groups: Tensor) -> Tensor:
        inputs = (groups[:, None] * group + torch.arange(group)).flatten()
        return torch.cat([inputs, torch.tensor([layer.in_features])])

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
def _inputs(network: Network, layer: nn.Module, batches: Sequence[Batch]) -> Tensor:
    """The inputs [N, inputs] of a layer of the encoder for all word pieces."""
    seen: list[Tensor] = []
    hook = layer.register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0].float()))
    for batch in batches:
        network.encoder(batch)
    hook.remove()
    return torch.cat([rows[batch.mask.bool()] for rows, batch in zip(seen, batches)])


def _linear(weight: Tensor, bias: Tensor) -> nn.Linear:
    layer = nn.Linear(weight.shape[1], weight.shape[0])
    layer.weight.data, layer.bias.data = weight.detach().clone().contiguous(), bias.detach().clone()
    return layer
