"""The stage of pooling: input → window → output, and beside a maximum what unpooling puts back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import convviz.labs.conv_words as words
import convviz.labs.parts as parts
from convviz.core.kernel_text import shown
from convviz.figure.figure import Grid, Item, Mark, Outline, Scale, Size, Text
from convviz.i18n import Message, msg
from convviz.labs.conv_grids import input_grid, output_grid, patch_grid
from convviz.labs.conv_stage import GAP, WIDE_GAP, comfort, copy_arrow, largest_cell, lifted, windows, written
from convviz.labs.parts import Bands, Formula, Span
from convviz.labs.pool_view import UNPOOLED, PoolView, flat_index, is_inside, winner
from convviz.labs.pool_words import how_counted

LEAST = (176.0, 104.0, 150.0, 150.0)
"""Widths that the headings of input, window, output and unpooled need."""
RESULT = 34.0
"""Height of the line below the window that says what came out."""


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


def lay_out(view: PoolView, size: Size, zoom: float, columns: int) -> Layout:
    """The largest cells with which the columns fit side by side, headings included."""
    (kh, kw), area, region = view.story.spec.kernel_size, view.area, view.region
    bands = parts.bands(size)
    height, largest = bands.grids.h, largest_cell(size, zoom)
    cell = min(largest, height / area.height)
    patch = min(largest, max(height - RESULT, 1.0) / kh)
    output = min(largest, height / region.height, comfort(size, cell))
    cells = (cell, patch, output, cell)[:columns]
    counts = (area.width, kw, region.width, area.width)[:columns]
    gap = min(max(GAP, 0.04 * size.w), WIDE_GAP)
    wanted = [count * each for count, each in zip(counts, cells, strict=True)]
    at = parts.side_by_side(wanted, LEAST[:columns], size.w, gap, 50.0)
    return Layout(tuple(parts.whole(each * at.factor) for each in cells), at.starts, at.widths, bands)


def draw(view: PoolView, size: Size, zoom: float, sentence: Message) -> Iterator[Item]:
    """Everything, back to front."""
    columns = 4 if view.maximum else 3
    at = lay_out(view, size, zoom, columns)
    weighed = not view.maximum  # which weighs nothing
    source = input_grid(view, 0, at.columns[0], at.y(view.area.height, 0), at.cells[0], weighed)
    kh = view.story.spec.kernel_size[0]
    patch = window_grid(view, at.columns[1], at.y(kh, 1) - RESULT / 2, at.cells[1])
    output = output_grid(view, at.columns[2], at.y(view.region.height, 2), at.cells[2])
    yield from (source, patch, output)
    yield Outline(patch.box, "window", 2.0)
    yield from windows(view, source)
    yield from copy_arrow(view, source)
    yield from lifted(view, source, patch)
    yield from written(view, patch.box, output)
    yield from _result(view, patch, at.columns[2] - at.columns[1] - parts.COLUMN_GAP)
    yield from _headings(view, at, source, patch, output)
    if columns == 4:
        yield from _unpooled(view, at)
    yield Text(
        parts.MARGIN, at.bands.sentence, sentence, "muted", 13.5, room=size.w - 2 * parts.MARGIN, least=9.0
    )
    yield from parts.strip(at.bands.strip, _formula(view))


def window_grid(view: PoolView, x: float, y: float, cell: float) -> Grid:
    """The values under the window; the winner is lit when all have been compared."""
    grid = patch_grid(view, 0, x, y, cell)
    if view.maximum and view.reached(view.work) >= 1:
        grid.marks[view.step.weights[0] > 0] |= Mark.LIT
    elif view.tapped:
        grid.marks[view.tapped[1:]] |= Mark.LIT
    return grid


def _result(view: PoolView, patch: Grid, room: float) -> Iterator[Item]:
    if view.reached(view.work) < 1:
        return
    y = shown(view.step.value)
    text = msg("maximum {y}", y=y) if view.maximum else msg("mean {y}", y=y)
    place = patch.box.bottom + RESULT / 2
    yield Text(patch.x, place, text, size=15, bold=True, room=room, least=10.0, shorter=(y,))


def _headings(view: PoolView, at: Layout, source: Grid, patch: Grid, output: Grid) -> Iterator[Item]:
    story = view.story
    rooms = [
        following - x - parts.COLUMN_GAP for x, following in zip(at.columns, at.columns[1:], strict=False)
    ]
    yield from words.input_heading(view, source, words.input_title(story, source.channel), rooms[0], rooms[0])
    yield from parts.heading(patch.x, rooms[1], (msg("Window"),))
    kh, kw = story.spec.kernel_size
    at_, along = winner(view.step)
    known = view.maximum and view.reached(view.work) >= 1 and is_inside(story, at_, along)
    index = ((msg("index {index}", index=flat_index(story, at_, along)),),) if known else ()
    yield from parts.lines(patch.x, rooms[1], ((f"{kh} × {kw}",), *index))
    room = rooms[2] if len(rooms) > 2 else max(at.widths[2], output.box.w)
    yield from words.output_heading(view, output.x, room, output)


def _unpooled(view: PoolView, at: Layout) -> Iterator[Item]:
    """Each maximum put back where it came from, zeros elsewhere: max unpooling of the output so far."""
    values, marks = view.put_back
    x, cell = at.columns[3], at.cells[3]
    grid = Grid(
        UNPOOLED,
        x,
        at.y(view.area.height, 3) + (view.inside.top - view.area.top) * cell,  # beside the input's rows
        cell,
        values,
        Scale("image", 0.0, view.story.source.white),
        marks,
        (view.inside.top, view.inside.left),
        parts.labels(values, cell),
    )
    yield grid
    if view.reached("write") > 0:
        row, col = winner(view.step)
        if view.inside.holds(row, col):
            yield Outline(grid.cell_box(row, col), "output", 3.0)
    yield from parts.heading(x, at.widths[3], (msg("Unpooled"),))
    yield from parts.lines(
        x,
        at.widths[3],
        (
            (msg("maxima where they were, else 0"), msg("maxima put back")),
            how_counted(view.story),
        ),
    )


def _formula(view: PoolView) -> Formula:
    """As in y[0,1] = max( 3, 9, 2, 5 ) = 9, or ( 3 + 9 + 2 + 5 ) / 4 = 4.75."""
    step, maximum = view.step, view.maximum
    values = step.values.ravel()
    done, tapped = view.done(view.work), view.tapped_number

    def term(n: int) -> Span:
        role = "strip_accent" if n == tapped else "strip_text" if n < done else "strip_muted"
        return Span(shown(float(values[n])), role)

    head = Span(f"y[{step.cell[1]},{step.cell[2]}] = " + ("max( " if maximum else "( "), "strip_muted", True)
    close = " )" if maximum else f" ) / {round(1 / float(step.weights.flat[0]))}"
    tail = [Span(close, "strip_muted")]
    if view.reached(view.work) >= 1:
        tail.append(Span(f" = {shown(step.value)}", "strip_accent"))
    between = Span(", ", "strip_muted") if maximum else parts.PLUS
    return Formula(head, values.size, term, tapped, tail, len(close) + 12, between)
