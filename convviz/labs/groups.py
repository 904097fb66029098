"""Several channels in, several filters out: a filter is a stack of kernels, which groups make shorter."""

from __future__ import annotations

from math import gcd
from typing import Any

from convviz.core.feature_maps import feature_maps
from convviz.core.spec import ConvSpec
from convviz.figure.figure import Figure
from convviz.i18n import Message, msg
from convviz.labs.controls import Control, Offer, Pick
from convviz.labs.conv_operands import grouped_operands
from convviz.labs.convolution import ConvolutionLab
from convviz.labs.explaining import sentences
from convviz.labs.groups_stage import draw
from convviz.labs.groups_words import of_layer, of_step, sentence, weights_line
from convviz.labs.lab import Array, Look
from convviz.labs.sizes_text import size_formula
from convviz.labs.story import Story
from convviz.labs.window import look_at
from convviz.motion.timeline import Moment
from convviz.scene.scene import GroupsLayer


def groups_of(story: Story) -> tuple[tuple[int, Message], ...]:
    """What divides both channels and filters, and what it is called at either end."""
    channels, filters = story.spec.in_channels, story.spec.out_channels
    names = {1: msg("1: dense"), channels: msg("{n}: depthwise", n=channels)} if channels > 1 else {}
    common = gcd(channels, filters)
    return tuple((n, names.get(n, msg("{n}", n=n))) for n in range(1, common + 1) if common % n == 0)


class GroupsLab(ConvolutionLab):
    """Kernels, parameters and weights are convolution's; which channels meet is its own."""

    layer_type: type = GroupsLayer
    title = "Channels, filters, groups"
    default: Any = GroupsLayer()
    controls: tuple[Control, ...] = (
        Pick(
            "maps",
            "Input",
            "The picture's own channels, or feature maps: the picture seen by several kernels, as the layer "
            "before would hand them on.",
            ((0, "picture's channels"), (4, "4 feature maps"), (8, "8 feature maps")),
        ),
        Offer(
            "groups",
            "Groups",
            "Blocks of channels that do not meet: 1 is dense, as many as channels is depthwise. "
            "Only what divides both channels and filters is offered.",
            groups_of,
            lambda story: story.spec.groups,
        ),
    )

    def operands(self, layer: Any, x: Array) -> tuple[ConvSpec, tuple[Array, ...]]:
        """The convolution's, on the picture or on its feature maps."""
        channels = feature_maps(x, layer.maps) if layer.maps else x
        return grouped_operands(layer, channels, gcd(layer.groups, len(channels), len(layer.filters)))

    def draw(self, story: Story, moment: Moment, look: Look) -> Figure:
        """A row for each channel of the filter's group, and beside them what is connected with what."""
        view = look_at(story, moment, look.spot)
        said = sentence(view)
        return Figure(look.size, tuple(draw(view, look.size, look.zoom, said, not look.hidden.facts)), said)

    def explain(self, story: Story, moment: Moment) -> Message:
        """Which channels the filter reads, what becomes of them, and how many weights it takes."""
        return sentences(of_step(story, story.step(moment.step), moment.computed), *of_layer(story.spec))

    def size_formula(self, story: Story) -> tuple[Message, ...]:
        """The output's size, and how many weights there are where rows and columns are alike.

        Where they are not, there is no room for that in a low window; the stage tells it too.
        """
        lines = size_formula(story.spec, story.x.shape)
        return lines if len(lines) > 2 else (*lines, weights_line(story.spec))
