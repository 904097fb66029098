"""What is to be seen while a picture is made larger, in a sentence, and how its weights are written."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from math import lcm
from typing import Any

import numpy as np

import convviz.labs.conv_explain as conv_explain
import convviz.labs.explaining as explaining
from convviz.core.kernel_text import shown
from convviz.core.resize_spec import Resampled
from convviz.core.trace import Step
from convviz.figure.figure import Array, Mark, Spot
from convviz.i18n import Message, listed, msg
from convviz.labs.story import Story
from convviz.labs.window import View

MOST_PARTS = 64
"""Weights of more parts than these are easier to read as decimals."""
ROUNDING = 1e-9


def axis_weights(story: Story, step: Step) -> tuple[Array, Array]:
    """The weights of the rows and of the columns that an output cell reads."""
    down, across = axes(story)
    return down.window(step.cell[1])[1], across.window(step.cell[2])[1]


def axes(story: Story) -> tuple[Resampled, Resampled]:
    """How rows and columns are read."""
    rows, cols = story.along
    assert isinstance(rows, Resampled)
    assert isinstance(cols, Resampled)
    return rows, cols


def parts_of(weights: Array) -> int:
    """The number of equal parts of which each weight is some: 4 of (1/4, 3/4). 0 when it is large."""
    fractions = [Fraction(float(w)).limit_denominator(MOST_PARTS) for w in weights]
    exact = all(abs(float(f) - w) < ROUNDING for f, w in zip(fractions, weights, strict=True))
    parts = lcm(*(f.denominator for f in fractions))
    return parts if exact and parts <= MOST_PARTS else 0


@cache
def writer(parts: int, digits: int | None = None) -> Callable[[float], str]:
    """How weights of so many parts are written: 3/4; without parts as decimals, of so many digits at most."""

    def write(weight: float) -> str:
        count = round(weight * parts)
        if parts and 0 < abs(count) < parts:
            return f"{shown(count)}/{parts}"
        return shown(weight if digits is None else round(weight, digits))

    return write


def weight_parts(story: Story, step: Step) -> int:
    """The parts of the products of the rows' and the columns' weights."""
    down, across = axis_weights(story, step)
    parts = parts_of(down) * parts_of(across)
    return parts if parts <= MOST_PARTS else 0


def sentence(view: View) -> Message:
    """Of the cell pointed at, else of the step."""
    spot = view.spot
    if spot and spot.grid == "input" and view.area.holds(spot.row, spot.col):
        return _of_input(view, spot)
    if spot and view.tapped and not view.asked:
        return conv_explain.of_tap(view, writer(weight_parts(view.story, view.step)))
    return of_step(view.story, view.step, view.computed)


def _of_input(view: View, spot: Spot) -> Message:
    mark = view.input_marks[spot.row - view.area.top, spot.col - view.area.left]
    count = int(((view.output_marks & Mark.LIT) > 0).sum())
    values: dict[str, Any] = {"row": spot.row, "col": spot.col, "n": count}
    if mark & Mark.UNREAD:
        return msg(
            "No output cell reads row {row}, column {col}: a picture made smaller skips what lies between.",
            **values,
        )
    if view.copied:
        row, col = view.copied
        return msg(
            "Row {row}, column {col} lies outside: row {r}, column {c} at the edge is read once more.",
            r=row,
            c=col,
            **values,
        )
    return msg("Output cells on the stage that read row {row}, column {col}: {n}.", **values)


def of_step(story: Story, step: Step, computed: bool) -> Message:
    """Where the output cell falls, what that makes of its weights, and what it comes to once computed."""
    values: dict[str, Any] = {
        "row": step.cell[1],
        "col": step.cell[2],
        "y": shown(step.value),
        "result": explaining.result(step, computed),
        "value": explaining.value(step, computed),
        "mean": msg(": their mean is {y}", y=shown(step.value)) if computed else msg(""),
        "taps": step.weights.size,
        "at": int(step.source_rows[0]),
        "along": int(step.source_cols[0]),
    }
    if story.spec.mode == "nearest":
        return msg(
            "Output row {row}, column {col} begins in the cell at row {at}, column {along}: {y} is copied.",
            **values,
        )
    if story.spec.mode == "nearest-exact":
        return msg(
            "The centre of output row {row}, column {col} lies in row {at}, column {along}: {y} is copied.",
            **values,
        )
    if story.spec.mode == "area":
        return _of_area(story, step, values)
    outside = step.outside(*story.x.shape[1:])
    if outside:
        return msg(
            "For cells around this place that lie outside ({outside} of {taps}) the edge is read once "
            "more{result}.",
            outside=outside,
            **values,
        )
    return _of_weights(story, step, values, computed)


def of_mode(story: Story) -> tuple[Message, Message]:
    """What becomes of the size, and what the mode's weights are like."""
    (_, h, w), (_, oh, ow), mode = story.x.shape, story.shape, story.spec.mode
    size = msg("{h} × {w} cells become {oh} × {ow}.", h=h, w=w, oh=oh, ow=ow)
    return size, msg(OF_MODE[mode])


