"""A whole layer on the stage: convolution → bias → activation → pooling, one output cell followed through."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from convviz.core.chain_spec import ChainSpec
from convviz.core.operations.chain import ChainTrace
from convviz.core.pool_spec import PoolSpec
from convviz.core.trace import Step
from convviz.figure.figure import Figure, Spot
from convviz.i18n import Message
from convviz.labs.chain_stage import draw
from convviz.labs.chain_view import convolved, look
from convviz.labs.chain_words import of_block, sentence
from convviz.labs.controls import Control, Pick, Whole
from convviz.labs.conv_operands import conv_operands
from convviz.labs.convolution import ConvolutionLab, pads_by_size
from convviz.labs.explaining import sentences
from convviz.labs.lab import Array, Look
from convviz.labs.program import chain_program
from convviz.labs.sizes_text import chain_formula
from convviz.labs.story import Story
from convviz.motion.timeline import REST, Moment, Phase
from convviz.scene.reading import resized
from convviz.scene.scene import MAX_POOLED, ChainLayer, Scene, replace

OPENING = 3
"""Rows and columns of the output it begins with: the maps before it have room for their numbers."""


class ChainLab(ConvolutionLab):
    """Kernels, parameters and weights are convolution's; what follows it is its own."""

    layer_type: type = ChainLayer
    operation = "chain"
    field = "output"
    title = "Layer (convolution to pooling)"
    default: Any = ChainLayer()
    controls: tuple[Control, ...] = (
        Pick(
            "pool",
            "Pooling",
            "What becomes of each block of activated cells: its largest value, or its mean.",
            (("max", "maximum"), ("avg", "average")),
        ),
        Whole(
            "pool_size",
            "Pooled block",
            "Rows and columns of a block, 1 to 8; blocks lie side by side. 1 leaves everything as it is.",
            1,
            MAX_POOLED,
        ),
    )

    def opening(self, scene: Scene) -> Scene:
        """A few output cells in the middle of what was on the stage."""
        return replace(scene, region=resized(scene.region, OPENING, OPENING))

    def operands(self, layer: Any, x: Array) -> tuple[Any, tuple[Array, ...]]:
        """The convolution's, and what its output is pooled by."""
        conv, operands = conv_operands(layer, x)
        block = (layer.pool_size, layer.pool_size)
        return ChainSpec(conv, PoolSpec(layer.pool, block, block)), operands

    def phases(self, scene: Scene) -> tuple[Phase, ...]:
        """Slide, convolve each value of the block, add the bias to each, activate each, pool, write, rest."""
        return (
            Phase("slide", 0.08),
            Phase("convolve", 0.24),
            Phase("bias", 0.14),
            Phase("activate", 0.18),
            Phase("pool", 0.06),
            Phase("write", 0.1),
            Phase(REST, 0.2),
        )

    def draw(self, story: Story, moment: Moment, look_: Look) -> Figure:
        """Input, sums, sums with bias, activated and pooled, and how each is made of the one before."""
        view = look(story, moment, look_.spot)
        said = sentence(view)
        items = draw(view, look_.size, look_.zoom, said, not look_.hidden.facts)
        return Figure(look_.size, tuple(items), said)

    def explain(self, story: Story, moment: Moment) -> Message:
        """What the phase does to this output cell, what it sees, and what of it is above 0."""
        view = look(story, moment, None)
        return sentences(sentence(view), *of_block(view))

    def reckoned(self, story: Story, step: Step, of: Callable[[Step, Any], float]) -> float:
        """The block of the values that its windows come to, pooled."""
        assert isinstance(story.trace, ChainTrace)
        values = [of(inner, story.spec.conv) for inner in story.trace.inner(step.cell)]
        return max(values) if story.spec.pool.kind == "max" else sum(values) / len(values)

    def size_formula(self, story: Story) -> tuple[Message, ...]:
        """See sizes_text.chain_formula."""
        return chain_formula(story.spec, story.x.shape, pads_by_size(story))

    def program(self, story: Story, language: str) -> str:
        """See program.chain_program."""
        return chain_program(story, language)

    def kernel_cell(self, story: Story, spot: Spot) -> tuple[int, int, int, int]:
        """As of the convolution alone."""
        return super().kernel_cell(convolved(story), spot)
