"""What is to be seen of a dilated layer and of a stack of them, in sentences with their numbers."""

from __future__ import annotations

from math import gcd

import convviz.labs.conv_explain as conv_explain
import convviz.labs.parts as parts
from convviz.core.kernel_text import shown
from convviz.core.spec import ConvSpec
from convviz.core.trace import Step
from convviz.figure.figure import Spot
from convviz.i18n import Message, listed, msg
from convviz.labs.dilated_pile import Pile
from convviz.labs.explaining import sentences
from convviz.labs.parts import Formula, Line, Span
from convviz.labs.story import Story
from convviz.labs.window import View

# --- this layer


def effective(spec: ConvSpec, axis: int) -> str:
    """The effective size worked out: "3 + (3−1)(2−1) = 5".

    Source: Dumoulin & Visin, arXiv 1603.07285, section 5.1: k + (k − 1)(d − 1).
    """
    k, d, span = spec.kernel_size[axis], spec.dilation[axis], spec.span[axis]
    return f"{k} + ({k}−1)({d}−1) = {span}"


def sentence(view: View) -> Message:
    """Of the cell pointed at, else of the step."""
    pile = Pile(view)
    if pile.pointed:
        return _of_pointed(pile, pile.pointed)
    if view.spot and (view.spot.grid == "input" or (view.tapped and not view.asked)):
        return conv_explain.sentence(view)
    return of_step(view.story, view.step, view.computed)


def of_step(story: Story, step: Step, computed: bool) -> Message:
    """How the window's taps lie, and what they make; at the edge, how many of them read padding."""
    spec, (_, height, width) = story.spec, story.x.shape
    if step.outside(height, width):
        return conv_explain.of_step(story, step, computed)
    kh, kw = spec.kernel_size
    h, w = spec.span
    source, makes = "{taps} taps cover {h} × {w} cells, skipping {holes} of {cells}.", MAKE
    if len(step.channels) > 1:
        source = (
            "In each of {channels} channels {taps} taps cover {h} × {w} cells, skipping {holes} of {cells}."
        )
        makes = ALL_MAKE
    elif kh * kw == 1:
        source, makes = "A single tap has no gaps: dilation changes nothing.", MAKES
    elif (h, w) == (kh, kw):
        source = "With dilation 1 the {taps} taps lie side by side: {h} × {w} cells."
    taps = msg(
        source,
        channels=len(step.channels),
        taps=kh * kw,
        h=h,
        w=w,
        holes=h * w - kh * kw,
        cells=h * w,
    )
    made = msg(makes, y=shown(step.value), row=step.cell[1], col=step.cell[2])
    return sentences(taps, made if computed else None)


MAKE = "They make {y} at row {row}, column {col}."
MAKES = "It makes {y} at row {row}, column {col}."
ALL_MAKE = "All together make {y} at row {row}, column {col}."
"""What several taps, one tap, and those of several channels come to."""


def of_comb(story: Story) -> Message | None:
    """How far the taps of a row, or else of a column, reach, and what that saves; None without gaps."""
    spec = story.spec
    for axis, words in ((1, ALONG_ROW), (0, ALONG_COLUMN)):
        if spec.span[axis] > spec.kernel_size[axis]:
            return msg(words, span=effective(spec, axis), wide=spec.span[axis], k=spec.kernel_size[axis])
    return None


ALONG_ROW = "Along a row the window spans {span} cells with {k} weights; without gaps it would take {wide}."
ALONG_COLUMN = (
    "Along a column the window spans {span} cells with {k} weights; without gaps it would take {wide}."
)


# --- the stack


def of_growth(pile: Pile) -> Message:
    """What each layer of a stack adds to the field: "1 + 2·1 + 2·2 + 2·4 = 15".

    Source: Araujo, Norris & Sim, Distill 2019, equation 2, at stride 1.
    """
    more = pile.kernel[1] - 1
    return msg(
        "Along a row each layer adds (k − 1) times its dilation: {sum}.",
        sum=f"1 + {' + '.join(f'{more}·{rate}' for rate in pile.rates)} = {pile.field[1]}",
    )


def of_stack(pile: Pile) -> Message:
    """What the stack sees and what it misses, against ordinary layers."""
    (h, w), (plain_h, plain_w) = pile.field, pile.ordinary
    return msg(
        _about(pile),
        n=len(pile.rates),
        rates=listed(pile.rates),
        h=h,
        w=w,
        plain_h=plain_h,
        plain_w=plain_w,
        shared=gcd(*pile.rates),
        missed=pile.missed,
        cells=h * w,
    )


def _about(pile: Pile) -> str:
    """The sentence about a stack, by what is most particular in it."""
    if pile.kernel == (1, 1):
        return (
            "Kernels of a single tap see one cell, however many layers are stacked "
            "and whatever their dilations."
        )
    if len(pile.rates) == 1 and pile.missed:
        return (
            "One layer with dilation {rates} spans {h} × {w} cells, an ordinary one {plain_h} × {plain_w}; "
            "it skips {missed}."
        )
    if len(pile.rates) == 1:
        return "One ordinary layer sees {h} × {w} cells; more layers see further."
    if pile.missed and gcd(*pile.rates) > 1:
        return (
            "Gridding: {rates} are multiples of {shared}, so {missed} of the {h} × {w} = {cells} cells are "
            "never seen by this output."
        )
    if pile.missed:
        return (
            "Gridding: dilations {rates} leap further than the layers below them fill: {missed} of the "
            "{h} × {w} = {cells} cells are never seen by this output."
        )
    if pile.field == pile.ordinary:
        return "{n} ordinary layers see {h} × {w} cells; other dilations see further with as many weights."
    return "{n} layers with dilations {rates} see {h} × {w} cells, ordinary ones {plain_h} × {plain_w}."


