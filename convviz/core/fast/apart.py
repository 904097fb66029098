"""A helper runs on another core than the thread that it helps.

Linux wakes a thread on the core of the thread that wakes it, unless another is idle; and of a virtual
machine, whose resting cores are lent to others, it seems to take none for idle. Caller and helper then take
turns on one core for some milliseconds, while the other rests. Other systems place threads as they like.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from threading import local

_mine = local()
"""Of each helper: `avoided`, the core that it keeps off."""


def core() -> int | None:
    """The core that the calling thread is on; None where nothing tells."""
    find = _finder()
    found = find() if find else -1
    return found if found >= 0 else None


def keep_off(core: int | None) -> None:
    """Lets the calling thread run on any core of the program's but this one, until it is told another.

    Threads that it makes may run on no more than it may.
    """
    if sys.platform != "linux" or core is None or getattr(_mine, "avoided", None) == core:
        return
    _mine.avoided = core
    with suppress(OSError):  # a sandbox may forbid it
        others = os.sched_getaffinity(os.getpid()) - {core}
        if others:
            os.sched_setaffinity(0, others)


@cache
def _finder() -> Callable[[], int] | None:
    if sys.platform != "linux":
        return None
    import ctypes

    find: Callable[[], int] | None = getattr(ctypes.PyDLL(None), "sched_getcpu", None)
    return find
