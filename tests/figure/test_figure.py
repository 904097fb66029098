"""Figures as data: rectangles, grids, and which cell a pointer is on."""

from __future__ import annotations

import numpy as np
import pytest

from convviz.figure.figure import Bars, Box, Figure, Grid, Mark, Outline, Panel, Scale, Size, Spot, marks_like
from convviz.i18n import msg


def grid(name: str = "input", x: float = 10, y: float = 20, **more: object) -> Grid:
    values = np.arange(6.0).reshape(2, 3)
    return Grid(name, x, y, 5, values, Scale("image"), marks_like(values), **more)  # type: ignore[arg-type]


def figure(*items: Grid | Panel) -> Figure:
    return Figure(Size(100, 100), items, msg("Six cells."))


def test_a_box_knows_its_sides_and_what_it_holds() -> None:
    box = Box(1, 2, 10, 20)
    assert (box.right, box.bottom, box.center) == (11, 22, (6, 12))
    assert box.holds(1, 2)
    assert not box.holds(11, 2)
    assert not box.holds(1, 22)


def test_a_box_moves_towards_another() -> None:
    assert Box(0, 0, 10, 10).towards(Box(10, 20, 30, 40), 0.5) == Box(5, 10, 20, 25)
    assert Box(0, 0, 10, 10).towards(Box(10, 20, 30, 40), 0) == Box(0, 0, 10, 10)


def test_marks_are_bits_of_one_byte() -> None:
    flags = [value for name, value in vars(Mark).items() if name.isupper() and value]
    assert len(set(flags)) == len(flags)
    assert all(flag & (flag - 1) == 0 for flag in flags)
    assert max(flags) < 256
    assert marks_like(np.zeros((2, 3))).dtype == np.uint8


def test_a_grid_fills_a_box_and_its_cells_are_found_by_their_index_in_the_whole() -> None:
    part = grid(first=(100, 200))
    assert part.box == Box(10, 20, 15, 10)
    assert part.cell_box(100, 200) == Box(10, 20, 5, 5)
    assert part.cell_box(101, 201, 1, 2) == Box(15, 25, 10, 5)
    assert part.cell_box(100.5, 200) == Box(10, 22.5, 5, 5)


@pytest.mark.parametrize(
    ("x", "y", "cell"), [(10, 20, (100, 200)), (24.9, 29.9, (101, 202)), (14.9, 25, (101, 200))]
)
def test_a_point_on_a_grid_is_a_cell(x: float, y: float, cell: tuple[int, int]) -> None:
    assert figure(grid(first=(100, 200), channel=2)).spot(x, y) == Spot("input", *cell, 2)


@pytest.mark.parametrize(("x", "y"), [(9.9, 20), (25, 20), (10, 30), (10, 19.9)])
def test_a_point_beside_is_none(x: float, y: float) -> None:
    assert figure(grid()).spot(x, y) is None


def test_the_topmost_grid_is_meant() -> None:
    spot = figure(grid("input"), Panel(Box(0, 0, 99, 99), "strip"), grid("output")).spot(11, 21)
    assert spot
    assert spot.grid == "output"


def test_grids_are_found_by_name_in_their_order() -> None:
    first, second = grid("kernel", channel=0), grid("kernel", channel=1)
    assert figure(first, grid(), second).grids("kernel") == [first, second]
    assert figure(first).grids("output") == []


def test_a_bar_stands_on_0_and_ends_at_its_value() -> None:
    bars = Bars(Box(10, 20, 40, 100), np.array([4.0, -1.0]), -1, 4, np.zeros(2, np.uint8))
    assert bars.y(0) == 100
    assert bars.bar(0) == Box(10, 20, 20, 80)
    assert bars.bar(1) == Box(30, 100, 20, 20)


def test_a_bar_keeps_to_its_box() -> None:
    bars = Bars(Box(0, 0, 10, 100), np.array([9.0]), 0, 4, np.zeros(1, np.uint8))
    assert bars.bar(0) == Box(0, 0, 10, 100)
    flat = Bars(Box(0, 0, 10, 100), np.array([0.0]), 0, 0, np.zeros(1, np.uint8))
    assert flat.bar(0).h == 0


def test_the_boldest_outline_of_a_role_is_its_frame() -> None:
    thin, bold = Outline(Box(0, 0, 9, 9), "window", 1.5), Outline(Box(5, 5, 2, 2), "window", 3.5)
    figure = Figure(Size(20, 20), (thin, bold, Outline(Box(1, 1, 1, 1), "output", 9.0)), msg("A figure."))
    assert figure.frame("window") == bold.box
    assert figure.frame("lit") is None
