"""What the modules that read a format give to the door: text and what is known of it, or why there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of one document, and what its format tells of it; empty where that is not known."""

    text: str
    title: str = ""
    date: str = ""
    """When it was published, ISO 8601."""
    outlet: str = ""
    author: str = ""
    pages: tuple[int, ...] = ()
    """Where in the text each page begins, in code points."""


class Unreadable(ValueError):
    """There is no text: what is wrong (to be read after the document's name) and ``hint``, what to do about it."""

    def __init__(self, what: str, *, hint: str = "") -> None:
        super().__init__(what)
        self.hint = hint


class Blank(Unreadable):
    """The format is as it should be, but there is no text in it."""


@contextmanager
def damaged(what: str) -> Iterator[None]:
    """Turns any error of a library, while it reads a hostile or damaged file, into ``Unreadable``.

    Such a file makes a library raise whatever comes: KeyError, RecursionError, struct.error …; only a library that
    isn't there is told as it is.

    Args:
        what: What is damaged, with its article: *a PDF*.
    """
    try:
        yield
    except (Unreadable, ModuleNotFoundError):
        raise
    except Exception as error:
        # Without the numbers that Python gives objects, which differ from run to run.
        reason = re.sub(r"0x[0-9a-f]+|\d{10,}", "…", " ".join(f"{type(error).__name__} {error}".split()))[:100]
        raise Unreadable(f"is {what} that is damaged or incomplete ({reason})",
                         hint="open it and save it anew, or save its text as .txt") from error
