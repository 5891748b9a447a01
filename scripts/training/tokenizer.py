"""Training Stanza's own tokenizer and multi-word expander on the treebanks.

Stanza's ``run_*`` scripts download; its modules, called here with files, don't. Neither can be taken up in the middle
(both take minutes): a model is put in its place when it is done, so a run cut short leaves the old one.
"""

from __future__ import annotations

import json
import os
from hashlib import md5
from pathlib import Path
from tempfile import TemporaryDirectory

from .newslike import newslike
from .surface import Sentence, conllu, plain_text, read_treebank, training_sentences

LANGUAGE = "en"
PACKAGE = "quotes"
LONGEST = 300
"""Characters of a training sequence; longer sentences are left out."""


def train_tokenizer(treebanks: Path, output: Path, *, steps: int = 2500, seed: int = 1) -> Path:
    """Train the tokenizer on EWT and GUM, made more like news; choose the best step on EWT's development part.

    Args:
        treebanks: folder with ``ewt.train.conllu``, ``ewt.dev.conllu`` and ``gum.train.conllu``.
        output: folder laid out as Stanza's resources; the model goes to ``en/tokenize/quotes.pt`` in it.
        steps: of 32 sequences each.
        seed: of the training and of what is added to the treebanks.

    Returns:
        The path of the model.
    """
    from stanza.models import tokenizer
    from stanza.utils.datasets import prepare_tokenizer_data

    with TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder / "train", newslike(training_sentences(treebanks), seed=seed))
        _write(folder / "dev", list(read_treebank(treebanks / "ewt.dev.conllu")))
        for part in ("train", "dev"):
            prepare_tokenizer_data.main([
                str(folder / f"{part}.txt"), str(folder / f"{part}.conllu"),
                "-o", str(folder / f"{part}.labels"), "-m", str(folder / f"{part}.mwt.json")])
        tokenizer.main([
            "--mode", "train", "--lang", LANGUAGE, "--shorthand", f"{LANGUAGE}_{PACKAGE}",
            "--txt_file", str(folder / "train.txt"), "--label_file", str(folder / "train.labels"),
            "--mwt_json_file", str(folder / "train.mwt.json"),
            "--dev_txt_file", str(folder / "dev.txt"), "--dev_label_file", str(folder / "dev.labels"),
            "--dev_conll_gold", str(folder / "dev.conllu"),
            "--steps", str(steps), "--max_seqlen", str(LONGEST), "--batch_size", "32",
            # A short course: less noise than Stanza's 50,000 steps want, and a rate that falls faster.
            "--unit_dropout", "0.15", "--dropout", "0.25", "--anneal_after", str(steps // 2), "--anneal", "0.6",
            "--eval_steps", str(max(1, steps // 20)),
            "--seed", str(seed), "--save_dir", name, "--save_name", "model.pt"])
        return _install(folder / "model.pt", output, processor="tokenize")


def train_expander(treebanks: Path, output: Path, *, epochs: int = 2, seed: int = 1) -> Path:
    """Train the multi-word expander (*don't* is *do* and *n't*) on EWT and GUM with straight and curly apostrophes.

    Args:
        treebanks: as for the tokenizer.
        output: as for the tokenizer; the model goes to ``en/mwt/quotes.pt``.
        epochs: passes over the training part.
        seed: of the training and of what is added to the treebanks.

    Returns:
        The path of the model.
    """
    from stanza.models import mwt_expander

    with TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder / "train", newslike(training_sentences(treebanks), seed=seed))
        dev = str(treebanks / "ewt.dev.conllu")
        mwt_expander.main([
            "--mode", "train", "--lang", LANGUAGE, "--shorthand", f"{LANGUAGE}_{PACKAGE}",
            "--train_file", str(folder / "train.conllu"), "--eval_file", dev, "--gold_file", dev,
            "--num_epoch", str(epochs), "--seed", str(seed), "--save_dir", name, "--save_name", "model.pt"])
        return _install(folder / "model.pt", output, processor="mwt")


def _write(stem: Path, sentences: list[Sentence]) -> None:
    stem.with_suffix(".txt").write_text(plain_text(sentences), encoding="utf-8")
    stem.with_suffix(".conllu").write_text(conllu(sentences), encoding="utf-8")


def _install(model: Path, output: Path, *, processor: str) -> Path:
    place = output / LANGUAGE / processor / f"{PACKAGE}.pt"
    place.parent.mkdir(parents=True, exist_ok=True)
    # Beside its place first, so that the last step is a rename, which is whole or not at all.
    waiting = place.with_suffix(".part")
    waiting.write_bytes(model.read_bytes())
    os.replace(waiting, place)
    write_resources(output)
    return place


def write_resources(output: Path) -> None:
    """Write the ``resources.json`` by which Stanza finds the models in a folder: those of package ``quotes``."""
    models = sorted((output / LANGUAGE).glob(f"*/{PACKAGE}.pt"))
    english: dict[str, object] = {
        model.parent.name: {PACKAGE: {"md5": md5(model.read_bytes()).hexdigest()}} for model in models}
    english["packages"] = {PACKAGE: {model.parent.name: PACKAGE for model in models}}
    english["default_processors"] = {model.parent.name: PACKAGE for model in models}
    english["lang_name"] = "English"
    (output / "resources.json").write_text(json.dumps({LANGUAGE: english}, indent=1, sort_keys=True) + "\n")
