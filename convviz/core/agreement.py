"""Whether the two ways to the same numbers agree: the trace, window by window, and the fast path's whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf, isfinite
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.sizes import Shape
from convviz.core.trace import Cell, Step, Trace

RELATIVE = 1e-4
"""What float32 sums may lose, as a share of the sizes of what was added."""


@dataclass(frozen=True)
class Agreement:
    """What a comparison found.

    Attributes:
        count: cells compared. disagreeing: those whose difference is beyond what rounding explains.
        worst: the largest |Δ|, ∞ where either side is not a finite number and they are not equal.
        cell: where it is, None when nothing was compared. tolerance: what rounding explains there.
    """

    count: int
    disagreeing: int
    worst: float
    cell: Cell | None
    tolerance: float

    @property
    def agrees(self) -> bool:
        """Whether every cell compared is the same number on both sides, rounding aside."""
        return self.disagreeing == 0


def compare(trace: Trace, y: NDArray[Any], cells: Iterable[Cell]) -> Agreement:
    """Computes the windows of some cells anew and holds a whole output, float32 (O, H, W), against them."""
    count = disagreeing = 0
    worst, where, allowed = 0.0, None, 0.0
    for cell in cells:
        step = trace.at(cell)
        delta, most = difference(step.value, float(y[cell])), tolerance(step)
        count += 1
        disagreeing += not (delta <= most and isfinite(delta))
        if where is None or delta > worst:
            worst, where, allowed = delta, cell, most
    return Agreement(count, disagreeing, worst, where, allowed)


def difference(a: float, b: float) -> float:
    """|a − b|; ∞ where that is no number, as it is for NaN."""
    delta = 0.0 if a == b else abs(a - b)
    return delta if delta >= 0 else inf


def tolerance(step: Step) -> float:
    """The difference that rounding explains: 1e-4 of Σ|w·x| + |bias|, or of the value where that is more.

    Terms that cancel leave a small sum with the rounding errors of large ones, so the sum itself is no
    measure; a sigmoid makes ½ of 0, so the terms alone are none either.
    """
    terms = float(np.abs(step.products).sum()) + abs(step.bias)
    return RELATIVE * max(terms, abs(step.value))


def places(shape: Shape, cells: Iterable[Cell], n: int = 300, seed: int = 0) -> list[Cell]:
    """The cells given and n random ones of the whole output, each once, in the trace's order.

    An output of n cells or fewer is taken whole. The same seed gives the same cells.
    """
    _, height, width = shape
    total = shape[0] * height * width
    chosen = np.random.default_rng(seed).choice(total, min(n, total), replace=False, shuffle=False)
    scattered = np.stack(np.unravel_index(chosen, shape), axis=1).tolist()
    return sorted({*cells, *((channel, row, col) for channel, row, col in scattered)})
