"""What the stage of a window operation shows at a moment.

The step in play, and which cells are live, lit, or not there yet. Layout and looks are not decided here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from convviz.core import border
from convviz.core.trace import Step
from convviz.figure.figure import Array, Mark, Spot
from convviz.i18n import Message
from convviz.labs.lab import Look
from convviz.labs.story import Story
from convviz.motion.easing import smooth
from convviz.motion.timeline import Moment
from convviz.scene.scene import Region


@dataclass(frozen=True, eq=False)
class View:
    """A story at a moment, with a pointer on it.

    Attributes:
        step: the numbers that are shown: of the step in play, or of the output cell pointed at.
        region: the output cells on the stage. area: the input cells its windows span, padding included.
        asked: whether the step shown is one that was pointed at, and so shown finished.
        sentence: what is to be seen in this step.
    """

    story: Story
    moment: Moment
    step: Step
    region: Region
    area: Region
    spot: Spot | None
    asked: bool
    sentence: Message

    def reached(self, phase: str) -> float:
        """How much of a phase is over (0 to 1)."""
        return 1.0 if self.asked else self.moment.reached(phase)

    @property
    def taps(self) -> int:
        """How many products there are."""
        return self.step.products.size

    @property
    def tap(self) -> int | None:
        """The tap that is being multiplied or added, None when none is."""
        if self.asked or self.moment.phase not in ("multiply", "add"):
            return None
        return min(int(self.moment.progress * self.taps), self.taps - 1)

    def done(self, phase: str) -> int:
        """How many taps a phase has dealt with."""
        return (
            round(self.reached(phase) * self.taps)
            if self.reached(phase) >= 1
            else int(self.reached(phase) * self.taps)
        )

    @property
    def window(self) -> tuple[float, float]:
        """Where the window's first tap lies: (row, column), between two cells while it slides."""
        row, col = float(self.step.rows[0]), float(self.step.cols[0])
        a = smooth(self.reached("slide"))
        if a >= 1 or self.moment.step == 0:
            return (row, col)
        _, r, c = self.story.cell(self.moment.step - 1)
        if not self.region.holds(r, c):
            return (row, col)
        spec = self.story.spec
        from_row, from_col = r * spec.stride[0] - spec.pads[0], c * spec.stride[1] - spec.pads[2]
        return (from_row + (row - from_row) * a, from_col + (col - from_col) * a)

    @cached_property
    def input_values(self) -> Array:
        """The input and its padding over the area, float64 (channels read, rows, cols)."""
        x, step = self.story.x, self.step
        rows, cols = self._sources
        channels = slice(step.channels.start, step.channels.stop)
        return border.read(x[channels], rows, cols, self.story.spec.border_value)

    @cached_property
    def _sources(self) -> tuple[Array, Array]:
        _, height, width = self.story.x.shape
        area, mode = self.area, self.story.spec.padding_mode
        return (
            border.sources(np.arange(area.top, area.bottom), height, mode),
            border.sources(np.arange(area.left, area.right), width, mode),
        )

    @cached_property
    def input_marks(self) -> Array:
        """GHOST outside the image, UNREAD where no window of the region reads, TAP under the window, LIT."""
        area, (_, height, width) = self.area, self.story.x.shape
        rows, cols = np.arange(area.top, area.bottom), np.arange(area.left, area.right)
        marks = np.zeros((area.height, area.width), np.uint8)
        inside = ((rows >= 0) & (rows < height))[:, None] & ((cols >= 0) & (cols < width))[None, :]
        marks[~inside] |= Mark.GHOST
        tap_rows, tap_cols = self._window_places
        read = np.isin(rows, tap_rows)[:, None] & np.isin(cols, tap_cols)[None, :]
        marks[~read] |= Mark.UNREAD
        if self.reached("slide") >= 1:
            live = np.isin(rows, self.step.rows)[:, None] & np.isin(cols, self.step.cols)[None, :]
            marks[live] |= Mark.TAP
        for row, col in self.lit_inputs:
            if area.holds(row, col):
                marks[row - area.top, col - area.left] |= Mark.LIT
        return marks

    @property
    def _window_places(self) -> tuple[Array, Array]:
        """(rows, window height) and (columns, window width): where the region's windows have their taps."""
        spec, region = self.story.spec, self.region
        rows = np.arange(region.top, region.bottom)[:, None] * spec.stride[0] - spec.pads[0]
        cols = np.arange(region.left, region.right)[:, None] * spec.stride[1] - spec.pads[2]
        return (
            rows + np.arange(spec.kernel_size[0]) * spec.dilation[0],
            cols + np.arange(spec.kernel_size[1]) * spec.dilation[1],
        )

    @property
    def pointed_tap(self) -> tuple[int, int] | None:
        """The (row, column) in the window of the weight or product that is pointed at."""
        if self.spot and self.spot.grid in ("kernel", "products", "patch"):
            kh, kw = self.story.spec.kernel_size
            return (min(self.spot.row, kh - 1), min(self.spot.col, kw - 1))
        return None

    @property
    def lit_inputs(self) -> list[tuple[int, int]]:
        """Input cells lit by the pointer: the tap of a weight, a ghost cell and the pixel it copies."""
        if self.pointed_tap:
            i, j = self.pointed_tap
            return [(int(self.step.rows[i]), int(self.step.cols[j]))]
        if self.spot and self.spot.grid == "input":
            here = (self.spot.row, self.spot.col)
            return [here, self.copied] if self.copied else [here]
        return []

    @property
    def copied(self) -> tuple[int, int] | None:
        """The pixel that the ghost cell under the pointer copies; None for a pixel or a padding value."""
        if not self.spot or self.spot.grid != "input":
            return None
        rows, cols = self._sources
        row = int(rows[min(max(self.spot.row - self.area.top, 0), rows.size - 1)])
        col = int(cols[min(max(self.spot.col - self.area.left, 0), cols.size - 1)])
        source = (row, col)
        return source if min(source) >= 0 and source != (self.spot.row, self.spot.col) else None

    @cached_property
    def output_marks(self) -> Array:
        """EMPTY where the animation has not been, LIT where the pixel pointed at is read."""
        region, width = self.region, self.region.width
        rows, cols = np.mgrid[region.top : region.bottom, region.left : region.right]
        if self.story.scene.scope == "image":
            order = rows * self.story.shape[2] + cols
        else:
            order = (rows - region.top) * width + cols - region.left
        last = self.moment.step - (self.moment.reached("write") < 0.5)
        marks = np.where(order <= last, 0, Mark.EMPTY).astype(np.uint8)
        if self.spot and self.spot.grid == "input":
            marks[self._readers(self.spot.row, self.spot.col)] |= Mark.LIT
        return marks

    def _readers(self, row: int, col: int) -> Array:
        """Which output cells of the region read an input cell, directly or as a copy in the padding."""
        _, height, width = self.story.x.shape
        rows, cols = self._window_places
        if 0 <= row < height and 0 <= col < width:
            mode = self.story.spec.padding_mode
            rows, cols = border.sources(rows, height, mode), border.sources(cols, width, mode)
        return np.outer((rows == row).any(1), (cols == col).any(1))


