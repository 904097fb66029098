"""A part of the output at a time, from however many input channels and phases: the sums of whole planes.

What lies between (the part with its border, as float32; its phases; a filtered plane) is scratch of at most
layer.BAND cells each, whatever the picture's size.

With a stride s, the window's taps that lie a multiple of s apart read every s-th cell: one of s phases,
itself a picture s times smaller on which they are a kernel of stride 1. With a dilation d too and
g = gcd(s, d), only s/g phases are read, each by the kernel's every (s/g)-th tap, and those d/g apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import gcd
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from convviz.core.cv import cv2
from convviz.core.fast.layer import Layer, Part
from convviz.core.fast.sums import correlate

Array = NDArray[Any]


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


def phases(k: int, stride: int, dilation: int) -> list[Phase]:
    """The phases that a kernel of k taps reads."""
    shared = gcd(stride, dilation)
    every = stride // shared
    return [
        Phase(u * dilation % stride, slice(u, k, every), u * dilation // stride, dilation // shared)
        for u in range(min(k, every))
    ]


def run(layer: Layer, out: Array) -> None:
    """The whole layer, band by band."""
    spec = layer.spec
    ins, outs = spec.in_channels // spec.groups, spec.out_channels // spec.groups
    for part in layer.parts(ins):
        for first in range(0, spec.out_channels, outs):
            compute(layer, range(first, first + outs), part, out)


def rest(layer: Layer, channel: int, part: Part, out: Array) -> None:
    """A part of one output plane, its bands one after the other."""
    for band in layer.cut(part, layer.filters.shape[1]):
        compute(layer, range(channel, channel + 1), band, out[None], channel)


def compute(layer: Layer, outputs: range, part: Part, out: Array, base: int = 0) -> None:
    """A part of some output channels, which read the same input channels; out[0] is channel `base`."""
    cells = layer.cells(part, layer.inputs(outputs.start), np.float32)
    begun = set()
    for n, plane in enumerate(cells):
        for rows, cols, phase in _phases(layer, plane):
            for o in outputs:
                kernel = layer.filters[o, n, rows.taps, cols.taps]
                target = out[o - base][part.place]
                steps = (rows.step, cols.step)
                correlate(phase, kernel, steps, target, layer.scratch, o in begun, layer.exact)
                begun.add(o)


def _phases(layer: Layer, plane: Array) -> Iterator[tuple[Phase, Phase, Array]]:
    """(rows, columns, the plane's cells that both read, from the first tap's on)."""
    (sh, sw), (dh, dw), (kh, kw) = layer.spec.stride, layer.spec.dilation, layer.spec.kernel_size
    columns = phases(kw, sw, dw)
    for rows in phases(kh, sh, dh):
        split = _split(layer, plane[rows.offset :: sh], sw)
        for cols in columns:
            yield rows, cols, split[cols.offset][rows.first :, cols.first :]


def _split(layer: Layer, plane: Array, stride: int) -> list[Array]:
    """A plane's columns, dealt out in turn to as many planes; OpenCV does so as for an image's channels."""
    if stride == 1:
        return [plane]
    height, width = plane.shape
    whole = width // stride
    dealt = layer.scratch.array("dealt", (stride, height, whole + 1))
    planes = list(dealt)
    if whole:
        pixels = plane[:, : whole * stride].reshape(height, whole, stride)
        cv2.split(pixels, [target[:, :whole] for target in planes])
    for first, target in enumerate(planes[: width - whole * stride]):
        target[:, whole] = plane[:, whole * stride + first]
    return planes
