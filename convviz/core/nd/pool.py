"""Pooling along one, two or three axes: one axis after another, box by box, no loop over cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.nd.boxes import CELLS, Box, boxes
from convviz.core.nd.windows import Index, Indices, Windows

Array = NDArray[Any]


def maxima(x: Array, windows: Sequence[Windows], out: Array) -> None:
    """Writes the maximum of each window of x (P, …) into out (P, …); nothing but padding gives −∞.

    A window with a NaN in it gives NaN. Whole numbers are compared as they are, if no window is all padding.
    """
    whole = x.dtype.kind == "u" and all(w.meets_cells for w in windows)
    empty, dtype = (0, x.dtype) if whole else (-np.inf, out.dtype)
    for box, region in _pieces(x, windows, out.shape):
        out[box] = _reduced(region.astype(dtype, copy=False), windows, box[1:], np.maximum, empty)


def winners(x: Array, windows: Sequence[Windows], out: Array, indices: Array) -> None:
    """As maxima, and writes into `indices` where each maximum lies in its plane, counted row by row.

    Ties go to the first, and so does a window of −∞; of NaNs the last wins, as in PyTorch.
    """
    for box, region in _pieces(x, windows, out.shape):
        out[box], indices[box] = _won(region, windows, box[1:], x.shape[1:])


def put_back(x: Array, windows: Sequence[Windows], out: Array) -> None:
    """Writes into out (P, …), contiguous, each window's maximum where it lies in its plane, zeros elsewhere.

    Planes of `out` are as those of x but for their first axis.
    """
    out[...] = 0
    planes = out.reshape(len(out), -1)
    for box, region in _pieces(x, windows, (len(x), *(w.count for w in windows))):
        values, places = _won(region.astype(out.dtype, copy=False), windows, box[1:], x.shape[1:])
        values, places = (part.reshape(len(region), -1) for part in (values, places))
        np.put_along_axis(planes[box[0]], places, values, -1)


def averages(
    x: Array, windows: Sequence[Windows], out: Array, padding: bool = True, divisor: int | None = None
) -> None:
    """Writes into out (P, …) each window's sum over `divisor`, or its cells, with or without the padding."""
    for box, region in _pieces(x, windows, out.shape):
        sums = _reduced(region.astype(out.dtype, copy=False), windows, box[1:], np.add, 0)
        over: Array = np.ones(1) if divisor is None else np.full(1, float(divisor))
        if divisor is None:
            for w, part in zip(windows, box[1:], strict=True):
                over = over[..., None] * w.counts(part, padding)
        np.divide(sums, over.astype(out.dtype), out=out[box])


def _pieces(x: Array, windows: Sequence[Windows], shape: tuple[int, ...]) -> Iterator[tuple[Box, Array]]:
    """Boxes of an output of `shape`, small enough, and the part of x that each one reads."""

    def cost(size: tuple[int, ...]) -> int:
        reach = [w.reach(n) for w, n in zip(windows, size[1:], strict=True)]
        return size[0] * prod(reach)

    for box in boxes(shape, cost) if prod(shape) else ():  # of no windows there is nothing to reach
        spans = (w.span(part) for w, part in zip(windows, box[1:], strict=True))
        yield box, x[(box[0], *spans)]


