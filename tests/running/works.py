"""Work for worker processes, in a module that they can import."""

import gc
import os
import signal
import sys
import time
from pathlib import Path

from quotes.errors import ModelError, OptionError


def shout():
    return lambda words: [word.upper() for word in words]


def tell_process():
    return lambda items: [os.getpid() for _ in items]


def tell_thresholds():
    return lambda items: [gc.get_threshold() for _ in items]


def obey():
    """Does what its items say: ``die``, ``die once FILE``, ``leave``, ``complain``, ``wait SECONDS``; else gives them back."""

    def work(items):
        for item in items:
            what, _, rest = item.partition(" ")
            if item == "die" or item.startswith("die once") and _first_time(rest.removeprefix("once ")):
                os.kill(os.getpid(), signal.SIGKILL)
            if what == "leave":
                sys.exit(3)
            if what == "complain":
                raise OptionError("not like this", hint="like that")
            if what == "wait":
                time.sleep(float(rest))
        return items

    return work


def no_model():
    raise ModelError("there is no model", hint="make one")


def no_memory():
    os.kill(os.getpid(), signal.SIGKILL)


def _first_time(path):
    first = not Path(path).exists()
    Path(path).touch()
    return first
