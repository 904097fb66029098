"""How output values become pixels. A filter's result is signed and has no natural white; a lens gives it one.

The numbers are never changed: a lens reads float32 values and answers with the pixels that show them.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, inf, isfinite
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from convviz.core import wanted
from convviz.core.cv import cv2

Array = NDArray[Any]

LENSES = ("signed", "absolute", "clamp", "offset", "stretch")
BINS = 256
HELD = 0.995
"""The share of the values that signed and absolute keep from saturating."""
MOST_WHOLE = 1 << 14
"""Whole numbers that are counted one by one, at the most."""
FAINT = 1e-6
"""What float32 sums lose to rounding, as a share of white: nothing smaller is made visible or counted."""
BAND = 1 << 18
"""Cells converted at a time: 1 MB of float32, so that what lies between two passes stays in the cache."""


def _ramp(negative: tuple[int, int, int], positive: tuple[int, int, int], levels: int) -> Array:
    """Colours from negative over white to positive, uint8 (2·levels + 1, 3)."""
    share = np.arange(1, levels + 1)[:, None] / levels
    sides = [255 + share * (np.array(end) - 255) for end in (negative, positive)]
    colours: Array = np.concatenate([sides[0][::-1], [[255] * 3], sides[1]])
    return np.rint(colours).astype(np.uint8)


DIVERGING = _ramp((0x21, 0x66, 0xAC), (0xB2, 0x18, 0x2B), 255)
"""The signed lens's colours, uint8 (511, 3) RGB: [0] is −s, blue; [255] is 0, white; [510] is +s, red."""
_DIVERGING_WORDS: Array = np.pad(DIVERGING, ((0, 0), (0, 1))).view(np.uint32).ravel()


class Statistics(NamedTuple):
    """What is known of an output's finite values.

    Attributes:
        minimum, maximum: the least and the greatest.
        counts: how many lie in each of 256 equally wide bins between them. A value on an edge is counted
            in the bin above, the greatest in the last.
        whole: how many lie from each whole number to the next, from the least to the greatest, when the
            values are whole numbers; else empty.
    """

    minimum: float
    maximum: float
    counts: tuple[int, ...]
    whole: tuple[int, ...] = ()

    @property
    def total(self) -> int:
        """How many values were counted."""
        return sum(self.counts)

    @property
    def edges(self) -> Array:
        """Where the bins begin and end, float64 (257,)."""
        return np.linspace(self.minimum, self.maximum, BINS + 1)


class Scale(NamedTuple):
    """The values that a lens shows as its first and its last colour."""

    low: float
    high: float


