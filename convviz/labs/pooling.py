"""Pooling on the stage: a window, its winner or its mean, and the way back that unpooling takes."""

from __future__ import annotations

from typing import Any

import numpy as np

from convviz.core.kernel_text import shown
from convviz.core.spec import PoolSpec
from convviz.core.trace import Step
from convviz.figure.figure import Figure, Mark, Spot
from convviz.i18n import Message, msg
from convviz.labs.controls import Control, Pair, Pick
from convviz.labs.lab import Array, Look
from convviz.labs.pool_stage import draw
from convviz.labs.program import pool_program
from convviz.labs.sizes_text import pool_formula
from convviz.labs.story import Story
from convviz.labs.window import View, look_at
from convviz.motion.timeline import REST, Moment, Phase
from convviz.scene.pool import PoolLayer
from convviz.scene.reading import resized
from convviz.scene.scene import Scene, replace


def _is_max(layer: PoolLayer) -> bool:
    return layer.kind == "max"


def _is_average(layer: PoolLayer) -> bool:
    return layer.kind == "avg"


OPENING = 4
"""Rows and columns of the output at first: in twice as many input cells there is room for numbers."""
YES_NO = ((True, "yes"), (False, "no"))


class PoolingLab:
    """Each channel by itself: the largest value of every window, or the mean of it."""

    layer_type: type = PoolLayer
    operation = "pool2d"
    title = "Pooling (2-D)"
    default: Any = PoolLayer()
    show = "clamp"
    panel: tuple[str, ...] = ("output",)
    controls: tuple[Control, ...] = (
        Pick(
            "kind",
            "Kind",
            "The largest value of each window, or its mean.",
            (("max", "maximum"), ("avg", "average")),
        ),
        Pair("kernel_size", "Window size", "Rows and columns of a window."),
        Pair(
            "stride",
            "Stride",
            "Cells that the window moves by: rows, columns. As large as the window: no overlap.",
        ),
        Pair("padding", "Padding", "Cells on each side, at most half of the window: rows, columns.", least=0),
        Pair("dilation", "Dilation", "Cells from one tap to the next: rows, columns.", shown=_is_max),
        Pick(
            "ceil_mode",
            "Last window",
            "Whether a last window may hang over the end: the size is rounded up instead of down.",
            ((False, "must fit (floor)"), (True, "may hang over (ceil)")),
        ),
        Pick(
            "count_include_pad",
            "Count padding",
            "Whether the padding's zeros count as cells of the mean.",
            YES_NO,
            shown=_is_average,
        ),
    )

    def opening(self, scene: Scene) -> Scene:
        """Few output cells, whose windows' numbers can be read, in the middle of what was on the stage."""
        return replace(scene, region=resized(scene.region, OPENING, OPENING))

    def operands(self, layer: PoolLayer, x: Array) -> tuple[PoolSpec, tuple[Array, ...]]:
        """The spec, and the input alone: pooling has no weights."""
        return PoolSpec(
            layer.kind,
            layer.kernel_size,
            layer.stride,
            layer.padding,
            layer.dilation,
            layer.ceil_mode,
            layer.count_include_pad,
        ), (x,)

    def phases(self, scene: Scene) -> tuple[Phase, ...]:
        """Slide, lift, compare or add the values one by one, write, rest."""
        return (
            Phase("slide", 0.12),
            Phase("lift", 0.12),
            Phase("multiply", 0.24),
            Phase("write", 0.14),
            Phase(REST, 0.38),
        )

    def draw(self, story: Story, moment: Moment, look: Look) -> Figure:
        """Input, window and output; of a maximum also what unpooling puts back."""
        view = look_at(story, moment, look.spot)
        sentence = said(view)
        return Figure(look.size, tuple(draw(view, look.size, look.zoom, sentence)), sentence)

    def explain(self, story: Story, moment: Moment) -> Message:
        """What is particular about this window."""
        return of_step(story, story.step(moment.step))

    def size_formula(self, story: Story) -> tuple[Message, ...]:
        """See sizes_text.pool_formula."""
        return pool_formula(story.spec, story.x.shape)

    def program(self, story: Story, language: str) -> str:
        """See program.pool_program."""
        return pool_program(story, language)

    def kernel_cell(self, story: Story, spot: Spot) -> tuple[int, int, int, int]:
        """Pooling shows no kernel, so there is no cell of one."""
        raise LookupError(spot)


def said(view: View) -> Message:
    """Of the input cell pointed at, else of the step."""
    spot = view.spot
    if spot and spot.grid == "input" and view.area.holds(spot.row, spot.col) and not view.asked:
        return _of_input(view, spot)
    return of_step(view.story, view.step)


def _of_input(view: View, spot: Spot) -> Message:
    count = int(((view.output_marks & Mark.LIT) > 0).sum())
    values: dict[str, Any] = {"row": spot.row, "col": spot.col, "n": count}
    return msg("Windows on the stage that hold row {row}, column {col}: {n}.", **values)


def of_step(story: Story, step: Step) -> Message:
    """Which value wins, or what the mean is taken of; what of the window lies outside."""
    _, height, width = story.x.shape
    row, col = step.cell[1:]
    taps, outside = step.rows.size * step.cols.size, step.outside(height, width)
    values: dict[str, Any] = {
        "row": row,
        "col": col,
        "y": shown(step.value),
        "taps": taps,
        "outside": outside,
    }
    if story.spec.kind == "avg":
        count = round(1 / float(step.weights.flat[0]))
        if outside:
            return msg(
                "{outside} of {taps} taps lie outside; the sum is divided by {count}: "
                "{y} at row {row}, column {col}.",
                count=count,
                **values,
            )
        return msg("The mean of {taps} values is {y}, written to row {row}, column {col}.", **values)
    inside = step.values[np.isfinite(step.values)]
    ties = int((inside == step.total).sum())
    i, j = np.unravel_index(int(np.argmax(step.weights)), step.weights.shape[1:])
    values |= {"at": int(step.rows[i]), "along": int(step.cols[j]), "ties": ties}
    if ties > 1:
        return msg(
            "{ties} values are {y}; the first of them, at row {at}, column {along}, wins and is remembered.",
            **values,
        )
    if outside:
        return msg(
            "{outside} of {taps} taps lie outside, where −∞ never wins; "
            "{y} at row {at}, column {along} does.",
            **values,
        )
    return msg("{y} is the largest of {taps}; its place, row {at}, column {along}, is remembered.", **values)
