"""Text that does nothing but be read: no control codes, no reordering, nothing that cannot be encoded."""

from __future__ import annotations

import unicodedata

JOINERS = frozenset("\u200c\u200d")
"""Invisible, but part of how emoji and some scripts are written."""
REORDERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that change the direction of text (Unicode Standard Annex 9)."""


def encodable(text: str) -> str:
    """The text with lone surrogates spelt out (``\\udcff``): how Python has bytes of a file name that are not UTF-8."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def visible(text: str) -> str:
    """The text on one line, for a terminal.

    Runs of white space become a blank; control codes a U+FFFD, so that one sees that something was there; marks that
    cannot be seen or that reorder what is around them (`Trojan Source <https://trojansource.codes>`_) are left out.
    """
    return "".join(map(_visible, " ".join(encodable(text).split())))


def shown(text: str) -> str:
    """The text for a terminal with its lines and blanks as they are, every other control character and every mark
    that reorders what is around it a U+FFFD: as long as before, so that offsets hold."""
    return "".join(char if char in "\n\t" or not _acts(char) else "\ufffd" for char in encodable(text))


def _acts(char: str) -> bool:
    return unicodedata.category(char) == "Cc" or char in REORDERING


def _visible(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cc":
        return "\ufffd"
    return "" if category == "Cf" and char not in JOINERS else char
