"""Which input channels go into which filters, as a drawing: channels, wires, filters, feature maps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from convviz.core import border
from convviz.figure import lettering
from convviz.figure.figure import Array, Box, Curve, Grid, Item, Mark, Outline, Scale, Text, Wires, marks_like
from convviz.i18n import msg
from convviz.labs.conv_grids import output_scale, weight_scale
from convviz.labs.conv_words import channel_name
from convviz.labs.groups_words import inputs, readers
from convviz.labs.window import View

MOST = 16
"""Channels, and filters, that are drawn; more would be too small to be seen."""
ROW, APART = 56.0, 10.0
"""Height of a row at most, and between two groups."""
PICTURE = 40.0
"""Side of a small picture at most."""
NAME = 16.0
"""Room for a channel's name."""
MAPS, LETTERS = 34.0, 3.6
"""Room for the name of the maps; where letters are large, so many times their size."""
HEADS = 12.0
"""Height of the columns' names."""
FILTER_SHARE, PICTURE_SHARE = 0.28, 0.14
"""Of the width: for the filters as stacks of kernels, and for a small picture."""


@dataclass(frozen=True)
class Places:
    """Where the rows of one side stand.

    Attributes:
        items: the channels or filters that are drawn. y: the middle of each.
        picture: side of a small picture.
    """

    items: range
    y: dict[int, float]
    picture: float


