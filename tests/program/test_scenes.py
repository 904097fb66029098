"""Scenes as files in the whole program: saved, opened, dropped, refused, named at the start."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image as PILImage
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox

from convviz.app import Program
from convviz.figure.figure import Spot
from convviz.scene.codec import MAX_NOTES, VERSION, SceneFile, encode_file
from convviz.scene.embedded import MAX_EMBEDDED
from convviz.scene.lesson_file import built_in
from convviz.scene.scene import FilePicture, Preset, SamplePicture, Scene, replace
from convviz.scene.scene_files import packed, read_scene
from convviz.state.settings import SettingsFile
from convviz.views import dialogs
from tests.program.conftest import WAIT, Person
from tests.scene.bad_files import BAD

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def fresh(qtbot, qapp, tmp_path: Path):
    """Starts a program that has never been started before: fresh("lesson.convviz")."""
    running: list[Program] = []

    def begin(image: str | None = None, welcome: bool = False) -> Person:
        settings = tmp_path / f"settings-{len(running)}" / "settings.json"
        program = Program(qapp, image, SettingsFile(settings), welcome)
        running.append(program)
        program.window.resize(1280, 720)
        program.start()
        program.window.resize(1280, 720)
        person = Person(qtbot, program)
        qtbot.waitUntil(lambda: program.session.story is not None, timeout=WAIT)
        person.settle()
        return person

    yield begin
    for program in running:
        program.window.close()
        program.window.deleteLater()
    qapp.processEvents()


def save(person: Person, path: Path) -> Path:
    person.program.documents.save(str(path))
    person.qtbot.waitUntil(
        lambda: str(path) in person.program.preferences.settings.recent_scenes, timeout=WAIT
    )
    return path


def shown(person: Person, path: Path) -> None:
    person.qtbot.waitUntil(lambda: person.program.documents.path == path, timeout=WAIT)
    person.settle()


def pictures(person: Person) -> list[bytes]:
    """The stage and what else of the window follows the scene and the place alone."""
    person.window.notice.hide()
    person.stage.setFocus()
    person.qtbot.wait(150)  # the inspector tells of a scene a moment later
    desk = person.desk
    panes = desk.whole.panes
    return [person.grab(part) for part in (person.stage, desk.transport, desk.size, desk.inspector, panes)]


def scene_of(photo: Path, folder: Path, **changes: object) -> Path:
    """A scene file of a large photo, as the program writes it."""
    scene = replace(Scene(picture=FilePicture(str(photo))), **changes)
    path = folder / "lesson.convviz"
    path.write_bytes(encode_file(packed(SceneFile(VERSION, scene, 5.0), folder)))
    return path


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "large.bmp"
    PILImage.effect_noise((2200, 2100), 60).save(path)
    assert path.stat().st_size > MAX_EMBEDDED
    return path


def test_a_scene_opened_elsewhere_is_the_same_to_the_pixel(fresh, tmp_path: Path) -> None:
    first = fresh()
    photo = tmp_path / "photo.png"
    PILImage.effect_noise((90, 70), 80).save(photo)
    first.open(photo)
    first.program.commands.pick_kernel("emboss")
    first.program.store.set_layer(stride=(2, 1), padding=(1, 1, 1, 1), padding_mode="reflect")
    first.program.commands.show_cells(9)
    first.program.player.seek(11.4)
    first.desk.inspector.show_tab(1)
    first.program.preferences.set(zoom=125)
    panes = first.desk.whole.panes
    panes.input.zoom(0.4)
    panes.input.move(0.3, -0.2)
    (grid,) = first.stage.figure.grids("input")
    first.click(Spot("input", grid.first[0] + 3, grid.first[1] + 2, grid.channel))
    assert first.stage.pinned is not None
    QApplication.sendEvent(first.stage, QEvent(QEvent.Type.Leave))
    first.settle()
    saved = save(first, tmp_path / "lesson.convviz")
    before = pictures(first)
    looks = first.program.documents.looks
    assert (looks.zoom, looks.pinned.row) == (125, first.stage.pinned.row)
    assert looks.seen.width == panes.chosen_part.width < 70
    first.window.close()
    photo.unlink()
    again = fresh(str(saved))
    shown(again, saved)
    assert again.program.player.t == 11.4
    assert again.desk.inspector.tab == 1
    assert (again.program.preferences.settings.zoom, again.program.documents.looks) == (125, looks)
    for n, (one, other) in enumerate(zip(before, pictures(again), strict=True)):
        assert one == other, f"part {n} looks otherwise"


def test_the_view_is_part_of_it(fresh, tmp_path: Path) -> None:
    first = fresh()
    first.desk.do("whole-view")
    saved = save(first, tmp_path / "whole.convviz")
    first.window.close()
    again = fresh(str(saved))
    shown(again, saved)
    assert again.window.actions_by_id["whole-view"].isChecked()
    assert not again.stage.isVisible()


def test_a_scene_that_says_nothing_of_it_shows_all_of_the_picture_and_pins_nothing(
    person: Person, tmp_path: Path
) -> None:
    person.program.preferences.set(zoom=150)
    person.desk.whole.panes.input.zoom(0.4)
    person.click(Spot("input", *person.stage.figure.grids("input")[0].first))
    path = tmp_path / "plain.convviz"
    path.write_bytes(encode_file(SceneFile(VERSION, replace(person.scene, speed=4.0))))
    person.drop(path)
    shown(person, path)
    assert person.desk.whole.seen is None
    assert person.stage.pinned is None
    assert person.program.preferences.settings.zoom == 150, "it stays as it was"


# --- notes


def test_notes_of_a_scene_are_written_in_the_window_and_read_by_the_speaker(fresh, tmp_path: Path) -> None:
    first = fresh()
    first.desk.do("notes")
    window = first.program.scenes.notes.window
    first.qtbot.keyClicks(window.text, "Point at the edge.")
    window.language.buttons[1].click()
    assert window.text.toPlainText() == ""
    window.text.setPlainText("指出边缘。")
    saved = save(first, tmp_path / "a.convviz")
    first.window.close()
    assert not window.isVisible()
    again = fresh(str(saved))
    shown(again, saved)
    again.desk.do("speaker")
    speaker = again.desk.presenting.speaker
    assert speaker.notes.text() == "Point at the edge."
    again.desk.do("notes")
    window = again.program.scenes.notes.window
    window.text.setPlainText("")
    assert speaker.notes.text() == "指出边缘。", "what is written in the other language alone"
    window.language.buttons[1].click()
    window.text.setPlainText("")
    assert "Camera" not in speaker.notes.text()
    assert speaker.notes.text().startswith("9 values times"), "without notes, the step is explained"
    window.text.setPlainText("x" * (MAX_NOTES + 1))
    assert window.said.isVisible()
    assert window.said.text().startswith("The notes have ")
    again.desk.presenting.leave()
    window.close()


def test_saving_asks_for_a_name_once(person: Person, tmp_path: Path, monkeypatch) -> None:
    path, asked = tmp_path / "a [*] b.convviz", []
    monkeypatch.setattr(dialogs, "ask_scene_target", lambda parent, name: asked.append(name) or str(path))
    person.key(Qt.Key.Key_F12)
    person.qtbot.waitUntil(path.exists, timeout=WAIT)
    person.settle()
    assert [Path(name).name for name in asked] == ["camera.convviz"]
    assert person.window.windowTitle() == "a [*][*] b[*] — Camera — ConvViz"
    assert not person.window.isWindowModified()
    person.program.commands.pick_kernel("emboss")
    assert person.window.isWindowModified()
    person.settle()
    person.key(Qt.Key.Key_F12)
    person.qtbot.waitUntil(lambda: not person.window.isWindowModified(), timeout=WAIT)
    assert len(asked) == 1
    assert read_scene(path).scene.layer.filters == ((Preset("emboss"),),)
    person.key(Qt.Key.Key_F12, SHIFT)
    assert asked[1:] == [str(path)]


def test_the_dialog_for_a_name_gives_it_its_ending(
    person: Person, tmp_path: Path, qapp: QApplication
) -> None:
    def answer() -> None:
        dialog = next(widget for widget in qapp.topLevelWidgets() if isinstance(widget, QFileDialog))
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        field.setText(str(tmp_path / "named"))
        person.qtbot.keyClick(field, Qt.Key.Key_Return)

    QTimer.singleShot(300, answer)
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    person.desk.do("save-scene-as")
    person.qtbot.waitUntil((tmp_path / "named.convviz").exists, timeout=WAIT)
    person.settle()


def test_a_dropped_scene_is_opened_and_undone(person: Person, tmp_path: Path) -> None:
    before = person.scene
    path = tmp_path / "Lesson.CONVVIZ"
    path.write_bytes(encode_file(SceneFile(VERSION, Scene(picture=SamplePicture("brick")), 3.0)))
    person.drop(path)
    shown(person, path)
    assert person.story.source.title == "brick"
    assert person.window.windowTitle() == "Lesson[*] — Brick wall — ConvViz"
    person.key(Qt.Key.Key_Z, CTRL)
    assert person.scene == before
    assert person.window.windowTitle() == "Camera — ConvViz"


def test_a_scene_is_opened_by_menu(person: Person, tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "lesson.convviz"
    path.write_bytes(encode_file(SceneFile(VERSION, Scene(picture=SamplePicture("brick")))))
    monkeypatch.setattr(dialogs, "ask_scene", lambda parent, folder: str(path))
    person.key(Qt.Key.Key_O, CTRL | SHIFT)
    shown(person, path)
    assert person.program.preferences.settings.recent_scenes == (str(path),)
    path.unlink()
    person.program.scenes.open(str(path))
    person.qtbot.waitUntil(lambda: person.notice == f"There is no file {path}.", timeout=WAIT)
    assert person.program.preferences.settings.recent_scenes == ()


@pytest.mark.parametrize("name", ["zeros", "pipe", "newer", "deep", "NaN", "cut off"])
def test_a_bad_scene_leaves_the_window_as_it_was(person: Person, tmp_path: Path, name: str) -> None:
    make, says = BAD[name]
    make(tmp_path / "bad.convviz")
    before, seen = person.program.documents.work(), person.grab()
    person.drop(tmp_path / "bad.convviz")
    person.qtbot.waitUntil(lambda: says in person.notice, timeout=WAIT)
    assert person.program.documents.work() == before
    person.window.notice.hide()
    person.qtbot.wait(50)
    assert person.grab() == seen


def answering(monkeypatch, *answers: str) -> list[str]:
    """Presses these buttons in the dialogs to come; returns what they say."""
    said: list[str] = []
    left = list(answers)

    def press() -> None:
        boxes = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]
        if boxes:
            said.append(boxes[0].text())
            wanted = left.pop(0)
            next(b for b in boxes[0].buttons() if b.text().replace("&", "") == wanted).click()
        if left:
            QTimer.singleShot(50, press)

    QTimer.singleShot(50, press)
    return said


def test_a_moved_picture_is_looked_for(person: Person, large: Path, tmp_path: Path, monkeypatch) -> None:
    path = scene_of(large, tmp_path, channel="r")
    moved = large.rename(tmp_path / "moved.bmp")
    before = person.scene
    said = answering(monkeypatch, "Cancel")
    person.drop(path)
    person.qtbot.waitUntil(lambda: bool(said), timeout=WAIT)
    person.settle()
    assert said == [f"The scene shows the picture large.bmp, which is not there: {large}."]
    assert (person.scene, person.program.documents.path) == (before, None)
    monkeypatch.setattr(dialogs, "ask_open", lambda parent, folder, endings: str(moved))
    answering(monkeypatch, "Look for it…")
    person.drop(path)
    shown(person, path)
    assert person.scene.picture == FilePicture(str(moved))
    assert (person.scene.channel, person.program.player.t) == ("r", 5.0)


def test_another_picture_may_be_used_in_its_place(
    person: Person, large: Path, tmp_path: Path, monkeypatch
) -> None:
    path = scene_of(large, tmp_path)
    large.write_bytes(large.read_bytes()[:-1] + b"\1")
    said = answering(monkeypatch, "Use it anyway")
    person.drop(path)
    shown(person, path)
    assert said == [f"{large} is not the picture that the scene was saved with."]
    assert person.scene.picture == FilePicture(str(large))


def test_position_view_tab_and_file_come_back_at_the_next_start(start, tmp_path: Path) -> None:
    first = start()
    save(first, tmp_path / "lesson.convviz")
    first.program.commands.pick_kernel("emboss")
    first.program.player.seek(7.25)
    first.desk.inspector.show_tab(2)
    first.settle()
    first.window.close()
    again = start()
    assert again.program.player.t == 7.25
    assert again.desk.inspector.tab == 2
    assert again.window.windowTitle() == "lesson[*] — Camera — ConvViz"
    assert again.window.isWindowModified()
    assert not again.notice


def test_an_example_belongs_to_no_file_and_unsaved_changes_are_kept(start, tmp_path: Path) -> None:
    person = start()
    save(person, tmp_path / "lesson.convviz")
    person.program.commands.pick_kernel("emboss")
    person.window.chosen.emit("examples", "no-padding")
    assert person.program.documents.path is None
    (lost,) = person.program.workspace.lost()
    assert person.program.workspace.read_lost(lost).file.scene.layer.filters == ((Preset("emboss"),),)
    person.program.scenes.show_page()
    tile = person.program.scenes.page.focusWidget()
    assert tile.tile.kind == "lost"
    tile.click()
    shown(person, tmp_path / "lesson.convviz")
    assert person.window.isWindowModified()
    assert person.program.workspace.lost() == []


def test_the_first_start_greets_after_the_window_is_painted(fresh) -> None:
    person = fresh(welcome=True)
    page = person.program.scenes.page
    assert page is not None
    person.settle()
    tile = page.focusWidget()
    person.key(Qt.Key.Key_Right)  # which would step, were the stage to be seen
    assert person.program.player.moment.step == 0
    person.qtbot.keyClick(tile, Qt.Key.Key_Return)
    person.settle()
    assert person.program.scenes.page is None
    course = person.program.teaching.course
    assert (course.lesson.id, course.number) == (built_in()[0].load().id, 0), "the first lesson was chosen"
    assert person.stage.hasFocus()
    before = person.program.player.t
    person.key(Qt.Key.Key_Right)
    assert person.program.player.t > before


def test_no_page_greets_who_named_a_picture_or_was_here_before(fresh, start) -> None:
    assert fresh("camera.png", welcome=True).program.scenes.page is None
    assert start().program.scenes.page is None


@pytest.mark.parametrize("leave", ["menu", "drop", "choice"])
def test_what_else_is_asked_for_uncovers_the_window(person: Person, tmp_path: Path, leave: str) -> None:
    person.key(Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    page = person.program.scenes.page
    assert page is not None
    person.desk.do("start-page")
    assert person.program.scenes.page is page
    if leave == "menu":
        person.window.actions_by_id["step-view"].trigger()
    elif leave == "drop":
        person.drop(tmp_path / "gone.convviz")
    else:
        person.window.chosen.emit("samples", "brick")
    assert person.program.scenes.page is None
    assert person.stage.isVisible()
    person.settle()
