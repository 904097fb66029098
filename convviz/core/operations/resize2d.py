"""2-D upsampling: every output cell is a weighted sum of the 1, 4 or 16 input cells around its place.

Or, in mode "area", of all that it touches, which all weigh the same.

    y[c, r, s] = Σ x[c, rows[r, u], cols[s, v]] · down[r, u] · across[s, v]

The weights are products of one number per row and one per column; beyond the edge its cell is read again.
Meanings are those of torch.nn.functional.interpolate with a scale_factor.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core import border
from convviz.core.nd import pool, resize
from convviz.core.nd.windows import Adaptive
from convviz.core.pool_sizes import adaptive_reads
from convviz.core.resize_places import Scaling, reader
from convviz.core.resize_spec import RESIZES, ResizeSpec
from convviz.core.sizes import Cost, Shape
from convviz.core.trace import Cell, Step, Trace

Array = NDArray[Any]


class Resize2d:
    """Nearest, bilinear, bicubic or area interpolation of (C, H, W); every channel by itself."""

    id = "resize2d"
    spec_type: type = ResizeSpec

    def output_shape(self, spec: ResizeSpec, shape: Shape) -> Shape:
        """(channels, height, width): ⌊cells · scale⌋ along each axis."""
        return (shape[0], *spec.output_size(shape[1:]))

    def cost(self, spec: ResizeSpec, shape: Shape) -> Cost:
        """Nothing is learned; each cell read is weighed once, unless it is copied, or added to others."""
        channels, height, width = self.output_shape(spec, shape)
        cells = channels * height * width
        if spec.mode == "area":
            read = adaptive_reads(shape[1], height) * adaptive_reads(shape[2], width)
            return Cost(0, 0, 0, cells, operations=channels * read)
        taps = RESIZES[spec.mode]
        return Cost(0, 0, cells * taps * taps if taps > 1 else 0, cells)

    def trace(self, spec: ResizeSpec, *operands: Array) -> ResizeTrace:
        """The output cells one by one."""
        return ResizeTrace(spec, *operands)

    def reference(self, spec: ResizeSpec, *operands: Array) -> Array:
        """All of them, in float64."""
        _, height, width = self.output_shape(spec, operands[0].shape)
        return self.sample(spec, np.arange(height), np.arange(width), *operands)

    def sample(self, spec: ResizeSpec, rows: Array, cols: Array, *operands: Array) -> Array:
        """The output at rows × cols, each tap one gather over them all."""
        (x,) = operands
        down, across = spec.resampled(x.shape[1:])
        y = np.zeros((x.shape[0], len(rows), len(cols)))
        for u, v in np.ndindex(down.taps, across.taps):
            source_rows = down.cells(rows)[:, u].clip(0, down.n - 1)
            source_cols = across.cells(cols)[:, v].clip(0, across.n - 1)
            weights = down.weights[rows, u][:, None] * across.weights[cols, v]
            y += x[:, source_rows[:, None], source_cols] * weights
        return y.astype(np.float32)

    def fast(self, spec: ResizeSpec, *operands: Array, out: Array | None = None) -> Array:
        """OpenCV where it gives the same numbers, else one axis after the other; see core.nd.resize."""
        (x,) = operands
        shape = self.output_shape(spec, x.shape)
        fits = out is not None and out.shape == shape and out.dtype == np.float32 and out.flags.c_contiguous
        y: Array = out if fits and out is not None else np.empty(shape, np.float32)
        scalings = spec.scalings(x.shape[1:])
        if spec.mode == "area":
            shares = [Adaptive(axis.n, axis.o) for axis in scalings]
            pool.averages(x, shares, y)
            return y
        if not _by_opencv(spec.mode, scalings):
            read = reader(spec.mode, scalings, np.float32)
            resize.read(x, scalings, read, y)
            return y
        for plane, resized in zip(x, y, strict=True):
            resize.by_opencv(plane, spec.mode, resized)
        return y

    def strategy(self, spec: ResizeSpec, *operands: Array) -> str:
        """Whose function the fast path calls."""
        by_opencv = _by_opencv(spec.mode, spec.scalings(operands[0].shape[1:]))
        return "OpenCV resize" if by_opencv else "rows and columns apart"


def _by_opencv(mode: str, scalings: tuple[Scaling, Scaling]) -> bool:
    """Whether OpenCV's places, in single precision, are the true ones."""
    places = [scaling.places(slice(0, scaling.o)) for scaling in scalings]
    exact = all(bool((each.astype(np.float32) == each).all()) for each in places)
    return exact and resize.opencv_agrees(mode, np.dtype(np.float32), scalings)


class ResizeTrace(Trace):
    """Random access to the output cells of one interpolation."""

    def __init__(self, spec: ResizeSpec, x: Array) -> None:
        self.x = x
        self.shape = (x.shape[0], *spec.output_size(x.shape[1:]))
        self._down, self._across = spec.resampled(x.shape[1:])

    def step(self, index: int, cell: Cell) -> Step:
        """The cells around the place of one output cell, and the weight of each."""
        channel, r, c = cell
        (rows, down), (cols, across) = self._down.window(r), self._across.window(c)
        source_rows = border.sources(rows, self._down.n, ResizeSpec.padding_mode)
        source_cols = border.sources(cols, self._across.n, ResizeSpec.padding_mode)
        values = border.read(self.x[channel : channel + 1], source_rows, source_cols, 0.0)
        weights = np.outer(down, across)[None]
        products = values * weights
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
