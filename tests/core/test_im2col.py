"""A convolution as matrices: sizes, copies, and products that are the convolution."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from convviz.core import im2col
from convviz.core.fast import gemm
from convviz.core.operations import OPERATIONS
from convviz.core.spec import ConvSpec
from tests.core.strategies import Case, conv_cases

CONV = OPERATIONS["conv2d"]


def test_alexnets_first_layer() -> None:
    """CS231n, "Convolutional Networks", implementation as matrix multiplication: 363 × 3025."""
    spec = ConvSpec((11, 11), (4, 4), in_channels=3, out_channels=96)
    size = im2col.columns_size(spec, (3, 227, 227))
    assert (size.rows, size.columns) == (363, 3025)


def test_every_pixel_of_a_same_convolution_is_copied_nine_times() -> None:
    spec = ConvSpec(padding="same")
    assert im2col.copies(spec, (1, 7, 7)) == (361, 80)
    assert im2col.columns_size(spec, (1, 7, 7)).cells == 441 == 9 * 49


def test_a_photo_of_12_megapixels_takes_432_million_bytes() -> None:
    assert im2col.columns_size(ConvSpec(padding="same"), (1, 3000, 4000)).bytes == 432_000_000


def test_counts_fall_towards_the_edge() -> None:
    rows, cols = im2col.copy_counts(ConvSpec(), (1, 6, 5))
    assert rows.tolist() == [1, 2, 3, 3, 2, 1]
    assert cols.tolist() == [1, 2, 3, 2, 1]
    assert im2col.copies(ConvSpec(), (1, 6, 5)) == (12 * 9, 0)


def test_counts_of_some_windows() -> None:
    """The second row of windows, and of it the first two."""
    rows, cols = im2col.copy_counts(ConvSpec(), (1, 6, 5), (range(1, 2), range(2)))
    assert rows.tolist() == [0, 1, 1, 1, 0, 0]
    assert cols.tolist() == [1, 2, 2, 1, 0]


def test_dumoulin_and_visins_matrix() -> None:
    """A guide to convolution arithmetic, section 4.1: 3 × 3 over 4 × 4 is a matrix of 4 × 16."""
    weights = np.arange(1.0, 10).reshape(1, 3, 3)
    size = im2col.toeplitz_size(ConvSpec(), (1, 4, 4))
    assert (size.rows, size.columns) == (4, 16)
    values, number = matrix(ConvSpec(), np.zeros((1, 4, 4)), weights, 0)
    assert values[0].tolist() == [1, 2, 3, 0, 4, 5, 6, 0, 7, 8, 9, 0, 0, 0, 0, 0]
    assert values[3].tolist() == [0, 0, 0, 0, 0, 1, 2, 3, 0, 4, 5, 6, 0, 7, 8, 9]
    assert number.sum() == 36


def windows(shape) -> np.ndarray:
    return np.stack(np.divmod(np.arange(shape[1] * shape[2]), shape[2]), 1)


def matrix(spec, x, weights, first):
    """All of T for one filter (C, kh, kw), which reads the channels from `first` on."""
    part = im2col.columns(spec, x, first, np.arange(weights.size), windows(CONV.output_shape(spec, x.shape)))
    pixels = np.indices((len(weights), *x.shape[1:])).reshape(3, -1) + np.array([[first], [0], [0]])
    return im2col.toeplitz(part, weights, pixels)


sums = conv_cases()


@given(sums)
def test_the_filter_times_the_columns_is_the_output(case: Case) -> None:
    spec, trace = case.spec, CONV.trace(case.spec, *case.operands)
    for output in {0, trace.shape[0] - 1}:
        step = trace.at((output, 0, 0))
        taps = np.arange(step.weights.size)
        part = im2col.columns(spec, case.x, step.channels.start, taps, windows(trace.shape))
        product = step.weights.ravel() @ part.values + step.bias
        totals = [trace.at((output, r, c)).total for r, c in windows(trace.shape).tolist()]
        np.testing.assert_allclose(product, totals, atol=1e-9 * case.scale)


@given(sums)
def test_t_times_the_pixels_is_the_output_less_what_the_border_adds(case: Case) -> None:
    spec, trace = case.spec, CONV.trace(case.spec, *case.operands)
    step = trace.at((0, 0, 0))
    t, _ = matrix(spec, case.x, step.weights, step.channels.start)
    pixels = case.x[step.channels.start : step.channels.stop].astype(np.float64).ravel()
    for window, (row, col) in zip(t, windows(trace.shape).tolist(), strict=True):
        here = trace.at((0, row, col))
        border = sum(tap.product for tap in here.taps if tap.source is None)
        assert window @ pixels + border + here.bias == pytest.approx(here.total, abs=1e-9 * case.scale)


@given(sums)
def test_counts_are_what_the_columns_hold(case: Case) -> None:
    spec, shape = case.spec, case.x.shape
    rows, cols = im2col.copy_counts(spec, shape)
    out = CONV.output_shape(spec, shape)
    taps = np.arange(spec.weight_shape[1] * spec.kernel_size[0] * spec.kernel_size[1])
    part = im2col.columns(spec, case.x, 0, taps, windows(out))
    size = im2col.columns_size(spec, shape)
    assert part.values.shape == (size.rows, size.columns)
    r, c = shape[1] // 2, shape[2] - 1
    held = (part.channels == 0)[:, None] & (part.source_rows == r) & (part.source_cols == c)
    assert held.sum() == rows[r] * cols[c]
    copied, padding = im2col.copies(spec, shape)
    assert copied + padding == size.cells * spec.groups
    assert padding == ((part.source_rows < 0) | (part.source_cols < 0)).sum() * spec.groups


def test_a_pixel_is_found_where_it_is_read_and_where_padding_copies_it() -> None:
    spec = ConvSpec((1, 3), padding="same", padding_mode="replicate")
    part = im2col.columns(spec, np.array([[[5, 6]]]), 0, np.arange(3), windows((1, 1, 2)))
    assert part.values.tolist() == [[5, 5], [5, 6], [6, 6]]
    assert part.reads(0, 0, 0).tolist() == [[True, True], [True, False], [False, False]]
    assert part.reads(0, 0, -1).tolist() == [[True, False], [False, False], [False, False]]
    assert not part.reads(1, 0, 0).any()


def test_pixels_in_any_order_have_their_weights_in_that_order() -> None:
    part = im2col.columns(ConvSpec((1, 2)), np.zeros((1, 1, 3)), 0, np.arange(2), windows((1, 1, 2)))
    pixels = np.array([[0, 0, 0], [0, 0, 0], [2, 0, 1]])
    values, number = im2col.toeplitz(part, np.array([[[7.0, 8.0]]]), pixels)
    assert values.tolist() == [[0, 7, 8], [8, 0, 7]]
    assert number.tolist() == [[0, 1, 1], [1, 0, 1]]


def test_a_row_of_windows_that_is_too_long_is_cut_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gemm, "BLOCK", 100)
    rng = np.random.default_rng(0)
    spec = ConvSpec((3, 3), (2, 1), (1, 1, 2, 0), (1, 2), in_channels=4, out_channels=4)
    x, w = rng.integers(0, 255, (4, 9, 30), np.uint8), rng.integers(-3, 4, (4, 4, 3, 3)).astype(float)
    np.testing.assert_array_equal(CONV.fast(spec, x, w), CONV.reference(spec, x, w))
