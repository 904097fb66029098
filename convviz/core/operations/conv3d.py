"""3-D convolution: y[o, r, c] = b + Σ x[o·s + t·d − p, r·s + u·d − p, c·s + v·d − p] · w[t, u, v].

Stride s, dilation d and padding p are each one number per axis. The sum runs over the slices t of the
window and over each slice's taps (u, v); spec.flip reads w from its far corner along all three axes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core import border
from convviz.core.activations import activate, activate_into
from convviz.core.errors import SpecError
from convviz.core.fast import convolve
from convviz.core.fast.layer import DEPTHS, Layer
from convviz.core.nd.boxes import boxes, sizes
from convviz.core.operations.conv2d import checked_bias, window_sums
from convviz.core.sizes import Cost, Shape
from convviz.core.spec_3d import Conv3dSpec, conv3d_cost, conv3d_shape, plane_spec
from convviz.core.trace import Cell, Indices, Step, Trace
from convviz.i18n import Message

Array = NDArray[Any]

BLOCK = 8
"""Times nd.boxes.CELLS that a padded part of the stack may have: 16 MB as float32."""


class Conv3d:
    """Cross-correlation or convolution of a stack (D, H, W) with weight (1, kd, kh, kw) and bias (1,)."""

    id = "conv3d"
    spec_type: type = Conv3dSpec

    def output_shape(self, spec: Conv3dSpec, shape: Shape) -> Shape:
        """(slices, height, width); see spec_3d.conv3d_shape."""
        return conv3d_shape(spec, shape)

    def cost(self, spec: Conv3dSpec, shape: Shape) -> Cost:
        """Parameters and multiply-accumulates; see spec_3d.conv3d_cost."""
        return conv3d_cost(spec, shape)

    def trace(self, spec: Conv3dSpec, *operands: Array) -> Conv3dTrace:
        """The windows one by one."""
        return Conv3dTrace(spec, *operands)

    def reference(self, spec: Conv3dSpec, *operands: Array) -> Array:
        """Slice by slice in float64: each is a 2-D convolution whose channels are the window's slices."""
        x, weight, bias = _checked(spec, *operands)
        shape, layer = conv3d_shape(spec, x.shape), plane_spec(spec, spec.depth, spec.pads)
        y, stack = np.empty(shape, np.float64), x.astype(np.float64)
        for o, sums in enumerate(y):
            read = _slices(spec, stack, spec.sources(o, len(x)))
            sums[...] = window_sums(layer, read, _oriented(spec, weight), bias, np.float64)[0]
        return activate(spec.activation, y, spec.negative_slope).astype(np.float32)

    def fast(self, spec: Conv3dSpec, *operands: Array, out: Array | None = None) -> Array:
        """In blocks: a part of the stack is padded once, then its slices are filtered one by one and added.

        What is made on the way stays below 100 MB, whatever the stack's size.
        """
        x, weight, bias = _checked(spec, *operands)
        shape, filters = conv3d_shape(spec, x.shape), _oriented(spec, weight).astype(np.float64)
        plane = plane_spec(spec, 1)
        fits = out is not None and out.shape == shape and out.dtype == np.float32
        y = out if out is not None and fits else np.empty(shape, np.float32)
        for block, sums in _blocks(spec, x, y):
            sums[...] = 0
            scratch = np.empty((1, *sums.shape[1:]), np.float32)
            for o, t in np.ndindex(len(sums), spec.depth):
                n = o * spec.depth_stride + t * spec.depth_dilation
                if filters[0, t].any():
                    layer = Layer(plane, block[n : n + 1], filters[:, t : t + 1], scratch.shape)
                    convolve.plan(layer).run(layer, scratch)
                    sums[o] += scratch[0]
        if bias[0]:
            np.add(y, bias[0], out=y, dtype=np.float64, casting="same_kind")
        activate_into(y, spec.activation, y, spec.negative_slope)
        return y

    def strategy(self, spec: Conv3dSpec, *operands: Array) -> str:
        """The name of the plan for the slices."""
        return convolve.plan(self._slice(spec, *operands)).name

    def why(self, spec: Conv3dSpec, *operands: Array) -> Message | str:
        """What that plan does with a slice."""
        layer = self._slice(spec, *operands)
        return convolve.plan(layer).reason(layer)

    def _slice(self, spec: Conv3dSpec, *operands: Array) -> Layer:
        x, weight, _ = _checked(spec, *operands)
        shape = (1, *conv3d_shape(spec, x.shape)[1:])
        return Layer(plane_spec(spec, 1), x[:1], weight[:, :1], shape)

    def sample(self, spec: Conv3dSpec, rows: Array, cols: Array, *operands: Array) -> Array:
        """All output slices at rows × cols."""
        slices = range(conv3d_shape(spec, operands[0].shape)[0])
        return np.stack([self.sample_channel(spec, o, rows, cols, *operands) for o in slices])

    def sample_channel(
        self, spec: Conv3dSpec, channel: int, rows: Array, cols: Array, *operands: Array
    ) -> Array:
        """One output slice at rows × cols, float32 (rows, columns): only what it reads is read."""
        x, weight, bias = _checked(spec, *operands)
        y = np.zeros((len(rows), len(cols)), np.float32)
        sources, filters = spec.sources(channel, len(x)), _oriented(spec, weight)[0].astype(np.float32)
        for t, u, v in np.ndindex(filters.shape):
            if not filters[t, u, v]:
                continue
            if sources[t] == border.CONSTANT:
                y += filters[t, u, v] * np.float32(spec.border_value)
                continue
            cells = border.read(
                x[sources[t] : sources[t] + 1],
                _read(spec, 0, rows, u, x.shape[1]),
                _read(spec, 1, cols, v, x.shape[2]),
                spec.border_value,
                np.float32,
            )
            y += filters[t, u, v] * cells[0]
        if bias[0]:
            np.add(y, bias[0], out=y, dtype=np.float64, casting="same_kind")
        activate_into(y, spec.activation, y, spec.negative_slope)
        return y


