"""The formula of one output cell with its numbers, as far as the step has come."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import convviz.labs.parts as parts
from convviz.core.kernel_text import shown
from convviz.figure.figure import Box, Item
from convviz.labs.parts import Formula, Span
from convviz.labs.window import View

ACTIVATION_NAMES = {"relu": "ReLU", "leaky_relu": "leaky ReLU", "sigmoid": "sigmoid", "tanh": "tanh"}


def formula(
    view: View, box: Box, write: Callable[[float], str] = shown, whole: bool = False
) -> Iterator[Item]:
    """The cell written out with its numbers, as far as the step has come; `whole`: with its channel."""
    step = view.step
    values, weights = step.values.ravel(), step.weights.ravel()
    tapped = view.tapped_number
    done = view.added if view.reached("multiply") >= 1 and view.adding else view.done("multiply")

    def term(n: int) -> Span:
        role = "strip_accent" if n == tapped else "strip_text" if n < done else "strip_muted"
        return Span(f"({shown(float(values[n]))}×{write(float(weights[n]))})", role)

    place = ",".join(map(str, step.cell if whole else step.cell[1:]))
    head = Span(f"y[{place}] = ", "strip_muted")
    reserve = sum(len(span.text) for span in _result(view, 1.0))
    yield from parts.strip(box, Formula(head, view.taps, term, tapped, _tail(view), reserve))


def _tail(view: View) -> list[Span]:
    """The running sum; once all is added, the bias, the total and the activation, each when it is reached."""
    if view.reached("add") >= 1:
        return _result(view, view.reached("activate"))
    done = view.added
    return [Span(f" = {shown(float(view.step.sums[done - 1]))} …", "strip_accent")] if done else []


def _result(view: View, activated: float) -> list[Span]:
    """As in + 2 = 184 → ReLU → 184."""
    step, activation = view.step, getattr(view.story.spec, "activation", "none")
    spans = []
    if step.bias:
        sign = "−" if step.bias < 0 else "+"
        spans.append(Span(f" {sign} {shown(abs(step.bias))}", "strip_text" if activated else "strip_muted"))
    if activated or not step.bias:
        spans.append(Span(f" = {shown(step.total)}", "strip_accent"))
        if activation != "none" and activated >= 0.5:
            spans.append(Span(f" → {ACTIVATION_NAMES[activation]} → {shown(step.value)}", "strip_accent"))
    return spans
