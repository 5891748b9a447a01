"""Quotations joined to the cue beside them, whatever the tree says of their inside.

*"A," X said.* - *X said: "A."* - *"A," X said, "B."* - *X was blunt: "A."* All quotations that one cue introduces
are one content, and so are those that follow it in its paragraph without a cue of their own, and the paragraphs over
which a quotation runs on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quotes.data import relation
from quotes.detecting.article import Article, once
from quotes.detecting.candidate import Candidate
from quotes.detecting.lexicon import Entry
from quotes.detecting.patterns.statements import (
    begins_sentence,
    ends_open,
    is_statement,
    last_character,
    opens_paragraph,
)
from quotes.detecting.patterns.subjects import phrase, source_of
from quotes.detecting.patterns.verbs import cue_of, entry_of

_GO_ON = frozenset(("clause", "parenthesis", "according"))
"""Patterns after whose content the same speaker may go on in a quotation."""
_REACH = 40
"""Words that may lie between a quotation and its cue."""
_STOPS = frozenset((".", "?", "!", ";"))
_BARRIERS = _STOPS | {'"', "“", "”", "''", "``", "«", "»", "„"}
"""Words between which and a quotation its cue must stand."""
_FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))


@dataclass(frozen=True, slots=True)
class Group:
    """Quotations with one cue: numbers of the outermost ones, ascending; no cue: the speaker was named before."""

    numbers: tuple[int, ...]
    cue: int | None
    entry: Entry | None
    score: float


def find(article: Article) -> Iterator[Candidate]:
    """Attributions whose content is one or more whole quotations with a cue beside them."""
    for group in groups(article):
        if group.cue is None:
            continue
        source = source_of(article, group.cue) or _beside(article, group.cue)
        if source and group.entry is None:
            colon = _lead(article, group.numbers[0])[-1]
            if source[-1] < colon:
                yield Candidate((colon,), words_of(article, group.numbers), source, group.score, "speech", "colon")
        elif source:
            yield Candidate(cue_of(article, group.cue), words_of(article, group.numbers), source, group.score,
                            group.entry.act, "marks")


def continued(article: Article, found: Sequence[Candidate]) -> list[Candidate]:
    """The attributions, each with the quotations that go on with it: *She said it would rain. "We are ready."*"""
    grown = list(found)
    taken = {at for one in found for at in one.content}
    enders = {article.word(one.content[-1]).sentence: number for number, one in enumerate(grown)
              if one.act == "speech" and one.source and one.reason.split(", ")[-1] in _GO_ON}
    for group in groups(article):
        words = words_of(article, group.numbers)
        number = enders.get(article.word(words[0]).sentence - 1)
        if group.cue is not None or number is None or taken.intersection(words):
            continue
        if article.paragraphs[words[0]] == article.paragraphs[grown[number].content[-1]]:
            grown[number] = grown[number]._replace(content=(*grown[number].content, *words))
    return grown


def words_of(article: Article, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """The words of the quotations with these numbers."""
    return tuple([at for number in numbers for at in range(*article.quoted_words[number])])


@once
def groups(article: Article) -> tuple[Group, ...]:
    """The quotations that are statements, gathered by their cues, in text order."""
    found: list[Group] = []
    for unit in _units(article):
        previous = found[-1] if found else None
        cue = next(filter(None, (_cue(article, number, previous) for number in unit)), None)
        if cue is not None and previous is not None and previous.cue == cue[0]:
            found[-1] = replace(previous, numbers=previous.numbers + unit)
        elif cue is not None:
            found.append(Group(unit, *cue))
        elif is_statement(article, unit[0]) and begins_sentence(article, unit[0]):
            if previous is not None and previous.cue is not None and _goes_on(article, previous.numbers[-1], unit[0]):
                found[-1] = replace(previous, numbers=previous.numbers + unit)
            else:
                found.append(Group(unit, None, None, 0.5))
    return tuple(found)


def _units(article: Article) -> list[tuple[int, ...]]:
    """The outermost quotations that hold words, those over which one runs on taken together."""
    units: list[tuple[int, ...]] = []
    for number, quotation in enumerate(article.outermost):
        first, last = article.quoted_words[number]
        if first >= last or _is_transcript(article, first, last):
            continue
        if quotation.continues and units:
            units[-1] = (*units[-1], number)
        else:
            units.append((number,))
    return units


def _is_transcript(article: Article, first: int, last: int) -> bool:
    """Whether a quotation is a turn in a transcript, with its speaker in front: *"MARLOWE: I heard it."*"""
    for at in range(first, min(first + 5, last)):
        if article.word(at).text == ":":
            return at > first
        if not article.word(at).text.isupper():
            return False
    return False


def _goes_on(article: Article, one: int, other: int) -> bool:
    """Whether a quotation without a cue goes on with an earlier one: in its paragraph. A paragraph of its own is a
    statement of its own, of the last speaker."""
    before, after = article.quoted_words[one][0], article.quoted_words[other][0]
    return article.paragraphs[after] == article.paragraphs[before]


def _cue(article: Article, number: int, previous: Group | None) -> tuple[int, Entry | None, float] | None:
    """The cue verb of a quotation, its entry and a score: the one it shares with the ``previous`` quotation that it
    breaks in two, else the one after it, else before it."""
    lead, tail = _lead(article, number), _tail(article, number)
    if lead and previous is not None and previous.cue in lead and article.word(lead[-1]).text == ",":
        return previous.cue, previous.entry, previous.score
    starts = begins_sentence(article, number) or all(article.word(at).upos in ("PUNCT", "CCONJ", "ADV") for at in lead)
    if starts and ends_open(article, number):
        for at in tail:
            entry = _speaks(article, at)
            if entry is not None:
                return at, entry, 0.96
            leads_up = any(_speaks(article, child) for child in article.below(at, "xcomp"))  # *he liked to say*
            if article.word(at).upos == "VERB" and not leads_up and \
                    relation(article.word(at)) not in ("acl", "amod", "advcl"):
                break
    return _cue_before(article, number, lead) if lead else None


def _cue_before(article: Article, number: int, lead: list[int]) -> tuple[int, Entry | None, float] | None:
    """The cue verb in the words before a quotation: next to it, or with no other finite verb between where the
    quotation is tied to it by a comma or colon, or begins with a capital."""
    tied = article.word(lead[-1]).text in (",", ":", "—", "–", "--")
    capital = article.parse.text[article.outermost[number].inner.start:].lstrip("'‘“\" ")[:1].isupper()
    whole = is_statement(article, number) or last_character(article, number) in ",.?!"
    between = 0
    for at in reversed(lead):
        entry = _speaks(article, at)
        if entry is not None and whole and (not between or capital and (tied or between == 1)):
            return at, entry, 0.96
        if article.word(at).xpos in _FINITE or article.word(at).upos == "SCONJ":
            break
        between += at not in article.punctuation
    if article.word(lead[-1]).text == ":" and is_statement(article, number):
        for at in lead:
            if article.below(at, "nsubj"):
                return at, None, 0.7
    return None


def _speaks(article: Article, at: int) -> Entry | None:
    """The entry of a verb that can introduce a quotation."""
    if article.word(at).upos != "VERB":
        return None
    entry = entry_of(article, at)
    return entry if entry is not None and "quote" in entry.frames else None


def _lead(article: Article, number: int) -> list[int]:
    """The words between the last stop or quotation and this one, ascending; for a quotation that opens a paragraph,
    those at the end of the paragraph before, if that ends in a colon."""
    at = article.quoted_words[number][0] - 1
    while at >= 0 and article.word(at).start >= article.outermost[number].outer.start:
        at -= 1  # the mark itself
    if at < 0:
        return []
    home = article.paragraphs[article.quoted_words[number][0]]
    if opens_paragraph(article, number) and article.word(at).text == ":":
        home = article.paragraphs[at]  # *He said:* on the line before
    found: list[int] = []
    for before in range(at, max(at - _REACH, -1), -1):
        if article.paragraphs[before] != home or article.inside[before] >= 0 or article.word(before).text in _BARRIERS:
            break
        found.append(before)
    return found[::-1]


def _tail(article: Article, number: int) -> list[int]:
    """The words between this quotation and the next stop or quotation."""
    at = article.quoted_words[number][1]
    home = article.paragraphs[article.quoted_words[number][0]]
    end = article.outermost[number].outer.end
    found: list[int] = []
    for after in range(at, len(article.parse.starts)):
        if len(found) == _REACH or article.paragraphs[after] != home or article.inside[after] >= 0:
            break
        word = article.word(after)
        if word.start >= end:
            if word.text in _BARRIERS:
                break
            found.append(after)
    return found


def _beside(article: Article, cue: int) -> tuple[int, ...]:
    """The noun phrase next to a cue that the tree gives no subject: before it, else after it."""
    first, last = article.sentence(cue)
    nearby = [*range(cue - 1, max(first, cue - 6) - 1, -1), *range(cue + 1, min(last, cue + 6))]
    for at in nearby:
        word = article.word(at)
        if article.inside[at] >= 0 or word.text in _STOPS:
            continue
        if word.upos in ("PROPN", "PRON", "NOUN") and relation(word) not in ("compound", "flat", "nmod", "obl"):
            return phrase(article, at)
    return ()
