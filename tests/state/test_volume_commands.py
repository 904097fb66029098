"""A stack under a person's hands: read, looked through, its kernels drawn slice by slice, and saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from convviz.core.images import open_image
from convviz.core.samples import load_slices
from convviz.figure.figure import Spot
from convviz.labs import LABS
from convviz.labs.story import kernel_rows
from convviz.scene.scene import ONES, Canvas, FilePicture, Preset, Region, SamplePicture, Scene, replace
from convviz.scene.volume import VolumeLayer
from convviz.state.jobs import Jobs
from convviz.state.sources import Sources
from tests.state.conftest import Program
from tests.state.test_commands import PLACE, Desk
from tests.state.test_saving import Watched
from tests.state.test_sources import load

VOLUME = next(n for n, lab in enumerate(LABS) if lab.layer_type is VolumeLayer)
FRAMES = np.random.default_rng(1).integers(0, 256, (3, 8, 10), np.uint8)
CLIP = Scene(picture=SamplePicture("ball"), layer=VolumeLayer(), region=Region(30, 58, 7, 7), output=7)


@pytest.fixture
def desk(start: Callable[..., Program]) -> Callable[[Scene], Desk]:
    return lambda scene: Desk(start(scene))


MakeDesk = Callable[[Scene], Desk]


@pytest.fixture
def clip(tmp_path: Path) -> FilePicture:
    first, *rest = (Image.fromarray(frame) for frame in FRAMES)
    first.save(tmp_path / "clip.gif", save_all=True, append_images=rest)
    return FilePicture(str(tmp_path / "clip.gif"))


# --- reading


def test_only_a_lab_of_stacks_reads_all_slices(jobs: Jobs, clip: FilePicture, qtbot: QtBot) -> None:
    sources = Sources(jobs)
    plain = load(sources, Scene(picture=clip), qtbot)
    stack = load(sources, Scene(picture=clip, layer=VolumeLayer()), qtbot)
    np.testing.assert_array_equal(plain.planes, FRAMES[:1])
    np.testing.assert_array_equal(stack.planes, FRAMES)
    assert stack.title == "clip.gif"
    assert sources.get(Scene(picture=clip)) is plain


def test_samples_and_canvases_are_stacks_too(jobs: Jobs, qtbot: QtBot) -> None:
    sources = Sources(jobs)
    np.testing.assert_array_equal(load(sources, CLIP, qtbot).planes, load_slices("ball"))
    canvas = sources.get(replace(CLIP, picture=Canvas(1, 2, b"\x03\x04")))
    assert canvas is not None
    assert canvas.planes.tolist() == [[[3, 4]]]


def test_a_damaged_stack_is_refused_and_its_first_picture_is_not(desk: MakeDesk, clip: FilePicture) -> None:
    path = Path(clip.path)
    path.write_bytes(path.read_bytes()[:-900])
    at = desk(replace(CLIP, picture=Canvas(9, 9, bytes(81)), output=0))
    at.commands.open_file(clip.path)
    at.settle()
    assert at.refused() == "clip.gif is cut off or damaged: it cannot be decoded as GIF."
    at.commands.choose_operation(0)
    at.commands.open_file(clip.path)
    at.settle()
    assert at.scene.picture == clip


# --- choosing


def test_it_opens_on_a_clip_instead_of_a_sample_photo_and_goes_back(desk: MakeDesk) -> None:
    at = desk(Scene())
    at.commands.choose_operation(VOLUME)
    at.settle()
    assert at.scene == CLIP
    assert at.shape == (16, 96, 128)
    assert at.undone()


def test_a_lab_that_was_passed_by_while_its_stack_was_read_does_not_come_back(desk: MakeDesk) -> None:
    at = desk(PLACE)
    at.store.set(picture=SamplePicture("camera"))
    at.settle()
    at.commands.choose_operation(VOLUME)
    at.commands.choose_operation(VOLUME + 1)
    at.settle()
    assert type(at.scene.layer) is LABS[VOLUME + 1].layer_type
    assert at.scene.picture == SamplePicture("camera")


def test_a_persons_own_picture_stays(desk: MakeDesk) -> None:
    at = desk(PLACE)
    at.commands.choose_operation(VOLUME)
    at.settle()
    assert at.scene.picture == PLACE.picture
    assert at.scene.region == PLACE.region
    assert at.shape == (1, 40, 50)
    assert at.undone()


def test_another_slice_is_looked_at(desk: MakeDesk) -> None:
    at = desk(CLIP)
    at.store.set(output=3)
    assert at.session.story.output == 3
    at.store.set(output=99)
    assert at.session.story.output == 15


def test_a_stride_along_any_axis_turns_same_into_numbers(desk: MakeDesk) -> None:
    at = desk(CLIP)
    at.commands.set_layer({"stride": (2, 1, 1)})
    at.settle()
    assert at.scene.layer.padding == (1, 1, 1, 1, 1, 1)
    assert at.shape == (8, 96, 128)
    assert at.scene.region == CLIP.region
    assert at.undone()


def test_a_stride_within_the_slices_keeps_the_place(desk: MakeDesk) -> None:
    at = desk(CLIP)
    at.commands.set_layer({"stride": (1, 2, 2)})
    assert at.scene.region == Region(15, 29, 7, 7)


# --- kernels


def test_a_kernel_of_the_gallery_keeps_the_depth(desk: MakeDesk) -> None:
    at = desk(CLIP)
    at.commands.pick_kernel("sobel-x")
    at.settle()
    assert at.scene.layer.filters == ((Preset("sobel-x"),),)
    assert at.scene.layer.depth == (-1.0, 0.0, 1.0)
    assert at.scene.layer.filters[0][0].id == "sobel-x"
    assert at.undone()


def test_a_tool_acts_on_the_kernel_of_all_slices(desk: MakeDesk) -> None:
    at = desk(CLIP)
    at.commands.use_tool("normalise")
    at.settle()
    (kernel,) = at.scene.layer.filters[0]
    assert kernel_rows(kernel)[0][0] == pytest.approx(1 / 9)
    assert at.scene.layer.depth == (-1.0, 0.0, 1.0)
    assert at.undone()


def test_a_weight_that_is_typed_is_that_slices_alone(desk: MakeDesk) -> None:
    at = desk(CLIP)
    at.commands.paint_kernel(Spot("kernel", 0, 1, 1), [(0, 1)], 5.0, "typed")
    at.settle()
    layer = at.scene.layer
    assert layer.depth == (1.0, 1.0, 1.0)
    weights = np.array(layer.slice_kernels(kernel_rows))
    expected = np.array([-1.0, 0.0, 1.0])[:, None, None] * np.ones((3, 3, 3))
    expected[1, 0, 1] = 5.0
    np.testing.assert_array_equal(weights, expected)
    assert at.undone()


def test_a_weight_that_stays_as_it_is_changes_no_number(desk: MakeDesk) -> None:
    at = desk(replace(CLIP, layer=VolumeLayer(depth=(1.0, 1.0, 1.0))))
    at.commands.paint_kernel(Spot("kernel", 0, 0, 0), [(0, 0)], 1.0, "typed")
    weights = np.array(at.scene.layer.slice_kernels(kernel_rows))
    np.testing.assert_array_equal(weights, np.ones((3, 3, 3)))
    assert kernel_rows(ONES) == kernel_rows(at.scene.layer.filters[0][0])


def test_own_kernels_and_another_number_of_slices_do_not_fit(desk: MakeDesk) -> None:
    at = desk(replace(CLIP, layer=VolumeLayer(filters=((ONES,) * 3,), depth=(1.0, 2.0, 1.0))))
    at.commands.set_layer({"depth": (1.0, 1.0)})
    assert at.refused() == "3 kernels do not fit a window of 2 slices: one for all, or one for each."


# --- results


def test_the_slice_on_the_stage_is_saved_as_shown_and_all_as_values(
    start: Callable[..., Program], clip: FilePicture, tmp_path: Path
) -> None:
    """Three slices are no colours."""
    layer = VolumeLayer(filters=((ONES,),), depth=(1.0,), padding="valid")
    program = start(Scene(picture=clip, layer=layer, region=Region(0, 0, 3, 3), output=1, show="stretch"))
    saver = Watched(program)
    saver.save_shown(str(tmp_path / "slice.png"))
    saver.save_values(str(tmp_path / "all.npy"))
    program.settle()
    assert open_image(tmp_path / "slice.png").pixels.shape == (6, 8)
    np.testing.assert_array_equal(np.load(tmp_path / "all.npy"), program.results[0].y)
    assert np.load(tmp_path / "all.npy").shape == (3, 6, 8)
