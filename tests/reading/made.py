"""Files of all formats, made of plain paragraphs."""

import html
import io
import json
import zipfile
from email.message import EmailMessage

from fuzzing.formats import tarred, zipped  # noqa: F401  made for tests, too

PARAGRAPHS = (
    "The harbour board will sell the old ferry, its chairwoman, Ilse Brandvold, said on Tuesday.",
    "“Nobody has asked to sail on her since the bridge opened,” Brandvold told reporters. “We cannot keep her for "
    "the gulls.”",
    "According to the museum, she is the last steam ferry on the coast. It urged the board to wait until spring.",
)
TEXT = "\n\n".join(PARAGRAPHS)


def page(
    paragraphs=PARAGRAPHS, *, title="Ferry to be sold", outlet="The Harbour Post", date="2026-03-02", author="Ann Bly"
):
    """A web page with a page's usual furniture around the article."""
    body = "\n".join(f"<p>{html.escape(paragraph, quote=False)}</p>" for paragraph in paragraphs)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | {outlet}</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="{outlet}">
<meta property="article:published_time" content="{date}T10:00:00Z"><meta name="author" content="{author}">
<style>p {{ color: black }}</style><script>var quote = "“Not me,” said the script.";</script></head>
<body><header><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></header>
<nav><ul><li><a href="/a">“Vote for me,” says Al</a></li><li><a href="/b">Weather</a></li></ul></nav>
<div class="cookie-banner">We use cookies. <button>Accept</button></div>
<main><article><h1>{title}</h1>
{body}
</article>
<aside class="related"><h2>Read more</h2>
<ul><li><a href="/c">Bridge opened</a></li><li><a href="/d">Gulls</a></li></ul></aside>
</main><footer><p>Copyright 2026 {outlet}. All rights reserved.</p></footer></body></html>
"""


def mhtml(html_page):
    """A page as a browser saves it whole."""
    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message["Subject"] = "Ferry to be sold"
    message["MIME-Version"] = "1.0"
    message.set_content(html_page, subtype="html", cte="quoted-printable")
    message.make_related()
    message.add_related(b"\x89PNG", maintype="image", subtype="png")
    # Browsers write the subject first, or a From line.
    return bytes(message)


def docx(paragraphs=PARAGRAPHS, *, title="Ferry to be sold"):
    from docx import Document

    document = Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf(pages, *, title="Ferry to be sold", extra=b""):
    """A PDF of pages, each a list of lines: ``(x, y, size, words)`` in points."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"",
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
               b"<< /Title (%s) >>" % title.encode("cp1252")]
    kids = []
    for lines in pages:
        words = b"".join(b"BT /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n" % (
            size, x, y, text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)"))
            for x, y, size, text in lines)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(words), words))
        kids.append(len(objects) + 1)
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Contents %d 0 R "
                       b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    return assembled(objects, extra=extra)


def assembled(objects, *, extra=b""):
    """A PDF file of objects, numbered from 1: 1 is the catalogue, 4 what is told of the document."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R /Info 4 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(places) + 1,
        extra,
        start,
    )
    return bytes(out)


def set_in_lines(paragraphs, *, width=60, leading=13, space=7, top=540, per_page=36):
    """Paragraphs as pages of lines, words broken by hand nowhere, with page numbers and the outlet at the foot."""
    from textwrap import wrap

    pages, lines, y = [], [], top
    for paragraph in paragraphs:
        for line in wrap(paragraph, width):
            if len(lines) == per_page:
                pages.append(lines)
                lines, y = [], top
            lines.append((72, y, 11, line))
            y -= leading
        y -= space
    pages.append(lines)
    return [[*page, (72, 30, 8, "The Harbour Post"), (330, 30, 8, f"Page {number}")]
            for number, page in enumerate(pages, 1)]


def rtf(paragraphs=PARAGRAPHS):
    def escaped(text):
        return "".join(char if char < "\x7f" else f"\\u{ord(char)}?" for char in text)

    body = "\\par\n".join(map(escaped, paragraphs))
    head = "{\\fonttbl{\\f0 Times;}}{\\info{\\title Ferry to be sold}}"
    return f"{{\\rtf1\\ansi\\deff0{head}\n{body}\\par\n}}".encode(
        "ascii"
    )


def epub(chapters, *, title="Tales of a Ferry"):
    """A book of chapters, each a list of paragraphs; the spine has them in another order than the archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", """<?xml version="1.0"?><container version="1.0"
            xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"
            media-type="application/oebps-package+xml"/></rootfiles></container>""")
        for number, paragraphs in reversed(list(enumerate(chapters))):
            body = "".join(f"<p>{html.escape(paragraph, quote=False)}</p>" for paragraph in paragraphs)
            book.writestr(
                f"OEBPS/text {number}.xhtml",
                f"""<?xml version="1.0" encoding="utf-8"?>
                <html xmlns="http://www.w3.org/1999/xhtml"><head><title>{number}</title></head>
                <body>{body}</body></html>""",
            )
        items = "".join(f'<item id="c{n}" href="text%20{n}.xhtml" media-type="application/xhtml+xml"/>'
                        for n in range(len(chapters)))
        spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
        book.writestr(
            "OEBPS/book.opf",
            f"""<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf"
            xmlns:dc="http://purl.org/dc/elements/1.1/" version="3.0"><metadata><dc:title>{title}</dc:title>
            <dc:creator>Ann Bly</dc:creator><dc:publisher>Harbour Press</dc:publisher>
            <dc:date>2026-03-02T00:00:00Z</dc:date>
            </metadata><manifest>{items}</manifest><spine>{spine}</spine></package>""",
        )
    return out.getvalue()


def warc(pages, *, gzip=False):
    """A web archive of answers: address to ``(status, content type, body)``."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzip)
    for address, (status, kind, body) in pages.items():
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(address, "request", payload=io.BytesIO(b""),
                                                      http_headers=StatusAndHeaders("GET / HTTP/1.1", [])))
        writer.write_record(
            writer.create_warc_record(address, "response", payload=io.BytesIO(body), http_headers=headers)
        )
    return out.getvalue()


def jsonl(*rows):
    return "".join(json.dumps(row) + "\n" for row in rows).encode()
