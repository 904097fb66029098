"""The lab from dense to convolution: what its stage shows and says."""

from __future__ import annotations

import numpy as np
import pytest

from convviz.figure.figure import Curve, Mark, Panel, Size, Spot, Text
from convviz.i18n import tr
from convviz.labs import lab_of
from convviz.labs.dense_counts import of_picture
from convviz.labs.story import Source
from convviz.scene.scene import Region, replace
from tests.labs.scenes import COLOUR, GREY, LONG, TINY, connected, figure, story

KINDS = ("dense", "local", "shared")


def words(drawn) -> str:
    return " | ".join(tr(item.text) for item in drawn.items if isinstance(item, Text))


def kept(grid) -> np.ndarray:
    return (grid.marks & Mark.EMPTY) == 0


@pytest.mark.parametrize(("kind", "many"), [("dense", 36), ("local", 9), ("shared", 9)])
def test_weights_and_products_lie_over_the_inputs_that_are_read(kind: str, many: int) -> None:
    told = story(connected(kind), GREY)
    drawn = figure(told, told.timeline.finished(5))
    source, weights, products = (drawn.grids(name)[0] for name in ("input", "weights", "products"))
    assert kept(weights).sum() == kept(products).sum() == many
    assert weights.first == products.first == source.first
    np.testing.assert_array_equal(products.values, source.values * weights.values)
    assert products.values.sum() + told.step(5).bias == drawn.grids("output")[0].values[1, 1]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("source", [GREY, COLOUR])
def test_the_way_into_the_output_begins_at_products_that_are_there(kind: str, source: Source) -> None:
    told = story(connected(kind), source)
    for step in (0, 5):
        drawn = figure(told, told.timeline.finished(step))
        (way,) = [item for item in drawn.items if isinstance(item, Curve)]
        products = drawn.grids("products")
        there = [grid.cell_box(*place) for grid in products for place in np.argwhere(kept(grid)) + grid.first]
        assert way.start[0] == pytest.approx(max(box.right for box in there) + 3)
        middle = (min(box.y for box in there) + max(box.bottom for box in there)) / 2
        assert way.start[1] == pytest.approx(middle)


def test_the_bias_stands_where_the_products_are_added() -> None:
    told = story(connected("dense"), GREY)
    steps = [n for n in range(told.timeline.steps) if told.step(n).bias]
    assert steps
    for n in range(told.timeline.steps):
        bias = told.step(n).bias
        value = f"{bias:g}".replace("-", "−")
        said = words(figure(told, told.timeline.finished(n)))
        assert (f"summed, then + bias {value}" in said) == bool(bias)


def test_the_count_falls_at_each_turn_and_the_present_one_is_lit() -> None:
    lit = []
    for kind in KINDS:
        drawn = figure(story(connected(kind), GREY), 0.0, size=Size(1230, 620))
        said = words(drawn)
        assert "592 | = 36 · 16 + 16" in said
        assert "160 | = 3·3 · 16 + 16" in said
        assert "10 | = 3·3 + 1" in said
        lit += [
            round(item.box.x) for item in drawn.items if isinstance(item, Panel) and item.role == "selected"
        ]
    assert len(lit) == 3
    assert lit == sorted(set(lit))


def test_colours_are_counted_channel_by_channel() -> None:
    drawn = figure(story(connected("shared"), COLOUR), 0.0, size=Size(1230, 620))
    assert len(drawn.grids("weights")) == 3
    assert "28 | = 3·3·3 + 1" in words(drawn)


def test_the_whole_picture_is_counted_by_its_real_size() -> None:
    said = words(figure(story(connected("dense"), LONG), 0.0, size=Size(1230, 620)))
    assert "3000 × 4000, with 100 units" in said
    assert "1.2 billion" in said
    assert "1,000 for 100 filters of 3 × 3" in said
    assert of_picture((3, 3000, 4000), (3, 3)) == (3_600_000_100, 2_800)


def test_a_large_picture_is_read_where_the_layer_says_and_never_beyond_it() -> None:
    told = story(connected("dense", corner=(100, 40)), GREY)
    np.testing.assert_array_equal(told.x, GREY.planes[:, 100:106, 40:46])
    last = story(connected("dense", corner=(9999, 9999)), GREY)
    np.testing.assert_array_equal(last.x, GREY.planes[:, -6:, -6:])
    assert story(connected("dense", kernel_size=(1, 1)), TINY).x.shape == TINY.planes.shape
    assert "rows 100–105" in words(figure(told, 0.0, size=Size(1230, 620)))


