"""Memory that one computation after the other uses again: fresh pages cost more than the arithmetic on them.

Writing 64 MB of new memory takes three times as long as writing it again (30 ms against 8 for a 3×3
filter2D of 4096 × 4096 on the machine of README's table), since the system hands out every page anew.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

STAGGER = 1600
"""Bytes, a multiple of 64, from where one array begins in its page of memory to where the next one does.
Large arrays begin alike in theirs, and what is read may wait for what was written to the same place of
another page: with a stagger, times differ less from run to run."""
PAGE = 4096
IDLE = 2
"""As many scratches are kept when nothing is computed: one for the result, one for another thread's."""


class Scratch:
    """Arrays by name, whose memory stays. Of one thread at a time; see `borrowed`."""

    def __init__(self) -> None:
        self._memory: dict[str, NDArray[np.uint8]] = {}

    def array(self, name: str, shape: tuple[int, ...], dtype: Any = np.float32) -> Array:
        """An array of this shape, its numbers whatever they were; the last one of this name is lost."""
        size = prod(shape) * np.dtype(dtype).itemsize
        memory = self._memory.get(name)
        if memory is None or memory.nbytes < size:
            memory = self._memory[name] = _beginning(size, STAGGER * (1 + self._place(name)))
        array: Array = memory[:size].view(dtype).reshape(shape)
        return array

    def _place(self, name: str) -> int:
        names = list(self._memory)
        return names.index(name) if name in names else len(names)

    @property
    def nbytes(self) -> int:
        """What is kept."""
        return sum(memory.nbytes for memory in self._memory.values())


def _beginning(size: int, place: int) -> NDArray[np.uint8]:
    """So many bytes that begin at a place in their page."""
    memory = np.empty(size + PAGE, np.uint8)
    first = (place - memory.ctypes.data) % PAGE
    return memory[first : first + size]


_idle: deque[Scratch] = deque(maxlen=IDLE)


@contextmanager
def borrowed() -> Iterator[Scratch]:
    """A scratch that no other thread has, given back at the end; threads need no lock for a deque."""
    try:
        scratch = _idle.pop()
    except IndexError:
        scratch = Scratch()
    try:
        yield scratch
    finally:
        _idle.append(scratch)
