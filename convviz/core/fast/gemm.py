"""im2col + GEMM: the windows as columns, the filters as rows, one matrix product for each row of outputs.

For each column of taps, what it reads of a row of the input is copied: a run of cells. The windows of a row
of outputs are the runs of kh rows, one behind the other, and those of the next row of outputs are the same
but for a stride. So at stride 1 a cell is copied kw times, not kh · kw times, and multiplied where it lies:
64 channels to 64, 3 × 3 on 56 × 56 cells, takes 1.5 ms in a loop, of which the products alone 1.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import gcd
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

from convviz.core.fast import costs, crew
from convviz.core.fast.layer import Layer, Part, Strategy
from convviz.core.fast.product import evenly, product
from convviz.core.fast.scratch import Scratch
from convviz.i18n import Message, msg

Array = NDArray[Any]

BLOCK = 1 << 20
"""Cells of windows made at a time, 4 MB: with smaller ones, threads wait for each other more."""
SHARING = 8
"""Windows one below the other that a block has room for at least, so that what they share is copied once."""
WIDE = 16
"""The least that the columns of a part are limited to: for few of them BLAS reads all filters as often."""
DIVIDED = 1 << 23
"""Multiply-accumulates, from which on there is a part for every thread."""


def _suits(layer: Layer) -> bool:
    return layer.spec.kernel_size != (1, 1) and layer.planes > layer.spec.groups


def _run(layer: Layer, out: Array) -> None:
    if layer.shape[2] == 1:
        layer, out = _turned(layer), out.transpose(0, 2, 1)
    spec, (kh, kw) = layer.spec, layer.spec.kernel_size
    outs, ins = spec.out_channels // spec.groups, layer.filters.shape[1]
    filters = layer.scratch.array("filters", (spec.out_channels, kh, kw, ins))
    filters[...] = layer.filters.transpose(0, 2, 3, 1)
    rows = filters.reshape(spec.out_channels, -1)

    def work(block: tuple[int, Part], scratch: Scratch) -> None:
        first, part = block
        mine = slice(first, first + outs)
        target = out[mine, *part.place]
        for some, columns in windows(layer.on(scratch), layer.inputs(first), part):
            product(rows[mine], columns, target[:, some].transpose(1, 0, 2), scratch)

    blocks = [(first, part) for part in parts(layer) for first in range(0, spec.out_channels, outs)]
    crew.share(blocks, work, layer.scratch)


def parts(layer: Layer) -> Iterator[Part]:
    """Parts of the output whose windows fill a block, and span no more of the input than a band."""
    _, ins, kh, kw = layer.filters.shape
    every, step = _sharing(layer)
    few = layer.spec.groups < crew.size()  # groups are shared among threads too
    shares = crew.size() if _divided(layer) and few else 1
    for band in layer.bands(ins):
        wide = evenly(band.cols, max(WIDE, BLOCK // (SHARING * kh * kw * ins)))
        most = max(1, (BLOCK // (kw * ins * wide) - kh) // min(step, kh) + 1) * every
        tall = -(-band.rows // max(shares, -(-band.rows // most)))
        for top in range(0, band.rows, tall):
            for left in range(0, band.cols, wide):
                rows, cols = min(tall, band.rows - top), min(wide, band.cols - left)
                yield Part(band.top + top, band.left + left, rows, cols)


def _divided(layer: Layer) -> bool:
    return bool(layer.plane_cells * layer.filters.size > DIVIDED)


def _turned(layer: Layer) -> Layer:
    """The same layer on the picture turned about its diagonal.

    A column of outputs is a row there, which takes one product in place of one for each of its cells.
    """
    spec, (top, bottom, left, right) = layer.spec, layer.spec.pads
    (kh, kw), (sh, sw), (dh, dw) = spec.kernel_size, spec.stride, spec.dilation
    turned = replace(
        spec, kernel_size=(kw, kh), stride=(sw, sh), dilation=(dw, dh), padding=(left, right, top, bottom)
    )
    (outs, height, width), filters = layer.shape, layer.filters.transpose(0, 1, 3, 2)
    return Layer(turned, layer.x.transpose(0, 2, 1), filters, (outs, width, height), layer.scratch)


def _sharing(layer: Layer) -> tuple[int, int]:
    """(every, step): output row r + every reads the same phase of rows as r, `step` dilations further down.

    Example: at stride 2 and dilation 3, output row 0 reads rows 0, 3, 6 and row 3 reads 6, 9, 12: (3, 2).
    """
    stride, dilation = layer.spec.stride[0], layer.spec.dilation[0]
    shared = gcd(stride, dilation)
    return dilation // shared, stride // shared


def windows(layer: Layer, inputs: range, part: Part) -> Iterator[tuple[slice, Array]]:
    """(rows of the part, their windows as columns): views, float32 (rows, taps × channels, columns).

    They are scratch, which the next ones write over. With a dilation, only every so many rows of outputs
    share rows of the input.
    """
    (kh, kw), (sh, sw), (dh, dw) = layer.spec.kernel_size, layer.spec.stride, layer.spec.dilation
    cells = layer.cells(part, inputs)
    by_channel, by_row, by_cell = cells.strides
    every, step = _sharing(layer)
    for first in range(min(every, part.rows)):
        count = len(range(first, part.rows, every))
        # In one run of rows; or, where they share none, in a run for each, without the rows between.
        runs, tall = (1, (count - 1) * step + kh) if step < kh else (count, kh)
        shape = (runs, tall, kw, len(cells), part.cols)
        strides = (step * dh * by_row, dh * by_row, dw * by_cell, by_channel, sw * by_cell)
        copy = layer.scratch.array("windows", shape)
        np.copyto(copy, as_strided(cells[:, first * sh :], shape, strides, writeable=False))
        columns = as_strided(
            copy,
            (count, kh * kw * len(cells), part.cols),
            (min(step, kh) * copy.strides[1], copy.strides[3], copy.itemsize),
            writeable=False,
        )
        yield slice(first, None, every), columns


def _cost(layer: Layer) -> float:
    layer = _turned(layer) if layer.shape[2] == 1 else layer
    (outs, ins, kh, kw), groups = layer.filters.shape, layer.spec.groups
    every, step = _sharing(layer)
    copied = costs.COLUMN if layer.spec.stride[1] == 1 else costs.COLUMN_APART
    rows = costs.VECTOR if outs == groups else outs // groups
    per_cell = copied * ins * kw * min(step, kh) + costs.MAC * rows * ins * kh * kw
    work = groups * layer.plane_cells * per_cell + costs.GATHER * layer.filters.size
    calls = groups * (8 + 2 * every) * costs.CALL  # for a part, and for its rows that share windows
    if groups == 1 and not _divided(layer):
        return float(calls + work)
    return float(calls + costs.HAND_OVER + work / costs.CORES)


def _why(layer: Layer) -> Message:
    outs, ins = layer.filters.shape[:2]
    (kh, kw), groups = layer.spec.kernel_size, layer.spec.groups
    return msg(
        "{ins} channels to {outs}: windows of {taps} numbers as columns, times a matrix of {rows} × {taps}",
        ins=layer.spec.in_channels,
        outs=outs,
        taps=ins * kh * kw,
        rows=outs // groups,
    )


STRATEGY = Strategy("im2col + GEMM", _suits, _run, _cost, _why)
