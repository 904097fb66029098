"""The stage for several input channels: a row for each, patch × kernel = products; their sums meet at Σ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import convviz.labs.conv_formula as conv_formula
import convviz.labs.conv_grids as conv_grids
import convviz.labs.conv_stage as conv_stage
import convviz.labs.conv_words as conv_words
import convviz.labs.parts as parts
from convviz.core.kernel_text import shown
from convviz.figure.figure import Box, Curve, Grid, Item, Mark, Outline, Panel, Scale, Size, Text, marks_like
from convviz.i18n import msg
from convviz.labs.conv_stage import FOOT, HEAD
from convviz.labs.conv_words import MARGIN
from convviz.labs.window import View

MOST_ROWS = 4
"""Channels shown at once; the others take part in the sum without being drawn."""
CHANNEL_NAMES = ("R", "G", "B")


@dataclass(frozen=True)
class Layout:
    """Columns from left to right, the rows' height, and the cells' sizes."""

    rows: int
    row_height: float
    cell: float
    patch_cell: float
    output_cell: float
    columns: tuple[float, float, float, float]
    """x of the inputs, the patches, the kernels and the products."""
    sums: float
    output: tuple[float, float]
    strip: Box


def lay_out(view: View, size: Size, zoom: float) -> Layout:
    """The largest cells with which the rows fit above one another and the columns side by side."""
    (_, kw), area, region = view.story.spec.kernel_size, view.area, view.region
    kh = view.story.spec.kernel_size[0]
    rows = min(len(view.step.channels), MOST_ROWS)
    height = size.h - HEAD - parts.STRIP - FOOT
    row_height = height / rows
    cell = min(conv_stage.LARGEST_CELL * zoom, (row_height - 10) / area.height, 0.2 * size.w / area.width)
    patch = min(conv_stage.LARGEST_CELL * zoom, (row_height - 16) / kh, 0.36 * size.w / (3 * kw))
    inputs_width = max(area.width * cell, 168.0)
    left = 2 * MARGIN + inputs_width + 3 * kw * patch + 3 * 34 + 130
    output = min(conv_stage.LARGEST_CELL * zoom, height / region.height, (size.w - left) / region.width)
    output = max(output, 1.0)
    spare = max(0.0, size.w - left - region.width * output) / 5
    gap = 34 + min(spare, 26.0)
    inputs = MARGIN + min(spare, 40.0)
    patches = inputs + inputs_width + gap
    kernels = patches + kw * patch + gap
    products = kernels + kw * patch + gap
    sums = products + kw * patch + 62
    out_x = max(sums + 62, size.w - MARGIN - region.width * output - min(spare, 40.0))
    return Layout(
        rows,
        row_height,
        cell,
        patch,
        output,
        (inputs, patches, kernels, products),
        sums,
        (out_x, HEAD + (height - region.height * output) / 2),
        Box(0, size.h - parts.STRIP, size.w, parts.STRIP),
    )


def draw(view: View, size: Size, zoom: float) -> Iterator[Item]:
    """Everything, back to front."""
    at = lay_out(view, size, zoom)
    output = conv_grids.output_grid(view, *at.output, at.output_cell)
    rows = [_row(view, at, n) for n in range(at.rows)]
    for row in rows:
        yield from row
        yield from _row_marks(view, *row)
    yield output
    yield from _sums(view, at, [row[3] for row in rows])
    badge = Box(at.sums - 22, HEAD + at.rows * at.row_height / 2 - 20, 44, 40)
    yield from conv_stage.written(view, badge, output)
    yield from _headings(view, size, at, rows[0], output)
    yield from conv_formula.formula(view, at.strip)
    yield Text(MARGIN, at.strip.y - 18, view.sentence, role="muted", size=13.5, room=size.w - 2 * MARGIN)


def _row(view: View, at: Layout, n: int) -> tuple[Grid, Grid, Grid, Grid]:
    """One channel's input, patch, kernel and products, centred on one line."""
    middle = HEAD + (n + 0.5) * at.row_height
    top = middle - view.step.rows.size * at.patch_cell / 2
    inputs, patches, kernels, products = at.columns
    values = view.step.values[n]
    marks = marks_like(values)
    if view.reached("lift") < 1:
        marks[...] = Mark.EMPTY
    if view.pointed_tap:
        marks[view.pointed_tap] |= Mark.LIT
    patch = Grid(
        "patch",
        patches,
        top,
        at.patch_cell,
        values,
        Scale("image", 0.0, view.story.source.white),
        marks,
        labels=parts.labels(values, at.patch_cell),
        channel=n,
    )
    return (
        conv_grids.input_grid(view, n, inputs, middle - view.area.height * at.cell / 2, at.cell),
        patch,
        conv_grids.kernel_grid(view, n, kernels, top, at.patch_cell),
        conv_grids.product_grid(view, n, products, top, at.patch_cell),
    )


