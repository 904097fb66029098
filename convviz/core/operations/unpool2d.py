"""2-D max unpooling: each window's maximum goes back to where it was found, and all else is 0.

    y[c, r, s] = Σ z[c, n, m] · [ i[c, n, m] names (r, s), and no later window's index does ]

z and i are what max pooling makes of the picture: each window's maximum and its index, the place of the
maximum counted row by row in its channel. Of windows that overlap, several may name one cell; they are
written one after the other, row by row, and the last one stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core import border
from convviz.core.along import Indices
from convviz.core.nd import pool
from convviz.core.nd.windows import Sliding
from convviz.core.operations.pool2d import PoolTrace
from convviz.core.sizes import Cost, Shape
from convviz.core.trace import Cell, Step, Trace
from convviz.core.unpool_spec import Held, UnpoolSpec

Array = NDArray[Any]


class Unpool2d:
    """Max pooling of (C, H, W) and back to rows as wide; every channel by itself."""

    id = "unpool2d"
    spec_type: type = UnpoolSpec

    def output_shape(self, spec: UnpoolSpec, shape: Shape) -> Shape:
        """(channels, height, width); see UnpoolSpec.unpooled."""
        return unpool_shape(spec, shape)

    def cost(self, spec: UnpoolSpec, shape: Shape) -> Cost:
        """Nothing is learned; the pooling compares every tap once, and its maxima are moved."""
        out, pooled = unpool_shape(spec, shape), spec.pooled(shape[1:])
        compared = shape[0] * prod(pooled) * prod(spec.kernel_size)
        return Cost(weights=0, biases=0, macs=0, output_cells=prod(out), operations=compared)

    def trace(self, spec: UnpoolSpec, *operands: Array) -> UnpoolTrace:
        """The output cells one by one, each with the windows that may hold it."""
        return UnpoolTrace(spec, *operands)

    def reference(self, spec: UnpoolSpec, *operands: Array) -> Array:
        """The definition: every window's maximum and its index, then written back one by one."""
        (x,) = operands
        channels, height, width = unpool_shape(spec, x.shape)
        rows, cols = (np.arange(n) for n in spec.pooled(x.shape[1:]))
        maxima, indices = _maxima(spec, x, rows, cols)
        y = np.zeros((channels, height * width), np.float32)
        for plane, values, places in zip(y, maxima, indices, strict=True):
            for place, value in zip(places.flat, values.flat, strict=True):
                plane[place] = value
        return y.reshape(channels, height, width)

    def fast(self, spec: UnpoolSpec, *operands: Array, out: Array | None = None) -> Array:
        """The maxima of a block of windows and their indices, one axis after the other; then all at once."""
        (x,) = operands
        shape = unpool_shape(spec, x.shape)
        fits = out is not None and out.shape == shape and out.dtype == np.float32 and out.flags.c_contiguous
        y: Array = out if fits and out is not None else np.empty(shape, np.float32)
        sizes = zip(x.shape[1:], spec.pooled(x.shape[1:]), spec.axes, strict=True)
        pool.put_back(x, [Sliding(n, count, *axis) for n, count, axis in sizes], y)
        return y

    def sample(self, spec: UnpoolSpec, rows: Array, cols: Array, *operands: Array) -> Array:
        """The output at rows × cols, of the windows that may hold them alone."""
        (x,) = operands
        _, height, width = unpool_shape(spec, x.shape)
        y = np.zeros((len(x), len(rows), len(cols)), np.float32)
        if not y.size:
            return y
        along = spec.along(x.shape[1:], (height, width))
        held_rows, at_rows = _windows(along[0], rows)
        held_cols, at_cols = _windows(along[1], cols)
        beside = all(np.ptp(held) + 1 == held.size for held in (held_rows, held_cols))
        maxima, indices = (_block if beside else _maxima)(spec, x, held_rows, held_cols)
        here = rows[:, None] * width + cols
        for u, v in np.ndindex(spec.overlap):
            own = (slice(None), at_rows[:, u, None], at_cols[:, v])
            y = np.where(indices[own] == here, maxima[own], y)
        return y.astype(np.float32)

    def strategy(self, spec: UnpoolSpec, *operands: Array) -> str:
        """Each axis by itself, as pooling is done, and the indices with it."""
        return "rows, then columns"

    def why(self, spec: UnpoolSpec, *operands: Array) -> str:
        """The name says it."""
        return self.strategy(spec, *operands)


def unpool_shape(spec: UnpoolSpec, shape: Shape) -> Shape:
    """(channels, height, width) that unpooling makes of the maxima of a picture of `shape`.

    Raises: SpecError when the picture is smaller than the window, or its indices do not fit the output.
    """
    channels, height, width = shape
    return (channels, *spec.unpooled((height, width)))


def _windows(axis: Held, cells: Indices) -> tuple[Indices, Indices]:
    """The windows that may hold cells, each once, and where each cell's are among them."""
    held = axis.holding(cells).clip(0, axis.count - 1)
    windows, places = np.unique(held, return_inverse=True)
    return windows, places.reshape(held.shape)


