"""The stage of a stack: slices, padding before and after them, and words that follow the state."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import convviz.labs.volume_text as text
from convviz import functional
from convviz.core.samples import SAMPLES
from convviz.core.spec import PADDING_MODES
from convviz.figure.figure import Figure, Mark, Outline, Panel, Size, Spot, Text
from convviz.i18n import tr
from convviz.labs import parts
from convviz.labs.as_stack import stack_of
from convviz.labs.controls import Place, Typed
from convviz.labs.offers import possible
from convviz.labs.story import Source, Story, tell
from convviz.labs.volume import MIDDLE, STACKS, START, VolumeLab
from convviz.labs.volume_view import look
from convviz.scene.scene import Drawn, FilePicture, Preset, Region, SamplePicture, Scene, replace
from convviz.scene.volume import VolumeLayer
from tests.core.test_listing import execute
from tests.labs.scenes import CLIP, GREY, figure, noise, stacked, story

END = 1e9
LAB = VolumeLab()
STILL = Source("still", noise(1, 9, 9).repeat(5, 0), 255.0)


def said(told: Story, t: float = END, spot: Spot | None = None) -> str:
    return tr(figure(told, t, spot).sentence)


def texts(drawn: Figure) -> list[str]:
    return [tr(item.text) for item in drawn.items if isinstance(item, Text)]


# --- what is drawn


def test_each_slice_under_the_window_has_a_row() -> None:
    told = story(stacked(output=2), CLIP)
    drawn = figure(told, END)
    step = told.step(48)
    assert [grid.channel for grid in drawn.grids("input")] == [1, 2, 3]
    for n, name in ((0, "patch"), (1, "patch"), (2, "patch")):
        np.testing.assert_array_equal(drawn.grids(name)[n].values, step.values[n])
        np.testing.assert_array_equal(drawn.grids("products")[n].values, step.products[n])
    weights = [float(grid.values[0, 0]) for grid in drawn.grids("kernel")]
    assert weights == [-1, 0, 1]
    source = drawn.grids("input")[2]
    top, left = source.first
    assert source.values[1 - top, 1 - left] == CLIP.planes[3, 1, 1]


def test_a_slice_outside_the_stack_is_padding() -> None:
    first, second, _ = figure(story(stacked(output=0), CLIP), END).grids("input")
    assert (first.marks & Mark.GHOST).all()
    assert not first.values.any()
    assert not (second.marks[1:, 1:] & Mark.GHOST).any()
    copied, *_ = figure(story(stacked(output=0, padding_mode="replicate"), CLIP), END).grids("input")
    assert (copied.marks & Mark.GHOST).all()
    assert (copied.marks & Mark.COPY).all()
    np.testing.assert_array_equal(copied.values[1:, 1:], CLIP.planes[0, :8, :8])


@pytest.mark.parametrize("size", [Size(500, 420), Size(1000, 420)])
def test_the_slices_of_a_window_all_have_numbers_or_none(size: Size) -> None:
    """Where the 0 of padding has room, the three digits of a pixel may have none."""
    told = story(stacked(output=0), CLIP)
    drawn = figure(told, 0.5, size=size)
    for name in ("input", "patch"):
        assert len({grid.labels is None for grid in drawn.grids(name)}) == 1
    assert [grid.labels is None for grid in drawn.grids("patch")] == [size.w == 500] * 3


def test_the_depth_shows_one_pixel_in_every_slice_and_frames_the_window() -> None:
    told = story(stacked(output=1, region=Region(4, 5, 1, 1)), CLIP)
    drawn = figure(told, END, size=Size(1010, 620))
    (strip,) = drawn.grids("stack")
    assert strip.first == (-1, 0)
    assert strip.labels == [["−1"], *[[str(n)] for n in range(6)], ["6"]]
    assert strip.values[1:-1, 0].tolist() == CLIP.planes[:, 4, 5].tolist()
    assert strip.values[[0, -1], 0].tolist() == [0, 0]
    assert (strip.marks[:, 0] & Mark.TAP > 0).tolist() == [False, True, True, True, *[False] * 4]
    assert (strip.marks[:, 0] & Mark.GHOST > 0).tolist() == [True, *[False] * 6, True]
    frames = [item.box for item in drawn.items if isinstance(item, Outline)]
    assert strip.cell_box(0, 0, 3, 1) in frames


def test_a_narrow_stage_has_no_depth_and_a_low_one_its_middle() -> None:
    told = story(stacked(output=30, depth=(1.0,) * 3), Source("long", noise(64, 20, 20), 255.0))
    assert not figure(told, END, size=Size(532, 252)).grids("stack")
    (strip,) = figure(told, END, size=Size(1010, 365)).grids("stack")
    places = range(strip.first[0], strip.first[0] + len(strip.values))
    assert len(places) < 20
    assert {29, 30, 31} <= {*places}


@pytest.mark.parametrize(
    ("output", "height", "ends"),
    [(0, 365, "below"), (30, 365, "above below"), (63, 365, "above"), (4, 620, ""), (4, 260, "above")],
)
def test_dots_tell_where_slices_are_left_out(output: int, height: float, ends: str) -> None:
    long = Source("long", noise(64, 20, 20), 255.0)
    told = story(stacked(output=output), CLIP if output == 4 else long)
    drawn = figure(told, END, size=Size(1010, height))
    (strip,), band = drawn.grids("stack"), parts.bands(drawn.size).grids
    dots = [item.box for item in drawn.items if isinstance(item, Panel) and item.role == "muted"]
    assert len(dots) == 3 * len(ends.split())
    assert ("above" in ends) == any(dot.bottom < strip.y for dot in dots)
    assert ("below" in ends) == any(dot.y > strip.box.bottom for dot in dots)
    assert all(band.y <= dot.y and dot.bottom <= band.bottom for dot in dots)
    assert not any(strip.y < dot.bottom and dot.y < strip.box.bottom for dot in dots)


def test_of_a_deep_window_the_hidden_slices_are_told() -> None:
    told = story(stacked(output=4, depth=(1.0,) * 6, bias=2.0), CLIP)
    step, drawn = told.step(48), figure(told, END)
    assert len(drawn.grids("input")) == 3
    hidden = float(step.products[3:].sum())
    assert {"+ 3 more:", f"{hidden:g}"} <= set(texts(drawn))


# --- words


def test_headings_tell_the_slices_and_both_sizes() -> None:
    drawn = texts(figure(story(stacked(output=2), CLIP), END, size=Size(1472, 872)))
    assert "Slices 1 to 3" in drawn
    assert "6 × 30 × 40, zero padding 1 → 8 × 32 × 42" in drawn
    assert "Output, slice 2" in drawn
    assert "6 × 30 × 40 · rows 0–6, columns 0–6" in drawn
    assert "Filter" in drawn  # the only one: the output's number is not its
    dilated = stacked(output=2, dilation=(2, 1, 1), padding="valid", depth=(1.0, 1.0))
    drawn = texts(figure(story(dilated, CLIP), END, size=Size(1472, 872)))
    assert "Slices 2 to 4, every 2" in drawn
    uneven = stacked(output=0, depth=(1.0,), padding=(0, 1, 0, 2, 1, 1))
    drawn = texts(figure(story(uneven, CLIP), END, size=Size(1472, 872)))
    assert "Slice 0" in drawn
    assert "6 × 30 × 40, zero padding 0, 1, 0, 2, 1, 1 → 7 × 32 × 42" in drawn
    plain = stacked(output=0, padding="valid")
    drawn = texts(figure(story(plain, CLIP), END, size=Size(1472, 872)))
    assert "6 × 30 × 40: slices, rows, columns" in drawn


MIDDLE_CELL = Region(4, 4, 1, 1)
CANCEL = "The products of slices 1 to 3 cancel: what is the same in all of them leaves 0 at row 4, column 4."
CIRCLE = (
    "The window for output slice 4 hangs over the stack's back, 1 of its 3 slices copying the slices of the "
    "opposite end."
)


@pytest.mark.parametrize(
    ("scene", "source", "sentence"),
    [
        (
            stacked(MIDDLE_CELL, output=2),
            STILL,
            CANCEL,
        ),
        (
            stacked(MIDDLE_CELL, output=0),
            STILL,
            (
                "The window for output slice 0 hangs over the stack's front, 1 of its 3 slices holding 0 "
                "everywhere."
            ),
        ),
        (
            stacked(MIDDLE_CELL, output=0, padding_mode="replicate", depth=(1.0,) * 7, padding=(3,) * 6),
            STILL,
            (
                "The window for output slice 0 hangs over the stack's front, 3 of its 7 slices copying the "
                "nearest slice."
            ),
        ),
        (
            stacked(MIDDLE_CELL, output=2, depth=(1.0,) * 9, padding=(4, 4, 1, 1, 1, 1)),
            STILL,
            (
                "The window for output slice 2 hangs over the stack's front and back, 4 of its 9 slices "
                "holding 0 everywhere."
            ),
        ),
        (
            stacked(MIDDLE_CELL, output=4, padding_mode="circular"),
            STILL,
            CIRCLE,
        ),
        (
            stacked(MIDDLE_CELL),
            GREY,
            (
                "This picture is a single slice, 2 of the window's 3 slices lying beyond it and holding 0 "
                "everywhere."
            ),
        ),
    ],
)
def test_a_window_is_told_by_what_is_most_particular(scene: Scene, source: Source, sentence: str) -> None:
    told = story(scene, source)
    assert said(told) == sentence
    assert tr(LAB.explain(told, told.timeline.at(END))).startswith(f"{sentence} ")


def test_ordinary_windows_are_told_by_their_sum() -> None:
    told = story(stacked(MIDDLE_CELL, output=2), CLIP)
    y = f"{told.step(0).total:g}".replace("-", "−")
    assert said(told) == f"27 products of 3 slices, 1 to 3, summed: {y} in output slice 2 at row 4, column 4."
    flat = story(stacked(MIDDLE_CELL, output=2, depth=(1.0,)), CLIP)
    assert said(flat).startswith("A window of one slice: 9 products of slice 2, summed:")
    edge = story(stacked(Region(0, 0, 1, 1), output=2), CLIP)
    assert said(edge).startswith(
        "In each slice the window hangs over the edge: 5 of its 9 taps read the padding value 0:"
    )


def test_the_formula_names_slice_row_and_column() -> None:
    assert "y[2,4,4] = " in texts(figure(story(stacked(MIDDLE_CELL, output=2), CLIP), END))


def test_every_cell_answers() -> None:
    told = story(stacked(Region(0, 0, 5, 5), output=1, padding_mode="replicate"), CLIP)
    assert said(told, END, Spot("stack", 1, 0)).endswith("Output slices that read it: 0, 1, 2.")
    assert said(told, END, Spot("stack", -1, 0)).startswith("Place −1 lies outside the stack: padding, here")
    assert said(told, END, Spot("input", 2, 2, 1)) == (
        "Output cells on the stage that read slice 1, row 2, column 2: 9."
    )
    assert said(told, END, Spot("input", -1, 2, 1)) == (
        "The padding at slice 1, row −1, column 2 copies slice 1, row 0, column 2."
    )
    start = story(stacked(MIDDLE_CELL, output=0, padding_mode="replicate"), CLIP)
    assert said(start, END, Spot("input", 4, 4, -1)) == (
        "The padding at slice −1, row 4, column 4 copies slice 0, row 4, column 4."
    )
    weight = said(told, END, Spot("kernel", 1, 2, 2))
    assert weight.startswith("Weight 2, 1, 2 meets slice 2 at row 4, column 5: ")
    zeros = story(stacked(Region(0, 0, 5, 5), output=0), CLIP)
    assert said(zeros, END, Spot("input", 2, 2, -1)) == (
        "Slice −1, row 2, column 2 is padding, 0; output cells on the stage that read it: 9."
    )


def test_what_no_window_reads_is_told() -> None:
    sparse = story(
        stacked(Region(0, 0, 3, 3), output=0, depth=(1.0,), stride=(3, 4, 4), padding="valid"), CLIP
    )
    assert (
        said(sparse, END, Spot("stack", 1, 0)) == "No window reads slice 1: the stride or the size skips it."
    )
    assert said(sparse, END, Spot("input", 3, 3, 0)).startswith("No window reads row 3, column 3:")


def test_of_many_readers_a_few_are_named_and_holes_are_none() -> None:
    told = story(stacked(MIDDLE_CELL, output=4, depth=(1.0,) * 6), Source("long", noise(20, 9, 9), 255.0))
    assert said(told, END, Spot("stack", 9, 0)).endswith("Output slices that read it: 6, 7, …, 11.")
    view = look(story(stacked(dilation=(2, 1, 1)), CLIP), told.timeline.at(0), None)
    assert view.readers(3) == [1, 3, 5]


def test_a_line_through_the_border_is_the_border_value() -> None:
    far = stacked(Region(0, 0, 1, 1), padding=(0, 0, 3, 3, 0, 0), padding_mode="constant", padding_value=7.0)
    told = story(far, CLIP)
    assert look(told, told.timeline.at(0), None).line(range(6)).tolist() == [7.0] * 6


# --- the lab


def test_weights_on_the_stage_are_found_in_the_layer() -> None:
    assert LAB.kernel_cell(story(stacked(), CLIP), Spot("kernel", 0, 2, 1)) == (0, 1, 0, 2)
    assert LAB.kernel_cell(story(stacked(flip=True), CLIP), Spot("kernel", 0, 2, 0)) == (0, 2, 2, 0)


def test_it_opens_on_a_stack() -> None:
    assert {*STACKS} == {sample.id for sample in SAMPLES if sample.kind == "stack"}
    photo = Scene(layer=VolumeLayer())
    assert LAB.opening(photo) == replace(photo, picture=SamplePicture("ball"), region=START, output=MIDDLE)
    own = replace(photo, picture=FilePicture("mine.gif"))
    assert LAB.opening(own) == replace(own, channel="all")
    head = replace(photo, picture=SamplePicture("head"))
    assert LAB.opening(head) == replace(head, output=MIDDLE)


def test_kernels_of_other_sizes_are_refused() -> None:
    layer = VolumeLayer(filters=((Drawn(((1.0,),)), Drawn(((1.0, 2.0),))),), depth=(1.0, 1.0))
    with pytest.raises(ValueError, match="All kernels of a layer must have one size; these are 1 × 1, 1 × 2"):
        tell(Scene(layer=layer), CLIP, LAB)


def test_controls_offer_what_is_valid() -> None:
    own = VolumeLayer(filters=((Preset("sobel-x"),) * 3,))
    typed: dict[str, Any] = {control.name: control for control in LAB.controls if isinstance(control, Typed)}
    assert typed["depth"].options(VolumeLayer())[-1] == "one slice"
    assert "one slice" not in typed["depth"].options(own)
    assert typed["padding"].options(VolumeLayer()) == ("same", "same-tf", "valid")
    strided = VolumeLayer(stride=(2, 1, 1), padding="valid")
    assert typed["padding"].options(strided) == ("same-tf", "valid")
    assert typed["stride"].options(own) == ()
    shown = {control.name: control.shown for control in LAB.controls}
    assert not shown["padding_value"](own)
    assert shown["padding_value"](VolumeLayer(padding_mode="constant"))
    (place,) = (control for control in LAB.controls if isinstance(control, Place))
    told = story(stacked(output=4), CLIP)
    assert (place.value(told), place.most(told), place.change(told, 1)) == (4, 5, {"output": 1})


def test_of_borders_those_are_offered_that_the_padding_allows() -> None:
    """A single slice has nothing to be mirrored at its ends; without any padding the window is too deep."""
    one, clip = story(stacked(), GREY), story(stacked(), CLIP)
    allowed = {told: [m for m in PADDING_MODES if possible(told, "padding_mode", m)] for told in (one, clip)}
    assert allowed[clip] == list(PADDING_MODES)
    assert allowed[one] == [mode for mode in PADDING_MODES if mode != "reflect"]
    assert [name for name in text.NAMES if possible(one, "padding", name)] == ["same", "same-tf"]
    (border,) = (control for control in LAB.controls if control.name == "padding_mode")
    assert getattr(border, "checked", False)


@pytest.mark.parametrize("stride", [(1, 1, 1), (2, 1, 3), (3, 2, 2)])
def test_tensorflows_same_is_that_of_the_library(stride: tuple[int, int, int]) -> None:
    told = story(stacked(stride=stride, padding="same-tf", dilation=(1, 2, 1)), CLIP)
    x, weight, _ = told.operands
    expected = functional.conv3d(
        x[None].astype(float), weight[None], stride=stride, padding="same-tf", dilation=(1, 2, 1)
    )[0]
    assert told.shape == expected.shape == tuple(-(-n // s) for n, s in zip(x.shape, stride, strict=True))
    np.testing.assert_allclose(told.operation.reference(told.spec, *told.operands), expected, rtol=1e-5)


def test_tensorflows_same_is_worked_out_for_each_axis() -> None:
    alike = story(stacked(stride=(3, 2, 2), padding="same-tf"), Source("clip", noise(7, 9, 9), 255.0))
    assert [tr(line) for line in LAB.size_formula(alike)] == [
        "o = ⌈i / s⌉, p = p₁ + p₂",
        "slices = ⌈7 / 3⌉ = 3, p = 1 + 1",
        "rows, cols = ⌈9 / 2⌉ = 5, p = 1 + 1",
    ]
    others = story(stacked(stride=(3, 2, 1), padding="same-tf"), Source("clip", noise(7, 8, 9), 255.0))
    assert [tr(line) for line in LAB.size_formula(others)][2:] == [
        "rows = ⌈8 / 2⌉ = 4, p = 0 + 1",
        "cols = ⌈9 / 1⌉ = 9, p = 1 + 1",
    ]


def test_sizes_are_worked_out_for_each_axis() -> None:
    told = story(stacked(), CLIP)
    assert [tr(line) for line in LAB.size_formula(told)] == [
        "o = ⌊(i + 2p − d(k − 1) − 1) / s⌋ + 1",
        "slices = ⌊(6 + 2·1 − 1·2 − 1) / 1⌋ + 1 = 6",
        "rows = ⌊(30 + 2·1 − 1·2 − 1) / 1⌋ + 1 = 30",
        "cols = ⌊(40 + 2·1 − 1·2 − 1) / 1⌋ + 1 = 40",
    ]
    square = story(stacked(padding=(1, 0, 0, 0, 0, 0)), STILL)
    assert [tr(line) for line in LAB.size_formula(square)][1:] == [
        "slices = ⌊(5 + 1 + 0 − 1·2 − 1) / 1⌋ + 1 = 4",
        "rows, cols = ⌊(9 + 0 + 0 − 1·2 − 1) / 1⌋ + 1 = 7",
    ]


@pytest.mark.parametrize("language", ["NumPy", "OpenCV", "PyTorch"])
def test_the_program_computes_the_output(language: str) -> None:
    told = story(stacked(output=1, region=Region(0, 0, 2, 2)), STILL)
    y, _ = execute(LAB.program(told, language))
    np.testing.assert_allclose(y, told.operation.reference(told.spec, *told.operands), atol=1e-3)


def test_the_calculator_takes_it_over() -> None:
    told = story(stacked(padding=(1, 0, 0, 0, 2, 2), stride=(1, 2, 1)), CLIP)
    stack = stack_of(told.spec, told.x.shape)
    assert stack is not None
    assert (stack.channels, stack.size) == (1, (6, 30, 40))
    (layer,) = stack.layers
    assert (layer.kernel, layer.stride) == ((3, 3, 3), (1, 2, 1))
    assert layer.padding == ((1, 0), (0, 0), (2, 2))


def test_the_picture_is_the_slice_in_the_windows_middle() -> None:
    assert [story(stacked(output=n), CLIP).pictured.start for n in (0, 2, 5)] == [0, 2, 5]
    assert story(stacked(output=0, padding="valid"), CLIP).pictured == slice(1, 2)
    assert story(Scene(), CLIP).pictured == slice(None)
    three = Source("three", noise(3, 9, 9), 255.0)
    assert not story(stacked(), three).is_colour
