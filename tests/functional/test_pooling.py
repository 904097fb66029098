"""Max and average pooling against ONNX Runtime, the definition in plain words, and PyTorch 2.13's results."""

from __future__ import annotations

from itertools import product
from math import inf, nan
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz import functional
from convviz.core.errors import SpecError
from convviz.core.pool_sizes import pool_size, pooled_counts
from tests.functional.oracle import Array, counted, ones, onnx

Drawn = tuple[Array, dict[str, Any]]


@st.composite
def pools(draw: st.DrawFn, axes: int, dilated: bool) -> Drawn:
    """An input and windows that fit it."""
    each = lambda low, high: draw(st.tuples(*[st.integers(low, high)] * axes))  # noqa: E731
    kernel, stride, dilation = each(1, 5), each(1, 4), each(1, 3) if dilated else (1,) * axes
    padding = tuple(draw(st.integers(0, k // 2)) for k in kernel)
    spans = [d * (k - 1) + 1 - 2 * p for k, p, d in zip(kernel, padding, dilation, strict=True)]
    shape = [max(1, span) + more for span, more in zip(spans, each(0, 6), strict=True)]
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    x = rng.integers(-9, 9, (draw(st.integers(1, 2)), draw(st.integers(1, 2)), *shape)).astype(np.float32)
    options = {"kernel_size": kernel, "stride": stride, "padding": padding, "dilation": dilation}
    return x, options | {"ceil_mode": draw(st.booleans())}


def onnx_attributes(options: dict[str, Any]) -> dict[str, Any]:
    return {
        "kernel_shape": options["kernel_size"],
        "strides": options["stride"],
        "pads": options["padding"] * 2,
        "ceil_mode": int(options["ceil_mode"]),
    }


@pytest.mark.parametrize("axes", [1, 2, 3])
@given(data=st.data())
def test_maxima_are_onnx_runtimes(data: st.DataObject, axes: int) -> None:
    x, options = data.draw(pools(axes, dilated=True))
    attributes = onnx_attributes(options) | {"dilations": options["dilation"]}
    expected = onnx("MaxPool", x, **attributes)
    expected[expected == np.finfo(np.float32).min] = -inf  # a window of nothing but padding
    pool = functional.FUNCTIONS[f"max_pool{axes}d"]
    y = pool(x, **options)
    assert y.dtype == np.float32
    np.testing.assert_array_equal(y, expected)
    np.testing.assert_array_equal(pool(x[0], **options), y[0])
    exact = pool(x.astype(np.float64), **options)
    assert exact.dtype == np.float64
    np.testing.assert_array_equal(exact, expected)


def by_the_definition(x: Array, kernel: Any, stride: Any, padding: Any, dilation: Any, shape: Any) -> Array:
    """The flat place of the first of the largest in each window of a plane, tap after tap in Python."""
    winners = np.zeros(shape, np.int64)
    for cell in np.ndindex(*shape):
        taps = [
            tuple(
                r * s + u * d - p for r, s, u, d, p in zip(cell, stride, tap, dilation, padding, strict=True)
            )
            for tap in product(*(range(k) for k in kernel))
        ]
        inside = [tap for tap in taps if all(0 <= a < n for a, n in zip(tap, x.shape, strict=True))]
        winners[cell] = np.ravel_multi_index(max(inside, key=lambda place: x[place]), x.shape)
    return winners


@pytest.mark.parametrize("axes", [1, 2, 3])
@given(data=st.data())
def test_the_first_of_the_largest_wins(data: st.DataObject, axes: int) -> None:
    x, options = data.draw(pools(axes, dilated=True))
    options["padding"] = tuple(
        0 if d > 1 else p for p, d in zip(options["padding"], options["dilation"], strict=True)
    )
    x = np.pad(x, [(0, 0), (0, 0), *[(2, 2)] * axes], "edge")  # room for the padding that was taken away
    y, indices = functional.FUNCTIONS[f"max_pool{axes}d"](x, **options, return_indices=True)
    assert indices.dtype == np.int64
    np.testing.assert_array_equal(
        np.take_along_axis(*(a.reshape(*x.shape[:2], -1) for a in (x, indices)), 2).reshape(y.shape), y
    )
    expected = by_the_definition(
        x[-1, -1], *(options[name] for name in ("kernel_size", "stride", "padding", "dilation")), y.shape[2:]
    )
    np.testing.assert_array_equal(indices[-1, -1], expected)
    *lead, size = x.shape[0], x.shape[1], int(np.prod(x.shape[2:]))
    theirs = onnx("MaxPool", x, outputs=2, **onnx_attributes(options), dilations=options["dilation"])[1]
    planes = np.arange(np.prod(lead)).reshape(*lead, *[1] * axes)  # it counts on from plane to plane
    np.testing.assert_array_equal(indices, theirs - planes * size)


@pytest.mark.parametrize("axes", [1, 2, 3])
@pytest.mark.parametrize("counting", [True, False])
@given(data=st.data())
def test_averages_are_sums_over_counts(data: st.DataObject, axes: int, counting: bool) -> None:
    """The sums are a convolution with ones, the counts that of an image of ones and of its padding."""
    x, options = data.draw(pools(axes, dilated=False))
    del options["dilation"]
    if axes == 3:
        x = np.pad(x, [(0, 0), (0, 0), *[(2, 2)] * axes])
    pool = functional.FUNCTIONS[f"avg_pool{axes}d"]
    y = pool(x, **options, count_include_pad=counting)
    sums = pool(x, **options, divisor_override=1) if axes > 1 else None
    assert y.dtype == np.float32
    np.testing.assert_array_equal(pool(x[0], **options, count_include_pad=counting), y[0])
    wide = [(0, 0), (0, 0), *[(p, p) for p in options["padding"]]]
    far = [(0, 0), (0, 0), *[(0, s) for s in options["stride"]]]
    inside = np.pad(np.pad(np.ones_like(x), wide, constant_values=float(counting)), far)
    values = np.pad(np.pad(x, wide), far)
    kernel = np.ones((1, 1, *options["kernel_size"]), np.float32)

    def window_sums(cells: Array) -> Array:
        planes = cells.reshape(-1, 1, *cells.shape[2:])
        summed = functional.FUNCTIONS[f"conv{axes}d"](planes, kernel, None, options["stride"])
        return summed.reshape(*cells.shape[:2], *summed.shape[2:])[tuple(slice(n) for n in y.shape)]

    np.testing.assert_allclose(y, window_sums(values) / window_sums(inside), atol=1e-5)
    if sums is not None:
        np.testing.assert_allclose(sums, window_sums(values), atol=1e-4)


@pytest.mark.parametrize("axes", [1, 2, 3])
@given(data=st.data())
def test_averages_are_onnx_runtimes(data: st.DataObject, axes: int) -> None:
    x, options = data.draw(pools(axes, dilated=False))
    del options["dilation"]
    if axes == 3:
        x = np.pad(x, [(0, 0), (0, 0), *[(2, 2)] * axes])
    for counting in (True, False):
        expected = onnx("AveragePool", x, **onnx_attributes(options), count_include_pad=int(counting))
        y = functional.FUNCTIONS[f"avg_pool{axes}d"](x, **options, count_include_pad=counting)
        np.testing.assert_allclose(y, expected, atol=1e-5)


GUIDE = np.array(
    [[3, 3, 2, 1, 0], [0, 0, 1, 3, 1], [3, 1, 2, 2, 3], [2, 0, 0, 2, 2], [2, 0, 0, 0, 1]], np.float32
)


def test_the_pooling_figures_of_the_guide_to_convolution_arithmetic() -> None:
    means = functional.avg_pool2d(GUIDE[None], 3, 1)[0]
    np.testing.assert_allclose(means, [[1.7, 1.7, 1.7], [1.0, 1.2, 1.8], [1.1, 0.8, 1.3]], atol=0.05)
    assert functional.max_pool2d(GUIDE[None], 3, 1)[0].tolist() == [[3, 3, 3], [3, 3, 3], [3, 2, 3]]


def test_torchs_choice_of_a_winner() -> None:
    """Of NaNs the last; of −∞ the first cell that is none of the padding."""
    y, indices = functional.max_pool1d(np.array([[1, nan, 3, nan]]), 4, return_indices=True)
    assert np.isnan(y)
    assert indices.item() == 3
    y, indices = functional.max_pool2d(np.full((1, 2, 3), -inf), 2, 1, 1, return_indices=True)
    assert np.isneginf(y).all()
    assert indices.tolist() == [[[0, 0, 1, 2], [0, 0, 1, 2], [3, 3, 4, 5]]]
    y, indices = functional.max_pool1d(counted(1, 5), 2, padding=1, dilation=6, return_indices=True)
    assert (y.item(), indices.item()) == (-inf, 5)  # both taps hang over; torch says 5 as well


def test_a_window_of_many_nans() -> None:
    x = ones(1, 40)
    x[0, [7, 30]] = nan
    assert functional.max_pool1d(x, 40, return_indices=True)[1].item() == 30
    x[0, 39] = 2
    assert functional.max_pool1d(x[:, 31:], 9, return_indices=True)[1].item() == 8


def test_what_hangs_over_beyond_the_padding_is_not_counted() -> None:
    y = functional.avg_pool2d(ones(1, 5, 5), 3, 4, 1, ceil_mode=True)
    np.testing.assert_allclose(y, np.full((1, 2, 2), 4 / 9))
    y = functional.avg_pool1d(ones(1, 7), 4, 3, 2, ceil_mode=True)
    assert y.tolist() == [[0.5, 1, 0.75]]
    bare = functional.avg_pool2d(ones(1, 5, 5), 3, 4, 1, True, False)
    np.testing.assert_array_equal(bare, ones(1, 2, 2))


def test_another_divisor() -> None:
    assert functional.avg_pool2d(ones(1, 5, 5), 3, divisor_override=-2).item() == -4.5
    assert functional.avg_pool3d(ones(1, 5, 5, 5), 3, divisor_override=2).item() == 13.5


@pytest.mark.parametrize(
    ("i", "k", "s", "p", "ceil", "o"),
    [
        *((4, 3, 2, 0, False, 1), (4, 3, 2, 0, True, 2), (5, 2, 2, 1, True, 3), (5, 6, 6, 0, True, 1)),
        *((5, 3, 2, 1, True, 3), (3, 1, 2, 0, True, 2), (2, 2, 2, 1, True, 2), (7, 4, 3, 2, True, 3)),
    ],
)
def test_torchs_sizes(i: int, k: int, s: int, p: int, ceil: bool, o: int) -> None:
    assert pool_size(i, k, s, p, ceil=ceil) == o
    assert functional.max_pool1d(ones(1, i), k, s, p, ceil_mode=ceil).shape == (1, o)


def test_counts_of_the_example() -> None:
    assert [pooled_counts(start, 3, i=4, p=1) for start in (-1, 0, 3)] == [(2, 3), (3, 3), (1, 2)]
    assert pooled_counts(-1, 9, i=4, p=1) == (4, 6)


def test_one_number_a_tuple_and_no_stride() -> None:
    x = counted(1, 6, 6)
    for options in ({}, {"stride": None}, {"stride": ()}, {"stride": (2,)}, {"stride": [2, 2]}):
        np.testing.assert_array_equal(functional.max_pool2d(x, (2,), **options), x[:, 1::2, 1::2])
    assert functional.avg_pool2d(x, (1, 2), (np.int64(2), 3)).shape == (1, 3, 2)


@pytest.mark.parametrize("axes", [1, 2, 3])
def test_a_batch_of_nothing_has_a_shape(axes: int) -> None:
    x = ones(0, 2, *[5] * axes)
    assert functional.FUNCTIONS[f"avg_pool{axes}d"](x, 2).shape == (0, 2, *[2] * axes)
    y, indices = functional.FUNCTIONS[f"max_pool{axes}d"](x, 2, return_indices=True)
    assert y.shape == indices.shape == (0, 2, *[2] * axes)


@pytest.mark.parametrize("axes", [1, 2, 3])
def test_pieces_make_the_whole(axes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(axes)
    x = rng.integers(-4, 4, (2, 3, *[11] * axes)).astype(np.float64)
    pool, mean = (functional.FUNCTIONS[f"{name}_pool{axes}d"] for name in ("max", "avg"))
    calls = [
        lambda: pool(x, 3, 2, 1, ceil_mode=True),
        lambda: pool(x, 3, 2, 1, 2, return_indices=True)[1],
        lambda: pool(x, 9, return_indices=True)[1],
        lambda: mean(x, 3, 2, 1, ceil_mode=True),
        lambda: mean(x, 8),
    ]
    whole = [call() for call in calls]
    for cells in (7, 60):
        monkeypatch.setattr("convviz.core.nd.boxes.CELLS", cells)
        monkeypatch.setattr("convviz.core.nd.pool.CELLS", cells)
        for call, expected in zip(calls, whole, strict=True):
            np.testing.assert_allclose(call(), expected, atol=1e-12)


@pytest.mark.parametrize("kind", ["max", "avg"])
@pytest.mark.parametrize("axes", [1, 2, 3])
@pytest.mark.parametrize(
    ("shape", "options"),
    [
        ((5,), {"kernel_size": 2}),
        ((1, 1, 1, 5), {"kernel_size": 2}),
        ((1, 0, 5), {"kernel_size": 2}),
        ((0, 5), {"kernel_size": 2}),
        ((1, 1, 0), {"kernel_size": 2}),
        ((1, 5), {"kernel_size": 6}),
        ((1, 5), {"kernel_size": 9, "stride": 4, "ceil_mode": True}),
        ((1, 5), {"kernel_size": 3, "padding": 2}),
        *(((1, 5), {"kernel_size": n}) for n in (0, -1, True, 2.0, (), (1, 1, 1, 1), None)),
        *(((1, 5), {"kernel_size": 2, "stride": n}) for n in (0, -1, 1.5, (1, 1, 1, 1))),
        *(((1, 5), {"kernel_size": 2, "padding": n}) for n in (-1, 2, "same", (0, 0, 0, 0))),
    ],
)
def test_what_torch_refuses_is_refused(
    shape: tuple[int, ...], options: dict[str, Any], axes: int, kind: str
) -> None:
    with pytest.raises(SpecError):
        functional.FUNCTIONS[f"{kind}_pool{axes}d"](ones(*shape, *[shape[-1]] * (axes - 1)), **options)


def test_numbers_of_one_kind_only_are_refused() -> None:
    for dilation in (0, 1.0, (1, 1, 1)):
        with pytest.raises(SpecError):
            functional.max_pool2d(ones(1, 5, 5), 2, dilation=dilation)  # type: ignore[arg-type]
    with pytest.raises(SpecError):
        functional.max_pool2d(ones(1, 9, 9), 3, padding=2, dilation=2)  # half of the taps, not of the span
    for divisor in (0, 2.5, True, "2"):
        with pytest.raises(SpecError):
            functional.avg_pool2d(ones(1, 5, 5), 2, divisor_override=divisor)  # type: ignore[arg-type]
    with pytest.raises(SpecError):
        functional.avg_pool3d(ones(1, 5, 5, 3), 4, padding=(1, 1, 1))  # torch counts no padding here
    for dtype in (np.int64, np.uint8, np.float16, bool):
        with pytest.raises(SpecError):
            functional.max_pool1d(ones(1, 5, dtype=dtype), 2)
