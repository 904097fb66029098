"""Exporting from the window, as a person would."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage

from convviz.export.take import Take
from convviz.labs.pictures import read_source
from convviz.paint.film import film_of
from convviz.scene.examples import load_example
from convviz.views import dialogs
from tests.export.decoded import animation

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def answer(monkeypatch):
    """What the file dialog is told."""
    told: dict[str, object] = {}

    def ask(parent, suggestion: str, title: str, ending: str) -> object:
        told["asked"] = (Path(suggestion).name, title, ending)
        return told.get("path")

    monkeypatch.setattr(dialogs, "ask_export", ask)
    return told


@pytest.fixture
def dialog(person):
    person.program.store.edit(lambda scene: load_example("strided"))
    person.settle()
    person.key(Qt.Key.Key_E, BOTH)
    made = person.desk.exports.dialog
    assert made.isVisible()
    yield made
    if person.desk.exports.dialog is made:
        made.close()


def export(person, dialog) -> str:
    """Presses the button and waits; the sentence at the end."""
    person.qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    person.qtbot.waitUntil(lambda: not person.desk.exports.exporting.running, timeout=20_000)
    person.qtbot.waitUntil(dialog.export_button.isEnabled)
    return dialog.message.text()


def test_a_film_of_what_is_on_the_stage(person, dialog, answer, tmp_path: Path) -> None:
    answer["path"] = str(tmp_path / "strided.gif")
    dialog.last.setValue(3)
    dialog.wide.setValue(640)
    dialog.tall.setValue(360)
    said = export(person, dialog)
    assert said.startswith("Exported strided.gif: 640 × 360 pixels, ")
    assert answer["asked"] == ("canvas-conv2d.gif", "GIF animation", ".gif")
    scene = person.scene
    take = Take(scene, (640, 360), person.desk.theme.name, fps=10, last=2)
    wanted = list(film_of(take, read_source(scene)).frames())
    shown = animation(tmp_path / "strided.gif")
    assert len(shown) == len(wanted)
    for (pixels, seconds), frame in zip(shown, wanted, strict=True):
        assert np.abs(pixels.astype(int) - frame.pixels).mean() < 2
        assert seconds == pytest.approx(frame.ticks / 10)
    assert person.program.preferences.settings.save_folder == str(tmp_path)


def test_the_preview_follows_the_stage(person, dialog) -> None:
    def seen() -> bytes:
        return bytes(dialog.preview.pixmap().toImage().constBits())

    before = seen()
    person.program.player.go(7)
    person.qtbot.waitUntil(lambda: seen() != before)
    moved = seen()
    dialog.title_line.setText("Stride 2")
    person.qtbot.waitUntil(lambda: seen() != moved)


def test_giving_up_the_name_exports_nothing(person, dialog, answer) -> None:
    assert export(person, dialog) == ""


def test_stopping_leaves_no_file(person, dialog, answer, tmp_path: Path) -> None:
    folder = tmp_path / "films"
    folder.mkdir()
    answer["path"] = str(folder / "long.webp")
    dialog.format.activated.emit(3)  # WebP
    dialog.speed.setValue(0.25)
    dialog.fps.setValue(60)
    person.qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    person.qtbot.waitUntil(lambda: dialog.progress.value() > 0, timeout=20_000)
    assert "%" in dialog.message.text()
    assert list(folder.iterdir()), "it is not being written"
    person.qtbot.mouseClick(dialog.stop_button, Qt.MouseButton.LeftButton)
    person.qtbot.waitUntil(lambda: dialog.message.text() == "Nothing was exported.")
    assert list(folder.iterdir()) == []


def test_a_size_that_does_not_fit_is_said_at_once(person, dialog) -> None:
    pytest.importorskip("av")
    dialog.format.activated.emit(0)  # MP4
    dialog.wide.setValue(641)
    person.qtbot.waitUntil(lambda: "even width" in dialog.message.text())
    assert not dialog.export_button.isEnabled()
    dialog.wide.setValue(640)
    person.qtbot.waitUntil(dialog.export_button.isEnabled)
    assert dialog.message.text() == ""


def test_a_folder_that_is_not_there_is_a_sentence(person, dialog, answer, tmp_path: Path) -> None:
    answer["path"] = str(tmp_path / "none" / "film.gif")
    assert export(person, dialog) == f"There is no folder {tmp_path / 'none'}."


def test_what_ends_after_the_dialog_was_closed_is_said_in_the_window(
    person, dialog, answer, tmp_path
) -> None:
    answer["path"] = str(tmp_path / "film.gif")
    person.qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    dialog.close()
    person.qtbot.waitUntil(lambda: person.notice.startswith("Exported film.gif"), timeout=20_000)
    assert (tmp_path / "film.gif").is_file()


def test_closing_the_program_gives_an_export_up(person, dialog, answer, tmp_path: Path) -> None:
    folder = tmp_path / "films"
    folder.mkdir()
    answer["path"] = str(folder / "film.gif")
    dialog.speed.setValue(0.25)
    dialog.fps.setValue(50)
    person.qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    person.qtbot.waitUntil(lambda: list(folder.iterdir()) != [], timeout=20_000)
    person.window.close()
    assert list(folder.iterdir()) == []


def test_the_scene_may_change_meanwhile(person, dialog, answer, tmp_path: Path) -> None:
    """What is exported is the scene as it was when the export began."""
    answer["path"] = str(tmp_path / "film.gif")
    person.qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    before = person.scene
    person.program.commands.set_bias(100.0)
    person.qtbot.waitUntil(lambda: not person.desk.exports.exporting.running, timeout=20_000)
    take = Take(before, (960, 540), person.desk.theme.name, fps=10)
    *_, last = film_of(take, read_source(before)).frames()
    pixels, _ = animation(tmp_path / "film.gif")[-1]
    assert np.abs(pixels.astype(int) - last.pixels).mean() < 2


def test_the_stage_is_copied_as_a_picture(person) -> None:
    size = (2 * person.stage.width(), 2 * person.stage.height())
    person.key(Qt.Key.Key_C, BOTH)
    image = QGuiApplication.clipboard().image().convertToFormat(QImage.Format.Format_RGB32)
    assert (image.width(), image.height()) == size
    pixels = np.frombuffer(image.constBits(), np.uint8)
    assert np.ptp(pixels) > 200
    assert person.notice == f"The stage is on the clipboard, {image.width()} × {image.height()} pixels."


def test_another_language_gives_an_export_up(person, dialog, answer, tmp_path: Path) -> None:
    """A film is in one language, and the dialog is made anew in the other."""
    folder = tmp_path / "films"
    folder.mkdir()
    answer["path"] = str(folder / "film.gif")
    dialog.speed.setValue(0.25)
    dialog.fps.setValue(50)
    person.qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    person.qtbot.waitUntil(lambda: list(folder.iterdir()) != [], timeout=20_000)
    exports = person.desk.exports
    exports.forget()
    person.qtbot.waitUntil(lambda: not exports.exporting.running, timeout=20_000)
    assert list(folder.iterdir()) == []
    assert person.notice == "Nothing was exported."
    assert exports.dialog is None
    person.desk.do("export")
    assert exports.dialog.export_button.isEnabled()
    exports.dialog.close()
