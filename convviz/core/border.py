"""What stands outside the image: for each padding mode, the cell that a place beyond the edge copies."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

CONSTANT = -1
"""The source index of a place that copies no cell but holds the padding value."""

NUMPY_MODES = {"reflect": "reflect", "replicate": "edge", "circular": "wrap"}
"""The modes that copy cells of the image, and what np.pad calls them. The others are its "constant"."""


class Border(NamedTuple):
    """What a layer has outside its input, before the size of its kernel is known.

    Attributes:
        mode, value: a padding mode, and what stands there where it copies no cell.
        pads: cells on each side (top, bottom, left, right); None is "same": as many as keep the size of the
            input, whatever the kernel's, the odd one after it.
    """

    mode: str = "zeros"
    value: float = 0.0
    pads: tuple[int, int, int, int] | None = None

    def around(self, plane: NDArray[Any], kernel: tuple[int, int]) -> NDArray[Any]:
        """A plane (H, W) and what stands around it for a kernel of that size (rows, columns).

        A plane that has no room for the kernel even so has as many cells around it as "same" gives it.
        """
        sides = self._sides(kernel)
        if any(n + sum(side) < k for n, side, k in zip(plane.shape, sides, kernel, strict=True)):
            sides = [same_side(k) for k in kernel]
        if self.mode in NUMPY_MODES:
            mode: Any = NUMPY_MODES[self.mode]
            return np.pad(plane, sides, mode)
        return np.pad(plane, sides, constant_values=self.value)

    def _sides(self, kernel: tuple[int, int]) -> list[tuple[int, int]]:
        if self.pads is None:
            return [same_side(k) for k in kernel]
        top, bottom, left, right = self.pads
        return [(top, bottom), (left, right)]


def same_side(k: int) -> tuple[int, int]:
    """Padding cells (before, after) with which windows of k taps make as many cells as there are."""
    return (k - 1) // 2, k // 2


def sources(places: NDArray[np.intp], n: int, mode: str) -> NDArray[np.intp]:
    """For places along an axis of n cells, inside or outside it, the index of the cell each one reads.

    zeros and constant read none (CONSTANT); reflect mirrors at the middle of the edge cell (… 2 1 | 0 1 2 …);
    replicate repeats the edge cell; circular starts again at the far side. PyTorch's torch.nn.functional.pad
    defines them so.

    Example: places −2 −1 0 of 5 cells read 2 1 0 (reflect), 0 0 0 (replicate), 3 4 0 (circular).
    """
    if mode == "reflect":
        mirrored = np.abs(places)
        return np.where(mirrored >= n, 2 * (n - 1) - mirrored, mirrored)
    if mode == "replicate":
        return places.clip(0, n - 1)
    if mode == "circular":
        return places % n
    return np.where((places >= 0) & (places < n), places, CONSTANT)


def read(
    x: NDArray[Any], rows: NDArray[np.intp], cols: NDArray[np.intp], value: float, dtype: Any = np.float64
) -> NDArray[Any]:
    """The cells of x (C, H, W) at source rows × source columns, the padding value where there is none.

    Returns: (C, len(rows), len(cols)) of `dtype`.
    """
    cells = x[:, rows[:, None], cols[None, :]].astype(dtype)
    cells[:, rows == CONSTANT, :] = value
    cells[:, :, cols == CONSTANT] = value
    return cells
