"""The stage with something hidden: first predict, then see. No lab needs to know what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

import convviz.labs.parts as parts
from convviz.figure import lettering
from convviz.figure.figure import Box, Figure, Grid, Item, Mark, Outline, Panel, Text
from convviz.figure.legible import legible
from convviz.i18n import Message, msg
from convviz.labs.lab import Hidden, Lab, Look, SinglesOut
from convviz.labs.story import Story
from convviz.motion.timeline import Moment

GIVING_AWAY = ("multiply", "compare", "add", "activate", "convolve", "bias", "pool", "write")
"""Phases in which the result of a step, or what it is made of, comes to be seen."""
READ = ("input", "stretched", "patch", "columns")
"""Grids that show what windows read."""
STICKS_OUT = 30.0
"""So far the heading of an output may begin left of it, and the cover is still in one piece."""
CLOSE = 2.0
"""How far the cover of an output below its sum reaches beyond its cells: over the frame of one of them."""
LEAST_CELL = 12.0
"""Smaller cells have no room for a question mark."""
SENTENCE = msg("The answer is hidden until you have given yours.")
SENTENCES = {
    "given": SENTENCE,
    "later": msg("Think first: the answer is not shown yet."),
    "end": msg("The answer is at the end."),
}
OF_LAYER = msg("What is asked about the layer is hidden until you have given your answer.")
"""The same where the step's own result is on the stage, and is not what is asked for."""


def draw(lab: Lab, story: Story, moment: Moment, look: Look) -> Figure:
    """What the lab draws of a moment, less what is hidden, with no text below the look's least size."""
    with lettering.at_least(look.least):
        figure = _draw(lab, story, moment, look)
    return figure if look.least <= lettering.SMALLEST else legible(figure, look.least)


def _draw(lab: Lab, story: Story, moment: Moment, look: Look) -> Figure:
    hidden = look.hidden
    if not hidden:
        return lab.draw(story, moment, look)
    veiled = replace(story, hidden=hidden.cells)
    if hidden.terms:
        look = replace(look, spot=None)  # which would be told what it meets
    ours = _is_hidden(veiled, moment)
    figure = lab.draw(veiled, stopped(lab, story, moment, hidden), look)
    if hidden.stage:
        return Figure(figure.size, tuple(_screened(figure, hidden)), sentence(hidden))
    items = tuple(_veiled(figure, hidden, ours))
    if hidden.size:
        items = tuple(_placeless(item) for item in items)
    if not (hidden.size or hidden.facts or hidden.said or ours):
        return replace(figure, items=items)
    of_layer = hidden.facts and not hidden.size and hidden.until == "given"
    said = OF_LAYER if of_layer else sentence(hidden)
    return Figure(figure.size, tuple(_silent(item, figure, said) for item in items), said)


def sentence(hidden: Hidden) -> Message:
    """What is said in place of what is hidden: nobody can answer a film or a sheet of paper."""
    return SENTENCES[hidden.until]


def stopped(lab: Lab, story: Story, moment: Moment, hidden: Hidden) -> Moment:
    """The moment itself, or the earlier one at which a lab's stage stops lest it tell the answer."""
    veiled = replace(story, hidden=hidden.cells)
    singled = hidden.terms and isinstance(lab, SinglesOut) and lab.singles_out(story)
    if singled and _is_hidden(veiled, moment):
        return Moment(moment.step, moment.order[0], 0.0, moment.order)
    return held(veiled, moment)


def held(story: Story, moment: Moment) -> Moment:
    """The moment, or that before the step of a hidden cell gives its result away."""
    if not _is_hidden(story, moment):
        return moment
    first = next((n for n, phase in enumerate(moment.order) if phase in GIVING_AWAY), 0)
    if moment.order.index(moment.phase) < first:
        return moment
    return Moment(moment.step, moment.order[first], 0.0, moment.order)


def _is_hidden(story: Story, moment: Moment) -> bool:
    """Whether the step makes a hidden cell."""
    _, row, col = story.cell(moment.step)
    return (row, col) in story.hidden


