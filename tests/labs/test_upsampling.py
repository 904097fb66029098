"""The upsampling lab: where an output cell falls, what its weights are, and what is said of them."""

from __future__ import annotations

from dataclasses import replace
from math import ceil, floor
from typing import Any

import numpy as np
import pytest

from convviz.core.listing import LANGUAGES
from convviz.figure.figure import Box, Grid, Mark, Outline, Panel, Size, Spot, Text, Wires
from convviz.i18n import tr
from convviz.labs import lab_of
from convviz.labs.controls import Pick
from convviz.labs.resize_explain import axes, parts_of, writer
from convviz.labs.resize_place import within
from convviz.labs.story import Source
from convviz.labs.upsampling import UpsamplingLab
from convviz.scene.resize import ResizeLayer
from convviz.scene.scene import Region
from tests.labs.scenes import COLOUR, GREY, SMALL, TINY, at, figure, resized, story
from tests.paint.test_painter import pixels

FIVES = Source("fives", np.arange(25, dtype=np.uint8).reshape(1, 5, 5), 255.0)
LARGE = Size(1400, 800)
INSIDE = Region(100, 100, 7, 7)


def finished(told: Any, step: int) -> float:
    return float(told.timeline.finished(step))


def words(drawn: Any) -> str:
    return " ".join(tr(item.text) for item in drawn.items if isinstance(item, Text))


def said(told: Any, step: int) -> str:
    return tr(lab_of(told.scene).explain(told, told.timeline.at(finished(told, step))))


def cross(drawn: Any) -> tuple[float, float]:
    """The middle of the cross, whose arms may have been cut for the digits beside it."""
    arms = [item.box for item in drawn.items if isinstance(item, Panel) and item.role == "output"]
    (x,) = {arm.center[0] for arm in arms if arm.w < arm.h}
    (y,) = {arm.center[1] for arm in arms if arm.w > arm.h}
    return (x, y)


def ink(grid: Grid, size: Size) -> np.ndarray:
    """Which pixels of a stage the numbers of a grid are painted on."""
    stage = (round(size.w), round(size.h))
    written, bare = (
        pixels(each, size=stage).astype(int) for each in (grid, replace(grid, labels=None, downs=None))
    )
    inked: np.ndarray = (abs(written - bare) > 8).any(2)
    assert inked.any()
    return inked


# --- the place


@pytest.mark.parametrize(
    ("layer", "place"),
    [
        ({}, (0.75, 1.25)),
        ({"scale": (4.0, 1.0)}, (0.375, 2.5)),
        ({"mode": "nearest"}, (0.5, 1.0)),
        ({"mode": "nearest-exact"}, (0.75, 1.25)),
        ({"mode": "bicubic", "align_corners": True}, (0.5 + 7 / 15, 0.5 + 14 / 15)),
    ],
)
def test_the_cross_stands_where_the_output_cell_falls(
    layer: dict[str, Any], place: tuple[float, float]
) -> None:
    told = story(resized(**layer))
    drawn = figure(told, finished(told, 9))  # row 1, column 2
    (grid,) = drawn.grids("input")
    x, y = cross(drawn)
    point = grid.cell_box(*place, 0, 0)
    assert (x, y) == (pytest.approx(point.x), pytest.approx(point.y))


def test_the_output_cell_lies_on_the_part_of_the_input_that_it_shows() -> None:
    told = story(resized())
    drawn = figure(told, finished(told, 9))
    (grid,) = drawn.grids("input")
    boxes = [item.box for item in drawn.items if isinstance(item, Outline) and item.role == "output"]
    assert grid.cell_box(0.5, 1, 0.5, 0.5) in boxes
    small = figure(told, finished(told, 9), size=Size(200, 200))
    (grid,) = small.grids("input")
    assert grid.labels is None
    boxes = [item.box for item in small.items if isinstance(item, Outline) and item.role == "output"]
    assert grid.cell_box(0.5, 1, 0.5, 0.5) in boxes


@pytest.mark.parametrize("size", [Size(560, 340), Size(930, 404), LARGE])
def test_a_number_stands_aside_for_the_marks_of_the_place_and_both_are_whole(size: Size) -> None:
    told = story(resized(region=INSIDE), GREY)
    for step in range(told.timeline.steps):
        drawn = figure(told, step + 0.5, size=size)
        (grid,) = drawn.grids("input")
        assert grid.labels is not None
        assert np.count_nonzero(grid.downs != 0.5) == 1, "of the pixel that the output cell lies on"
        assert not [item for item in drawn.items if isinstance(item, Wires) and item.role == "output"]