def _slabs(x: Array) -> list[Array]:
    """x cut along its first pooled axis, where one window alone is more than fits."""
    rows = max(1, CELLS // max(1, x[:, :1].size))
    return [x[:, top : top + rows] for top in range(0, max(x.shape[1], 1), rows)]


def _reduced(x: Array, windows: Sequence[Windows], parts: Box, ufunc: np.ufunc, empty: float) -> Array:
    """Each window's reduction; `empty` is that of no cells.

    The first axis first, for its taps are runs of memory, unless that is more than fits: then, slab by slab,
    the other axes.
    """
    axes, slabs = list(range(len(parts))), _slabs(x)
    if len(axes) > 1 and len(slabs) > 1:
        inner = axes[:0:-1]
        x = np.concatenate([_along_axes(slab, inner, windows, parts, ufunc, empty) for slab in slabs], 1)
        axes = axes[:1]
    return _along_axes(x, axes, windows, parts, ufunc, empty)


def _along_axes(
    x: Array, axes: Sequence[int], windows: Sequence[Windows], parts: Box, ufunc: np.ufunc, empty: float
) -> Array:
    for axis in axes:
        x = _along(x, axis + 1, windows[axis], parts[axis], ufunc, empty)
    return x


def _along(x: Array, axis: int, windows: Windows, part: slice, ufunc: np.ufunc, empty: float) -> Array:
    """One axis reduced; of windows of one tap, a view of x."""
    count, own = part.stop - part.start, False
    y: Array | None = None
    for to, cells in windows.taps(part):
        values = x[_at(axis, cells)]
        if windows.whole(part):
            values = ufunc.reduce(values, axis, keepdims=True, initial=empty)
        if values.shape[axis] == count:  # the tap meets a cell in every window
            y, own = (values, False) if y is None else (ufunc(y, values, out=y if own else None), True)
            continue
        if y is None:
            y = np.full((*x.shape[:axis], count, *x.shape[axis + 1 :]), empty, x.dtype)
        elif not own:
            y = y.copy()
        own, into = True, _at(axis, to)
        if isinstance(to, slice):
            ufunc(y[into], values, out=y[into])
        else:
            y[into] = ufunc(y[into], values)
    assert y is not None
    return y


def _won(x: Array, windows: Sequence[Windows], parts: Box, shape: Sequence[int]) -> tuple[Array, Array]:
    """Each window's maximum and its flat place in a plane of `shape`, the last axis first.

    Among equal maxima the last axis keeps the first of a row, then the other axes keep the first row.
    """
    slabs = []
    for slab in _slabs(x) if len(parts) > 1 else [x]:
        places: Array = np.zeros((1,) * x.ndim, np.int64)
        start: Array = np.zeros((1,) * x.ndim, np.int64)
        for axis in range(len(parts) - 1, 0, -1):
            slab, places, start = _won_along(slab, places, start, axis + 1, windows[axis], parts[axis], shape)
        slabs.append((slab, np.broadcast_to(places, slab.shape)))
    x, places = (np.concatenate(pieces, 1) for pieces in zip(*slabs, strict=True))
    x, places, _ = _won_along(x, places, start, 1, windows[0], parts[0], shape)
    return x, places


def _won_along(
    x: Array, places: Array, start: Array, axis: int, windows: Windows, part: slice, shape: Sequence[int]
) -> tuple[Array, Array, Array]:
    """The winners along one axis: values, flat places, and the places of windows without a winner."""
    weight, offset = prod(shape[axis:]), windows.span(part).start
    size = (*x.shape[:axis], part.stop - part.start, *x.shape[axis + 1 :])
    start = start + _column(windows.first(part) * weight, axis, x.ndim)
    nan = bool(np.isnan(x.min(initial=0)))  # the smallest of numbers with a NaN among them is NaN
    best, where = np.full(size, -np.inf, x.dtype), np.broadcast_to(start, size).copy()
    for to, cells in windows.taps(part):
        values = x[_at(axis, cells)]
        spots = places if places.size == 1 else places[_at(axis, cells)]
        if isinstance(cells, slice):
            cells = np.arange(x.shape[axis])[cells]
        if not cells.size:
            continue
        spots = spots + _column((cells + offset) * weight, axis, x.ndim)
        if windows.whole(part):
            chosen = _chosen(values, axis)
            spots = np.broadcast_to(spots, values.shape)
            values, spots = (np.take_along_axis(array, chosen, axis) for array in (values, spots))
        into = _at(axis, to)
        better = values > best[into]
        if nan:
            better |= np.isnan(values)
        best[into] = np.maximum(best[into], values)
        where[into] += better * (spots - where[into])  # np.where takes four times as long
    return best, where, start


def _chosen(values: Array, axis: int) -> Array:
    """Where along the axis the maximum lies: the first of equals, the last of NaNs."""
    chosen = np.argmax(values, axis, keepdims=True)
    nan = np.isnan(values)
    if nan.any():
        last = values.shape[axis] - 1 - np.argmax(np.flip(nan, axis), axis, keepdims=True)
        chosen = np.where(nan.any(axis, keepdims=True), last, chosen)
    return np.asarray(chosen)


def _at(axis: int, index: Index) -> tuple[Index, ...]:
    return (*[slice(None)] * axis, index)


def _column(numbers: Indices, axis: int, ndim: int) -> Array:
    return numbers.reshape(-1, *[1] * (ndim - axis - 1))
