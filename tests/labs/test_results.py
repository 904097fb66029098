"""A step's result is told when it is there, and no sooner, by the stage and by what explains it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from convviz.core.kernel_text import shown
from convviz.figure.figure import Mark
from convviz.i18n import tr
from convviz.labs import lab_of
from convviz.labs.lab import Look
from convviz.labs.story import Story
from convviz.motion.timeline import COMPUTED
from tests.labs.scenes import CASES, STAGE, figure, story

PLAIN = 260.0
"""Larger numbers are no pixel, weight, row or count of cells of a small picture."""
SUMMING = [name for name, (of, _) in CASES.items() if "add" in {p.name for p in lab_of(of).phases(of)}]
WITH_OUTPUT = [name for name, (of, _) in CASES.items() if getattr(of.layer, "view", "") != "stack"]
"""A stack of layers shows what a cell sees, and no output."""


def told_at(told: Story, t: float) -> str:
    moment, lab = told.timeline.at(t), lab_of(told.scene)
    drawn = lab.draw(told, moment, Look(STAGE))
    return f"{tr(drawn.sentence)} {tr(lab.explain(told, moment))}"


def before(told: Story, step: int) -> Iterator[float]:
    """Where each phase of a step that comes before its result begins."""
    phases = zip(told.timeline.order, told.timeline.starts, strict=True)
    return (step + start for name, start in phases if name not in COMPUTED)


@pytest.mark.parametrize("name", SUMMING)
def test_no_lab_tells_a_sum_before_it_is_there(name: str) -> None:
    told = story(*CASES[name])
    for step in {0, told.timeline.steps // 2, told.timeline.steps - 1}:
        value = told.step(step).value
        if abs(value) < PLAIN or value.is_integer() is False:
            continue
        for t in before(told, step):
            assert shown(value) not in re.findall(r"−?[0-9.]+", told_at(told, t))


@pytest.mark.parametrize("name", WITH_OUTPUT)
def test_no_cell_holds_a_result_before_it_is_there(name: str) -> None:
    told = story(*CASES[name])
    for step in {0, told.timeline.steps // 2, told.timeline.steps - 1}:
        _, row, col = told.cell(step)
        ends = [t - 1e-4 for t in before(told, step) if t > step] + [result(told, step) - 1e-4]
        for t in (*before(told, step), *ends):
            grids = figure(told, t).grids("output")
            assert grids, t
            for grid in grids:
                place = (row - grid.first[0], col - grid.first[1])
                assert min(place) >= 0, t
                assert grid.marks[place] & (Mark.EMPTY | Mark.PARTIAL), t
                if grid.marks[place] & Mark.PARTIAL and told.step(step).products.all():
                    assert grid.values[place] != pytest.approx(told.step(step).value), t


def result(told: Story, step: int) -> float:
    """Where the first phase of a step begins that knows its result."""
    phases = zip(told.timeline.order, told.timeline.starts, strict=True)
    return step + next(start for name, start in phases if name in COMPUTED)


@pytest.mark.parametrize(
    "name", ["plain", "groups", "dense", "columns", "a clip", "stamps", "a comb", "signal"]
)
def test_once_there_it_is_told(name: str) -> None:
    told = story(*CASES[name])
    step = told.timeline.steps // 2
    value = shown(told.step(step).value)
    assert value in told_at(told, told.timeline.finished(step))
