"""A dilated kernel as several small ones: every d-th cell is a picture of its own, filtered by filter2D.

filter2D with the kernel stuffed with zeros falls into its DFT beyond 11 × 11 cells (5 × 5 taps, 4 apart, on
4096 × 4096 cells: 142 ms). Its phases, seen in place, take 11; see core.fast.direct.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.fast import bands, costs, direct, filter2d
from convviz.core.fast.layer import Layer, Strategy, per_axis
from convviz.core.fast.sums import MOST_CHANNELS
from convviz.i18n import Message, msg

Array = NDArray[Any]


def _suits(layer: Layer) -> bool:
    spec = layer.spec
    return spec.stride == (1, 1) and spec.dilation != (1, 1) and spec.dilation[1] <= MOST_CHANNELS


def _straight(layer: Layer) -> bool:
    """In place, if on floats, and with a kernel that filter2D does not have to be spared."""
    return layer.x.dtype == np.float32 and direct.suits(layer) and _whole(layer)


def _whole(layer: Layer) -> bool:
    area = filter2d.area(layer)
    return area <= costs.DIRECT_TAPS or layer.taps >= costs.DFT_PAYS


def _run(layer: Layer, out: Array) -> None:
    if _straight(layer):
        direct.run(layer, out, filter2d.filters(layer), bands.rest)
    else:
        bands.run(layer, out)


def _cost(layer: Layer) -> float:
    dft = layer.taps >= costs.DFT_PAYS and not layer.exact
    each = costs.PHASES + (costs.transformed(layer.taps) if dft else costs.filtered(layer.taps))
    calls, prepared = layer.spec.dilation[0], 0.0
    if not _straight(layer):
        each, prepared, calls = each + costs.PASS, costs.PASS * layer.x.size, 3 * calls
    return prepared + layer.planes * (calls * costs.CALL + layer.plane_cells * each)


def _why(layer: Layer) -> Message:
    (kh, kw), (dh, dw) = layer.spec.kernel_size, layer.spec.dilation
    return msg(
        "{kh}×{kw} at dilation {dilation}: {n} phases of OpenCV's filter2D",
        kh=kh,
        kw=kw,
        dilation=per_axis((dh, dw)),
        n=dh * dw,
    )


STRATEGY = Strategy("OpenCV filter2D, by phases", _suits, _run, _cost, _why)
