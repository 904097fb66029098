"""2-D pooling: each channel's windows, reduced to their maximum or their average.

Both are sums of the window's values with weights: a maximum gives weight 1 to the winner and 0 to the
others, an average gives each cell 1 / (cells counted). So a step of pooling reads like one of convolution,
and its weights are also what the gradient flows back through.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core import border
from convviz.core.nd import pool
from convviz.core.nd.windows import Sliding
from convviz.core.pool_sizes import pool_size, pooled_counts
from convviz.core.pool_spec import PoolSpec
from convviz.core.sizes import Cost, Shape
from convviz.core.trace import Cell, Step, Trace

Array = NDArray[Any]


class Pool2d:
    """Max or average pooling of (C, H, W); every channel by itself."""

    id = "pool2d"
    spec_type: type = PoolSpec

    def output_shape(self, spec: PoolSpec, shape: Shape) -> Shape:
        """(channels, height, width); see pool_sizes.pool_size."""
        return pool_shape(spec, shape)

    def cost(self, spec: PoolSpec, shape: Shape) -> Cost:
        """Pooling learns nothing; it compares or adds every tap once."""
        channels, height, width = pool_shape(spec, shape)
        cells = channels * height * width
        taps = spec.kernel_size[0] * spec.kernel_size[1]
        return Cost(weights=0, biases=0, macs=0, output_cells=cells, operations=cells * taps)

    def trace(self, spec: PoolSpec, *operands: Array) -> PoolTrace:
        """The windows one by one."""
        return PoolTrace(spec, *operands)

    def reference(self, spec: PoolSpec, *operands: Array) -> Array:
        """All windows, one output row at a time, in float64."""
        (x,) = operands
        _, height, width = shape = pool_shape(spec, x.shape)
        return self._windows(spec, x, np.arange(height), np.arange(width)).reshape(shape).astype(np.float32)

    def sample(self, spec: PoolSpec, rows: Array, cols: Array, *operands: Array) -> Array:
        """The windows at rows × cols."""
        return self._windows(spec, operands[0], rows, cols).astype(np.float32)

    def fast(self, spec: PoolSpec, *operands: Array, out: Array | None = None) -> Array:
        """One axis after the other, each tap a strided view; see core.nd.pool."""
        (x,) = operands
        shape = pool_shape(spec, x.shape)
        fits = out is not None and out.shape == shape and out.dtype == np.float32 and out.flags.c_contiguous
        y: Array = out if fits and out is not None else np.empty(shape, np.float32)
        windows = [
            Sliding(n, count, k, s, before, d, after)
            for n, count, k, s, (before, after), d in zip(
                x.shape[1:],
                shape[1:],
                spec.kernel_size,
                spec.stride,
                spec.sides,
                spec.dilation,
                strict=True,
            )
        ]
        if spec.kind == "max":
            pool.maxima(x, windows, y)
        else:
            pool.averages(x, windows, y, spec.count_include_pad)
        return y

    def strategy(self, spec: PoolSpec, *operands: Array) -> str:
        """Each axis by itself, which is fewer comparisons than the window has cells."""
        return "rows, then columns"

    def why(self, spec: PoolSpec, *operands: Array) -> str:
        """The name says it."""
        return self.strategy(spec, *operands)

    def _windows(self, spec: PoolSpec, x: Array, rows: Array, cols: Array) -> Array:
        """The reduced windows at rows × cols, float64 (C, len(rows), len(cols)), tap by tap."""
        y = np.full((x.shape[0], len(rows), len(cols)), spec.border_value)
        for u, v in np.ndindex(spec.kernel_size):
            places = rows * spec.stride[0] - spec.pads[0] + u * spec.dilation[0]
            along = cols * spec.stride[1] - spec.pads[2] + v * spec.dilation[1]
            source_rows = border.sources(places, x.shape[1], spec.padding_mode)
            source_cols = border.sources(along, x.shape[2], spec.padding_mode)
            values = border.read(x, source_rows, source_cols, spec.border_value)
            y = np.maximum(y, values) if spec.kind == "max" else y + values
        return y if spec.kind == "max" else y / divisors(spec, x.shape, rows, cols)


def pool_shape(spec: PoolSpec, shape: Shape) -> Shape:
    """(channels, height, width) that pooling makes of an input of `shape`.

    Raises: SpecError when the input has no cells or is smaller than the window.
    """
    axes = zip(shape[1:], spec.kernel_size, spec.stride, spec.sides, spec.dilation, strict=True)
    height, width = (pool_size(*axis, spec.ceil_mode) for axis in axes)
    return (shape[0], height, width)


def divisors(spec: PoolSpec, shape: Shape, rows: Array, cols: Array) -> Array:
    """What each average at rows × cols is divided by, (len(rows), len(cols))."""
    axes = []
    for places, k, s, i, (before, after) in zip(
        (rows, cols), spec.kernel_size, spec.stride, shape[1:], spec.sides, strict=True
    ):
        counts = pooled_counts(places * s - before, k, i, after)[spec.count_include_pad]
        axes.append(counts.astype(np.float64))
    return axes[0][:, None] * axes[1]


class PoolTrace(Trace):
    """Random access to the windows of one pooling."""

    def __init__(self, spec: PoolSpec, x: Array) -> None:
        self.spec, self.x = spec, x
        self.shape = pool_shape(spec, x.shape)
        self._row_taps = np.arange(spec.kernel_size[0]) * spec.dilation[0] - spec.pads[0]
        self._col_taps = np.arange(spec.kernel_size[1]) * spec.dilation[1] - spec.pads[2]

    def step(self, index: int, cell: Cell) -> Step:
        """The window of one output cell and the weight that pooling gives each of its values."""
        spec, x = self.spec, self.x
        channel, r, c = cell
        rows, cols = r * spec.stride[0] + self._row_taps, c * spec.stride[1] + self._col_taps
        source_rows = border.sources(rows, x.shape[1], spec.padding_mode)
        source_cols = border.sources(cols, x.shape[2], spec.padding_mode)
        values = border.read(x[channel : channel + 1], source_rows, source_cols, spec.border_value)
        weights = self._weights(values, r, c)
        products = np.where(weights == 0, 0.0, values) * weights  # −∞ × 0 is nothing, too
        total = float(products.sum())
        return Step(
            index=index,
            cell=cell,
            channels=range(channel, channel + 1),
            rows=rows,
            cols=cols,
            source_rows=source_rows,
            source_cols=source_cols,
            values=values,
            weights=weights,
            products=products,
            bias=0.0,
            total=total,
            value=float(np.float32(total)),
        )

    def _weights(self, values: Array, r: int, c: int) -> Array:
        """1 for the first of the largest values and 0 for the rest, or 1 / cells counted for each."""
        if self.spec.kind == "max":
            weights = np.zeros(values.shape)
            weights.flat[int(np.argmax(values))] = 1.0
            return weights
        count = divisors(self.spec, self.x.shape, np.array([r]), np.array([c]))[0, 0]
        return np.full(values.shape, 1.0 / float(count))
