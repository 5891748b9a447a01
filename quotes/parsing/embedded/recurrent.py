"""The network of Stanza's tokenizer, over padded batches: two bidirectional recurrent layers (Qi et al. 2018)."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

HEADS = ("tok_clf", "sent_clf", "mwt_clf")


@dataclass(frozen=True)
class Recurrent:
    """The network, ready to run. It reads padded batches faster than packed ones: so each direction has its own layer,
    and the backward one reads the sequences reversed, padding last."""

    embeddings: Tensor
    first: tuple[nn.LSTM, nn.LSTM]
    second: tuple[nn.LSTM, nn.LSTM]
    scores: tuple[nn.Linear, nn.Linear]
    temperature: float
    dtype: torch.dtype

    @classmethod
    def of(cls, model: nn.Module, *, dtype: torch.dtype) -> Recurrent:
        """The network of ``model``, a tokenizer that Stanza loaded, to run in ``dtype``."""
        if not (model.args["hierarchical"] and model.args["use_mwt"]) or model.args["conv_res"] is not None:
            raise ValueError("not a tokenizer of the kind that scripts/train.py makes")
        return cls(model.embeddings.weight.detach(), _directions(model.rnn, dtype), _directions(model.rnn2, dtype),
                   (_joined(model, HEADS), _joined(model, [f"{name}2" for name in HEADS])),
                   model.args["hier_invtemp"], dtype)

    @torch.inference_mode()
    def __call__(self, units: Tensor, features: Tensor, lengths: Tensor) -> Tensor:
        """[3, B, T] scores that a character ends a token, a sentence, a multi-word token, from [B, T] units and
        [B, T, F] features of sequences with ``lengths`` [B]."""
        steps, rows = torch.arange(units.shape[1]), torch.arange(len(units)).unsqueeze(1)
        reverse = rows * len(steps) + (lengths[:, None] - 1 - steps).where(steps < lengths[:, None], steps)
        states = self._both(self.first, torch.cat([self.embeddings[units], features], dim=-1), reverse)
        scores = self.scores[0](states)
        states = states * (1 - torch.sigmoid(-scores[..., :1] * self.temperature))
        return (scores + self.scores[1](self._both(self.second, states, reverse))).permute(2, 0, 1)

    def _both(self, layers: tuple[nn.LSTM, nn.LSTM], inputs: Tensor, reverse: Tensor) -> Tensor:
        inputs = inputs.to(self.dtype)
        ahead, _ = layers[0](inputs)
        back, _ = layers[1](inputs.flatten(0, 1)[reverse])
        return torch.cat([ahead, back.flatten(0, 1)[reverse]], dim=-1).float()


def _directions(both: nn.LSTM, dtype: torch.dtype) -> tuple[nn.LSTM, nn.LSTM]:
    """A layer for each direction of a bidirectional one."""
    layers = []
    for suffix in ("", "_reverse"):
        layer = nn.LSTM(both.input_size, both.hidden_size, batch_first=True)
        layer.load_state_dict({name: getattr(both, f"{name}{suffix}").detach() for name in layer.state_dict()})
        layers.append(layer.to(dtype).eval())
    return layers[0], layers[1]


def _joined(model: nn.Module, names: list[str] | tuple[str, ...]) -> nn.Linear:
    """One layer that gives what several of one output give."""
    parts = [getattr(model, name) for name in names]
    layer = nn.Linear(parts[0].in_features, len(parts), bias=parts[0].bias is not None)
    with torch.no_grad():
        layer.weight.copy_(torch.cat([part.weight for part in parts]))
        if layer.bias is not None:
            layer.bias.copy_(torch.cat([part.bias for part in parts]))
    return layer
