"""A stride: filter2D on every s-th row, at all columns of it; of the sums the stride keeps every s-th.

What a kernel's row reads lies s rows apart, and OpenCV sees that in place, as a picture of s times fewer
rows; see core.fast.bands for the phases. Along a row it computes s times too much, and is the quickest all
the same: to deal out the columns takes as long as to filter them. 7 × 7 at stride 3 on 4096 × 4096 cells
takes 9 ms; by phases of both rows and columns 18, by onnxruntime 18.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from convviz.core.cv import cv2
from convviz.core.fast import bands, costs, crew
from convviz.core.fast.layer import Layer, Part, Strategy, per_axis
from convviz.core.fast.scratch import Scratch
from convviz.core.fast.sums import MOST_CHANNELS, pixels, spread
from convviz.i18n import Message, msg

Array = NDArray[Any]

PART = 1 << 20
"""About as many cells of the input a thread filters at a time, at most."""
WORTH = 5e5
"""Nanoseconds of work for which another thread is asked, too; see costs.HAND_OVER. 11 × 11 at stride 2 on
1024 × 1024 cells takes 1.4 ms in two parts and 2.6 in one; 3 × 3 takes 0.53 and 0.50."""


class Kernel(NamedTuple):
    """What one phase of the rows is filtered with.

    Attributes:
        channel: of the input channels that the output reads, which.
        offset, first: output row r reads rows `offset` + s · (r + `first`), and those below.
        weights: float32 (rows, columns).
        apart: columns between its taps, which OpenCV takes for the channels of one pixel.
        left: columns of padding, in such pixels.
    """

    channel: int
    offset: int
    first: int
    weights: Array
    apart: int
    left: int


class Chunk(NamedTuple):
    """Rows that one filter2D makes: from lo to hi of a phase, to sums from `at` on; so many are right."""

    lo: int
    hi: int
    anchor: int
    at: int
    right: int


def _suits(layer: Layer) -> bool:
    """Of a stride, where filter2D sums every phase directly."""
    if layer.spec.stride == (1, 1):
        return False
    (kh, kw), (sh, _), (dh, _) = layer.spec.kernel_size, layer.spec.stride, layer.spec.dilation
    phase = bands.phases(kh, sh, dh)[0]  # none has more taps
    tall = (len(range(kh)[phase.taps]) - 1) * phase.step + 1
    wide = kw if _apart(layer) > 1 else layer.spec.span[1]
    return tall * wide <= costs.DIRECT_TAPS


def _in_place(layer: Layer) -> bool:
    """Whether the picture is filtered as it is, OpenCV's zeros around it."""
    spec, x = layer.spec, layer.x
    left = spec.pads[2]
    bordered = not any(spec.pads) or spec.padding_mode == "zeros"
    reached = left < spec.span[1] and (layer.shape[2] - 1) * spec.stride[1] < x.shape[2]
    return bordered and reached and x.dtype == np.float32 and x.strides[2] == 4 and x.strides[1] > 0


def _apart(layer: Layer) -> int:
    """Columns that are taken for the channels of one pixel: a dilation, where whole pixels are filtered."""
    spec = layer.spec
    dilation = spec.dilation[1]
    whole = layer.x.shape[2] % dilation == 0 == spec.pads[2] % dilation
    return dilation if whole and dilation <= MOST_CHANNELS and _in_place(layer) else 1


def _run(layer: Layer, out: Array) -> None:
    in_place, sw = _in_place(layer), layer.spec.stride[1]
    kernels = [list(_kernels(layer, o, in_place)) for o in range(len(out))]
    parts = list(_parts(layer, in_place))
    # What is copied is copied once for all that read it, if there is a part for every thread.
    alone = in_place or len(parts) < crew.size()
    together = 1 if alone else len(out) // layer.spec.groups

    def work(task: tuple[int, Part], scratch: Scratch) -> None:
        channel, part = task
        inputs, first = layer.inputs(channel), part.top if in_place else 0
        if in_place:
            cells = layer.x[inputs.start : inputs.stop]
        else:
            cells = layer.on(scratch).cells(part, inputs, np.float32)
        for o in range(channel, channel + together):
            sums = _filtered(cells, kernels[o], layer.spec.stride[0], first, part.rows, scratch)
            np.copyto(out[o][part.place], sums[:, ::sw][:, : part.cols])

    crew.share([(o, part) for part in parts for o in range(0, len(out), together)], work, layer.scratch)


