"""Claims with their verdicts: for people, as CSV, as JSON Lines. A claim has one row or line, in the order given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TextIO

from quotes.chaining import chain
from quotes.showing.blocks import write_blocks
from quotes.showing.diff import diff
from quotes.showing.listing import write_csv, write_jsonl
from quotes.showing.plain import encodable, visible

if TYPE_CHECKING:
    from rich.text import Text

    from quotes.verifying import Change, Checked, Evidence, Searched

FORMS = ("table", "csv", "jsonl", "claimreview")

COLUMNS = ("claim", "speaker", "verdict", "kinds", "changes", "document", "outlet", "date", "said_by", "type", "quote",
           "start", "end", "score", "sha256", "changed", "note")

STYLES = {"verbatim": "bold green", "reported": "bold cyan", "narration": "bold cyan", "not-found": "bold red"}
OTHER_STYLE = "bold yellow"

MEANINGS = {
    "verbatim": "said in these words",
    "altered": "said in other words",
    "truncated": "said in these words, but what belongs to them is cut off",
    "reported": "reported only, in the outlet's words: none of it is quoted",
    "other-speaker": "said by somebody else",
    "disputed": "said, but who said it is disputed",
    "narration": "the outlet's own words, in nobody's mouth",
    "not-found": "not found",
}
BECAME = {"changed": "the document has changed since it was archived; this is the archived text",
          "gone": "the document is no longer where it was archived from; this is the archived text"}


def write(checked: Iterable[Checked], form: str, out: TextIO, *, width: int | None = None) -> None:
    """Writes claims with their verdicts.

    Args:
        checked: The claims.
        form: One of the ``FORMS``.
        out: Where to write.
        width: The number of columns to fill, as if ``out`` was a terminal of this width; for a table only.
    """
    if form == "jsonl":
        write_jsonl(map(record, checked), out)
    elif form == "csv":
        write_csv(COLUMNS, map(row, checked), out)
    elif form == "claimreview":
        from quotes.showing import claimreview

        claimreview.write(checked, out)
    else:
        write_blocks(map(lines, checked), out, width=width)


def record(checked: Checked) -> dict[str, Any]:
    """A claim and its verdict as plain values. ``note``, ``translated`` and ``searched`` have a key where there is
    something to say; so have ``outlet``, ``date``, ``within`` and ``changed`` of the evidence."""
    plain: dict[str, Any] = {
        "claim": encodable(checked.claim.text),
        "speaker": encodable(checked.claim.speaker) or None,
        "verdict": checked.verdict,
        "changes": [{"kind": one.kind, "claim": encodable(one.claim), "source": encodable(one.source)}
                    for one in checked.changes],
        "evidence": [evidence_record(one) for one in checked.evidence],
    }
    if checked.note:
        plain["note"] = checked.note
    if checked.translated:
        plain["translated"] = True
    if checked.verdict == "not-found":
        plain["searched"] = {"documents": checked.searched.documents, "first": checked.searched.first or None,
                             "last": checked.searched.last or None}
    return plain


def row(checked: Checked) -> tuple[str | int | float, ...]:
    """A claim's cells, in the order of ``COLUMNS``, with its best evidence."""
    kinds = dict.fromkeys(one.kind for one in checked.changes)
    head = (checked.claim.text, checked.claim.speaker, checked.verdict, ", ".join(kinds),
            "; ".join(map(in_words, checked.changes)))
    if not checked.evidence:
        return (*head, *[""] * (len(COLUMNS) - len(head) - 1), _note(checked))
    best = checked.evidence[0]
    return (*head, best.document.name, best.document.outlet, best.document.date, _speaker(best),
            best.quote.type if best.quote else "", best.text, best.spans[0].start, best.spans[-1].end, best.score,
            best.document.sha256, best.changed, _note(checked))


def evidence_record(one: Evidence) -> dict[str, Any]:
    """A passage as plain values."""
    quote = one.quote
    plain: dict[str, Any] = {
        "document": encodable(one.document.name),
        "sha256": one.document.sha256,
        "spans": [list(span) for span in one.spans],
        "quote": encodable(one.text),
        "speaker": encodable(quote.speaker.name) if quote and quote.speaker else None,
        "type": quote.type if quote else None,
        "prefix": encodable(one.prefix),
        "suffix": encodable(one.suffix),
        "score": one.score,
    }
    for key, value in (("outlet", one.document.outlet), ("date", one.document.date), ("changed", one.changed)):
        if value:
            plain[key] = encodable(value)
    if quote and quote.within:
        plain["within"] = [encodable(speaker.name) for speaker in chain(quote)[1:]]
    return plain


def lines(checked: Checked) -> list[Text]:
    """A claim's block."""
    from rich.text import Text

    by = f" ({visible(checked.claim.speaker)})" if checked.claim.speaker else ""
    found = [Text.assemble((checked.verdict, STYLES.get(checked.verdict, OTHER_STYLE)), ": ",
                           f"“{visible(checked.claim.text)}”{by}"),
             Text(f"  {_note(checked)}")]
    found += [Text(f"  {visible(in_words(one))}") for one in checked.changes]
    if checked.evidence and checked.verdict == "not-found":
        found.append(Text("  nearest:"))
    for one in checked.evidence:
        found += [Text.assemble("  ", (_where(one), "cyan")), Text.assemble("    ", diff(one.diff)),
                  Text(f"    {_place(one)}", style="dim")]
        if one.changed:
            found.append(Text(f"    {BECAME[one.changed]}", style="bold red"))
    return found


def searched_in_words(searched: Searched) -> str:
    """Where was looked, in a few words."""
    documents = "1 document" if searched.documents == 1 else f"{searched.documents} documents"
    if not searched.first:
        return documents
    return f"{documents} of {searched.first}" + (f" to {searched.last}" if searched.last != searched.first else "")


def _note(checked: Checked) -> str:
    said = [MEANINGS[checked.verdict]]
    if checked.verdict == "not-found":
        said[0] += f" in {searched_in_words(checked.searched)}"
    if checked.note:
        said.append(checked.note)
    if checked.translated:
        said.append("quoted in different words by different outlets, possibly translated")
    return "; ".join(said)


def in_words(change: Change) -> str:
    """A change on one line."""
    if change.claim and change.source:
        return f"{change.kind}: “{change.claim}” for “{change.source}”"
    return f"{change.kind}: “{change.claim}” added" if change.claim else f"{change.kind}: “{change.source}” left out"


def _where(one: Evidence) -> str:
    document = one.document
    about = [_speaker(one) or ("—" if one.quote else "nobody"), one.quote.type if one.quote else "narration",
             document.outlet, document.date, document.name]
    return ", ".join(visible(part) for part in about if part)


def _place(one: Evidence) -> str:
    spans: Sequence[tuple[int, int]] = one.spans
    places = ", ".join(f"{start}–{end}" for start, end in spans)
    context = f"…{visible(one.prefix)}[…]{visible(one.suffix)}…"
    return f"{places}  score {one.score:.2f}  sha256 {one.document.sha256[:12]}  {context}"


def _speaker(one: Evidence) -> str:
    """Who said it, and who says so: *Belgium ← RTBF ← Sputnik News Agency*."""
    return " ← ".join(speaker.name for speaker in chain(one.quote)) if one.quote else ""
