"""Stories to show in views: small, and built without a program around them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from convviz.core.operations import OPERATIONS
from convviz.labs.conv_operands import conv_operands
from convviz.labs.story import Source, Story, cropped
from convviz.motion.timeline import REST, Phase, Timeline
from convviz.scene.scene import ConvLayer, Kernel, Preset, Scene, replace

PHASES = (Phase("slide", 0.2), Phase("multiply", 0.4), Phase(REST, 0.4))


def picture(height: int = 7, width: int = 7, channels: int = 1) -> NDArray[np.uint8]:
    """Planes (C, H, W) with a different value in each cell, up to 251 of them."""
    count = channels * height * width
    return (np.arange(count) * 37 % 251).astype(np.uint8).reshape(channels, height, width)


def story_of(scene: Scene | None = None, planes: NDArray[np.uint8] | None = None) -> Story:
    """The story of a scene on planes (C, H, W), by default 7 × 7 grey cells."""
    scene = scene or Scene()
    source = Source("picture", picture() if planes is None else planes, 255.0)
    spec, operands = conv_operands(scene.layer, cropped(scene, source.planes))
    operation = OPERATIONS["conv2d"]
    shape = operation.output_shape(spec, operands[0].shape)
    region = scene.region.clipped(*shape[1:])
    steps = shape[1] * shape[2] if scene.scope == "image" else region.height * region.width
    return Story(scene, source, operation, spec, operands, shape, Timeline(steps, PHASES))


def layered(**choices: object) -> Scene:
    """The first scene with other choices of its layer."""
    return Scene(layer=replace(ConvLayer(), **choices))


def kernel_scene(kernel: Kernel | str) -> Scene:
    """The first scene with another kernel."""
    return layered(filters=((Preset(kernel) if isinstance(kernel, str) else kernel,),))
