"""im2col + GEMM: the windows as columns, the filters as rows, one matrix product per block of output rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.fast import costs, crew
from convviz.core.fast.layer import Layer, Part, Strategy
from convviz.core.fast.product import product
from convviz.core.fast.scratch import Scratch
from convviz.i18n import Message, msg

Array = NDArray[Any]

BLOCK = 1 << 20
"""Cells of the column matrix made at a time, 4 MB: with smaller ones, threads wait for each other more."""

SHARED = 1 << 23
"""Multiply-accumulates, from which on there is a part for every thread."""


def _suits(layer: Layer) -> bool:
    outs, ins = layer.filters.shape[:2]
    return layer.spec.kernel_size != (1, 1) and bool(ins * (outs // layer.spec.groups) >= 4)


def _run(layer: Layer, out: Array) -> None:
    spec = layer.spec
    outs, width = spec.out_channels // spec.groups, out.shape[2]
    by_row = np.ascontiguousarray(layer.weights.transpose(2, 0, 1, 3))

    def work(block: tuple[int, Part], scratch: Scratch) -> None:
        first, part = block
        mine = slice(first, first + outs)
        factors = _factors(layer.on(scratch), by_row[:, mine], layer.inputs(first), part)
        target = out[mine, *part.place]
        if part.cols == width:  # whole rows lie one behind the other
            product(factors, target.reshape(outs, -1), scratch)
        else:
            sums = scratch.array("product", (outs, part.rows * part.cols))
            product(factors, sums, scratch)
            target[...] = sums.reshape(target.shape)

    parts = list(_parts(layer, by_row[:, 0].size))
    crew.share([(o, part) for part in parts for o in range(0, spec.out_channels, outs)], work, layer.scratch)


def _parts(layer: Layer, taps: int) -> Iterator[Part]:
    """Parts of the output whose windows fill a block, and span no more of the input than a band."""
    alone = layer.spec.groups < crew.size()  # groups are shared too
    shares = crew.size() if alone and taps * layer.plane_cells * layer.filters.shape[0] > SHARED else 1
    for band in layer.bands(layer.filters.shape[1]):
        for top, left, rows, cols in blocks(band.rows, band.cols, taps, shares):
            yield Part(band.top + top, band.left + left, rows, cols)


def _factors(layer: Layer, by_row: Array, inputs: range, part: Part) -> list[tuple[Array, Array]]:
    """(filters, windows) of each row of taps, whose products are added; or of all, in one matrix of columns.

    by_row (kh, O, C, kw): the weights of one row of taps after the other.

    The windows of one row of taps are runs of what was read. To copy them, for a single product, pays where
    they have fewer rows than the sums that would be added.
    """
    (kh, outs, ins, kw), count = by_row.shape, part.rows * part.cols
    runs = [run.reshape(-1, count) for run in _runs(layer, inputs, part)]
    if ins * kw >= outs:
        return list(zip(by_row.reshape(kh, outs, -1), runs, strict=True))
    columns = layer.scratch.array("columns", (kh, ins * kw, count))
    for u, run in enumerate(runs):
        columns[u] = run
    filters = by_row.transpose(1, 0, 2, 3).reshape(outs, -1)
    return [(filters, columns.reshape(-1, count))]


def _runs(layer: Layer, inputs: range, part: Part) -> Iterator[Array]:
    """For each row of taps, what its taps read: views, float32 (channels, kw, cells of the part).

    What a column of taps reads is copied once for all rows of taps, the rows dealt out by the stride: of
    that, what one tap reads is one run of cells.
    """
    (kh, kw), (sh, sw), (dh, dw) = layer.spec.kernel_size, layer.spec.stride, layer.spec.dilation
    cells, count = layer.cells(part, inputs), part.rows * part.cols
    by_channel, by_row, by_cell = cells.strides
    tall = -(-cells.shape[1] // sh)
    read = layer.scratch.array("read", (len(cells), kw, sh, tall, part.cols))
    for phase in {u * dh % sh for u in range(kh)}:
        rows = cells[:, phase::sh]
        view = np.lib.stride_tricks.as_strided(
            rows,
            (len(cells), kw, rows.shape[1], part.cols),
            (by_channel, by_cell * dw, by_row * sh, by_cell * sw),
            writeable=False,
        )
        np.copyto(read[:, :, phase, : rows.shape[1]], view)
    runs = read.reshape(len(cells), kw, -1)
    for u in range(kh):
        row, phase = divmod(u * dh, sh)
        start = (phase * tall + row) * part.cols
        yield runs[:, :, start : start + count]


def blocks(height: int, width: int, taps: int, shares: int = 1) -> Iterator[tuple[int, int, int, int]]:
    """(top, left, rows, columns) of at least so many parts; a row whose windows are too many is cut up."""
    wide = min(width, max(1, BLOCK // taps))
    parts = max(shares, -(-height // max(1, BLOCK // (taps * wide))))
    tall = -(-height // parts)
    for top in range(0, height, tall):
        for left in range(0, width, wide):
            yield top, left, min(tall, height - top), min(wide, width - left)


def _cost(layer: Layer) -> float:
    spec, (outs, ins, kh, kw) = layer.spec, layer.filters.shape
    outs //= spec.groups
    made = ins * kw + min(ins * kw, outs) * (kh - 1)
    per_cell: float = costs.COLUMN * made + costs.MAC * outs * ins * kh * kw
    return spec.groups * (4 * costs.CALL + layer.plane_cells * per_cell)


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
