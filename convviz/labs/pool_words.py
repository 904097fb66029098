"""Pooling in sentences: what wins or what the mean is taken of, what lies outside, and the way back."""

from __future__ import annotations

from typing import Any

import numpy as np

import convviz.labs.explaining as explaining
from convviz.core.kernel_text import shown
from convviz.core.trace import Step
from convviz.figure.figure import Mark
from convviz.i18n import Message, msg
from convviz.labs.convolution import pads_by_size
from convviz.labs.explaining import sentences
from convviz.labs.pool_view import UNPOOLED, PoolView, flat_index, is_inside, winner
from convviz.labs.sizes_text import rounded_sizes
from convviz.labs.story import Story


def said(view: PoolView) -> Message:
    """Of the cell pointed at, else of the step."""
    spot = view.spot
    if view.pointed and spot and spot.grid == "input" and not view.asked:
        return _of_input(view, *view.pointed)
    if view.pointed and spot and spot.grid == UNPOOLED and is_inside(view.story, *view.pointed):
        return _of_put_back(view, *view.pointed)
    if spot and spot.grid == "patch" and view.tapped:
        return _of_tap(view)
    return of_step(view.story, view.step, view.computed)


def explain(story: Story, step: Step, computed: bool) -> Message:
    """The step, what is remembered of it, and what rounding has to do with the size."""
    size = of_same(story) if pads_by_size(story) else of_rounding(story)
    return sentences(of_step(story, step, computed), _remembered(story, step, computed), size)


# --- the cell pointed at


def _of_input(view: PoolView, row: int, col: int) -> Message:
    values: dict[str, Any] = {"row": row, "col": col, "n": int(((view.output_marks & Mark.LIT) > 0).sum())}
    if view.maximum and is_inside(view.story, row, col):
        return msg(
            "Windows on the stage that hold row {row}, column {col}: {n}; it wins in {won} of them. "
            "Its index is {index}.",
            won=int((view.won & view.finished).sum()),
            index=flat_index(view.story, row, col),
            **values,
        )
    return msg("Windows on the stage that hold row {row}, column {col}: {n}.", **values)


def _of_put_back(view: PoolView, row: int, col: int) -> Message:
    """Which output cell a number came from, and its index."""
    values: dict[str, Any] = {**_index(view.story, row, col), "n": int((view.won & view.finished).sum())}
    if not values["n"]:
        return msg("Index {at} · {width} + {along} = {index}: no maximum came from here so far.", **values)
    values |= {"y": shown(view.step.value), "row": view.step.cell[1], "col": view.step.cell[2]}
    if values["n"] > 1:
        return msg(
            "Index {at} · {width} + {along} = {index}: {y} won in {n} windows, first for row {row}, column "
            "{col}, and is put back once.",
            **values,
        )
    return msg(
        "Index {at} · {width} + {along} = {index}: {y}, the maximum at output row {row}, column {col}, goes "
        "back to here.",
        **values,
    )


def _of_tap(view: PoolView) -> Message:
    """What a cell of the window holds, and what becomes of it."""
    assert view.tapped
    n, i, j = view.tapped
    step = view.step
    values: dict[str, Any] = {
        "x": shown(float(step.values[n, i, j])),
        "at": int(step.rows[i]),
        "along": int(step.cols[j]),
        "y": shown(step.value),
        "share": shown(float(step.weights[n, i, j])),
    }
    if not is_inside(view.story, values["at"], values["along"]):
        return msg("Row {at}, column {along} lies outside the input.", **values)
    if not view.maximum:
        return msg("{x} at row {at}, column {along} counts {share} in the mean.", **values)
    if (values["at"], values["along"]) == winner(step):
        return msg(
            "{x} at row {at}, column {along} wins: no other is larger, and none before as large.", **values
        )
    return msg("{x} at row {at}, column {along} does not win against {y}.", **values)


# --- the step


def of_step(story: Story, step: Step, computed: bool) -> Message:
    """What is compared, or what the mean is taken of; once computed, what wins or what the mean is."""
    taps, (padded, over) = step.rows.size * step.cols.size, outside(story, step)
    values: dict[str, Any] = {
        "row": step.cell[1],
        "col": step.cell[2],
        "y": shown(step.value),
        "taps": taps,
        "padded": padded,
        "over": over,
        "result": explaining.result(step, computed),
    }
    if taps == 1:
        return msg(ONE_CELL if computed else ONE_TO_COME, **values)
    case = "both" if padded and over else "padded" if padded else "over" if over else "inside"
    if story.spec.kind == "avg":
        counted = "counted" if story.spec.count_include_pad else "left out"
        words = MEAN[counted][case] if computed or case != "inside" else MEAN_TAKEN
        return msg(words, count=round(1 / float(step.weights.flat[0])), **values)
    if not computed:
        return msg(COMPARED[case], **values)
    ties = int((step.values[np.isfinite(step.values)] == step.total).sum())
    at, along = winner(step)
    words = MAXIMUM[case] if ties < 2 else TIED
    return msg(words, at=at, along=along, ties=ties, **values)


