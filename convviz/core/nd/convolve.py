"""Convolution along one, two or three axes: windows as columns, filters as rows, one product per box.

y[o, r] = b[o] + Σ x[i, r·s + u·d − p] · w[o, i, u], with r, s, u, d and p one number for each axis.
"""

from __future__ import annotations

from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.nd.boxes import CELLS, Box, boxes, sizes
from convviz.core.nd.taps import Axes, met_along_axes

Array = NDArray[Any]


def convolve(
    x: Array,
    weight: Array,
    bias: Array,
    stride: Axes,
    before: Axes,
    dilation: Axes,
    groups: int,
    out: Array,
) -> None:
    """Writes the cross-correlation of x (C, …) with weight (O, C/groups, …) and bias (O,) into out (O, …).

    `before` is the zero padding before each axis; what is after it follows from the size of `out`. Computed
    in the weight's dtype.
    """
    outs, ins = len(weight) // groups, weight.shape[1]
    taps = prod(weight.shape[2:])
    step = max(1, CELLS // taps)  # input channels at a time
    rows = max(taps * min(ins, step), outs)
    for box in boxes(out.shape[1:], lambda size: rows * prod(size)):
        for group in range(groups):
            mine = slice(group * outs, (group + 1) * outs)
            total = np.repeat(bias[mine, None], prod(sizes(box)), 1)
            for first in range(0, ins, step):
                channels = slice(group * ins + first, group * ins + min(first + step, ins))
                windows = columns(x[channels], weight.shape[2:], stride, before, dilation, box, weight.dtype)
                filters = weight[mine, first : first + step].reshape(outs, -1)
                total += filters @ windows.reshape(filters.shape[1], -1)
            out[mine, *box] = total.reshape(outs, *sizes(box))


def columns(
    x: Array, kernel: Axes, stride: Axes, before: Axes, dilation: Axes, box: Box, dtype: Any
) -> Array:
    """The windows of the outputs in `box`, each a column: (C, taps, *box), zeros where a tap hangs over.

    This is im2col: Chellapilla, Puri & Simard, "High performance convolutional neural networks for document
    processing", 2006.
    """
    windows = np.zeros((len(x), prod(kernel), *sizes(box)), dtype)
    for n, tap in enumerate(np.ndindex(kernel)):
        to, cells = met_along_axes(box, stride, tap, dilation, before, x.shape[1:])
        windows[:, n][(slice(None), *to)] = x[(slice(None), *cells)]
    return windows


def transpose(
    x: Array, weight: Array, stride: Axes, padding: Axes, dilation: Axes, groups: int, out: Array
) -> None:
    """Adds to out (O, …) what every cell of x (C, …) stamps there: itself times weight (C, O/groups, …).

    Source: Dumoulin & Visin, arXiv 1603.07285, chapter 4: the transpose of the matrix of a convolution.
    """
    ins, outs, kernel = len(x) // groups, weight.shape[1], weight.shape[2:]
    taps = prod(kernel)
    step = max(1, CELLS // taps)  # output channels at a time
    rows = max(taps * min(outs, step), ins)
    for box in boxes(x.shape[1:], lambda size: rows * prod(size)):
        for group in range(groups):
            theirs = slice(group * ins, (group + 1) * ins)
            cells = x[theirs, *box].reshape(ins, -1)
            for first in range(0, outs, step):
                filters = weight[theirs, first : first + step]
                stamps = filters.reshape(ins, -1).T @ cells
                channels = slice(group * outs + first, group * outs + first + filters.shape[1])
                _stamp(
                    stamps.reshape(-1, taps, *sizes(box)),
                    *(kernel, stride, padding, dilation, box),
                    out[channels],
                )


def _stamp(
    stamps: Array, kernel: Axes, stride: Axes, padding: Axes, dilation: Axes, box: Box, out: Array
) -> None:
    """Adds each tap's products (C, taps, *box) where they fall in out (C, …)."""
    for n, tap in enumerate(np.ndindex(kernel)):
        of, cells = met_along_axes(box, stride, tap, dilation, padding, out.shape[1:])
        out[(slice(None), *cells)] += stamps[:, n][(slice(None), *of)]
