"""A convolution by the fast path: over the whole picture, or at the pixels a screen shows."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core import border, fast
from convviz.core.activations import activate_into
from convviz.core.fast.layer import Layer, Strategy
from convviz.core.fast.scratch import borrowed
from convviz.core.sizes import Shape
from convviz.core.spec import ConvSpec

Array = NDArray[Any]


FEW = 64 * 64
"""Of fewer places, gathering all is quicker than choosing a strategy: the stage has no more."""
REMEMBERED = 64
"""Plans that are kept: of a layer that comes again, such as a kernel's on the next picture."""
SHORT = 1 << 15
"""Bytes of weights up to which they are compared rather than the strategies."""


def conv2d(
    spec: ConvSpec, x: Array, filters: Array, bias: Array, shape: Shape, out: Array | None = None
) -> Array:
    """The layer's whole output, float32 of `shape`, written into `out` when that fits.

    x (C, H, W); filters float (O, C/groups, kh, kw) in window order; bias (O,).
    """
    y = out if out is not None and _fits(out, shape) else np.empty(shape, np.float32)
    with borrowed() as scratch:
        layer = Layer(spec, x, filters.astype(np.float64, copy=False), shape, scratch)
        plan(layer).run(layer, y)
    _add_bias(y, bias)
    activate_into(y, spec.activation, y, spec.negative_slope)
    return y


def _fits(out: Array, shape: Shape) -> bool:
    return out.shape == shape and out.dtype == np.float32 and out.flags.c_contiguous


def plan(layer: Layer) -> Strategy:
    """Of the strategies that suit the layer, the one that is expected to cost least; see core.fast.costs.

    Choosing takes 20 to 50 µs, a tenth of filtering a picture of 1024 × 1024: a plan is kept.
    """
    if layer.filters.nbytes > SHORT:
        return _cheapest(layer)
    key = _key(layer)
    found = _plans.get(key)
    if found is None:
        found = _plans[key] = _cheapest(layer)
        if len(_plans) > REMEMBERED:
            _plans.popitem(last=False)
    return found


_plans: OrderedDict[Hashable, Strategy] = OrderedDict()


def _key(layer: Layer) -> Hashable:
    """All that a choice depends on: the table, the layer, how its input lies in memory, and the weights."""
    x = layer.x
    table = fast.STRATEGIES[0]
    return table, layer.spec, x.shape, x.strides, x.dtype, layer.shape, layer.filters.tobytes()


def _cheapest(layer: Layer) -> Strategy:
    return min(
        (strategy for strategy in fast.STRATEGIES if strategy.suits(layer)),
        key=lambda strategy: strategy.cost(layer),
    )


def conv2d_at(spec: ConvSpec, rows: Array, cols: Array, x: Array, filters: Array, bias: Array) -> Array:
    """The layer's output at some rows × columns, float32 (O, len(rows), len(cols)).

    The cost follows the places, not the picture.
    """
    y = np.empty((spec.out_channels, len(rows), len(cols)), np.float32)
    down, across = (_inside(spec, axis, places, x.shape) for axis, places in enumerate((rows, cols)))
    if down is None or across is None or len(rows) * len(cols) <= FEW:
        down = across = slice(0, 0)
    else:
        inside = (
            y if y[0, down, across].shape == y.shape[1:] else np.empty_like(y[:, down, across], order="C")
        )
        _every(spec, rows[down], cols[across], x, filters, inside)
        if inside is not y:
            y[:, down, across] = inside
    for tall, wide in (
        (slice(0, down.start), slice(None)),
        (slice(down.stop, None), slice(None)),
        (down, slice(0, across.start)),
        (down, slice(across.stop, None)),
    ):
        if y[:, tall, wide].size:
            y[:, tall, wide] = _gathered(spec, rows[tall], cols[wide], x, filters)
    _add_bias(y, bias)
    activate_into(y, spec.activation, y, spec.negative_slope)
    return y


def _inside(spec: ConvSpec, axis: int, places: Array, shape: Shape) -> slice | None:
    """Those of some places whose windows lie within the input; None for none, or if they are not even."""
    first = places * spec.stride[axis] - spec.pads[2 * axis]
    found = np.flatnonzero((first >= 0) & (first + spec.span[axis] <= shape[1 + axis]))
    if not len(found):
        return None
    inside = slice(int(found[0]), int(found[-1]) + 1)
    apart = np.diff(places[inside])
    even = len(apart) == 0 or (apart[0] > 0 and bool((apart == apart[0]).all()))
    return inside if even and len(found) == inside.stop - inside.start else None


def _every(spec: ConvSpec, rows: Array, cols: Array, x: Array, filters: Array, y: Array) -> None:
    """Writes the sums at evenly spaced places whose windows lie within the input.

    Every n-th cell of a convolution is a convolution with n times the stride, and what is quick for that
    the planner knows: 640,000 cells of a picture of 100 megapixels took 26 ms cell by cell and 7 so.
    """
    first, stride, end = [], [], []
    for axis, places in enumerate((rows, cols)):
        apart = int(places[1]) - int(places[0]) if len(places) > 1 else 1
        stride.append(apart * spec.stride[axis])
        first.append(int(places[0]) * spec.stride[axis] - spec.pads[2 * axis])
        end.append(first[axis] + (len(places) - 1) * stride[axis] + spec.span[axis])
    strided = replace(spec, stride=(stride[0], stride[1]), padding=(0, 0, 0, 0))
    cut = x[:, first[0] : end[0], first[1] : end[1]]
    with borrowed() as scratch:
        layer = Layer(strided, cut, filters.astype(np.float64), y.shape, scratch)
        plan(layer).run(layer, y)


def _gathered(spec: ConvSpec, rows: Array, cols: Array, x: Array, filters: Array) -> Array:
    """The sums at any places, of cells that are finite: each tap is one gather over all of them."""
    groups, ins = spec.groups, spec.in_channels // spec.groups
    y = np.zeros((groups, spec.out_channels // groups, len(rows), len(cols)), np.float32)
    weights = filters.astype(np.float32).reshape(groups, -1, ins, *spec.kernel_size, 1, 1)
    source_rows, source_cols = (
        _sources(spec, axis, places, x.shape[1 + axis]) for axis, places in enumerate((rows, cols))
    )
    for u, v in np.argwhere(filters.any((0, 1))).tolist():
        cells = border.read(x, source_rows[u], source_cols[v], spec.border_value, np.float32)
        planes = cells.reshape(groups, 1, ins, len(rows), len(cols))
        for i in range(ins):  # for so few channels BLAS takes longer to begin than to multiply
            y += weights[:, :, i, u, v] * planes[:, :, i]
    return y.reshape(-1, len(rows), len(cols))


def _sources(spec: ConvSpec, axis: int, places: Array, n: int) -> Array:
    """For each tap along an axis, the cells of the input that it reads at some places: (taps, places)."""
    first, taps = places * spec.stride[axis] - spec.pads[2 * axis], np.arange(spec.kernel_size[axis])
    return border.sources(first + taps[:, None] * spec.dilation[axis], n, spec.padding_mode)


def _add_bias(y: Array, bias: Array) -> None:
    """Adds each filter's bias to its float32 sums, rounding once: whole sums stay exact up to here."""
    if not np.count_nonzero(bias):  # which takes a tenth of the time of any()
        return
    for sums, b in zip(y, bias.astype(np.float64, copy=False), strict=True):
        if b:
            np.add(sums, b, out=sums, dtype=np.float64, casting="same_kind")
