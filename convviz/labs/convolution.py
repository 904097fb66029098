"""2-D convolution on the stage: input, kernel, products, output, and the formula with its numbers."""

from __future__ import annotations

from typing import Any

import convviz.labs.conv_explain as conv_explain
from convviz.core.same_padding import SAME_TF
from convviz.core.spec import ConvSpec
from convviz.figure.figure import Figure, Spot
from convviz.i18n import Message
from convviz.labs.controls import Control
from convviz.labs.conv_operands import conv_operands
from convviz.labs.conv_stage import draw as draw_one
from convviz.labs.conv_sum import draw as draw_several
from convviz.labs.lab import Array, Look
from convviz.labs.program import program
from convviz.labs.sizes_text import same_tf_formula, size_formula
from convviz.labs.story import Story
from convviz.labs.window import look_at
from convviz.motion.timeline import REST, Moment, Phase
from convviz.scene.scene import ConvLayer, Scene, with_filters, with_kernels


def pads_by_size(story: Story) -> bool:
    """Whether the padding is TensorFlow's SAME, which follows from the input's size."""
    return getattr(story.scene.layer, "padding", None) == SAME_TF


class ConvolutionLab:
    """The main job: a window slides over a picture."""

    layer_type: type = ConvLayer
    operation = "conv2d"
    title = "Convolution (2-D)"
    default: Any = ConvLayer()
    show = "signed"
    panel: tuple[str, ...] = ("kernel", "layer", "output", "tools")
    controls: tuple[Control, ...] = ()

    def operands(self, layer: ConvLayer, x: Array) -> tuple[ConvSpec, tuple[Array, ...]]:
        """See conv_operands.conv_operands."""
        return conv_operands(layer, x)

    def phases(self, scene: Scene) -> tuple[Phase, ...]:
        """Slide, lift, multiply, add, (activate,) write, and a rest longer than any of them."""
        layer = with_filters(scene.layer)
        activate = (Phase("activate", 0.14),) if any(layer.bias) or layer.activation != "none" else ()
        return (
            Phase("slide", 0.12),
            Phase("lift", 0.12),
            Phase("multiply", 0.16),
            Phase("add", 0.18),
            *activate,
            Phase("write", 0.12),
            Phase(REST, 0.3),
        )

    def draw(self, story: Story, moment: Moment, look: Look) -> Figure:
        """One input channel: window × kernel = products. Several that are summed: a row for each of them."""
        view = look_at(story, moment, look.spot)
        draw = draw_several if len(view.step.channels) > 1 else draw_one
        return Figure(look.size, tuple(draw(view, look.size, look.zoom)), conv_explain.sentence(view))

    def explain(self, story: Story, moment: Moment) -> Message:
        """What this window is about, by what is most particular in it; what weights and size come to."""
        return conv_explain.explain(story, story.step(moment.step), moment.computed)

    def size_formula(self, story: Story) -> tuple[Message, ...]:
        """See sizes_text.size_formula and same_tf_formula."""
        formula = same_tf_formula if pads_by_size(story) else size_formula
        return formula(story.spec, story.x.shape)

    def program(self, story: Story, language: str) -> str:
        """See program.program."""
        return program(story, language)

    def kernel_cell(self, story: Story, spot: Spot) -> tuple[int, int, int, int]:
        """The weight (filter, kernel, row, column) of the layer that a cell of the kernel grid shows.

        A convolution proper shows its kernel rotated by 180°.
        """
        kh, kw = story.spec.kernel_size
        row, col = (kh - 1 - spot.row, kw - 1 - spot.col) if story.spec.flip else (spot.row, spot.col)
        filters = len(with_kernels(story.scene.layer).filters)
        return (story.output % filters, spot.channel, row, col)
