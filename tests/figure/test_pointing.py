"""Keys that go from cell to cell, and from grid to grid where a grid ends."""

from __future__ import annotations

import numpy as np
import pytest

from convviz.figure.figure import Figure, Grid, Scale, Size, Spot, Text, marks_like
from convviz.figure.pointing import beside, first_of, following, grid_of, pointable
from convviz.i18n import msg

UP, DOWN, LEFT, RIGHT = (-1, 0), (1, 0), (0, -1), (0, 1)


def grid(
    name: str, x: float, y: float, rows: int, cols: int, first: tuple[int, int] = (0, 0), channel: int = 0
) -> Grid:
    values = np.zeros((rows, cols))
    return Grid(
        name, x, y, 20.0, values, marks_like(values), Scale("image", 0, 1), first=first, channel=channel
    )


INPUT = grid("input", 0, 0, 5, 5, first=(-1, 9))
KERNEL = grid("kernel", 150, 0, 2, 2)
PRODUCTS = grid("products", 150, 60, 2, 2)
OUTPUT = grid("output", 250, 20, 3, 3, first=(7, 8))
ALL = (INPUT, KERNEL, PRODUCTS, OUTPUT)


@pytest.mark.parametrize(("way", "row", "col"), [(UP, -1, 10), (DOWN, 1, 10), (LEFT, 0, 9), (RIGHT, 0, 11)])
def test_within_a_grid_the_next_cell_follows(way, row: int, col: int) -> None:
    assert beside(ALL, Spot("input", 0, 10), way) == Spot("input", row, col)


@pytest.mark.parametrize(
    ("start", "way", "end"),
    [
        (Spot("input", 0, 13), RIGHT, Spot("kernel", 1, 0)),  # its middle is 30 pixels down: the second row
        (Spot("input", 3, 13), RIGHT, Spot("products", 1, 0)),
        (Spot("kernel", 0, 0), LEFT, Spot("input", -1, 13)),
        (Spot("kernel", 1, 1), DOWN, Spot("products", 0, 1)),
        (Spot("products", 0, 0), UP, Spot("kernel", 1, 0)),
        (Spot("products", 1, 1), RIGHT, Spot("output", 9, 8)),  # aside of it, the last row is nearest
        (Spot("output", 7, 8), LEFT, Spot("kernel", 1, 1)),
    ],
)
def test_at_its_edge_the_nearest_grid_that_way_follows(start: Spot, way, end: Spot) -> None:
    assert beside(ALL, start, way) == end


@pytest.mark.parametrize(("spot", "way"), [(Spot("input", 0, 9), LEFT), (Spot("output", 9, 10), RIGHT)])
def test_nothing_follows_at_the_figures_end(spot: Spot, way) -> None:
    assert beside(ALL, spot, way) is None


@pytest.mark.parametrize("spot", [Spot("window", 0, 0), Spot("input", 4, 9), Spot("input", 0, 9, channel=1)])
def test_a_cell_that_is_not_shown_has_no_neighbours(spot: Spot) -> None:
    assert grid_of(ALL, spot) is None
    assert beside(ALL, spot, DOWN) is None


def test_channels_are_told_apart() -> None:
    second = grid("input", 0, 110, 5, 5, first=(-1, 9), channel=1)
    assert beside((INPUT, second), Spot("input", 3, 9), DOWN) == Spot("input", -1, 9, channel=1)


@pytest.mark.parametrize(
    ("last", "output", "first"),
    [
        (None, (0, 8, 9), Spot("output", 8, 9)),
        (None, (2, 8, 9), Spot("output", 8, 9)),  # the grid of a single output counts as its channel 0
        (Spot("kernel", 1, 1), (0, 8, 9), Spot("kernel", 1, 1)),
        (Spot("kernel", 5, 5), (0, 8, 9), Spot("output", 8, 9)),
        (None, (0, 99, 99), Spot("input", -1, 9)),
    ],
)
def test_pointing_begins_where_it_was_or_at_the_output(
    last, output: tuple[int, int, int], first: Spot
) -> None:
    assert first_of(ALL, last, output) == first


def test_nothing_can_be_pointed_at_where_no_grid_is() -> None:
    figure = Figure(Size(9, 9), (grid("legend", 0, 0, 1, 1), Text(0, 0, "words")), msg("Nothing."))
    assert pointable(figure) == []
    assert first_of([], None, (0, 0, 0)) is None


def test_typing_goes_on_at_the_next_row_and_not_past_the_grid() -> None:
    values = np.zeros((2, 3))
    grid = Grid("kernel", 0, 0, 10, values, Scale("weight"), marks_like(values), first=(4, 7))
    right, down = (0, 1), (1, 0)
    assert following(grid, Spot("kernel", 4, 8), right) == Spot("kernel", 4, 9)
    assert following(grid, Spot("kernel", 4, 9), right) == Spot("kernel", 5, 7)
    assert following(grid, Spot("kernel", 5, 7), (0, -1)) == Spot("kernel", 4, 9)
    assert following(grid, Spot("kernel", 4, 8), down) == Spot("kernel", 5, 8)
    assert following(grid, Spot("kernel", 5, 9), right) is None
    assert following(grid, Spot("kernel", 4, 7), (0, -1)) is None
