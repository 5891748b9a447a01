"""What the heads of the network say, and how wide they are."""

from __future__ import annotations

from dataclasses import dataclass

ROLES = ("none", "content", "source", "cue")
ENTITY_TAGS = ("O", "B-person", "I-person", "B-organization", "I-organization", "B-place", "I-place")


@dataclass(frozen=True)
class Labels:
    """The label sets of the tag and tree heads, in the order of their scores."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]
    lemma: tuple[str, ...]
    deprel: tuple[str, ...]
    entity: tuple[str, ...] = ENTITY_TAGS


@dataclass(frozen=True)
class Sizes:
    """Widths of the network's heads and the farthest distance that has a bias of its own; how many heads of its
    attention the encoder keeps in each layer, if not all; and how many of its layers read word pieces, if not all:
    those after them read words, each where its last piece was."""

    tag: int = 192
    arc: int = 256
    label: int = 128
    pair: int = 192
    arc_reach: int = 32
    pair_reach: int = 64
    dropout: float = 0.2
    kept: int | None = None
    piece_layers: int | None = None
