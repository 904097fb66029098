"""The result as a file and on the clipboard, without the window waiting for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import numpy as np
import pytest
from PIL import Image

from convviz.core import saving
from convviz.core.images import open_image
from convviz.core.lens import render, scale
from convviz.core.operations import OPERATIONS
from convviz.core.saving import save_shown
from convviz.scene.scene import Drawn, FilePicture, replace
from convviz.state.saving import ResultSaver
from tests.state.conftest import BOX, SCENE, Program

COLOURS = np.random.default_rng(2).integers(0, 256, (9, 11, 3), np.uint8)


class Watched(ResultSaver):
    """A saver and all that it said."""

    def __init__(self, program: Program) -> None:
        super().__init__(program.session, program.jobs)
        self.program = program
        self.said: list[tuple[str, str]] = []
        self.pixels: list[Any] = []
        for kind in ("progress", "done", "failed"):
            getattr(self, kind).connect(lambda message, kind=kind: self.said.append((kind, str(message))))
        self.pixels_ready.connect(self.pixels.append)


@pytest.fixture
def saver(program: Program) -> Watched:
    return Watched(program)


@pytest.fixture
def colours(start: Callable[..., Program], tmp_path: Path) -> Program:
    """A colour photo, all of whose channels are filtered."""
    save_shown(tmp_path / "colours.png", COLOURS)
    return start(replace(SCENE, picture=FilePicture(str(tmp_path / "colours.png")), channel="all"))


def shown(program: Program) -> Any:
    """The result as its lens shows it, on the UI thread."""
    result = program.session.ready
    assert result is not None
    return render(result.y, program.store.scene.show, scale(program.store.scene.show, result.statistics, 255))


@pytest.mark.parametrize("ending", [".png", ".tif", ".bmp", ".webp"])
@pytest.mark.parametrize("lens", ["clamp", "signed", "stretch"])
def test_the_result_is_saved_as_shown(saver: Watched, tmp_path: Path, ending: str, lens: str) -> None:
    saver.program.store.set(show=lens)
    saver.save_shown(str(tmp_path / f"edges{ending}"))
    assert saver.said == [("progress", f"Saving edges{ending} …")]
    saver.program.settle()
    assert saver.said[1:] == [("done", f"Saved edges{ending}, 7 × 5 pixels.")]
    assert np.array_equal(
        np.squeeze(np.asarray(Image.open(tmp_path / f"edges{ending}").convert("RGB"))),
        np.broadcast_to(np.atleast_3d(shown(saver.program)), (5, 7, 3)),
    )


def test_a_jpeg_is_saved_too(saver: Watched, tmp_path: Path) -> None:
    saver.save_shown(str(tmp_path / "edges.jpg"))
    saver.program.settle()
    assert np.abs(open_image(tmp_path / "edges.jpg").pixels.astype(int) - shown(saver.program)).max() < 12


def test_true_values_are_saved_as_numpy_and_tiff(saver: Watched, tmp_path: Path) -> None:
    saver.program.store.set_layer(bias=(0.25,))
    saver.save_values(str(tmp_path / "edges.npy"))
    saver.save_values(str(tmp_path / "edges.tif"))
    saver.program.settle()
    y = saver.program.results[-1].y
    for values in (np.load(tmp_path / "edges.npy"), np.asarray(Image.open(tmp_path / "edges.tif"))):
        assert values.dtype == np.float32
        assert np.array_equal(values, y[0])


def test_three_channels_are_saved_in_colour(colours: Program, tmp_path: Path) -> None:
    saver = Watched(colours)
    saver.save_shown(str(tmp_path / "edges.png"))
    saver.save_values(str(tmp_path / "edges.npy"))
    colours.settle()
    assert np.array_equal(open_image(tmp_path / "edges.png").pixels, shown(colours))
    assert np.load(tmp_path / "edges.npy").shape == (3, 8, 10)
    assert ("done", "Saved edges.npy, 3 channels of 10 × 8 pixels.") in saver.said


def test_of_several_filters_the_one_on_the_stage_is_shown(
    start: Callable[..., Program], tmp_path: Path
) -> None:
    minus = Drawn(((-1.0, 0.0), (0.0, 0.0)))
    layer = replace(SCENE.layer, filters=((minus,), (BOX,)), bias=(0.0, 0.0))
    program = start(replace(SCENE, layer=layer, output=1))
    saver = Watched(program)
    saver.save_shown(str(tmp_path / "edges.png"))
    saver.save_values(str(tmp_path / "edges.npy"))
    program.settle()
    assert np.array_equal(open_image(tmp_path / "edges.png").pixels, program.results[0].y[1].astype(np.uint8))
    assert np.array_equal(np.load(tmp_path / "edges.npy"), program.results[0].y)


def test_the_clipboard_gets_the_same_pixels(saver: Watched) -> None:
    saver.shown_pixels()
    saver.program.settle()
    assert saver.said == [("progress", "Copying the result …")]
    assert len(saver.pixels) == 1
    assert saver.pixels[0].dtype == np.uint8
    assert np.array_equal(saver.pixels[0], shown(saver.program))


def test_a_result_that_is_not_there_yet_is_waited_for(saver: Watched, tmp_path: Path) -> None:
    saver.program.store.set_layer(bias=(5.0,))
    saver.save_values(str(tmp_path / "edges.npy"))
    assert saver.said == [("progress", "Waiting for the result …")]
    saver.program.settle()
    assert saver.said[-1] == ("done", "Saved edges.npy, 7 × 5 pixels.")
    assert np.load(tmp_path / "edges.npy")[0, 0] == 18 + 5


def test_a_result_that_never_comes_is_not_waited_for(
    saver: Watched, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fast(*_: object, **__: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(OPERATIONS["conv2d"], "fast", fast)
        saver.program.store.set_layer(bias=(5.0,))
        saver.save_values(str(tmp_path / "edges.npy"))
        saver.program.settle()
    assert saver.said[-1] == ("failed", "There is not enough memory for this.")
    saver.program.store.set_layer(bias=(6.0,))
    saver.program.settle()
    assert len(saver.said) == 2
    assert not (tmp_path / "edges.npy").exists()


def test_a_failed_result_that_nobody_waits_for_is_not_the_savers(
    saver: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fast(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(OPERATIONS["conv2d"], "fast", fast)
    saver.program.store.set_layer(bias=(5.0,))
    saver.program.settle()
    assert saver.said == []


def test_what_is_being_saved_is_not_written_over(
    saver: Watched, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, save = Event(), saving.save_values

    def slowly(*args: Any) -> None:
        assert gate.wait(5)
        save(*args)

    monkeypatch.setattr(saving, "save_values", slowly)
    saver.save_values(str(tmp_path / "edges.npy"))
    for n in range(4):
        saver.program.store.set_layer(bias=(100.0 + n,))
        saver.program.qtbot.waitUntil(lambda n=n: len(saver.program.results) == n + 2)
    gate.set()
    saver.program.settle()
    assert np.load(tmp_path / "edges.npy")[0, 0] == 18


@pytest.mark.parametrize(
    ("name", "values", "sentence"),
    [
        ("edges.xyz", False, "edges.xyz cannot be written: its name must end in one of .png"),
        ("edges.npy", False, "edges.npy cannot be written: its name must end in one of .png"),
        ("edges.png", True, "edges.png cannot be written: its name must end in one of .npy"),
        ("none/edges.png", False, "There is no folder"),
    ],
)
def test_what_cannot_be_saved_says_why(
    saver: Watched, tmp_path: Path, name: str, values: bool, sentence: str
) -> None:
    (saver.save_values if values else saver.save_shown)(str(tmp_path / name))
    saver.program.settle()
    kind, said = saver.said[-1]
    assert kind == "failed"
    assert said.startswith(sentence)
    assert list(tmp_path.iterdir()) == []


def test_several_files_are_saved_at_once(saver: Watched, tmp_path: Path) -> None:
    for n in range(5):
        saver.save_shown(str(tmp_path / f"{n}.png"))
    saver.program.settle()
    assert {path.name for path in tmp_path.iterdir()} == {f"{n}.png" for n in range(5)}
    assert sum(kind == "done" for kind, _ in saver.said) == 5
