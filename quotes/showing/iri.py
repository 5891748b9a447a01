"""Documents as IRIs (RFC 3987), which JSON-LD names things by."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

from quotes.data import Document
from quotes.reading import STDIN


def iri_of(document: Document) -> str:
    """A URL as it is; a path as a ``file:`` IRI, or relative if it is; standard input by its sum."""
    name = document.name
    if name == STDIN:
        return f"urn:sha256:{document.sha256}"
    if re.match(r"[A-Za-z][\w+.-]+://", name):
        return name
    path = Path(name)
    return path.as_uri() if path.is_absolute() else quote(name.encode("utf-8", "surrogateescape"))
