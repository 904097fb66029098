"""The formula of one output cell with its numbers, as far as the step has come."""

from __future__ import annotations

from collections.abc import Iterator

import convviz.labs.parts as parts
from convviz.core.kernel_text import shown
from convviz.figure.figure import Box, Item
from convviz.labs.parts import Span
from convviz.labs.window import View


def formula(view: View, box: Box) -> Iterator[Item]:
    """The cell written out with its numbers, as far as the step has come."""
    step = view.step
    room = int((box.w - 28) / (parts.MONO_ADVANCE * 15))
    head = f"y[{step.cell[1]},{step.cell[2]}] = "
    tail = _tail(view)
    terms = _terms(view)
    in_play = view.tap if view.tap is not None else _pointed_term(view)
    spans = [Span(head, "strip_muted")]
    spans += parts.shortened(terms, room - len(head) - sum(len(s.text) for s in tail), in_play)
    yield from parts.strip(box, [*spans, *tail])


def _terms(view: View) -> list[Span]:
    step, done = view.step, view.done("multiply")
    added = view.done("add") if view.moment.phase == "add" and not view.asked else view.taps
    pointed = _pointed_term(view)
    terms = []
    for n, (value, weight) in enumerate(
        zip(step.values.ravel().tolist(), step.weights.ravel().tolist(), strict=True)
    ):
        role = (
            "strip_accent"
            if n in (view.tap, pointed)
            else "strip_text"
            if n < min(done, added)
            else "strip_muted"
        )
        terms.append(Span(f"({shown(value)}×{shown(weight)})", role))
    return terms


def _pointed_term(view: View) -> int | None:
    if view.pointed_tap is None or view.spot is None:
        return None
    i, j = view.pointed_tap
    _, kh, kw = view.step.products.shape
    return int(view.spot.channel * kh * kw + i * kw + j)


def _tail(view: View) -> list[Span]:
    """The end, as in + bias 2 = 184 → ReLU 184, each part once it is reached; before, the running sum."""
    step, story = view.step, view.story
    if view.reached("add") < 1:
        done = view.done("add")
        return [Span(f" = {shown(float(step.sums[done - 1]))} …", "strip_accent")] if done else []
    spans = []
    if step.bias:
        sign = "−" if step.bias < 0 else "+"
        spans.append(
            Span(
                f" {sign} {shown(abs(step.bias))}",
                "strip_text" if view.reached("activate") else "strip_muted",
            )
        )
    if view.reached("activate") > 0 or not step.bias:
        spans.append(Span(f" = {shown(step.total)}", "strip_accent"))
        if story.spec.activation != "none" and view.reached("activate") >= 0.5:
            name = ACTIVATION_NAMES[story.spec.activation]
            spans.append(Span(f" → {name} → {shown(step.value)}", "strip_accent"))
    return spans


ACTIVATION_NAMES = {"relu": "ReLU", "leaky_relu": "leaky ReLU", "sigmoid": "sigmoid", "tanh": "tanh"}
