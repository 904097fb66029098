"""The picture formats that can be opened. One more is a row here, and a file beside when it needs one."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import BinaryIO, NamedTuple

from convviz.core.formats import gif, netpbm, openers, png, tiff
from convviz.core.formats.arrays import Pages, Pixels
from convviz.core.formats.openers import Opener
from convviz.core.formats.reader import Reader

SIGNATURE_BYTES = 128  # of a file's beginning, enough to tell its format


class Format(NamedTuple):
    """One format: how a file of it begins and usually ends its name, and what reads it."""

    name: str
    signature: bytes  # a regular expression; compiling all of them takes longer than opening a picture
    endings: tuple[str, ...]
    size: Callable[[BinaryIO], tuple[int, int]]  # (width, height) as stored, without decoding
    pixels: Callable[[bytes], Pixels]  # upright, (H, W) or (H, W, 3); raises whatever its library does
    pages: Callable[[bytes], Pages]  # all of a file's pictures; raises as pixels does
    glimpse: Callable[[bytes], Pixels] | None = None  # the picture much smaller and sooner, if there is a way


def _pillows(name: str, signature: bytes, endings: str, opener: Opener) -> Format:
    reader = Reader(opener)
    return _row(name, signature, endings, reader.size, reader.pixels, reader.pages)


def _jpeg() -> Format:
    row = _pillows("JPEG", rb"\xff\xd8\xff", ".jpg .jpeg .jpe .jfif", openers.jpeg)
    return row._replace(glimpse=Reader(openers.jpeg).glimpse)


def _row(
    name: str,
    signature: bytes,
    endings: str,
    size: Callable[[BinaryIO], tuple[int, int]],
    pixels: Callable[[bytes], Pixels],
    pages: Callable[[bytes], Pages],
) -> Format:
    return Format(name, signature, tuple(endings.split()), size, pixels, pages)


# TGA has no signature: its row tells plausible headers and is the last.
_TGA = rb".[\0\1][\1-\3\x09-\x0b].{13}[\1\x08\x0f\x10\x18\x20]"

FORMATS = (
    _row("PNG", rb"\x89PNG\r\n\x1a\n", ".png", png.size, png.pixels, png.pages),
    _jpeg(),
    _row("TIFF", rb"II[*+]\0|MM\0[*+]", ".tif .tiff", tiff.size, tiff.pixels, tiff.pages),
    _pillows("WebP", rb"RIFF....WEBP", ".webp", openers.webp),
    _pillows("BMP", rb"BM", ".bmp .dib", openers.bmp),
    _row("GIF", rb"GIF8[79]a", ".gif", gif.reader.size, gif.reader.pixels, gif.pages),
    _pillows("AVIF", rb"....ftyp.{0,64}?avi[fs]", ".avif", openers.avif),
    _row("Netpbm", rb"P[1-6Ff][\s#]", ".pgm .ppm .pbm .pnm .pfm", netpbm.size, netpbm.pixels, netpbm.pages),
    _pillows("TGA", _TGA, ".tga", openers.tga),
)


def told(head: bytes) -> Format | None:
    """The format a file is in, by its first SIGNATURE_BYTES; None when it is none of FORMATS."""
    return next((row for row in FORMATS if re.match(row.signature, head, re.DOTALL)), None)