def _of_pointed(pile: Pile, spot: Spot) -> Message:
    """How the cell is reached."""
    if spot.grid == "field":
        return _of_field(pile, spot)
    top, level = len(pile.rates), spot.channel
    paths = pile.across[level].paths(spot.col)
    if not paths:
        source = "No path leads to the input at column {col} from the middle: the dilations skip it."
        if level:
            source = "This output reads nothing of layer {level} at column {col} from the middle."
    elif level == top:
        source = "Along the row, this output sees {reach} input cells by {of} paths."
    elif level:
        source = (
            "Layer {level} at column {col} from the middle sees {reach} input cells; this output "
            "reads it by {n} of {of} paths."
        )
    else:
        source = "The input at column {col} from the middle reaches this output by {n} of {of} paths."
    total = pile.kernel[1] ** (top - level if level < top else top)
    return msg(source, col=shown(spot.col), level=level, reach=pile.reach(level), n=paths, of=total)


def _of_field(pile: Pile, spot: Spot) -> Message:
    """How often the output takes an input cell of the field."""
    n = pile.down[0].paths(spot.row) * pile.across[0].paths(spot.col)
    source = "The input at row {row}, column {col} from the middle reaches this output by {n} of {of} paths."
    if n == 0:
        source = (
            "No path leads to the input at row {row}, column {col} from the middle: "
            "whatever the weights, this output never sees it."
        )
    total = (pile.kernel[0] * pile.kernel[1]) ** len(pile.rates)
    return msg(source, row=shown(spot.row), col=shown(spot.col), n=n, of=total)


def rates_text(rates: tuple[int, ...]) -> str:
    """(1, 2, 4) as "1, 2, 4"."""
    return ", ".join(map(str, rates))


STACK_TITLE: Line = (msg("What an output of the stack sees"), msg("Stacked layers"), msg("Stack"))
FIELD_TITLE: Line = (msg("Paths to each input cell"), msg("Paths"))
PATHS: Line = (msg("paths"),)
PATHS_AND_HOLES: Line = (msg("paths · hatched: never seen"), *PATHS)


def paths(pile: Pile) -> Line:
    """What the colours of the field count; what is hatched in it, if anything is."""
    return PATHS_AND_HOLES if pile.missed else PATHS


def stack_lines(pile: Pile) -> tuple[Line, ...]:
    """The dilations and the size of the field; what ordinary layers see, or what is missed."""
    (h, w), (plain_h, plain_w) = pile.field, pile.ordinary
    values = {"rates": listed(pile.rates), "h": h, "w": w, "missed": pile.missed, "cells": h * w}
    plain: Line = (
        msg("layers with dilation 1 would see {h} × {w}", h=plain_h, w=plain_w),
        msg("with dilation 1: {h} × {w}", h=plain_h, w=plain_w),
    )
    sees, spans = (
        msg("dilations {rates} see {h} × {w} cells", **values),
        msg("dilations {rates} span {h} × {w} cells", **values),
    )
    if len(pile.rates) == 1:
        sees, spans = (
            msg("dilation {rates} sees {h} × {w} cells", **values),
            msg("dilation {rates} spans {h} × {w} cells", **values),
        )
    missed: Line = (
        msg("gridding: {missed} of {cells} cells are never seen", **values),
        msg("{missed} of {cells} never seen", **values),
        msg("{missed} never seen", **values),
    )
    seen: Line = (
        spans if pile.missed else sees,  # with holes it spans more than it sees
        msg("{rates}: {h} × {w} cells", **values),
        msg("{h} × {w} cells", **values),
    )
    if pile.field == pile.ordinary and not pile.missed:
        return (seen,)
    return (seen, missed if pile.missed else plain)


def growth(pile: Pile) -> Formula:
    """The field's size along the row, layer by layer: 1 + (3−1)·1 + (3−1)·2 + (3−1)·4 = 15.

    Source: Araujo, Norris & Sim, Distill 2019, equation 2, at stride 1.
    """
    k, rates, grown = pile.kernel[1], pile.rates, pile.grown
    layers = len(rates)

    def term(n: int) -> Span:
        role = "strip_text" if n >= layers - grown else "strip_muted"
        return Span(f"({k}−1)·{rates[n]}", role)

    tail = Span(f" = {pile.field[1]}", "strip_accent")
    done = [tail] if grown == layers else []
    return Formula(Span("field = 1 + ", "strip_muted"), layers, term, None, done, len(tail.text))


def field_lines(pile: Pile) -> tuple[Line, ...]:
    """The size of the field, and how much of it is seen."""
    h, w = pile.field
    values = {"h": h, "w": w, "seen": h * w - pile.missed, "cells": h * w}
    return (
        (
            msg("{h} × {w} cells, {seen} of {cells} seen", **values),
            msg("{seen} of {cells} seen", **values),
            msg("{h} × {w}", **values),
        ),
    )


WINDOW_KEYS = (parts.Key(msg("field"), "window"), parts.Key(msg("with dilation 1"), "negative"))
