"""The stage of im2col: the windows of the input as columns; below them the product with the filter.

The filter, a row, stands left of the product and the columns above it, so that each number of the product
is where its row and its column meet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

import convviz.labs.conv_stage as conv_stage
import convviz.labs.conv_words as words
import convviz.labs.im2col_words as matrix_words
import convviz.labs.parts as parts
from convviz.core import border
from convviz.core.im2col import Columns
from convviz.figure.figure import Array, Box, Grid, Item, Mark, Outline, Scale, Size, Text, marks_like
from convviz.labs.conv_formula import formula
from convviz.labs.conv_grids import output_grid, output_scale, weight_scale
from convviz.labs.conv_stage import MOST_FLYING, comfort, largest_cell
from convviz.labs.im2col_board import Board
from convviz.labs.im2col_input import heated
from convviz.labs.parts import Bands
from convviz.labs.window import View
from convviz.motion.easing import smooth

LEAST = (160.0, 176.0, 160.0)
"""Widths that the headings of input, columns and output need."""
GAP, WIDE_GAP = 18.0, 60.0
CAPTION = 20.0
"""Height of the words above the filter's row and the product's."""
BETWEEN = 6.0
"""Height between two channels of the input."""
SMALLEST_CELL, SEEN_CELL = 4.0, 11.0
"""Of a matrix whose cells would be smaller only a part is shown; of one too wide, in the larger cells."""
MOST_CHANNELS, MOST_FILTERS = 4, 3


def page(count: int, at: int, most: float) -> range:
    """At most so many of `count` numbers, `at` among them; it turns like a page, not with every step."""
    size = min(count, max(int(most), 1))
    start = min(at // size * size, count - size)
    return range(start, start + size)


@dataclass(frozen=True)
class Layout:
    """Where the grids stand, and which part of the matrix there is room for."""

    cells: tuple[float, float, float]
    """Of the input, the matrices, the output."""
    columns: tuple[float, float, float]
    bands: Bands
    top: float
    height: float
    """Of what stands above the captions."""
    taps: range
    windows: range
    filters: range
    channels: int

    @property
    def rows(self) -> float:
        """Where the filter's row and the product's begin."""
        return self.top + self.height + CAPTION


def lay_out(board: Board, size: Size, zoom: float) -> Layout:
    """The largest cells with which everything fits side by side, and the matrices below one another."""
    view, bands = board.view, parts.bands(size)
    area, region, largest = view.area, view.region, largest_cell(size, zoom)
    height, channels = bands.grids.h, min(len(view.step.channels), MOST_CHANNELS)
    gap = min(max(GAP, 0.04 * size.w), WIDE_GAP)
    room = bands.grids.w - 2 * gap
    filters = shown_filters(view)
    taps = page(view.taps, board.tap or 0, (height - CAPTION) / SMALLEST_CELL - len(filters))

    def input_cell(cell: float) -> float:
        left = height - CAPTION - len(filters) * cell - BETWEEN * (channels - 1)
        return max(min(largest, left / (channels * area.height)), 0.1)

    cell = min(largest, (height - CAPTION) / (len(taps) + len(filters)))
    cell = min(cell, 0.4 * (height - CAPTION) / len(filters))
    seen = min(max(cell, SMALLEST_CELL), SEEN_CELL)
    windows = page(board.count, board.window, 0.5 * room / seen)
    output = min(largest, height / region.height, comfort(size, input_cell(cell)))
    wanted = (
        max(len(taps) * cell, area.width * input_cell(cell)),
        len(windows) * cell,
        region.width * output,
    )
    factor, widths = parts.fitting(wanted, LEAST, room)
    spare = max(room - sum(widths), 0.0)
    gap += min(spare / 3, 60.0)
    x = round((size.w - sum(widths) - 2 * gap) / 2)
    columns_x = round(x + widths[0] + gap)
    cell = parts.whole(cell * factor)
    source = parts.whole(min(input_cell(cell), widths[0] / area.width))
    inputs = channels * area.height * source + BETWEEN * (channels - 1)
    above = max(inputs, len(taps) * cell)
    return Layout(
        (source, cell, parts.whole(output * factor)),
        (x, columns_x, round(columns_x + widths[1] + gap)),
        bands,
        round(bands.grids.y + max(height - above - CAPTION - len(filters) * cell, 0.0) / 2),
        above,
        taps,
        windows,
        filters,
        channels,
    )


def shown_filters(view: View) -> range:
    """The filters that read the same columns, as many as are shown, the one on the stage among them."""
    spec, output = view.story.spec, view.story.output
    outs = spec.out_channels // spec.groups
    first = output // outs * outs
    some = page(outs, output - first, MOST_FILTERS)
    return range(some.start + first, some.stop + first)


def draw(board: Board, size: Size, zoom: float, counted: bool = True) -> Iterator[Item]:
    """Everything, back to front; with how many copies there are, if `counted`."""
    view, at = board.view, lay_out(board, size, zoom)
    sources = list(input_grids(view, at))
    part = board.columns(at.taps, at.windows)
    columns = column_grid(board, part, at)
    product = product_grid(board, at)
    middle = at.bands.grids.center[1]
    output = output_grid(
        view, at.columns[2], round(middle - view.region.height * at.cells[2] / 2), at.cells[2]
    )
    yield from (*sources, columns, *filter_grids(board, at), product, output)
    for source in sources:
        yield from conv_stage.windows(view, source)
    yield from conv_stage.copy_arrow(view, sources[0])
    yield from _current(board, at, columns, product)
    yield from _lifted(view, sources, columns, board.window)
    row = view.story.output - at.filters.start
    yield from conv_stage.written(view, product.cell_box(row, at.windows.start, 1, len(at.windows)), output)
    yield from _headings(board, at, size, (sources[0], output), counted)
    yield from foot(board, size, at.bands)


def input_grids(view: View, at: Layout) -> Iterator[Grid]:
    """The channels that are read, below one another."""
    cell, each = at.cells[0], view.area.height * at.cells[0] + BETWEEN
    top = round(at.top + (at.height - at.channels * each + BETWEEN) / 2)
    for n in range(at.channels):
        yield heated(view, n, at.columns[0], top + n * each, cell)


def column_grid(board: Board, part: Columns, at: Layout) -> Grid:
    """The windows as columns, those not copied yet empty; padding as in the input."""
    values, cell = part.values, at.cells[1]
    marks = marks_like(values)
    _, height, width = board.view.story.x.shape
    inside = (part.rows >= 0) & (part.rows < height) & (part.cols >= 0) & (part.cols < width)
    copied = (part.source_rows != border.CONSTANT) & (part.source_cols != border.CONSTANT)
    marks[~inside] |= Mark.GHOST
    marks[~inside & copied] |= Mark.COPY
    if board.view.reached("lift") >= 1:
        marks[:, np.arange(at.windows.start, at.windows.stop) == board.window] |= Mark.TAP
    marks[board.lit(part, at.windows)] |= Mark.LIT
    marks |= board.copied(at.windows)
    y = at.top + at.height - len(at.taps) * cell
    scale = Scale("image", 0.0, board.view.story.source.white)
    first = (at.taps.start, at.windows.start)
    return Grid("columns", at.columns[1], y, cell, values, scale, marks, first, parts.labels(values, cell))


def filter_grids(board: Board, at: Layout) -> Iterator[Grid]:
    """The filters as rows; of the one on the stage each kernel is a grid, to be typed and painted in."""
    story, cell, x = board.view.story, at.cells[1], at.columns[0]
    weights = story.operands[1]
    oriented = weights[:, :, ::-1, ::-1] if story.spec.flip else weights
    scale = weight_scale(board.view.step.weights)
    for n, number in enumerate(at.filters):
        values = oriented[number].reshape(1, -1)[:, at.taps.start : at.taps.stop]
        y = at.rows + n * cell
        if number == story.output:
            yield from _kernels(board, at, y, scale, parts.labels(values, cell) is not None)
        else:
            labels = parts.labels(values, cell)
            first = (number, at.taps.start)
            yield Grid("filters", x, y, cell, values, scale, marks_like(values), first, labels)


def _kernels(board: Board, at: Layout, y: float, scale: Scale, numbers: bool) -> Iterator[Grid]:
    weights, cell = board.view.step.weights, at.cells[1]
    each = weights[0].size
    for n, kernel in enumerate(weights):
        first, last = max(at.taps.start - n * each, 0), min(at.taps.stop - n * each, each)
        if first >= last:
            continue
        values = kernel.reshape(1, -1)[:, first:last]
        marks = marks_like(values)
        if board.tap is not None:
            marks[:, np.arange(first, last) + n * each == board.tap] |= Mark.LIT
        x = at.columns[0] + (n * each + first - at.taps.start) * cell
        labels = parts.labels(values, cell) if numbers else None
        yield Grid("kernel", x, y, cell, values, scale, marks, (0, first), labels, channel=n)


def product_grid(board: Board, at: Layout) -> Grid:
    """Each filter's row times each column: the output, row by row."""
    story, region, cell = board.view.story, board.view.region, at.cells[1]
    rows, cols = np.arange(region.top, region.bottom), np.arange(region.left, region.right)
    if len(at.filters) == 1:
        whole: Array = story.values(region)[None]
    else:
        whole = story.operation.sample(story.spec, rows, cols, *story.operands)[
            at.filters.start : at.filters.stop
        ]
    values = whole.reshape(len(whole), -1)[:, at.windows.start : at.windows.stop].astype(np.float64)
    marks = marks_like(values) | board.written(at.windows)
    first = (at.filters.start, at.windows.start)
    # The colours are those of the output beside it.
    scale = output_scale(story, story.values(region).astype(np.float64))
    labels = parts.labels(values, cell)
    return Grid("product", at.columns[1], at.rows, cell, values, scale, marks, first, labels)