def test_a_number_within_the_frame_stays_where_it_is() -> None:
    told = story(resized(mode="area", scale=(0.5, 0.5), region=Region(0, 0, 4, 4)))
    (grid,) = figure(told, 5.5).grids("input")
    assert grid.labels is not None
    assert (grid.downs == 0.5).all()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("layer", [{}, {"scale": (3.0, 3.0)}, {"mode": "bicubic"}, {"mode": "nearest"}])
def test_the_marks_of_the_place_leave_digits_alone(layer: dict[str, Any]) -> None:
    """Judged by the pixels that numbers are painted on: none of them within a pixel of a mark."""
    told = story(resized(**layer))
    for step in range(told.timeline.steps):
        drawn = figure(told, step + 0.01)  # nothing is written yet
        (grid,) = drawn.grids("input")
        inked = ink(grid, drawn.size)
        marks = [item.box for item in drawn.items if isinstance(item, Panel) and item.role == "output"]
        assert marks
        for item in drawn.items:
            if isinstance(item, Wires) and item.role == "output":
                marks += [Box(x, y, right - x, bottom - y) for x, y, right, bottom in item.segments]
        for mark in marks:
            rows = slice(floor(mark.y - 1), ceil(mark.bottom + 1))
            assert not inked[rows, floor(mark.x - 1) : ceil(mark.right + 1)].any()


def test_the_cross_slides_from_one_place_to_the_next() -> None:
    told = story(resized())
    start, middle, end = (cross(figure(told, t)) for t in (1.0, 1.07, 1.5))
    assert start[0] < middle[0] < end[0]
    assert start[1] == pytest.approx(end[1])


def test_a_rectangle_is_cut_to_another() -> None:
    assert within(Box(-2, 1, 5, 5), Box(0, 0, 4, 4)) == Box(0, 1, 3, 3)
    assert within(Box(9, 9, 5, 5), Box(0, 0, 4, 4)).w == 0


def test_a_smaller_picture_shows_what_is_skipped() -> None:
    told = story(resized(mode="nearest", scale=(0.5, 0.5), region=Region(0, 0, 4, 4)))
    drawn = figure(told, finished(told, 5))
    (grid,) = drawn.grids("input")
    assert grid.values.shape == (8, 8)
    assert (((grid.marks & Mark.UNREAD) == 0).nonzero()[0] % 2 == 0).all()
    asked = figure(told, finished(told, 5), Spot("input", 1, 1))
    assert "No output cell reads row 1, column 1" in tr(asked.sentence)


# --- the weights


def test_the_table_is_the_product_of_its_factors() -> None:
    for mode in ("bilinear", "bicubic"):
        told = story(resized(mode=mode, scale=(3.0, 2.0)))
        drawn = figure(told, finished(told, 24), size=LARGE)
        (kernel,), (down,), (across,) = (drawn.grids(name) for name in ("kernel", "down", "across"))
        np.testing.assert_allclose(kernel.values, down.values * across.values)
        assert kernel.values.sum() == pytest.approx(1)
        assert down.y == kernel.y
        assert across.x == kernel.x


def test_a_copied_cell_has_a_weight_and_no_factors() -> None:
    told = story(resized(mode="nearest"))
    drawn = figure(told, finished(told, 9))
    assert drawn.grids("kernel")[0].values.tolist() == [[1]]
    assert not drawn.grids("down")
    x = SMALL.planes[0, 0, 1]
    assert f"y[1,2] = x[0,1] = {x}" in words(drawn).replace("=  ", "= ")


def test_quarters_are_written_as_such() -> None:
    told = story(resized(region=INSIDE), GREY)
    drawn = figure(told, finished(told, 24), size=LARGE)
    (kernel,) = drawn.grids("kernel")
    assert sorted(label for row in kernel.labels for label in row) == ["1/16", "3/16", "3/16", "9/16"]
    assert "×9/16)" in words(drawn)


def test_weights_that_are_no_simple_parts_are_decimals() -> None:
    told = story(resized(mode="bicubic", region=INSIDE), GREY)
    (kernel,) = figure(told, finished(told, 24), size=LARGE).grids("kernel")
    assert "/" not in "".join(label for row in kernel.labels for label in row)


