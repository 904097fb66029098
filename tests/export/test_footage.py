"""Frames as what they change."""

from __future__ import annotations

import numpy as np
import pytest

from convviz.export.footage import Frame, changes


def frames(*places: tuple[int, int]) -> list[Frame]:
    """Pictures of 8 × 9, each with one more pixel set."""
    pixels = np.zeros((8, 9, 3), np.uint8)
    found = [Frame(pixels.copy(), 1)]
    for row, col in places:
        pixels[row, col, 2] = 9
        found.append(Frame(pixels.copy(), 2))
    return found


def test_the_first_changes_everything_and_others_the_smallest_rectangle() -> None:
    first, second, third = changes(iter(frames((3, 5), (7, 8))))
    assert (first.rows, first.columns, first.ticks) == (slice(0, 8), slice(0, 9), 1)
    assert (second.rows, second.columns, second.ticks) == (slice(3, 4), slice(5, 6), 2)
    assert (third.rows, third.columns) == (slice(7, 8), slice(8, 9))
    assert third.part.tolist() == [[[0, 0, 9]]]
    assert third.part.flags.c_contiguous


@pytest.mark.parametrize(("place", "rows", "columns"), [((3, 5), (2, 4), (4, 6)), ((4, 8), (4, 5), (8, 9))])
def test_rectangles_may_have_to_begin_at_even_places(place, rows, columns) -> None:
    _, change = changes(iter(frames(place)), even=True)
    assert (change.rows, change.columns) == (slice(*rows), slice(*columns))


def test_several_pixels_are_in_one_rectangle() -> None:
    before, after = np.zeros((8, 9, 3), np.uint8), np.zeros((8, 9, 3), np.uint8)
    after[2, 7] = after[5, 1] = 255
    *_, change = changes(iter([Frame(before, 1), Frame(after, 1)]))
    assert (change.rows, change.columns) == (slice(2, 6), slice(1, 8))
