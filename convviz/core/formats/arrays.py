"""What every decoder does to its pixels: alpha onto white, the right way up, one of three dtypes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.cv import cv2

Pixels = NDArray[Any]

MAX_SLICES = 1024
"""Slices of a stack that are read."""


@dataclass(frozen=True)
class Pages:
    """The pictures in a file: the pages of a TIFF, the frames of an animation.

    Attributes:
        count: how many there are; a number above MAX_SLICES may be too small.
        read: decodes one after another, each like a format's pixels.
    """

    count: int
    read: Iterator[Pixels]


# EXIF 2.32, 4.6.4 A, tag 274: what to do to the stored rows and columns to see the picture upright.
_TURNS: dict[int, Callable[[Pixels], Any]] = {
    2: lambda stored: cv2.flip(stored, 1),
    3: lambda stored: cv2.rotate(stored, cv2.ROTATE_180),
    4: lambda stored: cv2.flip(stored, 0),
    5: cv2.transpose,
    6: lambda stored: cv2.rotate(stored, cv2.ROTATE_90_CLOCKWISE),
    7: lambda stored: cv2.flip(cv2.transpose(stored), -1),
    8: lambda stored: cv2.rotate(stored, cv2.ROTATE_90_COUNTERCLOCKWISE),
}


def upright(stored: Pixels, orientation: object) -> Pixels:
    """The picture as EXIF orientation 1..8 says it is seen; any other value leaves it as stored."""
    turn = _TURNS.get(orientation) if isinstance(orientation, int) else None
    return stored if turn is None else np.asarray(turn(stored))


def white_of(pixels: Pixels) -> float:
    """The value shown as white: 255, 65535, or for float 1.0 or the maximum when that is above it."""
    if pixels.dtype.kind == "u":
        return float(np.iinfo(pixels.dtype).max)
    return max(1.0, float(pixels.max(initial=0.0)))


def on_white(colour: Pixels, alpha: Pixels, *, premultiplied: bool = False) -> Pixels:
    """Lays a picture with transparency on white paper.

    Args:
        colour: (H, W) or (H, W, 3), uint8, uint16 or float32.
        alpha: (H, W) of the same dtype, from 0 (clear) to white (opaque).
        premultiplied: whether colour already is colour × alpha.

    Returns: an array like colour, rounded to nearest. In numbers: 100 under alpha 51 of 255 is
        100 × 0.2 + 255 × 0.8 = 224.
    """
    opaque = white_of(alpha) if alpha.dtype.kind == "u" else 1.0
    if alpha.min() >= opaque:
        return np.ascontiguousarray(colour)
    white = white_of(colour)
    result = np.empty_like(colour, order="C")
    for row in range(len(colour)):  # row by row: float64 copies of a whole photo would be large
        cover = alpha[row] / np.float64(opaque)
        if colour.ndim == 3:
            cover = cover[:, None]
        ink = colour[row] if premultiplied else colour[row] * cover
        mixed = np.minimum(ink + white * (1.0 - cover), white)
        result[row] = np.rint(mixed) if colour.dtype.kind == "u" else mixed
    return result


def settled(pixels: Pixels) -> Pixels:
    """The values as uint8, uint16 or float32, whichever first holds the file's kind of number.

    Integers of 16 bits and more become uint16 when all fit (0..65535), else float32; signed bytes too.
    """
    if pixels.dtype in (np.uint8, np.uint16, np.float32):
        return np.ascontiguousarray(pixels, dtype=pixels.dtype.newbyteorder("="))
    whole = pixels.dtype.kind in "iu"
    if whole and pixels.min() >= 0 and pixels.max() <= np.iinfo(np.uint16).max:
        return pixels.astype(np.uint16)
    return pixels.astype(np.float32)
