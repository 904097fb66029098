"""How a layer reads along one axis of its input: which cells each of its windows has, and where it lies.

The views ask this, and not for strides and paddings: so they draw whatever slides over a picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.intp]


class Along(Protocol):
    """One axis of a layer on an input. Windows are known by the index of their output cell."""

    @property
    def n(self) -> int:
        """Cells of the input."""

    @property
    def taps(self) -> int:
        """Cells that a window reads."""

    @property
    def step(self) -> float:
        """Input cells from one output cell to the next."""

    @property
    def origin(self) -> float:
        """Where output cell 0 begins, input cell r reaching from r to r + 1."""

    @property
    def extent(self) -> range:
        """The input cells with those around them that are padding or are read."""

    def __hash__(self) -> int:
        """The same axis of the same layer is the same key."""

    def cells(self, windows: Any) -> Indices:
        """The places that windows read, (len(windows), taps); some may lie outside the input."""

    def seen(self, start: int, stop: int) -> tuple[int, int]:
        """The places, from … to, that are shown with the windows start … stop − 1."""

    def read(self) -> NDArray[np.bool_]:
        """Which places of the extent some window of the whole output reads."""

    def needed(self, windows: int) -> int:
        """The fewest input cells that give so many output cells, at least 1."""


@dataclass(frozen=True)
class Strided:
    """Windows of `taps` cells, `dilation` apart, each `stride` after the last.

    Attributes:
        n, o: cells of the input and of the output. before, after: the padding's cells on either side.
    """

    n: int
    o: int
    taps: int
    stride: int
    dilation: int
    before: int
    after: int

    @property
    def span(self) -> int:
        """Cells of a window from its first tap to its last."""
        return self.dilation * (self.taps - 1) + 1

    @property
    def step(self) -> float:
        return float(self.stride)

    @property
    def origin(self) -> float:
        """An output cell lies around the middle of its window, half a stride to either side."""
        return (self.span - self.stride) / 2 - self.before

    @property
    def extent(self) -> range:
        """In ceil mode the last window hangs over the padding's end."""
        last = (self.o - 1) * self.stride - self.before + self.span
        return range(-self.before, max(self.n + self.after, last))

    def cells(self, windows: Any) -> Indices:
        starts = np.asarray(windows) * self.stride - self.before
        return np.asarray(starts[:, None] + np.arange(self.taps) * self.dilation)

    def seen(self, start: int, stop: int) -> tuple[int, int]:
        first, last = first_and_last(self, start, stop)
        return first, last + 1

    def read(self) -> NDArray[np.bool_]:
        read = np.zeros(len(self.extent), bool)
        for tap in range(self.taps):
            read[tap * self.dilation :][: (self.o - 1) * self.stride + 1 : self.stride] = True
        return read

    def needed(self, windows: int) -> int:
        return max(1, (windows - 1) * self.stride + self.span - self.before - self.after)


@dataclass(frozen=True)
class Everything:
    """Windows that all have every cell of the input. n, o: cells of the input and of the output."""

    n: int
    o: int

    @property
    def taps(self) -> int:
        return self.n

    @property
    def step(self) -> float:
        return 0.0

    @property
    def origin(self) -> float:
        """Output cells lie side by side in the middle, as if each were a cell of the input."""
        return (self.n - self.o) / 2

    @property
    def extent(self) -> range:
        return range(self.n)

    def cells(self, windows: Any) -> Indices:
        return np.tile(np.arange(self.n), (len(windows), 1))

    def seen(self, start: int, stop: int) -> tuple[int, int]:
        return 0, self.n

    def read(self) -> NDArray[np.bool_]:
        return np.ones(self.n, bool)

    def needed(self, windows: int) -> int:
        return self.n


def along(spec: Any, size: tuple[int, int], out: tuple[int, int]) -> tuple[Along, Along]:
    """How the rows and the columns of an input are read; both sizes are (height, width).

    That of a sliding window by its stride, padding and dilation; a spec of another kind brings its own.
    """
    if hasattr(spec, "along"):
        own: tuple[Along, Along] = spec.along(size, out)
        return own
    (kh, kw), (sh, sw), (dh, dw) = spec.kernel_size, spec.stride, spec.dilation
    top, bottom, left, right = spec.pads
    return (
        Strided(size[0], out[0], kh, sh, dh, top, bottom),
        Strided(size[1], out[1], kw, sw, dw, left, right),
    )


def through(spec: Any, slices: int, out: int) -> Along | None:
    """How the slices of a stack are read, by a spec that brings it; None where channels are no slices."""
    own: Along | None = spec.through(slices, out) if hasattr(spec, "through") else None
    return own


def first_and_last(axis: Along, start: int, stop: int) -> tuple[int, int]:
    """The place of the first tap of window `start`, and that of the last tap of the window before `stop`."""
    if isinstance(axis, Strided):  # asked for in every frame: 0.8 µs without arrays, 11 with them
        first, last = start * axis.stride - axis.before, (stop - 1) * axis.stride - axis.before
        return int(first), int(last) + axis.span - 1
    cells = axis.cells(np.array([start, stop - 1]))
    return int(cells[0, 0]), int(cells[1, -1])
