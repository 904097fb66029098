"""What a transposed convolution's stage shows at a moment, stamped or gathered."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import numpy as np

from convviz.core import border
from convviz.core.along import Along, along
from convviz.core.nd.convolve import transpose
from convviz.core.operations.transposed2d import unstretched
from convviz.core.trace import Step
from convviz.core.transposed_spec import TransposedSpec
from convviz.core.viewing import Rect
from convviz.figure.figure import Array, Mark, Spot
from convviz.labs.story import Story
from convviz.labs.window import View, pointed, spanned_by
from convviz.motion.timeline import Moment
from convviz.scene.scene import Region, TransposedLayer

Source = tuple[int, int]


def layer_of(story: Story) -> TransposedLayer:
    """The layer of a story of this lab."""
    assert isinstance(story.scene.layer, TransposedLayer)
    return story.scene.layer


def gathered(story: Story, moment: Moment, spot: Spot | None) -> GatherView:
    """A window over the stretched input; its cells are pointed at as those of an input."""
    if spot and spot.grid == "stretched":
        spot = Spot("input", spot.row, spot.col, spot.channel)
    area = spanned_by(stretched_along(story), story.shape[1:], story.region(moment.step))
    return pointed(GatherView, story, moment, spot, area)


def stamped(story: Story, moment: Moment, spot: Spot | None) -> StampView:
    """The input cells that reach the stage, and their stamps."""
    return pointed(StampView, story, moment, spot, stamping(story, story.region(moment.step)))


def stretched_along(story: Story) -> tuple[Along, Along]:
    """How the gathering window reads the stretched input."""
    spec = story.spec
    return along(spec.gather, spec.stretched(story.x.shape[1:]), story.shape[1:])


def stamping(story: Story, region: Region) -> Region:
    """The input cells whose stamps reach a region of the output; the nearest one where none does."""
    rows, cols = story.along
    top, bottom = rows.seen(region.top, region.bottom)
    left, right = cols.seen(region.left, region.right)
    return Region(top, left, bottom - top, right - left)


def reaching(story: Story, row: int, col: int) -> Rect | None:
    """The input cells whose stamps reach an output cell, from the first to the last; None where none does."""
    step = story.trace.at((story.output, row, col))
    rows, cols = (cells[cells != border.CONSTANT] for cells in (step.source_rows, step.source_cols))
    if not (rows.size and cols.size):
        return None
    (top, bottom), (left, right) = ((int(cells.min()), int(cells.max())) for cells in (rows, cols))
    return Rect(top, left, bottom + 1 - top, right + 1 - left)


class GatherView(View):
    """An ordinary window, its kernel rotated, over the input with zeros between its cells."""

    @property
    def spec(self) -> Any:
        """The window's, which moves by one."""
        return self.story.spec.gather

    @cached_property
    def along(self) -> tuple[Along, Along]:
        """That of the stretched input."""
        return stretched_along(self.story)

    @cached_property
    def inputs(self) -> tuple[Array, Array]:
        """The input row and column that each row and column of the area holds; CONSTANT for zeros."""
        (rows, cols), (_, height, width) = self._places, self.story.x.shape
        sh, sw = self.story.spec.stride
        return (unstretched(rows, height, sh), unstretched(cols, width, sw))

    @cached_property
    def input_values(self) -> Array:
        """The stretched input over the area, float64 (1, rows, cols)."""
        channel = self.step.channels.start
        return border.read(self.story.x[channel : channel + 1], *self.inputs, 0.0)

    @cached_property
    def input_marks(self) -> Array:
        """As of any window; the zeros that were put in are no more of the image than the padding is."""
        marks = super().input_marks.copy()
        rows, cols = self.inputs
        marks[(rows == border.CONSTANT)[:, None] | (cols == border.CONSTANT)] |= Mark.GHOST
        return marks


