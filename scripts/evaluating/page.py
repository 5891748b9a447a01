"""The page that tells what goes wrong, and how often: Markdown, counts only, with examples from our own corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from textwrap import fill

from evaluating.errors import LENGTHS, Kind, Outcome

MOST_CAUSES = 16
"""Causes of a kind that have a row of their own."""
MOST_CUES = 20
LONGEST_EXAMPLE = 160
"""Code points."""
HEAD = """# What goes wrong

Every attribution of the gold, and every row found, is one of these; a row matches where it shares at least half of its
words with the gold's, one to one (the measure is `scripts/evaluating/metric.py`).

| | |
|---|---|
| right | the words and the source |
| edges | the source, but some words too many or too few |
| source | the words, but another source |
| missed | in the gold, not found |
| spurious | found, not in the gold |

P, R and F1 are end to end: right and edges together, in percent. Gold: **{name}**, {articles} articles, {gold}
attributions, thoughts and plans included. Made by `scripts/evaluate.py errors`; the causes are told by rules
(`scripts/evaluating/causes.py`) from the gold, the parse and all that the detector weighed, so they are as good as the
parse. No words of the gold's articles stand here, only counts and lemmas of cues; examples are from our own `corpus/`.
"""
COLUMNS = ("| | gold | right | edges | source | missed | spurious | P | R | F1 |", "|---" * 10 + "|")
CAUSES: dict[Kind, tuple[str, str]] = {
    "missed": ("Missed", "*Under the cut-off*: it was weighed, and found less likely than the least that is shown. "
                         "*Found, but …*: a row is there, but it shares less than half of the words, so the row counts "
                         "as spurious too."),
    "spurious": ("Spurious", "*A missed one, but …*: see above. *No attribution*: the annotators marked nothing there; "
                             "part of these are theirs to miss."),
    "edges": ("Edges", "By the longest stretch of words that one has and the other has not, and what it is."),
    "source": ("Source", "What was given for what the gold has."),
}
_TYPES = ("direct", "mixed", "indirect")
_LENGTHS = tuple(f"{least}–{most}" for least, most in zip((1, *(most + 1 for most in LENGTHS)), LENGTHS))
_KEYS: dict[str, Callable[[Outcome], str]] = {
    "type": lambda one: one.type, "act": lambda one: one.act, "construct": lambda one: one.construct,
    "outlet": lambda one: one.outlet, "length in words": lambda one: one.length,
}
_BOTH = ("edges", "source")
"""Kinds that have both the gold's and the found words to show."""


def page(name: str, found: Sequence[Outcome], examples: Sequence[Outcome], *, articles: int) -> str:
    """The whole page.

    Args:
        name: of the gold.
        found: what became of the attributions in it.
        examples: the same of articles whose words may be shown.
        articles: how many there are in the gold.
    """
    parts = [HEAD.format(name=name, articles=articles, gold=sum(one.kind != "spurious" for one in found))]
    parts += [_breakdown(title, found, key) for title, key in _KEYS.items()]
    parts += [_causes(kind, found, examples) for kind in CAUSES]
    parts += [_sources(found), _cues(found)]
    return "\n".join(parts)


def _in_order(values: Iterable[str], order: Sequence[str]) -> list[str]:
    """Values by their place in ``order``, the others by how many there are."""
    counts = Counter(values)
    return sorted(counts, key=lambda value: (order.index(value) if value in order else len(order),
                                             -counts[value], value))


def _breakdown(title: str, found: Sequence[Outcome], key: Callable[[Outcome], str]) -> str:
    """A table by one of the keys; nothing where all have the same. A spurious row counts where it would belong."""
    values = _in_order(map(key, found), (*_TYPES, *_LENGTHS))
    if len(values) < 2:
        return ""
    rows = [_row(value, [one for one in found if key(one) == value]) for value in values]
    return "\n".join([f"## By {title}", "", *COLUMNS, *rows, _row("**all**", found), ""])


def _row(name: str, found: Sequence[Outcome]) -> str:
    count = Counter(one.kind for one in found)
    hits = count["right"] + count["edges"]
    gold, rows = len(found) - count["spurious"], len(found) - count["missed"]
    f1 = 200 * hits / (gold + rows) if found else 0.0
    figures = [100 * hits / max(1, rows), 100 * hits / max(1, gold), f1]
    counts = [gold, *(count[kind] for kind in ("right", "edges", "source", "missed", "spurious"))]
    return f"| {name} | " + " | ".join([*map(str, counts), *(f"{figure:.1f}" for figure in figures)]) + " |"


def _causes(kind: Kind, found: Sequence[Outcome], examples: Sequence[Outcome]) -> str:
    title, note = CAUSES[kind]
    some = [one for one in found if one.kind == kind]
    shown = {one.cause: one.words for one in reversed(examples)
             if one.kind == kind and len(one.words) <= LONGEST_EXAMPLE}
    note += " Examples: source · cue · content" + ("; the gold's → what was found." if kind in _BOTH else ".")
    lines = [f"## {title}: {len(some)}", "", fill(note, 120), "",
             "| cause | n | % | mostly | cues | example |", "|---" * 6 + "|"]
    causes = Counter(one.cause for one in some).most_common()
    for cause, count in causes[:MOST_CAUSES]:
        same = [one for one in some if one.cause == cause]
        lines.append(f"| {cause} | {count} | {100 * count / len(some):.0f} | "
                     f"{_commonest(one.construct for one in same)} | {_commonest(one.cue for one in same)} | "
                     f"{_cell(shown.get(cause, ''))} |")
    rest = sum(count for _, count in causes[MOST_CAUSES:])
    if rest:
        lines.append(f"| {len(causes) - MOST_CAUSES} others | {rest} | {100 * rest / len(some):.0f} | | | |")
    return "\n".join([*lines, ""])


def _commonest(values: Iterable[str]) -> str:
    """The commonest values, with how often each is there if more than once."""
    return ", ".join(f"{value} {count}" if count > 1 else value for value, count in Counter(values).most_common(3))


def _cell(words: str) -> str:
    """Words for a cell of a table; without quotation marks, since a mark at the edge is no word."""
    return words.replace("|", "·").replace("*", "\\*").translate(dict.fromkeys(map(ord, "“”„«»\"")))


def _sources(found: Sequence[Outcome]) -> str:
    count = Counter(one.sources for one in found if one.sources)
    return (f"## Sources that are right\n\nOf {sum(count.values())} right attributions {count['same']} have exactly the "
            f"gold's words for the source, {count['shorter']} fewer, {count['longer']} more, {count['other']} others.\n")


def _cues(found: Sequence[Outcome]) -> str:
    """The cues with most errors, and how they fare."""
    wrong = Counter(one.cue for one in found if one.kind in ("missed", "spurious"))
    rows = [_row(f"*{cue}*" if cue.isalpha() else cue, [one for one in found if one.cue == cue])
            for cue, _ in wrong.most_common(MOST_CUES)]
    return "\n".join([f"## The {len(rows)} cues with most errors", "", *COLUMNS, *rows, ""])
