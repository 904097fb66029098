"""What every kernel does to one small picture, and what its weights look like: the gallery's drawings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core import lens
from convviz.core.border import Border
from convviz.core.cv import cv2
from convviz.core.kernel_makers import Rows

Array = NDArray[Any]

SIZE = (72, 96)
"""A thumbnail's (rows, columns)."""
AVERAGED = 8
"""A thumbnail's pixel is the average of so many rows and columns of pixels, evenly spread, or all there are.

Averaging all 24 megapixels of a photo took longer than its 72 thumbnails.
"""
BALANCED = 0.03
"""The share of Σ|w| up to which Σw counts as 0: such a kernel answers to changes only.

A Gabor's share is 0.01 to 0.02; that of the sharpening kernels, whose result is a picture, 0.06 and more.
"""

NEGATIVE, POSITIVE = (0x01, 0x66, 0x5E), (0x8C, 0x51, 0x0A)
"""Teal and brown: the weights −1 and +1 of a kernel whose largest |weight| is 1. 0 is white."""

SAME = Border()
"""Zeros around a small picture, as many as keep its size."""
MOST_PADS = SIZE[1]
"""Cells on each side of a small picture that are shown at most: among a million it could not be seen."""

_LUMA = (0.299, 0.587, 0.114)  # Rec. ITU-R BT.601


def fits(planes: Array) -> bool:
    """Whether a picture (C, H, W) is small enough to be shown whole, as the stage shows it."""
    _, height, width = planes.shape
    return bool(height <= SIZE[0] and width <= SIZE[1])


def shrunken(planes: Array, white: float) -> Array:
    """The middle of a picture (C, H, W), cut to a thumbnail's shape and shrunk to its size, grey.

    Three planes are red, green and blue. A picture that fits into a thumbnail stays whole. One smaller than
    a thumbnail keeps its pixels: a kernel would find edges between enlarged ones.

    Returns: float32 SIZE or smaller, 0 to 255.
    """
    _, height, width = planes.shape
    tall, wide = height, width
    if not fits(planes):
        tall = min(height, max(1, round(width * SIZE[0] / SIZE[1])))
        wide = min(width, max(1, round(tall * SIZE[1] / SIZE[0])))
    top, left = (height - tall) // 2, (width - wide) // 2
    step = max(1, min(tall // SIZE[0], wide // SIZE[1]) // AVERAGED)
    cut = (planes if len(planes) == 3 else planes[:1])[:, top : top + tall : step, left : left + wide : step]
    small = [np.ascontiguousarray(plane) for plane in cut]
    if tall > SIZE[0] or wide > SIZE[1]:
        small = [cv2.resize(plane, SIZE[::-1], interpolation=cv2.INTER_AREA) for plane in small]
    shares = _LUMA if len(small) == 3 else (1.0,)
    grey = np.tensordot(np.array(shares, np.float32), np.stack(small).astype(np.float32), 1)
    shown: Array = np.nan_to_num(grey * np.float32(255 / white)).clip(0, 255)
    return shown


def thumbnail(picture: Array, rows: Rows, whole: bool = False, border: Border = SAME) -> Array:
    """What a kernel makes of a shrunken picture: uint8 RGB (signed) or grey (held to 0–255).

    Part of a picture is mirrored at its cut, and fills the SIZE. A whole one's pixels become squares, as
    large as fit, and it has a cell for each window on it and the border around it. A kernel whose weights sum
    to 0 is blind to brightness and answers with signed changes; the result of any other is a picture again.
    """
    kernel = np.array(rows, np.float32)
    y = _of_whole(picture, kernel, border) if whole else cv2.filter2D(picture, cv2.CV_32F, kernel)
    name = "signed" if abs(kernel.sum()) <= BALANCED * np.abs(kernel).sum() else "clamp"
    shown = lens.render(y, name, lens.scale(name, lens.statistics(y), 255))
    if whole:
        times = max(min(SIZE[0] // len(shown), SIZE[1] // shown.shape[1]), 1)
        return shown.repeat(times, 0).repeat(times, 1)
    enlarged: Array = cv2.resize(shown, SIZE[::-1], interpolation=cv2.INTER_NEAREST)
    return enlarged


def _of_whole(picture: Array, kernel: Array, border: Border) -> Array:
    """The sums of the windows on a picture and the border around it."""
    kh, kw = kernel.shape
    padded = border.around(picture, (kh, kw))
    y = cv2.filter2D(padded, cv2.CV_32F, kernel, anchor=(0, 0))  # the window's first cell
    return np.ascontiguousarray(y[: len(padded) - kh + 1, : padded.shape[1] - kw + 1])


def thumbnails(planes: Array, white: float, kernels: Iterable[Rows], border: Border = SAME) -> list[Array]:
    """What each kernel makes of the middle of a picture (C, H, W), or of all of a small one in its border."""
    picture, whole = shrunken(planes, white), fits(planes)
    border = _shown(border, white)
    return [thumbnail(picture, rows, whole, border) for rows in kernels]


def _shown(border: Border, white: float) -> Border:
    """The border of a shrunken picture, whose white is 255."""
    border = border._replace(value=border.value * 255 / white)
    if border.pads is None:
        return border
    top, bottom, left, right = (min(cells, MOST_PADS) for cells in border.pads)
    return border._replace(pads=(top, bottom, left, right))


def weights_picture(rows: Rows) -> Array:
    """The weights as teal, white and brown, uint8 RGB (kh, kw, 3); the largest |weight| has full colour."""
    weights = np.array(rows, np.float64)
    share = weights / (np.abs(weights).max() or 1.0)
    ends = np.where(share[..., None] < 0, NEGATIVE, POSITIVE)
    picture: Array = np.rint(255 + np.abs(share)[..., None] * (ends - 255)).astype(np.uint8)
    return picture
