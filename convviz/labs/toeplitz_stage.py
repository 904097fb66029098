"""The stage of the Toeplitz view: the filter as a sparse matrix T that multiplies all pixels at once.

The pixels stand in a row above T, each over its column; the output stands in a column at the right, each
number beside the row that makes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

import convviz.labs.conv_stage as conv_stage
import convviz.labs.conv_words as words
import convviz.labs.im2col_words as matrix_words
import convviz.labs.parts as parts
from convviz.figure.figure import Grid, Item, Mark, Outline, Scale, Size, marks_like
from convviz.labs.conv_grids import kernel_grid, output_grid, output_scale, weight_scale
from convviz.labs.conv_stage import comfort, largest_cell
from convviz.labs.im2col_board import Board
from convviz.labs.im2col_input import heated
from convviz.labs.im2col_stage import BETWEEN, MOST_CHANNELS, SMALLEST_CELL, foot, page
from convviz.labs.parts import Bands
from convviz.motion.easing import smooth

LEAST = (118.0, 74.0, 150.0, 156.0)
"""Widths that the headings of input, kernel, T and output need."""
GAP, WIDE_GAP = 14.0, 44.0
APART = 6.0
"""Between T and the pixels above it, and the output beside it."""


@dataclass(frozen=True)
class Layout:
    """Where the grids stand, and which part of T there is room for."""

    cells: tuple[float, float, float, float]
    """Of input, kernel, T, output."""
    columns: tuple[float, ...]
    bands: Bands
    windows: range
    pixels: range
    channels: int


def lay_out(board: Board, size: Size, zoom: float) -> Layout:
    """The largest cells with which everything fits side by side."""
    view, bands = board.view, parts.bands(size)
    area, region, largest = view.area, view.region, largest_cell(size, zoom)
    (kh, kw), height = view.story.spec.kernel_size, bands.grids.h
    channels = min(len(view.step.channels), MOST_CHANNELS)
    each = (height - BETWEEN * (channels - 1)) / channels
    gap = min(max(GAP, 0.025 * size.w), WIDE_GAP)
    room = bands.grids.w - 3 * gap
    windows = page(board.count, board.window, (height - APART) / SMALLEST_CELL - 1)
    pixels = page(board.pixels.shape[1], board.first_pixel, 0.5 * room / SMALLEST_CELL)
    cell = min(largest, each / area.height, 0.25 * room / area.width)
    kernel = min(largest, each / kh, comfort(size, cell), 0.15 * room / kw)
    matrix = min(largest, (height - APART) / (len(windows) + 1))
    output = min(largest, height / region.height, comfort(size, cell), 0.2 * room / region.width)
    wanted = (
        area.width * cell,
        kw * kernel,
        (len(pixels) + 1) * matrix + APART,
        region.width * output,
    )
    _, widths = parts.fitting(wanted, LEAST, room)
    spare = max(room - sum(widths), 0.0)
    gap += min(spare / 4, 40.0)
    x = (size.w - sum(widths) - 3 * gap) / 2
    columns = tuple(round(x + sum(widths[:n]) + gap * n) for n in range(4))
    # A column that its heading keeps wide has room for larger cells than the others.
    wide = (area.width, kw, len(pixels) + 1, region.width)
    rooms = (widths[0], widths[1], widths[2] - APART, widths[3])
    a, b, c, d = (
        parts.whole(min(most, room / count))
        for most, room, count in zip((cell, kernel, matrix, output), rooms, wide, strict=True)
    )
    return Layout((a, b, c, d), columns, bands, windows, pixels, channels)


def draw(board: Board, size: Size, zoom: float) -> Iterator[Item]:
    """Everything, back to front."""
    view, at = board.view, lay_out(board, size, zoom)
    middle = at.bands.grids.center[1]
    rows = [_channel(board, at, n) for n in range(at.channels)]
    pixels, matrix, product = _matrices(board, at)
    y = round(middle - view.region.height * at.cells[3] / 2)
    output = output_grid(view, at.columns[3], y, at.cells[3])
    for row in rows:
        yield from row
    yield from (pixels, matrix, product, output)
    for source, _ in rows:
        yield from conv_stage.windows(view, source)
    yield from conv_stage.copy_arrow(view, rows[0][0])
    yield from _current(board, at, matrix, product)
    yield from conv_stage.written(view, product.cell_box(board.window, 0), output)
    yield from _headings(board, at, size, rows[0], output)
    yield from foot(board, size, at.bands)


def _channel(board: Board, at: Layout, n: int) -> tuple[Grid, Grid]:
    """A channel of the input and its kernel, on one line."""
    view, count = board.view, at.channels
    each = (at.bands.grids.h - BETWEEN * (count - 1)) / count
    middle = at.bands.grids.y + n * (each + BETWEEN) + each / 2
    source, kernel = at.cells[:2]
    tall = view.story.spec.kernel_size[0]
    return (
        heated(view, n, at.columns[0], round(middle - view.area.height * source / 2), source),
        kernel_grid(view, n, at.columns[1], round(middle - tall * kernel / 2), kernel),
    )


def _matrices(board: Board, at: Layout) -> tuple[Grid, Grid, Grid]:
    """The pixels in a row, T below them, and the output in a column beside it."""
    view, story, cell, x = board.view, board.view.story, at.cells[2], at.columns[2]
    total = (len(at.windows) + 1) * cell + APART
    y = round(at.bands.grids.center[1] - total / 2)
    shown = board.pixels[:, at.pixels.start : at.pixels.stop]
    values, held, lit = board.toeplitz_part(at.windows, at.pixels)
    row = story.x[shown[0], shown[1], shown[2]].astype(np.float64)[None]
    marks = marks_like(row)
    marks[:, lit.any(0)] |= Mark.LIT
    scale = Scale("image", 0.0, story.source.white)
    pixels = Grid("pixels", x, y, cell, row, scale, marks, (0, at.pixels.start), parts.labels(row, cell))
    marks = marks_like(values)
    marks[~held] |= Mark.EMPTY
    marks[lit] |= Mark.LIT
    first = (at.windows.start, at.pixels.start)
    weights = weight_scale(view.step.weights)
    below = y + cell + APART
    matrix = Grid("toeplitz", x, below, cell, values, weights, marks, first, parts.labels(values, cell))
    page_ = story.values(view.region).astype(np.float64)
    column = page_.reshape(-1, 1)[at.windows.start : at.windows.stop]
    marks = marks_like(column) | board.written(at.windows)[:, None]
    labels = parts.labels(column, cell)
    scale, right = output_scale(story, page_), matrix.box.right + APART
    product = Grid("product", right, below, cell, column, scale, marks, (at.windows.start, 0), labels)
    return pixels, matrix, product


def _current(board: Board, at: Layout, matrix: Grid, product: Grid) -> Iterator[Item]:
    """Frames around the row of the window and the cell that it makes."""
    view, window = board.view, float(board.window)
    if not view.asked and board.window - 1 in at.windows:
        window -= 1 - smooth(view.reached("slide"))
    yield Outline(matrix.cell_box(window, at.pixels.start, 1, len(at.pixels)), "window", 3.0)
    if view.reached("multiply") > 0:
        yield Outline(product.cell_box(board.window, 0), "output", 3.0)


def _headings(board: Board, at: Layout, size: Size, row: tuple[Grid, Grid], output: Grid) -> Iterator[Item]:
    view, (source, kernel) = board.view, row
    rooms = [end - x - parts.COLUMN_GAP for x, end in zip(at.columns, at.columns[1:], strict=False)]
    yield from matrix_words.input_heading(board, source, rooms[0])
    yield from parts.heading(kernel.x, rooms[1], words.kernel_title(view.story))
    kernels = (words.kernel_size(view.story, kernel.channel), words.TYPE_OR_PAINT)
    yield from parts.lines(kernel.x, rooms[1], kernels)
    yield from parts.heading(at.columns[2], rooms[2], matrix_words.TOEPLITZ)
    lines = matrix_words.toeplitz_lines(board, at.windows, at.pixels)
    yield from parts.lines(at.columns[2], rooms[2], lines)
    room = min(size.w - 4 - output.x, max(output.box.w, 330.0))
    yield from words.output_heading(view, output.x, room, output)
