"""The stage for one input channel: input × kernel = products → output, the formula below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from convviz.core import lens
from convviz.core.kernel_text import shown
from convviz.figure.figure import Array, Box, Curve, Grid, Item, Mark, Outline, Scale, Size, Text, marks_like
from convviz.i18n import Message, msg
import convviz.labs.parts as parts
from convviz.labs.parts import Span
from convviz.labs.story import Story, kernel_name
from convviz.labs.window import View
from convviz.motion.easing import smooth
from convviz.scene.scene import Region

HEAD = 68.0
"""Height of the headings above the grids."""
FOOT = 40.0
"""Height of the explanation between the grids and the formula."""
MARGIN = 16.0
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


def input_grid(view: View, n: int, x: float, y: float, cell: float) -> Grid:
    """The n-th of the channels that are read, padding and all; each tap carries its weight in its corner."""
    values = view.input_values[n]
    corners = None
    if cell >= parts.CORNER_CELL and view.reached("slide") >= 1:
        corners = _corners(view, n, values)
    return Grid(
        "input",
        x,
        y,
        cell,
        values,
        Scale("image", 0.0, view.story.source.white),
        view.input_marks,
        (view.area.top, view.area.left),
        parts.labels(values, cell),
        corners,
        channel=view.step.channels[n],
    )


def _corners(view: View, n: int, values: Array) -> list[list[str]]:
    corners = [[""] * values.shape[1] for _ in range(values.shape[0])]
    for i, row in enumerate(view.step.rows.tolist()):
        for j, col in enumerate(view.step.cols.tolist()):
            corners[row - view.area.top][col - view.area.left] = shown(float(view.step.weights[n, i, j]))
    return corners


def weight_scale(weights: Array) -> Scale:
    """Teal below 0, brown above, as strong at the largest weight on either side."""
    most = float(np.abs(weights).max()) or 1.0
    return Scale("weight", -most, most)


def kernel_grid(view: View, n: int, x: float, y: float, cell: float) -> Grid:
    """The n-th kernel of the filter, as it meets the window: a convolution's stands rotated."""
    values = view.step.weights[n]
    marks = marks_like(values)
    _light(view, marks)
    return Grid(
        "kernel",
        x,
        y,
        cell,
        values,
        weight_scale(view.step.weights),
        marks,
        labels=parts.labels(values, cell),
        channel=n,
    )


def product_grid(view: View, n: int, x: float, y: float, cell: float) -> Grid:
    """The n-th channel's products; those not multiplied yet are blank."""
    values = view.step.products[n]
    marks = marks_like(values)
    per = values.size
    done = view.done("multiply") - n * per
    order = np.arange(per).reshape(values.shape)
    marks[order >= done] |= Mark.EMPTY
    if view.tap is not None and view.tap // per == n:
        marks[np.unravel_index(view.tap % per, values.shape)] |= Mark.LIT
    _light(view, marks)
    over = None
    if cell >= parts.OVER_CELL:
        over = [
            [f"{shown(float(v))}×{shown(float(w))}" for v, w in zip(*pair, strict=True)]
            for pair in zip(view.step.values[n], view.step.weights[n], strict=True)
        ]
    return Grid(
        "products",
        x,
        y,
        cell,
        values,
        Scale("plain"),
        marks,
        labels=parts.labels(values, cell),
        over=over,
        channel=n,
    )


def _light(view: View, marks: Array) -> None:
    if view.pointed_tap:
        marks[view.pointed_tap] |= Mark.LIT


def output_grid(view: View, x: float, y: float, cell: float) -> Grid:
    """The region of the output; what has not been computed yet is empty."""
    values = view.story.values(view.region).astype(np.float64)
    scale, marks = output_scale(view.story, values), view.output_marks.copy()
    if view.story.scene.show in ("clamp", "offset"):
        marks[(values < scale.low) | (values > scale.high)] |= Mark.CLAMPED
    return Grid(
        "output",
        x,
        y,
        cell,
        values,
        scale,
        marks,
        (view.region.top, view.region.left),
        parts.labels(values, cell),
        channel=view.story.output,
    )


def output_scale(story: Story, values: Array) -> Scale:
    """How the chosen lens colours these values; on the stage, relative to what the stage shows."""
    white, show = story.source.white, story.scene.show
    most = float(np.abs(values).max()) or 1.0
    if show == "signed":
        return Scale("signed", -most, most)
    if show == "absolute":
        return Scale("absolute", 0.0, most)
    if show == "stretch":
        low, high = float(values.min()), float(values.max())
        return Scale("image", low, high if high > low else low + 1)
    middle = lens.middle(white) if show == "offset" else 0.0
    return Scale("image", -middle, white - middle)


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


def headings(view: View, size: Size, source: Grid, kernel: Grid, output: Grid) -> Iterator[Item]:
    """Name, size and legend of each grid."""
    story, area = view.story, view.area
    room = kernel.x - source.x - 24
    yield from parts.title(source.x, 0, msg("Input"), input_size(story), place(story, area), room)
    name = msg("Kernel, rotated 180°") if story.spec.flip else msg("Kernel")
    below = shown_kernel(story, kernel.channel)
    kh, kw = story.spec.kernel_size
    left = kernel.box.center[0] - 65
    room = output.x - left - 12
    yield from parts.title(
        left, 0, name, f"{kh} × {kw} · " + below, msg("click to type, drag to paint"), room
    )
    yield from output_heading(view, size, output)


