"""unfold and fold: the windows as columns, against ONNX Runtime's Col2Im and the convolution they compute."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz import functional
from convviz.core.errors import SpecError
from tests.functional.oracle import Array, counted, ones, onnx


@st.composite
def windows(draw: st.DrawFn) -> tuple[Array, dict[str, Any]]:
    """Images and windows that fit them."""
    each = lambda low, high: draw(st.tuples(*[st.integers(low, high)] * 2))  # noqa: E731
    kernel, stride, padding, dilation = each(1, 4), each(1, 3), each(0, 2), each(1, 3)
    spans = [d * (k - 1) + 1 - 2 * p for k, p, d in zip(kernel, padding, dilation, strict=True)]
    shape = [max(1, span) + more for span, more in zip(spans, each(0, 5), strict=True)]
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    x = rng.integers(-9, 9, (draw(st.integers(1, 2)), draw(st.integers(1, 3)), *shape)).astype(np.float32)
    return x, {"kernel_size": kernel, "dilation": dilation, "padding": padding, "stride": stride}


@given(windows())
def test_filters_times_columns_are_the_convolution(drawn: tuple[Array, dict[str, Any]]) -> None:
    x, options = drawn
    columns = functional.unfold(x, **options)
    assert columns.dtype == np.float32
    kernel = options.pop("kernel_size")
    filters = np.arange(2 * x.shape[1] * np.prod(kernel)).reshape(2, -1).astype(np.float32)
    product = filters @ columns
    expected = functional.conv2d(x, filters.reshape(2, x.shape[1], *kernel), **options)
    np.testing.assert_array_equal(product.reshape(expected.shape), expected)
    np.testing.assert_array_equal(functional.unfold(x[0], kernel, **options), columns[0])


@given(windows())
def test_fold_is_onnx_runtimes_col2im(drawn: tuple[Array, dict[str, Any]]) -> None:
    x, options = drawn
    columns = functional.unfold(x.astype(np.float64), **options)
    folded = functional.fold(columns, x.shape[2:], **options)
    assert folded.dtype == np.float64
    expected = onnx(
        *("Col2Im", columns.astype(np.float32), np.array(x.shape[2:]), np.array(options["kernel_size"])),
        dilations=options["dilation"],
        pads=options["padding"] * 2,
        strides=options["stride"],
    )
    np.testing.assert_array_equal(folded, expected)
    np.testing.assert_array_equal(functional.fold(columns[0], x.shape[2:], **options), folded[0])


@given(windows())
def test_fold_counts_how_often_unfold_copied_each_pixel(drawn: tuple[Array, dict[str, Any]]) -> None:
    x, options = drawn
    size = x.shape[2:]
    copies = functional.fold(functional.unfold(np.ones_like(x), **options), size, **options)
    np.testing.assert_array_equal(
        functional.fold(functional.unfold(x, **options), size, **options), x * copies
    )


def test_the_windows_of_a_small_picture() -> None:
    columns = functional.unfold(counted(1, 3, 3), 2)
    assert columns.T.tolist() == [[1, 2, 4, 5], [2, 3, 5, 6], [4, 5, 7, 8], [5, 6, 8, 9]]
    assert functional.fold(ones(4, 4), 3, 2).tolist() == [[[1, 2, 1], [2, 4, 2], [1, 2, 1]]]
    assert functional.unfold(counted(1, 1, 2), (1, 3), padding=(0, 1)).T.tolist() == [[0, 1, 2], [1, 2, 0]]


def test_a_batch_of_nothing_has_a_shape() -> None:
    assert functional.unfold(ones(0, 3, 5, 5), 2).shape == (0, 12, 16)
    assert functional.fold(ones(0, 12, 16), 5, 2).shape == (0, 3, 5, 5)


@pytest.mark.parametrize(
    ("shape", "options"),
    [
        *((shape, {}) for shape in ((5, 5), (1, 1, 1, 5, 5), (1, 0, 5, 5), (0, 5, 5), (1, 5, 0))),
        *(((1, 5, 5), {"kernel_size": k}) for k in (6, 0, -1, (2,), (2, 2, 2), (), 2.0, True, "2")),
        *(((1, 5, 5), {"dilation": d}) for d in (5, 0, (1,), 1.0)),
        *(((1, 5, 5), {"padding": p}) for p in (-1, (0,), "same", None)),
        *(((1, 5, 5), {"stride": s}) for s in (0, -2, (1,), (1, 0))),
    ],
)
def test_unfold_refuses_what_torch_refuses(shape: tuple[int, ...], options: dict[str, Any]) -> None:
    with pytest.raises(SpecError):
        functional.unfold(ones(*shape), **{"kernel_size": 2} | options)


@pytest.mark.parametrize(
    ("shape", "options"),
    [
        *((shape, {}) for shape in ((16,), (1, 1, 4, 16), (1, 5, 16), (1, 4, 15), (1, 4, 17), (1, 0, 16))),
        *(((1, 4, 16), {"output_size": n}) for n in (4, 1, 0, -5, (5,), (5, 5, 5), 5.0)),
        *(((1, 4, 16), {"kernel_size": k}) for k in (3, 0, (2,), 2.0)),
        *(((1, 4, 16), {name: n}) for name in ("dilation", "padding", "stride") for n in (2, -1, (1,))),
    ],
)
def test_fold_refuses_what_torch_refuses(shape: tuple[int, ...], options: dict[str, Any]) -> None:
    with pytest.raises(SpecError):
        functional.fold(ones(*shape), **{"output_size": 5, "kernel_size": 2} | options)


def test_other_types_are_refused() -> None:
    for call in (lambda x: functional.unfold(x, 1), lambda x: functional.fold(x, (1, 2), 1)):
        with pytest.raises(SpecError, match="int64"):
            call(np.ones((1, 2, 2), np.int64))
