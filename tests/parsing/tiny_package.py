"""A small but real package of Stanza models, trained by Stanza's own code and laid out as Stanza lays out its own.

It knows little more than the sentences of ``tiny.conllu``. That is enough to see whether quotes are found on the trees
of any Stanza package.
"""

from __future__ import annotations

import json
from hashlib import md5
from pathlib import Path

CONLLU = Path(__file__).with_name("tiny.conllu")
PACKAGE = "tiny"
PROCESSORS = ("tokenize", "mwt", "pos", "lemma", "depparse")


def build_package(folder: Path) -> Path:
    """Train the package ``tiny`` into a folder of Stanza's layout, some fifteen seconds on one core; returns the folder.

    Besides it, package ``treeless`` has the same models, but no parser.
    """
    for processor in PROCESSORS:
        (folder / "en" / processor).mkdir(parents=True)
    train_tokenizer(folder)
    train_expander(folder)
    train_tagger(folder)
    train_lemmatizer(folder)
    train_parser(folder)
    write_resources(folder, {
        PACKAGE: {processor: PACKAGE for processor in PROCESSORS},
        "treeless": {processor: PACKAGE for processor in PROCESSORS if processor != "depparse"},
    })
    return folder


def train_tokenizer(folder: Path) -> None:
    from stanza.models import tokenizer
    from stanza.utils.datasets import prepare_tokenizer_data

    text, labels, expansions = (folder / name for name in ("tiny.txt", "tiny.labels", "tiny.json"))
    text.write_text(plain_text(CONLLU.read_text(encoding="utf-8")), encoding="utf-8")
    prepare_tokenizer_data.main([str(text), str(CONLLU), "-o", str(labels), "-m", str(expansions)])
    tokenizer.main([
        *_common(folder, "tokenize"), "--lang", "en", "--mwt_json_file", str(expansions),
        "--txt_file", str(text), "--label_file", str(labels),
        "--dev_txt_file", str(text), "--dev_label_file", str(labels), "--dev_conll_gold", str(CONLLU),
        "--max_seqlen", "100", "--batch_size", "8", "--hidden_dim", "32", "--dropout", "0.1", "--unit_dropout", "0.1",
        "--lr0", "0.01", "--steps", "120", "--eval_steps", "60"])


def train_expander(folder: Path) -> None:
    from stanza.models import mwt_expander

    mwt_expander.main([*_common(folder, "mwt"), *_files(), "--lang", "en", "--gold_file", str(CONLLU), "--dict_only"])


def train_tagger(folder: Path) -> None:
    from stanza.models import tagger

    tagger.main([
        *_common(folder, "pos"), *_files(), *_small(), "--tag_emb_dim", "20",
        "--composite_deep_biaff_hidden_dim", "30", "--batch_size", "20", "--lr", "0.01",
        "--max_steps", "80", "--eval_interval", "80", "--fix_eval_interval", "--no_second_optim"])


def train_lemmatizer(folder: Path) -> None:
    from stanza.models import lemmatizer

    lemmatizer.main([*_common(folder, "lemma"), *_files(), "--dict_only"])


def train_parser(folder: Path) -> None:
    from stanza.models import parser

    parser.main([
        *_common(folder, "depparse"), *_files(), *_small(), "--deep_biaff_output_dim", "40", "--no_checkpoint",
        "--batch_size", "500", "--optim", "adam", "--lr", "0.005", "--no_second_optim",
        "--max_steps", "80", "--eval_interval", "80"])


def plain_text(conllu: str) -> str:
    """The text of a treebank: a blank between sentences, a blank line between paragraphs."""
    text = ""
    for line in conllu.splitlines():
        if line.startswith("# newpar") and text:
            text = text.rstrip() + "\n\n"
        elif line.startswith("# text = "):
            text += line.removeprefix("# text = ") + " "
    return text.rstrip() + "\n"


def write_resources(folder: Path, packages: dict[str, dict[str, str]]) -> None:
    """Write the ``resources.json`` in which Stanza looks up packages and their models."""
    models = sorted((folder / "en").glob("*/*.pt"))
    english: dict[str, object] = {}
    for model in models:
        english.setdefault(model.parent.name, {})[model.stem] = {"md5": md5(model.read_bytes()).hexdigest()}
    english |= {"lang_name": "English", "packages": packages, "default_processors": packages[PACKAGE],
                "default_dependencies": {}}
    (folder / "resources.json").write_text(json.dumps({"en": english}), encoding="utf-8")


def _common(folder: Path, processor: str) -> list[str]:
    return ["--mode", "train", "--shorthand", f"en_{PACKAGE}", "--seed", "1", "--cpu",
            "--save_dir", str(folder / "en" / processor), "--save_name", f"{PACKAGE}.pt"]


def _files() -> list[str]:
    return ["--train_file", str(CONLLU), "--eval_file", str(CONLLU)]


def _small() -> list[str]:
    """Options of tagger and parser: small layers, and nothing that would have to be downloaded."""
    return ["--lang", "en", "--no_pretrain", "--num_layers", "1", "--hidden_dim", "48", "--char_hidden_dim", "32",
            "--char_emb_dim", "16", "--word_emb_dim", "32", "--word_cutoff", "0", "--transformed_dim", "32",
            "--deep_biaff_hidden_dim", "48", "--dropout", "0.2", "--word_dropout", "0.2"]
