"""The stage for several input channels: a row for each, patch × kernel = products; their sums meet at Σ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import convviz.labs.conv_stage as conv_stage
import convviz.labs.conv_words as words
import convviz.labs.parts as parts
from convviz.core.kernel_text import shown
from convviz.figure import lettering
from convviz.figure.figure import Box, Curve, Grid, Item, Outline, Panel, Size, Text, Wires
from convviz.i18n import Message, msg
from convviz.labs.conv_grids import input_grid, kernel_grid, output_grid, patch_grid, product_grid
from convviz.labs.conv_stage import COMFORT, comfort, largest_cell
from convviz.labs.parts import Bands
from convviz.labs.window import View

ALIKE = {"input", "patch"}
"""Grids of which there is one for each channel."""
MOST_ROWS, ROWS_OF_MORE = 4, 3
"""Channels shown at once, and how many of more than that, in larger cells; the others take part in the sum
without being drawn."""
LEAST = (110.0, 62.0, 62.0, 62.0, 90.0)
"""Widths for input, window, kernel, products and output."""
NAMES, SUMS, SIGMA, ARROW = 14.0, 64.0, 40.0, 30.0
"""Widths of the channels' names, the rows' sums, the Σ, and the way from it into the output."""
GAP = 24.0
"""Room for × and =, at the least; with more, the output's numbers were of 8 pixels in a window 1280 wide."""
LEAST_PATCH = 38.0
"""Cells of the windows give room to an output that has too little, down to this, which holds factors."""
READ_OUTPUT = 20.0
"""Of smaller cells of the output, numbers of three digits are too small for a class."""
ALONE = 0.6
"""Cells of inputs and output as a part of the windows', where a single row's height would give them all."""
MOST_SUM, ADDED = 17.0, 12.5
"""Letters of the rows' sums, at the most, and of what is added to them."""
LEAST_HEADING = 170.0
"""Width of the output's heading, at the least."""
PRODUCTS = 100.0
"""Width of the products' heading, which the output's follows."""
BEND = 18.0
"""Of the way from a row's products to the Σ, the part in which it leaves its row."""
FRAME = 4.0
"""Between the frame of a filter and its kernels."""


@dataclass(frozen=True)
class Layout:
    """Columns from left to right, the rows' height, and the cells' sizes."""

    rows: int
    row_height: float
    cells: tuple[float, float, float]
    """Of the inputs, the windows (kernels, products), the output."""
    columns: tuple[float, float, float, float, float]
    """x of the inputs, the windows, the kernels, the products, the output."""
    sigma: Box
    bands: Bands
    patched: bool
    """Whether the windows have a column of their own; else they are seen on the inputs alone."""
    above: bool
    """Whether the Σ stands above the output, which leaves more room to both, not beside it."""
    output_top: float


def lay_out(
    view: View, size: Size, zoom: float, names: float = NAMES, patched: bool = True, above: bool = False
) -> Layout:
    """The largest cells with which the rows fit above one another and the columns side by side.

    `names` is the room at the left, for what stands before the inputs. The Σ stands `above` the output also
    where the output's numbers could hardly be read beside it.
    """
    laid = _lay_out(view, size, zoom, names, patched, above)
    if above or laid.cells[2] >= READ_OUTPUT:
        return laid
    higher = _lay_out(view, size, zoom, names, patched, True)
    return higher if higher.cells[2] > laid.cells[2] else laid


def _lay_out(view: View, size: Size, zoom: float, names: float, patched: bool, above: bool) -> Layout:
    bands = parts.bands(size)
    count = len(view.step.channels)
    rows = count if count <= MOST_ROWS else ROWS_OF_MORE
    row_height, of_window = bands.grids.h / rows, 3 if patched else 2
    alone, high = above and rows == 1, bands.grids.h - (SIGMA + ARROW) * above
    highest = _highest(view, size, zoom, row_height, high, alone)
    beside = 0.0 if above else SIGMA + ARROW
    room = bands.grids.w - names - of_window * GAP - SUMS - beside
    cells, widths = _fitting(view, highest, room, of_window, alone)
    columns, sigma = _columns(names, widths, max(room - sum(widths), 0.0), above)
    sigma_y, output_top = _tops(bands.grids.center[1], view.region.height * cells[2], above)
    place = Box(sigma, sigma_y, SIGMA, SIGMA)
    return Layout(rows, row_height, cells, columns, place, bands, patched, above, output_top)


