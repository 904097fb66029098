"""2-D convolution: y[o, r, c] = f( b[o] + Σ x[i, r·s + u·d − p, c·s + v·d − p] · w[o, i, u, v] ).

The sum runs over the input channels i of the filter's group and over the taps (u, v). As written it is
cross-correlation; spec.flip reads w from its far corner, which makes it convolution proper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from convviz.core import border
from convviz.core.activations import activate
from convviz.core.errors import SpecError
from convviz.core.fast import convolve
from convviz.core.fast.layer import Layer, Strategy
from convviz.core.sizes import Cost, Shape, conv_cost, conv_shape
from convviz.core.spec import ConvSpec
from convviz.core.trace import Cell, Step, Trace
from convviz.i18n import Message

if TYPE_CHECKING:
    from convviz.core.im2col import MatrixSize

Array = NDArray[Any]


class Conv2d:
    """Cross-correlation or convolution of (C, H, W) with weight (O, C/groups, kh, kw) and bias (O,)."""

    id = "conv2d"
    spec_type: type = ConvSpec

    def output_shape(self, spec: ConvSpec, shape: Shape) -> Shape:
        """(out_channels, height, width); see sizes.conv_shape."""
        return conv_shape(spec, shape)

    def cost(self, spec: ConvSpec, shape: Shape) -> Cost:
        """Parameters and multiply-accumulates; see sizes.conv_cost."""
        return conv_cost(spec, shape)

    def columns(self, spec: ConvSpec, shape: Shape) -> MatrixSize:
        """See im2col.columns_size."""
        from convviz.core.im2col import columns_size  # the command line needs none

        return columns_size(spec, shape)

    def trace(self, spec: ConvSpec, *operands: Array) -> ConvTrace:
        """The windows one by one."""
        return ConvTrace(spec, *operands)

    def reference(self, spec: ConvSpec, *operands: Array) -> Array:
        """All windows in float64: the definition, written out."""
        x, weight, bias = _checked(spec, *operands)
        y = window_sums(spec, x, weight, bias, np.float64)
        return activate(spec.activation, y, spec.negative_slope).astype(np.float32)

    def fast(self, spec: ConvSpec, *operands: Array, out: Array | None = None) -> Array:
        """OpenCV and BLAS; see core.fast."""
        x, weight, bias = _checked(spec, *operands)
        return convolve.conv2d(spec, x, _oriented(spec, weight), bias, conv_shape(spec, x.shape), out)

    def strategy(self, spec: ConvSpec, *operands: Array) -> str:
        """The name of the fast path's plan."""
        return self._plan(spec, *operands)[0].name

    def why(self, spec: ConvSpec, *operands: Array) -> Message | str:
        """What that plan does with this layer."""
        strategy, layer = self._plan(spec, *operands)
        return strategy.reason(layer)

    def _plan(self, spec: ConvSpec, *operands: Array) -> tuple[Strategy, Layer]:
        x, weight, _ = _checked(spec, *operands)
        layer = Layer(spec, x, _oriented(spec, weight), conv_shape(spec, x.shape))
        return convolve.plan(layer), layer

    def sample(self, spec: ConvSpec, rows: Array, cols: Array, *operands: Array) -> Array:
        """The output at rows × cols, each tap one gather over them all."""
        x, weight, bias = _checked(spec, *operands)
        return convolve.conv2d_at(spec, rows, cols, x, _oriented(spec, weight), bias)


