"""A story as a program in another language."""

from __future__ import annotations

from dataclasses import replace

from convviz.core.listing import (
    GEMM,
    Source,
    chain_listing,
    dense_listing,
    listing,
    pool_listing,
    resize_listing,
    signal_listing,
    unpool_listing,
    volume_listing,
)
from convviz.labs.story import Story
from convviz.scene.embedded import Embedded
from convviz.scene.scene import FilePicture, Picture, SamplePicture


def program(story: Story, language: str) -> str:
    """The program, in one of listing.LANGUAGES, that computes the output and prints what is on the stage."""
    _, weight, bias = story.operands
    return listing(language, story.spec, weight, bias, source_of(story), cells_of(story))


def gemm_program(story: Story, language: str) -> str:
    """The same as one matrix product."""
    _, weight, bias = story.operands
    return listing(language, story.spec, weight, bias, source_of(story), cells_of(story), GEMM)


def pool_program(story: Story, language: str) -> str:
    """The same of a pooling layer."""
    return pool_listing(language, story.spec, source_of(story), story.shape, cells_of(story))


def unpool_program(story: Story, language: str) -> str:
    """The same of an unpooling layer."""
    return unpool_listing(language, story.spec, source_of(story), story.shape, cells_of(story))


def signal_program(story: Story, language: str) -> str:
    """The same of a convolution along one row: the row on the stage alone is read."""
    _, weight = story.operands
    channel, rows, cols = cells_of(story)
    cells = (channel, range(1), cols)
    if story.spec.binary:
        return signal_listing(language, story.spec, weight, Source(story.x), cells)
    whole = source_of(story)
    _, _, width = story.x.shape
    top, left = whole.crop[:2] if whole.crop else (0, 0)
    row = slice(rows.start, rows.start + 1)
    source = replace(whole, x=story.x[:, row], crop=(top + rows.start, left, 1, width))
    return signal_listing(language, story.spec, weight, source, cells)


def resize_program(story: Story, language: str) -> str:
    """The same of an upsampling layer."""
    return resize_listing(language, story.spec, source_of(story), cells_of(story))


def chain_program(story: Story, language: str) -> str:
    """The same of a convolution layer with its pooling."""
    _, weight, bias = story.operands
    return chain_listing(language, story.spec, weight, bias, source_of(story), story.shape, cells_of(story))


def dense_program(story: Story, language: str) -> str:
    """The same of a dense, local or shared layer."""
    return dense_listing(language, story.spec, source_of(story), cells_of(story))


def volume_program(story: Story, language: str) -> str:
    """The same of a convolution of a stack."""
    _, weight, bias = story.operands
    source = replace(source_of(story), slices=True)
    return volume_listing(language, story.spec, (weight, bias), source, cells_of(story))


def cells_of(story: Story) -> tuple[int, range, range]:
    """The output cells on the stage: channel, rows, columns."""
    region = story.region(0)
    return (story.output, range(region.top, region.bottom), range(region.left, region.right))


def source_of(story: Story) -> Source:
    """Where the story's input comes from, as a listing tells it."""
    scene, picture = story.scene, story.scene.picture
    crop = story.part
    return Source(
        story.x,
        scene.channel,
        path=_file_of(picture),
        sample=picture.id if isinstance(picture, SamplePicture) else None,
        crop=(crop.top, crop.left, crop.height, crop.width) if crop else None,
        maps=scene.layer.maps,
    )


def _file_of(picture: Picture) -> str | None:
    """The file that a program is to read; one that a scene file holds is asked for by the name it had."""
    if isinstance(picture, Embedded):
        return picture.title
    return picture.path if isinstance(picture, FilePicture) else None
