"""Unpooling on the stage: maxima with the places they came from, and each of them back at its place."""

from __future__ import annotations

from typing import Any

import convviz.labs.unpool_view as unpool_view
from convviz.core.unpool_spec import UnpoolSpec
from convviz.figure.figure import Figure, Spot
from convviz.i18n import Message
from convviz.labs.controls import Control, Pair, Pick
from convviz.labs.lab import Array, Look
from convviz.labs.program import unpool_program
from convviz.labs.sizes_text import unpool_formula
from convviz.labs.story import Story
from convviz.labs.unpool_stage import draw
from convviz.labs.unpool_words import explain, said
from convviz.motion.timeline import REST, Moment, Phase
from convviz.scene.reading import resized
from convviz.scene.scene import Scene, replace
from convviz.scene.unpool import UnpoolLayer

OPENING = 6
"""Rows and columns of the output at first: windows of 2 × 2 have room for their numbers and indices."""


class UnpoolingLab:
    """Each channel by itself: max pooling remembers where its maxima lay, and unpooling puts them back."""

    layer_type: type = UnpoolLayer
    operation = "unpool2d"
    title = "Unpooling (2-D)"
    default: Any = UnpoolLayer()
    show = "clamp"
    panel: tuple[str, ...] = ("output",)
    controls: tuple[Control, ...] = (
        Pair("kernel_size", "Window size", "Rows and columns of a window of the pooling that is undone."),
        Pair(
            "stride",
            "Stride",
            "Cells that the window moves by: rows, columns. Less than the window: two may remember one cell.",
        ),
        Pair("padding", "Padding", "Cells on each side, at most half of the window: rows, columns.", least=0),
        Pick(
            "output_size",
            "Output size",
            "As large as the picture, or the least that the pooling takes to as many cells: what is made "
            "where no output_size is given.",
            (("picture", "as the picture"), ("least", "least")),
            checked=True,
        ),
    )

    def opening(self, scene: Scene) -> Scene:
        """A few whole windows in the middle of what was on the stage."""
        region, (sh, sw) = resized(scene.region, OPENING, OPENING), self.default.stride
        return replace(scene, region=replace(region, top=region.top // sh * sh, left=region.left // sw * sw))

    def operands(self, layer: UnpoolLayer, x: Array) -> tuple[UnpoolSpec, tuple[Array, ...]]:
        """The spec, and the picture, whose maxima are put back."""
        _, height, width = x.shape
        size = (height, width) if layer.output_size == "picture" else None
        return UnpoolSpec(layer.kernel_size, layer.stride, layer.padding, size), (x,)

    def phases(self, scene: Scene) -> tuple[Phase, ...]:
        """Go to the cell, ask the windows that hold it for their index one by one, write, rest."""
        return (Phase("slide", 0.14), Phase("compare", 0.3), Phase("write", 0.18), Phase(REST, 0.38))

    def draw(self, story: Story, moment: Moment, look: Look) -> Figure:
        """Picture, maxima with their indices, output."""
        view = unpool_view.look(story, moment, look.spot)
        sentence = said(view)
        return Figure(look.size, tuple(draw(view, look.size, look.zoom, sentence)), sentence)

    def explain(self, story: Story, moment: Moment) -> Message:
        """Which window remembers this cell, how many cells can be filled, and what overlap and size do."""
        return explain(unpool_view.look(story, moment, None))

    def size_formula(self, story: Story) -> tuple[Message, ...]:
        """See sizes_text.unpool_formula."""
        return unpool_formula(story.spec, story.x.shape)

    def program(self, story: Story, language: str) -> str:
        """See program.unpool_program."""
        return unpool_program(story, language)

    def kernel_cell(self, story: Story, spot: Spot) -> tuple[int, int, int, int]:
        """Unpooling shows no kernel, so there is no cell of one."""
        raise LookupError(spot)
