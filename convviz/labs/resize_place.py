"""Where on the input an output cell of upsampling falls: a frame and a cross, and numbers clear of both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from math import ceil, floor

import numpy as np

from convviz.figure import lettering
from convviz.figure.figure import Box, Grid, Item, Outline, Panel, Wires
from convviz.labs.resize_explain import axes
from convviz.labs.window import View

DIGITS, CLEAR = 0.74, 2.5
"""The height of digits, in their sizes, and the room that the marks leave around them."""
CLOSE = 0.5
"""The same where a number stands aside for the marks."""
DOWNS = (0.5, 0.25, 0.75, 0.2, 0.8)
"""Where in its cell a number stands, and where else it may, from 0 above to 1 below."""
LINE = 2.0
"""Width of the lines of the marks."""


def place(view: View, source: Grid) -> Iterator[Item]:
    """Where on the input the output cell lies, and a cross at the place that decides what it reads."""
    down, across = axes(view.story)

    def corner(row: int, col: int) -> tuple[float, float]:
        return (down.origin + row * down.step, across.origin + col * across.step)

    def centre(row: int, col: int) -> tuple[float, float]:
        return (float(down.places[row]) + 0.5, float(across.places[col]) + 0.5)

    digits = list(numbers(source))
    frame = within(source.cell_box(*view.slid(corner), down.step, across.step), source.box)
    yield from _frame(frame, digits)
    if view.spec.mode == "area":  # all of the output cell decides, not a point of it
        return
    yield from _cross(source.cell_box(*view.slid(centre), 0, 0), source.cell, digits)


def aside(view: View, source: Grid) -> Grid:
    """The input with the numbers that the marks of the place would cut above or below these, if they can.

    They go where they are left alone at the end of a slide, and stay there: the marks pass, numbers do not.
    """
    if not source.labels:
        return source
    marks, downs = list(_place_marks(view, source)), np.full(source.values.shape, DOWNS[0])
    size = lettering.number_size(source.labels, source.cell)
    for row, col in _touched(source, marks):
        numbers_ = ((down, _number(source, row, col, down, size, CLOSE)) for down in DOWNS)
        free = (down for down, number in numbers_ if not any(_overlap(number, mark) for mark in marks))
        downs[row, col] = next(free, DOWNS[0])
    return replace(source, downs=downs)


def _touched(grid: Grid, marks: list[Box]) -> Iterator[tuple[int, int]]:
    """The cells, from 0, of the rectangle that the marks lie in."""
    (rows, cols), cell = grid.values.shape, grid.cell
    top, bottom = (min(mark.y for mark in marks) - grid.y, max(mark.bottom for mark in marks) - grid.y)
    left, right = (min(mark.x for mark in marks) - grid.x, max(mark.right for mark in marks) - grid.x)
    yield from product(
        range(max(floor(top / cell), 0), min(ceil(bottom / cell), rows)),
        range(max(floor(left / cell), 0), min(ceil(right / cell), cols)),
    )


def _place_marks(view: View, source: Grid) -> Iterator[Box]:
    """The lines of frame and cross where they come to stand."""
    (down, across), (_, row, col) = axes(view.story), view.step.cell
    top, left = down.origin + row * down.step, across.origin + col * across.step
    frame, half = within(source.cell_box(top, left, down.step, across.step), source.box), LINE / 2
    for y in (frame.y, frame.bottom):
        yield Box(frame.x - half, y - half, frame.w + LINE, LINE)
    for x in (frame.x, frame.right):
        yield Box(x - half, frame.y - half, LINE, frame.h + LINE)
    if view.spec.mode != "area":
        x, y, *_ = source.cell_box(float(down.places[row]) + 0.5, float(across.places[col]) + 0.5)
        arm = _arm_length(source.cell)
        yield Box(x - arm, y - half, 2 * arm, LINE)
        yield Box(x - half, y - arm, LINE, 2 * arm)


def numbers(grid: Grid) -> Iterator[Box]:
    """The rectangles that the numbers of a grid fill, with a little room around them."""
    size = lettering.number_size(grid.labels, grid.cell) if grid.labels else 0.0
    for row, texts in enumerate(grid.labels or ()):
        for col, text in enumerate(texts):
            if text:
                down = DOWNS[0] if grid.downs is None else float(grid.downs[row, col])
                yield _number(grid, row, col, down, size, CLEAR)


def _number(grid: Grid, row: int, col: int, down: float, size: float, around: float) -> Box:
    """What the number of a cell fills that stands so far down in it, and some pixels around it."""
    labels = grid.labels or ()
    x, y = grid.x + (col + 0.5) * grid.cell, grid.y + (row + down) * grid.cell
    w = len(labels[row][col]) * lettering.MONO_ADVANCE * size + 2 * around
    h = DIGITS * size + 2 * around
    return Box(x - w / 2, y - h / 2, w, h)


def _frame(box: Box, digits: list[Box]) -> Iterator[Item]:
    """Around the output cell, with gaps for the digits that the frame would run through."""
    met = [each for each in digits if _overlap(each, box)]
    if not met:
        yield Outline(box, "output", LINE)
        return
    sides = []
    for y in (box.y, box.bottom):
        gaps = [(each.x, each.right) for each in met if each.y < y < each.bottom]
        sides += [(start, y, end, y) for start, end in _beside(box.x, box.right, gaps)]
    for x in (box.x, box.right):
        gaps = [(each.y, each.bottom) for each in met if each.x < x < each.right]
        sides += [(x, start, x, end) for start, end in _beside(box.y, box.bottom, gaps)]
    yield Wires(tuple(sides), "output", LINE)


def _overlap(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def _beside(start: float, end: float, gaps: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """What the gaps leave of a stretch."""
    for first, last in sorted(gaps):
        if first > start:
            yield start, min(first, end)
        start = max(start, last)
    if start < end:
        yield start, end


def _cross(point: Box, cell: float, digits: list[Box]) -> Iterator[Item]:
    """Four arms from the point, or, where digits stand, from beyond them."""
    length = _arm_length(cell)
    for role, thick, more in (("card", 4.0, 1.5), ("output", LINE, 0.0)):
        for side, turn in product((-1, 1), (_as_it_is, _turned)):  # left, up, right, down
            arm = _arm(turn(point), [turn(each) for each in digits], side, length + more, thick)
            if arm:
                yield Panel(turn(arm), role, 0.0)


def _arm_length(cell: float) -> float:
    return min(max(cell * 0.16, 3.0), 8.0)


def _arm(point: Box, digits: list[Box], side: int, length: float, thick: float) -> Box | None:
    """The arm to the left (−1) or right (1): it begins behind digits at the point, and ends before others."""
    in_its_way = [each for each in digits if each.y < point.y < each.bottom]
    # As seen from the point, from where to where.
    gaps = [sorted((side * (each.x - point.x), side * (each.right - point.x))) for each in in_its_way]
    start = max((last for first, last in gaps if first <= 0 < last), default=0.0)
    end = min([start + length, *(first for first, _ in gaps if first > start)])
    x = point.x + (start if side > 0 else -end)
    return Box(x, point.y - thick / 2, end - start, thick) if end > start else None


def _as_it_is(box: Box) -> Box:
    return box


def _turned(box: Box) -> Box:
    """With x for y and y for x, so that what lies across lies along."""
    return Box(box.y, box.x, box.h, box.w)


def within(box: Box, other: Box) -> Box:
    """The part of a rectangle that lies in another."""
    x, y = max(box.x, other.x), max(box.y, other.y)
    return Box(x, y, max(min(box.right, other.right) - x, 0.0), max(min(box.bottom, other.bottom) - y, 0.0))
