"""An article as a file of each format, to be broken."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

from quotes.data import Document
from quotes.reading.formats import documents
from saving.forms import article_of, saved
from saving.packing import jsonl, tarred, zipped
from saving.web import warc


def variants(content: bytes) -> Iterator[bytes]:
    """A file as it is; if it is plain text, also as a file of other formats, encodings and archives."""
    yield content
    found = list(documents(content, name="file"))
    if len(found) != 1 or not isinstance(found[0], Document) or found[0].text_sha256:
        return
    text = found[0].text
    forms = saved(article_of(text))
    yield from forms.values()
    page = forms["html"]
    yield text.encode("utf-16")
    yield text.encode("cp1252", "replace")
    yield jsonl(*({"id": number, "text": part} for number, part in enumerate(text.split("\n\n"))))
    yield gzip.compress(page, mtime=0)
    yield zipped({"a.txt": text.encode(), "b.html": page})
    yield tarred({"a.txt": text.encode(), "b.html": page})
    yield warc({"https://a.example/": ("200 OK", "text/html", page)})
