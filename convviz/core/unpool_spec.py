"""What max unpooling is asked to do: which windows are undone, and how large the output is."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from convviz.core.along import Indices, Strided
from convviz.core.errors import SpecError
from convviz.core.pool_sizes import pool_size, unpool_size
from convviz.core.pool_spec import PoolSpec
from convviz.core.spec import Pads, Pair, check_pair

Axis = tuple[int, int, int]


@dataclass(frozen=True)
class UnpoolSpec:
    """2-D max pooling and its way back, as torch.nn.MaxPool2d and torch.nn.MaxUnpool2d. Each channel alone.

    Attributes:
        kernel_size, stride, padding: those of the pooling that is undone: (rows, columns).
        output_size: (rows, columns) of the output; None for the fewest that the pooling takes to as many
            cells as it makes.

    Raises:
        SpecError: when a number alone, or a pair of them, describes no pooling.
    """

    kernel_size: Pair = (2, 2)
    stride: Pair = (2, 2)
    padding: Pair = (0, 0)
    output_size: Pair | None = None

    dilation: ClassVar[Pair] = (1, 1)
    padding_mode: ClassVar[str] = "constant"
    border_value: ClassVar[float] = -inf
    largest_kernel: ClassVar[int] = PoolSpec.largest_kernel

    def __post_init__(self) -> None:
        PoolSpec("max", self.kernel_size, self.stride, self.padding)
        if self.output_size is not None:
            check_pair("output_size", self.output_size)

    @property
    def pool(self) -> PoolSpec:
        """The pooling that is undone."""
        return PoolSpec("max", self.kernel_size, self.stride, self.padding)

    @property
    def pads(self) -> Pads:
        """The pooling's padding cells: top, bottom, left, right."""
        return self.pool.pads

    @property
    def axes(self) -> tuple[Axis, Axis]:
        """(taps, stride, padding) of the pooling along rows and along columns."""
        (kh, kw), (sh, sw), (ph, pw) = self.kernel_size, self.stride, self.padding
        return (kh, sh, ph), (kw, sw, pw)

    @property
    def overlap(self) -> Pair:
        """(rows, columns) of windows that one cell of the picture can be held by."""
        (kh, sh, _), (kw, sw, _) = self.axes
        return (-(-kh // sh), -(-kw // sw))

    def pooled(self, size: Pair) -> Pair:
        """(rows, columns) that the pooling makes of a picture of `size`."""
        rows, cols = (pool_size(i, k, s, p) for i, (k, s, p) in zip(size, self.axes, strict=True))
        return (rows, cols)

    def least(self, size: Pair) -> Pair:
        """(rows, columns) of the output where no size is asked for: (n − 1)·s − 2p + k of n pooled cells."""
        rows, cols = (unpool_size(n, *axis) for n, axis in zip(self.pooled(size), self.axes, strict=True))
        return (rows, cols)

    def unpooled(self, size: Pair) -> Pair:
        """(rows, columns) of the output: the size that is asked for, or else the least.

        Raises:
            SpecError: "not_pooled_from" for a size that the pooling does not take to as many cells;
                "unpooled_elsewhere" where the indices, which are counted in the picture's rows, would mean
                other cells of the output or none.
        """
        pooled, least = self.pooled(size), self.least(size)
        rows, cols = out = self.output_size or least
        for o, smallest, s in zip(out, least, self.stride, strict=True):
            if not smallest - s < o < smallest + s:
                raise SpecError("not_pooled_from", size=o, least=smallest - s + 1, most=smallest + s - 1)
        held = (pooled[0] - 1) * self.stride[0] - self.padding[0] + self.kernel_size[0]
        if cols != size[1] or rows < min(held, size[0]):
            raise SpecError("unpooled_elsewhere", height=size[0], width=size[1], rows=rows, cols=cols)
        return out

    def along(self, size: Pair, out: Pair) -> tuple[Held, Held]:
        """How the rows and the columns of a picture are read; both sizes are (height, width)."""
        rows, cols = (
            Held(i, o, n, *axis)
            for i, o, n, axis in zip(size, out, self.pooled(size), self.axes, strict=True)
        )
        return rows, cols


@dataclass(frozen=True)
class Held:
    """One axis of a picture whose cells are put back: an output cell reads the windows that may hold it.

    Attributes:
        n, o: cells of the picture and of the output. count: the pooling's windows.
        k, s, p: taps of a window, cells from one to the next, padding before the first.
    """

    n: int
    o: int
    count: int
    k: int
    s: int
    p: int

    @property
    def overlap(self) -> int:
        """The most windows that hold one cell."""
        return -(-self.k // self.s)

    @property
    def taps(self) -> int:
        """Cells from the first to the last that so many windows have, or all windows where they are fewer."""
        return (min(self.overlap, self.count) - 1) * self.s + self.k

    @property
    def step(self) -> float:
        """An output cell lies on the picture's cell."""
        return 1.0

    @property
    def origin(self) -> float:
        """As `step`."""
        return 0.0

    @property
    def windows(self) -> Strided:
        """The pooling's windows on the picture."""
        return Strided(self.n, self.count, self.k, self.s, 1, self.p, self.p)

    @property
    def extent(self) -> range:
        """The picture with its padding, and rows or columns that are only put back."""
        return range(-self.p, max(self.n + self.p, self.o))

    def holding(self, cells: Any) -> Indices:
        """The windows that may hold output cells, (len(cells), overlap).

        Where fewer do than the most, the first of them ends before the cell, or is none.
        """
        last = (np.asarray(cells) + self.p) // self.s
        return np.asarray(last[:, None] + np.arange(1 - self.overlap, 1))

    def holders_of(self, cell: int) -> range:
        """The windows that do hold a cell, none where it lies in a gap or beyond the last."""
        first = -(-(cell + self.p - self.k + 1) // self.s)
        return range(max(first, 0), min((cell + self.p) // self.s + 1, self.count))

    def cells(self, windows: Any) -> Indices:
        """The picture's cells in the windows that may hold output cells, (len(windows), taps)."""
        first = self.holding(windows)[:, 0].clip(0, max(self.count - self.overlap, 0))
        return np.asarray((first * self.s - self.p)[:, None] + np.arange(self.taps))

    def holders(self, start: int, stop: int) -> range:
        """The windows that hold output cells from … to; the nearest one where none does."""
        nearest = [min(max((at + self.p) // self.s, 0), self.count - 1) for at in (start, stop - 1)]
        first, last = self.holders_of(start), self.holders_of(stop - 1)
        begin = first[0] if first else nearest[0]
        return range(begin, max(begin, last[-1] if last else nearest[1]) + 1)

    def seen(self, start: int, stop: int) -> tuple[int, int]:
        """The cells, from … to, of the windows that hold output cells, and those cells."""
        windows = self.holders(start, stop)
        return min(windows[0] * self.s - self.p, start), max(windows[-1] * self.s - self.p + self.k, stop)

    def read(self) -> NDArray[np.bool_]:
        """Which places of the extent some window of the pooling reads."""
        read = np.zeros(len(self.extent), bool)
        places = np.flatnonzero(self.windows.read()) + self.windows.extent.start - self.extent.start
        read[places] = True
        return read

    def needed(self, windows: int) -> int:
        """The fewest cells of the picture that give so many output cells: as many, and a window at least."""
        return max(windows, self.k - 2 * self.p, 1)
