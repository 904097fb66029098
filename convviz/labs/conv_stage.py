"""The stage for one input channel: input × kernel = products → output, the formula below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

import convviz.labs.conv_explain as conv_explain
import convviz.labs.conv_words as words
import convviz.labs.parts as parts
from convviz.figure import lettering
from convviz.figure.figure import Box, Curve, Grid, Item, Outline, Size, Text, Wires, marks_like
from convviz.i18n import Message, msg, tr
from convviz.labs.conv_formula import formula
from convviz.labs.conv_grids import input_grid, kernel_grid, output_grid, product_grid
from convviz.labs.parts import Bands
from convviz.labs.window import View
from convviz.motion.easing import smooth
from convviz.scene.scene import Region

LARGEST_CELL = 58.0
COMFORT = 34.0
"""Output cells are as large as the input's, or up to this where those are smaller."""
USUAL, MOST_GROWN = Size(720.0, 400.0), 1.6
"""A stage for which those are made; on a larger one they grow with it, up to so much."""
LEAST = (200.0, 128.0, 196.0)
"""Widths that the headings of input, kernel and output need."""
GAP, WIDE_GAP = 26.0, 56.0
"""Room for × and for the arrow into the output, at least, and what a wide stage gives them."""
BETWEEN = 30.0
"""Height between kernel and products."""
MOST_FLYING = 81
"""Taps that are lifted one by one; more are lifted as a whole."""
_PRODUCTS = msg("= products")


def largest_cell(size: Size, zoom: float) -> float:
    """The largest cell on a stage of that size."""
    return LARGEST_CELL * zoom * _grown(size)


def comfort(size: Size, cell: float) -> float:
    """How large the output's cells may be there, beside input cells of that size."""
    return cell if cell >= COMFORT else COMFORT * _grown(size)


def _grown(size: Size) -> float:
    return min(max(min(size.w / USUAL.w, size.h / USUAL.h), 1.0), MOST_GROWN)


@dataclass(frozen=True)
class Layout:
    """Where the four grids stand. All cells of a grid are squares."""

    cells: tuple[float, float, float]
    """Of input, kernel (and products), output."""
    columns: tuple[float, float, float]
    """Where their columns begin."""
    bands: Bands

    def y(self, rows: int, column: int) -> float:
        """Where a grid of so many rows begins to stand in the middle."""
        return float(round(self.bands.grids.center[1] - rows * self.cells[column] / 2))


def lay_out(view: View, size: Size, zoom: float, bands: Bands | None = None) -> Layout:
    """The largest cells with which everything fits side by side, headings included, above the formula."""
    bands = bands or parts.bands(size)
    return _laid_out(view.story.spec.kernel_size, view.area, view.region, size, zoom, bands)


@lru_cache(maxsize=8)
def _laid_out(
    kernel_size: tuple[int, int], area: Region, region: Region, size: Size, zoom: float, bands: Bands
) -> Layout:
    """The same, as it is from one frame to the next."""
    kh, kw = kernel_size
    height, largest = bands.grids.h, largest_cell(size, zoom)
    cell = min(largest, height / area.height)
    kernel = min(largest, max(height - BETWEEN, 1.0) / (2 * kh))
    output = min(largest, height / region.height, comfort(size, cell))
    counts = (area.width, kw, region.width)
    wanted = [count * each for count, each in zip(counts, (cell, kernel, output), strict=True)]
    least = min(max(GAP, 0.045 * size.w), WIDE_GAP)
    room = bands.grids.w - 2 * least
    _, widths = parts.fitting(wanted, LEAST, room)
    spare = max(room - sum(widths), 0.0)
    gap = least + min(spare / 3, 60.0)
    x = round(bands.grids.x + (spare - 2 * (gap - least)) / 2)
    kernel_x = round(x + widths[0] + gap)
    # A column that its heading keeps wide has room for larger cells than the others.
    cell, kernel = min(cell, widths[0] / area.width), min(kernel, widths[1] / kw)
    output = min(output, comfort(size, cell), widths[2] / region.width)
    return Layout(
        (parts.whole(cell), parts.whole(kernel), parts.whole(output)),
        (x, kernel_x, round(kernel_x + widths[1] + gap)),
        bands,
    )