class StampView(View):
    """Every input cell stamps the kernel, times its value, onto the output.

    A stamp is set when the animation comes to its first cell on the stage, not before the formula below has
    added it. So what the animation has passed is finished, and beyond it lies what the stamps so far add up
    to. The cell at hand begins anew: it holds what the formula has added.
    """

    @property
    def spec(self) -> Any:
        """The gathering window's, which has the same taps."""
        return self.story.spec.gather

    @property
    def own(self) -> TransposedSpec:
        """The layer's spec."""
        spec: TransposedSpec = self.story.spec
        return spec

    @cached_property
    def overlapping(self) -> list[tuple[int, int]]:
        """The taps (row, column of the gathering window) that meet an input cell: one for each stamp here."""
        return _meeting(self.step)

    def source(self, tap: tuple[int, int]) -> Source:
        """The input cell that a tap meets."""
        return (int(self.step.source_rows[tap[0]]), int(self.step.source_cols[tap[1]]))

    def weight_of(self, tap: tuple[int, int]) -> tuple[int, int]:
        """The cell of the kernel that a tap is, as the kernel stands unrotated; and the other way round."""
        kh, kw = self.own.kernel_size
        return (kh - 1 - tap[0], kw - 1 - tap[1])

    @property
    def taps(self) -> int:
        """How many stamps overlap here."""
        return len(self.overlapping)

    @property
    def chosen(self) -> tuple[int, int] | None:
        """The tap pointed at in the kernel or the stamp, or in play; None between those."""
        if self.spot and self.spot.grid in ("kernel", "products"):
            return self.weight_of((self.spot.row, self.spot.col))
        if self.asked or self.moment.phase not in ("multiply", "add") or not self.overlapping:
            return None
        return self.overlapping[min(int(self.moment.progress * self.taps), self.taps - 1)]

    @cached_property
    def current(self) -> Source | None:
        """The input cell whose stamp is shown: pointed at, in play, or the last of those here."""
        spot = self.spot
        if spot and spot.grid == "input" and self.area.holds(spot.row, spot.col):
            return (spot.row, spot.col)
        tap = self.chosen
        if tap in self.overlapping:
            return self.source(tap)
        return self.source(self.overlapping[-1]) if self.overlapping else None

    @property
    def weight(self) -> tuple[int, int] | None:
        """The cell of the current stamp that falls on the output cell at hand, if one does."""
        taps = [tap for tap in self.overlapping if self.source(tap) == self.current]
        return self.weight_of(taps[0]) if taps else None

    @property
    def value(self) -> float | None:
        """What the input holds at the current cell."""
        if self.current is None:
            return None
        row, col = self.current
        return float(self.story.x[self.story.output, row, col])

    @property
    def lifted(self) -> bool:
        """Whether the current stamp is on show: it has been lifted off the input, or is pointed at."""
        return self.current is not None and (self.spot is not None or self.reached("lift") > 0)

    # --- the input

    def lit_inputs(self, n: int) -> list[Source]:
        """The cell whose stamp is shown, once it is singled out."""
        pointed_at = self.spot and self.spot.grid == "input"
        return [self.current] if self.current and (pointed_at or self.chosen in self.overlapping) else []

    @cached_property
    def input_marks(self) -> Array:
        """TAP where a stamp reaches the output cell at hand, UNREAD where the padding cuts off all of it."""
        marks = np.zeros((self.area.height, self.area.width), np.uint8)
        if self.reached("slide") >= 1:
            for row, col in map(self.source, self.overlapping):
                marks[row - self.area.top, col - self.area.left] |= Mark.TAP
        marks[~(self._kept(0)[:, None] & self._kept(1))] |= Mark.UNREAD
        return marks

    def _kept(self, axis: int) -> Array:
        """Which rows, or columns, of the area have a tap that falls into the output."""
        (k, s, p, d), size, area = self.own.axes[axis], self.story.shape[1 + axis], self.area
        cells = np.arange(*((area.top, area.bottom), (area.left, area.right))[axis])
        places = (cells * s - p)[:, None] + np.arange(k) * d
        return np.asarray(((places >= 0) & (places < size)).any(1))

    # --- the output

    @cached_property
    def set_at(self) -> Array:
        """The step of the timeline at which each input cell of the area is stamped."""
        image, width = self.story.scene.scope == "image", self.story.shape[2]
        corner = Region(0, 0, 1, 1) if image else self.region
        own, area = self.own, self.area
        rows = np.arange(area.top, area.bottom) * own.stride[0] - own.padding[0]
        cols = np.arange(area.left, area.right) * own.stride[1] - own.padding[1]
        rows, cols = np.maximum(rows - corner.top, 0), np.maximum(cols - corner.left, 0)
        return np.asarray(rows[:, None] * (width if image else self.region.width) + cols)

    @cached_property
    def is_set(self) -> Array:
        """Which input cells of the area have been stamped."""
        done: Array = self.set_at < self.moment.step + (self.moment.reached("lift") >= 1)
        for row, col in self.waiting:
            place = (row - self.area.top, col - self.area.left)
            done[place] &= self.set_at[place] < self.moment.step
        return done

    @cached_property
    def waiting(self) -> list[Source]:
        """The input cells whose terms the formula in play comes to later; the first one's is at hand."""
        step = self.story.step(self.moment.step) if self.asked else self.step
        taps = _meeting(step)
        passed = int(self.moment.reached("multiply") * len(taps))
        later = taps[max(passed, 1) :]
        return [(int(step.source_rows[i]), int(step.source_cols[j])) for i, j in later]

    @property
    def fresh(self) -> bool:
        """Whether the current stamp is one that this step sets."""
        if self.asked or self.current is None:
            return False
        row, col = self.current
        return bool(self.set_at[row - self.area.top, col - self.area.left] == self.moment.step)

    @cached_property
    def sums(self) -> Array:
        """What the stamps so far add up to on the region, float64, with the bias."""
        area, channel = self.area, self.story.output
        cells = self.story.x[channel, area.top : area.bottom, area.left : area.right] * 1.0
        sums = self._stamps(cells * self.is_set, self.story.operands[1][channel, 0]) + self.step.bias
        if self.at_hand:
            added = sum(float(self.step.products[0][tap]) for tap in self._added)
            sums[self.at_hand] = added + (self.step.bias if self.reached("multiply") >= 1 else 0.0)
        return sums

    @cached_property
    def counts(self) -> Array:
        """How many stamps so far have a tap on each cell of the region."""
        counts = self._stamps(self.is_set * 1.0, np.ones(self.own.kernel_size))
        if self.at_hand:
            counts[self.at_hand] = len(self._added)
        return counts

    @property
    def at_hand(self) -> tuple[int, int] | None:
        """Where on the region the cell lies that is not finished yet, and that the formula is about."""
        _, row, col = self.step.cell
        place = (row - self.region.top, col - self.region.left)
        return None if self.finished[place] else place

    @property
    def _added(self) -> list[tuple[int, int]]:
        """The taps whose terms the formula has passed."""
        return self.overlapping[: self.done("multiply")]

    def _stamps(self, cells: Array, kernel: Array) -> Array:
        """The stamps of the area's cells, added on the region."""
        own, area, region = self.own, self.area, self.region
        y = np.zeros((1, region.height, region.width))
        before = (
            own.padding[0] + region.top - area.top * own.stride[0],
            own.padding[1] + region.left - area.left * own.stride[1],
        )
        transpose(cells[None], kernel[None, None] * 1.0, own.stride, before, own.dilation, 1, y)
        return np.asarray(y[0])

    @cached_property
    def output_marks(self) -> Array:
        """EMPTY where no stamp has been, PARTIAL where more may come, LIT under the stamp pointed at."""
        begun = np.where(self.counts > 0, Mark.PARTIAL, Mark.EMPTY)
        marks = np.where(self.finished, 0, begun).astype(np.uint8)
        if self.spot and self.spot.grid == "input":
            marks[self.stamp(self.spot.row, self.spot.col)] |= Mark.LIT
        return marks

    def stamp(self, row: int, col: int) -> Array:
        """Which cells of the region an input cell stamps."""
        sides = ((self.region.top, self.region.bottom), (self.region.left, self.region.right))
        rows, cols = (
            np.isin(np.arange(*side), place * s - p + np.arange(k) * d)
            for side, place, (k, s, p, d) in zip(sides, (row, col), self.own.axes, strict=True)
        )
        return np.asarray(rows[:, None] & cols)


