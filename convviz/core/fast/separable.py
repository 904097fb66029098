"""A kernel that is a column times a row, by OpenCV's sepFilter2D: h + w products a cell in place of h·w."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core import analysis
from convviz.core.cv import cv2
from convviz.core.fast import bands, costs, direct
from convviz.core.fast.layer import Layer, Strategy
from convviz.i18n import Message, msg

Array = NDArray[Any]

CLOSE = 1e-7
"""How far the factors' product may be from a weight, as a share of the largest: a float32's rounding."""


def factors(layer: Layer) -> list[analysis.Factors] | None:
    """Each kernel's column and row, or None unless all have them and whole sums stay whole."""
    found = []
    for kernel in layer.filters[:, 0]:
        parts = _factors(kernel, layer.exact)
        if parts is None:
            return None
        found.append(parts)
    return found


def _factors(kernel: Array, exact: bool) -> analysis.Factors | None:
    # The row and the column through the largest weight decide; only then the decomposition is worth its time,
    # which finds the factors that a person would write, whole ones of whole kernels.
    row, col = np.unravel_index(np.argmax(np.abs(kernel)), kernel.shape)
    peak = kernel[row, col]
    off = np.abs(kernel * peak - np.outer(kernel[:, col], kernel[row])).max()
    parts = analysis.separable(kernel) if peak**2 > 0 and off <= CLOSE * peak**2 else None
    if parts is None:
        return None
    whole = parts.error == 0 and all(weight.is_integer() for weight in (*parts.column, *parts.row))
    return parts if whole or (not exact and parts.error <= CLOSE * abs(peak)) else None


def _suits(layer: Layer) -> bool:
    return min(layer.spec.kernel_size) > 1 and direct.suits(layer) and factors(layer) is not None


def _run(layer: Layer, out: Array) -> None:
    found = factors(layer) or []

    def filter_of(channel: int) -> direct.Filter:
        column, row = (np.array(side, np.float32) for side in (found[channel].column, found[channel].row))

        def apply(source: Array, target: Array, anchor: tuple[int, int], border: int) -> None:
            cv2.sepFilter2D(source, cv2.CV_32F, row, column, target, anchor, 0, border)

        return apply

    direct.run(layer, out, filter_of, bands.rest)


def _cost(layer: Layer) -> float:
    each = costs.separated(*layer.spec.kernel_size)
    return layer.planes * (layer.spec.dilation[0] * 2 * costs.CALL + layer.plane_cells * each)


def _why(layer: Layer) -> Message:
    kh, kw = layer.spec.kernel_size
    return msg(
        "{kh}×{kw} of rank 1: a row and a column, {few} products in place of {many}, by OpenCV's sepFilter2D",
        kh=kh,
        kw=kw,
        few=kh + kw,
        many=kh * kw,
    )


STRATEGY = Strategy("OpenCV sepFilter2D", _suits, _run, _cost, _why)
