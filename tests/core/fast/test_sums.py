"""One kernel on one plane, where the kernel is larger than what filter2D sums at a time."""

from __future__ import annotations

import numpy as np
import pytest

from convviz.core.fast.scratch import Scratch
from convviz.core.fast.sums import correlate

PLANE = np.random.default_rng(2).integers(0, 256, (50, 60)).astype(np.float32)


def expected(kernel: np.ndarray, rows: int, cols: int) -> np.ndarray:
    return sum(
        weight * PLANE[u : u + rows, v : v + cols].astype(np.float64)
        for (u, v), weight in np.ndenumerate(kernel)
    )  # type: ignore[return-value]


@pytest.mark.parametrize("add", [False, True])
def test_parts_of_a_kernel_without_weights_are_left_out(add: bool) -> None:
    kernel = np.zeros((30, 15))
    kernel[0], kernel[-1] = 1, -2
    out = np.full((21, 46), 7, np.float32)
    correlate(PLANE, kernel, (1, 1), out, Scratch(), add, exact=True)
    np.testing.assert_array_equal(out, expected(kernel, 21, 46) + 7 * add)


def test_a_kernel_of_one_long_row_is_cut_too() -> None:
    rng = np.random.default_rng(3)
    plane = rng.integers(0, 256, (3, 400)).astype(np.float32)
    kernel = rng.integers(-3, 4, (1, 200))
    out = np.empty((3, 201), np.float32)
    correlate(plane, kernel, (1, 1), out, Scratch(), exact=True)
    np.testing.assert_array_equal(out, [np.correlate(row, kernel[0], "valid") for row in plane])
