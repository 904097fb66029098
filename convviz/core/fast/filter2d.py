"""OpenCV's filter2D, plane by plane: the best there is for one channel at stride 1 and dilation 1."""

from __future__ import annotations

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
    few = area(layer) <= costs.BYTES_DIRECT_TAPS
    return few and costs.BYTES + layer.taps * costs.BYTES_TAP < costs.filtered(layer.taps) + 2 * costs.PASS


def filter_of(layer: Layer, channel: int) -> direct.Filter:
    """filter2D with the channel's kernel."""
    kernel = np.ascontiguousarray(layer.filters[channel, 0], np.float32)

    def apply(source: Array, target: Array, anchor: tuple[int, int], border: int) -> None:
        cv2.filter2D(source, cv2.CV_32F, kernel, target, anchor, 0, border)

    return apply


def _run(layer: Layer, out: Array) -> None:
    if straight(layer):
        direct.run(layer, out, lambda channel: filter_of(layer, channel), bands.rest)
    else:
        bands.run(layer, out)


def cost(layer: Layer) -> float:
    """As many planes as there are pairs of an output and an input."""
    if straight(layer) and layer.x.dtype != np.float32:
        each = costs.FILTER + costs.BYTES + layer.taps * costs.BYTES_TAP
    else:
        each = costs.filtered(layer.taps) + (0.0 if straight(layer) else costs.PASS)
    prepared = 0.0 if straight(layer) else costs.PASS * layer.x.size
    return prepared + layer.planes * (2 * costs.CALL + layer.plane_cells * each)


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


STRATEGY = Strategy("OpenCV filter2D", _suits, _run, cost, _why)
