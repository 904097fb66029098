"""What is to be read on a signal's stage: headings, the sentence, the formula."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

import convviz.labs.conv_explain as conv_explain
import convviz.labs.conv_words as conv_words
import convviz.labs.explaining as explaining
import convviz.labs.parts as parts
import convviz.labs.signal_text as text
from convviz.core.kernel_text import shown
from convviz.core.spec_1d import Conv1dSpec
from convviz.core.trace import Step
from convviz.figure.figure import Box, Item
from convviz.i18n import Message, listed, msg
from convviz.labs.parts import Formula, Line, Span
from convviz.labs.story import Story
from convviz.labs.window import WINDOW_GRIDS, View

SUBSCRIPTS = "₁₂₃₄"
NARROW_STRIP = 330.0
"""Pixels that a generator's formula needs beside those of others."""

# --- the sentence


def said(view: View) -> Message:
    """Of the cell pointed at, else of the step."""
    spot = view.spot
    if spot and not view.asked and (spot.grid in WINDOW_GRIDS or _on_input(view)):
        return conv_explain.sentence(view)
    return of_step(view.story, view.step, view.computed)


def _on_input(view: View) -> bool:
    spot = view.spot
    return spot is not None and spot.grid == "input" and view.area.holds(spot.row, spot.col)


def of_step(story: Story, step: Step, computed: bool) -> Message:
    """What happens at this place, by what is most particular in it; what it comes to, once computed."""
    if story.spec.binary:
        return _of_code(story, step) if computed else _before_code(story, step)
    values: dict[str, Any] = {
        "n": step.cell[2],
        "taps": step.cols.size,
        "equals": msg("; y({n}) = {y}", n=step.cell[2], y=shown(step.value)) if computed else msg(""),
        "sum": msg(": their products add up to {y}", y=shown(step.value)) if computed else msg(""),
        "outside": step.outside(*story.x.shape[1:]),
    }
    if values["outside"]:
        words = "At n = {n} the kernel hangs over the end: {outside} of its {taps} taps {border}{equals}."
        return msg(words, **values, border=conv_explain.border_words(story, step))
    if computed and step.products.any() and abs(step.total) < 1e-9 * abs(step.products).sum():
        return msg("The {taps} products cancel: the kernel sees nothing at n = {n}.", **values)
    if story.spec.flip:
        words = "Flipped and slid to n = {n}, the kernel meets {taps} values{sum}."
        return msg(words, **values)
    words = "Slid to n = {n} as it is, the kernel meets {taps} values{sum}."
    return msg(words, **values)


def of_layer(story: Story) -> tuple[Message, Message]:
    """What the weights do, or the code's memory; how long the output is."""
    spec, (channels, _, out) = story.spec, story.shape
    n, k = story.x.shape[2], spec.kernel_size[1]
    values = {"n": n, "o": out, "k": k, "flush": k - 1, "all": out * channels, "states": 2 ** (k - 1)}
    if not spec.binary:
        return (
            explaining.of_weights(story.operands[1][0]),
            msg("{n} values of the signal make {o} of the output.", **values),
        )
    memory = msg("It remembers the last {flush} bits, so it is in one of {states} states.", **values)
    if k == 1:
        memory = msg("With one tap it remembers nothing: each bit is sent by itself.")
    return memory, msg("{n} bits, and {flush} zeros to flush it, are sent as {all}.", **values)


def _of_code(story: Story, step: Step) -> Message:
    ones, n = round(step.total), step.cell[2]
    symbol = code_symbol(story, n)
    state = _state(step)
    values: dict[str, Any] = {
        "n": n,
        "ones": ones,
        "parity": msg("an odd number") if ones % 2 else msg("an even number"),
        "which": SUBSCRIPTS[step.cell[0]] if story.shape[0] > 1 else "",
        "y": round(step.value),
        "symbol": symbol,
        "state": state,
    }
    if n >= story.x.shape[2]:
        words = "The bits are over; zeros flush the encoder: at n = {n} it sends {symbol}."
        return msg(words, **values)
    if not state:
        return msg("At n = {n} the encoder, which has no memory, sends {symbol}.", **values)
    return msg(
        "At n = {n}, {state} in memory: the products add up to {ones}, {parity}, so y{which}({n}) = {y}; "
        "{symbol} is sent.",
        **values,
    )


def _before_code(story: Story, step: Step) -> Message:
    """What goes into the bits at this place, before they are there."""
    n, state = step.cell[2], _state(step)
    if n >= story.x.shape[2]:
        return msg("The bits are over; zeros flush the encoder, here at n = {n}.", n=n)
    if not state:
        return msg("At n = {n} the encoder has no memory.", n=n)
    return msg("At n = {n}, {state} in memory: the products are added up modulo 2.", n=n, state=state)


def _state(step: Step) -> str:
    """The bits that the encoder remembers, the last one first."""
    return "".join(str(round(bit)) for bit in reversed(step.values[0, 0, :-1].tolist()))


def code_symbol(story: Story, n: int) -> str:
    """The bits that all generators make at n, one after the other."""
    rows, cols = np.array([0]), np.array([n])
    bits = story.operation.sample(story.spec, rows, cols, *story.operands)
    return "".join(str(round(float(bit))) for bit in bits.ravel())


# --- headings


