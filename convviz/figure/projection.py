"""How a figure is put on a screen: its size, its scale, and how small its text may be."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from convviz.figure.figure import Box, Size
from convviz.figure.lettering import SMALLEST

MARGIN, CLOSE_MARGIN = 14.0, 8.0
"""Around the figure, in its own pixels; the second in front of a class, where every bit is needed."""
CLASS, LEGIBLE = Size(792.0, 445.5), 11.0
"""In front of a class the screen is this large in the figure's pixels, and no text of it is smaller.

On 1920 × 1080 that is 11 · 1080 / 445.5 = 26.7 pixels, 20 points at 96 to the inch.
"""
ROOM = Size(532.0, 252.0)
"""The least that a figure needs, in its own pixels."""


@dataclass(frozen=True)
class Projection:
    """A figure on a screen of `width` × `height` pixels.

    Attributes:
        zoom: how large it is to be shown, as a part of its usual size; in front of a class it is never less.
        in_class: whether the screen is read from the last row.
        taken: pixels of the screen's height that stand above the figure's: they do not make its text smaller.
    """

    width: float
    height: float
    zoom: float = 1.0
    in_class: bool = False
    taken: float = 0.0

    @property
    def scale(self) -> float:
        """Pixels of the screen for one of the figure's: as wished, as far as there is room."""
        zoom = max(self.zoom, 1.0) if self.in_class else self.zoom
        return max(min(self._usual * zoom, self._most), 0.1)

    @property
    def full(self) -> bool:
        """Whether there is no room for a larger scale."""
        return self.scale >= self._most - 1e-6

    @property
    def margin(self) -> float:
        """Around the figure, in its pixels."""
        return CLOSE_MARGIN if self.in_class else MARGIN

    @property
    def size(self) -> Size:
        """The room that the figure has, in its pixels."""
        wide, high = (side / self.scale - 2 * self.margin for side in (self.width, self.height))
        return Size(max(wide, 1.0), max(high, 1.0))

    @property
    def least(self) -> float:
        """The least size of its text, in its pixels: a whole number, as fonts have."""
        return float(ceil(LEGIBLE * self._usual / self.scale - 1e-6)) if self.in_class else SMALLEST

    @property
    def letters(self) -> int:
        """The least height of a letter that the last row reads, in pixels of the screen."""
        return ceil(LEGIBLE * self._usual - 1e-6)

    def on_screen(self, box: Box) -> Box:
        """A box of the figure, on the screen."""
        s, margin = self.scale, self.margin
        return Box((box.x + margin) * s, (box.y + margin) * s, box.w * s, box.h * s)

    def in_figure(self, x: float, y: float) -> tuple[float, float]:
        """A point of the screen, in the figure."""
        return (x / self.scale - self.margin, y / self.scale - self.margin)

    @property
    def _usual(self) -> float:
        if not self.in_class:
            return 1.0
        return min(self.width / CLASS.w, (self.height + self.taken) / CLASS.h)

    @property
    def _most(self) -> float:
        around = 2 * self.margin
        return max(min(self.width / (ROOM.w + around), self.height / (ROOM.h + around)), 0.1)
