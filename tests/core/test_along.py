"""What a window reads along an axis, said once for all that slides."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core.along import Strided, along, first_and_last
from convviz.core.dense_spec import DenseSpec
from convviz.core.operations import OPERATIONS
from convviz.core.pool_spec import PoolSpec
from convviz.core.spec import ConvSpec
from tests.core.strategies import CASES


@given(st.data())
def test_it_is_what_the_trace_reads(data: st.DataObject) -> None:
    # A chain's and an unpooling's step reads the map between its stages, a transposed one's the stretched
    # input; these have tests of their own.
    key = data.draw(st.sampled_from(sorted({*CASES} - {"chain", "conv_transpose2d", "unpool2d"})))
    operation, case = OPERATIONS[key], data.draw(CASES[key])
    trace = operation.trace(case.spec, *case.operands)
    rows, cols = along(case.spec, case.x.shape[1:], trace.shape[1:])
    step = trace[data.draw(st.integers(0, len(trace) - 1))]
    for axis, n, places, size in zip(
        (rows, cols), step.cell[1:], (step.rows, step.cols), case.x.shape[1:], strict=True
    ):
        cells = axis.cells([n])[0]
        np.testing.assert_array_equal(cells[: len(places)], places)
        # Under an area some cells of the output touch fewer of the input: the last of them then stands again.
        assert {*cells[len(places) :]} <= {places[-1]}
        assert axis.n == size
        assert axis.taps == len(cells)
        assert first_and_last(axis, n, n + 1) == (places[0], places[-1])
        assert {int(places[0]), int(places[-1])} <= {*axis.extent}
        seen = axis.seen(n, n + 1)
        assert seen[0] <= places[0] < places[-1] + 1 <= seen[1]


@given(st.data())
def test_a_chain_sees_what_the_convolutions_behind_it_read(data: st.DataObject) -> None:
    case = data.draw(CASES["chain"])
    trace = OPERATIONS["chain"].trace(case.spec, *case.operands)
    rows, cols = along(case.spec, case.x.shape[1:], trace.shape[1:])
    cell = trace.cell(data.draw(st.integers(0, len(trace) - 1)))
    inner = list(trace.inner(cell))
    for axis, n, places in (
        (rows, cell[1], [step.rows for step in inner]),
        (cols, cell[2], [step.cols for step in inner]),
    ):
        least, most = min(int(each[0]) for each in places), max(int(each[-1]) for each in places)
        assert first_and_last(axis, n, n + 1) == (least, most)


@given(st.data())
def test_read_are_the_places_of_all_windows(data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(sorted(CASES)))
    case = data.draw(CASES[key])
    shape = OPERATIONS[key].output_shape(case.spec, case.x.shape)
    for axis, o in zip(along(case.spec, case.x.shape[1:], shape[1:]), shape[1:], strict=True):
        read = {int(place) for place in np.flatnonzero(axis.read()) + axis.extent.start}
        assert read == {int(place) for place in axis.cells(np.arange(o)).ravel()}


def test_the_padding_of_ceil_mode_ends_where_its_last_window_does() -> None:
    rows, cols = along(PoolSpec(kernel_size=(3, 2), stride=(2, 2), ceil_mode=True), (6, 6), (3, 3))
    assert rows.extent == range(7)
    assert cols.extent == range(6)


def test_a_cell_lies_around_the_middle_of_its_window() -> None:
    rows, cols = along(ConvSpec((5, 3), stride=(2, 1), padding=(1, 1, 0, 0)), (9, 9), (4, 7))
    assert (rows.origin, rows.step) == (0.5, 2)
    assert (cols.origin, cols.step) == (1, 1)


@given(st.integers(1, 9), st.integers(1, 4), st.integers(1, 3), st.integers(0, 2), st.integers(1, 9))
def test_needed_are_the_fewest_cells(k: int, s: int, d: int, p: int, windows: int) -> None:
    def made(n: int) -> int:
        return (n + 2 * p - d * (k - 1) - 1) // s + 1

    needed = Strided(0, 0, k, s, d, p, p).needed(windows)
    assert made(needed) >= windows
    assert needed == 1 or made(needed - 1) < windows


def test_a_layer_that_reads_everything_has_one_window() -> None:
    rows, cols = along(DenseSpec("dense", (1, 6, 8), (3, 3)), (6, 8), (4, 6))
    assert rows.cells([0, 3]).tolist() == [list(range(6))] * 2
    assert (rows.taps, cols.taps, rows.step, cols.origin) == (6, 8, 0.0, 1.0)
    assert (rows.extent, rows.seen(1, 2), rows.needed(2)) == (range(6), (0, 6), 6)
    assert rows.read().all()
    assert rows.read().size == 6


@pytest.mark.parametrize("connections", ["local", "shared"])
def test_a_neighbourhood_is_a_window_without_padding(connections: str) -> None:
    rows, cols = along(DenseSpec(connections, (1, 6, 8), (3, 2)), (6, 8), (4, 7))
    assert rows.cells([0, 3]).tolist() == [[0, 1, 2], [3, 4, 5]]
    assert cols.cells([6]).tolist() == [[6, 7]]
