"""Editing a kernel or a canvas, cell by cell. Nothing changes in place: a function answers with the new one.

Kernels are rows of weights; a canvas is height × width bytes, row by row. Cells are (row, column).
"""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum

from convviz.core.errors import KernelError, SpecError
from convviz.core.spec import MAX_KERNEL, check_positive

Rows = tuple[tuple[float, ...], ...]
Place = tuple[int, int]
"""(row, column)."""


def with_cells(rows: Rows, cells: Iterable[Place], value: float) -> Rows:
    """The kernel with one value in some cells; cells outside it are left out."""
    painted = set(cells)
    return tuple(
        tuple(value if (i, j) in painted else weight for j, weight in enumerate(row))
        for i, row in enumerate(rows)
    )


def resized(rows: Rows, height: int, width: int) -> Rows:
    """The kernel cut, or filled up with zeros, around the cell that padding 'same' lays on the output cell.

    That is cell (k − 1) // 2 of k, so an even size has its extra cell after it, and the result does not
    shift: resized(((1, 2, 3),), 1, 2) == ((2, 3),).

    Raises: SpecError: a size is no whole number of at least 1; KernelError: it is larger than 63.
    """
    check_positive("height", height)
    check_positive("width", width)
    if max(height, width) > MAX_KERNEL:
        raise KernelError("kernel_too_large", kh=height, kw=width, most=MAX_KERNEL)
    top, left = (height - 1) // 2 - (len(rows) - 1) // 2, (width - 1) // 2 - (len(rows[0]) - 1) // 2
    return tuple(tuple(_weight(rows, i - top, j - left) for j in range(width)) for i in range(height))


def rotated(rows: Rows) -> Rows:
    """A quarter turn clockwise: the first column, from below, becomes the first row."""
    return tuple(zip(*rows[::-1], strict=True))


def flipped(rows: Rows, vertically: bool = False) -> Rows:
    """Mirrored left to right, or top to bottom."""
    return rows[::-1] if vertically else tuple(row[::-1] for row in rows)


def transposed(rows: Rows) -> Rows:
    """Rows for columns."""
    return tuple(zip(*rows, strict=True))


def normalised(rows: Rows) -> Rows:
    """Divided by the sum of the weights, so that they add up to 1 and a flat picture stays as bright.

    Raises: KernelError("kernel_sum_zero"), also when rounding alone keeps the sum from 0.
    """
    total = fsum(weight for row in rows for weight in row)
    if abs(total) <= 1e-12 * fsum(abs(weight) for row in rows for weight in row):
        raise KernelError("kernel_sum_zero")
    return tuple(tuple(weight / total for weight in row) for row in rows)


def cleared(rows: Rows) -> Rows:
    """All zeros."""
    return tuple((0.0,) * len(row) for row in rows)


def with_pixels(pixels: bytes, width: int, cells: Iterable[Place], value: int) -> bytes:
    """The canvas with one grey in some cells; cells outside it are left out.

    Raises: SpecError: the grey is not from 0 to 255.
    """
    if not 0 <= value <= 255:
        raise SpecError("out_of_range", name="grey", value=value, least=0, most=255)
    painted = bytearray(pixels)
    height = len(pixels) // width
    for row, col in cells:
        if 0 <= row < height and 0 <= col < width:
            painted[row * width + col] = value
    return bytes(painted)


def line_cells(start: Place, end: Place) -> tuple[Place, ...]:
    """The cells on the way from one to another, both included, each touching the next.

    A mouse that is drawn fast reports far-apart places; this closes the gaps.
    Source: J. E. Bresenham, Algorithm for computer control of a digital plotter, IBM Syst. J. 4 (1965).
    """
    down, across = end[0] - start[0], end[1] - start[1]
    steps = max(abs(down), abs(across))
    return tuple(
        (start[0] + _nearest(n * down, steps), start[1] + _nearest(n * across, steps))
        for n in range(steps + 1)
    )


def _nearest(way: int, steps: int) -> int:
    """way / steps, rounded; halves away from 0."""
    if not steps:
        return 0
    size = (2 * abs(way) + steps) // (2 * steps)
    return size if way >= 0 else -size


def _weight(rows: Rows, i: int, j: int) -> float:
    return rows[i][j] if 0 <= i < len(rows) and 0 <= j < len(rows[0]) else 0.0
