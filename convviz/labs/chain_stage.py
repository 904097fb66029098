"""The stage of a whole layer: input → convolution → bias → activation → pooling, each with how it is done.

The maps stand side by side; below each of them stands what makes it: kernel, bias, curve, block.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

import convviz.labs.chain_words as chain_words
import convviz.labs.conv_words as words
import convviz.labs.parts as parts
from convviz.core.activations import activate
from convviz.core.kernel_text import shown
from convviz.figure import lettering
from convviz.figure.figure import (
    Array,
    Box,
    Graph,
    Grid,
    Item,
    Mark,
    Outline,
    Scale,
    Size,
    Text,
    marks_like,
)
from convviz.i18n import Message, msg
from convviz.labs.chain_view import ChainView, convolved
from convviz.labs.conv_grids import input_grid, kernel_grid, output_grid, weight_scale
from convviz.labs.conv_stage import (
    LARGEST_CELL,
    comfort,
    copy_arrow,
    largest_cell,
    way,
    windows,
    written,
)
from convviz.labs.parts import Bands

LEAST = (160.0, 92.0, 84.0, 92.0, 88.0)
"""Widths that the headings of input, sums, sums with bias, activated and output need."""
MOST_INPUTS = 3
"""Channels shown at once; the others take part in the sum without being drawn."""
CAPTION = 24.0
"""Height of the line above a kernel, a curve or a block."""
CAPTION_SIZE, LEAST_CAPTION = 16.0, 13.0
"""Its letters, which say the sum, and the least of them: before they are smaller, fewer words are said."""
TOOL_SHARE, HIGHEST_TOOL = 0.34, 170.0
"""What of the height kernel, curve and block have, and how much at most."""
LOOSE = 24.0
"""Pixels more between the maps and what makes them, where there is room."""
BETWEEN = 4.0
"""Pixels between two kernels, and between two inputs."""
NARROW_GAP = 20.0
"""Between five columns; arrows still have room in it."""
LARGER = 1.1
"""How much larger the input's cells may be than those of the maps, whose numbers are longer."""
CEDED = 0.85
"""What of their size the input's cells keep at least to leave room for the window below them."""
LEAST_NUMBER = 8.0
"""Numbers of the maps are left out rather than smaller: sums are long, and their colours say as much."""
CURVE_POINTS = 121
EDGE = 1.08
"""How much wider a curve is drawn than the values on the stage reach."""


@dataclass(frozen=True)
class Layout:
    """Where the maps stand, and the boxes below them."""

    cells: tuple[float, ...]
    """Of the input, the three maps, the output."""
    columns: tuple[float, ...]
    widths: tuple[float, ...]
    top: float
    """Where input, maps and output begin, all at one height."""
    tools: Box
    bands: Bands

    def tool(self, column: int) -> Box:
        """The room below a map."""
        return Box(self.columns[column], self.tools.y, self.widths[column], self.tools.h)


def lay_out(view: ChainView, size: Size, zoom: float) -> Layout:
    """The largest cells with which the columns fit side by side, headings included, above the tools."""
    bands = parts.bands(size)
    area, middle, region = view.window.area, view.map_region, view.region
    high, largest = bands.grids.h, largest_cell(size, zoom)
    tool = min(TOOL_SHARE * high, HIGHEST_TOOL * zoom)
    room_above = max(high - tool - CAPTION, 1.0)
    inputs = input_count(view)
    cell = min(largest, room_above / middle.height)
    source = min(largest, max(high - BETWEEN * (inputs - 1), 1.0) / (inputs * area.height), LARGER * cell)
    output = min(largest, room_above / region.height, comfort(size, cell))
    cells: tuple[float, ...] = (source, cell, cell, cell, output)
    counts = (area.width, *[middle.width] * 3, region.width)
    wanted = [count * each for count, each in zip(counts, cells, strict=True)]
    at = parts.side_by_side(wanted, LEAST, size.w, NARROW_GAP, 50.0)
    cells = tuple(parts.whole(each * at.factor) for each in cells)
    tallest = max(middle.height * cells[1], region.height * cells[-1])
    above = parts.whole((room_above - BETWEEN * (inputs - 1)) / (inputs * area.height))
    if above >= CEDED * cells[0]:  # then the window has room below them
        cells = (min(cells[0], above), *cells[1:])
        tallest = max(tallest, inputs * area.height * cells[0] + BETWEEN * (inputs - 1))
    all_inputs = inputs * area.height * cells[0] + BETWEEN * (inputs - 1)
    spare = max(room_above - tallest, 0.0)
    top = min(bands.grids.y + max(spare - LOOSE, 0.0) / 2, bands.grids.bottom - all_inputs)
    top = float(round(max(top, bands.grids.y)))
    below = top + tallest + min(spare, LOOSE) + CAPTION
    return Layout(cells, at.starts, at.widths, top, Box(bands.grids.x, below, bands.grids.w, tool), bands)


