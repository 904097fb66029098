"""What the functions need besides input and output: little, however large the input and however it lies."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from convviz import functional as F  # noqa: N812  (as torch's is known)
from convviz.core.nd.boxes import CELLS, boxes, fitting, sizes
from tests.functional.oracle import Array

Call = Callable[[Array], Any]


def filters(x: Array, *shape: int) -> Array:
    return np.ones(shape, x.dtype)


FEW = 8 * 8 * CELLS
"""Bytes of a few boxes of double-precision numbers."""

CALLS: dict[str, tuple[int, Call]] = {
    "conv1d": (1, lambda x: F.conv1d(x, filters(x, 2, 2, 9), padding=4)),
    "conv2d": (2, lambda x: F.conv2d(x, filters(x, 2, 2, 3, 5), padding=(1, 2))),
    "conv2d, same-tf": (2, lambda x: F.conv2d(x, filters(x, 4, 1, 3, 3), None, 2, "same-tf", groups=2)),
    "conv3d": (3, lambda x: F.conv3d(x, filters(x, 2, 2, 3, 3, 3), padding=1)),
    "conv_transpose2d": (2, lambda x: F.conv_transpose2d(x, filters(x, 2, 1, 3, 3), stride=2)),
    "max_pool2d": (2, lambda x: F.max_pool2d(x, 3, 2, 1)),
    "max_pool2d, indices": (2, lambda x: F.max_pool2d(x, 2, return_indices=True)),
    "avg_pool3d": (3, lambda x: F.avg_pool3d(x, 2)),
    "adaptive_avg_pool3d": (3, lambda x: F.adaptive_avg_pool3d(x, 1)),
    "adaptive_max_pool2d": (2, lambda x: F.adaptive_max_pool2d(x, 3, return_indices=True)),
    "unfold": (2, lambda x: F.unfold(x, 2, stride=2)),
    "bilinear, aligned": (
        2,
        lambda x: F.interpolate(x, scale_factor=1.3, mode="bilinear", align_corners=True),
    ),
    "bilinear": (2, lambda x: F.interpolate(x, scale_factor=2, mode="bilinear")),
    "bicubic": (2, lambda x: F.interpolate(x, scale_factor=0.7, mode="bicubic")),
    "trilinear": (3, lambda x: F.interpolate(x, scale_factor=(1, 1.5, 1), mode="trilinear")),
    "nearest": (1, lambda x: F.interpolate(x, scale_factor=1.5)),
    "area": (2, lambda x: F.interpolate(x, scale_factor=0.3, mode="area")),
    "pad": (3, lambda x: F.pad(x, (1, 2, 3, 1, 2, 0), "reflect")),
    "softmax": (2, lambda x: F.softmax(x, 1)),
    "leaky_relu": (2, F.leaky_relu),
    "sigmoid": (2, F.sigmoid),
    "mse_loss": (2, lambda x: F.mse_loss(x, x)),
    "cross_entropy": (2, lambda x: F.cross_entropy(x, x, label_smoothing=0.1)),
    "max_unpool1d": (1, lambda x: F.max_unpool1d(x, np.broadcast_to(np.int64(0), x.shape), 1)),
}


def shaped(axes: int, cells: int) -> tuple[int, ...]:
    """Two images of two channels with about so many cells each."""
    side = round(cells ** (1 / axes))
    return (2, 2, *[side] * axes)


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
@pytest.mark.parametrize("name", list(CALLS))
def test_what_is_made_on_the_way_is_small(name: str, dtype: Any) -> None:
    axes, call = CALLS[name]
    x = np.random.default_rng(0).random(shaped(axes, 1 << 20), dtype)
    assert made(lambda: call(x)) < FEW


def test_a_vast_image_is_asked_in_boxes_whether_it_is_finite() -> None:
    """Zero times infinity is no number, so the fast path is for finite ones only; here seen 2²⁶ times."""
    x = np.broadcast_to(np.float32(1), (1, 1 << 13, 1 << 13))
    assert made(lambda: F.conv2d(x, filters(x, 1, 1, 3, 3), stride=1024)) < FEW


def test_weights_of_many_channels_are_laid_in_rows_a_few_filters_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Those of half the channels are as many numbers as a box has, for each of 256 filters."""
    monkeypatch.setattr("convviz.core.nd.convolve.CELLS", 1 << 12)
    monkeypatch.setattr("convviz.core.nd.convolve.COPIED", 8 << 12)
    weight = np.ones((256, 8, 1 << 10), np.float32)
    few = FEW * (1 << 12) // CELLS
    assert made(lambda: F.conv1d(filters(weight, 8, 1 << 10), weight)) < few
    assert made(lambda: F.conv_transpose1d(filters(weight, 256, 1), weight)) < few


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_a_vast_window_is_read_a_part_at_a_time(monkeypatch: pytest.MonkeyPatch, dtype: Any) -> None:
    """One of 9 · 2¹⁰ taps where 2¹⁰ numbers are held at a time: parts of it, that lie in no run of memory."""
    monkeypatch.setattr("convviz.core.nd.boxes.CELLS", 1 << 10)
    monkeypatch.setattr("convviz.core.nd.convolve.CELLS", 1 << 10)
    monkeypatch.setattr("convviz.core.nd.convolve.COPIED", 1 << 10)
    monkeypatch.setattr("convviz.functional.convolution.MOST_TAPS", 1 << 10)
    weight = np.random.default_rng(2).random((2, 1, 96, 96)).astype(dtype)
    x = np.random.default_rng(3).random((1, 1, 98, 97)).astype(dtype)
    one = np.float64([[[[3.0]]]]).astype(dtype)
    few = FEW * (1 << 10) // CELLS
    y, needed = measured(lambda: F.conv2d(x, weight, padding=1, stride=2))
    assert needed < few
    stamped, needed = measured(lambda: F.conv_transpose2d(one, weight[:1], padding=2))
    assert needed < few
    expected = [
        [
            (np.pad(x[0, 0], 1)[2 * r :, 2 * c :][:96, :96] * kernel).sum(dtype=np.float64)
            for r in range(3)
            for c in range(2)
        ]
        for kernel in weight[:, 0]
    ]
    np.testing.assert_allclose(y.reshape(2, 6), expected, rtol=1e-5)
    np.testing.assert_allclose(stamped[0, 0], 3 * weight[0, 0, 2:-2, 2:-2], rtol=1e-6)


