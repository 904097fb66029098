"""The table of fast strategies: each is chosen for some layer, and each computes what the reference does."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from convviz.core.fast import STRATEGIES, convolve
from convviz.core.fast.layer import Layer, Strategy
from convviz.core.operations.conv2d import Conv2d
from convviz.core.spec import ConvSpec
from tests.core.strategies import Array, Case, conv_cases, conv_specs

CHOSEN = {
    "OpenCV filter2D": ConvSpec(),
    "OpenCV scaleAdd, tap by tap": ConvSpec(stride=(2, 2)),
    "im2col + GEMM": ConvSpec(in_channels=4, out_channels=4),
}
"""A layer for which the planner takes each strategy."""


each_strategy = pytest.mark.parametrize("strategy", STRATEGIES, ids=lambda strategy: strategy.name)


def layer_of(case: Case) -> Layer:
    """The case as a strategy sees it: the filters in window order."""
    filters = case.weight[:, :, ::-1, ::-1] if case.spec.flip else case.weight
    return Layer(case.spec, case.x, filters, Conv2d().output_shape(case.spec, case.x.shape))


def run(strategy: Strategy, layer: Layer) -> Array:
    out = np.full(layer.shape, np.nan, np.float32)
    strategy.run(layer, out)
    return out


def sums(case: Case) -> Array:
    """What a strategy is to compute: the reference without bias."""
    return Conv2d().reference(case.spec, case.x, case.weight)


def test_every_strategy_is_chosen_for_some_layer() -> None:
    chosen = {}
    for name, spec in CHOSEN.items():
        x, weight = np.zeros((spec.in_channels, 8, 8), np.uint8), np.ones(spec.weight_shape)
        chosen[name] = convolve.plan(layer_of(Case(spec, x, weight, np.zeros(1)))).name
    assert chosen == {name: name for name in CHOSEN}
    assert set(CHOSEN) == {strategy.name for strategy in STRATEGIES}


def test_the_last_strategy_suits_every_layer() -> None:
    case = Case(ConvSpec(), np.zeros((1, 5, 5)), np.zeros((1, 1, 3, 3)), np.zeros(1))
    assert STRATEGIES[-1].suits(layer_of(case))


@each_strategy
@given(data=st.data())
def test_a_strategy_computes_the_sums_of_every_layer_it_suits(
    strategy: Strategy, data: st.DataObject
) -> None:
    case = data.draw(conv_cases(conv_specs(channels=6, activations=("none",))))
    layer = layer_of(case)
    assume(strategy.suits(layer))
    np.testing.assert_allclose(run(strategy, layer), sums(case), rtol=0, atol=1e-5 * case.scale)


@each_strategy
@pytest.mark.parametrize("large", [False, True])
@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_a_strategy_is_exact_where_all_numbers_are_whole(
    strategy: Strategy, large: bool, data: st.DataObject
) -> None:
    specs = conv_specs(large=large, channels=4 if large else 6, activations=("none",))
    case = data.draw(conv_cases(specs, depths=("bytes",), whole=True))
    layer = layer_of(case)
    assume(strategy.suits(layer) and layer.exact)
    np.testing.assert_array_equal(run(strategy, layer), sums(case))
