"""Exporting from the window, as a person would."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as PILImage
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication

from convviz import i18n
from convviz.export import EXPORTERS
from convviz.export.take import Take
from convviz.figure.figure import Spot
from convviz.labs.lab import Hidden
from convviz.labs.pictures import read_source
from convviz.paint.film import film_of
from convviz.paint.reel import reel_of
from convviz.paint.theme import load
from convviz.scene.examples import load_example
from convviz.scene.lesson import Lesson, Page, Question, Words
from convviz.views import dialogs
from convviz.views.language import speak
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
    take = Take(scene, (640, 360), person.desk.theme.name, fps=8, last=2)
    wanted = list(film_of(take, read_source(scene)).frames())
    shown = animation(tmp_path / "strided.gif")
    assert len(shown) == len(wanted)
    for (pixels, seconds), frame in zip(shown, wanted, strict=True):
        assert np.abs(pixels.astype(int) - frame.pixels).mean() < 2
        assert seconds == pytest.approx(frame.ticks / 8, abs=0.0051), "a GIF counts hundredths of a second"
    assert sum(seconds for _, seconds in shown) == pytest.approx(sum(f.ticks for f in wanted) / 8, abs=0.0051)
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


def test_without_av_the_dialog_says_what_to_install_and_offers_the_others(
    person, dialog, monkeypatch
) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    dialog.format.activated.emit(0)  # MP4
    person.qtbot.waitUntil(lambda: "pip install 'convviz[video]'" in dialog.message.text())
    assert not dialog.export_button.isEnabled()
    dialog.format.activated.emit(1)
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


def copied(person) -> np.ndarray:
    """Copies what is shown, and takes it from the clipboard: uint8 (H, W, 3)."""
    person.desk.do("copy-stage")
    return pixels_of(QGuiApplication.clipboard().image())


def pixels_of(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    shape = (image.height(), image.width(), 4)
    return np.frombuffer(image.constBits(), np.uint8).reshape(shape)[..., 2::-1].copy()


def enlarged(stage) -> np.ndarray:
    """The stage at twice its size, on its card."""
    image = QImage(2 * stage.size(), QImage.Format.Format_RGB32)
    image.fill(load("light").color("card"))
    painter = QPainter(image)
    painter.scale(2, 2)
    stage.paint_on(painter)
    painter.end()
    return pixels_of(image)


@pytest.mark.parametrize("zoom", [100, 150])
def test_the_stage_is_copied_as_it_is_at_twice_its_size(person, zoom: int) -> None:
    """Content zoom and all, with the cell that is pinned."""
    person.program.preferences.set(zoom=zoom)
    person.program.player.go(3)
    (grid,) = person.stage.figure.grids("input")
    person.click(Spot("input", grid.first[0] + 2, grid.first[1] + 2, grid.channel))
    QApplication.sendEvent(person.stage, QEvent(QEvent.Type.Leave))
    assert person.stage.asked_about == person.stage.pinned is not None
    staged = enlarged(person.stage)  # a moment later a notice takes some of its room
    person.key(Qt.Key.Key_C, BOTH)
    pixels = pixels_of(QGuiApplication.clipboard().image())
    assert person.notice == (f"The stage is on the clipboard, {pixels.shape[1]} × {pixels.shape[0]} pixels.")
    assert (pixels != staged).any(2).mean() < 0.01, "more is different than the line that invites to click"
    person.qtbot.wait(10)
    pinned = copied(person)
    person.stage.pin(None)
    assert (copied(person) != pinned).any(2).mean() > 0.01, "the pinned cell is part of it"


def test_in_the_whole_view_both_pictures_are_copied_and_exported(person, dialog) -> None:
    person.program.commands.open_sample("camera")
    person.settle()
    person.desk.do("whole-view")
    person.qtbot.wait(50)
    panes = person.desk.whole.panes
    wanted = (2 * panes.height(), 2 * panes.width(), 3)
    assert copied(person).shape == wanted
    assert person.notice.startswith("Both pictures are on the clipboard, ")
    take = person.desk.exports.take(person.story)
    assert (take.whole, take.seen, take.spot) == (True, None, None)
    panes.input.zoom(0.5)
    assert person.desk.exports.take(person.story).seen == panes.chosen_part


def test_an_open_question_is_given_away_neither_by_preview_nor_copy_nor_film(person, dialog) -> None:
    course = person.program.teaching.course
    question = Question(Words("How much?"), "value", (0, 0))
    lesson = Lesson(
        "x", Words("L"), Words(), (Page(Words("P"), Words(), person.scene, 0.9, question=question),)
    )
    course.open(lesson)
    person.settle()
    open_ = copied(person)
    take = person.desk.exports.take(person.story)
    assert take.hidden == course.hidden != Hidden()
    dialog.choose("view")
    person.qtbot.wait(100)
    veiled = bytes(dialog.preview.pixmap().toImage().constBits())
    course.reveal()
    assert not person.desk.exports.take(person.story).hidden.cells
    assert not np.array_equal(copied(person), open_)
    person.qtbot.waitUntil(lambda: bytes(dialog.preview.pixmap().toImage().constBits()) != veiled)


def test_a_film_is_in_the_language_that_is_chosen(person, dialog, answer, tmp_path: Path) -> None:
    answer["path"] = str(tmp_path / "stage.svg")
    dialog.format.activated.emit([row.id for row in EXPORTERS].index("svg"))
    assert dialog.language.value == "en"
    dialog.language.activated.emit(1)
    assert dialog.choices["language"] == "zh_CN"
    assert export(person, dialog).startswith("Exported stage.svg"), "the program speaks as before"
    said = (tmp_path / "stage.svg").read_text()
    assert "输入" in said
    assert "Input" not in said


# --- lessons

LESSON = Lesson(
    "small",
    Words("Small", "小课"),
    Words(),
    (
        Page(Words("Look", "看"), Words("Some words."), load_example("no-padding"), watch=(0, 0)),
        Page(
            Words("Ask", "问"),
            Words(),
            load_example("strided"),
            question=Question(Words("Rows?"), "rows", None, Words("So many.")),
        ),
    ),
)


def test_a_lesson_that_is_played_is_exported_whole_or_page_by_page(person, answer, tmp_path: Path) -> None:
    person.desk.do("lesson-film")
    assert person.notice == "Open a lesson first, or add views to your own."
    person.program.teaching.course.open(LESSON)
    person.settle()
    person.desk.do("lesson-film")
    dialog = person.desk.exports.dialog
    assert [dialog.what.itemText(n) for n in range(dialog.what.count())] == [
        "The present view",
        "Page 1 of the lesson",
        "The whole lesson, 2 pages",
    ]
    assert not any(field.isEnabled() for field in (dialog.first, dialog.speed, dialog.title_line))
    dialog.wide.setValue(480)
    dialog.tall.setValue(270)
    dialog.fps.setValue(2)
    like = Take(person.scene, (480, 270), person.desk.theme.name, 2)
    for what, pages in ((1, LESSON.pages[:1]), (2, LESSON.pages)):
        dialog.what.activated.emit(what)
        ticks = reel_of(LESSON, pages, like, read_source).ticks
        minutes, seconds = divmod(round(ticks / 2), 60)
        length = f"{minutes}:{seconds:02} minutes, {ticks} frames"
        person.qtbot.waitUntil(lambda length=length: dialog.length.text().startswith(length))
    answer["path"] = str(tmp_path / "small.gif")
    assert export(person, dialog).startswith("Exported small.gif: 480 × 270 pixels, ")
    assert answer["asked"][0] == "small.gif"
    wanted = list(reel_of(LESSON, LESSON.pages, like, read_source).frames())
    shown = animation(tmp_path / "small.gif")
    assert len(shown) == len(wanted)
    for (pixels, seconds), frame in zip(shown, wanted, strict=True):
        assert np.abs(pixels.astype(int) - frame.pixels).mean() < 2
        assert seconds == pytest.approx(frame.ticks / 2)
    person.program.teaching.course.go(1)
    person.settle()
    dialog.what.activated.emit(1)
    dialog.format.activated.emit([row.id for row in EXPORTERS].index("png"))
    answer["path"] = str(tmp_path / "page.png")
    assert export(person, dialog) == "Exported page.png, 480 × 270 pixels."
    with PILImage.open(tmp_path / "page.png") as image:
        assert np.array_equal(np.asarray(image), reel_of(LESSON, LESSON.pages[1:], like, read_source).still())
    person.program.teaching.course.close()
    assert dialog.what.value == "view"
    assert not dialog.what.isVisible()
    dialog.close()


def test_a_lesson_of_ones_own_is_exported_from_its_editor(
    person, answer, tmp_path: Path, monkeypatch
) -> None:
    person.program.store.edit(lambda scene: load_example("strided"))
    person.settle()
    person.desk.do("my-lesson")
    editor = person.desk.lessons.mine.editor
    assert not any(editor.buttons[name].isEnabled() for name in ("film", "handout", "worksheet"))
    person.desk.do("add-page")
    for name, asked in (("handout", "my-lesson.pdf"), ("worksheet", "my-lesson-1-worksheet.pdf")):
        path, names = tmp_path / f"{name}.pdf", []
        monkeypatch.setattr(
            dialogs,
            "ask_paper",
            lambda _, to, path=path, names=names: names.append(Path(to).name) or str(path),
        )
        editor.buttons[name].click()
        person.qtbot.waitUntil(path.exists, timeout=10_000)
        assert names == [asked]
    editor.buttons["film"].click()
    dialog = person.desk.exports.dialog
    assert dialog.what.currentText() == "The whole lesson, 1 pages"
    answer["path"] = str(tmp_path / "mine.gif")
    dialog.fps.setValue(1)
    assert export(person, dialog).startswith("Exported mine.gif: 960 × 540 pixels, 4.0 s")
    editor.buttons["delete"].click()
    dialog.changed.emit()
    dialog.close()


def begin(person, dialog) -> None:
    """Lets a film of some length be exported, as far as its first frames."""
    dialog.title_line.setText("Edges")
    dialog.speed.setValue(2)
    dialog.fps.setValue(20)
    person.qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    person.qtbot.waitUntil(lambda: dialog.progress.value() > 0, timeout=20_000)


def test_an_export_goes_on_in_its_language_when_the_program_speaks_another(
    person, dialog, answer, tmp_path: Path
) -> None:
    alone, switched = tmp_path / "alone.gif", tmp_path / "switched.gif"
    exports = person.desk.exports
    answer["path"] = str(alone)
    begin(person, dialog)
    person.qtbot.waitUntil(lambda: not exports.exporting.running, timeout=60_000)
    answer["path"] = str(switched)
    begin(person, dialog)
    person.window.chosen.emit("language", "zh_CN")
    person.qtbot.waitUntil(lambda: exports.dialog is not dialog)
    try:
        anew = exports.dialog
        assert exports.exporting.running
        assert (anew.isVisible(), anew.stop_button.isVisible()) == (True, True)
        assert (anew.windowTitle(), anew.export_button.isEnabled()) == ("导出影片或图片", False)
        person.qtbot.waitUntil(lambda: not exports.exporting.running, timeout=60_000)
        assert anew.message.text().startswith("已导出 switched.gif")
        assert alone.read_bytes() == switched.read_bytes()
        anew.close()
    finally:
        speak(QApplication.instance(), i18n.ENGLISH)


def test_a_dialog_that_was_closed_is_not_opened_by_another_language(person, dialog) -> None:
    dialog.close()
    person.desk.exports.renew()
    assert person.desk.exports.dialog is None
    person.desk.exports.renew()
    person.desk.do("export")
    assert person.desk.exports.dialog.export_button.isEnabled()
    person.desk.exports.dialog.close()