def input_count(view: ChainView) -> int:
    """How many channels of the input are drawn."""
    return min(len(view.now.channels), MOST_INPUTS)


def draw(view: ChainView, size: Size, zoom: float, sentence: Message, told: bool = True) -> Iterator[Item]:
    """Everything, back to front; what the output cell sees of the input only if `told`."""
    at = lay_out(view, size, zoom)
    sources, stages, output = inputs(view, at), maps(view, at), pooled(view, at)
    yield from (*sources, *stages, output)
    if told:
        yield from _seen(view, sources)
    yield from _followed(view, sources, stages, output)
    for column, tool in enumerate((_kernels, _bias, _curve, _block), 1):
        yield from tool(view, at.tool(column))
    cell = _tap(view, at.tool(1))
    below = sources[-1].box.bottom + CAPTION <= at.tools.y
    if below and _side_by_side(view, cell) <= at.columns[1] - at.columns[0] - NARROW_GAP:
        yield from _windows(view, at.tool(0), cell)
    yield from _headings(view, at, sources[0], stages, output, told)
    room = size.w - 2 * parts.MARGIN
    yield Text(parts.MARGIN, at.bands.sentence, sentence, "muted", 13.5, room=room, least=9.0)
    yield from parts.strip(at.bands.strip, chain_words.formula(view))


# --- the maps


def inputs(view: ChainView, at: Layout) -> list[Grid]:
    """The channels that are read, one below another."""
    count, cell, area = input_count(view), at.cells[0], view.window.area
    height = area.height * cell
    return [
        input_grid(view.window, n, at.columns[0], round(at.top + n * (height + BETWEEN)), cell)
        for n in range(count)
    ]


def maps(view: ChainView, at: Layout) -> tuple[Grid, ...]:
    """The sums, the sums with their bias, both after the activation."""
    return (
        _map(view, at, 1, "convolved", view.convolved_values, view.map_marks("convolve")),
        _map(view, at, 2, "biased", view.biased_values, view.map_marks("bias")),
        _map(view, at, 3, "activated", view.activated_values, view.map_marks("activate")),
    )


def _map(view: ChainView, at: Layout, column: int, name: str, values: Array, marks: Array) -> Grid:
    region, cell = view.map_region, at.cells[column]
    return Grid(
        name,
        at.columns[column],
        at.top,
        cell,
        values,
        map_scale(view, name),
        marks,
        (region.top, region.left),
        _readable(values, cell),
        channel=view.story.output,
    )


def _readable(values: Array, cell: float) -> tuple[tuple[str, ...], ...] | None:
    """The numbers in a map's cells; None where they would be smaller than a person reads them."""
    written = parts.labels(values, cell)
    return written if written and lettering.number_size(written, cell) >= LEAST_NUMBER else None


def map_scale(view: ChainView, name: str) -> Scale:
    """Blue below 0, red above; the same for all, unless the activation squeezes what is there."""
    squeezed = name == "activated" and view.story.spec.conv.activation in chain_words.SQUEEZED
    most = 1.0 if squeezed else max(_most(view.convolved_values), _most(view.biased_values))
    return Scale("signed", -most, most)


def _most(values: Array) -> float:
    return float(np.abs(values[np.isfinite(values)]).max(initial=0.0)) or 1.0


def pooled(view: ChainView, at: Layout) -> Grid:
    """The output; where it is signed a value has the colour that it has in the maps."""
    grid = output_grid(view.output, at.columns[-1], at.top, at.cells[-1])
    grid.marks[...] |= view.output_lit
    return replace(grid, scale=map_scale(view, "activated")) if grid.scale.role == "signed" else grid


