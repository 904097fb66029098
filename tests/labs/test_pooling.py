"""The pooling lab: what its stage shows and says."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from convviz import functional
from convviz.core.errors import SpecError
from convviz.figure.figure import Mark, Size, Spot, Text
from convviz.i18n import tr
from convviz.labs import lab_of
from convviz.labs.offers import possible
from convviz.labs.pads_text import padding_text, read_padding
from convviz.labs.story import Source
from convviz.scene.scene import Region, replace
from tests.labs.scenes import GREY, SMALL, figure, noise, pooled, story


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


@pytest.mark.parametrize("layer", [{"ceil_mode": True, "stride": (2, 2)}, {"padding": (1, 1)}])
def test_unpooling_makes_what_the_input_was_beside_its_rows(layer: dict[str, Any]) -> None:
    told = story(pooled(kernel_size=(3, 3), **layer), SMALL)
    drawn = figure(told, float(told.timeline.steps))
    (source,), (grid,) = drawn.grids("input"), drawn.grids("unpooled")
    assert source.values.shape != (8, 8)
    assert (grid.values.shape, grid.first) == ((8, 8), (0, 0))
    assert grid.cell_box(3, 0).y == source.cell_box(3, 0).y


def test_an_index_within_a_crop_is_not_one_of_the_whole_picture() -> None:
    whole = pooled()
    cropped = replace(whole, crop=Region(2, 2, 6, 6))
    words_of_both = "index = row · 8 + column", "index = row · 6 + column, in the crop"
    for of, expected in zip((whole, cropped), words_of_both, strict=True):
        said = [tr(i.text) for i in figure(story(of), 0.9, size=Size(1230, 620)).items if isinstance(i, Text)]
        assert expected in said


def test_nothing_is_put_back_that_has_not_been_pooled() -> None:
    told = story(pooled())
    (grid,) = figure(told, 0.0).grids("unpooled")
    assert not grid.values.any()
    assert ((grid.marks & Mark.EMPTY) > 0).all()


@pytest.mark.parametrize(
    ("layer", "known"),
    [
        ({"kernel_size": (2, 2), "stride": (2, 2)}, {0: (2, 2), 1: (2, 4)}),
        ({"kernel_size": (1, 1), "stride": (2, 2)}, {0: (2, 2), 1: (2, 4)}),  # the gap behind a window too
        ({"kernel_size": (3, 3), "stride": (2, 2)}, {0: (2, 2), 3: (2, 9)}),  # the rest lies in other windows
    ],
)
def test_a_zero_is_put_back_when_no_window_to_come_holds_the_cell(
    layer: dict[str, Any], known: dict[int, tuple[int, int]]
) -> None:
    told = story(pooled(Region(0, 0, 4, 4), **layer), Source("small", noise(1, 9, 9), 255.0))
    for step, (rows, cols) in known.items():
        (grid,) = figure(told, told.timeline.finished(step)).grids("unpooled")
        zeros = ((grid.marks & Mark.EMPTY) == 0) & (grid.values == 0)
        assert not zeros[rows:].any()
        assert not zeros[:, cols:].any()
        block = zeros[:rows, :cols] | (grid.values[:rows, :cols] > 0)
        assert block.all()
    (grid,) = figure(told, float(told.timeline.steps)).grids("unpooled")
    assert not (grid.marks & Mark.EMPTY).any()


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
    assert "Taps in the padding (5 of 9) are −∞ and never win" in said(edge, 0)
    average = story(pooled(kind="avg", kernel_size=(3, 3), padding=(1, 1), count_include_pad=False))
    assert "Taps in the padding (5 of 9) do not count: the sum is divided by 4" in said(average, 0)
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
    assert [tr(line).split(" = ")[0] for line in uneven[1:3]] == ["rows", "cols"]
    assert [tr(lab.size_formula(told)[-1]) for told in (floor, ceil)] == ["floor: 3 × 3, ceil: 4 × 4"] * 2
    assert "floor would leave 3 × 3" in tr(lab.explain(ceil, ceil.timeline.at(0.0)))
    assert "ceil would make it 4 × 4" in tr(lab.explain(floor, floor.timeline.at(0.0)))


def test_a_window_that_can_only_hang_over_has_no_size_without() -> None:
    told = story(pooled(kernel_size=(9, 9), ceil_mode=True))
    assert tr(lab_of(told.scene).size_formula(told)[-1]) == "floor: 0 × 0, ceil: 1 × 1"


def test_what_hangs_over_where_there_is_no_padding_is_not_called_that() -> None:
    for padding, named in (((0, 0), "beyond the edge"), ((1, 1), "padding")):
        of = pooled(Region(0, 0, 4, 4), kernel_size=(3, 3), padding=padding, ceil_mode=True)
        texts = [
            tr(item.text)
            for item in figure(story(of), 0.0, size=Size(1400, 500)).items
            if isinstance(item, Text)
        ]
        assert [text for text in ("beyond the edge", "padding") if text in texts] == [named]


HANGING: dict[str, Any] = {"kind": "avg", "kernel_size": (3, 3), "padding": (1, 1), "ceil_mode": True}


@pytest.mark.parametrize(
    ("layer", "cell", "sentence"),
    [
        # Of 8 cells and 1 of padding, the fifth window begins at 7: one cell, one of padding, one beyond.
        ({}, (0, 0), "Taps in the padding (5 of 9) count as zeros: the sum is divided by 9"),
        (
            {},
            (1, 4),
            "Taps in the padding (3 of 9) count as zeros, those over its end (3) never do",
        ),
        ({}, (1, 4), "the sum is divided by 6"),
        ({"padding": (0, 0)}, (0, 3), "Taps over the end (3 of 9), as ceil mode allows, never count"),
        (
            {"count_include_pad": False},
            (1, 4),
            "over its end (3) do not count: the sum is divided by 3",
        ),
        ({"kind": "max"}, (1, 4), "Taps in the padding (3 of 9) and over its end (3) cannot win"),
        (
            {"kind": "max", "padding": (0, 0)},
            (1, 3),
            "Taps over the end (3 of 9), as ceil mode allows,",
        ),
    ],
)
def test_overhang_is_told_from_padding(layer: dict[str, Any], cell: tuple[int, int], sentence: str) -> None:
    told = story(pooled(**{**HANGING, **layer}))
    step = told.step_of(*cell)
    assert step is not None
    assert sentence in tr(lab_of(told.scene).explain(told, told.timeline.at(end(told, step))))


# --- the way back


def test_the_panel_is_max_unpool2d() -> None:
    """Of all that has been pooled, with any window, stride, padding, dilation and rounding."""
    random = np.random.default_rng(3)
    for _ in range(40):
        kernel, stride, dilation = (tuple(random.integers(1, 4, 2).tolist()) for _ in range(3))
        padding = tuple(int(random.integers(0, k // 2 + 1)) for k in kernel)
        x = random.integers(0, 12, (2, *random.integers(7, 11, 2))).astype(np.uint8)
        layer = {"kernel_size": kernel, "stride": stride, "padding": padding, "dilation": dilation}
        layer["ceil_mode"] = bool(random.integers(2))
        told = story(replace(pooled(Region(0, 0, 64, 64), **layer), output=1), Source("any", x, 255.0))
        y, indices = functional.max_pool2d(x.astype(np.float32), **layer, return_indices=True)
        # To max_unpool2d, which knows no dilation, a dilated window is one as wide.
        back = functional.max_unpool2d(y, indices, told.spec.span, stride, padding, x.shape[1:])
        grid = figure(told, float(told.timeline.steps)).grids("unpooled")[0]
        assert grid.first == (0, 0)
        np.testing.assert_array_equal(back[1], grid.values)


def test_what_was_put_back_lights_where_it_came_from_and_went() -> None:
    told = story(pooled())
    drawn = figure(told, float(told.timeline.steps))
    (place, *_) = np.argwhere(drawn.grids("unpooled")[0].values).tolist()
    asked = figure(told, float(told.timeline.steps), Spot("unpooled", *place))
    assert lit(asked, "unpooled") == lit(asked, "input") == [place]
    assert lit(asked, "output") == [[place[0] // 2, place[1] // 2]]
    index = place[0] * 8 + place[1]
    assert f"Index {place[0]} · 8 + {place[1]} = {index}: " in tr(asked.sentence)
    assert f"index {index}" in words(asked).split("Window")[1]


def test_an_output_cell_and_an_input_cell_light_what_is_put_back() -> None:
    told = story(pooled())
    end_ = float(told.timeline.steps)
    of_output = figure(told, end_, Spot("output", 1, 2))
    (place,) = lit(of_output, "unpooled")
    assert lit(of_output, "input") == [place]
    assert (place[0] // 2, place[1] // 2) == (1, 2)
    of_input = figure(told, end_, Spot("input", *place))
    assert lit(of_input, "unpooled") == [place]
    assert lit(of_input, "output") == [[1, 2]]
    assert f"it wins in 1 of them. Its index is {place[0] * 8 + place[1]}." in tr(of_input.sentence)


def test_a_cell_where_nothing_was_put_back_says_so() -> None:
    told = story(pooled())
    place = np.argwhere(SMALL.planes[0][:2, :2] < SMALL.planes[0][:2, :2].max())[0].tolist()
    asked = figure(told, float(told.timeline.steps), Spot("unpooled", *place))
    assert "no maximum came from here" in tr(asked.sentence)
    assert not lit(asked, "output")
    before = figure(told, 0.0, Spot("unpooled", 7, 7))
    assert "no maximum came from here so far" in tr(before.sentence)


def test_a_maximum_of_overlapping_windows_is_put_back_once() -> None:
    x = np.zeros((1, 5, 5), np.uint8)
    x[0, 2, 2] = 9
    told = story(pooled(kernel_size=(3, 3), stride=(1, 1)), Source("peak", x, 255.0))
    asked = figure(told, float(told.timeline.steps), Spot("unpooled", 2, 2))
    assert "9 won in 9 windows, first for row 0, column 0, and is put back once" in tr(asked.sentence)
    assert len(lit(asked, "output")) == 9


def test_a_cell_of_the_window_says_what_becomes_of_it() -> None:
    told = story(pooled())
    at, values = end(told, 0), SMALL.planes[0, :2, :2]
    winner = tuple(np.argwhere(values == values.max())[0])
    other = (1 - winner[0], winner[1])
    assert "wins: no other is larger" in tr(figure(told, at, Spot("patch", *winner)).sentence)
    assert f"does not win against {values.max()}" in tr(figure(told, at, Spot("patch", *other)).sentence)
    mean = story(pooled(kind="avg", kernel_size=(2, 2), padding=(1, 1)))
    assert "counts 0.25 in the mean" in tr(figure(mean, end(mean, 0), Spot("patch", 1, 1)).sentence)
    assert "lies outside the input" in tr(figure(mean, end(mean, 0), Spot("patch", 0, 0)).sentence)


def test_a_window_of_padding_alone_puts_nothing_back() -> None:
    layer = {"kernel_size": (2, 2), "stride": (1, 1), "padding": (1, 1), "dilation": (2, 2)}
    told = story(pooled(**layer), Source("thin", np.ones((1, 3, 1), np.uint8), 255.0))
    drawn = figure(told, float(told.timeline.steps))
    assert not drawn.grids("unpooled")[0].values.any()
    assert "has no index" in tr(lab_of(told.scene).explain(told, told.timeline.at(end(told, 0))))


def lit(drawn, name: str) -> list[list[int]]:
    (grid,) = drawn.grids(name)
    return (np.argwhere(grid.marks & Mark.LIT) + grid.first).tolist()


def test_controls_are_choices_of_the_layer() -> None:
    scene = pooled()
    lab = lab_of(scene)
    assert all(hasattr(scene.layer, control.name) for control in lab.controls)
    shown = {control.name for control in lab.controls if control.shown(scene.layer)}
    assert "dilation" in shown
    assert "count_include_pad" not in shown


def test_an_average_sets_the_dilation_aside() -> None:
    """So that the list of kinds can offer it whatever a maximum's window is like."""
    told = story(pooled(kind="avg", dilation=(2, 2)))
    assert told.spec.dilation == (1, 1)
    assert possible(story(pooled(dilation=(2, 2))), "kind", "avg")
    # A maximum whose dilated window is larger than the input is not offered.
    assert not possible(story(pooled(kind="avg", dilation=(9, 9))), "kind", "max")
    assert not possible(story(pooled(kernel_size=(9, 9), ceil_mode=True)), "ceil_mode", False)


