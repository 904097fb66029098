"""conv1d to conv3d: what torch.nn.functional gives (numbers from version 2.13), and what it refuses."""

from __future__ import annotations

import doctest
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz import functional
from convviz.core.errors import SpecError
from convviz.core.spec import MAX_KERNEL
from tests.core.strategies import Array, Case, conv_cases, conv_specs, pairs
from tests.functional.oracle import counted, ones, onnx


def test_the_example_of_the_module() -> None:
    results = doctest.testmod(functional)
    assert (results.attempted, results.failed) == (4, 0)


# --- conv2d


@given(
    conv_cases(conv_specs(activations=("none",)), depths=("floats",)),
    st.integers(1, 3),
    pairs(0, 4),
)
def test_a_batch_is_onnx_runtimes_conv(case: Case, n: int, pads: tuple[int, int]) -> None:
    spec = case.spec
    short = max(spec.span[0] - case.x.shape[1] - 2 * pads[0], spec.span[1] - case.x.shape[2] - 2 * pads[1])
    pads = pads if short <= 0 else (pads[0] + short, pads[1] + short)
    x = np.stack([case.x * (k + 1) for k in range(n)])
    weight, bias = case.weight.astype(np.float32), case.bias.astype(np.float32)
    y = functional.conv2d(x, weight, bias, spec.stride, pads, spec.dilation, spec.groups)
    expected = onnx(
        *("Conv", x, weight, bias),
        strides=spec.stride,
        pads=pads * 2,
        dilations=spec.dilation,
        group=spec.groups,
    )
    assert y.dtype == np.float32
    np.testing.assert_allclose(y, expected, rtol=0, atol=1e-5 * n * case.scale)
    unbatched = functional.conv2d(x[0], weight, bias, spec.stride, pads, spec.dilation, spec.groups)
    np.testing.assert_array_equal(unbatched, y[0])
    exact = functional.conv2d(
        *(operand.astype(np.float64) for operand in (x, weight, bias)),
        *(spec.stride, pads, spec.dilation, spec.groups),
    )
    assert exact.dtype == np.float64
    np.testing.assert_allclose(exact, expected, rtol=0, atol=1e-5 * n * case.scale)


def test_float64_keeps_what_float32_would_lose() -> None:
    x = np.full((1, 3, 3), 1 + 2.0**-40)
    assert functional.conv2d(x, ones(1, 1, 1, 1, dtype=np.float64))[0, 0, 0] == 1 + 2.0**-40


@pytest.mark.parametrize("size", [2, (2,), [2], np.int64(2), (2, 2), (np.int32(2), 2)])
def test_one_number_or_two_or_a_tuple_of_one(size: Any) -> None:
    x, w = counted(1, 1, 9, 9), counted(1, 1, 3, 3)
    for name in ("stride", "padding", "dilation"):
        one, two = (functional.conv2d(x, w, **{name: value}) for value in (size, (2, 2)))
        np.testing.assert_array_equal(one, two)


def test_rows_come_before_columns() -> None:
    x, w = ones(1, 1, 9, 12), ones(1, 1, 3, 3)
    assert functional.conv2d(x, w, stride=(1, 2)).shape == (1, 1, 7, 5)
    assert functional.conv2d(x, w, padding=(1, 2)).shape == (1, 1, 9, 14)
    assert functional.conv2d(x, w, dilation=(1, 2)).shape == (1, 1, 7, 8)


def test_same_padding_of_even_kernels_is_torchs() -> None:
    same = functional.conv2d(ones(1, 5, 5), ones(1, 1, 2, 4), padding="same")
    np.testing.assert_array_equal(same[0, 0], [6, 8, 8, 6, 4])
    dilated = functional.conv2d(ones(1, 5, 5), ones(1, 1, 2, 4), padding="same", dilation=3)
    np.testing.assert_array_equal(dilated[0, :2], [[1, 2, 2, 1, 2], [2, 4, 4, 2, 4]])
    np.testing.assert_array_equal(
        functional.conv2d(ones(1, 5, 5), ones(1, 1, 3, 3), padding="valid"), np.full((1, 3, 3), 9)
    )


def test_a_batch_of_no_images_has_a_shape() -> None:
    assert functional.conv2d(ones(0, 1, 5, 5), ones(2, 1, 3, 3)).shape == (0, 2, 3, 3)


