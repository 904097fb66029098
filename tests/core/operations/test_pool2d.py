"""Pooling: published numbers, ONNX Runtime's numbers, and the edge rules of PyTorch."""

from __future__ import annotations

import numpy as np
import onnxruntime as ort
import pytest
from hypothesis import assume, given
from onnx import TensorProto, helper

from convviz.core.errors import SpecError
from convviz.core.operations import OPERATIONS
from convviz.core.pool_spec import PoolSpec
from convviz.core.same_padding import same_pads
from tests.core.strategies import PoolCase, pool_cases
from tests.functional.oracle import onnx

POOL = OPERATIONS["pool2d"]
SIXTEEN = np.arange(1, 17, dtype=np.float32).reshape(1, 4, 4)
GUIDE = np.array(
    [[3, 3, 2, 1, 0], [0, 0, 1, 3, 1], [3, 1, 2, 2, 3], [2, 0, 0, 2, 2], [2, 0, 0, 0, 1]], np.uint8
)[None]


def test_averages_of_a_guide_to_convolution_arithmetic() -> None:
    y = POOL.reference(PoolSpec("avg", (3, 3), (1, 1)), GUIDE)[0]
    assert np.round(y, 1).tolist() == np.float32([[1.7, 1.7, 1.7], [1.0, 1.2, 1.8], [1.1, 0.8, 1.3]]).tolist()


def test_maxima_of_a_guide_to_convolution_arithmetic() -> None:
    y = POOL.reference(PoolSpec("max", (3, 3), (1, 1)), GUIDE)[0]
    assert y.tolist() == [[3, 3, 3], [3, 3, 3], [3, 2, 3]]


@pytest.mark.parametrize(
    ("kind", "expected"), [("max", [[11, 12], [15, 16]]), ("avg", [[6, 7.5], [12, 13.5]])]
)
def test_ceil_mode_of_the_onnx_documentation(kind: str, expected: list[list[float]]) -> None:
    spec = PoolSpec(kind, (3, 3), (2, 2), ceil_mode=True)
    assert POOL.reference(spec, SIXTEEN)[0].tolist() == expected
    assert POOL.fast(spec, SIXTEEN)[0].tolist() == expected


def test_the_first_of_equal_values_wins() -> None:
    step = POOL.trace(PoolSpec(), np.full((1, 2, 2), 7, np.uint8))[0]
    assert step.weights.tolist() == [[[1, 0], [0, 0]]]
    assert [tap.product for tap in step.taps] == [7, 0, 0, 0]


def test_padding_never_wins_and_is_drawn_as_nothing() -> None:
    step = POOL.trace(PoolSpec(kernel_size=(3, 3), padding=(1, 1)), np.full((1, 4, 4), -5.0, np.float32))[0]
    assert step.value == -5.0
    assert step.values[0, 0].tolist() == [-np.inf] * 3
    assert sum(tap.product for tap in step.taps) == -5.0


@pytest.mark.parametrize(("counted", "mean"), [(True, 4 / 9), (False, 1.0)])
def test_an_average_counts_its_padding_or_not(counted: bool, mean: float) -> None:
    spec = PoolSpec("avg", (3, 3), (1, 1), (1, 1), count_include_pad=counted)
    assert POOL.trace(spec, np.ones((1, 3, 3), np.uint8))[0].value == np.float32(mean)


def test_pooling_learns_nothing() -> None:
    cost = POOL.cost(PoolSpec(), (3, 32, 32))
    assert (cost.parameters, cost.output_cells) == (0, 3 * 16 * 16)
    assert (cost.macs, cost.operations) == (0, 3 * 16 * 16 * 4)
    assert POOL.strategy(PoolSpec(), SIXTEEN)


@given(case=pool_cases())
def test_onnx_runtime_agrees(case: PoolCase) -> None:
    spec = case.spec
    taps = (*spec.kernel_size[:1] * 2, *spec.kernel_size[1:] * 2)
    assume(all(pad < k for pad, k in zip(spec.pads, taps, strict=True)))  # more it refuses, whatever the span
    attributes = {
        "kernel_shape": spec.kernel_size,
        "strides": spec.stride,
        "pads": (*spec.pads[::2], *spec.pads[1::2]),
        "ceil_mode": int(spec.ceil_mode),
    }
    if spec.kind == "max":
        attributes["dilations"] = spec.dilation
    else:
        attributes["count_include_pad"] = int(spec.count_include_pad)
    node = helper.make_node("MaxPool" if spec.kind == "max" else "AveragePool", ["x"], ["y"], **attributes)
    ends = [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in "xy"]
    graph = helper.make_graph([node], "pool", ends[:1], ends[1:])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 22)], ir_version=10)
    session = ort.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    (expected,) = session.run(None, {"x": case.x[None].astype(np.float32)})
    expected[expected == np.finfo(np.float32).min] = -np.inf  # a window of nothing but padding
    np.testing.assert_allclose(POOL.reference(spec, case.x), expected[0], rtol=1e-5, atol=1e-5 * case.scale)


