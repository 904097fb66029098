"""What the stage of unpooling shows at a moment: the windows that hold a cell, and what each remembers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from convviz.core.operations.unpool2d import UnpoolTrace
from convviz.core.spec import Pair
from convviz.core.unpool_spec import Held, UnpoolSpec
from convviz.figure.figure import Array, Mark, Spot, marks_like
from convviz.labs.story import Story
from convviz.labs.window import View, pointed, spanned
from convviz.motion.timeline import Moment
from convviz.scene.scene import Region

POOLED = "pooled"
"""The grid of maxima, each with its index."""
Place = tuple[int, int]


@dataclass(frozen=True, eq=False)
class UnpoolView(View):
    """A view that also knows the pooled map between the picture and the output.

    A step's taps are cells of that map: those whose windows may hold the output cell.
    """

    @property
    def own(self) -> UnpoolSpec:
        """The layer's spec."""
        spec: UnpoolSpec = self.story.spec
        return spec

    @property
    def axes(self) -> tuple[Held, Held]:
        """The rows and the columns of the picture."""
        _, height, width = self.story.x.shape
        _, rows, cols = self.story.shape
        return self.own.along((height, width), (rows, cols))

    # --- the pooled map

    @cached_property
    def map_region(self) -> Region:
        """The pooled cells whose windows hold output cells on the stage."""
        region, (rows, cols) = self.region, self.axes
        down, along = rows.holders(region.top, region.bottom), cols.holders(region.left, region.right)
        return Region(down[0], along[0], len(down), len(along))

    @cached_property
    def remembered(self) -> tuple[Array, Array]:
        """The maxima of the map on the stage, and their indices."""
        return trace_of(self.story).remembered(
            self.story.output,
            np.arange(self.map_region.top, self.map_region.bottom),
            np.arange(self.map_region.left, self.map_region.right),
        )

    @cached_property
    def candidates(self) -> list[Place]:
        """The pooled cells whose windows do hold the output cell at hand, row by row."""
        return self.holders(*self.step.cell[1:])

    def holders(self, row: int, col: int) -> list[Place]:
        """The pooled cells whose windows hold a cell of the picture, row by row."""
        rows, cols = (axis.holders_of(at) for axis, at in zip(self.axes, (row, col), strict=True))
        return [(r, c) for r in rows for c in cols]

    def index(self, place: Place) -> int:
        """What a pooled cell on the stage remembers: the place of its maximum, counted in its channel."""
        region = self.map_region
        return int(self.remembered[1][place[0] - region.top, place[1] - region.left])

    def named(self, place: Place) -> Place:
        """The cell (row, column) that a pooled cell's index names."""
        row, col = divmod(self.index(place), self.story.x.shape[2])
        return (row, col)

    @cached_property
    def writers(self) -> list[Place]:
        """The candidates whose index names the output cell at hand: the last of them stays."""
        return [place for place in self.candidates if self.named(place) == self.step.cell[1:]]

    @property
    def compared(self) -> int:
        """How many candidates have been asked for their index."""
        part = self.reached("compare")
        return len(self.candidates) if part >= 1 else int(part * len(self.candidates))

    @property
    def asking(self) -> Place | None:
        """The candidate whose index is compared just now."""
        if self.asked or self.moment.phase != "compare" or not self.candidates:
            return None
        return self.candidates[
            min(int(self.moment.progress * len(self.candidates)), len(self.candidates) - 1)
        ]

    @property
    def at_map(self) -> Place | None:
        """The pooled cell that is pointed at."""
        spot = self.spot
        if spot and spot.grid == POOLED and self.map_region.holds(spot.row, spot.col):
            return (spot.row, spot.col)
        return None

    @property
    def at_input(self) -> Place | None:
        """The cell of the picture that is pointed at."""
        spot = self.spot
        if spot and spot.grid == "input" and self.area.holds(spot.row, spot.col):
            return (spot.row, spot.col)
        return None

    @cached_property
    def map_marks(self) -> Array:
        """TAP on the cells whose windows hold the output cell; LIT where an index names what is meant."""
        region = self.map_region
        marks = marks_like(self.remembered[0])
        if self.reached("slide") >= 1 and self.at_map is None and self.at_input is None:
            for row, col in self.candidates:
                marks[row - region.top, col - region.left] |= Mark.TAP
        for row, col in self._lit_map:
            marks[row - region.top, col - region.left] |= Mark.LIT
        return marks

    @property
    def _lit_map(self) -> list[Place]:
        if self.at_map:
            return [self.at_map]
        if self.at_input:
            return self.holding(*self.at_input)
        if self.asking:
            return [self.asking]
        return self.writers[-1:] if self.reached("compare") >= 1 else []

    # --- the picture and the output

    @cached_property
    def input_marks(self) -> Array:
        """GHOST in the padding, UNREAD where no window is, TAP under the windows that hold the cell."""
        rows, cols = self._places
        read_rows, read_cols = self._read
        _, height, width = self.story.x.shape
        inside = ((rows >= 0) & (rows < height))[:, None] & ((cols >= 0) & (cols < width))
        marks = np.where(inside, 0, Mark.GHOST).astype(np.uint8)
        marks[~(read_rows[:, None] & read_cols)] |= Mark.UNREAD
        for place in self.shown_windows:
            top, left, tall, wide = self.window_of(place)
            top, left = top - self.area.top, left - self.area.left
            marks[max(top, 0) : top + tall, max(left, 0) : left + wide] |= Mark.TAP
        return marks

    @property
    def shown_windows(self) -> list[Place]:
        """The pooled cells whose windows are outlined on the picture."""
        if self.at_map:
            return [self.at_map]
        if self.at_input:
            return self.holding(*self.at_input)
        return self.candidates if self.reached("slide") >= 1 else []

    def holding(self, row: int, col: int) -> list[Place]:
        """The pooled cells on the stage whose windows hold a cell of the picture."""
        return [place for place in self.holders(row, col) if self.map_region.holds(*place)]

    def window_of(self, place: Place) -> tuple[int, int, int, int]:
        """(top, left, rows, columns) of a pooled cell's window on the picture."""
        (kh, sh, ph), (kw, sw, pw) = self.own.axes
        return (place[0] * sh - ph, place[1] * sw - pw, kh, kw)

    def lit_inputs(self, n: int) -> list[Place]:
        """The cell pointed at, that a pooled cell names, or the winner that is put back."""
        if self.at_input:
            return [self.at_input]
        if self.at_map:
            return [self.named(self.at_map)]
        if self.asking:
            return [self.named(self.asking)]
        return [self.named(self.writers[-1])] if self.writers and self.reached("compare") >= 1 else []

    @cached_property
    def output_marks(self) -> Array:
        """EMPTY where the animation has not been, LIT where the cell pointed at, or its maximum, goes."""
        marks = np.where(self.finished, 0, Mark.EMPTY).astype(np.uint8)
        here = self.at_input or (self.named(self.at_map) if self.at_map else None)
        if here and self.region.holds(*here):
            marks[here[0] - self.region.top, here[1] - self.region.left] |= Mark.LIT
        return marks

    @property
    def place(self) -> tuple[float, float]:
        """(row, column) of the output cell, between two while it slides."""
        return self.slid(lambda row, col: (row, col))

    @property
    def window_span(self) -> Pair:
        """(rows, columns) of one window of the pooling."""
        return self.own.kernel_size


def trace_of(story: Story) -> UnpoolTrace:
    """The story's trace, which is an unpooling's."""
    trace = story.trace
    assert isinstance(trace, UnpoolTrace)
    return trace


def look(story: Story, moment: Moment, spot: Spot | None) -> UnpoolView:
    """What a story shows at a moment; a finished output cell under the pointer shows how it was filled."""
    return pointed(UnpoolView, story, moment, spot, spanned(story, story.region(moment.step)))
