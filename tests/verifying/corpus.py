"""Documents with quotes for tests, written in brackets: ⟦Name|content⟧ is a quote of Name."""

import hashlib
import re

from quotes.data import CONTEXT, Cue, Document, Quote, Span, Speaker
from quotes.verifying import Claim, prepare, verify

BRACKET = re.compile(r"⟦([^|⟧]*)\|([^⟧]*)⟧")
CUE = re.compile(r"\W*((?:did not |never )?said|denied(?: having said)?|reported|warned|rejected)")


def article(marked, *, name="a.txt", kind="person", date="", outlet=""):
    """A document and its quotes. A quote's type is by its quotation marks; its cue is the verb after or before it."""
    text, quotes = "", []
    at = 0
    for found in BRACKET.finditer(marked):
        text += marked[at:found.start()]
        quotes.append((found[1], Span(len(text), len(text) + len(found[2]))))
        text += found[2]
        at = found.end()
    text += marked[at:]
    document = Document(name, text, hashlib.sha256(text.encode()).hexdigest(), date=date, outlet=outlet)
    return document, [quote_at(document, who, span, kind) for who, span in quotes]


def quote_at(document, who, span, kind="person"):
    text = document.text
    content = text[slice(*span)]
    marks = content.count("“")
    sort = "direct" if content.startswith("“") and content.rstrip(".,").endswith("”") and marks == 1 else \
        "mixed" if marks else "indirect"
    after = CUE.match(text, span.end)
    before = [found for found in CUE.finditer(text, 0, span.start) if "." not in text[found.end():span.start]]
    cue = after or (before[-1] if before else None)
    return Quote(document.name, document.sha256, content, sort, "speech", (span,),
                 Cue(cue[1], (Span(*cue.span(1)),)) if cue else None,
                 Speaker(who, who, (Span(0, 1),), kind) if who else None, 0.9,
                 text[max(0, span.start - CONTEXT):span.start], text[span.end:span.end + CONTEXT])


def checked(claim, *articles, by=""):
    """The verdict on a claim."""
    found = [article(one, name=f"{number}.txt") if isinstance(one, str) else one
             for number, one in enumerate(articles)]
    return verify(Claim(claim, by), prepare(found))
