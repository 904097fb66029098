"""What the stage of pooling shows at a moment: where each maximum lay, and what unpooling puts back there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from weakref import WeakKeyDictionary

import numpy as np

from convviz.core.trace import Step
from convviz.figure.figure import Array, Mark, Spot, marks_like
from convviz.labs.story import Story
from convviz.labs.window import View, pointed, spanned
from convviz.motion.timeline import Moment
from convviz.scene.scene import Region

UNPOOLED = "unpooled"
"""The grid of what is put back, whose cells are those of the input."""

_WINNERS: WeakKeyDictionary[Story, dict[Region, tuple[Array, Array]]] = WeakKeyDictionary()


def winner(step: Step) -> tuple[int, int]:
    """(row, column) of the input where a step's maximum lies."""
    i, j = np.unravel_index(int(np.argmax(step.weights)), step.weights.shape[1:])
    return (int(step.rows[i]), int(step.cols[j]))


def flat_index(story: Story, row: int, col: int) -> int:
    """What max pooling remembers of a place: its number in its channel, as PyTorch counts."""
    return row * int(story.x.shape[2]) + col


def is_inside(story: Story, row: int, col: int) -> bool:
    """Whether a place is a cell of the input, and not of its padding."""
    return bool(0 <= row < story.x.shape[1] and 0 <= col < story.x.shape[2])


@dataclass(frozen=True, eq=False)
class PoolView(View):
    """A view that also knows the way back from the output to the input."""

    @property
    def maximum(self) -> bool:
        """Whether the largest value of a window goes on, so that there is a way back."""
        return bool(self.spec.kind == "max")

    @property
    def winners(self) -> tuple[Array, Array]:
        """The row and the column of the input that each output cell of the region comes from."""
        kept = _WINNERS.setdefault(self.story, {})
        if self.region not in kept:
            kept.clear()  # one region at a time is on the stage
            kept[self.region] = _winners(self.story, self.region)
        return kept[self.region]

    @property
    def pointed(self) -> tuple[int, int] | None:
        """The cell of the input that is pointed at, on the input or where it is put back."""
        spot = self.spot
        if spot and spot.grid in ("input", UNPOOLED) and self.area.holds(spot.row, spot.col):
            return (spot.row, spot.col)
        return None

    @cached_property
    def won(self) -> Array:
        """Which output cells of the region come from the cell pointed at; none where nothing is."""
        row, col = self.pointed or (None, None)
        rows, cols = self.winners
        return np.asarray((rows == row) & (cols == col))

    @cached_property
    def output_marks(self) -> Array:
        """As of any window; LIT also where the maximum that was put back comes from."""
        marks = super().output_marks
        if self.spot and self.spot.grid == UNPOOLED:
            marks[self.won & self.finished] |= Mark.LIT
        return marks

    def lit_inputs(self, n: int) -> list[tuple[int, int]]:
        """As of any window; the cell that is put back where it is pointed at, and the winner when known."""
        if self.spot and self.spot.grid == UNPOOLED and self.pointed:
            return [self.pointed]
        lit = super().lit_inputs(n)
        return lit or ([winner(self.step)] if self.maximum and self.reached(self.work) >= 1 else [])

    @property
    def work(self) -> str:
        """The phase in which values are compared, or added for their mean."""
        return "compare" if self.maximum else "add"

    @property
    def inside(self) -> Region:
        """What of the area is input, no padding and nothing beyond the edge: unpooling makes no more."""
        area, (_, height, width) = self.area, self.story.x.shape
        top, left = max(area.top, 0), max(area.left, 0)
        return Region(top, left, min(area.bottom, height) - top, min(area.right, width) - left)

    @cached_property
    def put_back(self) -> tuple[Array, Array]:
        """The input on the stage with the maxima of the cells written so far where they were; its marks.

        EMPTY is what may still become one of them: what no window so far was the last to hold.
        """
        area = self.inside
        values = np.zeros((area.height, area.width))
        marks = marks_like(values)
        marks[~self._decided] |= Mark.EMPTY
        at, along = self.winners
        maxima = self.story.values(self.region)
        done = self.finished & np.isfinite(maxima)  # a window of nothing but padding has no maximum
        back = (at[done] - area.top, along[done] - area.left)
        values[back] = maxima[done]
        marks[back] = 0
        for row, col in self._lit_back:
            marks[row - area.top, col - area.left] |= Mark.LIT
        return values, marks

    @property
    def _decided(self) -> Array:
        """Where the last window that holds a cell of the input, or the one before its gap, is finished."""
        area, region, last = self.inside, self.region, []
        sides = (
            (area.top, area.bottom, region.top, region.bottom),
            (area.left, area.right, region.left, region.right),
        )
        for axis, (start, stop, first, end) in zip(self.along, sides, strict=True):
            begins = axis.cells(np.arange(first, end))[:, 0]
            last.append(np.maximum(np.searchsorted(begins, np.arange(start, stop), "right") - 1, 0))
        return np.asarray(self.finished[np.ix_(*last)])

    @property
    def _lit_back(self) -> list[tuple[int, int]]:
        """What is lit of what is put back: the cell pointed at, or that of the output cell pointed at."""
        here = self.pointed or (winner(self.step) if self.asked else None)
        return [here] if here and is_inside(self.story, *here) else []


def _winners(story: Story, region: Region) -> tuple[Array, Array]:
    rows, cols = np.mgrid[region.top : region.bottom, region.left : region.right]
    steps = (story.trace.at((story.output, r, c)) for r, c in zip(rows.flat, cols.flat, strict=True))
    places = np.array([winner(step) for step in steps]).reshape(*rows.shape, 2)
    return places[..., 0], places[..., 1]


def look(story: Story, moment: Moment, spot: Spot | None) -> PoolView:
    """What a story shows at a moment; of a maximum that was put back, the window it comes from."""
    view = pointed(PoolView, story, moment, spot, spanned(story, story.region(moment.step)))
    if not (spot and spot.grid == UNPOOLED and view.maximum):
        return view
    came = np.argwhere(view.won & view.finished)
    if not len(came):
        return view
    row, col = came[0].tolist()
    step = story.trace.at((story.output, row + view.region.top, col + view.region.left))
    return PoolView(story, moment, step, view.region, view.area, spot, True)