@pytest.mark.parametrize(
    ("dtype", "value"),
    [(np.uint8, 151), (np.int8, -105), (np.int16, 24471), (np.int32, 90007), (np.int64, 90007)],
)
def test_whole_numbers_wrap_around_as_torchs_do(dtype: Any, value: int) -> None:
    y = functional.conv2d(
        ones(1, 1, 5, 5, dtype=dtype) * 100, ones(1, 1, 3, 3, dtype=dtype) * 100, ones(1, dtype=dtype) * 7
    )
    assert y.dtype == dtype
    np.testing.assert_array_equal(y, np.full((1, 1, 3, 3), value))


def test_half_and_complex_numbers() -> None:
    many = [ones(*shape, dtype=np.float16) for shape in ((1, 3, 683), (1, 1, 3, 683), (1,))]
    assert functional.conv2d(*many) == 2050  # float16 itself has no 2049 to add the bias of 1 to
    half = functional.conv2d(ones(1, 5, 5, dtype=np.float16) * 300, ones(1, 1, 3, 3, dtype=np.float16) * 100)
    assert half.dtype == np.float16
    assert np.isposinf(half).all()
    turned = functional.conv2d(ones(1, 5, 5, dtype=np.complex64), ones(1, 1, 3, 3, dtype=np.complex64) * 1j)
    np.testing.assert_array_equal(turned, np.full((1, 3, 3), 9j))


def test_zero_times_infinity_is_no_number() -> None:
    x = ones(1, 12, 12)
    x[0, 6, 6] = np.inf
    weight = np.zeros((1, 1, 8, 8), np.float32)
    y = functional.conv2d(x, weight)
    assert np.isnan(y).all()
    x[0, 6, 6], x[0, 11, 11] = 1, np.inf
    y = functional.conv2d(x, weight)
    assert np.isnan(y[0, 4, 4])
    assert np.count_nonzero(np.isnan(y)) == 1


def test_sums_beyond_float32_are_infinite_without_a_warning() -> None:
    assert np.isposinf(functional.conv2d(ones(1, 3, 3) * 3e38, ones(1, 1, 3, 3))).all()


def test_kernels_may_be_larger_than_the_programs() -> None:
    y = functional.conv2d(ones(1, 1, 70, 70), ones(1, 1, MAX_KERNEL + 2, MAX_KERNEL + 3))
    np.testing.assert_allclose(y, np.full((1, 1, 6, 5), 4290), rtol=1e-6)


def test_lists_of_numbers_are_read() -> None:
    assert functional.conv2d([[[1.0, 2.0]]], [[[[10.0]]]]).tolist() == [[[10, 20]]]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("x", "weight", "options"),
    [
        (ones(5, 5), ones(1, 1, 3, 3), {}),
        (ones(1, 1, 1, 5, 5), ones(1, 1, 3, 3), {}),
        (ones(1, 1, 5, 5), ones(1, 3, 3), {}),
        (ones(1, 2, 5, 5), ones(1, 3, 3, 3), {}),
        (ones(1, 4, 5, 5), ones(3, 2, 3, 3), {"groups": 2}),
        (ones(1, 3, 5, 5), ones(4, 1, 3, 3), {"groups": 2}),
        (ones(1, 1, 5, 5), ones(1, 1, 7, 3), {}),
        (ones(0, 1, 5, 5), ones(2, 1, 7, 3), {}),
        (ones(0, 2, 5, 5), ones(2, 1, 3, 3), {}),
        (ones(1, 1, 5, 5), ones(1, 1, 0, 3), {}),
        (ones(1, 1, 5, 5), ones(0, 1, 3, 3), {}),
        (ones(1, 1, 0, 5), ones(1, 1, 3, 3), {"padding": 2}),
        *((ones(1, 1, 5, 5), ones(1, 1, 3, 3), {"groups": groups}) for groups in (0, -1, True, 1.0, None)),
        *(
            (ones(1, 1, 5, 5), ones(1, 1, 3, 3), {name: size})
            for name in ("stride", "dilation")
            for size in (0, -1, (1, 2, 3), (), (1, 1, 1, 1), True, 1.0, "same", None, (True, 1), (0, 1))
        ),
        *(
            (ones(1, 1, 5, 5), ones(1, 1, 3, 3), {"padding": size})
            for size in (-1, (1, 2, 3), (), (1, 1, 1, 1), True, 1.0, "SAME", None, (-1, 0), (0, -1))
        ),
        *((ones(1, 1, 5, 5), ones(1, 1, 3, 3), {"padding": "same", "stride": s}) for s in (2, (1, 2))),
        *((ones(1, 1, 5, 5), ones(2, 1, 3, 3), {"bias": b}) for b in (ones(3), ones(2, 1), ones(1), ones())),
        *(
            (ones(1, 1, 5, 5, dtype=t), ones(1, 1, 3, 3, dtype=t), {})
            for t in (bool, np.uint16, np.uint32, object)
        ),
        (ones(1, 1, 5, 5), ones(1, 1, 3, 3, dtype=np.float64), {}),
        (ones(1, 1, 5, 5), ones(1, 1, 3, 3), {"bias": ones(1, dtype=np.float64)}),
    ],
)
def test_what_torch_refuses_is_refused(x: Array, weight: Array, options: dict[str, Any]) -> None:
    with pytest.raises(SpecError):
        functional.conv2d(x, weight, **options)


