"""Compile the marked articles of corpus/ into plain articles and gold annotations.

A marked article is the article's text with brackets around the parts of its attributions, then two lists:

    ⟦s1|Mara Quell⟧ ⟦c1|said⟧ ⟦q1|that ⟦s2|the ministry⟧ ⟦c2|had promised⟧ ⟦q2|to pay⟧⟧.
    Friends call him ⟦nickname|“Bear”⟧.

    === speakers
    quell | Mara Quell | person | Quell; Mayor Quell
    === attributions
    1 quell indirect that-clause
    2 ministry indirect speech infinitive embedded nominal

A bracket's letter is s (source), c (cue) or q (content); its number says to which attribution it belongs
(``⟦s3,4|she⟧`` to two). Parts with the same number are spans of the same source, cue or content; brackets nest.
A bracket with a word instead marks what looks like a quote and is none (see ``NOT_QUOTES``).
A speaker is: key | fullest name | kind | aliases. An attribution is: number, speaker's key (``-``: nobody is
named), type, act (``speech`` unless ``thought`` is said) and its constructs (see ``CONSTRUCTS``).
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

import click

OPEN, CLOSE = "⟦", "⟧"
TYPES = {"direct", "mixed", "indirect"}
ACTS = {"speech", "thought"}
KINDS = {"person", "organization", "place", "group", "document", "unknown"}
PARTS = {"s": "source", "c": "cue", "q": "content"}

CONSTRUCTS = {
    # where the cue stands, for contents in quotation marks
    "before": "source and cue, then the quote",
    "after": "the quote, then source and cue",
    "inside": "a quote broken by its cue: one attribution, several spans",
    "multi-paragraph": "a quote over several paragraphs, its mark opened again in each",
    "own-paragraph": "a quote with no cue in its paragraph; its speaker was named before",
    # marks
    "single": "British single quotation marks, curly or straight",
    "double-single": "''…'' for double marks",
    "guillemets": "«…»",
    "low-marks": "„…“",
    "mixed-marks": "opened with one kind of mark, closed with another",
    "odd-marks": "a mark is missing or one too many",
    # syntax of cue and content
    "that-clause": "said that it rains",
    "bare-clause": "said it rains",
    "question": "asked whether it rains; content is a question",
    "parenthetical": "It rains, she said (no marks)",
    "according-to": "according to X",
    "as-put": "as X put it",
    "infinitive": "urged the town to wait",
    "object": "called it “a mess”, announced the closure",
    "passive": "was announced by X, is said to rain",
    "participle": "adding that …, citing …",
    "noun": "X's claim that …",
    "colon": "X said: …, X: …",
    "dash": "… — X",
    "headline": "in a headline",
    "transcript": "NAME: …",
    "tweet": "a post signed — Name (@handle)",
    "embedded": "an attribution inside another's content",
    # how the source names the speaker
    "surname": "the surname alone, with or without Mr/Ms",
    "role": "a title or role alone, which the article identifies",
    "acronym": "an acronym",
    "accent": "a name with an accent that comes and goes",
    "misspelt": "a misspelt name",
    "he": "he, his, himself",
    "she": "she, her, herself",
    "they": "they, their",
    "it": "it, its",
    "who": "who, which",
    "possessive": "a possessive in the source: her claim, its chairman, Ada Bell",
    "nominal": "a noun phrase for somebody named elsewhere: the ministry, the broadcaster",
    "spokesperson": "a spokesperson, who is not the one they speak for",
    "coordinated": "two sources together",
    "unnamed": "somebody whom the article does not name: a resident",
}

NOT_QUOTES = {
    "nickname": "a nickname in marks",
    "scare": "a word in marks at a distance, or a term",
    "title": "the title of a work, a ship, a show",
    "sign": "words on a sign, a label, a banner",
    "act": "a plain act: imposed sanctions, dismissed the lawsuit",
}

PRONOUNS = {"he", "she", "they", "it", "who"}
NOMINAL = {"nominal", "role", "unnamed"}


class MarkupError(click.ClickException):
    """A marked article that does not follow the form; says where and how."""


@dataclass(frozen=True)
class Marked:
    """A marked article taken apart: its plain text, and spans by (part, number) or word."""

    text: str
    parts: dict[tuple[str, str], list[list[int]]]
    not_quotes: list[dict]


def take_apart(marked: str) -> Marked:
    """The plain text of ``marked`` and the spans of its brackets (code points, end exclusive).

    Raises MarkupError for a bracket that is unknown or not in pairs.
    """
    text, parts, not_quotes, waiting = "", {}, [], []
    for piece in re.split(rf"({OPEN}[^|{OPEN}{CLOSE}]+\||{CLOSE})", marked):
        if piece.startswith(OPEN) and piece.endswith("|"):
            waiting.append((piece[1:-1], len(text)))
        elif piece == CLOSE:
            if not waiting:
                raise MarkupError(f"a bracket closes that was never opened, after: {text[-40:]!r}")
            label, start = waiting.pop()
            span = [start, len(text)]
            if label in NOT_QUOTES:
                not_quotes.append({"span": span, "construct": label})
            elif label[0] in PARTS and re.fullmatch(r"\d+(,\d+)*", label[1:]):
                for number in label[1:].split(","):
                    parts.setdefault((PARTS[label[0]], number), []).append(span)
            else:
                raise MarkupError(f"unknown bracket: {label!r}")
        elif OPEN in piece:
            raise MarkupError(f"a bracket without its bar: {piece[piece.index(OPEN):][:40]!r}")
        else:
            text += piece
    if waiting:
        raise MarkupError(f"a bracket never closes: {waiting[-1][0]!r}")
    return Marked(text, parts, sorted(not_quotes, key=lambda each: each["span"]))


def read_speakers(lines: list[str]) -> dict[str, dict]:
    """Speakers by their key."""
    speakers = {"-": {"name": None, "aliases": [], "kind": "unknown"}}
    for line in lines:
        key, name, kind, *aliases = (cell.strip() for cell in line.split("|"))
        if kind not in KINDS:
            raise MarkupError(f"unknown kind {kind!r} of speaker {key!r}")
        names = [alias.strip() for alias in aliases[0].split(";")] if aliases and aliases[0] else []
        speakers[key] = {"name": name, "aliases": names, "kind": kind}
    return speakers


def form_of(constructs: list[str], source: list[list[int]]) -> str:
    """How the source names its speaker: name, nominal, pronoun or none."""
    if not source:
        return "none"
    if PRONOUNS & set(constructs):
        return "pronoun"
    return "nominal" if NOMINAL & set(constructs) else "name"


def read_attribution(line: str, marked: Marked, speakers: dict[str, dict]) -> dict:
    """The gold quote that one line of the list describes."""
    number, key, *words = line.split()
    constructs = [word for word in words if word not in TYPES | ACTS]
    types = [word for word in words if word in TYPES]
    if len(types) != 1 or key not in speakers or not constructs or set(constructs) - CONSTRUCTS.keys():
        raise MarkupError(f"an attribution needs a number, a known speaker, one type and known constructs: {line!r}")
    spans = {part: sorted(marked.parts.get((part, number), [])) for part in PARTS.values()}
    if not spans["content"]:
        raise MarkupError(f"attribution {number} has no content in the text")
    speaker = speakers[key] | {"form": form_of(constructs, spans["source"])}
    return {"content": spans["content"], "cue": spans["cue"], "source": spans["source"], "type": types[0],
            "act": "thought" if "thought" in words else "speech", "construct": constructs, "speaker": speaker}


def compile_article(name: str, content: str) -> dict:
    """One line of gold for a marked article. Raises MarkupError where it does not follow the form."""
    try:
        body, rest = content.split("\n=== speakers\n")
        speakers, attributions = rest.split("=== attributions\n")
        marked = take_apart(body.rstrip("\n") + "\n")
        lines = [line for line in attributions.splitlines() if line.strip()]
        known = read_speakers([line for line in speakers.splitlines() if line.strip()])
        quotes = [read_attribution(line, marked, known) for line in lines]
        listed = [line.split()[0] for line in lines]
        numbers = {number for _, number in marked.parts}
        if len(set(listed)) != len(listed) or set(listed) != numbers:
            raise MarkupError(f"numbers in the text and in the list differ: {sorted(numbers ^ set(listed))}")
    except ValueError as error:
        raise MarkupError(f"{name}: a list is missing or a line is incomplete ({error})") from error
    except MarkupError as error:
        raise MarkupError(f"{name}: {error.message}") from error
    quotes.sort(key=lambda quote: (quote["content"], quote["source"]))
    return {"id": name, "text": marked.text, "quotes": quotes, "not_quotes": marked.not_quotes}


def compile_corpus(folder: Path) -> list[dict]:
    """Gold for all of ``folder/marked``, in the order of the file names."""
    return [compile_article(path.stem, path.read_text(encoding="utf-8"))
            for path in sorted((folder / "marked").glob("*.txt"))]


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default="corpus")
@click.option("--check", is_flag=True, help="Write nothing; fail if articles or gold are out of step.")
def main(folder: Path, check: bool) -> None:
    """Compile the marked articles: write FOLDER/articles/*.txt and FOLDER/gold.jsonl from FOLDER/marked/*.txt."""
    gold = compile_corpus(folder)
    wanted = {folder / "articles" / f"{article['id']}.txt": article["text"] for article in gold}
    wanted[folder / "gold.jsonl"] = "".join(json.dumps(article, ensure_ascii=False) + "\n" for article in gold)
    for path, content in wanted.items():
        if check:
            if not path.exists() or path.read_bytes() != content.encode():
                raise click.ClickException(f"{path} is out of step with the marked articles; run this without --check")
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content.encode())
    click.echo(f"{len(gold)} articles, {sum(len(article['quotes']) for article in gold)} attributions", err=True)


if __name__ == "__main__":
    main()
