"""The stage of a dense layer: input × the weights of one output = products → output, and the counts below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

import convviz.labs.conv_words as words
import convviz.labs.parts as parts
from convviz.core.kernel_text import shown
from convviz.figure.figure import Array, Box, Grid, Item, Mark, Outline, Scale, Size, Text
from convviz.i18n import Message, msg
from convviz.labs.conv_formula import formula
from convviz.labs.conv_grids import input_grid, output_grid, weight_scale
from convviz.labs.conv_stage import GAP, WIDE_GAP, comfort, largest_cell, windows, written
from convviz.labs.dense_counts import MEDIUM, ROOMY, TIGHT, cards
from convviz.labs.window import View

LEAST = (132.0, 116.0, 100.0, 150.0)
"""Widths that the headings of input, weights, products and output need."""
BETWEEN = 6.0
"""Height between the grids of two channels."""
LOWEST, SPACE = 24.0, 10.0
"""Height of the counts on a stage that has little, and the space above them."""


@dataclass(frozen=True)
class Layout:
    """Where the columns of grids and the counts stand."""

    cells: tuple[float, ...]
    columns: tuple[float, ...]
    widths: tuple[float, ...]
    grids: Box
    counts: Box
    bands: parts.Bands

    def y(self, rows: int, column: int, n: int = 0, of: int = 1) -> float:
        """Where the n-th of several grids of so many rows begins; together they stand in the middle."""
        height = rows * self.cells[column]
        whole = of * height + (of - 1) * BETWEEN
        return float(round(self.grids.center[1] - whole / 2 + n * (height + BETWEEN)))


def lay_out(view: View, size: Size, zoom: float) -> Layout:
    """The largest cells with which the four columns fit side by side, above the counts."""
    bands, area, region = parts.bands(size), view.area, view.region
    tall = min(max(bands.grids.h * 0.24, LOWEST), 104.0)
    tall = LOWEST if tall < TIGHT else MEDIUM if tall < ROOMY else tall
    counts = Box(bands.grids.x, bands.grids.bottom - tall, bands.grids.w, tall)
    grids = Box(bands.grids.x, bands.grids.y, bands.grids.w, max(bands.grids.h - tall - SPACE, 1.0))
    channels = len(view.step.channels)
    largest = largest_cell(size, zoom)
    cell = min(largest, max(grids.h - (channels - 1) * BETWEEN, 1.0) / (channels * area.height))
    output = min(largest, grids.h / region.height, comfort(size, cell))
    cells = (cell, cell, cell, output)
    gap = min(max(GAP, 0.04 * size.w), WIDE_GAP)
    columns = (area.width, area.width, area.width, region.width)
    wanted = [many * each for many, each in zip(columns, cells, strict=True)]
    at = parts.side_by_side(wanted, LEAST, size.w, gap, 50.0)
    fitted = tuple(parts.whole(each * at.factor) for each in cells)
    return Layout(fitted, at.starts, at.widths, grids, counts, bands)


def draw(view: View, size: Size, zoom: float, sentence: Message) -> Iterator[Item]:
    """Everything, back to front."""
    at, rows, of = lay_out(view, size, zoom), view.area.height, len(view.step.channels)
    for n in range(of):
        source = input_grid(view, n, at.columns[0], at.y(rows, 0, n, of), at.cells[0])
        weights = weight_grid(view, n, at.columns[1], at.y(rows, 1, n, of), at.cells[1])
        products = product_grid(view, n, at.columns[2], at.y(rows, 2, n, of), at.cells[2])
        yield from (source, weights, products)
        yield from windows(view, source)
        for grid in (weights, products):
            yield Outline(_field(view, grid), "window", 2.0)
    output = output_grid(view, at.columns[3], at.y(view.region.height, 3), at.cells[3])
    yield output
    yield from _signs(source, weights, products, at)
    field = _field(view, products)  # the last channel's, below those of the others
    top = field.y + at.y(rows, 2, 0, of) - products.y
    yield from written(view, Box(field.x, top, field.w, field.bottom - top), output)
    yield from _headings(view, size, at, source, weights, output)
    yield from cards(view.story, at.counts)
    room = size.w - 2 * parts.MARGIN
    yield Text(parts.MARGIN, at.bands.sentence, sentence, "muted", 13.5, room=room, least=9.0)
    yield from formula(view, at.bands.strip)


def _field(view: View, grid: Grid) -> Box:
    """Around the cells that the output in play is connected to."""
    step = view.step
    return grid.cell_box(int(step.rows[0]), int(step.cols[0]), *step.products.shape[1:])


def weight_grid(view: View, n: int, x: float, y: float, cell: float) -> Grid:
    """The weights of the output in play, each over the input that it is for; blank without a connection."""
    values, marks = _laid(view, n, view.step.weights[n])
    scale = weight_scale(view.step.weights)
    return Grid(
        "weights", x, y, cell, values, scale, marks, _first(view), parts.labels(values, cell), channel=n
    )


def product_grid(view: View, n: int, x: float, y: float, cell: float) -> Grid:
    """The products, likewise; those not multiplied yet are blank."""
    products = view.step.products
    values, marks = _laid(view, n, products[n])
    order = n * products[n].size + np.arange(products[n].size).reshape(products[n].shape)
    waiting, _ = _laid(view, n, (order >= view.done("multiply")).astype(float))
    marks[waiting > 0] |= Mark.EMPTY
    numbers = parts.labels(values, cell)
    most = float(np.abs(products).max()) or 1.0
    scale = Scale("plain") if numbers else Scale("signed", -most, most)
    return Grid("products", x, y, cell, values, scale, marks, _first(view), numbers, channel=n)


def _first(view: View) -> tuple[int, int]:
    return (view.area.top, view.area.left)


def _laid(view: View, n: int, numbers: Array) -> tuple[Array, Array]:
    """Numbers of the n-th channel's taps over the area, and its marks: EMPTY where nothing is connected."""
    area, step = view.area, view.step
    values = np.zeros((area.height, area.width))
    marks = np.full(values.shape, Mark.EMPTY, np.uint8)
    here = np.ix_(step.rows - area.top, step.cols - area.left)
    values[here], marks[here] = numbers, Mark.NONE
    if view.tapped and view.tapped[0] == n:
        _, i, j = view.tapped
        marks[step.rows[i] - area.top, step.cols[j] - area.left] |= Mark.LIT
    return values, marks


