"""A frame stays on its picture, whatever moves or sizes it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core.framing import begun, beyond, moved, sized, stride
from convviz.core.viewing import Rect

PICTURE = Rect(0, 0, 60, 90)
sides = st.integers(1, 300)
steps = st.lists(st.tuples(st.booleans(), st.integers(-70, 70), st.integers(-70, 70)), max_size=12)


def test_it_begins_as_the_middle_half_of_what_is_seen() -> None:
    assert begun(PICTURE, PICTURE) == Rect(15, 22, 30, 46)
    assert begun(Rect(20, 40, 8, 12), PICTURE) == Rect(22, 43, 4, 6)
    assert begun(Rect(-10, -30, 80, 150), PICTURE) == begun(PICTURE, PICTURE)


@pytest.mark.parametrize(
    "seen", [Rect(0, 0, 1, 1), Rect(-5, -5, 9, 9), Rect(70, 95, 5, 5), Rect(59.9, 0.1, 0.2, 0.2)]
)
def test_of_little_that_is_seen_it_is_a_pixel_on_the_picture(seen: Rect) -> None:
    frame = begun(seen, PICTURE)
    assert min(frame.height, frame.width) >= 1
    assert moved(frame, 0, 0, PICTURE) == frame


@given(sides, sides, steps)
def test_it_never_leaves_the_picture(height: int, width: int, ways: list[tuple[bool, int, int]]) -> None:
    picture = Rect(0, 0, height, width)
    frame = begun(picture, picture)
    for size, right, down in ways:
        frame = (sized if size else moved)(frame, right, down, picture)
        assert min(frame.top, frame.left) >= 0
        assert min(frame.height, frame.width) >= 1
        assert (frame.bottom, frame.right) <= (height, width)
        assert frame.right <= width


def test_moving_keeps_the_size_and_sizing_the_corner() -> None:
    frame = Rect(10, 20, 5, 7)
    assert moved(frame, 3, -2, PICTURE) == Rect(8, 23, 5, 7)
    assert sized(frame, 3, -2, PICTURE) == Rect(10, 20, 3, 10)


def test_a_stride_is_as_far_on_the_screen_whatever_is_seen() -> None:
    assert [stride(Rect(0, 0, n, 2 * n)) for n in (4000, 480, 24, 3)] == [167, 20, 1, 1]


@pytest.mark.parametrize(
    ("frame", "move"),
    [
        (Rect(10, 10, 5, 5), (0, 0)),
        (Rect(0, 90, 10, 20), (10, 0)),
        (Rect(95, 10, 20, 5), (0, 15)),
        (Rect(-4, -7, 10, 10), (-7, -4)),
        (Rect(30, 5, 10, 300), (5, 0)),
    ],
)
def test_the_view_moves_no_further_than_shows_the_frame(frame: Rect, move: tuple[int, int]) -> None:
    assert beyond(frame, Rect(0, 0, 100, 100)) == move
