"""How many cells pooling and unpooling make along an axis. Meanings are PyTorch's."""

from __future__ import annotations

from math import gcd
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from convviz.core.pool_spec import check_pool_padding
from convviz.core.sizes import output_size
from convviz.core.spec import Pair


def pool_size(i: int, k: int, s: int, p: int | Pair = 0, d: int = 1, ceil: bool = False) -> int:
    """Cells that pooling windows of k taps, d apart, moved by s, make of i cells.

    p is the padding on each side, or (before, after), as TensorFlow's SAME has it.

    With `ceil` a last window may hang over the end, unless it would start in the padding there.

    Source: Dumoulin & Visin, arXiv 1603.07285, relationship 15; torch.nn.MaxPool2d for the other rounding.
    Raises: SpecError("pool_padding_too_wide"), see spec.check_pool_padding;
        SpecError("window_larger_than_input").
    Example: of 4 cells, pool_size(4, 3, 2) == 1 and pool_size(4, 3, 2, ceil=True) == 2.
    """
    check_pool_padding(p, k, d)
    before, after = (p, p) if isinstance(p, int) else p
    more = (-(i + before + after - d * (k - 1) - 1)) % s if ceil else 0
    size = output_size(i, k, s, (before, after + more), d)
    return size - 1 if ceil and (size - 1) * s >= i + before else size


Number = TypeVar("Number", int, NDArray[np.intp])


def pooled_counts(start: Number, k: int, i: int, p: int) -> tuple[Number, Number]:
    """How many of the k cells from `start` on lie in the input of i, and how many in it and its padding.

    p is the padding at the end; what lies before `start` is no concern of a window.

    An average that counts the padding divides by the second; what hangs over beyond the padding never counts.
    `start`, which may be an array, is that of a window that overlaps the input.

    Example: of 4 cells with 1 of padding, pooled_counts(-1, 3, 4, 1) == (2, 3) and
        pooled_counts(3, 3, 4, 1) == (1, 2).
    """
    before = start * (start < 0)
    beyond, outside = start + k - i, start + k - i - p
    padded = k - outside * (outside > 0)
    return k - beyond * (beyond > 0) + before, padded


def adaptive_window(n: Number, i: int, o: int) -> tuple[Number, Number]:
    """(start, stop) of the cells, of i, that output cell n of o pools; n may be an array of them.

    Neighbouring windows share a cell where o does not divide i.

    Source: torch.nn.AdaptiveAvgPool2d: ⌊n·i / o⌋ to ⌈(n + 1)·i / o⌉.
    Example: of 5 cells for 3, [adaptive_window(n, 5, 3) for n in range(3)] == [(0, 2), (1, 4), (3, 5)].
    """
    return n * i // o, -(-(n + 1) * i // o)


def adaptive_reads(i: int, o: int) -> int:
    """Cells that all adaptive windows along an axis read together, shared ones once for each window.

    Where a window ends inside a cell, that cell is read twice; o windows end inside one, but for the
    gcd(i, o) that end at its edge.

    Example: adaptive_reads(5, 3) == 7, of (0, 2), (1, 4) and (3, 5).
    """
    return i + o - gcd(i, o)


def unpool_size(i: int, k: int, s: int, p: int = 0) -> int:
    """Cells that max unpooling makes of i cells unless told otherwise: the fewest that pooling takes to i.

    Source: torch.nn.MaxUnpool2d: (i − 1)·s − 2p + k.
    Example: unpool_size(2, 2, 2) == 4, though 5 cells, too, are pooled to 2.
    """
    return (i - 1) * s - 2 * p + k
