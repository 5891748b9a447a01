"""Quotes to show."""

from quotes.data import Cue, Document, Quote, Span, Speaker

DOCUMENT = Document("a.txt", "", "0" * 64)


def quote(words="Yes.", *, document="a.txt", name="Maria Zakharova", mention="she", cue="told", type="direct",
          start=7, confidence=0.97, prefix="before", suffix="after", why="cue “told” with a clause"):
    return Quote(
        document, "0" * 64, words, type, "speech", (Span(start, start + 4), Span(90, 95)),
        Cue(cue, (Span(20, 24),)) if cue else None,
        Speaker(name, mention, (Span(30, 33),), "person", 0.876) if name else None,
        confidence, prefix, suffix, why,
    )


NASTY = (
    "\x1b[31mred\x1b[0m", "[bold]not markup[/bold]", "[/]", ":smile:", "\u202egnirts\u202c", "a\u2028b", "a\r\nb", "\x9b1m",
    "=1+1", "\ud800", "bad\udcff.txt", '"', "'=1", "a,b;c\td", "\ufeffx", "日本語",
)
