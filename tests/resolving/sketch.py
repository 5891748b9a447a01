"""Parses written briefly: ``form/UPOS/head/deprel`` a word, a sentence a line, an empty line between paragraphs."""

from __future__ import annotations

from quotes.data import Attribution, Entity, Parse, Span, Speaker
from quotes.resolving import resolve
from tests.trees import parse_of

PLURAL = {"NOUNS": ("NOUN", "NNS", "Number=Plur"), "PROPNS": ("PROPN", "NNPS", "Number=Plur")}
XPOS = {"PROPN": "NNP", "NOUN": "NN"}
TIGHT = ",.:;)?!”’"


def sketch(text: str, *, entities: tuple[Entity, ...] = ()) -> Parse:
    """The parse of ``text``. A fifth part of a word is its lemma; ``NOUNS`` and ``PROPNS`` are plurals."""
    rows = []
    for line in text.strip("\n").splitlines():
        if not line.strip():
            rows.append("# newpar")
            continue
        words = [word.split("/") for word in line.split()]
        for at, (form, upos, head, deprel, *lemma) in enumerate(words, 1):
            tag, xpos, feats = PLURAL.get(upos, (upos, XPOS.get(upos, "X"), "_"))
            tight = at < len(words) and (words[at][0] in TIGHT or words[at][0].startswith(("'", "’"))) or form in "(“"
            rows.append("\t".join([str(at), form, lemma[0] if lemma else _lemma(form, upos), tag, xpos, feats, head,
                                   deprel, "_", "SpaceAfter=No" if tight else "_"]))
        rows.append("")
    return parse_of("\n".join(rows), entities=entities)


def _lemma(form: str, upos: str) -> str:
    low = form.lower()
    return low[:-1] if upos in PLURAL and low.endswith("s") else low


def attribution(parse: Parse, source: str, *, content: str = "", nth: int = 1) -> Attribution:
    """An attribution whose source is the ``nth`` time that ``source`` stands in the text."""
    return Attribution((_span(parse, content),) if content else (), (), (_span(parse, source, nth),) if source else (),
                       "direct" if "“" in content else "indirect", "speech", 1.0, "test")


def speaker(parse: Parse, source: str, *, content: str = "", nth: int = 1) -> Speaker | None:
    """Who that source is."""
    return resolve(parse, [attribution(parse, source, content=content, nth=nth)])[0]


def name(parse: Parse, source: str, *, content: str = "", nth: int = 1) -> str | None:
    """The name of who that source is."""
    found = speaker(parse, source, content=content, nth=nth)
    return found.name if found else None


def _span(parse: Parse, words: str, nth: int = 1) -> Span:
    start = -1
    for _ in range(nth):
        start = parse.text.index(words, start + 1)
    return Span(start, start + len(words))
