"""Pictures as stacks of slices: the pages of a TIFF, the frames of an animation, the channels of a photo.

Every slice is one plane: of a coloured one the channel that is asked for, its brightness where that is all.
A stack is refused as a picture is, by an ImageError, and before its pixels are decoded when it is too large.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from convviz.core.errors import ImageError
from convviz.core.formats.arrays import MAX_SLICES, Pages, Pixels, white_of
from convviz.core.images import MAX_PIXELS, Header, Image, check_finite, decoding, read_header, readable
from convviz.core.samples import load_sample, load_slices
from convviz.i18n import Large


@dataclass(frozen=True, eq=False)
class Volume:
    """A stack. Attributes: planes, (D, H, W), uint8, uint16 or float32; name, the file's or a title."""

    planes: Pixels
    name: str

    @cached_property
    def white(self) -> float:
        """The value shown as white, as Image's."""
        return white_of(self.planes)


def open_slices(path: str | os.PathLike[str], channel: str = "luma") -> Volume:
    """The stack in a file: all its pages or frames; of a single picture its channels as slices.

    Raises: ImageError as images.open_image, slices_too_many, slices_differ.
    """
    path = Path(path)
    with readable(path) as (file, length):
        header = read_header(file, path.name)
        file.seek(0)
        data = file.read(length)
    return decode_slices(data, path.name, header, channel)


def decode_slices(data: bytes, name: str, header: Header, channel: str = "luma") -> Volume:
    """The stack in a file's bytes, as open_slices; name is what refusals call it."""
    with decoding(name, header.format.name):
        pages = header.format.pages(data)
        if pages.count < 1:
            raise ValueError("no pictures")
    if pages.count > MAX_SLICES or pages.count * header.height * header.width > MAX_PIXELS:
        raise ImageError(
            "slices_too_many",
            name=name,
            count=pages.count,
            width=header.width,
            height=header.height,
            most=MAX_SLICES,
            limit=Large(MAX_PIXELS),
        )
    images = _images(pages, name, header.format.name)
    first = next(images)
    if pages.count == 1:
        return slices_of(first, channel)
    plane = _plane(first, channel)
    with decoding(name, header.format.name):  # which refuses what the memory has no room for
        stack = np.empty((pages.count, *plane.shape), plane.dtype)
    stack[0] = plane
    for n, image in enumerate(images, start=1):
        if image.shape != first.shape:
            raise _differ(name, n, image, first)
        plane = _plane(image, channel)
        stack = stack.astype(np.result_type(stack, plane), copy=False)
        stack[n] = plane
    return _fixed(stack, name)


def sample_slices(id: str, channel: str = "luma") -> Volume:
    """The stack that is a sample; of a sample that is a single picture its channels as slices.

    Raises: ImageError("unknown_sample").
    """
    slices = load_slices(id)
    image = load_sample(id)
    return slices_of(image, channel) if slices is None else Volume(slices, image.name)


def slices_of(image: Image, channel: str = "luma") -> Volume:
    """A single picture as a stack: red, green and blue where all channels are asked for, else one slice."""
    return Volume(image.plane(channel), image.name)


def _images(pages: Pages, name: str, kind: str) -> Iterator[Image]:
    for _ in range(pages.count):
        with decoding(name, kind):
            pixels = next(pages.read)
        check_finite(pixels, name)
        yield Image(pixels, name)


def _plane(image: Image, channel: str) -> Pixels:
    plane: Pixels = image.plane("luma" if channel == "all" else channel)[0]
    return plane


def _differ(name: str, n: int, image: Image, first: Image) -> ImageError:
    return ImageError(
        "slices_differ",
        n=n,
        name=name,
        width=image.width,
        height=image.height,
        first_width=first.width,
        first_height=first.height,
    )


def _fixed(stack: Pixels, name: str) -> Volume:
    stack.flags.writeable = False
    return Volume(stack, name)