COPIED = "Values are copied and none is made: edges stay sharp, and show the cells they are made of."
OF_MODE = {
    "nearest": COPIED,
    "nearest-exact": COPIED,
    "area": "All cells that an output cell touches count alike, so no value goes beyond theirs.",
    "bilinear": "The weights are never negative and add up to 1: no value goes beyond those around it.",
    "bicubic": "The weights add up to 1, but some are negative: beside an edge, values go beyond those "
    "around them.",
}
"""What a mode makes of the values, in a sentence."""


def _of_area(story: Story, step: Step, values: dict[str, Any]) -> Message:
    """How many cells the output cell touches, and that all of them count alike."""
    if step.weights.size == 1:
        return msg(
            "Output row {row}, column {col} lies within the cell at row {at}, column {along}: {y} is copied.",
            **values,
        )
    _, height, width = step.weights.shape
    values |= {"h": height, "w": width}
    sizes = zip(story.x.shape[1:], story.shape[1:], step.cell[1:], strict=True)
    if any(n * i % o or (n + 1) * i % o for i, o, n in sizes):
        return msg(
            "Output row {row}, column {col} touches {h} × {w} cells, some in part; "
            "each counts in full{mean}.",
            **values,
        )
    return msg("Output row {row}, column {col} covers {h} × {w} cells{mean}.", **values)


def _of_weights(story: Story, step: Step, values: dict[str, Any], computed: bool) -> Message:
    counted = int(np.count_nonzero(np.abs(step.weights) > ROUNDING))
    if counted == 1:
        return msg("The place is the centre of an input cell: only that one counts, and {y} stays.", **values)
    if counted < step.weights.size:
        return msg(
            "The place lies on a line of centres: {n} of {taps} weights count, the others are 0{value}.",
            n=counted,
            **values,
        )
    if story.spec.mode == "bicubic":
        return _of_cubic(step, values, computed)
    write = writer(weight_parts(story, step), 3)
    weights = np.sort(step.weights.ravel())[::-1]
    if np.ptp(weights) < ROUNDING:
        return msg(
            "The place is the middle of 4 cells: each weighs {w}{mean}.",
            w=write(weights[0]),
            **values,
        )
    down, across = axes(story)
    return msg(
        "The output cell lies {down} and {across} the pixel it reads most of; its weights: {weights}.",
        down=_beside(down.places[step.cell[1]], BELOW),
        across=_beside(across.places[step.cell[2]], BESIDE),
        weights=listed(write(float(w)) for w in weights),
    )


def _of_cubic(step: Step, values: dict[str, Any], computed: bool) -> Message:
    low, high = float(step.values.min()), float(step.values.max())
    values |= {"low": shown(low), "high": shown(high), "n": int((step.weights < 0).sum())}
    if computed and not low - ROUNDING <= step.total <= high + ROUNDING:
        return msg(
            "{y} overshoots: the {taps} values it is made of go from {low} to {high}, "
            "and {n} of their weights are negative.",
            **values,
        )
    return msg(
        "{n} of {taps} weights are negative: they keep edges sharp, where bilinear blurs them{value}.",
        **values,
    )


BELOW = {False: msg("{d} of a cell above"), True: msg("{d} of a cell below")}
BESIDE = {False: msg("{d} of a cell left of"), True: msg("{d} of a cell right of")}


def _beside(place: float, words: dict[bool, Message]) -> Message:
    """How far a place lies from the nearest centre, and to which side."""
    distance = float(place - np.rint(place))
    parts = parts_of(np.array([abs(distance)]))
    return msg(words[distance > 0].source, d=writer(parts, 3)(abs(distance)))