def test_parts() -> None:
    assert parts_of(np.array([0.25, 0.75])) == 4
    assert parts_of(np.array([1 / 3, 2 / 3])) == 3
    assert parts_of(np.array([0.0, 1.0])) == 1
    assert parts_of(np.array([1 / 63, 1 / 64])) == 0
    assert parts_of(np.array([0.1055])) == 0
    assert [writer(16)(w) for w in (9 / 16, 0.0, 1.0, -1 / 16)] == ["9/16", "0", "1", "−1/16"]
    assert writer(0, 3)(0.12345) == "0.123"
    assert writer(0)(0.12345) == "0.1235"


def test_areas_weigh_what_they_touch_alike_and_have_no_point() -> None:
    told = story(resized(mode="area", scale=(0.6, 0.4), region=Region(0, 0, 5, 5)), FIVES)
    for step, shape in ((0, (2, 3)), (3, (3, 3))):  # of 5 rows 3, of 5 columns 2
        drawn = figure(told, finished(told, step), size=LARGE)
        (kernel,), (down,), (across,) = (drawn.grids(name) for name in ("kernel", "down", "across"))
        assert kernel.values.shape == shape
        np.testing.assert_allclose(kernel.values, down.values * across.values)
        assert kernel.values.sum() == pytest.approx(1)
        (grid,) = drawn.grids("input")
        frames = [item.box for item in drawn.items if isinstance(item, Outline) and item.role == "window"]
        assert grid.cell_box(int(told.step(step).rows[0]), int(told.step(step).cols[0]), *shape) in frames
        assert f"{shape[0]} × {shape[1]}, row × column each" in words(drawn)
        assert not [item for item in drawn.items if isinstance(item, Panel) and item.role == "output"]
    assert "on rows 1.667–3.333, columns 0–2.5" in words(figure(told, finished(told, 2), size=LARGE))


def test_the_stage_stands_still_where_areas_differ_in_size() -> None:
    told = story(resized(mode="area", scale=(0.6, 0.4)), FIVES)
    grids = [figure(told, finished(told, step)).grids("kernel")[0] for step in range(4)]
    assert len({(grid.x, grid.y, grid.cell) for grid in grids}) == 1


@pytest.mark.parametrize("size", [Size(760, 360), Size(1010, 365), LARGE])
def test_products_stand_below_or_beside(size: Size) -> None:
    told = story(resized(mode="bicubic", region=INSIDE), GREY)
    drawn = figure(told, finished(told, 24), size=size)
    (kernel,), (products,) = drawn.grids("kernel"), drawn.grids("products")
    beside = products.x > kernel.box.right
    assert beside or products.y > kernel.box.bottom
    assert ("Products" in words(drawn)) == beside


def test_each_channel_is_made_larger_by_itself() -> None:
    told = story(resized(region=INSIDE), COLOUR)
    assert told.shape == (3, 600, 800)
    assert told.is_colour
    assert len(at(told, 1.0).step.channels) == 1


# --- what is said


@pytest.mark.parametrize(
    ("layer", "step", "words_"),
    [
        ({}, 24, "lies 1/4 of a cell below and 1/4 of a cell right of the pixel it reads most of"),
        ({}, 32, "lies 1/4 of a cell above and 1/4 of a cell left of the pixel"),
        ({"scale": (0.5, 0.5)}, 24, "middle of 4 cells: each weighs 1/4"),
        ({"scale": (1.0, 1.0)}, 24, "centre of an input cell"),
        ({"scale": (2.0, 1.0)}, 24, "2 of 4 weights count"),
        ({"mode": "bicubic"}, 24, "of 16"),
        ({"mode": "area", "scale": (0.5, 0.5)}, 24, "covers 2 × 2 cells: their mean is"),
        (
            {"mode": "area", "scale": (0.7, 0.25)},
            24,
            "touches 2 × 4 cells, some in part; each counts in full",
        ),
        ({"mode": "area"}, 24, "lies within the cell at row 51, column 51"),
        ({"mode": "nearest"}, 24, "begins in the cell at row 51, column 51"),
        ({"mode": "nearest-exact"}, 24, "lies in row 51, column 51"),
    ],
)
def test_the_explanation_follows_the_place(layer: dict[str, Any], step: int, words_: str) -> None:
    told = story(resized(region=INSIDE, **layer), GREY)
    expected = words_.replace("51", "103" if layer.get("scale") == (1.0, 1.0) else "51")
    assert expected in said(told, step)


