"""The fast path as a whole: agreement to rounding, and exactly where every number is whole."""

from __future__ import annotations

from dataclasses import replace
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from convviz.core.fast import convolve
from convviz.core.fast.layer import Layer
from convviz.core.operations.conv2d import Conv2d
from convviz.core.spec import MAX_KERNEL, ConvSpec
from tests.core.strategies import Case, conv_cases, conv_specs, whole_border

CONV = Conv2d()
LINEAR = ("none", "relu")
"""Activations that round nothing."""


@given(conv_cases(conv_specs(activations=LINEAR), depths=("bytes",), whole=True))
def test_integer_kernels_on_bytes_are_exact(case: Case) -> None:
    assume(whole_border(case))
    np.testing.assert_array_equal(
        CONV.fast(case.spec, *case.operands), CONV.reference(case.spec, *case.operands)
    )


@given(conv_cases(conv_specs(large=True, activations=LINEAR), depths=("bytes",), whole=True))
def test_integer_kernels_of_dft_size_on_bytes_are_exact(case: Case) -> None:
    assume(whole_border(case))
    np.testing.assert_array_equal(
        CONV.fast(case.spec, *case.operands), CONV.reference(case.spec, *case.operands)
    )


@given(conv_cases(conv_specs(activations=LINEAR), depths=("bytes",), whole=True), st.floats(-300, 300))
def test_a_fractional_bias_leaves_integer_kernels_on_bytes_exact(case: Case, bias: float) -> None:
    assume(whole_border(case))
    operands = (case.x, case.weight, case.bias + bias)
    np.testing.assert_array_equal(CONV.fast(case.spec, *operands), CONV.reference(case.spec, *operands))


@settings(max_examples=40)
@given(conv_cases(conv_specs(large=True)))
def test_large_kernels_agree_to_rounding(case: Case) -> None:
    fast, reference = CONV.fast(case.spec, *case.operands), CONV.reference(case.spec, *case.operands)
    np.testing.assert_allclose(fast, reference, rtol=0, atol=1e-5 * case.scale)


@pytest.mark.parametrize("size", [(63, 63), (63, 1), (1, 63), (12, 5)])
@pytest.mark.parametrize("mode", ["zeros", "reflect", "circular"])
def test_the_largest_kernels_are_exact_on_a_photograph_of_bytes(size: tuple[int, int], mode: str) -> None:
    assert max(size) <= MAX_KERNEL
    rng = np.random.default_rng(63)
    spec = ConvSpec(kernel_size=size, padding="same", padding_mode=mode)
    x, weight = rng.integers(0, 256, (1, 80, 90), np.uint8), rng.integers(-3, 4, spec.weight_shape)
    np.testing.assert_array_equal(CONV.fast(spec, x, weight), CONV.reference(spec, x, weight))


def test_a_fractional_border_is_not_rounded_with_the_whole_sums() -> None:
    spec = ConvSpec((9, 9), padding="same", padding_mode="constant", padding_value=0.5)
    x, weight = np.zeros((1, 9, 9), np.uint8), np.ones(spec.weight_shape)
    assert CONV.fast(spec, x, weight)[0, 0, 0] == pytest.approx(28.0)  # 56 of the 81 taps lie outside
    assert CONV.fast(spec, x, weight)[0, 0, 1] == pytest.approx(25.5)  # 51


@pytest.mark.parametrize("dtype", [np.uint8, np.int16, np.int64, np.uint16, np.float16, np.float64, bool])
def test_pictures_of_any_number_type_are_read(dtype: type) -> None:
    x = (np.arange(25).reshape(1, 5, 5) % 2).astype(dtype)
    y = CONV.fast(ConvSpec(), x, np.ones((1, 1, 3, 3)))
    np.testing.assert_array_equal(y[0], [[4, 5, 4], [5, 4, 5], [4, 5, 4]])


@pytest.mark.parametrize(
    "view",
    [
        lambda x: x[:, ::-1],
        lambda x: x[:, :, ::-1],
        lambda x: x.transpose(0, 2, 1),
        lambda x: x[:, ::2, 1:],
        lambda x: np.moveaxis(np.ascontiguousarray(np.moveaxis(x, 0, 2)), 2, 0),
        lambda x: np.broadcast_to(x[:, :1], x.shape),
    ],
)
@pytest.mark.parametrize("stride", [1, 2])
@pytest.mark.parametrize("pad", [0, 1])
@pytest.mark.parametrize("channels", [3, 9])
def test_views_of_a_picture_are_read_like_copies(view: object, stride: int, pad: int, channels: int) -> None:
    rng = np.random.default_rng(5)
    x = view(rng.integers(0, 256, (channels, 12, 14), np.uint8))  # type: ignore[operator]
    spec = ConvSpec(
        stride=(stride, stride), padding=(pad,) * 4, in_channels=channels, padding_mode="replicate"
    )
    weight = rng.integers(-3, 4, spec.weight_shape)
    np.testing.assert_array_equal(CONV.fast(spec, x, weight), CONV.fast(spec, x.copy(), weight))


