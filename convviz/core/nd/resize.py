"""Interpolation along one, two or three axes: one axis after another, by what each output cell reads."""

from __future__ import annotations

from collections.abc import Sequence
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


def by_opencv(x: Array, mode: str, out: Array) -> None:
    """Writes x (H, W) resized into out (H', W'), a whole array or a plane of one."""
    cv2.resize(x, out.shape[::-1], dst=out, interpolation=getattr(cv2, OPENCV[mode][0]))


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
        values = x[(box[0], *spans)]
        for axis in _cheapest_first(values.shape[1:], [r.cells for r in readings]):
            weights = readings[axis].weights.astype(x.dtype)
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
