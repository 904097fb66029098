"""The matrices of im2col and Toeplitz at a moment: which part is on the stage, and what in it is lit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from convviz.core import im2col
from convviz.core.im2col import Columns
from convviz.figure.figure import Array, Mark, Spot
from convviz.labs.story import Story
from convviz.labs.window import View, look_at
from convviz.motion.timeline import Moment
from convviz.scene.scene import Im2colLayer

MATRICES = ("columns", "product", "toeplitz")
"""Grids whose cells stand for a window, whatever the animation has come to."""


@dataclass(frozen=True, eq=False)
class Board:
    """A view, and the windows of its region as columns or rows of a matrix.

    Windows are numbered row by row in the region, taps channel by channel and row by row in the filter,
    pixels in the same way in the area.

    Attributes:
        spot: what is pointed at, None for a cell that is not there.
    """

    view: View
    spot: Spot | None

    @property
    def toeplitz(self) -> bool:
        """Whether the filter is the matrix."""
        return is_toeplitz(self.view.story)

    @property
    def count(self) -> int:
        """How many windows the region has."""
        return self.view.region.height * self.view.region.width

    @property
    def window(self) -> int:
        """The number of the window that is shown."""
        _, row, col = self.view.step.cell
        return (row - self.view.region.top) * self.view.region.width + col - self.view.region.left

    @property
    def tap(self) -> int | None:
        """The number of the tap in play or pointed at."""
        return self.view.tapped_number

    def windows(self, part: range) -> Array:
        """The output cells of some windows, int (n, 2)."""
        rows, cols = np.divmod(np.arange(part.start, part.stop), self.view.region.width)
        return np.stack([rows + self.view.region.top, cols + self.view.region.left], 1)

    def columns(self, taps: range, windows: range) -> Columns:
        """Some rows and columns of the column matrix."""
        story, first = self.view.story, self.view.step.channels.start
        return im2col.columns(
            story.spec, story.x, first, np.arange(taps.start, taps.stop), self.windows(windows)
        )

    def lit(self, part: Columns, windows: range) -> Array:
        """Which cells of that part are lit: copies of a pixel, a weight's row, the tap of this window."""
        spot, here = self.spot, np.arange(windows.start, windows.stop) == self.window
        if spot and spot.grid == "input":
            return part.reads(spot.channel, spot.row, spot.col)
        row = part.taps == (-1 if self.tap is None else self.tap)
        along = np.ones_like(here) if spot and spot.grid == "kernel" else here
        lit: Array = row[:, None] & along
        return lit

    def written(self, windows: range) -> Array:
        """EMPTY for windows whose output cell is not there yet, uint8."""
        marks = (self.view.output_marks.ravel() & Mark.EMPTY)[windows.start : windows.stop].copy()
        if self.view.asked and self.window in windows:
            marks[self.window - windows.start] = 0
        return marks

    def copied(self, windows: range) -> Array:
        """EMPTY for windows whose pixels have not been lifted into their column yet, uint8."""
        view = self.view
        done = view.order.ravel() <= view.moment.step - (view.moment.reached("lift") < 1)
        marks = np.where(done, 0, Mark.EMPTY).astype(np.uint8)[windows.start : windows.stop]
        if view.asked and self.window in windows:
            marks[self.window - windows.start] = 0
        return marks

    # --- Toeplitz

    @cached_property
    def pixels(self) -> Array:
        """Channel, row and column of every pixel of the area, int (3, n)."""
        return pixels_of(self.view)

    @cached_property
    def first_pixel(self) -> int:
        """The number of the first pixel that the window shown reads, or of one beside it."""
        step = self.view.step
        return int(np.argmin(abs(self.pixels[1] - step.rows[0]) + abs(self.pixels[2] - step.cols[0])))

    def toeplitz_part(self, windows: range, pixels: range) -> tuple[Array, Array, Array]:
        """Some rows and columns of T: its cells, where it holds weights, and which of those are lit."""
        weights, at = self.view.step.weights, self.pixels[:, pixels.start : pixels.stop]
        values, number = im2col.toeplitz(self.columns(range(weights.size), windows), weights, at)
        here = (np.arange(windows.start, windows.stop) == self.window)[:, None]
        spot = self.view.spot
        if spot and spot.grid == "input":
            pointed = np.array([[spot.channel], [spot.row], [spot.col]])
            lit = (number > 0) & (at == self.source(pointed)).all(0)
            if self.spot and self.spot.grid == "toeplitz":
                lit = here & (at == pointed).all(0)
        elif self.tap is None:
            lit = np.zeros(number.shape, bool)
        else:
            one = self.columns(range(self.tap, self.tap + 1), windows)
            lit = im2col.toeplitz(one, weights, at)[1] > 0
            lit &= here if self.spot is None or self.spot.grid != "kernel" else True
        return values, number > 0, lit

    def source(self, pointed: Array) -> Array:
        """The pixel that a cell of the padding copies; any other as it is."""
        copied = self.view.copied
        return pointed if copied is None else np.array([pointed[0], [copied[0]], [copied[1]]])


