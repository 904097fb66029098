"""GIF. Pillow lays its frames over one another; whether they are all there is seen from the file's blocks.

What other viewers pass over is passed over: bytes between two blocks, as GIF87a has it, and the missing
trailer of a file that ends where a frame does.

Source: GIF89a specification (CompuServe, 1990), sections 17 to 27 and appendix B.
"""

from __future__ import annotations

from convviz.core.formats import openers
from convviz.core.formats.arrays import MAX_SLICES, Pages
from convviz.core.formats.reader import Reader

reader = Reader(openers.gif)

_HEAD, _FRAME_HEAD = 13, 10
_EXTENSION, _FRAME, _TRAILER = 0x21, 0x2C, 0x3B
_CONTROL = 0xF9
"""An extension that tells how the frame is shown that follows it."""


def pages(data: bytes) -> Pages:
    """The frames; raises IndexError or ValueError when the file ends in one, or before one it promises."""
    count = _frames(data)
    return reader.pages(data) if count <= MAX_SLICES else Pages(count, iter(()))


def _frames(data: bytes) -> int:
    """How many frames there are, up to one above MAX_SLICES; Pillow does not miss what is cut off."""
    count, at, promised = 0, _HEAD + _colours(data[10]), False
    while at < len(data) and data[at] != _TRAILER and count <= MAX_SLICES:
        if data[at] == _EXTENSION:
            promised |= data[at + 1] == _CONTROL
            at = _after_blocks(data, at + 2)
        elif data[at] == _FRAME:
            count, promised = count + 1, False
            at = _after_blocks(data, at + _FRAME_HEAD + _colours(data[at + 9]) + 1)
        else:
            at += 1
    if promised and at == len(data):
        raise ValueError("the file ends before a frame that it tells how to show")
    return count


def _colours(flags: int) -> int:
    """Bytes of a colour table."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _after_blocks(data: bytes, at: int) -> int:
    while data[at]:
        at += 1 + data[at]
    return at + 1
