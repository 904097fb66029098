"""Groups of channels in words and numbers: who reads what, and how many weights and products it takes."""

from __future__ import annotations

from dataclasses import replace
from math import prod

import convviz.labs.conv_explain as conv_explain
import convviz.labs.explaining as explaining
from convviz.core import kernels
from convviz.core.feature_maps import BANK
from convviz.core.kernel_text import shown
from convviz.core.spec import ConvSpec
from convviz.core.trace import Step
from convviz.figure.figure import Spot
from convviz.i18n import Message, msg
from convviz.labs.amounts import grouped
from convviz.labs.conv_words import channel_name
from convviz.labs.parts import Line
from convviz.labs.story import Story
from convviz.labs.window import View

# --- numbers


def weights(spec: ConvSpec) -> int:
    """How many weights there are; biases are left aside.

    Example: 8 filters of 3×3 on 8 channels have 8·8·3·3 = 576, in 4 groups 8·2·3·3 = 144.
    """
    return prod(spec.weight_shape)


def factors(spec: ConvSpec) -> str:
    """The same as a product: filters, kernels of a filter, rows, columns."""
    return "·".join(map(str, spec.weight_shape))


def dense(spec: ConvSpec) -> ConvSpec:
    """The same layer without groups."""
    return replace(spec, groups=1)


def pointwise(spec: ConvSpec) -> int:
    """Weights of the 1×1 layer that mixes the channels of a depthwise one.

    Source: Howard et al., "MobileNets", arXiv 1704.04861, section 3.1.
    Example: depthwise 3×3 on 8 channels has 72 weights, 1×1 after it 64: 136 instead of 576.
    """
    return spec.out_channels * spec.out_channels


def separable(spec: ConvSpec) -> bool:
    """Whether it is depthwise with a window of several cells, so that a 1×1 layer adds what it lacks."""
    return spec.groups == spec.in_channels > 1 and spec.kernel_size != (1, 1)


def weights_line(spec: ConvSpec) -> Message:
    """As in "weights: 8·2·3·3 = 144, dense 576"."""
    values = {"factors": factors(spec), "n": grouped(weights(spec)), "all": grouped(weights(dense(spec)))}
    if spec.groups == 1:
        return msg("weights: {factors} = {n}", **values)
    return msg("weights: {factors} = {n}, dense {all}", **values)


def kind(spec: ConvSpec) -> Line:
    """What such a layer is called."""
    ins, outs = spec.in_channels // spec.groups, spec.out_channels // spec.groups
    values = {"groups": spec.groups, "ins": ins, "outs": outs, "all": spec.in_channels}
    if spec.groups == 1:
        return (
            msg("dense: all {all} to every filter", **values),
            msg("dense: all to all"),
            msg("dense"),
        )
    if ins == 1:
        return (msg("depthwise: one channel each"), msg("depthwise"))
    return (
        msg(
            "{groups} groups: {ins} channels → {outs} maps"
            if outs > 1
            else "{groups} groups: {ins} channels → 1 map",
            **values,
        ),
        msg("{groups} groups of {ins} → {outs}", **values),
        msg("{groups} groups", **values),
    )


# --- sentences


def sentence(view: View) -> Message:
    """Of the cell or the wire pointed at, else of the step."""
    spot, story = view.spot, view.story
    if spot and spot.grid == "channels" and spot.channel < story.spec.in_channels:
        return _of_channel(story, spot)
    if spot and spot.grid in ("filters", "maps") and spot.channel < story.spec.out_channels:
        return _of_filter(story, spot.channel)
    if spot and (spot.grid == "input" or view.tapped) and not view.asked:
        return conv_explain.sentence(view)
    return of_step(story, view.step, view.computed)


def of_step(story: Story, step: Step, computed: bool) -> Message:
    """Which channels this filter reads, and what they give at one place once it is computed."""
    spec, filter_ = story.spec, step.cell[0]
    if step.outside(*story.x.shape[1:]):
        return conv_explain.of_step(story, step, computed)
    first, last = _ends(story, step.channels)
    return msg(
        OF_STEP[_case(spec)],
        filter=filter_,
        n=len(step.channels),
        first=first,
        which=msg(
            "{first} and {last}" if len(step.channels) == 2 else "{first} to {last}", first=first, last=last
        ),
        kh=spec.kernel_size[0],
        kw=spec.kernel_size[1],
        group=filter_ // (spec.out_channels // spec.groups),
        taps=step.products.size,
        makes=msg(" make {y}", y=shown(step.value)) if computed else msg(""),
        value=explaining.value(step, computed),
    )


