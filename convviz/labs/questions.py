"""The ANSWERS table: what a lesson can ask, and how the right answer follows from the story.

No answer is stored anywhere: each is computed from the numbers that the stage shows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from math import floor, hypot, isfinite, log10, prod
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from convviz.core import border
from convviz.core.errors import SpecError
from convviz.core.im2col import MatrixSize
from convviz.core.kernel_text import number, shown
from convviz.core.operation import ByColumns
from convviz.core.sizes import Cost
from convviz.core.trace import Step
from convviz.i18n import Message, listed, msg
from convviz.labs import lab_of
from convviz.labs.lab import Hidden, SeesFurther, SinglesOut, TellsCost
from convviz.labs.reckoning import reckoned
from convviz.labs.story import Story
from convviz.scene.lesson import Question

Array = NDArray[Any]
Place = tuple[int, int]
Kind = Literal["number", "cell"]
Concerns = Literal["cell", "terms", "region", "size", "cost", "field", "unread", "counts", "nothing"]

SECOND_DECIMAL = 0.005
"""Half of a number's second decimal."""


@dataclass(frozen=True)
class Answer:
    """A row of ANSWERS.

    Attributes:
        kind: whether a number is to be typed, or an output cell to be clicked.
        title: what an author chooses it by.
        right: the true number, or True for every output cell on the stage that is right.
        about: whether it is about one cell, and whether that is one of the output or of the input.
        concerns: what is hidden until it is answered: the output cell, also what is added up for it, all
            cells, the output with its size, what is said of the layer's cost, or of what a cell sees, which
            input cells are unread, how often they are read.
    """

    kind: Kind
    title: Message
    right: Callable[[Story, Question], Any]
    about: Literal["", "output", "input"] = ""
    concerns: Concerns = "region"


# --- asking


def find(asks: str) -> Answer:
    """The row of a question.

    Raises: SpecError("unknown_question").
    """
    if asks not in ANSWERS:
        raise SpecError("unknown_question", asks=asks, known=listed(ANSWERS))
    return ANSWERS[asks]


@dataclass(frozen=True, eq=False)
class Asked:
    """A question about a story, ready to be answered."""

    story: Story
    question: Question

    def __post_init__(self) -> None:
        _check_cell(self.story, self.question)

    def check(self) -> None:
        """Finds the answer.

        Raises: SpecError("question_unfit") where there is none.
        """
        assert isfinite(self.number)

    @property
    def answer(self) -> Answer:
        """Its row."""
        return find(self.question.asks)

    @cached_property
    def number(self) -> float:
        """The true number; what the true cell holds, if a cell is asked for."""
        if self.answer.kind == "number":
            return float(self.answer.right(self.story, self.question))
        return self.at(self.cells[0])

    def at(self, cell: Place) -> float:
        """The value of an output cell on the stage."""
        region = self.story.region(0)
        return float(self.story.values(region)[cell[0] - region.top, cell[1] - region.left])

    @cached_property
    def cells(self) -> tuple[Place, ...]:
        """The output cells that are right, several when they are equal; none where a number is asked for."""
        if self.answer.kind == "number":
            return ()
        region = self.story.region(0)
        found = np.argwhere(self.answer.right(self.story, self.question))
        return tuple((int(row) + region.top, int(col) + region.left) for row, col in found)

    @cached_property
    def hidden(self) -> Hidden:
        """What is not to be seen before it is answered."""
        concerns, region, lab = self.answer.concerns, self.story.region(0), lab_of(self.story.scene)
        cells: set[Place] = set()
        if concerns in ("cell", "terms") and self.question.cell:
            cells = {self.question.cell}
        elif concerns == "region":
            rows, cols = range(region.top, region.bottom), range(region.left, region.right)
            cells = {(row, col) for row in rows for col in cols}
        return Hidden(
            frozenset(cells),
            concerns == "size",
            concerns == "unread",
            facts=concerns in ("size", "cost", "field"),
            said=concerns in ("counts", "nothing"),
            terms=concerns == "terms" or self._is_a_term,
            stage=lab.tells if concerns in ("cost", "field") and isinstance(lab, TellsCost) else "",
            field=concerns == "field",
            counts=concerns == "counts",
        )

    @property
    def _is_a_term(self) -> bool:
        """Whether what is added up is the answer, or all there is to it.

        It is where a single weight is not 0, and where the stage would single out what reaches a cell.
        """
        if self.question.asks != "value":
            return False
        lab = lab_of(self.story.scene)
        if isinstance(lab, SinglesOut) and lab.singles_out(self.story):
            return True
        return int(np.count_nonzero(_step(self.story, self.question).weights)) == 1

    @property
    def step(self) -> int | None:
        """The step that makes the last of what is hidden; None where no step does."""
        steps = [self.story.step_of(*cell) for cell in self.hidden.cells]
        return max((step for step in steps if step is not None), default=None)

    def is_right(self, given: str | Place) -> bool:
        """Whether a number as it was typed, or a cell that was clicked, is right.

        A number is right when it is the true one in the digits that cells show, or with two decimals, or
        when it is what the numbers give that the stage shows: 180 × 0.1111 = 19.998, where 1/9 makes 20.

        Raises: KernelError: what was typed is no number.
        """
        if not isinstance(given, str):
            return given in self.cells
        said = number(given)
        return any(abs(said - right) <= tolerance(right) for right in self._numbers)

    @property
    def _numbers(self) -> tuple[float, ...]:
        """The true number, and those that a person finds who reckons with the numbers on the stage."""
        if self.question.asks != "value":
            return (self.number,)
        return (self.number, *reckoned(self.story, _step(self.story, self.question)))

    @property
    def truth(self) -> Message:
        """What is said to be right."""
        value = shown(self.number)
        if self.answer.kind == "number":
            return msg("{value}", value=value)
        row, col = self.cells[0]
        return msg("{value}, in row {row}, column {col}", value=value, row=row, col=col)