def pixels_of(view: View) -> Array:
    """Channel, row and column of every pixel that the windows on the stage span, int (3, n).

    Where they span nothing but padding, those nearest to it, so that there always are some.
    """
    area, (_, height, width) = view.area, view.story.x.shape
    rows = np.unique(np.arange(area.top, area.bottom).clip(0, height - 1))
    cols = np.unique(np.arange(area.left, area.right).clip(0, width - 1))
    grid = np.meshgrid(np.array(view.step.channels), rows, cols, indexing="ij")
    return np.stack([axis.ravel() for axis in grid])


def is_toeplitz(story: Story) -> bool:
    """Whether a story shows the filter as a matrix."""
    layer = story.scene.layer
    return isinstance(layer, Im2colLayer) and layer.view == "toeplitz"


def look(story: Story, moment: Moment, spot: Spot | None) -> Board:
    """What a story shows at a moment; a cell of a matrix shows its window, as if its output was asked for."""
    if spot is None or spot.grid not in MATRICES:
        return _beside(story, moment, spot)
    view = look_at(story, moment, None)
    window = spot.row if spot.grid == "toeplitz" or is_toeplitz(story) else spot.col
    if not 0 <= window < view.region.height * view.region.width:
        return Board(view, None)
    row, col = divmod(window, view.region.width)
    row, col = row + view.region.top, col + view.region.left
    meant = _meant(view, spot) or Spot("output", row, col, story.output)
    step = story.trace.at((story.output, row, col))
    return Board(View(story, moment, step, view.region, view.area, meant, True), spot)


def _meant(view: View, spot: Spot) -> Spot | None:
    """The weight or the pixel that a cell of a matrix stands for; None for one of the product."""
    if spot.grid == "columns":
        channel, i, j = _tap(view, spot.row)
        return Spot("kernel", i, j, channel) if channel < len(view.step.channels) else None
    if spot.grid == "toeplitz":
        return _pixel(view, spot.col)
    return None


def _beside(story: Story, moment: Moment, spot: Spot | None) -> Board:
    """Of a cell that is in no matrix, or whose place in one is its place in the input."""
    view = look_at(story, moment, None)
    if spot is None:
        return Board(view, None)
    meant: Spot | None = spot
    if spot.grid == "kernel" and not is_toeplitz(story):
        _, i, j = _tap(view, spot.col)
        meant = replace(spot, row=i, col=j)
    elif spot.grid == "pixels":
        meant = _pixel(view, spot.col)
    return Board(look_at(story, moment, meant), spot if meant else None)


def _tap(view: View, number: int) -> tuple[int, int, int]:
    """The channel (of those read), row and column of a tap."""
    kh, kw = view.story.spec.kernel_size
    return (number // (kh * kw), number // kw % kh, number % kw)


def _pixel(view: View, number: int) -> Spot | None:
    pixels = pixels_of(view)
    if number >= pixels.shape[1]:
        return None
    channel, row, col = pixels[:, number].tolist()
    return Spot("input", row, col, channel)