def input_lines(view: View) -> tuple[Line, ...]:
    """How long the signal is with and without its padding, and where in which picture it lies."""
    story = view.story
    width, (before, after) = story.x.shape[2], story.spec.pads[2:]
    values: dict[str, Any] = {
        "n": width,
        "border": conv_words.BORDERS[story.spec.padding_mode],
        "pads": before if before == after else listed((before, after)),
        "all": width + before + after,
    }
    size: Line = (msg("{n} values", **values),)
    if before or after:
        size = (
            msg("{n} values, {border} padding {pads} → {all}", **values),
            msg("{n}, padding {pads} → {all}", **values),
            msg("{n} → {all}", **values),
        )
    if story.spec.binary:
        bits = (msg("{n} bits, {pads} zeros on either side", **values), msg("{n} bits", **values))
        return (bits, (msg("typed"),))
    return (size, _place(view))


def _place(view: View) -> Line:
    crop, area = view.story.scene.crop, view.area
    down, along = (crop.top, crop.left) if crop else (0, 0)
    last = view.story.x.shape[2] - 1
    values: dict[str, Any] = {
        "name": view.story.source.name,
        "row": area.top + down,
        "left": min(max(area.left, 0), last) + along,
        "right": min(max(area.right - 1, 0), last) + along,
    }
    return (
        msg("{name} · row {row}, columns {left}–{right}", **values),
        msg("row {row}, columns {left}–{right}", **values),
        msg("row {row}: {left}–{right}", **values),
        msg("row {row}", **values),
    )


def kernel_title(spec: Conv1dSpec) -> Line:
    """Kernel or generators, and whether they are flipped."""
    if spec.binary:
        return (msg("Generators, flipped"), msg("Generators"))
    return (msg("Kernel, flipped"), msg("Kernel")) if spec.flip else (msg("Kernel"),)


def kernel_lines(story: Story) -> tuple[Line, ...]:
    """The definition with this layer's numbers, and what the kernel is."""
    spec = story.spec
    right = f"Σ {argument(spec)} g(k)" + (" mod 2" if spec.binary else "")
    equation = (f"y(n) = {right}", right)
    if spec.binary:
        rate = msg("rate 1/{n}, K = {k}", n=spec.out_channels, k=spec.kernel_size[1])
        return (equation, (rate,))
    weights = tuple(story.operands[1][0, 0, 0].tolist())
    written, name = text.weights_text(weights), text.kernel_name(weights)
    named = (msg("{name} · {weights}", name=msg(name), weights=listed(written.split(", "))),) if name else ()
    return (equation, (*named, written, msg("{k} taps", k=len(weights))))


def argument(spec: Conv1dSpec) -> str:
    """Which value g(k) meets: x(n − k) of a full convolution, x(2n − 1 + k) of a correlation."""
    n = "n" if spec.stride[1] == 1 else f"{spec.stride[1]}n"
    k = "k" if spec.dilation[1] == 1 else f"{spec.dilation[1]}k"
    offset = f" {'+' if spec.offset > 0 else '−'} {abs(spec.offset)}" if spec.offset else ""
    return f"x({n}{offset} {'−' if spec.flip else '+'} {k})"


def output_line(view: View) -> Line:
    """How long the output is, and which part of it is on the stage."""
    channels, _, width = view.story.shape
    values: dict[str, Any] = {"n": width, "left": view.region.left, "right": view.region.right - 1}
    if view.story.spec.binary:
        return (msg("{all} bits: {n} × {count}", all=width * channels, count=channels, **values),)
    if view.region.width == width:
        return (msg("{n} values", **values),)
    return (
        msg("{n} values · n = {left}–{right}", **values),
        msg("n = {left}–{right}", **values),
    )


# --- the formula


def strips(view: View, views: list[View], box: Box) -> Iterator[Item]:
    """One formula, or one beside the other for the generators of a code, as far as they have room."""
    if len(views) == 1 or box.w / len(views) < NARROW_STRIP:
        yield from parts.strip(box, formula(view, view.story.output if len(views) > 1 else None))
        return
    width = (box.w - 6 * (len(views) - 1)) / len(views)
    for n, each in enumerate(views):
        yield from parts.strip(Box(box.x + n * (width + 6), box.y, width, box.h), formula(each, n))


def formula(view: View, generator: int | None) -> Formula:
    """As in y(12) = (3×1) + (5×2) = 13, or y₁(3) = 1·1 ⊕ 0·1 ⊕ 1·1 = 0."""
    step, binary = view.step, view.story.spec.binary
    values, weights = step.values.ravel(), step.weights.ravel()
    tapped = view.tapped_number
    done = view.added if view.adding else view.done("multiply")

    def term(n: int) -> Span:
        role = "strip_accent" if n == tapped else "strip_text" if n < done else "strip_muted"
        x, w = shown(float(values[n])), shown(float(weights[n]))
        return Span(f"{x}·{w}" if binary else f"({x}×{w})", role)

    subscript = "" if generator is None else SUBSCRIPTS[generator]
    head = Span(f"y{subscript}({step.cell[2]}) = ", "strip_muted", place=True)
    result = f" = {shown(step.value)}"
    tail = [Span(result, "strip_accent")] if view.reached("add") >= 1 else _running(view)
    between = Span(" ⊕ ", "strip_muted") if binary else parts.PLUS
    first = parts.weightiest(values * weights)
    return Formula(head, view.taps, term, tapped, tail, len(result) + 4, between, first)


def _running(view: View) -> list[Span]:
    done = view.added
    if not done:
        return []
    total = float(view.step.sums[done - 1])
    return [Span(f" = {shown(total % 2 if view.story.spec.binary else total)} …", "strip_accent")]