def draw(view: View, size: Size, zoom: float) -> Iterator[Item]:
    """Everything, back to front."""
    bands = parts.bands(size)
    yield from board(view, size, zoom, bands)
    yield from foot(view, size, bands)


def board(view: View, size: Size, zoom: float, bands: Bands) -> Iterator[Item]:
    """The grids in their band, and the headings above them; the input first."""
    at = lay_out(view, size, zoom, bands)
    left, middle, right = at.columns
    kernel_height = view.story.spec.kernel_size[0] * at.cells[1]
    top = round(at.bands.grids.center[1] - BETWEEN / 2 - kernel_height)
    source = input_grid(view, 0, left, at.y(view.area.height, 0), at.cells[0])
    kernel = kernel_grid(view, 0, middle, top, at.cells[1])
    products = product_grid(view, 0, middle, top + kernel_height + BETWEEN, at.cells[1])
    output = output_grid(view, right, at.y(view.region.height, 2), at.cells[2])
    yield from (source, kernel, products, output)
    yield from _signs(source, kernel, products)
    yield from windows(view, source)
    yield from copy_arrow(view, source)
    yield from lifted(view, source, products)
    yield from written(view, products.box, output)
    yield from _headings(view, size, source, kernel, output)
    if view.tapped and view.story.spec.flip:
        yield from _key_below(kernel, products, output)


def _signs(source: Grid, kernel: Grid, products: Grid) -> Iterator[Item]:
    x = (max(source.box.right, kernel.x - 80) + kernel.x) / 2
    yield Text(x, kernel.box.center[1], "×", role="muted", size=24, align="center")
    middle = (kernel.box.bottom + products.y) / 2
    yield Text(kernel.x, middle, _PRODUCTS, role="muted", size=13)
    yield Outline(products.box, "window", 1.5)


def _key_below(kernel: Grid, products: Grid, output: Grid) -> Iterator[Item]:
    """The key to the current tap beside "= products": a heading that says "rotated" needs its room above."""
    named = kernel.x + lettering.width(tr(_PRODUCTS), 13) + 4  # measured with room to spare
    x = max(named, products.box.right - parts.TAP_KEY.width)
    if x + parts.TAP_KEY.width <= output.x - 6:
        yield from parts.TAP_KEY.at(x, (kernel.box.bottom + products.y) / 2)


def _headings(view: View, size: Size, source: Grid, kernel: Grid, output: Grid) -> Iterator[Item]:
    story = view.story
    room = kernel.x - source.x - parts.COLUMN_GAP
    yield from words.input_heading(view, source, words.input_title(story, source.channel), room, room)
    room = output.x - kernel.x - parts.COLUMN_GAP
    keys = (parts.TAP_KEY,) if view.tapped and not story.spec.flip else ()
    yield from parts.heading(kernel.x, room, words.kernel_title(story), keys)
    yield from words.kernel_lines(kernel, room, words.kernel_size(story, kernel.channel))
    room = min(size.w - 4 - output.x, max(output.box.w, 330.0))
    yield from words.output_heading(view, output.x, room, output)


def foot(view: View, size: Size, bands: Bands, sentence: Message | None = None) -> Iterator[Item]:
    """The sentence, of a lab's own or convolution's, and the formula below the grids."""
    sentence = sentence or conv_explain.sentence(view)
    room = size.w - 2 * parts.MARGIN
    less = conv_explain.shorter(sentence)
    yield Text(parts.MARGIN, bands.sentence, sentence, "muted", 13.5, room=room, least=9.0, shorter=less)
    yield from formula(view, bands.strip)


def windows(view: View, source: Grid) -> Iterator[Item]:
    """The window on the input: around all it spans, holes of dilation included."""
    yield Outline(source.cell_box(*view.window, *view.window_span), "window", 3.5)


