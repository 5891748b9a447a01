"""From a claim and the passages of a corpus to a verdict with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quotes.data import Document, Quote
from quotes.verifying.claims import framed
from quotes.verifying.data import Change, Checked, Claim, Name, Searched
from quotes.verifying.judging import Judged, denies, evidence, judged
from quotes.verifying.matching import LEAST_SHARED, Wording, match, wording_of
from quotes.verifying.passages import Passage, passages, same_document
from quotes.verifying.speakers import said_by, surely_different
from quotes.verifying.splicing import spliced
from quotes.verifying.words import weight

LEAST_LOOKED_AT = 0.3
"""How much of a claim's words a passage must have for a closer look: half of it may be from somewhere else."""
OWN_WORDS = 5
"""Words that two people don't say alike by chance."""
CLEARLY_MORE = 0.15
"""How much more of a claim two quotes must explain than one does."""
MOST_EVIDENCE, MOST_NEAREST = 10, 3

_RANK: dict[Name, int] = {"verbatim": 0, "truncated": 1, "reported": 2, "altered": 3, "narration": 4}
_EXACT = ("verbatim", "truncated", "reported")
_SETTLED = (*_EXACT, "other-speaker", "disputed", "narration")


def prepare(found: Iterable[tuple[Document, Sequence[Quote]]]) -> list[Passage]:
    """The passages of some documents, ready to be compared with any number of claims.

    Args:
        found: Documents with all of their quotes, as :meth:`quotes.Finder.find_in` gives them.
    """
    return [passage for document, quotes in found for passage in passages(document, quotes)]


def verify(claim: Claim, corpus: Sequence[Passage], *, searched: Searched | None = None) -> Checked:
    """Whether a claim was said, by whom, and in these words.

    Args:
        claim: The words, and who is said to have said them. Where the claim names the speaker itself (*Hoekstra said
            that …*) and isn't found as it stands, what it says is looked for.
        corpus: Where to look: what :func:`prepare` makes of documents.
        searched: What to say about where was looked; by default what ``corpus`` has.
    """
    searched = searched or searched_in({(passage.document.name, passage.document.sha256): passage.document
                                         for passage in corpus}.values())
    checked = _verify(claim, corpus, searched)
    if checked.verdict in _SETTLED:
        return checked
    for other in framed(claim):
        again = _verify(other, corpus, searched)
        if again.verdict in _EXACT or checked.verdict == "not-found" != again.verdict:
            return replace(again, claim=Claim(claim.text, other.speaker))
    return checked


def searched_in(documents: Iterable[Document]) -> Searched:
    """What to say about having looked in some documents."""
    documents = list(documents)
    dates = sorted(document.date for document in documents if document.date)
    return Searched(len(documents), dates[0] if dates else "", dates[-1] if dates else "")


def _verify(claim: Claim, corpus: Sequence[Passage], searched: Searched) -> Checked:
    wording = wording_of(claim.text)
    looked_at = [judged(found) for passage in _promising(wording, corpus) if (found := match(wording, passage))]
    bearing = [one for one in looked_at if one.match.bears]
    denied = [one for one in bearing if one.quote and denies(one.quote) and _denied(one, claim, bearing)]
    bearing = _once([one for one in bearing if not (one.quote and denies(one.quote))], claim)
    name, chosen, note = _decided(claim, bearing, denied)
    if chosen is None or name == "altered":
        best = spliced(wording, [one for one in looked_at if _is_by(one, claim)], corpus)
        if best and (chosen is None or best.share >= chosen.match.share + CLEARLY_MORE):
            return Checked(claim, "altered", best.changes, best.evidence, searched)
    if chosen is None:
        return Checked(claim, "not-found", (), tuple(map(evidence, _nearest(wording, corpus, looked_at))), searched)
    others = [one for one in _ordered(denied + bearing) if one is not chosen]
    shown = [chosen, *(one for one in others if one.verdict != "narration" or name == "narration")]
    changes: tuple[Change, ...] = chosen.changes if name in ("altered", "other-speaker") else ()
    return Checked(claim, name, changes, tuple(map(evidence, shown[:MOST_EVIDENCE])), searched,
                   translated=_translated(bearing), note=note)


def _promising(wording: Wording, corpus: Sequence[Passage]) -> Iterator[Passage]:
    """The passages that have enough of a claim's words, in whatever order."""
    keys = wording.keys
    total = sum(map(weight, keys))
    for passage in corpus:
        least = LEAST_LOOKED_AT if passage.quotes else LEAST_SHARED
        if sum(weight(key) for key in keys if key in passage.vocabulary) >= least * total > 0:
            yield passage