@dataclass(frozen=True, eq=False)
class SliceStep(Step):
    """A step whose channels are slices: `channels` are the places that its window has in the stack.

    Attributes:
        source_slices: (kd,) the slice that each place really reads; border.CONSTANT for none.
    """

    source_slices: Indices

    @property
    def source_channels(self) -> list[int]:
        """The slice each place reads."""
        return list(self.source_slices.tolist())


class Conv3dTrace(Trace):
    """Random access to the windows of one convolution of a stack."""

    def __init__(self, spec: Conv3dSpec, *operands: Array) -> None:
        self.spec = spec
        self.x, self.weight, self.bias = _checked(spec, *operands)
        self.shape = conv3d_shape(spec, self.x.shape)
        self._filter = _oriented(spec, self.weight)[0]

    def step(self, index: int, cell: Cell) -> SliceStep:
        """The window of one output cell, multiplied and summed in float64."""
        spec, x = self.spec, self.x
        o, r, c = cell
        places, slices = spec.places(o), spec.sources(o, len(x))
        rows = r * spec.stride[0] - spec.pads[0] + np.arange(spec.kernel_size[0]) * spec.dilation[0]
        cols = c * spec.stride[1] - spec.pads[2] + np.arange(spec.kernel_size[1]) * spec.dilation[1]
        source_rows = border.sources(rows, x.shape[1], spec.padding_mode)
        source_cols = border.sources(cols, x.shape[2], spec.padding_mode)
        values = np.full((spec.depth, rows.size, cols.size), spec.border_value)
        for t in np.flatnonzero(slices != border.CONSTANT):
            plane = x[slices[t] : slices[t] + 1]
            values[t] = border.read(plane, source_rows, source_cols, spec.border_value)[0]
        products = values * self._filter
        bias = float(self.bias[0])
        total = float(products.sum()) + bias
        return SliceStep(
            index=index,
            cell=cell,
            channels=places,
            rows=rows,
            cols=cols,
            source_rows=source_rows,
            source_cols=source_cols,
            values=values,
            weights=self._filter,
            products=products,
            bias=bias,
            total=total,
            value=float(np.float32(activate(spec.activation, np.array(total), spec.negative_slope))),
            source_slices=slices,
        )


