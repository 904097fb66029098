"""One kernel on one plane: what all strategies that work in bands add up.

A plane here is a part of the input with its border made, so that every window lies inside it; `out` is as
much smaller as the kernel reaches. OpenCV's filters make planes of the input's size, so they write to scratch
and what is valid of it is copied or added, while it is in the cache.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.cv import cv2
from convviz.core.fast.costs import DFT_PAYS, DIRECT_TAPS
from convviz.core.fast.scratch import Scratch

Array = NDArray[Any]
Pair = tuple[int, int]

MOST_CHANNELS = 64
"""Columns that OpenCV may take for the channels of one pixel; its own limit is at least 128."""
FEW = 3
"""So few taps are scaled and added one by one in place."""


def correlate(
    plane: Array,
    kernel: Array,
    dilation: Pair,
    out: Array,
    scratch: Scratch,
    add: bool = False,
    exact: bool = False,
) -> None:
    """Σ plane[r + u·dh, c + v·dw] · kernel[u, v] into out[r, c], or onto it.

    plane float32 (h, w); kernel (kh, kw); out float32, at most (h − dh(kh − 1), w − dw(kw − 1)).
    Without the DFT, whose sums are never quite whole, where they are to be `exact`.
    """
    taps = [(u, v) for u, row in enumerate(kernel.tolist()) for v, weight in enumerate(row) if weight]
    if not taps:
        if not add:
            out[...] = 0
        return
    if len(taps) <= FEW or dilation[1] > MOST_CHANNELS:
        _one_by_one(plane, kernel, dilation, out, taps, add)
        return
    for top, left, part in _pieces(kernel, taps, exact):
        shifted = plane[top * dilation[0] :, left * dilation[1] :]
        _filter(shifted, part, dilation, out, scratch, add)
        add = True


def _one_by_one(plane: Array, kernel: Array, dilation: Pair, out: Array, taps: list[Pair], add: bool) -> None:
    rows, cols = out.shape
    for u, v in taps:
        view = plane[u * dilation[0] :, v * dilation[1] :][:rows, :cols]
        if add:
            cv2.scaleAdd(view, float(kernel[u, v]), out, out)
        else:
            np.multiply(view, np.float32(kernel[u, v]), out=out)
        add = True


def _pieces(kernel: Array, taps: list[Pair], exact: bool) -> Iterator[tuple[int, int, Array]]:
    """(row, column, weights) of the parts in which filter2D sums a kernel, directly where that is quicker."""
    us, vs = zip(*taps, strict=True)
    top, left, bottom, right = min(us), min(vs), max(us) + 1, max(vs) + 1
    tall, wide = bottom - top, right - left
    if tall * wide > DIRECT_TAPS and (exact or len(taps) < DFT_PAYS):
        wide = min(wide, DIRECT_TAPS)
        tall = DIRECT_TAPS // wide
    for row in range(top, bottom, tall):
        for col in range(left, right, wide):
            part = kernel[row : min(row + tall, bottom), col : min(col + wide, right)]
            if part.any():
                yield row, col, part.astype(np.float32)


def _filter(plane: Array, kernel: Array, dilation: Pair, out: Array, scratch: Scratch, add: bool) -> None:
    """By filter2D; of a dilated kernel, one phase of rows after the other, phases of columns as channels."""
    kernel, (dh, dw) = stuffed(kernel, dilation)
    kh, kw = kernel.shape
    rows, cols = out.shape
    plane = plane[: rows + dh * (kh - 1), : cols + dw * (kw - 1)]
    whole = cols // dw * dw
    for first in range(dh):
        if whole:
            _phase(
                plane[first::dh, : whole + dw * (kw - 1)], kernel, dw, out[first::dh, :whole], scratch, add
            )
        if whole < cols:  # the last columns, with as many more as make whole pixels
            source = plane[first::dh, whole:]
            rest = scratch.array("rest", (source.shape[0], dw * kw))
            rest[:, source.shape[1] :] = 0
            rest[:, : source.shape[1]] = source
            _phase(rest, kernel, dw, out[first::dh, whole:], scratch, add)


def stuffed(kernel: Array, dilation: Pair) -> tuple[Array, Pair]:
    """The same taps with gaps of zeros, and the dilation that is left: of none if filter2D sums it directly.

    filter2D leaves zeros out, so that gaps cost nothing but the call that each phase would be: 7 × 7 at
    stride 3 and dilation 4 is 9 calls in place of 36. If not both axes fit, the rows may.
    """
    (kh, kw), (dh, dw) = kernel.shape, dilation
    tall, wide = dh * (kh - 1) + 1, dw * (kw - 1) + 1
    if tall * wide <= DIRECT_TAPS:
        return spread(kernel, dilation), (1, 1)
    if tall * kw <= DIRECT_TAPS:
        return spread(kernel, (dh, 1)), (1, dw)
    return kernel, dilation


def spread(kernel: Array, dilation: Pair) -> Array:
    """A kernel (…, kh, kw) whose taps are so far apart, zeros between them."""
    (kh, kw), (dh, dw) = kernel.shape[-2:], dilation
    if dilation == (1, 1):
        return kernel
    spread = np.zeros((*kernel.shape[:-2], dh * (kh - 1) + 1, dw * (kw - 1) + 1), kernel.dtype)
    spread[..., ::dh, ::dw] = kernel
    return spread


def _phase(plane: Array, kernel: Array, dw: int, out: Array, scratch: Scratch, add: bool) -> None:
    """One phase of rows: its columns, dw apart, lie side by side as the channels of a pixel."""
    if not out.size:
        return
    sums = scratch.array("sums", plane.shape)
    cv2.filter2D(pixels(plane, dw), cv2.CV_32F, kernel, pixels(sums, dw), (0, 0), 0, cv2.BORDER_REPLICATE)
    valid = sums[: out.shape[0], : out.shape[1]]
    if add:
        cv2.add(out, valid, out)
    else:
        np.copyto(out, valid)


def pixels(plane: Array, channels: int) -> Array:
    """The same cells, neighbours in a row taken for the channels of one pixel: a view."""
    if channels == 1:
        return plane
    return plane.reshape(plane.shape[0], plane.shape[1] // channels, channels)
