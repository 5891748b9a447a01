"""How many processes this machine has room for."""

from __future__ import annotations

import os

MEMORY = 10**9
"""Bytes that a worker process may need."""


def usable_cores() -> int:
    """The cores that this process may use, but no more than the machine has gigabytes of memory."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if hasattr(os, "sysconf"):
        cores = min(cores, os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // MEMORY)
    return max(1, cores)
