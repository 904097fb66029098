"""Channels, filters, groups: who reads whom, in numbers, words, programs and on the stage."""

from __future__ import annotations

import sys
from typing import Any

import numpy as np
import pytest

from convviz import assets, i18n
from convviz.core.samples import load_sample
from convviz.figure.figure import Box, Curve, Figure, Grid, Outline, Panel, Size, Spot, Text, Wires
from convviz.i18n import tr
from convviz.labs import lab_of, predict
from convviz.labs.groups import groups_of
from convviz.labs.groups_stage import PAD
from convviz.labs.groups_words import factors, inputs, pointwise, readers, weights
from convviz.labs.lab import Look
from convviz.labs.story import Source, Story, tell
from convviz.paint.fonts import metrics
from convviz.paint.painter import fitted
from convviz.scene.examples import load_example
from convviz.scene.scene import Preset, Region, Scene, replace
from tests.core.torch_stand_in import conv2d, module
from tests.labs.scenes import (
    COLOUR,
    GREY,
    LONG,
    MANY,
    SMALL,
    TINY,
    alike,
    drawn,
    figure,
    grouped,
    noise,
    story,
)
from tests.labs.test_window import phase

WIDE = Size(1010, 365)


def words(of: Figure) -> list[str]:
    return [tr(item.text) for item in of.items if isinstance(item, Text)]


def end(told: Story) -> float:
    return float(told.timeline.steps)


def said(told: Story, spot: Spot | None = None, t: float | None = None) -> str:
    return tr(figure(told, end(told) if t is None else t, spot, WIDE).sentence)


# --- the layer


