"""The calculator's questions and answers: which padding, stride … makes the output that is wanted?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from convviz.core.errors import SpecError
from convviz.core.layer_sizes import KINDS, Axis
from convviz.core.solve_sizes import (
    MOST,
    MOST_CELLS,
    exact_strides,
    factors,
    padding_with_extra,
    simplest,
    solutions,
    with_value,
)
from convviz.core.stacks import StackLayer
from convviz.i18n import Message, listed, msg
from convviz.labs.calculator import AXES, number, sides

QUESTIONS: dict[str, tuple[str, str]] = {
    "padding": ("Padding", "Which padding makes the output wanted? One number is for each side."),
    "stride": ("Stride", "Which strides make the output wanted?"),
    "kernel": ("Window", "Which window makes the output wanted? Taps along each axis."),
    "dilation": ("Dilation", "Which dilations make the output wanted?"),
    "extra": ("Output padding", "Which output padding makes the output wanted?"),
    "both": (
        "Both paddings",
        "Which padding and output padding make the output wanted together, where neither does alone?",
    ),
    "factor": ("Factor", "Which factors make the output wanted?"),
    "input": ("Input size", "Which inputs does this layer take to the output wanted?"),
    "exact": (
        "Exact strides",
        "Strides that take the last window to the very end: no cell is left over there.",
    ),
}
"""What can be asked, with its label and what it means; a layer is asked what its kind has."""
LISTED = 4
"""Answers that are listed one by one; more are told by their ends."""
LONGEST = 8
"""Strides listed at most."""
NONE = "none"


@dataclass(frozen=True)
class Answer:
    """A question's answer in words, and what may be chosen at once, if anything: a value per axis by choice.

    The choice "size" is the input's, all others are the layer's.
    """

    question: str
    text: Message
    choices: dict[str, tuple[Any, ...]] | None


@dataclass(frozen=True)
class _Found:
    """Along one axis: the answer, and the best value for each choice it is about."""

    text: Message
    values: dict[str, Any]


def answers(layer: StackLayer, size: tuple[int, ...], wanted: tuple[int, ...]) -> tuple[Answer, ...]:
    """Everything that can be asked of a layer on an input of some size, answered for the output wanted."""
    return tuple(
        _answer(layer, size, wanted, question) for question in QUESTIONS if _can_ask(layer, question)
    )


def _can_ask(layer: StackLayer, question: str) -> bool:
    if question == "exact":
        return layer.has("stride") and not KINDS[layer.kind].enlarges
    if question == "both":  # of pooling undone, the window bounds the padding
        return layer.kind == "transposed"
    return question == "input" or layer.has(question)


def _answer(layer: StackLayer, size: tuple[int, ...], wanted: tuple[int, ...], question: str) -> Answer:
    found = [_find(layer, n, i, o, question) for n, (i, o) in enumerate(zip(size, wanted, strict=True))]
    texts = [one.text for one in found]
    if len(set(texts)) == 1:
        text = texts[0]
    else:
        words = {
            name: msg("{axis} {text}", axis=msg(name), text=one)
            for name, one in zip(AXES[layer.axes], texts, strict=True)
        }
        text = msg(" · ".join(f"{{{name}}}" for name in words), **words)
    if not all(one.values for one in found):
        return Answer(question, text, None)
    return Answer(
        question, text, {name: tuple(one.values[name] for one in found) for name in found[0].values}
    )


def _find(layer: StackLayer, n: int, i: int, o: int, question: str) -> _Found:
    """The answer along axis n."""
    axis = layer.axis(n, i)
    special = SPECIAL.get(question)
    if special:
        return special(axis, i, o)
    values = solutions(layer.kind, axis, i, o, question)
    best = simplest(values, layer.kind, question)
    if best is None:
        return _Found(msg(NONE), {})
    if question != "padding":
        return _Found(_range(values, str, question), {"size" if question == "input" else question: best})

    def both_sides(value: int) -> tuple[int, int]:
        changed = with_value(layer.kind, axis, question, value)
        return changed.before, changed.after

    text = _range(values, lambda value: sides(*both_sides(value)), question)
    return _Found(text, {question: both_sides(best)})


def _factor(axis: Axis, i: int, o: int) -> _Found:
    least, below = factors(i, o)
    return _Found(
        msg("{least} to below {below}", least=number(least), below=number(below)), {"factor": least}
    )


def _exact(axis: Axis, i: int, o: int) -> _Found:
    strides = exact_strides(axis, i)
    if not strides:
        return _Found(msg(NONE), {})
    source = "{listed} …" if len(strides) > LONGEST else "{listed}"
    return _Found(msg(source, listed=listed(strides[:LONGEST])), {})


def _both(axis: Axis, i: int, o: int) -> _Found:
    found = padding_with_extra(axis, i, o)
    if found is None:
        return _Found(msg(NONE), {})
    padding, extra = found
    return _Found(
        msg("padding {padding}, output padding {extra}", padding=padding, extra=extra),
        {"padding": (padding, padding), "extra": extra},
    )


SPECIAL: dict[str, Callable[[Axis, int, int], _Found]] = {"factor": _factor, "exact": _exact, "both": _both}
"""Questions that are not answered by halving."""


def _range(values: range, written: Callable[[int], str], question: str) -> Message:
    """Several values in words: "1, 2", "5 to 12", "5 or more"."""
    first, last = values[0], values[-1]
    if last >= (MOST_CELLS if question == "input" else MOST):
        return msg("{least} or more", least=written(first))
    if len(values) > LISTED:
        return msg("{least} to {most}", least=written(first), most=written(last))
    return msg("{listed}", listed=listed(map(written, values)))


WANTED = ("same", "half", "double")
"""Outputs that are wanted by a word; half and double are rounded up to whole cells."""


def wanted_size(wanted: str | tuple[int, ...], size: tuple[int, ...]) -> tuple[int, ...]:
    """The output wanted of an input of some size: as many cells, half of them, or numbers as they are.

    Raises: SpecError("axes_differ") for more or fewer numbers than there are axes.
    """
    if isinstance(wanted, tuple):
        if len(wanted) != len(size):
            raise SpecError("axes_differ", most=3, lengths=listed((len(size), len(wanted))))
        return wanted
    return tuple({"same": i, "half": -(-i // 2), "double": 2 * i}[wanted] for i in size)
