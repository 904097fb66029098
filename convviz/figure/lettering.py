"""How large text may be in the room it has, told without a font.

Every character of a monospace font is equally wide, so numbers are measured exactly; other text is
measured with room to spare.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from itertools import chain
from math import floor

MONO_ADVANCE = 0.602
"""Width of a monospace character as a part of its size (DejaVu Sans Mono; Menlo's is the same)."""
SMALLEST = 8.0
"""Smaller numbers (pixels) cannot be read: cells without room for these show their colour only."""
SMALLEST_CELL = 12.5
"""A cell that numbers of that size stand in without touching the ones above."""
BIG_SHARE = 0.4
"""The share of a cell's height from which on a number is what the cell is there for."""
SNUG, SMALL_NUMBER = 0.52, 12.0
"""The share of a small cell's height that its number may take, up to this size, to be read all the same."""
SMALLEST_BESIDE = 9.0
"""The same for a small text beside a number, in a corner or above it: it is left out rather than smaller."""
CORNER_ROOM = 0.9
"""How much of the smallest size such a text may be short of."""
USED, FILLED, BRIMFUL = 0.84, 0.9, 0.95
"""The share of a cell's width that its number takes at most, that the smallest numbers may take, and that the
smallest texts beside a number may: there the frame of a class's cells is all that "155×−1" has room for."""

Labels = Sequence[Sequence[str]]

_least = ContextVar("least", default=SMALLEST)
"""The least size of the figure that is drawn or painted just now, by this thread."""


@contextmanager
def at_least(size: float) -> Iterator[None]:
    """Numbers that are measured within are at least so large, or have no room: as for a class to read."""
    before = _least.set(size)
    try:
        yield
    finally:
        _least.reset(before)


def least() -> float:
    """The size below which nothing is to be written now."""
    return _least.get()


def number_size(labels: Labels, cell: float, share: float = 0.4) -> float:
    """Pixel size at which the longest of the numbers fits its cell, at most `share` of the cell; 0 if none.

    In small cells a number that is what the cell is there for takes more of its height.

    Example: "−1020" in cells of 34 pixels is set at 9: 5 · 0.602 · 9 = 27.1, four fifths of 34.
    """
    smallest = least() if share >= BIG_SHARE else max(least(), SMALLEST_BESIDE)
    if cell < smallest * (SMALLEST_CELL / SMALLEST if share >= BIG_SHARE else CORNER_ROOM / share):
        return 0.0
    width = MONO_ADVANCE * max(longest(labels), 1)
    height = max(cell * share, min(cell * SNUG, SMALL_NUMBER)) if share >= BIG_SHARE else cell * share
    size = float(floor(min(height, USED * cell / width)))
    if size >= smallest:
        return size
    return smallest if width * smallest <= (FILLED if share >= BIG_SHARE else BRIMFUL) * cell else 0.0


def longest(labels: Labels) -> int:
    """Characters of the longest label."""
    return max(map(len, chain.from_iterable(labels)), default=0)


@lru_cache(maxsize=1024)
def width(text: str, size: float, bold: bool = False) -> float:
    """Pixels that text in a proportional font takes, rather too many than too few."""
    return sum(_advance(character) for character in text) * size * (1.1 if bold else 1.0)


def _advance(character: str) -> float:
    if ord(character) >= 0x2E80 or character in WIDE:
        return 1.0
    return 0.4 if character in NARROW else 0.66


WIDE, NARROW = "mwMWQ@−×→…", " .,:;·ijlt()[]|"
"""Characters about as wide as they are high, as Chinese ones are, and those less than half as wide."""
