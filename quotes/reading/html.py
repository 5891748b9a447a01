"""Web pages by trafilatura: the article's own text, and its title, date, outlet and author where it tells them."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotes.reading import text
from quotes.reading.extract import Blank, Extract, Unreadable, damaged
from quotes.reading.options import Limits

if TYPE_CHECKING:
    from lxml.etree import _Element

ENDINGS = (".html", ".htm", ".xhtml")
BEGINNING = 4096
"""Bytes in which a page says that it is one, and in what encoding."""
MARKUP = 10
"""How many times its text a page may take, pictures in it aside."""
DEEPEST = 250
"""How deep tags may be nested: beyond it libxml2 gives up and loses what follows. Real pages go to fifty."""

_PAGE = re.compile(
    rb"(?:\s|<\?xml[^>]{0,200}\?>|<!--.{0,1000}?-->)*+"
    rb"<(?:!doctype html|html|head|body|title|meta|link|article|section|main|div|p|h1|table)\b", re.I | re.S)
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w-]+)", re.I)
_PICTURE = re.compile(r"data:[\w/+.-]{0,50};base64,[\w+/=%\s]+")
_TAG = re.compile(r"<(?:(!--)|(/?)([a-z][^\s/>]{0,30}))", re.I)
_ALONE = frozenset("""area base br col embed hr img input link meta source track wbr p li dt dd option tr td th thead
    tbody tfoot colgroup rp rt optgroup html head body""".split())
"""Tags that need no closing one, so that they cannot be counted to tell how deep we are."""
_PROGRAM = {name: re.compile(f"</{name}", re.I) for name in ("script", "style", "template", "svg")}
"""Tags in which nothing is text of the page, with the end of them."""
_ABOUT = re.compile(r"[^>]{0,200}application/ld\+json[^>]{0,200}>([^<]*(?:<(?!/script)[^<]*)*)", re.I)
_LAYOUT = _ALONE | frozenset("""a address article aside blockquote caption center div dl fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header iframe legend main nav noscript ol pre section select table title ul""".split())
"""Tags of which a page may have any number; all others stand within lines."""
LONGEST_ABOUT = 50_000
"""Characters of what a page tells of itself (JSON-LD) that are looked at."""
MOST_INLINE = 2_000
"""Tags within lines (bold, spans) that are kept, for they take time as their square; of the others only the text is."""
_QUOTATION = {"": "“", "/": "”"}
_BLOCKS = frozenset("p head quote item row cell code list table div fn".split())
"""What makes a paragraph in the tree that trafilatura gives (TEI's names)."""


def matches(data: bytes, *, name: str = "") -> bool:
    """Whether the bytes begin as a web page does, or a part of one."""
    return _PAGE.match(data[:BEGINNING]) is not None


def extract(data: bytes, *, limits: Limits) -> Extract:
    """The article in a page.

    Raises:
        Unreadable: There is none, or the page holds more than the limits allow.
    """
    return page(_decoded(data), limits=limits)


def page(html: str, *, limits: Limits) -> Extract:
    """The article in a page that is decoded already: paragraphs, headings and list items with blank lines between.

    Raises:
        Unreadable: There is none, or the page holds more than the limits allow.
    """
    html = _slimmed(html, limits=limits)
    with damaged("a web page"):
        from trafilatura import bare_extraction

        # Only what the page states: a date guessed from any number in it would be worse than none.
        article = bare_extraction(html, with_metadata=True, include_comments=False,
                                  date_extraction_params={"original_date": True, "extensive_search": False})
        text = "\n\n".join(_paragraphs(article.body)) if article is not None and article.body is not None else ""
    if not text:
        raise Blank("is a web page without an article's text", hint="open it, and save the article as .txt")
    return Extract(text, title=article.title or "", date=article.date or "", outlet=article.sitename or "",
                   author=article.author or "")


def _decoded(data: bytes) -> str:
    declared = _CHARSET.search(data[:BEGINNING])
    if declared and not data.startswith(text.MARKS):
        try:
            name = codecs.lookup(declared[1].decode()).name
            # As browsers do (WHATWG, Encoding): who says Latin-1 means Windows-1252.
            return data.decode("cp1252" if name == "iso8859-1" else name)
        except (LookupError, UnicodeDecodeError):
            pass  # the page is wrong about itself
    return text.text_of(data)


def _slimmed(html: str, *, limits: Limits) -> str:
    """A page without what only costs time: comments, programs, style, more formatting than anyone reads. Browsers show
    ``<q>`` as quotation marks, so it becomes them.

    Raises:
        Unreadable: It would still keep a parser busy for long: too large, too many tags, too deep.
    """
    html = _PICTURE.sub("data:,", html)
    if len(html) > MARKUP * limits.characters:
        raise Unreadable(f"is a web page of more than {MARKUP * limits.characters:,} characters",
                         hint="save the article as .txt, or raise --max-characters")
    parts: list[str] = []
    tags = depth = inline = at = kept = 0
    about = LONGEST_ABOUT
    while tag := _TAG.search(html, at):
        at = tag.end()
        name, closing = (tag[3] or "").lower(), tag[2]
        put = None
        if tag[1]:
            at, put = _after(html, "-->", at), ""
        elif name in _PROGRAM and not closing:
            end = _PROGRAM[name].search(html, at)
            at = _after(html, ">", end.end() if end else len(html))
            if name == "script" and at - tag.start() <= about and _tells(html, tag.end(), at):
                about -= at - tag.start()
            else:
                put = ""
        elif name == "q":
            at, put = _after(html, ">", at), _QUOTATION[closing]
        else:
            tags += 1
            depth += 0 if name in _ALONE else -1 if closing and depth else 1 if not closing else 0
            inline += name not in _LAYOUT
            if name not in _LAYOUT and inline > MOST_INLINE:
                at, put = _after(html, ">", at), ""
        if put is not None:
            parts += html[kept:tag.start()], put
            kept = at
        if tags > limits.tags:
            raise Unreadable(f"is a web page of more than {limits.tags:,} tags", hint="save the article as .txt")
        if depth > DEEPEST:
            raise Unreadable(f"is a web page whose tags are nested more than {DEEPEST} deep",
                             hint="save the article as .txt")
    return "".join([*parts, html[kept:]])


def _tells(html: str, start: int, end: int) -> bool:
    """Does a script say, in valid JSON, what the page is? Where it isn't valid, trafilatura guesses, for long."""
    tells = _ABOUT.match(html, start, end)
    try:
        return tells is not None and json.loads(tells[1]) is not None
    except (ValueError, RecursionError):
        return False


def _after(html: str, mark: str, at: int) -> int:
    """The place after the next mark; the end where there is none, as browsers have it."""
    found = html.find(mark, at)
    return len(html) if found < 0 else found + len(mark)


def _paragraphs(body: _Element) -> Iterator[str]:
    """The text of each block of a tree, a line break in it being a line end."""
    from lxml.etree import iterwalk

    parts: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        block = element.tag in _BLOCKS
        if block and (paragraph := _joined(parts)):
            yield paragraph
        if block:
            parts.clear()
        if event == "start":
            parts.append("\n" if element.tag == "lb" else element.text or "")
        elif element is not body:
            parts.append(element.tail or "")
    if paragraph := _joined(parts):
        yield paragraph


def _joined(parts: list[str]) -> str:
    """Parts of a paragraph, runs of white space being one: a line end where there is one in them."""
    text = "".join(parts).strip()
    return re.sub(r"[^\S\n\u00a0]*\n\s*|[^\S\u00a0]+", lambda gap: "\n" if "\n" in gap[0] else " ", text)