def tolerance(value: float) -> float:
    """How far off a number may be: half of its last digit that is shown, or of its second decimal."""
    if value.is_integer():  # whole numbers are shown in full
        return 0.0
    digits = 0.5 * 10.0 ** (floor(log10(abs(value))) - 3)
    return min(0.5, max(digits, SECOND_DECIMAL if abs(value) >= 0.1 else 0.0)) * (1 + 1e-6)


def _check_cell(story: Story, question: Question) -> None:
    """Refuses a question about a cell that is not there."""
    about = find(question.asks).about
    if not about:
        return
    if question.cell is None:
        raise SpecError("question_no_cell", asks=question.asks)
    (row, col), (height, width) = question.cell, (story.shape if about == "output" else story.x.shape)[1:]
    if row >= height or col >= width:
        raise SpecError(
            "question_cell_outside",
            asks=question.asks,
            row=row,
            col=col,
            last_row=height - 1,
            last_col=width - 1,
        )


# --- the answers


def _step(story: Story, question: Question) -> Step:
    row, col = _cell(question)
    return story.trace.at((story.output, row, col))


def _magnitude(story: Story, question: Question) -> float:
    row, col = _cell(question)
    return hypot(*(story.trace.at((channel, row, col)).value for channel in range(story.shape[0])))


def _cell(question: Question) -> Place:
    assert question.cell is not None, "checked when it was asked"
    return question.cell


def _stage(story: Story) -> Array:
    return story.values(story.region(0))


def _reads(story: Story, axis: int) -> Array:
    """How often each row (axis 0) or column (axis 1) of the input is read, as it is or as a copy of it."""
    along, size = story.along[axis], story.shape[1 + axis]
    places = border.sources(
        along.cells(np.arange(size)), along.n, getattr(story.spec, "padding_mode", "zeros")
    )
    return np.bincount(places[places != border.CONSTANT], minlength=along.n)


def _unread(story: Story, question: Question) -> int:
    rows, cols = (int(np.count_nonzero(_reads(story, axis))) for axis in (0, 1))
    return story.along[0].n * story.along[1].n - rows * cols


def _copies(story: Story, question: Question) -> int:
    row, col = _cell(question)
    return int(_reads(story, 0)[row] * _reads(story, 1)[col])


def _readers(story: Story, question: Question) -> int:
    count, mode = 1, getattr(story.spec, "padding_mode", "zeros")
    for along, size, place in zip(story.along, story.shape[1:], _cell(question), strict=True):
        places = border.sources(along.cells(np.arange(size)), along.n, mode)
        count *= int((places == place).any(1).sum())
    return count


