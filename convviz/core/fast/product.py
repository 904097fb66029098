"""A matrix product in pieces that BLAS multiplies in the calling thread.

Larger products OpenBLAS divides among its threads, which then wait for each other, spinning, at every block:
where anything else runs (64 × 576 times 576 × 3136 on two busy cores) that takes 22 ms in place of 1.6. (A
matrix times a vector it divides sooner, which no limit here prevents.) Blocks of a layer are divided among
threads by core.fast.crew, where none waits.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from convviz.core.fast.scratch import Scratch

Array = NDArray[Any]


class Piece(NamedTuple):
    """The largest piece that OpenBLAS does not divide, on one kind of processor.

    Attributes:
        work: its multiply-accumulates.
        deep: its columns on the left, rows on the right.
    """

    work: int
    deep: int


UNPACKED = Piece(900_000, 1152)
"""With AVX-512 OpenBLAS multiplies up to a million as they lie; less deep, sums are added more often."""
PACKED = Piece(520_000, 384)
"""Without it, it copies both sides first, 384 deep, and divides from 2¹⁹ on. 64 channels to 64, 3 × 3 on
56 × 56, took 25 ms by pieces of 900,000, in place of 4."""
EIGHT, TALL = 8, 24
"""Rows of a piece are a multiple of EIGHT, at least TALL if there are so many.

64 × 576 times 576 × 56 on one core takes 40 µs by pieces of 24 rows, 49 by pieces of 8, and 45 where they are
32 rows and half as many columns.
"""


@cache
def largest() -> Piece:
    """For the processor at hand."""
    known = np.show_config("dicts").get("SIMD Extensions", {})  # NumPy leaves out what is empty
    has_avx_512 = {"X86_V4", "AVX512_SKX"} & {*known.get("baseline", ()), *known.get("found", ())}
    return UNPACKED if has_avx_512 else PACKED


def product(left: Array, right: Array, out: Array, scratch: Scratch) -> None:
    """left (m, k) times each of right (n, k, columns), into out (n, m, columns).

    All float32, their rows of any pitch; of transposed ones OpenBLAS divides smaller products too. For every
    piece of the one side the other is read again: pieces are tall, and as wide as that leaves them.
    """
    (m, k), columns, (work, deepest) = left.shape, right.shape[-1], largest()
    deep = evenly(k, deepest)
    wide = evenly(columns, max(1, work // (deep * min(TALL, _eights(m)))))
    tall = _eights(evenly(m, max(EIGHT, work // (deep * wide) // EIGHT * EIGHT)))
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