def test_an_input_without_channels_is_refused() -> None:
    with pytest.raises(SpecError, match="in_channels must be at least 1, not 0"):
        functional.conv2d(ones(1, 0, 5, 5), ones(2, 0, 3, 3))


# --- one and three axes


@st.composite
def layers(draw: st.DrawFn, axes: int) -> dict[str, Any]:
    """Numbers of a convolution along `axes` axes, and an input that it fits."""
    each = lambda low, high: draw(st.tuples(*[st.integers(low, high)] * axes))  # noqa: E731
    groups, ins, outs = draw(st.integers(1, 3)), draw(st.integers(1, 3)), draw(st.integers(1, 3))
    kernel, stride, padding, dilation = each(1, 4), each(1, 3), each(0, 2), each(1, 3)
    spans = [d * (k - 1) + 1 - 2 * p for k, p, d in zip(kernel, padding, dilation, strict=True)]
    shape = [max(1, span) + more for span, more in zip(spans, each(0, 4), strict=True)]
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    return {
        "x": rng.normal(size=(draw(st.integers(1, 2)), groups * ins, *shape)).astype(np.float32),
        "weight": rng.normal(size=(groups * outs, ins, *kernel)).astype(np.float32),
        "bias": rng.normal(size=groups * outs).astype(np.float32),
        "stride": stride,
        "padding": padding,
        "dilation": dilation,
        "groups": groups,
    }


@pytest.mark.parametrize("axes", [1, 2, 3])
@given(data=st.data())
def test_every_number_of_axes_is_onnx_runtimes_conv(data: st.DataObject, axes: int) -> None:
    layer = data.draw(layers(axes))
    x, weight, bias = (layer.pop(name) for name in ("x", "weight", "bias"))
    conv = functional.FUNCTIONS[f"conv{axes}d"]
    expected = onnx(
        *("Conv", x, weight, bias),
        strides=layer["stride"],
        pads=layer["padding"] * 2,
        dilations=layer["dilation"],
        group=layer["groups"],
    )
    y = conv(x, weight, bias, **layer)
    assert y.dtype == np.float32
    np.testing.assert_allclose(y, expected, rtol=0, atol=1e-4)
    np.testing.assert_array_equal(conv(x[0], weight, bias, **layer), y[0])
    exact = conv(*(operand.astype(np.float64) for operand in (x, weight, bias)), **layer)
    assert exact.dtype == np.float64
    np.testing.assert_allclose(exact, expected, rtol=0, atol=1e-4)


def test_a_flipped_row_is_the_product_of_polynomials() -> None:
    y = functional.conv1d([[1.0, 2, 3]], np.array([[[1.0, 10, 100]]])[..., ::-1], padding=2)
    assert y.tolist() == [[1, 12, 123, 230, 300]]


def test_one_axis_pads_the_odd_cell_after() -> None:
    assert functional.conv1d(counted(1, 4), ones(1, 1, 2), padding="same").tolist() == [[3, 5, 7, 4]]
    assert functional.conv1d(counted(1, 4), ones(1, 1, 2), padding="valid").tolist() == [[3, 5, 7]]


