"""Upsampling as a layer: what torch.nn.Upsample is asked to do, and how it reads along each axis."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import ceil, floor, isfinite
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from convviz.core.along import Along, Indices, first_and_last
from convviz.core.errors import SpecError
from convviz.core.pool_sizes import adaptive_window
from convviz.core.resize_places import Scaling, keys_cubic, reader, scaled_size
from convviz.core.spec import Pads, Pair, check_choice
from convviz.i18n import listed

Array = NDArray[Any]

RESIZES = {"nearest": 1, "nearest-exact": 1, "bilinear": 2, "bicubic": 4, "area": 0}
"""The modes, and how many cells along each axis an output cell is a weighted sum of; 0: all it touches."""
CORNERED = ("bilinear", "bicubic")
"""Those that know align_corners."""
ROUNDING = 1e-9
"""A place so near a cell's centre lies on it."""


@dataclass(frozen=True)
class ResizeSpec:
    """A picture made larger or smaller, as torch.nn.functional.interpolate does by scale_factor.

    Attributes:
        mode: one of RESIZES. "nearest" copies the cell in which the output cell's upper left corner lies,
            "nearest-exact" that in which its centre does, "area" averages all that the output cell touches.
        scale: output cells per input cell (rows, columns); the size is rounded down.
        align_corners: whether the outermost cells' centres stay in place, instead of their outer edges.

    Raises:
        SpecError: for a mode or a scale that there is not, and align_corners where no centre is aligned.
    """

    mode: str = "bilinear"
    scale: tuple[float, float] = (2.0, 2.0)
    align_corners: bool = False

    padding_mode: ClassVar[str] = "replicate"
    border_value: ClassVar[float] = 0.0
    pads: ClassVar[Pads] = (0, 0, 0, 0)

    def __post_init__(self) -> None:
        check_choice("mode", self.mode, tuple(RESIZES))
        for factor in self.scale:
            if not isfinite(factor):
                raise SpecError("not_finite", name="scale", value=factor)
            if factor <= 0:
                raise SpecError("scale_not_positive", value=factor)
        if self.align_corners and self.mode not in CORNERED:
            raise SpecError("align_corners_unused", mode=self.mode, allowed=listed(CORNERED))

    def output_size(self, size: Pair) -> Pair:
        """(height, width) of the output.

        Raises: SpecError("scales_to_nothing").
        """
        return (scaled_size(size[0], self.scale[0]), scaled_size(size[1], self.scale[1]))

    def scalings(self, size: Pair) -> tuple[Scaling, Scaling]:
        """How rows and columns are scaled."""
        out = self.output_size(size)
        return (
            Scaling(size[0], out[0], float(self.scale[0]), self.align_corners),
            Scaling(size[1], out[1], float(self.scale[1]), self.align_corners),
        )

    def resampled(self, size: Pair) -> tuple[Resampled, Resampled]:
        """How rows and columns are read, and with which weights."""
        return _resampled(self.mode, *self.scalings(size))

    def along(self, size: Pair, out: Pair) -> tuple[Along, Along]:
        """How the rows and the columns of an input are read; both sizes are (height, width)."""
        return self.resampled(size)


