"""PNG. Pillow reads it but for colour of 16 bits per channel, of which it would keep 8, and what is small."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO

import numpy as np

from convviz.core.cv import cv2
from convviz.core.formats import openers
from convviz.core.formats.arrays import Pages, Pixels, on_white, upright
from convviz.core.formats.reader import Reader

_SIGNATURE = 8  # bytes, and then come the chunks: length, name, data, CRC (PNG specification, 5.3)
_NEEDED = (b"IHDR", b"tRNS", b"IDAT", b"IEND")
_LAST_CHUNK = b"IEND\xaeB`\x82"
_HEADER = 25  # bytes of the IHDR chunk, 13 of them its data
_GREY_ALPHA = 4

_SMALL = 1 << 20
"""Bytes of a file that is decoded before Pillow would be imported."""
_SIDE_NOTES = {b"pHYs": 9, b"sRGB": 1, b"gAMA": 4, b"cHRM": 32, b"tIME": 7}
"""Chunks that change no pixel, and how long they are."""
_CHANNELS = {0: 1, 2: 3}
"""Of the colour types grey and RGB."""
_FILTERS = 5

_reader = Reader(openers.png)


def size(file: BinaryIO) -> tuple[int, int]:
    """Width and height; they begin the IHDR chunk, which is always the first."""
    head = file.read(24)
    return int.from_bytes(head[16:20]), int.from_bytes(head[20:])


def pixels(data: bytes) -> Pixels:
    """The picture, upright; raises ValueError when the file ends before it does."""
    if data.rfind(_LAST_CHUNK) < 0:  # which spares reading what is cut off
        raise ValueError("no IEND chunk")
    depth, colour_type = data[24], data[25]  # of the IHDR chunk
    if depth == 16 and colour_type:
        return _deep(data, colour_type)
    return _by_opencv(data) if _is_plain(data) else _reader.pixels(data)


def pages(data: bytes) -> Pages:
    """The frames of an animated PNG. Of colour of 16 bits, Pillow would keep 8: its first picture is all."""
    if data.rfind(_LAST_CHUNK) < 0:
        raise ValueError("no IEND chunk")
    if data[24] == 16 and data[25]:
        return Pages(1, iter([pixels(data)]))
    return _reader.pages(data)


def _deep(data: bytes, colour_type: int) -> Pixels:
    """Colour, or grey with alpha, of 16 bits per channel."""
    from convviz.core.formats.pillow import orientation

    image = _reader.open(io.BytesIO(data))
    # Loading finds the orientation, wherever it is, and refuses damaged data, of which libpng would print.
    image.load()
    stored = cv2.imdecode(np.frombuffer(_bare(data), np.uint8), cv2.IMREAD_UNCHANGED)
    if stored is None or stored.dtype != np.uint16:
        raise ValueError("OpenCV does not decode it")
    colour = stored[..., 0] if colour_type == _GREY_ALPHA else stored[..., 2::-1]
    alpha = stored[..., 3] if stored.shape[2] == 4 else None
    flat = np.ascontiguousarray(colour) if alpha is None else on_white(colour, alpha)
    return upright(flat, orientation(image))


def _is_plain(data: bytes) -> bool:
    """Whether it is small, sound, and nothing but grey or RGB of 8 bits: OpenCV decodes it as Pillow would.

    To import Pillow takes as long as all else that a small picture is read and written for. Whatever is not
    as it should be in the least is left to Pillow, to read or to refuse.
    """
    if len(data) > _SMALL or data[24] != 8 or data[25] not in _CHANNELS or any(data[26:29]):
        return False
    try:
        chunks = [(data[start + 4 : start + 8], start, end) for start, end in _chunks(data)]
        names = [name for name, _, _ in chunks]
        first = names.index(b"IDAT")
        packed = b"".join(data[start + 8 : end - 4] for name, start, end in chunks if name == b"IDAT")
        return (
            names[0] == b"IHDR"
            and chunks[0][2] - chunks[0][1] == _HEADER
            and all(_SIDE_NOTES.get(name) == end - start - 12 for name, start, end in chunks[1:first])
            and set(names[first:-1]) == {b"IDAT"}
            and _is_whole(packed, *size(io.BytesIO(data)), _CHANNELS[data[25]])
        )
    except (ValueError, zlib.error):
        return False


def _is_whole(packed: bytes, width: int, height: int, channels: int) -> bool:
    """Whether packed rows, each behind the number of its filter, are as many and as long as said."""
    row = 1 + width * channels
    unpacking = zlib.decompressobj()
    rows = unpacking.decompress(packed, row * height + 1)
    return unpacking.eof and len(rows) == row * height and max(rows[::row]) < _FILTERS


def _by_opencv(data: bytes) -> Pixels:
    """A plain picture."""
    stored = cv2.imdecode(np.frombuffer(_bare(data), np.uint8), cv2.IMREAD_UNCHANGED)
    assert stored is not None, "its rows are whole"
    return np.ascontiguousarray(stored[..., ::-1] if stored.ndim == 3 else stored)


def _bare(data: bytes) -> bytes:
    """The same picture without the chunks it does not need, on which libpng comments on stderr."""
    needed = [data[start:end] for start, end in _chunks(data) if data[start + 4 : start + 8] in _NEEDED]
    return data[:_SIGNATURE] + b"".join(needed)


def _chunks(data: bytes) -> Iterator[tuple[int, int]]:
    """Where each chunk begins and ends; raises ValueError where one is not what its check sum says."""
    start, name = _SIGNATURE, b""
    while name != b"IEND":
        length, name = int.from_bytes(data[start : start + 4]), data[start + 4 : start + 8]
        end = start + 12 + length
        if end > len(data):
            raise ValueError("no IEND chunk")
        if zlib.crc32(data[start + 4 : end - 4]) != int.from_bytes(data[end - 4 : end]):
            raise ValueError(f"wrong check sum of {name!r}")
        yield start, end
        start = end
