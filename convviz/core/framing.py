"""A frame of whole pixels over a picture, moved and sized a little at a time to choose a part of it."""

from __future__ import annotations

from math import ceil, floor

from convviz.core.viewing import Rect

STRIDES = 48
"""So many strides lead across what is seen."""


def begun(seen: Rect, extent: Rect) -> Rect:
    """The middle half of what is seen of a picture, at least one pixel."""
    top, height = _middle(max(seen.top, 0.0), min(seen.bottom, extent.bottom), int(extent.height))
    left, width = _middle(max(seen.left, 0.0), min(seen.right, extent.right), int(extent.width))
    return Rect(top, left, height, width)


def stride(seen: Rect) -> int:
    """Pixels that a frame is moved at once: as far on the screen whatever is seen, a pixel at least."""
    return max(1, round(max(seen.height, seen.width) / STRIDES))


def moved(frame: Rect, right: int, down: int, extent: Rect) -> Rect:
    """The frame elsewhere, as far as it stays on the picture."""
    top = min(max(frame.top + down, 0), extent.height - frame.height)
    left = min(max(frame.left + right, 0), extent.width - frame.width)
    return Rect(top, left, frame.height, frame.width)


def sized(frame: Rect, right: int, down: int, extent: Rect) -> Rect:
    """The frame with its lower right corner elsewhere: a pixel at least, and nothing beyond the picture."""
    height = min(max(frame.height + down, 1), extent.height - frame.top)
    width = min(max(frame.width + right, 1), extent.width - frame.left)
    return Rect(frame.top, frame.left, height, width)


def beyond(frame: Rect, seen: Rect) -> tuple[float, float]:
    """How far (right, down) the view has to move to show the frame's lower right corner, then its upper left.

    Example: beyond(Rect(0, 90, 10, 20), Rect(0, 0, 100, 100)) == (10, 0)
    """
    return (
        _reach(frame.left, frame.right, seen.left, seen.right),
        _reach(frame.top, frame.bottom, seen.top, seen.bottom),
    )


def _middle(begin: float, end: float, cells: int) -> tuple[int, int]:
    """(first, count) of the middle half between two places, of so many pixels."""
    quarter = max(end - begin, 0.0) / 4
    first = min(max(floor(begin + quarter), 0), cells - 1)
    last = min(max(ceil(end - quarter), first + 1), cells)
    return first, last - first


def _reach(begin: float, end: float, first: float, last: float) -> float:
    if begin < first:
        return begin - first
    return min(max(end - last, 0.0), begin - first)
