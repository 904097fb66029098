"""Formats that Pillow reads, each by one of its classes; it is imported for the first file that needs it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from convviz.core.formats.arrays import Pages, Pixels

if TYPE_CHECKING:
    from PIL import Image

    from convviz.core.formats.openers import Opener


class Reader:
    """Reads one format by one of Pillow's classes."""

    def __init__(self, opener: Opener) -> None:
        self._opener = opener

    def open(self, file: BinaryIO) -> Image.Image:
        """The file as Pillow has it: its header is read, its pixels are not."""
        from convviz.core.formats import pillow

        return pillow.opened(self._opener, file)

    def size(self, file: BinaryIO) -> tuple[int, int]:
        """Width and height as stored; the pixels are not decoded."""
        return self.open(file).size

    def pixels(self, data: bytes) -> Pixels:
        """The picture, upright, (H, W) or (H, W, 3), as uint8, uint16 or float32."""
        return _seen(self.open(io.BytesIO(data)))

    def glimpse(self, data: bytes) -> Pixels:
        """The picture, upright, an eighth as high and as wide where the format has a short way to that.

        Of JPEG one number is decoded for each block of 8 × 8, in a quarter of the time.
        """
        image = self.open(io.BytesIO(data))
        image.draft(None, (max(1, image.width // 8), max(1, image.height // 8)))
        return _seen(image)

    def pages(self, data: bytes) -> Pages:
        """Every frame as it is seen: what the one before it leaves there included."""
        image = self.open(io.BytesIO(data))
        # An APNG may begin with a picture that is there for those who cannot show its frames.
        numbers = range(getattr(image, "default_image", False), getattr(image, "n_frames", 1))
        return Pages(len(numbers), _frames(image, numbers))

    def page(self, data: bytes, number: int) -> Pixels:
        """One page."""
        image = self.open(io.BytesIO(data))
        return next(_frames(image, range(number, number + 1)))


def _frames(image: Image.Image, numbers: range) -> Iterator[Pixels]:
    for n in numbers:
        image.seek(n)
        yield _seen(image)


def _seen(image: Image.Image) -> Pixels:
    from convviz.core.formats import pillow

    return pillow.seen(image)
