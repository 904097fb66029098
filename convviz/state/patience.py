"""Manners of work that no hand waits for: it leaves Python's lock to the event loop now and then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from time import perf_counter, sleep
from typing import TypeVar

T = TypeVar("T")

BUSY_S, REST_S = 0.0005, 0.002
"""Seconds of steps in Python, and of the rest after them. With rests of 0.0005, frames that were played while
numbers were compared took twice as long; so the comparison takes 190 ms for 90 on the same slow machine."""


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