def copy_arrow(view: View, source: Grid) -> Iterator[Item]:
    """From a padding cell under the pointer to the pixel it copies."""
    if view.copied and view.spot and view.area.holds(*view.copied):
        start = source.cell_box(view.spot.row, view.spot.col).center
        yield Curve(start, source.cell_box(*view.copied).center, "lit")


def lifted(view: View, source: Grid, target: Grid) -> Iterator[Item]:
    """The taps on their way from the window to where they are multiplied."""
    if view.asked or view.moment.phase != "lift":
        return
    a = smooth(view.moment.progress)
    if target.values.size > MOST_FLYING:
        window = source.cell_box(*view.window, *view.window_span)
        yield Outline(window.towards(target.box, a), "window", 2.0)
        return
    for taps in _side_by_side(view):
        (top, *_), (left, *_) = taps
        values = view.step.values[target.channel][np.ix_(*taps)]
        start = source.cell_box(int(view.step.rows[top]), int(view.step.cols[left]))
        box = start.towards(target.cell_box(top, left), a)
        numbers = parts.labels(values, box.w)
        flying = Grid("flying", box.x, box.y, box.w, values, source.scale, marks_like(values), labels=numbers)
        yield flying
        yield Wires(tuple(_mesh(flying)), "window", 1.5)


def _mesh(grid: Grid) -> Iterator[tuple[float, float, float, float]]:
    """The lines around all cells of a grid, as Wires has them."""
    box, (rows, cols) = grid.box, grid.values.shape
    for y in (box.y + row * grid.cell for row in range(rows + 1)):
        yield (box.x, y, box.right, y)
    for x in (box.x + col * grid.cell for col in range(cols + 1)):
        yield (x, box.y, x, box.bottom)


def _side_by_side(view: View) -> Iterator[tuple[list[int], list[int]]]:
    """The rows and columns of taps that fly as one grid: all of a kernel without holes, or each by itself."""
    rows, cols = (list(range(axis.size)) for axis in (view.step.rows, view.step.cols))
    if view.window_span == (len(rows), len(cols)):
        yield rows, cols
    else:
        yield from (([row], [col]) for row in rows for col in cols)


def written(
    view: View, start: Box, output: Grid, above: bool = False, source: Grid | None = None
) -> Iterator[Item]:
    """The way of the sum into its cell, from beside the output or from above it, and the cell's frame.

    It comes from `start`, which is a cell of the grid `source` where there is one.
    """
    progress = view.reached("write")
    if progress <= 0:
        return
    box = output.cell_box(*view.step.cell[1:])
    yield Outline(box, "output", 3.5)
    progress = min(2 * progress, 1.0)  # the value is in its cell from the middle of the phase on
    if above:
        yield _way_down(start, box, output, smooth(progress))
        return
    yield way(start, source, box, output, "output", smooth(progress))


def _way_down(start: Box, end: Box, target: Grid, progress: float) -> Curve:
    """From a box to a cell of a grid below it, past the cells above that one in the line beside them."""
    begin, down = (start.center[0], start.bottom + 3), end.y - target.y
    if down <= 0.5:
        return Curve(begin, (end.center[0], end.y - 3), "output", progress, upright=True)
    nearer = end.x if begin[0] < end.center[0] else end.right
    return Curve(begin, (nearer, end.y), "output", progress, upright=True, straight=(0.0, down))


def way(start: Box, source: Grid | None, end: Box, target: Grid, role: str, progress: float = 1.0) -> Curve:
    """From a box, or a cell of a grid, to a cell of a grid on its right.

    It passes the cells that lie between in the line below them, so that their numbers can be read.
    """
    left, right = end.x - target.x, source.box.right - start.right if source else 0.0
    below, passes = left > 0.5, right > 0.5
    x0, y0 = start.right + 3, start.bottom if passes else start.center[1]
    x1, y1 = end.x - 3, end.bottom if below else end.center[1]
    straight = (right if passes else 0.0, left if below else 0.0)
    return Curve((x0, y0), (x1, y1), role, progress, straight=straight)