def statistics(y: Array) -> Statistics:
    """Range and histogram of float32 (C, H, W) or (H, W); infinities and NaN are left out."""
    rows = y.reshape(-1, y.shape[-1])
    low, high = _range(rows)
    if not isfinite(high - low):
        rows = rows[np.isfinite(rows)][:, None]
        low, high = _range(rows)
    if not rows.size:
        return Statistics(0.0, 0.0, (0,) * BINS)
    reach = max(high - low, 1e-30)
    if not _are_whole(rows, low, high):
        return Statistics(low, high, tuple(_counts(rows, low, BINS / reach, BINS).tolist()))
    whole = _counts(rows, low, 1.0, round(high - low) + 1)
    counts = np.zeros(BINS, np.int64)
    np.add.at(counts, np.minimum(np.arange(whole.size) * BINS // max(whole.size - 1, 1), BINS - 1), whole)
    return Statistics(low, high, tuple(counts.tolist()), tuple(whole.tolist()))


def _range(rows: Array) -> tuple[float, float]:
    """The least and the greatest value; what is not finite where one of the values is not."""
    found = [(cv2.sumElems(band)[0], *cv2.minMaxLoc(band)[:2]) for band in _bands(rows) if band.size]
    if not all(isfinite(total) for total, _, _ in found):
        return -inf, inf
    return min((low for _, low, _ in found), default=0.0), max((high for *_, high in found), default=0.0)


def _counts(rows: Array, low: float, alpha: float, bins: int) -> Array:
    """How many values lie in each of so many bins from low on, 1/alpha wide."""
    counts = np.zeros(bins, np.int64)
    depth = cv2.CV_8U if bins <= BINS else cv2.CV_16U
    # Rounding (v − low)·256/range − ½ is rounding down. The last thousandth lifts a value that lies on an
    # edge into the bin above; left to "half to even", whole numbers would make a comb of the histogram.
    beta = -low * alpha - 0.5 + 1 / 1024
    for band in _bands(rows):
        found = cv2.addWeighted(band, alpha, band, 0, beta, dtype=depth)
        counts += cv2.calcHist([found], [0], None, [bins], [0, bins]).ravel().astype(np.int64)
    return counts


def _are_whole(rows: Array, low: float, high: float) -> bool:
    """Whether all values are whole numbers, few enough between the least and the greatest.

    To look at every one takes 0.03 s of 100 million; where they are not whole, the first ones tell.
    """
    if high - low >= MOST_WHOLE or low != np.rint(low) or high != np.rint(high):
        return False
    return all(bool((band == np.rint(band)).all()) for band in _bands(rows))


def scale(lens: str, of: Statistics, white: float) -> Scale:
    """The values at the ends of a lens's colours, for an output with these statistics.

    signed, absolute: the smallest bound that holds 99.5 % of |y|, flat areas (the bin around 0) aside.
    clamp: 0 to white. offset: the same, moved down by the middle grey (128 of 8 bits). stretch: all there is.
    white is the input's: 255, 65535, or a float picture's own.
    """
    if lens == "clamp":
        return Scale(0.0, white)
    if lens == "offset":
        return Scale(-middle(white), white - middle(white))
    if lens == "stretch":
        return Scale(of.minimum, of.maximum)
    bound = max(_reach(of), FAINT * white)
    return Scale(-bound if lens == "signed" else 0.0, bound)


def middle(white: float) -> float:
    """The grey that offset shows 0 as: 128 of 8 bits, 32768 of 16 bits, half of white in a float picture."""
    return (white + 1) / 2 if white in (255, 65535) else white / 2


def render(y: Array, lens: str, by: Scale) -> Array:
    """The pixels that show float32 values (H, W), (1, H, W) or (3, H, W).

    Returns: uint8 (H, W, 3) RGB from the signed lens, which shows of three channels the one farthest from 0;
        otherwise grey (H, W) from one channel and RGB (H, W, 3) from three.
    """
    planes = y.reshape(-1, *y.shape[-2:])
    if lens == "signed":
        return _signed(planes, by.high)
    shown = np.empty((*planes.shape[1:], len(planes)), np.uint8)
    step = 255 / max(by.high - by.low, 1e-30)
    for n, plane in enumerate(planes):
        for at, band in _banded(plane):
            held = (np.abs(band) if lens == "absolute" else band).clip(by.low, by.high)
            shown[at, :, n] = _bytes(held, step, -by.low * step)
    return shown if len(planes) > 1 else shown[:, :, 0]


def ramp(lens: str, by: Scale, steps: int) -> Array:
    """Pixels that show evenly spaced values from a scale's low end to its high one: uint8 (1, steps, 3)."""
    shown = render(np.linspace(by.low, by.high, steps, dtype=np.float32)[None], lens, by)
    return shown if shown.ndim == 3 else np.repeat(shown[:, :, None], 3, axis=2)


def clamped(y: Array, lens: str, by: Scale) -> tuple[int, int]:
    """How many cells lie (below, above) what the lens can show, rounding aside; absolute ends at −s and s."""
    below, above = _bounds(lens, by)
    under = over = 0
    for band in _bands(y.reshape(-1, y.shape[-1])):
        under += int(np.count_nonzero(band < below))
        over += int(np.count_nonzero(band > above))
    return under, over


def clamped_mask(y: Array, lens: str, by: Scale) -> Array:
    """Which cells `clamped` counts, bool of y's shape."""
    below, above = _bounds(lens, by)
    return (y < below) | (y > above)


def _bounds(lens: str, by: Scale) -> tuple[float, float]:
    rounding = FAINT * (by.high - by.low)
    return (-by.high if lens == "absolute" else by.low) - rounding, by.high + rounding


def _reach(of: Statistics) -> float:
    """The smallest |edge| of a bin within which 99.5 % of |y| lie; the greatest |y| where few values differ.

    The bin that holds 0 is left out: what is flat says nothing of how strong the edges are, and a single
    bright dot in a dark picture is not to be saturated by all that is dark.
    """
    edges = of.edges
    far = np.maximum(np.abs(edges[:-1]), np.abs(edges[1:]))
    flat = (edges[:-1] <= 0) & (edges[1:] >= 0)
    order = np.argsort(far, kind="stable")
    held = np.cumsum(np.where(flat, 0, of.counts)[order])
    if not held[-1]:
        return max(abs(of.minimum), abs(of.maximum)) or 1.0
    return float(far[order][np.searchsorted(held, ceil(HELD * held[-1]))])


def _signed(planes: Array, bound: float) -> Array:
    """Diverging colours of each pixel's value farthest from 0."""
    shown = np.empty((*planes.shape[1:], 3), np.uint8)
    for at, band in _banded(planes[0]):
        for plane in planes[1:]:
            band = np.where(np.abs(plane[at]) > np.abs(band), plane[at], band)
        band = band.clip(-bound, bound)
        index: Array = cv2.addWeighted(band, 255 / bound, band, 0, 255, dtype=cv2.CV_16U)
        # Whole words are looked up three times as fast as rows of three bytes.
        words = _DIVERGING_WORDS.take(index, mode="clip").view(np.uint8)
        cv2.cvtColor(words.reshape(*index.shape, 4), cv2.COLOR_RGBA2RGB, shown[at])
    return shown


def _bytes(values: Array, alpha: float, beta: float) -> Array:
    """values·alpha + beta, rounded and held to 0..255; true only within the range of int32."""
    return cv2.addWeighted(values, alpha, values, 0, beta, dtype=cv2.CV_8U)


def _banded(rows: Array) -> Iterator[tuple[slice, Array]]:
    """(H, W) in bands of whole rows: where each lies, and its cells."""
    tall = max(1, BAND // rows.shape[1])
    for top in wanted.pieces(range(0, len(rows), tall)):
        at = slice(top, min(top + tall, len(rows)))
        yield at, rows[at]


def _bands(rows: Array) -> Iterator[Array]:
    return (band for _, band in _banded(rows))
