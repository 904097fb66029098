"""What is drawn, as data. A figure is a list of items in a plane of pixels; a painter gives it colours.

Colours are named by role ("kernel", "window"), numbers stay numbers, text stays translatable: the same
figure is painted in any theme and language, on a screen, in a PNG, or as vectors.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.figure.lettering import SMALLEST
from convviz.i18n import Message

Array = NDArray[Any]


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The x of its right side."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return self.y + self.h

    @property
    def center(self) -> tuple[float, float]:
        """Its middle."""
        return (self.x + self.w / 2, self.y + self.h / 2)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def towards(self, other: Box, a: float) -> Box:
        """The rectangle a of the way from this one to another."""
        return Box(*(p + (q - p) * a for p, q in zip(self, other, strict=True)))

    def __iter__(self) -> Any:
        return iter((self.x, self.y, self.w, self.h))


class Mark:
    """What a cell is besides its value: bits, plain ints so that numpy keeps them uint8."""

    NONE = 0
    GHOST = 1  # padding: outside the image, dashed
    UNREAD = 2  # no window reads it, hatched
    EMPTY = 4  # not computed yet, blank
    TAP = 8  # read by the window, shaded
    LIT = 16  # pointed at, or reached from what is pointed at
    CLAMPED = 32  # shown by a colour that its value exceeds
    COPY = 64  # padding that copies a pixel, and has its colour
    PARTIAL = 128  # a sum to which more may be added, faded


@dataclass(frozen=True)
class Scale:
    """How values become colours: a role's ramp from low to high ("image", "signed", "weight", "heat" …)."""

    role: str
    low: float = 0.0
    high: float = 1.0


@dataclass(frozen=True, eq=False)
class Grid:
    """Cells with numbers.

    Attributes:
        name: what it is to a pointer: "input", "kernel", "products", "output".
        x, y, cell: where it begins and how large a cell is.
        values: float (rows, cols); NaN is drawn blank. marks: uint8 flags of Mark, same shape.
        first: index of its first cell, (row, col), in whatever it is a part of.
        labels: the numbers as written, row by row; None where cells are too small for numbers.
        corners: small text in each cell's lower right corner; over: small text above the number.
            Both are there only where they can be read.
        downs: where in its cell each number stands, from 0 above to 1 below; None for all in the middle.
        channel: the channel it belongs to.
    """

    name: str
    x: float
    y: float
    cell: float
    values: Array
    scale: Scale
    marks: Array
    first: tuple[int, int] = (0, 0)
    labels: Sequence[Sequence[str]] | None = None
    corners: Sequence[Sequence[str]] | None = None
    over: Sequence[Sequence[str]] | None = None
    channel: int = 0
    downs: Array | None = None

    @property
    def box(self) -> Box:
        """The rectangle it fills."""
        rows, cols = self.values.shape
        return Box(self.x, self.y, cols * self.cell, rows * self.cell)

    def cell_box(self, row: float, col: float, height: float = 1, width: float = 1) -> Box:
        """The rectangle of a block of cells by their index in the whole; fractions lie between cells."""
        return Box(
            self.x + (col - self.first[1]) * self.cell,
            self.y + (row - self.first[0]) * self.cell,
            width * self.cell,
            height * self.cell,
        )


@dataclass(frozen=True)
class Outline:
    """A frame around a rectangle."""

    box: Box
    role: str
    width: float = 3.0
    dashed: bool = False
    strength: float = 1.0


@dataclass(frozen=True)
class Panel:
    """A filled rectangle with round corners."""

    box: Box
    role: str
    radius: float = 6.0
    strength: float = 1.0


@dataclass(frozen=True)
class Text:
    """One line of text; (x, y) is the middle of its left end, its centre or its right end."""

    x: float
    y: float
    text: str | Message
    role: str = "text"
    size: float = 13.0
    align: str = "left"
    bold: bool = False
    mono: bool = False
    strength: float = 1.0
    room: float | None = None
    """The width it must fit; text that is too long even so ends in an ellipsis."""
    least: float | None = None
    """The size to which it may shrink to fit its room."""
    shorter: tuple[str | Message, ...] = ()
    """What is said instead, the first of these that fits, when there is no room for the text."""
    row: str = ""
    """Texts of one row, by its name, are all as large as the smallest of them."""
    place: bool = False
    """Whether its numbers tell which output cell it is about."""


