"""What the fast paths need besides input and output: little, whatever the picture's depth and layout."""

from __future__ import annotations

import tracemalloc
from typing import Any

import numpy as np
import pytest

from convviz.core.nd.boxes import CELLS
from convviz.core.operations import OPERATIONS
from convviz.core.resize_spec import ResizeSpec
from convviz.core.spec import PoolSpec
from convviz.core.transposed_spec import TransposedSpec
from tests.functional.oracle import Array

SPECS: dict[str, tuple[str, Any]] = {
    "max": ("pool2d", PoolSpec()),
    "overlapping max": ("pool2d", PoolSpec("max", (3, 3), (2, 2), (1, 1))),
    "dilated max": ("pool2d", PoolSpec("max", (3, 3), (3, 3), (0, 0), (2, 2))),
    "mean": ("pool2d", PoolSpec("avg")),
    "nearest": ("resize2d", ResizeSpec("nearest", (0.5, 0.5))),
    "bilinear": ("resize2d", ResizeSpec("bilinear", (0.5, 0.5))),
    "bilinear in thirds": ("resize2d", ResizeSpec("bilinear", (1 / 3, 1 / 3))),
    "bicubic": ("resize2d", ResizeSpec("bicubic", (0.5, 0.25))),
    "area": ("resize2d", ResizeSpec("area", (0.3, 0.3))),
    "stamps": ("conv_transpose2d", TransposedSpec((3, 3), (1, 1), (1, 1), channels=3)),
}
PICTURE = np.random.default_rng(0).integers(0, 256, (2400, 2000, 3), np.uint8)


def operands(key: str, x: Array) -> tuple[Array, ...]:
    return (x, np.ones((3, 1, 3, 3)), np.zeros(3)) if key == "conv_transpose2d" else (x,)


@pytest.mark.parametrize("dtype", [np.uint8, np.float32])
@pytest.mark.parametrize("name", SPECS)
def test_no_copy_of_the_picture_is_made(name: str, dtype: Any) -> None:
    """As float32 it has 58 MB; its colours lie side by side, as in a file."""
    key, spec = SPECS[name]
    x = np.moveaxis(PICTURE.astype(dtype), -1, 0)
    tracemalloc.start()
    try:
        y = OPERATIONS[key].fast(spec, *operands(key, x))
        now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert y.dtype == np.float32
    assert peak - now < 8 * 8 * CELLS, "more than a few boxes of CELLS double-precision numbers"
    rows, cols = np.array([0, 1, y.shape[1] // 2, y.shape[1] - 1]), np.arange(0, y.shape[2], 97)
    sampled = OPERATIONS[key].sample(spec, rows, cols, *operands(key, x))
    np.testing.assert_allclose(y[:, rows[:, None], cols], sampled, rtol=1e-5, atol=1e-3)
