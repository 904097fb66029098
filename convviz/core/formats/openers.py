"""Pillow's classes for formats, each imported when a file of it is opened: a picture needs one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Protocol

if TYPE_CHECKING:
    from PIL import Image


class Opener(Protocol):
    """A class of Pillow's for one format. It reads the header when made, the pixels when loaded."""

    def __call__(self, fp: BinaryIO, /) -> Image.Image: ...


def png(fp: BinaryIO, /) -> Image.Image:
    """PNG."""
    from PIL.PngImagePlugin import PngImageFile

    return PngImageFile(fp)


def jpeg(fp: BinaryIO, /) -> Image.Image:
    """JPEG."""
    from PIL.JpegImagePlugin import JpegImageFile

    return JpegImageFile(fp)


def webp(fp: BinaryIO, /) -> Image.Image:
    """WebP."""
    from PIL.WebPImagePlugin import WebPImageFile

    return WebPImageFile(fp)


def bmp(fp: BinaryIO, /) -> Image.Image:
    """BMP."""
    from PIL.BmpImagePlugin import BmpImageFile

    return BmpImageFile(fp)


def gif(fp: BinaryIO, /) -> Image.Image:
    """GIF."""
    from PIL.GifImagePlugin import GifImageFile

    return GifImageFile(fp)


def avif(fp: BinaryIO, /) -> Image.Image:
    """AVIF."""
    from PIL.AvifImagePlugin import AvifImageFile

    return AvifImageFile(fp)


def tga(fp: BinaryIO, /) -> Image.Image:
    """TGA."""
    from PIL.TgaImagePlugin import TgaImageFile

    return TgaImageFile(fp)


def tiff(fp: BinaryIO, /) -> Image.Image:
    """TIFF."""
    from PIL.TiffImagePlugin import TiffImageFile

    return TiffImageFile(fp)