# --- TensorFlow's SAME


def test_same_is_worked_out_from_the_pictures_size() -> None:
    told = story(pooled(kernel_size=(3, 2), stride=(2, 3), padding="same-tf", ceil_mode=True))
    lab = lab_of(told.scene)
    assert told.spec.pads == (0, 1, 0, 0)
    assert told.shape == (1, 4, 3)
    assert tr(lab.size_formula(told)[0]) == "o = ⌈i / s⌉"
    assert tr(lab.explain(told, told.timeline.at(0.0))).endswith(
        "For one output cell per stride, TensorFlow's SAME adds 0 + 1 rows and 0 + 0 columns: 8 × 8 cells "
        "become 4 × 3."
    )


def test_a_mean_does_not_count_what_same_pads() -> None:
    told = story(pooled(kind="avg", stride=(1, 1), padding="same-tf"))
    step = told.step_of(6, 6)
    assert step is not None
    assert told.trace.at((0, 7, 7)).value == SMALL.planes[0, 7, 7]
    last = story(pooled(Region(1, 1, 7, 7), kind="avg", stride=(1, 1), padding="same-tf"))
    said = tr(lab_of(last.scene).explain(last, last.timeline.at(end(last, 48))))
    assert "Taps in the padding (3 of 4) do not count: the sum is divided by 1" in said