def _nearest(wording: Wording, corpus: Sequence[Passage], looked_at: Sequence[Judged]) -> list[Judged]:
    """The quotes that are most like a claim that isn't there; none where none shares a word that says something."""
    if not looked_at:
        telling = {key for key in wording.keys if weight(key) == 1}
        some = sorted((passage for passage in corpus if passage.quotes and telling & passage.vocabulary),
                      key=lambda passage: -len(telling & passage.vocabulary))[:MOST_NEAREST]
        looked_at = [judged(found) for passage in some if (found := match(wording, passage))]
    return sorted(looked_at, key=lambda one: -one.match.share * one.match.score)[:MOST_NEAREST]


def _decided(claim: Claim, bearing: Sequence[Judged], denied: Sequence[Judged]) -> tuple[Name, Judged | None, str]:
    """The verdict, the passage that it rests on, and a note."""
    mine = _ordered([one for one in bearing if one.quote and _is_by(one, claim)])
    others = _ordered([one for one in bearing if one.quote and not _is_by(one, claim)])
    exact = [one for one in mine if one.verdict in _EXACT]
    elsewhere = [one for one in others if one.verdict in _EXACT]
    narrated = [one for one in bearing if one.verdict == "narration"]
    altered = [one for one in mine if one.verdict == "altered"]
    if denied:
        return "disputed", denied[0], "denied"
    if exact:
        rivals = [one for one in exact + elsewhere if _is_rival(exact[0], one)]
        if rivals:
            return "disputed", exact[0], "said of several speakers"
        return exact[0].verdict, exact[0], "" if exact[0].quote.speaker else "no speaker is given"
    if elsewhere:
        named = [one for one in elsewhere if one.quote.speaker]
        return ("other-speaker", named[0], "") if named else ("disputed", elsewhere[0], "no speaker is given")
    if narrated:
        return "narration", narrated[0], ""
    if altered:
        return "altered", altered[0], ""
    near = [one for one in others if one.quote.speaker and one.match.score >= 0.75]
    return ("other-speaker", near[0], "in other words") if near else ("not-found", None, "")


def _is_by(one: Judged, claim: Claim) -> bool:
    speaker = one.quote.speaker if one.quote else None
    return not claim.speaker or speaker is not None and said_by(speaker, claim.speaker)


def _denied(one: Judged, claim: Claim, bearing: Sequence[Judged]) -> bool:
    """Whether a denial is of the claim: by who is said to have said it, or when nobody is known to have said it."""
    if one.match.score < 1:
        return False
    said = [other for other in bearing if other.quote and other.verdict in _EXACT and not denies(other.quote)]
    if _is_by(one, claim) and claim.speaker or not said:
        return True
    by = one.quote.speaker
    return by is not None and any(other.quote.speaker and said_by(other.quote.speaker, by.name) for other in said)


def _is_rival(one: Judged, other: Judged) -> bool:
    """Whether another document has the same words, too many for chance, from somebody who is surely someone else."""
    here, there = one.quote.speaker, other.quote.speaker
    return not same_document(one.match.passage, other.match.passage) and here is not None and there is not None \
        and len(one.match.wording.words) >= OWN_WORDS and surely_different(here, there)


def _once(found: Sequence[Judged], claim: Claim) -> list[Judged]:
    """Each place once: of a quote within a quote, the one by who is asked for, then the inner one."""
    kept: list[Judged] = []
    for one in sorted(found, key=lambda one: (not _is_by(one, claim), _RANK[one.verdict], -one.match.score,
                                              len(one.match.passage.words))):
        if not any(_overlap(one, other) for other in kept):
            kept.append(one)
    return kept


def _overlap(one: Judged, other: Judged) -> bool:
    if not same_document(one.match.passage, other.match.passage):
        return False
    (a, b), (c, d) = _extent(one), _extent(other)
    return a < d and c < b


def _extent(one: Judged) -> tuple[int, int]:
    words = one.match.passage.words
    return words[one.match.first].start, words[one.match.last - 1].end


def _ordered(found: Sequence[Judged]) -> list[Judged]:
    """The best first; of equals the earliest, as far as dates are known, then in the order of the documents."""
    return sorted(found, key=lambda one: (_RANK[one.verdict], -one.match.score,
                                          one.match.passage.document.date or "9999"))


def _translated(bearing: Sequence[Judged]) -> bool:
    """Whether two outlets have the words between quotation marks, from one speaker, in different wordings."""
    quoted = [one for one in bearing if one.quote and one.match.marked and one.quote.speaker]
    return any(
        not same_document(one.match.passage, other.match.passage)
        and _said(one) != _said(other) and not surely_different(one.quote.speaker, other.quote.speaker)
        for at, one in enumerate(quoted) for other in quoted[:at])


def _said(one: Judged) -> tuple[str, ...]:
    return one.match.passage.keys[one.match.first:one.match.last]
