"""The stage of a transposed convolution: input, kernel and stamp, output; or as an ordinary convolution."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

import convviz.labs.conv_words as words
import convviz.labs.parts as parts
from convviz.core.kernel_text import shown
from convviz.figure.figure import Box, Grid, Item, Mark, Outline, Size, Text, marks_like
from convviz.i18n import Message, listed, msg
from convviz.labs.conv_grids import input_grid, kernel_grid, product_grid
from convviz.labs.conv_stage import BETWEEN, MOST_FLYING, Layout, lay_out, lifted, windows, written
from convviz.labs.parts import Key, Line
from convviz.labs.story import kernel_name
from convviz.labs.transposed_grids import counting, result_grid, source_grid, stamp_grid, stamp_kernel
from convviz.labs.transposed_view import GatherView, StampView, stamping
from convviz.labs.transposed_words import formula, sentence
from convviz.motion.easing import smooth
from convviz.scene.scene import with_kernels

MOST_OUTLINED = 4
"""Overlapping stamps that are outlined; of more, only the current one: they would be a tangle of lines."""
INSET = 2.0
"""How far within their cells dashed outlines run, so that those of two stamps do not lie on each other."""
REACHES_KEY = Key(msg("reaches the cell"), Mark.TAP)
PARTIAL_KEY = Key(msg("sum so far"), Mark.PARTIAL, 0.5, shorter=msg("so far"))
ZEROS_KEY = Key(msg("zeros"), Mark.GHOST)
COUNT_WORDS: Line = (msg("stamps that overlap"), msg("stamps"), msg(""))


def draw_stamps(view: StampView, size: Size, zoom: float) -> Iterator[Item]:
    """Input → kernel, times the current cell → output, back to front."""
    at = lay_out(view, size, zoom)
    top, below = _middle(view, at)
    source = source_grid(view, at.columns[0], at.y(view.area.height, 0), at.cells[0])
    kernel = stamp_kernel(view, at.columns[1], top, at.cells[1])
    stamp = stamp_grid(view, at.columns[1], below, at.cells[1])
    output = result_grid(view, at.columns[2], at.y(view.region.height, 2), at.cells[2])
    yield from (source, kernel, stamp, output)
    yield from _signs(source, kernel, stamp, _times(view), at)
    if view.current and view.lifted:
        yield Outline(source.cell_box(*view.current), "window", 3.0)
    yield from _footprints(view, output)
    yield from _falling(view, stamp, output)
    yield from written(view, stamp.box, output)
    yield from _headings(view, size, source, kernel, output)
    yield from _foot(view, size, at)


def draw_window(view: GatherView, size: Size, zoom: float) -> Iterator[Item]:
    """The stretched input × the rotated kernel = products → output, back to front."""
    at = lay_out(view, size, zoom)
    top, below = _middle(view, at)
    place = (at.columns[0], at.y(view.area.height, 0), at.cells[0])
    source = replace(input_grid(view, 0, *place), name="stretched")
    kernel = kernel_grid(view, 0, at.columns[1], top, at.cells[1])
    products = product_grid(view, 0, at.columns[1], below, at.cells[1])
    output = result_grid(view, at.columns[2], at.y(view.region.height, 2), at.cells[2])
    yield from (source, kernel, products, output)
    yield from _signs(source, kernel, products, msg("= products"), at)
    yield from windows(view, source)
    yield from lifted(view, source, products)
    yield from written(view, products.box, output)
    yield from _headings(view, size, source, kernel, output)
    yield from _foot(view, size, at)


def _middle(view: StampView | GatherView, at: Layout) -> tuple[float, float]:
    """Where the kernel and what stands below it begin."""
    height = view.story.spec.kernel_size[0] * at.cells[1]
    top = float(round(at.bands.grids.center[1] - BETWEEN / 2 - height))
    return top, top + height + BETWEEN


def _signs(source: Grid, kernel: Grid, below: Grid, sign: Message, at: Layout) -> Iterator[Item]:
    x = (max(source.box.right, kernel.x - 80) + kernel.x) / 2
    yield Text(x, kernel.box.center[1], "×", role="muted", size=24, align="center")
    middle, room = (kernel.box.bottom + below.y) / 2, at.columns[2] - kernel.x - parts.COLUMN_GAP
    yield Text(kernel.x, middle, sign, role="muted", size=13, room=room, least=10.0)
    yield Outline(below.box, "window", 1.5)


def _times(view: StampView) -> Message:
    """What makes the stamp of the kernel."""
    if view.value is None:
        return msg("no stamp")
    return msg("× {x} = stamp", x=shown(view.value)) if view.lifted else msg("stamp")


def _foot(view: StampView | GatherView, size: Size, at: Layout) -> Iterator[Item]:
    room = size.w - 2 * parts.MARGIN
    yield Text(parts.MARGIN, at.bands.sentence, sentence(view), "muted", 13.5, room=room, least=9.0)
    yield from formula(view, at.bands.strip)


# --- stamps on the output


def _footprint(view: StampView, output: Grid, source: tuple[int, int]) -> Box | None:
    """Where an input cell's stamp lies on the output grid, as far as it is on the stage."""
    own, frame = view.own, output.box
    top, left = (n * s - p for n, s, p in zip(source, own.stride, own.padding, strict=True))
    box = output.cell_box(top, left, *own.span)
    x, y = max(box.x, frame.x), max(box.y, frame.y)
    right, bottom = min(box.right, frame.right), min(box.bottom, frame.bottom)
    return Box(x, y, right - x, bottom - y) if x < right and y < bottom else None