def test_with_same_there_is_nothing_to_count_or_to_round() -> None:
    layer = pooled(kind="avg", padding="same-tf").layer
    shown = {control.name for control in lab_of(pooled()).controls if control.shown(layer)}
    assert shown == {"kind", "kernel_size", "stride", "padding"}


@pytest.mark.parametrize(
    ("text", "padding", "written"),
    [
        ("same-tf", "same-tf", "same-tf"),
        (" SAME-TF ", "same-tf", "same-tf"),
        ("1", (1, 1), "1, 1"),
        ("0, 2", (0, 2), "0, 2"),
    ],
)
def test_padding_is_read_as_it_is_written(text: str, padding: Any, written: str) -> None:
    assert read_padding(text) == padding
    assert padding_text(padding) == written
    assert read_padding(written) == padding


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("same", "Padding is same-tf, one whole number or two (rows, columns), not “same”."),
        ("1 2 3", "Padding is same-tf, one whole number or two (rows, columns), not “1 2 3”."),
        ("1.5", "Padding must be from 0 to 999, not 1.5."),
        ("-1", "Padding must be from 0 to 999, not -1."),
    ],
)
def test_padding_that_cannot_be_read(text: str, sentence: str) -> None:
    with pytest.raises(SpecError) as refused:
        read_padding(text)
    assert str(refused.value) == sentence
