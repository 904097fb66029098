"""The stage of upsampling: input × weights = products → output, and where the output cell falls.

The weights stand as the table of products that they are: one factor for each row, one for each column.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import convviz.labs.conv_words as words
import convviz.labs.parts as parts
from convviz.core.kernel_text import shown
from convviz.figure.figure import Array, Box, Grid, Item, Mark, Outline, Size, Text, marks_like
from convviz.i18n import Message, msg
from convviz.labs.conv_formula import formula
from convviz.labs.conv_grids import input_grid, kernel_grid, output_grid, product_grid, weight_scale
from convviz.labs.conv_stage import (
    BETWEEN,
    GAP,
    WIDE_GAP,
    comfort,
    copy_arrow,
    largest_cell,
    lifted,
    windows,
    written,
)
from convviz.labs.parts import Bands, Formula, Key, Span
from convviz.labs.resize_explain import axes, axis_weights, parts_of, weight_parts, writer
from convviz.labs.resize_place import aside, place
from convviz.labs.window import View

LEAST = {False: (190.0, 136.0, 190.0), True: (190.0, 256.0, 190.0)}
"""Widths that the headings need; more where the products stand beside the weights."""
FACTOR_GAP = 5.0
"""Space between the factors and the table of their products."""
SIGN = 34.0
"""Room for = between weights and products."""
PLACE_KEY = Key(msg("output cell"), "output")
AGAIN_KEY = Key(msg("edge again"), Mark.GHOST)


@dataclass(frozen=True)
class Layout:
    """Where the grids stand.

    Attributes:
        cells: of input, weights (and products), output. columns: where their columns begin.
        beside: whether the products stand beside the weights, not below.
    """

    cells: tuple[float, float, float]
    columns: tuple[float, float, float]
    bands: Bands
    beside: bool

    def y(self, rows: float, column: int) -> float:
        """Where a grid of so many rows begins to stand in the middle."""
        return float(round(self.bands.grids.center[1] - rows * self.cells[column] / 2))


def lay_out(view: View, size: Size, zoom: float) -> Layout:
    """Products below or beside the weights, whichever leaves the smallest cells larger."""
    below, beside = (_lay_out(view, size, zoom, by) for by in (False, True))
    return max(below, beside, key=lambda at: (min(at.cells), sum(at.cells)))


def _lay_out(view: View, size: Size, zoom: float, beside: bool) -> Layout:
    (tall, broad), area, region = _taps(view), view.area, view.region
    edge = tall * broad > 1
    space = FACTOR_GAP * edge
    bands = parts.bands(size)
    height, largest = bands.grids.h, largest_cell(size, zoom)
    cell = min(largest, height / area.height)
    output = min(largest, height / region.height, comfort(size, cell))
    high = tall + edge if beside else 2 * tall + edge
    weight = min(largest, max(height - space - (0 if beside else BETWEEN), 1.0) / high)
    wide, fixed = (2 * broad + edge, space + SIGN) if beside else (broad + edge, space)
    wanted = (area.width * cell, wide * weight, region.width * output)
    gap = min(max(GAP, 0.045 * size.w), WIDE_GAP)
    room = bands.grids.w - 2 * gap - fixed
    left, middle, right = LEAST[beside]
    factor, (input_width, weight_width, output_width) = parts.fitting(
        wanted, (left, middle - fixed, right), room
    )
    spare = max(room - input_width - weight_width - output_width, 0.0)
    gap += min(spare / 3, 60.0)
    used = input_width + weight_width + output_width + fixed + 2 * gap
    x = round((size.w - used) / 2)
    weights_x = round(x + input_width + gap)
    return Layout(
        (parts.whole(cell * factor), parts.whole(weight * factor), parts.whole(output * factor)),
        (x, weights_x, round(weights_x + weight_width + fixed + gap)),
        bands,
        beside,
    )


def _taps(view: View) -> tuple[int, int]:
    """(rows, columns) of the largest window: what stands on the stage does not move from one to the next."""
    down, across = axes(view.story)
    return down.taps, across.taps


def draw(view: View, size: Size, zoom: float, sentence: Message) -> Iterator[Item]:
    """Everything, back to front."""
    at = lay_out(view, size, zoom)
    # Weights in the corners would stand under the cross.
    source = input_grid(view, 0, at.columns[0], at.y(view.area.height, 0), at.cells[0], weighed=False)
    source = aside(view, source)
    kernel, products, factors = _table(view, at)
    output = output_grid(view, at.columns[2], at.y(view.region.height, 2), at.cells[2])
    yield from (source, *factors, kernel, products, output)
    yield from _signs(at, source, kernel, products)
    yield from windows(view, source)
    yield from copy_arrow(view, source)
    yield from place(view, source)
    yield from lifted(view, source, products)
    yield from written(view, products.box, output)
    yield from _headings(view, size, at, source, products, output)
    yield Text(
        parts.MARGIN, at.bands.sentence, sentence, "muted", 13.5, room=size.w - 2 * parts.MARGIN, least=9.0
    )
    yield from _strip(view, at.bands.strip)


def _table(view: View, at: Layout) -> tuple[Grid, Grid, list[Grid]]:
    """The weights, the products, and the factors of the weights, of which one cell alone has none."""
    cell, (tall, broad), x = at.cells[1], _taps(view), at.columns[1]
    edge = cell + FACTOR_GAP if tall * broad > 1 else 0.0
    below = 0.0 if at.beside else BETWEEN + tall * cell
    top = float(round(at.bands.grids.center[1] - (edge + tall * cell + below) / 2))
    parts_of_all = weight_parts(view.story, view.step)
    write = next(
        (
            each
            for each in (writer(parts_of_all), writer(0, 3))
            if parts.labels(view.step.weights[0], cell, each)
        ),
        shown,
    )
    kernel = kernel_grid(view, 0, x + edge, top + edge, cell, write)
    if at.beside:
        products = product_grid(
            view, 0, kernel.x + broad * cell + SIGN, kernel.y, cell, writer(parts_of_all, 3)
        )
    else:
        products = product_grid(
            view, 0, kernel.x, kernel.y + tall * cell + BETWEEN, cell, writer(parts_of_all, 3)
        )
    if tall * broad == 1:
        return kernel, products, []
    down, across = axis_weights(view.story, view.step)
    return (
        kernel,
        products,
        [
            _factors("down", x, kernel.y, cell, down[:, None]),
            _factors("across", kernel.x, top, cell, across[None]),
        ],
    )


def _factors(name: str, x: float, y: float, cell: float, weights: Array) -> Grid:
    """One weight for each row, or for each column, of the cells that are read."""
    exact = writer(parts_of(weights.ravel()))
    numbers = parts.labels(weights, cell, exact) or parts.labels(weights, cell, writer(0, 3))
    return Grid(name, x, y, cell, weights, weight_scale(weights), marks_like(weights), labels=numbers)


def _signs(at: Layout, source: Grid, kernel: Grid, products: Grid) -> Iterator[Item]:
    left = at.columns[1]
    x = (max(source.box.right, left - 80) + left) / 2
    yield Text(x, kernel.box.center[1], "×", role="muted", size=24, align="center")
    if at.beside:
        middle = (kernel.box.right + products.x) / 2
        yield Text(middle, kernel.box.center[1], "=", role="muted", size=20, align="center")
    else:
        y = (kernel.box.bottom + products.y) / 2
        yield Text(kernel.x, y, msg("= products"), role="muted", size=13)
    yield Outline(products.box, "window", 1.5)


def _headings(
    view: View, size: Size, at: Layout, source: Grid, products: Grid, output: Grid
) -> Iterator[Item]:
    story, (left, middle, right) = view.story, at.columns
    room = middle - left - parts.COLUMN_GAP
    keys = [parts.WINDOW_KEY, PLACE_KEY]
    keys += [parts.UNREAD_KEY] if bool((source.marks & Mark.UNREAD).any()) else []
    keys += [AGAIN_KEY] if bool((source.marks & Mark.GHOST).any()) else []
    yield from parts.heading(left, room, words.input_title(story, source.channel), keys)
    yield from parts.lines(left, room, (words.input_size(story), words.place(story, view.area)))
    end = products.x if at.beside else right
    room = end - middle - parts.COLUMN_GAP
    _, tall, broad = view.step.weights.shape
    yield from parts.heading(middle, room, (msg("Weights"),))
    size_line = (msg("{h} × {w}, row × column each", h=tall, w=broad), f"{tall} × {broad}")
    yield from parts.lines(middle, room, (size_line, _place_line(view)))
    if at.beside:
        yield from parts.heading(products.x, right - products.x - parts.COLUMN_GAP, (msg("Products"),))
    room = min(size.w - 4 - output.x, max(output.box.w, 330.0))
    yield from words.output_heading(view, output.x, room, output)


PLACES: dict[str, tuple[str, str]] = {
    "nearest": ("begins at row {row}, column {col}", "begins at {row}, {col}"),
    "nearest-exact": ("centre at row {row}, column {col}", "centre {row}, {col}"),
}
OTHER_PLACES = ("place: row {row}, column {col}", "place {row}, {col}")


def _place_line(view: View) -> parts.Line:
    """The place in numbers: from centre 0 on, or of the copying modes, which round down, from edge 0.

    Of mode "area" from where to where the output cell reaches, or how far.
    """
    mode, along = view.story.spec.mode, axes(view.story)
    if mode == "area":
        h, w = (_place(axis.step) for axis in along)
        rows, cols = (
            f"{_place(n * axis.step)}–{_place((n + 1) * axis.step)}"
            for axis, n in zip(along, view.step.cell[1:], strict=True)
        )
        return (
            msg("on rows {rows}, columns {cols}", rows=rows, cols=cols),
            msg("covers {h} × {w}", h=h, w=w),
        )
    edge = 0.5 if mode in ("nearest", "nearest-exact") else 0.0
    row, col = (
        _place(float(axis.places[n]) + edge) for axis, n in zip(along, view.step.cell[1:], strict=True)
    )
    long, short = PLACES.get(mode, OTHER_PLACES)
    return (msg(long, row=row, col=col), msg(short, row=row, col=col))


def _place(value: float) -> str:
    return f"{round(value, 3):.9g}".replace("-", "−")


def _strip(view: View, box: Box) -> Iterator[Item]:
    """The sum; of one cell alone, which one it is."""
    step = view.step
    if step.weights.size > 1:
        yield from formula(view, box, writer(weight_parts(view.story, step)))
        return
    head = f"y[{step.cell[1]},{step.cell[2]}] = x[{int(step.rows[0])},{int(step.cols[0])}] = "
    role = "strip_accent" if view.reached("multiply") >= 1 else "strip_muted"
    yield from parts.strip(
        box, Formula(Span(head, "strip_muted", True), 1, lambda n: Span(shown(step.total), role), None, ())
    )
