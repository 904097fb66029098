"""What is said on the stage of a whole layer: the sentence that follows the state, and the formula."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import convviz.labs.conv_explain as conv_explain
import convviz.labs.parts as parts
from convviz.core.kernel_text import shown
from convviz.core.trace import Step
from convviz.figure.figure import Mark, Spot
from convviz.i18n import Message, msg
from convviz.labs.chain_view import MAPS, ChainView
from convviz.labs.conv_formula import ACTIVATION_NAMES
from convviz.labs.parts import Formula, Span

CALLS = {"none": "", "relu": "ReLU", "leaky_relu": "leaky", "sigmoid": "σ", "tanh": "tanh"}
"""How an activation is written before its brackets."""


def sentence(view: ChainView) -> Message:
    """Of the cell pointed at, else of the phase that the step is in."""
    spot, window = view.spot, view.window
    if spot and spot.grid == "input" and window.area.holds(spot.row, spot.col):
        return _of_input(view, spot)
    if spot and spot.grid == "kernel":
        return conv_explain.sentence(replace(window, asked=False))
    if spot and spot.grid in MAPS and view.pointed is not None:
        return OF_MAPS[spot.grid](view)
    phase = view.moment.phase
    if not view.asked and phase in ("slide", "convolve"):
        return of_window(view)
    if spot and spot.grid == "bias":
        return of_bias(view)
    if not view.asked and phase == "bias":
        return of_bias(view)
    if not view.asked and phase == "activate":
        return of_activation(view)
    return of_pooling(view)


def _of_input(view: ChainView, spot: Spot) -> Message:
    """How far what stands in one cell of the input spreads."""
    lit = view.lit_by_input
    assert lit is not None
    values: dict[str, Any] = {
        "row": spot.row,
        "col": spot.col,
        "n": int((lit > 0).sum()),
        "m": int((view.output_lit > 0).sum()),
    }
    if (
        view.window.input_marks[spot.row - view.window.area.top, spot.col - view.window.area.left]
        & Mark.GHOST
    ):
        return msg(
            "Row {row}, column {col} is padding. Windows on the stage that read it: {n}; output cells "
            "that see it: {m}.",
            **values,
        )
    return msg(
        "Windows on the stage that read row {row}, column {col}: {n}; output cells that see it after "
        "pooling: {m}.",
        **values,
    )


def of_window(view: ChainView) -> Message:
    """How the convolved cell comes to be."""
    step = view.now
    values: dict[str, Any] = {
        "row": step.cell[1],
        "col": step.cell[2],
        "taps": step.products.size,
        "z": shown(view.sum),
    }
    outside = step.outside(*view.story.x.shape[1:])
    summed = view.reached("slide") >= 1
    if outside:
        words = "The window for row {row}, column {col} hangs over the edge (taps outside: {outside})."
        if summed:
            words = (
                "The window for row {row}, column {col} hangs over the edge (taps outside: {outside}); its "
                "sum is {z}."
            )
        return msg(words, outside=outside, **values)
    one = step.products.size == 1
    if not summed:
        return msg(conv_explain.ONE_TAP["slide"] if one else conv_explain.PHASES["slide"], **values)
    if one:
        return msg("1 product alone, {z}, is the sum at row {row}, column {col}.", **values)
    return msg("{taps} products add up to {z} at row {row}, column {col}.", **values)


def of_bias(view: ChainView) -> Message:
    """What the filter's bias adds to the sum that is followed."""
    step = view.now
    if not step.bias:
        return msg("The filter's bias is 0: every sum stays as it is, {z} too.", z=shown(step.total))
    return msg(
        "The filter's bias {b} is added to every sum: here {sum} becomes {z}.",
        b=shown(step.bias),
        sum=shown(view.sum),
        z=shown(step.total),
    )


def of_activation(view: ChainView) -> Message:
    """What the activation does to the value that is followed."""
    name, step = view.story.spec.conv.activation, view.now
    z, y = step.total, view.activated(step)
    values: dict[str, Any] = {
        "z": shown(z),
        "y": shown(y),
        "slope": shown(view.story.spec.conv.negative_slope),
    }
    if name == "relu":
        if z < 0:
            if abs(float(step.weights.sum())) < 1e-9:
                return msg("{z} is below 0: ReLU makes it 0, so this edge's other side disappears.", **values)
            return msg("{z} is below 0: ReLU makes it 0; only what agrees with the filter goes on.", **values)
        return msg("{z} is not below 0: ReLU lets it through as it is.", **values)
    if name == "leaky_relu":
        if z < 0:
            return msg("{z} is below 0: leaky ReLU leaves {slope} of it, {y}; a trace remains.", **values)
        return msg("{z} is not below 0: leaky ReLU lets it through as it is.", **values)
    if name in SQUEEZED:
        return msg(SQUEEZED[name][abs(z) > SQUEEZED_FROM], **values)
    return msg("Without an activation {z} goes on as it is: two such layers would be one.", **values)


OF_MAPS = {"convolved": of_window, "biased": of_bias, "activated": of_activation}
"""What is said of a cell of each map."""
SQUEEZED_FROM = 4.0
"""Farther from 0 than this, sigmoid and tanh are all but flat."""
SQUEEZED = {
    "sigmoid": (
        "Sigmoid squeezes {z} between 0 and 1: {y}.",
        "Sigmoid squeezes {z} between 0 and 1: {y}, where its curve is all but flat.",
    ),
    "tanh": (
        "tanh squeezes {z} between −1 and 1: {y}.",
        "tanh squeezes {z} between −1 and 1: {y}, where its curve is all but flat.",
    ),
}