def output_heading(view: View, size: Size, output: Grid) -> Iterator[Item]:
    """The output's size and what its colours mean."""
    story = view.story
    left = min(output.x, size.w - MARGIN - 260)
    room = size.w - left - 4
    yield Text(left, 11, msg("Output"), size=17, bold=True, room=room)
    yield Text(left, 33, output_size(story, view.region), role="muted", size=12.5, room=room)
    yield from parts.legend(left, 45, output.scale)
    yield Text(left + 108, 50, LENS_WORDS[story.scene.show], role="muted", size=11.5, room=room - 108)


LENS_WORDS = {
    "signed": msg("signed · 0 is white"),
    "absolute": msg("absolute · 0 is black"),
    "clamp": msg("clamped to the picture's range"),
    "offset": msg("offset · 0 is mid-grey"),
    "stretch": msg("stretched · least to most"),
}


def input_size(story: Story) -> Message | str:
    """ "7 × 7, zero padding 1 → 9 × 9"."""
    _, height, width = story.x.shape
    top, bottom, left, right = story.spec.pads
    if not any(story.spec.pads):
        return f"{height} × {width}"
    pads = str(top) if top == bottom == left == right else f"{top}, {bottom}, {left}, {right}"
    return msg(
        "{h} × {w}, {border} padding {pads} → {ph} × {pw}",
        h=height,
        w=width,
        border=BORDER_WORDS[story.spec.padding_mode],
        pads=pads,
        ph=height + top + bottom,
        pw=width + left + right,
    )


BORDER_WORDS = {
    "zeros": msg("zero"),
    "constant": msg("constant"),
    "reflect": msg("reflected"),
    "replicate": msg("replicated"),
    "circular": msg("circular"),
}


def place(story: Story, area: Region) -> Message:
    """Which part of which picture is on the stage."""
    _, height, width = story.x.shape
    crop = story.scene.crop
    down, along = (crop.top, crop.left) if crop else (0, 0)
    top, bottom = max(area.top, 0), min(area.bottom, height)
    left, right = max(area.left, 0), min(area.right, width)
    return msg(
        "{name} · rows {top}–{bottom}, columns {left}–{right}",
        name=story.source.title,
        top=top + down,
        bottom=bottom - 1 + down,
        left=left + along,
        right=right - 1 + along,
    )


def output_size(story: Story, region: Region) -> Message | str:
    """The output's size, which channel of how many, and which part of it is on the stage."""
    channels, height, width = story.shape
    size = f"{height} × {width}" + (f" · {story.output + 1}/{channels}" if channels > 1 else "")
    if (region.height, region.width) == (height, width):
        return size
    return msg(
        "{size} · rows {top}–{bottom}, columns {left}–{right}",
        size=size,
        top=region.top,
        bottom=region.bottom - 1,
        left=region.left,
        right=region.right - 1,
    )


def shown_kernel(story: Story, n: int) -> str:
    """The name of the n-th kernel of the filter on the stage."""
    filters = story.scene.layer.filters
    kernels = filters[story.output % len(filters)]
    return kernel_name(kernels[n if n < len(kernels) else -1])


def formula(view: View, box: Box) -> Iterator[Item]:
    """The cell written out with its numbers, as far as the step has come."""
    step = view.step
    room = int((box.w - 28) / (parts.MONO_ADVANCE * 15))
    head = f"y[{step.cell[1]},{step.cell[2]}] = "
    tail = _tail(view)
    terms = _terms(view)
    in_play = view.tap if view.tap is not None else _pointed_term(view)
    spans = [Span(head, "strip_muted")]
    spans += parts.shortened(terms, room - len(head) - sum(len(s.text) for s in tail), in_play)
    yield from parts.strip(box, [*spans, *tail])


def _terms(view: View) -> list[Span]:
    step, done = view.step, view.done("multiply")
    added = view.done("add") if view.moment.phase == "add" and not view.asked else view.taps
    pointed = _pointed_term(view)
    terms = []
    for n, (value, weight) in enumerate(
        zip(step.values.ravel().tolist(), step.weights.ravel().tolist(), strict=True)
    ):
        role = (
            "strip_accent"
            if n in (view.tap, pointed)
            else "strip_text"
            if n < min(done, added)
            else "strip_muted"
        )
        terms.append(Span(f"({shown(value)}×{shown(weight)})", role))
    return terms


def _pointed_term(view: View) -> int | None:
    if view.pointed_tap is None or view.spot is None:
        return None
    i, j = view.pointed_tap
    _, kh, kw = view.step.products.shape
    return view.spot.channel * kh * kw + i * kw + j


def _tail(view: View) -> list[Span]:
    """ "+ bias 2 = 184 → ReLU 184", each part when it has been reached; the running sum before that."""
    step, story = view.step, view.story
    if view.reached("add") < 1:
        done = view.done("add")
        return [Span(f" = {shown(float(step.sums[done - 1]))} …", "strip_accent")] if done else []
    spans = []
    if step.bias:
        sign = "−" if step.bias < 0 else "+"
        spans.append(
            Span(
                f" {sign} {shown(abs(step.bias))}",
                "strip_text" if view.reached("activate") else "strip_muted",
            )
        )
    if view.reached("activate") > 0 or not step.bias:
        spans.append(Span(f" = {shown(step.total)}", "strip_accent"))
        if story.spec.activation != "none" and view.reached("activate") >= 0.5:
            name = ACTIVATION_NAMES[story.spec.activation]
            spans.append(Span(f" → {name} → {shown(step.value)}", "strip_accent"))
    return spans


ACTIVATION_NAMES = {"relu": "ReLU", "leaky_relu": "leaky ReLU", "sigmoid": "sigmoid", "tanh": "tanh"}
