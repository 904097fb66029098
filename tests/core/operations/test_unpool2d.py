"""Max unpooling: torch's functions, ONNX Runtime's MaxUnpool, and which index fits which output."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given

from convviz import functional
from convviz.core.errors import SpecError
from convviz.core.operations import OPERATIONS
from convviz.core.operations.unpool2d import UnpoolTrace
from convviz.core.unpool_spec import UnpoolSpec
from tests.core.strategies import UnpoolCase, unpool_cases
from tests.functional.oracle import onnx

UNPOOL = OPERATIONS["unpool2d"]
FOUR = np.array([[[1, 2, 6, 3], [3, 5, 2, 1], [1, 2, 2, 1], [7, 3, 4, 8]]], np.uint8)
"""The picture of PyTorch's and many a lecture's example: 5, 6, 7, 8 are the maxima of its quarters."""


def test_the_example_of_many_lectures() -> None:
    y = UNPOOL.reference(UnpoolSpec(), FOUR)[0]
    assert y.tolist() == [[0, 0, 6, 0], [0, 5, 0, 0], [0, 0, 0, 0], [7, 0, 0, 8]]


@given(case=unpool_cases())
def test_it_is_max_pooling_and_max_unpooling(case: UnpoolCase) -> None:
    """The functions' indices are found by themselves, and written in memory's order."""
    spec, x = case.spec, case.x.astype(np.float32)
    y, indices = functional.max_pool2d(x, spec.kernel_size, spec.stride, spec.padding, return_indices=True)
    expected = functional.max_unpool2d(
        y, indices, spec.kernel_size, spec.stride, spec.padding, spec.output_size
    )
    np.testing.assert_array_equal(UNPOOL.fast(spec, case.x), expected)
    np.testing.assert_array_equal(UNPOOL.reference(spec, case.x), expected)


@given(case=unpool_cases())
def test_it_is_onnx_runtimes_max_unpool(case: UnpoolCase) -> None:
    """Of the places that ONNX Runtime's own MaxPool tells. Sizes that it would not choose are asked for."""
    spec, x = case.spec, case.x.astype(np.float32)
    pads = [*spec.padding, *spec.padding]
    window = {"kernel_shape": spec.kernel_size, "strides": spec.stride, "pads": pads}
    y, indices = onnx("MaxPool", x[None], outputs=2, **window)
    _, height, width = shape = UNPOOL.output_shape(spec, x.shape)
    planes = np.arange(len(x)).reshape(1, -1, 1, 1)
    theirs = indices - planes * (x.shape[1] * x.shape[2] - height * width)
    least = UnpoolSpec(spec.kernel_size, spec.stride, spec.padding)
    assume(min(_least(least, x.shape)) > 0)  # or ONNX Runtime refuses, whatever size is asked for
    asked = [] if _least(least, x.shape) == (height, width) else [np.array([1, *shape])]
    expected = onnx("MaxUnpool", y, theirs, *asked, **window)[0]
    np.testing.assert_array_equal(UNPOOL.fast(spec, case.x), expected)


def _least(spec: UnpoolSpec, shape: tuple[int, ...]) -> tuple[int, ...]:
    (height, width) = spec.pooled((shape[1], shape[2]))
    return tuple((n - 1) * s - 2 * p + k for n, (k, s, p) in zip((height, width), spec.axes, strict=True))


# --- one cell


def test_of_windows_that_name_one_cell_the_last_writes() -> None:
    x = np.zeros((1, 5, 5), np.uint8)
    x[0, 2, 2] = 9
    trace = UNPOOL.trace(UnpoolSpec((3, 3), (1, 1)), x)
    step = trace.at((0, 2, 2))
    assert step.values.tolist() == [[[9] * 3] * 3]
    assert step.weights.tolist() == [[[0, 0, 0], [0, 0, 0], [0, 0, 1]]]
    assert step.value == 9.0
    assert trace.at((0, 0, 1)).value == 0.0


def test_a_window_beyond_the_map_is_none() -> None:
    trace = UNPOOL.trace(UnpoolSpec((3, 3), (2, 2), output_size=(5, 5)), np.ones((1, 5, 5)))
    assert isinstance(trace, UnpoolTrace)
    step = trace.at((0, 0, 4))
    assert (step.source_rows.tolist(), step.source_cols.tolist()) == ([-1, 0], [1, -1])
    assert trace.holding((0, 0, 4)).indices.tolist() == [[-1, -1], [2, -1]]
    assert [inner.cell for inner in trace.inner((0, 0, 4))] == [(0, 0, 1)]
    assert [inner.cell for inner in trace.inner((0, 2, 2))] == [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1)]


def test_a_row_below_every_window_has_none() -> None:
    spec = UnpoolSpec((1, 1), (3, 3), output_size=(6, 4))
    trace = UNPOOL.trace(spec, np.full((1, 4, 4), 7, np.uint8))
    assert trace.at((0, 3, 3)).value == 7.0
    assert trace.at((0, 5, 3)).value == 0.0


