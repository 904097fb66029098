"""The value of an output cell as a person gets it who calculates with the numbers on the stage."""

from __future__ import annotations

from collections.abc import Callable
from math import isfinite
from typing import Any

import numpy as np

from convviz.core.activations import activate
from convviz.core.kernel_text import shown
from convviz.core.trace import Step
from convviz.labs import lab_of
from convviz.labs.lab import Reckons
from convviz.labs.story import Story

Read = Callable[[float], float]
NOTHING = 1e-9
"""A sum of products is 0 when it is so small a part of them: all that is left of it is float64's rounding."""


def reckoned(story: Story, step: Step) -> tuple[float, float]:
    """A step's value with the numbers as they are, and with what is read of them.

    Example: a weight of 1/9 is shown as 0.1111, and 180 × 0.1111 = 19.998, where 1/9 makes 20.
    """
    return _with(float, story, step), _with(_read, story, step)


def _with(read: Read, story: Story, step: Step) -> float:
    def of(step: Step, spec: Any) -> float:
        return _sum(step, spec, read)

    lab = lab_of(story.scene)
    return lab.reckoned(story, step, of) if isinstance(lab, Reckons) else of(step, story.spec)


def _sum(step: Step, spec: Any, read: Read) -> float:
    """The products, the bias and the activation of one step; its own value where there is no such number."""
    pairs = zip(step.values.ravel().tolist(), step.weights.ravel().tolist(), strict=True)
    terms = [read(x) * read(w) for x, w in pairs if w] + [read(step.bias)]
    total = sum(terms)
    if abs(total) < NOTHING * sum(map(abs, terms)):
        total = 0.0
    if total == step.total or not isfinite(total):
        return step.value
    z = np.array(total)
    return float(activate(getattr(spec, "activation", "none"), z, getattr(spec, "negative_slope", 0.0)))


def _read(value: float) -> float:
    """What is read where a number is shown: 0.1111 for 1/9."""
    return float(shown(value).replace("−", "-")) if isfinite(value) else value
