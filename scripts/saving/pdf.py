"""PDF (ISO 32000), written by hand: lines of text at their places."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

Line = tuple[float, float, float, str]
"""Place on the page (to the right and up) and size in points, and the words."""

# Two bytes a character, which are its code point: any text of the basic plane can be written without a font of its own.
_CODES = b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange " \
         b"256 beginbfrange\n%s\nendbfrange endcmap end" % b"\n".join(
             b"<%02x00> <%02xff> <%02x00>" % (high, high, high) for high in range(256))


def pdf(pages: Sequence[Sequence[Line]], *, title: str, extra: bytes = b"") -> bytes:
    """A PDF of pages, each a list of lines."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"",
               b"<< /Type /Font /Subtype /Type0 /BaseFont /Times-Roman /Encoding /Identity-H /ToUnicode 6 0 R "
               b"/DescendantFonts [5 0 R] >>",
               b"<< /Title <feff%s> >>" % title.encode("utf-16-be", "replace").hex().encode(),
               b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Times-Roman /DW 500 "
               b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
               b"<< /Length %d >>\nstream\n%s\nendstream" % (len(_CODES), _CODES)]
    kids = []
    for lines in pages:
        words = b"".join(b"BT /F1 %g Tf 1 0 0 1 %g %g Tm <%s> Tj ET\n" % (
            size, x, y, text.encode("utf-16-be", "replace").hex().encode()) for x, y, size, text in lines)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(words), words))
        kids.append(len(objects) + 1)
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Contents %d 0 R "
                       b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    return assembled(objects, extra=extra)


def assembled(objects: Sequence[bytes], *, extra: bytes = b"") -> bytes:
    """A PDF file of objects, numbered from 1: 1 is the catalogue, 4 what is told of the document."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start, count = len(out), len(places) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % count
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R /Info 4 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (count, extra, start)
    return bytes(out)


def set_in_lines(
    paragraphs: Sequence[str], *, outlet: str, width: int = 60, leading: int = 13, space: int = 7, top: int = 540,
    bottom: int = 60,
) -> list[list[Line]]:
    """Paragraphs as pages of lines, words broken by hand nowhere, with page numbers and the outlet at the foot."""
    pages: list[list[Line]] = [[]]
    y = top
    for paragraph in paragraphs:
        for line in wrap(paragraph, width, break_long_words=False):
            if y < bottom:
                pages.append([])
                y = top
            pages[-1].append((72, y, 11, line))
            y -= leading
        y -= space
    return [[*page, (72, 30, 8, outlet), (330, 30, 8, f"Page {number}")] for number, page in enumerate(pages, 1)]