def _current(board: Board, at: Layout, columns: Grid, product: Grid) -> Iterator[Item]:
    """Frames around the column of the window, the filter's row and the cell where they meet."""
    view, window = board.view, float(board.window)
    if not view.asked and board.window - 1 in at.windows:
        window -= 1 - smooth(view.reached("slide"))
    yield Outline(columns.cell_box(at.taps.start, window, len(at.taps)), "window", 3.0)
    if len(at.filters) > 1:
        y = at.rows + (view.story.output - at.filters.start) * at.cells[1]
        yield Outline(Box(at.columns[0], y, len(at.taps) * at.cells[1], at.cells[1]), "accent", 2.0)
    if view.reached("multiply") > 0:
        yield Outline(product.cell_box(view.story.output, board.window), "output", 3.0)


def _lifted(view: View, sources: list[Grid], columns: Grid, window: int) -> Iterator[Item]:
    """The pixels of the window on their way into its column."""
    if view.asked or view.moment.phase != "lift":
        return
    a, (taps, _), each = smooth(view.moment.progress), columns.values.shape, view.step.values[0].size
    if taps > MOST_FLYING:
        frame = sources[0].cell_box(*view.window, *view.story.spec.span)
        yield Outline(frame.towards(columns.cell_box(columns.first[0], window, taps), a), "window", 2.0)
        return
    kw = view.step.cols.size
    for tap in range(columns.first[0], columns.first[0] + taps):
        n, i, j = tap // each, tap % each // kw, tap % kw
        if n >= len(sources):
            return
        start = sources[n].cell_box(int(view.step.rows[i]), int(view.step.cols[j]))
        box = start.towards(columns.cell_box(tap, window), a)
        value = view.step.values[n, i : i + 1, j : j + 1]
        labels = parts.labels(value, box.w)
        yield Grid("flying", box.x, box.y, box.w, value, columns.scale, marks_like(value), labels=labels)
        yield Outline(box, "window", 1.5)


