"""The lab of a whole layer: one output cell followed through every stage."""

from __future__ import annotations

import gc
import weakref

import numpy as np
import pytest

from convviz.core.activations import activate
from convviz.figure import lettering
from convviz.figure.figure import Curve, Figure, Graph, Mark, Outline, Panel, Size, Spot, Text
from convviz.i18n import tr
from convviz.labs import chain_view, lab_of
from convviz.labs.lab import Hidden, Look
from convviz.labs.story import Source, Story
from convviz.scene.scene import ChainLayer, Preset, Region, Scene
from tests.labs.scenes import COLOUR, GREY, SMALL, STAGE, chained, drawn, figure, story

ALL = Region(0, 0, 4, 4)
TOLD = story(chained(region=ALL))
LAST = float(TOLD.timeline.steps)


def within(told: Story, step: int, phase: str, part: float = 0.5) -> float:
    """The t at which a phase of a step has come so far."""
    starts = (*told.timeline.starts, 1.0)
    n = told.timeline.order.index(phase)
    return step + starts[n] + part * (starts[n + 1] - starts[n])


def words(drawn_: Figure) -> str:
    return " ".join(tr(item.text) for item in drawn_.items if isinstance(item, Text))


def said(told: Story, t: float, spot: Spot | None = None) -> str:
    return tr(figure(told, t, spot).sentence)


def lit(drawn_: Figure, name: str) -> list[list[int]]:
    grid = drawn_.grids(name)[0]
    return (np.argwhere(grid.marks & Mark.LIT) + grid.first).tolist()


def empty(drawn_: Figure, name: str) -> int:
    return int((drawn_.grids(name)[0].marks & Mark.EMPTY > 0).sum())


def windows(drawn_: Figure) -> list[Outline]:
    """Frames of windows, without the one in the key."""
    frames = [item for item in drawn_.items if isinstance(item, Outline) and item.role == "window"]
    return [frame for frame in frames if frame.box.w > 9]


def graph(drawn_: Figure) -> Graph:
    return next(item for item in drawn_.items if isinstance(item, Graph))


# --- the panels


def test_the_maps_are_the_layer_stage_by_stage() -> None:
    told = story(chained(region=ALL, bias=(5.0,)))
    drawn_ = figure(told, LAST)
    names = ("convolved", "biased", "activated", "output")
    s, z, a, y = (drawn_.grids(name)[0].values for name in names)
    assert s.shape == z.shape == a.shape == (8, 8)
    assert np.array_equal(z, s + 5)
    assert np.array_equal(a, np.maximum(z, 0))
    assert np.array_equal(y, a.reshape(4, 2, 4, 2).max(axis=(1, 3)))
    assert (z < 0).any()


def test_a_large_bias_leaves_the_sums_alone_as_they_are() -> None:
    sums = figure(story(chained(region=ALL)), LAST).grids("convolved")[0].values
    drawn_ = figure(story(chained(region=ALL, bias=(1e9,))), LAST)
    assert np.array_equal(drawn_.grids("convolved")[0].values, sums)
    assert np.array_equal(drawn_.grids("biased")[0].values, sums + 1e9)


@pytest.mark.parametrize("size", [STAGE, Size(742, 418), Size(1062, 700)])
@pytest.mark.parametrize("kernels", [1, 3])
def test_the_grids_of_the_row_begin_at_one_height_within_the_stage(size: Size, kernels: int) -> None:
    source = COLOUR if kernels == 3 else SMALL
    told = story(chained(*[drawn(3, 3)] * kernels, region=Region(1, 1, 3, 3), mix="sum"), source)
    drawn_ = figure(told, LAST, size=size)
    inputs = drawn_.grids("input")
    assert len(inputs) == kernels
    row = [drawn_.grids(name)[0] for name in ("convolved", "biased", "activated", "output")]
    assert {inputs[0].y, *(grid.y for grid in row)} == {inputs[0].y}
    strip = next(item for item in drawn_.items if isinstance(item, Panel) and item.role == "strip")
    assert inputs[-1].box.bottom < strip.box.y
    assert max(drawn_.grids(name)[0].box.bottom for name in ("kernel", "block")) < strip.box.y


