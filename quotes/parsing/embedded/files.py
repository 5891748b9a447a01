"""The embedded model's files: weights as safetensors, a JSON configuration, and a manifest of hashes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from typing import TYPE_CHECKING

import torch
from safetensors.torch import load_file, save_file

from quotes.errors import ModelError
from quotes.parsing.embedded.labels import Labels, Sizes
from quotes.parsing.embedded.linears import Activation, Range

if TYPE_CHECKING:
    from transformers import BertConfig

    from quotes.parsing.embedded.network import Network

MANIFEST = "manifest.json"
EMBEDDINGS, WEIGHTS, CONFIG, INPUTS, LEMMAS, PIECES = (
    "embeddings.safetensors", "network.safetensors", "config.json", "inputs.json", "lemmas.json", "pieces.json")
_WORDS = "encoder.bert.embeddings.word_embeddings.weight"


def rounded_to_bytes(table: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """A table as 8-bit integers and a scale for each row: a quarter of the size, and no measurable loss."""
    scale = table.abs().amax(dim=1, keepdim=True).clamp_min(1e-8) / 127
    return (table / scale).round().to(torch.int8), scale.half()


def save_network(network: Network, folder: Path, *, labels: Labels, sizes: Sizes, bert: BertConfig) -> None:
    """Write weights and configuration. The word embeddings are not trained and have a file of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    state = {name: tensor.detach().cpu() for name, tensor in network.state_dict().items()}
    table, scale = rounded_to_bytes(state.pop(_WORDS))
    save_file({"table": table, "scale": scale}, folder / EMBEDDINGS)
    save_file({name: t.half().contiguous() if t.is_floating_point() else t for name, t in state.items()},
              folder / WEIGHTS)
    configuration = {"bert": bert.to_diff_dict(), "labels": asdict(labels), "sizes": asdict(sizes)}
    (folder / CONFIG).write_text(json.dumps(configuration, indent=1, sort_keys=True) + "\n", encoding="utf-8")


@dataclass(frozen=True)
class Weights:
    """A network's weights in 32-bit floats by name, without its word embeddings, which stay 8-bit integers with a
    scale for each row."""

    state: dict[str, torch.Tensor]
    words: torch.Tensor
    word_scale: torch.Tensor
    labels: Labels
    sizes: Sizes
    bert: dict
    inputs: dict[str, Range]
    """Where the inputs of the layers that are multiplied in 8 bit lie, by their names; empty until
    they are found."""

    @property
    def activation(self) -> Activation:
        """What its neurons do."""
        return self.bert["hidden_act"]


def load_weights(folder: Path) -> Weights:
    """The weights in ``folder``."""
    configuration = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
    words = load_file(folder / EMBEDDINGS)
    return Weights({name: t.float() if t.is_floating_point() else t for name, t in load_file(folder / WEIGHTS).items()},
                   words["table"], words["scale"].float(),
                   Labels(**{task: tuple(values) for task, values in configuration["labels"].items()}),
                   Sizes(**configuration["sizes"]), configuration["bert"],
                   json.loads((folder / INPUTS).read_text(encoding="utf-8")) if (folder / INPUTS).exists() else {})


def load_network(folder: Path) -> tuple[Network, Weights]:
    """The network as it is trained, in 32-bit floats, and what it was made of.

    Raises ModelError where the weights are not those of the network that their configuration describes.
    """
    from transformers import BertConfig

    from quotes.parsing.embedded.network import Network

    weights = load_weights(folder)
    with torch.device("meta"):
        network = Network(BertConfig(**weights.bert, attn_implementation="eager"), weights.labels, weights.sizes)
    network.to_empty(device="cpu")
    missing, unexpected = network.load_state_dict(
        weights.state | {_WORDS: weights.words.float() * weights.word_scale}, strict=False)
    if missing or unexpected:
        raise ModelError(f"the weights in {folder} do not fit their configuration",
                         hint="install quotes again, or train the model anew with scripts/train.py")
    for name, buffer in network.named_buffers():
        _fill_buffer(name, buffer)
    return network.eval(), weights


def _fill_buffer(name: str, buffer: torch.Tensor) -> None:
    """BERT's buffers are not saved: positions count up, token types are zero."""
    buffer.zero_()
    if name.endswith("position_ids"):
        buffer.copy_(torch.arange(buffer.shape[-1]).expand_as(buffer))


def write_manifest(folder: Path, *, name: str, version: str) -> None:
    """Write the sizes and sha256 sums of all files below ``folder``."""
    files = {name: {"sha256": _sha256(folder / name), "bytes": (folder / name).stat().st_size}
             for name in _loadable(folder)}
    manifest = {"name": name, "version": version, "files": files}
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def check_manifest(folder: Path) -> dict:
    """The manifest, after every file it names was found to be what it says. Nothing is loaded from them.

    Raises ModelError where the manifest or a file is missing, a sum differs, or there is a file it doesn't name.
    """
    hint = "install quotes again, or train the model anew with scripts/train.py"
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        for name, facts in manifest["files"].items():
            if _sha256(folder / name) != facts["sha256"]:
                raise ModelError(f"{folder / name} is not the file that the model's manifest names", hint=hint)
        for name in _loadable(folder):
            if name not in manifest["files"]:
                raise ModelError(f"{folder / name} is a file that the model's manifest does not name", hint=hint)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise ModelError(f"the model in {folder} is incomplete: {problem}", hint=hint) from problem
    return manifest


def _loadable(folder: Path) -> list[str]:
    """The files below a folder that a model may be loaded from, but for the manifest."""
    return [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*"))
            if path.is_file() and path.name != MANIFEST and path.suffix in (".pt", ".json", ".safetensors")]


def _sha256(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
