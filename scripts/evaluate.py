#!/usr/bin/env python3
"""Measure: quotes and speakers, their confidence, their errors, the parser, the tokenizer."""

from __future__ import annotations

import json
from pathlib import Path

import click

CORPUS = Path(__file__).parents[1] / "corpus"


@click.group(help=__doc__)
def main() -> None:
    pass


@main.command()
@click.argument("gold", type=click.Path(exists=True, path_type=Path), default=CORPUS)
@click.option("--detector", type=click.Choice(["all", "patterns", "head"]), default="all", show_default=True,
              help="The whole detector, its patterns without the learned head, or the head alone.")
@click.option("--package", default="embedded", show_default=True, help="Or the name of a Stanza package.")
@click.option("--predictions", type=click.Path(path_type=Path), help="Write what was found to this file too.")
def quotes(gold: Path, detector: str, package: str, predictions: Path | None) -> None:
    """Score quotes and speakers on GOLD: a JSON Lines file, or a folder with gold.jsonl or dev.jsonl."""
    from evaluating.quotes import predict, read_gold, report

    articles = read_gold(gold)
    found = predict(articles, detector=detector, package=package)
    if predictions:
        predictions.write_text("".join(json.dumps({"id": id_, "quotes": rows}) + "\n" for id_, rows in found.items()))
    click.echo(report(articles, found))


@main.command()
@click.argument("gold", type=click.Path(exists=True, path_type=Path), default=CORPUS)
@click.option("--speakers", type=click.Path(exists=True, path_type=Path),
              help="Who the sources in GOLD are, if it doesn't say so itself (JSON Lines: id, speakers).")
@click.option("--cross-validated", is_flag=True,
              help="Weigh and calibrate each article by what the others teach: for the articles of train.py weights.")
def calibration(gold: Path, speakers: Path | None, cross_validated: bool) -> None:
    """Compare the confidence of quotes and speakers on GOLD with the share that is right, and try other cut-offs."""
    from evaluating.calibration import CUT_OFFS, curve, judged, judged_speakers, report, with_speakers
    from evaluating.quotes import parsed, predict, read_gold, weighed_candidates
    from training.weighing import calibrated_records, held_out, records_of

    articles = read_gold(gold)
    parses = list(parsed(articles))
    weighed = held_out(articles, parses) if cross_validated else list(map(weighed_candidates, parses))
    shipped = predict(articles, parses=parses)
    found = calibrated_records(articles, weighed) if cross_validated else shipped
    click.echo(report("quotes", judged(articles, found)))
    named = with_speakers(articles, read_gold(speakers)) if speakers else articles
    click.echo("\n" + report("speakers", judged_speakers(named, shipped)))
    click.echo("\n" + curve(articles, {least: records_of(articles, weighed, least=least) for least in CUT_OFFS}))


@main.command()
@click.argument("gold", type=click.Path(exists=True, path_type=Path), default=CORPUS)
@click.option("--output", type=click.Path(path_type=Path), help="Write the page there, not to standard output.")
@click.option("--name", help="What to call GOLD on the page; the name of its folder by default.")
def errors(gold: Path, output: Path | None, name: str | None) -> None:
    """Tell by type, construct and cause what goes wrong on GOLD: a page in Markdown, without words of GOLD's."""
    from evaluating.errors import outcomes
    from evaluating.page import page
    from evaluating.quotes import parsed, read_gold

    articles, own = read_gold(gold), read_gold(CORPUS)
    found, examples = ([outcome for article, parse in zip(some, parsed(some)) for outcome in outcomes(article, parse)]
                       for some in (articles, own))
    told = page(name or (gold if gold.is_dir() else gold.parent).resolve().name, found, examples,
                articles=len(articles))
    if output:
        output.write_text(told, encoding="utf-8")
    else:
        click.echo(told)


@main.command()
@click.argument("treebanks", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--model", type=click.Path(exists=True, file_okay=False, path_type=Path),
              help="Folder of the network; the embedded one by default.")
def parser(treebanks: Path, model: Path | None) -> None:
    """Score trees, tags, lemmas and entities on EWT and GUM in TREEBANKS, on the treebanks' own tokens."""
    from evaluating.parser import parser_report
    from quotes.parsing import MODELS
    from quotes.parsing.embedded.model import EmbeddedModel

    click.echo(parser_report(EmbeddedModel.load(model or MODELS / "en" / "joint"), treebanks))


@main.command()
@click.argument("treebanks", type=click.Path(exists=True, file_okay=False, path_type=Path))
def tokenizer(treebanks: Path) -> None:
    """Score tokens, sentences and words on the raw text of EWT and GUM in TREEBANKS."""
    from evaluating.tokens import evaluate_tokenizer
    from quotes.parsing import MODELS
    from quotes.parsing.sentences import mend

    click.echo(f"{'':10}{'tokens':>10}{'sentences':>10}{'words':>10}")
    for part in ("ewt.dev", "ewt.test", "gum.test"):
        figures = evaluate_tokenizer(MODELS, treebanks / f"{part}.conllu", mend=mend)
        click.echo(f"{part:10}{figures.tokens:10.2f}{figures.sentences:10.2f}{figures.words:10.2f}")


if __name__ == "__main__":
    main()