def _maxima(spec: UnpoolSpec, x: Array, rows: Indices, cols: Indices) -> tuple[Array, Array]:
    """The maxima of the windows rows × cols and their indices, each (C, len(rows), len(cols)), tap by tap."""
    _, height, width = x.shape
    (kh, sh, ph), (kw, sw, pw) = spec.axes
    maxima = np.full((len(x), len(rows), len(cols)), spec.border_value)
    indices = np.zeros(maxima.shape, np.int64)
    for u, v in np.ndindex(kh, kw):
        places, along = rows * sh - ph + u, cols * sw - pw + v
        source_rows = border.sources(places, height, spec.padding_mode)
        source_cols = border.sources(along, width, spec.padding_mode)
        values = border.read(x, source_rows, source_cols, spec.border_value)
        larger = values > maxima  # so the first of equals wins
        maxima = np.where(larger, values, maxima)
        indices = np.where(larger, places[:, None] * width + along, indices)
    return maxima, indices


def _block(spec: UnpoolSpec, x: Array, rows: Indices, cols: Indices) -> tuple[Array, Array]:
    """The same of windows that lie side by side, one axis after the other."""
    spans, windows = [], []
    for held, n, (k, s, p) in zip((rows, cols), x.shape[1:], spec.axes, strict=True):
        start, stop = int(held[0]) * s - p, int(held[-1]) * s - p + k
        spans.append(slice(max(start, 0), min(stop, n)))
        windows.append(Sliding(spans[-1].stop - spans[-1].start, held.size, k, s, spans[-1].start - start))
    part = x[:, spans[0], spans[1]].astype(np.float64)
    maxima = np.empty((len(x), rows.size, cols.size))
    places = np.empty(maxima.shape, np.int64)
    pool.winners(part, windows, maxima, places)
    at, along = np.divmod(places, part.shape[2])
    return maxima, (at + spans[0].start) * x.shape[2] + along + spans[1].start


@dataclass(frozen=True, eq=False)
class Holding:
    """The windows that may hold one output cell.

    Attributes:
        rows, cols: their places in the pooled map, some of which may lie outside it.
        source_rows, source_cols: the same, border.CONSTANT for those.
        maxima, indices: (len(rows), len(cols)) what the pooling makes of each; 0 and −1 of none.
    """

    rows: Indices
    cols: Indices
    source_rows: Indices
    source_cols: Indices
    maxima: Array
    indices: Array


class UnpoolTrace(Trace):
    """Random access to the output cells of one unpooling.

    A step's rows and cols are places in the pooled map, its values that map's cells.
    """

    def __init__(self, spec: UnpoolSpec, x: Array) -> None:
        self.spec, self.x = spec, x
        self.shape = unpool_shape(spec, x.shape)
        self.pooled = PoolTrace(spec.pool, x)
        self._axes = spec.along(x.shape[1:], self.shape[1:])

    def inner(self, cell: Cell) -> list[Step]:
        """The pooling's steps of the windows that may hold an output cell, row by row."""
        held = self.holding(cell)
        rows, cols = (part[part >= 0].tolist() for part in (held.source_rows, held.source_cols))
        return [self.pooled.at((cell[0], row, col)) for row in rows for col in cols]

    def remembered(self, channel: int, rows: Indices, cols: Indices) -> tuple[Array, Array]:
        """The maxima of neighbouring windows and their indices in a channel, (len(rows), len(cols))."""
        maxima, indices = _block(self.spec, self.x[channel : channel + 1], rows, cols)
        return maxima[0], indices[0]

    def holding(self, cell: Cell) -> Holding:
        """The windows that may hold an output cell, with what they keep."""
        rows, cols = (axis.holding([at])[0] for axis, at in zip(self._axes, cell[1:], strict=True))
        _, height, width = self.pooled.shape
        sources = border.sources(rows, height, "zeros"), border.sources(cols, width, "zeros")
        maxima, indices = np.zeros((rows.size, cols.size)), np.full((rows.size, cols.size), -1)
        inside = [np.flatnonzero(part >= 0) for part in sources]
        if all(part.size for part in inside):
            found = self.remembered(cell[0], *(part[part >= 0] for part in sources))
            maxima[np.ix_(*inside)], indices[np.ix_(*inside)] = found
        return Holding(rows, cols, *sources, maxima, indices)

    def step(self, index: int, cell: Cell) -> Step:
        """The pooled cells whose windows may hold an output cell, and which of them is written there."""
        held = self.holding(cell)
        named = np.flatnonzero(held.indices == cell[1] * self.shape[2] + cell[2])
        weights = np.zeros((1, *held.maxima.shape))
        if named.size:  # what earlier windows wrote is written over
            weights.flat[named[-1]] = 1.0
        products = held.maxima * weights
        total = float(products.sum())
        return Step(
            index=index,
            cell=cell,
            channels=range(cell[0], cell[0] + 1),
            rows=held.rows,
            cols=held.cols,
            source_rows=held.source_rows,
            source_cols=held.source_cols,
            values=held.maxima[None],
            weights=weights,
            products=products,
            bias=0.0,
            total=total,
            value=float(np.float32(total)),
        )
