"""Convolution layers stacked on each other: which input cells an output cell sees, and by how many paths.

Along one axis, at stride 1, every layer with a kernel of k taps. Rates are the layers' dilations, the first
layer's first. A path goes from the output cell through one tap of each layer down to an input cell.

Sources: Yu & Koltun, "Multi-Scale Context Aggregation by Dilated Convolutions", arXiv 1511.07122, for how
the field grows; Wang et al., "Understanding Convolution for Semantic Segmentation", arXiv 1702.08502, for the
cells that are never seen, which they call gridding.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Rates = tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Level:
    """What an output cell, number 0, reads of the input or of a layer's output.

    Attributes:
        first: the first of these cells, counted from the output cell's own place.
        counts: int64 (n,), the paths to it and to each that follows; 0 where none leads.
    """

    first: int
    counts: NDArray[np.int64]

    def paths(self, cell: int) -> int:
        """The paths that lead to a cell."""
        n = cell - self.first
        return int(self.counts[n]) if 0 <= n < self.counts.size else 0

    @property
    def cells(self) -> int:
        """From the first cell to the last."""
        return int(self.counts.size)

    @property
    def seen(self) -> int:
        """How many of them any path leads to."""
        return int(np.count_nonzero(self.counts))


def tap_offsets(k: int, d: int) -> NDArray[Any]:
    """Where k taps, d apart, lie from the output cell's own place, padded as "same" pads them.

    Example: tap_offsets(3, 2) is −2, 0, 2; tap_offsets(2, 3) is −1, 2.
    """
    return np.arange(k) * d - (d * (k - 1)) // 2


@lru_cache(maxsize=64)
def levels(k: int, rates: Rates) -> tuple[Level, ...]:
    """What one output cell reads of the input, of the first layer's output, and so on up to itself.

    Example: levels(3, (1, 2, 4)) have 15, 13, 9 and 1 cells; all 15 are seen, 7 of the 13, 3 of the 9.
    """
    here = Level(0, np.ones(1, np.int64))
    found = [here]
    for rate in reversed(rates):
        spread = np.zeros(here.cells + (k - 1) * rate, np.int64)
        for tap in range(k):
            spread[tap * rate : tap * rate + here.cells] += here.counts
        here = Level(here.first + int(tap_offsets(k, rate)[0]), spread)
        found.append(here)
    return tuple(reversed(found))


def through(k: int, rates: Rates, level: int, cell: int) -> tuple[frozenset[int], ...]:
    """On every level, the cells on the paths through a cell of one of them; no cells where none leads there.

    Example: of two layers of 3 taps with dilations 1 and 2, the paths to input cell 1 come through cells 0
    and 2 of the first layer.
    """
    known = levels(k, rates)
    found: list[frozenset[int]] = [frozenset()] * len(known)
    if not known[level].paths(cell):
        return tuple(found)
    found[level] = frozenset((cell,))
    for n in range(level, 0, -1):
        taps = tap_offsets(k, rates[n - 1]).tolist()
        found[n - 1] = frozenset(each + tap for each in found[n] for tap in taps)
    for n in range(level + 1, len(known)):
        taps = tap_offsets(k, rates[n - 1]).tolist()
        above = {each - tap for each in found[n - 1] for tap in taps}
        found[n] = frozenset(each for each in above if known[n].paths(each))
    return tuple(found)
