"""Upsampling on the stage: where an output cell falls among the input's, and what it takes of each."""

from __future__ import annotations

from typing import Any

from convviz.core.resize_spec import CORNERED, ResizeSpec
from convviz.figure.figure import Figure, Spot
from convviz.i18n import Message
from convviz.labs.controls import Control, Factors, Pick
from convviz.labs.explaining import sentences
from convviz.labs.lab import Array, Look
from convviz.labs.program import resize_program
from convviz.labs.resize_explain import of_mode, of_step, sentence
from convviz.labs.resize_stage import draw
from convviz.labs.sizes_text import resize_formula
from convviz.labs.story import Story
from convviz.labs.window import look_at
from convviz.motion.timeline import REST, Moment, Phase
from convviz.scene.resize import MAX_SCALE, ResizeLayer
from convviz.scene.scene import Scene


def _has_corners(layer: ResizeLayer) -> bool:
    return layer.mode in CORNERED


class UpsamplingLab:
    """Each channel by itself: what each output cell takes of the cells around its place."""

    layer_type: type = ResizeLayer
    operation = "resize2d"
    title = "Upsampling (2-D)"
    default: Any = ResizeLayer()
    show = "clamp"
    panel: tuple[str, ...] = ("output",)
    controls: tuple[Control, ...] = (
        Pick(
            "mode",
            "Mode",
            "What an output cell is made of: one input cell, the 4 or the 16 around its place, or, in equal "
            "parts, all that it touches.",
            (
                ("nearest", "nearest"),
                ("nearest-exact", "nearest, exact"),
                ("bilinear", "bilinear"),
                ("bicubic", "bicubic"),
                ("area", "area (mean)"),
            ),
        ),
        Factors(
            "scale",
            "Scale",
            "Output cells per input cell: rows, columns. Below 1 the picture is made smaller.",
            1 / MAX_SCALE,
            MAX_SCALE,
        ),
        Pick(
            "align_corners",
            "Align",
            "What stays in place: the picture's edges, or the centres of its corner cells (align_corners).",
            ((False, "edges"), (True, "corners' centres")),
            shown=_has_corners,
        ),
    )

    def operands(self, layer: ResizeLayer, x: Array) -> tuple[ResizeSpec, tuple[Array, ...]]:
        """The spec, and the input alone: the weights follow from the places."""
        return ResizeSpec(layer.mode, layer.scale, layer.align_corners and _has_corners(layer)), (x,)

    def phases(self, scene: Scene) -> tuple[Phase, ...]:
        """Slide, lift, multiply, add, write, rest."""
        return (
            Phase("slide", 0.14),
            Phase("lift", 0.12),
            Phase("multiply", 0.16),
            Phase("add", 0.14),
            Phase("write", 0.12),
            Phase(REST, 0.32),
        )

    def draw(self, story: Story, moment: Moment, look: Look) -> Figure:
        """Input, weights and products, output."""
        view = look_at(story, moment, look.spot)
        words = sentence(view)
        return Figure(look.size, tuple(draw(view, look.size, look.zoom, words)), words)

    def explain(self, story: Story, moment: Moment) -> Message:
        """What is particular about the place of this output cell, and what the mode is like."""
        return sentences(of_step(story, story.step(moment.step), moment.computed), *of_mode(story))

    def size_formula(self, story: Story) -> tuple[Message, ...]:
        """See sizes_text.resize_formula."""
        return resize_formula(story.spec, story.x.shape)

    def program(self, story: Story, language: str) -> str:
        """See program.resize_program."""
        return resize_program(story, language)

    def kernel_cell(self, story: Story, spot: Spot) -> tuple[int, int, int, int]:
        """The weights follow from the place, so none of them is set."""
        raise LookupError(spot)
