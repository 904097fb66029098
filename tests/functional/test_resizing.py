"""interpolate against ONNX Runtime's Resize, PyTorch 2.13's results, OpenCV and the definitions."""

from __future__ import annotations

from math import gcd, inf, nan
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from convviz import functional
from convviz.core.errors import SpecError
from convviz.core.resize_places import keys_cubic, scaled_size
from tests.functional.oracle import Array, counted, ones, onnx

ROW = np.array([[[1, 2, 4, 8]]], np.float32)
LINEAR = {3: "linear", 4: "bilinear", 5: "trilinear"}


@pytest.mark.parametrize("align", [False, True])
@pytest.mark.parametrize("axes", [1, 2, 3])
@given(data=st.data())
def test_linear_modes_are_onnx_runtimes_resize(data: st.DataObject, axes: int, align: bool) -> None:
    n, o = (data.draw(st.tuples(*[st.integers(1, 9)] * axes)) for _ in range(2))
    rng = np.random.default_rng(data.draw(st.integers(0, 2**32 - 1)))
    x = rng.normal(size=(data.draw(st.integers(1, 2)), 2, *n)).astype(np.float32)
    y = functional.interpolate(x, o, mode=LINEAR[x.ndim], align_corners=align)
    expected = onnx(
        *("Resize", x, None, None, np.array([*x.shape[:2], *o])),
        mode="linear",
        coordinate_transformation_mode="align_corners" if align else "half_pixel",
    )
    assert y.dtype == np.float32
    np.testing.assert_allclose(y, expected, atol=2e-5)
    exact = functional.interpolate(x.astype(np.float64), o, mode=LINEAR[x.ndim], align_corners=align)
    assert exact.dtype == np.float64
    np.testing.assert_allclose(exact, expected, atol=2e-5)


@pytest.mark.parametrize("align", [False, True])
@given(st.tuples(*[st.integers(1, 9)] * 4), st.integers(0, 2**32 - 1))
def test_bicubic_is_onnx_runtimes_resize(align: bool, sizes: tuple[int, ...], seed: int) -> None:
    x = np.random.default_rng(seed).normal(size=(2, 1, *sizes[:2])).astype(np.float32)
    y = functional.interpolate(x, sizes[2:], mode="bicubic", align_corners=align)
    expected = onnx(
        *("Resize", x, None, None, np.array([2, 1, *sizes[2:]])),
        mode="cubic",
        coordinate_transformation_mode="align_corners" if align else "half_pixel",
    )
    np.testing.assert_allclose(y, expected, atol=5e-5)
    exact = functional.interpolate(x.astype(np.float64), sizes[2:], mode="bicubic", align_corners=align)
    np.testing.assert_allclose(exact, expected, atol=5e-5)


