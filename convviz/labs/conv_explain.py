"""What is to be seen on a convolution's stage, in a sentence: of a step, or of the cell pointed at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import convviz.labs.explaining as explaining
from convviz.core.border import CONSTANT
from convviz.core.kernel_text import shown
from convviz.core.trace import Step
from convviz.figure.figure import Mark, Spot
from convviz.i18n import Message, msg
from convviz.labs.conv_formula import ACTIVATION_NAMES
from convviz.labs.story import Story
from convviz.labs.window import View

NOTHING = msg("")
"""No more to say."""


def sentence(view: View) -> Message:
    """Of the cell pointed at, else of the step."""
    spot = view.spot
    if spot and spot.grid == "input" and view.area.holds(spot.row, spot.col):
        return _of_input(view, spot)
    if spot and view.tapped and not view.asked:
        return of_tap(view)
    _, height, width = view.story.x.shape
    if view.computed or view.step.outside(height, width):
        return of_step(view.story, view.step, view.computed)
    return _of_phase(view)


def shorter(said: Message) -> tuple[Message, ...]:
    """A long sentence in fewer words, for a stage that has less room."""
    return (msg("Row {row}, column {col}: {beyond}.", **dict(said.values)),) if said.source == HANGS else ()


def _of_phase(view: View) -> Message:
    """What is being done with the window, whose sum is not there yet."""
    step, phase = view.step, view.moment.phase
    values: dict[str, Any] = {"taps": step.products.size, "row": step.cell[1], "col": step.cell[2]}
    if phase == "activate":
        return _of_activation(view)
    return msg(PHASES[phase] if step.products.size > 1 else ONE_TAP[phase], **values)


def _of_activation(view: View) -> Message:
    """What is being done with the sum."""
    bias, name = view.step.bias, ACTIVATION_NAMES.get(view.story.spec.activation)
    if bias and name:
        return msg(
            "The bias {b} is added to the sum, which then goes through {name}.", b=shown(bias), name=name
        )
    if name:
        return msg("The sum goes through {name}.", name=name)
    if bias:
        return msg("The bias {b} is added to the sum.", b=shown(bias))
    return msg("The bias is 0: the sum stays as it is.")


HANGS = "The window for row {row}, column {col} hangs over the edge: {beyond}."
PHASES = {
    "slide": "For row {row}, column {col} the window covers {taps} values.",
    "lift": "The {taps} values under the window are lifted.",
    "multiply": "Each of the {taps} values is multiplied by its weight.",
    "add": "The {taps} products are added up, one after the other.",
}
ONE_TAP = {
    "slide": "For row {row}, column {col} the window covers one value.",
    "lift": "The value under the window is lifted.",
    "multiply": "The value is multiplied by its weight.",
    "add": "There is one product alone, and nothing to add to it.",
}
"""What is said while a phase lasts that comes before the result; the same of a window of one cell."""


def of_step(story: Story, step: Step, computed: bool) -> Message:
    """What this window is about, by what is most particular in it; its sum once it is computed."""
    _, height, width = story.x.shape
    taps, outside = step.rows.size * step.cols.size, step.outside(height, width)
    row, col = step.cell[1:]
    if outside:
        beyond = "{outside} of its {of} taps {padding}"
        if len(step.channels) > 1:
            beyond = "in each channel {outside} of its {of} taps {padding}"
        counted = msg(beyond, outside=outside, of=taps, padding=border_words(story, step))
        return msg(HANGS, row=row, col=col, beyond=counted)
    if computed and step.products.any() and abs(step.total - step.bias) < 1e-9 * abs(step.products).sum():
        return msg(
            "The {taps} products cancel: their sum is 0, the kernel sees nothing at row {row}, column {col}.",
            taps=step.products.size,
            row=row,
            col=col,
        )
    source = "{taps} values times {taps} weights, summed{bias}{activation}{result}."
    if len(step.channels) > 1:
        source = "{taps} products of {n} channels, summed{bias}{activation}{result}."
    elif step.products.size == 1:
        source = "One value times one weight{bias}{activation}{result}."
    return msg(
        source,
        n=len(step.channels),
        taps=step.products.size,
        result=explaining.result(step, computed),
        **_afterwards(story, step),
    )


def explain(story: Story, step: Step, computed: bool) -> Message:
    """The step, and what activation, weights, dilation and size come to."""
    return explaining.sentences(
        of_step(story, step, computed),
        explaining.of_activation(story, step) if computed else None,
        explaining.of_weights(step.weights),
        explaining.of_bias(step),
        explaining.of_dilation(story),
        explaining.of_size(story),
    )


def _afterwards(story: Story, step: Step) -> dict[str, Message]:
    name = ACTIVATION_NAMES.get(story.spec.activation)
    return {
        "bias": msg(" with bias {b}", b=shown(step.bias)) if step.bias else NOTHING,
        "activation": msg(", through {name}", name=name) if name else NOTHING,
    }


def border_words(story: Story, step: Step) -> Message:
    """What the taps outside do: "read copies of the edge"."""
    if CONSTANT in step.source_rows or CONSTANT in step.source_cols:
        return msg("read the padding value {value}", value=shown(story.spec.border_value))
    return BORDER_WORDS[story.spec.padding_mode]


BORDER_WORDS = {
    "reflect": msg("read the picture mirrored at its edge"),
    "replicate": msg("read copies of the edge"),
    "circular": msg("read on at the opposite edge"),
}


def _of_input(view: View, spot: Spot) -> Message:
    """Who reads a cell of the input, and what a cell of the padding copies."""
    mark = view.input_marks[spot.row - view.area.top, spot.col - view.area.left]
    place: dict[str, Any] = {"row": spot.row, "col": spot.col}
    if mark & Mark.COPY and view.copied:
        row, col = view.copied
        words = "The padding at row {row}, column {col} copies the pixel at row {r}, column {c}."
        if not view.area.holds(row, col):
            words = "The padding at row {row}, column {col} copies row {r}, column {c}, off the stage."
        return msg(words, **place, r=row, c=col)
    if mark & Mark.UNREAD:
        return unread(spot)
    count = int(((view.output_marks & Mark.LIT) > 0).sum())
    if mark & Mark.GHOST:
        words = "Row {row}, column {col} is padding, {value}; output cells on the stage that read it: {n}."
        return msg(words, **place, value=shown(view.story.spec.border_value), n=count)
    return msg("Output cells on the stage that read row {row}, column {col}: {n}.", **place, n=count)


def unread(spot: Spot) -> Message:
    """That no window has a cell of the input."""
    source = "No window reads row {row}, column {col}: stride, dilation or the size skip it."
    return msg(source, row=spot.row, col=spot.col)


def of_tap(view: View, write: Callable[[float], str] = shown) -> Message:
    """Which value a weight meets in this window."""
    assert view.tapped
    n, i, j = view.tapped
    step = view.step
    return msg(
        "Weight {i}, {j} meets the input at row {row}, column {col}: {x} × {w} = {product}.",
        i=i,
        j=j,
        row=int(step.rows[i]),
        col=int(step.cols[j]),
        x=shown(float(step.values[n, i, j])),
        w=write(float(step.weights[n, i, j])),
        product=shown(float(step.products[n, i, j])),
    )
