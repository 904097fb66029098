"""A stride: rows of the input times matrices that hold a kernel's row again and again, each s cells lower.

Sixteen outputs side by side read (16 − 1)·s + span cells of each of the kernel's rows, by

    w0  0  …      The columns of such a band matrix are the outputs, its rows the cells they read. Nine of
    w1  0         ten products are with a zero, and still this is quicker than to deal out the input to its
    w2 w0         phases or to filter at every cell: nothing is copied, and a matrix product makes the most
     0 w1         of a processor. 7 × 7 at stride 4 on 4096 × 4096 cells takes 12 ms; by phases 18, by
     …  …         onnxruntime 13.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.fast import bands, costs, crew
from convviz.core.fast.layer import BAND, Layer, Part, Strategy, per_axis
from convviz.core.fast.product import LIMIT
from convviz.core.fast.scratch import Scratch
from convviz.i18n import Message, msg

Array = NDArray[Any]

SIDE_BY_SIDE = 16
"""Outputs of one matrix: as many as a vector register of AVX-512 has numbers. 8 and 32 are slower."""
ALONE = 1.35
"""How many times as long a part takes when there is none for another thread."""


def _suits(layer: Layer) -> bool:
    return layer.spec.stride != (1, 1) and layer.filters.shape[1] == 1


def _run(layer: Layer, out: Array) -> None:
    side_by_side = min(SIDE_BY_SIDE, layer.shape[2])
    matrices = [_matrices(layer, filters[0], side_by_side) for filters in layer.filters]

    def work(task: tuple[int, Part], scratch: Scratch) -> None:
        channel, part = task
        mine = layer.on(scratch)
        cells = mine.cells(part, layer.inputs(channel), np.float32)[0]
        with np.errstate(invalid="ignore", over="ignore"):
            sums = _multiplied(mine, cells, matrices[channel], part, out[channel][part.place])
        if not isfinite(sums):  # a zero times ∞, or NaN, beside a window: only taps may read these
            bands.rest(mine, channel, part, out[channel])

    tasks = [(channel, part) for channel in range(len(out)) for part in _parts(layer)]
    if _alone(layer):
        for task in tasks:
            work(task, layer.scratch)
    else:
        crew.share(tasks, work, layer.scratch)


def _alone(layer: Layer) -> bool:
    """Whether it is done before another thread has begun."""
    return bool(layer.planes * layer.x[0].size <= BAND)


def _parts(layer: Layer) -> Iterator[Part]:
    """Parts of the output, wide ones, of so few rows that BLAS multiplies them in the calling thread."""
    most = max(1, LIMIT // (SIDE_BY_SIDE * _read(layer)))
    for part in layer.parts():
        for top in range(part.top, part.top + part.rows, most):
            yield Part(top, part.left, min(most, part.top + part.rows - top), part.cols)


def _read(layer: Layer) -> int:
    """Cells of a row that the outputs of a matrix read."""
    return int((SIDE_BY_SIDE - 1) * layer.spec.stride[1] + layer.spec.span[1])


def _matrices(layer: Layer, kernel: Array, count: int) -> Array:
    """A matrix for each row of taps, its columns `count` outputs: float32 (kh, cells they read, count)."""
    (_, stride), (_, dilation) = layer.spec.stride, layer.spec.dilation
    found = np.zeros((len(kernel), (count - 1) * stride + layer.spec.span[1], count), np.float32)
    outputs = np.arange(count)
    for v, weights in enumerate(kernel.T):
        found[:, outputs * stride + v * dilation, outputs] = weights[:, None]
    return found


def _multiplied(layer: Layer, cells: Array, matrices: Array, part: Part, out: Array) -> float:
    """The sums of a part whose windows span these cells. Returns: the sum of them all."""
    count = min(matrices.shape[2], part.cols)
    whole = part.cols - part.cols % count
    if count < matrices.shape[2]:
        matrices = matrices[:, : (count - 1) * layer.spec.stride[1] + layer.spec.span[1], :count]
    everything = _blocks(layer, cells, matrices, out[:, :whole])
    if whole < part.cols:  # the last outputs, some of them once more
        first = part.cols - count
        everything += _blocks(layer, cells[:, first * layer.spec.stride[1] :], matrices, out[:, first:])
    return everything


def _blocks(layer: Layer, cells: Array, matrices: Array, out: Array) -> float:
    (kh, read, count), (rows, cols) = matrices.shape, out.shape
    (sh, sw), dh, (by_row, by_cell) = layer.spec.stride, layer.spec.dilation[0], cells.strides
    blocks = cols // count
    left = np.lib.stride_tricks.as_strided(
        cells,
        (kh, blocks, rows, read),
        (dh * by_row, count * sw * by_cell, sh * by_row, by_cell),
        writeable=False,
    )
    sums = layer.scratch.array("sums", (blocks, rows, count))
    more = layer.scratch.array("more sums", sums.shape)
    for u in range(kh):
        np.matmul(left[u], matrices[u], out=more if u else sums)
        if u:
            np.add(sums, more, out=sums)
    np.copyto(out.reshape(rows, blocks, count), sums.swapaxes(0, 1))
    return float(np.add.reduce(sums, axis=None))


def _cost(layer: Layer) -> float:
    kh, (sh, sw) = layer.spec.kernel_size[0], layer.spec.stride
    adding = costs.PASS * (1 if sh * sw > 4 else 2)  # more sums than that leave the cache
    each = kh * (_read(layer) * costs.BAND + adding)
    plane = layer.plane_cells * each + layer.x[0].size * costs.BAND_CELL
    copied = 0.0 if layer.x.dtype == np.float32 else costs.PASS * layer.x.size
    # The inside and the four sides of its frame: a call to multiply and one to add for each row of taps.
    calls = 5 * (kh + 3) * costs.CALL
    return copied + layer.planes * float(calls + plane * (ALONE if _alone(layer) else 1))


def _why(layer: Layer) -> Message:
    kh, kw = layer.spec.kernel_size
    return msg(
        "{kh}×{kw} at stride {stride}: rows of {read} cells times a matrix for each of {n} rows of taps",
        kh=kh,
        kw=kw,
        stride=per_axis(layer.spec.stride),
        read=_read(layer),
        n=kh,
    )


STRATEGY = Strategy("band matrices", _suits, _run, _cost, _why)