def look_at(story: Story, moment: Moment, look: Look, explain: Callable[[Story, Step], Message]) -> View:
    """What a story shows at a moment; a finished output cell under the pointer shows how it was made."""
    region, spot = story.region(moment.step), look.spot
    step = story.step(moment.step)
    view = View(story, moment, step, region, spanned(story, region), spot, False, explain(story, step))
    if spot is None or spot.grid != "output" or not region.holds(spot.row, spot.col):
        return view
    if view.output_marks[spot.row - region.top, spot.col - region.left] & Mark.EMPTY:
        return view
    step = story.trace.at((story.output, spot.row, spot.col))
    return replace(view, step=step, asked=True, sentence=explain(story, step))


def spanned(story: Story, region: Region) -> Region:
    """The input cells that the windows of a region span; to the padding's end where the output ends.

    Cells that stride and floor leave over at the far side belong to it, so that they can be seen unread.
    """
    spec = story.spec
    (_, height, width), (_, out_height, out_width) = story.x.shape, story.shape
    top = region.top * spec.stride[0] - spec.pads[0]
    left = region.left * spec.stride[1] - spec.pads[2]
    bottom = (region.bottom - 1) * spec.stride[0] - spec.pads[0] + spec.span[0]
    right = (region.right - 1) * spec.stride[1] - spec.pads[2] + spec.span[1]
    if region.bottom == out_height:
        bottom = height + spec.pads[1]
    if region.right == out_width:
        right = width + spec.pads[3]
    return Region(top, left, bottom - top, right - left)
