"""Which part of a picture a scene reads."""

from __future__ import annotations

from convviz.scene.scene import Region, Scene, replace

MAX_MAPPED = 1024
"""Rows and columns of a picture that feature maps are made of."""


def input_part(scene: Scene, height: int, width: int) -> Region | None:
    """The part of a picture of height × width cells that is the input; None for all of it.

    It is what the scene crops, and of that no more than the layer reads, if it reads only some cells.
    """
    if part := mapped_part(scene, height, width):
        return part
    crop = scene.crop and scene.crop.clipped(height, width)
    if scene.layer.input_size is None:
        return crop
    within = crop or Region(0, 0, height, width)
    part = Region(*scene.layer.corner, *scene.layer.input_size).clipped(within.height, within.width)
    return replace(part, top=within.top + part.top, left=within.left + part.left)


def mapped_part(scene: Scene, height: int, width: int) -> Region | None:
    """The middle of what is read of a picture, where feature maps are made of no more than that."""
    whole = scene.crop.clipped(height, width) if scene.crop else Region(0, 0, height, width)
    if not scene.layer.maps or max(whole.height, whole.width) <= MAX_MAPPED:
        return None
    tall, wide = min(whole.height, MAX_MAPPED), min(whole.width, MAX_MAPPED)
    top, left = (whole.height - tall) // 2, (whole.width - wide) // 2
    return Region(whole.top + top, whole.left + left, tall, wide)


def placed(scene: Scene) -> Scene:
    """The scene, a layer that reads only some cells reading them around the middle of the region."""
    if scene.layer.input_size is None:
        return scene
    read = resized(scene.region, *scene.layer.input_size)
    return replace(scene, layer=replace(scene.layer, corner=(read.top, read.left)))


def resized(region: Region, height: int, width: int) -> Region:
    """Another size about the same middle; never above or left of the first cell."""
    top, left = region.top + (region.height - height) // 2, region.left + (region.width - width) // 2
    return Region(max(0, top), max(0, left), height, width)
