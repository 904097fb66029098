"""The public API: what torch.nn.functional gives (numbers from version 2.13), and what it refuses."""

from __future__ import annotations

import doctest
from typing import Any

import numpy as np
import onnxruntime
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onnx import helper

from convviz import functional
from convviz.core.errors import SpecError
from convviz.core.spec import MAX_KERNEL
from tests.core.strategies import Array, Case, conv_cases, conv_specs, pairs


def ones(*shape: int, dtype: Any = np.float32) -> Array:
    return np.ones(shape, dtype)


def counted(*shape: int, dtype: Any = np.float32) -> Array:
    """The numbers 1, 2, 3 … in an array."""
    return np.arange(1, 1 + np.prod(shape)).reshape(shape).astype(dtype)


def test_the_example_of_the_module() -> None:
    results = doctest.testmod(functional)
    assert (results.attempted, results.failed) == (4, 0)


# --- conv2d


def onnx_conv(x: Array, weight: Array, bias: Array, **attributes: Any) -> Array:
    """ONNX Runtime's Conv on a batch."""
    kind = helper.np_dtype_to_tensor_dtype(x.dtype)
    names = {"x": x, "w": weight, "b": bias}
    graph = helper.make_graph(
        [helper.make_node("Conv", list(names), ["y"], **attributes)],
        "layer",
        [helper.make_tensor_value_info(name, kind, value.shape) for name, value in names.items()],
        [helper.make_tensor_value_info("y", kind, None)],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 19)], ir_version=9)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(model.SerializeToString(), options)
    (y,) = session.run(None, names)
    return np.asarray(y)


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
    expected = onnx_conv(
        *(x, weight, bias), strides=spec.stride, pads=pads * 2, dilations=spec.dilation, group=spec.groups
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


# --- pad: torch's own results for [[1, 2, 3]]

PADDED = [
    ("constant", (-1, 1), [2, 3, 0]),
    ("constant", (2, -1), [0, 0, 1, 2]),
    ("constant", (2, -3), [0, 0]),
    ("constant", (-3, 3), [0, 0, 0]),
    ("constant", (-2, -1), []),
    ("reflect", (2, 2), [3, 2, 1, 2, 3, 2, 1]),
    ("reflect", (1, -1), [2, 1, 2]),
    ("reflect", (2, -1), [3, 2, 1, 2]),
    ("reflect", (-2, 2), [3, 2, 1]),
    ("reflect", (2, -3), [3, 2]),
    ("replicate", (2, 1), [1, 1, 1, 2, 3, 3]),
    ("replicate", (4, -2), [1, 1, 1, 1, 1]),
    ("replicate", (-4, 5), [3, 3, 3, 3]),
    ("replicate", (2, -3), [1, 1]),
    ("circular", (2, 2), [2, 3, 1, 2, 3, 1, 2]),
    ("circular", (3, 3), [1, 2, 3, 1, 2, 3, 1, 2, 3]),
    ("circular", (-1, 1), [2, 3, 2]),
    ("circular", (1, -1), [2, 1, 2]),
    ("circular", (2, -1), [1, 2, 1, 2]),
    ("circular", (-3, 0), []),
]


@pytest.mark.parametrize(("mode", "pad", "expected"), PADDED)
def test_one_row_padded(mode: str, pad: tuple[int, int], expected: list[int]) -> None:
    padded = functional.pad(counted(1, 3), pad, mode)
    assert padded.dtype == np.float32
    assert padded.tolist() == [expected]


NUMPY_MODES = {"constant": "constant", "reflect": "reflect", "replicate": "edge", "circular": "wrap"}


@given(
    data=st.data(), mode=st.sampled_from(list(NUMPY_MODES)), axes=st.integers(1, 3), batched=st.integers(1, 2)
)
def test_one_to_three_dimensions_are_padded_last_first(
    data: st.DataObject, mode: str, axes: int, batched: int
) -> None:
    x = counted(*data.draw(st.tuples(*[st.integers(1, 4)] * (axes + batched))))
    pad: list[int] = []
    for axis in range(1, axes + 1):
        most = {"reflect": x.shape[-axis] - 1, "circular": x.shape[-axis]}.get(mode, 5)
        pad += data.draw(st.tuples(st.integers(0, most), st.integers(0, most)))
    sides = [(0, 0)] * batched + list(zip(pad[::2], pad[1::2], strict=True))[::-1]
    np.testing.assert_array_equal(functional.pad(x, pad, mode), np.pad(x, sides, NUMPY_MODES[mode]))  # type: ignore[call-overload]


def test_left_right_top_bottom() -> None:
    padded = functional.pad(counted(1, 2, 2), (1, 0, 0, 1))
    np.testing.assert_array_equal(padded, [[[0, 1, 2], [0, 3, 4], [0, 0, 0]]])


@pytest.mark.parametrize(
    ("dtype", "value", "held"),
    [
        (np.float32, 2.5, 2.5),
        (np.float32, float("nan"), float("nan")),
        (np.float16, float("-inf"), float("-inf")),
        (np.float64, None, 0),
        (np.uint8, 1.5, 1),
        (np.int8, -1.5, -1),
        (np.int64, 1e10, 10**10),
        (np.uint8, True, 1),
        (bool, 0.5, True),
        (np.complex64, 2, 2 + 0j),
        (np.uint16, 65535, 65535),
    ],
)
def test_the_value_in_every_type(dtype: Any, value: Any, held: Any) -> None:
    padded = functional.pad(ones(2, dtype=dtype), [0, 1], "constant", value)
    assert padded.dtype == dtype
    np.testing.assert_array_equal(padded[2], held)


def test_a_pad_of_nothing_is_a_copy() -> None:
    x = counted(2, 3)
    for pad, mode in (((), "constant"), ((0, 0), "constant"), ((0, 0), "circular")):
        padded = functional.pad(x, pad, mode)
        assert not np.shares_memory(padded, x)
        np.testing.assert_array_equal(padded, x)
    assert functional.pad(np.array(5.0), ()) == 5


@pytest.mark.parametrize(
    ("shape", "pad", "mode", "padded"),
    [
        ((3, 0), (1, 1), "constant", (3, 2)),
        ((0, 2, 3), (1, 1), "reflect", (0, 2, 5)),
        ((0, 1, 2, 3), (1, 1, 1, 1), "replicate", (0, 1, 4, 5)),
        ((2, 0, 3), (1, 1), "circular", (2, 0, 5)),
        ((3, 2, 1), (2, -1, -1, -1), "replicate", (3, 0, 2)),
    ],
)
def test_empty_arrays(
    shape: tuple[int, ...], pad: tuple[int, ...], mode: str, padded: tuple[int, ...]
) -> None:
    assert functional.pad(np.zeros(shape), pad, mode).shape == padded


@pytest.mark.parametrize("dtype", [bool, np.uint16, np.uint32])
def test_circular_padding_takes_every_type_and_the_other_copying_modes_do_not(dtype: Any) -> None:
    assert functional.pad(ones(1, 3, dtype=dtype), (1, 1), "circular").dtype == dtype
    for mode in ("reflect", "replicate"):
        with pytest.raises(SpecError):
            functional.pad(ones(1, 3, dtype=dtype), (1, 1), mode)


@pytest.mark.parametrize(
    ("shape", "pad", "mode", "value"),
    [
        *(
            ((1, 3), pad, "constant", None)
            for pad in ((-4, 4), (-4, 5), (-2, -2), (1,), (1.0, 1), (True, 1), 1)
        ),
        *(((1, 3), pad, "reflect", None) for pad in ((3, 0), (0, 3), (-3, 0), (-2, -1), (-3, 3), (-1, 3))),
        *(((1, 3), pad, "replicate", None) for pad in ((-3, 0), (-2, -1), (-2, -2))),
        *(((1, 3), pad, "circular", None) for pad in ((4, 0), (0, 4), (-4, 4), (-2, 2), (3, -1), (-3, 3))),
        *(((3,), (1, 1), mode, None) for mode in ("reflect", "replicate", "circular")),
        *(((3, 3), (), mode, None) for mode in ("reflect", "replicate", "circular")),
        *(((2, 3, 3), (1,) * 6, mode, None) for mode in ("reflect", "replicate", "circular")),
        *(((2,) * 6, (1,) * 8, mode, None) for mode in ("reflect", "replicate", "circular")),
        *(((1, 3), (1, 1), mode, 1) for mode in ("reflect", "replicate", "circular")),
        *(((0, 3), (1, 1), mode, None) for mode in ("reflect", "replicate")),
        ((3, 0), (1, 1), "circular", None),
        ((1, 3), (1, 1), "edge", None),
        ((1, 3), (1, 1), "constant", "a"),
        ((1, 3), (1, 1), "constant", 1e300),
    ],
)
def test_what_torchs_pad_refuses_is_refused(shape: Any, pad: Any, mode: str, value: Any) -> None:
    with pytest.raises(SpecError):
        functional.pad(ones(*shape), pad, mode, value)


@pytest.mark.parametrize(
    ("dtype", "value"),
    [(np.uint8, -0.5), (np.uint8, 255.5), (np.int8, 128), (np.int64, float("nan")), (np.float16, 1e10)],
)
def test_a_value_that_the_type_cannot_hold_is_refused(dtype: Any, value: float) -> None:
    with pytest.raises(SpecError, match="does not fit"):
        functional.pad(ones(2, dtype=dtype), (1, 1), value=value)
