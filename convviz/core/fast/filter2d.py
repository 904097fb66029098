"""OpenCV's filter2D, plane by plane: the quickest for kernels of 3 × 3 to 11 × 11 at stride 1 and dilation 1.

Of bytes it makes floats first, a part at a time, where the kernel has more than a few taps: it reads bytes
itself, but turns them into floats tap by tap (3 × 3 on 4096²: 12.4 ms, in place of 8.7).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.cv import cv2
from convviz.core.fast import bands, costs, direct
from convviz.core.fast.layer import Layer, Strategy
from convviz.i18n import Message, msg

Array = NDArray[Any]


def plain(layer: Layer) -> bool:
    """Whether windows are dense and every cell is the corner of one."""
    return layer.spec.stride == (1, 1) and layer.spec.dilation == (1, 1)


def area(layer: Layer) -> int:
    """A kernel's taps, zeros too: what OpenCV chooses its DFT by."""
    return layer.spec.kernel_size[0] * layer.spec.kernel_size[1]


def _suits(layer: Layer) -> bool:
    return plain(layer) and area(layer) <= costs.DIRECT_TAPS


def straight(layer: Layer) -> bool:
    """Whether filter2D may write into the output itself; of bytes only where converting them costs more."""
    if not direct.suits(layer):
        return False
    if layer.x.dtype == np.float32:
        return True
    few, converting = area(layer) <= costs.BYTES_DIRECT_TAPS, costs.PASS / costs.CORES
    return few and costs.BYTES + layer.taps * costs.BYTES_TAP < costs.filtered(layer.taps) + converting


def filters(layer: Layer) -> Callable[[int], direct.Filter]:
    """For each output channel, filter2D with its kernel."""
    filter2d, depth, weights = cv2.filter2D, cv2.CV_32F, layer.weights[:, 0]

    def filter_of(channel: int) -> direct.Filter:
        def apply(source: Array, target: Array, anchor: tuple[int, int], border: int) -> None:
            filter2d(source, depth, weights[channel], target, anchor, 0, border)

        return apply

    return filter_of


def run(layer: Layer, out: Array) -> None:
    """In place where that is possible, or on a float copy of a small picture; in bands elsewhere."""
    if straight(layer):
        direct.run(layer, out, filters(layer), bands.rest)
    elif layer.filters.shape[1] == 1 and layer.x.size <= costs.NEAR:
        floats = _floats(layer)
        direct.run(floats, out, filters(floats), bands.rest)
    else:
        bands.run(layer, out)


def _floats(layer: Layer) -> Layer:
    """The layer on a float32 copy of its input, which OpenCV reads with every core.

    It no longer knows that its sums are whole, which only matters to kernels so large that the DFT is asked.
    """
    x = layer.scratch.array("floats", layer.x.shape)
    np.copyto(x, layer.x)
    return replace(layer, x=x)


def cost(layer: Layer) -> float:
    """A plane for each pair of an output and an input; small ones of several inputs one thread adds up."""
    if layer.filters.shape[1] > 1 and layer.plane_cells < bands.DIVIDED:
        each = costs.ROWS + layer.taps * costs.ROWS_TAP + costs.ADDED
        return layer.planes * (6 * costs.CALL + layer.plane_cells * each)
    # Of bytes as of floats: what it takes to convert and to copy parts is about what sharing them saves.
    return layer.planes * (2 * costs.CALL + layer.plane_cells * costs.filtered(layer.taps))


def _why(layer: Layer) -> Message:
    kh, kw = layer.spec.kernel_size
    if layer.planes == 1:
        return msg("{kh}×{kw} at stride 1: one call of OpenCV's filter2D", kh=kh, kw=kw)
    return msg(
        "{kh}×{kw} at stride 1: OpenCV's filter2D on {n} pairs of an input and an output channel",
        kh=kh,
        kw=kw,
        n=layer.planes,
    )


STRATEGY = Strategy("OpenCV filter2D", _suits, run, cost, _why)