@pytest.mark.parametrize("axes", [1, 2, 3])
@given(data=st.data())
def test_same_tf_is_onnx_runtimes_same_upper(data: st.DataObject, axes: int) -> None:
    each = lambda low, high: data.draw(st.tuples(*[st.integers(low, high)] * axes))  # noqa: E731
    stride, dilation = each(1, 3), each(1, 2)
    kernel = [max(k, s) for k, s in zip(each(1, 4), stride, strict=True)]  # see test_same_padding
    x = data.draw(st.integers(1, 2)) * counted(1, 2, *each(1, 8))
    weight = counted(3, 2, *kernel)
    spread = np.zeros((3, 2, *(d * (k - 1) + 1 for k, d in zip(kernel, dilation, strict=True))), np.float32)
    spread[(..., *(slice(None, None, d) for d in dilation))] = weight  # it has no dilation beside auto_pad
    expected = onnx("Conv", x, spread, auto_pad="SAME_UPPER", strides=list(stride))
    conv = functional.FUNCTIONS[f"conv{axes}d"]
    y = conv(x, weight, stride=stride, padding="same-tf", dilation=dilation)
    assert y.shape[2:] == tuple(-(-i // s) for i, s in zip(x.shape[2:], stride, strict=True))
    np.testing.assert_allclose(y, expected, rtol=1e-6)


def test_same_keeps_pytorchs_refusal_beside_tensorflows() -> None:
    x, weight = ones(1, 6), ones(1, 1, 3)
    assert functional.conv1d(x, weight, stride=2, padding="same-tf").tolist() == [[3, 3, 2]]
    with pytest.raises(SpecError, match="padding 'same' needs stride 1, not 2"):
        functional.conv1d(x, weight, stride=2, padding="same")
    with pytest.raises(SpecError, match="stride must be at least 1, not 0"):
        functional.conv2d(x[None], weight[None], stride=0, padding="same-tf")


def test_an_inside_of_a_volume() -> None:
    assert functional.conv3d(ones(1, 3, 3, 3), ones(1, 1, 3, 3, 3), padding=1)[0, 1, 0].tolist() == [
        12,
        18,
        12,
    ]


def test_many_channels_are_summed_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = (
        functional.conv1d(counted(7, 40), counted(4, 7, 3)),
        functional.conv_transpose1d(counted(7, 40), counted(7, 4, 3), stride=2),
    )
    monkeypatch.setattr("convviz.core.nd.boxes.CELLS", 16)
    monkeypatch.setattr("convviz.core.nd.convolve.CELLS", 8)
    monkeypatch.setattr("convviz.core.nd.convolve.COPIED", 12)
    np.testing.assert_allclose(functional.conv1d(counted(7, 40), counted(4, 7, 3)), whole[0])
    parts = functional.conv_transpose1d(counted(7, 40), counted(7, 4, 3), stride=2)
    np.testing.assert_allclose(parts, whole[1])


@pytest.mark.parametrize("axes", [1, 3])
@pytest.mark.parametrize(
    ("shape", "weight", "options"),
    [
        ((5,), (1, 1, 3), {}),
        ((1, 1, 1, 5), (1, 1, 3), {}),
        ((1, 2, 5), (1, 3, 3), {}),
        ((1, 1, 5), (1, 3), {}),
        ((1, 1, 5), (0, 1, 3), {}),
        ((1, 1, 5), (1, 1, 0), {}),
        ((1, 4, 5), (3, 2, 3), {"groups": 2}),
        ((1, 1, 5), (1, 1, 6), {}),
        ((1, 1, 0), (1, 1, 3), {"padding": 3}),
        ((1, 1, 5), (2, 1, 3), {"bias": ones(3)}),
        *(((1, 1, 5), (1, 1, 3), {"padding": padding}) for padding in (-1, (1, 1), "full", 1.0, None)),
        *(((1, 1, 5), (1, 1, 3), {name: n}) for name in ("stride", "dilation") for n in (0, (1, 2), 1.0)),
        *(((1, 1, 5), (1, 1, 3), {"groups": groups}) for groups in (0, 2, True)),
        ((1, 1, 5), (1, 1, 3), {"padding": "same", "stride": 2}),
    ],
)
def test_one_and_three_axes_refuse_what_torch_refuses(
    shape: tuple[int, ...], weight: tuple[int, ...], options: dict[str, Any], axes: int
) -> None:
    more = (shape[-1],) * (axes - 1), (weight[-1],) * (axes - 1)
    with pytest.raises(SpecError):
        functional.FUNCTIONS[f"conv{axes}d"](ones(*shape, *more[0]), ones(*weight, *more[1]), **options)


def test_one_axis_refuses_mixed_and_other_types() -> None:
    for x, weight in ((ones(1, 5), ones(1, 1, 3, dtype=np.float64)), (ones(1, 5) > 0, ones(1, 1, 3) > 0)):
        with pytest.raises(SpecError):
            functional.conv1d(x, weight)


def test_half_precision_rows_are_summed_in_single() -> None:
    many = functional.conv1d(ones(1, 2049, dtype=np.float16), ones(1, 1, 2049, dtype=np.float16))
    assert many.dtype == np.float16
    assert many == 2048  # 2049 rounded once, to the even neighbour
