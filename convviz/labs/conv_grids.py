"""The grids of a convolution's stage: input, window, kernel, products, output."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

import convviz.labs.parts as parts
from convviz.core import lens
from convviz.core.kernel_text import shown
from convviz.figure import lettering
from convviz.figure.figure import Array, Grid, Mark, Scale, marks_like
from convviz.labs.story import Story
from convviz.labs.window import View

Write = Callable[[float], str]
"""How a weight is written."""
CORNER_SHARE, OVER_SHARE = 0.24, 0.24
"""Size of a tap's weight, and of the factors above a product, as a part of the cell."""
CORNER_USED = 0.85
"""The share of a cell's width that a weight in its corner takes at most, to stay apart from the next one."""
CORNER_CELL, OVER_CELL = 34.0, 36.0
"""Smaller cells have no room for those beside their number."""


def input_grid(view: View, n: int, x: float, y: float, cell: float, weighed: bool = True) -> Grid:
    """The n-th of the channels that are read, padding and all; `weighed`, each tap with its weight."""
    values, marks = view.input_values[n], view.input_marks.copy()
    for row, col in view.lit_inputs(n):
        if view.area.holds(row, col):
            marks[row - view.area.top, col - view.area.left] |= Mark.LIT
    numbers = parts.labels(values, cell)
    return Grid(
        "input",
        x,
        y,
        cell,
        values,
        Scale("image", 0.0, view.story.source.white),
        marks,
        (view.area.top, view.area.left),
        numbers,
        _corners(view, n, cell) if numbers and weighed and view.reached("slide") >= 1 else None,
        channel=view.step.channels[n],
    )


def _corners(view: View, n: int, cell: float) -> list[list[str]] | None:
    weights = corner_texts(view.step.weights[n].tolist(), cell)
    if weights is None:
        return None
    corners = [[""] * view.area.width for _ in range(view.area.height)]
    for row, texts in zip(view.step.rows.tolist(), weights, strict=True):
        for col, text in zip(view.step.cols.tolist(), texts, strict=True):
            corners[row - view.area.top][col - view.area.left] = text
    return corners


def corner_texts(weights: Sequence[Sequence[float]], cell: float) -> list[list[str]] | None:
    """Weights as they stand in the corners of such cells, whole; None where they have no room."""
    texts = [[shown(weight) for weight in row] for row in weights]
    size = lettering.number_size(texts, cell, CORNER_SHARE) if cell >= CORNER_CELL else 0.0
    fits = lettering.longest(texts) * lettering.MONO_ADVANCE * size <= CORNER_USED * cell
    return texts if size and fits else None


def patch_grid(view: View, n: int, x: float, y: float, cell: float) -> Grid:
    """The n-th channel's values under the window; blank until they are lifted."""
    values = view.step.values[n]
    marks = marks_like(values)
    if view.reached("lift") < 1:
        marks[...] = Mark.EMPTY
    _light(view, n, marks)
    scale = Scale("image", 0.0, view.story.source.white)
    return Grid("patch", x, y, cell, values, scale, marks, labels=parts.labels(values, cell), channel=n)


def kernel_grid(view: View, n: int, x: float, y: float, cell: float, write: Write = shown) -> Grid:
    """The n-th kernel of the filter, as it meets the window: a convolution's stands rotated."""
    values = view.step.weights[n]
    marks = marks_like(values)
    _light(view, n, marks)
    scale = weight_scale(view.step.weights)
    numbers = parts.labels(values, cell, write)
    return Grid("kernel", x, y, cell, values, scale, marks, labels=numbers, channel=n)


def weight_scale(weights: Array) -> Scale:
    """Teal below 0, brown above, as strong at the largest weight on either side."""
    most = _most(weights)
    return Scale("weight", -most, most)


def _most(values: Array) -> float:
    """The largest finite value, without its sign; 1 when all are 0."""
    return float(np.abs(values[np.isfinite(values)]).max(initial=0.0)) or 1.0


def product_grid(
    view: View, n: int, x: float, y: float, cell: float, write: Write = shown, beside: Array | None = None
) -> Grid:
    """The n-th channel's products; those not multiplied yet are blank.

    Where their numbers have no room, or those of the products `beside` them (n, rows, columns), colours stand
    for both.
    """
    values = view.step.products[n]
    marks = marks_like(values)
    order = n * values.size + np.arange(values.size).reshape(values.shape)
    marks[order >= view.done("multiply")] |= Mark.EMPTY
    _light(view, n, marks)
    readable = beside is None or parts.labels(beside.reshape(-1, values.shape[1]), cell)
    numbers = parts.labels(values, cell) if readable else None
    most = _most(view.step.products)
    return Grid(
        "products",
        x,
        y,
        cell,
        values,
        Scale("plain") if numbers else Scale("signed", -most, most),
        marks,
        labels=numbers,
        over=_factors(view, n, cell, write) if numbers else None,
        channel=n,
    )


def _factors(view: View, n: int, cell: float, write: Write) -> list[list[str]] | None:
    """As in 42×−1, above each product."""
    if cell < OVER_CELL:
        return None
    pairs = zip(view.step.values[n].tolist(), view.step.weights[n].tolist(), strict=True)
    over = [[f"{shown(v)}×{write(w)}" for v, w in zip(*pair, strict=True)] for pair in pairs]
    return over if lettering.number_size(over, cell, OVER_SHARE) else None


def _light(view: View, n: int, marks: Array) -> None:
    if view.tapped and view.tapped[0] == n:
        marks[view.tapped[1:]] |= Mark.LIT


def output_grid(view: View, x: float, y: float, cell: float) -> Grid:
    """The region of the output; what has not been computed yet is empty."""
    values = view.story.values(view.region).astype(np.float64)
    scale, marks = output_scale(view.story, values), view.output_marks.copy()
    if view.story.scene.show in ("clamp", "offset"):
        rounding = lens.FAINT * (scale.high - scale.low)  # of float32 sums, which hides nothing
        beyond = (values < scale.low - rounding) | (values > scale.high + rounding)
        marks[beyond & (marks & Mark.EMPTY == 0)] |= Mark.CLAMPED
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
    most = _most(values)
    if show == "signed":
        return Scale("signed", -most, most)
    if show == "absolute":
        return Scale("absolute", 0.0, most)
    if show == "stretch":
        low, high = float(values.min()), float(values.max())
        return Scale("image", low, high if high > low else low + 1)
    middle = lens.middle(white) if show == "offset" else 0.0
    return Scale("image", -middle, white - middle)
