"""Pictures are read once, kept while there is room, and read anew when asked."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from convviz.core.errors import Refusal
from convviz.core.images import Glimpse, Image
from convviz.core.saving import save_shown
from convviz.i18n import msg
from convviz.labs.story import Source
from convviz.scene.scene import Canvas, ConvLayer, FilePicture, SamplePicture, Scene, replace
from convviz.scene.volume import VolumeLayer
from convviz.state import sources as module
from convviz.state.jobs import Jobs
from convviz.state.sources import Key, Sources
from tests.state.conftest import CANVAS

RED = np.dstack([np.full((5, 7), 200, np.uint8), np.zeros((5, 7, 2), np.uint8)])


@pytest.fixture
def sources(jobs: Jobs) -> Sources:
    return Sources(jobs)


@pytest.fixture
def photo(tmp_path: Path) -> FilePicture:
    save_shown(tmp_path / "red.png", RED)
    return FilePicture(str(tmp_path / "red.png"))


def load(sources: Sources, scene: Scene, qtbot: QtBot) -> Source | Refusal:
    """The scene's source when it was read, or why it was not."""
    heard: list[Refusal | None] = []
    sources.load(scene, lambda: heard.append(None), heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    source = sources.get(scene)
    return heard[0] or source or pytest.fail("nothing was read")


def test_a_canvas_is_always_ready(sources: Sources) -> None:
    source = sources.get(Scene(picture=CANVAS))
    assert source is not None
    assert (source.title, source.name, source.white) == ("canvas", msg("Canvas"), 255)
    assert source.planes.tobytes() == CANVAS.pixels
    assert source.planes.shape == (1, 6, 8)
    assert sources.get(Scene(picture=CANVAS, output=3)) is source


@pytest.mark.parametrize(
    ("pixels", "white"), [((0, 1, 2, 3), 3), ((0, 1, 0, 1), 1), ((0, 0, 0, 0), 255), ((0, 0, 0, 16), 255)]
)
def test_a_canvas_of_digits_is_no_black_picture(
    sources: Sources, pixels: tuple[int, ...], white: float
) -> None:
    for layer in (ConvLayer(), VolumeLayer()):
        source = sources.get(Scene(picture=Canvas(2, 2, bytes(pixels)), layer=layer))
        assert source is not None
        assert source.white == white


def test_a_file_is_read_when_it_is_asked_for(sources: Sources, photo: FilePicture, qtbot: QtBot) -> None:
    scene = Scene(picture=photo, channel="r")
    assert sources.get(scene) is None
    assert sources.image(photo) is None
    source = load(sources, scene, qtbot)
    assert isinstance(source, Source)
    assert source.title == str(source.name) == "red.png"
    assert source.planes.shape == (1, 5, 7)
    assert (source.planes == 200).all()
    image = sources.image(photo)
    assert image is not None
    assert image.pixels.shape == (5, 7, 3)


def test_a_sample_is_a_picture_too(sources: Sources, qtbot: QtBot) -> None:
    source = load(sources, Scene(picture=SamplePicture("impulse")), qtbot)
    assert isinstance(source, Source)
    assert (source.title, source.name) == ("impulse", msg("Impulse"))
    assert np.count_nonzero(source.planes) == 1


def test_another_channel_does_not_read_the_file_again(
    sources: Sources, photo: FilePicture, qtbot: QtBot
) -> None:
    load(sources, Scene(picture=photo), qtbot)
    Path(photo.path).unlink()
    source = load(sources, Scene(picture=photo, channel="all"), qtbot)
    assert isinstance(source, Source)
    assert source.planes.shape == (3, 5, 7)


def test_a_file_that_is_gone_is_refused(sources: Sources, tmp_path: Path, qtbot: QtBot) -> None:
    refusal = load(sources, Scene(picture=FilePicture(str(tmp_path / "gone.png"))), qtbot)
    assert str(refusal) == f"There is no file {tmp_path / 'gone.png'}."


def test_a_forgotten_picture_is_read_anew(sources: Sources, photo: FilePicture, qtbot: QtBot) -> None:
    scene = Scene(picture=photo, channel="r")
    load(sources, scene, qtbot)
    save_shown(photo.path, RED // 2)
    sources.forget(photo)
    assert sources.get(scene) is None
    source = load(sources, scene, qtbot)
    assert isinstance(source, Source)
    assert (source.planes == 100).all()


def test_what_was_not_used_for_longest_makes_room(
    sources: Sources, photo: FilePicture, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The colours have 105 bytes, a grey plane of them 35; there is room for three."""
    monkeypatch.setattr(module, "KEPT_BYTES", 105 + 3 * 35)
    scenes = [Scene(picture=photo, channel=channel) for channel in ("luma", "r", "g", "b")]
    for scene in scenes[:3]:
        load(sources, scene, qtbot)
    assert sources.get(scenes[0])
    load(sources, scenes[3], qtbot)
    assert [bool(sources.get(scene)) for scene in scenes] == [True, False, True, True]


def test_pictures_make_room_with_their_colours(
    sources: Sources, photo: FilePicture, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A picture and its plane have 140 bytes: one byte less than two of them, and the older one goes."""
    save_shown(tmp_path / "other.png", RED)
    other = FilePicture(str(tmp_path / "other.png"))
    monkeypatch.setattr(module, "KEPT_BYTES", 2 * 140)
    for picture in (photo, other):
        load(sources, Scene(picture=picture), qtbot)
    assert sources.image(photo) is not None
    sources.forget(other)
    monkeypatch.setattr(module, "KEPT_BYTES", 2 * 140 - 1)
    load(sources, Scene(picture=other), qtbot)
    assert sources.get(Scene(picture=photo)) is None
    assert sources.image(photo) is None
    assert sources.image(other) is not None


def test_the_present_picture_is_kept_however_large(
    sources: Sources, photo: FilePicture, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "KEPT_BYTES", 1)
    scene = Scene(picture=photo)
    load(sources, scene, qtbot)
    assert sources.get(scene)
    canvas = replace(scene, picture=CANVAS)
    assert sources.get(canvas)
    assert sources.get(scene) is None
    assert sources.image(photo) is None
    assert sources.image(CANVAS) is not None


def test_a_glimpse_is_seen_before_the_picture_and_of_no_use_after_it(
    sources: Sources, photo: FilePicture, qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = Glimpse(Image(RED[::2, ::2], "red.png"), 5, 7)
    seen: list[Glimpse] = []
    make = module._make
    for first in (True, False):
        told = Event()

        def look(_: object, wait: bool = not first, told: Event = told) -> Glimpse:
            assert not wait or told.wait(5)
            return small

        def read(key: Key, known: Image | None, wait: bool = first, told: Event = told):
            assert not wait or told.wait(5)
            return make(key, known)

        def see(glimpse: Glimpse, told: Event = told) -> None:
            seen.append(glimpse)
            told.set()

        monkeypatch.setattr(module, "glimpse_of", look)
        monkeypatch.setattr(module, "_make", read)
        sources.forget(photo)
        sources.load(Scene(picture=photo), told.set, pytest.fail, see)
        qtbot.waitUntil(jobs.idle)
        assert sources.get(Scene(picture=photo)) is not None
        assert seen == [small]
