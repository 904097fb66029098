"""Large kernels by filter2D's discrete Fourier transform, whose cost hardly depends on the kernel."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.cv import cv2
from convviz.core.fast import bands, costs, direct, filter2d
from convviz.core.fast.layer import Layer, Strategy
from convviz.i18n import Message, msg

Array = NDArray[Any]


def _suits(layer: Layer) -> bool:
    large = filter2d.plain(layer) and filter2d.area(layer) > costs.DIRECT_TAPS
    return large and (layer.taps >= costs.DFT_PAYS or _straight(layer))


def _straight(layer: Layer) -> bool:
    return layer.x.dtype == np.float32 and direct.suits(layer)


def _run(layer: Layer, out: Array) -> None:
    if layer.exact:
        _run_exactly(layer, out)
    elif _straight(layer):
        direct.run(layer, out, filter2d.filters(layer), bands.rest)
    else:
        bands.run(layer, out)


def _run_exactly(layer: Layer, out: Array) -> None:
    """In float64, whose error is far below ½, and rounded: whole sums are whole again."""
    ins = layer.filters.shape[1]
    for o, sums in enumerate(out):
        for part in layer.bands(ins):
            total: Array | None = None
            for n, plane in enumerate(layer.cells(part, layer.inputs(o), np.float32)):
                name = "double" if n else "total"
                filtered = layer.scratch.array(name, plane.shape, np.float64)
                kernel = np.ascontiguousarray(layer.filters[o, n])
                cv2.filter2D(plane, cv2.CV_64F, kernel, filtered, (0, 0), 0, cv2.BORDER_REPLICATE)
                total = filtered if total is None else cv2.add(total, filtered, total)
            assert total is not None
            sums[part.place] = np.rint(total[: part.rows, : part.cols])


def _cost(layer: Layer) -> float:
    each = costs.transformed(layer.taps) * (costs.DFT_DOUBLE if layer.exact else 1)
    return layer.planes * (4 * costs.CALL + layer.plane_cells * each)


def _why(layer: Layer) -> Message:
    kh, kw = layer.spec.kernel_size
    return msg(
        "{kh}×{kw}, {n} taps that are not 0: the Fourier transform of OpenCV's filter2D",
        kh=kh,
        kw=kw,
        n=layer.taps,
    )


STRATEGY = Strategy("OpenCV filter2D, by DFT", _suits, _run, _cost, _why)
