"""The grids of a transposed convolution's stage: input, kernel, one stamp, and what all add up to."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

import convviz.labs.parts as parts
from convviz.figure.figure import Array, Grid, Mark, Scale, marks_like
from convviz.labs.conv_grids import corner_texts, output_grid, weight_scale
from convviz.labs.story import Story
from convviz.labs.transposed_view import (
    GatherView,
    StampView,
    layer_of,
    overlap_counts,
    usual_counts,
)


def source_grid(view: StampView, x: float, y: float, cell: float) -> Grid:
    """The input; each cell whose stamp reaches the output cell at hand carries the weight it does so with."""
    values, marks, area = view.input_values[0], view.input_marks.copy(), view.area
    for row, col in view.lit_inputs(0):
        marks[row - area.top, col - area.left] |= Mark.LIT
    numbers = parts.labels(values, cell)
    return Grid(
        "input",
        x,
        y,
        cell,
        values,
        Scale("image", 0.0, view.story.source.white),
        marks,
        (area.top, area.left),
        numbers,
        _corners(view, cell) if numbers and view.reached("slide") >= 1 else None,
        channel=view.step.channels.start,
    )


def _corners(view: StampView, cell: float) -> list[list[str]] | None:
    weights = corner_texts([[float(view.step.weights[0][tap]) for tap in view.overlapping]], cell)
    if weights is None:
        return None
    corners = [[""] * view.area.width for _ in range(view.area.height)]
    for tap, text in zip(view.overlapping, weights[0], strict=True):
        row, col = view.source(tap)
        corners[row - view.area.top][col - view.area.left] = text
    return corners


def stamp_kernel(view: StampView, x: float, y: float, cell: float) -> Grid:
    """The kernel as it is stamped, not rotated; the weight that meets the output cell at hand is lit."""
    values = view.story.operands[1][view.story.output, 0]
    marks = marks_like(values)
    if view.chosen:
        marks[view.weight_of(view.chosen)] |= Mark.LIT
    return Grid("kernel", x, y, cell, values, weight_scale(values), marks, labels=parts.labels(values, cell))


def stamp_grid(view: StampView, x: float, y: float, cell: float) -> Grid:
    """The kernel times the current input cell; blank before there is one."""
    kernel = view.story.operands[1][view.story.output, 0]
    values = kernel * (view.value or 0.0)
    marks = marks_like(values)
    if not view.lifted:
        marks[...] = Mark.EMPTY
    elif view.weight:
        marks[view.weight] |= Mark.LIT
    numbers = parts.labels(values, cell)
    most = float(np.abs(values).max()) or 1.0
    scale = Scale("plain") if numbers else Scale("signed", -most, most)
    return Grid("products", x, y, cell, values, scale, marks, labels=numbers)


def counting(story: Story) -> bool:
    """Whether output cells show how many stamps overlap on them."""
    return layer_of(story).cells == "overlaps"


def without(marks: Array, flags: int) -> Array:
    """The marks less some of their flags."""
    return marks & np.uint8(255 - flags)


def result_grid(view: StampView | GatherView, x: float, y: float, cell: float) -> Grid:
    """The output as far as it is there: its values, or how many stamps overlap on each cell."""
    grid = output_grid(view, x, y, cell)
    overlaps = counting(view.story)
    values = overlap_counts(view) if overlaps else grid.values
    marks = grid.marks
    if isinstance(view, StampView):
        values = np.where(view.finished, values, view.counts if overlaps else view.sums)
        marks = np.where(view.finished, marks, without(marks, Mark.CLAMPED))
    scale = grid.scale
    if overlaps:
        marks = without(marks, Mark.PARTIAL | Mark.CLAMPED)
        scale = Scale("heat", 0.0, float(max(usual_counts(view.story.spec)[1], 1)))
    return replace(grid, values=values, marks=marks, scale=scale, labels=parts.labels(values, cell))