def places(count: int, groups: int, middle: int, box: Box) -> Places:
    """`count` rows in a box, a gap between groups; of many, those about `middle`."""
    first = min(max(middle - MOST // 2, 0), max(count - MOST, 0))
    items = range(first, min(first + MOST, count))
    each = count // groups
    blocks = [item // each - items[0] // each for item in items]
    apart = min(APART, 0.3 * box.h / len(items)) if groups < count else 0.0
    height = min(ROW, (box.h - blocks[-1] * apart) / len(items))
    top = box.center[1] - (height * len(items) + blocks[-1] * apart) / 2
    middles = (top + (n + 0.5) * height + block * apart for n, block in enumerate(blocks))
    picture = min(height - 3, PICTURE, PICTURE_SHARE * box.w)
    return Places(items, dict(zip(items, middles, strict=True)), picture)


def connections(view: View, box: Box) -> Iterator[Item]:
    """Channels on the left, filters as stacks of their kernels, the maps they make on the right."""
    spec, story = view.story.spec, view.story
    rows = Box(box.x, box.y + HEADS, box.w, box.h - HEADS)
    here = inputs(spec, story.output)
    left = places(spec.in_channels, spec.groups, here[len(here) // 2], rows)
    right = places(spec.out_channels, spec.groups, story.output, rows)
    channels = list(_channels(view, left, box.x + NAME))
    maps = list(_maps(view, right, box.right - NAME))
    stop = min(grid.x for grid in maps) - 10
    filters = list(_filters(view, right, stop, FILTER_SHARE * box.w))
    yield from _wires(view, channels, filters, maps)
    yield from (*channels, *filters, *maps)
    yield Wires(tuple(_frames(filters, spec.kernel_size[1])), "muted", 1.0, 0.7)
    for grid in channels:
        name = channel_name(spec.in_channels, grid.channel)
        yield Text(box.x + NAME - 5, left.y[grid.channel], name, "muted", 10, "right")
    for grid in maps:
        lit = grid.channel == story.output
        role = "output" if lit else "muted"
        yield Text(box.right, right.y[grid.channel], str(grid.channel), role, 10, "right", bold=lit)
    chosen = next(grid for grid in maps if grid.channel == story.output)
    yield Outline(chosen.box, "output", 2.0)
    top, end = min(channels[0].y, maps[0].y) - HEADS / 2 - 1, maps[0].box.right
    for x, align, words in (
        (channels[0].x, "left", msg("channels")),
        (min(stop, end - max(MAPS, LETTERS * lettering.least())), "right", msg("filters")),
        (end, "right", msg("maps")),
    ):
        yield Text(x, top, words, "muted", 10, align, room=box.w / 3 - 4, least=8.0)


def _channels(view: View, at: Places, x: float) -> Iterator[Grid]:
    """What the stage shows of the input, small: every channel of it."""
    story, (rows, cols) = view.story, view.sources
    planes = story.x[at.items.start : at.items.stop]
    for n, values in zip(at.items, border.read(planes, rows, cols, story.spec.border_value), strict=True):
        yield _picture("channels", n, x, at, values, Scale("image", 0.0, story.white))


def _maps(view: View, at: Places, right: float) -> Iterator[Grid]:
    """The same of the output; of the map on the stage as far as it has come."""
    story = view.story
    for n in at.items:
        values = story.maps(view.region)[n].astype(np.float64)
        marks = view.output_marks & Mark.EMPTY if n == story.output else marks_like(values)
        cell = at.picture / max(values.shape)
        x = right - values.shape[1] * cell
        yield _picture("maps", n, x, at, values, output_scale(story, values), marks)


def _picture(
    name: str, n: int, x: float, at: Places, values: Array, scale: Scale, marks: Array | None = None
) -> Grid:
    cell = at.picture / max(values.shape)
    y = at.y[n] - values.shape[0] * cell / 2
    return Grid(name, x, y, cell, values, scale, marks_like(values) if marks is None else marks, channel=n)


def _filters(view: View, at: Places, right: float, width: float) -> Iterator[Grid]:
    """Each filter as its kernels side by side, as they meet the window: the fewer, the shorter.

    Without groups they are `width` wide.
    """
    spec, weight = view.story.spec, view.story.operands[1]
    kh, kw = spec.kernel_size
    shown = min(spec.in_channels, MOST)
    cell = min(width / (shown * (kw + 1) - 1), at.picture / kh, 6.0)
    for n in at.items:
        kernels = weight[n, :MOST, ::-1, ::-1] if spec.flip else weight[n, :MOST]
        values = np.pad(kernels, ((0, 0), (0, 0), (0, 1))).transpose(1, 0, 2).reshape(kh, -1)[:, :-1]
        marks = marks_like(values)
        marks[:, kw :: kw + 1] = Mark.EMPTY
        x, y = right - values.shape[1] * cell, at.y[n] - kh * cell / 2
        yield Grid("filters", x, y, cell, values, weight_scale(kernels), marks, channel=n)


def _frames(filters: list[Grid], wide: int) -> Iterator[tuple[float, float, float, float]]:
    """The sides of every kernel, of which those of 0 would be white on white."""
    for grid in filters:
        top, bottom = grid.box.y - 0.5, grid.box.bottom + 0.5
        for first in range(0, grid.values.shape[1], wide + 1):
            left = grid.x + first * grid.cell - 0.5
            right = left + wide * grid.cell + 1
            yield from ((left, top, right, top), (right, top, right, bottom))
            yield from ((right, bottom, left, bottom), (left, bottom, left, top))


def _wires(view: View, channels: list[Grid], filters: list[Grid], maps: list[Grid]) -> Iterator[Item]:
    """A wire from each channel to each filter that reads it; those of one filter, or of one channel, lit."""
    spec, spot = view.story.spec, view.spot
    chosen = spot.channel if spot and spot.grid in ("filters", "maps") else view.story.output
    channel = spot.channel if spot and spot.grid == "channels" else None
    lit: list[Item] = []
    for filter_, map_ in zip(filters, maps, strict=True):
        start, end = filter_.box, map_.box
        yield Curve(
            (start.right + 2, start.center[1]), (end.x - 2, end.center[1]), "ghost_border", 1, False, 1.0
        )
    for source in channels:
        for target in filters:
            if target.channel not in readers(spec, source.channel):
                continue
            on = target.channel == chosen if channel is None else source.channel == channel
            ends = (source.box.right + 1, source.box.center[1]), (target.x - 2, target.box.center[1])
            wire = Curve(*ends, "output" if on else "ghost_border", 1.0, False, 1.8 if on else 0.8)
            if on:
                lit.append(wire)
            else:
                yield wire
    yield from lit
