"""Formats that Pillow reads at full depth; what it holds in its many modes becomes one array.

Pillow refuses cut-off files, prints nothing, and decodes a photo as fast as OpenCV does once its
pixels are copied out in strips (12 megapixels: about 90 ms either way).
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import BinaryIO, Protocol

import numpy as np
from PIL import ExifTags, Image, ImageChops

from convviz.core.formats.arrays import Pages, Pixels, on_white, settled, upright

# How large a picture may be is decided by images.MAX_PIXELS, before any of it is decoded.
Image.MAX_IMAGE_PIXELS = None
# Pillow logs what it also raises; without a handler Python would print it.
logging.getLogger("PIL").addHandler(logging.NullHandler())

_STRIP = 2**18  # pixels copied at a time: small enough to stay in the processor's cache
_DEEP = ("I", "F", "I;16", "I;16B", "I;16L", "I;16N")
_GREY = ("1", "L", "LA", "La")


class Opener(Protocol):
    """A class of Pillow's for one format. It reads the header when made, the pixels when loaded."""

    def __call__(self, fp: BinaryIO, /) -> Image.Image: ...


class Reader:
    """Reads one format by one of Pillow's classes."""

    def __init__(self, opener: Opener) -> None:
        self._open = opener

    def size(self, file: BinaryIO) -> tuple[int, int]:
        """Width and height as stored; the pixels are not decoded."""
        return self._open(file).size

    def pixels(self, data: bytes) -> Pixels:
        """The picture, upright, (H, W) or (H, W, 3), as uint8, uint16 or float32."""
        return _upright(self._open(io.BytesIO(data)))

    def glimpse(self, data: bytes) -> Pixels:
        """The picture, upright, an eighth as high and as wide where the format has a short way to that.

        Of JPEG one number is decoded for each block of 8 × 8, in a quarter of the time.
        """
        image = self._open(io.BytesIO(data))
        image.draft(None, (max(1, image.width // 8), max(1, image.height // 8)))
        return _upright(image)

    def pages(self, data: bytes) -> Pages:
        """Every frame as it is seen: what the one before it leaves there included."""
        image = self._open(io.BytesIO(data))
        # An APNG may begin with a picture that is there for those who cannot show its frames.
        numbers = range(getattr(image, "default_image", False), getattr(image, "n_frames", 1))
        return Pages(len(numbers), self._frames(image, numbers))

    def page(self, data: bytes, number: int) -> Pixels:
        """One page."""
        image = self._open(io.BytesIO(data))
        return next(self._frames(image, range(number, number + 1)))

    def _frames(self, image: Image.Image, numbers: range) -> Iterator[Pixels]:
        for n in numbers:
            image.seek(n)
            yield _upright(image)


def _upright(image: Image.Image) -> Pixels:
    image.load()
    # Asked for after loading: PNG may hold it behind the pixels, and TIFF obeys it while loading.
    return upright(flattened(image), image.getexif().get(ExifTags.Base.Orientation))


def flattened(image: Image.Image) -> Pixels:
    """Any of Pillow's modes as grey (H, W) or RGB (H, W, 3), alpha laid on white.

    CMYK becomes RGB by Pillow's plain formula (colour profiles are not applied), palettes are looked up.
    """
    if image.mode in _DEEP:
        return settled(_copied(image))
    grey = image.mode in _GREY or (image.mode == "P" and _grey_palette(image))
    if image.has_transparency_data:
        layers = _copied(image.convert("RGBA"))
        return on_white(layers[..., 0] if grey else layers[..., :3], layers[..., 3])
    if image.mode == "CMYK" and image.format == "JPEG" and "adobe" not in image.info:
        # Adobe stores CMYK upside down and says so in its marker; Pillow takes every file for Adobe's.
        image = ImageChops.invert(image)
    target = "L" if grey else "RGB"
    return _copied(image if image.mode == target else image.convert(target))


def _grey_palette(image: Image.Image) -> bool:
    """Whether a palette holds no colour: GIF has no other way to be grey."""
    colours = np.reshape(image.getpalette("RGB") or [], (-1, 3))
    return bool((colours == colours[:, :1]).all())


def _copied(image: Image.Image) -> Pixels:
    """The image's values, copied strip by strip: twice as fast as all at once."""
    first = np.asarray(image.crop((0, 0, image.width, 1)))
    pixels = np.empty((image.height, *first.shape[1:]), first.dtype)
    rows = max(1, _STRIP // image.width)
    for top in range(0, image.height, rows):
        bottom = min(top + rows, image.height)
        pixels[top:bottom] = np.asarray(image.crop((0, top, image.width, bottom)))
    return pixels
