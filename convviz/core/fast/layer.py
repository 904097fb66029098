"""What every strategy of the fast path is given: one layer on one input, read a part at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from convviz.core import border, wanted
from convviz.core.fast.scratch import Scratch
from convviz.core.sizes import Shape
from convviz.core.spec import ConvSpec
from convviz.i18n import Message, msg

Array = NDArray[Any]

BAND = 1 << 22
"""Cells of the input read at a time, 16 MB as float32: several times what OpenCV divides among threads."""
SMALL = 1 << 18
"""An input of fewer cells is copied whole where it needs a border: that costs less than parting it."""


DEPTHS = (np.uint8, np.uint16, np.float32)
"""What OpenCV filters directly."""


class Part(NamedTuple):
    """A rectangle of the output: rows from `top`, columns from `left`."""

    top: int
    left: int
    rows: int
    cols: int

    @property
    def place(self) -> tuple[slice, slice]:
        """Its place in a plane of the output."""
        return slice(self.top, self.top + self.rows), slice(self.left, self.left + self.cols)


@dataclass(frozen=True, eq=False)
class Layer:
    """A convolution about to be computed.

    Attributes:
        x: the input (C, H, W) of any number type; what is not of DEPTHS is read as float32.
        filters: float64 (O, C/groups, kh, kw) in window order.
        shape: the output's.
        scratch: memory for what lies between.
    """

    spec: ConvSpec
    x: Array
    filters: Array
    shape: Shape
    scratch: Scratch = field(default_factory=Scratch)

    def on(self, scratch: Scratch) -> Layer:
        """The same layer for another thread, with scratch of its own."""
        return self if scratch is self.scratch else replace(self, scratch=scratch)

    @cached_property
    def exact(self) -> bool:
        """Whether every sum is a whole number, so that rounding makes any way of adding exact."""
        whole = self.x.dtype.kind in "ui" and float(self.spec.border_value).is_integer()
        return whole and bool(np.all(self.filters == np.rint(self.filters)))

    @cached_property
    def taps(self) -> int:
        """Weights of the fullest kernel that are not 0."""
        outs, ins, kh, kw = self.filters.shape
        if self.filters[0, 0].all():
            return int(kh * kw)
        return int(np.count_nonzero(self.filters.reshape(outs * ins, kh * kw), axis=1).max())

    @cached_property
    def weights(self) -> Array:
        """The filters as OpenCV and BLAS take them: float32, one behind the other."""
        return np.ascontiguousarray(self.filters, np.float32)

    @property
    def plane_cells(self) -> int:
        """Cells of one output channel."""
        return self.shape[1] * self.shape[2]

    @property
    def planes(self) -> int:
        """Pairs of an output and an input channel that it reads: as many planes are filtered."""
        outs, ins = self.filters.shape[:2]
        return int(outs * ins)

    @cached_property
    def depth(self) -> Any:
        """What the input's cells and its border are read as: a border of −1 or 0.5 needs a float."""
        value, dtype = self.spec.border_value, self.x.dtype
        if dtype not in DEPTHS:
            return np.dtype(np.float32)
        bordered = any(self.spec.pads) and self.spec.padding_mode == "constant"
        if bordered and dtype.kind == "u" and not (value == int(value) and 0 <= value <= np.iinfo(dtype).max):
            return np.dtype(np.float32)
        return dtype

    def inputs(self, channel: int) -> range:
        """The input channels that an output channel reads."""
        spec = self.spec
        ins = spec.in_channels // spec.groups
        first = channel // (spec.out_channels // spec.groups) * ins
        return range(first, first + ins)

    def cells(self, part: Part, channels: range, dtype: Any = None) -> Array:
        """The input cells that a part's windows span, of some channels, with the border where they see it.

        Returns: (len(channels), rows, columns) of `dtype`, by default of `depth`; a view of the input
            where that is possible, otherwise scratch that the next call writes over.
        """
        dtype = np.dtype(dtype or self.depth)
        rows, cols = self.reach(part)
        _, height, width = self.x.shape
        mine = self.x[channels.start : channels.stop]
        inside = rows.start >= 0 and cols.start >= 0 and rows.stop <= height and cols.stop <= width
        if inside and dtype == self.x.dtype:
            return mine[:, rows.start : rows.stop, cols.start : cols.stop]
        cells = self.scratch.array("cells", (len(channels), len(rows), len(cols)), dtype)
        self.copy(mine, rows, cols, cells)
        return cells

    def reach(self, part: Part) -> tuple[range, range]:
        """Rows and columns of the input, negative before it, from the first that a part's windows span on."""
        spans = []
        for axis, (first, count) in enumerate(((part.top, part.rows), (part.left, part.cols))):
            stride = self.spec.stride[axis]
            start = first * stride - self.spec.pads[2 * axis]
            spans.append(range(start, start + (count - 1) * stride + self.spec.span[axis]))
        return spans[0], spans[1]

    def copy(self, x: Array, rows: range, cols: range, cells: Array) -> None:
        """Some rows and columns of (C, H, W), of which those outside show the border.

        What is inside is copied as it is; the four sides, which are few cells, one place at a time.
        """
        mode, value = self.spec.padding_mode, self.spec.border_value
        up, down = within(rows, x.shape[1])
        near, far = within(cols, x.shape[2])
        cells[:, up:down, near:far] = x[:, _places(rows[up:down]), _places(cols[near:far])]
        sides = (
            (slice(0, up), slice(None)),
            (slice(down, None), slice(None)),
            (slice(up, down), slice(0, near)),
            (slice(up, down), slice(far, None)),
        )
        for tall, wide in sides:
            side = cells[:, tall, wide]
            if not side.size:
                continue
            if mode in ("zeros", "constant"):
                side[...] = value
            else:
                here, there = (
                    border.sources(np.array(places), n, mode)
                    for places, n in ((rows[tall], x.shape[1]), (cols[wide], x.shape[2]))
                )
                side[...] = x[:, here[:, None], there]

    def bands(self, channels: int = 1) -> Iterator[Part]:
        """The whole output, from top to bottom, in parts whose windows span at most BAND cells."""
        _, height, width = self.shape
        return self.cut(Part(0, 0, height, width), channels)

    def parts(self, channels: int = 1, most: int = BAND) -> Iterator[Part]:
        """The whole output, in parts whose windows span at most so many cells of so many channels.

        A part either sees no border, and then is a view of the input, or belongs to the frame that does.
        """
        for region in self._regions(channels):
            yield from self.cut(region, channels, most)

    def cut(self, region: Part, channels: int = 1, most: int = BAND) -> Iterator[Part]:
        """A region of the output in bands; a band that is too wide even when one row high is cut up."""
        (sh, sw), (tall, wide) = self.spec.stride, self.spec.span
        cols = min(region.cols, max(1, (most // (channels * tall) - wide) // sw + 1))
        reach = (cols - 1) * sw + wide
        rows = min(region.rows, max(1, (most // (channels * reach) - tall) // sh + 1))
        for top in range(region.top, region.top + region.rows, rows):
            for left in range(region.left, region.left + region.cols, cols):
                wanted.check()
                yield Part(
                    top,
                    left,
                    min(rows, region.top + region.rows - top),
                    min(cols, region.left + region.cols - left),
                )

    def _regions(self, channels: int) -> Iterator[Part]:
        """The inside, whose windows see no border, and the four sides of its frame."""
        _, height, width = self.shape
        whole = Part(0, 0, height, width)
        inside = self._inside()
        small = channels * self.x[0].size <= SMALL
        if not any(self.spec.pads) or small or min(inside.rows, inside.cols) < 1:
            yield whole
        else:
            yield inside
            yield from frame(whole, inside)

    def _inside(self) -> Part:
        ranges = []
        for axis, before in ((0, self.spec.pads[0]), (1, self.spec.pads[2])):
            stride, span, n = self.spec.stride[axis], self.spec.span[axis], self.x.shape[axis + 1]
            first = -(-before // stride)
            after = min(self.shape[axis + 1], (n + before - span) // stride + 1)
            ranges.append((first, after - first))
        (top, rows), (left, cols) = ranges
        return Part(top, left, rows, cols)


def frame(whole: Part, inside: Part) -> Iterator[Part]:
    """What surrounds a part: the rows above, those below, then the columns to its left and right."""
    bottom, right = inside.top + inside.rows, inside.left + inside.cols
    sides = (
        Part(0, 0, inside.top, whole.cols),
        Part(bottom, 0, whole.rows - bottom, whole.cols),
        Part(inside.top, 0, inside.rows, inside.left),
        Part(inside.top, right, inside.rows, whole.cols - right),
    )
    return (side for side in sides if side.rows and side.cols)


def within(places: range, n: int) -> tuple[int, int]:
    """From which to before which of the places lie in an image of n cells."""
    first = min(max(-(places.start // places.step), 0), len(places))
    after = min(max(-((places.start - n) // places.step), 0), len(places))
    return first, max(first, after)


def per_axis(pair: tuple[int, int]) -> str:
    """A stride or a dilation in a sentence: "2" for (2, 2), "2, 3" where the axes differ."""
    down, across = pair
    return str(down) if down == across else f"{down}, {across}"


def _places(places: range) -> slice:
    return slice(places.start, places.stop, places.step) if places else slice(0)


def _no_cost(layer: Layer) -> float:
    return 0.0


class Strategy(NamedTuple):
    """One way to compute a layer.

    Attributes:
        suits: whether it can.
        run: writes the sums, without bias and activation, into out (O, H, W).
        cost: the nanoseconds it is expected to take; see core.fast.costs.
        why: what it does with the layer, as a sentence; the name where it has none.
    """

    name: str
    suits: Callable[[Layer], bool]
    run: Callable[[Layer, Array], None]
    cost: Callable[[Layer], float] = _no_cost
    why: Callable[[Layer], Message] | None = None

    def reason(self, layer: Layer) -> Message:
        """What it does with the layer."""
        return self.why(layer) if self.why else msg(self.name)
