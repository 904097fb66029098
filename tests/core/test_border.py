from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core.border import CONSTANT, read, sources
from convviz.core.spec import PADDING_MODES

NUMPY = {"reflect": "reflect", "replicate": "edge", "circular": "wrap"}


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("zeros", [-1, -1, 0, 1, 2, 3, 4, -1, -1]),
        ("constant", [-1, -1, 0, 1, 2, 3, 4, -1, -1]),
        ("reflect", [2, 1, 0, 1, 2, 3, 4, 3, 2]),
        ("replicate", [0, 0, 0, 1, 2, 3, 4, 4, 4]),
        ("circular", [3, 4, 0, 1, 2, 3, 4, 0, 1]),
    ],
)
def test_the_cells_around_an_axis_of_five(mode: str, expected: list[int]) -> None:
    assert sources(np.arange(-2, 7), 5, mode).tolist() == expected
    assert CONSTANT == -1


@given(
    n=st.integers(1, 12),
    before=st.integers(0, 11),
    after=st.integers(0, 11),
    mode=st.sampled_from(list(NUMPY)),
)
def test_numpys_pad_copies_the_same_cells(n: int, before: int, after: int, mode: str) -> None:
    widest = n - 1 if mode == "reflect" else n
    before, after = min(before, widest), min(after, widest)
    expected = np.pad(np.arange(n), (before, after), mode=NUMPY[mode])  # type: ignore[call-overload]
    np.testing.assert_array_equal(sources(np.arange(-before, n + after), n, mode), expected)


@given(st.sampled_from(PADDING_MODES), st.integers(1, 9))
def test_inside_the_image_every_place_reads_itself(mode: str, n: int) -> None:
    np.testing.assert_array_equal(sources(np.arange(n), n, mode), np.arange(n))


def test_reading_puts_the_value_where_there_is_no_cell() -> None:
    x = np.arange(12, dtype=np.uint8).reshape(2, 2, 3)
    cells = read(x, np.array([CONSTANT, 1]), np.array([2, CONSTANT]), 0.5)
    np.testing.assert_array_equal(cells, [[[0.5, 0.5], [5, 0.5]], [[0.5, 0.5], [11, 0.5]]])
    assert cells.dtype == np.float64
    assert read(x, np.array([0]), np.array([0]), 0, np.float32).dtype == np.float32
