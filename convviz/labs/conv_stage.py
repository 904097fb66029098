"""The stage for one input channel: input × kernel = products → output, the formula below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import convviz.labs.parts as parts
from convviz.core.kernel_text import shown
from convviz.figure.figure import Box, Curve, Grid, Item, Outline, Size, Text
from convviz.i18n import msg
from convviz.labs.conv_formula import formula
from convviz.labs.conv_grids import input_grid, kernel_grid, output_grid, product_grid
from convviz.labs.conv_words import MARGIN, headings
from convviz.labs.window import View
from convviz.motion.easing import smooth

HEAD = 68.0
"""Height of the headings above the grids."""
FOOT = 40.0
"""Height of the explanation between the grids and the formula."""
LARGEST_CELL = 58.0


@dataclass(frozen=True)
class Layout:
    """Where the four grids stand. All cells of a grid are squares."""

    cell: float
    kernel_cell: float
    input: tuple[float, float]
    kernel: tuple[float, float]
    products: tuple[float, float]
    output: tuple[float, float]
    strip: Box


def lay_out(view: View, size: Size, zoom: float) -> Layout:
    """The largest cells with which everything fits side by side, above the formula."""
    (kh, kw), area, region = view.story.spec.kernel_size, view.area, view.region
    strip = Box(0, size.h - parts.STRIP, size.w, parts.STRIP)
    height = size.h - HEAD - parts.STRIP - FOOT
    between = 54.0
    largest = LARGEST_CELL * zoom

    def cell_beside(kernel: float) -> float:
        wide = (size.w - 2 * MARGIN - 2 * between - kw * kernel) / (area.width + region.width)
        return min(largest, height / max(area.height, region.height), wide)

    tall = (height - 30) / (2 * kh)
    kernel_cell = min(largest, tall, 0.3 * size.w / kw)
    kernel_cell = min(kernel_cell, 1.15 * max(cell_beside(kernel_cell), parts.NUMBER_CELL))
    cell = max(cell_beside(kernel_cell), 1.0)
    used = cell * (area.width + region.width) + kernel_cell * kw
    gap = min(120.0, (size.w - 2 * MARGIN - used) / 2)
    x = max(MARGIN, (size.w - used - 2 * gap) / 2)
    middle = HEAD + height / 2
    kernel_x = x + area.width * cell + gap
    kernel_y = middle - 15 - kh * kernel_cell
    return Layout(
        cell,
        kernel_cell,
        (x, middle - area.height * cell / 2),
        (kernel_x, kernel_y),
        (kernel_x, middle + 15),
        (kernel_x + kw * kernel_cell + gap, middle - region.height * cell / 2),
        strip,
    )


def draw(view: View, size: Size, zoom: float) -> Iterator[Item]:
    """Everything, back to front."""
    at = lay_out(view, size, zoom)
    source, output = input_grid(view, 0, *at.input, at.cell), output_grid(view, *at.output, at.cell)
    kernel = kernel_grid(view, 0, *at.kernel, at.kernel_cell)
    products = product_grid(view, 0, *at.products, at.kernel_cell)
    yield from (source, kernel, products, output)
    yield from _signs(source, kernel, products)
    yield from windows(view, source)
    yield from copy_arrow(view, source)
    yield from pointed(view, kernel, products)
    yield from lifted(view, source, products)
    yield from written(view, products.box, output)
    yield from headings(view, size, source, kernel, output)
    yield from formula(view, at.strip)
    yield Text(MARGIN, at.strip.y - 18, view.sentence, role="muted", size=13.5, room=size.w - 2 * MARGIN)


def _signs(source: Grid, kernel: Grid, products: Grid) -> Iterator[Item]:
    x = (source.box.right + kernel.x) / 2
    yield Text(x, kernel.box.center[1], "×", role="muted", size=26, align="center")
    middle = (kernel.box.bottom + products.y) / 2
    yield Text(kernel.box.center[0], middle, msg("= products"), role="muted", size=14, align="center")
    yield Outline(products.box, "window", 1.5)


def windows(view: View, source: Grid) -> Iterator[Item]:
    """The window on the input: around all it spans, holes of dilation included."""
    spec = view.story.spec
    row, col = view.window
    yield Outline(source.cell_box(row, col, *spec.span), "window", 3.5)
    for lit_row, lit_col in view.lit_inputs:
        if view.area.holds(lit_row, lit_col):
            yield Outline(source.cell_box(lit_row, lit_col), "lit", 2.5)


def copy_arrow(view: View, source: Grid) -> Iterator[Item]:
    """From a padding cell under the pointer to the pixel it copies."""
    if view.copied and view.spot and view.area.holds(*view.copied):
        start = source.cell_box(view.spot.row, view.spot.col).center
        yield Curve(start, source.cell_box(*view.copied).center, "lit")


def pointed(view: View, *grids: Grid) -> Iterator[Item]:
    """The weight or product under the pointer, in each of its grids."""
    if view.pointed_tap:
        for grid in grids:
            yield Outline(grid.cell_box(*view.pointed_tap), "lit", 2.5)


def lifted(view: View, source: Grid, products: Grid) -> Iterator[Item]:
    """The taps on their way from the window to the products."""
    if view.asked or view.moment.phase != "lift" or source.cell < parts.NUMBER_CELL:
        return
    a = smooth(view.moment.progress)
    values = view.step.values[products.channel]
    for i, row in enumerate(view.step.rows.tolist()):
        for j, col in enumerate(view.step.cols.tolist()):
            box = source.cell_box(row, col).towards(products.cell_box(i, j), a)
            yield Outline(box, "window", 1.5, strength=0.6)
            yield Text(
                *box.center,
                shown(float(values[i, j])),
                size=box.w * 0.3,
                align="center",
                mono=True,
                bold=True,
            )


def written(view: View, start: Box, output: Grid) -> Iterator[Item]:
    """The way of the sum into its cell, and the frame around the cell being written."""
    progress = view.reached("write")
    if progress <= 0:
        return
    box = output.cell_box(*view.step.cell[1:])
    yield Outline(box, "output", 3.5)
    yield Curve((start.right + 3, start.center[1]), (output.x - 3, box.center[1]), "output", smooth(progress))
