"""What the stage of a whole layer shows at a moment: one output cell, and the values it is made of.

A pooled cell is made of a block of activated cells, each of them of one window on the input. One of them
is followed: the one in play, the one pointed at, or the one that won.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from weakref import WeakKeyDictionary

import numpy as np

from convviz.core.activations import activate
from convviz.core.operations.chain import CONV, ChainTrace
from convviz.core.spec import ConvSpec
from convviz.core.trace import Cell, Step
from convviz.figure.figure import Array, Mark, Spot
from convviz.labs.story import Story
from convviz.labs.window import View, spanned
from convviz.motion.easing import smooth
from convviz.motion.timeline import Moment
from convviz.scene.scene import Region

MAPS = ("convolved", "biased", "activated")
"""Grids with a cell for each window of the convolution."""

_LAYERS: WeakKeyDictionary[Story, Story] = WeakKeyDictionary()


def convolved(story: Story) -> Story:
    """The story of the convolution alone, before its bias and the activation."""
    if story not in _LAYERS:
        spec = replace(story.spec.conv, activation="none")
        x, weight, bias = story.operands
        shape = CONV.output_shape(spec, story.x.shape)
        operands = (x, weight, np.zeros_like(bias))
        _LAYERS[story] = replace(story, operation=CONV, spec=spec, shape=shape, operands=operands)
    return _LAYERS[story]


@dataclass(frozen=True, eq=False)
class ChainView:
    """A story at a moment, with a pointer on it.

    Attributes:
        step: the pooling that is shown. inner: the convolution's steps that its values come from.
        region: the output cells on the stage. asked: whether the step is one that was pointed at.
    """

    story: Story
    moment: Moment
    step: Step
    inner: list[Step]
    region: Region
    spot: Spot | None
    asked: bool

    # --- how far the step has come

    def reached(self, phase: str) -> float:
        """How much of a phase is over (0 to 1)."""
        return 1.0 if self.asked else self.moment.reached(phase)

    def done(self, phase: str) -> int:
        """How many values of the block a phase has dealt with."""
        return self._count(self.reached(phase))

    def _count(self, part: float) -> int:
        return len(self.inner) if part >= 1 else int(part * len(self.inner))

    @property
    def maximum(self) -> bool:
        """Whether the largest value of a block goes on, not the mean of them."""
        return bool(self.story.spec.pool.kind == "max")

    @property
    def winner(self) -> int | None:
        """The value of the block that goes on; None of a mean."""
        return int(np.argmax(self.step.weights)) if self.maximum else None

    @property
    def pointed(self) -> int | None:
        """The value of the block that is pointed at, if it has been computed."""
        spot, here = self.spot, None
        if spot and spot.grid in MAPS:
            here = next((n for n, s in enumerate(self.inner) if s.cell[1:] == (spot.row, spot.col)), None)
        elif spot and spot.grid == "block":
            here = spot.row * self.step.cols.size + spot.col
        return here if here is not None and here < self.done("convolve") else None

    @property
    def played(self) -> int | None:
        """The value of the block that the animation is dealing with."""
        if self.asked or self.moment.phase not in ("convolve", "bias", "activate"):
            return None
        return min(int(self.moment.progress * len(self.inner)), len(self.inner) - 1)

    @property
    def followed(self) -> int | None:
        """The value whose way is shown; None where all of the block are alike."""
        for here in (self.pointed, self.played):
            if here is not None:
                return here
        return self.winner if self.reached("activate") >= 1 else None

    @property
    def now(self) -> Step:
        """The convolution's step of the value that is followed, or else of the first."""
        return self.inner[self.followed or 0]

    @property
    def sum(self) -> float:
        """The sum of products of the value that is followed, before its bias."""
        return self.now.total - self.now.bias

    def activated(self, step: Step) -> float:
        """A sum with its bias after the activation."""
        return float(self._activated(np.array(step.total)))

    def _activated(self, z: Array) -> Array:
        spec: ConvSpec = self.story.spec.conv
        return activate(spec.activation, z, spec.negative_slope)

    # --- the convolution below

    @property
    def map_region(self) -> Region:
        """The convolved cells that the region's blocks hold, and at the end those that no block holds."""
        (ph, pw), region = self.story.spec.pool.kernel_size, self.region
        (_, height, width), (_, tall, wide) = self.story.shape, convolved(self.story).shape
        top, left = region.top * ph, region.left * pw
        bottom = tall if region.bottom == height else region.bottom * ph
        right = wide if region.right == width else region.right * pw
        return Region(top, left, bottom - top, right - left)

    @cached_property
    def window(self) -> View:
        """The convolution with the window that is followed."""
        story, region = convolved(self.story), self.map_region
        spot = self.spot if self.spot and self.spot.grid in ("input", "kernel") else None
        found = self.shows_window
        order = self.moment.order
        moment = self.moment if found else Moment(self.moment.step, order[0], 0.0, order)
        return View(story, moment, self.now, region, spanned(story, region), spot, found)

    @property
    def shows_window(self) -> bool:
        """Whether there is one window to show: not while all slides, nor when a mean is taken."""
        return self.reached("slide") >= 1 and self.followed is not None

    @property
    def seen(self) -> tuple[float, float]:
        """(row, column) of the input where all that the output cell sees begins; between two as it slides."""
        _, row, col = self.step.cell
        here = self._seen(row, col)
        a = smooth(self.reached("slide"))
        if a >= 1 or self.moment.step == 0:
            return here
        _, r, c = self.story.cell(self.moment.step - 1)
        if not self.region.holds(r, c):
            return here
        before = self._seen(r, c)
        return (before[0] + (here[0] - before[0]) * a, before[1] + (here[1] - before[1]) * a)

    def _seen(self, row: int, col: int) -> tuple[float, float]:
        (sh, sw), pads = self.story.spec.stride, self.story.spec.pads
        return (row * sh - pads[0], col * sw - pads[2])

    # --- the maps

    @cached_property
    def convolved_values(self) -> Array:
        """The sums alone, float64: as float32 a large bias would leave little of them."""
        return convolved(self.story).values(self.map_region).astype(np.float64)

    @cached_property
    def biased_values(self) -> Array:
        """Sums and bias on the stage."""
        return self.convolved_values + self.now.bias

    @cached_property
    def activated_values(self) -> Array:
        """Sums and bias after the activation."""
        return self._activated(self.biased_values)

    @cached_property
    def output(self) -> View:
        """The pooling, for what the output grid shows."""
        return View(self.story, self.moment, self.step, self.region, self.region, None, self.asked)

    def map_marks(self, phase: str) -> Array:
        """EMPTY where a phase has not been, UNREAD where no block reaches, LIT what is followed."""
        (ph, pw), area = self.story.spec.pool.kernel_size, self.map_region
        blocks = self.output.output_marks.repeat(ph, 0).repeat(pw, 1)
        marks = np.full((area.height, area.width), Mark.UNREAD, np.uint8)
        marks[: len(blocks), : blocks.shape[1]] = blocks
        for row, col in self._made(phase):
            marks[row - area.top, col - area.left] = 0
        if self.lit_by_input is not None:
            marks |= self.lit_by_input
        elif self.followed is not None and self.done(phase) >= self.followed:
            _, row, col = self.now.cell
            marks[row - area.top, col - area.left] |= Mark.LIT
        return marks

    def _made(self, phase: str) -> list[tuple[int, int]]:
        """Cells of the block in play that a phase has made."""
        rows, cols = trace_of(self.story).places(self.story.cell(self.moment.step))
        cells = [(row, col) for row in rows for col in cols]
        return cells[: self._count(self.moment.reached(phase))]

    @cached_property
    def lit_by_input(self) -> Array | None:
        """The convolved cells that read the input cell pointed at, as marks; None when none is."""
        if not self.window.spot or self.window.spot.grid != "input":
            return None
        lit: Array = self.window.output_marks & Mark.LIT
        return lit

    @property
    def output_lit(self) -> Array:
        """The output cells that see the input cell pointed at, as marks."""
        region, (ph, pw) = self.region, self.story.spec.pool.kernel_size
        if self.lit_by_input is None:
            return np.zeros((region.height, region.width), np.uint8)
        blocks = self.lit_by_input[: region.height * ph, : region.width * pw]
        lit: Array = blocks.reshape(region.height, ph, region.width, pw).max(axis=(1, 3))
        return lit


