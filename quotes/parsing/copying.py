"""A copy of a text as a parser likes it, and the way back to the text.

News comes with soft hyphens, zero-width blanks, marks of direction and accents that are characters of their own. They
change nothing for a reader, but split words for a tokenizer. The copy has none of them, and remembers where each of
its characters stands in the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import chain

from quotes.data import Attribution, Span, Speaker

_KEPT = frozenset("\t\n\r")
_LINE_ENDS = frozenset("\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_UNSEEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Soft hyphen, zero-width blanks and joiners, marks of direction: no part of any word's spelling in English."""
_GARBLED = "“”‘’–—…•" + "".join(map(chr, range(0xA1, 0x100)))
"""Characters of English and its neighbours that one finds garbled: their UTF-8 taken for Windows-1252 or Latin-1."""


def _garbled(char: str) -> tuple[str, str]:
    """How a character looks whose UTF-8 was taken for Latin-1, and for Windows-1252 (which lacks five bytes)."""
    latin = char.encode().decode("latin-1")
    return latin, "".join(char.encode("latin-1").decode("cp1252", "ignore") or char for char in latin)


_MENDED = {garbled: char for char in _GARBLED for garbled in _garbled(char)} | {"â€": "”"}
"""What stands for what; last a closing mark of which a program has left out the byte that Windows-1252 lacks."""
_CHANGED = re.compile(rf"[{_UNSEEN}]+|[^\s{_UNSEEN}][\u0300-\u036f]+|" + "|".join(map(re.escape, _MENDED)))
_MAY_CHANGE = re.compile(rf"[{_UNSEEN}\u0300-\u036f{''.join(sorted({garbled[0] for garbled in _MENDED}))}]")
"""What every change has a character of: most texts have none, which is seen at once."""


def _plain(char: str) -> str:
    """What stands for a blank, a line end, a control code or half a character: one ordinary character."""
    if char in _LINE_ENDS:
        return "\n"
    return "\ufffd" if unicodedata.category(char) == "Cs" else " "


# No blank, line end or control code comes after U+3000; the halves of characters do.
_ORDINARY = {ord(char): _plain(char) for char in map(chr, chain(range(0x3001), range(0xD800, 0xE000)))
             if unicodedata.category(char) in ("Cc", "Cs", "Zs", "Zl", "Zp") and char not in _KEPT}


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of a text: its own ``text``, and where its changes are.

    ``ends`` has for each change the end of it in the copy and whether something was left out there (rather than made
    shorter), ascending; ``shifts`` how much further on the text is from there than the copy.
    """

    text: str
    ends: tuple[tuple[int, bool], ...] = ()
    shifts: tuple[int, ...] = ()

    def back(self, span: Span) -> Span:
        """Where a span of the copy stands in the text: without what was left out before and after it."""
        if not self.ends:
            return span
        return Span(self._at(span.start, beyond=True), self._at(span.end, beyond=False))

    def _at(self, offset: int, *, beyond: bool) -> int:
        before = bisect_right(self.ends, (offset, beyond))
        return offset + (self.shifts[before - 1] if before else 0)

    def attribution(self, found: Attribution) -> Attribution:
        """An attribution found in the copy, as it stands in the text."""
        if not self.ends:
            return found
        return replace(found, content=self._all(found.content), cue=self._all(found.cue),
                       source=self._all(found.source))

    def speaker(self, found: Speaker | None) -> Speaker | None:
        """A speaker resolved in the copy, its mention as it stands in the text."""
        if not self.ends or found is None:
            return found
        return replace(found, spans=self._all(found.spans))

    def _all(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(map(self.back, spans))


def copy_of(text: str) -> Copy:
    """The text with ordinary blanks and line ends, accents composed (NFC), garbled characters mended (*â€œ* is “), and
    what cannot be seen left out."""
    parts: list[str] = []
    ends: list[tuple[int, bool]] = []
    shifts: list[int] = []
    at = length = shift = 0
    for change in _CHANGED.finditer(text) if _MAY_CHANGE.search(text) else ():
        composed = _MENDED.get(change[0], "")
        if unicodedata.combining(change[0][-1]):
            composed = unicodedata.normalize("NFC", change[0])
        if len(composed) > 1:  # there is no one character for it, so none can tell its parts
            continue
        parts += text[at:change.start()], composed
        length += change.start() - at + len(composed)
        shift += len(change[0]) - len(composed)
        ends.append((length, not composed))
        shifts.append(shift)
        at = change.end()
    return Copy("".join([*parts, text[at:]]).translate(_ORDINARY), tuple(ends), tuple(shifts))
