"""The picture a scene names, read from wherever it is."""

from __future__ import annotations

from pathlib import PurePath

from convviz.core.images import Image, open_image
from convviz.core.samples import canvas, load_sample
from convviz.labs.story import Source
from convviz.scene.scene import FilePicture, Picture, SamplePicture, Scene


def read(picture: Picture) -> Image:
    """Reads a picture from wherever it is.

    Raises: ImageError.
    """
    if isinstance(picture, SamplePicture):
        return load_sample(picture.id)
    if isinstance(picture, FilePicture):
        return open_image(picture.path)
    return canvas(picture.height, picture.width, picture.pixels)


def name_of(picture: Picture) -> str:
    """A picture's name as a person knows it."""
    if isinstance(picture, SamplePicture):
        return picture.id
    return PurePath(picture.path).name if isinstance(picture, FilePicture) else "canvas"


def source_of(picture: Picture, image: Image, channel: str) -> Source:
    """One channel of a picture that has been read, or all of them, as stories are told of it."""
    return Source(name_of(picture), image.plane(channel), image.white)


def read_source(scene: Scene) -> Source:
    """What a scene reads of its picture.

    Raises: ImageError.
    """
    return source_of(scene.picture, read(scene.picture), scene.channel)
