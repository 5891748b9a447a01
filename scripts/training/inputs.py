"""Where the inputs of a network's layers lie, so that 8-bit numbers can be spread over them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.utils.hooks import RemovableHandle

from quotes.parsing.embedded.files import INPUTS, PIECES, load_network
from quotes.parsing.embedded.linears import Range
from quotes.parsing.embedded.network import Batch, Network
from quotes.parsing.embedded.pieces import PieceMaker
from training.articles import read_articles
from training.examples import attribution_examples, batches_of
from training.objective import batch_of

LEFT_OUT = 1e-5
"""Share of the inputs that may lie beyond: a few that are far out must not make steps too wide for all others."""
BATCHES = 24


def learn_inputs(articles: Path, *, models: Path, cache: Path) -> None:
    """Write to ``models`` where the inputs of its network's layers lie when it reads the articles."""
    folder = models / "en" / "joint"
    maker = PieceMaker(folder / PIECES)
    examples = attribution_examples(read_articles(articles, models=models, cache=cache), maker, seed=1)
    batches = batches_of(examples, seed=1)[:BATCHES]
    network, _ = load_network(folder)
    found = inputs_of(network, [batch_of(batch, maker, torch.device("cpu")) for batch in batches])
    (folder / INPUTS).write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


@torch.no_grad()
def inputs_of(network: Network, batches: Sequence[Batch]) -> dict[str, Range]:
    """The range of the inputs of each layer that is multiplied in 8 bit, by its name."""
    seen: dict[str, list[Tensor]] = defaultdict(list)

    def seeing(name: str, read: Tensor | None) -> RemovableHandle:
        def see(_: nn.Module, inputs: tuple[Tensor, ...]) -> None:
            seen[name].append(_range(inputs[0] if read is None else inputs[0][read]))
        return network.get_submodule(name).register_forward_pre_hook(see)

    for batch in batches:
        hooks = [seeing(name, None if number is None else network.encoder.read_by(number, batch))
                 for name, number in _names(network)]
        network.tagger(network.encoder(batch).words[batch.word_mask])
        for hook in hooks:
            hook.remove()
    return {name: tuple(torch.stack(ranges).mean(dim=0).tolist()) for name, ranges in seen.items()}


def _names(network: Network) -> list[tuple[str, int | None]]:
    """The layers, and the number of the encoder's layer that they are in; of those that are multiplied at once, the
    first."""
    within = ("attention.self.query", "attention.output.dense", "intermediate.dense", "output.dense")
    return [*((f"encoder.bert.encoder.layer.{number}.{name}", number)
              for number in range(len(network.encoder.bert.encoder.layer)) for name in within),
            ("tagger.shared.0", None), ("tagger.upos", None)]


def _range(rows: Tensor) -> Tensor:
    values, beyond = rows.flatten(), max(1, round(rows.numel() * LEFT_OUT / 2))
    return torch.stack([values.kthvalue(beyond).values, values.kthvalue(len(values) + 1 - beyond).values])
