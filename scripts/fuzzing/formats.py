"""An article as a file of each format that can be written with little ado, to be broken."""

from __future__ import annotations

import gzip
import html
import io
import json
import tarfile
import zipfile
from collections.abc import Iterator

from quotes.data import Document
from quotes.reading.formats import documents


def variants(content: bytes) -> Iterator[bytes]:
    """A file as it is; if it is plain text, also as a file of other formats."""
    yield content
    found = list(documents(content, name="file"))
    if len(found) != 1 or not isinstance(found[0], Document) or found[0].text_sha256:
        return
    text = found[0].text
    page = _page(text)
    yield page
    yield text.encode("utf-16")
    yield text.encode("cp1252", "replace")
    yield _mhtml(page)
    yield _docx(text)
    yield _rtf(text)
    yield _pdf(text)
    yield _epub(page)
    yield "".join(
        json.dumps({"id": number, "text": part}) + "\n" for number, part in enumerate(text.split("\n\n"))
    ).encode()
    yield ('id,text,date\n1,"' + text.replace('"', '""') + '",2026-03-02\n').encode()
    yield gzip.compress(page)
    yield zipped({"a.txt": text.encode(), "b.html": page})
    yield tarred({"a.txt": text.encode(), "b.html": page})
    yield (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Type: application/http\r\n"
        b"Content-Length: %d\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n%s\r\n\r\n"
        % (len(page) + 44, page)
    )


def _page(text: str) -> bytes:
    body = "".join(f"<p>{html.escape(part)}</p>\n" for part in text.split("\n") if part.strip())
    return (f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>An article</title>'
            f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "An article"}}</script></head>'
            f"<body><nav><a href='/'>Home</a></nav><article><h1>An article</h1>{body}</article></body></html>").encode()


def _mhtml(page: bytes) -> bytes:
    return (b"From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"xx\"\r\n\r\n--xx\r\n"
            b"Content-Type: text/html; charset=utf-8\r\n\r\n" + page + b"\r\n--xx--\r\n")


def _docx(text: str) -> bytes:
    from docx import Document as Word

    word = Word()
    for part in text.split("\n"):
        word.add_paragraph("".join(char for char in part if char.isprintable()))
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _rtf(text: str) -> bytes:
    body = "".join(char if " " <= char < "\x7f" and char not in "\\{}" else f"\\u{ord(char)}?" for char in text)
    return f"{{\\rtf1\\ansi{{\\fonttbl{{\\f0 Times;}}}} {body}\\par}}".encode("ascii", "replace")


def _pdf(text: str) -> bytes:
    lines = "\n".join(f"({''.join(char for char in line if char not in '()' and char != chr(92))}) Tj T*"
                      for line in text.split("\n"))
    words = f"BT /F1 11 Tf 13 TL 72 540 Td {lines} ET".encode("cp1252", "replace")
    objects = (b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [5 0 R] >>",
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
               b"<< /Length %d >>\nstream\n%s\nendstream" % (len(words), words),
               b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>")
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(
        out
    ) + b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        table,
        len(out),
    )


def _epub(page: bytes) -> bytes:
    return zipped({
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": b'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
                                  b'<rootfile full-path="book.opf"/></rootfiles></container>',
        "book.opf": b'<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml" '
                    b'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
        "a.xhtml": page,
    })


def zipped(files: dict[str, bytes], *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of files by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    """A tar archive of files by name."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()
