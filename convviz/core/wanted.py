"""Whether an answer is still wanted: long computations look between two pieces, and end where it is not.

A hand that edits a kernel makes the output stale that is being computed. Left to its end, that took half a
second of every core and of the memory from the picture which the hand waits for. A call of OpenCV is one
piece.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")


class Overtaken(Exception):
    """What was being computed is not wanted any more. No mistake, and nothing to be told."""


_wanted: ContextVar[Callable[[], bool] | None] = ContextVar("wanted", default=None)


@contextmanager
def while_wanted(wanted: Callable[[], bool]) -> Iterator[None]:
    """Within it `check` asks this function, which may be called often and on this thread."""
    token = _wanted.set(wanted)
    try:
        yield
    finally:
        _wanted.reset(token)


def check() -> None:
    """Raises Overtaken where the answer is not wanted; outside of `while_wanted` it always is."""
    wanted = _wanted.get()
    if wanted is not None and not wanted():
        raise Overtaken


def pieces(items: Iterable[T]) -> Iterator[T]:
    """The items, with a `check` before each."""
    for item in items:
        check()
        yield item