def test_of_a_crop_only_as_much_is_read() -> None:
    scene = replace(connected("dense", corner=(2, 3)), crop=Region(50, 60, 20, 20))
    np.testing.assert_array_equal(story(scene, GREY).x, GREY.planes[:, 52:58, 63:69])


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("dense", "all 36 inputs"),
        ("local", "only its 3 × 3 neighbourhood"),
        ("shared", "which is convolution"),
    ],
)
def test_the_explanation_says_what_is_connected(kind: str, said: str) -> None:
    told = story(connected(kind), GREY)
    assert said in tr(lab_of(told.scene).explain(told, told.timeline.at(0.0)))


@pytest.mark.parametrize("size", [Size(760, 418), Size(1230, 620)], ids=["low", "high"])
def test_12_megapixels_in_colour_stand_beside_the_picture_there_is(size: Size) -> None:
    told = story(connected("dense"), GREY)
    said = [tr(item.text) for item in figure(told, 0.0, size=size).items if isinstance(item, Text)]
    assert "12 megapixels × RGB × 100 units: 3.6 billion" in said
    assert "dense: 12 million parameters" in said
    assert "on 12 megapixels in colour have 3.6 billion weights" in tr(
        lab_of(told.scene).explain(told, told.timeline.at(0.0))
    )


@pytest.mark.parametrize(("kind", "readers"), [("dense", 16), ("local", 1)])
def test_an_input_shows_the_outputs_that_read_it(kind: str, readers: int) -> None:
    told = story(connected(kind), GREY)
    drawn = figure(told, float(told.timeline.steps), Spot("input", 0, 0))
    lit = (drawn.grids("output")[0].marks & Mark.LIT) > 0
    assert lit.sum() == readers
    assert f": {readers} of the 16" in tr(drawn.sentence)


def test_a_weight_shows_what_it_meets() -> None:
    told = story(connected("shared"), GREY)
    drawn = figure(told, told.timeline.finished(5), Spot("weights", 2, 3))
    lit = np.argwhere(drawn.grids("input")[0].marks & Mark.LIT)
    assert lit.tolist() == [[2, 3]]
    assert "all 16 outputs" in tr(drawn.sentence)
    own = figure(story(connected("local"), GREY), 5.9, Spot("products", 2, 3))
    assert "nothing else" in tr(own.sentence)
    none = figure(told, told.timeline.finished(5), Spot("weights", 5, 5))
    assert "No connection" in tr(none.sentence)


def test_a_finished_output_shows_how_it_was_made() -> None:
    told = story(connected("local"), GREY)
    drawn = figure(told, float(told.timeline.steps), Spot("output", 0, 1))
    assert np.argwhere(kept(drawn.grids("weights")[0]))[0].tolist() == [0, 1]


def test_products_appear_one_by_one() -> None:
    told = story(connected("dense"), GREY)
    start, end = told.timeline.starts[1:3]
    shown = [kept(figure(told, t).grids("products")[0]).sum() for t in (start, (start + end) / 2 + 1e-6, end)]
    assert shown == [0, 18, 36]


def test_low_stages_say_less() -> None:
    told = story(connected("dense"), LONG)
    assert "592" in words(figure(told, 0.0, size=Size(532, 252)))
    assert "= 36" not in words(figure(told, 0.0, size=Size(532, 252)))
    assert "= 36" in words(figure(told, 0.0, size=Size(1010, 365)))


def test_the_size_is_worked_out() -> None:
    lab = lab_of(connected("dense"))
    lines = lab.size_formula(story(connected("dense"), GREY))
    assert [tr(line) for line in lines] == ["o = i − k + 1", "= 6 − 3 + 1 = 4"]
    uneven = lab.size_formula(story(connected("dense", kernel_size=(2, 3)), GREY))
    assert [tr(line) for line in uneven[1:]] == ["rows = 6 − 2 + 1 = 5", "cols = 6 − 3 + 1 = 4"]


def test_controls_are_choices_of_the_layer_and_there_is_no_kernel_to_edit() -> None:
    scene = connected("dense")
    lab = lab_of(scene)
    assert all(hasattr(scene.layer, control.name) for control in lab.controls)
    with pytest.raises(LookupError):
        lab.kernel_cell(story(scene, GREY), Spot("kernel", 0, 0))
    assert "np.random.default_rng(3)" in lab.program(story(scene, GREY), "NumPy")
