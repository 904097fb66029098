"""Feature maps of a picture, such as a network's first layer makes: a bank of kernels, then ReLU."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core import kernels
from convviz.core.cv import cv2

Array = NDArray[Any]

BANK = (
    "identity",
    "robinson-w",
    "robinson-n",
    "laplacian-4",
    "robinson-e",
    "robinson-s",
    "line-45",
    "line-135",
)
"""Kernels of the table, all 3×3: the picture itself, edges that face four ways, spots, two slopes."""


def bank(count: int) -> Array:
    """The weights of the first `count` kernels of the bank, float32 (count, 3, 3)."""
    return np.array([kernels.rows(name) for name in BANK[:count]], np.float32)


def feature_maps(x: Array, count: int) -> Array:
    """The mean of a picture's channels (C, H, W), seen by `count` kernels; what is negative becomes 0.

    Beyond the edge, its cells go on. Whole grey values give whole maps.

    Returns: float32 (count, H, W), not to be written to: it is given again for the same picture.
    """
    return _LATEST.of(x, count)


class _Latest:
    """The maps of one picture, kept because every change of the layer asks for them again."""

    def __init__(self) -> None:
        self._kept: tuple[Array, Array] | None = None

    def of(self, x: Array, count: int) -> Array:
        kept = self._kept
        if kept and len(kept[1]) == count and kept[0].dtype == x.dtype and np.array_equal(kept[0], x):
            return kept[1]
        maps = _made(x, count)
        maps.flags.writeable = False
        self._kept = (x.copy(), maps)
        return maps


def _made(x: Array, count: int) -> Array:
    plane = x[0].astype(np.float32) if len(x) == 1 else x.mean(axis=0, dtype=np.float32)
    maps = np.empty((count, *plane.shape), np.float32)
    for out, kernel in zip(maps, bank(count), strict=True):
        np.maximum(cv2.filter2D(plane, cv2.CV_32F, kernel, borderType=cv2.BORDER_REPLICATE), 0, out=out)
    return maps


_LATEST = _Latest()
