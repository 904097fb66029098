"""Where taps meet cells, against a count of every place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from convviz.core.nd.taps import met, met_along_axes

SMALL = st.integers(0, 7)


@given(SMALL, SMALL, st.integers(1, 4), st.integers(-9, 9), st.integers(0, 9))
def test_windows_and_cells_are_paired(start: int, length: int, s: int, a: int, n: int) -> None:
    part = slice(start, start + length)
    windows, cells = met(part, s, a, n)
    pairs = list(zip(range(length)[windows], range(n)[cells], strict=True))
    places = [(r - start, r * s + a) for r in range(start, start + length)]
    assert pairs == [(r, place) for r, place in places if 0 <= place < n]


def test_the_first_window_hangs_over() -> None:
    assert met(slice(0, 4), s=2, a=-1, n=5) == (slice(1, 3), slice(1, 4, 2))


def test_each_axis_is_met_by_itself() -> None:
    box = (slice(0, 4), slice(1, 3))
    to, cells = met_along_axes(box, (2, 1), (0, 2), (1, 3), (1, 0), (5, 9))
    assert to == (slice(1, 3), slice(0, 2))
    assert cells == (slice(1, 4, 2), slice(7, 9, 1))
