"""The signal lab: what its stage shows and says, and where its parts stand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from convviz.figure.figure import Bars, Figure, Mark, Outline, Size, Spot, Text
from convviz.i18n import tr
from convviz.labs import lab_of
from convviz.labs.controls import Place, Typed
from convviz.labs.story import Source, Story
from convviz.scene.scene import Region, Scene, replace
from convviz.scene.signal import SignalLayer
from tests.core.test_listing import execute
from tests.labs.scenes import COLOUR, GREY, SMALL, figure, signal, story

HERE = Region(40, 90, 1, 12)


def end(told: Story, step: int) -> float:
    return told.timeline.finished(step)


def words(drawn: Figure) -> str:
    return " ".join(tr(item.text) for item in drawn.items if isinstance(item, Text))


def said(told: Story, step: int) -> str:
    return tr(lab_of(told.scene).explain(told, told.timeline.at(end(told, step))))


def bars(drawn: Figure) -> list[Bars]:
    return [item for item in drawn.items if isinstance(item, Bars)]


# --- the picture's row


def test_the_signal_is_a_row_of_the_picture_and_the_region_says_which() -> None:
    told = story(signal(HERE), GREY)
    source = figure(told, 0.0).grids("input")[0]
    assert np.array_equal(source.values[0], GREY.planes[0, 40, 89:103])
    assert np.array_equal(bars(figure(told, 0.0))[0].values, source.values[0])


def test_a_region_of_several_rows_shows_its_first() -> None:
    told = story(signal(Region(40, 90, 7, 12)), GREY)
    assert told.region(0) == HERE
    assert told.timeline.steps == 12


def test_the_output_is_numpys_convolution() -> None:
    weights = (1.0, 2.0, -4.0)
    told = story(signal(Region(3, 0, 1, 10), weights=weights, padding="full"))
    output = figure(told, float(told.timeline.steps)).grids("output")[0]
    np.testing.assert_allclose(output.values[0], np.convolve(SMALL.planes[0, 3], weights))


def test_correlation_lays_the_kernel_on_as_it_is() -> None:
    for flip, shown in ((True, [3.0, 2.0, 1.0]), (False, [1.0, 2.0, 3.0])):
        told = story(signal(weights=(1.0, 2.0, 3.0), flip=flip))
        assert figure(told, end(told, 3)).grids("kernel")[0].values[0].tolist() == shown


@pytest.mark.parametrize("dilation", [1, 3])
def test_every_weight_stands_below_the_value_it_meets(dilation: int) -> None:
    told = story(signal(HERE, weights=(1.0, 2.0, 3.0), dilation=(1, dilation), padding="full"), GREY)
    drawn = figure(told, end(told, 5))
    source, kernel, products = (drawn.grids(name)[0] for name in ("input", "kernel", "products"))
    taps = np.flatnonzero(kernel.marks[0] & Mark.EMPTY == 0)
    step = told.step(5)
    assert len(taps) == 3
    for tap, col in zip(taps.tolist(), step.cols.tolist(), strict=True):
        assert kernel.cell_box(0, tap).x == source.cell_box(40, col).x == products.cell_box(0, tap).x
    held = np.flatnonzero(source.marks[0] & Mark.TAP) + source.first[1]
    assert held.tolist() == step.cols.tolist()


def test_the_kernel_slides_and_an_output_cell_stands_below_its_middle() -> None:
    told = story(signal(HERE), GREY)
    before, between, after = (
        figure(told, t).grids("kernel")[0].x for t in (end(told, 2), 3 + 0.1, end(told, 3))
    )
    assert before < between < after
    drawn = figure(told, end(told, 3))
    kernel, output = drawn.grids("kernel")[0], drawn.grids("output")[0]
    assert kernel.box.center[0] == output.cell_box(40, 93).center[0]


def test_the_output_is_built_up_as_cells_and_as_a_plot() -> None:
    told = story(signal(HERE), GREY)
    drawn = figure(told, end(told, 4))
    cells, plot = drawn.grids("output")[0].marks[0], bars(drawn)[1].marks
    assert (cells & Mark.EMPTY == 0).tolist() == [True] * 5 + [False] * 7
    assert np.array_equal(cells & Mark.EMPTY, plot & Mark.EMPTY)


def test_the_output_plot_reaches_from_the_least_to_the_most_and_holds_0() -> None:
    flat = Source("flat", np.full((1, 4, 30), 7, np.uint8), 255.0)
    for weights, ends in (((-1.0, 0.0, 1.0), (0.0, 1.0)), ((-1.0,), (-7.0, 0.0)), ((2.0,), (0.0, 14.0))):
        told = story(signal(Region(0, 5, 1, 12), weights=weights), flat)
        plot = bars(figure(told, 12.0))[1]
        assert (plot.low, plot.high) == ends


def test_a_low_stage_has_small_plots_or_none() -> None:
    told = story(signal(HERE), GREY)
    heights = [bars(figure(told, 3.0, size=Size(1000, high))) for high in (900, 300, 232, 180)]
    assert [plots[0].box.h if plots else 0 for plots in heights] == sorted(
        (plots[0].box.h if plots else 0 for plots in heights), reverse=True
    )
    assert heights[0]
    assert not heights[-1]


def test_the_formula_adds_tap_by_tap() -> None:
    told = story(signal(HERE, weights=(1.0, 2.0)), GREY)
    start, phases = told.timeline.starts, [phase.name for phase in told.timeline.phases]
    add = 3 + start[phases.index("add")]
    step = told.step(3)
    sums = [f"= {int(total)}" for total in step.sums]
    assert sums[0] not in words(figure(told, add - 0.01))
    assert f"{sums[0]} …" in words(figure(told, add + 0.05))
    assert words(figure(told, end(told, 3))).endswith(sums[1])
    assert f"y({step.cell[2]}) = " in words(figure(told, add))


@pytest.mark.parametrize(
    ("layer", "equation"),
    [
        ({"padding": "full"}, "y(n) = Σ x(n − k) g(k)"),
        ({}, "y(n) = Σ x(n + 1 − k) g(k)"),
        ({"flip": False}, "y(n) = Σ x(n − 1 + k) g(k)"),
        ({"stride": (1, 2), "dilation": (1, 3), "padding": "valid"}, "y(n) = Σ x(2n + 6 − 3k) g(k)"),
        ({"coding": True}, "y(n) = Σ x(n − k) g(k) mod 2"),
    ],
)
def test_the_definition_is_that_of_the_layer(layer: dict[str, Any], equation: str) -> None:
    told = story(signal(HERE, **layer), GREY)
    assert f"{equation} " in words(figure(told, 3.0)) + " "


def test_explanations_name_what_is_particular() -> None:
    edge = story(signal(padding="full"))
    assert "2 of its 3 taps read the padding value 0" in said(edge, 0)
    mirrored = story(signal(padding_mode="reflect"))
    assert "1 of its 3 taps read the picture mirrored" in said(mirrored, 0)
    assert "Flipped and slid to n = 3" in said(edge, 3)
    assert "as it is" in said(story(signal(flip=False)), 3)
    flat = Source("flat", np.full((1, 4, 30), 7, np.uint8), 255.0)
    assert "cancel" in said(story(signal(), flat), 3)


def test_hovering_follows_a_value_a_weight_and_an_output() -> None:
    told = story(signal(HERE), GREY)
    last = float(told.timeline.steps)
    read = figure(told, last, Spot("input", 40, 95))
    assert (read.grids("output")[0].marks & Mark.LIT).astype(bool).sum() == 3
    assert "read row 40, column 95: 3" in tr(read.sentence)
    assert (bars(read)[1].marks & Mark.LIT).any()
    weight = figure(told, end(told, 4), Spot("kernel", 0, 2))
    assert "Weight 0, 2 meets the input" in tr(weight.sentence)
    assert (bars(weight)[0].marks & Mark.LIT).any()
    made = figure(told, last, Spot("output", 40, 93))
    assert "n = 93" in tr(made.sentence)
    outside = figure(told, end(told, 4), Spot("input", 3, 3))
    assert "n = 94" in tr(outside.sentence)


def test_a_weight_of_a_spread_kernel_is_found() -> None:
    told = story(signal(HERE, weights=(1.0, 2.0, 3.0), dilation=(1, 2)), GREY)
    lab = lab_of(told.scene)
    assert lab.kernel_cell(told, Spot("kernel", 0, 4)) == (0, 0, 0, 0)
    as_it_is = story(signal(HERE, flip=False), GREY)
    assert lab.kernel_cell(as_it_is, Spot("kernel", 0, 2)) == (0, 0, 0, 2)
    lit = figure(told, end(told, 4), Spot("kernel", 0, 2)).grids("input")[0].marks
    assert np.flatnonzero(lit[0] & Mark.LIT).size == 1


def test_colours_are_three_signals() -> None:
    told = story(replace(signal(HERE), output=1), COLOUR)
    assert told.is_colour
    assert np.array_equal(figure(told, 0.0).grids("input")[0].values[0], COLOUR.planes[1, 40, 89:103])
    assert "channel G" in words(figure(told, 0.0))


# --- codes


def test_the_published_code_is_sent() -> None:
    """Generators 7 and 5 octal, input 1011 and the zeros that flush the encoder."""
    told = story(signal(coding=True))
    drawn = figure(told, float(told.timeline.steps))
    assert drawn.grids("code")[0].labels == (("11", "10", "00", "01", "01", "11"),)
    assert [grid.values[0].tolist() for grid in drawn.grids("output")] == [
        [1, 1, 0, 0, 0, 1],
        [1, 0, 0, 1, 1, 1],
    ]


def test_nothing_is_sent_before_its_time() -> None:
    told = story(signal(coding=True))
    marks = figure(told, end(told, 2)).grids("code")[0].marks[0]
    assert (marks & Mark.EMPTY == 0).tolist() == [True, True, True, False, False, False]


def test_both_generators_have_their_formula_where_there_is_room() -> None:
    told = story(signal(coding=True))
    wide = words(figure(told, end(told, 3), size=Size(1010, 500)))
    assert "y₁(3) =  0·1  ⊕  1·1  ⊕  1·1  = 0" in wide
    assert "y₂(3) =  0·1  ⊕  1·0  ⊕  1·1  = 1" in wide
    narrow = words(figure(told, end(told, 3), size=Size(560, 400)))
    assert "y₁(3) = " in narrow
    assert "y₂(3) = " not in narrow


def test_the_running_sum_is_exclusive_or() -> None:
    told = story(signal(coding=True, bits=(1, 1, 1), generators=((1, 1, 1),)))
    phases = [phase.name for phase in told.timeline.phases]
    add, length = told.timeline.starts[phases.index("add")], 0.2
    texts = [words(figure(told, 2 + add + part * length)) for part in (0.2, 0.4)]
    assert "= 1 …" in texts[0]
    assert "= 0 …" in texts[1]


def test_explanations_of_a_code() -> None:
    told = story(signal(coding=True))
    assert said(told, 3).startswith(
        "At n = 3, 10 in memory: the products add up to 2, an even number, so y₁(3) = 0; 01"
    )
    assert "an odd number" in said(told, 0)
    assert "zeros flush the encoder: at n = 4 it sends 01" in said(told, 4)
    assert "no memory" in said(story(signal(coding=True, generators=((1,),))), 0)


def test_a_white_bit_has_a_border_and_the_input_is_not_the_picture() -> None:
    told = story(signal(coding=True))
    drawn = figure(told, 0.0)
    frames = [item.box for item in drawn.items if isinstance(item, Outline) and item.role == "border"]
    assert drawn.grids("input")[0].box in frames
    assert not told.reads_picture
    assert told.white == 1.0
    seen = story(signal())
    assert seen.reads_picture
    assert seen.white == 255.0


# --- sizes, code, controls


def test_the_size_is_worked_out_along_the_row() -> None:
    lab = lab_of(signal())
    assert [tr(line) for line in lab.size_formula(story(signal(), GREY))] == [
        "o = ⌊(i + 2p − d(k − 1) − 1) / s⌋ + 1",
        "= ⌊(400 + 2·1 − 1·2 − 1) / 1⌋ + 1 = 400",
    ]
    uneven = lab.size_formula(story(signal(padding=(0, 0, 2, 1)), GREY))
    assert tr(uneven[1]) == "= ⌊(400 + 2 + 1 − 1·2 − 1) / 1⌋ + 1 = 401"


@pytest.mark.parametrize("language", ["NumPy", "OpenCV", "PyTorch"])
@pytest.mark.parametrize("layer", [{}, {"coding": True}], ids=["signal", "code"])
@pytest.mark.parametrize("crop", [None, Region(2, 1, 5, 6)], ids=["whole", "crop"])
def test_the_program_prints_what_is_on_the_stage(
    language: str, layer: dict[str, Any], crop: Region | None
) -> None:
    told = story(replace(signal(Region(3, 1, 1, 4), **layer), crop=crop))
    y, printed = execute(lab_of(told.scene).program(told, language))
    region = told.region(0)
    expected = told.operation.sample(
        told.spec,
        np.arange(region.top, region.bottom),
        np.arange(region.left, region.right),
        *told.operands,
    )
    np.testing.assert_array_equal(y[:, :, region.left : region.right], expected)
    assert printed


def test_controls_are_choices_of_the_layer_or_of_the_place() -> None:
    lab = lab_of(signal())
    told = story(signal(HERE), GREY)
    for layer, there, gone in (
        (SignalLayer(), "weights", "bits"),
        (SignalLayer(coding=True), "generators", "stride"),
        (SignalLayer(padding_mode="constant"), "padding_value", "bits"),
    ):
        shown = {control.name for control in lab.controls if control.shown(layer)}
        assert there in shown
        assert gone not in shown
    for control in lab.controls:
        if isinstance(control, Place):
            assert (control.value(told), control.most(told)) == (40, 299)
            assert control.change(told, 7) == {"region": Region(7, 90, 1, 12)}
        else:
            value = getattr(told.scene.layer, control.name)
            if isinstance(control, Typed):
                assert control.read(control.write(value)) == value
                assert all(control.read(text) for text in control.options(told.scene.layer))
    padding = next(control for control in lab.controls if control.name == "padding")
    assert isinstance(padding, Typed)
    assert "same" not in padding.options(SignalLayer(stride=(1, 2), padding="full"))


def test_the_default_scene_has_something_to_see() -> None:
    assert lab_of(Scene(layer=SignalLayer())).default == SignalLayer()
