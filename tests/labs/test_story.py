"""What follows from a scene: its input, its weights, its steps."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core import kernels
from convviz.core.errors import KernelError, Refusal, SpecError
from convviz.labs import LABS, lab_of
from convviz.labs import story as module
from convviz.labs.story import Source, Story, cropped, kernel_name, kernel_rows, redrawn, tell
from convviz.motion.timeline import REST
from convviz.scene.pool import PoolLayer
from convviz.scene.scene import ConvLayer, DilatedLayer, Drawn, Preset, Region, Scene, replace

GREY = Source("grey", np.arange(48, dtype=np.uint8).reshape(1, 6, 8), 255)
COLOUR = Source("colour", np.arange(144, dtype=np.uint8).reshape(3, 6, 8), 255)
BOX, DELTA = Drawn(((1.0, 1.0), (1.0, 1.0))), Drawn(((1.0, 0.0), (0.0, 0.0)))
PLAIN = Scene(layer=ConvLayer(filters=((BOX,),), padding="valid"), region=Region(1, 2, 3, 4))


def story(source: Source = GREY, **choices: Any) -> Story:
    layer = {name: choices.pop(name) for name in tuple(choices) if name in ConvLayer.__struct_fields__}
    scene = replace(PLAIN, layer=replace(PLAIN.layer, **layer), **choices)
    return tell(scene, source, lab_of(scene))


def test_the_lab_of_a_scene_is_the_one_for_its_layer() -> None:
    assert lab_of(Scene()) is LABS[0]


def test_a_story_says_what_is_computed() -> None:
    told = story()
    assert told.x is GREY.planes
    assert told.shape == (1, 5, 7)
    assert told.operation.id == "conv2d"
    assert told.timeline.steps == 12
    assert told.timeline.order[-1] == REST
    assert told.timeline.phases == lab_of(told.scene).phases(told.scene)


def test_a_crop_is_the_whole_input() -> None:
    told = story(crop=Region(2, 3, 3, 4))
    assert np.array_equal(told.x, GREY.planes[:, 2:5, 3:7])
    assert told.shape == (1, 2, 3)


def test_a_crop_that_hangs_over_is_moved_inside() -> None:
    assert np.array_equal(cropped(Scene(crop=Region(99, -9, 2, 100)), GREY.planes), GREY.planes[:, 4:6])


# --- steps and cells ---


@pytest.mark.parametrize("scope", ["region", "image"])
def test_each_step_is_a_cell_of_its_own_and_back(scope: str) -> None:
    told = story(scope=scope)
    cells = [told.cell(step) for step in range(told.timeline.steps)]
    rows, cols = (range(1, 4), range(2, 6)) if scope == "region" else (range(5), range(7))
    assert cells == [(0, row, col) for row in rows for col in cols]
    assert [told.step_of(row, col) for _, row, col in cells] == list(range(len(cells)))


def test_a_cell_outside_the_region_is_not_played() -> None:
    assert story().step_of(0, 0) is None


def test_the_region_stays_while_it_is_played() -> None:
    told = story()
    assert {told.region(step) for step in range(12)} == {Region(1, 2, 3, 4)}


def test_the_whole_output_is_played_page_by_page() -> None:
    told = story(scope="image")
    assert told.region(told.step_of(0, 0) or 0) == Region(0, 0, 3, 4)
    assert told.region(told.step_of(2, 4) or 0) == Region(0, 3, 3, 4)
    assert told.region(told.step_of(4, 6) or 0) == Region(2, 3, 3, 4)


@given(st.integers(0, 34), st.builds(Region, *[st.integers(-9, 9)] * 2, *[st.integers(1, 9)] * 2))
def test_the_step_on_the_stage_is_always_in_sight(step: int, region: Region) -> None:
    told = story(scope="image", region=region)
    _, row, col = told.cell(step)
    assert told.region(step).holds(row, col)


def test_a_region_beyond_the_output_is_moved_inside() -> None:
    assert story(region=Region(50, 50, 3, 4)).region(0) == Region(2, 3, 3, 4)
    assert story(region=Region(0, 0, 50, 50)).timeline.steps == 35


def test_a_steps_numbers_are_its_windows() -> None:
    told = story()
    step = told.step(5)
    assert step.cell == (0, 2, 3)
    assert step.values[0].tolist() == [[19, 20], [27, 28]]
    assert step.value == 19 + 20 + 27 + 28


def test_the_values_on_the_stage_are_the_steps() -> None:
    told = story(bias=(0.5,))
    values = told.values(told.region(0))
    assert values.dtype == np.float32
    assert values.ravel().tolist() == [told.step(n).value for n in range(12)]
    assert np.shares_memory(told.values(told.region(0)), values), "computed once"
    np.testing.assert_array_equal(told.maps(told.region(0))[0], values)


# --- weights ---


def test_each_channel_is_filtered_by_itself() -> None:
    told = story(COLOUR, filters=((BOX,), (DELTA,)), bias=(1.0, 2.0))
    assert told.shape == (6, 5, 7)
    assert (told.spec.groups, told.spec.in_channels, told.spec.out_channels) == (3, 3, 6)
    for channel in range(3):
        assert replace_output(told, 2 * channel).step(0).values.tolist() == [
            COLOUR.planes[channel, 1:3, 2:4].tolist()
        ]
        assert replace_output(told, 2 * channel + 1).step(0).value == COLOUR.planes[channel, 1, 2] + 2


def replace_output(told: Story, output: int) -> Story:
    return tell(replace(told.scene, output=output), told.source, lab_of(told.scene))


def test_channels_are_summed_as_in_a_layer() -> None:
    told = story(COLOUR, filters=((DELTA, BOX, DELTA), (DELTA,)), bias=(1.0, 0.0), mix="sum")
    assert told.shape == (2, 5, 7)
    red, green, blue = COLOUR.planes.astype(int)
    assert told.step(0).value == red[1, 2] + green[1:3, 2:4].sum() + blue[1, 2] + 1
    assert replace_output(told, 1).step(0).value == red[1, 2] + green[1, 2] + blue[1, 2]


def test_of_one_channel_both_ways_are_the_same() -> None:
    assert story(mix="each").spec == story(mix="sum").spec


def test_a_filter_short_of_kernels_repeats_its_last() -> None:
    told = story(COLOUR, filters=((DELTA, BOX),), mix="sum")
    assert told.step(0).weights[2].tolist() == [[1, 1], [1, 1]]


def test_the_output_on_the_stage_exists() -> None:
    assert story(output=9).output == 0
    assert story(COLOUR, output=9).output == 2


def test_a_presets_weights_are_the_tables() -> None:
    assert kernel_rows(Preset("sobel-x")) == kernels.rows("sobel-x")
    assert kernel_name(Preset("sobel-x")) == kernels.find("sobel-x").name
    assert kernel_rows(BOX) == BOX.rows


def test_a_drawn_kernel_has_a_name_in_any_case() -> None:
    assert kernel_name(Drawn(((1.0,),), "Mine")) == "Mine"
    assert kernel_name(BOX) == "My kernel"


# --- what describes no computation ---


@pytest.mark.parametrize(
    ("choices", "kind", "sentence"),
    [
        ({"filters": ((Preset("sobel-xx"),),)}, KernelError, "There is no kernel “sobel-xx”"),
        ({"filters": ((Preset("sobel-x", (("sigma", 1.0),)),),)}, KernelError, "has no parameter “sigma”"),
        ({"filters": ((Preset("sobel-x", (("name", 1.0),)),),)}, KernelError, "has no parameter “name”"),
        ({"filters": ((Preset("sobel-x", (("kernel", 1.0),)),),)}, KernelError, "has no parameter “kernel”"),
        ({"filters": ((Preset("sobel-x", (("self", 1.0),)),),)}, KernelError, "has no parameter “self”"),
        ({"dilation": (9, 1)}, SpecError, "The window spans 10 cells"),
        ({"padding": (6, 0, 0, 0), "padding_mode": "reflect"}, SpecError, "Reflect padding of 6"),
        ({"padding": (2**20,) * 4}, SpecError, r"The output would have 1 × 2097157 × 2097159 numbers"),
        (
            {"filters": ((BOX,), (Drawn(((1.0,),)),)), "bias": (0.0, 0.0)},
            SpecError,
            "All kernels of a layer must have one size; these are 1 × 1, 2 × 2.",
        ),
    ],
)
def test_what_describes_no_computation_is_refused(
    choices: dict[str, Any], kind: type[Refusal], sentence: str
) -> None:
    with pytest.raises(kind, match=sentence):
        story(**choices)


def test_an_output_just_small_enough_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_OUTPUT", 35)
    assert story().shape == (1, 5, 7)
    monkeypatch.setattr(module, "MAX_OUTPUT", 34)
    with pytest.raises(SpecError, match="at most 34"):
        story()


def test_a_story_reads_no_more_of_the_picture_than_it_shows() -> None:
    """The picture is a view of one byte: reading all of it would take minutes."""
    vast = Source("vast", np.broadcast_to(np.uint8(7), (1, 14_000, 14_000)), 255)
    told = story(vast, scope="image")
    assert told.timeline.steps == 13_999 * 13_999
    assert told.step(told.timeline.steps - 1).value == 28
    assert (told.values(told.region(told.timeline.steps - 1)) == 28).all()


# --- two stories


OTHER, ONES = Drawn(((1.0, -2.0), (0.5, 3.0))), Drawn(((1.0,) * 3,) * 3)
ALIKE: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "nothing": ({}, {}),
    "a weight": ({}, {"filters": ((OTHER,),)}),
    "its name": ({}, {"filters": ((Drawn(BOX.rows, "mine"),),)}),
    "one of two filters": (
        {"filters": ((BOX,), (DELTA,)), "bias": (0.0, 0.0)},
        {"filters": ((BOX,), (OTHER,)), "bias": (0.0, 0.0)},
    ),
}
UNLIKE: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "a kernel of another size": ({}, {"filters": ((ONES,),)}),
    "a preset for a drawn kernel": ({"filters": ((Preset("box-3x3"),),)}, {"filters": ((ONES,),)}),
    "another preset": ({"filters": ((Preset("box-3x3"),),)}, {"filters": ((Preset("sobel-x"),),)}),
    "a filter more": ({}, {"filters": ((BOX,), (BOX,)), "bias": (0.0, 0.0)}),
    "another bias": ({}, {"bias": (1.0,)}),
    "another stride": ({}, {"stride": (2, 2)}),
    "another border": ({"padding": (1, 1, 1, 1)}, {"padding": (1, 1, 1, 1), "padding_mode": "reflect"}),
    "another lens": ({}, {"show": "clamp"}),
    "another region": ({}, {"region": Region(0, 0, 3, 4)}),
    "another speed": ({}, {"speed": 4.0}),
    "another crop": ({"crop": Region(0, 0, 5, 5)}, {"crop": Region(1, 1, 5, 5)}),
}  # fmt: skip


@pytest.mark.parametrize("choices", ALIKE.values(), ids=ALIKE)
def test_a_story_is_redrawn_where_weights_of_drawn_kernels_differ_at_most(choices: Any) -> None:
    a, b = (story(**each) for each in choices)
    assert redrawn(a, b)
    assert redrawn(b, a)


@pytest.mark.parametrize("choices", UNLIKE.values(), ids=UNLIKE)
def test_a_story_that_differs_in_anything_else_is_not_redrawn(choices: Any) -> None:
    a, b = (story(**each) for each in choices)
    assert not redrawn(a, b)
    assert not redrawn(b, a)


def test_a_story_on_another_picture_or_with_another_layer_is_not_redrawn() -> None:
    same_pixels = Source("grey", GREY.planes, 255)
    assert not redrawn(story(), story(same_pixels))
    dilated = replace(PLAIN, layer=DilatedLayer(filters=((BOX,),), padding="valid", dilation=(1, 1)))
    assert not redrawn(story(), tell(dilated, GREY, lab_of(dilated)))
    pooled = Scene(layer=PoolLayer(), region=PLAIN.region)
    assert not redrawn(tell(pooled, GREY, lab_of(pooled)), tell(pooled, GREY, lab_of(pooled)))
