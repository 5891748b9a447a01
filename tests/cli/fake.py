"""A finder that needs no model: every “…” is a quote, by the name after it. Run as a script it is the command line."""

import hashlib
import logging
import re
import sys
import time
import types

from quotes.data import Cue, Document, Quote, Span, Speaker
from quotes.errors import OptionError

ARTICLE = "“We agree,” said Sophie Wilmès. “Maybe,” thought Dmitry Peskov. “Nobody knows.”"
QUOTE = re.compile(r"“([^”]*)”(?: (said|thought) ([^.]+)\.)?")


def quote_at(document, match):
    words, cue, name = match.groups()
    start, end = match.span(1)
    return Quote(
        document.name, document.sha256, words, "direct", "thought" if cue == "thought" else "speech",
        (Span(start, end),), Cue(cue, (Span(*match.span(2)),)) if cue else None,
        Speaker(name, name, (Span(*match.span(3)),), "person") if name else None,
        0.9 if name else 0.4, document.text[max(0, start - 32):start], document.text[end:end + 32],
        why="marks",
    )


class Finder:
    def __init__(self, *, package="embedded", model_dir=None, workers=1, cache=None):
        if package != "embedded":
            raise OptionError(f"no package {package!r}", hint="see: quotes models")

    def find_in(self, documents, *, on_error=None):
        logging.getLogger("quotes.finder").info("the encoder runs in 32-bit floats")
        for document in documents:
            if document.text.startswith("SLOW"):
                time.sleep(30)
            yield document, [quote_at(document, match) for match in QUOTE.finditer(document.text)]


def document(text, *, name="a.txt"):
    return Document(name, text, hashlib.sha256(text.encode()).hexdigest())


def found(*texts):
    return list(Finder().find_in([document(text, name=f"{i}.txt") for i, text in enumerate(texts)]))


module = types.ModuleType("quotes.finder")
module.Finder = Finder

if __name__ == "__main__":
    sys.modules["quotes.finder"] = module
    from quotes.cli import main

    main(prog_name="quotes")
