"""What a kernel is, told from its weights, against published facts and against numpy's own transforms."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core.analysis import (
    Norms,
    Symmetry,
    describe_response,
    describe_symmetry,
    frequency_response,
    gain,
    norms,
    rank,
    separable,
    symmetry,
)
from convviz.core.kernels import KERNELS, rows

EVERY = pytest.mark.parametrize("kernel", KERNELS, ids=lambda kernel: kernel.id)

small = st.integers(-9, 9)
integer_kernels = st.tuples(st.integers(1, 6), st.integers(1, 6)).flatmap(
    lambda size: st.lists(
        st.lists(small, min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0]
    ).map(np.array)
)


# --- gain and norms


@pytest.mark.parametrize(
    ("kernel_id", "expected"),
    [
        ("sobel-x", 0),
        ("laplacian-4", 0),
        ("box-3x3", 1),
        ("box-5x5", 1),
        ("sharpen", 1),
        ("log", 0),
        ("dog", 0),
    ],
)
def test_gain_is_exact_where_the_weights_say_so(kernel_id: str, expected: float) -> None:
    assert gain(rows(kernel_id)) == expected


def test_gain_keeps_a_small_sum_that_is_meant() -> None:
    assert gain([[1, -1 + 2**-40]]) == 2**-40


def test_norms_of_sobel() -> None:
    assert norms(rows("sobel-x")) == Norms(absolute=8.0, squares=12.0)


# --- rank and factors


@pytest.mark.parametrize(
    ("kernel_id", "expected"),
    [
        ("sobel-x", 1),
        ("laplacian-4", 2),
        ("gaussian", 1),
        ("roberts-falling", 2),
        ("emboss", 3),
        ("log-5x5", 3),
    ],
)
def test_rank(kernel_id: str, expected: int) -> None:
    assert rank(rows(kernel_id)) == expected
    assert (separable(rows(kernel_id)) is not None) == (expected == 1)


@pytest.mark.parametrize(
    ("kernel", "column", "row"),
    [
        pytest.param(rows("sobel-x"), (1, 2, 1), (-1, 0, 1), id="Sobel x, as in the main window"),
        pytest.param(rows("sobel-y"), (-1, 0, 1), (1, 2, 1), id="Sobel y"),
        pytest.param(rows("robinson-w"), (1, 2, 1), (1, 0, -1), id="smoothing stays positive"),
        pytest.param(rows("scharr-x"), (3, 10, 3), (-1, 0, 1), id="Scharr x"),
        pytest.param(rows("sobel-5x5-x"), (1, 4, 6, 4, 1), (-1, -2, 0, 2, 1), id="Sobel 5x5"),
        pytest.param(rows("corner"), (1, -2, 1), (1, -2, 1), id="corner"),
        pytest.param(rows("line-horizontal"), (-1, 2, -1), (1, 1, 1), id="line"),
        pytest.param(rows("identity"), (0, 1, 0), (0, 1, 0), id="identity"),
        pytest.param(rows("gaussian-3x3"), (0.25, 0.5, 0.25), (0.25, 0.5, 0.25), id="two blurs of gain 1"),
        pytest.param(rows("cross-derivative"), (-0.5, 0, 0.5), (-0.5, 0, 0.5), id="cross derivative"),
        pytest.param(rows("difference-x"), (1,), (-0.5, 0, 0.5), id="one row"),
        pytest.param(rows("difference-y"), (-0.5, 0, 0.5), (1,), id="one column"),
        pytest.param([[2, 4, 2]], (1,), (2, 4, 2), id="one row of whole numbers"),
        pytest.param([[6, 4], [9, 6], [-3, -2]], (2, 3, -1), (3, 2), id="even size, no common divisor"),
        pytest.param([[-1, -1], [-1, -1]], (-1, -1), (1, 1), id="the row is positive"),
        pytest.param([[5]], (1,), (5,), id="1x1"),
        pytest.param([[0, 0, 0], [0, 0, 0]], (0, 0), (0, 0, 0), id="zeros"),
    ],
)
def test_factors_are_those_a_person_would_write(kernel: object, column: tuple, row: tuple) -> None:
    factors = separable(kernel)
    assert factors is not None
    assert factors.column == pytest.approx(column, abs=1e-15)
    assert factors.row == pytest.approx(row, abs=1e-15)
    assert factors.error <= 1e-15


def test_a_box_of_unequal_sides_is_two_averages() -> None:
    factors = separable(np.full((3, 5), 1 / 15))
    assert factors.column == pytest.approx((1 / 3,) * 3)
    assert factors.row == pytest.approx((1 / 5,) * 5)


@EVERY
def test_factors_multiply_back(kernel) -> None:
    factors = separable(kernel.rows())
    if rank(kernel.rows()) > 1:
        assert factors is None
    else:
        assert np.abs(np.outer(factors.column, factors.row) - kernel.rows()).max() == factors.error < 1e-12


def test_weights_that_passed_through_float32_still_separate_and_the_error_says_so() -> None:
    factors = separable(np.array(rows("gaussian"), np.float32))
    assert 0 < factors.error < 1e-7


def test_whole_numbers_too_large_for_an_integer_separate_too() -> None:
    factors = separable([[1e30, 2e30], [2e30, 4e30]])
    assert np.allclose(np.outer(factors.column, factors.row), [[1e30, 2e30], [2e30, 4e30]])


@given(st.lists(small, min_size=1, max_size=7), st.lists(small, min_size=1, max_size=7))
def test_every_product_of_whole_numbers_is_found_again(column: list[int], row: list[int]) -> None:
    kernel = np.outer(column, row)
    factors = separable(kernel)
    assert np.array_equal(np.outer(factors.column, factors.row), kernel)
    assert all(float(value).is_integer() for value in (*factors.column, *factors.row))


@given(integer_kernels)
def test_rank_is_numpys(kernel: np.ndarray) -> None:
    assert rank(kernel) == np.linalg.matrix_rank(kernel)


# --- symmetry


@pytest.mark.parametrize(
    ("kernel", "expected", "said"),
    [
        (rows("sobel-x"), Symmetry("odd", "even", None, None, "odd"), "odd in x, even in y"),
        (rows("sobel-y"), Symmetry("even", "odd", None, None, "odd"), "even in x, odd in y"),
        (rows("laplacian-4"), Symmetry(*["even"] * 5), "even in x, even in y"),
        (rows("shift-left"), Symmetry(None, "even", None, None, None), "even in y"),
        (rows("kirsch-n"), Symmetry("even", None, None, None, None), "even in x"),
        (rows("emboss"), Symmetry(None, None, "even", None, None), "even across the diagonal ↘"),
        (rows("kirsch-ne"), Symmetry(None, None, None, "even", None), "even across the diagonal ↗"),
        (
            rows("robinson-ne"),
            Symmetry(None, None, "odd", "even", "odd"),
            "odd across the diagonal ↘, even across the diagonal ↗",
        ),
        (
            [[1, 2, 3], [4, 0, -4], [-3, -2, -1]],
            Symmetry(None, None, None, None, "odd"),
            "odd under a half turn",
        ),
        ([[1, 2, 3, 4]], Symmetry(None, "even", None, None, None), "even in y"),
        ([[1, 2], [3, 5]], Symmetry(None, None, None, None, None), "none"),
        ([[0, 0], [0, 0]], Symmetry(*["even"] * 5), "even in x, even in y"),
        ([[7]], Symmetry(*["even"] * 5), "even in x, even in y"),
    ],
)
def test_symmetry(kernel: object, expected: Symmetry, said: str) -> None:
    assert symmetry(kernel) == expected
    assert str(describe_symmetry(kernel)) == said


@EVERY
def test_what_is_even_at_a_point_makes_convolution_and_correlation_one(kernel) -> None:
    values = np.array(kernel.rows())
    assert (symmetry(values).point == "even") == np.allclose(values, values[::-1, ::-1], atol=1e-7)


# --- frequency response


@EVERY
def test_the_response_is_the_fourier_transform(kernel) -> None:
    values = np.array(kernel.rows())
    response = frequency_response(values)
    assert response.dtype == np.float32
    assert response.shape == (128, 128)
    assert np.allclose(response, np.fft.fftshift(np.abs(np.fft.fft2(values, (128, 128)))), atol=1e-4)
    assert response[64, 64] == pytest.approx(abs(gain(values)), abs=1e-5)


def test_the_response_of_a_63x63_kernel_and_of_a_picture_smaller_than_it() -> None:
    kernel = np.random.default_rng(5).normal(size=(63, 62))
    whole = np.fft.fftshift(np.abs(np.fft.fft2(kernel, (128, 128))))
    assert np.allclose(frequency_response(kernel), whole, rtol=1e-4, atol=1e-3)
    assert np.allclose(frequency_response(kernel, 32), whole[::4, ::4], rtol=1e-4, atol=1e-3)


def test_an_odd_picture_has_its_zero_in_the_middle_too() -> None:
    response = frequency_response(rows("box-3x3"), 65)
    assert response[32, 32] == response.max() == pytest.approx(1)


def test_sobel_x_answers_to_waves_along_x_only() -> None:
    response = frequency_response(rows("sobel-x"), 64)
    assert response[32, 48] == pytest.approx(8)  # four pixels a wave: 2 · (1 + 2 + 1)
    assert np.abs(response[:, 32]).max() < 1e-6


@pytest.mark.parametrize(
    ("kernel", "sentence"),
    [
        (rows("identity"), "Passes every frequency alike."),
        (rows("shift-up"), "Passes every frequency alike."),
        ([[-3]], "Passes every frequency alike."),
        ([[0, 0], [0, 0]], "Blocks everything: every weight is 0."),
        (rows("box-3x3"), "Passes flat areas, weakens fine detail."),
        (rows("gaussian", sigma=10), "Passes flat areas, weakens fine detail."),
        (rows("motion-blur"), "Passes flat areas, weakens changes along x."),
        (rows("motion-blur", angle=45), "Passes flat areas, weakens changes along the diagonal ↗."),
        (rows("motion-blur", angle=120), "Passes flat areas, weakens changes at about 120°."),
        (rows("motion-blur", angle=179), "Passes flat areas, weakens changes along x."),
        ([[1, 0, 1]], "Passes flat areas and some changes, blocks others."),
        (rows("sobel-x"), "Passes changes along x, blocks flat areas."),
        (rows("sobel-y"), "Passes changes along y, blocks flat areas."),
        (rows("difference-x"), "Passes changes along x, blocks flat areas."),
        (rows("robinson-ne"), "Passes changes along the diagonal ↗, blocks flat areas."),
        (rows("roberts-falling"), "Passes changes along the diagonal ↘, blocks flat areas."),
        (rows("laplacian-4"), "Passes changes in every direction, blocks flat areas."),
        (rows("corner"), "Passes changes along the diagonals, blocks flat areas."),
        (rows("frei-chen-5"), "Passes changes along x and along y, blocks flat areas."),
        (rows("sharpen"), "Passes flat areas, and changes in every direction up to 9 times as strongly."),
        (
            rows("emboss"),
            "Passes flat areas, and changes along the diagonal ↘ up to 7.1 times as strongly.",
        ),
        (
            rows("gabor", angle=45, wavelength=4),
            (
                "Passes changes along the diagonal ↗ that repeat about every 4 pixels, "
                "blocks flat areas and fine detail."
            ),
        ),
        (
            rows("gabor", angle=90, wavelength=8, sigma=4),
            "Passes changes along y that repeat about every 8 pixels, blocks flat areas and fine detail.",
        ),
    ],
)
def test_the_response_in_a_sentence(kernel: object, sentence: str) -> None:
    assert str(describe_response(kernel)) == sentence


@given(integer_kernels)
def test_any_kernel_has_a_sentence_and_a_symmetry(kernel: np.ndarray) -> None:
    assert str(describe_response(kernel)).endswith(".")
    assert str(describe_symmetry(kernel))
