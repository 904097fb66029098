"""What a list may offer now: values with which there still is a computation on the picture."""

from __future__ import annotations

import dataclasses
from functools import lru_cache
from typing import Any

from convviz.core.errors import Refusal
from convviz.core.operations import OPERATIONS
from convviz.core.same_padding import in_cells
from convviz.core.sizes import Shape
from convviz.labs import lab_of
from convviz.labs.story import Story, tell
from convviz.scene.scene import replace


def possible(story: Story, name: str, value: object) -> bool:
    """Whether the story could be told with another value of a choice of its layer.

    Example: of a single slice, padded by one before and after, the border "reflect" has nothing to mirror.
    """
    scene = story.scene
    try:
        tell(replace(scene, layer=replace(scene.layer, **{name: value})), story.source, lab_of(scene))
    except Refusal:
        return False
    return True


def allows_border(story: Story, mode: str) -> bool:
    """Whether a convolution's padding can be filled so; only the sizes are asked, which costs little."""
    return _fits(story.operation.id, story.spec, story.x.shape, padding_mode=mode)


def allows_padding(story: Story, name: str) -> bool:
    """The same of "same", "same-tf" or "valid" as the padding of a convolution."""
    spec = getattr(story.spec, "conv", story.spec)
    pads = in_cells(name, story.x.shape[1:], spec.kernel_size, spec.stride, spec.dilation)  # type: ignore[arg-type]
    return _fits(story.operation.id, story.spec, story.x.shape, padding=pads)


@lru_cache(maxsize=64)
def _fits(operation: str, spec: Any, shape: Shape, **choices: object) -> bool:
    """Whether a layer with other choices has an output. The same eight are asked for at each edit."""
    try:
        conv = dataclasses.replace(getattr(spec, "conv", spec), **choices)
        whole = dataclasses.replace(spec, conv=conv) if hasattr(spec, "conv") else conv
        OPERATIONS[operation].output_shape(whole, shape)
    except Refusal:
        return False
    return True