def _seen(view: ChainView, sources: list[Grid]) -> Iterator[Item]:
    """A frame around all of the input that the output cell depends on."""
    row, col = view.seen
    for source in sources:
        yield Outline(source.cell_box(row, col, *view.story.spec.span), "output", 2.0, dashed=True)


def _followed(view: ChainView, sources: list[Grid], stages: tuple[Grid, ...], output: Grid) -> Iterator[Item]:
    """The way of one output cell: the window that is followed, its value, the block."""
    spec = view.story.spec
    for source in sources:
        if view.shows_window:
            yield from windows(view.window, source)
        if view.spot and view.spot.channel == source.channel:
            yield from copy_arrow(view.window, source)
    ph, pw = spec.pool.kernel_size
    top, left = view.step.cell[1] * ph, view.step.cell[2] * pw
    for grid in stages:
        yield Outline(grid.cell_box(top, left, ph, pw), "output", 2.5)
    if view.shows_window:
        _, r, c = view.now.cell
        start = sources[0].cell_box(*view.window.window, *spec.conv.span)
        yield way(start, sources[0], stages[0].cell_box(r, c), stages[0], "window")
        for before, after in pairwise(stages):
            yield way(before.cell_box(r, c), before, after.cell_box(r, c), after, "window")
    after = stages[-1]
    block = after.cell_box(top, left, ph, pw)
    yield from written(view.output, block, output, source=after)


# --- what makes them


def _windows(view: ChainView, box: Box, cell: float) -> Iterator[Item]:
    """What the window that is followed reads of each channel, in cells as large as the weights it meets."""
    window, step = view.window, view.now
    places = np.ix_(step.rows - window.area.top, step.cols - window.area.left)
    marks = window.input_marks[places] & (Mark.GHOST | Mark.COPY)
    if not view.shows_window:
        marks[...] = Mark.EMPTY
    for n in range(input_count(view)):
        values, lit = step.values[n], marks.copy()
        if window.tapped and window.tapped[0] == n:
            lit[window.tapped[1:]] |= Mark.LIT
        x, numbers = box.x + n * (values.shape[1] * cell + BETWEEN), parts.labels(values, cell)
        scale = Scale("image", 0.0, view.story.source.white)
        grid = Grid("patch", x, box.y, cell, values, scale, lit, labels=numbers, channel=n)
        yield grid
        yield Outline(grid.box, "window", 2.0)
    yield from _caption(box, msg("Window"))


def _tap(view: ChainView, box: Box) -> float:
    """The cells of kernels that stand side by side in a box."""
    count, (kh, kw) = input_count(view), view.story.spec.kernel_size
    return parts.whole(min(box.h / kh, (box.w - BETWEEN * (count - 1)) / (count * kw), LARGEST_CELL))


def _side_by_side(view: ChainView, cell: float) -> float:
    """The width of a kernel, or of its window, for each channel."""
    count, kw = input_count(view), view.story.spec.kernel_size[1]
    return float(count * kw * cell + BETWEEN * (count - 1))


def _kernels(view: ChainView, box: Box) -> Iterator[Item]:
    """The filter's kernels side by side."""
    count, kw, cell = input_count(view), view.story.spec.kernel_size[1], _tap(view, box)
    for n in range(count):
        yield kernel_grid(view.window, n, box.x + n * (kw * cell + BETWEEN), box.y, cell)
    if view.followed is not None and view.done("convolve") > view.followed:
        yield from _caption(box, msg("× kernel = {sum}", sum=shown(view.sum)), shown(view.sum))
        return
    turned = msg("× kernel ↻180°") if view.story.spec.conv.flip else msg("× kernel")
    yield from _caption(box, turned, msg("kernel"))


def _bias(view: ChainView, box: Box) -> Iterator[Item]:
    """The filter's bias, as one more number of it."""
    bias, cell = view.now.bias, parts.whole(min(box.h / 2, box.w / 2, LARGEST_CELL))
    value = np.array([[bias]])
    numbers = parts.labels(value, cell)
    yield Grid("bias", box.x, box.y, cell, value, weight_scale(value), marks_like(value), labels=numbers)
    values = {"sign": "−" if bias < 0 else "+", "b": shown(abs(bias)), "z": shown(view.now.total)}
    plain = msg("+ bias {b}", b=shown(bias))
    if view.followed is not None and view.done("bias") > view.followed:
        worked = msg("{sum} {sign} {b} → {z}", sum=shown(view.sum), **values)
        yield from _caption(box, worked, msg("→ {z}", **values), plain)
        return
    yield from _caption(box, plain, msg("{sign} {b}", **values))


