"""im2col + GEMM: the windows as columns, the filters as rows, one matrix product per block of output rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.fast.layer import Layer, Strategy

Array = NDArray[Any]

BLOCK = 1 << 20
"""Cells of the column matrix made at a time: 4 MB, so that it stays in the cache."""


def _suits(layer: Layer) -> bool:
    outs, ins = layer.filters.shape[:2]
    return bool(ins * (outs // layer.spec.groups) >= 8)


def _run(layer: Layer, out: Array) -> None:
    spec, padded = layer.spec, layer.padded
    (sh, sw), (dh, dw) = spec.stride, spec.dilation
    height, width = out.shape[1:]
    outs = spec.out_channels // spec.groups
    for first in range(0, spec.out_channels, outs):
        ins = layer.inputs(first)
        matrix = layer.filters[first : first + outs].reshape(outs, -1).astype(np.float32)
        for top, left, rows, cols in blocks(height, width, matrix.shape[1]):
            part = padded[
                ins.start : ins.stop,
                top * sh : (top + rows - 1) * sh + spec.span[0],
                left * sw : (left + cols - 1) * sw + spec.span[1],
            ]
            windows = np.lib.stride_tricks.sliding_window_view(part, spec.span, axis=(1, 2))
            windows = windows[:, ::sh, ::sw, ::dh, ::dw]
            columns = windows.transpose(0, 3, 4, 1, 2).astype(np.float32).reshape(-1, rows * cols)
            sums = (matrix @ columns).reshape(outs, rows, cols)
            out[first : first + outs, top : top + rows, left : left + cols] = sums


def blocks(height: int, width: int, taps: int) -> Iterator[tuple[int, int, int, int]]:
    """(top, left, rows, columns) of parts of the output; a row whose windows are too many is cut up."""
    wide = min(width, max(1, BLOCK // taps))
    tall = max(1, BLOCK // (taps * wide))
    for top in range(0, height, tall):
        for left in range(0, width, wide):
            yield top, left, min(tall, height - top), min(wide, width - left)


STRATEGY = Strategy("im2col + GEMM", _suits, _run)
