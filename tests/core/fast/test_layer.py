from __future__ import annotations

from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core import border
from convviz.core.fast import layer as layers
from convviz.core.fast.layer import Layer, Part
from convviz.core.sizes import conv_shape
from convviz.core.spec import ConvSpec
from tests.core.strategies import Case, conv_cases


def layer(spec: ConvSpec, x: np.ndarray, filters: np.ndarray | None = None) -> Layer:
    return Layer(spec, x, np.ones(spec.weight_shape) if filters is None else filters, (1, 1, 1))


@given(data=st.data())
def test_a_part_is_read_with_the_border_that_its_windows_see(data: st.DataObject) -> None:
    case = data.draw(conv_cases())
    spec, (_, height, width) = case.spec, case.x.shape
    shape = conv_shape(spec, case.x.shape)
    top, left = (data.draw(st.integers(0, n - 1)) for n in shape[1:])
    rows, cols = data.draw(st.integers(1, shape[1] - top)), data.draw(st.integers(1, shape[2] - left))
    places = [
        np.arange(first * s - p, (first + n - 1) * s - p + span)
        for first, n, s, p, span in zip(
            (top, left), (rows, cols), spec.stride, (spec.pads[0], spec.pads[2]), spec.span, strict=True
        )
    ]
    sources = [
        border.sources(along, n, spec.padding_mode) for along, n in zip(places, (height, width), strict=True)
    ]
    channels = range(data.draw(st.integers(0, spec.in_channels - 1)), spec.in_channels)
    expected = border.read(case.x[channels.start :], *sources, spec.border_value)
    this = Layer(spec, case.x, case.weight, shape)
    for dtype in (None, np.float32):
        cells = this.cells(Part(top, left, rows, cols), channels, dtype)
        assert cells.dtype == (dtype or this.depth)
        np.testing.assert_array_equal(cells, expected)


@given(conv_cases(), st.sampled_from((1, 30, 500)), st.sampled_from((0, layers.SMALL)))
def test_the_parts_cover_the_output_once_and_span_few_cells(case: Case, most: int, small: int) -> None:
    spec, shape = case.spec, conv_shape(case.spec, case.x.shape)
    this = Layer(spec, case.x, case.weight, shape)
    covered = np.zeros(shape[1:], int)
    with patch.object(layers, "SMALL", small):
        for part in this.parts(spec.in_channels, most):
            covered[part.place] += 1
            rows, cols = (
                (n - 1) * s + span
                for n, s, span in zip((part.rows, part.cols), spec.stride, spec.span, strict=True)
            )
            assert rows * cols * spec.in_channels <= most or (part.rows == 1 or part.cols == 1)
    assert (covered == 1).all()


def test_inside_the_picture_itself_is_read() -> None:
    x = np.ones((1, 9, 9), np.uint8)
    cells = Layer(ConvSpec(padding="same"), x, np.ones((1, 1, 3, 3)), (1, 9, 9)).cells(
        Part(1, 1, 7, 7), range(1)
    )
    assert np.shares_memory(cells, x)


@pytest.mark.parametrize(
    ("value", "dtype"), [(255, np.uint8), (256, np.float32), (-1, np.float32), (0.5, np.float32)]
)
def test_the_border_stays_in_the_pictures_depth_where_it_fits(value: float, dtype: type) -> None:
    spec = ConvSpec(padding=(1, 1, 1, 1), padding_mode="constant", padding_value=value)
    cells = Layer(spec, np.ones((1, 4, 4), np.uint8), np.ones((1, 1, 3, 3)), (1, 4, 4)).cells(
        Part(0, 0, 4, 4), range(1)
    )
    assert cells.dtype == dtype
    assert cells[0, 0, 0] == value


@pytest.mark.parametrize(
    ("dtype", "weight", "value", "exact"),
    [
        (np.uint8, 2.0, 0.0, True),
        (np.uint16, -2.0, 7.0, True),
        (np.uint8, 2.5, 0.0, False),
        (np.float32, 2.0, 0.0, False),
        (np.uint8, 2.0, 0.5, False),
    ],
)
def test_sums_are_whole_when_picture_kernel_and_border_are(
    dtype: type, weight: float, value: float, exact: bool
) -> None:
    spec = ConvSpec(padding="same", padding_mode="constant", padding_value=value)
    assert layer(spec, np.ones((1, 4, 4), dtype), np.full(spec.weight_shape, weight)).exact is exact


def test_a_grouped_filter_reads_the_channels_of_its_group() -> None:
    spec = ConvSpec(in_channels=6, out_channels=4, groups=2)
    reads = [list(layer(spec, np.ones((6, 4, 4), np.uint8)).inputs(o)) for o in range(4)]
    assert reads == [[0, 1, 2], [0, 1, 2], [3, 4, 5], [3, 4, 5]]


@pytest.mark.parametrize("dtype", [np.int16, np.float64, bool])
def test_what_opencv_does_not_filter_is_read_as_float32(dtype: type) -> None:
    this = layer(ConvSpec(), np.ones((1, 4, 4), dtype))
    assert this.depth == np.float32
    assert this.cells(Part(0, 0, 2, 2), range(1)).dtype == np.float32