class ConvTrace(Trace):
    """Random access to the windows of one convolution."""

    def __init__(self, spec: ConvSpec, *operands: Array) -> None:
        self.spec = spec
        self.x, self.weight, self.bias = _checked(spec, *operands)
        self.shape = conv_shape(spec, self.x.shape)
        self._filters = _oriented(spec, self.weight)
        self._row_taps = np.arange(spec.kernel_size[0]) * spec.dilation[0] - spec.pads[0]
        self._col_taps = np.arange(spec.kernel_size[1]) * spec.dilation[1] - spec.pads[2]
        self._outs, self._ins = spec.out_channels // spec.groups, spec.in_channels // spec.groups

    def step(self, index: int, cell: Cell) -> Step:
        """The window of one output cell, multiplied and summed in float64."""
        spec, x = self.spec, self.x
        channel, r, c = cell
        first = channel // self._outs * self._ins
        rows, cols = r * spec.stride[0] + self._row_taps, c * spec.stride[1] + self._col_taps
        source_rows = border.sources(rows, x.shape[1], spec.padding_mode)
        source_cols = border.sources(cols, x.shape[2], spec.padding_mode)
        values = border.read(x[first : first + self._ins], source_rows, source_cols, spec.border_value)
        products = values * self._filters[channel]
        bias = float(self.bias[channel])
        total = float(products.sum()) + bias
        return Step(
            index=index,
            cell=cell,
            channels=range(first, first + self._ins),
            rows=rows,
            cols=cols,
            source_rows=source_rows,
            source_cols=source_cols,
            values=values,
            weights=self._filters[channel],
            products=products,
            bias=bias,
            total=total,
            value=float(np.float32(activate(spec.activation, np.array(total), spec.negative_slope))),
        )


def window_sums(spec: ConvSpec, x: Array, weight: Array, bias: Array, dtype: Any) -> Array:
    """Σ x·w + b of every window, (O, H, W), multiplied and added in `dtype`, one output row at a time."""
    out, height, width = conv_shape(spec, x.shape)
    top, _, left, _ = spec.pads
    (kh, kw), (sh, sw), (dh, dw) = spec.kernel_size, spec.stride, spec.dilation
    filters, bias = _oriented(spec, weight).astype(dtype), bias.astype(dtype)
    taps = np.arange(width)[:, None] * sw - left + np.arange(kw) * dw
    cols = border.sources(taps.ravel(), x.shape[2], spec.padding_mode)
    y = np.empty((out, height, width), dtype)
    for r in range(height):
        rows = border.sources(r * sh - top + np.arange(kh) * dh, x.shape[1], spec.padding_mode)
        windows = border.read(x, rows, cols, spec.border_value, dtype).reshape(-1, kh, width, kw)
        for mine, theirs in channel_groups(spec):
            sums = np.einsum("iuwv,oiuv->ow", windows[theirs], filters[mine], optimize=True)
            y[mine, r] = sums + bias[mine, None]
    return y


def channel_groups(spec: ConvSpec) -> list[tuple[slice, slice]]:
    """(output channels, the input channels they read) of each group."""
    outs, ins = spec.out_channels // spec.groups, spec.in_channels // spec.groups
    return [(slice(g * outs, (g + 1) * outs), slice(g * ins, (g + 1) * ins)) for g in range(spec.groups)]


def _oriented(spec: ConvSpec, weight: Array) -> Array:
    """The weights in window order: rotated by 180° for convolution proper."""
    return weight[:, :, ::-1, ::-1] if spec.flip else weight


def _checked(
    spec: ConvSpec, x: Array, weight: Array, bias: Array | None = None
) -> tuple[Array, Array, Array]:
    """The operands, the bias 0 where none is given, or a SpecError naming the shape that does not fit."""
    if x.ndim != 3:
        raise SpecError("not_channels_rows_columns", shape=x.shape)
    if weight.shape != spec.weight_shape:
        raise SpecError("weight_shape", shape=weight.shape, expected=spec.weight_shape)
    return x, weight, checked_bias(spec, bias, np.float64)


def checked_bias(spec: ConvSpec, bias: Array | None, dtype: Any) -> Array:
    """The bias, zeros of `dtype` where none is given, or a SpecError when it is not one number per filter."""
    if bias is None:
        return np.zeros(spec.out_channels, dtype)
    if bias.shape != (spec.out_channels,):
        raise SpecError("bias_shape", shape=bias.shape, expected=spec.out_channels)
    return bias
