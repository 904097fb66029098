"""Upsampling: PyTorch's and ONNX's published numbers, ONNX Runtime's, and which way is the fast one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz import functional
from convviz.core.operations import OPERATIONS
from convviz.core.resize_spec import ResizeSpec
from convviz.core.sizes import Cost
from tests.core.strategies import ResizeCase, resize_cases
from tests.functional.oracle import Array, onnx

RESIZE = OPERATIONS["resize2d"]
FOUR = np.array([[[1, 2], [3, 4]]], np.float32)
NINE = np.array([[[1, 2, 0], [3, 4, 0], [0, 0, 0]]], np.float32)
SIXTEEN = np.arange(1, 17, dtype=np.float32).reshape(1, 4, 4)

PUBLISHED = [
    # torch.nn.Upsample, the examples of its documentation
    (ResizeSpec("nearest"), FOUR, [[1, 1, 2, 2], [1, 1, 2, 2], [3, 3, 4, 4], [3, 3, 4, 4]]),
    (
        ResizeSpec(),
        FOUR,
        [
            [1.0000, 1.2500, 1.7500, 2.0000],
            [1.5000, 1.7500, 2.2500, 2.5000],
            [2.5000, 2.7500, 3.2500, 3.5000],
            [3.0000, 3.2500, 3.7500, 4.0000],
        ],
    ),
    (
        ResizeSpec(align_corners=True),
        FOUR,
        [
            [1.0000, 1.3333, 1.6667, 2.0000],
            [1.6667, 2.0000, 2.3333, 2.6667],
            [2.3333, 2.6667, 3.0000, 3.3333],
            [3.0000, 3.3333, 3.6667, 4.0000],
        ],
    ),
    (
        ResizeSpec(),
        NINE,
        [
            [1.0000, 1.2500, 1.7500, 1.5000, 0.5000, 0.0000],
            [1.5000, 1.7500, 2.2500, 1.8750, 0.6250, 0.0000],
            [2.5000, 2.7500, 3.2500, 2.6250, 0.8750, 0.0000],
            [2.2500, 2.4375, 2.8125, 2.2500, 0.7500, 0.0000],
            [0.7500, 0.8125, 0.9375, 0.7500, 0.2500, 0.0000],
            [0.0000, 0.0000, 0.0000, 0.0000, 0.0000, 0.0000],
        ],
    ),
    (
        ResizeSpec(align_corners=True),
        NINE,
        [
            [1.0000, 1.4000, 1.8000, 1.6000, 0.8000, 0.0000],
            [1.8000, 2.2000, 2.6000, 2.2400, 1.1200, 0.0000],
            [2.6000, 3.0000, 3.4000, 2.8800, 1.4400, 0.0000],
            [2.4000, 2.7200, 3.0400, 2.5600, 1.2800, 0.0000],
            [1.2000, 1.3600, 1.5200, 1.2800, 0.6400, 0.0000],
            [0.0000, 0.0000, 0.0000, 0.0000, 0.0000, 0.0000],
        ],
    ),
    # torch.nn.AdaptiveAvgPool2d's definition, ⌊r·n / o⌋ to ⌈(r + 1)·n / o⌉, worked out by hand
    (ResizeSpec("area", (0.5, 0.5)), SIXTEEN, [[3.5, 5.5], [11.5, 13.5]]),
    (ResizeSpec("area", (0.75, 0.75)), SIXTEEN, [[3.5, 4.5, 5.5], [7.5, 8.5, 9.5], [11.5, 12.5, 13.5]]),
    (ResizeSpec("area", (1.5, 2.0)), FOUR, [[1, 1, 2, 2], [2, 2, 3, 3], [3, 3, 4, 4]]),
    # ONNX Resize, the examples of the operator's documentation
    (
        ResizeSpec("bilinear", (0.6, 0.6)),
        np.arange(1, 9, dtype=np.float32).reshape(1, 2, 4),
        [[2.6666665, 4.3333331]],
    ),
    (
        ResizeSpec("bicubic", (0.8, 0.8)),
        SIXTEEN,
        [
            [1.47119141, 2.78125, 4.08251953],
            [6.71142578, 8.02148438, 9.32275391],
            [11.91650391, 13.2265625, 14.52783203],
        ],
    ),
]


@pytest.mark.parametrize(("spec", "x", "expected"), PUBLISHED)
def test_published_numbers(spec: ResizeSpec, x: Array, expected: list[list[float]]) -> None:
    for y in (RESIZE.reference(spec, x), RESIZE.fast(spec, x)):
        np.testing.assert_allclose(y[0], expected, atol=6e-5)


def test_the_cubic_enlargement_of_the_onnx_documentation() -> None:
    y = RESIZE.reference(ResizeSpec("bicubic"), SIXTEEN)[0]
    first = [0.47265625, 0.76953125, 1.24609375, 1.875, 2.28125, 2.91015625, 3.38671875, 3.68359375]
    assert y[0].tolist() == first
    assert y[1].tolist() == [value + 1.1875 for value in first]


SCALES = st.sampled_from((0.25, 0.5, 0.75, 1.5, 1.75, 2.0, 3.0, 5.0, 8.0))
ONNX_MODES = {"bilinear": {"mode": "linear"}, "bicubic": {"mode": "cubic", "cubic_coeff_a": -0.75}}


@given(
    st.sampled_from(sorted(ONNX_MODES)),
    st.booleans(),
    st.tuples(SCALES, SCALES),
    st.integers(4, 9),
    st.integers(4, 9),
)
def test_onnx_runtime_resizes_alike(
    mode: str, align: bool, scale: tuple[float, float], height: int, width: int
) -> None:
    x = np.random.default_rng(height * width).normal(size=(2, height, width)).astype(np.float32)
    corners = "align_corners" if align else "half_pixel"
    scales = np.float32([1, 1, *scale])
    expected = onnx(
        "Resize", x[None], None, scales, coordinate_transformation_mode=corners, **ONNX_MODES[mode]
    )[0]
    spec = ResizeSpec(mode, scale, align)
    np.testing.assert_allclose(RESIZE.reference(spec, x), expected, atol=5e-5)
    np.testing.assert_allclose(RESIZE.fast(spec, x), expected, atol=5e-5)


@given(st.integers(1, 4), st.integers(1, 5), st.integers(1, 4), st.integers(1, 3))
def test_onnx_runtime_averages_areas_that_divide_the_picture(kh: int, kw: int, rows: int, cols: int) -> None:
    x = np.random.default_rng(kh * kw).normal(size=(2, kh * rows, kw * cols)).astype(np.float32)
    expected = onnx("AveragePool", x[None], kernel_shape=[kh, kw], strides=[kh, kw])[0]
    spec = ResizeSpec("area", (rows / x.shape[1], cols / x.shape[2]))
    for y in (RESIZE.reference(spec, x), RESIZE.fast(spec, x)):
        np.testing.assert_allclose(y, expected, atol=1e-6)


def test_a_shared_cell_is_read_once_by_a_step() -> None:
    """Of 5 rows, 3 output rows read 2, 3 and 2; none of the steps has a cell that counts for nothing."""
    x = np.arange(25, dtype=np.float32).reshape(1, 5, 5)
    trace = RESIZE.trace(ResizeSpec("area", (0.6, 0.6)), x)
    assert [trace[n].rows.tolist() for n in (0, 3, 6)] == [[0, 1], [1, 2, 3], [3, 4]]
    assert trace[4].weights.tolist() == [[[1 / 3 * (1 / 3)] * 3] * 3]
    assert trace[0].weights.shape == (1, 2, 2)


@given(resize_cases())
def test_the_library_resizes_alike(case: ResizeCase) -> None:
    spec, x = case.spec, case.x.astype(np.float32)
    corners = spec.align_corners or None
    expected = functional.interpolate(x[None], None, spec.scale, spec.mode, corners)[0]
    np.testing.assert_allclose(RESIZE.reference(spec, x), expected, rtol=0, atol=1e-5 * case.scale)


def test_the_fast_way_is_opencvs_where_its_places_are_exact() -> None:
    x = np.zeros((1, 12, 12), np.uint8)
    assert RESIZE.strategy(ResizeSpec(), x) == "OpenCV resize"
    for spec in (
        ResizeSpec(scale=(3.0, 3.0)),
        ResizeSpec("nearest"),
        ResizeSpec(align_corners=True),
        ResizeSpec(scale=(2.0, 1.25)),
    ):
        assert RESIZE.strategy(spec, x) in ("rows and columns apart", "OpenCV resize")
    assert RESIZE.strategy(ResizeSpec(scale=(3.0, 3.0)), x) == "rows and columns apart"


def test_cost_counts_the_cells_that_are_read() -> None:
    cost = RESIZE.cost(ResizeSpec("bicubic", (2.0, 3.0)), (3, 4, 5))
    assert (cost.parameters, cost.output_cells, cost.macs) == (0, 3 * 8 * 15, 3 * 8 * 15 * 16)
    assert RESIZE.cost(ResizeSpec("nearest"), (1, 4, 5)) == Cost(0, 0, 0, 8 * 10)  # copied, not weighed
    fives = RESIZE.cost(ResizeSpec("area", (0.6, 0.6)), (2, 5, 5))  # 2, 3 and 2 of 5 cells
    assert fives == Cost(0, 0, 0, 2 * 9, operations=2 * 7 * 7)


def test_beyond_the_edge_its_cell_is_read_again() -> None:
    step = RESIZE.trace(ResizeSpec(), FOUR)[0]
    assert step.rows.tolist() == [-1, 0]
    assert step.source_rows.tolist() == [0, 0]
    assert step.values.tolist() == [[[1, 1], [1, 1]]]
    assert step.weights.tolist() == [[[1 / 16, 3 / 16], [3 / 16, 9 / 16]]]
    assert step.outside(2, 2) == 3
