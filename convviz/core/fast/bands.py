"""A part of the output at a time, from however many input channels and phases: the sums of whole planes.

What lies between (the part with its border, as float32; its phases; a filtered plane) is scratch of at most
layer.BAND cells each, whatever the picture's size.

With a stride s, the window's taps that lie a multiple of s apart read every s-th cell: one of s phases,
itself a picture s times smaller on which they are a kernel of stride 1. With a dilation d too and
g = gcd(s, d), only s/g phases are read, each by the kernel's every (s/g)-th tap, and those d/g apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import gcd
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from convviz.core import wanted
from convviz.core.cv import cv2
from convviz.core.fast import crew
from convviz.core.fast.layer import BAND, Layer, Part, within
from convviz.core.fast.scratch import Scratch
from convviz.core.fast.sums import correlate

Array = NDArray[Any]

SHARED = 1 << 19
"""Cells that a thread reads at a time."""
DIVIDED = 1 << 20
"""Cells from which on OpenCV's filter2D works with several threads of its own."""


class Phase(NamedTuple):
    """Along one axis, the taps that read cells `offset` + a multiple of the stride.

    Attributes:
        taps: which of the kernel's they are.
        first: the cell of the phase that the first of them reads; the next is `step` further on.
    """

    offset: int
    taps: slice
    first: int
    step: int


@lru_cache(maxsize=256)
def phases(k: int, stride: int, dilation: int, before: int = 0) -> tuple[Phase, ...]:
    """The phases that a kernel of k taps reads, the first of which lies so many cells before the input."""
    shared = gcd(stride, dilation)
    every, found = stride // shared, []
    for u in range(min(k, every)):
        first, offset = divmod(u * dilation - before, stride)
        found.append(Phase(offset, slice(u, k, every), first, dilation // shared))
    return tuple(found)


def run(layer: Layer, out: Array) -> None:
    """The whole layer, band by band."""
    spec, most = layer.spec, _shared(layer)
    (_, height, width), outs = layer.shape, spec.out_channels // spec.groups
    parts = layer.cut(Part(0, 0, height, width), layer.filters.shape[1], most or BAND)
    tasks = [(part, first) for part in parts for first in range(0, spec.out_channels, outs)]

    def work(task: tuple[Part, int], scratch: Scratch) -> None:
        part, first = task
        compute(layer.on(scratch), range(first, first + outs), part, out)

    if most:
        crew.share(tasks, work, layer.scratch)
    else:
        for task in wanted.pieces(tasks):
            work(task, layer.scratch)


def _shared(layer: Layer) -> int:
    """Cells of the parts that threads share, of many more rows than a window; 0 where they share none.

    Phases of a stride are many short calls, before and after each of which threads would wait for each other.
    Larger parts OpenCV divides among its own.
    """
    most = max(SHARED, 16 * layer.filters.shape[1] * layer.spec.span[0] * layer.x.shape[2])
    return most if layer.spec.stride == (1, 1) and most < DIVIDED else 0


def rest(layer: Layer, channel: int, part: Part, out: Array) -> None:
    """A part of one output plane, its bands one after the other."""
    for band in layer.cut(part, layer.filters.shape[1]):
        compute(layer, range(channel, channel + 1), band, out[None], channel)


def compute(layer: Layer, outputs: range, part: Part, out: Array, base: int = 0) -> None:
    """A part of some output channels, which read the same input channels; out[0] is channel `base`."""
    begun = set()
    for n, rows, cols, plane in _planes(layer, part, layer.inputs(outputs.start)):
        for o in outputs:
            kernel = layer.filters[o, n, rows.taps, cols.taps]
            target = out[o - base][part.place]
            correlate(plane, kernel, (rows.step, cols.step), target, layer.scratch, o in begun, layer.exact)
            begun.add(o)


def _planes(layer: Layer, part: Part, inputs: range) -> Iterator[tuple[int, Phase, Phase, Array]]:
    """(input channel, rows, columns, what a part reads of them, from the first tap's cells on)."""
    (sh, sw), (dh, dw), (kh, kw) = layer.spec.stride, layer.spec.dilation, layer.spec.kernel_size
    if (sh, sw) == (1, 1):
        whole = (Phase(0, slice(None), 0, dh), Phase(0, slice(None), 0, dw))
        for n, plane in enumerate(layer.cells(part, inputs, np.float32)):
            yield n, *whole, plane
        return
    columns = phases(kw, sw, dw)
    for n, channel in enumerate(inputs):
        for rows in phases(kh, sh, dh):
            dealt = _deal(layer, part, channel, rows.offset, [phase.offset for phase in columns])
            for cols in columns:
                yield n, rows, cols, dealt[cols.offset][rows.first :, cols.first :]


def _deal(layer: Layer, part: Part, channel: int, offset: int, wanted: list[int]) -> list[Array]:
    """Every sh-th row that a part spans, its columns dealt out in turn to sw planes with their borders.

    OpenCV deals an image's channels out so. Returns: float32 (sw, rows, columns); of the planes, those that
    are wanted are right.
    """
    (sh, sw), x = layer.spec.stride, layer.x[channel : channel + 1]
    tall, wide = layer.reach(part)
    rows = tall[offset::sh]
    up, down = within(rows, x.shape[1])
    near, far = -(min(wide.start, 0) // sw), (min(wide.stop, x.shape[2]) - wide.start) // sw
    planes = _dealt(layer, sw, len(rows), len(wide) // sw + 1)
    together = x.dtype == np.float32 and sw > 1 and up < down and near < far and x.strides[2] == 4
    if together:
        start = wide.start + near * sw
        cells = x[0, rows[up] : rows[down - 1] + 1 : sh, start : start + (far - near) * sw]
        pixels = cells.reshape(down - up, far - near, sw)
        cv2.split(pixels, [plane[up:down, near:far] for plane in planes])
    for q in wanted:
        cols, plane = wide[q::sw], planes[q][None]
        if not together:
            layer.copy(x, rows, cols, plane[:, :, : len(cols)])
            continue
        every, count = slice(0, len(rows)), len(cols)
        sides = ((every, slice(0, near)), (every, slice(far, count)), (slice(0, up), slice(near, far)))
        for tall_side, wide_side in (*sides, (slice(down, len(rows)), slice(near, far))):
            if tall_side.start < tall_side.stop and wide_side.start < wide_side.stop:
                layer.copy(x, rows[tall_side], cols[wide_side], plane[:, tall_side, wide_side])
    return planes


def _dealt(layer: Layer, count: int, rows: int, cols: int) -> list[Array]:
    """Planes for what is dealt out, each one cell further off a multiple of 32 bytes than the one before.

    Into planes that lie alike, OpenCV's split writes past the cache, and takes five times as long.
    """
    size = rows * cols
    pitch = (size + 7) // 8 * 8 + 1
    cells = layer.scratch.array("dealt", (count, pitch))
    return [cells[q, :size].reshape(rows, cols) for q in range(count)]
