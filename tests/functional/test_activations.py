"""Activations, softmax and the linear layer against ONNX Runtime, and PyTorch 2.13's particular results."""

from __future__ import annotations

from math import inf, nan
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from convviz import functional
from convviz.core.errors import SpecError
from tests.functional.oracle import Array, counted, ones, onnx

SHAPES = arrays.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4)
OPERATORS = {"relu": "Relu", "sigmoid": "Sigmoid", "tanh": "Tanh"}


@st.composite
def numbers(draw: st.DrawFn, shapes: st.SearchStrategy[tuple[int, ...]] = SHAPES) -> Array:
    """Arrays of float32 of every shape, some of their numbers large."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    spread = draw(st.sampled_from((1, 30, 500)))
    return np.asarray(rng.normal(size=draw(shapes)) * spread, np.float32)


@pytest.mark.parametrize("name", list(OPERATORS))
@given(numbers())
def test_each_number_is_onnx_runtimes(name: str, x: Array) -> None:
    y, exact = (functional.FUNCTIONS[name](array) for array in (x, x.astype(np.float64)))
    assert (y.dtype, exact.dtype) == (np.float32, np.float64)
    for result in (y, exact):
        np.testing.assert_allclose(result, onnx(OPERATORS[name], x), atol=2e-6)


@given(numbers(), st.sampled_from((0.01, 0.2, -1.5, 0)))
def test_leaky_relu_is_onnx_runtimes(x: Array, slope: float) -> None:
    expected = onnx("LeakyRelu", x, alpha=float(slope))
    np.testing.assert_allclose(functional.leaky_relu(x, slope), expected, rtol=1e-6)


@pytest.mark.parametrize(("name", "operator"), [("softmax", "Softmax"), ("log_softmax", "LogSoftmax")])
@given(x=numbers(arrays.array_shapes(min_dims=1, max_dims=4, max_side=4)), data=st.data())
def test_softmax_is_onnx_runtimes(name: str, operator: str, x: Array, data: st.DataObject) -> None:
    dim = data.draw(st.integers(-x.ndim, x.ndim - 1))
    y = functional.FUNCTIONS[name](x, dim)
    assert y.dtype == np.float32
    np.testing.assert_allclose(y, onnx(operator, x, axis=dim), rtol=1e-5, atol=1e-5)
    np.testing.assert_array_equal(functional.FUNCTIONS[name](x, np.int64(dim)), y)


@given(data=st.data())
def test_linear_is_onnx_runtimes_gemm(data: st.DataObject) -> None:
    n, features, outputs = (data.draw(st.integers(1, 5)) for _ in range(3))
    rng = np.random.default_rng(data.draw(st.integers(0, 2**32 - 1)))
    x, weight, bias = (
        rng.normal(size=shape).astype(np.float32)
        for shape in ((n, features), (outputs, features), (outputs,))
    )
    expected = onnx("Gemm", x, weight, bias, transB=1)
    np.testing.assert_allclose(functional.linear(x, weight, bias), expected, atol=1e-5)
    np.testing.assert_allclose(functional.linear(x[0], weight, bias), expected[0], atol=1e-5)
    np.testing.assert_allclose(functional.linear(x[None], weight, bias)[0], expected, atol=1e-5)
    exact = functional.linear(x.astype(np.float64), weight.astype(np.float64))
    np.testing.assert_allclose(exact + bias, expected, atol=1e-5)


def test_linear_of_a_weight_of_one_dimension_has_none() -> None:
    assert functional.linear(counted(3), ones(3)) == 6
    assert functional.linear(counted(2, 3), ones(3), np.float32(1)).tolist() == [7, 16]
    assert functional.linear(counted(2, 3), ones(2, 3), counted(2, 2)).tolist() == [[7, 8], [18, 19]]
    assert functional.linear(ones(0, 3), ones(2, 3)).shape == (0, 2)
    assert functional.linear(ones(4, 0), ones(2, 0), counted(2)).tolist() == [[1, 2]] * 4


def test_what_is_no_number_stays_none() -> None:
    x = np.array([nan, -inf, inf])
    np.testing.assert_array_equal(functional.relu(x), [nan, 0, inf])
    np.testing.assert_array_equal(functional.leaky_relu(x, 0), [nan, nan, inf])  # −∞ · 0
    np.testing.assert_array_equal(functional.sigmoid(x), [nan, 0, 1])
    np.testing.assert_array_equal(functional.tanh(x), [nan, -1, 1])
    for lost in ([inf, 1], [-inf, -inf]):
        assert np.isnan(functional.softmax(np.array(lost), 0)).all()
    assert functional.log_softmax(np.array([-inf, 1.0]), 0).tolist() == [-inf, 0]


def test_large_numbers_do_not_overflow() -> None:
    assert functional.softmax(np.array([1000.0, 1000.0]), 0).tolist() == [0.5, 0.5]
    assert functional.log_softmax(np.array([-1000.0, 0.0]), 0).tolist() == [-1000, 0]
    assert functional.sigmoid(np.array([-1000.0, 1000.0])).tolist() == [0, 1]


def test_in_place_writes_into_the_input() -> None:
    x = np.array([-1.0, 2.0])
    assert functional.relu(x) is not x
    assert x[0] == -1
    assert functional.leaky_relu(x, 0.5, inplace=True) is x
    assert x.tolist() == [-0.5, 2]
    functional.relu(x, True)
    assert x.tolist() == [0, 2]


@pytest.mark.parametrize(
    ("shape", "dim"), [((), 0), ((4,), 0), ((2, 3), 1), ((2, 3, 4), 0), ((2, 2, 2, 2), 1)]
)
def test_the_dimension_that_torch_takes_where_none_is_given(shape: tuple[int, ...], dim: int) -> None:
    x = np.random.default_rng(0).normal(size=shape)
    np.testing.assert_array_equal(functional.softmax(x), functional.softmax(x, dim))


def test_another_type_to_compute_in() -> None:
    assert functional.softmax(np.array([0, 0]), 0, dtype=np.float32).dtype == np.float32
    assert functional.log_softmax(ones(2, 2), 1, dtype=np.float64).dtype == np.float64


def test_pieces_make_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    x = np.random.default_rng(0).normal(size=(5, 6, 7))
    whole = functional.softmax(x, 1), functional.tanh(x)
    monkeypatch.setattr("convviz.core.nd.boxes.CELLS", 10)
    np.testing.assert_array_equal(functional.softmax(x, 1), whole[0])
    np.testing.assert_array_equal(functional.tanh(x), whole[1])


@pytest.mark.parametrize("name", ["relu", "leaky_relu", "sigmoid", "tanh", "softmax", "log_softmax"])
@pytest.mark.parametrize("dtype", [np.int64, np.uint8, np.float16, np.complex64, bool])
def test_other_types_are_refused(name: str, dtype: Any) -> None:
    with pytest.raises(SpecError):
        functional.FUNCTIONS[name](np.ones(3, dtype))


@pytest.mark.parametrize("name", ["softmax", "log_softmax"])
@pytest.mark.parametrize("dim", [2, -3, True, 1.0, "1"])
def test_a_dimension_that_there_is_not_is_refused(name: str, dim: Any) -> None:
    with pytest.raises(SpecError):
        functional.FUNCTIONS[name](ones(2, 2), dim)
    with pytest.raises(SpecError):
        functional.FUNCTIONS[name](ones(2, 2), 1, dtype=np.int32)


@pytest.mark.parametrize("slope", ["0.1", None, (0.1,)])
def test_a_slope_that_is_no_number_is_refused(slope: Any) -> None:
    with pytest.raises(SpecError):
        functional.leaky_relu(ones(2), slope)


@pytest.mark.parametrize(
    ("x", "weight", "bias"),
    [
        (ones(2, 3), ones(2, 4), None),
        (ones(2, 3), ones(1, 2, 3), None),
        (np.float32(1), ones(2, 1), None),
        (ones(2, 3), np.float32(1), None),
        (ones(2, 3), ones(2, 3), ones(3)),
        (ones(3), ones(2, 3), ones(4, 2)),
        (ones(3), ones(3), ones(1)),
        (ones(2, 3), ones(2, 3, dtype=np.float64), None),
        (ones(2, 3), ones(2, 3), ones(2, dtype=np.float64)),
        (ones(2, 3, dtype=np.int32), ones(2, 3, dtype=np.int32), None),
    ],
)
def test_linear_refuses_what_torch_refuses(x: Array, weight: Array, bias: Array | None) -> None:
    with pytest.raises(SpecError):
        functional.linear(x, weight, bias)
