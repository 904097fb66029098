"""Numbers as colours from dark to bright."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

# Ten of the 256 colours of viridis, evenly spaced; between them it is nearly straight.
# Source: S. van der Walt & N. Smith, "A Better Default Colormap for Matplotlib", SciPy 2015 (CC0).
_VIRIDIS = (
    "440154",
    "482878",
    "3e4989",
    "31688e",
    "26828e",
    "1f9e89",
    "35b779",
    "6ece58",
    "b5de2b",
    "fde725",
)


def _ramp() -> NDArray[np.uint8]:
    """256 colours, uint8 (256, 3)."""
    stops = np.array([list(bytes.fromhex(color)) for color in _VIRIDIS], np.float64)
    places = np.linspace(0, len(stops) - 1, 256)
    return (
        np.stack([np.interp(places, range(len(stops)), stops[:, c]) for c in range(3)], 1)
        .round()
        .astype(np.uint8)
    )


VIRIDIS = _ramp()


def heat_image(values: NDArray[Any]) -> QImage:
    """Numbers of at least 0, (H, W), 0 dark violet, the greatest yellow; all dark if all are 0."""
    greatest = float(values.max()) or 1.0
    levels = np.clip(np.rint(values / greatest * 255), 0, 255).astype(np.uint8)
    pixels = np.ascontiguousarray(VIRIDIS[levels])
    height, width = levels.shape
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
