"""Batches to outcomes: in this process, or in several where there is enough to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from quotes.running.batches import Batch
from quotes.running.outcomes import Failure, Outcome

Search = Callable[[Sequence[str]], Sequence[Outcome]]

LITTLE = 100_000
"""Characters to search that don't pay for more processes: about as long as a process takes to load the model."""
HELD = 10
"""Batches that are held back while it is not yet known how much there is to do."""


def run(
    batches: Iterable[Batch], search: Search, *, workers: int, load: Callable[[], Search], little: int = LITTLE
) -> Iterator[tuple[Batch, list[Outcome]]]:
    """Every batch with an outcome for each of its documents, in the order given.

    Args:
        batches: Taken as they are needed, up to two a worker ahead.
        search: Searches texts in this process, where there is one worker or little to do.
        workers: Processes at most.
        load: Makes such a search in a new process; it must be picklable.
        little: Characters that one process searches by itself.
    Raises:
        QuotesError: What ``search`` and ``load`` raise of these; other exceptions of ``search`` too.
        WorkerError: No process could be started.
    """
    batches = iter(batches)
    if workers == 1:
        searched = ((batch, search(texts) if (texts := batch.texts) else ()) for batch in batches)
    else:
        held, much = _ahead(batches, little=little)
        if much:
            from quotes.running.workers import in_processes  # what it imports takes time

            tasks = ((batch, batch.texts) for batch in chain(held, batches))
            searched = in_processes(tasks, load, processes=workers, lost=_lost)
        else:
            searched = ((batch, search(texts) if (texts := batch.texts) else ()) for batch in held)
    for batch, outcomes in searched:
        fresh = iter(outcomes)
        yield batch, [next(fresh) if found is None else found for found in batch.known]


def _ahead(batches: Iterator[Batch], *, little: int) -> tuple[list[Batch], bool]:
    """The first batches, and whether there is more to do than ``little``."""
    held: list[Batch] = []
    characters = 0
    for batch in batches:
        held.append(batch)
        characters += sum(map(len, batch.texts))
        if characters > little or len(held) == HELD:
            return held, True
    return held, False


def _lost(ends: Sequence[str]) -> Failure:
    return Failure(f"the process that searched it ended twice ({', then '.join(ends)})",
                   "a lack of memory does this: use fewer workers, split the document, or leave it out")
