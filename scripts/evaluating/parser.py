"""Accuracy of the embedded model on treebanks, on the treebank's own tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from quotes.parsing.embedded.model import Annotation, EmbeddedModel
from quotes.parsing.embedded.windows import Sentence
from training.treebanks import Tree, read_entities, read_treebank


@dataclass(frozen=True, slots=True)
class ParserScores:
    """Shares of words that are right, in percent; LAS ignores subtypes of relations."""

    uas: float
    las: float
    upos: float
    lemma: float


def annotated(model: EmbeddedModel, trees: Sequence[Tree]) -> list[Annotation]:
    """The model's annotations of the trees' words, a treebank document at a time."""
    groups: list[list[Sentence]] = []
    for tree in trees:
        if tree.opens_document or not groups:
            groups.append([])
        groups[-1].append(Sentence(tuple(t.form for t in tree.tokens), tree.opens_paragraph))
    return [annotation for found in model.annotate(groups) for annotation in found.sentences]


def score_parser(trees: Sequence[Tree], found: Sequence[Annotation]) -> ParserScores:
    """Compare annotations with the treebank."""
    right = {"uas": 0, "las": 0, "upos": 0, "lemma": 0}
    words = 0
    for tree, annotation in zip(trees, found, strict=True):
        words += len(tree.tokens)
        for i, token in enumerate(tree.tokens):
            attached = annotation.head[i] == token.head
            right["uas"] += attached
            right["las"] += attached and annotation.deprel[i].split(":")[0] == token.deprel.split(":")[0]
            right["upos"] += annotation.upos[i] == token.upos
            right["lemma"] += annotation.lemma[i] == token.lemma
    return ParserScores(**{name: 100 * count / max(1, words) for name, count in right.items()})


def score_entities(trees: Sequence[Tree], found: Sequence[Annotation]) -> dict[str, float]:
    """F1 of whole entities by kind, in percent."""
    scores = {}
    for kind in ("person", "place", "organization"):
        gold = {(i, *span) for i, tree in enumerate(trees) for span in spans([t.entity for t in tree.tokens], kind)}
        seen = {(i, *span) for i, annotation in enumerate(found) for span in spans(annotation.entity, kind)}
        scores[kind] = 200 * len(gold & seen) / max(1, len(gold) + len(seen))
    return scores


def spans(tags: Sequence[str], kind: str) -> list[tuple[int, int]]:
    """First and last position, end exclusive, of the entities of ``kind`` in BIO tags."""
    found: list[tuple[int, int]] = []
    previous = "O"
    for i, tag in enumerate(tags):
        if tag[2:] == kind:
            if tag[0] == "I" and previous[2:] == kind:
                found[-1] = (found[-1][0], i + 1)
            else:
                found.append((i, i + 1))
        previous = tag
    return found


def parser_report(model: EmbeddedModel, treebanks: Path) -> str:
    """A table for the dev and test parts of EWT and GUM in ``treebanks``, and EWT's entities where they are there."""
    lines = [f"{'':10}{'UAS':>7}{'LAS':>7}{'UPOS':>7}{'lemma':>7}"]
    for part in ("ewt.dev", "ewt.test", "gum.dev", "gum.test"):
        trees = read_treebank(treebanks / f"{part}.conllu")
        found = annotated(model, trees)
        s = score_parser(trees, found)
        lines.append(f"{part:10}{s.uas:7.1f}{s.las:7.1f}{s.upos:7.1f}{s.lemma:7.1f}")
        entities = treebanks / f"ewt-entities.{part.removeprefix('ewt.')}.iob2"
        if part.startswith("ewt") and entities.exists():
            named = score_entities(read_entities(entities, trees), found)
            lines.append(f"{'':10}entities F1: " + ", ".join(f"{kind} {value:.1f}" for kind, value in named.items()))
    return "\n".join(lines)
