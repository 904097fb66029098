"""Max unpooling: the round trip, ONNX Runtime's MaxUnpool, and what PyTorch refuses."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz import functional
from convviz.core.errors import SpecError
from convviz.core.pool_sizes import unpool_size
from tests.functional.oracle import Array, counted, ones, onnx

ZEROS = np.zeros((1, 2, 2), np.int64)


@pytest.mark.parametrize("axes", [1, 2, 3])
@given(data=st.data())
def test_maxima_go_back_to_where_they_were(data: st.DataObject, axes: int) -> None:
    kernel = data.draw(st.integers(1, 3))
    stride = data.draw(st.integers(kernel, 4))
    shape = data.draw(st.tuples(*[st.integers(kernel, 9)] * axes))
    rng = np.random.default_rng(data.draw(st.integers(0, 2**32 - 1)))
    x = rng.permutation(2 * 3 * int(np.prod(shape))).reshape(2, 3, *shape).astype(np.float32) + 1
    y, indices = functional.FUNCTIONS[f"max_pool{axes}d"](x, kernel, stride, return_indices=True)
    unpool = functional.FUNCTIONS[f"max_unpool{axes}d"]
    fewest = [unpool_size(n, kernel, stride) for n in y.shape[2:]]
    back = unpool(y, indices, kernel, stride, output_size=shape)
    assert back.dtype == np.float32
    np.testing.assert_array_equal(back, np.where(np.isin(x, y), x, 0))
    np.testing.assert_array_equal(unpool(y[0], indices[0], kernel, stride, 0, list(x.shape)), back[0])
    if fewest == list(shape):
        np.testing.assert_array_equal(unpool(y, indices, kernel, stride), back)


@given(st.data())
def test_it_is_onnx_runtimes_max_unpool(data: st.DataObject) -> None:
    """Windows may overlap or leave gaps; an output_size is any that pooling takes to the input's."""
    each = lambda low, high: data.draw(st.tuples(*[st.integers(low, high)] * 2))  # noqa: E731
    (images, channels), size, kernel, stride = each(1, 3), each(1, 4), each(1, 3), each(1, 3)
    least = [unpool_size(n, k, s) for n, k, s in zip(size, kernel, stride, strict=True)]
    more = [data.draw(st.integers(0, s - 1)) for s in stride]
    shape = tuple(n + extra for n, extra in zip(least, more, strict=True))
    cells = shape[0] * shape[1]
    rng = np.random.default_rng(data.draw(st.integers(0, 2**32 - 1)))
    x = rng.normal(size=(images, channels, *size)).astype(np.float32)
    indices = rng.integers(0, cells, x.shape)  # of equal ones the last writes, there as here
    planes = np.arange(images * channels).reshape(images, channels, 1, 1)
    asked = [np.array([images, channels, *shape])] if any(more) else []
    theirs = indices + planes * cells  # ONNX counts on from plane to plane
    expected = onnx("MaxUnpool", x, theirs, *asked, kernel_shape=kernel, strides=stride)
    y = functional.max_unpool2d(x, indices, kernel, stride, output_size=shape if asked else None)
    np.testing.assert_array_equal(y, expected)


def test_of_equal_indices_the_last_writes() -> None:
    y = functional.max_unpool1d(counted(1, 4), np.ones((1, 4), np.int64), 2)
    assert y.tolist() == [[0, 4, 0, 0, 0, 0, 0, 0]]


def test_a_batch_of_nothing_has_a_shape() -> None:
    empty = np.zeros((0, 1, 2, 2), np.int64)
    assert functional.max_unpool2d(ones(0, 1, 2, 2), empty, 2).shape == (0, 1, 4, 4)


def test_padding_is_taken_away() -> None:
    y = functional.max_unpool2d(counted(1, 2, 2), np.arange(4).reshape(1, 2, 2), 2, 2, 1)
    assert y.tolist() == [[[1, 2], [3, 4]]]


@pytest.mark.parametrize(
    ("x", "indices", "options"),
    [
        *(
            (ones(1, 2, 2), indices, {})
            for indices in (ZEROS + 16, ZEROS - 1, ZEROS.astype(np.int32), ZEROS[0])
        ),
        *(
            (ones(1, 2, 2), ZEROS, {"output_size": size})
            for size in ((6, 5), (2, 4), (5,), (1, 5, 5), 5, (4.0, 4))
        ),
        *((ones(1, 2, 2), ZEROS, {"kernel_size": k}) for k in (0, 2.0, (2,), (2, 2, 2))),
        *((ones(1, 2, 2), ZEROS, {"stride": s}) for s in (0, (2,), "2")),
        *((ones(1, 2, 2), ZEROS, {"padding": p}) for p in (-1, 2, (0,))),
        (ones(2, 2), ZEROS[0], {}),
        (ones(1, 0, 2), ZEROS[:, :0], {}),
        (ones(1, 2, 2, dtype=np.int64), ZEROS, {}),
    ],
)
def test_what_torch_refuses_is_refused(x: Array, indices: Array, options: dict[str, Any]) -> None:
    with pytest.raises(SpecError):
        functional.max_unpool2d(x, indices, **{"kernel_size": 2} | options)


@pytest.mark.parametrize("axes", [1, 3])
def test_other_numbers_of_axes_refuse_too(axes: int) -> None:
    x, indices = ones(1, *[2] * axes), np.zeros((1, *[2] * axes), np.int64)
    unpool = functional.FUNCTIONS[f"max_unpool{axes}d"]
    for options in ({"output_size": 4}, {"output_size": [9] * axes}, {"kernel_size": 0}, {"stride": 1.5}):
        with pytest.raises(SpecError):
            unpool(x, indices, **{"kernel_size": 2} | options)
    with pytest.raises(SpecError, match=f"The index 99 lies outside .* {4**axes} cells"):
        unpool(x, indices + 99, 2)