def test_weights_at_two_times_are_named() -> None:
    told = story(resized(region=INSIDE), GREY)
    assert "its weights: 9/16, 3/16, 3/16, 1/16. " in said(told, 24)


def test_the_edge_is_said_to_be_read_again() -> None:
    told = story(resized())
    assert said(told, 0).startswith("For cells around this place that lie outside (3 of 4)")
    view = at(told, finished(told, 0), Spot("input", -1, 0))
    assert view.copied == (0, 0)
    drawn = figure(told, finished(told, 0), Spot("input", -1, 0), LARGE)
    assert "row 0, column 0 at the edge is read once more" in tr(drawn.sentence)
    assert "edge again" in words(drawn)


def test_a_cubic_that_overshoots_is_said_to() -> None:
    told = story(resized(mode="bicubic", region=Region(100, 100, 40, 40)), GREY)
    sentences = {said(told, step).split(" ")[1] for step in range(0, 1600, 7)}
    assert "overshoots:" in sentences
    assert "of" in sentences  # 8 of 16 weights are negative


def test_who_reads_a_pixel_is_counted_and_lit() -> None:
    told = story(resized(region=Region(2, 2, 8, 8)))
    drawn = figure(told, finished(told, 63), Spot("input", 3, 3))
    assert tr(drawn.sentence).endswith("that read row 3, column 3: 16.")
    assert int(((drawn.grids("output")[0].marks & Mark.LIT) > 0).sum()) == 16


def test_a_weight_that_is_pointed_at_says_what_it_meets() -> None:
    told = story(resized(region=INSIDE), GREY)
    drawn = figure(told, finished(told, 24), Spot("kernel", 0, 0))
    assert tr(drawn.sentence).startswith("Weight 0, 0 meets the input at row 51, column 51: ")
    assert "× 9/16 =" in tr(drawn.sentence)


def test_a_finished_output_cell_shows_how_it_was_made() -> None:
    told = story(resized(region=INSIDE), GREY)
    drawn = figure(told, finished(told, 24), Spot("output", 100, 101))
    assert "y[100,101]" in words(drawn)


# --- the rest of what a lab offers


def test_the_place_is_told_in_exact_numbers() -> None:
    def told(mode: str) -> str:
        shown = story(resized(mode=mode, region=INSIDE), GREY)
        return words(figure(shown, finished(shown, 0), size=LARGE))

    assert "place: row 49.75, column 49.75" in told("bilinear")
    assert "begins at row 50, column 50" in told("nearest")
    assert "centre at row 50.25, column 50.25" in told("nearest-exact")
    edge = story(resized())
    assert "row −0.25, column −0.25" in words(figure(edge, 0.0, size=LARGE))


def test_corners_are_offered_where_they_are_aligned_only() -> None:
    (corners,) = [c for c in UpsamplingLab.controls if isinstance(c, Pick) and c.name == "align_corners"]
    assert corners.shown(ResizeLayer())
    assert not corners.shown(ResizeLayer("nearest"))
    lab = UpsamplingLab()
    spec, _ = lab.operands(ResizeLayer("nearest", align_corners=True), SMALL.planes)
    assert not spec.align_corners


def test_the_size_is_worked_out() -> None:
    lab = UpsamplingLab()
    assert [tr(line) for line in lab.size_formula(story(resized()))] == [
        "o = ⌊i · scale⌋",
        "= ⌊8 · 2⌋ = 16",
    ]
    assert [tr(line) for line in lab.size_formula(story(resized(scale=(1.5, 0.5)), TINY))] == [
        "o = ⌊i · scale⌋",
        "rows = ⌊2 · 1.5⌋ = 3",
        "cols = ⌊3 · 0.5⌋ = 1",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_a_program(language: str) -> None:
    assert "print(y[0, 0:7, 0:7])" in UpsamplingLab().program(story(resized()), language)


def test_no_weight_is_set_by_hand() -> None:
    with pytest.raises(LookupError):
        UpsamplingLab().kernel_cell(story(resized()), Spot("kernel", 0, 0))


def test_the_axes_are_the_storys() -> None:
    rows, cols = axes(story(resized(scale=(2.0, 3.0))))
    assert (rows.step, cols.step) == (0.5, pytest.approx(1 / 3))