@pytest.mark.parametrize(
    "unfit",
    [
        np.zeros((1, 4, 4), np.float32),
        np.zeros((1, 3, 3), np.float64),
        np.zeros((1, 3, 6), np.float32)[:, :, ::2],
    ],
    ids=["shape", "type", "layout"],
)
def test_a_buffer_that_does_not_fit_is_left_alone(unfit: np.ndarray) -> None:
    y = CONV.fast(ConvSpec(), np.ones((1, 5, 5), np.uint8), np.ones((1, 1, 3, 3)), out=unfit)
    assert y is not unfit
    assert y.shape == (1, 3, 3)
    assert not unfit.any()


def test_a_sample_of_a_picture_with_a_billion_rows_and_columns_reads_only_its_windows() -> None:
    side = 2**30
    x = np.broadcast_to(np.uint8(2), (1, side, side))
    spec = ConvSpec(padding="same", padding_mode="reflect")
    places = np.array([0, side // 2, side - 1])
    y = convolve.conv2d_at(spec, places, places, x, np.ones((1, 1, 3, 3)), np.zeros(1))
    np.testing.assert_array_equal(y, np.full((1, 3, 3), 18))


@given(conv_cases(), st.data())
def test_some_places_are_what_the_whole_is_there(case: Case, data: st.DataObject) -> None:
    """Even or not, at the border or within it, few or so many that a strategy computes them."""
    whole = CONV.reference(case.spec, *case.operands)
    places = []
    for n in whole.shape[1:]:
        first, step = data.draw(st.integers(0, n - 1)), data.draw(st.integers(1, 3))
        even = np.arange(first, n, step)
        places.append(data.draw(st.sampled_from([even, even[::-1], np.array([first, 0, n - 1])])))
    with patch.object(convolve, "FEW", data.draw(st.sampled_from([0, convolve.FEW]))):
        y = CONV.sample(case.spec, *places, *case.operands)
    expected = whole[:, places[0][:, None], places[1]]
    np.testing.assert_allclose(y, expected, atol=1e-3 * max(1.0, float(np.abs(whole).max())))


@pytest.mark.parametrize("mode", ["zeros", "reflect", "replicate", "circular"])
def test_a_sample_of_many_places_holds_the_border_too(mode: str) -> None:
    """Inside, a strategy computes them; the frame around is gathered."""
    rng = np.random.default_rng(0)
    spec = ConvSpec((5, 5), padding=(3, 3, 3, 3), padding_mode=mode, stride=(2, 1))
    x, weight = rng.integers(0, 256, (1, 200, 210), np.uint8), rng.normal(size=(1, 1, 5, 5))
    whole = CONV.reference(spec, x, weight)
    rows, cols = np.arange(whole.shape[1]), np.arange(1, whole.shape[2], 2)
    assert len(rows) * len(cols) > convolve.FEW
    y = CONV.sample(spec, rows, cols, x, weight)
    np.testing.assert_allclose(y, whole[:, rows[:, None], cols], atol=1e-2)


@pytest.mark.parametrize("step", [1, 2, 7])
@pytest.mark.parametrize(("stride", "dilation"), [(1, 1), (2, 1), (1, 3), (3, 2)])
def test_of_bytes_and_whole_weights_a_sample_is_the_whole_to_the_last_bit(
    stride: int, dilation: int, step: int
) -> None:
    rng = np.random.default_rng(step)
    spec = ConvSpec((3, 3), (stride, stride), (2,) * 4, (dilation, dilation), 3, 2)
    x, weight = (
        rng.integers(0, 256, (3, 600, 700), np.uint8),
        rng.integers(-9, 10, (2, 3, 3, 3)).astype(float),
    )
    whole = CONV.fast(spec, x, weight)
    rows, cols = (np.arange(step // 2, n, step) for n in whole.shape[1:])
    np.testing.assert_array_equal(CONV.sample(spec, rows, cols, x, weight), whole[:, rows[:, None], cols])


def test_plans_are_kept_apart_by_all_that_they_depend_on_and_not_forever() -> None:
    x, spec = np.zeros((1, 64, 64), np.float32), ConvSpec((5, 5))
    dense, product = np.random.default_rng(0).normal(size=(1, 1, 5, 5)), np.ones((1, 1, 5, 5))
    layers = [
        Layer(spec, x, dense, (1, 60, 60)),
        Layer(spec, np.tile(x, (1, 32, 32)), product, (1, 2044, 2044)),
        Layer(replace(spec, stride=(4, 4)), x, dense, (1, 15, 15)),
        Layer(replace(spec, dilation=(4, 4)), x, dense, (1, 48, 48)),
    ]
    for n in range(2 * convolve.REMEMBERED):
        convolve.plan(Layer(spec, x, dense + n, (1, 60, 60)))
        for layer in layers:
            assert convolve.plan(layer) is convolve._cheapest(layer)  # noqa: SLF001
    assert len(convolve._plans) <= convolve.REMEMBERED  # noqa: SLF001
