"""The grids of a convolution's stage: input, kernel, products, output."""

from __future__ import annotations

import numpy as np

import convviz.labs.parts as parts
from convviz.core import lens
from convviz.core.kernel_text import shown
from convviz.figure.figure import Array, Grid, Mark, Scale, marks_like
from convviz.labs.story import Story
from convviz.labs.window import View


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
