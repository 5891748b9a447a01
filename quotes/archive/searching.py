"""Searching: the quotes that have some words, best first, with the words in their context."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from quotes.archive.excerpts import CLOSE, OPEN, Excerpt, excerpt
from quotes.archive.filtering import condition
from quotes.archive.matching import all_of
from quotes.archive.reading import quotes_at
from quotes.data import Act, Document, Quote
from quotes.selecting import goes_by

if TYPE_CHECKING:
    from sqlite_utils import Database as Archive


@dataclass(frozen=True, slots=True)
class Hit:
    """A quote that has the words, and where."""

    document: Document
    quote: Quote
    excerpt: Excerpt


def search(
    archive: Archive, words: str, *, speaker: str = "", document: str = "", since: str = "",
    acts: Collection[Act] = ("speech", "thought"), limit: int | None = None,
) -> list[Hit]:
    """The current quotes that have all of some words, best first (see :mod:`quotes.archive.matching`).

    Args:
        archive: An archive.
        words: What to look for; ``"some words"`` stand together, ``minist*`` is a word that begins so. Case and
            accents don't count.
        speaker: Only quotes of who goes by this name (see :func:`quotes.selecting.is_by`).
        document, since, acts: Which quotes to look at (see :func:`quotes.archive.filtering.condition`).
        limit: The most quotes to give.
    """
    query = all_of(words)
    if not query:
        return []
    by_speaker = lru_cache(maxsize=None)(lambda *names: None not in names and goes_by(speaker, *names))
    archive.conn.create_function("by_speaker", 2, by_speaker, deterministic=True)
    where, parameters = condition(document=document, since=since, acts=acts)
    places = archive.execute(
        "SELECT document_id, quotes.id FROM quotes_fts JOIN quotes ON quotes.id = quotes_fts.rowid "
        "JOIN documents ON documents.id = document_id LEFT JOIN speakers ON speakers.id = speaker_id "
        f"WHERE quotes_fts MATCH :query AND {where} {'AND by_speaker(name, mention)' if speaker else ''} "
        "ORDER BY rank, path, quotes.id LIMIT :limit",
        parameters | {"query": query, "limit": -1 if limit is None else limit}).fetchall()
    marked = dict(archive.execute(
        "SELECT rowid, highlight(quotes_fts, 0, ?, ?) FROM quotes_fts WHERE quotes_fts MATCH ? "
        "AND rowid IN (SELECT value FROM json_each(?))",
        [OPEN, CLOSE, query, json.dumps([number for _, number in places])]).fetchall())
    return [Hit(document, quote, excerpt(quote, marked[number]))
            for (_, number), (document, quote) in zip(places, quotes_at(archive, places), strict=True)]
