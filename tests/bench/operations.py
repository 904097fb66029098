"""Pooling and resizing against the best there is for a picture of 12 megapixels."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from convviz import functional as F  # noqa: N812  (as torch's is known)
from convviz.core.cv import cv2
from convviz.core.operations import OPERATIONS
from convviz.core.pool_spec import PoolSpec
from convviz.core.resize_spec import ResizeSpec
from tests.bench.cases import Case, Peer, Work

AREA = "operations"
SIZE = (3000, 4000)


def cases() -> Iterator[Case]:
    """By the function, by the operation, and by the operation on bytes."""
    for of in ("function", "operation", "operation on bytes"):
        dtype = "uint8" if of == "operation on bytes" else "float32"
        best = Peer("numpy, two maxima of halves", lambda dtype=dtype: _maxima(dtype))  # type: ignore[misc]
        ours = _pooled(dtype, of == "function")
        yield Case(AREA, f"2×2 max pooling, 12 megapixels, {of}", ours, (best,), 2.0, quick=of == "function")
        peer = Peer("cv2.resize", lambda dtype=dtype: _resized(dtype))  # type: ignore[misc]
        yield Case(AREA, f"bilinear ×2, 12 megapixels, {of}", _doubled(dtype, of == "function"), (peer,), 1.3)


def _picture(dtype: str) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (1, *SIZE), np.uint8).astype(dtype)


def _pooled(dtype: str, function: bool) -> Callable[[], Work]:
    def make() -> Work:
        x = _picture(dtype)
        if function:
            return lambda: F.max_pool2d(x, 2)
        return lambda: OPERATIONS["pool2d"].fast(PoolSpec(), x)

    return make


def _maxima(dtype: str) -> Work:
    """The fastest of those that are written on one line: rows first."""
    x = _picture(dtype)

    def work() -> object:
        y = np.maximum((rows := np.maximum(x[:, ::2], x[:, 1::2]))[..., ::2], rows[..., 1::2])
        return y.astype(np.float32, copy=False)

    return work


def _doubled(dtype: str, function: bool) -> Callable[[], Work]:
    def make() -> Work:
        x = _picture(dtype)
        if function:
            return lambda: F.interpolate(x[None], scale_factor=2, mode="bilinear")
        return lambda: OPERATIONS["resize2d"].fast(ResizeSpec(), x)

    return make


def _resized(dtype: str) -> Work:
    x, size = _picture(dtype)[0], (2 * SIZE[1], 2 * SIZE[0])

    def work() -> object:
        plane = x.astype(np.float32, copy=False)  # of bytes, OpenCV rounds the weights
        return cv2.resize(plane, size, interpolation=cv2.INTER_LINEAR)

    return work