def _highest(
    view: View, size: Size, zoom: float, row: float, high: float, alone: bool
) -> tuple[float, float, float]:
    """Cells of inputs, windows and output, the largest for rows and an output so high."""
    largest = largest_cell(size, zoom)
    cell = min(largest, max(row - 5, 1.0) / view.area.height)
    patch = min(largest, max(row - 8, 1.0) / view.story.spec.kernel_size[0])
    output = min(largest, max(high, 1.0) / view.region.height, comfort(size, cell))
    return (min(cell, ALONE * patch), patch, min(output, ALONE * patch)) if alone else (cell, patch, output)


def _fitting(
    view: View, highest: tuple[float, float, float], room: float, of_window: int, alone: bool
) -> tuple[tuple[float, float, float], list[float]]:
    """Cells of inputs, windows and output that stand side by side in the room, and their columns' widths.

    The columns are the inputs', so many of a window's size, and the output's.
    """
    kw, area, region = view.story.spec.kernel_size[1], view.area, view.region
    cell, patch, output = highest
    least = (*LEAST[: 1 + of_window], LEAST[4])
    short = region.width * COMFORT - (room - max(area.width * cell, least[0]) - of_window * kw * patch)
    patch = patch if alone else min(patch, max(patch - max(short, 0.0) / (of_window * kw), LEAST_PATCH))
    rows_wide = (area.width * cell, *[kw * patch] * of_window)
    rest = room - sum(max(width, narrow) for width, narrow in zip(rows_wide, least[:-1], strict=True))
    output = min(output, max(rest, LEAST[4], region.width * cell) / region.width)
    _, widths = parts.fitting((*rows_wide, region.width * output), least, room)
    cells = (
        parts.whole(min(cell, widths[0] / area.width)),  # as wide as its heading, it has room for larger ones
        parts.whole(min(patch, widths[1] / kw)),
        parts.whole(min(output, widths[-1] / region.width)),
    )
    return cells, widths


def _columns(
    names: float, widths: list[float], spare: float, above: bool
) -> tuple[tuple[float, float, float, float, float], float]:
    """Where the columns begin, and the Σ before or above the last one; what is to spare goes between them.

    Where the windows have no column of their own, theirs is the kernels'.
    """
    of_window = len(widths) - 2
    gap = GAP + min(spare / (of_window + 3), 30.0)
    columns = [round(parts.MARGIN + names + (spare - (of_window + 1) * (gap - GAP)) / 2)]
    for width in widths[:-2]:
        columns.append(round(columns[-1] + width + gap))
    sigma = columns[-1] + widths[-2] + SUMS
    columns.append(round(sigma + (0.0 if above else SIGMA + ARROW + gap - GAP)))
    patches, kernels, products, output = columns[1:] if of_window == 3 else (columns[1], *columns[1:])
    return (columns[0], patches, kernels, products, output), sigma


def _tops(middle: float, tall: float, above: bool) -> tuple[float, float]:
    """Where the Σ and an output so tall begin: both in the middle, or one above the other around it."""
    if not above:
        return middle - SIGMA / 2, round(middle - tall / 2)
    top = round(middle + (SIGMA + ARROW - tall) / 2)
    return top - ARROW - SIGMA, top


def draw(
    view: View,
    size: Size,
    zoom: float,
    sentence: Message | None = None,
    patched: bool = True,
    above: bool = False,
) -> Iterator[Item]:
    """Everything, back to front; the sentence is a lab's own or convolution's."""
    yield from alike(_draw(view, size, sentence, lay_out(view, size, zoom, patched=patched, above=above)))


