"""A story as a program in another language."""

from __future__ import annotations

from convviz.core.listing import Source, listing, pool_listing, resize_listing
from convviz.labs.story import Story
from convviz.scene.scene import FilePicture, SamplePicture


def program(story: Story, language: str) -> str:
    """The program, in one of listing.LANGUAGES, that computes the output and prints what is on the stage."""
    _, weight, bias = story.operands
    return listing(language, story.spec, weight, bias, source_of(story), cells_of(story))


def pool_program(story: Story, language: str) -> str:
    """The same of a pooling layer."""
    return pool_listing(language, story.spec, source_of(story), story.shape, cells_of(story))


def resize_program(story: Story, language: str) -> str:
    """The same of an upsampling layer."""
    return resize_listing(language, story.spec, source_of(story), cells_of(story))


def cells_of(story: Story) -> tuple[int, range, range]:
    """The output cells on the stage: channel, rows, columns."""
    region = story.region(0)
    return (story.output, range(region.top, region.bottom), range(region.left, region.right))


def source_of(story: Story) -> Source:
    """Where the story's input comes from, as a listing tells it."""
    scene, picture = story.scene, story.scene.picture
    crop = scene.crop and scene.crop.clipped(*story.source.planes.shape[1:])
    return Source(
        story.x,
        scene.channel,
        path=picture.path if isinstance(picture, FilePicture) else None,
        sample=picture.id if isinstance(picture, SamplePicture) else None,
        crop=(crop.top, crop.left, crop.height, crop.width) if crop else None,
    )
