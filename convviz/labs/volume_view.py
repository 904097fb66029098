"""What the stage of a stack shows at a moment: the slices under the window, and one pixel in all of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from convviz.core import border
from convviz.core.operations.conv3d import SliceStep
from convviz.figure.figure import Array, Mark, Spot
from convviz.labs.story import Story
from convviz.labs.window import View, pointed, spanned
from convviz.motion.timeline import Moment


@dataclass(frozen=True, eq=False)
class VolumeView(View):
    """A view whose channels are slices: places in the stack, of which some may lie outside it."""

    @property
    def slices(self) -> list[int]:
        """The slice that each place of the window reads; border.CONSTANT for none."""
        assert isinstance(self.step, SliceStep)
        return self.step.source_channels

    @property
    def count(self) -> int:
        """Slices of the stack."""
        return int(self.story.x.shape[0])

    @property
    def outside(self) -> int:
        """Slices of the window that lie before or after the stack."""
        return sum(not 0 <= place < self.count for place in self.step.channels)

    @cached_property
    def input_values(self) -> Array:
        """The slices of the window and their padding over the area, float64 (slices read, rows, cols)."""
        rows, cols = self.sources
        values = np.full((len(self.slices), rows.size, cols.size), self.spec.border_value)
        for n, source in enumerate(self.slices):
            if source != border.CONSTANT:
                plane = self.story.x[source : source + 1]
                values[n] = border.read(plane, rows, cols, self.spec.border_value)[0]
        return values

    def slice_marks(self, n: int) -> int:
        """What all cells of the n-th slice read are: padding, or a copy, where it lies outside."""
        if 0 <= self.step.channels[n] < self.count:
            return Mark.NONE
        return Mark.GHOST if self.slices[n] == border.CONSTANT else Mark.GHOST | Mark.COPY

    # --- the depth

    @property
    def depth(self) -> range:
        """All places along the depth: the stack's slices and their padding."""
        before, after = self.spec.depth_padding
        return range(-before, self.count + after)

    def depth_shown(self, most: int) -> range:
        """As many places as there is room for, those of the window in their middle."""
        channels, all_ = self.step.channels, self.depth
        size = min(max(most, 1), len(all_))
        start = (channels[0] + channels[-1] + 1 - size) // 2
        start = min(max(start, all_.start), all_.stop - size)
        return range(start, start + size)

    def line(self, places: range) -> Array:
        """The pixel in the window's middle in the slices at these places, float64 (len(places),)."""
        i, j = self.step.rows.size // 2, self.step.cols.size // 2
        row, col = int(self.step.source_rows[i]), int(self.step.source_cols[j])
        sources = border.sources(np.array(places), self.count, self.spec.padding_mode)
        values = np.full(len(places), float(self.spec.border_value))
        if border.CONSTANT not in (row, col):
            inside = sources != border.CONSTANT
            values[inside] = self.story.x[sources[inside], row, col]
        return values

    def readers(self, place: int) -> list[int]:
        """The output slices whose windows read a place along the depth."""
        spec = self.spec
        first = place + spec.depth_padding[0]
        low = max(-(-(first - spec.depth_span + 1) // spec.depth_stride), 0)
        near = range(low, min(first // spec.depth_stride, self.story.shape[0] - 1) + 1)
        return [output for output in near if place in spec.places(output)]


def look(story: Story, moment: Moment, spot: Spot | None) -> VolumeView:
    """What a story shows at a moment, with a pointer on it."""
    return pointed(VolumeView, story, moment, spot, spanned(story, story.region(moment.step)))
