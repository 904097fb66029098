"""Blocks of work shared among threads: whoever is free takes the next one, so that none waits for another.

numpy and BLAS let other threads of Python run while they compute. The calling thread works too; where no
other core is free it does everything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from os import cpu_count
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from convviz.core import wanted
from convviz.core.cv import cv2
from convviz.core.fast import apart
from convviz.core.fast.scratch import Scratch, borrowed

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

Block = TypeVar("Block")

MOST = 8
"""More threads than this would wait for memory, each with scratch of its own."""


def size() -> int:
    """As many threads as OpenCV takes."""
    return max(1, min(MOST, cv2.getNumThreads()))


@cache
def _helpers() -> ThreadPoolExecutor:
    from concurrent.futures import ThreadPoolExecutor

    # OpenCV makes its threads when it first needs them, and they may run only where the thread that needs
    # them may: not first in a helper, which keeps off a core.
    cv2.resize(np.zeros((1024, 1024), np.float32), (512, 512))
    return ThreadPoolExecutor(min(MOST, cpu_count() or 1), "fast path")


def share(blocks: Iterable[Block], work: Callable[[Block, Scratch], None], scratch: Scratch) -> None:
    """Does the work on every block, each with its thread's scratch; raises what the work raises.

    Where the answer is not wanted any more, blocks that nobody has begun are left; see core.wanted.
    """
    every = list(blocks)
    waiting = iter(every)
    here = apart.core() if len(every) > 1 else None

    def help_out() -> None:
        apart.keep_off(here)
        with borrowed() as mine:
            for block in waiting:
                work(block, mine)

    helpers = [_helpers().submit(help_out) for _ in range(min(size(), len(every)) - 1)]
    try:
        for block in wanted.pieces(waiting):
            work(block, scratch)
    finally:
        for _ in waiting:  # left undone, after a failure or when overtaken
            pass
        begun = [helper for helper in helpers if not helper.cancel()]
        failed = [helper.exception() for helper in begun]  # each is waited for
    for error in filter(None, failed):
        raise error
