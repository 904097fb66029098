"""Where one tap of a sliding window meets the input: all windows at once, as a strided view."""

from __future__ import annotations

from convviz.core.nd.boxes import Box

Axes = tuple[int, ...]
"""One number for each axis."""

NOWHERE = slice(0, 0)


def met(part: slice, s: int, a: int, n: int) -> tuple[slice, slice]:
    """The windows r of `part` whose place r·s + a lies among n cells, and the cells they read there.

    Read the other way, it is a transposed convolution: the inputs r whose stamp falls among n output cells.

    Returns: (windows counted from part.start, cells), two slices of one length.
    Example: met(slice(0, 4), s=2, a=-1, n=5) == (slice(1, 3), slice(1, 4, 2)): window 0 would read cell −1.
    """
    first = max(part.start, -(a // s))
    last = min(part.stop, (n - 1 - a) // s + 1)
    if last <= first:
        return NOWHERE, NOWHERE
    start = first * s + a
    return slice(first - part.start, last - part.start), slice(start, start + (last - first - 1) * s + 1, s)


def met_along_axes(
    box: Box, stride: Axes, tap: Axes, dilation: Axes, before: Axes, shape: Axes
) -> tuple[Box, Box]:
    """`met` for each axis: where in the box, and where in an array of `shape`, a tap u·d − p reads."""
    pairs = [
        met(part, s, u * d - p, n)
        for part, s, u, d, p, n in zip(box, stride, tap, dilation, before, shape, strict=True)
    ]
    return tuple(to for to, _ in pairs), tuple(cells for _, cells in pairs)
