"""PNG. Pillow reads all of it but colour of 16 bits per channel, of which it would keep 8."""

from __future__ import annotations

import io
import zlib
from typing import BinaryIO

import numpy as np
from PIL import ExifTags, PngImagePlugin

from convviz.core.cv import cv2
from convviz.core.formats.arrays import Pages, Pixels, on_white, upright
from convviz.core.formats.pillow import Reader

_SIGNATURE = 8  # bytes, and then come the chunks: length, name, data, CRC (PNG specification, 5.3)
_NEEDED = (b"IHDR", b"tRNS", b"IDAT", b"IEND")
_LAST_CHUNK = b"IEND\xaeB`\x82"
_GREY_ALPHA = 4

_reader = Reader(PngImagePlugin.PngImageFile)


def size(file: BinaryIO) -> tuple[int, int]:
    """Width and height; they begin the IHDR chunk, which is always the first."""
    head = file.read(24)
    return int.from_bytes(head[16:20]), int.from_bytes(head[20:])


def pixels(data: bytes) -> Pixels:
    """The picture, upright; raises ValueError when the file ends before it does."""
    if data.rfind(_LAST_CHUNK) < 0:
        raise ValueError("no IEND chunk")
    depth, colour_type = data[24], data[25]  # of the IHDR chunk
    return _deep(data, colour_type) if depth == 16 and colour_type else _reader.pixels(data)


def pages(data: bytes) -> Pages:
    """The frames of an animated PNG. Of colour of 16 bits, Pillow would keep 8: its first picture is all."""
    if data.rfind(_LAST_CHUNK) < 0:
        raise ValueError("no IEND chunk")
    if data[24] == 16 and data[25]:
        return Pages(1, iter([pixels(data)]))
    return _reader.pages(data)


def _deep(data: bytes, colour_type: int) -> Pixels:
    """Colour, or grey with alpha, of 16 bits per channel."""
    image = PngImagePlugin.PngImageFile(io.BytesIO(data))
    # Loading finds the orientation, wherever it is, and refuses damaged data, of which libpng would print.
    image.load()
    stored = cv2.imdecode(np.frombuffer(_bare(data), np.uint8), cv2.IMREAD_UNCHANGED)
    if stored is None or stored.dtype != np.uint16:
        raise ValueError("OpenCV does not decode it")
    colour = stored[..., 0] if colour_type == _GREY_ALPHA else stored[..., 2::-1]
    alpha = stored[..., 3] if stored.shape[2] == 4 else None
    flat = np.ascontiguousarray(colour) if alpha is None else on_white(colour, alpha)
    return upright(flat, image.getexif().get(ExifTags.Base.Orientation))


def _bare(data: bytes) -> bytes:
    """The same picture without the chunks it does not need, on which libpng comments on stderr."""
    parts, start, name = [data[:_SIGNATURE]], _SIGNATURE, b""
    while name != b"IEND":
        length, name = int.from_bytes(data[start : start + 4]), data[start + 4 : start + 8]
        end = start + 12 + length
        if zlib.crc32(data[start + 4 : end - 4]) != int.from_bytes(data[end - 4 : end]):
            raise ValueError(f"wrong check sum of {name!r}")
        if name in _NEEDED:
            parts.append(data[start:end])
        start = end
    return b"".join(parts)
