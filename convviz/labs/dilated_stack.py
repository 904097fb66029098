"""The stack as it is drawn: a pyramid of rows of cells, the output's on top; and the field as heat.

A row has the cells that could be seen, those that are seen filled, and wires for the taps to the row below.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

import numpy as np

import convviz.labs.dilated_words as words
import convviz.labs.parts as parts
from convviz.core.kernel_text import shown
from convviz.figure import lettering
from convviz.figure.figure import Array, Box, Grid, Item, Mark, Outline, Panel, Scale, Text, Wires
from convviz.i18n import msg
from convviz.labs.dilated_pile import Pile
from convviz.labs.parts import HEAD

LARGEST_CELL, SHARE = 30.0, 0.46
"""Cells of the pyramid, at most, and as a part of the height of a row."""
LOWEST = 6.0
"""Cells that are less high than this are stretched: a level is several cells high then."""
ROOMY = 440.0
"""A pyramid as wide as this names its layers in full."""
NAMES, SHORT_NAMES, SIZES = 112.0, 56.0, 66.0
"""Widths of the names on the left, and of what each level sees on the right, at the least."""
MOST_SIZES, LABEL, LARGEST_LABEL = 126.0, 11.0, 17.0
"""What a wide stage gives to what is seen; and the size of all these words, which grow with that."""
MOST_CELLS, MOST_WIRES = 512, 400
"""Of a level, and wires to the one below; of more, bars and the outermost taps stand for all."""
LEAST_CELL = 1.0
"""A field whose cells would be smaller is not drawn."""
TALL, UPPER, BESIDE = 400.0, 0.5, 18.0
"""A column as high as this has room for the field below the pyramid, which has this part of it; and the
space between the field and its words."""


def pyramid(pile: Pile, box: Box) -> Iterator[Item]:
    """One row of cells for each level, names on the left, what they see on the right."""
    names = NAMES if box.w >= ROOMY else SHORT_NAMES
    count, width = len(pile.rates) + 1, pile.field[1]
    height = box.h / count
    cell = parts.whole(min((box.w - names - SIZES) / width, height * SHARE, LARGEST_CELL))
    spare = max(box.w - names - SIZES - cell * width, 0.0)
    sizes = min(SIZES + spare, MOST_SIZES)
    spare -= sizes - SIZES
    x = box.x + names + spare / 2
    middles = [box.y + (count - level - 0.5) * height for level in range(count)]
    for level, middle in enumerate(middles):
        yield from _names(pile, level, Box(box.x, middle, box.w, height), (names + spare / 2, sizes))
    if width > MOST_CELLS:
        yield from _bars(pile, [Box(x, middle - LOWEST / 2, cell, LOWEST) for middle in middles])
        return
    tall, lit = 1 if cell >= LOWEST else ceil(LOWEST / cell), pile.lit
    levels = [
        _level(pile, level, lit[level], (x, middle - cell * tall / 2, cell, tall))
        for level, middle in enumerate(middles)
    ]
    yield from _wires(pile, levels, lit)
    yield from levels
    yield from _frames(pile, levels)


def _bars(pile: Pile, cells: list[Box]) -> Iterator[Item]:
    """Each level as a bar from the first cell that is read to the last; given the field's first cells."""
    first = pile.corner[1]
    for level, (found, box) in enumerate(zip(pile.across, cells, strict=True)):
        width = max(found.cells * box.w, 2.0)
        role = "window" if level >= len(pile.rates) - pile.grown else "empty_border"
        yield Panel(Box(box.x + (found.first - first) * box.w, box.y, width, box.h), role, 1)


def _level(pile: Pile, level: int, lit: frozenset[int], at: tuple[float, float, float, int]) -> Grid:
    """The cells of the input, or of a layer's output, that lie within the field."""
    (x, y, cell, tall), first = at, pile.corner[1]
    values = _spread(pile, level)
    marks = np.where(values > 0, 0, Mark.UNREAD if level == 0 else Mark.EMPTY).astype(np.uint8)
    if level >= len(pile.rates) - pile.grown:
        marks[values > 0] |= Mark.TAP
    scale, numbers = Scale("read"), None
    if level == 0:
        values, outside = pile.pixels
        marks |= outside
        scale, numbers = Scale("image", 0.0, pile.view.story.source.white), parts.labels(values, cell)
    for place in lit:
        marks[0, place - first] |= Mark.LIT
    values, marks = (np.repeat(each, tall, 0) for each in (values, marks))
    return Grid("level", x, y, cell, values, scale, marks, (0, first), numbers, channel=level)


