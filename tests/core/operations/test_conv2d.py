"""2-D convolution against ONNX Runtime and against published numbers."""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
from hypothesis import given
from onnx import TensorProto, helper

from convviz.core.errors import SpecError
from convviz.core.operations.conv2d import Conv2d, channel_groups
from convviz.core.spec import ConvSpec
from tests.core.strategies import Array, Case, conv_cases

CONV = Conv2d()
ONNX_BORDERS = {"constant": "constant", "reflect": "reflect", "replicate": "edge", "circular": "wrap"}
ONNX_ACTIVATIONS = {"relu": "Relu", "leaky_relu": "LeakyRelu", "sigmoid": "Sigmoid", "tanh": "Tanh"}


def onnx_model(case: Case) -> onnx.ModelProto:
    """Pad (where the border is not of zeros), Conv and the activation, as ONNX's operators define them."""
    spec, constants, nodes = case.spec, [], []
    weight = case.weight[:, :, ::-1, ::-1] if spec.flip else case.weight
    for name, values in (("w", weight), ("b", case.bias)):
        constants.append(onnx.numpy_helper.from_array(np.ascontiguousarray(values, np.float32), name))
    top, bottom, left, right = spec.pads
    pads, source = [top, left, bottom, right], "x"
    if spec.padding_mode != "zeros":
        sides = np.array([0, 0, top, left, 0, 0, bottom, right])
        constants.append(onnx.numpy_helper.from_array(sides, "sides"))
        constants.append(onnx.numpy_helper.from_array(np.float32(spec.border_value), "value"))
        mode = ONNX_BORDERS[spec.padding_mode]
        nodes.append(helper.make_node("Pad", ["x", "sides", "value"], ["padded"], mode=mode))
        pads, source = [0, 0, 0, 0], "padded"
    nodes.append(
        helper.make_node(
            *("Conv", [source, "w", "b"], ["sums"]),
            pads=pads,
            strides=spec.stride,
            dilations=spec.dilation,
            group=spec.groups,
        )
    )
    if spec.activation != "none":
        alpha = {"alpha": spec.negative_slope} if spec.activation == "leaky_relu" else {}
        nodes.append(helper.make_node(ONNX_ACTIVATIONS[spec.activation], ["sums"], ["y"], **alpha))
    graph = helper.make_graph(
        nodes,
        "layer",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, (1, *case.x.shape))],
        [helper.make_tensor_value_info(nodes[-1].output[0], TensorProto.FLOAT, None)],
        constants,
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 19)], ir_version=9)


def onnx_runs(case: Case) -> Array:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(onnx_model(case).SerializeToString(), options)
    (y,) = session.run(None, {"x": case.x[None].astype(np.float32)})
    return np.asarray(y)[0]


@given(conv_cases())
def test_reference_and_fast_are_onnx_runtimes_conv(case: Case) -> None:
    expected = onnx_runs(case)
    for compute in (CONV.reference, CONV.fast):
        np.testing.assert_allclose(
            compute(case.spec, *case.operands), expected, rtol=0, atol=1e-5 * case.scale
        )


# --- Published numbers

DUMOULIN_INPUT = [[3, 3, 2, 1, 0], [0, 0, 1, 3, 1], [3, 1, 2, 2, 3], [2, 0, 0, 2, 2], [2, 0, 0, 0, 1]]
DUMOULIN_KERNEL = [[0, 1, 2], [2, 2, 0], [0, 1, 2]]


def planes(spec: ConvSpec, x: Any, kernel: Any) -> list[Array]:
    """One plane by each way there is to compute it."""
    operands = (np.array(x, np.uint8)[None], np.array(kernel, float)[None, None])
    trace = CONV.trace(spec, *operands)
    return [
        CONV.reference(spec, *operands)[0],
        CONV.fast(spec, *operands)[0],
        np.reshape([step.value for step in trace], trace.shape)[0],
    ]


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        (ConvSpec(), [[12, 12, 17], [10, 17, 19], [9, 6, 14]]),
        (ConvSpec(stride=(2, 2), padding=(1, 1, 1, 1)), [[6, 17, 3], [8, 17, 13], [6, 4, 4]]),
    ],
    ids=["figure 1.1", "figure 1.2"],
)
def test_the_numerical_figures_of_dumoulin_and_visin(spec: ConvSpec, expected: Any) -> None:
    for plane in planes(spec, DUMOULIN_INPUT, DUMOULIN_KERNEL):
        np.testing.assert_array_equal(plane, expected)


def test_the_conv_example_of_the_onnx_operator_documentation() -> None:
    x, ones = np.arange(25).reshape(5, 5), np.ones((3, 3))
    for plane in planes(ConvSpec(), x, ones):
        np.testing.assert_array_equal(plane, [[54, 63, 72], [99, 108, 117], [144, 153, 162]])
    for plane in planes(ConvSpec(padding="same"), x, ones):
        np.testing.assert_array_equal(plane[0], [12, 21, 27, 33, 24])


