"""Sentences that several labs explain with: what a layer's weights and its size come to, as they are now.

An explanation begins with the step and goes on with what the layer's choices make of it.
"""

from __future__ import annotations

from math import isclose

from convviz.core.kernel_text import shown
from convviz.core.trace import Step
from convviz.figure.figure import Array
from convviz.i18n import Message, listed, msg
from convviz.labs.conv_formula import ACTIVATION_NAMES
from convviz.labs.story import Story

ROUNDING = 1e-9
"""What of a sum of weights is a rounding error, as a part of all of them without their signs."""


def sentences(first: Message, *others: Message | None) -> Message:
    """One after the other, those that there are."""
    said = first
    for other in filter(None, others):
        said = msg("{before} {then}", before=said, then=other)
    return said


def result(step: Step, computed: bool) -> Message:
    """How a sentence about a step ends: with its value and place, or with its place alone before."""
    row, col = step.cell[1:]
    if computed:
        return msg(": {y} at row {row}, column {col}", y=shown(step.value), row=row, col=col)
    return msg(", for row {row}, column {col}", row=row, col=col)


def value(step: Step, computed: bool) -> Message:
    """How it ends where the place has been said: with the value, or with nothing before."""
    return msg(": {y}", y=shown(step.value)) if computed else msg("")


def of_weights(weights: Array) -> Message:
    """What the sum of a filter's weights does to a flat area; `weights` are (channels or slices, kh, kw)."""
    total, most = float(weights.sum()), float(abs(weights).sum())
    if not most:
        return msg("All its weights are 0: whatever the input, the sum is 0.")
    if abs(total) <= ROUNDING * most:
        if (abs(weights.sum((1, 2))) > ROUNDING * most).any():
            return msg("The weights add up to 0: where all that they meet is equal, the sum is 0.")
        return msg("The weights add up to 0: a flat area sums to 0, only differences are left.")
    if isclose(total, 1, rel_tol=ROUNDING):
        return msg("The weights add up to 1: a flat area keeps its value.")
    return msg("The weights add up to {sum}: a flat area sums to {sum} times its value.", sum=shown(total))


def of_bias(step: Step) -> Message | None:
    """What comes to such a sum, if anything does."""
    return msg("The bias {b} is added to that.", b=shown(step.bias)) if step.bias else None


def of_activation(story: Story, step: Step) -> Message | None:
    """What the activation does to the sum, if there is one."""
    name = ACTIVATION_NAMES.get(story.spec.activation)
    if name is None:
        return None
    z, y = shown(step.total), shown(step.value)
    if z == y:
        return msg("Before {name} it was {z}; {name} leaves it as it is.", name=name, z=z)
    return msg("Before {name} it was {z}; {name} makes it {y}.", name=name, z=z, y=y)


def of_dilation(story: Story) -> Message | None:
    """How far apart the taps lie, and over what; None where they lie side by side."""
    spec = story.spec
    if spec.span == spec.kernel_size:
        return None
    (kh, kw), (h, w), (down, across) = spec.kernel_size, spec.span, spec.dilation
    rate = down if down == across else listed(spec.dilation)
    return msg(
        "With dilation {rate} the {kh} × {kw} weights reach over {h} × {w} cells and skip those between.",
        rate=rate,
        kh=kh,
        kw=kw,
        h=h,
        w=w,
    )


def of_size(story: Story) -> Message:
    """How many places the window has, and what padding and stride have to do with it."""
    (_, h, w), (_, oh, ow) = story.x.shape, story.shape
    sh, sw = story.spec.stride
    values = {"h": h, "w": w, "oh": oh, "ow": ow, "sh": sh, "sw": sw}
    if (sh, sw) != (1, 1):
        return msg("With stride ({sh}, {sw}), {h} × {w} cells become {oh} × {ow}.", **values)
    if (h, w) == (oh, ow):
        padded, alone = (
            "The padding keeps the size, {h} × {w}.",
            "A window of one cell keeps the size, {h} × {w}.",
        )
        return msg(padded if any(story.spec.pads) else alone, **values)
    if oh <= h and ow <= w:
        return msg("The window has to fit: {h} × {w} cells become {oh} × {ow}.", **values)
    return msg("With so much padding, {h} × {w} cells become {oh} × {ow}.", **values)
