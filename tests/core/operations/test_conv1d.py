"""1-D convolution and convolution codes, held against NumPy, ONNX Runtime and a published code."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from convviz import functional
from convviz.core.errors import SpecError
from convviz.core.operations import OPERATIONS
from convviz.core.sizes import Cost
from convviz.core.spec_1d import Conv1dSpec
from tests.core.strategies import Case, conv1d_specs, conv_cases
from tests.core.torch_stand_in import run

CONV1D = OPERATIONS["conv1d"]
X = np.array([[[3, 1, 4, 1, 5, 9, 2, 6]]], np.uint8)


def encoder(*generators: str) -> tuple[Conv1dSpec, np.ndarray]:
    weight = np.array([[[[int(bit) for bit in word]]] for word in generators], np.float64)
    taps = weight.shape[3]
    spec = Conv1dSpec(
        kernel_size=(1, taps),
        padding=(0, 0, taps - 1, taps - 1),
        out_channels=len(weight),
        flip=True,
        binary=True,
    )
    return spec, weight


def sent(bits: str, *generators: str) -> str:
    spec, weight = encoder(*generators)
    x = np.array([[[int(bit) for bit in bits]]], np.uint8)
    y = CONV1D.fast(spec, x, weight)
    assert np.array_equal(y, CONV1D.reference(spec, x, weight))
    return " ".join("".join(str(int(bit)) for bit in symbol) for symbol in y[:, 0].T)


def test_the_code_of_rate_one_half_with_generators_7_and_5() -> None:
    """Lin & Costello, "Error Control Coding": (7, 5) octal, K = 3; 1011 and two zeros that flush it."""
    assert sent("1011", "111", "101") == "11 10 00 01 01 11"


def test_a_one_alone_sends_the_generators() -> None:
    assert sent("1", "1111001", "1011011") == "11 10 11 11 00 01 11"


def test_codes_are_linear() -> None:
    first, second, both = (sent(bits, "111", "101") for bits in ("1100", "0110", "1010"))
    added = [str(int(a) ^ int(b)) if a != " " else " " for a, b in zip(first, second, strict=True)]
    assert "".join(added) == both


@pytest.mark.parametrize("mode", ["full", "same", "valid"])
def test_convolution_is_numpys(mode: str) -> None:
    kernel = np.array([1.0, -2.0, 4.0])
    padding: Any = (0, 0, 2, 2) if mode == "full" else mode
    spec = Conv1dSpec(padding=padding, flip=True)
    y = CONV1D.fast(spec, X, kernel.reshape(1, 1, 1, 3))
    np.testing.assert_array_equal(y[0, 0], np.convolve(X[0, 0], kernel, mode))


def test_correlation_is_numpys_and_the_mirror_of_convolution() -> None:
    kernel = np.array([1.0, -2.0, 4.0])
    y = CONV1D.fast(Conv1dSpec(), X, kernel.reshape(1, 1, 1, 3))
    np.testing.assert_array_equal(y[0, 0], np.correlate(X[0, 0].astype(float), kernel, "valid"))
    flipped = CONV1D.fast(Conv1dSpec(flip=True), X, kernel[::-1].reshape(1, 1, 1, 3))
    np.testing.assert_array_equal(flipped, y)


@settings(max_examples=40)
@given(case=conv_cases(conv1d_specs(), depths=("floats",)))
def test_it_is_onnx_runtimes_where_the_border_is_zeros(case: Case) -> None:
    spec = case.spec
    _, _, before, after = spec.pads
    weight = case.weight[..., ::-1] if spec.flip else case.weight
    zeros = Conv1dSpec(**{**vars(spec), "padding_mode": "zeros"})
    y = CONV1D.fast(zeros, case.x, case.weight, case.bias)
    for row, computed in zip(case.x.transpose(1, 0, 2), y.transpose(1, 0, 2), strict=True):
        expected = run(
            "Conv",
            row[None],
            weight[:, :, 0].astype(np.float32),
            case.bias.astype(np.float32),
            strides=[spec.stride[1]],
            pads=[before, after],
            dilations=[spec.dilation[1]],
            group=spec.groups,
        )[0]
        np.testing.assert_allclose(computed, expected, rtol=0, atol=1e-5 * case.scale)


def test_it_is_the_numeric_librarys() -> None:
    rng = np.random.default_rng(0)
    x, weight = rng.normal(size=(2, 1, 20)).astype(np.float32), rng.normal(size=(2, 1, 1, 3))
    spec = Conv1dSpec(stride=(1, 2), padding=(0, 0, 2, 2), in_channels=2, out_channels=2, groups=2)
    expected = functional.conv1d(x[:, 0], weight[:, :, 0].astype(np.float32), stride=2, padding=2, groups=2)
    np.testing.assert_allclose(CONV1D.fast(spec, x, weight)[:, 0], expected, atol=1e-5)


def test_rows_do_not_meet() -> None:
    x = np.arange(12.0, dtype=np.float32).reshape(1, 3, 4)
    weight = np.array([1.0, 2.0, 3.0]).reshape(1, 1, 1, 3)
    spec = Conv1dSpec(padding="same")
    whole = CONV1D.fast(spec, x, weight)
    for row in range(3):
        np.testing.assert_array_equal(whole[:, row], CONV1D.fast(spec, x[:, row : row + 1], weight)[:, 0])


@pytest.mark.parametrize(
    ("spec", "offset"),
    [
        (Conv1dSpec(padding=(0, 0, 2, 2), flip=True), 0),
        (Conv1dSpec(padding="same", flip=True), 1),
        (Conv1dSpec(padding="same"), -1),
        (Conv1dSpec(dilation=(1, 2), flip=True), 4),
    ],
)
def test_the_offset_says_where_the_first_weight_reads(spec: Conv1dSpec, offset: int) -> None:
    assert spec.offset == offset
    weight = np.array([1.0, 0.0, 0.0]).reshape(1, 1, 1, 3)
    y = CONV1D.fast(spec, X, weight)[0, 0]
    n = 2
    assert y[n] == X[0, 0, n + offset]


def test_it_has_no_bias_to_count() -> None:
    assert CONV1D.cost(Conv1dSpec(), (1, 1, 8)) == Cost(weights=3, biases=0, macs=18, output_cells=6)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"kernel_size": (2, 3)}, "not 2, 1, 1"),
        ({"stride": (2, 1)}, "not 1, 2, 1"),
        ({"dilation": (3, 1)}, "not 1, 1, 3"),
        ({"padding": (1, 0, 0, 0)}, "and 1, 0"),
        ({"binary": True, "padding_mode": "constant", "padding_value": 2.0}, "not with 2"),
        ({"binary": True, "activation": "relu"}, "not 'relu'"),
    ],
)
def test_what_is_no_1d_convolution_is_refused(wrong: dict[str, Any], says: str) -> None:
    with pytest.raises(SpecError, match=says):
        Conv1dSpec(**wrong)


@pytest.mark.parametrize("way", ["fast", "reference", "trace"])
def test_a_code_takes_bits_only(way: str) -> None:
    spec, weight = encoder("111", "101")
    bits = np.array([[[0, 1]]], np.uint8)
    for operands in ((bits + 1, weight), (bits, weight * 0.5)):
        with pytest.raises(SpecError) as refused:
            getattr(CONV1D, way)(spec, *operands)
        assert refused.value.code == "not_binary"
