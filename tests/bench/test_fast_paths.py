"""How long the fast paths take, as multiples of the best there is for a picture of 12 megapixels."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import Any

import cv2
import numpy as np
import pytest

from convviz import functional as F  # noqa: N812  (as torch's is known)
from convviz.core.operations import OPERATIONS
from convviz.core.resize_spec import ResizeSpec
from convviz.core.spec import PoolSpec

ROUNDS = 9
PICTURE = np.random.default_rng(0).integers(0, 256, (1, 3000, 4000), np.uint8)


def ratio(ours: Callable[[], Any], best: Callable[[], Any]) -> float:
    """The median of ours over that of the best, taken in turn."""
    times: tuple[list[float], list[float]] = ([], [])
    for n in range(ROUNDS + 1):
        for call, into in zip((ours, best), times, strict=True):
            start = perf_counter()
            call()
            if n:  # the first is for caches and pages
                into.append(perf_counter() - start)
    return median(times[0]) / median(times[1])


@pytest.mark.parametrize("of", ["function", "operation", "operation on bytes"])
def test_max_pooling_is_less_than_twice_numpys_one_liner(of: str) -> None:
    """The fastest of those that are written on one line: two maxima of halves, rows first."""
    x = PICTURE if of == "operation on bytes" else PICTURE.astype(np.float32)

    def best() -> Any:
        y = np.maximum((rows := np.maximum(x[:, ::2], x[:, 1::2]))[..., ::2], rows[..., 1::2])
        return y.astype(np.float32, copy=False)

    def ours() -> Any:
        return F.max_pool2d(x, 2) if of == "function" else OPERATIONS["pool2d"].fast(PoolSpec(), x)

    np.testing.assert_array_equal(ours(), best())
    assert ratio(ours, best) < 2


@pytest.mark.parametrize("of", ["function", "operation", "operation on bytes"])
def test_bilinear_doubling_is_within_1_3_of_opencv(of: str) -> None:
    x = PICTURE if of == "operation on bytes" else PICTURE.astype(np.float32)

    def best() -> Any:
        plane = x[0].astype(np.float32, copy=False)  # of bytes, OpenCV rounds the weights
        return cv2.resize(plane, (8000, 6000), interpolation=cv2.INTER_LINEAR)

    def ours() -> Any:
        if of == "function":
            return F.interpolate(x[None], scale_factor=2, mode="bilinear")[0, 0]
        return OPERATIONS["resize2d"].fast(ResizeSpec(), x)[0]

    np.testing.assert_allclose(ours(), best(), atol=1e-3)
    assert ratio(ours, best) < 1.3
