"""What each document makes of a statement, laid against the fullest quote of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from quotes.comparing.data import Group, How, Statement, Variant
from quotes.data import Quote, Span
from quotes.verifying.data import Evidence, Piece
from quotes.verifying.judging import Judged, judged, pieces
from quotes.verifying.matching import match, wording_of
from quotes.verifying.passages import OUTSIDE, Passage, same_document
from quotes.verifying.speakers import surely_different

_QUOTED = {"direct": 0, "mixed": 1, "indirect": 2}


def group_of(statements: Sequence[Statement]) -> Group:
    """A group of statements that say the same: the earliest first where dates are known, else in the order given."""
    base = min(statements, key=_rank)
    variants = [_variant(one, base) for one in sorted(statements, key=lambda one: one.document.date or "9999")]
    return Group(tuple(variants), _translated(statements))


def _rank(one: Statement) -> tuple[int, int, int]:
    """Quoted words come first, the most of them; then reported ones; then those of nobody."""
    return -len(_marked(one).words), _QUOTED[one.quote.type] if one.quote else len(_QUOTED), -len(one.passage.words)


def _variant(one: Statement, base: Statement) -> Variant:
    spans = one.quote.spans if one.quote else one.passage.spans(0, len(one.passage.words))
    if one is base:
        return Variant("base", Evidence(one.document, one.quote, spans, 1.0, (Piece("same", _text(one, spans)),)), ())
    quoted = bool(_marked(one).words)
    source = _marked(base) if quoted and _marked(base).words else base.passage
    shown = _marked(one) if quoted else one.passage
    found = match(wording_of(_text(one, shown.spans(0, len(shown.words)))), source)
    against = judged(found) if found and found.bears else None
    diff = pieces(against, 0, len(source.words), as_claimed=True) if against else (Piece("same", _text(one, spans)),)
    return Variant(_how(one, against, quoted=quoted),
                   Evidence(one.document, one.quote, spans, round(found.score, 2) if found else 0.0, tuple(diff)),
                   against.changes if against else ())


def _text(one: Statement, spans: Sequence[Span]) -> str:
    return " … ".join(one.document.text[start:end] for start, end in spans)


def _marked(one: Statement) -> Passage:
    """The words between quotation marks."""
    places = [at for at, stretch in enumerate(one.passage.marked) if stretch != OUTSIDE]

    def kept(row: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(row[at] for at in places)

    passage = one.passage
    return replace(passage, words=kept(passage.words), quote=kept(passage.quote), sentence=kept(passage.sentence),
                   marked=kept(passage.marked))


def _how(one: Statement, against: Judged | None, *, quoted: bool) -> How:
    if one.quote is None:
        return "narration"
    if not quoted:
        return "reported"
    if against is None:
        return "changed"
    return "changed" if against.verdict == "altered" else "cut" if against.cuts else "same"


def _translated(statements: Sequence[Statement]) -> bool:
    """Whether two documents quote one speaker directly, in words that differ by more than a cut."""
    quoted = [(one, f" {' '.join(_marked(one).keys)} ") for one in statements
              if one.quote and one.quote.type == "direct"]
    return any(
        words not in others and others not in words and not same_document(one.passage, other.passage)
        and not _by_two(one.quote, other.quote)
        for at, (one, words) in enumerate(quoted) for other, others in quoted[:at])


def _by_two(one: Quote, other: Quote) -> bool:
    return bool(one.speaker and other.speaker and surely_different(one.speaker, other.speaker))
