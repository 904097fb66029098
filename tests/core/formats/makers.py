"""Picture files for the tests, made by Pillow and OpenCV or byte by byte."""

from __future__ import annotations

import io
import struct
import zlib

import numpy as np
from PIL import Image as Pillow

from convviz.core.cv import cv2

RNG = np.random.default_rng(7)
GREY = RNG.integers(0, 256, (6, 9), np.uint8)
RGB = RNG.integers(0, 256, (6, 9, 3), np.uint8)
RGB16 = RNG.integers(0, 65536, (6, 9, 3), np.uint16)


def saved(image: Pillow.Image, kind: str, **options) -> bytes:
    """The file Pillow writes."""
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def by_opencv(ending: str, pixels: np.ndarray) -> bytes:
    """The file OpenCV writes of RGB or grey values."""
    ordered = pixels[..., ::-1] if pixels.ndim == 3 and pixels.shape[2] == 3 else pixels
    if pixels.ndim == 3 and pixels.shape[2] == 4:
        ordered = pixels[..., [2, 1, 0, 3]]
    done, data = cv2.imencode(ending, np.ascontiguousarray(ordered))
    assert done
    return data.tobytes()


def exif(orientation: int) -> Pillow.Exif:
    tags = Pillow.Exif()
    tags[0x0112] = orientation
    return tags


def chunk(name: bytes, body: bytes) -> bytes:
    """One chunk of a PNG file."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def tiff(values: np.ndarray, photometric: int, *, deflate: bool = False, extra: dict[int, int] | None = None):
    """A little-endian TIFF of one strip: values (H, W) or (H, W, samples); extra tags are shorts."""
    values = np.atleast_3d(values)
    height, width, samples = values.shape
    raw = values.astype(values.dtype.newbyteorder("<")).tobytes()
    strip = zlib.compress(raw) if deflate else raw
    formats = {"u": 1, "i": 2, "f": 3}
    tags: dict[int, tuple[int, tuple[int, ...]]] = {
        256: (4, (width,)),
        257: (4, (height,)),
        258: (3, (values.dtype.itemsize * 8,) * samples),
        259: (3, (8 if deflate else 1,)),
        262: (3, (photometric,)),
        273: (4, (8,)),
        277: (3, (samples,)),
        278: (4, (height,)),
        279: (4, (len(strip),)),
        339: (3, (formats[values.dtype.kind],) * samples),
    }
    tags |= {number: (3, (value,)) for number, value in (extra or {}).items()}
    places = 8 + len(strip) + len(strip) % 2
    outside = places + 2 + 12 * len(tags) + 4
    entries, tail = b"", b""
    for number, (kind, numbers) in sorted(tags.items()):
        packed = struct.pack(f"<{len(numbers)}{'HI'[kind - 3]}", *numbers)
        if len(packed) > 4:
            field = struct.pack("<I", outside + len(tail))
            tail += packed
        else:
            field = packed.ljust(4, b"\0")
        entries += struct.pack("<HHI", number, kind, len(numbers)) + field
    body = strip + b"\0" * (len(strip) % 2)
    head = b"II*\0" + struct.pack("<I", places)
    return head + body + struct.pack("<H", len(tags)) + entries + struct.pack("<I", 0) + tail
