"""The stage of unpooling: picture → maxima, each with its index → the maxima back in their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import convviz.labs.conv_words as words
import convviz.labs.parts as parts
from convviz.figure import lettering
from convviz.figure.figure import Grid, Item, Outline, Scale, Size, Text
from convviz.i18n import Message, msg
from convviz.labs.conv_grids import OVER_CELL, OVER_SHARE, input_grid, output_grid
from convviz.labs.conv_stage import GAP, WIDE_GAP, comfort, largest_cell, way, written
from convviz.labs.parts import Bands
from convviz.labs.pool_words import how_counted
from convviz.labs.unpool_view import POOLED, UnpoolView
from convviz.labs.unpool_words import formula

LEAST = (156.0, 168.0, 156.0)
"""Widths that the headings of picture, maxima and output need."""
MOST_OUTLINED = 9
"""Windows that are outlined on the picture; of more, only the one in play."""


@dataclass(frozen=True)
class Layout:
    """Where the grids stand."""

    cells: tuple[float, ...]
    columns: tuple[float, ...]
    widths: tuple[float, ...]
    bands: Bands

    def y(self, rows: int, column: int) -> float:
        """Where a grid of so many rows begins to stand in the middle."""
        return float(round(self.bands.grids.center[1] - rows * self.cells[column] / 2))


def lay_out(view: UnpoolView, size: Size, zoom: float) -> Layout:
    """The largest cells with which the columns fit side by side, headings included."""
    area, pooled, region = view.area, view.map_region, view.region
    bands = parts.bands(size)
    height, largest = bands.grids.h, largest_cell(size, zoom)
    cell = min(largest, height / area.height)
    output = min(largest, height / region.height, comfort(size, cell))
    cells = (cell, min(1.25 * largest, height / pooled.height), output)
    counts = (area.width, pooled.width, region.width)
    gap = min(max(GAP, 0.04 * size.w), WIDE_GAP)
    wanted = [count * each for count, each in zip(counts, cells, strict=True)]
    at = parts.side_by_side(wanted, LEAST, size.w, gap, 60.0)
    return Layout(tuple(parts.whole(each * at.factor) for each in cells), at.starts, at.widths, bands)


def draw(view: UnpoolView, size: Size, zoom: float, sentence: Message) -> Iterator[Item]:
    """Everything, back to front."""
    at = lay_out(view, size, zoom)
    source = input_grid(view, 0, at.columns[0], at.y(view.area.height, 0), at.cells[0], weighed=False)
    pooled = map_grid(view, at.columns[1], at.y(view.map_region.height, 1), at.cells[1])
    output = output_grid(view, at.columns[2], at.y(view.region.height, 2), at.cells[2])
    yield from (source, pooled, output)
    yield from _windows(view, source, pooled)
    yield from _way(view, pooled, output)
    yield from _headings(view, size, at, source, pooled, output)
    room = size.w - 2 * parts.MARGIN
    yield Text(parts.MARGIN, at.bands.sentence, sentence, "muted", 13.5, room=room, least=9.0)
    yield from parts.strip(at.bands.strip, formula(view))


def map_grid(view: UnpoolView, x: float, y: float, cell: float) -> Grid:
    """The maxima, above each of them its index where there is room."""
    (values, indices), region = view.remembered, view.map_region
    numbers = parts.labels(values, cell)
    over = [[str(index) for index in row] for row in indices.tolist()]
    readable = numbers and cell >= OVER_CELL and lettering.number_size(over, cell, OVER_SHARE)
    scale = Scale("image", 0.0, view.story.source.white)
    return Grid(
        POOLED,
        x,
        y,
        cell,
        values,
        scale,
        view.map_marks,
        (region.top, region.left),
        numbers,
        over=over if readable else None,
        channel=view.story.output,
    )


def _windows(view: UnpoolView, source: Grid, pooled: Grid) -> Iterator[Item]:
    """The place of the output cell on the picture, and the windows that may hold it."""
    row, col = view.place
    shown = view.shown_windows
    strong = view.at_map or view.asking or (view.writers[-1] if view.writers else None)
    if len(shown) > MOST_OUTLINED:
        shown = [place for place in shown if place == strong]
    for place in shown:
        top, left, tall, wide = view.window_of(place)
        yield Outline(source.cell_box(top, left, tall, wide), "window", 3.5 if place == strong else 2.0)
        if view.map_region.holds(*place):
            yield Outline(pooled.cell_box(*place), "window", 3.5 if place == strong else 2.0)
    if view.at_map is None and view.at_input is None:
        yield Outline(source.cell_box(row, col), "output", 2.5, dashed=True)


def _way(view: UnpoolView, pooled: Grid, output: Grid) -> Iterator[Item]:
    """The frame around the output cell, and the way of the maximum that is written there."""
    if view.at_map:
        named = view.named(view.at_map)
        if view.region.holds(*named):
            start, end = pooled.cell_box(*view.at_map), output.cell_box(*named)
            yield way(start, pooled, end, output, "lit")
        return
    if not view.writers:
        if view.reached("write") > 0:
            yield Outline(output.cell_box(*view.step.cell[1:]), "output", 3.5)
        return
    yield from written(view, pooled.cell_box(*view.writers[-1]), output, source=pooled)


def _headings(
    view: UnpoolView, size: Size, at: Layout, source: Grid, pooled: Grid, output: Grid
) -> Iterator[Item]:
    story = view.story
    rooms = [b - a - parts.COLUMN_GAP for a, b in zip(at.columns, at.columns[1:], strict=False)]
    yield from words.input_heading(view, source, words.input_title(story, source.channel), rooms[0], rooms[0])
    yield from parts.heading(pooled.x, rooms[1], (msg("Maxima and indices"), msg("Maxima")))
    rows, cols = view.own.pooled((story.x.shape[1], story.x.shape[2]))
    kh, kw = view.own.kernel_size
    yield from parts.lines(
        pooled.x,
        rooms[1],
        (
            (msg("{h} × {w}, windows {kh} × {kw}", h=rows, w=cols, kh=kh, kw=kw), f"{rows} × {cols}"),
            how_counted(story),
        ),
    )
    room = min(size.w - 4 - output.x, max(at.widths[2], output.box.w, 200.0))
    yield from words.output_heading(view, output.x, room, output, (msg("Unpooled"),))
