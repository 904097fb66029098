"""im2col + GEMM: the windows as columns, the filters as rows, one matrix product per block of output rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.fast import costs
from convviz.core.fast.layer import Layer, Part, Strategy
from convviz.i18n import Message, msg

Array = NDArray[Any]

BLOCK = 1 << 20
"""Cells of the column matrix made at a time: 4 MB, so that it stays in the cache."""


def _suits(layer: Layer) -> bool:
    outs, ins = layer.filters.shape[:2]
    return layer.spec.kernel_size != (1, 1) and bool(ins * (outs // layer.spec.groups) >= 4)


def _run(layer: Layer, out: Array) -> None:
    spec = layer.spec
    outs, width = spec.out_channels // spec.groups, out.shape[2]
    for first in range(0, spec.out_channels, outs):
        matrix = layer.filters[first : first + outs].reshape(outs, -1).astype(np.float32)
        for part in _parts(layer, matrix.shape[1]):
            columns = _columns(layer, layer.cells(part, layer.inputs(first)), part)
            target = out[first : first + outs, *part.place]
            if part.cols == width:  # whole rows lie one behind the other
                np.matmul(matrix, columns, out=target.reshape(outs, -1))
            else:
                sums = layer.scratch.array("product", (outs, part.rows * part.cols))
                target[...] = np.matmul(matrix, columns, out=sums).reshape(target.shape)


def _parts(layer: Layer, taps: int) -> Iterator[Part]:
    """Parts of the output whose windows fill a block, and span no more of the input than a band."""
    for band in layer.bands(layer.filters.shape[1]):
        for top, left, rows, cols in blocks(band.rows, band.cols, taps):
            yield Part(band.top + top, band.left + left, rows, cols)


def _columns(layer: Layer, cells: Array, part: Part) -> Array:
    """The windows of a part as columns, float32 (channels · kh · kw, cells of the part)."""
    (kh, kw), (sh, sw), (dh, dw) = layer.spec.kernel_size, layer.spec.stride, layer.spec.dilation
    by_channel, by_row, by_cell = cells.strides
    windows = np.lib.stride_tricks.as_strided(
        cells,
        (len(cells), kh, kw, part.rows, part.cols),
        (by_channel, by_row * dh, by_cell * dw, by_row * sh, by_cell * sw),
        writeable=False,
    )
    columns = layer.scratch.array("columns", windows.shape)
    np.copyto(columns, windows)
    return columns.reshape(-1, part.rows * part.cols)


def blocks(height: int, width: int, taps: int) -> Iterator[tuple[int, int, int, int]]:
    """(top, left, rows, columns) of parts of the output; a row whose windows are too many is cut up."""
    wide = min(width, max(1, BLOCK // taps))
    tall = max(1, BLOCK // (taps * wide))
    for top in range(0, height, tall):
        for left in range(0, width, wide):
            yield top, left, min(tall, height - top), min(wide, width - left)


def _cost(layer: Layer) -> float:
    spec, (kh, kw) = layer.spec, layer.spec.kernel_size
    columns = spec.in_channels * kh * kw * layer.plane_cells
    macs = columns * (spec.out_channels // spec.groups)
    return spec.groups * 4 * costs.CALL + costs.COLUMN * columns + costs.MAC * macs


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
