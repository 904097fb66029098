"""The pooling windows along one axis, sliding or adaptive, and how many of them are reduced at once.

Pooling reduces one axis after another: a maximum of 3 × 3 cells is the maximum of 3 maxima of 3. Of many
small windows, each tap is one strided view; of few large ones, each window is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from convviz.core.nd.taps import met
from convviz.core.pool_sizes import adaptive_window, pooled_counts

Indices = NDArray[np.intp]
Index = slice | Indices


class Windows(Protocol):
    """The windows along an axis of n cells. A `part` is a run of them, never empty."""

    @property
    def count(self) -> int:
        """How many windows there are."""

    @property
    def meets_cells(self) -> bool:
        """Whether every window surely has a cell of the input."""

    def reach(self, windows: int) -> int:
        """At most how many cells that many neighbouring windows span."""

    def span(self, part: slice) -> slice:
        """The cells between the first and the last that the windows of `part` read."""

    def whole(self, part: slice) -> bool:
        """Whether `taps` gives windows one by one, for there are fewer of them than taps."""

    def taps(self, part: slice) -> Iterator[tuple[Index, Index]]:
        """(windows of `part`, cells of its span): all windows' cells tap by tap, or each window's cells."""

    def first(self, part: slice) -> Indices:
        """The place of each window's first tap that does not lie before the first cell."""

    def counts(self, part: slice, padding: bool) -> NDArray[Any]:
        """How many cells each window averages, its padding counted or not; one number where all are alike."""


@dataclass(frozen=True)
class Sliding:
    """`count` windows of k taps, d apart, each s after the last, the first p before the input.

    Attributes:
        after: padding at the end, where it is not p too.
    """

    n: int
    count: int
    k: int
    s: int
    p: int
    d: int = 1
    after: int | None = None

    @property
    def meets_cells(self) -> bool:
        return self.d == 1  # padding is at most half a window, and none begins beyond the last cell

    def reach(self, windows: int) -> int:
        return min(self.n, (windows - 1) * self.s + self.d * (self.k - 1) + 1)

    def span(self, part: slice) -> slice:
        start = min(self.n, max(0, part.start * self.s - self.p))
        return slice(
            start, max(start, min(self.n, (part.stop - 1) * self.s - self.p + self.d * (self.k - 1) + 1))
        )

    def whole(self, part: slice) -> bool:
        return bool(part.stop - part.start < self.k)

    def taps(self, part: slice) -> Iterator[tuple[Index, Index]]:
        span = self.span(part)
        if self.whole(part):
            for window, first in enumerate(self.first(part).tolist()):
                stop = (part.start + window) * self.s - self.p + self.d * (self.k - 1) + 1
                yield (
                    slice(window, window + 1),
                    slice(first - span.start, max(0, min(stop, self.n) - span.start), self.d),
                )
        else:
            for tap in range(self.k):
                yield met(part, self.s, tap * self.d - self.p - span.start, span.stop - span.start)

    def first(self, part: slice) -> Indices:
        starts = np.arange(part.start, part.stop) * self.s - self.p
        return np.where(starts < 0, starts % self.d, starts)

    def counts(self, part: slice, padding: bool) -> NDArray[Any]:
        if part.start * self.s >= self.p and (part.stop - 1) * self.s - self.p + self.k <= self.n:
            return np.full(1, float(self.k))  # none of them hangs over
        starts = np.arange(part.start, part.stop) * self.s - self.p
        end = self.p if self.after is None else self.after
        return pooled_counts(starts, self.k, self.n, end)[padding].astype(np.float64)


@dataclass(frozen=True)
class Adaptive:
    """`count` windows that share n cells as evenly as whole cells can be shared."""

    n: int
    count: int

    @property
    def meets_cells(self) -> bool:
        return True

    def reach(self, windows: int) -> int:
        return min(self.n, windows * self.n // self.count + 2)

    def span(self, part: slice) -> slice:
        return slice(self._edges(part)[0][0], self._edges(part)[1][-1])

    def whole(self, part: slice) -> bool:
        return bool(part.stop - part.start < self.n // self.count)

    def taps(self, part: slice) -> Iterator[tuple[Index, Index]]:
        starts, stops = self._edges(part)
        offset = starts[0]
        if self.whole(part):
            for window, (start, stop) in enumerate(zip(starts, stops, strict=True)):
                yield slice(window, window + 1), slice(start - offset, stop - offset)
        else:
            for tap in range(int((stops - starts).max())):
                windows = np.flatnonzero(starts + tap < stops)
                yield windows, starts[windows] + tap - offset

    def first(self, part: slice) -> Indices:
        return self._edges(part)[0]

    def counts(self, part: slice, padding: bool) -> NDArray[Any]:
        starts, stops = self._edges(part)
        return np.asarray(stops - starts, np.float64)

    def _edges(self, part: slice) -> tuple[Indices, Indices]:
        return adaptive_window(np.arange(part.start, part.stop), self.n, self.count)