def _silent(item: Item, figure: Figure, said: Message) -> Item:
    """The figure's sentence, which may tell the result, says that it is hidden."""
    if isinstance(item, Text) and item.text == figure.sentence:
        return replace(item, text=said)
    return item


def _veiled(figure: Figure, hidden: Hidden, ours: bool) -> Iterator[Item]:
    """Everything but what is hidden; `ours`: whether the step is that of a hidden cell."""
    marks: list[Item] = []
    ramps = _ramps(figure) if hidden.cells else []
    for item in _without_terms(figure, ours) if hidden.terms else figure.items:
        if any(_belongs(item, ramp) for ramp in ramps) or (hidden.unread and _is_unread_key(item)):
            continue
        if isinstance(item, Grid) and item.name == "output":
            blank, questions = _emptied(item, hidden)
            marks += questions
            marks += [Outline(item.cell_box(*cell), "lit", 4.0) for cell in hidden.right]
            yield blank
        elif isinstance(item, Grid) and hidden.unread and item.name == "input":
            yield replace(item, marks=item.marks & ~np.uint8(Mark.UNREAD))
        elif isinstance(item, Grid) and hidden.counts and item.name == "input":
            yield _uncounted(item)
        else:
            yield item
    yield from marks
    if hidden.size:
        yield from _curtain(figure)


def _placeless(item: Item) -> Item:
    """Of the formula not which output cell it is of: the last one tells how many there are."""
    if isinstance(item, Text) and item.place and isinstance(item.text, str):
        return replace(item, text=re.sub(r"\d+", "?", item.text))
    return item


def _uncounted(grid: Grid) -> Grid:
    """An input without how often its cells have been read; blank where it shows nothing else."""
    if grid.scale.role == "heat":
        return replace(grid, marks=grid.marks | np.uint8(Mark.EMPTY), labels=None)
    return replace(grid, over=None)


def _without_terms(figure: Figure, ours: bool) -> Iterator[Item]:
    """Copies in the padding are blank; of the formula of a hidden cell there is only what it is of."""
    strip, heads = parts.bands(figure.size).strip, 0
    for item in figure.items:
        if isinstance(item, Grid) and item.name in READ:
            copies = np.where(item.marks & Mark.COPY, np.uint8(Mark.EMPTY), np.uint8(Mark.NONE))
            yield replace(item, marks=item.marks | copies)
        elif ours and isinstance(item, Text) and item.y > strip.y:
            heads += 1
            if heads <= 2:
                yield item if heads == 1 else replace(item, text="?", role="strip_muted")
        else:
            yield item


def _is_unread_key(item: Item) -> bool:
    """Whether it is the key to the hatching of cells that are never read."""
    if isinstance(item, Grid):
        return item.name == "legend" and bool((item.marks & Mark.UNREAD).all())
    return isinstance(item, Text) and item.text == parts.UNREAD_KEY.text


def _ramps(figure: Figure) -> list[Grid]:
    """The legends of the output's colours, whose ends are its least and its largest value.

    The output's heading may begin left of the output: its legend is known by its colours as well.
    """
    outputs = figure.grids("output")
    left, scales = min((grid.x for grid in outputs), default=figure.size.w), [grid.scale for grid in outputs]
    ramps = [grid for grid in figure.grids("legend") if grid.values.size > 1]
    return [grid for grid in ramps if grid.x >= left or grid.scale in scales]


def _belongs(item: Item, ramp: Grid) -> bool:
    """Whether an item is a part of a legend: the ramp, its frame, the words on its line."""
    if isinstance(item, Text):
        return ramp.box.y <= item.y <= ramp.box.bottom + 1 and item.x > ramp.x - 60
    return item is ramp or (isinstance(item, Outline) and item.box == ramp.box)


