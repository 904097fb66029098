"""The fast path against a bare filter2D, its own other strategies, torch, onnxruntime and scipy."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

import numpy as np

from convviz.core.cv import cv2
from convviz.core.spec import ConvSpec
from tests.bench import peers
from tests.bench.cases import Case, Peer

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
    x = picture(1, LARGE)
    for k, (mode, border) in product(BARE, BORDERS.items()):
        spec = ConvSpec((k, k), padding="same", padding_mode=mode)
        w = weights(spec)
        name = f"{k}×{k}, {mode}, {LARGE}²"
        yield Case(AREA, name, peers.ours(spec, x, w), (peers.stuffed_filter2d(spec, x, w, border),), 1.10)


def separable() -> Iterator[Case]:
    """A product of a row and a column in half of filter2D's time."""
    x = picture(1, LARGE)
    spec = ConvSpec((15, 15), padding="same")
    row = np.random.default_rng(3).normal(size=15)
    w = np.outer(row[::-1], row)[None, None]
    peer = peers.stuffed_filter2d(spec, x, w)
    yield Case(AREA, f"15×15 of rank 1, {LARGE}²", peers.ours(spec, x, w), (peer,), 0.5)


def photographs() -> Iterator[Case]:
    """Bytes against a float copy of them that is filtered."""
    x = picture(1, LARGE, "uint8")
    for k in (3, 5, 11, 15):
        spec = ConvSpec((k, k), padding="same")
        w = weights(spec)
        peer = Peer("astype(float32), filter2D", lambda x=x, w=w: _converted(x, w))  # type: ignore[misc]
        name = f"{k}×{k} on bytes, {LARGE}²"
        yield Case(AREA, name, peers.ours(spec, x, w), (peer, peers.stuffed_filter2d(spec, x, w)), 1.0)


def _converted(x: np.ndarray, w: np.ndarray) -> peers.Work:
    kernel, copy, out = (
        w[0, 0].astype(np.float32),
        np.empty(x.shape[1:], np.float32),
        np.empty(x.shape[1:], "f4"),
    )

    def work() -> object:
        np.copyto(copy, x[0])
        return cv2.filter2D(copy, cv2.CV_32F, kernel, out, (-1, -1), 0, cv2.BORDER_CONSTANT)

    return work


def grid(side: int) -> Iterator[Case]:
    """One channel at every stride and dilation: the planner against the best strategy, and against others."""
    x = picture(1, side)
    for k, stride, dilation in GRID:
        pad = dilation * (k - 1) // 2
        spec = ConvSpec((k, k), (stride, stride), (pad,) * 4, (dilation, dilation))
        w, name = weights(spec), f"{k}×{k}, stride {stride}, dilation {dilation}, {side}²"
        ours, quick = peers.ours(spec, x, w), side == SMALL and k == 3 and stride != 3
        if (stride, dilation) != (1, 1):
            yield Case(AREA, name, ours, peers.strategies(spec, x, w), 1.15, best=True)
            yield Case(AREA, name, ours, (peers.stuffed_filter2d(spec, x, w),), 1.0, quick=quick)
        others = (peers.torch(spec, x, w), peers.onnx(spec, x, w))
        if side == SMALL:
            others = (*others, peers.scipy(spec, x, w))
        yield Case(AREA, name, ours, others, 1.0, quick=quick)


def layers() -> Iterator[Case]:
    """Layers of known networks and others of many channels."""
    for name, (spec, side) in LAYERS.items():
        x, w = picture(spec.in_channels, side), weights(spec)
        others = (peers.torch(spec, x, w), peers.onnx(spec, x, w))
        yield Case(AREA, name, peers.ours(spec, x, w), others, 1.3, quick=side < SMALL)