def _weights_sum(story: Story, question: Question) -> float:
    if not hasattr(story.spec, "weight_shape"):
        raise SpecError("question_unfit", asks=question.asks, reason=msg("it has no weights"))
    weight = story.operands[1]
    return float(weight[min(story.output, len(weight) - 1)].sum())


def _overlaps(story: Story, question: Question) -> int:
    step = _step(story, question)
    rows, cols = (np.count_nonzero(s != border.CONSTANT) for s in (step.source_rows, step.source_cols))
    return int(rows * cols)


def _field(story: Story, question: Question) -> int:
    lab = lab_of(story.scene)
    return lab.rows_seen(story) if isinstance(lab, SeesFurther) else story.rows_seen


def _matrix(story: Story, question: Question) -> MatrixSize:
    if not isinstance(story.operation, ByColumns):
        raise SpecError("question_unfit", asks=question.asks, reason=msg("it is no convolution layer"))
    return story.operation.columns(story.spec, story.x.shape)


def _cost(story: Story) -> Cost:
    return story.operation.cost(story.spec, story.x.shape)


ANSWERS: dict[str, Answer] = {
    "value": Answer(
        "number", msg("the value of an output cell"), lambda s, q: _step(s, q).value, "output", "cell"
    ),
    "magnitude": Answer(
        "number",
        msg("the magnitude of an output cell's channels"),
        _magnitude,
        "output",
        "nothing",
    ),
    "largest": Answer(
        "cell", msg("the largest output cell on the stage"), lambda s, q: _stage(s) == _stage(s).max()
    ),
    "smallest": Answer(
        "cell", msg("the smallest output cell on the stage"), lambda s, q: _stage(s) == _stage(s).min()
    ),
    "strongest": Answer(
        "cell",
        msg("the output cell on the stage that is farthest from 0"),
        lambda s, q: np.abs(_stage(s)) == np.abs(_stage(s)).max(),
    ),
    "zeros": Answer(
        "number", msg("how many output cells on the stage are 0"), lambda s, q: (_stage(s) == 0).sum()
    ),
    "negative": Answer(
        "number", msg("how many output cells on the stage are negative"), lambda s, q: (_stage(s) < 0).sum()
    ),
    "rows": Answer("number", msg("the rows of the output"), lambda s, q: s.shape[1], concerns="size"),
    "columns": Answer("number", msg("the columns of the output"), lambda s, q: s.shape[2], concerns="size"),
    "channels": Answer("number", msg("the channels of the output"), lambda s, q: s.shape[0], concerns="size"),
    "cells": Answer("number", msg("the cells of the output"), lambda s, q: prod(s.shape), concerns="size"),
    "outside": Answer(
        "number",
        msg("how many taps read padding there"),
        lambda s, q: _step(s, q).outside(*s.x.shape[1:]),
        "output",
        "cell",
    ),
    "unread": Answer("number", msg("how many input cells are never read"), _unread, concerns="unread"),
    "readers": Answer("number", msg("how many windows read an input cell"), _readers, "input", "counts"),
    "copies": Answer("number", msg("how often an input cell is read"), _copies, "input", "counts"),
    "overlaps": Answer(
        "number", msg("how many stamps overlap on an output cell"), _overlaps, "output", "terms"
    ),
    "taps": Answer("number", msg("the products in one output cell"), lambda s, q: s.taps, concerns="cost"),
    "parameters": Answer(
        "number", msg("the layer's parameters"), lambda s, q: _cost(s).parameters, concerns="cost"
    ),
    "weights": Answer("number", msg("the layer's weights"), lambda s, q: _cost(s).weights, concerns="cost"),
    "macs": Answer(
        "number", msg("the layer's multiply-accumulates"), lambda s, q: _cost(s).macs, concerns="cost"
    ),
    "weights_sum": Answer("number", msg("the sum of the filter's weights"), _weights_sum, concerns="cost"),
    "receptive_field": Answer("number", msg("the rows that an output cell sees"), _field, concerns="field"),
    "matrix_rows": Answer(
        "number", msg("the rows of the column matrix"), lambda s, q: _matrix(s, q).rows, concerns="cost"
    ),
    "matrix_columns": Answer(
        "number", msg("the columns of the column matrix"), lambda s, q: _matrix(s, q).columns, concerns="cost"
    ),
    "matrix_cells": Answer(
        "number", msg("the numbers in the column matrix"), lambda s, q: _matrix(s, q).cells, concerns="cost"
    ),
}
