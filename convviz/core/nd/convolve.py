"""Convolution along one, two or three axes: windows as columns, filters as rows, one product per box.

y[o, r] = b[o] + Σ x[i, r·s + u·d − p] · w[o, i, u], with r, s, u, d and p one number for each axis.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.nd.boxes import CELLS, Box, boxes, sizes
from convviz.core.nd.columns import gather, scatter
from convviz.core.nd.taps import Axes

Array = NDArray[Any]

COPIED = 8 * CELLS
"""Weights that are copied at a time: 32 MB as double-precision numbers."""


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
    parts = list(boxes(weight.shape[2:], prod))  # of a window: all of it, unless it is vast
    taps = prod(sizes(parts[0]))
    step = max(1, CELLS // taps)  # input channels at a time
    rows = max(taps * min(ins, step), outs)
    for box in boxes(out.shape[1:], lambda size: rows * prod(size)):
        for group in range(groups):
            mine = slice(group * outs, (group + 1) * outs)
            total = np.repeat(bias[mine, None], prod(sizes(box)), 1)
            for first, part in product(range(0, ins, step), parts):
                channels = slice(group * ins + first, group * ins + min(first + step, ins))
                filters, kernel = weight[mine, first : first + step, *part], sizes(part)
                windows = np.zeros((filters.shape[1], prod(kernel), *sizes(box)), weight.dtype)
                gather(x[channels], kernel, stride, _before(before, dilation, part), dilation, box, windows)
                columns = windows.reshape(filters.shape[1] * prod(kernel), -1)
                for some in _rows(filters):
                    total[some] += filters[some].reshape(-1, len(columns)) @ columns
            out[mine, *box] = total.reshape(outs, *sizes(box))


def transpose(
    x: Array, weight: Array, stride: Axes, padding: Axes, dilation: Axes, groups: int, out: Array
) -> None:
    """Adds to out (O, …) what every cell of x (C, …) stamps there: itself times weight (C, O/groups, …).

    Source: Dumoulin & Visin, arXiv 1603.07285, chapter 4: the transpose of the matrix of a convolution.
    """
    ins, outs = len(x) // groups, weight.shape[1]
    parts = list(boxes(weight.shape[2:], prod))
    taps = prod(sizes(parts[0]))
    step = max(1, CELLS // taps)  # output channels at a time
    rows = max(taps * min(outs, step), ins)
    for box in boxes(x.shape[1:], lambda size: rows * prod(size)):
        for group in range(groups):
            theirs = slice(group * ins, (group + 1) * ins)
            cells = x[theirs, *box].reshape(ins, -1).astype(weight.dtype, copy=False)
            for first, part in product(range(0, outs, step), parts):
                filters, kernel = weight[theirs, first : first + step, *part], sizes(part)
                length = filters.shape[1] * prod(kernel)
                shares = (filters[some].reshape(-1, length).T @ cells[some] for some in _rows(filters))
                stamps = next(shares)
                for share in shares:
                    stamps += share
                channels = slice(group * outs + first, group * outs + first + filters.shape[1])
                stamps = stamps.reshape(-1, prod(kernel), *sizes(box))
                scatter(
                    stamps, kernel, stride, _before(padding, dilation, part), dilation, box, out[channels]
                )


def _before(before: Axes, dilation: Axes, part: Box) -> Axes:
    """The padding before each axis that is left for a part of the window, which begins so many taps later."""
    return tuple(p - d * taps.start for p, d, taps in zip(before, dilation, part, strict=True))


def _rows(filters: Array) -> Iterator[slice]:
    """Some of the filters after the others, where to lay all of them in rows would be a large copy."""
    most = len(filters) if filters.flags.c_contiguous else max(1, COPIED // filters[0].size)
    return (slice(first, first + most) for first in range(0, len(filters), most))
