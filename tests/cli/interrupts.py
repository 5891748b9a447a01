"""Processes that heed Ctrl-C."""

import signal


def heeding_ctrl_c():
    """For ``preexec_fn``: tests that a shell runs in the background would hand on that it is ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