def _spread(pile: Pile, level: int) -> Array:
    """The paths to each cell of a level, over the whole width of the field: float64 (1, columns)."""
    found, values = pile.across[level], np.zeros((1, pile.field[1]))
    start = found.first - pile.corner[1]
    values[0, start : start + found.cells] = found.counts
    return values


def _names(pile: Pile, level: int, row: Box, rooms: tuple[float, float]) -> Iterator[Item]:
    """What a level is, and how many input cells each of its cells sees; in the rooms at the row's ends."""
    (left, right), size = rooms, min(LABEL * rooms[1] / SIZES, LARGEST_LABEL)
    values = {"n": level, "d": pile.rates[level - 1], "row": pile.picture_row}
    name: parts.Line = (
        msg("layer {n}, dilation {d}", **values),
        msg("dilation {d}", **values),
        msg("d = {d}", **values),
    )
    if level == 0:
        name = (msg("input, row {row}", **values), msg("input"))
    yield Text(row.x, row.y, name[0], "muted", size, room=left - 6, least=9.5, shorter=name[1:])
    if level == 0:
        return
    apart = row.h >= 2.4 * LABEL
    size = min(size, row.h / 2.4) if apart else LABEL
    x, y = row.right - right + 8, row.y - (0.64 * size if apart else 0)
    seen, plain = pile.reach(level), pile.reach(level, dilated=False)
    room, (said, short) = right - 8, (msg("spans {n}" if pile.missed else "sees {n}", n=seen), str(seen))
    yield Text(x, y, said, "text", size, bold=True, room=room, least=8.0, shorter=(short,))
    if apart and pile.field != pile.ordinary:
        said = msg("with dilation 1: {n}", n=plain)
        shorter = (msg("undilated: {n}", n=plain), msg("d = 1: {n}", n=plain), "")
        y = row.y + 0.64 * size
        yield Text(x, y, said, "muted", size - 1, room=room, least=max(LABEL, size - 1) - 1, shorter=shorter)


def _wires(pile: Pile, levels: list[Grid], lit: tuple[frozenset[int], ...]) -> Iterator[Item]:
    """The taps from each level to the one below: those the paths have come through, then those pointed at."""
    layers = len(pile.rates)
    for level in range(layers, 0, -1):
        come = layers - level < pile.grown
        taps = pile.wires(level, pile.reading(level))
        if len(taps) > MOST_WIRES:
            taps = [min(taps), max(taps)]
        role, strength = ("window", 0.8) if come else ("muted", 0.25)
        yield Wires(_segments(levels, level, taps), role, 1.2, strength)
    for level in range(layers, 0, -1):
        taps = [(cell, below) for cell, below in pile.wires(level, lit[level]) if below in lit[level - 1]]
        if taps and len(taps) <= MOST_WIRES:
            yield Wires(_segments(levels, level, taps), "lit", 2.2)


def _segments(
    levels: list[Grid], level: int, taps: list[tuple[int, int]]
) -> tuple[tuple[float, float, float, float], ...]:
    above, below = levels[level], levels[level - 1]
    return tuple(
        (above.cell_box(0, cell).center[0], above.box.bottom, below.cell_box(0, read).center[0], below.y)
        for cell, read in taps
    )


def _frames(pile: Pile, levels: list[Grid]) -> Iterator[Item]:
    """Around the output cell, the field, and what layers with dilation 1 would see of it."""
    source, top = levels[0], levels[-1]
    tall = source.values.shape[0]
    yield Outline(top.cell_box(0, 0, tall), "output", 2.5)
    yield Outline(source.box, "window", 2.5)
    if pile.ordinary[1] < pile.field[1]:
        first = _first_ordinary(pile, 1)
        yield from _ordinary(source.cell_box(0, first, tall, pile.ordinary[1]), min(3.0, source.cell / 10))