def _parts(layer: Layer, in_place: bool) -> Iterator[Part]:
    """Parts of the output; of a picture that is filtered in place as wide as it is."""
    _, height, width = layer.shape
    large = round(layer.x[0].size / PART) if in_place else 1
    rows = -(-height // max(large, min(crew.size(), _workers(layer))))
    for top in range(0, height, rows):
        part = Part(top, 0, min(rows, height - top), width)
        yield from [part] if in_place else layer.cut(part, layer.filters.shape[1], PART)


def _kernels(layer: Layer, o: int, in_place: bool) -> Iterator[Kernel]:
    """For an output channel, its phases that have weights; first the one that most likely covers all rows."""
    spec = layer.spec
    above, left = (spec.pads[0], spec.pads[2]) if in_place else (0, 0)
    apart = _apart(layer)
    across = 1 if apart > 1 else spec.dilation[1]
    phases = bands.phases(spec.kernel_size[0], spec.stride[0], spec.dilation[0], above)
    for n, weights in enumerate(layer.filters[o]):
        for rows in sorted(phases, key=lambda phase: phase.offset):
            if np.count_nonzero(taps := weights[rows.taps]):
                stuffed = spread(taps, (rows.step, across)).astype(np.float32)
                yield Kernel(n, rows.offset, rows.first, stuffed, apart, left // apart)


def _filtered(
    cells: Array, kernels: list[Kernel], stride: int, first: int, count: int, scratch: Scratch
) -> Array:
    """The sums of `count` rows of the output from `first` on, at every column of the cells (C, H, W)."""
    passes = []
    for kernel in kernels:
        plane, tall = cells[kernel.channel, kernel.offset :: stride], len(kernel.weights)
        passes += [(kernel, plane, c) for c in _chunks(first, count, kernel.first, tall, len(plane))]
    shape = (count + max((len(kernel.weights) for kernel in kernels), default=0), cells.shape[2])
    sums, more = scratch.array("sums", shape), scratch.array("more sums", shape)
    covering = 1 if passes and passes[0][2].right == count else 0
    if covering:
        _filter(*passes[0], sums)
    else:
        sums[...] = 0
    for kernel, plane, chunk in passes[covering:]:
        _filter(kernel, plane, chunk, more)
        made = slice(chunk.at, chunk.at + chunk.right)
        cv2.add(sums[made], more[made], sums[made])
    return sums[:count]


def _filter(kernel: Kernel, plane: Array, chunk: Chunk, out: Array) -> None:
    source, target = plane[chunk.lo : chunk.hi], out[chunk.at : chunk.at + chunk.hi - chunk.lo]
    anchor, apart = (kernel.left, chunk.anchor), kernel.apart
    source, target = pixels(source, apart), pixels(target, apart)
    cv2.filter2D(source, cv2.CV_32F, kernel.weights, target, anchor, 0, cv2.BORDER_CONSTANT)


def _chunks(first: int, count: int, reads: int, tall: int, rows: int) -> Iterator[Chunk]:
    """How `count` output rows from `first` on are made, each of `tall` rows of so many, `reads` further down.

    Windows that begin above the first row need the anchor so far inside them; then those of as many rows at
    the bottom are missing, and come next.
    """
    place, end = first, first + count
    while place < end:
        lo, hi = max(0, place + reads), min(rows, end + reads + tall - 1)
        if lo >= hi:
            return
        above = lo - place - reads
        anchor = min(above, tall - 1)
        at = place + above - anchor
        right = min(end - at, hi - lo)
        yield Chunk(lo, hi, anchor, at - first, right)
        place = at + right


def _phases(layer: Layer) -> int:
    """How many phases of the rows the window reads."""
    spec = layer.spec
    return len(bands.phases(spec.kernel_size[0], spec.stride[0], spec.dilation[0]))


def _filtering(layer: Layer) -> float:
    """The nanoseconds that one thread takes to filter one plane."""
    count = _phases(layer)
    each = count * costs.ROWS + (count - 1) * costs.PASS_NEAR + layer.taps * costs.ROWS_TAP
    return float(layer.shape[1] * layer.x.shape[2] * each)


def _workers(layer: Layer) -> int:
    """How many threads have enough to do with one output channel."""
    return 1 + int(layer.filters.shape[1] * _filtering(layer) // WORTH)


def _cost(layer: Layer) -> float:
    copied = costs.PASS if layer.x.strides[2] == layer.x.itemsize else costs.GATHER
    prepared = 0.0 if _in_place(layer) else copied * layer.x[0].size
    each = prepared + _filtering(layer) + layer.plane_cells * costs.GATHER
    calls = layer.planes * 4 * _phases(layer) * costs.CALL
    if layer.planes * layer.x[0].size <= PART and _workers(layer) == 1:
        return float(calls + layer.planes * each)
    return float(calls + costs.HAND_OVER + layer.planes * each / costs.CORES)


def _why(layer: Layer) -> Message:
    (kh, kw), (sh, sw) = layer.spec.kernel_size, layer.spec.stride
    return msg(
        "{kh}×{kw} at stride {stride}: OpenCV's filter2D on {n} of {all} phases of the rows; "
        "1 in {kept} of its sums is kept",
        kh=kh,
        kw=kw,
        stride=per_axis(layer.spec.stride),
        n=_phases(layer),
        all=sh,
        kept=sw,
    )


STRATEGY = Strategy("OpenCV filter2D, every s-th row", _suits, _run, _cost, _why)
