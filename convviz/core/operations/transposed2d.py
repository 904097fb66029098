"""2-D transposed convolution: y[c, i·s + u·d − p, j·s + v·d − p] += x[c, i, j] · w[c, u, v], and + b[c].

Each input cell stamps the kernel, scaled by its value, onto the output. Seen from an output cell, it is an
ordinary window with the kernel rotated by 180°, sliding over the input with s − 1 zeros between its cells.
The reference stamps; the trace gathers.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core import border
from convviz.core.errors import SpecError
from convviz.core.nd.convolve import transpose
from convviz.core.sizes import Cost, Shape
from convviz.core.trace import Cell, Step, Trace
from convviz.core.transposed_sizes import transposed_size
from convviz.core.transposed_spec import TransposedSpec

Array = NDArray[Any]


class Transposed2d:
    """(C, H, W) with weight (C, 1, kh, kw) and bias (C,); every channel by itself."""

    id = "conv_transpose2d"
    spec_type: type = TransposedSpec

    def output_shape(self, spec: TransposedSpec, shape: Shape) -> Shape:
        """(channels, height, width); see transposed_sizes.transposed_size."""
        return transposed_shape(spec, shape)

    def cost(self, spec: TransposedSpec, shape: Shape) -> Cost:
        """Every input cell is multiplied by every weight once, also where the padding cuts its stamp off."""
        out, taps = transposed_shape(spec, shape), spec.kernel_size[0] * spec.kernel_size[1]
        return Cost(
            weights=spec.channels * taps,
            biases=spec.channels,
            macs=int(np.prod(shape)) * taps,
            output_cells=int(np.prod(out)),
        )

    def trace(self, spec: TransposedSpec, *operands: Array) -> TransposedTrace:
        """The output cells one by one."""
        return TransposedTrace(spec, *operands)

    def reference(self, spec: TransposedSpec, *operands: Array) -> Array:
        """The definition: every tap's products of the whole input, added where they fall, in float64."""
        x, weight, bias = _checked(spec, *operands)
        channels, height, width = shape = transposed_shape(spec, x.shape)
        (sh, sw), (dh, dw), (ph, pw) = spec.stride, spec.dilation, spec.padding
        th, tw = spec.trimmed
        tall, wide = spec.stretched(x.shape[1:])
        full = np.zeros((channels, height + 2 * ph + th, width + 2 * pw + tw))
        for u, v in np.ndindex(spec.kernel_size):
            stamps = x.astype(np.float64) * weight[:, :, u, v, None]
            full[:, u * dh : u * dh + tall : sh, v * dw : v * dw + wide : sw] += stamps
        y = full[:, ph : ph + height, pw : pw + width] + bias[:, None, None]
        return y.astype(np.float32).reshape(shape)

    def fast(self, spec: TransposedSpec, *operands: Array, out: Array | None = None) -> Array:
        """Blocks of the input, each tap a strided view of the output; see core.nd.convolve."""
        x, weight, bias = _checked(spec, *operands)
        shape = transposed_shape(spec, x.shape)
        fits = out is not None and out.shape == shape and out.dtype == np.float32 and out.flags.c_contiguous
        y: Array = out if fits and out is not None else np.empty(shape, np.float32)
        y[...] = bias.astype(np.float32)[:, None, None]
        transpose(x, weight.astype(np.float32), spec.stride, spec.padding, spec.dilation, spec.groups, y)
        return y

    def strategy(self, spec: TransposedSpec, *operands: Array) -> str:
        """All stamps at once, as strided additions."""
        return "stamps, tap by tap"

    def why(self, spec: TransposedSpec, *operands: Array) -> str:
        """The name says it."""
        return self.strategy(spec, *operands)

    def sample(self, spec: TransposedSpec, rows: Array, cols: Array, *operands: Array) -> Array:
        """The output at rows × cols, each tap one gather over them all."""
        x, weight, bias = _checked(spec, *operands)
        top, _, left, _ = spec.gather.pads
        (dh, dw), (sh, sw) = spec.dilation, spec.stride
        y = np.zeros((spec.channels, len(rows), len(cols)), np.float32)
        y += bias.astype(np.float32)[:, None, None]
        for u, v in np.ndindex(spec.kernel_size):
            source_rows = unstretched(rows - top + u * dh, x.shape[1], sh)
            source_cols = unstretched(cols - left + v * dw, x.shape[2], sw)
            cells = border.read(x, source_rows, source_cols, 0.0, np.float32)
            y += cells * weight[:, :, -1 - u, -1 - v, None].astype(np.float32)
        return y


