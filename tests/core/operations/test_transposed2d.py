"""Transposed convolution against published numbers, ONNX Runtime and what defines a transpose."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from numpy.typing import NDArray

from convviz.core.errors import SpecError
from convviz.core.operations import OPERATIONS
from convviz.core.operations.transposed2d import unstretched
from convviz.core.spec import ConvSpec
from convviz.core.transposed_spec import TransposedSpec
from tests.core.strategies import TransposedCase, transposed_cases
from tests.functional.oracle import onnx

TRANSPOSED, CONV = OPERATIONS["conv_transpose2d"], OPERATIONS["conv2d"]
Array = NDArray[Any]
ONES = np.ones((1, 1, 3, 3))
NO_BIAS = np.zeros(1)


def ways(spec: TransposedSpec, *operands: Array) -> list[Array]:
    """The output by every way there is, (H, W) of the first channel."""
    shape = TRANSPOSED.output_shape(spec, operands[0].shape)
    trace = TRANSPOSED.trace(spec, *operands)
    traced = np.array([step.value for step in trace]).reshape(shape)
    sampled = TRANSPOSED.sample(spec, np.arange(shape[1]), np.arange(shape[2]), *operands)
    return [
        y[0]
        for y in (TRANSPOSED.reference(spec, *operands), TRANSPOSED.fast(spec, *operands), traced, sampled)
    ]


def short_of_stride(spec: TransposedSpec) -> bool:
    """Whether fewer cells are added than the stride has."""
    return all(a < s for a, s in zip(spec.output_padding, spec.stride, strict=True))


def test_the_onnx_operator_documentations_example() -> None:
    for y in ways(TransposedSpec(), np.arange(9.0).reshape(1, 3, 3), ONES, NO_BIAS):
        assert y.tolist() == [
            [0, 1, 3, 3, 2],
            [3, 8, 15, 12, 7],
            [9, 21, 36, 27, 15],
            [9, 20, 33, 24, 13],
            [6, 13, 21, 15, 8],
        ]


@pytest.mark.parametrize(
    ("i", "k", "s", "p", "o"),
    [
        (4, 3, 1, 0, 2),
        (5, 4, 1, 2, 6),
        (5, 3, 1, 1, 5),
        (5, 3, 1, 2, 7),
        (5, 3, 2, 0, 2),
        (5, 3, 2, 1, 3),
        (6, 3, 2, 1, 3),
    ],
)
def test_the_figures_of_dumoulin_and_visin_transpose_back(i: int, k: int, s: int, p: int, o: int) -> None:
    """Only the input of 6 cells needs output_padding: 5 cells, too, become 3."""
    a = int(i == 6)
    spec = TransposedSpec((k, k), (s, s), (p, p), (a, a))
    assert TRANSPOSED.output_shape(spec, (1, o, o)) == (1, i, i)
    back = ConvSpec((k, k), (s, s), (p, p, p, p))
    assert CONV.output_shape(back, (1, i, i)) == (1, o, o)


@given(transposed_cases())
def test_it_is_onnx_runtimes_conv_transpose(case: TransposedCase) -> None:
    spec = case.spec
    assume(short_of_stride(spec))  # PyTorch allows as many as the dilation, ONNX Runtime does not
    x, weight, bias = (operand.astype(np.float32) for operand in case.operands)
    expected = onnx(
        *("ConvTranspose", x[None], weight, bias),
        strides=spec.stride,
        pads=[*spec.padding, *(p + more for p, more in zip(spec.padding, spec.trimmed, strict=True))],
        output_padding=spec.output_padding,
        dilations=spec.dilation,
        group=spec.channels,
    )[0]
    y = TRANSPOSED.reference(spec, *case.operands)
    np.testing.assert_allclose(y, expected, rtol=0, atol=1e-5 * case.scale)


@given(transposed_cases())
def test_it_is_the_transpose_of_the_convolution(case: TransposedCase) -> None:
    """⟨conv(z), x⟩ = ⟨z, transposed(x)⟩, which defines a transpose."""
    spec, (x, weight, _) = case.spec, case.operands
    assume(short_of_stride(spec))  # such a size is taken to more cells than there are here
    (ph, pw), (th, tw), channels = spec.padding, spec.trimmed, spec.channels
    back = ConvSpec(
        *(spec.kernel_size, spec.stride, (ph, ph + th, pw, pw + tw), spec.dilation),
        in_channels=channels,
        out_channels=channels,
        groups=channels,
    )
    y = TRANSPOSED.reference(spec, x, weight, np.zeros(channels)).astype(np.float64)
    z = np.random.default_rng(1).normal(size=y.shape).astype(np.float32)
    there = CONV.reference(back, z, weight, np.zeros(channels)).astype(np.float64)
    assert there.shape == x.shape
    assert (there * x).sum() == pytest.approx((z * y).sum(), abs=1e-5 * case.scale * y.size)


def test_a_window_meets_inputs_and_the_zeros_between_them() -> None:
    spec = TransposedSpec((3, 3), (2, 2))
    kernel = np.arange(1.0, 10).reshape(1, 1, 3, 3)
    step = TRANSPOSED.trace(spec, np.array([[[10, 20], [30, 40]]]), kernel, np.array([0.5])).at((0, 2, 2))
    assert step.values[0].tolist() == [[10, 0, 20], [0, 0, 0], [30, 0, 40]]
    assert step.weights[0].tolist() == [[9, 8, 7], [6, 5, 4], [3, 2, 1]]
    assert step.rows.tolist() == [0, 1, 2]
    assert step.source_rows.tolist() == [0, -1, 1]
    assert step.total == 10 * 9 + 20 * 7 + 30 * 3 + 40 + 0.5


def test_zeros_hold_no_input_cell() -> None:
    assert unstretched(np.arange(-1, 4), 2, 2).tolist() == [-1, 0, -1, 1, -1]
    assert unstretched(np.arange(-1, 3), 2, 1).tolist() == [-1, 0, 1, -1]


def test_every_input_cell_is_multiplied_by_every_weight() -> None:
    cost = TRANSPOSED.cost(TransposedSpec((3, 3), (2, 2), (1, 1), channels=2), (2, 4, 5))
    assert (cost.weights, cost.biases, cost.macs) == (18, 2, 2 * 20 * 9)
    assert cost.output_cells == 2 * 7 * 9


def test_a_buffer_that_does_not_fit_is_left_alone() -> None:
    operands = (np.ones((1, 2, 2)), ONES, NO_BIAS)
    unfit = np.zeros((1, 2, 2), np.float32)
    assert TRANSPOSED.fast(TransposedSpec(), *operands, out=unfit).shape == (1, 4, 4)
    assert not unfit.any()
    assert TRANSPOSED.strategy(TransposedSpec(), *operands) == "stamps, tap by tap"


@pytest.mark.parametrize(
    ("code", "operands"),
    [
        ("not_channels_rows_columns", (np.ones((2, 2)), ONES, NO_BIAS)),
        ("weight_shape", (np.ones((1, 2, 2)), ONES[0], NO_BIAS)),
        ("bias_shape", (np.ones((1, 2, 2)), ONES, np.zeros(2))),
        ("channels_differ", (np.ones((2, 2, 2)), ONES, NO_BIAS)),
        ("no_cells", (np.ones((1, 0, 2)), ONES, NO_BIAS)),
    ],
)
def test_operands_that_do_not_fit_are_refused(code: str, operands: tuple[Array, ...]) -> None:
    for way in (TRANSPOSED.reference, TRANSPOSED.fast, TRANSPOSED.trace):
        with pytest.raises(SpecError) as caught:
            way(TransposedSpec(), *operands)
        assert caught.value.code == code


def test_padding_that_cuts_everything_off_is_refused() -> None:
    with pytest.raises(SpecError, match="make 0 cells"):
        TRANSPOSED.output_shape(TransposedSpec((2, 2), padding=(1, 0)), (1, 1, 1))
