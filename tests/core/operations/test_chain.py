"""A whole layer: a worked example, ONNX Runtime's numbers, and large inputs in parts."""

from __future__ import annotations

from typing import Any

import numpy as np
import onnxruntime as ort
import pytest
from hypothesis import given
from onnx import TensorProto, helper

from convviz.core.chain_spec import ChainSpec
from convviz.core.errors import SpecError
from convviz.core.operations import OPERATIONS, chain
from convviz.core.pool_spec import PoolSpec
from convviz.core.sizes import receptive_field
from convviz.core.spec import ConvSpec
from tests.core.strategies import ChainCase, chain_cases

CHAIN = OPERATIONS["chain"]
EDGE = np.array([[0, 0, 9, 9, 0, 0]] * 2, np.uint8)[None]
DIFFERENCE = np.array([[[[-1.0, 1.0]]]])


def layer(
    activation: str = "relu", kind: str = "max", block: tuple[int, int] = (2, 2), **conv: Any
) -> ChainSpec:
    return ChainSpec(ConvSpec(activation=activation, **conv), PoolSpec(kind, block, block))


BAR = layer(kernel_size=(1, 2), padding=(0, 0, 0, 1))


def test_a_bar_has_two_edges_and_relu_keeps_one() -> None:
    # Differences are 0 9 0 −9 0 0; without ReLU the mean of the second edge's block would be −4.5.
    assert CHAIN.reference(BAR, EDGE, DIFFERENCE).tolist() == [[[9.0, 0.0, 0.0]]]
    mean = layer("none", "avg", kernel_size=(1, 2), padding=(0, 0, 0, 1))
    assert CHAIN.reference(mean, EDGE, DIFFERENCE).tolist() == [[[4.5, -4.5, 0.0]]]


def test_a_step_pools_values_that_each_come_from_a_window() -> None:
    trace = CHAIN.trace(BAR, EDGE, DIFFERENCE)
    assert isinstance(trace, chain.ChainTrace)
    step, inner = trace.at((0, 0, 1)), trace.inner((0, 0, 1))
    assert [one.cell for one in inner] == [(0, 0, 2), (0, 0, 3), (0, 1, 2), (0, 1, 3)]
    assert [one.total for one in inner] == [0, -9, 0, -9]
    assert step.values.ravel().tolist() == [one.value for one in inner] == [0, 0, 0, 0]
    assert (step.rows.tolist(), step.cols.tolist()) == ([0, 1], [2, 3])
    assert step.weights.ravel().tolist() == [1, 0, 0, 0]


def test_a_window_of_both_stages_sees_what_the_receptive_field_says() -> None:
    spec = layer(block=(2, 3), kernel_size=(3, 5), stride=(2, 1), dilation=(1, 2), padding=(1, 1, 2, 2))
    rows = receptive_field([(3, 2, 1, 1), (2, 2, 0, 1)])
    cols = receptive_field([(5, 1, 2, 2), (3, 3, 0, 1)])
    assert spec.span == (rows.size, cols.size) == (5, 11)
    assert spec.stride == (rows.jump, cols.jump) == (4, 3)
    assert (-spec.pads[0], -spec.pads[2]) == (rows.start, cols.start)
    down, across = spec.along((20, 30), CHAIN.output_shape(spec, (1, 20, 30))[1:])
    assert [down.cells([1])[0].tolist(), across.cells([2])[0, 0]] == [[3, 4, 5, 6, 7], 4]


@pytest.mark.parametrize(
    "pool",
    [
        PoolSpec("max", (2, 2), (1, 1)),
        PoolSpec("max", (2, 2), (2, 2), padding=(1, 1)),
        PoolSpec("max", (2, 2), (2, 2), dilation=(2, 2)),
        PoolSpec("avg", (2, 2), (2, 2), ceil_mode=True),
    ],
)
def test_pooling_that_is_not_of_blocks_is_refused(pool: PoolSpec) -> None:
    with pytest.raises(SpecError, match="blocks that lie side by side"):
        ChainSpec(ConvSpec(), pool)


