"""Articles as office programs save them: DOCX, RTF and EPUB."""

from __future__ import annotations

import html
import io
from collections.abc import Sequence

from saving.packing import zipped


def docx(paragraphs: Sequence[str], *, title: str) -> bytes:
    """A Word document; what XML cannot hold is left out."""
    from docx import Document

    document = Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph("".join(char for char in paragraph if char.isprintable()))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def rtf(paragraphs: Sequence[str], *, title: str) -> bytes:
    """An RTF document."""
    body = "\\par\n".join(map(_escaped, paragraphs))
    head = f"{{\\fonttbl{{\\f0 Times;}}}}{{\\info{{\\title {_escaped(title)}}}}}"
    return f"{{\\rtf1\\ansi\\deff0{head}\n{body}\\par\n}}".encode("ascii")


def _escaped(text: str) -> str:
    units = text.encode("utf-16-le", "surrogatepass")
    codes = (int.from_bytes(units[at:at + 2], "little", signed=False) for at in range(0, len(units), 2))
    return "".join(chr(code) if 32 <= code < 127 and chr(code) not in "\\{}"
                   else f"\\u{code - 0x10000 if code > 0x7FFF else code}?" for code in codes)


def epub(chapters: Sequence[Sequence[str]], *, title: str, author: str, publisher: str, date: str) -> bytes:
    """A book of chapters, each a list of paragraphs; the spine has them in another order than the archive."""
    title, author, publisher = map(html.escape, (title, author, publisher))
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": """<?xml version="1.0"?><container version="1.0"
            xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"
            media-type="application/oebps-package+xml"/></rootfiles></container>""",
    }
    for number, paragraphs in reversed(list(enumerate(chapters))):
        body = "".join(f"<p>{html.escape(paragraph, quote=False)}</p>" for paragraph in paragraphs)
        files[f"OEBPS/text {number}.xhtml"] = f"""<?xml version="1.0" encoding="utf-8"?>
            <html xmlns="http://www.w3.org/1999/xhtml"><head><title>{number}</title></head>
            <body>{body}</body></html>"""
    items = "".join(f'<item id="c{n}" href="text%20{n}.xhtml" media-type="application/xhtml+xml"/>'
                    for n in range(len(chapters)))
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    files["OEBPS/book.opf"] = f"""<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf"
        xmlns:dc="http://purl.org/dc/elements/1.1/" version="3.0"><metadata><dc:title>{title}</dc:title>
        <dc:creator>{author}</dc:creator><dc:publisher>{publisher}</dc:publisher><dc:date>{date}T00:00:00Z</dc:date>
        </metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"""
    return zipped({name: content.encode("utf-8", "replace") for name, content in files.items()})
