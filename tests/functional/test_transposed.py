"""conv_transpose1d to conv_transpose3d against ONNX Runtime, published numbers and the convolution itself."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz import functional
from convviz.core.errors import SpecError
from convviz.core.sizes import output_size
from convviz.core.transposed_sizes import sizes_taken_to, transposed_size
from tests.functional.oracle import counted, ones, onnx


@pytest.mark.parametrize("axes", [1, 2, 3])
@given(data=st.data())
def test_every_number_of_axes_is_onnx_runtimes_conv_transpose(data: st.DataObject, axes: int) -> None:
    draw = data.draw
    each = lambda low, high: draw(st.tuples(*[st.integers(low, high)] * axes))  # noqa: E731
    groups, ins, outs = draw(st.integers(1, 3)), draw(st.integers(1, 3)), draw(st.integers(1, 3))
    kernel, stride, dilation = each(1, 4), each(1, 3), each(1, 3)
    extra = tuple(draw(st.integers(0, s - 1)) for s in stride)
    shape, padding = each(1, 5), each(0, 2)
    sizes = zip(shape, kernel, stride, padding, extra, dilation, strict=True)
    padding = tuple(p if s * (i - 1) + d * (k - 1) + e >= 2 * p else 0 for i, k, s, p, e, d in sizes)
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    x = rng.normal(size=(draw(st.integers(1, 2)), groups * ins, *shape)).astype(np.float32)
    weight = rng.normal(size=(groups * ins, outs, *kernel)).astype(np.float32)
    bias = rng.normal(size=groups * outs).astype(np.float32)
    expected = onnx(
        *("ConvTranspose", x, weight, bias),
        strides=stride,
        pads=padding * 2,
        output_padding=extra,
        dilations=dilation,
        group=groups,
    )
    transpose = functional.FUNCTIONS[f"conv_transpose{axes}d"]
    options = (stride, padding, extra, groups, dilation)
    y = transpose(x, weight, bias, *options)
    assert y.dtype == np.float32
    np.testing.assert_allclose(y, expected, rtol=0, atol=1e-4)
    np.testing.assert_array_equal(transpose(x[0], weight, bias, *options), y[0])
    exact = transpose(*(operand.astype(np.float64) for operand in (x, weight, bias)), *options)
    assert exact.dtype == np.float64
    np.testing.assert_allclose(exact, expected, rtol=0, atol=1e-4)


@given(st.data())
def test_it_is_the_transpose_of_the_convolution(data: st.DataObject) -> None:
    """⟨conv(x), y⟩ = ⟨x, transposed(y)⟩, which defines a transpose, whatever the sizes."""
    k, s, p, d = (data.draw(st.integers(low, 3)) for low in (1, 1, 0, 1))
    p = min(p, d * (k - 1) // 2)  # a wider border would come back as fewer than no cells
    i = max(1, d * (k - 1) + 1 - 2 * p) + data.draw(st.integers(0, 5))
    rng = np.random.default_rng(data.draw(st.integers(0, 2**32 - 1)))
    x, w = rng.normal(size=(2, i)), rng.normal(size=(3, 2, k))
    there = functional.conv1d(x, w, None, s, p, d)
    o = there.shape[-1]
    y = rng.normal(size=(3, o))
    back = functional.conv_transpose1d(y, w, None, s, p, i - transposed_size(o, k, s, p, 0, d), 1, d)
    np.testing.assert_allclose((there * y).sum(), (x * back).sum(), atol=1e-9)


FIGURES = [
    *((4, 3, 1, 0, 1, 2), (5, 4, 1, 2, 1, 6), (5, 3, 1, 1, 1, 5), (5, 3, 1, 2, 1, 7)),
    *((5, 3, 2, 0, 1, 2), (5, 3, 2, 1, 1, 3), (6, 3, 2, 1, 1, 3), (7, 3, 1, 0, 2, 3)),
]


@pytest.mark.parametrize(("i", "k", "s", "p", "d", "o"), FIGURES)
def test_the_figures_of_the_guide_to_convolution_arithmetic_transpose_back(
    i: int, k: int, s: int, p: int, d: int, o: int
) -> None:
    assert transposed_size(o, k, s, p, int(i == 6), d) == i


@given(st.integers(1, 20), st.integers(1, 5), st.integers(1, 4), st.integers(0, 3), st.integers(1, 3))
def test_the_sizes_taken_to_a_size(o: int, k: int, s: int, p: int, d: int) -> None:
    """Counted one by one with the convolution's own formula."""
    fits = [i for i in range(1, 120) if i + 2 * p >= d * (k - 1) + 1 and output_size(i, k, s, p, d) == o]
    assert list(sizes_taken_to(o, k, s, p, d)) == fits


def test_stamps_that_never_meet_leave_gaps() -> None:
    assert functional.conv_transpose1d(counted(1, 2), ones(1, 1, 1), stride=3).tolist() == [[1, 0, 0, 2]]
    widened = functional.conv_transpose1d(counted(1, 2), counted(1, 1, 2), stride=2, output_padding=1)
    assert widened.tolist() == [[1, 2, 2, 4, 0]]
    assert functional.conv_transpose1d(
        counted(1, 2), ones(1, 1, 1), counted(1) * 5, output_padding=1, dilation=2
    ).tolist() == [[6, 7, 5]]


def test_a_batch_of_nothing_has_a_shape() -> None:
    assert functional.conv_transpose2d(ones(0, 1, 3, 4), ones(1, 2, 2, 2), stride=2).shape == (0, 2, 6, 8)


@pytest.mark.parametrize("axes", [1, 2, 3])
@pytest.mark.parametrize(
    ("shape", "weight", "options"),
    [
        ((3,), (1, 1, 3), {}),
        ((1, 1, 1, 3), (1, 1, 3), {}),
        ((1, 2, 3), (1, 1, 3), {}),
        ((1, 3, 3), (3, 1, 3), {"groups": 2}),
        ((1, 1, 3), (1, 3), {}),
        ((1, 1, 3), (1, 0, 3), {}),
        ((1, 1, 0), (1, 1, 3), {}),
        ((1, 1, 1), (1, 1, 3), {"padding": 2}),
        ((1, 1, 3), (1, 2, 3), {"bias": ones(3)}),
        *(((1, 1, 3), (1, 1, 3), {"output_padding": n}) for n in (1, -1, (1, 1, 1, 1), "same")),
        *(((1, 1, 3), (1, 1, 3), {"padding": n}) for n in (-1, "same", None)),
        *(((1, 1, 3), (1, 1, 3), {name: n}) for name in ("stride", "dilation", "groups") for n in (0, 1.0)),
    ],
)
def test_what_torch_refuses_is_refused(
    shape: tuple[int, ...], weight: tuple[int, ...], options: dict[str, Any], axes: int
) -> None:
    more = (shape[-1],) * (axes - 1), (weight[-1],) * (axes - 1)
    with pytest.raises(SpecError):
        functional.FUNCTIONS[f"conv_transpose{axes}d"](
            ones(*shape, *more[0]), ones(*weight, *more[1]), **options
        )


@pytest.mark.parametrize("dtype", [np.int64, np.float16, np.complex64, bool])
def test_other_types_are_refused(dtype: Any) -> None:
    with pytest.raises(SpecError, match="float32, float64"):
        functional.conv_transpose1d(ones(1, 3, dtype=dtype), ones(1, 1, 2, dtype=dtype))
