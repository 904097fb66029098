"""What the stage of a window operation shows at a moment.

The step in play, and which cells are live, lit, or not there yet. Layout and looks are not decided here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, TypeVar

import numpy as np

from convviz.core import border
from convviz.core.along import Along
from convviz.core.spec import Pair
from convviz.core.trace import Step
from convviz.figure.figure import Array, Mark, Spot
from convviz.labs.story import Story
from convviz.motion.easing import smooth
from convviz.motion.timeline import Moment
from convviz.scene.scene import Region

WINDOW_GRIDS = ("patch", "kernel", "products")
"""Grids with a cell for each tap of the window."""


@dataclass(frozen=True, eq=False)
class View:
    """A story at a moment, with a pointer on it.

    Attributes:
        step: the numbers that are shown: of the step in play, or of the output cell pointed at.
        region: the output cells on the stage. area: the input cells its windows span, padding included.
        asked: whether the step shown is one that was pointed at, and so shown finished.
    """

    story: Story
    moment: Moment
    step: Step
    region: Region
    area: Region
    spot: Spot | None
    asked: bool

    @property
    def spec(self) -> Any:
        """What the window is like: its size, and how its border is read."""
        return self.story.spec

    @property
    def along(self) -> tuple[Along, Along]:
        """How it reads the rows and the columns of what it slides over."""
        return self.story.along

    @property
    def extent(self) -> Pair:
        """(rows, columns) of what the window slides over, without its padding."""
        rows, cols = self.along
        return (rows.n, cols.n)

    # --- how far the step has come

    def reached(self, phase: str) -> float:
        """How much of a phase is over (0 to 1)."""
        return 1.0 if self.asked else self.moment.reached(phase)

    def done(self, phase: str) -> int:
        """How many taps a phase has dealt with."""
        part = self.reached(phase)
        return self.taps if part >= 1 else int(part * self.taps)

    @property
    def computed(self) -> bool:
        """Whether the step's result may be told: before, the class is to see it arise."""
        return self.asked or self.moment.computed

    @property
    def adding(self) -> bool:
        """Whether the products are being added just now."""
        return not self.asked and self.moment.phase == "add"

    @property
    def added(self) -> int:
        """How many products the running sum holds: the one being added is in it."""
        return min(self.done("add") + self.adding, self.taps)

    @property
    def taps(self) -> int:
        """How many products there are."""
        return self.step.products.size

    @property
    def tapped(self) -> tuple[int, int, int] | None:
        """(channel of those read, row, column) in the window of the tap pointed at or else played."""
        channels, kh, kw = self.step.products.shape
        spot = self.spot
        if spot and spot.grid in WINDOW_GRIDS:
            return (min(spot.channel, channels - 1), min(spot.row, kh - 1), min(spot.col, kw - 1))
        if self.asked or self.moment.phase not in ("multiply", "add"):
            return None
        tap = min(int(self.moment.progress * self.taps), self.taps - 1)
        return (tap // (kh * kw), tap // kw % kh, tap % kw)

    @property
    def tapped_number(self) -> int | None:
        """The same, counted in the order in which the taps are added."""
        _, kh, kw = self.step.products.shape
        return None if self.tapped is None else (self.tapped[0] * kh + self.tapped[1]) * kw + self.tapped[2]

    @property
    def window(self) -> tuple[float, float]:
        """Where the window's first tap lies: (row, column), between two cells while it slides."""
        rows, cols = self.along
        return self.slid(lambda row, col: (int(rows.cells([row])[0, 0]), int(cols.cells([col])[0, 0])))

    @property
    def window_span(self) -> Pair:
        """(rows, columns) from the window's first tap to its last."""
        rows, cols = self.step.rows, self.step.cols
        return (int(rows[-1] - rows[0]) + 1, int(cols[-1] - cols[0]) + 1)

    def slid(self, place: Callable[[int, int], tuple[float, float]]) -> tuple[float, float]:
        """A place that an output cell (row, column) has, on its way there from the last one's."""
        row, col = place(*self.step.cell[1:])
        a = smooth(self.reached("slide"))
        if a >= 1 or self.moment.step == 0:
            return (row, col)
        _, r, c = self.story.cell(self.moment.step - 1)
        if not self.region.holds(r, c):
            return (row, col)
        from_row, from_col = place(r, c)
        return (from_row + (row - from_row) * a, from_col + (col - from_col) * a)

    # --- the input

    @cached_property
    def input_values(self) -> Array:
        """The input and its padding over the area, float64 (channels read, rows, cols)."""
        rows, cols = self.sources
        channels = slice(self.step.channels.start, self.step.channels.stop)
        return border.read(self.story.x[channels], rows, cols, self.spec.border_value)

    @cached_property
    def sources(self) -> tuple[Array, Array]:
        """The row and the column of the input that each row and column of the area reads."""
        height, width = self.extent
        rows, cols = self._places
        mode = self.spec.padding_mode
        return (border.sources(rows, height, mode), border.sources(cols, width, mode))

    @property
    def _places(self) -> tuple[Array, Array]:
        area = self.area
        return (np.arange(area.top, area.bottom), np.arange(area.left, area.right))

    @cached_property
    def input_marks(self) -> Array:
        """GHOST in the padding, COPY where it copies a pixel, UNREAD, TAP under the window."""
        height, width = self.extent
        rows, cols = self._places
        marks = np.zeros((rows.size, cols.size), np.uint8)
        inside = _both((rows >= 0) & (rows < height), (cols >= 0) & (cols < width))
        copied = _both(*(source != border.CONSTANT for source in self.sources))
        marks[~inside] |= Mark.GHOST
        marks[~inside & copied] |= Mark.COPY
        marks[~_both(*self._read)] |= Mark.UNREAD
        if self.reached("slide") >= 1:
            marks[_both(_among(rows, self.step.rows), _among(cols, self.step.cols))] |= Mark.TAP
        return marks

    @property
    def _read(self) -> tuple[Array, Array]:
        """Which rows and which columns of the area some window of the whole output reads."""
        area, (rows, cols), mode = self.area, self.along, self.spec.padding_mode
        top, left = area.top - rows.extent.start, area.left - cols.extent.start
        return (
            read_places(rows, mode)[top : top + area.height],
            read_places(cols, mode)[left : left + area.width],
        )

    def lit_inputs(self, n: int) -> list[tuple[int, int]]:
        """Cells of the n-th channel read that are lit: a tap, a cell pointed at, the pixel it copies."""
        spot = self.spot
        if spot and spot.grid == "input" and self.area.holds(spot.row, spot.col):
            here = (spot.row, spot.col)
            return [here, self.copied] if self.copied else [here]
        if self.tapped and self.tapped[0] == n:
            return [(int(self.step.rows[self.tapped[1]]), int(self.step.cols[self.tapped[2]]))]
        return []

    @property
    def copied(self) -> tuple[int, int] | None:
        """The pixel that the padding cell under the pointer copies; None for a pixel or a padding value."""
        spot = self.spot
        if not spot or spot.grid != "input" or not self.area.holds(spot.row, spot.col):
            return None
        rows, cols = self.sources
        source = (int(rows[spot.row - self.area.top]), int(cols[spot.col - self.area.left]))
        return source if border.CONSTANT not in source and source != (spot.row, spot.col) else None

    # --- the output

    @cached_property
    def order(self) -> Array:
        """The step of the timeline that computes each output cell of the region."""
        region = self.region
        rows, cols = np.mgrid[region.top : region.bottom, region.left : region.right]
        if self.story.scene.scope == "image":
            return np.asarray(rows * self.story.shape[2] + cols)
        return np.asarray((rows - region.top) * region.width + cols - region.left)

    @cached_property
    def finished(self) -> Array:
        """Which output cells of the region the animation has written, and that are not hidden."""
        done: Array = self.order <= self.moment.step - (self.moment.reached("write") < 0.5)
        for row, col in self.story.hidden:
            if self.region.holds(row, col):
                done[row - self.region.top, col - self.region.left] = False
        return done

    @cached_property
    def output_marks(self) -> Array:
        """EMPTY where the animation has not been, LIT where the pixel pointed at is read."""
        marks = np.where(self.finished, 0, Mark.EMPTY).astype(np.uint8)
        if self.spot and self.spot.grid == "input":
            marks[self._readers(self.spot.row, self.spot.col)] |= Mark.LIT
        return marks

    def _readers(self, row: int, col: int) -> Array:
        """Which output cells of the region read an input cell, directly or as a copy in the padding."""
        (height, width), region, mode = self.extent, self.region, self.spec.padding_mode
        rows = self.along[0].cells(np.arange(region.top, region.bottom))
        cols = self.along[1].cells(np.arange(region.left, region.right))
        if 0 <= row < height and 0 <= col < width:
            rows, cols = border.sources(rows, height, mode), border.sources(cols, width, mode)
        return _both((rows == row).any(1), (cols == col).any(1))


def _both(rows: Array, cols: Array) -> Array:
    """The cells whose row and whose column are among those."""
    return rows[:, None] & cols[None, :]


def _among(places: Array, few: Array) -> Array:
    """Which places are among those few: for so small arrays as a stage has in a fifth of isin's time."""
    found: Array = (places[:, None] == few).any(1)
    return found


@lru_cache(maxsize=16)
def read_places(along: Along, mode: str) -> Array:
    """Which places of an axis's extent some window reads, directly or as a copy.

    A cell is left unread by a stride wider than the window, by the holes of dilation, by the floor of the
    size formula: 8 cells under 3 taps at stride 2 have 3 windows, and the last cell none.
    """
    read, first = along.read(), along.extent.start
    sources = border.sources(np.flatnonzero(read) + first, along.n, mode)
    read[sources[sources != border.CONSTANT] - first] = True
    return read


def look_at(story: Story, moment: Moment, spot: Spot | None) -> View:
    """What a story shows at a moment; a finished output cell under the pointer shows how it was made."""
    return pointed(View, story, moment, spot, spanned(story, story.region(moment.step)))


V = TypeVar("V", bound=View)


def pointed(kind: type[V], story: Story, moment: Moment, spot: Spot | None, area: Region) -> V:
    """The same as a view of another kind, whose input on the stage is `area`."""
    region = story.region(moment.step)
    view = kind(story, moment, story.step(moment.step), region, area, spot, False)
    if spot is None or spot.grid != "output" or not region.holds(spot.row, spot.col):
        return view
    if not view.finished[spot.row - region.top, spot.col - region.left]:
        return view
    step = story.trace.at((story.output, spot.row, spot.col))
    return kind(story, moment, step, region, area, spot, True)


def spanned(story: Story, region: Region) -> Region:
    """The input cells that the windows of a region span; to the padding's end where the output ends.

    Cells that stride and floor leave over at either side belong to it, so that they can be seen unread.
    """
    return spanned_by(story.along, story.shape[1:], region)


def spanned_by(along: tuple[Along, Along], size: Pair, region: Region) -> Region:
    """The same for windows that read as `along` says and make `size` cells."""
    rows, cols = along
    top, bottom = _spanned(rows, region.top, region.bottom, size[0])
    left, right = _spanned(cols, region.left, region.right, size[1])
    return Region(top, left, bottom - top, right - left)


def _spanned(along: Along, start: int, stop: int, o: int) -> tuple[int, int]:
    first, end = along.seen(start, stop)
    return (
        min(first, along.extent.start) if start == 0 else first,
        max(end, along.extent.stop) if stop == o else end,
    )