def _first_ordinary(pile: Pile, axis: int) -> int:
    """Where along an axis the field of layers with dilation 1 begins."""
    return -((pile.kernel[axis] - 1) // 2) * len(pile.rates)


def field(pile: Pile, box: Box) -> Grid | None:
    """The paths to each input cell as heat, those that none leads to hatched; None without room for it."""
    rows, cols = pile.field
    cell = parts.whole(min(box.w / cols, box.h / rows, LARGEST_CELL))
    if cell < LEAST_CELL:
        return None
    values = pile.paths
    marks = np.where(values > 0, 0, Mark.UNREAD).astype(np.uint8)
    spot = pile.pointed
    if spot and spot.grid == "field":
        marks[spot.row - pile.corner[0], spot.col - pile.corner[1]] |= Mark.LIT
    elif spot and spot.channel == 0:
        marks[:, spot.col - pile.corner[1]] |= Mark.LIT
    scale = Scale("heat", 0.0, float(values.max()))
    y = box.y + (box.h - rows * cell) / 2
    numbers = parts.labels(values, cell, _count)
    return Grid("field", box.x, y, cell, values, scale, marks, pile.corner, numbers)


def _count(paths: float) -> str:
    return shown(paths) if paths else ""


def field_frames(pile: Pile, grid: Grid) -> Iterator[Item]:
    """Around the field, and what layers with dilation 1 would see of it."""
    yield Outline(grid.box, "window", 2.5)
    if pile.ordinary != pile.field:
        first = (_first_ordinary(pile, 0), _first_ordinary(pile, 1))
        yield from _ordinary(grid.cell_box(*first, *pile.ordinary))


def _ordinary(frame: Box, width: float = 3.0) -> Iterator[Item]:
    """Around what layers with dilation 1 would see: as its key shows it, on white, to be seen on any heat."""
    yield Outline(frame, "hatch_on_dark", 2 * width)
    yield Outline(frame, "negative", width)


def panel(pile: Pile, box: Box) -> Iterator[Item]:
    """The pyramid in a column of the stage, its heading above."""
    keys = words.WINDOW_KEYS if pile.ordinary != pile.field else words.WINDOW_KEYS[:1]
    yield from parts.heading(box.x, box.w, words.STACK_TITLE, keys)
    yield from parts.lines(box.x, box.w, words.stack_lines(pile))
    yield from pyramid(pile, box)


def column(pile: Pile, box: Box) -> Iterator[Item]:
    """The same, and where the column is high the field below, its words beside it."""
    if box.h < TALL:
        yield from panel(pile, box)
        return
    yield from panel(pile, replace(box, h=box.h * UPPER))
    below = Box(box.x, box.y + box.h * UPPER + BESIDE, box.w * UPPER, box.h * (1 - UPPER) - BESIDE)
    grid = field(pile, below)
    if grid is None:
        return
    yield grid
    yield from field_frames(pile, grid)
    x, y = grid.box.right + BESIDE, grid.y + 10
    room = box.right - x
    yield Text(
        x, y, words.FIELD_TITLE[0], size=14, bold=True, room=room, least=11, shorter=words.FIELD_TITLE[1:]
    )
    ((seen, *shorter),) = words.field_lines(pile)
    yield Text(x, y + 22, seen, "muted", 12, room=room, least=10, shorter=tuple(shorter))
    yield from parts.legend(x, y + 42, room, grid.scale, words.paths(pile))


def field_panel(pile: Pile, grid: Grid, box: Box) -> Iterator[Item]:
    """The field in a column of the stage, its heading above."""
    yield from parts.heading(box.x, box.w, words.FIELD_TITLE)
    yield from parts.lines(box.x, box.w, words.field_lines(pile))
    least = lettering.width("0", LABEL)
    yield from parts.legend(box.x, HEAD - 15, max(box.w, least), grid.scale, words.paths(pile))
    yield grid
    yield from field_frames(pile, grid)
