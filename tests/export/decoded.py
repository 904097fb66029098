"""Exported files read again, by other code than wrote them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageSequence

from convviz.export.footage import Array

Shown = list[tuple[Array, float]]
"""Each picture, uint8 (H, W, 3), and how many seconds it is shown for."""


def animation(path: Path) -> Shown:
    """A GIF, APNG or WebP as Pillow shows it."""
    with Image.open(path) as image:
        return [
            (np.asarray(frame.convert("RGB")).copy(), frame.info["duration"] / 1000)
            for frame in ImageSequence.Iterator(image)
        ]


def loops(path: Path) -> int:
    """How often it goes round; 0 is for ever."""
    with Image.open(path) as image:
        return image.info["loop"]


def film(path: Path) -> Shown:
    """An MP4 as FFmpeg shows it."""
    import av

    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        seconds = 1 / float(stream.average_rate)
        return [(frame.to_ndarray(format="rgb24"), seconds) for frame in container.decode(stream)]


def folder(path: Path) -> Shown:
    """A folder of PNG files, as OpenCV reads them."""
    from convviz.core.cv import cv2

    files = sorted(path.iterdir())
    return [(cv2.cvtColor(cv2.imread(str(file)), cv2.COLOR_BGR2RGB), 0.0) for file in files]
