"""Stacked dilated layers, held against the formula and against gradients of real layers."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from convviz.core.sizes import receptive_field
from convviz.core.stacked_paths import levels, tap_offsets, through
from convviz.functional import conv1d


def test_the_field_doubles_with_each_layer_as_yu_and_koltun_draw_it() -> None:
    fields = [levels(3, (1, 2, 4)[:n])[0].cells for n in (1, 2, 3)]
    assert fields == [3, 7, 15]
    assert [level.cells for level in levels(3, (1, 2, 4))] == [15, 13, 9, 1]
    assert [level.seen for level in levels(3, (1, 2, 4))] == [15, 7, 3, 1]


def test_wavenet_sees_1024_samples_after_ten_layers_of_two_taps() -> None:
    assert levels(2, tuple(2**n for n in range(10)))[0].counts.tolist() == [1] * 1024


def test_one_rate_repeated_leaves_a_grid_unseen_as_wang_et_al_warn() -> None:
    counts = levels(3, (2, 2, 2))[0].counts.tolist()
    assert counts == [1, 0, 3, 0, 6, 0, 7, 0, 6, 0, 3, 0, 1]
    assert levels(3, (1, 2, 5))[0].seen == levels(3, (1, 2, 5))[0].cells == 17


@pytest.mark.parametrize("k", [1, 2, 3, 4])
@pytest.mark.parametrize("rates", [(1,), (3,), (1, 2), (2, 2, 2), (1, 2, 5), (5, 1, 3)])
def test_paths_are_what_layers_of_ones_make_of_a_single_one(k: int, rates: tuple[int, ...]) -> None:
    known = levels(k, rates)
    assert known[0].cells == receptive_field((k, 1, 0, rate) for rate in rates).size
    size = known[0].cells
    x = np.zeros((1, 1, 2 * size - 1))
    x[0, 0, size - 1] = 1
    for rate in rates:
        x = conv1d(x, np.ones((1, 1, k)), dilation=rate)
    # What input 0 gives to each output is what each output takes of the inputs, read backwards.
    assert x[0, 0, ::-1].tolist() == known[0].counts.tolist()
    assert sum(known[0].counts) == k ** len(rates)


def test_taps_lie_about_the_cell_in_their_middle() -> None:
    assert tap_offsets(3, 2).tolist() == [-2, 0, 2]
    assert tap_offsets(2, 3).tolist() == [-1, 2]
    assert tap_offsets(1, 9).tolist() == [0]


def test_paths_beyond_the_field_are_none() -> None:
    level = levels(3, (1, 2))[0]
    assert [level.paths(cell) for cell in (-4, -3, 0, 3, 4)] == [0, 1, 1, 1, 0]


def test_the_paths_through_a_cell_go_up_and_down() -> None:
    assert through(3, (1, 2), 0, 1) == (frozenset((1,)), frozenset((0, 2)), frozenset((0,)))
    assert through(3, (1, 2), 1, 2) == (frozenset((1, 2, 3)), frozenset((2,)), frozenset((0,)))
    everything = through(3, (1, 2), 2, 0)
    assert everything[0] == frozenset(range(-3, 4))
    assert everything[1] == frozenset((-2, 0, 2))
    assert through(3, (2, 2), 0, 1) == (frozenset(),) * 3


def test_a_cell_has_as_many_paths_as_can_be_walked() -> None:
    rates = (1, 2, 1)
    walks = [sum(walk) for walk in product(*(tap_offsets(3, rate).tolist() for rate in rates))]
    level = levels(3, rates)[0]
    assert [walks.count(cell) for cell in range(-4, 5)] == level.counts.tolist()
