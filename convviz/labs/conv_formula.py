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
    head = Span(f"y[{place}] = ", "strip_muted", place=True)
    reserve = sum(len(span.text) for span in _result(view, 1.0))
    first = parts.weightiest(step.products.ravel()) or parts.weightiest(weights)
    yield from parts.strip(box, Formula(head, view.taps, term, tapped, _tail(view), reserve, first=first))


def _tail(view: View) -> list[Span]:
    """The bias and the running sum; once all is added, the total and the activation, when it is reached."""
    if view.reached("add") >= 1:
        return _result(view, view.reached("activate"))
    done = view.added
    so_far = [Span(f" = {shown(float(view.step.sums[done - 1]))} …", "strip_accent")] if done else []
    return [*_bias(view, 0.0), *so_far]


def _result(view: View, activated: float) -> list[Span]:
    """As in + 2 = 184 → ReLU → 184."""
    step, activation = view.step, getattr(view.story.spec, "activation", "none")
    spans = _bias(view, activated)
    if activated or not step.bias:
        spans.append(Span(f" = {shown(step.total)}", "strip_accent"))
        if activation != "none" and activated >= 0.5:
            spans.append(Span(f" → {ACTIVATION_NAMES[activation]} → {shown(step.value)}", "strip_accent"))
    return spans


def _bias(view: View, activated: float) -> list[Span]:
    """What is added to the products; nothing if it is 0."""
    bias = view.step.bias
    if not bias:
        return []
    return [
        Span(f" {'−' if bias < 0 else '+'} {shown(abs(bias))}", "strip_text" if activated else "strip_muted")
    ]
