"""The fast path against a bare filter2D, its own other strategies, torch, onnxruntime and scipy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, partial
from itertools import product

import numpy as np

from convviz.core.cv import cv2
from convviz.core.spec import ConvSpec
from tests.bench import peers
from tests.bench.cases import Case, Peer, Work

Layer = tuple[ConvSpec, np.ndarray, np.ndarray]
"""What is computed, of which input, with which weights."""

AREA = "fast path"
LARGE, SMALL = 4096, 1024
BARE = (3, 5, 7, 9, 11, 15, 31)
GRID = tuple(product((3, 5, 7, 11), (1, 2, 3, 4), (1, 2, 4, 8)))
"""(taps, stride, dilation)"""
BORDERS = {
    "zeros": cv2.BORDER_CONSTANT,
    "reflect": cv2.BORDER_REFLECT_101,
    "replicate": cv2.BORDER_REPLICATE,
}
LAYERS = {
    "3→64, 7×7, stride 2, 224²": (ConvSpec((7, 7), (2, 2), (3,) * 4, (1, 1), 3, 64), 224),
    "64→64, 3×3, 56²": (ConvSpec((3, 3), (1, 1), (1,) * 4, (1, 1), 64, 64), 56),
    "128→128, 3×3, 28²": (ConvSpec((3, 3), (1, 1), (1,) * 4, (1, 1), 128, 128), 28),
    "depthwise 64, 3×3, 112²": (ConvSpec((3, 3), (1, 1), (1,) * 4, (1, 1), 64, 64, 64), 112),
    "3→8, 3×3, 1024²": (ConvSpec((3, 3), (1, 1), (1,) * 4, (1, 1), 3, 8), 1024),
    "LeNet-5's first: 1→6, 5×5, 32²": (ConvSpec((5, 5), out_channels=6), 32),
    "LeNet-5's second: 6→16, 5×5, 14²": (ConvSpec((5, 5), in_channels=6, out_channels=16), 14),
}


@cache
def picture(channels: int, side: int, dtype: str = "float32") -> np.ndarray:
    """Random cells, the same in every run."""
    rng = np.random.default_rng(channels * side)
    if dtype == "uint8":
        return rng.integers(0, 256, (channels, side, side), np.uint8)
    return rng.random((channels, side, side), dtype=np.float32)


def weights(spec: ConvSpec) -> np.ndarray:
    """Random weights of full rank."""
    return np.random.default_rng(7).normal(size=spec.weight_shape)


def case(name: str, layer: Layer, others: Iterable[Peer], bound: float, **choices: bool) -> Case:
    """A row for each peer on the same layer, with the strategy that ours took."""
    return Case(
        AREA,
        name,
        peers.ours(*layer),
        tuple(others),
        bound,
        same=peers.same,
        note=lambda: peers.chosen(*layer),
        **choices,
    )


def libraries(layer: Layer) -> tuple[Peer, ...]:
    """What else computes a single channel's convolution."""
    return peers.torch(*layer), peers.onnx(*layer), peers.scipy(*layer)


def cases() -> Iterator[Case]:
    """Every row of the fast path."""
    yield from bare()
    yield from separable()
    yield from photographs()
    for side in (SMALL, LARGE):
        yield from grid(side)
    yield from layers()


def bare() -> Iterator[Case]:
    """One channel at stride 1 and dilation 1: nothing may be lost on the way to filter2D."""
    for k, (mode, border) in product(BARE, BORDERS.items()):
        spec = ConvSpec((k, k), padding="same", padding_mode=mode)
        layer, name = (spec, picture(1, LARGE), weights(spec)), f"{k}×{k}, {mode}, {LARGE}²"
        yield case(name, layer, [peers.stuffed_filter2d(*layer, border)], 1.10)
        if mode == "zeros":
            yield case(name, layer, libraries(layer), 1.0)
            yield case(name, layer, peers.strategies(*layer), 1.15, best=True)
        else:  # which torch's and onnxruntime's convolutions do not have
            yield case(name, layer, [peers.scipy(*layer)], 1.0)


def separable() -> Iterator[Case]:
    """A product of a row and a column in half of filter2D's time."""
    row = np.random.default_rng(3).normal(size=15)
    layer = (ConvSpec((15, 15), padding="same"), picture(1, LARGE), np.outer(row[::-1], row)[None, None])
    name = f"15×15 of rank 1, {LARGE}²"
    yield case(name, layer, [peers.stuffed_filter2d(*layer)], 0.5)
    yield case(name, layer, libraries(layer), 1.0)


def photographs() -> Iterator[Case]:
    """Bytes against a float copy of them that is filtered."""
    for k in (3, 5, 11, 15):
        spec = ConvSpec((k, k), padding="same")
        layer = (spec, picture(1, LARGE, "uint8"), weights(spec))
        converted = Peer("astype(float32), filter2D", partial(_converted, *layer[1:]))
        yield case(f"{k}×{k} on bytes, {LARGE}²", layer, [converted, peers.stuffed_filter2d(*layer)], 1.0)
        yield case(f"{k}×{k} on bytes, {LARGE}²", layer, libraries(layer), 1.0)


def _converted(x: np.ndarray, w: np.ndarray) -> Work:
    kernel = w[0, 0].astype(np.float32)
    copy, out = np.empty(x.shape[1:], np.float32), np.empty(x.shape[1:], np.float32)

    def work() -> object:
        np.copyto(copy, x[0])
        cv2.filter2D(copy, cv2.CV_32F, kernel, out, (-1, -1), 0, cv2.BORDER_CONSTANT)
        return out[None]

    return work


def grid(side: int) -> Iterator[Case]:
    """One channel at every stride and dilation: the planner against the best strategy, and against others."""
    for k, stride, dilation in GRID:
        spec = ConvSpec((k, k), (stride, stride), (dilation * (k - 1) // 2,) * 4, (dilation, dilation))
        layer = (spec, picture(1, side), weights(spec))
        name = f"{k}×{k}, stride {stride}, dilation {dilation}, {side}²"
        quick, bare = side == SMALL and k == 3 and stride != 3, (stride, dilation) == (1, 1)
        if not bare or side == SMALL:
            yield case(name, layer, peers.strategies(*layer), 1.15, best=True)
            yield case(name, layer, [peers.stuffed_filter2d(*layer)], 1.0, quick=quick)
            yield case(name, layer, libraries(layer), 1.0, quick=quick)


def layers() -> Iterator[Case]:
    """Layers of known networks and others of many channels."""
    for name, (spec, side) in LAYERS.items():
        layer = (spec, picture(spec.in_channels, side), weights(spec))
        yield case(name, layer, [peers.torch(*layer), peers.onnx(*layer)], 1.3, quick=side < SMALL)