def how_counted(story: Story) -> tuple[Message, ...]:
    """What an index is: within the crop if there is one, while the heading counts in the whole picture."""
    values = {"w": story.x.shape[2]}
    if story.scene.crop is None:
        return msg("index = row · {w} + column", **values), msg("row · {w} + column", **values)
    return (
        msg("index = row · {w} + column, in the crop", **values),
        msg("index: row · {w} + column in the crop", **values),
        msg("row · {w} + column in the crop", **values),
        msg("row · {w} + column", **values),
    )


def outside(story: Story, step: Step) -> tuple[int, int]:
    """How many taps lie in the padding, and how many beyond it: there is room for these in ceil mode only."""
    _, height, width = story.x.shape
    _, bottom, _, right = story.spec.pads
    kept = np.count_nonzero(step.rows < height + bottom) * np.count_nonzero(step.cols < width + right)
    over = step.rows.size * step.cols.size - int(kept)
    return step.outside(height, width) - over, over


ONE_TO_COME = "For row {row}, column {col} the window covers one value."
ONE_CELL = "A window of one cell: {y} is written to row {row}, column {col} as it is."
COMPARED = {
    "inside": "The largest of {taps} values is looked for, for row {row}, column {col}.",
    "padded": "Taps in the padding ({padded} of {taps}) are −∞ and never win.",
    "over": "Taps over the end ({over} of {taps}), as ceil mode allows, take no part.",
    "both": "Taps in the padding ({padded} of {taps}) and over its end ({over}) cannot win.",
}
"""What is said of a maximum before it is found, by where taps lie that are not in the input."""
MEAN_TAKEN = "The mean of {taps} values is taken, for row {row}, column {col}."
TIED = "{ties} values are {y}; the first of them, at row {at}, column {along}, wins and is remembered."
MAXIMUM = {
    "inside": "{y} is the largest of {taps}; its place, row {at}, column {along}, is remembered.",
    "padded": "Taps in the padding ({padded} of {taps}) are −∞ and never win; {y} at row {at}, column "
    "{along} does.",
    "over": "Taps over the end ({over} of {taps}), as ceil mode allows, take no part; {y} at row {at}, "
    "column {along} wins.",
    "both": "Taps in the padding ({padded} of {taps}) and over its end ({over}) cannot win; {y} at row {at}, "
    "column {along} does.",
}
OVER = (
    "Taps over the end ({over} of {taps}), as ceil mode allows, never count: the sum is divided by "
    "{count}{result}."
)
INSIDE = "The mean of {taps} values is {y}, written to row {row}, column {col}."
MEAN = {
    "counted": {
        "inside": INSIDE,
        "padded": "Taps in the padding ({padded} of {taps}) count as zeros: the sum is divided by "
        "{count}{result}.",
        "over": OVER,
        "both": "Taps in the padding ({padded} of {taps}) count as zeros, those over its end ({over}) never "
        "do: the sum is divided by {count}{result}.",
    },
    "left out": {
        "inside": INSIDE,
        "padded": "Taps in the padding ({padded} of {taps}) do not count: the sum is divided by "
        "{count}{result}.",
        "over": OVER,
        "both": "Taps in the padding ({padded} of {taps}) and over its end ({over}) do not count: the sum is "
        "divided by {count}{result}.",
    },
}
"""Sentences by whether the padding counts, and by where taps lie that are not in the input."""


# --- the layer


def _remembered(story: Story, step: Step, computed: bool) -> Message | None:
    """The index of the maximum; of a mean, that there is none."""
    if story.spec.kind == "avg":
        return msg("A mean does not remember where its values were, so there is no way back.")
    if not computed:
        return None
    at, along = winner(step)
    if not is_inside(story, at, along):
        return msg("A window of padding alone has no index, and nothing is put back.")
    return msg(
        "The index is counted in its channel, {at} · {width} + {along} = {index}: there unpooling puts {y} "
        "back.",
        y=shown(step.value),
        **_index(story, at, along),
    )


def _index(story: Story, row: int, col: int) -> dict[str, Any]:
    return {"at": row, "along": col, "width": story.x.shape[2], "index": flat_index(story, row, col)}


def of_same(story: Story) -> Message:
    """What TensorFlow's SAME pads, and for what size."""
    (_, h, w), (_, oh, ow) = story.x.shape, story.shape
    top, bottom, left, right = story.spec.pads
    values = {"h": h, "w": w, "oh": oh, "ow": ow, "top": top, "bottom": bottom, "left": left, "right": right}
    return msg(
        "For one output cell per stride, TensorFlow's SAME adds {top} + {bottom} rows and {left} + {right} "
        "columns: {h} × {w} cells become {oh} × {ow}.",
        **values,
    )


def of_rounding(story: Story) -> Message:
    """The output's size with and without a last window that hangs over."""
    (fh, fw), (ch, cw) = rounded_sizes(story.spec, story.x.shape)
    values = {"h": story.x.shape[1], "w": story.x.shape[2], "fh": fh, "fw": fw, "ch": ch, "cw": cw}
    if (fh, fw) == (ch, cw):
        return msg("Rounded down (floor) or up (ceil), {h} × {w} cells become {fh} × {fw}.", **values)
    if story.spec.ceil_mode:
        return msg("Rounded up (ceil) the output is {ch} × {cw}; floor would leave {fh} × {fw}.", **values)
    return msg("Rounded down (floor) the output is {fh} × {fw}; ceil would make it {ch} × {cw}.", **values)
