"""GUM's documents as parses, with who or what each word stands for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quotes.data import Entity, Parse, Word
from training.conllu import blocks
from training.treebanks import Tree, read_treebank

_BRACKETS = re.compile(r"\(([^()]+)\)|\(([^()]+)|([^()]+)\)")


@dataclass(frozen=True, slots=True)
class Story:
    """A document of a treebank, and for the head of each of its mentions what the mention stands for."""

    name: str
    genre: str
    parse: Parse
    stands_for: Mapping[int, frozenset[str]]
    """Identifiers in GUM's ``Entity=`` column; several where mentions share a head."""


def read_stories(path: Path) -> Iterator[Story]:
    """The documents of a GUM file, in order, on its gold trees."""
    group: list[tuple[Tree, list[str]]] = []
    name = ""
    for tree, (comments, rows) in zip(read_treebank(path, with_entities=True), blocks(path)):
        if tree.opens_document and group:
            yield _story(name, group)
            group = []
        if tree.opens_document:
            name = next(comment.split("= ")[1] for comment in comments if comment.startswith("# newdoc"))
        group.append((tree, [row[9] for row in rows if row[0].isdigit()]))
    if group:
        yield _story(name, group)


def _story(name: str, sentences: list[tuple[Tree, list[str]]]) -> Story:
    text, words, bounds, entities = "", [], [], []
    stands_for: dict[int, set[str]] = defaultdict(set)
    opened: list[tuple[str, int]] = []
    for number, (tree, notes) in enumerate(sentences):
        if tree.opens_paragraph and text:
            text = text.rstrip() + "\n\n"
        first = len(words)
        for token in tree.tokens:
            start = len(text)
            text += token.form
            words.append(Word(len(words), token.form, token.lemma, token.upos, token.xpos, token.feats,
                              first + token.head - 1 if token.head else -1, token.deprel, start, len(text), number))
            text += " " if token.space_after else ""
        bounds.append((first, len(words)))
        entities.extend(_entities(tree, first))
        for at, note in enumerate(notes, first):
            for identity, begin, end in _mentions(note, at, opened):
                heads = [i for i in range(begin, end) if not begin <= words[i].head < end]
                stands_for[heads[0]].add(identity)
    return Story(name, name.split("_")[1], Parse(text, tuple(words), tuple(bounds), tuple(entities)),
                 {head: frozenset(identities) for head, identities in stands_for.items()})


def _entities(tree: Tree, first: int) -> Iterator[Entity]:
    start = 0
    tags = [token.entity for token in tree.tokens] + ["O"]
    for at, tag in enumerate(tags):
        if at and tags[at - 1] != "O" and tag[:1] != "I":
            yield Entity(tags[start][2:], first + start, first + at)
        if tag.startswith("B"):
            start = at


def _mentions(note: str, at: int, opened: list[tuple[str, int]]) -> Iterator[tuple[str, int, int]]:
    """The mentions that end at a word: identifier, first word, last word (end exclusive). ``opened`` is kept up."""
    column = re.search(r"Entity=([^|]*)", note)
    for whole, begun, ended in _BRACKETS.findall(column.group(1)) if column else ():
        if whole or begun:
            opened.append(((whole or begun).split("-")[0], at))
        if whole or ended:
            identity = (whole or ended).split("-")[0]
            last = next((i for i in range(len(opened) - 1, -1, -1) if opened[i][0] == identity), None)
            if last is not None:
                yield identity, opened.pop(last)[1], at + 1