def of_layer(spec: ConvSpec) -> tuple[Message, Message]:
    """How many weights there are against a dense layer's, and what comes out or is still missing."""
    values = {
        "factors": factors(spec),
        "n": grouped(weights(spec)),
        "all": grouped(weights(dense(spec))),
        "groups": spec.groups,
        "outs": spec.out_channels,
        "mixed": grouped(pointwise(spec)),
        "both": grouped(weights(spec) + pointwise(spec)),
    }
    learned = msg("The layer has {factors} = {n} weights: filters, kernels of each, rows, columns.", **values)
    if weights(spec) == 1:
        learned = msg("The layer has a single weight.")
    if spec.groups > 1:
        learned = msg(
            "The layer has {factors} = {n} weights; dense it would have {groups} times as many, {all}.",
            **values,
        )
    if separable(spec):
        return learned, msg(
            "A 1 × 1 layer after it, with {mixed} weights, would mix the channels: {both} instead of {all}.",
            **values,
        )
    if spec.out_channels == 1:
        return learned, msg("One filter makes one feature map.")
    return learned, msg("Each of the {outs} filters makes a feature map of its own.", **values)


def _case(spec: ConvSpec) -> str:
    if spec.in_channels == 1:
        return "one tap" if spec.kernel_size == (1, 1) else "one channel"
    if spec.groups == spec.in_channels:
        return "depthwise"
    if spec.groups > 1:
        return "grouped"
    return "pointwise" if spec.kernel_size == (1, 1) else "dense"


OF_STEP = {
    "one tap": "Filter {filter} has one kernel for the one channel there is, a single weight{value}.",
    "one channel": "Filter {filter} has one kernel for the one channel there is: {taps} products{makes}.",
    "dense": "Filter {filter} reads all {n} channels with {n} kernels {kh} × {kw}: {taps} products{makes}.",
    "pointwise": "1 × 1: filter {filter} mixes the {n} channels of this pixel, reading no neighbour{value}.",
    "grouped": "Filter {filter} reads only channels {which}, those of group {group}: {taps} products{makes}.",
    "depthwise": "Depthwise: filter {filter} is one kernel on channel {first} alone; channels never "
    "meet{value}.",
}


def _ends(story: Story, channels: range) -> tuple[str, str]:
    of = story.x.shape[0]
    return channel_name(of, channels[0]), channel_name(of, channels[-1])


def inputs(spec: ConvSpec, filter_: int) -> range:
    """The channels that a filter reads."""
    ins = spec.in_channels // spec.groups
    first = filter_ // (spec.out_channels // spec.groups) * ins
    return range(first, first + ins)


def readers(spec: ConvSpec, channel: int) -> range:
    """The filters that read a channel."""
    outs = spec.out_channels // spec.groups
    first = channel // (spec.in_channels // spec.groups) * outs
    return range(first, first + outs)


def _of_channel(story: Story, spot: Spot) -> Message:
    """What the channel is, and who reads it."""
    filters = readers(story.spec, spot.channel)
    values = {"first": filters[0], "last": filters[-1], "filters": len(filters)}
    who = msg("filters {first} to {last} read it", **values)
    if len(filters) == 1:
        who = msg("filter {first} alone reads it", **values)
    name = channel_name(story.x.shape[0], spot.channel)
    if story.reads_picture:
        return msg("Channel {name}: {who}.", name=name, who=who)
    kernel = msg(kernels.find(BANK[spot.channel]).name)
    return msg(
        "Channel {name} is the picture seen by {kernel}, negative values set to 0: {who}.",
        name=name,
        kernel=kernel,
        who=who,
    )


def _of_filter(story: Story, filter_: int) -> Message:
    channels = inputs(story.spec, filter_)
    first, last = _ends(story, channels)
    kh, kw = story.spec.kernel_size
    source = (
        "Filter {filter} = {n} kernels of {kh} × {kw}, for channels {first} to {last}: it makes map {filter}."
    )
    if len(channels) == 1:
        source = "Filter {filter} = one kernel of {kh} × {kw}, for channel {first}: it makes map {filter}."
    return msg(source, filter=filter_, n=len(channels), kh=kh, kw=kw, first=first, last=last)