def _signs(source: Grid, weights: Grid, products: Grid, at: Layout) -> Iterator[Item]:
    """× and = between the columns."""
    for left, right, sign in ((source, weights, "×"), (weights, products, "=")):
        x = (max(left.box.right, right.x - 60) + right.x) / 2
        yield Text(x, at.grids.center[1], sign, "muted", 20, "center")


OWN, COMMON = (
    (msg("this output's own"), msg("its own")),
    (msg("the same for all outputs"), msg("the same for all"), msg("shared")),
)
NEARBY = (msg("for its neighbourhood"), msg("nearby"))
TITLES: dict[str, tuple[parts.Line, parts.Line]] = {
    "dense": ((msg("one for every input"), msg("for every input")), OWN),
    "local": (NEARBY, OWN),
    "shared": (NEARBY, COMMON),
}
"""Below the heading of the weights."""


def _bias(bias: float) -> list[parts.Line]:
    """What is added to the sum of the products."""
    if not bias:
        return []
    return [(msg("summed, then + bias {b}", b=shown(bias)), msg("+ bias {b}", b=shown(bias)))]


def _headings(
    view: View, size: Size, at: Layout, source: Grid, weights: Grid, output: Grid
) -> Iterator[Item]:
    story = view.story
    rooms = [right - left - parts.COLUMN_GAP for left, right in zip(at.columns, at.columns[1:], strict=False)]
    title: parts.Line = (msg("Input"),)
    yield from words.input_heading(view, source, title, rooms[0], rooms[0])
    yield from parts.heading(weights.x, rooms[1], (msg("Weights"),))
    yield from parts.lines(weights.x, rooms[1], TITLES[story.spec.connections])
    yield from parts.heading(at.columns[2], rooms[2], (msg("Products"),))
    count: parts.Line = (msg("{n} of them", n=view.taps), str(view.taps))
    yield from parts.lines(at.columns[2], rooms[2], (count, *_bias(view.step.bias)))
    room = min(size.w - 4 - output.x, max(output.box.w, 330.0))
    yield from words.output_heading(view, output.x, room, output)
