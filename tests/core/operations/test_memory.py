"""What the fast paths need besides input and output: little, whatever the picture's depth and layout."""

from __future__ import annotations

import tracemalloc
from typing import Any

import numpy as np
import pytest

from convviz.core.activations import activate
from convviz.core.chain_spec import ChainSpec
from convviz.core.nd.boxes import CELLS
from convviz.core.operations import OPERATIONS
from convviz.core.pool_spec import PoolSpec
from convviz.core.resize_spec import ResizeSpec
from convviz.core.spec import ACTIVATIONS, ConvSpec
from convviz.core.spec_3d import conv3d_spec
from convviz.core.transposed_spec import TransposedSpec
from convviz.core.unpool_spec import UnpoolSpec
from tests.functional.oracle import Array

SPECS: dict[str, tuple[str, Any]] = {
    "max": ("pool2d", PoolSpec()),
    "overlapping max": ("pool2d", PoolSpec("max", (3, 3), (2, 2), (1, 1))),
    "dilated max": ("pool2d", PoolSpec("max", (3, 3), (3, 3), (0, 0), (2, 2))),
    "mean": ("pool2d", PoolSpec("avg")),
    "unpooled": ("unpool2d", UnpoolSpec(output_size=(2400, 2000))),
    "unpooled, overlapping": ("unpool2d", UnpoolSpec((3, 3), (2, 2), (1, 1), (2400, 2000))),
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


def layer(key: str, activation: str) -> tuple[Any, Array]:
    """One weight for each colour or slice, so that every sum is the cell itself or its negative."""
    if key == "conv3d":
        spec: Any = conv3d_spec((1, 1, 1), activation=activation)
        return spec, np.array([-1.0]).reshape(1, 1, 1, 1)
    conv = ConvSpec((1, 1), in_channels=3, out_channels=3, groups=3, activation=activation)
    spec = ChainSpec(conv, PoolSpec("max", (2, 2), (2, 2))) if key == "chain" else conv
    return spec, np.array([-1.0, 1.0, -1.0]).reshape(3, 1, 1, 1)


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("key", ["conv2d", "conv3d", "chain"])
def test_an_activation_is_written_over_the_sums(key: str, activation: str) -> None:
    """The sums of this picture are 58 MB, and a sigmoid of all of them at once would be 230 MB more.

    A chain keeps the sums that it pools, of larger pictures in parts.
    """
    spec, weight = layer(key, activation)
    x = np.moveaxis(PICTURE, -1, 0).astype(np.float32) - 128
    tracemalloc.start()
    try:
        y = OPERATIONS[key].fast(spec, x, weight)
        now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak - now < (x.nbytes if key == "chain" else 0) + 8 * 8 * CELLS
    expected = activate(activation, x[:, :2, :2] * weight.reshape(-1, 1, 1).astype(np.float32))
    corner = expected.max((1, 2), keepdims=True) if key == "chain" else expected
    np.testing.assert_allclose(y[:, : corner.shape[1], : corner.shape[2]], corner, rtol=1e-6)
