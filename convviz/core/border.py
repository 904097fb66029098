"""What stands outside the image: for each padding mode, the cell that a place beyond the edge copies."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

CONSTANT = -1
"""The source index of a place that copies no cell but holds the padding value."""


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
