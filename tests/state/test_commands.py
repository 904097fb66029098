"""What a person can do: each one change that undo takes back, each refusal leaving the scene as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as PILImage

from convviz.figure.figure import Spot
from convviz.labs import LABS
from convviz.labs.story import kernel_rows
from convviz.scene.dense import DenseLayer
from convviz.scene.resize import ResizeLayer
from convviz.scene.scene import (
    Canvas,
    ConvLayer,
    Drawn,
    FilePicture,
    Im2colLayer,
    Preset,
    Region,
    SamplePicture,
    Scene,
    TransposedLayer,
    replace,
)
from convviz.state.commands import MAX_FILTERS, TOOLS, Commands
from convviz.state.player import Player
from tests.state.conftest import BOX, CANVAS, SCENE, Program

Start = Callable[..., Program]
UPSAMPLING = [lab.layer_type for lab in LABS].index(ResizeLayer)
LARGE = Canvas(40, 50, bytes(n % 251 for n in range(2000)))
PLACE = Scene(picture=LARGE, region=Region(10, 20, 5, 5))


class Desk:
    """Commands on a program, its player following the story as in the window."""

    def __init__(self, program: Program) -> None:
        self.program, self.store, self.session = program, program.store, program.session
        self.player = Player(clock=lambda: 0.0)
        self.session.story_changed.connect(lambda story: self.player.set_timeline(story.timeline))
        assert self.session.story
        self.player.set_timeline(self.session.story.timeline)
        self.commands = Commands(self.session, self.player)
        self.began = program.store.scene

    @property
    def scene(self) -> Scene:
        return self.store.scene

    @property
    def cell(self) -> tuple[int, int]:
        assert self.session.story
        return self.session.story.cell(self.player.moment.step)[1:]

    @property
    def shape(self) -> tuple[int, ...]:
        assert self.session.story
        return self.session.story.shape

    def settle(self) -> None:
        self.program.settle()

    def undone(self) -> bool:
        """One undo brings back the first scene, and nothing is left to be undone."""
        self.store.undo()
        self.settle()
        return self.scene == self.began and not self.store.can_undo

    def refused(self) -> str:
        """The one sentence; the scene is as it was."""
        (sentence,) = self.program.refused
        assert self.scene == self.began
        assert not self.store.can_undo
        return sentence


@pytest.fixture
def desk(start: Start) -> Callable[..., Desk]:
    return lambda scene=SCENE: Desk(start(scene))


MakeDesk = Callable[..., Desk]


def rows(desk: Desk, n: int = 0) -> tuple[tuple[float, ...], ...]:
    return kernel_rows(desk.scene.layer.filters[0][n])


# --- pictures


def test_a_file_is_opened(desk: MakeDesk, tmp_path: Path) -> None:
    path = tmp_path / "grey.png"
    PILImage.fromarray(np.full((20, 30), 9, np.uint8)).save(path)
    at = desk()
    at.commands.open_file(str(path))
    at.settle()
    assert at.scene.picture == FilePicture(str(path))
    assert at.shape == (1, 19, 29)
    assert at.undone()


def test_a_file_that_is_none_is_refused(desk: MakeDesk, tmp_path: Path) -> None:
    at = desk()
    at.commands.open_file(str(tmp_path / "nowhere.png"))
    at.settle()
    assert at.refused().startswith("There is no file ")


def test_a_sample_is_opened_on_its_whole(desk: MakeDesk) -> None:
    at = desk(replace(PLACE, crop=Region(1, 1, 20, 20)))
    at.commands.open_sample("checkerboard")
    at.settle()
    assert at.scene.picture == SamplePicture("checkerboard")
    assert at.scene.crop is None
    assert at.undone()


@pytest.mark.parametrize(("size", "region"), [((12, 9), Region(0, 0, 12, 9)), ((64, 64), Region(0, 0, 5, 5))])
def test_a_canvas_is_black_and_all_on_the_stage_if_small(
    desk: MakeDesk, size: tuple[int, int], region: Region
) -> None:
    at = desk(PLACE)
    at.commands.new_canvas(*size)
    assert at.scene.picture == Canvas(*size, bytes(size[0] * size[1]))
    assert at.scene.region == region
    assert at.undone()


def test_a_canvas_without_cells_is_refused(desk: MakeDesk) -> None:
    at = desk()
    at.commands.new_canvas(0, 5)
    assert at.refused() == "height must be at least 1, not 0."


def test_a_stroke_on_a_canvas_is_one_undo(desk: MakeDesk) -> None:
    at = desk()
    at.commands.paint_pixels([(0, 0), (1, 1)], 200, "stroke")
    at.commands.paint_pixels([(2, 2)], 200, "stroke")
    picture = at.scene.picture
    assert isinstance(picture, Canvas)
    assert [picture.pixels[n] for n in (0, 9, 18)] == [200] * 3
    assert at.undone()


def test_a_cropped_canvas_is_painted_where_it_is_seen(desk: MakeDesk) -> None:
    at = desk(replace(SCENE, crop=Region(2, 3, 4, 4)))
    at.commands.paint_pixels([(0, 0)], 255, "stroke")
    assert isinstance(at.scene.picture, Canvas)
    assert at.scene.picture.pixels[2 * 8 + 3] == 255


def test_only_canvases_are_painted_with_greys(desk: MakeDesk) -> None:
    at = desk()
    at.commands.paint_pixels([(0, 0)], 256, "stroke")
    assert at.refused() == "grey must be from 0 to 255, not 256."
    other = desk(Scene(picture=SamplePicture("checkerboard")))
    other.commands.paint_pixels([(0, 0)], 1, "stroke")
    assert "Only a canvas can be painted on" in other.refused()


# --- cropping


def test_a_part_becomes_the_whole_input(desk: MakeDesk) -> None:
    at = desk(PLACE)
    at.commands.crop(3, 4, 10, 12)
    assert at.scene.crop == Region(3, 4, 10, 12)
    assert at.scene.region == Region(0, 0, 10, 12), "all of it is on the stage"
    assert at.shape == (1, 10, 12)
    assert at.undone()


def test_a_crop_of_a_crop_counts_from_the_picture(desk: MakeDesk) -> None:
    at = desk(replace(PLACE, crop=Region(10, 10, 20, 20)))
    at.commands.crop(2, 3, 5, 5)
    assert at.scene.crop == Region(12, 13, 5, 5)


def test_a_crop_that_hangs_over_is_moved_inside(desk: MakeDesk) -> None:
    at = desk(PLACE)
    at.commands.crop(38, -3, 10, 100)
    assert at.scene.crop == Region(30, 0, 10, 50)


def test_a_crop_too_small_for_the_kernel_is_refused(desk: MakeDesk) -> None:
    at = desk()
    at.commands.crop(0, 0, 1, 1)
    assert at.refused().startswith("The window spans 2 cells")


@pytest.mark.parametrize(
    "layer",
    [
        ConvLayer(),
        ConvLayer(padding="valid"),
        ConvLayer(padding="valid", dilation=(2, 3)),
        ConvLayer(padding=(1, 1, 1, 1), stride=(2, 2)),
        ConvLayer(padding=(0, 2, 1, 0), stride=(3, 1)),
        ConvLayer(padding="same-tf", stride=(2, 3), dilation=(2, 1)),
    ],
)
def test_cropping_to_the_stage_keeps_the_outputs_size(desk: MakeDesk, layer: ConvLayer) -> None:
    at = desk(Scene(picture=LARGE, layer=layer, region=Region(3, 4, 5, 6)))
    at.commands.crop_to_stage()
    assert at.scene.crop
    assert at.shape == (1, 5, 6)
    assert at.scene.region == Region(0, 0, 5, 6)
    assert (at.scene.crop.top, at.scene.crop.left) == (3 * layer.stride[0], 4 * layer.stride[1])
    assert at.undone()


def test_cropping_to_the_stage_with_padding_wider_than_it_leaves_a_cell(desk: MakeDesk) -> None:
    at = desk(Scene(picture=LARGE, layer=ConvLayer(padding=(30, 30, 30, 30)), region=Region(0, 0, 3, 3)))
    at.commands.crop_to_stage()
    assert at.scene.crop == Region(0, 0, 1, 1)


def test_the_whole_picture_comes_back_where_it_was_cropped(desk: MakeDesk) -> None:
    at = desk(PLACE)
    at.commands.crop_to_stage()
    at.commands.uncrop()
    assert at.scene == PLACE
    at.store.undo()
    assert at.scene.crop == Region(10, 20, 5, 5)


def test_without_a_crop_there_is_nothing_to_take_back(desk: MakeDesk) -> None:
    at = desk()
    at.commands.uncrop()
    assert not at.store.can_undo


# --- kernels


def test_a_kernel_is_picked(desk: MakeDesk) -> None:
    at = desk()
    at.commands.pick_kernel("sobel-y")
    assert at.scene.layer.filters == ((Preset("sobel-y"),),)
    assert at.undone()
    at.commands.use_kernel(Drawn(((7.0,),)))
    assert rows(at) == ((7.0,),)
    assert at.undone()


def test_a_kernel_that_does_not_exist_is_refused(desk: MakeDesk) -> None:
    at = desk()
    at.commands.pick_kernel("sobol")
    assert "There is no kernel “sobol”" in at.refused()


def test_a_slider_is_one_undo_and_leaves_other_kernels_alone(desk: MakeDesk) -> None:
    at = desk(
        replace(PLACE, layer=ConvLayer(filters=((Preset("gaussian"),), (Preset("gaussian"),)), bias=(0, 0)))
    )
    for sigma in (0.8, 0.9, 1.1):
        at.commands.set_parameter("sigma", sigma, "drag")
    assert at.scene.layer.filters == ((Preset("gaussian", (("sigma", 1.1),)),),) * 2
    assert at.undone()
    at.commands.set_parameter("theta", 30.0)
    assert not at.store.can_undo


def test_a_slider_past_its_end_is_refused(desk: MakeDesk) -> None:
    at = desk(replace(PLACE, layer=ConvLayer(filters=((Preset("gaussian"),),))))
    at.commands.set_parameter("sigma", -5.0)
    assert "must be from" in at.refused()


def test_a_kernel_drawn_by_hand_has_no_sliders(desk: MakeDesk) -> None:
    at = desk()
    at.commands.set_parameter("sigma", 1.0)
    assert not at.store.can_undo


def test_another_size_keeps_the_centre(desk: MakeDesk) -> None:
    at = desk()
    at.commands.resize_kernel(3, 2)
    assert rows(at) == ((0.0, 0.0), (1.0, 1.0), (1.0, 1.0))
    assert at.undone()
    at.commands.resize_kernel(64, 2)
    assert at.refused() == "A kernel of 64 × 2 is too large: at most 63 × 63."


@pytest.mark.parametrize("tool", TOOLS)
def test_every_tool_changes_the_kernel_and_is_undone(desk: MakeDesk, tool: str) -> None:
    at = desk(
        replace(SCENE, layer=replace(SCENE.layer, filters=((Drawn(((1.0, 2.0), (3.0, 4.0)), "mine"),),)))
    )
    at.commands.use_tool(tool)
    assert rows(at) == TOOLS[tool](((1.0, 2.0), (3.0, 4.0)))
    assert rows(at) != ((1.0, 2.0), (3.0, 4.0))
    (kernel,) = at.scene.layer.filters[0]
    assert isinstance(kernel, Drawn)
    assert kernel.name == "mine"
    assert at.undone()


def test_a_kernel_that_adds_up_to_nothing_is_not_normalised(desk: MakeDesk) -> None:
    at = desk(replace(SCENE, layer=ConvLayer()))
    at.commands.use_tool("normalise")
    assert at.refused()


def test_a_tool_that_changes_nothing_leaves_the_kernel_of_the_table(desk: MakeDesk) -> None:
    at = desk(replace(PLACE, layer=ConvLayer(filters=((Preset("box-3x3"),),))))
    at.commands.use_tool("transpose")
    assert at.scene.layer.filters == ((Preset("box-3x3"),),)


def test_a_stroke_on_a_kernel_is_one_undo(desk: MakeDesk) -> None:
    at = desk(PLACE)
    for cell in ((0, 0), (0, 1)):
        at.commands.paint_kernel(Spot("kernel", *cell), [cell], 9.0, "stroke")
    assert rows(at)[0] == (9.0, 9.0, 1.0)
    assert at.undone()
    at.commands.paint_kernel(Spot("kernel", 0, 0), [(0, 0)], 9.0, "a")
    at.store.end_gesture()
    at.commands.paint_kernel(Spot("kernel", 0, 0), [(0, 1)], 9.0, "b")
    at.store.undo()
    assert rows(at)[0] == (9.0, 0.0, 1.0)


def test_a_rotated_kernel_is_painted_where_it_is_seen(desk: MakeDesk) -> None:
    at = desk(replace(PLACE, layer=ConvLayer(flip=True)))
    at.commands.paint_kernel(Spot("kernel", 0, 0), [(0, 0)], 9.0, "stroke")
    assert rows(at)[2][2] == 9.0


def test_one_kernel_of_a_summed_filter_is_painted(desk: MakeDesk) -> None:
    at = desk(Scene(picture=SamplePicture("astronaut"), channel="all", layer=ConvLayer(mix="sum")))
    at.commands.paint_kernel(Spot("kernel", 1, 1, 2), [(1, 1)], 9.0, "stroke")
    assert [rows(at, n)[1][1] for n in range(3)] == [0.0, 0.0, 9.0]
    for channel in (0, 1):
        at.commands.paint_kernel(Spot("kernel", 1, 1, channel), [(1, 1)], 9.0, "again")
    assert len(at.scene.layer.filters[0]) == 1, "alike again, they are one"


def test_the_filter_on_the_stage_is_painted(desk: MakeDesk) -> None:
    at = desk(replace(PLACE, output=1, layer=ConvLayer(filters=((BOX,), (BOX,)), bias=(0.0, 0.0))))
    at.commands.paint_kernel(Spot("kernel", 0, 0), [(0, 0)], 9.0, "stroke")
    assert at.scene.layer.filters[0] == (BOX,)
    assert kernel_rows(at.scene.layer.filters[1][0])[0][0] == 9.0
    at.commands.set_bias(4.0)
    assert at.scene.layer.bias == (0.0, 4.0)


# --- a layer that makes more cells than it reads

STAMPS = replace(PLACE, layer=TransposedLayer(filters=((BOX,),), output_padding=(0, 0), padding=(0, 0)))


def test_a_stamped_kernel_is_edited_like_any_other(desk: MakeDesk) -> None:
    at = desk(STAMPS)
    at.commands.paint_kernel(Spot("kernel", 0, 1), [(0, 1)], 9.0, "stroke")
    assert rows(at)[0][1] == 9.0
    assert at.undone()
    at.commands.set_layer({"view": "gather"})
    at.commands.paint_kernel(Spot("kernel", 0, 1), [(0, 1)], 9.0, "stroke")
    assert rows(at)[1][0] == 9.0
    at.commands.use_tool("clear")
    assert not any(map(any, rows(at)))
    at.commands.pick_kernel("gaussian")
    at.commands.set_parameter("sigma", 2.0)
    assert at.scene.layer.filters[0][0].id == "gaussian"
    at.commands.resize_kernel(4, 5)
    assert (len(rows(at)), len(rows(at)[0])) == (4, 5)


def test_it_has_neither_filters_nor_a_bias_for_each(desk: MakeDesk) -> None:
    at = desk(STAMPS)
    at.commands.set_filters(2)
    assert at.refused() == "This operation has no kernel; choose convolution to use one."


@pytest.mark.parametrize("stride", [(2, 2), (3, 1)])
def test_cropping_to_the_stage_keeps_the_cells_that_reach_it(desk: MakeDesk, stride: tuple[int, int]) -> None:
    at = desk(replace(STAMPS, layer=replace(STAMPS.layer, stride=stride)))
    at.commands.crop_to_stage()
    (sh, sw), crop = stride, at.scene.crop
    assert crop
    assert (crop.top, crop.left) == (10 // sh, 20 // sw)
    assert at.shape[1] in range(5, 5 + sh)
    assert at.shape[2] in range(5, 5 + sw)
    assert at.undone()


def test_cropping_begins_at_a_whole_cell_whatever_the_stride(desk: MakeDesk) -> None:
    layer = replace(STAMPS.layer, stride=(49, 3))
    at = desk(replace(STAMPS, layer=layer, region=Region(49, 9, 5, 5)))
    at.commands.crop_to_stage()
    assert at.scene.crop == Region(1, 3, 2, 2)


def test_the_stage_stays_over_the_same_place_of_the_picture(desk: MakeDesk) -> None:
    at = desk(PLACE)
    at.commands.choose_operation([lab.title for lab in LABS].index("Transposed convolution (2-D)"))
    region = at.scene.region
    assert (region.top + 2.5) / 2 == pytest.approx(12.5, abs=0.5)
    assert (region.left + 2.5) / 2 == pytest.approx(22.5, abs=0.5)
    at.commands.choose_operation(0)
    assert at.scene.region.top in (9, 10)


def test_what_was_cropped_is_found_again_in_the_whole(desk: MakeDesk) -> None:
    at = desk(replace(STAMPS, crop=Region(4, 6, 10, 10), region=Region(3, 3, 5, 5)))
    at.commands.uncrop()
    assert (at.scene.region.top, at.scene.region.left) == (11, 15)


def test_a_new_picture_is_begun_where_it_is_lively(desk: MakeDesk) -> None:
    at = desk(STAMPS)
    at.commands.open_sample("camera")
    at.settle()
    assert at.scene.region.height == 5
    assert at.scene.region.top > 0


# --- the layer


def test_parameters_are_set_and_undone(desk: MakeDesk) -> None:
    at = desk()
    at.commands.set_layer({"dilation": (2, 2), "padding_mode": "replicate"})
    assert at.scene.layer.dilation == (2, 2)
    assert at.undone()
    at.commands.set_bias(2.5)
    assert at.scene.layer.bias == (2.5,)
    assert at.undone()


def test_a_stride_turns_same_into_the_numbers_it_stood_for(desk: MakeDesk) -> None:
    at = desk(PLACE)
    at.commands.set_layer({"stride": (2, 2)})
    assert at.scene.layer.padding == (1, 1, 1, 1)
    assert at.undone()
    at.commands.set_layer({"stride": (2, 2), "padding": "valid"})
    assert at.scene.layer.padding == "valid"


def test_another_stride_stays_where_it_was_in_the_picture(desk: MakeDesk) -> None:
    at = desk(PLACE)
    at.commands.set_layer({"stride": (2, 4)})
    assert at.scene.region == Region(5, 5, 5, 5)
    at.commands.set_layer({"stride": (1, 1)})
    assert at.scene.region == Region(10, 20, 5, 5)


@pytest.mark.parametrize("stride", [(0, 1), (-1, 1)])
def test_a_stride_that_is_none_is_refused(desk: MakeDesk, stride: tuple[int, int]) -> None:
    at = desk(PLACE)
    at.commands.set_layer({"stride": stride})
    assert at.refused() == f"stride must be at least 1, not {stride[0]}."


def test_parameters_that_fit_nothing_are_refused(desk: MakeDesk) -> None:
    at = desk()
    at.commands.set_layer({"dilation": (9, 9)})
    assert at.refused().startswith("The window spans 10 cells")


def test_filters_are_added_and_taken(desk: MakeDesk) -> None:
    at = desk()
    at.commands.set_filters(3)
    assert at.scene.layer.filters == ((BOX,),) * 3
    assert at.scene.layer.bias == (0.0,) * 3
    assert at.shape[0] == 3
    assert at.undone()


def test_fewer_filters_leave_one_on_the_stage(desk: MakeDesk) -> None:
    at = desk(
        replace(SCENE, output=2, layer=replace(SCENE.layer, filters=((BOX,),) * 3, bias=(1.0, 2.0, 3.0)))
    )
    at.commands.set_filters(2)
    assert (at.scene.output, at.scene.layer.bias) == (1, (1.0, 2.0))


@pytest.mark.parametrize(
    ("count", "says"), [(0, "at least 1, not 0"), (-1, "at least 1, not −1"), (10**9, str(MAX_FILTERS))]
)
def test_filters_that_are_none_or_too_many_are_refused(desk: MakeDesk, count: int, says: str) -> None:
    at = desk()
    at.commands.set_filters(count)
    assert says.replace("−", "-") in at.refused()


# --- where one looks


def test_a_cell_of_the_region_is_gone_to(desk: MakeDesk) -> None:
    at = desk(PLACE)
    at.player.play()
    at.commands.go_to(12, 23)
    assert at.cell == (12, 23)
    assert not at.player.playing
    assert at.scene.region == PLACE.region
    assert not at.store.can_undo, "looking is no change"


@pytest.mark.parametrize(
    "choices", [{}, {"crop": Region(5, 5, 30, 30)}, {"layer": ConvLayer(stride=(2, 3), padding="valid")}]
)
@pytest.mark.parametrize("cell", [(0, 0), (12, 13), "last"])
def test_any_cell_is_gone_to(desk: MakeDesk, choices: dict[str, object], cell: tuple[int, int] | str) -> None:
    at = desk(replace(PLACE, **choices))
    row, col = (at.shape[1] - 1, at.shape[2] - 1) if isinstance(cell, str) else cell
    at.commands.go_to(row, col)
    assert at.cell == (row, col)
    assert at.session.story
    assert at.session.story.region(at.player.moment.step).holds(row, col)
    assert not at.store.can_undo


@pytest.mark.parametrize("cell", [(-1, 0), (0, 50), (40, 0)])
def test_a_cell_that_does_not_exist_is_refused(desk: MakeDesk, cell: tuple[int, int]) -> None:
    at = desk(PLACE)
    at.commands.go_to(*cell)
    assert "rows go from 0 to 39, columns from 0 to 49." in at.refused()


@pytest.mark.parametrize("count", [1, 3, 9, 16, 64])
def test_more_or_fewer_cells_keep_the_one_that_is_shown(desk: MakeDesk, count: int) -> None:
    at = desk(PLACE)
    at.commands.go_to(14, 20)
    at.commands.show_cells(count)
    assert at.cell == (14, 20)
    assert (at.scene.region.height, at.scene.region.width) == (count, count)
    assert at.undone()


def test_cells_grow_round_their_middle(desk: MakeDesk) -> None:
    at = desk(PLACE)
    at.commands.go_to(12, 22)
    at.commands.show_cells(9)
    assert at.scene.region == Region(8, 18, 9, 9)


def test_the_scope_keeps_the_cell_and_goes_on_playing(desk: MakeDesk) -> None:
    at = desk(PLACE)
    at.commands.go_to(13, 24)
    at.player.play()
    for scope, steps in (("image", 2000), ("region", 25)):
        at.commands.set_scope(scope)
        assert at.cell == (13, 24)
        assert at.player.timeline.steps == steps
        assert at.player.playing
    at.player.pause()


def test_from_the_image_back_to_the_region_it_comes_along(desk: MakeDesk) -> None:
    at = desk(replace(PLACE, scope="image"))
    at.commands.go_to(33, 44)
    at.commands.set_scope("region")
    assert at.cell == (33, 44)
    assert at.scene.region.holds(33, 44)


def test_speed_is_a_look(desk: MakeDesk) -> None:
    at = desk()
    at.commands.set_speed(8.0)
    assert at.scene.speed == 8.0
    assert not at.store.can_undo


# --- an output finer than its input


def test_upsampling_begins_at_the_same_place(desk: MakeDesk) -> None:
    at = desk(PLACE)
    at.commands.choose_operation(UPSAMPLING)
    assert at.scene.layer == ResizeLayer()
    assert at.scene.region == Region(23, 43, 5, 5)  # twice the place of the middle, which stays
    at.commands.set_layer({"scale": (4.0, 2.0)})
    assert at.scene.region == Region(46, 43, 5, 5)
    assert at.shape == (1, 160, 100)
    at.commands.set_layer({"mode": "nearest"})
    assert at.scene.layer == ResizeLayer("nearest", (4.0, 2.0))


@pytest.mark.parametrize(
    ("scale", "crop"),
    [((2.0, 2.0), Region(3, 4, 3, 3)), ((0.5, 1.5), Region(12, 5, 10, 4)), ((8.0, 1.0), Region(0, 8, 1, 6))],
)
def test_cropping_a_finer_output_keeps_at_least_its_cells(
    desk: MakeDesk, scale: tuple[float, float], crop: Region
) -> None:
    at = desk(Scene(picture=LARGE, layer=ResizeLayer(scale=scale), region=Region(6, 8, 5, 6)))
    at.commands.crop_to_stage()
    assert at.scene.crop == crop
    assert at.shape[1] >= 5
    assert at.shape[2] >= 6
    at.commands.uncrop()
    assert at.scene.crop is None


def test_another_picture_is_enlarged_where_it_has_something_to_see(desk: MakeDesk) -> None:
    at = desk(Scene(picture=LARGE, layer=ResizeLayer(), region=Region(0, 0, 7, 7)))
    at.commands.open_sample("camera")
    at.settle()
    assert at.scene.region.clipped(1024, 1024) == at.scene.region
    assert at.scene.region.top % 2 == at.scene.region.left % 2 == 0


# --- before anything is shown


def test_without_a_story_commands_wait(program: Program) -> None:
    program.session.story = None
    commands = Commands(program.session, Player())
    before = program.store.scene
    commands.crop_to_stage()
    commands.paint_kernel(Spot("kernel", 0, 0), [(0, 0)], 1.0, "stroke")
    commands.go_to(0, 0)
    commands.show_cells(3)
    commands.set_scope("image")
    assert program.store.scene == before
    assert before.picture == CANVAS


# --- convolution as matrices

MATRIX = next(n for n, lab in enumerate(LABS) if lab.layer_type is Im2colLayer)


def test_the_matrix_begins_with_a_small_part_and_undo_brings_the_whole_back(desk: MakeDesk) -> None:
    here = desk(PLACE)
    here.commands.choose_operation(MATRIX)
    here.settle()
    assert here.scene.layer == LABS[MATRIX].default
    assert here.scene.crop == Region(9, 19, 6, 6)
    assert here.shape == (1, 4, 4)
    assert here.undone()


def test_the_matrix_and_convolution_are_different_operations(desk: MakeDesk) -> None:
    here = desk(replace(PLACE, layer=Im2colLayer(), crop=Region(0, 0, 6, 6)))
    here.commands.choose_operation(MATRIX)
    assert not here.store.can_undo
    here.commands.choose_operation(0)
    here.settle()
    assert type(here.scene.layer) is ConvLayer
    assert here.undone()


@pytest.mark.parametrize(
    ("view", "spot"), [("columns", Spot("kernel", 0, 5)), ("toeplitz", Spot("kernel", 1, 2))]
)
def test_kernels_are_chosen_painted_and_turned_in_the_matrix_too(
    desk: MakeDesk, view: str, spot: Spot
) -> None:
    here = desk(Scene(picture=LARGE, layer=Im2colLayer(view=view), region=Region(0, 0, 4, 4)))
    here.commands.pick_kernel("box-3x3")
    assert here.scene.layer.filters[0][0].id == "box-3x3"
    here.commands.paint_kernel(spot, [(spot.row, spot.col)], 7.0, None)
    here.settle()
    assert rows(here)[1][2] == 7
    here.commands.use_tool("flip")
    here.settle()
    assert rows(here)[1][0] == 7
    here.commands.set_layer({"view": "columns", "heat": True})
    assert type(here.scene.layer) is Im2colLayer
    assert not here.program.refused


# --- an operation that reads a few cells of the picture

DENSE = next(n for n, lab in enumerate(LABS) if lab.operation == "dense")


def test_it_reads_the_cells_that_were_looked_at(desk: MakeDesk) -> None:
    at = desk(PLACE)
    at.commands.choose_operation(DENSE)
    at.settle()
    assert at.scene.layer.corner == (9, 19)
    assert at.session.story
    assert at.session.story.part == Region(9, 19, 6, 6)
    assert at.shape == (1, 4, 4)
    assert at.undone()


def test_a_crop_of_its_input_counts_from_there(desk: MakeDesk) -> None:
    at = desk(PLACE)
    at.commands.choose_operation(DENSE)
    at.commands.crop(1, 2, 4, 3)
    assert at.scene.crop == Region(10, 21, 4, 3)
    assert at.shape == (1, 2, 1)


def test_a_canvas_is_painted_where_its_cells_are_read(desk: MakeDesk) -> None:
    at = desk(PLACE)
    at.commands.choose_operation(DENSE)
    at.commands.paint_pixels([(0, 1)], 255, None)
    assert at.scene.picture.pixels[9 * 50 + 20] == 255


def test_too_many_cells_are_refused_in_a_sentence(desk: MakeDesk) -> None:
    at = desk(replace(PLACE, layer=DenseLayer()))
    at.commands.set_layer({"input_size": (6, 17)})
    assert at.refused() == (
        "A dense layer reads at most 16 × 16 cells here, not 6 × 17: crop the picture to fewer."
    )


def test_another_picture_is_read_where_it_is_lively(desk: MakeDesk) -> None:
    at = desk(replace(PLACE, layer=DenseLayer()))
    at.commands.open_sample("camera")
    at.settle()
    row, col = at.scene.layer.corner
    middle = (at.scene.region.top + 2, at.scene.region.left + 2)
    assert max(abs(row + 3 - middle[0]), abs(col + 3 - middle[1])) <= 1
    assert np.ptp(at.session.story.x) > 50


# --- an operation that chose what is on the stage, and is left again

POOLING = next(n for n, lab in enumerate(LABS) if lab.operation == "pool2d")


@pytest.mark.parametrize(
    "others", [(POOLING,), (MATRIX,), (DENSE,), (POOLING, MATRIX), (MATRIX, POOLING, DENSE)]
)
def test_what_an_operation_put_on_the_stage_goes_with_it(desk: MakeDesk, others: tuple[int, ...]) -> None:
    at = desk(PLACE)
    before = at.scene
    for other in (*others, 0):
        at.commands.choose_operation(other)
        at.settle()
    assert (at.scene.crop, at.scene.region.height, at.scene.region.width) == (
        before.crop,
        before.region.height,
        before.region.width,
    )
    assert abs(at.scene.region.top - before.region.top) <= 2  # its middle is a cell of the coarser output
    assert abs(at.scene.region.left - before.region.left) <= 2


def test_what_a_person_chose_meanwhile_stays(desk: MakeDesk) -> None:
    at = desk(PLACE)
    at.commands.choose_operation(POOLING)
    at.commands.show_cells(6)
    at.commands.choose_operation(0)
    assert (at.scene.region.height, at.scene.region.width) == (6, 6)
    at.commands.choose_operation(MATRIX)
    at.commands.crop(1, 1, 4, 4)
    cropped = at.scene.crop
    at.commands.choose_operation(0)
    assert at.scene.crop == cropped
