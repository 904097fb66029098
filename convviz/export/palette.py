"""One palette for a whole film: its colours, and every picture's pixels as their numbers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

BITS = 5
"""Of each of red, green and blue, by which a pixel is looked up."""
SIDE = 1 << BITS
EVERY = 3
"""Of so many columns one is looked at, in every picture another."""
COMMON = 0.2
"""Share of the palette for the commonest colours, which are those of paper, lines and letters."""


class Palette:
    """At most `most` colours that stand for those of some pictures.

    The colours found are sorted into boxes of 8 × 8 × 8; each box is as good as its average. The commonest
    boxes come first; then always the one that is farthest from all chosen so far, weighed by how often it
    is seen. So a rare colour that nothing resembles, an orange frame, is there too.

    Attributes:
        colors: uint8 (n, 3).
    """

    def __init__(self, pictures: Iterable[Array], most: int = 255) -> None:
        counts = np.zeros(SIDE**3)
        sums = np.zeros((3, SIDE**3))
        for n, picture in enumerate(pictures):
            picture = picture[:, n % EVERY :: EVERY]
            boxes = _boxes(picture).ravel()
            counts += np.bincount(boxes, minlength=len(counts))
            for channel in range(3):
                sums[channel] += np.bincount(boxes, picture[..., channel].ravel(), len(counts))
        used = np.flatnonzero(counts)
        means, weights = (sums[:, used] / counts[used]).T, np.sqrt(counts[used])
        self.colors: Array = np.rint(means[_chosen(means, weights, most)]).astype(np.uint8)
        self._nearest = _lookup(self.colors)

    def indices(self, pixels: Array) -> Array:
        """The number of the nearest colour for each pixel: uint8 (H, W, 3) → uint8 (H, W)."""
        return self._nearest[_boxes(pixels)]


def _boxes(pixels: Array) -> Array:
    """The box that each pixel's colour is in."""
    high = (pixels >> (8 - BITS)).astype(np.uint16)
    boxes: Array = (high[..., 0] << (2 * BITS)) | (high[..., 1] << BITS) | high[..., 2]
    return boxes


def _chosen(means: Array, weights: Array, most: int) -> Array:
    """Which of the colours make the palette."""
    order = np.argsort(-weights)[: max(1, int(COMMON * most))]
    chosen = list(order)
    distance = np.full(len(means), np.inf)
    for n in order:
        distance = np.minimum(distance, ((means - means[n]) ** 2).sum(1))
    while len(chosen) < min(most, len(means)):
        n = int(np.argmax(distance * weights))
        chosen.append(n)
        distance = np.minimum(distance, ((means - means[n]) ** 2).sum(1))
    return np.array(chosen)


def _lookup(colors: Array) -> Array:
    """The nearest colour for the middle of every box, uint8 (boxes,)."""
    ladder = (np.arange(SIDE) << (8 - BITS)) + (1 << (7 - BITS))
    ladder[0], ladder[-1] = 0, 255  # black and white are the commonest in theirs
    middles = np.stack(np.meshgrid(ladder, ladder, ladder, indexing="ij"), -1).reshape(-1, 3)
    wanted = colors.astype(np.float32)
    # |m − c|² = |m|² − 2 m·c + |c|², and |m|² is the same for all c.
    scores = (wanted**2).sum(1) - 2 * middles.astype(np.float32) @ wanted.T
    nearest: Array = scores.argmin(1).astype(np.uint8)
    return nearest
