"""Files of all formats, made of plain paragraphs."""

from saving import office, pdf as paper, web
from saving.packing import jsonl, tarred, zipped  # noqa: F401  made for tests, too
from saving.pdf import assembled  # noqa: F401

PARAGRAPHS = (
    "The harbour board will sell the old ferry, its chairwoman, Ilse Brandvold, said on Tuesday.",
    "“Nobody has asked to sail on her since the bridge opened,” Brandvold told reporters. “We cannot keep her for "
    "the gulls.”",
    "According to the museum, she is the last steam ferry on the coast. It urged the board to wait until spring.",
)
TEXT = "\n\n".join(PARAGRAPHS)
TITLE, OUTLET = "Ferry to be sold", "The Harbour Post"


def page(paragraphs=PARAGRAPHS, *, title=TITLE):
    """A web page with a page's usual furniture around the article."""
    return web.page(paragraphs, title=title, outlet=OUTLET, date="2026-03-02", author="Ann Bly")


mhtml = web.mhtml
warc = web.warc


def docx(paragraphs=PARAGRAPHS):
    return office.docx(paragraphs, title=TITLE)


def rtf(paragraphs=PARAGRAPHS):
    return office.rtf(paragraphs, title=TITLE)


def epub(chapters):
    return office.epub(chapters, title="Tales of a Ferry", author="Ann Bly", publisher="Harbour Press",
                       date="2026-03-02")


def pdf(pages, *, extra=b""):
    return paper.pdf(pages, title=TITLE, extra=extra)


def set_in_lines(paragraphs):
    return paper.set_in_lines(paragraphs, outlet=OUTLET)
