"""The surface of a treebank: tokens, blanks and paragraphs, without the trees.

This is all that a tokenizer and a multi-word expander learn from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from training.conllu import blocks, opens_paragraph


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it is written, with the syntactic words it stands for where there are several."""

    form: str
    words: tuple[str, ...] = ()
    space: bool = True
    """Is there a blank after it?"""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's tokens, and whether a paragraph starts with it."""

    tokens: tuple[Token, ...]
    paragraph: bool = False
    names: tuple[tuple[int, int], ...] = ()
    """First and last token of names of two words (*Maria Zakharova*)."""


def read_treebank(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file, in order."""
    for comments, rows in blocks(path):
        yield _sentence(rows, opens_paragraph(comments))


def training_sentences(treebanks: Path) -> list[Sentence]:
    """The sentences of the training parts of EWT and GUM in a folder."""
    return [sentence for part in ("ewt", "gum") for sentence in read_treebank(treebanks / f"{part}.train.conllu")]


def _sentence(rows: list[list[str]], paragraph: bool) -> Sentence:
    tokens: list[Token] = []
    names: list[tuple[int, int]] = []
    forms = {row[0]: row[1] for row in rows}
    upos = {row[0]: row[3] for row in rows}
    covered = 0
    for row in rows:
        identifier, space = row[0], "SpaceAfter=No" not in row[9].split("|")
        if "-" in identifier:
            first, covered = map(int, identifier.split("-"))
            tokens.append(Token(row[1], tuple(forms[str(at)] for at in range(first, covered + 1)), space))
        elif "." not in identifier and int(identifier) > covered:
            tokens.append(Token(row[1], (), space))
            before = str(int(identifier) - 1)
            if (row[7] == "flat" and row[6] == before and row[3] == upos[before] == "PROPN" and len(tokens) > 1
                    and tokens[-2] == Token(forms[before]) and _capitalised(row[1]) and _capitalised(forms[before])):
                names.append((len(tokens) - 2, len(tokens) - 1))
    return Sentence(tuple(tokens), paragraph, tuple(names))


def _capitalised(form: str) -> bool:
    return form.isalpha() and form.istitle() and len(form) > 1


def plain_text(sentences: Iterable[Sentence]) -> str:
    """The text of sentences, a blank line before each paragraph."""
    parts: list[str] = []
    for sentence in sentences:
        if sentence.paragraph and parts:
            parts[-1] = parts[-1].rstrip()
            parts.append("\n\n")
        parts.extend(token.form + (" " if token.space else "") for token in sentence.tokens)
    return "".join(parts).rstrip() + "\n"


def conllu(sentences: Iterable[Sentence]) -> str:
    """Sentences in CoNLL-U, every word hung on the first: a stand-in for the tree, which is not used."""
    lines: list[str] = []
    for sentence in sentences:
        at = 1
        for token in sentence.tokens:
            misc = "_" if token.space else "SpaceAfter=No"
            words = token.words or (token.form,)
            if token.words:
                lines.append("\t".join([f"{at}-{at + len(words) - 1}", token.form, *"_______", misc]))
                misc = "_"
            for word in words:
                head, relation = ("0", "root") if at == 1 else ("1", "dep")
                lines.append("\t".join([str(at), word, *"____", head, relation, "_", misc]))
                at += 1
        lines.append("")
    return "\n".join(lines) + "\n"