def _footprints(view: StampView, output: Grid) -> Iterator[Item]:
    """The stamps that overlap on the output cell at hand, the current one stronger."""
    if view.reached("slide") < 1 and not view.spot:
        return
    shown = view.current if view.lifted and not _flies(view) else None
    sources = [view.source(tap) for tap in view.overlapping]
    for source in sources if len(sources) <= MOST_OUTLINED else ():
        if source != shown and (box := _footprint(view, output, source)):
            yield Outline(_inset(box, min(INSET, 0.08 * output.cell)), "window", 1.5, dashed=True)
    if shown and (box := _footprint(view, output, shown)):
        yield Outline(box, "window", 3.0)
    if view.reached("write") <= 0:
        yield Outline(output.cell_box(*view.step.cell[1:]), "output", 2.0, dashed=True)


def _inset(box: Box, by: float) -> Box:
    return Box(box.x + by, box.y + by, box.w - 2 * by, box.h - 2 * by)


def _flies(view: StampView) -> bool:
    return view.fresh and view.moment.phase == "lift" and view.spot is None


def _falling(view: StampView, stamp: Grid, output: Grid) -> Iterator[Item]:
    """A stamp that is set in this step on its way to its place; its frame alone if other terms come first."""
    if not _flies(view) or view.current is None or not (target := _footprint(view, output, view.current)):
        return
    box = stamp.box.towards(target, smooth(view.moment.progress))
    rows, cols = stamp.values.shape
    whole = (target.h, target.w) == (rows * output.cell, cols * output.cell)
    if whole and stamp.values.size <= MOST_FLYING and view.current not in view.waiting:
        values, cell = stamp.values, box.w / cols
        numbers = parts.labels(values, cell)
        yield Grid("flying", box.x, box.y, cell, values, stamp.scale, marks_like(values), labels=numbers)
    yield Outline(box, "window", 2.0)


# --- headings


def _headings(
    view: StampView | GatherView, size: Size, source: Grid, kernel: Grid, output: Grid
) -> Iterator[Item]:
    room = kernel.x - source.x - parts.COLUMN_GAP
    stamps = isinstance(view, StampView)
    title = words.input_title(view.story, source.channel)
    keys = [REACHES_KEY if stamps else ZEROS_KEY]
    keys += [parts.UNREAD_KEY] if np.any(source.marks & Mark.UNREAD) else []
    stretched: Line = (msg("Input with zeros"), msg("Input"))
    yield from parts.heading(source.x, room, title if stamps else stretched, keys)
    place = words.place(view.story, stamping(view.story, view.region))
    yield from parts.lines(source.x, room, (_input_size(view), place))
    room = output.x - kernel.x - parts.COLUMN_GAP
    rotated: Line = (msg("Kernel, rotated 180°"), msg("{name} ↻180°", name=msg("Kernel")), msg("Kernel"))
    yield from parts.heading(kernel.x, room, (msg("Kernel"),) if stamps else rotated)
    yield from words.kernel_lines(kernel, room, _kernel_size(view))
    yield from _output_heading(view, min(size.w - 4 - output.x, max(output.box.w, 330.0)), output)


def _input_size(view: StampView | GatherView) -> Line:
    _, height, width = view.story.x.shape
    if isinstance(view, StampView):
        return (f"{height} × {width}",)
    (tall, wide), (top, bottom, left, right) = view.extent, view.spec.pads
    values = {"h": height, "w": width, "sh": tall, "sw": wide}
    pads = top if top == bottom == left == right else listed(view.spec.pads)
    return (
        msg("{h} × {w} → {sh} × {sw}, padding {pads}", pads=pads, **values),
        msg("{h} × {w} → {sh} × {sw}", **values),
    )


def _kernel_size(view: StampView | GatherView) -> Line:
    kernel = with_kernels(view.story.scene.layer).filters[0][0]
    kh, kw = view.story.spec.kernel_size
    size = f"{kh} × {kw}"
    return (msg("{size} · {name}", size=size, name=msg(kernel_name(kernel))), size)


def _output_heading(view: StampView | GatherView, room: float, output: Grid) -> Iterator[Item]:
    """The output's size and what its colours mean."""
    keys = [words.written_key(view)]
    keys += [parts.CLAMPED_KEY] if np.any(output.marks & Mark.CLAMPED) else []
    keys += [PARTIAL_KEY] if np.any(output.marks & Mark.PARTIAL) else []
    title: Line = (msg("Overlaps"),) if counting(view.story) else (msg("Output"),)
    yield from parts.heading(output.x, room, title, keys)
    yield from parts.lines(output.x, room, (words.output_size(view.story, view.region),))
    meaning = COUNT_WORDS if counting(view.story) else words.LENS_WORDS[view.story.scene.show]
    yield from parts.legend(output.x, 49, room, output.scale, meaning)
