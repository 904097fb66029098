"""Single pictures: PNG, and vectors whose text is text."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from PIL import Image

from convviz.export.footage import Array, Footage, Frame


def write_png(footage: Footage, frames: Iterator[Frame], file: BinaryIO) -> None:
    """Writes the single picture as PNG."""
    file.write(png(footage.still()))


def write_svg(footage: Footage, frames: Iterator[Frame], file: BinaryIO) -> None:
    """Writes the single picture as SVG."""
    file.write(footage.svg())


def write_pdf(footage: Footage, frames: Iterator[Frame], file: BinaryIO) -> None:
    """Writes the single picture as a page of PDF."""
    file.write(footage.pdf())


def png(pixels: Array) -> bytes:
    """A picture, uint8 (H, W, 3), as PNG."""
    data = BytesIO()
    Image.fromarray(pixels).save(data, "PNG", compress_level=6)
    return data.getvalue()
