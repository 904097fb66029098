"""A matrix product in pieces of the shape that BLAS multiplies at its best; of threads see alone.py."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.fast.scratch import Scratch

Array = NDArray[Any]

LIMIT = 900_000
"""Multiply-accumulates of a piece: up to a million OpenBLAS, where it knows AVX-512, packs nothing first."""
EIGHT, TALL, DEEP = 8, 24, 1152
"""Of a piece: its rows are a multiple of EIGHT, at least TALL if there are so many, and DEEP long at most.

64 × 576 times 576 × 56 on one core takes 40 µs by pieces of 24 rows, 49 by pieces of 8, and 45 where they are
32 rows and half as many columns.
"""


def product(left: Array, right: Array, out: Array, scratch: Scratch) -> None:
    """left (m, k) times each of right (n, k, columns), into out (n, m, columns).

    All float32, their rows of any pitch. For every piece of the one side the other is read again: pieces are
    tall, and as wide as that leaves them.
    """
    (m, k), columns = left.shape, right.shape[-1]
    deep = evenly(k, DEEP)
    wide = evenly(columns, max(1, LIMIT // (deep * min(TALL, _eights(m)))))
    tall = _eights(evenly(m, max(EIGHT, LIMIT // (deep * wide) // EIGHT * EIGHT)))
    for column in range(0, columns, wide):
        cols = slice(column, column + wide)
        for row in range(0, m, tall):
            rows = slice(row, row + tall)
            target = out[:, rows, cols]
            np.matmul(left[rows, :deep], right[:, :deep, cols], out=target)
            for first in range(deep, k, deep):
                inner = slice(first, first + deep)
                more = scratch.array("more", target.shape)
                np.matmul(left[rows, inner], right[:, inner, cols], out=more)
                np.add(target, more, out=target)


def evenly(whole: int, most: int) -> int:
    """The size of the parts of a whole that have at most so much: as few as can be, and nearly alike."""
    return -(-whole // -(-whole // most))


def _eights(rows: int) -> int:
    """As many rows or a few more, a multiple of EIGHT."""
    return -(-rows // EIGHT) * EIGHT
