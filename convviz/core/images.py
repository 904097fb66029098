"""Pictures as arrays: opening files safely, and handing their channels to operations.

A file is looked at in three steps, each of which can refuse it with an ImageError: what kind of thing
it is, what its header declares, and only then its pixels. Libraries' complaints stay inside.
"""

from __future__ import annotations

import io
import os
import stat
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, NamedTuple

import numpy as np

from convviz.core.cv import cv2
from convviz.core.errors import ImageError, Refusal
from convviz.core.formats import FORMATS, SIGNATURE_BYTES, Format, told
from convviz.core.formats.arrays import Pixels, on_white, white_of
from convviz.core.kernel_text import shown
from convviz.core.reasons import of_system
from convviz.i18n import Large, listed

MAX_PIXELS = 200_000_000
MAX_BYTES = 12 * MAX_PIXELS + 2**26  # three float32 channels, and room for what cameras add
CHANNELS = ("luma", "r", "g", "b", "all")
LARGEST = 1e24
"""The largest number of a picture: times 10⁹, summed over 63 × 63 taps, 64 channels: still a float32."""
GLIMPSED = 4_000_000
"""Pixels from which it takes long enough to read a picture that a glimpse of it is wanted first."""
OPENING = tuple(ending for row in FORMATS for ending in row.endings)  # of file names, for dialogs

_DEPTHS = {"uint8": "8-bit", "uint16": "16-bit", "float32": "float"}


@dataclass(frozen=True, eq=False)
class Image:
    """A picture. Compared by identity; its pixels cannot be written to.

    Attributes:
        pixels: (H, W) grey or (H, W, 3) RGB; uint8, uint16 or float32; C-contiguous.
        name: the file's name, or a title.
    """

    pixels: Pixels
    name: str

    def __post_init__(self) -> None:
        fixed = np.ascontiguousarray(self.pixels).view()
        fixed.flags.writeable = False
        object.__setattr__(self, "pixels", fixed)

    @property
    def height(self) -> int:
        return int(self.pixels.shape[0])

    @property
    def width(self) -> int:
        return int(self.pixels.shape[1])

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width."""
        return self.height, self.width

    @property
    def colour(self) -> bool:
        """Whether it has three channels."""
        return self.pixels.ndim == 3

    @property
    def depth(self) -> str:
        """What a value is, in words: 8-bit, 16-bit or float."""
        return _DEPTHS[self.pixels.dtype.name]

    @cached_property
    def white(self) -> float:
        """The value shown as white: 255, 65535, or for float 1.0 or the maximum when that is above it."""
        return white_of(self.pixels)

    def plane(self, channel: str) -> Pixels:
        """One channel, or all three, as an operation reads them: (1, H, W) or (3, H, W), dtype kept.

        Luma is 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601), rounded for integers. A grey picture has
        only its one plane, whichever channel is asked for.

        Raises: ImageError("unknown_channel") when channel is not one of CHANNELS.
        """
        if channel not in CHANNELS:
            raise ImageError("unknown_channel", channel=channel, channels=listed(CHANNELS))
        if not self.colour:
            return self.pixels[None]
        planes = np.empty((3 if channel == "all" else 1, *self.shape), self.pixels.dtype)
        if channel == "all":
            cv2.split(self.pixels, list(planes))
        elif channel == "luma":
            cv2.cvtColor(self.pixels, cv2.COLOR_RGB2GRAY, planes[0])
        else:
            cv2.extractChannel(self.pixels, "rgb".index(channel), planes[0])
        planes.flags.writeable = False
        return planes


class Header(NamedTuple):
    """What a file declares before its pixels: format, and width and height as stored."""

    format: Format
    width: int
    height: int


def open_image(path: str | os.PathLike[str]) -> Image:
    """The picture in a file, upright, transparency laid on white, at the depth it is stored in.

    Raises: ImageError, whatever is wrong with the path or the file: image_missing, image_folder,
        image_not_a_file, image_unreadable, image_empty, image_file_too_large, image_unknown,
        image_damaged, image_too_large, image_not_finite, image_memory.
    """
    path = Path(path)
    with readable(path) as (file, length):
        read_header(file, path.name)
        file.seek(0)
        data = file.read(length)
    return decode(data, path.name)


@dataclass(frozen=True, eq=False)
class Glimpse:
    """What can be seen of a picture before it has been read.

    Attributes:
        image: all of it, much smaller. height, width: its own.
    """

    image: Image
    height: int
    width: int


def glimpse(path: str | os.PathLike[str]) -> Glimpse | None:
    """A large picture in a file much smaller, in a part of the time; None where there is no short way.

    Raises: ImageError as open_image.
    """
    path = Path(path)
    with readable(path) as (file, length):
        header = read_header(file, path.name)
        if header.format.glimpse is None or header.width * header.height < GLIMPSED:
            return None
        file.seek(0)
        data = file.read(length)
    with decoding(path.name, header.format.name):
        image = Image(header.format.glimpse(data), path.name)
    height, width = header.height, header.width
    turned = (height > width) != (image.height > image.width)  # upright
    if turned and image.height != image.width:
        height, width = width, height
    return Glimpse(image, height, width)


def decode(data: bytes, name: str) -> Image:
    """The picture in a file's bytes, as open_image; name is what refusals call it."""
    if not data:
        raise ImageError("image_empty", name=name)
    header = read_header(data, name)
    with decoding(name, header.format.name):
        pixels = header.format.pixels(data)
    check_finite(pixels, name)
    return Image(pixels, name)


