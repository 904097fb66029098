"""OpenCV's filter2D, plane by plane: the best there is for one channel at stride 1 and dilation 1."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.cv import cv2
from convviz.core.fast.layer import Layer, Strategy, border

Array = NDArray[Any]

DFT_TAPS = 50
"""filter2D takes the DFT from this many taps (130 for float input), and float32 sums are then inexact."""


def _suits(layer: Layer) -> bool:
    return layer.spec.stride == (1, 1) and layer.spec.dilation == (1, 1)


def _run(layer: Layer, out: Array) -> None:
    # filter2D makes the borders itself when there are as many output as input cells, which saves a copy.
    spec = layer.spec
    own_border = layer.shape[1:] == layer.x.shape[1:] and spec.padding_mode in (
        "zeros",
        "reflect",
        "replicate",
    )
    source = layer.x if own_border else layer.padded
    anchor = (spec.pads[2], spec.pads[0]) if own_border else (0, 0)
    mode = border(spec.padding_mode) if own_border else cv2.BORDER_CONSTANT
    precise = layer.exact and spec.kernel_size[0] * spec.kernel_size[1] >= DFT_TAPS
    depth, dtype = (cv2.CV_64F, np.float64) if precise else (cv2.CV_32F, np.float32)
    height, width = out.shape[1:]
    for o, sums in enumerate(out):
        for n, i in enumerate(layer.inputs(o)):
            kernel: NDArray[np.floating] = np.ascontiguousarray(layer.filters[o, n], dtype)
            direct = sums if n == 0 and own_border and not precise else None
            plane = cv2.filter2D(source[i], depth, kernel, direct, anchor, 0, mode)[:height, :width]
            if precise:
                np.rint(plane, out=plane)
            if n:
                sums += plane
            elif plane is not sums and not np.shares_memory(plane, sums):
                sums[...] = plane


STRATEGY = Strategy("OpenCV filter2D", _suits, _run)
