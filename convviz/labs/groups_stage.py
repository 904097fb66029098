"""The stage of channels, filters and groups: convolution's rows on the left, its connections on the right."""

from __future__ import annotations

from collections.abc import Iterator

import convviz.labs.conv_sum as conv_sum
import convviz.labs.parts as parts
from convviz.core.sizes import Shape, conv_cost
from convviz.core.spec import ConvSpec
from convviz.figure.figure import Box, Item, Panel, Size, Text
from convviz.i18n import Large, Message, msg
from convviz.labs.amounts import grouped
from convviz.labs.connections import connections
from convviz.labs.groups_words import dense, factors, kind, pointwise, separable, weights
from convviz.labs.window import View

NARROW = 620.0
"""A stage less wide has no room for the connections beside its rows."""
PATCHED = 600.0
"""Rows less wide than this have no column for the windows, which are seen on the inputs too."""
SHARE, LEAST, MOST = 0.25, 190.0, 320.0
"""Of the stage's width for the connections, and their width in pixels."""
PAD = 12.0
LINE, BAR = 15.0, 5.0
"""Heights of a line of the counts, and of its bar."""
TRACK = 0.25
"""Strength of what a bar leaves of its full length."""


def draw(view: View, size: Size, zoom: float, sentence: Message, counts: bool = True) -> Iterator[Item]:
    """Everything, back to front; what the layer costs only if `counts`."""
    if size.w < NARROW:
        yield from conv_sum.draw(view, size, zoom, sentence)
        return
    width = round(min(max(size.w * SHARE, LEAST), MOST))
    rest = size.w - width - PAD
    yield from conv_sum.draw(view, Size(rest, size.h), zoom, sentence, rest >= PATCHED, above=True)
    yield from _card(view, Box(size.w - width, 0, width, size.h), counts)


def _card(view: View, card: Box, counts: bool) -> Iterator[Item]:
    spec = view.story.spec
    yield Panel(card, "empty", 8)
    x, room = card.x + PAD, card.w - 2 * PAD
    yield Text(x, 13, msg("Connections"), size=15, bold=True, room=room, least=11)
    name, *shorter = kind(spec)
    yield Text(x, 34, name, "muted", 12.5, room=room, least=11.0, shorter=tuple(shorter))
    lines = list(_counts(view.story.x.shape, view))
    height = sum(LINE + (BAR + 3 if share else 0) for _, share, _ in lines) + 8
    foot = card.bottom - height
    yield from connections(view, Box(x, parts.HEAD - 12, room, foot - parts.HEAD + 6))
    y = foot
    for words, share, role in lines if counts else ():
        yield Text(x, y + LINE / 2, words[0], role, 12, room=room, least=9.0, shorter=words[1:])
        y += LINE
        if share:
            yield Panel(Box(x, y + 1, room, BAR), "muted", BAR / 2, TRACK)
            yield Panel(Box(x, y + 1, max(room * share, 3.0), BAR), role, BAR / 2)
            y += BAR + 3


Count = tuple[parts.Line, float, str]
"""A line of the counts: its words, how long its bar is, its role."""


def _counts(shape: Shape, view: View) -> Iterator[Count]:
    """Weights without groups and with them, then products, those of the 1×1 layer included."""
    spec = view.story.spec
    whole = dense(spec)
    few, many = weights(spec), weights(whole)
    macs = conv_cost(spec, shape).macs
    if separable(spec):
        macs += macs // few * pointwise(spec)
    numbers = {
        "whole": factors(whole),
        "all": grouped(many),
        "now": factors(spec),
        "n": grouped(few),
        "groups": spec.groups,
        "macs": Large(macs),
        "most": Large(conv_cost(whole, shape).macs),
    }
    alone = spec.groups == 1
    words: parts.Line = (
        msg("dense: {whole} = {all} weights", **numbers),
        msg("dense: {whole} = {all}", **numbers),
        msg("{all} weights", **numbers),
    )
    if many == 1:
        words = (msg("dense: 1 weight"), msg("1 weight"))
    yield words, 1.0, "accent" if alone else "muted"
    if not alone:
        words = (
            msg("groups {groups}: {now} = {n}", **numbers),
            msg("{now} = {n}", **numbers),
            msg("{n}", **numbers),
        )
        yield words, few / many, "accent"
    if separable(spec):
        yield _mixed(spec, few, many)
    said = msg("MACs: {most}", **numbers) if alone else msg("MACs: {most} → {macs}", **numbers)
    in_all = (msg("MACs in all: {most} → {macs}", **numbers),) if separable(spec) else ()
    yield (*in_all, said, msg("{macs} MACs", **numbers)), 0.0, "text"


def _mixed(spec: ConvSpec, few: int, many: int) -> Count:
    """With the 1×1 layer that depthwise layers are followed by; no bar where it saves nothing."""
    mix = pointwise(spec)
    values = {"filters": spec.out_channels, "mix": grouped(mix), "sum": grouped(few + mix)}
    words = (
        msg("+ 1 × 1: {filters}·{filters} = {mix}, in all {sum}", **values),
        msg("+ 1 × 1: {mix}, in all {sum}", **values),
        msg("+ 1 × 1: {sum}", **values),
    )
    return words, (few + mix) / many if few + mix < many else 0.0, "output"