def of_pooling(view: ChainView) -> Message:
    """What of the block goes on."""
    step = view.step
    count = step.products.size
    values: dict[str, Any] = {"row": step.cell[1], "col": step.cell[2], "y": shown(step.value), "n": count}
    if count == 1:
        return msg("Blocks of one cell: {y} is written to row {row}, column {col} as it is.", **values)
    if not view.maximum:
        return msg("The mean of {n} activated values, {y}, is written to row {row}, column {col}.", **values)
    if not step.values.any():
        return msg(
            "All {n} values are 0: nothing of this feature is here, at row {row}, column {col}.", **values
        )
    winner = view.inner[view.winner or 0]
    return msg(
        "{y} is the largest of {n}: from row {at}, column {along} it alone goes on, "
        "to row {row}, column {col}.",
        at=winner.cell[1],
        along=winner.cell[2],
        **values,
    )


def of_block(view: ChainView) -> tuple[Message, Message | None]:
    """How much of the input the output cell sees, and how many sums of its block, once there, are above 0."""
    (h, w), (kh, kw) = view.story.spec.span, view.story.spec.kernel_size
    values: dict[str, Any] = {
        "h": h,
        "w": w,
        "kh": kh,
        "kw": kw,
        "n": len(view.inner),
        "m": sum(step.total > 0 for step in view.inner),
        "b": shown(view.now.bias),
    }
    above = ABOVE["several"]
    if len(view.inner) == 1:
        above = ABOVE["one" if values["m"] else "none"]
    return (
        msg(SEES[len(view.inner) > 1], **values),
        msg(above, **values) if view.reached("bias") >= 1 else None,
    )


SEES = {
    False: "The output cell sees {h} × {w} input cells, through one window of {kh} × {kw}.",
    True: "The output cell sees {h} × {w} input cells, through {n} windows of {kh} × {kw}.",
}
"""What an output cell sees, by whether it takes several windows."""
ABOVE = {
    "several": "Of the {n} sums in its block, bias {b} added, {m} are above 0.",
    "one": "The one sum in its block, bias {b} added, is above 0.",
    "none": "The one sum in its block, bias {b} added, is not above 0.",
}
"""How many sums are above 0; of a block of one cell, whether it is."""


# --- the formula


def formula(view: ChainView) -> Formula:
    """Of the window while it is convolved or pointed at, then of the pooled cell."""
    spot = view.spot
    pointed = spot.grid if spot and (spot.grid in ("kernel", "bias") or view.pointed is not None) else ""
    phase = "" if view.asked else view.moment.phase
    if pointed in ("biased", "bias") or (not pointed and phase == "bias"):
        return _of_sum(view, biased=True)
    if pointed in ("kernel", "convolved") or phase in ("slide", "convolve"):
        return _of_sum(view, biased=False)
    return _of_pool(view)


def _of_sum(view: ChainView, biased: bool) -> Formula:
    """As in s[3,4] = (196×−1) + … = −47, or with the bias z[3,4] = (196×−1) + … + 5 = −42."""
    step: Step = view.now
    values, weights = step.values.ravel(), step.weights.ravel()
    begun = view.reached("slide") >= 1
    tapped = replace(view.window, asked=False).tapped_number

    def term(n: int) -> Span:
        role = "strip_accent" if n == tapped else "strip_text" if begun else "strip_muted"
        return Span(f"({shown(float(values[n]))}×{shown(float(weights[n]))})", role)

    tail = []
    if biased:
        sign = "−" if step.bias < 0 else "+"
        tail.append(Span(f" {sign} {shown(abs(step.bias))}", "strip_accent"))
    if begun:
        tail.append(Span(f" = {shown(step.total if biased else view.sum)}", "strip_accent"))
    head = Span(f"{'z' if biased else 's'}[{step.cell[1]},{step.cell[2]}] = ", "strip_muted", place=True)
    return Formula(head, values.size, term, tapped, tail, 20, first=parts.weightiest(values * weights))


def _of_pool(view: ChainView) -> Formula:
    """As in y[1,1] = max( ReLU(−42), ReLU(12), … ) = 12, or ( σ(1) + σ(2) ) / 2."""
    step, call = view.step, CALLS[view.story.spec.conv.activation]
    done = view.done("activate")

    def term(n: int) -> Span:
        role = "strip_accent" if n == view.followed else "strip_text" if n < done else "strip_muted"
        z = shown(view.inner[n].total)
        return Span(f"{call}({z})" if call else z, role)

    head = Span(
        f"y[{step.cell[1]},{step.cell[2]}] = " + ("max( " if view.maximum else "( "), "strip_muted", True
    )
    close = " )" if view.maximum else f" ) / {step.products.size}"
    tail = [Span(close, "strip_muted")]
    if view.reached("pool") >= 1:
        tail.append(Span(f" = {shown(step.value)}", "strip_accent"))
    between = Span(", ", "strip_muted") if view.maximum else parts.PLUS
    return Formula(head, step.products.size, term, view.followed, tail, len(close) + 12, between)


def activation_name(name: str) -> str | Message:
    """As a heading says it."""
    return ACTIVATION_NAMES.get(name) or msg("none")
