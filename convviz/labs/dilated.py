"""Dilated convolution on the stage: the comb of taps, its effective size, and what stacked layers see."""

from __future__ import annotations

import re
from typing import Any, Literal

from convviz.core.errors import SpecError
from convviz.core.kernel_text import number, quoted
from convviz.core.stacked_paths import levels
from convviz.figure.figure import Figure
from convviz.i18n import Message, msg
from convviz.labs.controls import Control, Pick, Typed
from convviz.labs.convolution import ConvolutionLab
from convviz.labs.dilated_pile import Pile, layer_of
from convviz.labs.dilated_stage import draw
from convviz.labs.dilated_words import of_comb, of_growth, of_stack, of_step, rates_text, sentence
from convviz.labs.explaining import of_size, sentences
from convviz.labs.lab import Look
from convviz.labs.story import Story
from convviz.labs.window import look_at
from convviz.motion.timeline import Moment
from convviz.scene.scene import MAX_DILATION, MAX_STACKED, DilatedLayer, Region, Scene, replace

OPENING = 5
"""Rows and columns of the output it begins with: the comb has room for its numbers."""
OFFERED = ("1, 2, 4", "1, 1, 1", "2, 2, 2", "1, 2, 5")
"""Doubling, ordinary, gridding, and dilations without a common divisor."""


def read_rates(text: str) -> tuple[int, ...]:
    """Dilations such as "1, 2, 4", the layer on the input first.

    Raises: KernelError for what is no number; SpecError("rates_text", "too_many" or "outside_range").
    """
    found = [word for word in re.split(r"[\s,;]+", text.strip()) if word]
    if not found:
        raise SpecError("rates_text", text=quoted(text))
    if len(found) > MAX_STACKED:
        raise SpecError("too_many", name="stack", value=len(found), most=MAX_STACKED)
    dilations = [number(word) for word in found]
    for value in dilations:
        if not (value.is_integer() and 1 <= value <= MAX_DILATION):
            raise SpecError(
                "outside_range", name=msg("Dilation"), least=1, most=MAX_DILATION, value=f"{value:g}"
            )
    return tuple(map(int, dilations))


def _shows_stack(layer: DilatedLayer) -> bool:
    return layer.view != "layer"


class DilatedLab(ConvolutionLab):
    """Kernels, parameters and numbers are convolution's; the comb's measure and the stack are its own."""

    layer_type: type = DilatedLayer
    title = "Dilated convolution (2-D)"
    default: Any = DilatedLayer()
    tells: Literal["below", "but input", "all"] = "all"
    controls: tuple[Control, ...] = (
        Pick(
            "view",
            "Stage shows",
            "One layer, step by step; what layers stacked on each other see; or both, where one channel is "
            "read and the stage is wide enough for the stack beside the layer.",
            (("both", "both, where wide"), ("layer", "one layer"), ("stack", "stacked layers")),
        ),
        Typed(
            "stack",
            "Stacked layers",
            "Dilations of layers stacked on each other, the one on the input first, at most 6. Dilations "
            "that share a divisor, such as 2, 2, 2, never see some cells.",
            read_rates,
            rates_text,
            lambda layer: OFFERED,
            _shows_stack,
        ),
    )

    def opening(self, scene: Scene) -> Scene:
        """A few output cells in the middle of what was on the stage."""
        region = scene.region
        top = max(0, region.top + (region.height - OPENING) // 2)
        left = max(0, region.left + (region.width - OPENING) // 2)
        return replace(scene, region=Region(top, left, OPENING, OPENING))

    def rows_seen(self, story: Story) -> int:
        """What the stack sees, where it is on the stage."""
        layer = layer_of(story)
        return (
            levels(story.spec.kernel_size[0], layer.stack)[0].cells
            if _shows_stack(layer)
            else story.rows_seen
        )

    def pictured(self, story: Story) -> Message | None:
        """One layer, where the stack has the stage to itself."""
        if layer_of(story).view != "stack":
            return None
        rates = story.spec.dilation
        return msg("one layer, dilation {d}", d=rates_text(rates[: len(set(rates))]))

    def draw(self, story: Story, moment: Moment, look: Look) -> Figure:
        """The layer, the stack, or both."""
        view = look_at(story, moment, look.spot)
        said = sentence(view)
        if layer_of(story).view == "stack" and Pile(view).pointed is None:
            said = of_stack(Pile(view))
        return Figure(look.size, tuple(draw(view, look.size, look.zoom, said)), said)

    def explain(self, story: Story, moment: Moment) -> Message:
        """How this window's taps lie, and what the stack sees."""
        view = look_at(story, moment, None)
        pile, step = Pile(view), of_step(story, view.step, view.computed)
        if layer_of(story).view == "stack":
            return sentences(of_stack(pile), of_growth(pile))
        if layer_of(story).view == "layer":
            return sentences(step, of_comb(story), of_size(story))
        return sentences(step, of_comb(story), of_stack(pile))
