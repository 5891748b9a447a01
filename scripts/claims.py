#!/usr/bin/env python3
"""Measure 'quotes verify' on claims made from gold annotations, each with the verdict that it deserves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from evaluating.claims import Case, cases
from evaluating.documents import Found, documents
from evaluating.quotes import read_gold
from quotes.verifying import VERDICTS, Checked, prepare, verify

CORPUS = Path(__file__).parents[1] / "corpus"


@click.command(help=__doc__)
@click.argument("gold", type=click.Path(exists=True, path_type=Path), default=CORPUS)
@click.option("--each", default=60, show_default=True, help="The most claims for each verdict and kind of change.")
@click.option("--seed", default=0, show_default=True, help="Of what is chosen by chance.")
@click.option("--found", is_flag=True, help="Verify by what is found in the articles, in place of what the gold has.")
@click.option("--wrong", is_flag=True, help="Print the claims whose verdict is wrong, too.")
def main(gold: Path, each: int, seed: int, found: bool, wrong: bool) -> None:
    """GOLD: a JSON Lines file, or a folder with gold.jsonl or dev.jsonl."""
    corpus = documents(read_gold(gold))
    made = cases(corpus, each=each, seed=seed)
    results = list(zip(made, answered(made, _found(corpus) if found else corpus)))
    if wrong:
        for case, checked in results:
            if not _right(case, checked) or case.kind and not _kind_right(case, checked):
                kinds = ", ".join(change.kind for change in checked.changes)
                click.echo(f"{case.verdict} {case.kind} | {checked.verdict} {kinds} | {case.claim.speaker} | "
                           f"{case.claim.text}")
    click.echo(report(results))


def _found(corpus: Sequence[Found]) -> list[Found]:
    from quotes import Finder

    return list(Finder().find_in(document for document, _ in corpus))


def answered(made: Sequence[Case], corpus: Sequence[Found]) -> list[Checked]:
    """What comes out for each claim."""
    prepared = {document.name: prepare([(document, quotes)]) for document, quotes in corpus}
    return [
        verify(case.claim, [passage for name, passages in prepared.items() if name != case.hidden
                            for passage in passages] + prepare(case.more))
        for case in made
    ]


def report(results: Sequence[tuple[Case, Checked]]) -> str:
    """A table: how many claims of each sort, and how many of them come out right, in percent."""
    lines = [f"{'':24}{'claims':>8}{'verdict':>9}{'kind':>7}"]
    sorts = [(name, "") for name in VERDICTS if name != "altered"]
    sorts += [("altered", kind) for kind in dict.fromkeys(case.kind for case, _ in results if case.kind)]
    for name, kind in sorts:
        some = [result for result in results if (result[0].verdict, result[0].kind) == (name, kind)]
        if some:
            lines.append(f"{name + (', ' + kind if kind else ''):24}" + _row(some))
    lines.append(f"{'all':24}" + _row(results))
    missed = Counter(case.kind for case, checked in results
                     if checked.verdict == "verbatim" and case.kind in ("number", "negation"))
    lines.append(f"altered in a number or a negation, and called verbatim: {sum(missed.values())}")
    return "\n".join(lines)


def _row(results: Sequence[tuple[Case, Checked]]) -> str:
    def percent(part: Sequence[bool]) -> str:
        return f"{100 * sum(part) / len(part):.1f}" if part else ""

    kinds = [_kind_right(case, checked) for case, checked in results if case.kind]
    return f"{len(results):8}{percent([_right(*result) for result in results]):>9}{percent(kinds):>7}"


def _right(case: Case, checked: Checked) -> bool:
    return checked.verdict == case.verdict


def _kind_right(case: Case, checked: Checked) -> bool:
    return case.kind in {change.kind for change in checked.changes}


if __name__ == "__main__":
    main()
