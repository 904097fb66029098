"""The stage of a stack: its depth at the left, a row for each slice under the window, their sum at Σ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

import convviz.labs.conv_stage as conv_stage
import convviz.labs.conv_sum as conv_sum
import convviz.labs.conv_words as words
import convviz.labs.parts as parts
import convviz.labs.volume_words as volume_words
from convviz.figure.figure import Box, Curve, Grid, Item, Mark, Outline, Panel, Scale, Size, Text, marks_like
from convviz.i18n import msg
from convviz.labs.conv_formula import formula
from convviz.labs.conv_grids import output_grid
from convviz.labs.conv_sum import Layout
from convviz.labs.volume_view import VolumeView

STRIP, GUTTER, NARROW_GUTTER = 24.0, 92.0, 34.0
"""Cells of the depth, and the room for it and for the slices' numbers; a narrow stage has only these."""
LEAST_STRIP = 20.0
"""In smaller cells the numbers of slices are hard to read: then not all of the stack is shown."""
MORE, DOT = 10.0, 2.5
"""Room for the dots where slices are left out, at either end of those that are shown, and a dot's width."""
WIDE = 700.0
NAME = 14.0
"""From the middle of a slice's number to its grid."""
KEYS = (parts.UNREAD_KEY, parts.PADDING_KEY, parts.WINDOW_KEY)

Rows = list[tuple[Grid, Grid, Grid, Grid]]


def draw(view: VolumeView, size: Size, zoom: float) -> Iterator[Item]:
    """Everything, back to front."""
    yield from conv_sum.alike(_draw(view, size, zoom))


def _draw(view: VolumeView, size: Size, zoom: float) -> Iterator[Item]:
    wide = size.w >= WIDE
    at = conv_sum.lay_out(view, size, zoom, GUTTER if wide else NARROW_GUTTER)
    output = output_grid(view, at.columns[4], at.output_top, at.cells[2])
    rows = [_row(view, at, n) for n in range(at.rows)]
    yield from conv_sum.filter_frame([row[2] for row in rows])
    for n, row in enumerate(rows):
        yield from row
        if view.slice_marks(n):
            yield Outline(row[0].box, "muted", 1.0, dashed=True)
        yield from conv_sum.row_marks(view, *row)
        middle, name = row[0].box.center[1], _number(row[0].channel)
        yield Text(row[0].x - NAME, middle, name, "muted", 12, "center", bold=True)
    yield output
    if wide:
        yield from _depth(view, at, rows)
    yield from conv_sum.sums(view, at, [row[3] for row in rows])
    yield from conv_stage.written(view, at.sigma, output, at.above)
    for source, patch, _, _ in rows:
        yield from conv_stage.lifted(view, source, patch)
    yield from _headings(view, size, at, rows, output)
    yield from _foot(view, size, at)


def _row(view: VolumeView, at: Layout, n: int) -> tuple[Grid, Grid, Grid, Grid]:
    """One slice's row; all cells of a slice outside the stack are padding."""
    source, patch, kernel, products = conv_sum.row_of(view, at, n)
    return replace(source, marks=source.marks | view.slice_marks(n)), patch, kernel, products


def _number(place: int) -> str:
    return str(place).replace("-", "−")


# --- the depth


def _depth(view: VolumeView, at: Layout, rows: Rows) -> Iterator[Item]:
    """One pixel in every slice; the slices under the window are framed, and lead to their rows."""
    grid = _strip(view, at)
    yield grid
    places, first = view.step.channels, grid.first[0]
    last = first + len(grid.values) - 1
    if first > view.depth.start:
        yield from _dots(grid.box.center[0], grid.y - MORE)
    if last + 1 < view.depth.stop:
        yield from _dots(grid.box.center[0], grid.box.bottom)
    if view.reached("slide") >= 1 or view.moment.step:
        top, bottom = max(places[0], first), min(places[-1], last)
        yield Outline(grid.cell_box(top, 0, bottom - top + 1, 1), "window", 3.0)
    for (source, *_), place in zip(rows, places, strict=False):
        if first <= place <= last:
            start = (grid.box.right + 3, grid.cell_box(place, 0).center[1])
            yield Curve(
                start, (source.x - 2 * NAME + 2, source.box.center[1]), "window", dotted=False, width=1.2
            )


def _dots(middle: float, top: float) -> Iterator[Item]:
    """Three dots above one another: the stack goes on."""
    for n in range(3):
        y = top + MORE * (2 * n + 1) / 6
        yield Panel(Box(middle - DOT / 2, y - DOT / 2, DOT, DOT), "muted", DOT / 2)


def _strip(view: VolumeView, at: Layout) -> Grid:
    band = at.bands.grids
    cell = min(max(band.h / len(view.depth), LEAST_STRIP), STRIP)
    whole = len(view.depth) * cell <= band.h
    places = view.depth_shown(int((band.h if whole else band.h - 2 * MORE) / cell))
    values = view.line(places)[:, None]
    marks = marks_like(values)
    channels, read = np.array(view.step.channels), np.array(places)
    marks[(read < 0) | (read >= view.count)] |= Mark.GHOST
    if view.spec.padding_mode not in ("zeros", "constant"):
        marks[(read < 0) | (read >= view.count)] |= Mark.COPY
    marks[np.isin(read, channels)] |= Mark.TAP
    if view.spot and view.spot.grid == "stack" and view.spot.row in places:
        marks[view.spot.row - places.start] |= Mark.LIT
    if view.spot and view.spot.grid == "input" and view.spot.channel in places:
        marks[view.spot.channel - places.start] |= Mark.LIT
    return Grid(
        "stack",
        parts.MARGIN,
        round(band.center[1] - len(places) * cell / 2),
        cell,
        values,
        Scale("image", 0.0, view.story.source.white),
        marks,
        (places.start, 0),
        [[_number(place)] for place in places],
    )


# --- words


def _headings(view: VolumeView, size: Size, at: Layout, rows: Rows, output: Grid) -> Iterator[Item]:
    (source, patch, kernel, _), left = rows[0], conv_sum.output_left(at, size, rows[0][3])
    room, below = (grid.x - source.x - parts.COLUMN_GAP for grid in (patch, kernel))
    marks = int(np.bitwise_or.reduce([int(np.bitwise_or.reduce(row[0].marks, axis=None)) for row in rows]))
    keys = [key for key in KEYS if isinstance(key.mark, str) or marks & key.mark]
    yield from parts.heading(source.x, room, volume_words.input_title(view), keys)
    yield from parts.lines(
        source.x, below, (volume_words.input_size(view), words.place(view.story, view.area))
    )
    if size.w >= WIDE:
        yield from parts.heading(parts.MARGIN, source.x - parts.MARGIN - 8, (msg("Stack"),))
        lines = ((msg("slices: {n}", n=view.count),), (msg("one pixel of each"), msg("one pixel"), ""))
        yield from parts.lines(parts.MARGIN, source.x - parts.MARGIN - 8, lines)
    yield from conv_sum.window_headings(view, rows[0], left)
    title = volume_words.output_title(view)
    yield from words.output_heading(view, left, size.w - 4 - left, output, title)


def _foot(view: VolumeView, size: Size, at: Layout) -> Iterator[Item]:
    room = size.w - 2 * parts.MARGIN
    sentence = volume_words.sentence(view)
    yield Text(parts.MARGIN, at.bands.sentence, sentence, "muted", 13.5, room=room, least=9.0)
    yield from formula(view, at.bands.strip, whole=True)
