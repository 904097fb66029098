"""Paints the lines of a grid: between cells, and dashed around those of the padding."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPainter, QPen

from convviz.figure.figure import Grid, Mark
from convviz.paint.theme import Theme

Array = NDArray[Any]
Span = tuple[int, int]

LUMA = np.array([0.299, 0.587, 0.114])
BRIGHT = 122
"""Luma from which black is easier to read than white: about where the contrast of both is the same."""
PALE = ("weight", "plain", "read")
"""Grids whose lines are as pale as their cells."""
LINED, DASHED = 6.0, 8.0
"""Smaller cells have no lines, no dashes."""


def paint_lines(grid: Grid, painter: QPainter, theme: Theme, written: Array | None = None) -> None:
    """Thin lines between cells; those of the padding are dashed. Around those that are `written`, or all.

    Around a picture goes an edge, where black cells end on a black ground, and zeros beside padding's zeros.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    ghost = (grid.marks & Mark.GHOST) > 0
    pale = grid.name == "output" or grid.scale.role in PALE
    if grid.cell >= LINED and grid.name != "legend":
        role = "empty_border" if pale else "grid"
        painter.setPen(QPen(theme.color(role), 1.0))
        painter.drawLines(_mesh(grid, written))
    rows, cols = _inner(~ghost.all(1)), _inner(~ghost.all(0))
    if grid.cell >= DASHED and (ghost.any() if written is None else (ghost & written).any()):
        lines = _mesh_around(grid, rows, cols)
        painter.setPen(QPen(theme.color("ghost"), 1.0))
        painter.drawLines(lines)
        painter.setPen(QPen(theme.color("ghost_border"), 1.0, Qt.PenStyle.DashLine))
        painter.drawLines(lines)
    if grid.cell >= LINED and grid.name != "legend" and not pale and rows[0] >= 0:
        painter.setPen(QPen(theme.color("ghost_border"), 1.0))
        painter.drawLines(_edge(grid, rows, cols))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def runs(flags: Array) -> list[tuple[int, int, int]]:
    """(row, from, to) of flags that are set side by side: [[1, 1, 0, 1]] gives (0, 0, 2) and (0, 3, 4)."""
    inside = np.zeros((flags.shape[0], flags.shape[1] + 2), np.int8)
    inside[:, 1:-1] = flags
    steps = np.diff(inside, axis=1)
    begin, end = np.argwhere(steps == 1), np.argwhere(steps == -1)
    return [(row, a, b) for (row, a), (_, b) in zip(begin.tolist(), end.tolist(), strict=True)]


def _mesh(grid: Grid, written: Array | None) -> list[QLineF]:
    """The lines around the cells that are written, each as long as the block of all of these."""
    (rows, cols), cell = grid.values.shape, grid.cell
    (top, bottom), (left, right) = (0, rows), (0, cols)
    if written is not None:
        (top, bottom), (left, right) = _inner(written.any(1)), _inner(written.any(0))
    west, east = grid.x + left * cell, grid.x + right * cell
    north, south = grid.y + top * cell, grid.y + bottom * cell
    down = [QLineF(west, grid.y + r * cell, east, grid.y + r * cell) for r in range(top, bottom + 1)]
    across = [QLineF(grid.x + c * cell, north, grid.x + c * cell, south) for c in range(left, right + 1)]
    return down + across


def _edge(grid: Grid, rows: Span, cols: Span) -> list[QLineF]:
    """The four sides of the block of these rows and columns."""
    cell = grid.cell
    north, south = (grid.y + row * cell for row in rows)
    west, east = (grid.x + col * cell for col in cols)
    sides = (
        (west, north, east, north),
        (east, north, east, south),
        (east, south, west, south),
        (west, south, west, north),
    )
    return [QLineF(*side) for side in sides]


def _mesh_around(grid: Grid, rows: Span, cols: Span) -> list[QLineF]:
    """The mesh without the part that lies within those rows and columns or on their border.

    It is left out rather than clipped, because an SVG by Qt clips nothing.
    """
    (tall, wide), (x, y), cell = grid.values.shape, (grid.x, grid.y), grid.cell
    down = [
        QLineF(x + a * cell, y + r * cell, x + b * cell, y + r * cell)
        for r in range(tall + 1)
        for a, b in _around(wide, cols, rows[0] <= r <= rows[1])
    ]
    across = [
        QLineF(x + c * cell, y + a * cell, x + c * cell, y + b * cell)
        for c in range(wide + 1)
        for a, b in _around(tall, rows, cols[0] <= c <= cols[1])
    ]
    return down + across


def _around(cells: int, inner: Span, crosses: bool) -> list[Span]:
    """The parts of a line that lie beside the inner cells, if it crosses them."""
    parts = [(0, inner[0]), (inner[1], cells)] if crosses else [(0, cells)]
    return [(a, b) for a, b in parts if a < b]


def _inner(flags: Any) -> Span:
    """From the first that is set to behind the last; before all when there is none."""
    found = np.flatnonzero(flags)
    return (int(found[0]), int(found[-1]) + 1) if len(found) else (-1, -1)
