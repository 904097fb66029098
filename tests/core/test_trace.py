from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core.operations.conv2d import Conv2d
from convviz.core.spec import ConvSpec
from tests.core.strategies import Case, conv_cases

CONV = Conv2d()
PADDED = ConvSpec(padding=(1, 1, 1, 1), stride=(2, 2), dilation=(1, 2), padding_mode="reflect")
X = np.arange(30, dtype=np.uint8).reshape(1, 5, 6)
KERNEL = np.arange(1.0, 10).reshape(1, 1, 3, 3)


def test_a_trace_is_a_sequence_of_its_output_cells() -> None:
    trace = CONV.trace(PADDED, X, KERNEL)
    assert trace.shape == (1, 3, 2)
    assert len(trace) == 6
    assert [step.index for step in trace] == list(range(6))
    assert [step.cell for step in trace] == [(0, r, c) for r in range(3) for c in range(2)]
    assert trace[-1].cell == (0, 2, 1)
    assert [step.index for step in trace[1:6:2]] == [1, 3, 5]
    with pytest.raises(IndexError):
        trace[6]


@given(conv_cases(), st.data())
def test_a_cell_and_its_number_find_each_other(case: Case, data: st.DataObject) -> None:
    trace = CONV.trace(case.spec, *case.operands)
    number = data.draw(st.integers(0, len(trace) - 1))
    assert trace.number(trace.cell(number)) == number
    assert trace.at(trace.cell(number)).value == trace[number].value


@given(conv_cases())
def test_the_cells_run_channel_by_channel_and_row_by_row(case: Case) -> None:
    trace = CONV.trace(case.spec, *case.operands)
    assert [trace.cell(n) for n in range(len(trace))] == list(np.ndindex(trace.shape))


@given(conv_cases(), st.data())
def test_a_tap_says_what_it_reads_and_what_it_gives(case: Case, data: st.DataObject) -> None:
    trace = CONV.trace(case.spec, *case.operands)
    step = trace[data.draw(st.integers(0, len(trace) - 1))]
    taps = list(step.taps)
    _, height, width = case.x.shape
    ins = case.spec.in_channels // case.spec.groups
    assert len(taps) == ins * case.spec.kernel_size[0] * case.spec.kernel_size[1]
    for tap in taps:
        inside = 0 <= tap.row < height and 0 <= tap.col < width
        if inside:
            assert tap.source == (tap.channel, tap.row, tap.col)
        elif case.spec.padding_mode in ("zeros", "constant"):
            assert tap.source is None
        read = case.spec.border_value if tap.source is None else case.x[tap.source]
        assert tap.value == read
    np.testing.assert_array_equal(step.products.ravel(), [tap.product for tap in taps])
    assert step.sums[-1] + step.bias == pytest.approx(step.total, abs=1e-9 * case.scale)
    outside = sum(not (0 <= tap.row < height and 0 <= tap.col < width) for tap in taps)
    assert step.outside(height, width) * ins == outside


def test_the_first_window_of_a_padded_image_in_full() -> None:
    step = CONV.trace(PADDED, X, KERNEL, np.array([0.5]))[0]
    assert (step.rows.tolist(), step.cols.tolist()) == ([-1, 0, 1], [-1, 1, 3])
    assert (step.source_rows.tolist(), step.source_cols.tolist()) == ([1, 0, 1], [1, 1, 3])
    assert step.values[0].tolist() == [[7, 7, 9], [1, 1, 3], [7, 7, 9]]
    assert step.weights[0].tolist() == [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
    assert step.sums.tolist() == [7, 21, 48, 52, 57, 75, 124, 180, 261]
    assert (step.bias, step.total, step.value) == (0.5, 261.5, 261.5)
    assert step.outside(5, 6) == 5


def test_a_flipped_kernel_is_shown_as_it_meets_the_window() -> None:
    step = CONV.trace(ConvSpec(flip=True), X, KERNEL)[0]
    assert step.weights[0].tolist() == [[9, 8, 7], [6, 5, 4], [3, 2, 1]]


def test_a_grouped_filter_names_the_channels_it_reads() -> None:
    spec = ConvSpec((1, 1), in_channels=4, out_channels=2, groups=2)
    trace = CONV.trace(spec, np.arange(4.0).reshape(4, 1, 1), np.ones(spec.weight_shape))
    assert [(list(step.channels), step.value) for step in trace] == [([0, 1], 1), ([2, 3], 5)]


def test_the_activation_follows_the_total() -> None:
    step = CONV.trace(ConvSpec((1, 1), activation="relu"), X, np.full((1, 1, 1, 1), -1.0))[29]
    assert (step.total, step.value) == (-29, 0)


@pytest.mark.parametrize("mode", ["zeros", "reflect", "replicate", "circular"])
def test_the_last_step_of_a_billion_rows_and_columns_costs_its_own_taps(mode: str) -> None:
    # One byte seen as 2⁶⁰ of them: whatever read or copied them all would run out of memory.
    side = 2**30
    x = np.broadcast_to(np.uint8(3), (1, side, side))
    trace = CONV.trace(ConvSpec(padding="same", padding_mode=mode), x, KERNEL)
    assert len(trace) == side**2
    last = trace[-1]
    assert last.cell == (0, side - 1, side - 1)
    assert last.value == 3 * (1 + 2 + 4 + 5 if mode == "zeros" else 45)
    assert trace.at((0, side // 2, side // 2)).value == 3 * 45