def _emptied(grid: Grid, hidden: Hidden) -> tuple[Grid, list[Item]]:
    """The output without the hidden cells, and a question mark for each of them."""
    marks, questions = grid.marks.copy(), []
    rows, cols = marks.shape
    for row, col in hidden.cells:
        r, c = row - grid.first[0], col - grid.first[1]
        if 0 <= r < rows and 0 <= c < cols:
            marks[r, c] = Mark.EMPTY
            if hidden.marked and grid.cell >= LEAST_CELL:
                x, y = grid.cell_box(row, col).center
                questions.append(Text(x, y, "?", "muted", min(0.5 * grid.cell, 22.0), "center", bold=True))
    return replace(grid, marks=marks), list[Item](questions)


def _curtain(figure: Figure) -> Iterator[Item]:
    """A cover over the output and whatever stands beside it, so that its cells cannot be counted."""
    grids = figure.grids("output")
    if not grids:
        return
    edge, head = min(grid.x for grid in grids), _last_heading(figure) - 3
    tops = [parts.bands(figure.size).grids.y, *_sums_above(figure, grids[0])]
    alone = len(tops) == 1
    left = edge - (10 if alone else CLOSE)
    if alone and head > left - STICKS_OUT:
        yield from _cover(figure, min(left, head))
        return
    # What products are added into is not the output: it stands left of it, or above it. Then the lines that
    # come to it from below pass close by.
    head = head if alone else min(left, head)
    yield Panel(Box(head, 0, figure.size.w - head, tops[0]), "card", 0)
    yield from _cover(figure, left, max(tops))


def _sums_above(figure: Figure, output: Grid) -> list[float]:
    """Where a Σ above the output ends."""
    sums = (item.box for item in figure.items if isinstance(item, Panel) and item.role == "window_fill")
    return [box.bottom + 4 for box in sums if box.right > output.x and box.bottom <= output.y]


def _last_heading(figure: Figure) -> float:
    """Where the heading farthest right begins: the output's, unless another stands right of the output."""
    names = [
        item.x for item in figure.items if isinstance(item, Text) and item.bold and item.y == parts.NAME_LINE
    ]
    return max(names, default=figure.size.w)


def _screened(figure: Figure, hidden: Hidden) -> Iterator[Item]:
    """A cover over what is below the grids, over all but the input with its heading, or over everything."""
    bands, inputs = parts.bands(figure.size), figure.grids("input")
    grids = [item for item in figure.items if isinstance(item, Grid)]
    if hidden.stage == "below":
        yield from figure.items
        yield _below(figure, grids)
    elif hidden.stage == "but input" and inputs:
        right = max(grid.box.right for grid in inputs) + 3  # its frame included
        yield from (item for item in figure.items if not _is_sign(item, right, bands.grids.y))
        yield _below(figure, inputs)
        bottom = max(grid.box.bottom for grid in inputs)
        beside = (grid.x for grid in grids if grid.x > right and grid.y < bottom)
        yield from _cover(figure, max(min(beside, default=right + 10) - 10, right))
    else:
        yield from _cover(figure, 0.0)
    room = figure.size.w - 2 * parts.MARGIN
    yield Text(parts.MARGIN, bands.sentence, sentence(hidden), "muted", 13.5, room=room, least=9.0)


def _below(figure: Figure, grids: list[Grid]) -> Panel:
    bottom = max(grid.box.bottom for grid in grids) + 3
    return Panel(Box(0, bottom, figure.size.w, max(figure.size.h - bottom, 1)), "card", 0)


def _is_sign(item: Item, right: float, top: float) -> bool:
    """Whether an item is a sign between the input and what is multiplied with it."""
    return isinstance(item, Text) and item.x > right and item.y > top


def _cover(figure: Figure, left: float, top: float = 0.0) -> Iterator[Item]:
    """A question mark in place of the grids, from some place to the right, and down from another."""
    bottom = parts.bands(figure.size).grids.bottom + 3  # frames of the grids included
    box = Box(left, top, figure.size.w - left, bottom - top)
    yield Panel(box, "card", 0)
    frame = Box(box.x + 6, box.y + 6, max(box.w - 12, 1), max(box.h - 12, 1))
    yield Panel(frame, "empty", 8)
    yield Outline(frame, "empty_border", 1.5, dashed=True)
    yield Text(*frame.center, "?", "muted", min(72.0, frame.w / 2), "center", bold=True)
