"""One shifted, strided view of the input per tap, scaled and added by OpenCV: any stride, any dilation.

It costs what the outputs cost, times the taps that are not 0: best where those are few and far between.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.cv import cv2
from convviz.core.fast import costs
from convviz.core.fast.layer import BAND, Layer, Part, Strategy
from convviz.i18n import Message, msg

Array = NDArray[Any]

SPARSE = 16
"""From this stride on nearly every cell that is read is fetched from memory by itself."""


def _run(layer: Layer, out: Array) -> None:
    ins, (sh, sw) = layer.filters.shape[1], layer.spec.stride
    sparse = sw >= SPARSE and not any(layer.spec.pads) and layer.depth == layer.x.dtype
    # Where only a few cells of a view are read, these count, and not what lies between: at a stride of 50
    # there would be a hundred parts of a few cells each.
    for part in layer.parts(ins, BAND * sh * sw if sparse else BAND):
        before = None
        for o, sums in enumerate(out):
            inputs = layer.inputs(o)
            if inputs != before:
                cells, before = layer.cells(part, inputs), inputs
            _add(layer, cells, layer.filters[o], part, sums[part.place])


def _add(layer: Layer, cells: Array, filters: Array, part: Part, sums: Array) -> None:
    (sh, sw), (dh, dw) = layer.spec.stride, layer.spec.dilation
    readable = sw == 1 and cells.dtype == np.float32
    copy = layer.scratch.array("copy", (part.rows, part.cols))
    sums[...] = 0
    for n, u, v in np.argwhere(filters).tolist():
        view = cells[n, u * dh :: sh, v * dw :: sw][: part.rows, : part.cols]
        if not readable:
            np.copyto(copy, view)
            view = copy
        cv2.scaleAdd(view, float(np.float32(filters[n, u, v])), sums, sums)


def _cost(layer: Layer) -> float:
    readable = layer.spec.stride[1] == 1 and layer.x.dtype == np.float32
    each = costs.PASS + (0 if readable else costs.GATHER if layer.spec.stride[1] > 1 else costs.PASS)
    cleared = layer.shape[0] * (costs.CALL + layer.plane_cells * costs.PASS)
    return cleared + layer.planes * layer.taps * (2 * costs.CALL + layer.plane_cells * each)


def _why(layer: Layer) -> Message:
    taps, (kh, kw) = layer.taps, layer.spec.kernel_size
    return msg(
        "{kh}×{kw} with {n} taps that are not 0: added one by one, by OpenCV's scaleAdd", kh=kh, kw=kw, n=taps
    )


STRATEGY = Strategy("OpenCV scaleAdd, tap by tap", lambda layer: True, _run, _cost, _why)