@pytest.mark.parametrize("groups", [1, 2, 4, 8])
def test_the_output_is_pytorchs_with_these_groups(groups: int) -> None:
    told = story(grouped(groups, bias=tuple(range(8))), SMALL)
    x, weight, bias = told.operands
    assert weight.shape == (8, 8 // groups, 3, 3)
    single = (operand.astype(np.float32) for operand in (x, weight, bias))
    expected = conv2d(*single, padding=(1, 1), groups=groups)
    y = told.operation.reference(told.spec, *told.operands)
    np.testing.assert_allclose(y, expected, rtol=1e-5, atol=1e-2)


def test_a_filter_uses_its_first_kernels() -> None:
    dense, two = story(grouped(1)), story(grouped(4))
    np.testing.assert_array_equal(dense.operands[1][:, :2], two.operands[1])


@pytest.mark.parametrize(
    ("scene", "source", "expected"),
    [
        (grouped(8, maps=4), GREY, 4),
        (grouped(3), GREY, 1),
        (grouped(3, maps=0, **alike(6, drawn(3, 3))), COLOUR, 3),
        (grouped(3, maps=0, **alike(4, drawn(3, 3))), COLOUR, 1),
        (grouped(64, maps=0), TINY, 1),
    ],
)
def test_groups_that_do_not_divide_become_those_that_do(scene: Scene, source: Source, expected: int) -> None:
    assert story(scene, source).spec.groups == expected


def test_only_what_divides_channels_and_filters_is_offered() -> None:
    def offered(told: Story) -> list[str]:
        return [tr(name) for _, name in groups_of(told)]

    assert offered(story(grouped())) == ["1: dense", "2", "4", "8: depthwise"]
    assert offered(story(grouped(**alike(6, drawn(3, 3))))) == ["1: dense", "2"]
    assert offered(story(grouped(maps=0), COLOUR)) == ["1: dense"]
    assert offered(story(grouped(maps=0, **alike(6, drawn(3, 3))), COLOUR)) == ["1: dense", "3: depthwise"]
    assert offered(story(grouped(maps=0), GREY)) == ["1"]


def test_feature_maps_keep_the_pictures_brightness() -> None:
    told = story(grouped())
    assert told.white == 255
    assert not told.reads_picture
    assert story(grouped(maps=0), COLOUR).reads_picture
    large = story(grouped(), LONG)
    assert large.shape == (8, 1024, 1024)


# --- numbers and words


def test_parameters_fall_by_the_number_of_groups() -> None:
    counts = [(factors(s.spec), weights(s.spec)) for s in (story(grouped(g)) for g in (1, 2, 4, 8))]
    assert counts == [("8·8·3·3", 576), ("8·4·3·3", 288), ("8·2·3·3", 144), ("8·1·3·3", 72)]


def test_depthwise_and_pointwise_together_save_as_mobilenet_says() -> None:
    """1/N + 1/k² of the dense layer's, "MobileNets", section 3.1."""
    spec = story(grouped(8)).spec
    assert (weights(spec) + pointwise(spec)) / 576 == pytest.approx(1 / 8 + 1 / 9)


def test_who_reads_whom_is_said_from_both_sides() -> None:
    spec = story(grouped(2, maps=4)).spec
    assert [inputs(spec, n) for n in (0, 3, 4, 7)] == [range(2), range(2), range(2, 4), range(2, 4)]
    assert [readers(spec, n) for n in range(4)] == [range(4), range(4), range(4, 8), range(4, 8)]


@pytest.mark.parametrize(
    ("scene", "source", "expected"),
    [
        (grouped(1, output=3), GREY, "Filter 3 reads all 8 channels with 8 kernels 3 × 3: 72 products make "),
        (grouped(4, output=3), GREY, "Filter 3 reads only channels 2 and 3, those of group 1: 18 products "),
        (grouped(8, output=3), GREY, "Depthwise: filter 3 is one kernel on channel 3 alone; channels never "),
        (grouped(1, **alike(2, drawn(1, 1))), GREY, "1 × 1: filter 0 mixes the 8 channels of this pixel, "),
        (grouped(maps=0), GREY, "Filter 0 has one kernel for the one channel there is: 9 products make "),
        (
            grouped(3, maps=0, **alike(3, drawn(3, 3))),
            COLOUR,
            "Depthwise: filter 0 is one kernel on channel R ",
        ),
    ],
)
def test_the_explanation_follows_the_state(scene: Scene, source: Source, expected: str) -> None:
    told = story(replace(scene, region=Region(5, 5, 3, 3)), source)
    assert said(told).startswith(expected)
    lab = lab_of(told.scene)
    assert tr(lab.explain(told, told.timeline.at(end(told)))).startswith(expected)


def test_a_window_over_the_edge_says_so() -> None:
    assert said(story(grouped()), t=0.0).startswith("The window for row 0, column 0 hangs over the edge")


def test_pointing_at_the_drawing_tells_what_is_connected() -> None:
    told = story(grouped(4))
    assert said(told, Spot("channels", 0, 0, 5)) == (
        "Channel 5 is the picture seen by Robinson S, negative values set to 0: filters 4 to 5 read it."
    )
    assert said(told, Spot("filters", 0, 0, 5)) == (
        "Filter 5 = 2 kernels of 3 × 3, for channels 4 to 5: it makes map 5."
    )
    single = story(grouped(8))
    assert said(single, Spot("maps", 0, 0, 2)) == (
        "Filter 2 = one kernel of 3 × 3, for channel 2: it makes map 2."
    )
    assert said(single, Spot("channels", 0, 0, 2)).endswith(": filter 2 alone reads it.")
    colours = story(grouped(maps=0), COLOUR)
    assert said(colours, Spot("channels", 0, 0, 2)) == "Channel B: filters 0 to 7 read it."


def test_a_pointer_on_what_is_gone_or_on_a_cell_tells_of_the_step_or_the_cell() -> None:
    told = story(grouped(region=Region(2, 2, 3, 3)))
    plain = said(told)
    assert said(told, Spot("channels", 0, 0, 9)) == said(told, Spot("maps", 0, 0, 9)) == plain
    assert said(told, Spot("output", 4, 4)) == plain
    assert said(told, Spot("input", 3, 3)) == "Output cells on the stage that read row 3, column 3: 9."
    assert said(told, Spot("kernel", 0, 0)).startswith("Weight 0, 0 meets the input at row 3, column 3")


def test_the_size_is_followed_by_the_weights() -> None:
    def lines(scene: Scene) -> list[str]:
        told = story(scene)
        return [tr(line) for line in lab_of(scene).size_formula(told)]

    assert lines(grouped(4))[-1] == "weights: 8·2·3·3 = 144, dense 576"
    assert lines(grouped(1))[-1] == "weights: 8·8·3·3 = 576"
    formula, rows, columns = lines(grouped(1, padding=(1, 0, 2, 2)))
    assert (formula[:4], rows[:7], columns[:7]) == ("o = ", "rows = ", "cols = ")


# --- the program


def ran(told: Story, language: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    for name, stand_in in module().items():
        monkeypatch.setitem(sys.modules, name, stand_in)
    names: dict[str, Any] = {}
    exec(lab_of(told.scene).program(told, language), names)
    return np.asarray(names["y"])


@pytest.mark.parametrize("language", ["NumPy", "OpenCV", "PyTorch"])
@pytest.mark.parametrize(
    "scene",
    [
        grouped(1),
        grouped(4, stride=(2, 1), padding=(1, 1, 1, 1)),
        grouped(8, flip=True),
        replace(grouped(2, maps=4), channel="all", crop=Region(3, 40, 60, 50)),
        replace(grouped(3, maps=0, **alike(6, Preset("sobel-x"))), channel="all"),
    ],
)
def test_the_program_computes_the_output(scene: Scene, language: str, monkeypatch) -> None:
    picture = load_sample(scene.picture.id if scene.channel == "luma" else "chelsea")
    scene = scene if scene.channel == "luma" else replace(scene, picture=replace(scene.picture, id="chelsea"))
    told = tell(scene, Source("", picture.plane(scene.channel), picture.white), lab_of(scene))
    y = ran(told, language, monkeypatch)
    expected = told.operation.reference(told.spec, *told.operands)
    np.testing.assert_allclose(y, expected, rtol=1e-4, atol=0.05)


def test_few_maps_are_written_out_and_many_are_made() -> None:
    lab = lab_of(grouped())
    assert "bank" not in lab.program(story(grouped()), "NumPy")
    told = tell(Scene(layer=grouped().layer), Source("", GREY.planes, 255.0), lab)
    program = lab.program(told, "PyTorch")
    assert "Feature maps: each kernel of a bank" in program
    assert "groups=2" in program


# --- the stage


def of_name(drawn_: Figure, name: str) -> list[Grid]:
    return drawn_.grids(name)


def wires(drawn_: Figure) -> list[Curve]:
    """Those from a channel to a filter."""
    right = max(grid.box.right for grid in drawn_.grids("channels"))
    return [item for item in drawn_.items if isinstance(item, Curve) and item.start[0] == right + 1]


@pytest.mark.parametrize(("groups", "count"), [(1, 64), (2, 32), (4, 16), (8, 8)])
def test_wires_stay_within_a_group_and_the_filters_own_are_lit(groups: int, count: int) -> None:
    drawn_ = figure(story(grouped(groups, output=5)), 1.0, size=WIDE)
    assert len(wires(drawn_)) == count
    lit = [wire for wire in wires(drawn_) if wire.role == "output"]
    assert len(lit) == 8 // groups
    assert len({wire.end for wire in lit}) == 1


def test_pointing_at_a_channel_or_a_filter_lights_its_wires() -> None:
    told = story(grouped(2, output=5))
    of_channel = [w for w in wires(figure(told, 1.0, Spot("channels", 0, 0, 1), WIDE)) if w.role == "output"]
    assert (len(of_channel), len({wire.start for wire in of_channel})) == (4, 1)
    of_filter = [w for w in wires(figure(told, 1.0, Spot("filters", 0, 0, 1), WIDE)) if w.role == "output"]
    assert (len(of_filter), len({wire.end for wire in of_filter})) == (4, 1)


def test_a_filter_is_drawn_as_its_kernels_and_gets_shorter() -> None:
    lengths = []
    for groups in (1, 2, 4, 8):
        told = story(grouped(groups))
        strip = of_name(figure(told, 1.0, size=WIDE), "filters")[0]
        ins = 8 // groups
        assert strip.values.shape == (3, 4 * ins - 1)
        kernels = [strip.values[:, 4 * n : 4 * n + 3] for n in range(ins)]
        np.testing.assert_array_equal(kernels, told.operands[1][0])
        lengths.append(strip.box.w)
    assert lengths == sorted(lengths, reverse=True)
    turned = of_name(figure(story(grouped(8, flip=True)), 1.0, size=WIDE), "filters")[0]
    np.testing.assert_array_equal(turned.values, strip.values[::-1, ::-1])


def test_the_frame_of_a_filter_holds_all_kernels_on_the_stage() -> None:
    drawn_ = figure(story(grouped(2)), 1.0, size=WIDE)
    frame = next(i.box for i in drawn_.items if isinstance(i, Outline) and i.role == "weight_positive")
    kernels = drawn_.grids("kernel")
    assert len(kernels) == 4
    assert all(
        frame.holds(grid.x, grid.y) and frame.holds(grid.box.right, grid.box.bottom) for grid in kernels
    )
    assert "Filter 0" in words(drawn_)
    assert "= 4 kernels 3 × 3" in words(drawn_)


@pytest.mark.parametrize("least", [8.0, 18.0])
def test_the_names_of_filters_and_of_maps_stand_apart_in_letters_of_any_size(least: float) -> None:
    told = story(grouped(1))
    drawn_ = predict.draw(lab_of(told.scene), told, told.timeline.at(1.0), Look(WIDE, least=least))
    named = {str(item.text): item for item in drawn_.items if isinstance(item, Text)}
    apart = named["maps"].x - named["filters"].x
    assert named["maps"].align == named["filters"].align == "right"
    assert apart > 3.2 * max(least, named["maps"].size), "as wide as three Chinese characters, and a gap"


def test_maps_show_the_output_of_every_filter() -> None:
    told = story(grouped(2, region=Region(1, 1, 4, 5), output=2))
    drawn_ = figure(told, end(told), size=WIDE)
    reference = told.operation.reference(told.spec, *told.operands)
    for grid in drawn_.grids("maps"):
        np.testing.assert_allclose(grid.values, reference[grid.channel, 1:5, 1:6], atol=1e-2)
    begun = {grid.channel: grid.marks.any() for grid in figure(told, 0.0, size=WIDE).grids("maps")}
    assert [n for n, empty in begun.items() if empty] == [2]


def test_counts_and_their_bars_shrink() -> None:
    def bars(groups: int) -> tuple[list[str], list[float]]:
        drawn_ = figure(story(grouped(groups)), 1.0, size=WIDE)
        widths = [i.box.w for i in drawn_.items if isinstance(i, Panel) and i.box.h == 5 and i.strength == 1]
        return words(drawn_), [round(width / widths[0], 3) for width in widths]

    texts, shares = bars(1)
    assert "dense: 8·8·3·3 = 576 weights" in texts
    assert "MACs: 36,864" in texts
    assert shares == [1.0]
    texts, shares = bars(4)
    assert "groups 4: 8·2·3·3 = 144" in texts
    assert "MACs: 36,864 → 9,216" in texts
    assert shares == [1.0, 0.25]
    texts, shares = bars(8)
    assert "+ 1 × 1: 8·8 = 64, in all 136" in texts
    assert "MACs in all: 36,864 → 8,704" in texts  # 136 for each of 64 cells
    assert shares == [1.0, 0.125, 0.236]


def test_what_a_second_layer_would_not_save_has_no_bar() -> None:
    drawn_ = figure(story(grouped(3, maps=0, **alike(48, drawn(1, 3))), COLOUR), 1.0, size=WIDE)
    assert not [i for i in drawn_.items if isinstance(i, Panel) and i.role == "output"]
    assert "+ 1 × 1: 48·48 = 2,304, in all 2,448" in words(drawn_)


def test_of_many_channels_those_around_the_filters_own_are_drawn() -> None:
    drawn_ = figure(story(grouped(1, maps=0, output=63, **alike(64, drawn(3, 3))), MANY), 1.0, size=WIDE)
    assert [grid.channel for grid in drawn_.grids("maps")] == list(range(48, 64))
    assert len(drawn_.grids("channels")) == 16


def test_a_stage_of_middling_width_shows_windows_on_the_inputs_alone() -> None:
    told = story(grouped(2))
    lift = phase(told, "lift")
    narrow, wide = (figure(told, lift, size=Size(width, 420)) for width in (730, 1200))
    assert not narrow.grids("patch")
    assert len(wide.grids("patch")) == 4
    assert "Window" in words(wide)
    assert "Window" not in words(narrow)
    for drawn_, grid in ((narrow, "products"), (wide, "patch")):
        last, target = drawn_.grids("flying")[-1], drawn_.grids(grid)[-1]
        late = figure(told, phase(told, "lift", 0.999), size=Size(drawn_.size.w, 420)).grids("flying")[-1]
        assert abs(late.x - target.x) < 1 < abs(last.x - late.x)


def test_products_all_show_numbers_or_all_show_colours() -> None:
    told = story(grouped(2), GREY)
    for width in (730, 1000, 1500):
        grids = figure(told, end(told), size=Size(width, 420)).grids("products")
        assert len({bool(grid.labels) for grid in grids}) == 1


def test_the_window_of_a_single_channel_is_larger_than_its_surroundings() -> None:
    told = story(load_example("depthwise"), GREY)
    for size, least in ((Size(742, 418), 22), (Size(1062, 700), 30), (Size(1380, 680), 40)):
        drawn_ = figure(told, end(told), size=size)
        (source,), (output,) = drawn_.grids("input"), drawn_.grids("output")
        (kernel,), (products,) = drawn_.grids("kernel"), drawn_.grids("products")
        assert kernel.cell == products.cell >= least
        assert products.labels
        assert kernel.cell > max(source.cell, output.cell)


def test_the_channels_all_show_numbers_or_all_show_colours() -> None:
    short, long = np.full((2, 300, 400), 7, np.uint8), noise(2, 300, 400)
    told = story(
        grouped(1, maps=0, **alike(4, drawn(3, 3))), Source("four", np.concatenate([short, long]), 255.0)
    )
    seen = set()
    for width, height in ((1000, 420), (1010, 520), (1062, 700), (1500, 900), (560, 500), (600, 700)):
        grids = figure(told, end(told), size=Size(width, height)).grids("input")
        (numbered,) = {grid.labels is not None for grid in grids}
        seen.add(numbered)
        assert all(grid.corners is None for grid in grids if not numbered)
    assert seen == {False, True}


def test_every_kernel_of_the_connections_has_a_frame() -> None:
    for groups in (1, 2, 8):
        drawn_ = figure(story(grouped(groups)), 1.0, size=WIDE)
        (frames,) = [
            item
            for item in drawn_.items
            if isinstance(item, Wires) and item.role == "muted" and item.strength < 1
        ]
        assert len(frames.segments) == 4 * 8 * (8 // groups)
        boxes = [grid.box for grid in drawn_.grids("filters")]
        for x0, y0, x1, y1 in frames.segments:
            assert any(
                box.x - 1 < min(x0, x1)
                and max(x0, x1) < box.right + 1
                and box.y - 1 < min(y0, y1)
                and max(y0, y1) < box.bottom + 1
                for box in boxes
            )


def test_a_narrow_stage_shows_the_rows_alone() -> None:
    drawn_ = figure(story(grouped()), 1.0, size=Size(532, 252))
    assert not drawn_.grids("channels")
    assert drawn_.grids("kernel")


def test_a_weight_is_the_filters_own() -> None:
    told = story(grouped(4, output=3))
    assert lab_of(told.scene).kernel_cell(told, Spot("kernel", 2, 1, 1)) == (3, 1, 2, 1)


# --- what comes with it


@pytest.mark.parametrize(
    ("name", "groups", "taps"),
    [("groups-dense", 1, 72), ("groups-four", 4, 18), ("depthwise", 8, 9), ("pointwise", 1, 8)],
)
def test_examples_are_what_their_titles_say(name: str, groups: int, taps: int) -> None:
    told = story(load_example(name), GREY)
    assert (told.spec.groups, told.taps) == (groups, taps)


def test_depthwise_then_pointwise_is_cheaper_than_dense() -> None:
    dense, *halves = (
        weights(story(load_example(name), GREY).spec) for name in ("groups-dense", "depthwise", "pointwise")
    )
    assert (dense, sum(halves)) == (576, 136)


def test_the_sum_stands_above_an_output_that_is_the_larger_for_it() -> None:
    for size, least in ((Size(742, 418), 12), (WIDE, 12), (Size(1062, 700), 15)):
        for groups in (1, 2, 4, 8):
            told = story(grouped(groups), GREY)
            drawn_ = figure(told, told.timeline.finished(0), size=size)
            (output,), sigma = of_name(drawn_, "output"), sigma_of(drawn_)
            assert output.cell >= least
            assert sigma.bottom < output.y
            (way,) = [item for item in drawn_.items if isinstance(item, Curve) and item.upright]
            assert way.end == (output.cell_box(0, 0).center[0], output.y - 3)


def test_the_way_down_from_the_sum_passes_written_cells_in_the_line_beside_them() -> None:
    told = story(grouped(2), GREY)
    step = told.scene.region.width + 1
    drawn_ = figure(told, told.timeline.finished(step), size=WIDE)
    (output,) = of_name(drawn_, "output")
    box = output.cell_box(*told.cell(step)[1:])
    (way,) = [item for item in drawn_.items if isinstance(item, Curve) and item.upright]
    assert way.end[0] in (box.x, box.right)
    assert way.end[1] == box.y
    assert way.straight == (0.0, box.y - output.y)


def sigma_of(drawn_: Figure) -> Box:
    (sign,) = [item for item in drawn_.items if isinstance(item, Text) and item.text == "Σ"]
    boxes = (item.box for item in drawn_.items if isinstance(item, Panel) and item.role == "window_fill")
    return next(box for box in boxes if box.center == (sign.x, sign.y))


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.usefixtures("qapp")
def test_what_else_is_added_keeps_clear_of_the_connections(language: str) -> None:
    """On the stage of a window of 1280 × 720, where "+ 另有 5 项：" has little room beside the Σ."""
    with i18n.spoken(language, assets.path("i18n")):
        of = figure(story(grouped(1)), 0.99, size=Size(714, 389))
        card = next(item.box for item in of.items if isinstance(item, Panel) and item.radius == 8)
        beside = [item for item in of.items if isinstance(item, Text) and item.row == "added"]
        assert len(beside) == 3
        for item in beside:
            said, size = fitted(item)
            assert said == tr(item.text)
            assert item.x + metrics(size, monospace=False).horizontalAdvance(said) <= card.x - PAD