def alike(items: Iterable[Item]) -> Iterator[Item]:
    """Equal grids look equal: where one channel's numbers have no room, none of the others' are written."""
    items = list(items)
    coloured = {item.name for item in items if isinstance(item, Grid) and item.labels is None} & ALIKE
    for item in items:
        if isinstance(item, Grid) and item.name in coloured:
            yield replace(item, labels=None, corners=None)
        else:
            yield item


def _draw(view: View, size: Size, sentence: Message | None, at: Layout) -> Iterator[Item]:
    patched = at.patched
    output = output_grid(view, at.columns[4], at.output_top, at.cells[2])
    rows = [row_of(view, at, n) for n in range(at.rows)]
    yield from filter_frame([row[2] for row in rows])
    for row in rows:
        yield from row if patched else (row[0], *row[2:])
        yield from row_marks(view, *row, patched=patched)
        yield from _name(view, row[0])
    yield output
    yield from sums(view, at, [row[3] for row in rows])
    yield from conv_stage.written(view, at.sigma, output, at.above)
    for source, patch, _, products in rows:
        yield from conv_stage.lifted(view, source, patch if patched else products)
    yield from _headings(view, size, at, rows[0], output)
    yield from conv_stage.foot(view, size, at.bands, sentence)


def row_of(view: View, at: Layout, n: int) -> tuple[Grid, Grid, Grid, Grid]:
    """One channel's input, patch, kernel and products, centred on one line."""
    middle = at.bands.grids.y + (n + 0.5) * at.row_height
    cell, small, _ = at.cells
    top = round(middle - view.step.rows.size * small / 2)
    inputs, patches, kernels, products, _ = at.columns
    return (
        input_grid(view, n, inputs, round(middle - view.area.height * cell / 2), cell),
        patch_grid(view, n, patches, top, small),
        kernel_grid(view, n, kernels, top, small),
        product_grid(view, n, products, top, small, beside=view.step.products[: at.rows]),
    )


def filter_frame(kernels: list[Grid]) -> Iterator[Item]:
    """What makes one filter of several kernels: a frame around them all."""
    first, last = kernels[0].box, kernels[-1].box
    frame = Box(first.x - FRAME, first.y - FRAME, first.w + 2 * FRAME, last.bottom - first.y + 2 * FRAME)
    yield Panel(frame, "empty")
    yield Outline(frame, "weight_positive", 1.5)


def row_marks(
    view: View, source: Grid, patch: Grid, kernel: Grid, products: Grid, patched: bool = True
) -> Iterator[Item]:
    """The frames of a row, and the signs between its grids."""
    yield from conv_stage.windows(view, source)
    if view.spot and view.spot.channel == source.channel:
        yield from conv_stage.copy_arrow(view, source)
    if patched:
        yield Outline(patch.box, "window", 2.0)
    yield Outline(products.box, "window", 1.5)
    middle = kernel.box.center[1]
    for before, after, sign in ((patch if patched else source, kernel, "×"), (kernel, products, "=")):
        x = (max(before.box.right, after.x - 60) + after.x) / 2
        yield Text(x, middle, sign, role="muted", size=18, align="center")


def _name(view: View, source: Grid) -> Iterator[Item]:
    name, middle = words.channel_name(view.story.x.shape[0], source.channel), source.box.center[1]
    yield Text(source.x - 10, middle, name, role="muted", size=11, align="center", bold=True)


