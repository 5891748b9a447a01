"""Whether work grows with its input or with the square of it."""

import gc
import time

ENOUGH = 0.02
"""Seconds below which it is no matter how time grows."""


def grows_like(power, make, step, *, size):
    """Does ``step`` take at most time in proportion to a power of the length of what ``make(size)`` gives?

    Measured is processor time at ``size`` and eight times as much; a square would be 64 times the time, so that a
    bound of three times the proportion tells them apart, even on a busy machine. Tried three times before it is false.
    """
    for _ in range(3):
        small, large = _seconds(step, make(size)), _seconds(step, make(8 * size))
        if large < ENOUGH or large <= 3 * 8 ** power * max(small, ENOUGH / 8):
            return True
    return False


def _seconds(step, text):
    # Collecting garbage goes over all that other tests have left in memory, and comes with the number of new objects.
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        step(text)
        return time.process_time() - start
    finally:
        gc.enable()
