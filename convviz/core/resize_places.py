"""Where an enlarged or reduced picture reads: for each output cell, input cells and their weights, per axis.

Sources: torch.nn.functional.interpolate; Keys, "Cubic convolution interpolation for digital image
processing", IEEE Transactions on Acoustics, Speech, and Signal Processing 1981, for the cubic.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import floor, isfinite
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.errors import SpecError

Array = NDArray[Any]


@dataclass(frozen=True, eq=False)
class Reading:
    """What some cells of an output axis read.

    Attributes:
        cells: (taps, cells) indices, none outside the input: beyond the edge its cell is read again.
        weights: float64 (taps, cells), of sum 1.
    """

    cells: NDArray[np.intp]
    weights: Array


@dataclass(frozen=True)
class Scaling:
    """How one axis of n cells becomes o.

    Attributes:
        factor: the scale factor that was asked for, which o need not meet exactly; None where o was.
        align_corners: whether the outermost cells' centres stay in place, instead of their outer edges.
    """

    n: int
    o: int
    factor: float | None = None
    align_corners: bool = False

    @property
    def ratio(self) -> float:
        """Input cells per output cell."""
        if self.align_corners:
            return (self.n - 1) / (self.o - 1) if self.o > 1 else 0.0
        return self.n / self.o if self.factor is None else 1 / self.factor

    def places(self, part: slice) -> Array:
        """Where in the input the centres of output cells lie, float64, cell 0's centre being 0."""
        cells = _cells(part, np.float64)
        return self.ratio * cells if self.align_corners else self.ratio * (cells + 0.5) - 0.5


def _cells(part: slice, dtype: Any) -> Array:
    return np.arange(part.start, part.stop, dtype=dtype)


def scaled_size(n: int, factor: float, least: int = 1) -> int:
    """⌊n · factor⌋ cells, as PyTorch rounds.

    Raises: SpecError("scales_to_nothing") when that is less than `least`.
    Example: scaled_size(5, 1.5) == 7.
    """
    size = floor(n * factor) if isfinite(factor) else -1
    if size < least:
        raise SpecError("scales_to_nothing", n=n, factor=factor)
    return size


def nearest(axis: Scaling, part: slice, dtype: Any) -> Reading:
    """One cell each: ⌊r · ratio⌋, as OpenCV's INTER_NEAREST, in the precision PyTorch computes it in."""
    return _one_cell(axis, _cells(part, dtype) * _ratio(axis, dtype))


def nearest_exact(axis: Scaling, part: slice, dtype: Any) -> Reading:
    """One cell each: the one that the output cell's centre lies in, as Pillow's and scikit-image's."""
    return _one_cell(axis, (_cells(part, dtype) + dtype(0.5)) * _ratio(axis, dtype))


def nearest_in_small_pictures(axis: Scaling, part: slice, dtype: Any) -> Reading:
    """As nearest where PyTorch copies or doubles the cells of an axis, whatever the factor."""
    if axis.o in (axis.n, 2 * axis.n):
        return _one_cell(axis, _cells(part, np.intp) // (axis.o // axis.n))
    return nearest(axis, part, np.float32)


def nearest_exact_in_small_pictures(axis: Scaling, part: slice, dtype: Any) -> Reading:
    """As nearest_exact where PyTorch rounds only the ratio, and that to single precision."""
    return _one_cell(axis, (_cells(part, np.float64) + 0.5) * np.float64(_ratio(axis, np.float32)))


def _ratio(axis: Scaling, dtype: Any) -> Any:
    return dtype(axis.n) / dtype(axis.o) if axis.factor is None else dtype(1 / axis.factor)


def _one_cell(axis: Scaling, places: Array) -> Reading:
    cells = np.floor(places.astype(np.float32)).astype(np.intp).clip(0, axis.n - 1)
    return Reading(cells[None], np.ones((1, cells.size)))


def linear(axis: Scaling, part: slice, dtype: Any = None) -> Reading:
    """The two cells around each place, each weighing 1 − its distance."""
    # An axis that keeps its size is copied, even where a factor such as 1.1 was asked for: so PyTorch does.
    same = axis.o == axis.n
    places = _cells(part, np.float64) if same else axis.places(part).clip(0)
    # The last cell, and of such a copy each, is read twice, as there: what becomes of ∞ depends on it.
    low = np.floor(places).astype(np.intp).clip(max=axis.n - 1)
    t = (places - low).clip(max=1)
    return Reading(np.stack([low, (low + (not same)).clip(max=axis.n - 1)]), np.stack([1 - t, t]))


def cubic(axis: Scaling, part: slice, dtype: Any = None) -> Reading:
    """The four cells around each place, weighed by Keys' cubic with a = −0.75, as OpenCV's and PyTorch's."""
    places = axis.places(part)
    cells = np.floor(places).astype(np.intp) + np.arange(-1, 3)[:, None]
    return Reading(cells.clip(0, axis.n - 1), keys_cubic(places - cells, -0.75))


READINGS: dict[str, Callable[[Scaling, slice, Any], Reading]] = {
    "nearest": nearest,
    "nearest-exact": nearest_exact,
    "linear": linear,
    "bilinear": linear,
    "trilinear": linear,
    "bicubic": cubic,
}
"""What one output cell reads along an axis, by mode."""

IN_SMALL_PICTURES = READINGS | {
    "nearest": nearest_in_small_pictures,
    "nearest-exact": nearest_exact_in_small_pictures,
}
"""The same where rows and columns of the output add up to SMALL: PyTorch then rounds differently."""

SMALL = 128


Reader = Callable[[Scaling, slice], Reading]
"""What some cells of an axis read, by the axis and the run of cells."""


def reader(mode: str, axes: Sequence[Scaling], dtype: Any) -> Reader:
    """What the cells of an axis read in a mode, places rounded as PyTorch rounds them for `dtype`."""
    small = len(axes) == 2 and axes[0].o + axes[1].o <= SMALL
    table = IN_SMALL_PICTURES if small else READINGS
    return lambda axis, part: table[mode](axis, part, dtype)


def keys_cubic(x: Array, a: float) -> Array:
    """Keys' piecewise cubic: 1 at 0, 0 at ±1, ±2 and beyond; `a` is its slope at 1."""
    x = np.abs(x)
    near = ((a + 2) * x - (a + 3)) * x * x + 1
    far = a * (((x - 5) * x + 8) * x - 4)
    return np.where(x <= 1, near, np.where(x < 2, far, 0.0))


def triangle(x: Array) -> Array:
    """1 − |x| within ±1: the linear weights as a function of distance."""
    return np.asarray(np.maximum(0.0, 1 - np.abs(x)))


def smooth(axis: Scaling, part: slice, weigh: Callable[[Array], Array], support: int) -> Reading:
    """Every cell under a filter of ±support, widened by the ratio where the picture is made smaller.

    This is Pillow's resizing, and PyTorch's with antialias: what lies under an output cell is averaged
    rather than skipped.
    """
    if axis.o == axis.n:
        return Reading(_cells(part, np.intp)[None], np.ones((1, part.stop - part.start)))
    widen = max(axis.ratio, 1.0)
    centres = axis.ratio * (_cells(part, np.float64) + 0.5)
    low = np.floor(centres - support * widen + 0.5).astype(np.intp).clip(0)
    stop = np.floor(centres + support * widen + 0.5).astype(np.intp).clip(max=axis.n)
    cells = low + np.arange(max(1, (stop - low).max()))[:, None]
    weights = weigh((cells - centres + 0.5) / widen) * (cells < stop)
    return Reading(cells.clip(max=axis.n - 1), weights / weights.sum(0))
