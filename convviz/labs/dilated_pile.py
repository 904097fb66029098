"""What the stage of a dilated layer shows of layers stacked on each other: what one output cell sees.

The stack is looked at along a row, and what it sees along the rows and the columns together is a square of
cells. Cells are counted from the output cell's own place: −2 is two to the left of it, or two above.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from convviz.core.sizes import receptive_field
from convviz.core.spec import Pair
from convviz.core.stacked_paths import Level, levels, tap_offsets, through
from convviz.figure.figure import Array, Mark, Spot
from convviz.labs.story import Story
from convviz.labs.window import View
from convviz.scene.scene import DilatedLayer

GROWING = ("lift", "multiply", "add")
"""Phases in which the paths grow from the output cell down to the input."""
Cells = tuple[frozenset[int], ...]
"""Cells of each level, the input's first."""


def layer_of(story: Story) -> DilatedLayer:
    """The story's layer, which is a dilated one."""
    layer = story.scene.layer
    assert isinstance(layer, DilatedLayer)
    return layer


@dataclass(frozen=True, eq=False)
class Pile:
    """The stack of a story at a moment, with a pointer on it."""

    view: View

    @property
    def rates(self) -> tuple[int, ...]:
        """The layers' dilations, the one on the input first."""
        return layer_of(self.view.story).stack

    @property
    def kernel(self) -> Pair:
        """Taps of each layer: rows, columns."""
        size: Pair = self.view.spec.kernel_size
        return size

    # --- what is seen

    @property
    def across(self) -> tuple[Level, ...]:
        """Along the row, from the input up to the output."""
        return levels(self.kernel[1], self.rates)

    @property
    def down(self) -> tuple[Level, ...]:
        """Along the column."""
        return levels(self.kernel[0], self.rates)

    @property
    def field(self) -> Pair:
        """Input cells from the first to the last that an output cell sees: rows, columns."""
        return (self.down[0].cells, self.across[0].cells)

    @property
    def ordinary(self) -> Pair:
        """The same of as many layers with dilation 1."""
        plain = (1,) * len(self.rates)
        return (levels(self.kernel[0], plain)[0].cells, levels(self.kernel[1], plain)[0].cells)

    def reach(self, layers: int, dilated: bool = True) -> int:
        """Cells of the input's row that a cell sees after so many layers."""
        k = self.kernel[1]
        return receptive_field((k, 1, 0, rate if dilated else 1) for rate in self.rates[:layers]).size

    @property
    def missed(self) -> int:
        """Input cells within the field that no path leads to."""
        return self.field[0] * self.field[1] - self.down[0].seen * self.across[0].seen

    @cached_property
    def paths(self) -> Array:
        """The paths to each input cell of the field, float64 (rows, columns): there may be 1e21 of them."""
        return np.outer(self.down[0].counts.astype(np.float64), self.across[0].counts)

    @property
    def corner(self) -> Pair:
        """The first row and column of the field, from the output cell."""
        return (self.down[0].first, self.across[0].first)

    # --- how far the step has come, and what is pointed at

    @property
    def grown(self) -> int:
        """How many layers the paths have come down through."""
        layers = len(self.rates)
        part = sum(self.view.reached(phase) for phase in GROWING) / len(GROWING)
        return layers if part >= 1 else int(part * layers + 0.5)

    @property
    def pointed(self) -> Spot | None:
        """The cell of the stack, or of the field, that is pointed at."""
        spot = self.view.spot
        return spot if spot and spot.grid in ("level", "field") else None

    @property
    def lit(self) -> Cells:
        """On every level the cells on the paths through the cell that is pointed at."""
        spot = self.pointed
        if spot is None or (spot.grid == "field" and not self.down[0].paths(spot.row)):
            return (frozenset(),) * (len(self.rates) + 1)
        return through(self.kernel[1], self.rates, spot.channel, spot.col)

    def wires(self, level: int, above: frozenset[int]) -> list[tuple[int, int]]:
        """The taps of cells of a level above the input: (their cell, the cell they read)."""
        taps = tap_offsets(self.kernel[1], self.rates[level - 1]).tolist()
        return [(cell, cell + tap) for cell in sorted(above) for tap in taps]

    def reading(self, level: int) -> frozenset[int]:
        """The cells of a level that the output cell reads."""
        found = self.across[level]
        return frozenset((np.flatnonzero(found.counts) + found.first).tolist())

    # --- the row of the picture below

    @property
    def center(self) -> Pair:
        """The input cell that the output cell of the step stands over: row, column."""
        step, (kh, kw), (dh, dw) = self.view.step, self.kernel, self.view.spec.dilation
        return (
            int(step.rows[0]) - int(tap_offsets(kh, dh)[0]),
            int(step.cols[0]) - int(tap_offsets(kw, dw)[0]),
        )

    @property
    def picture_row(self) -> int:
        """Which row of the picture that is."""
        part = self.view.story.part
        return self.center[0] + (part.top if part else 0)

    @cached_property
    def pixels(self) -> tuple[Array, Array]:
        """The row of the input under the stack: values, float64 (1, columns), and GHOST outside of it."""
        x, (row, col) = self.view.story.x, self.center
        _, height, width = x.shape
        cols = col + self.corner[1] + np.arange(self.field[1])
        inside = (cols >= 0) & (cols < width) & (0 <= row < height)
        line = x[self.view.step.channels.start, min(max(row, 0), height - 1)]
        values = np.where(inside, line[cols.clip(0, width - 1)], self.view.spec.border_value)
        return values[None].astype(np.float64), np.where(inside, 0, Mark.GHOST).astype(np.uint8)[None]
