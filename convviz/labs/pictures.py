"""The picture a scene names, read from wherever it is."""

from __future__ import annotations

from pathlib import PurePath

from convviz.core.images import Glimpse, Image, decode, glimpse, open_image, read_header
from convviz.core.samples import canvas, load_sample, title_of
from convviz.core.volumes import Volume, decode_slices, open_slices, sample_slices, slices_of
from convviz.i18n import Message, msg
from convviz.labs.story import Source
from convviz.scene.embedded import Embedded
from convviz.scene.scene import Canvas, FilePicture, Picture, SamplePicture, Scene

MOST_DIGITS = 15
"""A canvas without larger values holds numbers to reckon with rather than greys."""


def read(picture: Picture) -> Image:
    """Reads a picture from wherever it is.

    Raises: ImageError.
    """
    if isinstance(picture, SamplePicture):
        return load_sample(picture.id)
    if isinstance(picture, FilePicture):
        return open_image(picture.path)
    if isinstance(picture, Embedded):
        return decode(picture.data, picture.title)
    return canvas(picture.height, picture.width, picture.pixels)


def glimpse_of(picture: Picture) -> Glimpse | None:
    """What can be seen of a large picture in a file before it is read; None where that is all or nothing.

    Raises: ImageError.
    """
    return glimpse(picture.path) if isinstance(picture, FilePicture) else None


def name_of(picture: Picture) -> str:
    """A picture's name as files that are made of it have it."""
    if isinstance(picture, SamplePicture):
        return picture.id
    if isinstance(picture, Embedded):
        return picture.title
    return PurePath(picture.path).name if isinstance(picture, FilePicture) else "canvas"


def called(picture: Picture) -> Message | None:
    """A picture's name as a person reads it, where the program has one for it."""
    if isinstance(picture, SamplePicture):
        return msg(title_of(picture.id))
    return None if isinstance(picture, Embedded | FilePicture) else msg("Canvas")


def source_of(picture: Picture, image: Image, channel: str, slices: bool = False) -> Source:
    """One channel of a picture that has been read, or all of them, as stories are told of it.

    With `slices` it is read as a stack: the picture is but its first slice.

    Raises: ImageError.
    """
    if slices:
        volume = _read_slices(picture, image, channel)
        return Source(name_of(picture), volume.planes, _white(picture, volume), called(picture))
    return Source(name_of(picture), image.plane(channel), _white(picture, image), called(picture))


def _white(picture: Picture, pixels: Image | Volume) -> float:
    """What is shown as white: of a canvas of digits, all of which would look black, the largest of them."""
    largest = max(picture.pixels) if isinstance(picture, Canvas) else 0
    return float(largest) if 0 < largest <= MOST_DIGITS else pixels.white


def _read_slices(picture: Picture, image: Image, channel: str) -> Volume:
    if isinstance(picture, SamplePicture):
        return sample_slices(picture.id, channel)
    if isinstance(picture, FilePicture):
        return open_slices(picture.path, channel)
    if isinstance(picture, Embedded):
        header = read_header(picture.data, picture.title)
        return decode_slices(picture.data, picture.title, header, channel)
    return slices_of(image, channel)


def read_source(scene: Scene) -> Source:
    """What a scene reads of its picture.

    Raises: ImageError.
    """
    return source_of(scene.picture, read(scene.picture), scene.channel, scene.layer.reads_slices)
