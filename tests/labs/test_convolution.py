"""The convolution's stage, as the figure it is: headings, numbers, marks, formula, sentences."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from convviz.core.kernel_text import shown
from convviz.figure import lettering
from convviz.figure.figure import Curve, Figure, Grid, Mark, Outline, Size, Spot, Text
from convviz.i18n import tr
from convviz.labs import lab_of, parts
from convviz.labs.conv_grids import corner_texts
from convviz.labs.story import Source, Story
from convviz.paint.lines import DASHED
from convviz.paint.painter import fitted
from convviz.scene.scene import Drawn, Preset, Region, Scene, replace
from tests.labs.scenes import (
    COLOUR,
    DEEP,
    FIVE,
    FLOAT,
    GREY,
    MANY,
    NINE,
    SMALL,
    dilated,
    drawn,
    figure,
    noise,
    scene,
    story,
)
from tests.labs.test_window import END, phase

BIG = Size(1230, 620)


def words(drawn_: Figure) -> list[str]:
    return [tr(item.text) for item in drawn_.items if isinstance(item, Text)]


def formula(drawn_: Figure) -> str:
    texts = [item for item in drawn_.items if isinstance(item, Text) and item.mono]
    return "".join(tr(item.text) for item in texts if item.role.startswith("strip"))


def only(drawn_: Figure, name: str) -> Grid:
    (grid,) = drawn_.grids(name)
    return grid


def outlines(drawn_: Figure, role: str) -> list[Outline]:
    return [item for item in drawn_.items if isinstance(item, Outline) and item.role == role]


# --- what is on it


def test_both_sizes_are_labelled() -> None:
    shown = words(figure(story(scene(padding=(1, 1, 1, 1), region=Region(0, 0, 8, 8))), END))
    assert "8 × 8, zero padding 1 → 10 × 10" in shown
    assert "8 × 8" in shown


@pytest.mark.parametrize(
    ("mode", "word"),
    [
        ("constant", "zero"),
        ("reflect", "reflected"),
        ("replicate", "replicated"),
        ("circular", "circular"),
    ],
)
def test_the_kind_of_padding_is_named(mode: str, word: str) -> None:
    told = story(scene(padding=(1, 2, 3, 0), padding_mode=mode))
    assert f"8 × 8, {word} padding top 1, bottom 2, left 3 → 11 × 11" in words(figure(told, END))


def test_a_constant_in_the_padding_is_not_taken_for_its_width() -> None:
    told = story(scene(padding=(1, 1, 1, 1), padding_mode="constant", padding_value=90.0))
    assert "8 × 8, padding 1 with the constant 90 → 10 × 10" in words(figure(told, END))


def test_a_single_row_and_a_single_column_are_named_so() -> None:
    told = story(scene(drawn(1, 1), region=Region(3, 0, 1, 4)), GREY)
    assert "A grey picture · row 3, columns 0–3" in words(figure(told, END, size=BIG))
    told = story(scene(drawn(1, 1), region=Region(3, 2, 4, 1)), GREY)
    assert "300 × 400 · rows 3–6, column 2" in words(figure(told, END, size=BIG))


def test_the_place_in_the_picture_is_told_also_of_a_crop() -> None:
    told = story(scene(region=NINE), GREY)
    assert "A grey picture · rows 99–109, columns 99–109" in words(figure(told, END))
    cropped = story(replace(scene(), crop=Region(50, 60, 8, 8)), GREY)
    assert "A grey picture · rows 50–57, columns 60–67" in words(figure(cropped, END))


def test_padding_shows_the_value_the_border_gives_it() -> None:
    told = story(scene(padding=(1, 1, 1, 1), padding_mode="constant", padding_value=-7.5))
    source = only(figure(told, END, size=BIG), "input")
    assert source.labels
    assert source.labels[0][0] == "−7.5"
    assert source.marks[0, 0] & Mark.GHOST
    assert source.first == (-1, -1)


def test_each_tap_carries_its_weight_in_its_corner() -> None:
    told = story(scene(padding="valid"))
    source = only(figure(told, END, size=BIG), "input")
    assert source.corners
    tall = source.values.shape[0]
    last = [row[-3:] for row in source.corners[tall - 3 :]]
    assert last == [["−1", "0", "1"], ["−2", "0", "2"], ["−1", "0", "1"]]
    assert only(figure(told, 5.0, size=BIG), "input").corners is None


def test_a_weight_is_the_same_in_a_corner_as_in_the_kernel_or_stands_there_only() -> None:
    told = story(scene(Preset("box-3x3"), padding="valid"))
    drawn = figure(told, END, size=BIG)
    corners = only(drawn, "input").corners
    assert {text for row in corners or () for text in row} <= {"", "0.1111"}
    assert only(drawn, "kernel").labels == (("0.1111",) * 3,) * 3
    assert corner_texts([[0.125, -2.0]], 58.0) == [["0.125", "−2"]]
    assert corner_texts([[1 / 9]], 58.0) == [["0.1111"]]
    assert corner_texts([[1 / 9]], 37.0) is None
    assert corner_texts([[-1234567.0]], 34.0) is None
    assert corner_texts([[1.0]], 29.0) is None


def test_products_stand_below_their_factors() -> None:
    told = story(scene(padding="valid"))
    step = told.step(0)
    products = only(figure(told, 0.99, size=BIG), "products")
    assert products.over
    assert products.over[0][0] == f"{step.values[0, 0, 0]:.0f}×−1"
    assert np.array_equal(products.values, step.products[0])


def test_products_appear_as_they_are_multiplied() -> None:
    told = story(scene())
    half = only(figure(told, phase(told, "multiply", 0.5)), "products")
    assert (half.marks & Mark.EMPTY > 0).sum() == 5
    lit = np.argwhere(half.marks & Mark.LIT)
    assert lit.tolist() == [[1, 1]]


def test_products_without_room_for_numbers_are_coloured() -> None:
    products = only(figure(story(scene(drawn(15, 15), region=NINE), GREY), 0.99), "products")
    assert products.labels is None
    assert products.scale.role == "signed"


def test_weights_without_room_for_numbers_have_a_legend() -> None:
    large = figure(story(scene(drawn(63, 63)), GREY), END, size=BIG)
    assert only(large, "kernel").labels is None
    assert "weights · 0 is white" in words(large)
    assert not [text for text in words(figure(story(scene()), END, size=BIG)) if text.startswith("weights")]


def test_taps_fly_to_the_products_many_of_them_as_one() -> None:
    told = story(scene())
    flying = figure(told, phase(told, "lift")).grids("flying")
    assert [grid.values.tolist() for grid in flying] == [told.step(0).values[0].tolist()]
    combed = story(replace(scene(), layer=replace(scene().layer, dilation=(2, 2))))
    flying = figure(combed, phase(combed, "lift")).grids("flying")
    assert [float(grid.values[0, 0]) for grid in flying] == combed.step(0).values.ravel().tolist()
    large = story(scene(drawn(10, 10), region=NINE), GREY)
    drawn_ = figure(large, phase(large, "lift"))
    assert not drawn_.grids("flying")
    assert len(outlines(drawn_, "window")) == len(outlines(figure(large, END), "window")) + 1


def test_the_window_and_the_written_cell_are_outlined_and_explained() -> None:
    told = story(scene())
    drawn_ = figure(told, phase(told, "write"))
    source, output = only(drawn_, "input"), only(drawn_, "output")
    assert source.cell_box(-1, -1, 3, 3) in [item.box for item in outlines(drawn_, "window")]
    assert output.cell_box(0, 0) in [item.box for item in outlines(drawn_, "output")]
    assert {"window", "padding", "written"} <= set(words(drawn_))
    assert "never read" not in words(drawn_)
    assert "never read" in words(figure(story(scene(stride=(4, 4), padding="valid")), END))


def test_the_key_to_what_is_written_comes_with_it_and_nothing_else_moves() -> None:
    told = story(scene())
    begun, at_work, done = (figure(told, t) for t in (0.0, phase(told, "add"), phase(told, "write")))
    assert "written" not in {*words(begun), *words(at_work)}
    assert "written" in words(done)
    assert "written" in words(figure(told, 1.0)), "and stays while the next window slides"
    heads = [
        [(i.x, i.y, tr(i.text)) for i in drawn_.items if isinstance(i, Text) and i.y < parts.HEAD]
        for drawn_ in (begun, done)
    ]
    assert heads[0] == [head for head in heads[1] if head[2] != "written"]


def test_before_it_is_written_no_output_cell_is_outlined() -> None:
    told = story(scene())
    before = figure(told, phase(told, "add"))
    assert not outlines(before, "output"), "nor is there a key to it yet"


@pytest.mark.parametrize(
    ("show", "role"),
    [
        ("signed", "signed"),
        ("absolute", "absolute"),
        ("clamp", "image"),
        ("offset", "image"),
        ("stretch", "image"),
    ],
)
def test_the_lens_colours_the_output_but_never_its_numbers(show: str, role: str) -> None:
    told = story(scene(show=show, region=Region(0, 0, 8, 8)))
    output = only(figure(told, END, size=BIG), "output")
    assert output.scale.role == role
    assert output.labels
    assert output.labels[2][3] == f"{told.trace.at((0, 2, 3)).value:.0f}".replace("-", "−")


def test_clamped_cells_are_marked_once_they_are_written() -> None:
    told = story(scene(show="clamp", region=Region(0, 0, 8, 8)))
    output = only(figure(told, END), "output")
    beyond = (output.values < 0) | (output.values > 255)
    assert beyond.any()
    assert np.array_equal((output.marks & Mark.CLAMPED) > 0, beyond)
    assert "clamped" in words(figure(told, END))
    assert not (only(figure(told, 0.0), "output").marks & Mark.CLAMPED).any()


def test_a_flat_output_has_a_scale_all_the_same() -> None:
    told = story(scene(drawn(1, 1), padding="valid", show="stretch", region=Region(0, 0, 1, 1)))
    output = only(figure(told, END), "output")
    assert output.scale.high > output.scale.low


# --- numbers or colours


def test_a_stage_of_nine_by_nine_on_a_small_screen_keeps_its_numbers() -> None:
    told = story(scene(region=NINE), GREY)
    for size in (Size(760, 360), Size(732, 332)):
        drawn_ = figure(told, END, size=size)
        for name in ("input", "kernel", "products", "output"):
            assert only(drawn_, name).labels, name


def test_longer_numbers_give_way_to_colour_grid_by_grid() -> None:
    deep = figure(story(scene(region=Region(3, 3, 9, 9)), DEEP), END, size=Size(732, 332))
    assert only(deep, "input").labels is None
    assert only(deep, "kernel").labels
    assert only(figure(story(scene(region=Region(3, 3, 9, 9)), DEEP), END, size=BIG), "input").labels
    assert only(figure(story(scene(region=Region(3, 3, 5, 5)), FLOAT), END, size=BIG), "input").labels


def test_output_cells_are_as_large_as_the_inputs_or_large_enough_to_read() -> None:
    even = figure(story(scene(region=Region(0, 0, 8, 8))), END, size=BIG)
    assert only(even, "input").cell == only(even, "output").cell
    large = figure(story(scene(drawn(63, 63)), GREY), END, size=BIG)
    assert 34 < only(large, "output").cell <= 34 * 1.6
    assert only(large, "input").cell < 10


# --- the formula


def test_the_formula_writes_the_cell_out() -> None:
    told = story(scene(padding="valid", region=Region(0, 0, 1, 1)))
    x = SMALL.planes[0]
    assert formula(figure(told, END, size=BIG)) == (
        f"y[0,0] = ({x[0, 0]}×−1) + ({x[0, 1]}×0) + ({x[0, 2]}×1) + ({x[1, 0]}×−2) + ({x[1, 1]}×0)"
        f" + ({x[1, 2]}×2) + ({x[2, 0]}×−1) + ({x[2, 1]}×0) + ({x[2, 2]}×1)"
        f" = {told.step(0).value:.0f}".replace(" = -", " = −")
    )


def test_the_running_sum_is_shown_while_it_is_added() -> None:
    told = story(scene(drawn(2, 2), padding="valid"))
    sums = told.step(0).sums
    ends = [formula(figure(told, phase(told, "add", part))) for part in (0.1, 0.3, 0.6)]
    for text, total in zip(ends, sums[:3], strict=True):
        assert text.endswith(f" = {total:.0f} …".replace("-", "−"))
    assert "…" not in formula(figure(told, phase(told, "lift"))).split("+")[-1]


def test_bias_and_activation_come_last() -> None:
    told = story(
        scene(drawn(1, 2), padding="valid", bias=(-2.5,), activation="relu", region=Region(0, 0, 1, 1))
    )
    step = told.step(0)
    before, after = (formula(figure(told, phase(told, "activate", part), size=BIG)) for part in (0.0, 0.9))
    assert before.endswith(" − 2.5")
    assert formula(figure(told, phase(told, "slide"), size=BIG)).endswith(" − 2.5")
    total, value = (f"{number:.4g}".replace("-", "−") for number in (step.total, step.value))
    assert after.endswith(f" − 2.5 = {total} → ReLU → {value}")


def test_of_many_terms_those_that_count_are_written_out() -> None:
    rows = [[0.0] * 15 for _ in range(15)]
    rows[7][6], rows[7][8] = -1.0, 2.0
    text = formula(figure(story(scene(Drawn(tuple(map(tuple, rows))), region=NINE), GREY), 0.0))
    assert "×−1)" in text
    assert "×2)" in text
    assert "…" in text


def test_products_of_0_are_left_out_of_a_long_formula_before_those_that_make_the_sum() -> None:
    dots = np.zeros((1, 9, 9), np.float32)
    dots[0, 3, 4], dots[0, 5, 4] = 3, 7
    told = story(scene(drawn(9, 9), padding="valid", region=Region(0, 0, 1, 1)), Source("dots", dots, 255.0))
    written = formula(figure(told, END))
    assert "…" in written
    assert "(3×" in written
    assert "(7×" in written
    tapped = formula(figure(told, END, Spot("kernel", 8, 1)))
    assert all(
        term in tapped for term in ("(3×", "(7×", f"(0×{shown(float(told.step(0).weights[0, 8, 1]))})")
    )


def test_the_term_pointed_at_is_told_apart() -> None:
    told = story(scene(drawn(7, 7)), GREY)
    drawn_ = figure(told, END, Spot("kernel", 4, 3))
    (accent,) = [
        item for item in drawn_.items
        if isinstance(item, Text) and item.role == "strip_accent" and "×" in str(item.text)
    ]  # fmt: skip
    step = told.step(48)
    value, weight = float(step.values[0, 4, 3]), float(step.weights[0, 4, 3])
    assert accent.text == f"({value:.0f}×{weight:.0f})".replace("-", "−")


# --- sentences


def sentence(told: Story, t: float = END, spot: Spot | None = None) -> str:
    return tr(figure(told, t, spot).sentence)


def test_a_step_is_told_in_a_sentence() -> None:
    told = story(scene(padding="valid"))
    value = f"{told.step(0).value:.0f}".replace("-", "−")
    assert sentence(told, 0.99) == f"9 values times 9 weights, summed: {value} at row 0, column 0."


@pytest.mark.parametrize(
    ("name", "words_"),
    [
        ("slide", "For row 0, column 0 the window covers 9 values."),
        ("lift", "The 9 values under the window are lifted."),
        ("multiply", "Each of the 9 values is multiplied by its weight."),
        ("add", "The 9 products are added up, one after the other."),
    ],
)
def test_before_the_sum_is_there_each_phase_is_told(name: str, words_: str) -> None:
    told = story(scene(padding="valid"))
    for part in (0.0, 0.5):
        assert sentence(told, phase(told, name, part)) == words_


@pytest.mark.parametrize(
    ("bias", "activation", "words_"),
    [
        (2.0, "relu", "The bias 2 is added to the sum, which then goes through ReLU."),
        (2.0, "none", "The bias 2 is added to the sum."),
        (0.0, "relu", "The sum goes through ReLU."),
    ],
)
def test_what_becomes_of_the_sum_is_told_as_a_phase(bias: float, activation: str, words_: str) -> None:
    told = story(scene(drawn(1, 1), bias=(bias,), activation=activation))
    assert sentence(told, phase(told, "activate", 0.5)) == words_
    assert sentence(told, phase(told, "multiply", 0.5)) == "The value is multiplied by its weight."


def test_a_filter_without_a_bias_beside_one_that_has_it() -> None:
    of = scene(drawn(1, 1), bias=(2.0,))
    layer = replace(of.layer, filters=of.layer.filters * 2, bias=(2.0, 0.0))
    told = story(replace(of, layer=layer, output=1))
    assert sentence(told, phase(told, "activate", 0.5)) == "The bias is 0: the sum stays as it is."


def explained(told: Story, t: float) -> str:
    return tr(lab_of(told.scene).explain(told, told.timeline.at(t)))


def test_an_activation_that_changes_nothing_is_told_so() -> None:
    told = story(
        scene(drawn(1, 1), bias=(50.0,), activation="relu"),
        Source("flat", np.full((1, 8, 8), 9, np.uint8), 255.0),
    )
    y = f"{told.step(0).value:g}"
    assert told.step(0).value > 0
    assert f"Before ReLU it was {y}; ReLU leaves it as it is." in explained(told, 0.99)
    assert "Before ReLU" not in explained(told, 0.0)


def test_dilation_is_explained() -> None:
    words_ = "With dilation {} the 3 × 3 weights reach over {} cells and skip those between."
    for dilation, rate, span in (((2, 2), "2", "5 × 5"), ((2, 1), "2, 1", "5 × 3")):
        told = story(scene(padding="valid", dilation=dilation))
        assert words_.format(rate, span) in explained(told, 0.0)
    assert "dilation" not in explained(story(scene(padding="valid")), 0.0)


def test_the_running_sum_holds_the_product_that_is_pointed_out() -> None:
    told = story(scene(padding="valid"))
    sums = told.step(0).sums
    for part, count in ((0.0, 1), (0.5, 5), (0.99, 9)):
        shown_ = f"{sums[count - 1]:g}".replace("-", "−")
        assert formula(figure(told, phase(told, "add", part), size=BIG)).endswith(f" = {shown_} …")


def test_the_bias_comes_to_what_the_weights_add_up_to() -> None:
    told = story(scene(padding="valid", bias=(7.0,)))
    assert "a flat area sums to 0, only differences are left. The bias 7 is added to that." in explained(
        told, 0.0
    )


def test_weights_that_cancel_across_channels_only_are_told_so() -> None:
    of = scene(mix="sum", padding="valid")
    kernels = tuple(Drawn(((weight,),)) for weight in (1.0, -1.0, 0.0))
    told = story(replace(of, layer=replace(of.layer, filters=(kernels,))), COLOUR)
    assert "add up to 0: where all that they meet is equal, the sum is 0." in explained(told, 0.0)


def test_a_window_of_several_channels_over_the_edge() -> None:
    told = story(scene(mix="sum", padding="same"), COLOUR)
    assert "hangs over the edge: in each channel 5 of its 9 taps read the padding value 0." in sentence(
        told, 0.0
    )


def test_bias_and_activation_are_told_too() -> None:
    told = story(scene(drawn(1, 1), bias=(2.0,), activation="relu"))
    assert sentence(told, 0.99).startswith("One value times one weight with bias 2, through ReLU: ")
    told = story(scene(mix="sum", padding="valid"), COLOUR)
    assert sentence(told, 0.99).startswith("27 products of 3 channels, summed: ")


@pytest.mark.parametrize(
    ("mode", "words_"),
    [
        ("zeros", "5 of its 9 taps read the padding value 0."),
        ("reflect", "5 of its 9 taps read the picture mirrored at its edge."),
        ("replicate", "5 of its 9 taps read copies of the edge."),
        ("circular", "5 of its 9 taps read on at the opposite edge."),
    ],
)
def test_a_window_over_the_edge_says_what_it_reads(mode: str, words_: str) -> None:
    told = story(scene(padding="same", padding_mode=mode))
    assert sentence(told, 0.99) == f"The window for row 0, column 0 hangs over the edge: {words_}"


def test_products_that_cancel_are_told_so() -> None:
    told = story(scene(padding="valid"), Source("flat", np.full((1, 8, 8), 9, np.uint8), 255.0))
    assert sentence(told, 0.99).startswith("The 9 products cancel: their sum is 0")


def test_pointing_at_the_input_tells_who_reads_it() -> None:
    told = story(scene(region=Region(0, 0, 8, 8)))
    assert (
        sentence(told, END, Spot("input", 3, 3)) == "Output cells on the stage that read row 3, column 3: 9."
    )
    padding = "Row −1, column 0 is padding, 0; output cells on the stage that read it: 2."
    assert sentence(told, END, Spot("input", -1, 0)) == padding
    unread = story(scene(padding="valid", stride=(4, 4)))
    assert sentence(unread, END, Spot("input", 3, 3)).startswith("No window reads row 3, column 3")


def test_pointing_at_a_copy_tells_what_it_copies_and_draws_the_way() -> None:
    told = story(scene(padding=(1, 1, 1, 1), padding_mode="reflect", region=Region(0, 0, 8, 8)))
    spot = Spot("input", -1, 3)
    assert sentence(told, END, spot) == "The padding at row −1, column 3 copies the pixel at row 1, column 3."
    drawn_ = figure(told, END, spot)
    source = only(drawn_, "input")
    (way,) = [item for item in drawn_.items if isinstance(item, Curve) and item.role == "lit"]
    assert (way.start, way.end) == (source.cell_box(-1, 3).center, source.cell_box(1, 3).center)


def test_a_copy_of_a_pixel_off_the_stage_says_where_it_is() -> None:
    told = story(scene(padding="same", padding_mode="circular"), GREY)
    spot = Spot("input", -1, 3)
    assert (
        sentence(told, END, spot)
        == "The padding at row −1, column 3 copies row 299, column 3, off the stage."
    )
    assert not [
        item for item in figure(told, END, spot).items if isinstance(item, Curve) and item.role == "lit"
    ]


def test_pointing_at_a_weight_tells_what_it_meets() -> None:
    told = story(scene(padding="valid", region=Region(0, 0, 1, 1)))
    x = int(SMALL.planes[0, 1, 2])
    expected = f"Weight 1, 2 meets the input at row 1, column 2: {x} × 2 = {2 * x}."
    assert sentence(told, END, Spot("kernel", 1, 2)) == expected
    assert sentence(told, END, Spot("products", 1, 2)) == expected


# --- several channels, several filters


def test_a_negative_bias_is_added_as_well() -> None:
    told = story(scene(mix="sum", bias=(-3.0,)), COLOUR)
    assert "+ bias −3" in words(figure(told, 0.99, size=BIG))


def test_summed_channels_have_a_row_each_that_meets_at_the_sum() -> None:
    told = story(scene(mix="sum", bias=(3.0,)), COLOUR)
    drawn_ = figure(told, 0.99, size=BIG)
    for name in ("input", "patch", "kernel", "products"):
        assert [grid.channel for grid in drawn_.grids(name)] == [0, 1, 2]
    rows = {grid.box.center[1] for grid in drawn_.grids("products")}
    assert len(rows) == 3
    assert {"R", "G", "B", "Σ", "+ bias 3"} <= set(words(drawn_))
    sums = told.step(0).products.sum((1, 2))
    assert {f"{total:.0f}".replace("-", "−") for total in sums} <= set(words(drawn_))


def test_the_sums_of_channels_stand_clear_of_their_curves() -> None:
    drawn_ = figure(story(scene(mix="sum"), COLOUR), END, size=BIG)
    curves = [item for item in drawn_.items if isinstance(item, Curve) and not item.dotted]
    totals = [item for item in drawn_.items if isinstance(item, Text) and item.mono and item.role == "text"]
    assert len(totals) == len(curves) == 3
    for text, curve in zip(totals, curves, strict=True):
        rises = curve.end[1] < curve.start[1]
        assert text.y - curve.start[1] == pytest.approx((1 if rises else -1) * (4 + text.size / 2))
        assert text.x + lettering.MONO_ADVANCE * text.size * len(tr(text.text)) <= curve.start[0]


def test_on_a_small_stage_the_output_of_channels_is_read_and_headed_apart_from_the_products() -> None:
    wide = Source("coloured", noise(3, 40, 40), 255.0)
    for region, stride in ((Region(4, 4, 7, 7), (2, 2)), (Region(4, 4, 4, 4), (1, 1))):
        told = story(scene(mix="sum", padding="valid", region=region, stride=stride), wide)
        drawn_ = figure(told, END, size=Size(714, 389))
        output = only(drawn_, "output")
        assert output.labels
        assert output.cell >= 20
        heads = {tr(item.text): item for item in drawn_.items if isinstance(item, Text) and item.row}
        products, head = heads["Products"], heads["Output"]
        ends = products.x + lettering.width("Products", products.size, bold=True)
        assert head.x - ends > 40
        assert output.x - head.x < 60


FOUR = Source("four channels", noise(4, 20, 20), 255.0)


def test_the_sums_of_channels_are_all_of_one_size_to_be_read_from_afar() -> None:
    for source, kernels in ((COLOUR, 3), (FOUR, 4)):
        told = story(scene(*[Preset("sobel-x")] * kernels, mix="sum", region=Region(1, 1, 5, 5)), source)
        drawn_ = figure(told, END, size=Size(742, 418))
        totals = [
            item for item in drawn_.items if isinstance(item, Text) and item.mono and item.role == "text"
        ]
        assert len(totals) == kernels
        assert len({text.size for text in totals}) == 1
        assert totals[0].size >= 14


def test_small_padding_is_named_and_room_is_left_for_its_key() -> None:
    crop = Source("small and coloured", noise(3, 7, 7), 255.0)
    told = story(scene(*[drawn(3, 3)] * 3, mix="sum", stride=(2, 2), padding=(1, 1, 1, 1)), crop)
    drawn_ = figure(told, 1.0, size=Size(742, 418))
    assert "padding" in words(drawn_)
    assert only(drawn_, "output").values.shape == (4, 4)
    assert drawn_.grids("input")[0].cell >= DASHED


def test_cells_grow_with_a_large_stage() -> None:
    told = story(scene(padding="valid", region=Region(0, 0, 3, 3)))
    usual, large = (figure(told, END, size=size) for size in (Size(720, 400), Size(1360, 640)))
    assert only(usual, "input").cell <= 58 < only(large, "input").cell <= 58 * 1.6
    assert only(usual, "output").cell < only(large, "output").cell


def test_the_mark_of_the_current_factors_is_in_the_legend() -> None:
    told = story(scene(padding="valid"))
    assert "current" in words(figure(told, phase(told, "multiply"), size=BIG))
    assert "current" not in words(figure(told, END, size=BIG))


def test_the_marks_of_a_small_stage_are_in_the_legend_too() -> None:
    """In a window of 1280 × 720 with a lesson, and in one that is narrower."""
    summed = story(scene(drawn(3, 3), mix="sum", padding="valid"), COLOUR)
    assert "window" in words(figure(summed, END, size=Size(714, 370)))
    comb = story(dilated(dilation=(2, 2), region=FIVE), GREY)
    assert "current" in words(figure(comb, phase(comb, "multiply"), size=Size(606, 381)))


@pytest.mark.usefixtures("qapp")
def test_a_rotated_kernel_is_named_so_while_a_tap_is_current() -> None:
    """In a window of 1280 × 720 with a lesson, where the key to the tap has no room beside the name."""
    told = story(scene(drawn(3, 3), padding="valid", flip=True, region=Region(0, 0, 3, 3)), SMALL)
    drawn_ = figure(told, phase(told, "multiply"), size=Size(714, 370))
    (name,) = (item for item in drawn_.items if isinstance(item, Text) and "Kernel" in str(item.text))
    assert "180°" in fitted(name)[0]
    assert "current" in words(drawn_)


def test_the_key_to_a_tap_has_room_beside_the_products_of_a_narrow_kernel() -> None:
    """Page 11 of the lesson on correlation in a window of 1280 × 720: three pixels, a kernel of two."""
    row = Source("row", np.array([[[10, 20, 30]]], np.uint8), 255.0)
    layer = {"padding": (0, 0, 1, 1), "flip": True, "region": Region(0, 0, 1, 4)}
    told = story(scene(drawn(1, 2), **layer), row)
    assert "current" in words(figure(told, phase(told, "multiply"), size=Size(714, 416)))


def test_the_scales_of_filter_and_output_stand_apart_on_their_line() -> None:
    told = story(scene(drawn(11, 11), mix="sum", stride=(4, 4), padding="valid", region=FIVE), COLOUR)
    line = [
        item
        for item in figure(told, END, size=Size(714, 370)).items
        if isinstance(item, Text) and abs(item.y - 49) < 1
    ]
    weights = next(item for item in line if str(item.text).startswith("weights"))
    assert weights.room is not None
    after = min(item.x for item in line if item.x > weights.x)
    assert after - (weights.x + weights.room) >= 18


def test_of_many_channels_the_first_are_drawn_and_the_others_counted() -> None:
    told = story(scene(drawn(2, 2), mix="sum"), MANY)
    drawn_ = figure(told, 0.99, size=BIG)
    assert len(drawn_.grids("products")) == 3
    rest = float(told.step(0).products[3:].sum())
    assert {"+ 61 more:", f"{rest:.0f}".replace("-", "−")} <= set(words(drawn_))


def test_three_channels_leave_the_output_numbers_above_the_least() -> None:
    """On the stage of a window of 1280 × 720, where they were of 8 pixels."""
    told = story(scene(Preset("sobel-x"), mix="sum"), COLOUR)
    drawn_ = figure(told, END, size=Size(714, 389))
    for name in ("patch", "products", "output"):
        for grid in drawn_.grids(name):
            assert lettering.number_size(grid.labels or (), grid.cell) >= 9


def test_four_channels_are_all_drawn_and_of_more_fewer_in_larger_cells() -> None:
    four, more = (figure(story(scene(drawn(2, 2), mix="sum"), of), 0.99, size=BIG) for of in (FOUR, MANY))
    assert len(four.grids("input")) == 4
    assert not any("more" in text for text in words(four))
    assert more.grids("input")[0].cell > 1.2 * four.grids("input")[0].cell


def test_rows_fill_one_after_another() -> None:
    told = story(scene(mix="sum"), COLOUR)
    drawn_ = figure(told, phase(told, "multiply", 0.5))
    empty = [int((grid.marks & Mark.EMPTY > 0).sum()) for grid in drawn_.grids("products")]
    assert empty == [0, 5, 9]


def test_channels_one_by_one_show_their_own() -> None:
    told = story(replace(scene(), output=1), COLOUR)
    drawn_ = figure(told, END, size=BIG)
    source = only(drawn_, "input")
    assert source.channel == 1
    assert np.array_equal(source.values[1:, 1:], COLOUR.planes[1, :8, :8])
    assert "Input, channel G" in words(drawn_)
    assert any(text.startswith("300 × 400 · map 1 of 3") for text in words(drawn_))


def test_a_true_convolution_shows_its_kernel_rotated_and_maps_it_back() -> None:
    told = story(scene(drawn(3, 2), flip=True))
    kernel = only(figure(told, END), "kernel")
    rows = np.array(told.scene.layer.filters[0][0].rows)
    assert np.array_equal(kernel.values, rows[::-1, ::-1])
    assert "Kernel, rotated 180°" in words(figure(told, END, size=BIG))
    lab = lab_of(told.scene)
    for row in range(3):
        for col in range(2):
            _, _, i, j = lab.kernel_cell(told, Spot("kernel", row, col))
            assert kernel.values[row, col] == rows[i, j]


def test_a_kernel_cell_knows_its_filter() -> None:
    two = ((Preset("sobel-x"),), (Preset("sobel-y"),))
    told = story(replace(Scene(), layer=replace(Scene().layer, filters=two, bias=(0.0, 0.0)), output=1))
    assert lab_of(told.scene).kernel_cell(told, Spot("kernel", 2, 0)) == (1, 0, 2, 0)
    assert only(figure(told, END), "kernel").labels[0] == ("−1", "−2", "−1")  # type: ignore[index]


def test_phases_follow_each_other_and_end_in_a_rest_longer_than_any() -> None:
    lab: Any = lab_of(Scene())
    plain, biased = lab.phases(scene()), lab.phases(scene(bias=(1.0,)))
    assert [phase_.name for phase_ in plain] == ["slide", "lift", "multiply", "add", "write", "rest"]
    assert "activate" in [phase_.name for phase_ in biased]
    assert all(phase_.share < plain[-1].share for phase_ in plain[:-1])
    assert list(pairwise(story(scene()).timeline.starts)) == sorted(pairwise(story(scene()).timeline.starts))


def test_the_way_into_the_output_ends_at_the_written_cell_and_passes_below_those_before_it() -> None:
    told = story(scene(region=Region(0, 0, 3, 3)))
    for row, col in ((0, 0), (0, 2), (2, 1)):
        drawn_ = figure(told, told.timeline.finished(3 * row + col))
        (output,) = drawn_.grids("output")
        (way,) = [item for item in drawn_.items if isinstance(item, Curve) and item.role == "output"]
        cell = output.cell_box(row, col)
        assert way.end == (cell.x - 3, cell.bottom if col else cell.center[1])
        assert way.straight == (0, cell.x - output.x)


def test_the_way_has_arrived_when_the_value_is_in_its_cell() -> None:
    told = story(scene(region=Region(0, 0, 3, 3)))
    for part, there in ((0.3, False), (0.55, True), (0.9, True)):
        drawn_ = figure(told, phase(told, "write", part, 4))
        (way,) = [item for item in drawn_.items if isinstance(item, Curve) and item.role == "output"]
        assert (way.progress == 1) == there
        assert bool(only(drawn_, "output").marks[1, 1] & Mark.EMPTY) != there
