"""Convolution along one, two or three axes: windows as columns, filters as rows, one product per box.

y[o, r] = b[o] + Σ x[i, r·s + u·d − p] · w[o, i, u], with r, s, u, d and p one number for each axis.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.nd.boxes import CELLS, boxes, sizes
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
    taps = prod(weight.shape[2:])
    step = max(1, CELLS // taps)  # input channels at a time
    rows = max(taps * min(ins, step), outs)
    for box in boxes(out.shape[1:], lambda size: rows * prod(size)):
        for group in range(groups):
            mine = slice(group * outs, (group + 1) * outs)
            total = np.repeat(bias[mine, None], prod(sizes(box)), 1)
            for first in range(0, ins, step):
                channels = slice(group * ins + first, group * ins + min(first + step, ins))
                filters = weight[mine, first : first + step]
                windows = np.zeros((filters.shape[1], taps, *sizes(box)), weight.dtype)
                gather(x[channels], weight.shape[2:], stride, before, dilation, box, windows)
                columns = windows.reshape(filters.shape[1] * taps, -1)
                for some in _rows(filters):
                    total[some] += filters[some].reshape(-1, len(columns)) @ columns
            out[mine, *box] = total.reshape(outs, *sizes(box))


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
            cells = x[theirs, *box].reshape(ins, -1).astype(weight.dtype, copy=False)
            for first in range(0, outs, step):
                filters = weight[theirs, first : first + step]
                length = filters.shape[1] * taps
                shares = (filters[some].reshape(-1, length).T @ cells[some] for some in _rows(filters))
                stamps = next(shares)
                for share in shares:
                    stamps += share
                channels = slice(group * outs + first, group * outs + first + filters.shape[1])
                stamps = stamps.reshape(-1, taps, *sizes(box))
                scatter(stamps, kernel, stride, padding, dilation, box, out[channels])


def _rows(filters: Array) -> Iterator[slice]:
    """Some of the filters after the others, where to lay all of them in rows would be a large copy."""
    most = len(filters) if filters.flags.c_contiguous else max(1, COPIED // filters[0].size)
    return (slice(first, first + most) for first in range(0, len(filters), most))
