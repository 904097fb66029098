"""How large text may be in the room it has, told without a font.

Every character of a monospace font is equally wide, so numbers are measured exactly; other text is
measured with room to spare.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

MONO_ADVANCE = 0.602
"""Width of a monospace character as a part of its size (DejaVu Sans Mono; Menlo's is the same)."""
SMALLEST = 7.0
"""Smaller numbers (pixels) cannot be read: cells without room for these show their colour only."""
SMALLEST_CELL = 11.0
"""A cell that numbers of that size stand in without touching the ones above."""
USED, FILLED = 0.84, 0.96
"""The share of a cell's width that its number takes at most, and that the smallest numbers may take."""

Labels = Sequence[Sequence[str]]


def number_size(labels: Labels, cell: float, share: float = 0.4) -> float:
    """Pixel size at which the longest of the numbers fits its cell, at most `share` of the cell; 0 if none.

    Example: "−1020" in cells of 34 pixels is set at 9: 5 · 0.602 · 9 = 27.1, four fifths of 34.
    """
    if cell < SMALLEST_CELL:
        return 0.0
    width = MONO_ADVANCE * max(longest(labels), 1)
    size = float(floor(min(cell * share, USED * cell / width)))
    if size >= SMALLEST:
        return size
    return SMALLEST if width * SMALLEST <= FILLED * cell else 0.0


def longest(labels: Labels) -> int:
    """Characters of the longest label."""
    return max((len(text) for row in labels for text in row), default=0)


def width(text: str, size: float, bold: bool = False) -> float:
    """Pixels that text in a proportional font takes, rather too many than too few."""
    return sum(_advance(character) for character in text) * size * (1.1 if bold else 1.0)


def _advance(character: str) -> float:
    if ord(character) >= 0x2E80 or character in WIDE:
        return 1.0
    return 0.4 if character in NARROW else 0.66


WIDE, NARROW = "mwMWQ@−×→…", " .,:;·ijlt()[]|"
"""Characters about as wide as they are high, as Chinese ones are, and those less than half as wide."""
