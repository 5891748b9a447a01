"""Which quotes of an archive are looked at: those of current documents, and what else is asked for."""

from __future__ import annotations

import json
from collections.abc import Collection

from quotes.data import Act


def condition(*, document: str, since: str, acts: Collection[Act]) -> tuple[str, dict[str, str]]:
    """An SQL condition on the tables ``documents`` and ``quotes``, and its parameters.

    Args:
        document: Only documents in whose path, title or outlet this stands; the case of ASCII letters doesn't count.
        since: Only documents of this date (ISO 8601) or later, not those without a date; empty for all.
        acts: The acts wanted.
    """
    conditions = ["superseded_at IS NULL", "act IN (SELECT value FROM json_each(:acts))"]
    if document:
        conditions.append("instr(lower(path || char(10) || title || char(10) || outlet), lower(:document))")
    if since:
        conditions.append("date >= :since")
    return " AND ".join(conditions), {"acts": json.dumps(list(acts)), "document": document, "since": since}
