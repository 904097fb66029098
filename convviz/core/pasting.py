"""Pictures from the clipboard, as files: so that what was pasted is there again at the next start."""

from __future__ import annotations

import os

import numpy as np

from convviz.core.errors import ImageError
from convviz.core.images import from_rgb
from convviz.core.saving import save_shown


def save_pasted(path: str | os.PathLike[str], rgba: bytes, height: int, width: int) -> None:
    """Writes a pasted picture as PNG, transparency laid on white.

    Args:
        path: where to; must end in .png.
        rgba: red, green, blue, alpha of each pixel, row by row.
        height: rows of pixels.
        width: pixels in a row; rgba has height × width × 4 bytes.

    Raises: ImageError pasted_size, image_too_large, or as saving.write_whole.
    """
    if min(height, width) < 1 or len(rgba) != height * width * 4:
        raise ImageError("pasted_size", height=height, width=width, count=len(rgba))
    pixels = np.frombuffer(rgba, np.uint8).reshape(height, width, 4)
    save_shown(path, from_rgb(pixels, "").pixels)
