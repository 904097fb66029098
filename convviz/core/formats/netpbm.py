"""PBM, PGM, PPM and PFM, in plain and raw form, at their full depth.

Sources: netpbm.sourceforge.net/doc/{pbm,pgm,ppm}.html; PFM: pauldebevec.com/Research/HDR/PFM.
"""

from __future__ import annotations

import re
from typing import BinaryIO, NamedTuple

import numpy as np

from convviz.core.formats.arrays import Pages, Pixels

_HEADER_BYTES = 4096  # room for long comments
_GAP = rb"(?:\s|#[^\r\n]*[\r\n])+"
_SIZE = _GAP + rb"(\d{1,9})" + _GAP + rb"(\d{1,9})"
_BITMAP = rb"P([14])" + _SIZE + rb"\s"
_HEADER = rb"P([2356Ff])" + _SIZE + _GAP + rb"([-+.\deE]{1,20})\s"
_COMMENT = rb"#[^\r\n]*"


class _Header(NamedTuple):
    kind: bytes  # b"1" … b"6", b"f", b"F"
    width: int
    height: int
    scale: float  # largest value of PGM and PPM; for PFM its sign tells the byte order
    length: int  # bytes before the raster

    @property
    def shape(self) -> tuple[int, ...]:
        return (self.height, self.width, 3) if self.kind in b"36F" else (self.height, self.width)

    @property
    def numbers(self) -> int:
        return int(np.prod(self.shape, dtype=np.int64))


def size(file: BinaryIO) -> tuple[int, int]:
    """Width and height."""
    header = _parsed(file.read(_HEADER_BYTES))
    return header.width, header.height


def pixels(data: bytes) -> Pixels:
    """The picture: bits and values up to 255 as uint8, larger ones as uint16, PFM as float32.

    Values are scaled so that the file's largest value (its maxval) becomes 255 or 65535.
    """
    header = _parsed(data[:_HEADER_BYTES])
    read = {b"1": _plain_bits, b"4": _raw_bits, b"f": _floats, b"F": _floats}.get(header.kind, _values)
    return read(header, data)


def pages(data: bytes) -> Pages:
    """The first picture: those that may follow it are not read."""
    return Pages(1, iter([pixels(data)]))


def _parsed(head: bytes) -> _Header:
    found = re.match(_BITMAP, head) or re.match(_HEADER, head)
    if found is None:
        raise ValueError("no Netpbm header")
    kind, width, height, scale, *_ = (*found.groups(), b"1")
    header = _Header(kind, int(width), int(height), float(scale), found.end())
    if kind in b"2356" and not 1 <= header.scale <= 65535:
        raise ValueError(f"maxval {header.scale}")
    return header


def _plain_bits(header: _Header, data: bytes) -> Pixels:
    """Digits 0 (white) and 1 (black), which need no space between them."""
    digits = np.frombuffer(re.sub(_COMMENT, b"", data[header.length :]), np.uint8)
    bits = digits[(digits == ord("0")) | (digits == ord("1"))][: header.numbers].reshape(header.shape)
    return np.where(bits == ord("1"), np.uint8(0), np.uint8(255))


def _raw_bits(header: _Header, data: bytes) -> Pixels:
    """Eight pixels to a byte, the leftmost in its highest bit; every row begins a new byte."""
    across = (header.width + 7) // 8
    packed = np.frombuffer(data, np.uint8, header.height * across, header.length)
    bits = np.unpackbits(packed.reshape(header.height, across), axis=1, count=header.width)
    return (1 - bits) * np.uint8(255)


def _values(header: _Header, data: bytes) -> Pixels:
    """Whole numbers from 0 to maxval, as text (P2, P3) or as one or two bytes each (P5, P6)."""
    depth, white = (np.dtype(np.uint8), 255) if header.scale < 256 else (np.dtype(np.uint16), 65535)
    if header.kind in b"23":
        words = re.sub(_COMMENT, b"", data[header.length :]).split(maxsplit=header.numbers)
        read: Pixels = np.array(words[: header.numbers]).astype(np.int64)
    else:
        read = np.frombuffer(data, depth.newbyteorder(">"), header.numbers, header.length)
    if read.min() < 0:
        raise ValueError("negative value")
    values, maxval = read.reshape(header.shape), int(header.scale)
    if maxval == white and header.kind in b"56":
        return values.astype(depth)
    wide = np.minimum(values, maxval).astype(np.uint32)  # 65535² + 32767 fits
    return ((wide * np.uint32(white) + np.uint32(maxval // 2)) // np.uint32(maxval)).astype(depth)


def _floats(header: _Header, data: bytes) -> Pixels:
    """Rows of float32 from the bottom of the picture to its top."""
    kind = np.dtype("<f4" if header.scale < 0 else ">f4")
    rows = np.frombuffer(data, kind, header.numbers, header.length)
    return np.ascontiguousarray(rows.reshape(header.shape)[::-1], dtype=np.float32)
