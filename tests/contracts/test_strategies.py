"""What every row of STRATEGIES promises: the planner takes it for a layer that the bench or the program has.

Where it is taken for what is in PLACES; a row that is taken nowhere is not worth its file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import product

import numpy as np
import pytest

from convviz.core.fast import STRATEGIES, convolve
from convviz.core.fast.layer import Layer
from convviz.core.kernels import KERNELS
from convviz.core.sizes import conv_shape
from convviz.core.spec import ConvSpec
from tests.bench.fast_path import BARE, GRID, LARGE, LAYERS, SMALL, weights

POINTWISE = ((3, 8), (64, 128))
"""Channels in and out of layers of 1 × 1."""
PLACES = {
    "input × weight": "gallery",
    "OpenCV filter2D": "grid",
    "OpenCV sepFilter2D": "gallery",
    "OpenCV filter2D, by phases": "grid",
    "OpenCV filter2D, in parts": "bare",
    "OpenCV filter2D, by DFT": "bare",
    "OpenCV filter2D, every s-th cell": "grid",
    "OpenCV filter2D, every s-th row": "grid",
    "OpenCV filter2D, gaps filled": "grid",
    "channel mix": "pointwise",
    "im2col + GEMM": "layers",
    "OpenCV scaleAdd, tap by tap": "gallery",
}
"""For each strategy, layers that it is taken for: one channel at any stride and dilation (the grid) or none
(bare), layers of known networks, the gallery's kernels at work on a photo, layers of 1 × 1."""


def layers() -> Iterator[tuple[str, Layer]]:
    """(a place, a layer there)."""
    for dtype in (np.float32, np.uint8):
        for (k, stride, dilation), side in product(GRID, (SMALL, LARGE)):
            yield "grid", of(alone(k, k, stride, dilation), side, dtype)
        for k in BARE:
            yield "bare", of(alone(k, k), LARGE, dtype)
        for kernel, stride, dilation in product(KERNELS, (1, 2, 4), (1, 2, 4)):
            rows = np.array(kernel.rows())
            yield "gallery", of(alone(*rows.shape, stride, dilation), SMALL, dtype, rows[None, None])
    for spec, side in LAYERS.values():
        yield "layers", of(spec, side)
    for ins, outs in POINTWISE:
        yield "pointwise", of(ConvSpec((1, 1), in_channels=ins, out_channels=outs), 56)


def alone(kh: int, kw: int, stride: int = 1, dilation: int = 1) -> ConvSpec:
    """One channel, with as much padding as keeps the picture's size at stride 1."""
    tall, wide = dilation * (kh - 1) // 2, dilation * (kw - 1) // 2
    return ConvSpec((kh, kw), (stride, stride), (tall, tall, wide, wide), (dilation, dilation))


def of(spec: ConvSpec, side: int, dtype: type = np.float32, weight: np.ndarray | None = None) -> Layer:
    filters = weights(spec) if weight is None else weight.astype(np.float64)
    x = picture(dtype, spec.in_channels, side)
    return Layer(spec, x, filters, conv_shape(spec, x.shape))


@cache
def picture(dtype: type, channels: int, side: int) -> np.ndarray:
    """Memory that nobody writes to or reads."""
    return np.empty((channels, side, side), dtype)


@pytest.fixture(scope="module")
def places() -> dict[str, set[str]]:
    """For each strategy, where it is taken."""
    found: dict[str, set[str]] = defaultdict(set)
    for place, layer in layers():
        found[convolve.plan(layer).name].add(place)
    picture.cache_clear()
    return found


@pytest.mark.parametrize("name", [strategy.name for strategy in STRATEGIES])
def test_a_strategy_is_taken_where_it_belongs(name: str, places: dict[str, set[str]]) -> None:
    assert PLACES[name] in places[name]


def test_nothing_else_has_a_place(places: dict[str, set[str]]) -> None:
    assert set(PLACES) == {strategy.name for strategy in STRATEGIES} == set(places)
