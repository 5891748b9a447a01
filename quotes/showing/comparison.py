"""Groups of statements across documents: for people, as CSV, as JSON Lines (a group a line)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TextIO

from quotes.chaining import chain
from quotes.showing.blocks import write_blocks
from quotes.showing.diff import diff
from quotes.showing.listing import write_csv, write_jsonl
from quotes.showing.plain import encodable, visible
from quotes.showing.verdicts import evidence_record, in_words

if TYPE_CHECKING:
    from rich.text import Text

    from quotes.comparing import Group, Variant

FORMS = ("table", "csv", "jsonl")

COLUMNS = ("group", "documents", "how", "document", "outlet", "date", "speaker", "type", "quote", "kinds", "changes",
           "start", "end", "score", "sha256", "translated")

MEANINGS = {"base": "compared with", "same": "the same words", "changed": "other words", "cut": "cut",
            "reported": "reported in the outlet's words", "narration": "the outlet's own words"}
STYLES = {"base": "bold", "same": "green", "changed": "yellow", "cut": "yellow"}


def write(groups: Iterable[Group], form: str, out: TextIO, *, width: int | None = None) -> None:
    """Writes groups of statements.

    Args:
        groups: The groups.
        form: One of the ``FORMS``.
        out: Where to write.
        width: The number of columns to fill, as if ``out`` was a terminal of this width; for a table only.
    """
    if form == "jsonl":
        write_jsonl(map(record, groups), out)
    elif form == "csv":
        write_csv(COLUMNS, (row for number, group in enumerate(groups, start=1) for row in rows(group, number)), out)
    else:
        write_blocks(map(lines, groups), out, width=width)


def record(group: Group) -> dict[str, Any]:
    """A group as plain values; ``translated`` has a key only where it is so."""
    plain: dict[str, Any] = {
        "statement": encodable(group.base.evidence.text),
        "documents": documents(group),
        "variants": [
            {"how": variant.how, **evidence_record(variant.evidence),
             "changes": [{"kind": one.kind, "variant": encodable(one.claim), "base": encodable(one.source)}
                         for one in variant.changes]}
            for variant in group.variants
        ],
    }
    return plain | {"translated": True} if group.translated else plain


def rows(group: Group, number: int) -> Iterator[tuple[str | int | float, ...]]:
    """A group's variants as cells, in the order of ``COLUMNS``."""
    for variant in group.variants:
        one = variant.evidence
        yield (number, documents(group), variant.how, one.document.name, one.document.outlet, one.document.date,
               _speaker(variant), one.quote.type if one.quote else "", one.text,
               ", ".join(dict.fromkeys(change.kind for change in variant.changes)),
               "; ".join(map(in_words, variant.changes)), one.spans[0].start, one.spans[-1].end, one.score,
               one.document.sha256, "translated" if group.translated else "")


def documents(group: Group) -> int:
    """How many documents have the statement."""
    return len({(variant.evidence.document.name, variant.evidence.document.sha256) for variant in group.variants})


def lines(group: Group) -> list[Text]:
    """A group's block: the statement, then a variant each, with what differs marked."""
    from rich.text import Text

    base = group.base.evidence
    found = [Text.assemble((f"{documents(group)} documents: ", "bold green"), visible(base.text))]
    if group.translated:
        found.append(Text("  quoted in different words by different outlets, possibly translated", style="bold yellow"))
    for variant in group.variants:
        one = variant.evidence
        about = [one.document.date, one.document.outlet, _speaker(variant) or "—",
                 one.quote.type if one.quote else "narration", one.document.name,
                 f"{one.spans[0].start}–{one.spans[-1].end}"]
        found.append(Text.assemble("  ", (MEANINGS[variant.how], STYLES.get(variant.how, "cyan")), ": ",
                                   ", ".join(visible(part) for part in about if part)))
        found.append(Text.assemble("    ", diff(one.diff)))
    return found


def _speaker(variant: Variant) -> str:
    quote = variant.evidence.quote
    return " ← ".join(speaker.name for speaker in chain(quote)) if quote else ""
