"""Claims: from a file of them, and from sentences that say who is said to have said it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from quotes.errors import OptionError
from quotes.reading.text import text_of
from quotes.verifying.data import Claim

_SAID = (r"(?:has |have |had |also |later )?(?:said|says|stated|states|announced|announces|warned|warns|claimed|claims|"
         r"argued|argues|insisted|insists|added|adds|wrote|writes|tweeted|tweets|declared|declares|admitted|admits|"
         r"(?:told|tells) (?:\w+\.? ){0,3}?\w+)")
_NAME = r"(?P<name>(?:[Tt]he )?[A-Z][\w.’'-]*(?: [\w.’'-]+){0,5}?)"
_NO_NAMES = frozenset("i we you he she they it this that there nobody everybody everyone".split())
_OPEN, _CLOSE = "[\"“„«]", "[\"”“»]"
_FRAMES = (
    # Hoekstra said that X; Hoekstra said: “X”
    re.compile(rf"{_NAME},? {_SAID}[,:]?(?: that)? (?P<words>.+)"),
    # “X,” said Hoekstra; “X,” Hoekstra said
    re.compile(rf"{_OPEN}(?P<words>[^\"“”„«»]+?),?{_CLOSE},? {_SAID} {_NAME}\.?"),
    re.compile(rf"{_OPEN}(?P<words>[^\"“”„«»]+?),?{_CLOSE},? {_NAME} {_SAID}\.?"),
    # according to Hoekstra, X
    re.compile(rf"[Aa]ccording to {_NAME}, (?P<words>.+)"),
)


def framed(claim: Claim) -> Iterator[Claim]:
    """What a claim that says itself who spoke (*Hoekstra said that …*) may mean: the words, and the speaker."""
    if claim.speaker:
        return
    text = " ".join(claim.text.split())
    for frame in _FRAMES:
        found = frame.fullmatch(text)
        if found and found["name"].lower() not in _NO_NAMES:
            yield Claim(found["words"], found["name"].rstrip("."))


def read_claims(path: str) -> list[Claim]:
    """The claims of a CSV file with a column ``claim``, and a column ``speaker`` that may be empty or missing.

    Raises:
        OptionError: The file cannot be read, has no such column, or no claims, or a row without one.
    """
    try:
        with open(path, "rb") as file:
            table = text_of(file.read())
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise OptionError(f"{path}: cannot be read ({reason})", hint="give a CSV file with a column claim") from error
    rows = csv.DictReader(io.StringIO(table, newline=""), restkey="")
    rows.fieldnames = [(name or "").strip().lower() for name in rows.fieldnames or ()]
    if "claim" not in rows.fieldnames:
        raise OptionError(f"{path}: has no column named claim",
                          hint="the first line must name the columns: claim,speaker")
    claims = [Claim((row["claim"] or "").strip(), (row.get("speaker") or "").strip()) for row in rows]
    if not claims:
        raise OptionError(f"{path}: has no claims", hint="give one claim a line, below the names of the columns")
    for number, claim in enumerate(claims, start=1):
        if not any(map(str.isalnum, claim.text)):
            raise OptionError(f"{path}: row {number} has no claim", hint="give each row some words, or take it out")
    return claims
