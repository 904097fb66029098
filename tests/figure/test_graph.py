"""A graph: where its points stand."""

from __future__ import annotations

import pytest

from convviz.figure.figure import Box, Graph

RELU = Graph(Box(100, 50, 80, 40), ((-2, 0), (0, 0), (2, 2)), (-2, 2), (-1, 3))


@pytest.mark.parametrize(
    ("point", "place"), [((0, 0), (140, 80)), ((-2, -1), (100, 90)), ((2, 3), (180, 50)), ((1, 2), (160, 60))]
)
def test_points_stand_between_the_ranges_ends(point: tuple[float, float], place: tuple[float, float]) -> None:
    assert RELU.place(*point) == pytest.approx(place)


def test_what_is_beyond_stands_at_the_edge() -> None:
    assert RELU.place(99, -99) == (180, 90)