def trace_of(story: Story) -> ChainTrace:
    """The story's trace, which is a chain's."""
    trace = story.trace
    assert isinstance(trace, ChainTrace)
    return trace


def look(story: Story, moment: Moment, spot: Spot | None) -> ChainView:
    """What a story shows at a moment; a finished cell under the pointer shows how it was made."""
    if spot and spot.grid == "patch":
        spot = replace(spot, grid="kernel")  # each of its cells is there for the weight that it meets
    region, cell = story.region(moment.step), story.cell(moment.step)
    playing = _view(story, moment, cell, region, spot, False)
    row, col = _asked(story, spot)
    if not region.holds(row, col) or playing.output.output_marks[row - region.top, col - region.left]:
        return playing
    return _view(story, moment, (story.output, row, col), region, spot, True)


def _asked(story: Story, spot: Spot | None) -> tuple[int, int]:
    """The output cell that a pointer means, in no region when it means none."""
    if spot and spot.grid == "output":
        return (spot.row, spot.col)
    if spot and spot.grid in MAPS:
        ph, pw = story.spec.pool.kernel_size
        return (spot.row // ph, spot.col // pw)
    return (-1, -1)


def _view(
    story: Story, moment: Moment, cell: Cell, region: Region, spot: Spot | None, asked: bool
) -> ChainView:
    trace = trace_of(story)
    return ChainView(story, moment, trace.at(cell), trace.inner(cell), region, spot, asked)