def test_a_block_larger_than_what_is_pooled_is_refused() -> None:
    with pytest.raises(SpecError, match="window"):
        CHAIN.output_shape(layer(block=(3, 3), kernel_size=(1, 2)), EDGE.shape)


@given(case=chain_cases())
def test_rows_made_part_by_part_are_those_made_at_once(case: ChainCase) -> None:
    whole = CHAIN.fast(case.spec, *case.operands)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(chain, "MOST_BETWEEN", 1)
        parts = CHAIN.fast(case.spec, *case.operands)
        buffer = np.full_like(whole, np.nan)
        assert CHAIN.fast(case.spec, *case.operands, out=buffer) is buffer
    np.testing.assert_allclose(parts, whole, rtol=0, atol=1e-5 * case.scale)
    np.testing.assert_array_equal(buffer, parts)


def test_the_cost_is_the_convolutions_and_one_comparison_for_every_pooled_value() -> None:
    cost = CHAIN.cost(BAR, EDGE.shape)
    assert (cost.weights, cost.biases) == (2, 1)
    assert (cost.macs, cost.operations) == (12 * 2, 3 * 4)
    assert cost.output_cells == 3
    assert CHAIN.strategy(BAR, EDGE, DIFFERENCE) == OPERATIONS["conv2d"].strategy(BAR.conv, EDGE, DIFFERENCE)


NAMES = {"relu": "Relu", "leaky_relu": "LeakyRelu", "sigmoid": "Sigmoid", "tanh": "Tanh"}


def onnx(spec: ChainSpec, x: Any, weight: Any, bias: Any) -> Any:
    """The same three nodes, computed by ONNX Runtime."""
    top, bottom, left, right = spec.pads
    attributes = {"alpha": spec.conv.negative_slope} if spec.conv.activation == "leaky_relu" else {}
    nodes = [
        helper.make_node(
            "Conv", ["x", "w", "b"], ["z"], pads=[top, left, bottom, right], strides=spec.conv.stride
        ),
        helper.make_node(NAMES[spec.conv.activation], ["z"], ["a"], **attributes),
        helper.make_node(
            {"max": "MaxPool", "avg": "AveragePool"}[spec.pool.kind],
            ["a"],
            ["y"],
            kernel_shape=spec.pool.kernel_size,
            strides=spec.pool.stride,
        ),
    ]
    floats = TensorProto.FLOAT
    operands = {"x": x[None], "w": weight, "b": bias}
    values = {name: array.astype(np.float32) for name, array in operands.items()}
    inputs = [helper.make_tensor_value_info(name, floats, array.shape) for name, array in values.items()]
    graph = helper.make_graph(nodes, "g", inputs, [helper.make_tensor_value_info("y", floats, None)])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)
    session = ort.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return session.run(None, values)[0][0]


@pytest.mark.parametrize("kind", ["max", "avg"])
@pytest.mark.parametrize("activation", sorted(NAMES))
def test_onnx_runtime_computes_the_same(activation: str, kind: str) -> None:
    rng = np.random.default_rng(3)
    spec = layer(
        activation,
        kind,
        (2, 3),
        kernel_size=(3, 2),
        stride=(1, 2),
        padding=(1, 0, 2, 1),
        in_channels=2,
        out_channels=3,
        negative_slope=0.2,
    )
    x, weight, bias = rng.normal(size=(2, 11, 17)), rng.normal(size=spec.weight_shape), rng.normal(size=3)
    x = x.astype(np.float32)
    np.testing.assert_allclose(CHAIN.fast(spec, x, weight, bias), onnx(spec, x, weight, bias), atol=1e-5)
    np.testing.assert_allclose(CHAIN.reference(spec, x, weight, bias), onnx(spec, x, weight, bias), atol=1e-5)


def test_seen_from_outside_its_kernels_and_padding_are_the_convolutions() -> None:
    spec = layer(kernel_size=(3, 2), padding=(1, 0, 2, 1), in_channels=4, out_channels=6, groups=2)
    assert (spec.kernel_size, spec.pads, spec.weight_shape, spec.groups) == (
        (3, 2),
        (1, 0, 2, 1),
        (6, 2, 3, 2),
        2,
    )
