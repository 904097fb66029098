"""What every row of OPERATIONS promises. A new row needs a strategy in tests/core/strategies.py, no test."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.core.errors import SpecError
from convviz.core.operation import Operation
from convviz.core.operations import OPERATIONS
from tests.core.strategies import CASES, Array

ROUNDING = 1e-5
"""How far float32 sums may stray, as a share of the largest sum possible."""

VAST = 1 << 13
"""Rows and columns of a channel of 67 million cells."""
TAPS = 200_000
"""Bytes that a step may need: a chain's has 16 windows of hundreds of taps, with several numbers for each."""
AXES = 1 << 25
"""Bytes of what a trace may keep for each row and column of its output, in half a channel's cells."""


def test_every_operation_has_a_strategy_and_every_strategy_an_operation() -> None:
    assert set(CASES) == set(OPERATIONS)


def test_an_operation_is_known_by_its_id() -> None:
    assert all(operation.id == key for key, operation in OPERATIONS.items())


each_operation = pytest.mark.parametrize("key", sorted(OPERATIONS))


@each_operation
@given(data=st.data())
def test_the_formula_gives_the_shape(key: str, data: st.DataObject) -> None:
    operation, case = OPERATIONS[key], data.draw(CASES[key])
    shape = operation.output_shape(case.spec, case.x.shape)
    assert isinstance(case.spec, operation.spec_type)
    assert operation.reference(case.spec, *case.operands).shape == shape
    assert operation.fast(case.spec, *case.operands).shape == shape
    assert operation.trace(case.spec, *case.operands).shape == shape
    assert operation.cost(case.spec, case.x.shape).output_cells == np.prod(shape)


@each_operation
@given(data=st.data())
def test_fast_is_the_reference(key: str, data: st.DataObject) -> None:
    operation, case = OPERATIONS[key], data.draw(CASES[key])
    reference, fast = (
        compute(case.spec, *case.operands) for compute in (operation.reference, operation.fast)
    )
    assert reference.dtype == fast.dtype == np.float32
    np.testing.assert_allclose(fast, reference, rtol=0, atol=ROUNDING * case.scale)


@each_operation
@given(data=st.data())
def test_fast_writes_into_the_buffer_it_is_given(key: str, data: st.DataObject) -> None:
    operation, case = OPERATIONS[key], data.draw(CASES[key])
    fresh = operation.fast(case.spec, *case.operands)
    buffer = np.full_like(fresh, np.nan)
    assert operation.fast(case.spec, *case.operands, out=buffer) is buffer
    np.testing.assert_array_equal(buffer, fresh)


@each_operation
@given(data=st.data())
def test_the_operands_are_left_as_they_were(key: str, data: st.DataObject) -> None:
    operation, case = OPERATIONS[key], data.draw(CASES[key])
    before = [operand.copy() for operand in case.operands]
    for operand in case.operands:
        operand.flags.writeable = False
    operation.fast(case.spec, *case.operands)
    operation.reference(case.spec, *case.operands)
    for operand, was in zip(case.operands, before, strict=True):
        np.testing.assert_array_equal(operand, was)


@each_operation
@given(data=st.data())
def test_the_trace_visits_every_output_cell_once_and_its_sums_are_the_output(
    key: str, data: st.DataObject
) -> None:
    operation, case = OPERATIONS[key], data.draw(CASES[key])
    reference = operation.reference(case.spec, *case.operands)
    trace = operation.trace(case.spec, *case.operands)
    traced = np.full(trace.shape, np.nan)
    for step in trace:
        assert np.isnan(traced[step.cell])
        assert step.total == pytest.approx(
            sum(tap.product for tap in step.taps) + step.bias, abs=1e-9 * case.scale
        )
        traced[step.cell] = step.value
    np.testing.assert_allclose(traced, reference, rtol=1e-6, atol=1e-9 * case.scale)


@each_operation
@given(data=st.data())
def test_a_sample_is_the_reference_at_its_rows_and_columns(key: str, data: st.DataObject) -> None:
    operation, case = OPERATIONS[key], data.draw(CASES[key])
    reference = operation.reference(case.spec, *case.operands)
    rows, cols = (
        np.array(data.draw(st.lists(st.integers(0, n - 1), max_size=6)), np.intp) for n in reference.shape[1:]
    )
    sample = operation.sample(case.spec, rows, cols, *case.operands)
    assert sample.dtype == np.float32
    np.testing.assert_allclose(sample, reference[:, rows[:, None], cols], rtol=0, atol=ROUNDING * case.scale)


@each_operation
@given(data=st.data())
@settings(max_examples=15)
def test_a_step_costs_its_own_taps_however_vast_the_input(key: str, data: st.DataObject) -> None:
    operation, case = OPERATIONS[key], data.draw(CASES[key])
    x = vast(operation, case)
    trace, most = peak(lambda: operation.trace(case.spec, x, *case.operands[1:]))
    assert most < AXES
    _, most = peak(lambda: trace[0])
    assert most < AXES
    for n in (len(trace) // 2, len(trace) - 1):
        step, most = peak(lambda n=n: trace[n])
        assert step.index == n
        assert most < TAPS


def vast(operation: Operation, case: Any) -> Array:
    """One cell of each channel seen again and again; a copy of them all would be large."""
    shape = (len(case.x), VAST, VAST)
    try:
        operation.output_shape(case.spec, shape)
    except SpecError:  # a dense layer is for one size of input, and its table of weights for few cells
        return case.x
    return np.broadcast_to(case.x[:, :1, :1], shape)


def peak(compute: Callable[[], Any]) -> tuple[Any, int]:
    """A result, and the bytes that were allocated at once for it."""
    tracemalloc.start()
    try:
        return compute(), tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
