"""Interpolation along one, two or three axes: one axis after another, by what each output cell reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import gcd
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.cv import cv2
from convviz.core.nd.boxes import boxes
from convviz.core.resize_places import Reader, Scaling

Array = NDArray[Any]

OPENCV: dict[str, tuple[str, tuple[str, ...]]] = {
    "bilinear": ("INTER_LINEAR", ("float32", "float64")),
    "bicubic": ("INTER_CUBIC", ("float32",)),  # its weights are single precision, whatever the picture is
}
"""The modes that OpenCV defines as PyTorch does, and the numbers for which it is as exact."""

OPENCV_SIDE = 1 << 15
"""Longer sides are not OpenCV's, nor single rows and columns of doubles, which it weighs in floats."""


def opencv_agrees(mode: str, dtype: np.dtype[Any], axes: Sequence[Scaling]) -> bool:
    """Whether cv2.resize computes this interpolation: it scales by n / o, edges aligned."""
    return (
        mode in OPENCV
        and dtype.name in OPENCV[mode][1]
        and max(max(axis.n, axis.o) for axis in axes) < OPENCV_SIDE
        and (dtype.name == "float32" or min(min(axis.n, axis.o) for axis in axes) > 1)
        and not any(axis.align_corners for axis in axes)
        and all(axis.factor is None or axis.n * axis.factor == axis.o for axis in axes)
    )


WHOLE, BAND = 1 << 24, 1 << 17
"""Numbers that are made ready for OpenCV at once, 64 MB, where it cannot read the input as it is; of more, at
a time."""

MARGIN = 2
"""Rows beyond a band that its first and its last output row may read."""


def by_opencv(x: Array, mode: str, out: Array) -> None:
    """Writes x (H, W) resized into out (H', W'), a whole array or a plane of one.

    Other numbers than those of `out`, or such that do not lie side by side, are converted, many of them band
    by band; see `bands`.
    """
    flag = getattr(cv2, OPENCV[mode][0])
    if x.size <= WHOLE or _is_opencvs(x, out):
        cv2.resize(x.astype(out.dtype, copy=False), out.shape[::-1], dst=out, interpolation=flag)
        return
    n, o = x.shape[0], out.shape[0]
    converted = resized = np.empty((0, 0), out.dtype)
    for start, stop, first, last in bands(n, o, x.shape[1]):
        if len(converted) < last - first:
            converted = np.empty((last - first, x.shape[1]), out.dtype)
            resized = np.empty(((last - first) * o // n, out.shape[1]), out.dtype)
        rows, made = converted[: last - first], resized[: (last - first) * o // n]
        np.copyto(rows, x[first:last])
        cv2.resize(rows, made.shape[::-1], dst=made, interpolation=flag)
        above = (start - first) * o // n
        out[start * o // n : stop * o // n] = made[above : above + (stop - start) * o // n]


def bands(n: int, o: int, width: int) -> Iterator[tuple[int, int, int, int]]:
    """Rows of the input (start, stop), and (first, last) with what is read beyond them, that together make n.

    All are rows that become whole rows of o: a band is resized as if it were alone, and has the same numbers.

    Example: list(bands(8, 4, BAND // 4)) == [(0, 4, 0, 6), (4, 8, 2, 8)].
    """
    unit = n // gcd(n, o)
    step, more = -(-BAND // (width * unit)) * unit, -(-MARGIN // unit) * unit
    for start in range(0, n, step):
        stop = min(start + step, n)
        yield start, stop, max(start - more, 0), min(stop + more, n)


def _is_opencvs(x: Array, out: Array) -> bool:
    """Whether OpenCV reads an input without a copy of all of it."""
    return x.dtype == out.dtype and x.strides[1] == x.itemsize and x.strides[0] >= x.strides[1] * x.shape[1]


def in_bands(x: Array, out: Array) -> bool:
    """Whether x (H, W) can be given to OpenCV as it is, or in bands that are small."""
    band = x.shape[0] // gcd(x.shape[0], out.shape[0]) * x.shape[1]
    return min(x.size, band) <= WHOLE or _is_opencvs(x, out)


def read(x: Array, axes: Sequence[Scaling], reader: Reader, out: Array) -> None:
    """Writes into out (P, …) the weighted sums of what its cells read in x (P, …)."""

    def cost(size: tuple[int, ...]) -> int:
        cells = size[0]
        for axis, n in zip(axes, size[1:], strict=True):
            cells *= max(n, min(axis.n, int(n * axis.ratio + 8 * max(axis.ratio, 1))))
        return cells

    for box in boxes(out.shape, cost):
        readings = [reader(axis, part) for axis, part in zip(axes, box[1:], strict=True)]
        spans = [slice(int(r.cells.min()), int(r.cells.max()) + 1) for r in readings]
        values = x[(box[0], *spans)].astype(out.dtype, copy=False)
        for axis in _cheapest_first(values.shape[1:], [r.cells for r in readings]):
            weights = readings[axis].weights.astype(out.dtype)
            values = _weighed(values, readings[axis].cells - spans[axis].start, weights, axis + 1)
        out[box] = values


def _cheapest_first(shape: Sequence[int], cells: Sequence[Array]) -> list[int]:
    """The axes that shrink, first those of long runs of memory; then those that grow, short runs first."""
    growth = [c.shape[1] / n for n, c in zip(shape, cells, strict=True)]
    return sorted(range(len(shape)), key=lambda axis: (growth[axis], axis if growth[axis] < 1 else -axis))


def _weighed(x: Array, cells: Array, weights: Array, axis: int) -> Array:
    """Σ over the taps of weight × cell, along one axis."""
    if len(cells) == 1:  # the nearest cell, as it is
        return np.asarray(np.take(x, cells[0], axis))
    total: Array | None = None
    for tap, weight in zip(cells, weights, strict=True):
        values = np.take(x, tap, axis)
        values *= weight.reshape(-1, *[1] * (x.ndim - axis - 1))
        total = values if total is None else np.add(total, values, out=total)
    assert total is not None
    return total
