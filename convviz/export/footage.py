"""What an exporter is handed: a film as frames, one of its pictures, and how far it has come.

Nothing here knows how frames are painted; `convviz.paint.film` paints them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


@dataclass(frozen=True, eq=False)
class Frame:
    """A picture, uint8 (H, W, 3) RGB, and for how many ticks of 1/fps seconds it is shown."""

    pixels: Array
    ticks: int


class Footage(Protocol):
    """A film that can be asked for its frames, one after another: never all of them at once."""

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) in pixels."""

    @property
    def fps(self) -> int:
        """Ticks per second."""

    @property
    def ticks(self) -> int:
        """How long it is."""

    def frames(self) -> Iterator[Frame]:
        """The frames, first to last; no two that follow each other are the same."""

    def samples(self, count: int) -> Iterator[Array]:
        """Some of its pictures, from its beginning to its end, that have its colours."""

    def still(self) -> Array:
        """The single picture: uint8 (H, W, 3)."""

    def svg(self) -> bytes:
        """The single picture as SVG."""

    def pdf(self) -> bytes:
        """The single picture as a page of PDF."""


Watch = Callable[[int], None]
"""Told how many ticks are done, after every frame; what it raises ends the export."""


class Stopped(Exception):
    """Raised by a watch: the export is not wanted any more."""


@dataclass(frozen=True, eq=False)
class Change:
    """A frame as what it changes: the smallest rectangle that holds every pixel that is new.

    Attributes:
        pixels: the whole frame. rows, columns: of the rectangle. ticks: as Frame.
    """

    pixels: Array
    rows: slice
    columns: slice
    ticks: int

    @property
    def part(self) -> Array:
        """The pixels in the rectangle, one after another in memory."""
        return np.ascontiguousarray(self.pixels[self.rows, self.columns])


def changes(frames: Iterator[Frame], even: bool = False) -> Iterator[Change]:
    """Frames as what each changes; the first changes everything.

    Args:
        frames: no two that follow each other are the same.
        even: whether rectangles may begin only at even rows and columns.
    """
    before: Array | None = None
    for frame in frames:
        height, width = frame.pixels.shape[:2]
        if before is None:
            rows, columns = slice(0, height), slice(0, width)
        else:
            other = (frame.pixels != before).reshape(height, width * 3)
            rows = _extent(other.any(1), even)
            columns = _extent(other[rows].any(0).reshape(width, 3).any(1), even)
        yield Change(frame.pixels, rows, columns, frame.ticks)
        before = frame.pixels


def _extent(flags: Array, even: bool) -> slice:
    """From the first that is set to the last."""
    found = np.flatnonzero(flags)
    first = int(found[0])
    return slice(first - first % 2 if even else first, int(found[-1]) + 1)
