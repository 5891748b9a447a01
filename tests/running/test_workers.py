"""Worker processes: order, bounds, and what becomes of the work of one that dies."""

import gc
import multiprocessing
import os
import signal
import subprocess
import sys
import time

import pytest

from quotes.errors import ModelError, OptionError, WorkerError
from quotes.running.collecting import THRESHOLDS
from quotes.running.workers import AHEAD, _Pool, in_processes
from tests.paths import ROOT
from tests.running import works


def lost(ends):
    return "lost: " + ", ".join(ends)


def done(tasks, load, *, processes=2):
    return list(in_processes(tasks, load, processes=processes, lost=lost))


def is_alive(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def gone(process, *, within=20):
    deadline = time.monotonic() + within
    while is_alive(process) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not is_alive(process)


def test_results_come_in_the_order_of_the_tasks_though_a_later_one_is_done_first():
    assert done([(1, ["wait 0.5"]), (2, ["b", "c"]), (3, []), (4, ["d"])], works.obey) == [
        (1, ["wait 0.5"]), (2, ["b", "c"]), (3, []), (4, ["d"])]


def test_no_more_processes_than_asked_for_and_none_for_tasks_without_items():
    found = {process for _, of_task in done([(n, ["a"]) for n in range(12)], works.tell_process) for process in of_task}
    assert 1 <= len(found) <= 2 and os.getpid() not in found
    assert done([(1, []), (2, [])], works.no_memory) == [(1, []), (2, [])]


def test_a_process_looks_for_garbage_seldom_and_the_one_that_starts_it_as_before():
    before = gc.get_threshold()
    gc.set_threshold(701, 11, 11)
    try:
        [(_, [thresholds])] = done([(1, ["a"])], works.tell_thresholds)
        assert thresholds == THRESHOLDS and gc.get_threshold() == (701, 11, 11)
    finally:
        gc.set_threshold(*before)


def test_tasks_are_taken_only_a_few_ahead():
    taken = []

    def tasks():
        for number in range(1000):
            taken.append(number)
            yield number, ["a"]

    results = in_processes(tasks(), works.shout, processes=2, lost=lost)
    for done in range(1, 21):
        next(results)
        assert len(taken) < done + 2 * AHEAD
    results.close()


def test_closing_ends_the_processes_at_once_whatever_they_are_at():
    results = in_processes([(1, ["a"]), (2, ["wait 60"]), (3, ["wait 60"])], works.obey, processes=2, lost=lost)
    next(results)
    began = time.monotonic()
    results.close()
    assert time.monotonic() - began < 20
    assert not multiprocessing.active_children()


def test_what_a_process_was_at_that_died_is_done_by_another_and_told(tmp_path, caplog):
    tasks = [(1, ["a", f"die once {tmp_path / 'died'}", "b"]), (2, ["c"])]
    assert done(tasks, works.obey, processes=1) == tasks
    assert [record.getMessage() for record in caplog.records] == [
        "a worker process ended (killed by SIGKILL); what it was at is tried again in a new one"]


@pytest.mark.parametrize("item, end", [("die", "killed by SIGKILL"), ("leave", "exit code 3")])
def test_only_the_item_is_lost_whose_process_dies_twice(item, end):
    assert done([(1, ["a", item, "b"]), (2, ["c"])], works.obey) == [
        (1, ["a", f"lost: {end}, {end}", "b"]), (2, ["c"])]


def test_a_process_that_dies_while_it_waits_is_not_given_work():
    pool = _Pool(works.tell_process, lost)
    try:
        ((first,), _) = pool.run(["a"])
        os.kill(first, signal.SIGKILL)
        while multiprocessing.active_children():
            time.sleep(0.02)
        ((second,), deaths) = pool.run(["a"])
    finally:
        pool.close()
    assert second != first and not deaths


def test_an_error_of_ours_in_a_process_is_raised_here_with_its_hint():
    with pytest.raises(OptionError, match="not like this") as raised:
        done([(1, ["complain"])], works.obey)
    assert raised.value.hint == "like that"
    with pytest.raises(ModelError, match="there is no model"):
        done([(1, ["a"])], works.no_model)


def test_processes_that_cannot_start_are_one_error_and_no_endless_loop():
    with pytest.raises(WorkerError, match="cannot be started .killed by SIGKILL"):
        done([(number, ["a"]) for number in range(5)], works.no_memory)
    assert not multiprocessing.active_children()


def test_processes_end_with_the_one_that_started_them():
    script = ("from quotes.running.workers import in_processes\nfrom tests.running import works\n"
              "if __name__ == '__main__':\n"
              "    results = in_processes([(1, ['a']), (2, ['wait 60'])], works.obey, processes=1, lost=len)\n"
              "    print(next(results), flush=True)\n"
              "    import multiprocessing\n"
              "    print(*(child.pid for child in multiprocessing.active_children()), flush=True)\n"
              "    next(results)\n")
    parent = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, text=True, stdout=subprocess.PIPE)
    assert parent.stdout.readline() == "(1, ['a'])\n"
    workers = [int(process) for process in parent.stdout.readline().split()]
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    assert workers and all(gone(process) for process in workers)
