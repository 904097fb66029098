"""Pooling on the stage: a window, its winner or its mean, and the way back that unpooling takes."""

from __future__ import annotations

import dataclasses
from typing import Any

import convviz.labs.pool_view as pool_view
from convviz.core.pool_spec import PoolSpec
from convviz.core.same_padding import SAME_TF, same_pads
from convviz.figure.figure import Figure, Spot
from convviz.i18n import Message
from convviz.labs.controls import Control, Pair, Pick, Typed
from convviz.labs.convolution import pads_by_size
from convviz.labs.lab import Array, Look
from convviz.labs.pads_text import padding_text, read_padding
from convviz.labs.pool_stage import draw
from convviz.labs.pool_words import explain, said
from convviz.labs.program import pool_program
from convviz.labs.sizes_text import pool_formula, same_tf_formula
from convviz.labs.story import Story
from convviz.motion.timeline import REST, Moment, Phase
from convviz.scene.pool import PoolLayer
from convviz.scene.reading import resized
from convviz.scene.scene import Scene, replace


def _is_max(layer: PoolLayer) -> bool:
    return layer.kind == "max"


def _is_average(layer: PoolLayer) -> bool:
    return layer.kind == "avg"


def _by_cells(layer: PoolLayer) -> bool:
    return layer.padding != SAME_TF


def _counts(layer: PoolLayer) -> bool:
    return _is_average(layer) and _by_cells(layer)


OPENING = 4
"""Rows and columns of the output at first: in twice as many input cells there is room for numbers."""
YES_NO = ((True, "yes"), (False, "no"))


class PoolingLab:
    """Each channel by itself: the largest value of every window, or the mean of it."""

    layer_type: type = PoolLayer
    operation = "pool2d"
    title = "Pooling (2-D)"
    default: Any = PoolLayer()
    show = "clamp"
    panel: tuple[str, ...] = ("output",)
    controls: tuple[Control, ...] = (
        Pick(
            "kind",
            "Kind",
            "The largest value of each window, or its mean.",
            (("max", "maximum"), ("avg", "average")),
            checked=True,
        ),
        Pair("kernel_size", "Window size", "Rows and columns of a window."),
        Pair(
            "stride",
            "Stride",
            "Cells that the window moves by: rows, columns. As large as the window: no overlap.",
        ),
        Typed(
            "padding",
            "Padding",
            "Cells on each side, at most half of the window: rows, columns; or same-tf, TensorFlow's: "
            "⌈cells / stride⌉ come out.",
            read_padding,
            padding_text,
            lambda layer: (SAME_TF,),
        ),
        Pair("dilation", "Dilation", "Cells from one tap to the next: rows, columns.", shown=_is_max),
        Pick(
            "ceil_mode",
            "Last window",
            "Whether a last window may hang over the end: the size is rounded up instead of down.",
            ((False, "must fit (floor)"), (True, "may hang over (ceil)")),
            shown=_by_cells,
            checked=True,
        ),
        Pick(
            "count_include_pad",
            "Count padding",
            "Whether the padding's zeros count as cells of the mean.",
            YES_NO,
            shown=_counts,
        ),
    )

    def opening(self, scene: Scene) -> Scene:
        """Few output cells, whose windows' numbers can be read, in the middle of what was on the stage."""
        return replace(scene, region=resized(scene.region, OPENING, OPENING))

    def operands(self, layer: PoolLayer, x: Array) -> tuple[PoolSpec, tuple[Array, ...]]:
        """The spec, and the input alone: pooling has no weights. A mean sets the dilation aside."""
        dilation = layer.dilation if _is_max(layer) else (1, 1)
        spec = PoolSpec(layer.kind, layer.kernel_size, layer.stride, (0, 0), dilation, False, False)
        if layer.padding == SAME_TF:
            pads = same_pads(x.shape[1:], spec.kernel_size, spec.stride, dilation)
            return dataclasses.replace(spec, padding=pads), (x,)
        return dataclasses.replace(
            spec,
            padding=layer.padding,
            ceil_mode=layer.ceil_mode,
            count_include_pad=layer.count_include_pad,
        ), (x,)

    def phases(self, scene: Scene) -> tuple[Phase, ...]:
        """Slide, lift, compare or add the values one by one, write, rest."""
        layer = scene.layer
        assert isinstance(layer, PoolLayer)
        return (
            Phase("slide", 0.12),
            Phase("lift", 0.12),
            Phase("compare" if layer.kind == "max" else "add", 0.24),
            Phase("write", 0.14),
            Phase(REST, 0.38),
        )

    def draw(self, story: Story, moment: Moment, look: Look) -> Figure:
        """Input, window and output; of a maximum also what unpooling puts back."""
        view = pool_view.look(story, moment, look.spot)
        sentence = said(view)
        return Figure(look.size, tuple(draw(view, look.size, look.zoom, sentence)), sentence)

    def explain(self, story: Story, moment: Moment) -> Message:
        """What is particular about this window, what is remembered of it, and what rounding does."""
        return explain(story, story.step(moment.step), moment.computed)

    def size_formula(self, story: Story) -> tuple[Message, ...]:
        """See sizes_text.pool_formula and same_tf_formula."""
        formula = same_tf_formula if pads_by_size(story) else pool_formula
        return formula(story.spec, story.x.shape)

    def program(self, story: Story, language: str) -> str:
        """See program.pool_program."""
        return pool_program(story, language)

    def kernel_cell(self, story: Story, spot: Spot) -> tuple[int, int, int, int]:
        """Pooling shows no kernel, so there is no cell of one."""
        raise LookupError(spot)
