"""Articles on the web: a page with all that stands around one, a page saved whole, an archive of pages."""

from __future__ import annotations

import gzip
import html
import json
from collections.abc import Mapping, Sequence
from email.message import EmailMessage


def page(paragraphs: Sequence[str], *, title: str, outlet: str, date: str, author: str) -> str:
    """A web page with a page's usual furniture around the article: menus, a note on cookies, related articles, a
    footer. The title, if there is one, is the article's heading."""
    body = "\n".join(f"<p>{html.escape(paragraph, quote=False)}</p>" for paragraph in paragraphs)
    heading = f"<h1>{html.escape(title, quote=False)}</h1>" if title else ""
    title = title or outlet
    about = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", "headline": title})
    title, outlet, author = map(html.escape, (title, outlet, author))
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | {outlet}</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="{outlet}">
<meta property="article:published_time" content="{date}T10:00:00Z"><meta name="author" content="{author}">
<script type="application/ld+json">{about.replace("<", chr(92) + "u003c")}</script>
<style>p {{ color: black }}</style><script>var quote = "“Not me,” said the script.";</script></head>
<body><header><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></header>
<nav><ul><li><a href="/a">“Vote for me,” says Al</a></li><li><a href="/b">Weather</a></li></ul></nav>
<div class="cookie-banner">We use cookies. <button>Accept</button></div>
<main><article>{heading}
{body}
</article>
<aside class="related"><h2>Read more</h2>
<ul><li><a href="/c">Bridge opened</a></li><li><a href="/d">Gulls</a></li></ul></aside>
</main><footer><p>Copyright 2026 {outlet}. All rights reserved.</p></footer></body></html>
"""


def mhtml(page: str) -> bytes:
    """A page as a browser saves it whole."""
    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message["Subject"] = "A page"
    message["MIME-Version"] = "1.0"
    message.set_content(page, subtype="html", cte="quoted-printable")
    message.make_related()
    message.add_related(b"\x89PNG", maintype="image", subtype="png")
    message.set_boundary("saved")  # else it is another one each time
    # Browsers write the subject first, or a From line.
    return bytes(message)


def warc(pages: Mapping[str, tuple[str, str, bytes]], *, packed: bool = False) -> bytes:
    """A web archive (ISO 28500) of requests and their answers.

    Args:
        pages: Address to ``(status, content type, body)``.
        packed: Whether each record is packed by gzip, as most archives have it.
    """
    records = []
    for address, (status, kind, body) in pages.items():
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        for type, content in (("request", b"GET / HTTP/1.1\r\n\r\n"), ("response", answer)):
            head = (f"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: {address}\r\n"
                    f"Content-Type: application/http; msgtype={type}\r\nContent-Length: {len(content)}\r\n\r\n")
            records.append(head.encode() + content + b"\r\n\r\n")
    return b"".join(gzip.compress(record, mtime=0) if packed else record for record in records)
