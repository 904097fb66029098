"""The one scene: changed, undone, and left alone when a change is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as PILImage

from convviz.core.errors import KernelError
from convviz.core.images import Glimpse
from convviz.core.saving import save_shown
from convviz.scene.scene import Canvas, Drawn, FilePicture, Region, Scene, replace
from tests.state.conftest import SCENE, Program


@pytest.fixture
def photo(tmp_path: Path) -> FilePicture:
    save_shown(tmp_path / "photo.png", np.zeros((20, 30, 3), np.uint8))
    return FilePicture(str(tmp_path / "photo.png"))


def test_a_change_is_told_with_the_scene_before(program: Program) -> None:
    program.store.set(show="stretch")
    assert program.store.scene == replace(SCENE, show="stretch")
    assert program.changes == [(SCENE, program.store.scene)]


def test_a_change_of_the_layer(program: Program) -> None:
    program.store.set_layer(stride=(2, 1))
    assert program.store.scene.layer == replace(SCENE.layer, stride=(2, 1))


def test_no_change_is_not_told(program: Program) -> None:
    program.store.set(show="clamp")
    assert program.changes == []
    assert not program.store.can_undo


def test_undo_and_redo(program: Program) -> None:
    store = program.store
    store.set(show="stretch")
    store.set(show="offset")
    store.undo()
    assert (store.scene.show, store.can_undo, store.can_redo) == ("stretch", True, True)
    store.undo()
    assert (store.scene, store.can_undo) == (SCENE, False)
    store.redo()
    store.redo()
    assert (store.scene.show, store.can_redo) == ("offset", False)
    assert [new.show for _, new in program.changes] == [
        "stretch",
        "offset",
        "stretch",
        "clamp",
        "stretch",
        "offset",
    ]
    store.redo()
    assert len(program.changes) == 6


def test_a_drag_is_undone_at_once(program: Program) -> None:
    for gain in (1.0, 2.0, 3.0):
        program.store.set_layer("drag", bias=(gain,))
    program.store.end_gesture()
    program.store.set_layer("drag", bias=(4.0,))
    program.store.undo()
    assert program.store.scene.layer.bias == (3.0,)
    program.store.undo()
    assert program.store.scene == SCENE


def test_looking_elsewhere_is_told_and_not_undone(program: Program) -> None:
    program.store.look(region=Region(1, 1, 2, 2))
    assert program.store.scene.region == Region(1, 1, 2, 2)
    assert len(program.changes) == 1
    assert not program.store.can_undo


# --- what is refused leaves everything as it was ---


REFUSED: list[tuple[dict[str, object], str]] = [
    ({"stride": (0, 1)}, "stride must be at least 1, not 0."),
    ({"dilation": (9, 1)}, "The window spans 10 cells (2 taps, dilation 9)"),
    ({"padding": (9, 0, 0, 0), "padding_mode": "reflect"}, "Reflect padding of 9 needs an image"),
    ({"padding": "same", "stride": (2, 2)}, "padding 'same' needs stride 1"),
    ({"bias": (1.0, 2.0)}, "2 biases do not fit 1 filters"),
]


@pytest.mark.parametrize(("choices", "sentence"), REFUSED)
def test_a_layer_that_does_not_fit_is_refused(
    program: Program, choices: dict[str, object], sentence: str
) -> None:
    program.store.set_layer(**choices)
    assert len(program.refused) == 1
    assert program.refused[0].startswith(sentence)
    assert program.store.scene == SCENE
    assert program.changes == []
    assert not program.store.can_undo


def test_a_refused_look_leaves_the_scene(program: Program) -> None:
    program.store.look(layer=replace(SCENE.layer, dilation=(9, 9)))
    assert len(program.refused) == 1
    assert program.store.scene == SCENE


def test_an_edit_may_refuse_by_itself(program: Program) -> None:
    def edit(scene: Scene) -> Scene:
        raise KernelError("kernel_sum_zero")

    program.store.edit(edit)
    assert program.refused == ["The weights add up to 0; there is nothing to divide by."]
    program.store.edit(lambda scene: replace(scene, picture=Canvas(1, 1, b"")))
    assert program.refused[1] == "A canvas of 1 × 1 pixels needs 1 bytes, not 0."


def test_kernels_of_two_sizes_are_refused(program: Program) -> None:
    program.store.set_layer(
        filters=((Drawn(((1.0,),)),), (Drawn(((1.0, 2.0),)),)), bias=(0.0, 0.0), padding="valid"
    )
    assert program.refused == ["All kernels of a layer must have one size; these are 1 × 1, 1 × 2."]


# --- pictures that must be read first ---


def test_a_picture_is_read_before_it_is_shown(program: Program, photo: FilePicture) -> None:
    loading: list[bool] = []
    program.store.loading.connect(loading.append)
    program.store.set(picture=photo)
    assert program.store.scene == SCENE
    assert loading == [True]
    program.settle()
    assert program.store.scene.picture == photo
    assert loading == [True, False]
    program.store.undo()
    assert program.store.scene == SCENE


def test_a_large_photo_is_glimpsed_while_it_is_read(program: Program, tmp_path: Path) -> None:
    large = np.tile(np.arange(2400, dtype=np.uint16) // 10, (2000, 1)).astype(np.uint8)
    PILImage.fromarray(large).save(tmp_path / "large.jpg")
    seen: list[tuple[Scene, Glimpse, Scene]] = []
    program.store.glimpsed.connect(lambda *told: seen.append((*told, program.store.scene)))
    picture = FilePicture(str(tmp_path / "large.jpg"))
    program.store.set(picture=picture)
    program.settle()
    assert program.store.scene.picture == picture
    for wanted, glimpse, scene in seen:  # the reading may be done first
        assert (wanted.picture, scene.picture) == (picture, SCENE.picture)
        assert (glimpse.height, glimpse.width, glimpse.image.shape) == (2000, 2400, (250, 300))
    program.store.set(channel="r")  # of what has been read nothing needs to be glimpsed
    program.settle()
    assert len(seen) <= 1


def test_a_picture_that_cannot_be_read_changes_nothing(program: Program, tmp_path: Path) -> None:
    loading: list[bool] = []
    program.store.loading.connect(loading.append)
    program.store.set(picture=FilePicture(str(tmp_path)))
    program.settle()
    assert program.refused == [f"{tmp_path.name} is a folder, not a picture."]
    assert program.store.scene == SCENE
    assert loading == [True, False]


def test_reading_ends_once_however_many_pictures_were_asked_for(program: Program, tmp_path: Path) -> None:
    """The second is overtaken before it was begun, and never answered."""
    loading: list[bool] = []
    program.store.loading.connect(loading.append)
    for n in range(4):
        save_shown(tmp_path / f"{n}.png", np.full((20, 30), n, np.uint8))
        program.store.set(picture=FilePicture(str(tmp_path / f"{n}.png")))
    program.settle()
    assert program.store.scene.picture == FilePicture(str(tmp_path / "3.png"))
    assert loading == [True, False]


def test_reading_ends_though_the_first_of_two_pictures_cannot_be_read(
    program: Program, photo: FilePicture, tmp_path: Path
) -> None:
    loading: list[bool] = []
    program.store.loading.connect(loading.append)
    program.store.set(picture=FilePicture(str(tmp_path)))
    program.store.set(picture=photo)
    program.settle()
    assert program.store.scene.picture == photo
    assert loading == [True, False]


def test_a_change_made_while_a_picture_is_read_is_not_lost(program: Program, photo: FilePicture) -> None:
    program.store.set(picture=photo)
    program.store.set(show="stretch")
    program.settle()
    assert program.store.scene == replace(SCENE, picture=photo, show="stretch")


def test_a_channel_chosen_while_a_picture_is_read_is_its_channel(
    program: Program, photo: FilePicture, tmp_path: Path
) -> None:
    program.store.set(picture=photo)
    program.settle()
    save_shown(tmp_path / "other.png", np.zeros((20, 30, 3), np.uint8))
    other = FilePicture(str(tmp_path / "other.png"))
    program.store.set(picture=other)
    program.store.set(channel="b")
    program.settle()
    assert program.store.scene == replace(SCENE, picture=other, channel="b")


def test_undo_to_a_picture_that_is_gone_says_so(program: Program, photo: FilePicture) -> None:
    program.store.set(picture=photo)
    program.settle()
    program.store.set(picture=Canvas(6, 8, bytes(48)))
    program.store.sources.forget(photo)
    Path(photo.path).unlink()
    here = program.store.scene
    program.store.undo()
    program.settle()
    assert program.refused == [f"There is no file {photo.path}."]
    assert program.store.scene == here
    assert program.store.can_undo


def test_undo_reads_a_picture_again(program: Program, photo: FilePicture) -> None:
    program.store.set(picture=photo)
    program.settle()
    program.store.set(picture=Canvas(6, 8, bytes(48)))
    program.store.sources.forget(photo)
    program.store.undo()
    program.settle()
    assert program.store.scene.picture == photo
    assert program.store.can_redo


def test_a_picture_too_small_for_the_window_is_refused(start: Callable[..., Program], tmp_path: Path) -> None:
    program = start()
    save_shown(tmp_path / "dot.png", np.zeros((1, 1), np.uint8))
    program.store.set(picture=FilePicture(str(tmp_path / "dot.png")))
    program.settle()
    assert len(program.refused) == 1
    assert "(2 taps, dilation 1)" in program.refused[0]
    assert program.store.scene == SCENE