def transposed_shape(spec: TransposedSpec, shape: Shape) -> Shape:
    """(channels, height, width) that the layer makes of an input of `shape`.

    Raises: SpecError when the input has other channels or no cells, or when the padding cuts everything off.
    """
    channels, height, width = shape
    if channels != spec.channels:
        raise SpecError("channels_differ", expected=spec.channels, channels=channels)
    if height == 0 or width == 0:
        raise SpecError("no_cells", shape=shape)
    (kh, kw), (sh, sw), (ph, pw) = spec.kernel_size, spec.stride, spec.padding
    (ah, aw), (dh, dw), (th, tw) = spec.output_padding, spec.dilation, spec.trimmed
    return (
        channels,
        transposed_size(height, kh, sh, ph, ah, dh, th),
        transposed_size(width, kw, sw, pw, aw, dw, tw),
    )


def unstretched(places: Array, n: int, s: int) -> Array:
    """For places of an axis stretched by s − 1 zeros, the input cell of n at each, CONSTANT at a zero.

    Example: of 2 cells stretched by 2, places −1 0 1 2 3 hold CONSTANT 0 CONSTANT 1 CONSTANT.
    """
    index, rest = np.divmod(places, s)
    return np.where((rest == 0) & (index >= 0) & (index < n), index, border.CONSTANT)


class TransposedTrace(Trace):
    """Random access to the output cells of one transposed convolution, each gathered by its window.

    A step's rows and cols are places in the stretched input.
    """

    def __init__(self, spec: TransposedSpec, *operands: Array) -> None:
        self.spec = spec
        self.x, weight, self.bias = _checked(spec, *operands)
        self.shape = transposed_shape(spec, self.x.shape)
        self._kernels = weight[:, :, ::-1, ::-1]
        top, _, left, _ = spec.gather.pads
        self._row_taps = np.arange(spec.kernel_size[0]) * spec.dilation[0] - top
        self._col_taps = np.arange(spec.kernel_size[1]) * spec.dilation[1] - left

    def step(self, index: int, cell: Cell) -> Step:
        """The window of one output cell: input cells and the zeros between them."""
        x, (channel, r, c) = self.x, cell
        rows, cols = r + self._row_taps, c + self._col_taps
        source_rows = unstretched(rows, x.shape[1], self.spec.stride[0])
        source_cols = unstretched(cols, x.shape[2], self.spec.stride[1])
        values = border.read(x[channel : channel + 1], source_rows, source_cols, 0.0)
        products = values * self._kernels[channel]
        bias = float(self.bias[channel])
        total = float(products.sum()) + bias
        return Step(
            index=index,
            cell=cell,
            channels=range(channel, channel + 1),
            rows=rows,
            cols=cols,
            source_rows=source_rows,
            source_cols=source_cols,
            values=values,
            weights=self._kernels[channel],
            products=products,
            bias=bias,
            total=total,
            value=float(np.float32(total)),
        )


def _checked(spec: TransposedSpec, x: Array, weight: Array, bias: Array) -> tuple[Array, Array, Array]:
    """The operands, or a SpecError naming the shape that does not fit."""
    if x.ndim != 3:
        raise SpecError("not_channels_rows_columns", shape=x.shape)
    if weight.shape != spec.weight_shape:
        raise SpecError("weight_shape", shape=weight.shape, expected=spec.weight_shape)
    if bias.shape != (spec.channels,):
        raise SpecError("bias_shape", shape=bias.shape, expected=spec.channels)
    return x, weight, bias
