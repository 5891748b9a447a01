"""Universal Dependencies treebanks as training material: sentences with trees, tags and named entities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from training.conllu import blocks, opens_paragraph

LONGEST_SENTENCE = 100
TITLES = frozenset("mr mrs ms dr prof sir president senator king queen judge governor minister captain general".split())
ENTITY_KINDS = {"person": "person", "organization": "organization", "place": "place",
                "PER": "person", "ORG": "organization", "LOC": "place"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a treebank; ``head`` counts from 1 within the sentence, 0 for the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    space_after: bool
    entity: str
    """Its BIO tag, empty where the treebank has no entities."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence of a treebank."""

    tokens: tuple[Token, ...]
    opens_document: bool
    opens_paragraph: bool
    has_tree: bool = True
    """False where only its entities are to be learned."""


def read_treebank(path: Path, *, with_entities: bool = False) -> list[Tree]:
    """The sentences of a CoNLL-U file; with entities read off GUM's ``Entity=`` column."""
    return [_tree(rows, comments, with_entities) for comments, rows in blocks(path)]


def _tree(rows: list[list[str]], comments: list[str], with_entities: bool) -> Tree:
    joined = {i: row for row in rows if "-" in row[0] for i in range(*map(int, _range(row[0])))}
    words = [row for row in rows if row[0].isdigit()]
    heads = [int(row[6]) for row in words]
    tags = _gum_entities(words, heads) if with_entities else [""] * len(words)
    tokens = []
    for row, head, tag in zip(words, heads, tags):
        number = int(row[0])
        last_of_joined = number in joined and int(joined[number][0].split("-")[1]) == number
        misc = joined[number][9] if last_of_joined else "SpaceAfter=No" if number in joined else row[9]
        tokens.append(Token(row[1], row[2], row[3], row[4], "" if row[5] == "_" else row[5], head, row[7],
                            "SpaceAfter=No" not in misc, tag))
    return Tree(tuple(tokens), any(c.startswith("# newdoc") for c in comments),
                opens_paragraph(comments))


def _range(name: str) -> tuple[int, int]:
    first, last = map(int, name.split("-"))
    return first, last + 1


def _gum_entities(words: list[list[str]], heads: list[int]) -> list[str]:
    """BIO tags of the names among GUM's mentions: the proper nouns around a mention's head, without titles."""
    spans, open_mentions = [], []
    for at, row in enumerate(words):
        found = re.search(r"Entity=([^|]*)", row[9])
        for opened, body, closed in re.findall(r"(\()?([^()]+)(\))?", found.group(1)) if found else ():
            identity, *rest = body.split("-")
            if opened:
                open_mentions.append((identity, rest[0] if rest else "", at))
            if closed:
                for i in range(len(open_mentions) - 1, -1, -1):
                    if open_mentions[i][0] == identity:
                        _, kind, start = open_mentions.pop(i)
                        spans.append((start, at + 1, kind))
                        break
    tags = ["O"] * len(words)
    for start, end, kind in sorted(spans, key=lambda s: s[1] - s[0]):
        stretch = _name_stretch(words, heads, start, end)
        if kind in ENTITY_KINDS and stretch and all(tags[i] == "O" for i in range(*stretch)):
            first, last = stretch
            tags[first:last] = [f"B-{ENTITY_KINDS[kind]}"] + [f"I-{ENTITY_KINDS[kind]}"] * (last - first - 1)
    return tags


def _name_stretch(words: list[list[str]], heads: list[int], start: int, end: int) -> tuple[int, int] | None:
    inside = [i for i in range(start, end) if not start <= heads[i] - 1 < end]
    if not inside or not _is_name(words[inside[0]]):
        return None
    first = last = inside[0]
    while first > start and _continues_name(words, first - 1, start):
        first -= 1
    while last + 1 < end and _continues_name(words, last + 1, start):
        last += 1
    while first < last and words[first][1].lower().strip(".") in TITLES:
        first += 1
    while first < last and not _is_name(words[first]):
        first += 1
    while last > first and not _is_name(words[last]):
        last -= 1
    return first, last + 1


def _is_name(row: list[str]) -> bool:
    return row[3] == "PROPN" or row[4] in ("NNP", "NNPS")


def _continues_name(words: list[list[str]], at: int, start: int) -> bool:
    small = words[at][1].lower() in ("of", "the", "for", "-", "&", "and", "'s") and at > start
    return _is_name(words[at]) or small


def read_entities(path: Path, trees: list[Tree]) -> list[Tree]:
    """``trees`` with the entities of a Universal NER file for the same sentences, in order.

    Sentences whose words differ between the two keep no entities.
    """
    sentences = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            sentences[-1].append(line.split("\t")[1:3])
        elif not line and sentences[-1]:
            sentences.append([])
    named = {tuple(form for form, _ in rows): [tag for _, tag in rows] for rows in sentences if rows}
    return [_with_entities(tree, named) for tree in trees]


def _with_entities(tree: Tree, named: dict[tuple[str, ...], list[str]]) -> Tree:
    tags = named.get(tuple(token.form for token in tree.tokens))
    if tags is None:
        return tree
    renamed = [tag[:2] + ENTITY_KINDS[tag[2:]] if tag[2:] in ENTITY_KINDS else "O" for tag in tags]
    return replace(tree, tokens=tuple(replace(t, entity=tag) for t, tag in zip(tree.tokens, renamed)))


def with_curly_marks(tree: Tree) -> Tree:
    """A copy with curly quotation marks: treebanks have mostly straight ones, news has both."""
    opened, tokens = False, []
    for token in tree.tokens:
        if token.form in ('"', "``", "''"):
            opened = not opened
            token = replace(token, form="“" if opened else "”")
        elif "'" in token.form:
            token = replace(token, form=token.form.replace("'", "’"))
        tokens.append(token)
    return replace(tree, tokens=tuple(tokens))


def documents(trees: list[Tree]) -> Iterator[list[Tree]]:
    """Trees grouped by document, without sentences too long to learn from."""
    group: list[Tree] = []
    for tree in trees:
        if tree.opens_document and group:
            yield group
            group = []
        if len(tree.tokens) <= LONGEST_SENTENCE:
            group.append(tree)
    if group:
        yield group
