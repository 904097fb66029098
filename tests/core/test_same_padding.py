"""TensorFlow's SAME against ONNX Runtime's SAME_UPPER, its definition, and PyTorch's 'same'."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from convviz import functional
from convviz.core.operations import OPERATIONS
from convviz.core.same_padding import in_cells, tensorflow_same, tensorflow_same_transposed
from convviz.core.sizes import output_size
from convviz.core.spec import ConvSpec
from convviz.core.transposed_spec import TransposedSpec, same_transposed
from tests.functional.oracle import onnx

SIZES = st.integers(1, 12), st.integers(1, 5), st.integers(1, 4)


@given(*SIZES)
def test_it_is_onnx_runtimes_same_upper(i: int, k: int, s: int) -> None:
    k = max(k, s)  # between smaller windows lie cells that none reads, and ONNX Runtime starts later
    x, weight = np.arange(1, i + 1, dtype=np.float32)[None, None], np.ones((1, 1, k), np.float32)
    expected = onnx("Conv", x, weight, auto_pad="SAME_UPPER", strides=[s])
    padded = functional.pad(x, tensorflow_same(i, k, s))
    np.testing.assert_array_equal(functional.conv1d(padded, weight, stride=s), expected)


@given(*SIZES, st.integers(1, 3))
def test_it_is_the_least_that_makes_so_many_cells(i: int, k: int, s: int, d: int) -> None:
    before, after = tensorflow_same(i, k, s, d)
    cells = -(-i // s)
    assert output_size(i, k, s, (before, after), d) == cells
    assert before <= after <= before + 1
    if after:
        fewer = i + before + after - 1
        assert fewer < d * (k - 1) + 1 or output_size(fewer, k, s, d=d) < cells


@given(st.integers(1, 12), st.integers(1, 5), st.integers(1, 3))
def test_at_stride_1_it_is_pytorchs_same(i: int, k: int, d: int) -> None:
    spec = ConvSpec(kernel_size=(k, 1), dilation=(d, 1), padding="same")
    assert tensorflow_same(i, k, 1, d) == spec.pads[:2]


def test_the_padding_follows_the_size() -> None:
    assert (tensorflow_same(6, 3, 2), tensorflow_same(7, 3, 2)) == ((0, 1), (1, 1))
    assert tensorflow_same(5, 1, 3) == (0, 0)


def test_a_picture_gives_its_cells_and_other_paddings_stay() -> None:
    layer = ((6, 7), (3, 3), (2, 2), (1, 1))
    assert in_cells("same-tf", *layer) == (0, 1, 1, 1)
    assert in_cells("same", *layer) == "same"
    assert in_cells((1, 2, 3, 4), *layer) == (1, 2, 3, 4)


@given(*SIZES, st.integers(1, 3))
def test_transposed_it_is_onnx_runtimes_and_tensorflows(i: int, k: int, s: int, d: int) -> None:
    """TensorFlow adds the cells that stamps shorter than the stride leave out; ONNX Runtime does not."""
    rng = np.random.default_rng(i)
    x, weight = rng.random((1, i, 1), np.float32), rng.random((1, 1, k, 1), np.float32)
    spec = TransposedSpec((k, 1), (s, 1), dilation=(d, 1), **same_transposed((k, 1), (s, 1), (d, 1)))
    y = OPERATIONS["conv_transpose2d"].reference(spec, x, weight, np.zeros(1))
    assert y.shape == (1, i * s, 1)
    expected = onnx(
        "ConvTranspose", x[None], weight, auto_pad="SAME_UPPER", strides=[s, 1], dilations=[d, 1]
    )[0]
    np.testing.assert_allclose(y[:, : expected.shape[1]], expected, rtol=1e-5)
    assert expected.shape[1] == i * s - max(s - d * (k - 1) - 1, 0)
    assert not y[:, expected.shape[1] :].any()


@given(*SIZES, st.integers(1, 3))
def test_transposed_it_is_the_way_back_of_the_same_convolution(i: int, k: int, s: int, d: int) -> None:
    """As tf.nn.conv2d_transpose is defined: the gradient of the convolution that takes i · s cells to i."""
    before, after = tensorflow_same(i * s, k, s, d)
    cut, cut_after, added = tensorflow_same_transposed(k, s, d)
    assert (cut, cut_after) == (before, after)
    assert output_size(i * s, k, s, (before, after), d) == i
    assert added == max(s - d * (k - 1) - 1, 0)