@dataclass(frozen=True)
class Resampled:
    """One axis: where each output cell falls among the input cells, which it reads, and their weights.

    Attributes:
        copied: the cell that each output cell copies, for the modes that copy one.
    """

    mode: str
    scaling: Scaling
    copied: tuple[int, ...] = ()

    @property
    def n(self) -> int:
        """Cells of the input."""
        return self.scaling.n

    @property
    def taps(self) -> int:
        """Cells that an output cell reads, at most."""
        return RESIZES[self.mode] or int(self.counts.max())

    @cached_property
    def counts(self) -> Indices:
        """Cells that each output cell reads, (o,); fewer than others for some of the mode "area" only."""
        if self.mode != "area":
            return np.full(self.scaling.o, self.taps)
        starts, stops = adaptive_window(np.arange(self.scaling.o), self.n, self.scaling.o)
        return stops - starts

    @property
    def step(self) -> float:
        """Input cells from one output cell to the next; 1 where there is but one with its centre aligned."""
        if self.mode == "area":  # PyTorch looks at the sizes, not at the factor
            return self.n / self.scaling.o
        return 1.0 if self._is_copy else self.scaling.ratio or 1.0

    @property
    def origin(self) -> float:
        """Edges stay in place, unless centres do."""
        return (1 - self.step) / 2 if self.scaling.align_corners else 0.0

    @property
    def _is_copy(self) -> bool:
        # PyTorch's rule: an axis that keeps its size is copied, even where a factor of 1.1 was asked for.
        return self.mode == "bilinear" and self.scaling.o == self.scaling.n

    @cached_property
    def places(self) -> Array:
        """Where each output cell falls, float64 (o,), input cell 0's centre being 0.

        That is the place of its centre; nearest looks at where it begins.
        """
        if self._is_copy:
            return np.arange(self.n, dtype=np.float64)
        if self.mode == "area":
            return (np.arange(self.scaling.o) + 0.5) * self.step - 0.5
        if self.mode == "nearest":
            return np.arange(self.scaling.o) * self.step - 0.5
        places = self.scaling.places(slice(0, self.scaling.o))
        whole = np.rint(places)
        return np.where(np.abs(places - whole) < ROUNDING, whole, places)

    @cached_property
    def first(self) -> Indices:
        """The first cell each output cell reads, (o,); −1 and −2 lie before the edge, whose cell is read."""
        if self.copied:
            return np.array(self.copied, np.intp)
        if self.mode == "area":
            return adaptive_window(np.arange(self.scaling.o), self.n, self.scaling.o)[0]
        return np.floor(self.places).astype(np.intp) - (self.taps // 2 - 1)

    @cached_property
    def weights(self) -> Array:
        """(o, taps), of sum 1: 1 − distance, or Keys' cubic with a = −0.75, or all that count alike."""
        if self.copied:
            return np.ones((self.scaling.o, 1))
        if self.mode == "area":
            return (np.arange(self.taps) < self.counts[:, None]) / self.counts[:, None]
        distance = np.abs(self.places[:, None] - self.cells(slice(None)))
        return 1 - distance if self.taps == 2 else keys_cubic(distance, -0.75)

    @property
    def extent(self) -> range:
        """The input, and the cells beyond its edges that are read."""
        last = int(self.first[-1] + self.counts[-1])
        return range(min(0, int(self.first[0])), max(self.n, last))

    def cells(self, windows: Any) -> Indices:
        """The places that output cells read, (len(windows), taps); of fewer, the last once more."""
        taps = np.minimum(np.arange(self.taps), self.counts[windows][:, None] - 1)
        return np.asarray(self.first[windows][:, None] + taps)

    def window(self, n: int) -> tuple[Indices, Array]:
        """The places that one output cell reads, each once, and their weights."""
        count = self.counts[n]
        return self.cells([n])[0, :count], self.weights[n, :count]

    def seen(self, start: int, stop: int) -> tuple[int, int]:
        """The places, from … to, that output cells read, and the input cells that they lie on."""
        first, last = first_and_last(self, start, stop)
        top, bottom = floor(self.origin + start * self.step), ceil(self.origin + stop * self.step)
        return min(first, max(top, 0)), max(last + 1, min(bottom, self.n))

    def read(self) -> NDArray[np.bool_]:
        """Which places of the extent some output cell reads."""
        read = np.zeros(len(self.extent), bool)
        read[self.cells(slice(None)) - self.extent.start] = True
        return read

    def needed(self, windows: int) -> int:
        """The fewest input cells that give so many output cells."""
        factor = self.scaling.factor or 1.0
        n = max(1, ceil(windows / factor) - 1)
        while n * factor < windows:
            n += 1
        return n


@lru_cache(maxsize=16)
def _resampled(mode: str, rows: Scaling, cols: Scaling) -> tuple[Resampled, Resampled]:
    if RESIZES[mode] != 1:
        return Resampled(mode, rows), Resampled(mode, cols)
    read = reader(mode, (rows, cols), np.float32)
    down, along = (tuple(read(axis, slice(0, axis.o)).cells[0].tolist()) for axis in (rows, cols))
    return Resampled(mode, rows, down), Resampled(mode, cols, along)