def test_values_appear_one_by_one_in_each_map() -> None:
    counts = []
    phases = (("slide", 0.5), ("convolve", 0.6), ("bias", 0.6), ("activate", 0.6), ("write", 0.9))
    for phase, part in phases:
        drawn_ = figure(TOLD, within(TOLD, 5, phase, part))
        names = ("convolved", "biased", "activated", "output", "block")
        counts.append([empty(drawn_, name) for name in names])
    assert counts == [
        [44, 44, 44, 11, 4],
        [42, 44, 44, 11, 4],
        [40, 42, 44, 11, 4],
        [40, 40, 42, 11, 2],
        [40, 40, 40, 10, 0],
    ]


def test_the_value_in_play_is_followed_from_window_to_curve() -> None:
    drawn_ = figure(TOLD, within(TOLD, 5, "activate", 0.6))
    inner = chain_view.trace_of(TOLD).inner((0, 1, 1))
    assert lit(drawn_, "convolved") == lit(drawn_, "activated") == [[3, 2]]
    assert graph(drawn_).marks[-1] == (inner[2].total, max(inner[2].total, 0))
    (window,) = windows(drawn_)
    assert window.box == drawn_.grids("input")[0].cell_box(2, 1, 3, 3)
    assert sum(isinstance(item, Curve) for item in drawn_.items) == 3


def test_the_winner_is_followed_once_all_are_activated() -> None:
    drawn_ = figure(TOLD, TOLD.timeline.finished(5))
    view = chain_view.look(TOLD, TOLD.timeline.at(TOLD.timeline.finished(5)), None)
    winner = view.inner[int(np.argmax([step.total for step in view.inner]))]
    assert lit(drawn_, "activated") == [list(winner.cell[1:])]
    assert graph(drawn_).marks[-1] == (winner.total, winner.total)
    assert f"= {winner.total:.0f}" in words(drawn_)
    assert len(lit(drawn_, "block")) == 1


def test_of_a_mean_no_value_is_singled_out() -> None:
    told = story(chained(region=ALL, pool="avg"))
    drawn_ = figure(told, told.timeline.finished(5))
    assert not lit(drawn_, "activated")
    assert not lit(drawn_, "block")
    assert not windows(drawn_)
    assert "/ 4" in words(drawn_)
    assert "mean of 4" in tr(drawn_.sentence)


def test_what_a_cell_sees_slides_on_from_the_one_before() -> None:
    def seen(t: float) -> tuple[float, float]:
        return chain_view.look(TOLD, TOLD.timeline.at(t), None).seen

    assert seen(0.0) == (-1, -1)
    assert seen(within(TOLD, 1, "slide", 0.0)) == (-1, -1)
    assert seen(within(TOLD, 1, "slide", 1.0)) == (-1, 1)
    paged = story(Scene(layer=ChainLayer(), region=Region(0, 0, 2, 2), scope="image"), SMALL)
    assert chain_view.look(paged, paged.timeline.at(2.0), None).seen == (-1, 3)


def test_how_far_a_cell_sees_is_not_framed_while_that_is_asked() -> None:
    def frames(hidden: Hidden) -> tuple[int, bool]:
        """How many there are besides the one in the key, and whether there is that key."""
        figure_ = lab_of(TOLD.scene).draw(TOLD, TOLD.timeline.at(0.1), Look(STAGE, hidden=hidden))
        dashed = [item for item in figure_.items if isinstance(item, Outline) and item.dashed]
        return sum(item.box.w > 9 for item in dashed), "field" in words(figure_).split()

    assert frames(Hidden()) == (1, True)
    assert frames(Hidden(facts=True)) == (0, False)


def test_cells_that_no_block_holds_are_hatched() -> None:
    told = story(chained(region=ALL, padding="valid", pool_size=4))
    marks = figure(told, 0.0).grids("convolved")[0].marks
    assert marks.shape == (6, 6)
    assert (marks[4:] == Mark.UNREAD).all()
    assert (marks[:, 4:] == Mark.UNREAD).all()


def test_every_channel_that_is_summed_has_its_kernel() -> None:
    drawn_ = figure(story(chained(mix="sum"), COLOUR), 0.0)
    assert len(drawn_.grids("input")) == len(drawn_.grids("kernel")) == 3
    assert "3 channels" in words(drawn_)


