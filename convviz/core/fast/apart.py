"""Threads that work together, each on a core of its own.

Linux wakes a thread on the core of the thread that wakes it, unless another is idle; and of a virtual
machine, whose resting cores are lent to others, it seems to take none for idle. Caller and helper then take
turns on one core for some milliseconds, while the other rests: after a pause, 7 × 7 at stride 3 on 1024²
cells took 1.05 ms, and takes 0.75 now that the helper may not run on the caller's core; 64 channels to 64
took 2.4, and take 1.7. Other systems place threads as they like.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_left: dict[int, int] = {}
"""By a helper's id, the core that it keeps away from."""


def keep_apart(helpers: Iterable[int]) -> None:
    """Lets threads, by their native ids, run on all cores that the caller may use but the one it is on."""
    find = _finder()
    core = find() if find else -1
    if core < 0:
        return
    for helper in helpers:
        if _left.get(helper) != core:
            _leave(helper, core)


def _leave(helper: int, core: int) -> None:
    if sys.platform == "linux":
        others = os.sched_getaffinity(0) - {core}
        with suppress(OSError):  # a sandbox may forbid it
            if others:
                os.sched_setaffinity(helper, others)
        _left[helper] = core


@cache
def _finder() -> Callable[[], int] | None:
    """What tells the core of the thread that asks; None where nothing does."""
    if sys.platform != "linux":
        return None
    import ctypes

    find: Callable[[], int] | None = getattr(ctypes.CDLL(None), "sched_getcpu", None)
    return find