def _blocks(spec: Conv3dSpec, x: Array, y: Array) -> Iterator[tuple[Array, Array]]:
    """Parts of the output, and the padded parts of the stack that their windows read."""
    spans, strides = (spec.depth_span, *spec.span), (spec.depth_stride, *spec.stride)
    before = (spec.depth_padding[0], spec.pads[0], spec.pads[2])

    def cells(size: tuple[int, ...]) -> int:
        read = [(n - 1) * s + span for n, s, span in zip(size, strides, spans, strict=True)]
        return int(np.prod(read)) // BLOCK

    for box in boxes(y.shape, cells):
        sources = [
            border.sources(
                np.arange(part.start * s, (part.start + n - 1) * s + span) - p, cells_, spec.padding_mode
            )
            for part, n, s, span, p, cells_ in zip(
                box, sizes(box), strides, spans, before, x.shape, strict=True
            )
        ]
        yield _part(x, sources, spec.border_value), y[box]


def _part(x: Array, sources: list[Indices], value: float) -> Array:
    """The cells at source slices × rows × columns, in a depth that OpenCV reads and that holds the value."""
    cells = x
    # What cuts away most comes first, so that no more than the part is ever copied.
    for axis in sorted(range(x.ndim), key=lambda axis: len(sources[axis]) / x.shape[axis]):
        places = sources[axis]
        run = places[0] >= 0 and bool((np.diff(places) == 1).all())
        window = (slice(None),) * axis + (slice(int(places[0]), int(places[-1]) + 1),)
        cells = cells[window] if run else cells.take(places.clip(0), axis)
    outside = [places == border.CONSTANT for places in sources]
    whole = x.dtype.kind == "u" and float(value).is_integer() and 0 <= value <= np.iinfo(x.dtype).max
    if x.dtype not in DEPTHS or (any(map(np.any, outside)) and x.dtype.kind == "u" and not whole):
        cells = cells.astype(np.float32)
    for axis, places in enumerate(outside):
        if places.any():
            cells[(slice(None),) * axis + (places,)] = value
    return cells


def _slices(spec: Conv3dSpec, x: Array, sources: Indices) -> Array:
    read: Array = x[sources.clip(0)]
    read[sources == border.CONSTANT] = spec.border_value
    return read


def _read(spec: Conv3dSpec, axis: int, windows: Array, tap: int, n: int) -> Indices:
    """The rows (axis 0) or columns (axis 1) that a tap of these windows reads."""
    places = windows * spec.stride[axis] - spec.pads[2 * axis] + tap * spec.dilation[axis]
    return border.sources(places, n, spec.padding_mode)


def _oriented(spec: Conv3dSpec, weight: Array) -> Array:
    """The weights in window order: turned round along all three axes for convolution proper."""
    return weight[:, ::-1, ::-1, ::-1] if spec.flip else weight


def _checked(
    spec: Conv3dSpec, x: Array, weight: Array, bias: Array | None = None
) -> tuple[Array, Array, Array]:
    """The operands, the bias 0 where none is given, or a SpecError naming the shape that does not fit."""
    if x.ndim != 3:
        raise SpecError("not_slices_rows_columns", shape=x.shape)
    if weight.shape != spec.weight_shape:
        raise SpecError("weight_shape", shape=weight.shape, expected=spec.weight_shape)
    return x, weight, checked_bias(spec, bias, np.float64)