@pytest.mark.parametrize("name", ["none", "relu", "leaky_relu", "sigmoid", "tanh"])
def test_the_curve_is_the_activations(name: str) -> None:
    drawn_ = figure(story(chained(region=ALL, activation=name, negative_slope=0.3)), LAST)
    curve = graph(drawn_)
    x, y = np.array(curve.points).T
    assert np.allclose(y, activate(name, x, 0.3))
    values = drawn_.grids("convolved")[0].values
    assert curve.x_range[0] < values.min() <= values.max() < curve.x_range[1]
    assert curve.y_range[0] <= y.min() <= y.max() <= curve.y_range[1]
    assert [curve.place(*mark) for mark in curve.marks]


def test_a_cell_takes_the_products_of_all_its_windows() -> None:
    assert TOLD.taps == 4 * 9 + 4


# --- the window below the input

WIDE = Size(1036, 600)
LOW = Source("low", SMALL.planes[:, :6, :6], 255.0)


def test_the_window_stands_below_the_input_before_the_kernel_that_it_meets() -> None:
    told = story(chained(region=Region(0, 0, 3, 3), padding_mode="reflect"), LOW)
    drawn_ = figure(told, told.timeline.finished(0), size=WIDE)
    (patch,), (kernel,), (source,) = (drawn_.grids(name) for name in ("patch", "kernel", "input"))
    assert (patch.x, patch.y, patch.cell) == (source.x, kernel.y, kernel.cell)
    assert patch.y > source.box.bottom
    now = chain_view.look(told, told.timeline.at(told.timeline.finished(0)), None).now
    assert np.array_equal(patch.values, now.values[0])
    assert ((patch.marks & Mark.COPY) > 0).any()
    assert "Window" in words(drawn_)
    assert (figure(told, 0.01, size=WIDE).grids("patch")[0].marks == Mark.EMPTY).all()
    asked = figure(told, told.timeline.finished(0), Spot("patch", 0, 2), WIDE)
    assert lit(asked, "patch") == lit(asked, "kernel") == [[0, 2]]
    assert tr(asked.sentence).startswith("Weight 0, 2 meets")


def test_there_is_no_window_below_inputs_that_leave_no_room() -> None:
    told = story(chained(*[drawn(3, 3)] * 3, mix="sum"), COLOUR)
    drawn_ = figure(told, told.timeline.finished(0), size=WIDE)
    assert len(drawn_.grids("input")) == 3
    assert not drawn_.grids("patch")


def test_numbers_of_a_small_layer_are_read_at_ease() -> None:
    told = story(chained(region=Region(0, 0, 3, 3)), LOW)
    drawn_ = figure(told, LAST, size=WIDE)
    for name in ("input", "convolved", "biased", "activated", "output", "patch"):
        (grid,) = drawn_.grids(name)
        assert grid.labels
        assert lettering.number_size(grid.labels, grid.cell) >= 10, name


# --- pointing


def test_an_output_cell_shows_how_it_was_made() -> None:
    drawn_ = figure(TOLD, LAST, Spot("output", 1, 2))
    assert "y[1,2]" in words(drawn_)
    assert len(lit(drawn_, "activated")) == 1


def test_a_cell_of_a_map_shows_its_window_and_its_block() -> None:
    z = figure(TOLD, LAST, Spot("convolved", 3, 4))
    assert lit(z, "convolved") == [[3, 4]]
    assert "s[3,4]" in words(z)
    assert "row 3, column 4" in tr(z.sentence)
    b = figure(TOLD, LAST, Spot("biased", 3, 4))
    assert "z[3,4]" in words(b)
    assert "bias is 0" in tr(b.sentence)
    a = figure(TOLD, LAST, Spot("activated", 3, 4))
    assert "y[1,2]" in words(a)
    assert "ReLU" in tr(a.sentence)


def test_a_cell_of_the_block_is_one_of_the_map() -> None:
    told, t = TOLD, TOLD.timeline.finished(5)
    assert lit(figure(told, t, Spot("block", 1, 0)), "activated") == [[3, 2]]


