"""Whether cv2.imread makes the same pixels of a file as this program does.

It does for the files that most photographs are. Of others it drops transparency, overlooks a turn, or
makes other colours; what is not known to be the same is taken to differ.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import BinaryIO

_PNG = b"\x89PNG\r\n\x1a\n"
_PLAIN_CHUNKS = (b"IHDR", b"IDAT", b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"tIME", b"tEXt")
_PNG_KINDS = {0: "GRAYSCALE", 2: "COLOR"}
_JPEG_KINDS = {1: "GRAYSCALE", 3: "COLOR"}
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


def imread_kind(path: str) -> str | None:
    """GRAYSCALE or COLOR, the flag of imread that gives this program's pixels; None where none is known to.

    Known are PNG of 8 and 16 bits without palette, transparency and orientation, and JPEG of one or three
    components. Only the file's structure is read.
    """
    try:
        with Path(path).open("rb") as file:
            if file.read(8) == _PNG:
                return _png_kind(file)
            file.seek(0)
            return _jpeg_kind(file) if file.read(2) == b"\xff\xd8" else None
    except (OSError, struct.error):  # struct's: the file ends too soon
        return None


def _png_kind(file: BinaryIO) -> str | None:
    """Source: PNG specification, 5.3 and 11.2.2."""
    kind = None
    while True:
        length, name = struct.unpack(">I4s", file.read(8))
        if name == b"IEND":
            return kind
        if name not in _PLAIN_CHUNKS:
            return None
        start = file.tell()
        if name == b"IHDR":
            depth, colour = struct.unpack(">8xBB", file.read(10))
            kind = _PNG_KINDS.get(colour) if depth >= 8 else None
        file.seek(start + length + 4)


def _jpeg_kind(file: BinaryIO) -> str | None:
    """Source: ITU-T T.81, B.2. A turn may also be told in XMP, which OpenCV does not read."""
    while True:
        marker, length = struct.unpack(">xBH", file.read(4))
        content = file.read(length - 2)
        if marker == 0xE1 and b"tiff:Orientation" in content:
            return None
        if marker in _FRAMES:
            (components,) = struct.unpack(">5xB", content[:6])
            return _JPEG_KINDS.get(components)
