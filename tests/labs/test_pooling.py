"""The pooling lab: what its stage shows and says."""

from __future__ import annotations

import numpy as np

from convviz.figure.figure import Mark, Spot, Text
from convviz.i18n import tr
from convviz.labs import lab_of
from tests.labs.scenes import GREY, SMALL, figure, pooled, story


def end(told, step: int) -> float:
    return told.timeline.finished(step)


def words(drawn) -> str:
    return " ".join(tr(item.text) for item in drawn.items if isinstance(item, Text))


def test_the_winner_is_lit_when_all_have_been_compared() -> None:
    told = story(pooled())
    patch = figure(told, end(told, 3)).grids("patch")[0]
    lit = np.argwhere(patch.marks & Mark.LIT)
    assert len(lit) == 1
    assert patch.values[tuple(lit[0])] == patch.values.max()


def test_unpooling_puts_the_maxima_back_where_they_were() -> None:
    told = story(pooled())
    grid = figure(told, float(told.timeline.steps)).grids("unpooled")[0]
    x = SMALL.planes[0].astype(float)
    assert grid.values.shape == x.shape
    kept = grid.values != 0
    assert np.array_equal(grid.values[kept], x[kept])
    blocks = grid.values.reshape(4, 2, 4, 2)
    assert ((blocks != 0).sum(axis=(1, 3)) <= 1).all()
    assert np.array_equal(blocks.max(axis=(1, 3)), x.reshape(4, 2, 4, 2).max(axis=(1, 3)))


def test_nothing_is_put_back_that_has_not_been_pooled() -> None:
    told = story(pooled())
    assert not figure(told, 0.0).grids("unpooled")[0].values.any()


def test_an_average_has_no_way_back() -> None:
    told = story(pooled(kind="avg"))
    drawn = figure(told, end(told, 0))
    assert not drawn.grids("unpooled")
    assert "/ 4" in words(drawn)
    assert "mean" in words(drawn)


def test_the_formula_is_a_maximum_of_the_values() -> None:
    told = story(pooled())
    said = words(figure(told, end(told, 0)))
    values = SMALL.planes[0, :2, :2].ravel()
    assert "max(" in said
    assert all(str(value) in said for value in values)
    assert f"= {values.max()}" in said


def test_explanations_name_what_is_particular() -> None:
    lab = lab_of(pooled())

    def said(told, step: int) -> str:
        return tr(lab.explain(told, told.timeline.at(end(told, step))))

    plain = story(pooled())
    assert "largest of 4" in said(plain, 0)
    edge = story(pooled(kernel_size=(3, 3), padding=(1, 1), stride=(2, 2)))
    assert "5 of 9 taps lie outside" in said(edge, 0)
    average = story(pooled(kind="avg", kernel_size=(3, 3), padding=(1, 1), count_include_pad=False))
    assert "divided by 4" in said(average, 0)
    assert "mean of 4" in said(story(pooled(kind="avg")), 0)
    ties = story(pooled(), type(GREY)("flat", np.full((1, 4, 4), 9, np.uint8), 255.0))
    assert "4 values are 9; the first" in said(ties, 0)


def test_an_input_cell_shows_the_windows_that_hold_it() -> None:
    told = story(pooled(kernel_size=(3, 3), stride=(1, 1)))
    drawn = figure(told, float(told.timeline.steps), Spot("input", 3, 3))
    assert (drawn.grids("output")[0].marks & Mark.LIT).astype(bool).sum() == 9
    assert "9" in tr(drawn.sentence)


def test_the_size_is_worked_out_with_the_right_rounding() -> None:
    lab = lab_of(pooled())
    floor, ceil = (story(pooled(kernel_size=(3, 3), ceil_mode=mode)) for mode in (False, True))
    assert tr(lab.size_formula(floor)[1]) == "= ⌊(8 + 2·0 − 1·2 − 1) / 2⌋ + 1 = 3"
    assert tr(lab.size_formula(ceil)[1]) == "= ⌈(8 + 2·0 − 1·2 − 1) / 2⌉ + 1 = 4"
    uneven = lab.size_formula(story(pooled(stride=(2, 1))))
    assert [tr(line).split(" = ")[0] for line in uneven[1:]] == ["rows", "cols"]


def test_controls_are_choices_of_the_layer() -> None:
    scene = pooled()
    lab = lab_of(scene)
    assert all(hasattr(scene.layer, control.name) for control in lab.controls)
    shown = {control.name for control in lab.controls if control.shown(scene.layer)}
    assert "dilation" in shown
    assert "count_include_pad" not in shown
