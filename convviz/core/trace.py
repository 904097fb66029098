"""The sliding window, one output cell at a time.

A trace is a sequence with one Step per output cell. It computes a step when it is asked for it, from the
window's own taps alone, so the last step of a 100-megapixel picture costs what the first does.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, overload

import numpy as np
from numpy.typing import NDArray

Cell = tuple[int, int, int]
"""(channel, row, column)."""
Array = NDArray[Any]
Indices = NDArray[np.intp]


class Tap(NamedTuple):
    """One multiplication: the value that one weight meets in one window.

    row and col are where the tap lies, possibly outside the image; `source` is the cell it reads there,
    None where it reads the padding value.
    """

    channel: int
    row: int
    col: int
    source: Cell | None
    value: float
    weight: float

    @property
    def product(self) -> float:
        """value × weight; a weight of 0 takes nothing, not even of the −∞ around a maximum."""
        return self.value * self.weight if self.weight else 0.0


@dataclass(frozen=True, eq=False)
class Step:
    """How one output cell comes to be.

    Attributes:
        index: its place in the trace. cell: its (channel, row, column) in the output.
        channels: the input channels its filter reads.
        rows, cols: (kh,) and (kw,) where the taps lie in the input, possibly outside it.
        source_rows, source_cols: the row and column each tap really reads; border.CONSTANT for none.
        values, weights, products: float64 (channels, kh, kw), in window order: a flipped kernel is
            already rotated here.
        bias: the filter's. total: the products' sum + bias. value: after the activation, as float32.
    """

    index: int
    cell: Cell
    channels: range
    rows: Indices
    cols: Indices
    source_rows: Indices
    source_cols: Indices
    values: Array
    weights: Array
    products: Array
    bias: float
    total: float
    value: float

    @property
    def source_channels(self) -> Sequence[int]:
        """The channel each of `channels` really reads; negative for none."""
        return self.channels

    @property
    def taps(self) -> Iterator[Tap]:
        """The taps in the order they are added: channel by channel, row by row."""
        sources = self.source_channels
        for n, channel in enumerate(self.channels):
            for i, row in enumerate(self.rows.tolist()):
                for j, col in enumerate(self.cols.tolist()):
                    source = (sources[n], int(self.source_rows[i]), int(self.source_cols[j]))
                    yield Tap(
                        channel,
                        row,
                        col,
                        None if min(source) < 0 else source,
                        float(self.values[n, i, j]),
                        float(self.weights[n, i, j]),
                    )

    @property
    def sums(self) -> Array:
        """The running sum after each tap, float64 (taps,), without the bias."""
        return np.cumsum(self.products)

    def outside(self, height: int, width: int) -> int:
        """How many taps of one channel lie outside an image of height × width."""
        rows = np.count_nonzero((self.rows >= 0) & (self.rows < height))
        cols = np.count_nonzero((self.cols >= 0) & (self.cols < width))
        return int(self.rows.size * self.cols.size - rows * cols)


class Trace(Sequence[Step], ABC):
    """Every step of one computation: trace[n] is output cell n, counted channel by channel, row by row."""

    shape: tuple[int, int, int]
    """The output's (channels, height, width)."""

    @abstractmethod
    def step(self, index: int, cell: Cell) -> Step:
        """The step that computes `cell`, which is number `index`."""

    def __len__(self) -> int:
        return self.shape[0] * self.shape[1] * self.shape[2]

    @overload
    def __getitem__(self, n: int) -> Step: ...
    @overload
    def __getitem__(self, n: slice) -> list[Step]: ...
    def __getitem__(self, n: int | slice) -> Step | list[Step]:
        if isinstance(n, slice):
            return [self[i] for i in range(*n.indices(len(self)))]
        index = range(len(self))[n]
        return self.step(index, self.cell(index))

    def cell(self, n: int) -> Cell:
        """The output cell that step n computes."""
        _, height, width = self.shape
        return (n // (height * width), n // width % height, n % width)

    def number(self, cell: Cell) -> int:
        """The number of the step that computes an output cell."""
        channel, row, col = cell
        _, height, width = self.shape
        return (channel * height + row) * width + col

    def at(self, cell: Cell) -> Step:
        """The step that computes an output cell."""
        return self.step(self.number(cell), cell)
