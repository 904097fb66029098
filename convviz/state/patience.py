"""Manners of work that no hand waits for: the event loop goes first, to a core and to Python's lock."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from time import perf_counter, sleep
from typing import TypeVar

T = TypeVar("T")

NICE = 10
"""How far such a thread stands back on Linux. One of three on two cores, the event loop took 31 ms for the
first pictures of 100 megapixels, of which it computed 15; with this and the rests, 18 to 23."""
BUSY_S, REST_S = 0.0005, 0.0005
"""Seconds of steps in Python, and of the rest after them."""


def step_back() -> None:
    """From now on, this thread and those it begins get a core where no other thread wants it."""
    if sys.platform == "linux":  # where each thread has a claim of its own; elsewhere Qt sees to it
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, 0, NICE)


def patiently(items: Iterable[T]) -> Iterator[T]:
    """The items, with rests between, for a loop of short steps that hold Python's lock.

    Painting lets go of the lock at every line of text; each time it would wait for a while to have it back.
    """
    began = perf_counter()
    for item in items:
        if perf_counter() - began > BUSY_S:
            sleep(REST_S)
            began = perf_counter()
        yield item