def sums(view: View, at: Layout, products: list[Grid]) -> Iterator[Item]:
    """Each row's sum on its way to the Σ; below it the channels that are not drawn, and the bias."""
    x, middle = at.sigma.center
    size = _sum_size(view, at)
    for n, grid in enumerate(products):
        start = (grid.box.right + 4, grid.box.center[1])
        bend = grid.box.right + SUMS - BEND
        yield Wires(((*start, bend, start[1]),), "muted", 1.2)  # straight below the sum, which is free of it
        yield Curve((bend, start[1]), (at.sigma.x, middle), "muted", 1.0, dotted=False, width=1.2)
        total = _so_far(view, n)
        if total and size >= lettering.least():
            clear = 4 + size / 2  # of the curve, which goes up from below the Σ
            y = start[1] + (clear if start[1] > middle else -clear)
            yield Text(start[0] + 3, y, total, size=size, mono=True)
    yield Panel(at.sigma, "window_fill")
    yield Outline(at.sigma, "window", 1.5)
    yield Text(x, middle, "Σ", size=20, align="center", bold=True)
    for line, (text, *less) in enumerate(_also_added(view, at.rows) if view.reached("add") >= 1 else ()):
        left, y = at.sigma.x, at.sigma.bottom + 13 + 16 * line
        room = at.columns[4] - at.sigma.x - 4  # beside the curves, which come from the left
        if at.above:
            left, y = at.sigma.right + 8, at.sigma.y + 6 + 16 * line
            room = min(SIGMA + 2 * ARROW, at.bands.strip.right - left)  # what stands beside the stage is near
        yield Text(left, y, text, "muted", ADDED, room=room, least=7.0, shorter=tuple(less), row="added")


def _so_far(view: View, n: int) -> str:
    """What the n-th row's products that are added by now come to; nothing before the first is."""
    products = view.step.products[n].ravel()
    done = min(max(view.added - n * products.size, 0), products.size)
    return shown(float(products[:done].sum())) if done else ""


def _sum_size(view: View, at: Layout) -> float:
    """The size of all rows' sums: as large as they may be beside each other's curves."""
    finals = (shown(float(view.step.products[n].sum())) for n in range(at.rows))
    longest = max(map(len, (*finals, *(_so_far(view, n) for n in range(at.rows)))))
    room = SUMS - 10 if at.rows < 3 else SUMS - BEND - 8
    return min(MOST_SUM, 0.45 * at.row_height, room / (lettering.MONO_ADVANCE * longest))


def _also_added(view: View, drawn: int) -> Iterator[parts.Line]:
    hidden = view.step.products[drawn:]
    if hidden.size:
        yield (msg("+ {n} more:", n=len(hidden)), f"+ {len(hidden)}:")
        yield (shown(float(hidden.sum())),)
    bias = view.step.bias
    yield (msg("+ bias {b}", b=shown(bias)), f"{'−' if bias < 0 else '+'} {shown(abs(bias))}")


def _headings(view: View, size: Size, at: Layout, row: tuple[Grid, ...], output: Grid) -> Iterator[Item]:
    (source, patch, kernel, _), left = row, output_left(at, size, row[3])
    title = words.channels_title(view.story, view.step.channels)
    room, below = (grid.x - source.x - 0.75 * parts.COLUMN_GAP for grid in (patch, kernel))
    yield from words.input_heading(view, source, title, room, below)
    yield from window_headings(view, row, left, at.patched)
    yield from words.output_heading(view, left, size.w - 4 - left, output)


def output_left(at: Layout, size: Size, products: Grid) -> float:
    """Where the output's heading begins: over its grid, or left of that where it has too little room."""
    left = max(at.sigma.x - SUMS + 12, products.x + PRODUCTS)
    return max(left, min(at.columns[4], size.w - LEAST_HEADING))


def window_headings(view: View, row: tuple[Grid, ...], left: float, patched: bool = True) -> Iterator[Item]:
    """Those of windows, kernels and products, which end at `left`."""
    story, (_, patch, kernel, products) = view.story, row
    count, (kh, kw) = len(view.step.channels), kernel.values.shape
    if patched:
        yield from parts.heading(patch.x, kernel.x - patch.x - 6, (msg("Window"),))
    names = (words.kernel_title(story, several=True), (msg("Products"), msg("Prod.")))
    for grid, name, end in zip((kernel, products), names, (products.x, left), strict=True):
        yield from parts.heading(grid.x, end - grid.x - 6, name)
    kernels = words.kernel_count(count, kh, kw)
    yield from words.kernel_lines(kernel, left - kernel.x - 6, kernels)
