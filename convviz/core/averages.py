"""A large picture made smaller, a few rows at a time: each pixel is the average of the cells it covers.

OpenCV's INTER_AREA makes the same averages in one call: of 100 megapixels 110 ms on two cores, in which no
hand is answered. It weighs cell by cell. Here whole rows are added first, which is quick, and only the sums
are averaged along the row: 52 ms, in pieces of about half a millisecond, on one core. Nobody waits for
averages; shared among threads they took 42 ms, and a hand that panned meanwhile had its picture later.
"""

from __future__ import annotations

from itertools import product
from math import ceil, floor
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core import wanted
from convviz.core.cv import cv2

Array = NDArray[Any]

AT_ONCE = 1 << 21
"""Cells of a plane that one call of OpenCV averages in 2 ms."""
PIECE = 1 << 20
"""Cells averaged at a time, or those of one row of pixels where that covers more."""
NOTHING = 1e-3
"""A smaller share of a row is left out, as OpenCV does."""


def averaged(planes: Array, size: tuple[int, int]) -> Array:
    """Planes (C, H, W) as (C, *size), of the same type; size is (rows, columns), no more than they have.

    The same numbers as INTER_AREA's, but for the last bits where rows are parted, since they are added in
    another order; the sums of rows must fit the type.
    """
    _, tall, wide = planes.shape
    if tall * wide <= AT_ONCE:
        return np.stack([_resized(plane, size) for plane in wanted.pieces(planes)])
    rows, cols = size
    small = np.empty((len(planes), rows, cols), planes.dtype)
    # Blocks of whole cells OpenCV adds quickly itself, and each by itself, so that bands are the same.
    whole = tall % rows == 0 == wide % cols
    step = max(1, PIECE * rows // (tall * wide))

    for channel, top in wanted.pieces(product(range(len(planes)), range(0, rows, step))):
        band = small[channel, top : top + step]
        if whole:
            each = tall // rows
            band[...] = _resized(planes[channel, top * each : (top + len(band)) * each], band.shape)
        else:
            _average(planes[channel], rows, top, band)
    return small


def _average(plane: Array, rows: int, top: int, band: Array) -> None:
    """Writes rows of the smaller plane, of so many, from `top` on."""
    depth = np.float64 if plane.dtype == np.float64 else np.float32
    lines = np.empty((len(band), plane.shape[1]), depth)
    part = np.empty(plane.shape[1], depth)
    for n in range(len(band)):
        _add_rows(plane, (top + n) * len(plane) / rows, (top + n + 1) * len(plane) / rows, lines[n], part)
    lines *= rows / len(plane)
    found = _resized(lines, band.shape)
    band[...] = np.rint(found) if plane.dtype.kind in "ui" else found


def _add_rows(plane: Array, start: float, stop: float, total: Array, part: Array) -> None:
    """Adds the rows from start to stop, of the first and the last that share which lies between."""
    first, after = ceil(start), floor(stop)
    if first < after:
        depth = cv2.CV_64F if total.dtype == np.float64 else cv2.CV_32F
        cv2.reduce(plane[first:after], 0, cv2.REDUCE_SUM, total[None], depth)
    else:
        total[...] = 0
    for row, share in ((first - 1, first - start), (after, stop - after)):
        if share > NOTHING:
            np.multiply(plane[row], share, out=part, dtype=part.dtype)
            np.add(total, part, out=total)


def _resized(plane: Array, size: tuple[int, ...]) -> Array:
    small: Array = cv2.resize(plane, size[::-1], interpolation=cv2.INTER_AREA)
    return small
