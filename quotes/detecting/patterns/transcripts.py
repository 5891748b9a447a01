"""Lines that begin with their speaker: transcripts *NAME: …*, interviews *Q: …*, headlines *Name: ‘…’*."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from quotes.data import Span
from quotes.datelines import dateline_end
from quotes.detecting.article import Article
from quotes.detecting.candidate import Candidate
from quotes.detecting.edges import trimmed
from quotes.detecting.patterns.lines import is_finite, is_headline, lines, words_between

_LABEL = re.compile(r"\s*[\"“„«‘']?\s*(?P<name>[A-Z][^:\n\"“”„«»?!;]{0,60}?)\s*:\s+(?=\S)")
_NO_SPEAKER = re.compile(
    r"(?:the )?(?:latest|poll|editor|note|photo|image|picture|video|read|watch|related|source|update|correction|"
    r"clarification|more|by|follow|contact|credit|file|key|tags?|topics?|breaking|live|opinion|analysis|exclusive|part|chapter|figure|"
    r"table|see|warning|caption|where|when|what|who|how|why|tickets|cast|rating|weather|sport|business)\b",
    re.IGNORECASE)
_OTHER_LINES = 3
"""Paragraphs without a label over which a turn may run on to the next label."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """A line with its label: a ``name`` in capitals, *Q* or *A* makes it one of a transcript."""

    line: Span
    name: Span
    text: int
    """Where what is said starts."""
    transcript: bool


def find(article: Article) -> Iterator[Candidate]:
    """Attributions whose source is a label and whose cue is its colon."""
    found = lines(article)
    turns = [_turn(article, line) for line in found]
    names = Counter(article.parse.text[slice(*turn.name)] for turn in turns if turn)
    for number, turn in enumerate(turns):
        if turn is None or len(article.parse.text[slice(*turn.name)]) == 1 and len(names) < 2:
            continue
        end = found[number + _runs_on(article, turns[number:number + _OTHER_LINES + 2])].end
        content = trimmed(article, words_between(article, turn.text, end))
        source = trimmed(article, words_between(article, *turn.name))
        colon = [at for at in words_between(article, turn.name.end, turn.text) if article.word(at).text == ":"]
        score = _score(article, turn, content, again=names[article.parse.text[slice(*turn.name)]] > 1)
        if content and source and score:
            yield Candidate(tuple(colon), tuple(content), tuple(source), score, "speech",
                            "transcript" if turn.transcript else "colon")


def _turn(article: Article, line: Span) -> _Turn | None:
    """The label of a line, if it has one that may name a speaker."""
    match = _LABEL.match(article.parse.text, *line)
    if match is None or _NO_SPEAKER.match(match["name"]) or dateline_end(article.parse.text, *line) > line.start:
        return None
    name = Span(*match.span("name"))
    words = words_between(article, *name)
    capitals = match["name"].isupper() and (len(match["name"]) > 1 or match["name"] in "QA")
    if not words or len(words) > 8 or any(article.word(at).upos == "NUM" for at in words):
        return None
    named = article.word(words[-1]).upos in ("PROPN", "NOUN") and any(
        article.word(at).upos == "PROPN" for at in words) and not any(
        article.word(at).upos in ("VERB", "AUX") for at in words)
    return _Turn(line, name, match.end(), capitals) if capitals or named else None


def _runs_on(article: Article, turns: list[_Turn | None]) -> int:
    """How many of the lines after the first belong to its turn: those up to the next turn of the same transcript."""
    first = turns[0]
    if first is None or not first.transcript:
        return 0
    words = words_between(article, first.text, first.line.end)
    if not words or article.inside[words[0]] >= 0:
        return 0  # its marks tell where it ends
    for number, turn in enumerate(turns[1:], start=1):
        if turn is not None:
            return number - 1 if turn.transcript else 0
    return 0


def _score(article: Article, turn: _Turn, content: list[int], *, again: bool) -> float:
    """The share of such lines that attribute: 0 for what is a heading or a list."""
    if not content:
        return 0.0
    if turn.transcript:
        return 0.95 if again else 0.8
    if len(content) < 2:
        return 0.0
    if article.inside[content[0]] >= 0:
        return 0.9
    whole_name = all(article.word(at).upos == "PROPN" for at in words_between(article, *turn.name))
    title = is_headline(article, turn.line) or not article.parse.text[:turn.line.start].strip()
    if is_finite(article, content) and (again or whole_name and title):
        return 0.7
    return 0.0
