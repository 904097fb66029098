"""Animated WebP: further frames are rectangles that change, without any loss.

Source: Google, WebP Container Specification (RFC 9649), chunks VP8X, ANIM and ANMF.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from PIL import Image

from convviz.export.footage import Array, Change, Footage, Frame, changes

ANIMATED = 0x02
AS_IT_IS = 0x02
"""A frame's pixels take the place of those below; they are not mixed with them."""
EFFORT = 20
"""Of 100. Lossless: how long the smallest file is looked for."""


def write(footage: Footage, frames: Iterator[Frame], file: BinaryIO) -> None:
    """Writes a film frame by frame; its size is filled in at the end."""
    width, height = footage.size
    start = file.tell()
    file.write(struct.pack("<4sI4s", b"RIFF", 0, b"WEBP"))
    file.write(_chunk(b"VP8X", struct.pack("<I", ANIMATED) + _u24(width - 1) + _u24(height - 1)))
    file.write(_chunk(b"ANIM", struct.pack("<IH", 0xFFFFFFFF, 0)))  # 0: for ever
    done = 0
    for change in changes(frames, even=True):
        milliseconds = _milliseconds(done + change.ticks, footage.fps) - _milliseconds(done, footage.fps)
        done += change.ticks
        file.write(_chunk(b"ANMF", _head(change, milliseconds) + _picture(change.part)))
    size = file.tell() - start - 8
    file.seek(start + 4)
    file.write(struct.pack("<I", size))
    file.seek(0, 2)


def _head(change: Change, milliseconds: int) -> bytes:
    rows, columns = change.rows, change.columns
    place = (columns.start // 2, rows.start // 2)
    size = (columns.stop - columns.start - 1, rows.stop - rows.start - 1)
    return b"".join(map(_u24, (*place, *size, milliseconds))) + bytes([AS_IT_IS])


def _milliseconds(ticks: int, fps: int) -> int:
    return round(ticks * 1000 / fps)


def _picture(pixels: Array) -> bytes:
    """The chunk that holds a still picture's pixels."""
    webp = BytesIO()
    Image.fromarray(pixels).save(webp, "WEBP", lossless=True, quality=EFFORT, method=1)
    return webp.getvalue()[12:]  # behind RIFF, its size and WEBP


def _u24(number: int) -> bytes:
    return number.to_bytes(3, "little")


def _chunk(name: bytes, data: bytes) -> bytes:
    return name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)