@dataclass(frozen=True)
class Curve:
    """A curved line from one point to another, drawn up to `progress`.

    It leaves and arrives horizontally, or downwards if it is `upright`. For `straight` pixels, at its start
    and at its end, it goes straight on: between two rows, or columns, of cells rather than across them.
    """

    start: tuple[float, float]
    end: tuple[float, float]
    role: str
    progress: float = 1.0
    dotted: bool = True
    width: float = 2.0
    upright: bool = False
    straight: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True)
class Wires:
    """Straight lines, each from (x, y) to (x, y), all alike."""

    segments: tuple[tuple[float, float, float, float], ...]
    role: str
    width: float = 1.0
    strength: float = 1.0


@dataclass(frozen=True, eq=False)
class Bars:
    """A signal as bars from 0, with a line along their tops; as many, side by side, as there are values.

    Attributes:
        box: what it fills. values: float (n,). low, high: the values at its lower and upper side.
        marks: uint8 flags of Mark, (n,): EMPTY bars are left out, TAP and LIT ones stand out.
    """

    box: Box
    values: Array
    low: float
    high: float
    marks: Array

    def y(self, value: float) -> float:
        """Where a value lies; at the nearer side when it is beyond."""
        part = (min(max(value, self.low), self.high) - self.low) / ((self.high - self.low) or 1.0)
        return self.box.bottom - part * self.box.h

    def bar(self, n: int) -> Box:
        """The n-th bar, from 0 to its value."""
        width = self.box.w / len(self.values)
        ends = sorted((self.y(0.0), self.y(float(self.values[n]))))
        return Box(self.box.x + n * width, ends[0], width, ends[1] - ends[0])


@dataclass(frozen=True)
class Graph:
    """A function drawn in a box between axes that cross at 0, and the values that are marked on it.

    Attributes:
        points: (x, y) of the line, in the units of `x_range` and `y_range`; what lies outside is cut off.
        x_range, y_range: the least and the greatest that the box shows.
        marks: points of the line that dots stand on, joined to both axes; the last one is the largest.
    """

    box: Box
    points: tuple[tuple[float, float], ...]
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    marks: tuple[tuple[float, float], ...] = ()
    role: str = "curve"

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the function stands, within the box."""
        (left, right), (low, high), box = self.x_range, self.y_range, self.box
        across = (min(max(x, left), right) - left) / (right - left)
        up = (min(max(y, low), high) - low) / (high - low)
        return (box.x + across * box.w, box.bottom - up * box.h)


@dataclass(frozen=True, eq=False)
class Photo:
    """A picture seen through a frame.

    Attributes:
        frame: what of it is seen. place: what all of it would fill.
        pixels: uint8 (H, W) grey or (H, W, 3) RGB. exact: whether each is a cell, and stays a sharp square.
    """

    frame: Box
    place: Box
    pixels: Array
    exact: bool


Item = Grid | Outline | Panel | Text | Curve | Wires | Bars | Graph | Photo


@dataclass(frozen=True)
class Spot:
    """A cell that a pointer is on: the grid's name, its channel, and the cell's index in the whole."""

    grid: str
    row: int
    col: int
    channel: int = 0


@dataclass(frozen=True)
class Size:
    """The room there is, in pixels of the painter's scale."""

    w: float
    h: float


@dataclass(frozen=True, eq=False)
class Figure:
    """Items to be painted first to last; the sentence says the same to who cannot see it."""

    size: Size
    items: tuple[Item, ...]
    sentence: Message
    least: float = SMALLEST
    """No text and no number in it is smaller."""

    def grids(self, name: str) -> list[Grid]:
        """The grids of that name, first to last."""
        return [item for item in self.items if isinstance(item, Grid) and item.name == name]

    def frame(self, role: str) -> Box | None:
        """What the boldest outline of a role goes around."""
        frames = [item for item in self.items if isinstance(item, Outline) and item.role == role]
        return max(frames, key=lambda frame: frame.width).box if frames else None

    def spot(self, x: float, y: float) -> Spot | None:
        """The cell at a point, the topmost where grids overlap."""
        for grid in reversed([item for item in self.items if isinstance(item, Grid)]):
            if grid.box.holds(x, y):
                rows, cols = grid.values.shape
                row = min(int((y - grid.y) / grid.cell), rows - 1)
                col = min(int((x - grid.x) / grid.cell), cols - 1)
                return Spot(grid.name, row + grid.first[0], col + grid.first[1], grid.channel)
        return None


def marks_like(values: Array) -> Array:
    """A mark for every cell, all NONE."""
    return np.zeros(values.shape, np.uint8)
