"""Attribution chains: which quote stands within which.

*Belgium said it would expel them, RTBF reported, according to Sputnik*: Belgium's words are within RTBF's, and those
within Sputnik's. The form of nested attributions is that of PARC 3 and PolNeAR (Pareti, 2016; Newell and others, 2018).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotes.data import Quote, Span, Speaker


def chained(quotes: Sequence[Quote]) -> list[Quote]:
    """The quotes of a document, in the same order, each with the innermost that it stands within.

    A quote is within another if its content and the words that attribute it are all in that one's content.
    """
    outer_first = sorted(range(len(quotes)), key=lambda at: (_start(quotes[at]), -_size(quotes[at])))
    done: dict[int, Quote] = {}
    still_open: list[Quote] = []
    for at in outer_first:
        quote = quotes[at]
        still_open = [other for other in still_open if other.spans[-1].end > quote.spans[0].start]
        around = [other for other in still_open if _holds(other, quote)]
        done[at] = replace(quote, within=min(around, key=_size)) if around else quote
        still_open.append(done[at])
    return [done[at] for at in range(len(quotes))]


def chain(quote: Quote) -> list[Speaker]:
    """The speaker of a quote and those of the quotes it is within, the innermost first; nobody twice in a row."""
    found: list[Speaker] = []
    at: Quote | None = quote
    while at is not None:
        if at.speaker and not (found and found[-1].name == at.speaker.name):
            found.append(at.speaker)
        at = at.within
    return found


def _holds(outer: Quote, inner: Quote) -> bool:
    attributing = inner.cue.spans if inner.cue else inner.speaker.spans if inner.speaker else ()
    return bool(attributing) and all(_inside(span, outer.spans) for span in (*inner.spans, *attributing))


def _inside(span: Span, spans: Sequence[Span]) -> bool:
    return any(start <= span.start and span.end <= end for start, end in spans)


def _start(quote: Quote) -> int:
    return quote.spans[0].start


def _size(quote: Quote) -> int:
    return sum(end - start for start, end in quote.spans)
