"""A matrix product in pieces that BLAS multiplies in the calling thread.

OpenBLAS divides a product of a million multiply-accumulates or more among its threads, which then wait for
each other, spinning, at every block: where anything else runs (64 × 576 times 576 × 3136 on two busy cores)
that takes 50 ms in place of 3. Pieces cost a little more than one product in one thread; blocks of a layer
are divided among threads by core.fast.crew, where none waits.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.fast.scratch import Scratch

Array = NDArray[Any]

ROWS, INNER = 64, 256
"""Of the left side at a time: 64 KB."""
LIMIT = 900_000
"""Multiply-accumulates of a piece."""


def product(factors: Iterable[tuple[Array, Array]], out: Array, scratch: Scratch) -> None:
    """The sum of left (…, m, k) times right (…, k, n) over all pairs of them, into out (…, m, n).

    All float32, their rows of any pitch; of transposed ones OpenBLAS divides smaller products too.
    """
    begun = False
    for left, right in factors:
        for first in range(0, left.shape[-1], INNER):
            inner = slice(first, first + INNER)
            sums = scratch.array("more", out.shape) if begun else out
            for top in range(0, left.shape[-2], ROWS):
                rows = slice(top, top + ROWS)
                _by_columns(left[..., rows, inner], right[..., inner, :], sums[..., rows, :])
            if begun:
                np.add(out, sums, out=out)
            begun = True


def _by_columns(left: Array, right: Array, out: Array) -> None:
    (m, k), n = left.shape[-2:], right.shape[-1]
    pieces = -(-n // max(1, LIMIT // (m * k)))
    wide = -(-n // pieces)
    whole = n - n % wide
    if whole > wide:  # all pieces of one width by one call
        np.matmul(left, _pieces(right[..., :whole], wide), out=_pieces(out[..., :whole], wide))
    else:
        whole = 0
    for first in range(whole, n, wide):
        np.matmul(left, right[..., first : first + wide], out=out[..., first : first + wide])


def _pieces(side: Array, wide: int) -> Array:
    """The same columns, in pieces of so many: (pieces, …, rows, wide), a view."""
    pieces = side.reshape(*side.shape[:-1], -1, wide)
    return np.moveaxis(pieces, -2, 0)