def test_few_cells_of_a_large_picture() -> None:
    """At a distance, the windows of each cell alone; beside one another, those of all at once."""
    spec, x = UnpoolSpec((3, 2), (2, 1), (1, 0), (40, 50)), np.random.default_rng(0).random((2, 40, 50))
    y = UNPOOL.reference(spec, x)
    for rows, cols in ((np.array([0, 17, 39]), np.array([3, 30, 49])), (np.arange(9, 14), np.arange(20, 30))):
        np.testing.assert_array_equal(UNPOOL.sample(spec, rows, cols, x), y[:, rows[:, None], cols])


def test_cost_and_plan() -> None:
    cost = UNPOOL.cost(UnpoolSpec((3, 2), (2, 2), output_size=(7, 6)), (2, 7, 6))
    assert (cost.parameters, cost.macs, cost.output_cells, cost.operations) == (0, 0, 84, 2 * 9 * 6)
    assert UNPOOL.why(UnpoolSpec(), FOUR) == UNPOOL.strategy(UnpoolSpec(), FOUR) == "rows, then columns"


# --- sizes


def test_the_least_size_and_others() -> None:
    assert UnpoolSpec().unpooled((4, 4)) == (4, 4)
    assert UnpoolSpec((3, 2), (2, 1), (1, 0)).unpooled((7, 5)) == (7, 5)
    assert UnpoolSpec(output_size=(5, 4)).unpooled((4, 4)) == (5, 4)
    assert UnpoolSpec((3, 3), padding=(1, 0)).pads == (1, 1, 0, 0)


@pytest.mark.parametrize(
    ("spec", "shape", "sentence"),
    [
        (
            UnpoolSpec(output_size=(6, 4)),
            (1, 4, 4),
            "output_size must be from 3 to 5 for this pooling, not 6.",
        ),
        (UnpoolSpec(output_size=(3, 4)), (1, 4, 4), "Indices counted in 4 × 4 cells mean other cells"),
        (
            UnpoolSpec(),
            (1, 4, 5),
            "Indices counted in 4 × 5 cells mean other cells, or none, of an output of 4",
        ),
        (UnpoolSpec((3, 3), (3, 3), (1, 1)), (1, 9, 7), "Indices counted in 9 × 7 cells mean other cells"),
        (UnpoolSpec((3, 3), (3, 3)), (1, 2, 9), "The window spans 3 cells"),
    ],
)
def test_what_does_not_fit_is_refused(spec: UnpoolSpec, shape: tuple[int, ...], sentence: str) -> None:
    with pytest.raises(SpecError) as refused:
        UNPOOL.output_shape(spec, shape)  # type: ignore[arg-type]
    assert str(refused.value).startswith(sentence)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"kernel_size": (0, 2)}, "kernel_size must be at least 1, not 0."),
        ({"stride": 2}, "stride must be two whole numbers (rows, columns), not 2."),
        ({"padding": (2, 0)}, "Padding of 2 is more than half of a pooling window of 2."),
        ({"output_size": (4,)}, "output_size must be two whole numbers (rows, columns), not (4,)."),
        ({"output_size": (0, 4)}, "output_size must be at least 1, not 0."),
    ],
)
def test_a_spec_refuses_what_is_no_unpooling(options: dict[str, object], sentence: str) -> None:
    with pytest.raises(SpecError) as refused:
        UnpoolSpec(**options)  # type: ignore[arg-type]
    assert str(refused.value) == sentence


# --- along an axis


@given(case=unpool_cases())
def test_an_axis_reads_what_its_windows_hold(case: UnpoolCase) -> None:
    _, height, width = case.x.shape
    out = UNPOOL.output_shape(case.spec, case.x.shape)
    for axis in case.spec.along((height, width), (out[1], out[2])):
        windows = [range(n * axis.s - axis.p, n * axis.s - axis.p + axis.k) for n in range(axis.count)]
        read = {place for window in windows for place in window}
        assert {int(n) + axis.extent.start for n in np.flatnonzero(axis.read())} == read
        assert axis.cells([0]).shape == (1, axis.taps)
        assert (axis.step, axis.origin) == (1.0, 0.0)
        for cell in range(axis.o):
            held = [n for n, window in enumerate(windows) if cell in window]
            assert list(axis.holders_of(cell)) == held
            assert {*held} <= {*axis.holding([cell])[0].tolist()}
            assert {place for n in held for place in windows[n]} <= {*axis.cells([cell])[0].tolist()}
            assert [*held] == ([*axis.holders(cell, cell + 1)] if held else [])
        first, end = axis.seen(0, axis.o)
        assert first <= 0
        assert end >= axis.o
        assert {*range(first, end)} >= {n for n in read if n >= -axis.p} - {*range(end, axis.n + axis.p)}


@given(case=unpool_cases())
def test_so_many_cells_are_needed(case: UnpoolCase) -> None:
    """A picture of as many cells as are asked for gives them, if a window fits into it."""
    for axis in case.spec.along(case.x.shape[1:], UNPOOL.output_shape(case.spec, case.x.shape)[1:]):
        n = axis.needed(axis.o)
        assert n >= axis.o
        spec = UnpoolSpec((axis.k, axis.k), (axis.s, axis.s), (axis.p, axis.p), (n, n))
        assert spec.unpooled((n, n)) == (n, n)
