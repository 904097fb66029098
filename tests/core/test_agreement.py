from math import inf, nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core.agreement import compare, places, tolerance
from convviz.core.fast import filter2d
from convviz.core.operations import OPERATIONS
from convviz.core.spec import ConvSpec

CONV = OPERATIONS["conv2d"]
RNG = np.random.default_rng(5)
SPEC = ConvSpec(padding="same", padding_mode="reflect", out_channels=2)
X = RNG.integers(0, 256, (1, 20, 30)).astype(np.uint8)
W = RNG.normal(0, 1, (2, 1, 3, 3))
ALL = [(c, i, j) for c in range(2) for i in range(20) for j in range(30)]


def fast():
    return CONV.trace(SPEC, X, W), CONV.fast(SPEC, X, W)


def test_the_fast_path_and_the_trace_agree_on_every_cell():
    found = compare(*fast(), ALL)
    assert found.agrees
    assert (found.count, found.disagreeing) == (1200, 0)
    assert 0 <= found.worst <= found.tolerance


def test_whole_numbers_agree_exactly():
    kernel = np.array([[[[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]]], float)
    spec = ConvSpec(padding="same")
    found = compare(CONV.trace(spec, X, kernel), CONV.fast(spec, X, kernel), [(0, 3, 4), (0, 19, 29)])
    assert (found.worst, found.agrees) == (0, True)


def test_one_wrong_cell_is_found_and_measured():
    trace, y = fast()
    y[1, 7, 11] += 0.5
    found = compare(trace, y, ALL)
    assert not found.agrees
    assert (found.disagreeing, found.cell) == (1, (1, 7, 11))
    assert found.worst == pytest.approx(0.5, rel=1e-3)
    assert found.tolerance == tolerance(trace.at((1, 7, 11))) < 0.5


def test_the_largest_difference_need_not_be_the_one_that_disagrees():
    spec = ConvSpec(kernel_size=(1, 1))
    x = np.array([[[1e6, 1]]], np.float32)
    trace = CONV.trace(spec, x, np.ones((1, 1, 1, 1)))
    found = compare(trace, x + np.array([[[50, 1]]], np.float32), [(0, 0, 0), (0, 0, 1)])
    assert (found.worst, found.cell, found.disagreeing) == (50, (0, 0, 0), 1)
    assert not found.agrees


@pytest.mark.parametrize("wrong", [nan, inf, -inf])
def test_what_is_not_a_finite_number_disagrees(wrong):
    trace, y = fast()
    y[0, 2, 3] = wrong
    found = compare(trace, y, ALL)
    assert (found.agrees, found.worst, found.cell) == (False, inf, (0, 2, 3))


def test_nan_on_both_sides_disagrees():
    spec, x = ConvSpec(kernel_size=(1, 1)), np.array([[[nan]]], np.float32)
    assert not compare(CONV.trace(spec, x, np.ones((1, 1, 1, 1))), x, [(0, 0, 0)]).agrees


def test_nothing_compared_is_nothing_found():
    found = compare(*fast(), [])
    assert (found.count, found.cell, found.worst, found.agrees) == (0, None, 0, True)


def test_a_broken_fast_path_is_caught(monkeypatch):
    """A border one cell off: right nearly everywhere, which a few random windows alone would miss."""
    run = filter2d.STRATEGY.run

    def shifted(layer, out):
        run(layer, out)
        out[:, 0] = out[:, 1]

    monkeypatch.setattr(
        "convviz.core.fast.STRATEGIES", (filter2d.Strategy("broken", lambda _: True, shifted),)
    )
    trace, y = fast()
    corner = [(0, i, j) for i in range(7) for j in range(7)]
    assert not compare(trace, y, places(trace.shape, corner)).agrees
    assert compare(trace, y, [cell for cell in ALL if cell[1]]).agrees


def test_cancelling_terms_may_lose_what_their_sizes_lose():
    spec, kernel = ConvSpec(kernel_size=(1, 2)), np.array([[[[1000.0, -1000.0]]]])
    x = np.array([[[200, 200]]], np.uint8)
    trace = CONV.trace(spec, x, kernel)
    assert tolerance(trace[0]) == pytest.approx(40)
    assert compare(trace, np.full((1, 1, 1), 1e-3, np.float32), [(0, 0, 0)]).agrees


def test_a_sigmoid_of_nothing_is_judged_by_its_value():
    spec = ConvSpec(kernel_size=(1, 1), activation="sigmoid")
    trace = CONV.trace(spec, np.zeros((1, 1, 1), np.uint8), np.ones((1, 1, 1, 1)))
    assert tolerance(trace[0]) == pytest.approx(5e-5)


@given(
    st.tuples(st.integers(1, 3), st.integers(1, 40), st.integers(1, 40)),
    st.integers(0, 400),
    st.integers(0, 99),
)
def test_places_are_the_cells_given_and_as_many_others_each_once(shape, n, seed):
    given_cells = [(0, 0, 0), (shape[0] - 1, shape[1] - 1, shape[2] - 1)]
    chosen = places(shape, given_cells, n, seed)
    assert chosen == sorted(set(chosen))
    assert set(given_cells) <= set(chosen)
    total = shape[0] * shape[1] * shape[2]
    assert min(n, total) <= len(chosen) <= min(n + 2, total)
    assert all(0 <= i < size for cell in chosen for i, size in zip(cell, shape, strict=True))
    assert chosen == places(shape, given_cells, n, seed)


def test_places_of_a_large_output_reach_all_of_it():
    chosen = np.array(places((3, 10_000, 10_000), []))
    assert len(chosen) == 300
    assert (chosen.min(axis=0) < (1, 500, 500)).all()
    assert (chosen.max(axis=0) > (1, 9500, 9500)).all()
    assert places((3, 10_000, 10_000), [], seed=1) != places((3, 10_000, 10_000), [])
