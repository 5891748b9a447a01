"""Which models there are on this machine: the embedded one, and packages of Stanza models."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from quotes.errors import ModelError

EMBEDDED = Path(__file__).parent / "models"
LANGUAGE = "en"
NEEDED = ("tokenize", "pos", "lemma", "depparse")
"""The processors without which a package is of no use here."""


@dataclass(frozen=True, slots=True)
class Model:
    """A model that ``quotes find --package NAME`` can use."""

    name: str
    version: str
    """Empty where it has none of its own."""
    processors: tuple[str, ...]
    size: int
    """In bytes."""
    folder: str


def embedded(folder: Path = EMBEDDED) -> Model:
    """The model that quotes brings with it, as its manifest describes it. Sums are checked when it is loaded, not here.

    Raises:
        ModelError: There is no manifest, or it cannot be read.
    """
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        size = sum(file["bytes"] for file in manifest["files"].values())
        return Model("embedded", manifest["version"], (), size, str(folder))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"no embedded model in {folder}", hint="install quotes again") from error


def known_packages(folder: Path) -> list[str]:
    """The names of the English packages that Stanza's ``resources.json`` in a folder tells of, there or not.

    Raises:
        ModelError: The file is there but cannot be read.
    """
    return list(_packages(folder))


def missing_models(folder: Path, name: str) -> tuple[str, ...]:
    """The ``NEEDED`` processors of a known package for which there is no model in a folder; for others, all of them.

    Raises:
        ModelError: ``resources.json`` is there but cannot be read.
    """
    there = _files(folder, _packages(folder).get(name, {}))
    return tuple(processor for processor in NEEDED if processor not in there)


def stanza_packages(folder: Path) -> list[Model]:
    """The Stanza packages in a folder laid out as Stanza does (``resources.json``, ``en/PROCESSOR/MODEL.pt``).

    Those whose ``NEEDED`` models are all there, with the other models that are there too, by name.

    Raises:
        ModelError: ``resources.json`` is there but cannot be read.
    """
    found = []
    for name, models in sorted(_packages(folder).items()):
        there = _files(folder, models)
        if there.keys() >= set(NEEDED):
            size = sum(file.stat().st_size for file in there.values())
            found.append(Model(name, "", tuple(there), size, str(folder)))
    return found


def folder_of(model_dir: str | PathLike | None) -> Path:
    """The folder of Stanza packages: the one given, else Stanza's own."""
    if model_dir:
        return Path(model_dir)
    # Imported for this alone, though it takes seconds: where it is depends on Stanza's version and the environment.
    from stanza.resources.common import DEFAULT_MODEL_DIR

    return Path(DEFAULT_MODEL_DIR)


def sum_of(package: str, *, model_dir: str | PathLike | None = None) -> str:
    """The ``fingerprint`` of the model that a package stands for, Stanza's being in ``model_dir``."""
    return fingerprint(package, folder=EMBEDDED if package == "embedded" else folder_of(model_dir))


def fingerprint(name: str, *, folder: Path) -> str:
    """The sha256 of a model: of the embedded one's manifest, which has the sums of its files; of a Stanza package, of
    the names and sums of its models that are there.

    Raises:
        ModelError: There is no manifest, or ``resources.json`` cannot be read.
    """
    if name == "embedded":
        embedded(folder)
        return hashlib.sha256((folder / "manifest.json").read_bytes()).hexdigest()
    sums = hashlib.sha256()
    for processor, file in sorted(_files(folder, _packages(folder).get(name, {})).items()):
        with open(file, "rb") as model:
            sums.update(f"{processor} {hashlib.file_digest(model, 'sha256').hexdigest()}\n".encode())
    return sums.hexdigest()


def _files(folder: Path, models: dict[str, object]) -> dict[str, Path]:
    """The models of a package that are there, by processor."""
    files = {
        processor: folder / LANGUAGE / processor / f"{model}.pt"
        for processor, model in models.items() if isinstance(model, str)
    }
    return {processor: file for processor, file in files.items() if file.is_file()}


def _packages(folder: Path) -> dict[str, dict[str, object]]:
    path = folder / "resources.json"
    try:
        return json.loads(path.read_text(encoding="utf-8"))[LANGUAGE]["packages"]
    except (FileNotFoundError, NotADirectoryError, KeyError):
        return {}
    except (OSError, ValueError, TypeError) as error:
        raise ModelError(f"{path} cannot be read: {error}", hint="remove it and download the package again") from error
