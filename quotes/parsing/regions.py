"""Parts of a text that are no prose of the article: headlines, and what stands around an article on a page.

Only what is surely such is told; a doubtful line is prose. A quote that stands in such a part is still a quote, but a
reader wants to know: a headline's words are often the editor's, a list of related articles is about something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quotes.data import Region, Span
from quotes.datelines import dateline_end
from quotes.parsing.paragraphs import paragraphs

LONGEST_HEADLINE = 25
"""Words of a headline."""
LONGEST_SUBHEAD = 12
LEAST_PROSE = 12
"""Words of a paragraph that is surely prose, if it ends as a sentence does."""
LONGEST_NOTICE = 60
"""Words of a paragraph that asks to subscribe, or says whose rights are reserved."""
LEAST_TRAILING = 3
"""Headings below each other that end a text: links to other articles, whoever may have put a label above them."""
LEAST_TRAILING_WORDS = 5
LONGEST_LIST = 15
"""Lines below *Related stories* that may belong to it."""
BYLINES_WITHIN = 8
"""Paragraphs from the top among which a byline stands."""

_NAME = r"[A-Z][\w.’'-]+(?:\s+(?:[A-Z][\w.’'-]*|de|van|von|der|la|al|bin)){1,4}"
_BYLINE = re.compile(
    rf"(?:Reported by|Words by|By|BY)\s+{_NAME}(?:(?:,| and| &)\s+{_NAME}){{0,3}}(?:\s*[,|/–—-].{{1,60}})?", re.A)
_NOTICE = re.compile(r"""
    (?:download|get|install|try)\s(?:the|our)\s[^.]{0,60}\bapps?\b
    | (?:sign(?:ed)?\s(?:up|in)|subscribe|register)\s(?:to|for|here|now|today)\b
    | (?:follow|like|join|find)\s(?:us|our)\s(?:on|at|whatsapp|telegram|channel)\b
    | (?:click|tap)\shere\b
    | advertisement\b | sponsored\scontent\b | skip\sto\s(?:main\s)?content\b
    | (?:read|see|watch|also\sread|read\salso|read\smore|see\salso|related|more\son\sthis|don['’]t\smiss)\s*:
    | (?:also\sread|read\salso)\b
    | (?:copyright\b|©|\(c\)\s*\d{4}) | all\srights\sreserved\b
    | this\smaterial\smay\snot\sbe\spublished\b
    | \(?this\s(?:story|article|report)\s
      (?:has\snot\sbeen\sedited|is\sauto-?generated|was\s(?:first|originally)\spublished)\b
    | you(?:['’]re|\sare)\sreceiving\sthis\b | unsubscribe\b | manage\syour\s(?:\w+\s)?preferences\b
    | (?:was|did)\s(?:this|someone|a\sfriend)\s[^.]{0,20}forward | to\sstop\sreceiving\sthese\b
    | if\syou\s(?:like|liked|enjoy|enjoyed)\sthis\s(?:newsletter|e-?mail)\b
    | take\s[^.]{0,40}\bnews\s[^.]{0,20}\bwith\syou\b
    | \(?with\sinputs?\sfrom\b | our\sstandards\s*:
    | \(?(?:additional\s)?reporting\sby\s[^.]{1,120}\b(?:editing|writing)\sby\b
    | view\s(?:this\semail\s)?in\s(?:your\s)?browser\b
    | (?:support|fund)\sour\s(?:independent\s)?journalism\b
    | (?:published|posted|updated|last\supdated|first\spublished|last\smodified)\b[\s:]+[^.]{0,40}\d
    | buy\s[^.]{1,90}\b(?:hardcover|paperback|kindle)\b
    | share(?:\s(?:this\s)?(?:article|story|on\s\w+)|\s*\|)
    """, re.I | re.X)
_CREDITED = re.compile(r"""
    (?:file\s)?(?:photos?|images?|pictures?|credits?|illustration)(?:\scredits?)?(?:\s(?:by|courtesy(?:\sof)?))?\s*[:/]
    | .*(?:\((?:AP\s)?(?:file\s)?(?:photo|image|picture|credit)s?\b[^()]{0,80}\)
         | \[(?:photo|image|picture|credit)s?\b[^\[\]]{0,80}\]
         | (?:/|\bvia\s|:\s)\s?(?:getty(?:\simages)?|afp|reuters|epa|shutterstock|ap\sphoto)\)?)$
    """, re.I | re.X)
_LABEL = re.compile(
    r"(?:related|read more|more (?:from|on|in)\b.{0,40}|also read|you (?:may|might) also like|recommended|most read|trending|"
    r"top stories|see also|more stories)"
    r"(?: (?:stories|articles|news|reading|coverage|now|for you|here))?\s*:?", re.I)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»›)\]]*$|[\"”»]$|[:;,—–-]$")
_SPEECH = re.compile(r"[\"“‘'«]")


class Marked(NamedTuple):
    """A part of a text that is no prose: code points, end exclusive, and what it is."""

    start: int
    end: int
    kind: Region


def regions(text: str) -> tuple[Marked, ...]:
    """The parts of a text that are surely no prose of the article, in the order of the text.

    ``headline``: the line or lines above the first paragraph, and headings between paragraphs. ``boilerplate``:
    datelines, bylines, captions with their credits, advertisements, lists of related articles, footers.
    """
    spans = paragraphs(text)
    parts = [text[start:end] for start, end in spans]
    return tuple(_regions(spans, parts))


def region_at(found: Sequence[Marked], span: Span) -> Region:
    """What a span stands in: the kind of the region that it begins in, empty for prose."""
    return next((kind for start, end, kind in found if start <= span.start < end), "")


def _regions(spans: Sequence[Span], parts: Sequence[str]) -> Iterator[Marked]:
    prose = [_is_prose(part) for part in parts]
    first = prose.index(True) if True in prose else 0
    trailing = len(parts) - _trailing(parts) if True in prose else len(parts)
    listed = 0
    for at, (span, part) in enumerate(zip(spans, parts)):
        words = part.split(maxsplit=LONGEST_NOTICE)
        if _LABEL.fullmatch(part):
            listed = LONGEST_LIST
            yield Marked(*span, "boilerplate")
        elif len(words) <= LONGEST_NOTICE and (_NOTICE.match(part) or _CREDITED.match(part)
                                               or at < BYLINES_WITHIN and _BYLINE.fullmatch(part)):
            yield Marked(*span, "boilerplate")
        elif at >= trailing:
            yield Marked(*span, "boilerplate")
        elif listed and _is_headline(part, words):
            listed -= 1
            yield Marked(*span, "boilerplate")
        else:
            listed = 0
            if _heads(at, words, part, first, prose):
                yield Marked(*span, "boilerplate" if part.startswith("By ") else "headline")
            elif end := dateline_end(part, 0, len(part)):
                yield Marked(span.start, span.start + end, "boilerplate")


def _trailing(parts: Sequence[str]) -> int:
    """How many headings end the text, written As American Headlines Are; 0 where they are few."""
    count = 0
    for part in reversed(parts):
        words = part.split(maxsplit=LONGEST_HEADLINE)
        long = [word for word in words if len(word) > 3 and word[0].isalpha()]
        if len(words) < LEAST_TRAILING_WORDS or not _is_headline(part, words) \
                or 4 * sum(word[0].isupper() for word in long) < 3 * len(long):
            break
        count += 1
    return count if count >= LEAST_TRAILING else 0


def _heads(at: int, words: Sequence[str], part: str, first: int, prose: Sequence[bool]) -> bool:
    """Is this line a headline above the article, or a heading between two paragraphs of it?"""
    if not _is_headline(part, words):
        return False
    if at < first:
        return at == 0 or len(words) > 2
    between = 0 < at < len(prose) - 1 and prose[at - 1] and prose[at + 1]
    return between and len(words) <= LONGEST_SUBHEAD and not (_SPEECH.match(part) and _SPEECH.search(part[-1:]))


def _is_headline(part: str, words: Sequence[str]) -> bool:
    return (len(words) <= LONGEST_HEADLINE and "\n" not in part
            and any(map(str.isalpha, part)) and (part[0].isupper() or not part[0].isalpha())
            and not _SENTENCE_END.search(part) and part[0] not in "—–-•*" and "@" not in part)


def _is_prose(part: str) -> bool:
    return (len(part.split(maxsplit=LEAST_PROSE)) >= LEAST_PROSE and _SENTENCE_END.search(part) is not None
            and not _NOTICE.match(part))