def test_a_cell_that_is_not_there_yet_tells_nothing() -> None:
    t = within(TOLD, 5, "convolve", 0.3)
    plain = said(TOLD, t)
    for spot in (Spot("convolved", 7, 7), Spot("convolved", 3, 3), Spot("output", 3, 3)):
        assert said(TOLD, t, spot) == plain


def test_an_input_cell_lights_its_way_through_all_stages() -> None:
    drawn_ = figure(TOLD, LAST, Spot("input", 3, 3))
    nine = [[r, c] for r in (2, 3, 4) for c in (2, 3, 4)]
    assert lit(drawn_, "convolved") == lit(drawn_, "activated") == nine
    assert lit(drawn_, "output") == [[1, 1], [1, 2], [2, 1], [2, 2]]
    assert tr(drawn_.sentence).startswith(
        "Windows on the stage that read row 3, column 3: 9; output cells that see"
    )


def test_padding_says_that_it_is_padding_and_an_arrow_shows_its_copy() -> None:
    assert "is padding" in said(TOLD, LAST, Spot("input", -1, 0))
    told = story(chained(region=ALL, padding_mode="reflect"))
    curves = [item for item in figure(told, LAST, Spot("input", -1, 0)).items if isinstance(item, Curve)]
    assert [curve.role for curve in curves].count("lit") == 1
    assert "y[" in words(figure(TOLD, LAST, Spot("input", 99, 99)))


def test_a_weight_shows_what_it_meets() -> None:
    drawn_ = figure(TOLD, LAST, Spot("kernel", 0, 2))
    assert "Weight 0, 2 meets" in tr(drawn_.sentence)
    assert lit(drawn_, "kernel") == [[0, 2]]
    assert "s[" in words(drawn_)


def test_the_bias_shows_what_it_is_added_to() -> None:
    told = story(chained(region=ALL, bias=(5.0,)))
    drawn_ = figure(told, LAST, Spot("bias", 0, 0))
    assert "The filter's bias 5 is added to every sum" in tr(drawn_.sentence)
    assert "z[" in words(drawn_)
    assert drawn_.grids("bias")[0].values.tolist() == [[5.0]]


# --- words


def flat(value: int) -> Source:
    return Source("flat", np.full((1, 6, 6), value, np.uint8), 255.0)


@pytest.mark.parametrize(
    ("layer", "phase", "expected"),
    [
        ({}, "convolve", "9 products add up to"),
        ({"bias": (5.0,)}, "convolve", "9 products add up to −80 at row"),
        ({"bias": (5.0,)}, "bias", "The filter's bias 5 is added to every sum: here −80 becomes −75."),
        ({}, "bias", "The filter's bias is 0: every sum stays as it is, −80 too."),
        ({}, "activate", "so this edge's other side disappears"),
        ({"activation": "leaky_relu", "negative_slope": 0.1}, "activate", "leaves 0.1 of it"),
        ({"activation": "sigmoid"}, "activate", "where its curve is all but flat"),
        ({"activation": "tanh"}, "activate", "between −1 and 1: −1, where its curve is all but flat"),
        ({"activation": "none"}, "activate", "two such layers would be one"),
        ({"pool_size": 1}, "rest", "as it is"),
        ({"pool": "avg"}, "rest", "The mean of 4 activated values"),
    ],
)
def test_the_explanation_follows_the_state(layer: dict[str, object], phase: str, expected: str) -> None:
    told = story(chained(region=Region(1, 1, 2, 2), **layer), FALLING)
    t = within(told, 0, phase)
    assert expected in tr(lab_of(told.scene).explain(told, told.timeline.at(t)))


FALLING = Source("falling", np.arange(100, 0, -10).repeat(10).reshape(10, 10).T[None].astype(np.uint8), 255.0)


def test_the_bias_is_added_to_the_sum_that_is_followed() -> None:
    """As the value's way through the activation is written above its curve."""
    told = story(chained(region=Region(1, 1, 2, 2), bias=(5.0,)), FALLING)
    assert "+ bias 5" in words(figure(told, within(told, 0, "convolve", 0.9)))
    assert "× kernel = −80" in words(figure(told, told.timeline.finished(0)))
    assert "−80 + 5 → −75" in words(figure(told, told.timeline.finished(0)))
    minus = story(chained(region=Region(1, 1, 2, 2), bias=(-5.0,)), FALLING)
    assert "+ bias −5" in words(figure(minus, within(minus, 0, "convolve", 0.9)))
    assert "−80 − 5 → −85" in words(figure(minus, minus.timeline.finished(0)))


