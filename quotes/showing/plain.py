"""Text that does nothing but be read: no control codes, no reordering, nothing that cannot be encoded."""

from __future__ import annotations

import unicodedata

JOINERS = frozenset("\u200c\u200d")
"""Invisible, but part of how emoji and some scripts are written."""


def encodable(text: str) -> str:
    """The text with lone surrogates spelt out (``\\udcff``): how Python has bytes of a file name that are not UTF-8."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def visible(text: str) -> str:
    """The text on one line, for a terminal.

    Runs of white space become a blank; control codes a U+FFFD, so that one sees that something was there; marks that
    cannot be seen or that reorder what is around them (`Trojan Source <https://trojansource.codes>`_) are left out.
    """
    return "".join(map(_visible, " ".join(encodable(text).split())))


def _visible(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cc":
        return "\ufffd"
    return "" if category == "Cf" and char not in JOINERS else char
