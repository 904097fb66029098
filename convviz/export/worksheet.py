"""A worksheet of any scene: a page with blanks to fill in, and its answer key. Every answer is computed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

import convviz.labs.parts as parts
from convviz.core.kernel_text import shown
from convviz.core.trace import Step
from convviz.export.paper import BLANK, Block, Drawing, NewPage, Paragraph, heading, headline
from convviz.figure.figure import Figure, Size
from convviz.i18n import Message, msg, tr
from convviz.labs.conv_formula import ACTIVATION_NAMES
from convviz.labs.lab import Hidden, Lab, Look
from convviz.labs.predict import draw
from convviz.labs.story import Story
from convviz.labs.watched import watched
from convviz.motion.timeline import Moment

PAPER = Size(702.0, 400.0)
"""The room of a drawing: the width of a page of A4 within its margins, in pixels of 1/96 inch."""
MOST_TERMS = 9
"""Terms of a sum that are written out."""
WORKED = 3
"""Cells whose sums are asked for: the first is prepared, the last is left to whoever fills it in."""


def worksheet(story: Story, lab: Lab, title: str | Message) -> Iterator[Block]:
    """The page to be handed out, then the key."""
    yield headline(title)
    yield Paragraph(msg("Name: {blank}   Date: {blank}", blank=BLANK * 2), role="muted", after=12.0)
    yield from _exercises(story, lab, solved=False)
    yield NewPage()
    yield headline(msg("Answer key"))
    yield Paragraph(title, role="muted", after=10.0)
    yield from _exercises(story, lab, solved=True)


def _exercises(story: Story, lab: Lab, solved: bool) -> Iterator[Block]:
    yield heading(msg("1. Fill in the output."))
    yield drawing(_stage(story, lab, solved))
    formulas = list(_formulas(story, solved))
    if formulas:
        yield heading(msg("2. Write out how these cells are made."))
        yield from formulas
    yield heading(msg("3. Work out."))
    for line in lab.size_formula(story):
        yield Paragraph(line if solved else blanked(tr(line)), mono=True, after=4.0)
    cost = story.operation.cost(story.spec, story.x.shape)
    for question, answer in (
        (msg("Products that are added for one output cell: {answer}"), story.taps),
        (msg("Numbers that the layer learns, biases included: {answer}"), cost.parameters),
        (msg("Products for the whole output: {answer}"), cost.macs),
    ):
        filled = msg(question.source, answer=shown(answer) if solved else BLANK)
        yield Paragraph(filled, after=4.0)


def drawing(figure: Figure) -> Drawing:
    """A stage without its sentence and its formula, which are written out below."""
    return Drawing(watched(figure), parts.bands(figure.size).grids.bottom + 6)


def _stage(story: Story, lab: Lab, solved: bool) -> Figure:
    """The stage at the first step with blank output cells, or at the last with all of them."""
    region = story.region(0)
    cells = frozenset(
        (row, col) for row in range(region.top, region.bottom) for col in range(region.left, region.right)
    )
    steps = [step for step in (story.step_of(*cell) for cell in cells) if step is not None]
    end = story.timeline.at(story.timeline.finished(max(steps)))
    if solved:
        return draw(lab, story, end, Look(PAPER))
    begun = Moment(min(steps), end.order[0], 1.0, end.order)
    return draw(lab, story, begun, Look(PAPER, hidden=Hidden(cells, marked=False)))


# --- the sums of single cells


def _formulas(story: Story, solved: bool) -> Iterator[Paragraph]:
    region = story.region(0)
    cells = [
        (row, col) for row in range(region.top, region.bottom) for col in range(region.left, region.right)
    ]
    for n, cell in enumerate(cells[:WORKED]):
        step = story.trace.at((story.output, *cell))
        if not is_sum(step):
            return
        yield Paragraph(formula(story, step, WORKED if solved else n), mono=True, after=8.0)


def is_sum(step: Step) -> bool:
    """Whether the step is what it seems: products that are added, and a bias."""
    return bool(np.isclose(step.products.sum() + step.bias, step.total, rtol=1e-4, atol=1e-6))


def is_maximum(story: Story) -> bool:
    """Whether its cells are the largest of what their windows hold."""
    return getattr(getattr(story.spec, "pool", story.spec), "kind", "") == "max"


def formula(story: Story, step: Step, blanks: int) -> str:
    """A cell written out with its numbers.

    Of these `blanks` are left: 0 leaves out the result, 1 the factors too, 2 everything, 3 nothing.
    """
    _, row, col = step.cell
    head = f"y[{row},{col}] = "
    if blanks == 2:
        return head + BLANK * 8
    if is_maximum(story):
        values = ["__" if blanks == 1 else shown(value) for value in step.values.ravel().tolist()]
        return f"{head}max({', '.join(values)}) = {BLANK if blanks < WORKED else shown(step.value)}"
    pairs = list(zip(step.values.ravel().tolist(), step.weights.ravel().tolist(), strict=True))
    terms = ["(__×__)" if blanks == 1 else f"({shown(v)}×{shown(w)})" for v, w in pairs]
    if len(terms) > MOST_TERMS:
        terms = [*terms[: MOST_TERMS - 1], "…", terms[-1]]
    if step.bias:
        terms.append("__" if blanks == 1 else shown(step.bias))
    result = BLANK if blanks < WORKED else shown(step.total)
    activation = getattr(story.spec, "activation", "none")
    after = ""
    if activation != "none":
        after = f" → {ACTIVATION_NAMES[activation]} → {BLANK if blanks < WORKED else shown(step.value)}"
    return head + " + ".join(terms) + f" = {result}{after}"


def blanked(text: str) -> str:
    """A calculation without its result: what stands after its last sign of equality; a formula stays."""
    head, sign, result = text.rpartition(" = ")
    return f"{head}{sign}{BLANK}" if _is_number(result) else text


def _is_number(text: str) -> bool:
    return text.replace("−", "").replace(".", "").replace("×", "").replace(" ", "").isdigit()