def _caption(box: Box, text: str | Message, *shorter: str | Message) -> Iterator[Item]:
    y = box.y - CAPTION / 2
    yield Text(
        box.x,
        y,
        text,
        size=CAPTION_SIZE,
        bold=True,
        room=box.w + NARROW_GAP - 8,
        least=LEAST_CAPTION,
        shorter=(*shorter, ""),
        row="captions",
    )


def _curve(view: ChainView, box: Box) -> Iterator[Item]:
    """The activation as a curve, with the values of the block that it has dealt with."""
    spec, most = view.story.spec.conv, _most(view.biased_values)
    x = np.linspace(-EDGE * most, EDGE * most, CURVE_POINTS)
    y = activate(spec.activation, x, spec.negative_slope)
    low, high = min(float(y.min()), 0.0), max(float(y.max()), 0.0) or 1.0
    margin = 0.12 * (high - low)
    made = [*range(view.done("activate"))]
    now = view.followed if view.reached("bias") >= 1 else None
    order = [n for n in made if n != now] + ([now] if now is not None else [])
    yield Graph(
        Box(box.x, box.y, min(box.w, 1.6 * box.h), box.h),
        tuple(zip(x.tolist(), y.tolist(), strict=True)),
        (-EDGE * most, EDGE * most),
        (low - margin, high + margin),
        tuple((view.inner[n].total, view.activated(view.inner[n])) for n in order),
    )
    name = chain_words.activation_name(spec.activation)
    if now is None:
        yield from _caption(box, name)
        return
    step = view.inner[now]
    value = f"{shown(step.total)} → {shown(view.activated(step))}"
    yield from _caption(box, msg("{name}: {value}", name=name, value=value), value, name)


def _block(view: ChainView, box: Box) -> Iterator[Item]:
    """The values that are pooled, and what comes of them."""
    values = view.step.values[0]
    ph, pw = values.shape
    cell = parts.whole(min(box.h / ph, box.w / pw, LARGEST_CELL))
    marks = marks_like(values)
    marks.flat[view.done("activate") :] |= Mark.EMPTY
    if view.followed is not None and view.followed < view.done("activate"):
        marks.flat[view.followed] |= Mark.LIT
    numbers = parts.labels(values, cell)
    grid = Grid("block", box.x, box.y, cell, values, map_scale(view, "activated"), marks, labels=numbers)
    yield grid
    yield Outline(grid.box, "output", 2.0)
    name = msg("maximum") if view.maximum else msg("mean")
    if view.reached("pool") < 1:
        yield from _caption(box, name)
        return
    y = shown(view.step.value)
    yield from _caption(box, msg("{name} {y}", name=name, y=y), y)


# --- headings

FIELD_KEY = parts.Key(msg("field"), "output", dashed=True)
ZERO_WORDS = (msg("signed · 0 is white"), msg("0 is white"), msg(""))


def _headings(
    view: ChainView, at: Layout, source: Grid, stages: tuple[Grid, ...], output: Grid, told: bool
) -> Iterator[Item]:
    window, count = view.window, len(view.now.channels)
    rooms = [b - a - parts.COLUMN_GAP for a, b in zip(at.columns, at.columns[1:], strict=False)]
    title = words.input_title(window.story, source.channel)
    if count > 1:
        title = (msg("Input, {n} channels", n=count), msg("Input"))
    keys = (FIELD_KEY,) if told else ()
    yield from words.input_heading(window, source, title, rooms[0], rooms[0], first=keys)
    size = words.output_size(convolved(view.story), view.map_region)
    name = chain_words.activation_name(view.story.spec.conv.activation)
    titles = (
        (msg("Convolution"), msg("Conv.")),
        (msg("With bias"), msg("+ bias")),
        (msg("After {name}", name=name), msg("Activated")),
    )
    for grid, room, line in zip(stages, rooms[1:], titles, strict=True):
        yield from parts.heading(grid.x, room, line)
        yield from parts.lines(grid.x, room, (size,))
        yield from parts.legend(grid.x, 49, room, grid.scale, ZERO_WORDS)
    yield from words.output_heading(view.output, output.x, max(at.widths[-1], output.box.w), output)
