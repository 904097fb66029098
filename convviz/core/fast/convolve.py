"""A convolution by the fast path: over the whole picture, or at the pixels a screen shows."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core import border, fast
from convviz.core.activations import activate
from convviz.core.fast.layer import Layer, Strategy
from convviz.core.fast.scratch import borrowed
from convviz.core.sizes import Shape
from convviz.core.spec import ConvSpec

Array = NDArray[Any]


def conv2d(
    spec: ConvSpec, x: Array, filters: Array, bias: Array, shape: Shape, out: Array | None = None
) -> Array:
    """The layer's whole output, float32 of `shape`, written into `out` when that fits.

    x (C, H, W); filters float (O, C/groups, kh, kw) in window order; bias (O,).
    """
    y = out if out is not None and _fits(out, shape) else np.empty(shape, np.float32)
    with borrowed() as scratch:
        layer = Layer(spec, x, filters.astype(np.float64), shape, scratch)
        plan(layer).run(layer, y)
    _add_bias(y, bias)
    if spec.activation != "none":
        y[...] = activate(spec.activation, y, spec.negative_slope)
    return y


def _fits(out: Array, shape: Shape) -> bool:
    return out.shape == shape and out.dtype == np.float32 and out.flags.c_contiguous


def plan(layer: Layer) -> Strategy:
    """Of the strategies that suit the layer, the one that is expected to cost least; see core.fast.costs."""
    return min(
        (strategy for strategy in fast.STRATEGIES if strategy.suits(layer)),
        key=lambda strategy: strategy.cost(layer),
    )


def conv2d_at(spec: ConvSpec, rows: Array, cols: Array, x: Array, filters: Array, bias: Array) -> Array:
    """The layer's output at some rows × columns, float32 (O, len(rows), len(cols)).

    Each tap is one gather over all the places, so the cost follows the places, not the picture.
    """
    y = np.zeros((spec.out_channels, len(rows), len(cols)), np.float32)
    outs, ins = spec.out_channels // spec.groups, spec.in_channels // spec.groups
    for u, v in np.ndindex(spec.kernel_size):
        source_rows = border.sources(
            rows * spec.stride[0] - spec.pads[0] + u * spec.dilation[0], x.shape[1], spec.padding_mode
        )
        source_cols = border.sources(
            cols * spec.stride[1] - spec.pads[2] + v * spec.dilation[1], x.shape[2], spec.padding_mode
        )
        cells = border.read(x, source_rows, source_cols, spec.border_value, np.float32)
        for o, sums in enumerate(y):
            first = o // outs * ins
            for weight, plane in zip(
                filters[o, :, u, v].astype(np.float32), cells[first : first + ins], strict=True
            ):
                if weight:
                    sums += weight * plane  # for so few channels BLAS takes longer to begin than to multiply
    _add_bias(y, bias)
    return activate(spec.activation, y, spec.negative_slope)


def _add_bias(y: Array, bias: Array) -> None:
    """Adds each filter's bias to its float32 sums, rounding once: whole sums stay exact up to here."""
    for sums, b in zip(y, bias.astype(np.float64), strict=True):
        if b:
            np.add(sums, b, out=sums, dtype=np.float64, casting="same_kind")