def _row_marks(view: View, source: Grid, patch: Grid, kernel: Grid, products: Grid) -> Iterator[Item]:
    yield from conv_stage.windows(view, source)
    yield from conv_stage.copy_arrow(view, source)
    yield Outline(patch.box, "window", 2.0)
    yield Outline(products.box, "window", 1.5)
    middle = patch.box.center[1]
    yield Text((patch.box.right + kernel.x) / 2, middle, "×", role="muted", size=20, align="center")
    yield Text((kernel.box.right + products.x) / 2, middle, "=", role="muted", size=20, align="center")
    yield from conv_stage.pointed(view, patch, kernel, products)
    channels = view.story.x.shape[0]
    name = CHANNEL_NAMES[source.channel] if channels == len(CHANNEL_NAMES) else str(source.channel)
    yield Text(source.x - 9, middle, name, role="muted", size=12, align="center", bold=True)


def _sums(view: View, at: Layout, products: list[Grid]) -> Iterator[Item]:
    """Each row's sum on its way to the Σ, the bias below it."""
    middle = HEAD + at.rows * at.row_height / 2
    progress = view.reached("add")
    for n, grid in enumerate(products):
        start = (grid.box.right + 4, grid.box.center[1])
        yield Curve(start, (at.sums - 22, middle), "muted", 1.0, dotted=False, width=1.2)
        done = min(max(view.done("add") - n * grid.values.size, 0), grid.values.size)
        if done:
            total = float(view.step.products[n].ravel()[:done].sum())
            yield Text(start[0] + 4, start[1] - 11, shown(total), size=12.5, mono=True, role="text")
    yield Panel(Box(at.sums - 22, middle - 20, 44, 40), "window_fill")
    yield Outline(Box(at.sums - 22, middle - 20, 44, 40), "window", 1.5)
    yield Text(at.sums, middle, "Σ", size=20, align="center", bold=True)
    if progress >= 1:
        bias = view.step.bias
        sign = "−" if bias < 0 else "+"
        yield Text(
            at.sums,
            middle + 34,
            msg("{sign} bias {b}", sign=sign, b=shown(abs(bias))),
            role="muted",
            size=11.5,
            align="center",
        )


def _headings(view: View, size: Size, at: Layout, row: tuple[Grid, ...], output: Grid) -> Iterator[Item]:
    story = view.story
    source, patch, kernel, products = row
    name = msg("Input, {n} channels", n=len(view.step.channels))
    size_line, place = conv_words.input_size(story), conv_words.place(story, view.area)
    room = patch.x - source.x - 8
    yield from parts.title(source.x, 0, name, size_line, place, room, kernel.box.center[0] - 90 - source.x)
    yield Text(patch.box.center[0], 11, msg("Window"), size=15, bold=True, align="center")
    title = msg("Filter, rotated 180°") if story.spec.flip else msg("Filter")
    yield Text(kernel.box.center[0], 11, title, size=15, bold=True, align="center")
    below = msg(
        "{n} kernels {h} × {w}", n=len(view.step.channels), h=kernel.values.shape[0], w=kernel.values.shape[1]
    )
    yield Text(kernel.box.center[0], 33, below, role="muted", size=12.5, align="center")
    yield Text(
        kernel.box.center[0], 50, msg("click to type, drag to paint"), role="muted", size=11.5, align="center"
    )
    yield Text(products.box.center[0], 11, msg("Products"), size=15, bold=True, align="center")
    yield from conv_words.output_heading(view, size, output)