@pytest.mark.parametrize(
    ("choices", "says"),
    [
        ({"kind": "min"}, "min"),
        ({"kernel_size": (0, 2)}, "0"),
        ({"kernel_size": (64, 2)}, "64"),
        ({"stride": (2, 0)}, "0"),
        ({"padding": (2, 0)}, "2 is more than half"),
        ({"padding": (-1, 0)}, "-1"),
        ({"kind": "avg", "dilation": (2, 1)}, "2, 1"),
    ],
)
def test_what_describes_no_pooling_is_refused(choices: dict[str, object], says: str) -> None:
    with pytest.raises(SpecError, match=says):
        PoolSpec(**choices)


def test_a_window_larger_than_the_input_is_refused() -> None:
    with pytest.raises(SpecError, match="5"):
        POOL.output_shape(PoolSpec(kernel_size=(5, 5)), (1, 4, 9))


def test_a_buffer_that_does_not_fit_is_not_written_to() -> None:
    wrong = np.zeros((1, 3, 3), np.float32)
    assert POOL.fast(PoolSpec(), SIXTEEN, out=wrong) is not wrong
    assert not wrong.any()


# --- TensorFlow's SAME


@given(case=pool_cases())
def test_same_is_onnx_runtimes_same_upper(case: PoolCase) -> None:
    """At any stride; an average does not count the padding, as TensorFlow's does not.

    Undilated: ONNX Runtime works such padding out as if there were no dilation.
    """
    x, old = case.x.astype(np.float32), case.spec
    spans = zip(x.shape[1:], old.kernel_size, old.stride, strict=True)
    assume(all((-(-i // s) - 1) * s + k >= i for i, k, s in spans))  # or it would pad by less than nothing
    pads = same_pads(x.shape[1:], old.kernel_size, old.stride, (1, 1))
    spec = PoolSpec(old.kind, old.kernel_size, old.stride, pads, count_include_pad=False)
    window = {"kernel_shape": spec.kernel_size, "strides": spec.stride, "auto_pad": "SAME_UPPER"}
    if spec.kind == "max":
        expected = onnx("MaxPool", x[None], **window)[0]
    else:
        expected = onnx("AveragePool", x[None], count_include_pad=0, **window)[0]
    assert expected.shape[1:] == tuple(-(-i // s) for i, s in zip(x.shape[1:], spec.stride, strict=True))
    np.testing.assert_allclose(POOL.reference(spec, x), expected, rtol=1e-5, atol=1e-5)
    np.testing.assert_allclose(POOL.fast(spec, x), expected, rtol=1e-5, atol=1e-5)


def test_the_odd_cell_comes_after() -> None:
    """As in tensorflow.org's tf.nn.max_pool of 4 cells by windows of 2 at stride 1."""
    spec = PoolSpec("max", (2, 2), (1, 1), same_pads((2, 3), (2, 2), (1, 1), (1, 1)))
    assert spec.pads == (0, 1, 0, 1)
    x = np.array([[[1, 2, 3], [4, 5, 6]]], np.float32)
    assert POOL.fast(spec, x)[0].tolist() == [[5, 6, 6], [5, 6, 6]]
    mean = PoolSpec("avg", (2, 2), (1, 1), spec.padding, count_include_pad=False)
    assert POOL.fast(mean, x)[0].tolist() == [[3, 4, 4.5], [4.5, 5.5, 6]]
    counted = PoolSpec("avg", (2, 2), (1, 1), spec.padding)
    assert (
        POOL.fast(counted, x)[0].tolist()
        == POOL.reference(counted, x)[0].tolist()
        == [
            [3, 4, 2.25],
            [2.25, 2.75, 1.5],
        ]
    )


NOT_PADDING = "padding must be two whole numbers (rows, columns), or four (top, bottom, left, right)"


@pytest.mark.parametrize(
    ("padding", "sentence"),
    [
        ((0, 2, 0, 0), "Padding of 2 is more than half of a pooling window of 3."),
        ((2, 0), "Padding of 2 is more than half of a pooling window of 3."),
        ((-1, 0, 0, 0), "padding must not be negative, but is -1."),
        ((1.0, 0), "padding must be a whole number, not 1.0."),
        ((1,), f"{NOT_PADDING}, not (1,)."),
        ("same", f"{NOT_PADDING}, not 'same'."),
    ],
)
def test_padding_that_is_none_is_refused(padding: object, sentence: str) -> None:
    with pytest.raises(SpecError) as refused:
        PoolSpec("max", (3, 3), padding=padding)  # type: ignore[arg-type]
    assert str(refused.value).casefold() == sentence.casefold()


def test_a_dilated_window_is_padded_by_half_of_what_it_spans() -> None:
    spec = PoolSpec("max", (3, 3), (1, 1), (3, 3, 3, 3), (3, 3))
    assert POOL.output_shape(spec, (1, 9, 9)) == (1, 9, 9)
    with pytest.raises(SpecError):
        PoolSpec("max", (3, 3), (1, 1), (3, 3), (3, 3))
