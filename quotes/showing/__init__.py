"""Quotes to people and programs: one module a form.

Each has ``write(found, out, *, explain=False)``: ``found`` are documents with their quotes, as
:meth:`quotes.Finder.find_in` gives them, and each document is written as it comes. ``out`` is a text stream opened with
``newline=""``. With ``explain`` each quote also says why it is one, and how sure its speaker is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from importlib import import_module
from typing import TextIO

from quotes.data import Document, Quote

Found = Iterable[tuple[Document, Sequence[Quote]]]
Write = Callable[[Found, TextIO], None]

FORMS = ("table", "csv", "jsonl", "json", "webannotation")


def writer(form: str, *, explain: bool = False, raw: bool = False) -> Write:
    """The ``write`` of one of the ``FORMS``, imported when asked for (the table needs rich).

    Args:
        form: One of the ``FORMS``.
        explain: Also say why each quote is one.
        raw: Leave cells as they are that a spreadsheet would run as a formula; for ``csv`` only.
    """
    if form not in FORMS:
        raise ValueError(f"no form {form!r}, only {', '.join(FORMS)}")
    if raw and form != "csv":
        raise ValueError(f"raw cells are for csv, not {form}")
    write = partial(import_module(f"quotes.showing.{form}").write, explain=explain)
    return partial(write, raw=True) if raw else write