@pytest.mark.parametrize("compute", [CONV.reference, CONV.fast])
def test_the_naive_convolution_of_cs231n_assignment_2(compute: Any) -> None:
    x = np.linspace(-0.1, 0.5, 2 * 3 * 4 * 4).reshape(2, 3, 4, 4)
    w = np.linspace(-0.2, 0.3, 3 * 3 * 4 * 4).reshape(3, 3, 4, 4)
    b = np.linspace(-0.1, 0.2, 3)
    spec = ConvSpec((4, 4), (2, 2), (1, 1, 1, 1), in_channels=3, out_channels=3)
    first, last = (compute(spec, image, w, b) for image in x)
    np.testing.assert_allclose(first[0], [[-0.08759809, -0.10987781], [-0.18387192, -0.2109216]], atol=1e-7)
    assert last[2, 1, 1] == pytest.approx(2.38247847, abs=1e-6)


def test_convolution_of_an_impulse_is_the_kernel_and_correlation_its_rotation() -> None:
    impulse, kernel = np.eye(5)[2] * np.eye(5)[2][:, None], np.arange(9.0).reshape(3, 3)
    for plane in planes(ConvSpec(flip=True), impulse, kernel):
        np.testing.assert_array_equal(plane, kernel)
    for plane in planes(ConvSpec(), impulse, kernel):
        np.testing.assert_array_equal(plane, kernel[::-1, ::-1])


def test_an_odd_total_of_same_padding_puts_the_extra_cell_after_as_pytorch_does() -> None:
    row = [[1, 2, 3]]
    for plane in planes(ConvSpec((1, 2), padding="same"), row, [[1, 10]]):
        np.testing.assert_array_equal(plane, [[21, 32, 3]])


@pytest.mark.parametrize(
    ("mode", "left", "right"),
    [("zeros", 0, 0), ("constant", 9, 9), ("reflect", 2, 3), ("replicate", 1, 4), ("circular", 4, 1)],
)
def test_what_the_edge_cells_of_1_2_3_4_meet_outside(mode: str, left: int, right: int) -> None:
    spec = ConvSpec((1, 3), padding=(0, 0, 1, 1), padding_mode=mode, padding_value=9)
    for plane in planes(spec, [[1, 2, 3, 4]], [[100, 10, 1]]):
        np.testing.assert_array_equal(plane, [[100 * left + 12, 123, 234, 340 + right]])


# --- What it refuses


@pytest.mark.parametrize(
    ("operands", "code"),
    [
        ((np.ones((5, 5)), np.ones((1, 1, 3, 3))), "not_channels_rows_columns"),
        ((np.ones((2, 5, 5)), np.ones((1, 1, 3, 3))), "channels_differ"),
        ((np.ones((1, 0, 5)), np.ones((1, 1, 3, 3))), "no_cells"),
        ((np.ones((1, 5, 5)), np.ones((3, 3))), "weight_shape"),
        ((np.ones((1, 5, 5)), np.ones((1, 1, 3, 3)), np.ones(2)), "bias_shape"),
        ((np.ones((1, 2, 5)), np.ones((1, 1, 3, 3))), "window_larger_than_input"),
    ],
)
def test_operands_that_do_not_fit_are_refused_by_every_way_to_compute(operands: Any, code: str) -> None:
    ways = (CONV.reference, CONV.fast, CONV.trace)
    for way in ways:
        with pytest.raises(SpecError) as caught:
            way(ConvSpec(), *operands)
        assert caught.value.code == code


def test_the_groups_split_both_sides_of_the_layer() -> None:
    spec = ConvSpec(in_channels=4, out_channels=6, groups=2)
    assert channel_groups(spec) == [(slice(0, 3), slice(0, 2)), (slice(3, 6), slice(2, 4))]


def test_the_way_the_fast_path_takes_has_a_name() -> None:
    x, weight = np.zeros((1, 9, 9), np.uint8), np.ones((1, 1, 3, 3))
    conv = Conv2d()
    weight[0, 0, 1, 1] = 3
    assert conv.strategy(ConvSpec(), x, weight) == "OpenCV filter2D"
    assert conv.strategy(ConvSpec(dilation=(4, 4)), x, weight) == "OpenCV filter2D, gaps filled"


def test_the_way_the_fast_path_takes_has_a_reason() -> None:
    x, weight = np.zeros((1, 90, 90), np.uint8), np.arange(25.0).reshape(1, 1, 5, 5) ** 2
    reason = Conv2d().why(ConvSpec((5, 5), dilation=(4, 4)), x, weight)
    assert str(reason) == "5×5 at dilation 4: 16 phases of OpenCV's filter2D"
