from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from convviz.core import border
from convviz.core.fast.layer import BORDERS, Layer
from convviz.core.spec import PADDING_MODES, ConvSpec
from tests.core.strategies import Case, conv_cases


def layer(spec: ConvSpec, x: np.ndarray, filters: np.ndarray | None = None) -> Layer:
    return Layer(spec, x, np.ones(spec.weight_shape) if filters is None else filters, (1, 1, 1))


def test_every_padding_mode_has_its_border() -> None:
    assert set(BORDERS) == set(PADDING_MODES)


@given(conv_cases())
def test_opencv_makes_the_borders_that_border_describes(case: Case) -> None:
    spec, (_, height, width) = case.spec, case.x.shape
    top, bottom, left, right = spec.pads
    rows = border.sources(np.arange(-top, height + bottom), height, spec.padding_mode)
    cols = border.sources(np.arange(-left, width + right), width, spec.padding_mode)
    expected = border.read(case.x, rows, cols, spec.border_value)
    np.testing.assert_array_equal(layer(spec, case.x, case.weight).padded, expected)


def test_without_padding_the_picture_itself_is_read() -> None:
    x = np.ones((1, 4, 4), np.uint8)
    assert layer(ConvSpec(), x).padded is x


@pytest.mark.parametrize(
    ("value", "dtype"), [(255, np.uint8), (256, np.float32), (-1, np.float32), (0.5, np.float32)]
)
def test_the_border_stays_in_the_pictures_depth_where_it_fits(value: float, dtype: type) -> None:
    spec = ConvSpec(padding=(1, 1, 1, 1), padding_mode="constant", padding_value=value)
    padded = layer(spec, np.ones((1, 4, 4), np.uint8)).padded
    assert padded.dtype == dtype
    assert padded[0, 0, 0] == value


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
