"""How many numbers there are to learn: dense, local, shared, of this input and of the whole picture."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod

import convviz.labs.parts as parts
from convviz.core.dense_spec import CONNECTIONS, DenseSpec, parameters
from convviz.core.sizes import Shape
from convviz.figure import lettering
from convviz.figure.figure import Box, Item, Outline, Panel, Text
from convviz.i18n import Large, Message, msg
from convviz.labs.amounts import grouped
from convviz.labs.story import Story

UNITS = 100
"""Units of the layer that the whole picture is counted for; as many filters, where they are shared."""
PHOTO = (3, 3000, 4000)
"""A photograph of 12 megapixels in colour, whose count is known: 3.6 billion."""
GAP = 10.0
TRACK = 0.4
"""Strength of what a full bar would fill, so that it is told from the bar in every theme."""
ROOMY, MEDIUM, TIGHT = 84.0, 64.0, 46.0
"""Heights of a card: with a line of its own for everything, usual on a low stage, with more than one line."""
NAMES = {"dense": msg("Dense"), "local": msg("Local"), "shared": msg("Shared")}


def count(spec: DenseSpec, connections: str) -> tuple[int, int]:
    """Weights and biases that a layer's outputs have with such connections."""
    taps = prod(spec.window) * spec.input_shape[0]
    return parameters(connections, prod(spec.input_shape), prod(spec.output_shape), taps)


def worked_out(spec: DenseSpec, connections: str) -> str:
    """As in "36 · 16 + 16": inputs or taps, times outputs with weights of their own, plus biases."""
    outputs, taps = prod(spec.output_shape), "·".join(map(str, _factors(spec)))
    if connections == "dense":
        return f"{prod(spec.input_shape)} · {outputs} + {outputs}"
    return f"{taps} · {outputs} + {outputs}" if connections == "local" else f"{taps} + 1"


def _factors(spec: DenseSpec) -> tuple[int, ...]:
    channels = spec.input_shape[0]
    return (*((channels,) if channels > 1 else ()), *spec.window)


def of_picture(shape: Shape, window: tuple[int, int]) -> tuple[int, int]:
    """Parameters of UNITS dense units on a picture (C, H, W), and of UNITS filters of a window.

    Example: 12 megapixels of RGB have 3.6 billion weights and 100 biases.
    """
    dense = parameters("dense", prod(shape), 1, 0, UNITS)
    shared = parameters("shared", prod(shape), 1, shape[0] * prod(window), UNITS)
    return sum(dense), sum(shared)


def in_numbers(spec: DenseSpec) -> tuple[Message, Message]:
    """The three counts of this layer, and what a dense one would have on a photograph."""
    counts = {connections: grouped(sum(count(spec, connections))) for connections in CONNECTIONS}
    return (
        msg("Parameters of the same outputs: dense {dense}, local {local}, shared {shared}.", **counts),
        msg(
            "{units} units that are dense on 12 megapixels in colour have {n} weights.",
            units=UNITS,
            n=Large(of_picture(PHOTO, spec.window)[0]),
        ),
    )


def cards(story: Story, box: Box) -> Iterator[Item]:
    """A card for each turn, the present one lit, and one for the whole picture; lower ones say less."""
    spec = story.spec
    each = (box.w - 3 * GAP) * 0.2
    most = sum(count(spec, "dense"))
    for n, connections in enumerate(CONNECTIONS):
        card = Box(round(box.x + n * (each + GAP)), box.y, round(each), box.h)
        lit = connections == spec.connections
        yield Panel(card, "selected" if lit else "empty", 6)
        if lit:
            yield Outline(card, "accent", 2.0)
        yield from _card(spec, connections, card, sum(count(spec, connections)) / most)
    x = round(box.x + 3 * (each + GAP))
    yield from _picture(story, Box(x, box.y, box.right - x, box.h))


def _card(spec: DenseSpec, connections: str, card: Box, share: float) -> Iterator[Item]:
    lit = connections == spec.connections
    role, total = "accent" if lit else "text", grouped(sum(count(spec, connections)))
    x, room, name = card.x + 10, card.w - 20, NAMES[connections]
    formula = f"= {worked_out(spec, connections)}"
    if card.h >= ROOMY:
        yield Text(x, card.y + 16, name, "text" if lit else "muted", 13, bold=lit, room=room, least=10.0)
        yield Text(x, card.y + card.h * 0.44, total, role, 24, bold=True, room=room, least=12.0)
        yield Text(x, card.bottom - 25, formula, "muted", 12, room=room, least=8.5)
    else:
        line = card.y + (card.h / 2 if card.h < TIGHT else 15)
        wide = lettering.width(total, 15, bold=True) + 4
        yield Text(x, line, name, "text" if lit else "muted", 12, bold=lit, room=room - wide, least=8.0)
        yield Text(card.right - 10, line, total, role, 15, "right", bold=True, room=wide, least=9.0)
        if card.h >= TIGHT:
            yield Text(x, card.bottom - 19, formula, "muted", 11, room=room, least=8.0)
    if card.h >= TIGHT:
        bar = Box(x, card.bottom - 10, room, 5)
        yield Panel(bar, "border", 2.5, TRACK)
        yield Panel(Box(bar.x, bar.y, max(bar.w * share, 3.0), bar.h), role if lit else "muted", 2.5)


def _picture(story: Story, card: Box) -> Iterator[Item]:
    """What the same two would be for the whole picture, and the first for a photograph."""
    title, *lines, alone = _of_picture(story)
    if card.h < TIGHT:
        title, lines = alone, []
    yield Panel(card, "empty", 6)
    x, room = card.x + 12, card.w - 24
    places = (0.15, 0.39, 0.62, 0.85) if lines else (0.5,)
    for n, (words, place) in enumerate(zip((title, *lines), places, strict=True)):
        bold, role = n == 1, "text" if n else "muted"
        yield Text(
            x,
            card.y + place * card.h,
            words[0],
            role,
            min(13.0 + bold, card.h / 5.2) if lines else 12.0,
            bold=bold,
            room=room,
            least=8.0,
            shorter=words[1:],
        )


def _of_picture(story: Story) -> list[parts.Line]:
    """What a card says line by line, and last the one line of a card that has no room for more."""
    shape, (kh, kw) = story.source.planes.shape, story.spec.window
    dense, shared = of_picture(shape, (kh, kw))
    values = {
        "size": f"{shape[1]} × {shape[2]}" + (f" × {shape[0]}" if shape[0] > 1 else ""),
        "units": UNITS,
        "dense": Large(dense),
        "shared": Large(shared),
        "kh": kh,
        "kw": kw,
        "photo": Large(of_picture(PHOTO, (kh, kw))[0]),
    }
    return [
        (
            msg("The whole picture, {size}, with {units} units", **values),
            msg("Whole picture, {size}, {units} units", **values),
            msg("{size}, {units} units", **values),
        ),
        (msg("dense: {dense} parameters", **values), msg("dense: {dense}", **values)),
        (
            msg("shared: {shared} for {units} filters of {kh} × {kw}", **values),
            msg("shared: {shared} parameters", **values),
            msg("shared: {shared}", **values),
        ),
        (
            msg("12 megapixels × RGB × {units} units: {photo}", **values),
            msg("12 megapixels, RGB: {photo}", **values),
            msg("12 MP, RGB: {photo}", **values),
        ),
        (
            msg("{size}, {units} units: {dense} → {shared}", **values),
            msg("photo: {dense} → {shared}", **values),
            msg("{dense}", **values),
        ),
    ]
