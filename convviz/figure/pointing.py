"""From a cell of a figure to the one beside it, so that keys can point as a mouse does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from convviz.figure.figure import Box, Figure, Grid, Spot

UNPOINTED = ("legend", "flying")
"""Grids whose cells cannot be asked about."""
Way = tuple[int, int]
"""(rows, columns), one of them 1 or −1: down is (1, 0), left is (0, −1)."""
ASIDE = 2.0
"""How much farther a grid seems for each pixel that it lies aside of the way."""
NEAR = 0.5
"""Pixels by which grids that touch may overlap."""


def pointable(figure: Figure) -> list[Grid]:
    """The grids whose cells can be asked about."""
    return [item for item in figure.items if isinstance(item, Grid) and item.name not in UNPOINTED]


def first_of(grids: Sequence[Grid], last: Spot | None, output: tuple[int, int, int]) -> Spot | None:
    """Where pointing begins: where it was last, at an output's cell (channel, row, column), or anywhere."""
    channel, row, col = output
    wanted = (*((last,) if last else ()), Spot("output", row, col, channel), Spot("output", row, col))
    shown = (spot for spot in wanted if grid_of(grids, spot))
    return next(shown, next((Spot(grid.name, *grid.first, grid.channel) for grid in grids), None))


def grid_of(grids: Sequence[Grid], spot: Spot) -> Grid | None:
    """The grid that has the spot's cell; None when no grid shows it."""
    return next((grid for grid in grids if _shows(grid, spot)), None)


def beside(grids: Sequence[Grid], spot: Spot, way: Way) -> Spot | None:
    """The next cell that way: in the spot's own grid, or at its edge in the nearest grid that lies there.

    None where nothing follows, or when no grid shows the spot.
    """
    here = grid_of(grids, spot)
    if here is None:
        return None
    within = replace(spot, row=spot.row + way[0], col=spot.col + way[1])
    if _shows(here, within):
        return within
    cell = here.cell_box(spot.row, spot.col)
    x, y = cell.x + cell.w / 2, cell.y + cell.h / 2
    found = [grid for grid in grids if _lies(here.box, grid.box, way)]
    if not found:
        return None
    nearest = min(found, key=lambda grid: _distance(grid.box, x, y, way))
    return _cell_near(nearest, x, y)


def following(grid: Grid, spot: Spot, way: Way) -> Spot | None:
    """The cell that way in the same grid, a row's end going on at the next row; None past the grid."""
    rows, cols = grid.values.shape
    row, col = spot.row - grid.first[0] + way[0], spot.col - grid.first[1] + way[1]
    row, col = row + col // cols, col % cols
    if not 0 <= row < rows:
        return None
    return replace(spot, row=row + grid.first[0], col=col + grid.first[1])


def _shows(grid: Grid, spot: Spot) -> bool:
    rows, cols = grid.values.shape
    row, col = spot.row - grid.first[0], spot.col - grid.first[1]
    same = (grid.name, grid.channel) == (spot.grid, spot.channel)
    return same and 0 <= row < rows and 0 <= col < cols


def _lies(box: Box, other: Box, way: Way) -> bool:
    """Whether the other box begins where the first one ends."""
    return {
        (0, 1): other.x >= box.right - NEAR,
        (0, -1): other.right <= box.x + NEAR,
        (1, 0): other.y >= box.bottom - NEAR,
        (-1, 0): other.bottom <= box.y + NEAR,
    }[way]


def _distance(box: Box, x: float, y: float, way: Way) -> float:
    """From a point to the nearest one of a box; what lies aside of the way counts more."""
    across = max(box.x - x, x - box.right, 0.0)
    down = max(box.y - y, y - box.bottom, 0.0)
    return across * (ASIDE if way[0] else 1.0) + down * (ASIDE if way[1] else 1.0)


def _cell_near(grid: Grid, x: float, y: float) -> Spot:
    rows, cols = grid.values.shape
    row = min(max(int((y - grid.y) // grid.cell), 0), rows - 1)
    col = min(max(int((x - grid.x) // grid.cell), 0), cols - 1)
    return Spot(grid.name, row + grid.first[0], col + grid.first[1], grid.channel)