def made(call: Callable[[], Any]) -> int:
    """Bytes that were allocated at once, beside those of the result."""
    return measured(call)[1]


def measured(call: Callable[[], Any]) -> tuple[Any, int]:
    """The result, and the bytes that were allocated at once beside its own."""
    tracemalloc.start()
    try:
        result = call()
        now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    return result, peak - now


@pytest.mark.parametrize("name", list(CALLS))
def test_an_input_may_lie_in_any_order(name: str) -> None:
    """Channels last, reversed, every second cell of a larger array: the numbers count, not their place."""
    axes, call = CALLS[name]
    x = np.random.default_rng(1).random(shaped(axes, 500))
    expected = call(x)
    last = np.moveaxis(np.ascontiguousarray(np.moveaxis(x, 1, -1)), -1, 1)
    spaced = np.repeat(x, 2, -1)[..., ::2]
    backwards = np.ascontiguousarray(x[..., ::-1])[..., ::-1]
    for view in (last, spaced, backwards):
        assert not view.flags.c_contiguous
        kept = view.copy()
        np.testing.assert_allclose(call(view), expected, rtol=1e-12, atol=1e-12)
        np.testing.assert_array_equal(view, kept)


def test_boxes_cover_each_cell_once_and_cut_the_first_axes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("convviz.core.nd.boxes.CELLS", 10)
    counts = np.zeros((3, 4, 5), int)
    for box in boxes(counts.shape, lambda size: int(np.prod(size))):
        assert counts[box].shape == sizes(box)
        assert counts[box].size <= 10
        counts[box] += 1
    assert (counts == 1).all()
    assert fitting((3, 4, 5), lambda size: int(np.prod(size))) == (1, 2, 5)
    assert list(boxes((3, 0), lambda size: int(np.prod(size)))) == []
    assert list(boxes((), lambda size: 99)) == [()]
