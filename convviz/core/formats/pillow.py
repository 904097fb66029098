"""What Pillow reads, at full depth: what it holds in its many modes becomes one array.

Pillow refuses cut-off files, prints nothing, and decodes a photo as fast as OpenCV does once its
pixels are copied out in strips (12 megapixels: about 90 ms either way).
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, BinaryIO

import numpy as np
from PIL import ExifTags, Image, ImageChops, _imaging

from convviz.core.formats.arrays import Pixels, on_white, settled, upright

if TYPE_CHECKING:
    from PIL import TiffImagePlugin

    from convviz.core.formats.openers import Opener

# How large a picture may be is decided by images.MAX_PIXELS, before any of it is decoded.
Image.MAX_IMAGE_PIXELS = None
# WORKAROUND: memory in blocks of up to 32 MB the C library keeps, and clears before it gives it away again;
# meanwhile no other thread of Python runs, for 40 ms of 24 megapixels, from the second picture on. Larger
# blocks are new.
_imaging.set_block_size(2**28)
# Pillow logs what it also raises; without a handler Python would print it.
logging.getLogger("PIL").addHandler(logging.NullHandler())

_STRIP = 2**18  # pixels copied at a time: small enough to stay in the processor's cache
_DEEP = ("I", "F", "I;16", "I;16B", "I;16L", "I;16N")
_GREY = ("1", "L", "LA", "La")


def opened(opener: Opener, file: BinaryIO) -> Image.Image:
    """A file as one of Pillow's classes has it."""
    return opener(file)


def directory(head: bytes) -> TiffImagePlugin.ImageFileDirectory_v2:
    """The tags of one page of a TIFF, empty yet, of a file that begins so."""
    from PIL import TiffImagePlugin

    return TiffImagePlugin.ImageFileDirectory_v2(head)


def seen(image: Image.Image) -> Pixels:
    """An opened picture, decoded, upright."""
    image.load()
    # Asked for after loading: PNG may hold it behind the pixels, and TIFF obeys it while loading.
    return upright(flattened(image), orientation(image))


def orientation(image: Image.Image) -> object:
    """What a loaded picture's EXIF says of it; None where it says nothing."""
    return image.getexif().get(ExifTags.Base.Orientation)


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