def certain(n: int, o: int) -> Array:
    """The cells of o whose place is exact, or no whole one of n; that may be rounded to the one before."""
    exact = all(size // gcd(n, o) in (1, 2, 4, 8, 16, 32) for size in (n, o))
    return np.array([r for r in range(o) if exact or r == 0 or r * n % o])


@pytest.mark.parametrize("axes", [1, 2, 3])
@given(data=st.data())
def test_nearest_is_onnx_runtimes_resize(data: st.DataObject, axes: int) -> None:
    n, o = (data.draw(st.tuples(*[st.integers(1, high)] * axes)) for high in (40 // axes, 60 // axes))
    x = counted(2, 3, *n)
    expected = onnx(
        *("Resize", x, None, None, np.array([2, 3, *o])),
        mode="nearest",
        nearest_mode="floor",
        coordinate_transformation_mode="asymmetric",
    )
    inside = np.ix_(*(certain(*sizes) for sizes in zip(n, o, strict=True)))
    y = functional.interpolate(x, o)
    assert y.shape == expected.shape
    np.testing.assert_array_equal(y[..., *inside], expected[..., *inside])


@given(st.integers(1, 40), st.integers(1, 60))
def test_nearest_exact_is_pillows(n: int, o: int) -> None:
    expected = np.asarray(Image.fromarray(counted(1, n)).resize((o, 1), Image.Resampling.NEAREST))
    y = functional.interpolate(counted(1, 1, 1, n), (1, o), mode="nearest-exact")[0, 0]
    inside = (2 * np.arange(o) + 1) * n % (2 * o) > 0  # a centre on the edge of two cells may go either way
    np.testing.assert_array_equal(y[:, inside], expected[:, inside])


@pytest.mark.parametrize(("mode", "pillow"), [("bilinear", "BILINEAR"), ("bicubic", "BICUBIC")])
@given(st.tuples(*[st.integers(2, 20)] * 4), st.integers(0, 2**32 - 1))
def test_antialias_is_pillows(mode: str, pillow: str, sizes: tuple[int, ...], seed: int) -> None:
    x = np.random.default_rng(seed).normal(size=sizes[:2]).astype(np.float32)
    expected = np.asarray(Image.fromarray(x).resize(sizes[:1:-1], Image.Resampling[pillow]))
    y = functional.interpolate(x[None, None], sizes[2:], mode=mode, antialias=True)
    np.testing.assert_allclose(y[0, 0], expected, atol=1e-5)


@pytest.mark.parametrize("axes", [1, 2, 3])
def test_area_is_adaptive_pooling(axes: int) -> None:
    x = np.random.default_rng(axes).normal(size=(2, 3, *[7] * axes))
    y = functional.interpolate(x, scale_factor=0.5, mode="area")
    np.testing.assert_array_equal(y, functional.FUNCTIONS[f"adaptive_avg_pool{axes}d"](x, 3))
    assert functional.interpolate(x, scale_factor=0.1, mode="area").size == 0


TORCH_ROWS: list[tuple[dict[str, Any], list[float]]] = [
    ({"size": 7}, [1, 1, 2, 2, 4, 4, 8]),
    ({"size": 7, "mode": "nearest-exact"}, [1, 1, 2, 4, 4, 8, 8]),
    ({"size": 7, "mode": "linear"}, [1, 1.357143, 1.928571, 3, 4.285715, 6.571429, 8]),
    ({"size": 7, "mode": "linear", "align_corners": True}, [1, 1.5, 2, 3, 4, 6, 8]),
    ({"size": 7, "mode": "area"}, [1, 1.5, 2, 3, 4, 6, 8]),
    ({"scale_factor": 1.6}, [1, 1, 2, 2, 4, 8]),
    ({"scale_factor": 1.6, "recompute_scale_factor": True}, [1, 1, 2, 4, 4, 8]),
    ({"scale_factor": 1.6, "mode": "nearest-exact"}, [1, 1, 2, 4, 4, 8]),
    (
        {"scale_factor": 1.6, "mode": "nearest-exact", "recompute_scale_factor": True},
        [1, 2, 2, 4, 8, 8],
    ),
    ({"scale_factor": 1.6, "mode": "linear"}, [1, 1.4375, 2.125, 3.375, 5.25, 7.75]),
    (
        {"scale_factor": 1.6, "mode": "linear", "recompute_scale_factor": True},
        [1, 1.5, 2.333333, 3.666667, 6, 8],
    ),
    ({"scale_factor": 0.6, "mode": "linear"}, [1.333333, 4]),
    ({"scale_factor": 0.6, "mode": "linear", "align_corners": True}, [1, 8]),
]


@pytest.mark.parametrize(("options", "expected"), TORCH_ROWS)
def test_rows_are_torchs(options: dict[str, Any], expected: list[float]) -> None:
    for dtype in (np.float32, np.float64):
        np.testing.assert_allclose(
            functional.interpolate(ROW.astype(dtype), **options)[0, 0], expected, atol=1e-5
        )


TORCH_PICTURES: list[tuple[dict[str, Any], list[float]]] = [
    (
        {"size": (3, 7), "mode": "bicubic"},
        [0.900784, 1.217747, 1.8504, 2.71875, 4.321249, 6.760021, 8.396866],
    ),
    ({"size": (3, 7), "mode": "bicubic", "align_corners": True}, [1, 1.3125, 2, 2.71875, 4, 6.1875, 8]),
    ({"scale_factor": (1.1, 1.3), "mode": "bicubic"}, [0.93228, 1.449277, 2.623195, 4.861832, 7.882428]),
    ({"scale_factor": (1.1, 1.3), "mode": "bilinear"}, [1, 1.653846, 2.846154, 4.769231, 7.846154]),
    ({"scale_factor": (1.0, 0.6), "mode": "bilinear", "antialias": True}, [1.428571, 4.444445]),
    ({"scale_factor": (1.0, 0.6), "mode": "bicubic", "antialias": True}, [1.230769, 4.58296]),
    (
        {"size": (3, 7), "mode": "bilinear", "antialias": True, "align_corners": True},
        [1, 1.25, 1.75, 2.5, 3.5, 5, 7],
    ),
]


@pytest.mark.parametrize(("options", "expected"), TORCH_PICTURES)
def test_pictures_are_torchs(options: dict[str, Any], expected: list[float]) -> None:
    for dtype in (np.float32, np.float64):
        x = np.repeat(ROW[:, :, None].astype(dtype), 3, 2)
        np.testing.assert_allclose(functional.interpolate(x, **options)[0, 0, 1], expected, atol=1e-5)


def test_an_axis_that_keeps_its_size_is_copied_as_torch_does() -> None:
    """By the factor alone, the places would move: rows of nearest and the linear modes differ in this."""
    x = counted(1, 1, 3, 3)
    np.testing.assert_array_equal(functional.interpolate(x, scale_factor=1.3), x)
    np.testing.assert_allclose(functional.interpolate(x, scale_factor=1.3, mode="bilinear"), x)
    assert functional.interpolate(counted(1, 1, 3), scale_factor=1.3).tolist() == [[[1, 1, 2]]]
    exact = functional.interpolate(x, scale_factor=1.3, mode="nearest-exact")
    assert exact[0, 0].tolist() == [[1, 2, 2], [4, 5, 5], [4, 5, 5]]


def test_large_pictures_round_as_torchs_large_ones() -> None:
    y = functional.interpolate(counted(1, 1, 20, 90), scale_factor=(1.03, 1.5))
    np.testing.assert_array_equal(y[0, 0, :, 0], counted(1, 1, 20, 90)[0, 0, [0, *range(19)], 0])


@pytest.mark.parametrize("mode", ["bilinear", "bicubic"])
def test_opencv_and_numpy_agree(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(0)
    for n, o in (((9, 12), (18, 24)), ((9, 12), (5, 31)), ((1, 5), (3, 2)), ((4, 4), (4, 9))):
        for dtype in (np.float32, np.float64):
            x = rng.normal(size=(1, 2, *n)).astype(dtype)
            quick = functional.interpolate(x, o, mode=mode)
            monkeypatch.setattr("convviz.core.nd.resize.OPENCV", {})
            slow = functional.interpolate(x, o, mode=mode)
            monkeypatch.undo()
            np.testing.assert_allclose(quick, slow, atol=1e-6 if dtype == np.float32 else 1e-12)


def test_what_is_not_finite_spreads_as_torchs() -> None:
    """0 · ∞ is no number: a cell of weight 0 is read as well, but only after the place, never before it."""
    x = ones(1, 1, 3, 3)
    x[0, 0, 1, 1] = inf
    row = [nan, inf, inf, inf, 1]
    expected = [[nan, nan, nan, nan, 1], row, row, row, [1, 1, 1, 1, 1]]
    np.testing.assert_array_equal(functional.interpolate(x, (5, 5), mode="bilinear")[0, 0], expected)


def test_an_infinite_last_cell_is_torchs() -> None:
    """Beyond the last centre it is weighed twice, 0.75 and 0.25; on a place of its own, 1 and 0."""
    x = np.array([[[1, 2, inf]]])
    assert functional.interpolate(x, 6, mode="linear")[0, 0, 2:].tolist() == [1.75, inf, inf, inf]
    same = functional.interpolate(x, 3, mode="linear")[0, 0]
    np.testing.assert_array_equal(same, [1, 2, nan])
    smooth = functional.interpolate(x[:, :, None], (2, 3), mode="bilinear", antialias=True)[0, 0]
    assert smooth.tolist() == [[1, 2, inf]] * 2


def test_planes_larger_than_opencvs_and_pieces_make_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    x = np.random.default_rng(0).normal(size=(2, 3, 13, 11))
    calls: list[dict[str, Any]] = [
        {"size": (30, 7), "mode": "bilinear", "align_corners": True},
        {"size": (5, 31), "mode": "bicubic"},
        {"size": (5, 31)},
        {"size": (4, 3), "mode": "bilinear", "antialias": True},
    ]
    whole = [functional.interpolate(x, **options) for options in calls]
    for cells in (1, 50):
        monkeypatch.setattr("convviz.core.nd.boxes.CELLS", cells)
        monkeypatch.setattr("convviz.core.nd.resize.OPENCV", {})
        for options, expected in zip(calls, whole, strict=True):
            np.testing.assert_allclose(functional.interpolate(x, **options), expected, atol=1e-12)
    long = functional.interpolate(counted(1, 1, 1, 2), (1, 1 << 15), mode="bilinear")
    np.testing.assert_allclose(long[0, 0, 0, ::4096], [1, 1, 1, 1.25, 1.5, 1.75, 2, 2], atol=1e-3)


def test_the_cubic_at_whole_distances() -> None:
    np.testing.assert_array_equal(keys_cubic(np.arange(-3.0, 4), -0.75), [0, 0, 0, 1, 0, 0, 0])


def test_a_batch_of_nothing_has_a_shape() -> None:
    for mode in ("nearest", "bilinear", "bicubic", "area"):
        assert functional.interpolate(ones(0, 2, 4, 5), scale_factor=2, mode=mode).shape == (0, 2, 8, 10)


def test_sizes_are_rounded_down() -> None:
    assert [scaled_size(5, factor) for factor in (1.5, 0.39, 1 / 5)] == [7, 1, 1]
    assert functional.interpolate(ones(1, 1, 5, 5), scale_factor=(1.5, np.float64(0.5))).shape[2:] == (7, 2)
    assert functional.interpolate(ones(1, 1, 5), [np.int64(3)]).shape[2:] == (3,)


@pytest.mark.parametrize(
    ("shape", "options"),
    [
        *((shape, {"size": 2}) for shape in ((5,), (1, 5), (1,) * 6, (1, 0, 5), (1, 1, 0))),
        ((1, 1, 5), {}),
        ((1, 1, 5), {"size": 3, "scale_factor": 2}),
        ((1, 1, 5), {"size": 3, "recompute_scale_factor": True}),
        *(((1, 1, 5, 5), {"size": size}) for size in (0, -1, (3,), (3, 3, 3), 3.0, True, "3")),
        *(((1, 1, 5, 5), {"scale_factor": f}) for f in (0, -1.0, 0.1, inf, nan, (2,), (2, 2, 2), "2", True)),
        *(
            ((1, 1, 5), {"size": 3, "mode": mode})
            for mode in ("bilinear", "bicubic", "trilinear", "lanczos", "")
        ),
        *(((1, 1, 5, 5), {"size": 3, "mode": mode}) for mode in ("linear", "trilinear")),
        *(((1, 1, 5, 5, 5), {"size": 3, "mode": mode}) for mode in ("linear", "bilinear", "bicubic")),
        *(
            ((1, 1, 5), {"size": 3, "mode": m, "align_corners": False})
            for m in ("nearest", "nearest-exact", "area")
        ),
        *(
            ((1, 1, 5), {"size": 3, "mode": mode, "antialias": True})
            for mode in ("nearest", "linear", "area")
        ),
    ],
)
def test_what_torch_refuses_is_refused(shape: tuple[int, ...], options: dict[str, Any]) -> None:
    with pytest.raises(SpecError):
        functional.interpolate(ones(*shape), **options)


def test_other_types_are_refused() -> None:
    for dtype in (np.uint8, np.int64, np.float16):
        with pytest.raises(SpecError):
            functional.interpolate(np.ones((1, 1, 4), dtype), 2)


def test_it_reads_lists() -> None:
    y: Array = functional.interpolate([[[1.0, 3.0]]], 1, mode="area")  # type: ignore[arg-type]
    assert y.tolist() == [[[2.0]]]
