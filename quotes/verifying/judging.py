"""What one passage says about a claim, whoever said it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.data import Quote, Span
from quotes.verifying.changes import Difference, change, differences, reported
from quotes.verifying.cutting import Cut, cut_after, cut_before
from quotes.verifying.data import Change, Evidence, Name, Piece
from quotes.verifying.matching import Match
from quotes.verifying.words import NEGATIONS, words_of

_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|refut(?:e|es|ed|ing)|disput(?:e|es|ed|ing)|disown(?:s|ed|ing)?|disavow(?:s|ed|ing)?|"
    r"rebut(?:s|ted|ting)?|rebuff(?:s|ed|ing)?|(?:refus|declin)(?:e|es|ed|ing) to (?:say|confirm))\b", re.IGNORECASE)
_SAYING = re.compile(r"\b(?:sa(?:y|id|ying)|call(?:ed|ing)|claim(?:ed|ing)|told|telling|made|making|writ(?:ten|ing))\b")
_CLAIMS = re.compile(r"\W*(?:the |any |all |such )?(?:\w+ )?(?:claim|allegation|suggestion|accusation|report|rumou?r|"
                     r"assertion|notion|charge)s?\b", re.IGNORECASE)
_REJECTS = re.compile(r"\b(?:reject|dismiss)(?:s|es|ed|ing)?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Judged:
    """A match with what it amounts to: ``verbatim``, ``truncated``, ``reported``, ``altered`` or ``narration``."""

    match: Match
    verdict: Name
    changes: tuple[Change, ...]
    differences: tuple[Difference, ...]
    cuts: tuple[Cut, ...]

    @property
    def quote(self) -> Quote | None:
        """The quote that the passage is in, the first of a speech; None outside of quotes."""
        passage = self.match.passage
        return passage.quotes[passage.quote[self.match.first]] if passage.quotes else None


def judged(match: Match) -> Judged:
    """What a match amounts to."""
    found = differences(match)
    cuts = tuple(cut for cut in (cut_before(match), cut_after(match)) if cut)
    quoted = match.marked and bool(match.passage.quotes)
    if not quoted:
        found = reported(match, found)
    counted = [one for one in found if one.kinds]
    misleading = [cut for cut in cuts if cut.kind != "part"] if match.passage.quotes else []
    changes = tuple(_changes(match, counted, misleading))
    verdict: Name = "altered" if changes else "verbatim" if quoted else "reported"
    if not match.passage.quotes:
        verdict = "altered" if changes else "narration"
    elif verdict == "verbatim" and _cut_unmarked(match, cuts):
        verdict = "truncated"
    return Judged(match, verdict, changes, tuple(found), cuts)


def denies(quote: Quote) -> bool:
    """Whether a quote says that its content is not so, or was not said: *denied that*, *never said*, *rejected claims
    that*. A denial in the speaker's own quoted words (*“I did not,” he denied*) is a statement like any other."""
    cue = quote.cue.text if quote.cue else ""
    if {word.key for word in words_of(cue)} & NEGATIONS:
        return True
    if _REJECTS.search(cue):
        return _CLAIMS.match(quote.quote) is not None
    return bool(_DENIES.search(cue)) and (quote.type != "direct" or bool(_SAYING.search(cue)))


def evidence(found: Judged) -> Evidence:
    """The passage of a match: the sentences of the quote that it is in, with what differs."""
    match, passage = found.match, found.match.passage
    first, last = match.first, match.last
    while first and _same_sentence(found, first - 1, match.first):
        first -= 1
    while last < len(passage.words) and _same_sentence(found, last, match.last - 1):
        last += 1
    return Evidence(passage.document, found.quote, _with_marks(passage.document.text, passage.spans(first, last)),
                    round(match.score, 2), tuple(pieces(found, first, last)))


def _changes(match: Match, found: Sequence[Difference], cuts: Sequence[Cut]) -> Iterator[Change]:
    for cut in cuts:
        kind = "negation" if cut.kind == "negation" else "omission"
        if cut.outside:
            yield Change(kind, "", cut.outside)
        else:
            yield change(match, kind, (0, 0), (cut.first, cut.last))
    for one in found:
        yield from (change(match, kind, one.claim, one.source) for kind in one.kinds)


def _cut_unmarked(match: Match, cuts: Sequence[Cut]) -> bool:
    """Whether something is cut off at an edge where the claim has no ellipsis."""
    breaks = match.wording.breaks
    return any((0 if cut.first < match.first else len(match.wording.words)) not in breaks for cut in cuts)


def _same_sentence(found: Judged, at: int, kept: int) -> bool:
    passage = found.match.passage
    return passage.sentence[at] == passage.sentence[kept] and passage.quote[at] == passage.quote[kept]


def _with_marks(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans with the full stop that ends each, and with the mark that closes a quotation in it."""
    found = []
    for start, end in spans:
        while end < len(text) and text[end] in ".!?…":
            end += 1
        inside = text[start:end]
        if text[end:end + 1] in ("”", "»") and inside.count("“") + inside.count("«") > inside.count(text[end]) or \
                text[end:end + 1] == '"' and inside.count('"') % 2:
            end += 1
        found.append(Span(start, end))
    return tuple(found)


def pieces(found: Judged, first: int, last: int, *, as_claimed: bool = False) -> Iterator[Piece]:
    """The word diff of a claim and its passage, from the word ``first`` to ``last`` (end exclusive) of the latter.
    Words that are the same are spelt as in the passage, or with ``as_claimed`` as in the claim."""
    match = found.match

    def words(start: int, end: int) -> str:
        spans = match.passage.spans(start, end) if start < end else ()
        return " … ".join(" ".join(match.passage.document.text[s:e].split()) for s, e in spans)

    differing = {one.claim: one for one in found.differences}
    row: list[Piece] = []
    if first < match.first:
        row.append(Piece("cut", words(first, match.first)))
    at = match.first
    for block in match.alignment:
        start, end = block.source
        if start < end and start > at:
            one = differing.get((block.claim[0], block.claim[0]))
            row.append(Piece("gap" if one and one.gap else "source", words(at, start)))
        if block.same:
            row.append(Piece("same", match.wording.at(*block.claim) if as_claimed else words(start, end)))
        elif block.claim not in differing and not any(_within(block.claim, one.claim) for one in found.differences):
            row.append(Piece("same", words(start, end) or match.wording.at(*block.claim)))
        else:
            row += [Piece("source", words(start, end)), Piece("claim", match.wording.at(*block.claim))]
        at = max(at, end)
    if match.last < last:
        row.append(Piece("cut", words(match.last, last)))
    return (piece for piece in row if piece.text)


def _within(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]
