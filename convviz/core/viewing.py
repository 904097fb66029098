"""What a screen needs of a large picture: the part it shows, at its own resolution, and nothing more.

Input and result are looked at in one plane, the input's: pixel (r, c) covers [r, r + 1) × [c, c + 1), and an
output cell lies around the middle of the window it was summed from. The same place in both pictures is then
the same place in the photo, whatever the stride and the padding.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil, floor, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core import lens
from convviz.core.along import Along, first_and_last
from convviz.core.averages import averaged
from convviz.core.cv import cv2
from convviz.core.lens import Scale, Statistics

Array = NDArray[Any]
Size = tuple[int, int]
"""(rows, columns) of screen pixels."""

SAMPLED = 13_000_000
"""So many products are summed as fast as a mouse moves: 3 × 3 taps at each of 450,000 pixels."""
SHOWN = 20
"""What reading a pixel, colouring it and painting it takes, in products."""
FAR, APART = 40, 16
"""So many products more when pixels are so many cells apart: each is fetched from memory by itself."""
AVERAGED = 1 << 17
"""So many cells are averaged as fast as a mouse moves; of more than that a sample is shown first."""
ALIKE = 0.02
"""A difference of two zooms that nobody sees, as a share."""
FAINTEST = 1 / 3
"""How much stronger the colours of a shrunken picture may become than those of its single cells."""


@dataclass(frozen=True)
class Rect:
    """A rectangle of the plane, in input pixels; fractions lie between them."""

    top: float
    left: float
    height: float
    width: float

    @property
    def bottom(self) -> float:
        """Where it ends, downwards."""
        return self.top + self.height

    @property
    def right(self) -> float:
        """Where it ends, to the right."""
        return self.left + self.width


@dataclass(frozen=True)
class Placement:
    """Where the cells of an output lie in the plane of its input.

    Attributes:
        top, left: the corner of cell (0, 0). step: a cell's (height, width), which is the stride; less than
            1 where the output is larger than the input. size: the output's (rows, columns).
    """

    top: float
    left: float
    step: tuple[float, float]
    size: Size

    def block(self, top: int, left: int, height: int, width: int) -> Rect:
        """The place of a block of output cells."""
        return Rect(
            self.top + top * self.step[0],
            self.left + left * self.step[1],
            height * self.step[0],
            width * self.step[1],
        )

    @property
    def all(self) -> Rect:
        """The place of all of them."""
        return self.block(0, 0, *self.size)

    def cell(self, row: int, col: int) -> Rect:
        """The place of an output cell."""
        return self.block(row, col, 1, 1)

    def at(self, y: float, x: float) -> tuple[int, int]:
        """The output cell (row, column) at a place, or the one nearest to it."""
        row, col = floor((y - self.top) / self.step[0]), floor((x - self.left) / self.step[1])
        return min(max(row, 0), self.size[0] - 1), min(max(col, 0), self.size[1] - 1)

    def local(self, rect: Rect) -> Rect:
        """A rectangle of the plane, counted in output cells."""
        return Rect(
            (rect.top - self.top) / self.step[0],
            (rect.left - self.left) / self.step[1],
            rect.height / self.step[0],
            rect.width / self.step[1],
        )


def placement(along: tuple[Along, Along], size: Size) -> Placement:
    """Where an output of so many rows and columns lies in the plane of its input, by how it reads them.

    The window of cell r of a convolution begins at pixel r·s − p and spans d(k − 1) + 1, so its middle is at
    r·s − p + span / 2, and the cell reaches half a stride to both sides of it.

    Example: a 3 × 3 window without padding and with stride 1 puts cell (0, 0) on pixel (1, 1).
    """
    rows, cols = along
    # Where all cells are made from the same pixels, each has the place of one of them.
    return Placement(rows.origin, cols.origin, (rows.step or 1.0, cols.step or 1.0), size)


def window(along: tuple[Along, Along], row: int, col: int) -> Rect:
    """The window that an output cell is made from, in the plane of the input; it may reach outside."""
    (top, bottom), (left, right) = (
        first_and_last(axis, n, n + 1) for axis, n in zip(along, (row, col), strict=True)
    )
    return Rect(top, left, bottom + 1 - top, right + 1 - left)


@dataclass(frozen=True, eq=False)
class View:
    """Pixels to be drawn, uint8 (H, W) or (H, W, 3) RGB, and the rectangle of the plane that they fill.

    exact says that each of them is one cell, to stay a sharp square when it is enlarged; sampled, that each
    is one of the cells that fall on it and not their average, until there has been time for that. scale is
    what an output's values are coloured by, None for an input's.
    """

    pixels: Array
    rect: Rect
    exact: bool
    sampled: bool = False
    scale: Scale | None = None

    @cached_property
    def words(self) -> Array:
        """The pixels as screens hold them, uint8 (H, W, 4): blue, green, red, 255."""
        code = cv2.COLOR_GRAY2BGRA if self.pixels.ndim == 2 else cv2.COLOR_RGB2BGRA
        words: Array = cv2.cvtColor(self.pixels, code)
        return words


@dataclass(frozen=True)
class Display:
    """How an output is looked at: where it lies, by which lens, what white is, and what is known of it."""

    placement: Placement
    lens: str
    white: float
    statistics: Statistics | None = None


def input_view(planes: Array, rect: Rect, size: Size, white: float, quick: bool = False) -> View | None:
    """The part of a picture (C, H, W) that lies in a rectangle; None where there is none.

    Each pixel of the view is the average of the pixels that fall on it; enlarged, a pixel stays one pixel.
    Where those are too many for now, `quick` shows one of them. Values from 0 to `white` become 0 to 255.
    Three planes are red, green and blue, any others grey.
    """
    found = _shrunken(_shown_planes(planes), rect, size, quick)
    if found is None:
        return None
    values, block, sampled = found
    if values.dtype != np.uint8 or white != 255:
        held = np.nan_to_num(values.astype(np.float32) * np.float32(255 / white), nan=0.0)
        values = np.rint(held.clip(0, 255)).astype(np.uint8)
    pixels = values[0] if len(values) == 1 else values.transpose(1, 2, 0)
    exact = values.shape[1:] == block[2:]
    return View(np.ascontiguousarray(pixels), Rect(*block), exact, sampled)


def glimpse_view(planes: Array, extent: Rect, white: float) -> View:
    """All of a picture (C, h, w) in place of a larger one, which fills so much of the plane."""
    _, height, width = planes.shape
    view = input_view(planes, Rect(0, 0, height, width), (height, width), white)
    assert view is not None
    return replace(view, rect=extent, exact=False, sampled=True)


def result_view(y: Array, display: Display, rect: Rect, size: Size, quick: bool = False) -> View | None:
    """The part of a whole output, float32 (C, H, W), that lies in a rectangle; None where there is none.

    Shrunken, values are averaged and then coloured. An average of many cells is weaker than the strongest
    of them, so the lenses that have a strongest colour are then scaled to what is shown (`shrunken_scale`).
    `quick` is as for the input.
    """
    found = _shrunken(_shown_planes(y), display.placement.local(rect), size, quick)
    if found is None:
        return None
    values, block, sampled = found
    known = display.statistics or lens.statistics(values)
    by = lens.scale(display.lens, known, display.white)
    exact = values.shape[1:] == block[2:]
    if not (exact or sampled):
        by = shrunken_scale(
            display.lens, by, lens.scale(display.lens, lens.statistics(values), display.white)
        )
    return View(lens.render(values, display.lens, by), display.placement.block(*block), exact, sampled, by)


def sample_view(
    sample: Callable[[Array, Array], Array], display: Display, rect: Rect, size: Size
) -> View | None:
    """The same before there is a whole output, at a cost that follows the screen.

    sample(rows, cols) -> float32 (C, rows, cols) is asked for one of the cells that fall on each pixel.
    """
    seen = display.placement.local(rect)
    block = _cells(seen, display.placement.size)
    if block is None:
        return None
    block, rows, cols = _sampled(block, seen, size, display.placement.size)
    values = _shown_planes(sample(np.array(rows), np.array(cols)))
    by = lens.scale(display.lens, display.statistics or lens.statistics(values), display.white)
    exact = values.shape[1:] == block[2:]
    return View(lens.render(values, display.lens, by), display.placement.block(*block), exact, not exact, by)


def serves(view: View | None, rect: Rect, size: Size, extent: Rect) -> bool:
    """Whether a view shows all there is in a rectangle, as finely as so many pixels would, and no finer."""
    if view is None or view.sampled:
        return False
    shown, pixels = view.rect, view.pixels.shape
    # At the picture's edge there is nothing to be seen; the view's cells may begin half a step from it.
    slack = (shown.height / pixels[0], shown.width / pixels[1])
    covers: bool = (
        shown.top <= max(rect.top, extent.top) + slack[0]
        and shown.left <= max(rect.left, extent.left) + slack[1]
        and shown.bottom >= min(rect.bottom, extent.bottom) - slack[0]
        and shown.right >= min(rect.right, extent.right) - slack[1]
    )
    if view.exact:
        return covers and slack[0] * size[0] >= rect.height
    return covers and all(
        abs(there * pixel / side - 1) < ALIKE
        for there, pixel, side in zip(slack, size, (rect.height, rect.width), strict=True)
    )


def affordable(size: Size, apart: float, taps: int, planes: int = 1) -> Size:
    """The screen's pixels, or fewer where windows of so many taps could not follow the mouse at each.

    From one pixel to the next it is `apart` cells.

    A coarse picture at once is a better answer to a hand that draws than a fine one that comes too late.
    """
    rows, cols = size
    each = taps + SHOWN + (FAR if apart >= APART else 0)
    share = min(1.0, sqrt(SAMPLED / (rows * cols * planes * each)))
    return (max(1, round(rows * share)), max(1, round(cols * share)))


def shrunken_scale(name: str, cells: Scale, shown: Scale) -> Scale:
    """The scale for averages of many cells, from the scale of single cells and that of what is shown.

    Only signed and absolute follow what is shown, and not beyond three times the strength: the noise of an
    empty sky is not to look like edges.
    """
    if name not in ("signed", "absolute"):
        return cells
    bound = min(max(shown.high, cells.high * FAINTEST), cells.high)
    return Scale(-bound if name == "signed" else 0.0, bound)


@dataclass(frozen=True)
class Bar:
    """One bar of a histogram: how many values lie from low to high, and its height, 0 to 1.

    Attributes:
        whole: whether it counts whole numbers, the ones at both its ends too.
    """

    low: float
    high: float
    count: int
    height: float
    whole: bool = False


def bars(of: Statistics, most: int) -> tuple[Bar, ...]:
    """The histogram in at most so many bars, each of 1, 2, 4 … of the 256 bins; none when it is empty.

    Bars of whole numbers are for equally many of them: 190 in up to 111 bars make 95 for two each. With one
    or two in turn, they would be a comb. Only the last may be for fewer.

    Heights are logarithms, log(1 + count) as a share of the highest: a flat area puts most cells of an
    edge picture at 0, and beside that peak nothing else would be seen.
    """
    if not of.total:
        return ()
    whole = len(of.whole) > 1
    low, high, counts = _of_whole(of, max(most, 1)) if whole else _of_bins(of, max(most, 1))
    heights = np.log1p(counts) / np.log1p(counts.max())
    columns = zip(low.tolist(), high.tolist(), counts.tolist(), heights.tolist(), strict=True)
    return tuple(Bar(*column, whole) for column in columns)


def _of_bins(of: Statistics, most: int) -> tuple[Array, Array, Array]:
    """Where bars of equally many bins begin and end, and how many values they hold."""
    together = 1
    while len(of.counts) // together > most:
        together *= 2
    edges = of.edges[::together]
    return edges[:-1], edges[1:], np.reshape(of.counts, (-1, together)).sum(axis=1)


def _of_whole(of: Statistics, most: int) -> tuple[Array, Array, Array]:
    """The first and the last of the equally many whole numbers that a bar is for, and how many they are."""
    together = ceil(len(of.whole) / most)
    starts = np.arange(0, len(of.whole), together)
    last = np.minimum(starts + together, len(of.whole)) - 1
    return of.minimum + starts, of.minimum + last, np.add.reduceat(of.whole, starts)


def covered(rect: Rect, size: tuple[int, ...]) -> tuple[int, int, int, int] | None:
    """The cells (top, left, height, width), of (rows, columns) there are, that lie in a rectangle by half."""
    top, left = floor(rect.top + 0.5), floor(rect.left + 0.5)
    bottom, right = ceil(rect.bottom - 0.5), ceil(rect.right - 0.5)
    return _cells(Rect(top, left, bottom - top, right - left), size)


def _shown_planes(planes: Array) -> Array:
    """The planes a picture is made of: one, or three as red, green and blue."""
    return planes if len(planes) == 3 else planes[:1]


def _cells(rect: Rect, size: tuple[int, ...]) -> tuple[int, int, int, int] | None:
    """The whole cells (top, left, height, width) that a rectangle touches."""
    top, left = max(floor(rect.top), 0), max(floor(rect.left), 0)
    bottom, right = min(ceil(rect.bottom), size[0]), min(ceil(rect.right), size[1])
    return (top, left, bottom - top, right - left) if top < bottom and left < right else None


def _shrunken(
    planes: Array, rect: Rect, size: Size, quick: bool = False
) -> tuple[Array, tuple[int, int, int, int], bool] | None:
    """The cells a rectangle touches, averaged where several fall on a pixel, which they are, and False.

    Of too many cells to be averaged at once, and when it is to be quick, a sample of them, and True.
    """
    block = _cells(rect, planes.shape[1:])
    if block is None:
        return None
    top, left, height, width = block
    shape = (_pixels(height, rect.height, size[0]), _pixels(width, rect.width, size[1]))
    most = SAMPLED // SHOWN if shape == (height, width) else AVERAGED
    if quick and height * width * len(planes) > most:
        coarse = affordable(size, rect.width / size[1], 0, len(planes))
        block, rows, cols = _sampled(block, rect, coarse, planes.shape[1:])
        cells = planes[:, rows.start : rows.stop : rows.step, cols.start : cols.stop : cols.step]
        return np.ascontiguousarray(cells), block, True  # they are looked at more than once
    part = planes[:, top : top + height, left : left + width]
    if shape == (height, width):
        return part, (top, left, height, width), False
    return averaged(part, shape), (top, left, height, width), False


def _sampled(
    block: tuple[int, int, int, int], rect: Rect, size: Size, there: tuple[int, ...]
) -> tuple[tuple[int, int, int, int], range, range]:
    """The cells that stand for those that fall on one pixel with them, and the block they stand for.

    They are a whole number of cells apart, since evenly strided views are read twenty times as fast as
    single cells are gathered, and the same ones wherever the view begins, so that nothing shimmers when it
    is moved.
    """
    top, left, height, width = block
    first, tall, rows = _spread(top, height, _pixels(height, rect.height, size[0]), there[0])
    start, wide, cols = _spread(left, width, _pixels(width, rect.width, size[1]), there[1])
    return (first, start, tall, wide), rows, cols


def _pixels(cells: int, seen: float, pixels: int) -> int:
    """The screen pixels that some cells fall on when all that is seen falls on so many; at most one each."""
    return min(cells, max(ceil(cells * pixels / seen), 1))


def _spread(first: int, cells: int, n: int, there: int) -> tuple[int, int, range]:
    """About n of some cells, evenly: where the block that they stand for begins, its cells, and they."""
    step = max(1, round(cells / n))
    begin = first // step * step
    end = min(-(-(first + cells) // step) * step, there)
    places = range(begin + step // 2, end, step) or range(begin, end, step)
    return begin, end - begin, places
