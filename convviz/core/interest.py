"""Where in a picture there is something to see, so that a class does not begin with a patch of sky."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.cv import cv2

Array = NDArray[Any]

LOOKED_AT = 512
"""Cells along each axis, in the middle of the picture, that are searched: their sums stay in the processor's
cache. Of twice as many along each axis the search took twenty times as long, on the UI thread."""


def liveliest(plane: Array, height: int, width: int) -> tuple[int, int]:
    """The top left cell of the height × width cells, near the middle of a plane (H, W), that differ most.

    They are those with the greatest sum of differences between neighbours; of a plain picture, the middle.
    """
    top, left = (max(0, (size - LOOKED_AT) // 2) for size in plane.shape)
    middle = plane[top : top + LOOKED_AT, left : left + LOOKED_AT]
    tall, wide = min(height, middle.shape[0]), min(width, middle.shape[1])
    differences = np.zeros(middle.shape, np.float32)
    if middle.shape[0] > 1:
        differences[1:] += cv2.absdiff(middle[1:], middle[:-1])
    if middle.shape[1] > 1:
        differences[:, 1:] += cv2.absdiff(middle[:, 1:], middle[:, :-1])
    sums = cv2.boxFilter(differences, -1, (wide, tall), anchor=(0, 0), borderType=cv2.BORDER_CONSTANT)
    sums = sums[: middle.shape[0] - tall + 1, : middle.shape[1] - wide + 1]
    if sums.max() <= sums.min():
        return (top + (middle.shape[0] - tall) // 2, left + (middle.shape[1] - wide) // 2)
    row, col = np.unravel_index(int(np.argmax(sums)), sums.shape)
    return (top + int(row), left + int(col))
