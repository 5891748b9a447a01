"""Documents in batches of bounded size, however many there are and however long each is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from quotes.data import Document
from quotes.running.outcomes import Findings

FIRST, MOST = 5_000, 40_000
"""Characters in the first batch, so that its rows come at once, and in later ones, which are twice as large each:
enough to be fast, little enough that the last one, which one process does while the others have nothing left to do, is
soon done."""
EACH = 100
"""Characters that a document counts for beside its text: even empty ones take room."""
KNOWN = 10
"""How many times less a document counts that need not be searched."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents, and for each what is known of it already: its findings, or None where it is to be searched."""

    documents: list[Document] = field(default_factory=list)
    known: list[Findings | None] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        """The texts that are to be searched."""
        return [document.text for document, found in zip(self.documents, self.known) if found is None]


def batches(
    documents: Iterable[Document], *, known: Callable[[str], Findings | None] | None = None, first: int = FIRST,
    most: int = MOST,
) -> Iterator[Batch]:
    """The documents in batches, in order; each is read when its batch is asked for. How they fall into batches doesn't
    depend on who will search them.

    Args:
        documents: Read one by one.
        known: Gives what was found in a text before, None where that isn't known.
        first: Characters in the first batch. One with a single document may have more.
        most: Characters in the largest batches.
    """
    batch, size, limit = Batch(), 0, first
    for document in documents:
        found = known(document.text) if known else None
        length = (len(document.text) + EACH) // (1 if found is None else KNOWN)
        if batch.documents and size + length > limit:
            yield batch
            batch, size, limit = Batch(), 0, min(2 * limit, most)
        batch.documents.append(document)
        batch.known.append(found)
        size += length
    if batch.documents:
        yield batch
