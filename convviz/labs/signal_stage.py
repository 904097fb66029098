"""The stage of a signal: its plot and its cells, below them the kernel, the products, the output.

All stand in the same columns: a weight is right below the value that it meets, an output cell with stride 1
below the middle of its window.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

import convviz.labs.conv_words as conv_words
import convviz.labs.parts as parts
import convviz.labs.signal_words as words
from convviz.core.kernel_text import shown
from convviz.figure.figure import (
    Array,
    Bars,
    Box,
    Curve,
    Grid,
    Item,
    Mark,
    Outline,
    Scale,
    Size,
    Spot,
    Text,
)
from convviz.i18n import Message, msg
from convviz.labs.conv_grids import input_grid, kernel_grid, output_grid, product_grid
from convviz.labs.conv_stage import comfort, copy_arrow, largest_cell
from convviz.labs.parts import Bands
from convviz.labs.story import Story
from convviz.labs.window import View, look_at
from convviz.motion.easing import smooth
from convviz.motion.timeline import Moment

GUTTER, NARROW_GUTTER = 92.0, 62.0
"""Room at the left for the names of the rows, on a stage as wide as WIDE and on others."""
WIDE = 700.0
GAPS = (4.0, 4.0, 22.0, 6.0)
"""Between plot and signal, signal and kernel, products and output, output and its plot."""
LEAST_PLOT, LARGEST_PLOT, TOLD_PLOT = 12.0, 230.0, 26.0
"""Heights of a plot: with less room there is none; the least that has the values at its sides."""
LEAST_NAME = 9.0
"""Height of a row that has room for its name."""
BITS = Scale("image", 0.0, 1.0)


@dataclass(frozen=True)
class Layout:
    """Where the rows stand."""

    cell: float
    output_cell: float
    names: float
    """Where the names of the rows begin; the cells do at x."""
    x: float
    output_x: float
    top: float
    plot: float
    """Height of a plot; 0 where there is none."""
    bands: Bands


def looked_at(story: Story, moment: Moment, spot: Spot | None) -> View:
    """The view; a cell of the kernel, which is drawn with the holes of dilation, becomes its tap."""
    if spot and spot.grid in ("kernel", "products"):
        spot = replace(spot, col=spot.col // story.spec.dilation[1])
    return look_at(story, moment, spot)


def lay_out(view: View, size: Size, zoom: float, generators: int) -> Layout:
    """The largest cells with which the rows fit above one another and the columns side by side."""
    area, region, spec = view.area, view.region, view.story.spec
    bands = parts.bands(size)
    gutter = GUTTER if size.w >= WIDE else NARROW_GUTTER
    room, height = bands.grids.w - gutter, bands.grids.h - sum(GAPS)
    outputs = generators + spec.binary
    above, plots = 1 + 2 * generators, 0 if spec.binary else 2
    cell = min(largest_cell(size, zoom), room / area.width)
    least = LEAST_PLOT * plots if (height - LEAST_PLOT * plots) / (above + outputs) >= 11 else 0.0
    cell = parts.whole(min(cell, (height - least) / (above + outputs)))
    output = cell
    if spec.stride[1] > 1:
        spare = (height - least - above * cell) / outputs
        output = parts.whole(min(comfort(size, cell), spare, max(cell, area.width * cell / region.width)))
    left = height - above * cell - outputs * output
    plot = min(left / plots, LARGEST_PLOT) if plots and left / plots >= LEAST_PLOT else 0.0
    x = round(parts.MARGIN + gutter + (room - area.width * cell) / 2)
    inset = (spec.span[1] - 1) / 2 * cell
    if spec.stride[1] > 1:
        inset = (area.width * cell - region.width * output) / 2
    top = bands.grids.y + (left - plots * plot) / 2
    return Layout(cell, output, x - gutter, x, x + inset, top, plot, bands)


def draw(view: View, size: Size, zoom: float, sentence: Message) -> Iterator[Item]:
    """Everything, back to front."""
    views = generator_views(view)
    at = lay_out(view, size, zoom, len(views))
    y = at.top + at.plot + GAPS[0]
    source = _signal(view, at.x, y, at.cell)
    y += at.cell + GAPS[1]
    x = source.cell_box(0, view.window[1]).x
    kernels = [_kernel(each, n, x, y + n * at.cell, at.cell) for n, each in enumerate(views)]
    y += len(views) * at.cell
    products = [_products(each, n, x, y + n * at.cell, at.cell) for n, each in enumerate(views)]
    y += len(views) * at.cell + GAPS[2]
    outputs = [_output(each, n, at, y + n * at.output_cell) for n, each in enumerate(views)]
    yield from (source, *kernels, *products, *outputs)
    yield from _code(view, at, outputs)
    yield from _plots(view, at, source, outputs)
    yield from _frames(view, source, products, outputs)
    yield from copy_arrow(view, source)
    yield from _names(view, at, source, kernels, products, outputs)
    yield from _headings(view, size, source, outputs[0])
    room = size.w - 2 * parts.MARGIN
    yield Text(parts.MARGIN, at.bands.sentence, sentence, "muted", 13.5, room=room, least=9.0)
    yield from words.strips(view, views, at.bands.strip)


def generator_views(view: View) -> list[View]:
    """The view of each generator of a code at the same place; of a signal the view alone."""
    story = view.story
    if not story.spec.binary:
        return [view]
    cells = [(n, *view.step.cell[1:]) for n in range(story.shape[0])]
    return [replace(view, step=story.trace.at(cell)) for cell in cells]


# --- the rows


def _kernel(view: View, n: int, x: float, y: float, cell: float) -> Grid:
    return _spread(view, replace(kernel_grid(view, 0, x, y, cell), channel=n))


def _products(view: View, n: int, x: float, y: float, cell: float) -> Grid:
    grid = _spread(view, replace(product_grid(view, 0, x, y, cell), channel=n))
    return replace(grid, over=None) if view.story.spec.binary else grid


def _spread(view: View, grid: Grid) -> Grid:
    """With the holes of dilation between its cells, so that every tap stands below its value."""
    dilation = view.story.spec.dilation[1]
    if dilation == 1:
        return grid
    values = np.zeros((1, view.story.spec.span[1]))
    marks = np.full(values.shape, Mark.EMPTY, np.uint8)
    values[:, ::dilation], marks[:, ::dilation] = grid.values, grid.marks

    def texts(written: object) -> list[list[str]] | None:
        if not isinstance(written, tuple | list):
            return None
        row = [""] * values.size
        row[::dilation] = written[0]
        return [row]

    return replace(grid, values=values, marks=marks, labels=texts(grid.labels), over=texts(grid.over))


def _output(view: View, n: int, at: Layout, y: float) -> Grid:
    story = view.story
    if not story.spec.binary:
        return output_grid(view, at.output_x, y, at.output_cell)
    values = outputs(story)[n][None, view.region.left : view.region.right]
    first = (view.region.top, view.region.left)
    labels = parts.labels(values, at.output_cell)
    marks = view.output_marks.copy()
    return Grid("output", at.output_x, y, at.output_cell, values, BITS, marks, first, labels, channel=n)


def outputs(story: Story) -> Array:
    """All bits of a code, float64 (generators, n)."""
    cols = np.arange(story.shape[2])
    return story.operation.sample(story.spec, np.array([0]), cols, *story.operands)[:, 0].astype(np.float64)


def _signal(view: View, x: float, y: float, cell: float) -> Grid:
    """The input; the weights stand below its cells, not in their corners."""
    grid = replace(input_grid(view, 0, x, y, cell), corners=None)
    return replace(grid, scale=BITS) if view.story.spec.binary else grid


def _code(view: View, at: Layout, grids: list[Grid]) -> Iterator[Item]:
    """What is sent: the bits of all generators, one after the other, below each place."""
    if not view.story.spec.binary:
        return
    pairs = np.array([grid.values[0] for grid in grids]).T.astype(int).tolist()
    labels = (tuple("".join(map(str, bits)) for bits in pairs),)
    values = np.ones_like(grids[0].values)
    marks = grids[0].marks & Mark.EMPTY
    y = grids[-1].box.bottom
    fits = parts.labels(np.full((1, 1), 10 ** len(grids) - 1), at.output_cell)
    yield Grid("code", at.output_x, y, at.output_cell, values, Scale("plain"), marks, labels=fits and labels)


# --- plots, frames, words


def _plots(view: View, at: Layout, source: Grid, grids: list[Grid]) -> Iterator[Item]:
    if not at.plot:
        return
    output = grids[0]
    box = Box(source.x, at.top, source.box.w, at.plot)
    values = source.values[0]
    low, high = min(0.0, float(values.min())), max(view.story.source.white, float(values.max()))
    yield from _plot(Bars(box, values, low, high, source.marks[0] & (Mark.TAP | Mark.LIT)))
    box = Box(output.x, output.box.bottom + GAPS[3], output.box.w, at.plot)
    values = output.values[0]
    low, high = min(0.0, float(values.min())), max(0.0, float(values.max()))
    yield from _plot(Bars(box, values, low, high or (0.0 if low else 1.0), output.marks[0]))


def _plot(bars: Bars) -> Iterator[Item]:
    """The bars, and the values at the upper and lower side of their room."""
    yield bars
    box = bars.box
    if box.h < TOLD_PLOT:
        return
    for value, y in ((bars.high, box.y + 6), (bars.low, box.bottom - 6)):
        text = shown(parts.round_to(value))
        yield Text(box.x - 6, y, text, "muted", 10, "right", room=NARROW_GUTTER, least=8.0)


def _frames(view: View, source: Grid, products: list[Grid], grids: list[Grid]) -> Iterator[Item]:
    """Around the window, its products, and what is being written, with the way from one to the other."""
    if view.story.spec.binary:  # a white bit is seen on white paper too
        yield from (Outline(grid.box, "border", 1.0) for grid in (source, *grids))
    window = source.cell_box(view.area.top, view.window[1], 1, view.story.spec.span[1])
    yield Outline(window, "window", 3.0)
    last = products[-1].box
    yield Outline(Box(last.x, products[0].y, last.w, last.bottom - products[0].y), "window", 1.5)
    progress = view.reached("write")
    if progress > 0:
        for grid in grids:
            yield Outline(grid.cell_box(*view.step.cell[1:]), "output", 3.0)
        end = grids[0].cell_box(*view.step.cell[1:])
        start = (last.center[0], last.bottom + 2)
        yield Curve(start, (end.center[0], end.y - 2), "output", smooth(progress))


def _names(
    view: View, at: Layout, source: Grid, kernels: list[Grid], products: list[Grid], grids: list[Grid]
) -> Iterator[Item]:
    """What each row is, at its left."""
    several = len(kernels) > 1
    rows: list[tuple[Grid, tuple[str | Message, ...]]] = [(source, (msg("signal x"), "x"))]
    for n in range(len(kernels)):
        sub = words.SUBSCRIPTS[n] if several else ""
        rows.append((kernels[n], (msg("kernel g{n}", n=sub), f"g{sub}")))
        rows.append((products[n], (msg("products"), "x·g" + sub)))
        rows.append((grids[n], (msg("output y{n}", n=sub), f"y{sub}")))
    for grid, (name, short) in rows if at.cell >= LEAST_NAME else ():
        size = min(12.5, grid.cell)
        yield Text(at.names, grid.box.center[1], name, "muted", size, room=_room(at), shorter=(short,))
    if view.story.spec.binary and at.cell >= LEAST_NAME:
        y = grids[-1].box.bottom + at.output_cell / 2
        size = min(12.5, at.output_cell)
        yield Text(at.names, y, msg("sent"), "text", size, bold=True, room=_room(at))


def _room(at: Layout) -> float:
    return at.x - at.names - 6


def _headings(view: View, size: Size, source: Grid, output: Grid) -> Iterator[Item]:
    story = view.story
    width = (size.w - 2 * parts.MARGIN) / 3
    left, middle, right = (parts.MARGIN + n * width for n in range(3))
    room = width - parts.COLUMN_GAP
    keys = [parts.WINDOW_KEY]
    keys += [parts.UNREAD_KEY] if (source.marks & Mark.UNREAD).any() else []
    keys += [parts.PADDING_KEY] if (source.marks & Mark.GHOST).any() else []
    title = (msg("Bits"),) if story.spec.binary else conv_words.input_title(story, source.channel)
    yield from parts.heading(left, room, title, keys)
    yield from parts.lines(left, room, words.input_lines(view))
    yield from parts.heading(middle, room, words.kernel_title(story.spec))
    yield from parts.lines(middle, room, words.kernel_lines(story))
    keys = [conv_words.written_key(view)]
    keys += [parts.CLAMPED_KEY] if (output.marks & Mark.CLAMPED).any() else []
    yield from parts.heading(right, room, (msg("Codeword"),) if story.spec.binary else (msg("Output"),), keys)
    yield from parts.lines(right, room, (words.output_line(view),))
    if story.spec.binary:
        yield Text(right, 49, msg("black is 0, white is 1"), "muted", 11.5, room=room, least=10.0)
    else:
        yield from parts.legend(right, 49, room, output.scale, conv_words.LENS_WORDS[story.scene.show])
