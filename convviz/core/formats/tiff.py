"""TIFF. OpenCV decodes it at every depth and obeys its orientation; Pillow reads the tags.

Source of the tags' numbers and meanings: TIFF 6.0 (Adobe, 1992).
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

import numpy as np

from convviz.core.cv import cv2
from convviz.core.formats import openers
from convviz.core.formats.arrays import MAX_SLICES, Pages, Pixels, on_white, settled
from convviz.core.formats.reader import Reader

Tags = Mapping[int, Any]

_WIDTH, _HEIGHT, _BITS, _COMPRESSION, _PHOTOMETRIC, _SAMPLES = 256, 257, 258, 259, 262, 277
_EXTRA_SAMPLES = 338
_PLACES = ((273, 279), (324, 325))  # offsets and byte counts, of strips and of tiles
_NONE, _OPENCVS = 1, (1, 2, 3, 4, 5, 8, 32773, 32946)  # compressions: none … fax, LZW, deflate, PackBits
_WHITE_IS_ZERO, _GREYS_AND_PALETTE, _GREYS_AND_RGB = 0, (0, 1, 3), (0, 1, 2)
_PREMULTIPLIED = 1
_SUBFILE, _REDUCED = 254, 1  # a page that is another one made smaller

_pillow = Reader(openers.tiff)


def size(file: BinaryIO) -> tuple[int, int]:
    """Width and height as stored."""
    tags = _tags(file)
    return int(tags[_WIDTH]), int(tags[_HEIGHT])


def pixels(data: bytes) -> Pixels:
    """The first page, upright; raises ValueError when the data it points to are not there."""
    return _page(data, np.frombuffer(data, np.uint8), _tags(io.BytesIO(data)), 0)


def pages(data: bytes) -> Pages:
    """Every page but those that are others made smaller."""
    found = [
        (n, *page)
        for n, page in enumerate(_directories(io.BytesIO(data)))
        if not page[1].get(_SUBFILE, 0) & _REDUCED
    ]
    return Pages(len(found), _each_page(data, found))


def _each_page(data: bytes, found: list[tuple[int, int, Tags]]) -> Iterator[Pixels]:
    """OpenCV decodes the page that the file's head points to, so the head of a copy points to each."""
    turned = np.frombuffer(data, np.uint8).copy()
    start, size = (8, 8) if _is_big(data) else (4, 4)
    for number, offset, tags in found:
        place = offset.to_bytes(size, "little" if data[:2] == b"II" else "big")
        turned[start : start + size] = np.frombuffer(place, np.uint8)
        yield _page(data, turned, tags, number)


def _page(data: bytes, turned: Pixels, tags: Tags, number: int) -> Pixels:
    _check_whole(tags, len(data))
    bits = max(tags.get(_BITS, (1,)))
    by_opencv = _suits_opencv(tags, bits)
    result = _by_opencv(turned, tags, bits) if by_opencv else _pillow.page(data, number)
    if bits > 8 and result.dtype == np.uint8:
        raise ValueError(f"{bits} bits per channel would become 8")
    return result


def _suits_opencv(tags: Tags, bits: int) -> bool:
    """OpenCV drops the alpha of grey, and takes what is deeper than bytes for grey or RGB unseen."""
    colours = tags.get(_PHOTOMETRIC, _WHITE_IS_ZERO)
    alpha_on_grey = _EXTRA_SAMPLES in tags and colours in _GREYS_AND_PALETTE
    other_and_deep = bits > 8 and colours not in _GREYS_AND_RGB
    return tags.get(_COMPRESSION, _NONE) in _OPENCVS and not alpha_on_grey and not other_and_deep


def _is_big(head: bytes) -> bool:
    """Whether it is a BigTIFF, whose offsets have 8 bytes."""
    return head[2:4] in (b"+\0", b"\0+")


def _tags(file: BinaryIO) -> Tags:
    """The tags of the first page."""
    return next(_directories(file))[1]


def _directories(file: BinaryIO) -> Iterator[tuple[int, Tags]]:
    """Offset and tags of every page, of no more than one above MAX_SLICES."""
    from convviz.core.formats.pillow import directory  # when there is one to be read

    head = file.read(8)
    if _is_big(head):
        head += file.read(8)
    offset, seen = directory(head).next, set[int]()
    while offset and len(seen) <= MAX_SLICES:
        if offset in seen:
            raise ValueError(f"pages go round in a circle at byte {offset}")
        seen.add(offset)
        tags = directory(head)
        file.seek(offset)
        tags.load(file)
        yield offset, tags
        offset = tags.next


def _check_whole(tags: Tags, length: int) -> None:
    """Refuses a file whose strips or tiles lie beyond its end or are too few bytes; decoders guess."""
    for offsets, counts in _PLACES:
        if offsets in tags and counts in tags:
            ends = [start + count for start, count in zip(tags[offsets], tags[counts], strict=True)]
            if max(ends) > length:
                raise ValueError(f"data to byte {max(ends)} of {length}")
            bits = tags[_WIDTH] * tags[_HEIGHT] * tags.get(_SAMPLES, 1) * max(tags.get(_BITS, (1,)))
            if tags.get(_COMPRESSION, _NONE) == _NONE and sum(tags[counts]) * 8 < bits:
                raise ValueError(f"{sum(tags[counts])} bytes for {bits} bits")


def _by_opencv(data: Pixels, tags: Tags, bits: int) -> Pixels:
    decoded = cv2.imdecode(data, cv2.IMREAD_UNCHANGED)
    if decoded is None:
        raise ValueError("OpenCV does not decode it")
    stored = settled(decoded)
    if stored.ndim == 2:
        # OpenCV turns these round only when it unpacks them to bytes.
        inverted = tags.get(_PHOTOMETRIC) == _WHITE_IS_ZERO and stored.dtype == np.uint16
        return np.iinfo(np.uint16).max - stored if inverted else stored
    colour = stored[..., 2::-1]
    if stored.shape[2] == 3:
        return np.ascontiguousarray(colour)
    # libtiff multiplies by alpha while unpacking to bytes; deeper values come as they are stored.
    multiplied = bits <= 8 or tags.get(_EXTRA_SAMPLES, (0,))[0] == _PREMULTIPLIED
    return on_white(colour, stored[..., 3], premultiplied=multiplied)