def test_what_is_positive_goes_through() -> None:
    rising = Source("rising", FALLING.planes[:, :, ::-1], 255.0)
    for activation, expected in (
        ("relu", ": ReLU lets"),
        ("leaky_relu", ": leaky ReLU lets"),
    ):
        told = story(chained(region=Region(1, 1, 2, 2), activation=activation), rising)
        assert expected in said(told, within(told, 0, "activate"))
    assert "is the largest of 4" in said(told, told.timeline.finished(0))


def test_particular_windows_have_words_of_their_own() -> None:
    edge = story(chained(region=ALL))
    assert "hangs over the edge (taps outside: 5)" in said(edge, within(edge, 0, "convolve", 0.1))
    blank = story(chained(region=Region(1, 1, 1, 1)), flat(7))
    assert "nothing of this feature is here" in said(blank, blank.timeline.finished(0))
    blurred = story(chained(Preset("box-3x3"), region=Region(1, 1, 1, 1), bias=(-50.0,)), flat(7))
    assert "only what agrees with the filter goes on" in said(blurred, within(blurred, 0, "activate"))
    near = story(chained(drawn(1, 1), region=Region(1, 1, 1, 1), activation="tanh"), flat(1))
    assert said(near, within(near, 0, "activate")).endswith("−0.964.")


def test_the_formula_has_the_bias_with_its_sign() -> None:
    for bias, sign in ((5.0, "+ 5 ="), (-5.0, "− 5 =")):
        told = story(chained(bias=(bias,)), GREY)
        assert sign in " ".join(words(figure(told, within(told, 0, "bias"))).split())
        assert sign not in " ".join(words(figure(told, within(told, 0, "convolve"))).split())
    assert "+ bias −5" in words(figure(told, 0.0))


def test_sizes_are_worked_out_through_both_stages() -> None:
    lab = lab_of(TOLD.scene)
    even = [tr(line) for line in lab.size_formula(TOLD)]
    assert even[1:] == ["= ⌊(8 + 2·1 − 1·2 − 1) / 1⌋ + 1 = 8", "pooled: ⌊o / m⌋ = ⌊8 / 2⌋ = 4"]
    uneven = [tr(line) for line in lab.size_formula(story(chained(drawn(3, 2), padding="valid")))]
    assert uneven[0].endswith("→ ⌊o / m⌋")
    assert [line.rsplit("→")[-1] for line in uneven[1:]] == [" ⌊6 / 2⌋ = 3", " ⌊7 / 2⌋ = 3"]


def test_controls_are_choices_of_the_layer_and_its_program_is_its_own() -> None:
    lab = lab_of(TOLD.scene)
    assert all(hasattr(TOLD.scene.layer, control.name) for control in lab.controls)
    assert "max_pool2d" in lab.program(TOLD, "PyTorch")
    assert lab.kernel_cell(TOLD, Spot("kernel", 2, 1)) == (0, 0, 2, 1)
    turned = story(chained(flip=True))
    assert lab.kernel_cell(turned, Spot("kernel", 2, 1)) == (0, 0, 0, 1)
    assert "180°" in words(figure(turned, 0.0))


def test_a_story_is_forgotten_when_nobody_tells_it() -> None:
    told = story(chained())
    figure(told, 0.0)
    gone = weakref.ref(chain_view.convolved(told))
    assert gone() is chain_view.convolved(told)
    del told
    gc.collect()
    assert gone() is None


def test_numbers_of_the_maps_are_large_enough_to_be_read_or_left_out() -> None:
    seen = set()
    told = story(chained(region=ALL))
    for width in range(700, 1500, 50):
        drawn_ = figure(told, LAST, size=Size(width, 0.55 * width))
        for name in ("convolved", "biased", "activated"):
            (grid,) = drawn_.grids(name)
            seen.add(grid.labels is None)
            assert grid.labels is None or lettering.number_size(grid.labels, grid.cell) >= 8
    assert seen == {False, True}
