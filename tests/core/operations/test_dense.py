"""The dense operation against the numeric library, and what it refuses."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from convviz import functional
from convviz.core.dense_spec import CONNECTIONS, DenseSpec, weights
from convviz.core.errors import SpecError
from convviz.core.operations import OPERATIONS
from convviz.core.operations.dense import matrix
from tests.core.strategies import DenseCase, dense_cases

DENSE = OPERATIONS["dense"]


@given(dense_cases())
def test_it_is_linear_a_sum_over_unfolded_windows_or_conv2d(case: DenseCase) -> None:
    x, weight = case.x.astype(np.float64), case.weight
    if case.spec.connections == "dense":
        expected = functional.linear(x.ravel(), weight.reshape(len(weight), -1), case.bias)
    elif case.spec.connections == "local":
        windows = functional.unfold(x[None], case.spec.window)[0].T
        expected = (windows * weight.reshape(len(weight), -1)).sum(1) + case.bias
    else:
        expected = functional.conv2d(x, weight, case.bias)
    y = DENSE.fast(case.spec, *case.operands)
    np.testing.assert_allclose(y.ravel(), np.ravel(expected), atol=1e-6 * case.scale)


@pytest.mark.parametrize("connections", CONNECTIONS)
def test_the_matrix_has_zeros_where_nothing_is_connected(connections: str) -> None:
    spec = DenseSpec(connections, (1, 4, 4), (3, 3))
    table = matrix(spec, np.ones(spec.weight_shape))
    assert table.shape == (4, 16)
    assert table.sum() == (64 if connections == "dense" else 36)
    if connections != "dense":
        assert table[0].reshape(4, 4).tolist() == [[1, 1, 1, 0]] * 3 + [[0, 0, 0, 0]]


def test_sharing_saves_weights_but_no_multiplications() -> None:
    costs = [DENSE.cost(DenseSpec(kind), (1, 6, 6)) for kind in CONNECTIONS]
    assert [cost.parameters for cost in costs] == [592, 160, 10]
    assert [cost.macs for cost in costs] == [576, 144, 144]


def test_a_step_of_a_shared_layer_has_the_same_weights_everywhere() -> None:
    spec = DenseSpec("shared")
    x = np.arange(36.0).reshape(1, 6, 6)
    trace = DENSE.trace(spec, x, *weights(spec))
    assert all((step.weights == trace[0].weights).all() for step in trace)
    assert trace[5].rows.tolist() == [1, 2, 3]


def test_operands_that_do_not_fit_are_refused() -> None:
    spec, x = DenseSpec(), np.zeros((1, 6, 6))
    weight, bias = weights(spec)
    with pytest.raises(SpecError, match=r"\(1, 5, 6\).*\(1, 6, 6\)"):
        DENSE.fast(spec, x[:, 1:], weight, bias)
    with pytest.raises(SpecError, match=r"\(1, 7, 6\)"):
        DENSE.output_shape(spec, (1, 7, 6))
    with pytest.raises(SpecError, match=r"\(15, 1, 6, 6\)"):
        DENSE.fast(spec, x, weight[1:], bias)
    with pytest.raises(SpecError, match=r"\(15,\)"):
        DENSE.trace(spec, x, weight, bias[1:])


def test_a_buffer_that_does_not_fit_is_left_alone() -> None:
    spec, x = DenseSpec(), np.ones((1, 6, 6))
    buffer = np.zeros((1, 3, 3), np.float32)
    y = DENSE.fast(spec, x, *weights(spec), out=buffer)
    assert y.shape == (1, 4, 4)
    assert not buffer.any()


def test_the_way_it_is_computed_has_a_name() -> None:
    spec = DenseSpec()
    names = {DENSE.strategy(DenseSpec(kind), np.zeros((1, 6, 6)), *weights(spec)) for kind in CONNECTIONS}
    assert names == {"matrix × input", "weights × every window"}
