"""Who was quoted how often, and where."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotes.archive.filtering import condition
from quotes.archive.joining import Named, joined
from quotes.data import Act, Kind
from quotes.selecting import goes_by

if TYPE_CHECKING:
    from sqlite_utils import Database as Archive

TOGETHER = "; "
"""What stands between the names of several who speak as one (*Ireland; Belgium*)."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A speaker with all the archive has of it."""

    name: str
    """The fullest of the names."""
    kind: Kind
    quotes: int
    documents: tuple[str, ...]
    """Where, by path."""
    first: str
    """The earliest date of these documents; empty where no date is known."""
    last: str
    also: tuple[str, ...]
    """Other names, the most frequent first."""


def speakers(
    archive: Archive, *, speaker: str = "", document: str = "", since: str = "",
    acts: Collection[Act] = ("speech", "thought"),
) -> list[Quoted]:
    """Everybody quoted in current documents, the most quoted first. Those of different articles are one speaker where
    they are surely the same (see :mod:`quotes.archive.joining`); where several speak as one, each is counted.

    Args:
        archive: An archive.
        speaker: Only who goes by this name (see :func:`quotes.selecting.is_by`) in some article.
        document, since, acts: Which quotes to look at (see :func:`quotes.archive.filtering.condition`).
    """
    where, parameters = condition(document=document, since=since, acts=acts)
    rows = archive.execute(
        "SELECT name, kind, document_id, json_group_array(DISTINCT mention), count(*) FROM quotes "
        "JOIN documents ON documents.id = document_id JOIN speakers ON speakers.id = speaker_id "
        f"WHERE {where} GROUP BY path, document_id, speaker_id ORDER BY path, document_id, min(quotes.id)",
        parameters).fetchall()
    places = {number: (path, date) for number, path, date in archive.execute(
        "SELECT id, path, date FROM current_documents")}
    found = [_quoted(same, places=places) for same in joined(_named(rows))
             if not speaker or any(goes_by(speaker, one.name, *one.mentions) for one in same)]
    return sorted(found, key=lambda quoted: (-quoted.quotes, -len(quoted.documents), quoted.name))


def _named(rows: Iterable[tuple[str, Kind, int, str, int]]) -> list[Named]:
    quotes: Counter[tuple[str, Kind, int]] = Counter()
    mentions: dict[tuple[str, Kind, int], set[str]] = defaultdict(set)
    for names, kind, article, mentioned, count in rows:
        parts = names.split(TOGETHER)
        for name in parts:
            quotes[name, kind, article] += count
            # What several are mentioned by says nothing of one of them.
            mentions[name, kind, article].update(json.loads(mentioned) if len(parts) == 1 else [])
    return [Named(*key, frozenset(mentions[key]), count) for key, count in quotes.items()]


def _quoted(same: Sequence[Named], *, places: Mapping[int, tuple[str, str]]) -> Quoted:
    names: Counter[str] = Counter()
    kinds: Counter[Kind] = Counter()
    for one in same:
        names[one.name] += one.quotes
        kinds[one.kind] += one.quotes
    fullest = max(names, key=lambda name: (len(name.split()), names[name]))
    articles = dict.fromkeys(one.article for one in same)
    dates = sorted(date for _, date in map(places.get, articles) if date)
    return Quoted(
        fullest, kinds.most_common(1)[0][0], names.total(), tuple(places[article][0] for article in articles),
        dates[0] if dates else "", dates[-1] if dates else "",
        tuple(name for name, _ in names.most_common() if name != fullest))
