"""Where the region on the stage goes when something else changes."""

from __future__ import annotations

from dataclasses import dataclass

from convviz.labs.story import Story
from convviz.scene.layer import Number
from convviz.scene.reading import mapped_part, resized
from convviz.scene.scene import Region, Scene, replace

SMALL = 16
"""Rows or columns of an input up to which all of it is on the stage."""
SQUARE, ROW_CELLS = 7, 24
"""Cells on a side of the region, and of a region of a single row, after a change from the other kind."""


def from_corner(scene: Scene, height: int, width: int) -> Region:
    """The region for another input: all of a small one, else as large as before, in its corner."""
    if max(height, width) <= SMALL:
        return Region(0, 0, height, width)
    return replace(scene.region, top=0, left=0)


def around(region: Region, row: int, col: int, story: Story) -> Region:
    """A region of that size with the cell in its middle."""
    _, height, width = story.shape
    moved = replace(region, top=row - region.height // 2, left=col - region.width // 2)
    return moved.clipped(height, width)


def holding(region: Region, row: int, col: int, count: int) -> Region:
    """A region of count × count cells about the same middle, or as near to it as one with the cell can be."""
    top, left = region.top + (region.height - count) // 2, region.left + (region.width - count) // 2
    top, left = min(max(top, row - count + 1), row), min(max(left, col - count + 1), col)
    return Region(max(top, 0), max(left, 0), count, count)


def from_same_corner(before: Scene, scene: Scene) -> Scene:
    """With the region beginning at the same place of the input, after the stride has changed."""
    (from_row, from_col), (to_row, to_col) = before.layer.step, scene.layer.step
    top, left = before.region.top * from_row // to_row, before.region.left * from_col // to_col
    return replace(scene, region=replace(before.region, top=top, left=left))


def at_other_stride(scene: Scene, before: tuple[Number, Number]) -> Scene:
    """With the region over the same place of the input, after the stride has changed."""
    region, (sh, sw) = scene.region, scene.layer.step
    top = (2 * region.top + region.height) * before[0] // (2 * sh) - region.height // 2
    left = (2 * region.left + region.width) * before[1] // (2 * sw) - region.width // 2
    return replace(scene, region=replace(region, top=max(0, top), left=max(0, left)))


def reshaped(scene: Scene, from_row: bool) -> Scene:
    """With a region as wide as a row of cells may be, or as high as others are, about the same middle."""
    if scene.layer.one_row == from_row:
        return scene
    height, width = (1, ROW_CELLS) if scene.layer.one_row else (SQUARE, SQUARE)
    return replace(scene, region=resized(scene.region, height, width))


@dataclass(frozen=True)
class Opening:
    """What an operation made of the stage when it was chosen."""

    before: Scene
    after: Scene

    def left(self, scene: Scene) -> Scene:
        """A scene that is about to be left, as much on the stage as before if nobody has changed it since.

        A place that was moved to stays; a part of the picture that was cut out is the whole again.
        """
        before, after = self.before, self.after
        if _choice(scene) != _choice(after):
            return scene
        if before.crop != after.crop:
            return replace(scene, crop=before.crop, region=before.region, layer=before.layer)
        size = (before.region.height, before.region.width)
        return replace(scene, region=resized(scene.region, *size))


def _choice(scene: Scene) -> tuple[object, ...]:
    """What an opening chooses: the part of the picture, and how much of it is on the stage."""
    region = scene.region
    return (scene.picture, scene.crop, type(scene.layer), region.height, region.width)


def into_input(scene: Scene, height: int, width: int) -> Scene:
    """With the region over the same place of a picture of height × width, of which only the middle is read.

    A layer that reads all of it has the region where it was.
    """
    part, region, (sh, sw) = mapped_part(scene, height, width), scene.region, scene.layer.step
    if part is None:
        return scene
    top, left = max(0, region.top - int(part.top / sh)), max(0, region.left - int(part.left / sw))
    return replace(scene, region=replace(region, top=top, left=left))
