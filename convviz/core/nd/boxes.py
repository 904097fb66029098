"""Large arrays in pieces: what is computed on the way stays in the cache and never fills the memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

Box = tuple[slice, ...]

CELLS = 1 << 19
"""Numbers an intermediate array holds at a time: 2 to 8 MB."""


def boxes(shape: tuple[int, ...], cost: Callable[[tuple[int, ...]], int]) -> Iterator[Box]:
    """Cuts an array of `shape` into boxes whose `cost(size)` is at most CELLS, or that are single cells.

    The first axes are cut first, so that a box stays a run of memory for as long as it can.
    """
    size = fitting(shape, cost)
    axes = [
        [slice(start, min(start + step, n)) for start in range(0, n, step)]
        for n, step in zip(shape, size, strict=True)
    ]
    return product(*axes)


def fitting(shape: tuple[int, ...], cost: Callable[[tuple[int, ...]], int]) -> tuple[int, ...]:
    """The size of the boxes: `shape`, the first axis longer than 1 halved until the cost is low enough."""
    size = [max(n, 1) for n in shape]
    while cost(tuple(size)) > CELLS and max(size, default=1) > 1:
        axis = next(axis for axis, n in enumerate(size) if n > 1)
        size[axis] = (size[axis] + 1) // 2
    return tuple(size)


def sizes(box: Box) -> tuple[int, ...]:
    """How many cells a box has along each axis."""
    return tuple(part.stop - part.start for part in box)
