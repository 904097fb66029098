"""Layers on few cells: what they refuse, how many numbers they learn, and which those are."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core.dense_spec import CONNECTIONS, MOST_CELLS, DenseSpec, parameters, weights
from convviz.core.errors import SpecError


@pytest.mark.parametrize(
    ("choices", "code", "named"),
    [
        ({"connections": "sparse"}, "unknown_choice", "sparse"),
        ({"input_shape": (1, 17, 6)}, "dense_too_large", "17"),
        ({"input_shape": (1, 6, 400)}, "dense_too_large", "400"),
        ({"input_shape": (0, 6, 6)}, "not_positive", "0"),
        ({"window": (3, 7)}, "window_larger_than_input", "7"),
        ({"window": (3, 2.0)}, "not_integer", "2.0"),
        ({"seed": -1}, "negative", "-1"),
        ({"seed": 1.5}, "not_integer", "1.5"),
        ({"seed": True}, "not_integer", "True"),
    ],
)
def test_what_describes_no_layer_is_refused_by_its_numbers(
    choices: dict[str, object], code: str, named: str
) -> None:
    with pytest.raises(SpecError) as refused:
        DenseSpec(**choices)  # type: ignore[arg-type]
    assert refused.value.code == code
    assert named in str(refused.value)


def test_parameters_of_cs231n_768000_against_760() -> None:
    """32 × 32 × 3 cells, ten 5 × 5 × 3 filters: CS231n, "Convolutional Networks"."""
    layer = {"inputs": 32 * 32 * 3, "outputs": 32 * 32, "taps": 5 * 5 * 3, "maps": 10}
    assert parameters("local", **layer)[0] == 768_000
    assert parameters("shared", **layer) == (750, 10)
    assert sum(parameters("shared", **layer)) == 760


def test_a_hundred_dense_units_on_12_megapixels_of_rgb_have_3_6_billion_weights() -> None:
    assert parameters("dense", 3000 * 4000 * 3, 1, 0, 100) == (3_600_000_000, 100)


@given(st.sampled_from(CONNECTIONS), st.tuples(*[st.integers(1, 4)] * 3), st.tuples(*[st.integers(0, 4)] * 2))
def test_there_are_as_many_weights_as_are_counted(
    connections: str, least: tuple[int, int, int], more: tuple[int, int]
) -> None:
    channels, *window = least
    shape = (channels, window[0] + more[0], window[1] + more[1])
    spec = DenseSpec(connections, shape, (window[0], window[1]))
    assert spec.span == spec.kernel_size
    weight, bias = weights(spec)
    outputs, taps = (more[0] + 1) * (more[1] + 1), channels * window[0] * window[1]
    assert weight.shape == spec.weight_shape
    inputs = shape[0] * shape[1] * shape[2]
    assert (weight.size, bias.size) == parameters(connections, inputs, outputs, taps)


def test_each_turn_keeps_the_weights_that_remain() -> None:
    dense, local, shared = (weights(DenseSpec(kind, (2, 5, 6), (3, 2), seed=8)) for kind in CONNECTIONS)
    for n, (row, col) in enumerate(np.ndindex(3, 5)):
        np.testing.assert_array_equal(local[0][n], dense[0][n, :, row : row + 3, col : col + 2])
    np.testing.assert_array_equal(shared[0][0], local[0][0])
    np.testing.assert_array_equal(local[1], dense[1])
    assert shared[1].tolist() == dense[1][:1].tolist()


def test_weights_are_those_of_their_seed_and_whole_numbers() -> None:
    first, again, other = (weights(DenseSpec(seed=seed))[0] for seed in (3, 3, 4))
    np.testing.assert_array_equal(first, again)
    assert (first != other).any()
    assert set(np.unique(first)) == {-2, -1, 0, 1, 2}


def test_sixteen_cells_are_not_too_many() -> None:
    assert DenseSpec(input_shape=(3, MOST_CELLS, MOST_CELLS)).output_shape == (1, 14, 14)
