"""Kernels of one weight: the picture itself, shifted and scaled, in one pass of numpy."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.fast import costs
from convviz.core.fast.layer import Layer, Strategy
from convviz.i18n import Message, msg

Array = NDArray[Any]


def _suits(layer: Layer) -> bool:
    return layer.filters.shape[1] == 1 and layer.taps <= 1


def _run(layer: Layer, out: Array) -> None:
    (sh, sw), (dh, dw) = layer.spec.stride, layer.spec.dilation
    for o, sums in enumerate(out):
        found = np.argwhere(layer.filters[o, 0]).tolist()
        if not found:
            sums[...] = 0
            continue
        (u, v), inputs = found[0], layer.inputs(o)
        weight = np.float32(layer.filters[o, 0, u, v])
        for part in layer.parts():
            view = layer.cells(part, inputs)[0, u * dh :: sh, v * dw :: sw][: part.rows, : part.cols]
            if weight == 1:
                np.copyto(sums[part.place], view)
            else:
                np.multiply(view, weight, out=sums[part.place], dtype=np.float32)


def _cost(layer: Layer) -> float:
    each = costs.GATHER if layer.spec.stride[1] > 1 else costs.PASS
    return layer.planes * (costs.CALL + layer.plane_cells * each)


def _why(layer: Layer) -> Message:
    weights = layer.filters[layer.filters != 0]
    if not weights.size:
        return msg("A kernel of zeros: nothing is read")
    if (weights == 1).all():
        return msg("One tap of weight 1: the input is copied")
    return msg("One tap that is not 0: the input is scaled, in one pass")


STRATEGY = Strategy("input × weight", _suits, _run, _cost, _why)
