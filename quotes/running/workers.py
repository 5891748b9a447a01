"""Worker processes: tasks out, results back in order, and nothing lost with a process that dies.

A thread stands by each process, sends it a task and waits. ``concurrent.futures`` has a pool of processes too, but when
one of them dies it gives up all of them and everything they were at. Processes are spawned, not forked: a fork of a
process that has loaded PyTorch may hang.
"""

from __future__ import annotations

import logging
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing import get_context, parent_process, resource_tracker
from multiprocessing.connection import Connection
from threading import Lock, Thread
from typing import TypeVar

from quotes.errors import QuotesError, WorkerError
from quotes.running.collecting import collect_seldom

Context, Item, Result = TypeVar("Context"), TypeVar("Item"), TypeVar("Result")
Work = Callable[[Sequence[Item]], Sequence[Result]]

AHEAD = 2
"""Tasks taken for each process: one it is at, one that waits."""
START_HINT = "use one worker; in a script of your own, call quotes under: if __name__ == '__main__'"

log = logging.getLogger(__name__)


def in_processes(
    tasks: Iterable[tuple[Context, Sequence[Item]]], load: Callable[[], Work], *, processes: int,
    lost: Callable[[Sequence[str]], Result],
) -> Iterator[tuple[Context, Sequence[Result]]]:
    """Each task's context with a result for each of its items, in the order of the tasks.

    When a process dies, a warning is logged, and the items of its task are tried again one by one in a new process.
    Closing the iterator ends all processes; they end by themselves when this process does.

    Args:
        tasks: Taken one by one, up to ``AHEAD`` for each process. A task without items needs no process.
        load: Called once in each process (so it must be picklable); what it returns does the work there.
        processes: How many, at most: one is started only when all others are busy.
        lost: The result for an item whose process died both times, from how the processes ended.
    Raises:
        QuotesError: One that was raised in a process.
        WorkerError: The first process ended before it had loaded.
    """
    pool = _Pool(load, lost)
    threads = ThreadPoolExecutor(processes, initializer=_leave_interrupts)
    waiting: deque[tuple[Context, Future]] = deque()
    try:
        for context, items in tasks:
            waiting.append((context, threads.submit(pool.run, items)))
            while waiting and (len(waiting) >= AHEAD * processes or waiting[0][1].done()):
                yield _next(waiting)
        while waiting:
            yield _next(waiting)
    finally:
        pool.close()
        threads.shutdown(cancel_futures=True)


def _next(waiting: deque[tuple[Context, Future]]) -> tuple[Context, Sequence[Result]]:
    context, future = waiting.popleft()
    results, deaths = future.result()
    for death in deaths:
        log.warning("a worker process ended (%s); what it was at is tried again in a new one", death)
    return context, results


def _leave_interrupts() -> None:
    """Ctrl-C is for the main thread alone. A process inherits this from the thread that starts it."""
    if hasattr(signal, "pthread_sigmask"):  # not on Windows
        resource_tracker.ensure_running()  # when multiprocessing starts it by itself, it lets interrupts in again
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


class _Died(Exception):
    """A process ended before it gave its result."""


class _Pool:
    """Processes that wait for work, and those at work. ``run`` is called from several threads."""

    def __init__(self, load: Callable[[], Work], lost: Callable[[Sequence[str]], Result]) -> None:
        self._load = load
        self._lost = lost
        self._lock = Lock()
        self._all: list[_Worker] = []
        self._idle: list[_Worker] = []
        self._proven = False
        self._closed = False

    def run(self, items: Sequence[Item]) -> tuple[Sequence[Result], list[str]]:
        """A result for each item, and how each process ended that died of the task as a whole."""
        if not items:
            return [], []
        try:
            return self._in_one(items), []
        except _Died as death:
            return [self._alone(item, first=str(death)) for item in items], [str(death)]

    def _alone(self, item: Item, *, first: str) -> Result:
        try:
            return self._in_one([item])[0]
        except _Died as death:
            return self._lost([first, str(death)])

    def _in_one(self, items: Sequence[Item]) -> Sequence[Result]:
        worker = self._taken()
        if not worker.loaded():
            if not self._proven:
                raise WorkerError(f"a worker process cannot be started ({worker.end()})", hint=START_HINT)
            raise _Died(worker.end())
        self._proven = True
        results = worker.results(items)
        self._idle.append(worker)
        return results

    def _taken(self) -> _Worker:
        with self._lock:
            if self._closed:
                raise WorkerError("no more work is taken")
            while self._idle:
                if (worker := self._idle.pop()).is_alive():
                    return worker
            worker = _Worker(self._load)
            self._all.append(worker)
            return worker

    def close(self) -> None:
        """Ends all processes, and so what threads wait for."""
        with self._lock:
            self._closed = True
        for worker in self._all:
            worker.kill()


class _Worker:
    """A process, and the near end of the pipe to it."""

    def __init__(self, load: Callable[[], Work]) -> None:
        context = get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, load), daemon=True)
        self._process.start()
        theirs.close()
        self._loaded = False

    def is_alive(self) -> bool:
        return self._process.is_alive()

    def loaded(self) -> bool:
        """Waits until it has loaded. False where it ended before; raises the QuotesError that was raised there."""
        if not self._loaded:
            try:
                self._received()
            except _Died:
                return False
            self._loaded = True
        return True

    def results(self, items: Sequence[Item]) -> Sequence[Result]:
        """Its results. Raises _Died where it ended before it gave them, or the QuotesError that was raised there."""
        try:
            self._connection.send(items)
        except OSError as error:
            raise _Died(self.end()) from error
        return self._received()

    def _received(self) -> Sequence[Result]:
        try:
            message = self._connection.recv()
        except (EOFError, OSError) as error:
            raise _Died(self.end()) from error
        if isinstance(message, QuotesError):
            raise message
        return message

    def end(self) -> str:
        """How it ended."""
        self._process.join()
        code = self._process.exitcode
        return f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"

    def kill(self) -> None:
        self._process.kill()
        self._process.join()


def _serve(connection: Connection, load: Callable[[], Work]) -> None:
    """What a process does: load, then task after task until there is no more."""
    Thread(target=_end_with_parent, daemon=True).start()
    collect_seldom()
    try:
        work = load()
        connection.send([])
        while True:
            connection.send(work(connection.recv()))
    except EOFError:
        return
    except QuotesError as error:
        connection.send(error)


def _end_with_parent() -> None:
    parent_process().join()
    os._exit(1)
