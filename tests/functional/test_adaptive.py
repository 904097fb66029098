"""Adaptive pooling against its definition, ONNX Runtime's global pooling, and PyTorch 2.13's results."""

from __future__ import annotations

from math import ceil, floor, nan
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz import functional
from convviz.core.errors import SpecError
from convviz.core.pool_sizes import adaptive_window
from tests.functional.oracle import counted, ones, onnx


@pytest.mark.parametrize("axes", [1, 2, 3])
@given(data=st.data())
def test_each_cell_pools_its_share(data: st.DataObject, axes: int) -> None:
    shape, sizes = (data.draw(st.tuples(*[st.integers(1, 9)] * axes)) for _ in range(2))
    rng = np.random.default_rng(data.draw(st.integers(0, 2**32 - 1)))
    x = rng.integers(-3, 4, (data.draw(st.integers(1, 2)), 2, *shape)).astype(np.float32)
    mean, biggest = (functional.FUNCTIONS[f"adaptive_{kind}_pool{axes}d"] for kind in ("avg", "max"))
    means, (maxima, winners) = mean(x, sizes), biggest(x, sizes, return_indices=True)
    assert means.dtype == maxima.dtype == np.float32
    assert winners.dtype == np.int64
    np.testing.assert_array_equal(biggest(x, sizes), maxima)
    np.testing.assert_array_equal(mean(x[0], sizes), means[0])
    flat = np.arange(np.prod(shape)).reshape(shape)
    for cell in np.ndindex(*sizes):
        share = tuple(
            slice(floor(n * i / o), ceil((n + 1) * i / o)) for n, i, o in zip(cell, shape, sizes, strict=True)
        )
        window = x[(-1, -1, *share)]
        np.testing.assert_allclose(means[(-1, -1, *cell)], window.astype(np.float64).mean(), atol=1e-6)
        assert maxima[(-1, -1, *cell)] == window.max()
        assert winners[(-1, -1, *cell)] == flat[share].ravel()[window.argmax()]


@pytest.mark.parametrize("axes", [1, 2, 3])
def test_one_cell_is_onnx_runtimes_global_pooling(axes: int) -> None:
    x = np.random.default_rng(axes).normal(size=(2, 3, *[7] * axes)).astype(np.float32)
    mean, biggest = (functional.FUNCTIONS[f"adaptive_{kind}_pool{axes}d"] for kind in ("avg", "max"))
    np.testing.assert_allclose(mean(x, 1), onnx("GlobalAveragePool", x), atol=1e-6)
    np.testing.assert_array_equal(biggest(x, 1), onnx("GlobalMaxPool", x))


def test_more_cells_than_there_are_repeat() -> None:
    means = functional.adaptive_avg_pool2d(counted(1, 2, 2) - 1, 3)
    assert means.tolist() == [[[0, 0.5, 1], [1, 1.5, 2], [2, 2.5, 3]]]
    assert [adaptive_window(n, 5, 3) for n in range(3)] == [(0, 2), (1, 4), (3, 5)]


def test_none_keeps_a_size_and_nothing_makes_nothing() -> None:
    assert functional.adaptive_avg_pool2d(ones(1, 5, 6), (None, 2)).shape == (1, 5, 2)
    assert functional.adaptive_max_pool3d(ones(1, 5, 6, 7), [2, None, 3]).shape == (1, 2, 6, 3)
    assert functional.adaptive_avg_pool2d(ones(1, 5, 6), 0).shape == (1, 0, 0)
    assert functional.adaptive_max_pool2d(ones(1, 5, 6), (3, 0)).shape == (1, 3, 0)
    y, indices = functional.adaptive_max_pool2d(ones(0, 2, 5, 6), 2, True)
    assert y.shape == indices.shape == (0, 2, 2, 2)
    assert functional.adaptive_avg_pool1d(ones(0, 5), 2).shape == (0, 2)


def test_the_last_of_nans_wins() -> None:
    x = np.array([[[1, nan, 3, nan, 0]]])
    assert functional.adaptive_max_pool2d(x, 1, return_indices=True)[1].item() == 3
    assert functional.adaptive_max_pool2d(x, (1, 3), return_indices=True)[1].tolist() == [[[1, 3, 3]]]


def test_pieces_make_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    x = np.random.default_rng(0).integers(-4, 4, (2, 3, 11, 13, 5)).astype(np.float64)
    sizes = [1, (4, 20, 2), (11, 1, 5)]
    whole = [
        (functional.adaptive_avg_pool3d(x, n), functional.adaptive_max_pool3d(x, n, True)[1]) for n in sizes
    ]
    for cells in (7, 60):
        monkeypatch.setattr("convviz.core.nd.boxes.CELLS", cells)
        monkeypatch.setattr("convviz.core.nd.pool.CELLS", cells)
        for n, (means, winners) in zip(sizes, whole, strict=True):
            np.testing.assert_allclose(functional.adaptive_avg_pool3d(x, n), means, atol=1e-12)
            np.testing.assert_array_equal(functional.adaptive_max_pool3d(x, n, True)[1], winners)


@pytest.mark.parametrize("kind", ["max", "avg"])
@pytest.mark.parametrize("axes", [1, 2, 3])
@pytest.mark.parametrize(
    ("shape", "size"),
    [
        *(((1, 1, 5), size) for size in (-1, None, True, 2.0, "2", (), (1, 1, 1, 1), (2.0,))),
        ((5,), 2),
        ((1, 1, 1, 5), 2),
        ((1, 1, 0), 2),
        ((1, 0, 5), 2),
    ],
)
def test_what_torch_refuses_is_refused(shape: tuple[int, ...], size: Any, axes: int, kind: str) -> None:
    with pytest.raises(SpecError):
        functional.FUNCTIONS[f"adaptive_{kind}_pool{axes}d"](ones(*shape, *[shape[-1]] * (axes - 1)), size)


def test_one_size_for_two_axes_in_a_tuple_is_refused() -> None:
    for size in ((2,), (2, 2, 2)):
        with pytest.raises(SpecError):
            functional.adaptive_avg_pool2d(ones(1, 5, 5), size)
    with pytest.raises(SpecError):
        functional.adaptive_avg_pool1d(ones(1, 5), (None,))
    with pytest.raises(SpecError):
        functional.adaptive_max_pool2d(ones(1, 5, 5, dtype=np.int32), 2)