def _meeting(step: Step) -> list[tuple[int, int]]:
    rows, cols = (np.flatnonzero(s != border.CONSTANT) for s in (step.source_rows, step.source_cols))
    return [(i, j) for i in rows.tolist() for j in cols.tolist()]


def overlap_counts(view: View) -> Array:
    """How many stamps have a tap on each cell of the region, when all are set."""
    region, axes = view.region, []
    sides = ((region.top, region.bottom), (region.left, region.right))
    for side, n, (k, s, p, d) in zip(sides, view.story.x.shape[1:], view.story.spec.axes, strict=True):
        places = np.arange(*side)[:, None] + p - np.arange(k) * d
        axes.append((unstretched(places, n, s) != border.CONSTANT).sum(1))
    return np.asarray(axes[0][:, None] * axes[1]) * 1.0


def most_stamps(story: Story) -> int:
    """The most stamps that overlap on any cell of the output: few where the input is small."""
    most = 1
    for n, size, (k, s, p, d) in zip(story.x.shape[1:], story.shape[1:], story.spec.axes, strict=True):
        places = np.arange(size)[:, None] + p - np.arange(k) * d
        most *= int((unstretched(places, n, s) != border.CONSTANT).sum(1).max())
    return most


def usual_counts(spec: TransposedSpec) -> tuple[int, int]:
    """The fewest and the most stamps that overlap on a cell far from the edges: equal where it is even.

    Source: Odena, Dumoulin & Olah, "Deconvolution and Checkerboard Artifacts", Distill 2016.
    """
    least = most = 1
    for k, s, _, d in spec.axes:
        counts = np.bincount(np.arange(k) * d % s, minlength=s)
        least, most = least * int(counts.min()), most * int(counts.max())
    return least, most
