"""The stage of a dilated layer: a convolution's, the comb measured; beside it, or alone, the stack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import convviz.labs.conv_stage as conv_stage
import convviz.labs.conv_sum as conv_sum
import convviz.labs.dilated_words as words
import convviz.labs.parts as parts
from convviz.figure import lettering
from convviz.figure.figure import Box, Grid, Item, Panel, Size, Text
from convviz.i18n import Message
from convviz.labs.dilated_pile import Pile, layer_of
from convviz.labs.dilated_stack import column, field, field_panel, panel
from convviz.labs.parts import MARGIN, Bands
from convviz.labs.window import View

RULER, SIDE = 26.0, 30.0
"""Room for the comb's measure above the input and at its left."""
APART, TOOTH = 8.0, 5.0
"""From the measure to the input, and how long its teeth are."""
MEASURE = 12.5
WIDE, SHARE, GAP = 840.0, 0.36, 28.0
"""A stage this wide has room for the stack beside the layer: this part of it, this far away."""
FIELD_SHARE = 0.36
"""Of a stage with the stack alone, the part that the field has."""


def draw(view: View, size: Size, zoom: float, sentence: Message) -> Iterator[Item]:
    """Everything, back to front."""
    pile, shown = Pile(view), layer_of(view.story).view
    bands = parts.bands(size)
    if shown == "stack":
        yield from _stack(pile, bands)
        yield Text(MARGIN, bands.sentence, sentence, "muted", 13.5, room=size.w - 2 * MARGIN, least=9.0)
        yield from parts.strip(bands.strip, words.growth(pile))
    elif len(view.step.channels) > 1:
        yield from conv_sum.draw(view, size, zoom, sentence)
    else:
        beside = round(size.w * SHARE) if shown == "both" and size.w >= WIDE else 0
        yield from _layer(view, Size(size.w - beside, size.h), zoom)
        if beside:
            left = size.w - beside + GAP / 2
            yield from column(pile, Box(left, bands.grids.y, size.w - MARGIN - left, bands.grids.h))
        yield from conv_stage.foot(view, size, bands, sentence)


def _stack(pile: Pile, bands: Bands) -> Iterator[Item]:
    """The pyramid, and the field at its right if its cells can be seen."""
    box = bands.grids
    wide = round(min(box.w * FIELD_SHARE, max(box.h, 190.0)))
    side = replace(box, x=box.right - wide, w=wide)
    grid = field(pile, side)
    yield from panel(pile, replace(box, w=box.w - wide - GAP) if grid else box)
    if grid:
        yield from field_panel(pile, grid, side)


def _layer(view: View, size: Size, zoom: float) -> Iterator[Item]:
    """The convolution's grids, moved aside for the measure of the comb."""
    bands = parts.bands(size)
    box = bands.grids
    inner = Box(box.x + SIDE, box.y + RULER, box.w - SIDE, max(box.h - RULER, 1.0))
    items = tuple(conv_stage.board(view, size, zoom, replace(bands, grids=inner)))
    yield from items
    source, kernel = items[0], items[1]
    assert isinstance(source, Grid)
    assert isinstance(kernel, Grid)
    yield from comb(view, source, kernel.x - 40)


def comb(view: View, source: Grid, end: float) -> Iterator[Item]:
    """What the window spans, along the input's columns and rows, with a tooth for each tap."""
    spec = view.spec
    window = source.cell_box(*view.window, *spec.span)
    (kh, kw), (dh, dw) = spec.kernel_size, spec.dilation
    line, side = source.y - APART, source.x - APART
    yield Panel(Box(window.x, line - 2, window.w, 2), "window", 0)
    yield Panel(Box(side - 2, window.y, 2, window.h), "window", 0)
    thick = min(3.0, source.cell / 2)
    for tap in range(kw):
        middle = window.x + (tap * dw + 0.5) * source.cell
        yield Panel(Box(middle - thick / 2, line, thick, TOOTH), "window", 0)
    for tap in range(kh):
        middle = window.y + (tap * dh + 0.5) * source.cell
        yield Panel(Box(side, middle - thick / 2, TOOTH, thick), "window", 0)
    text = words.effective(spec, 1)
    half = lettering.width(text, MEASURE) / 2
    x = max(source.x + half, min(window.center[0], end - half))
    room = end - source.x
    y = line - 11
    short = str(spec.span[1])
    yield Text(x, y, text, "text", MEASURE, "center", room=room, least=10.0, shorter=(short,))
    yield Text(side - 6, window.center[1], str(spec.span[0]), "text", MEASURE, "right")
