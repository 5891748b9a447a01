"""Quotes to people and programs: one module a form.

Each has ``write(found, out)``: ``found`` are documents with their quotes, as :meth:`quotes.Finder.find_in` gives them,
and each document is written as it comes. ``out`` is a text stream opened with ``newline=""``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import TextIO

from quotes.data import Document, Quote

Found = Iterable[tuple[Document, Sequence[Quote]]]
Write = Callable[[Found, TextIO], None]

FORMS = ("table", "csv", "jsonl", "json")


def writer(form: str) -> Write:
    """The ``write`` of one of the ``FORMS``, imported when asked for (the table needs rich)."""
    if form not in FORMS:
        raise ValueError(f"no form {form!r}, only {', '.join(FORMS)}")
    return import_module(f"quotes.showing.{form}").write