def check_finite(pixels: Pixels, name: str) -> None:
    """Refuses floats of which some are no numbers, or so large that sums of them would not be.

    Raises: ImageError("image_not_finite" or "image_beyond").
    """
    if pixels.dtype.kind != "f":
        return
    lost = pixels.size - int(np.count_nonzero(np.isfinite(pixels)))
    if lost:
        raise ImageError("image_not_finite", name=name, count=lost)
    low, high = float(pixels.min()), float(pixels.max())
    if max(-low, high) > LARGEST:
        value = shown(high if high > -low else low)
        raise ImageError("image_beyond", name=name, value=value, most=shown(LARGEST))


def read_header(source: bytes | BinaryIO, name: str) -> Header:
    """What a file declares, without decoding it.

    Args:
        source: the file's bytes, or the file opened for reading, at its beginning.
        name: what refusals call it.

    Raises: ImageError image_unknown, image_damaged or image_too_large (above MAX_PIXELS).
    """
    file = io.BytesIO(source) if isinstance(source, bytes) else source
    found = told(file.read(SIGNATURE_BYTES))
    file.seek(0)
    if found is None:
        known = listed(row.name for row in FORMATS)
        raise ImageError("image_unknown", name=name, formats=known)
    with decoding(name, found.name):
        width, height = found.size(file)
        if width < 1 or height < 1:
            raise ValueError("no pixels")
    _check_size(name, height, width)
    return Header(found, width, height)


def from_rgb(array: Pixels, name: str) -> Image:
    """A pasted picture: (H, W, 3) RGB or (H, W, 4) with alpha, uint8; the values are copied."""
    _check_size(name, *array.shape[:2])
    if array.shape[2] == 4:
        return Image(on_white(array[..., :3], array[..., 3]), name)
    return Image(array.copy(), name)


def _check_size(name: str, height: int, width: int) -> None:
    if height * width > MAX_PIXELS:
        raise ImageError("image_too_large", name=name, width=width, height=height, limit=Large(MAX_PIXELS))


@contextmanager
def readable(path: Path) -> Iterator[tuple[BinaryIO, int]]:
    """A regular file opened for reading, and its length; never waits at a pipe or a device."""
    try:
        status = path.stat()
        _check_kind(path.name, status)
        with path.open("rb") as file:
            yield file, status.st_size
    except Refusal:
        raise
    except FileNotFoundError as error:
        raise ImageError("image_missing", path=str(path)) from error
    except OSError as error:
        raise ImageError("image_unreadable", path=str(path), reason=of_system(error)) from error
    except ValueError as error:  # a zero character in the path
        raise ImageError("image_missing", path=str(path)) from error


def _check_kind(name: str, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise ImageError("image_folder", name=name)
    if not stat.S_ISREG(status.st_mode):
        raise ImageError("image_not_a_file", name=name)
    if status.st_size == 0:
        raise ImageError("image_empty", name=name)
    if status.st_size > MAX_BYTES:
        raise ImageError("image_file_too_large", name=name, size=status.st_size, limit=MAX_BYTES)


class _Quiet:
    """Warnings are silent while any thread is inside: their filters belong to the whole process."""

    def __init__(self) -> None:
        self._lock, self._inside = threading.Lock(), 0
        self._filters = warnings.catch_warnings()

    def __enter__(self) -> None:
        with self._lock:
            if not self._inside:
                self._filters = warnings.catch_warnings()
                self._filters.__enter__()
                warnings.simplefilter("ignore")
            self._inside += 1

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._inside -= 1
            if not self._inside:
                self._filters.__exit__(None, None, None)


_quiet = _Quiet()


@contextmanager
def decoding(name: str, kind: str) -> Iterator[None]:
    """Whatever a library raises inside is a refusal of the file; what it warns of is not shown."""
    try:
        with _quiet:
            yield
    except MemoryError as error:
        raise ImageError("image_memory", name=name) from error
    except Exception as error:  # Pillow's readers meet damage with any exception there is
        raise ImageError("image_damaged", name=name, format=kind) from error
