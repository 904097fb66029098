"""Transposed convolution on the stage, stamped or gathered: the same numbers both ways."""

from __future__ import annotations

from typing import Any

import numpy as np

from convviz.core.listing import transposed_listing
from convviz.core.same_padding import SAME_TF
from convviz.core.transposed_spec import TransposedSpec, same_transposed
from convviz.core.viewing import Rect, window
from convviz.figure.figure import Figure, Spot
from convviz.i18n import Message
from convviz.labs.controls import Control, Number, Pair, Pick, Typed
from convviz.labs.explaining import sentences
from convviz.labs.lab import Array, Look
from convviz.labs.pads_text import padding_text, read_padding
from convviz.labs.program import cells_of, source_of
from convviz.labs.story import Story, kernel_rows
from convviz.labs.transposed_stage import draw_stamps, draw_window
from convviz.labs.transposed_view import gathered, layer_of, reaching, stamped
from convviz.labs.transposed_words import of_layer, of_step, same_lines, sentence, size_lines
from convviz.motion.timeline import REST, Moment, Phase
from convviz.scene.scene import Scene, TransposedLayer


class TransposedLab:
    """Each channel by itself: every input cell stamps the kernel onto the output."""

    layer_type: type = TransposedLayer
    operation = "conv_transpose2d"
    title = "Transposed convolution (2-D)"
    default: Any = TransposedLayer()
    show = "stretch"
    panel: tuple[str, ...] = ("kernel", "output", "tools")
    controls: tuple[Control, ...] = (
        Pick(
            "view",
            "View",
            "Stamp: every input cell sets the kernel, times its value, onto the output. Gather: an ordinary "
            "window, its kernel rotated, over the input with zeros put in. The numbers are the same.",
            (("stamp", "stamp"), ("gather", "gather")),
        ),
        Pick(
            "cells",
            "Cells show",
            "What output cells show: their values, or how many stamps overlap there. Where a stride does "
            "not divide the kernel's size, that is uneven, and seen as a checkerboard.",
            (("values", "values"), ("overlaps", "overlaps")),
        ),
        Pair("stride", "Stride", "Output cells from one stamp to the next: rows, columns."),
        Typed(
            "padding",
            "Padding",
            "Cells cut off on each side of the output: rows, columns. same-tf (TensorFlow's): so many that "
            "stride times as many cells come out, without output padding.",
            read_padding,
            padding_text,
            lambda layer: (SAME_TF,),
        ),
        Pair(
            "output_padding",
            "Output pad",
            "Rows, columns added at the end, fewer than the stride or the dilation: it tells apart the sizes "
            "that a convolution takes to this one.",
            least=0,
        ),
        Pair("dilation", "Dilation", "Output cells from one tap of a stamp to the next: rows, columns."),
        Number("bias", "Bias", "A number that is added to every output cell."),
    )

    def operands(self, layer: TransposedLayer, x: Array) -> tuple[TransposedSpec, tuple[Array, ...]]:
        """The spec, and the input, the kernel for each channel, and the bias for each."""
        channels = x.shape[0]
        kernel = np.array(kernel_rows(layer.filters[0][0]), np.float64)
        if layer.padding == SAME_TF:
            cut = same_transposed(kernel.shape, layer.stride, layer.dilation)
        else:
            cut = {"padding": layer.padding, "output_padding": layer.output_padding}
        spec = TransposedSpec(
            kernel_size=kernel.shape,
            stride=layer.stride,
            dilation=layer.dilation,
            channels=channels,
            **cut,
        )
        return spec, (x, np.stack([kernel[None]] * channels), np.full(channels, layer.bias))

    def phases(self, scene: Scene) -> tuple[Phase, ...]:
        """Go to the cell, set the stamp or lift the window, go through what overlaps, write, rest."""
        return (
            Phase("slide", 0.12),
            Phase("lift", 0.18),
            Phase("multiply", 0.24),
            Phase("write", 0.14),
            Phase(REST, 0.32),
        )

    def outlined(self, story: Story, row: int, col: int) -> Rect | None:
        """The window that gathers, or the cells whose stamps reach the output cell."""
        if layer_of(story).view == "gather":
            return window(story.along, row, col)
        return reaching(story, row, col)

    def draw(self, story: Story, moment: Moment, look: Look) -> Figure:
        """Stamps or a window, as the layer's view says."""
        if layer_of(story).view == "gather":
            window = gathered(story, moment, look.spot)
            return Figure(look.size, tuple(draw_window(window, look.size, look.zoom)), sentence(window))
        stamps = stamped(story, moment, look.spot)
        return Figure(look.size, tuple(draw_stamps(stamps, look.size, look.zoom)), sentence(stamps))

    def singles_out(self, story: Story) -> bool:
        """Of stamps, those that reach the cell, with the weights that they do so with."""
        return layer_of(story).view == "stamp"

    def explain(self, story: Story, moment: Moment) -> Message:
        """What overlaps on this cell, how stamps lie, and the way back."""
        return sentences(of_step(story, story.step(moment.step), moment.computed), *of_layer(story))

    def size_formula(self, story: Story) -> tuple[Message, ...]:
        """See transposed_words.size_lines and same_lines."""
        lines = same_lines if layer_of(story).padding == SAME_TF else size_lines
        return lines(story.spec, story.x.shape, story.shape)

    def program(self, story: Story, language: str) -> str:
        """See listing.transposed_listing."""
        _, weight, bias = story.operands
        return transposed_listing(
            language, story.spec, (weight, bias), source_of(story), story.shape, cells_of(story)
        )

    def kernel_cell(self, story: Story, spot: Spot) -> tuple[int, int, int, int]:
        """The weight (filter, kernel, row, column) that a cell of the kernel grid shows."""
        if layer_of(story).view == "stamp":
            return (0, 0, spot.row, spot.col)
        kh, kw = story.spec.kernel_size
        return (0, 0, kh - 1 - spot.row, kw - 1 - spot.col)