def _headings(
    board: Board, at: Layout, size: Size, grids: tuple[Grid, Grid], counted: bool
) -> Iterator[Item]:
    view, story, (source, output) = board.view, board.view.story, grids
    left, middle, right = at.columns
    room = middle - left - parts.COLUMN_GAP
    yield from matrix_words.input_heading(board, source, room, counted)
    room = right - middle - parts.COLUMN_GAP
    yield from parts.heading(middle, room, matrix_words.COLUMNS)
    rows, columns = (len(part) * at.cells[1] for part in (at.taps, at.windows))
    below = min(room, max(columns, LEAST[1]))  # words end where the matrix does
    yield from parts.lines(middle, below, matrix_words.columns_lines(board, at.taps, at.windows))
    yield from words.output_heading(view, right, min(size.w - 4 - right, max(output.box.w, 330.0)), output)
    y = at.rows - CAPTION / 2
    captions = (
        (left, max(rows, LEAST[0]), matrix_words.filter_caption(story, len(at.filters))),
        (middle, below, matrix_words.product_caption(board)),
    )
    for x, room, (text, *shorter) in captions:
        yield Text(x, y, text, "muted", 12, room=room, least=10, shorter=tuple(shorter))


def foot(board: Board, size: Size, bands: Bands) -> Iterator[Item]:
    """The sentence and the formula below the grids."""
    room = size.w - 2 * parts.MARGIN
    sentence = matrix_words.sentence(board)
    yield Text(parts.MARGIN, bands.sentence, sentence, "muted", 13.5, room=room, least=9.0)
    yield from formula(board.view, bands.strip)
