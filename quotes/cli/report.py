"""What a run tells on standard error: errors, notes, and on a terminal how far it is."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import click

from quotes.data import Document
from quotes.errors import QuotesError
from quotes.showing.plain import visible

T = TypeVar("T")


class Report:
    """Tells and counts what becomes of the documents of a run.

    Args:
        total: How many files there are to read.
        quiet: Tell errors only.
        verbose: Tell of each document, too.
    """

    def __init__(self, *, total: int, quiet: bool, verbose: bool) -> None:
        self.total = total
        self.quiet = quiet
        self.verbose = verbose
        self.done = 0
        self.failed = 0
        self._found = 0
        self._shown = 0
        self._progress = None
        if sys.stderr.isatty() and not quiet and not verbose:
            self._progress, self._task = _progress(total)

    def while_waiting(self, results: Iterable[T]) -> Iterator[T]:
        """The results, with the progress shown while each is waited for. It is taken away before each is handed on,
        so that it never mixes with what is then written to the same terminal."""
        waiting = iter(results)
        while True:
            if self._progress:
                self._progress.start()
            try:
                result = next(waiting)
            except StopIteration:
                return
            finally:
                if self._progress:
                    self._progress.stop()
            yield result

    def failed_on(self, error: QuotesError) -> None:
        """Tells of a document that cannot be read or searched."""
        self.failed += 1
        self._tell(f"error: {visible(str(error))} ({error.hint})")
        self._advance()

    def searched(self, document: Document, *, found: int, shown: int) -> None:
        """Counts a document that is done: how many quotes were found in it, and how many of them are shown."""
        self.done += 1
        self._found += found
        self._shown += shown
        if self.verbose:
            self._tell(f"{visible(document.name)}: {shown} of {found} quotes")
        self._advance()

    def passed_over(self, names: Sequence[str]) -> None:
        """Tells of files that were left out for their ending."""
        if self.verbose:
            for name in names:
                self._tell(f"passed over: {visible(name)}")
        elif names and not self.quiet:
            count = "1 file" if len(names) == 1 else f"{len(names)} files"
            self._tell(f"note: passed over {count} of other kinds (--verbose names them)")

    @contextmanager
    def messages_told(self) -> Iterator[None]:
        """Meanwhile tells what the library logs as a warning: that it goes on, but not as usual. A verbose report tells
        what it logs for information, too."""
        handler = logging.Handler()
        handler.emit = lambda record: self._tell(f"{_prefix(record)}{visible(record.getMessage())}")
        logger = logging.getLogger("quotes")
        before = logger.level
        logger.setLevel(logging.INFO if self.verbose else logging.WARNING)
        logger.addHandler(handler)
        try:
            yield
        finally:
            logger.removeHandler(handler)
            logger.setLevel(before)

    def stopped(self) -> None:
        """Tells that the run was broken off."""
        self._tell(f"stopped: {self.done} of {self._known()} documents done")

    def finished(self) -> None:
        """Tells where nothing was found, so that silence is not taken for a failure."""
        if self.quiet or not self.done:
            return
        documents = "1 document" if self.done == 1 else f"{self.done} documents"
        if not self._found:
            self._tell(f"no quotes found in {documents}")
        elif not self._shown:
            self._tell(f"none of the {self._found} quotes found in {documents} is as asked for "
                       "(--act all has thoughts, too)")
        elif self.verbose:
            self._tell(f"{self._shown} of {self._found} quotes in {documents}")

    def _tell(self, line: str) -> None:
        if self._progress and self._progress.live.is_started:
            self._progress.stop()
            click.echo(line, err=True)
            self._progress.start()
        else:
            click.echo(line, err=True)

    def _advance(self) -> None:
        if self._progress:
            self._progress.update(self._task, completed=self.done + self.failed, total=self._known(),
                                  description="Finding quotes")

    def _known(self) -> int:
        """How many documents we know of: an archive turns out to hold several."""
        return max(self.total, self.done + self.failed)


def _prefix(record: logging.LogRecord) -> str:
    return "warning: " if record.levelno >= logging.WARNING else ""


def _progress(total: int):
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    progress = Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("documents"),
        # The streams are left alone: standard output may be a pipe that must get every byte.
        console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False,
    )
    return progress, progress.add_task("Loading the model", total=total)
