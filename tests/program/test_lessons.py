"""Lessons in the whole program: played, explored, answered, made, put on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image as PILImage
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QSpinBox, QWidget

from convviz import assets
from convviz.figure.figure import Mark, Spot
from convviz.i18n import spoken
from convviz.scene.lesson import Lesson, Page, Question, Words
from convviz.scene.lesson_file import built_in, encode_lesson, read_lesson
from convviz.scene.lesson_pictures import packed_pictures
from convviz.scene.scene import Canvas, ConvLayer, Drawn, FilePicture, Region, Scene, replace
from convviz.views import dialogs, lost_picture
from convviz.views.cover import Cover
from convviz.views.page_form import PageForm
from tests.program.conftest import Person

ONES = Drawn(((1.0,) * 3,) * 3)
SCENE = Scene(
    picture=Canvas(5, 5, bytes(range(25))),
    layer=ConvLayer(filters=((ONES,),), padding="valid"),
    region=Region(0, 0, 3, 3),
    speed=60.0,
)
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LESSON = Lesson(
    "small",
    Words("A small lesson", "小课"),
    Words(),
    (
        Page(Words("Look", "看"), Words("A window.", "一个窗口。"), SCENE, watch=(1, 3)),
        Page(
            Words("Predict"),
            Words("Nine numbers."),
            SCENE,
            at=1.86,
            question=Question(Words("What is row 0, column 1?"), "value", (0, 1), Words("Nine are added.")),
        ),
        Page(
            Words("Click"),
            Words(),
            SCENE,
            at=8.86,
            question=Question(Words("Which is the largest?"), "largest"),
        ),
        Page(Words("Size"), Words(), SCENE, question=Question(Words("How many rows?"), "rows")),
        Page(Words("Whole"), Words(), Scene(), view="whole"),
    ),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "small.lesson"
    path.write_bytes(encode_lesson(LESSON))
    return path


@pytest.fixture
def pupil(person: Person, file: Path) -> Person:
    """Somebody who has dropped the lesson on the window."""
    person.drop(file)
    person.settle()
    return person


def course(person: Person):
    return person.program.teaching.course


def panel(person: Person):
    return person.desk.lessons.panel


def turn(person: Person, key: Qt.Key = Qt.Key.Key_PageDown) -> None:
    person.key(key)
    person.settle()
    person.qtbot.wait(10)


def click(person: Person, widget: QWidget) -> None:
    person.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def empty(person: Person, row: int, col: int) -> bool:
    grid = person.stage.figure.grids("output")[0]
    return bool(grid.marks[row, col] & Mark.EMPTY)


# --- playing


def test_a_lesson_is_chosen_in_the_menu_and_left_again(person: Person) -> None:
    menu = person.window.menu("lessons")
    first = built_in()[0]
    assert menu.actions()[0].text() == f"1. {first.load().title.en}"
    assert not panel(person).isVisible()
    menu.actions()[0].trigger()
    person.settle()
    assert panel(person).isVisible()
    assert person.scene == first.load().pages[0].scene
    click(person, panel(person).leave)
    assert not panel(person).isVisible()
    assert not person.window.actions_by_id["next-page"].isEnabled()


def test_a_presenters_remote_turns_the_pages(pupil: Person) -> None:
    shown = panel(pupil)
    assert (shown.title.text(), shown.place.text()) == ("Look", "1 of 5")
    assert not shown.previous.isEnabled()
    turn(pupil)
    assert (shown.title.text(), shown.text.label.text()) == ("Predict", "Nine numbers.")
    turn(pupil, Qt.Key.Key_PageUp)
    assert shown.title.text() == "Look"
    for _ in range(4):
        turn(pupil)
    assert not shown.following.isEnabled()
    assert pupil.window.actions_by_id["whole-view"].isChecked()
    turn(pupil, Qt.Key.Key_PageUp)
    assert pupil.window.actions_by_id["step-view"].isChecked()


def test_watching_plays_a_range_and_pauses_at_its_end(pupil: Person) -> None:
    player = pupil.program.player
    click(pupil, panel(pupil).watch)
    pupil.qtbot.waitUntil(lambda: not player.playing, timeout=5000)
    assert player.t == player.timeline.finished(3)


def test_one_explores_and_comes_back(pupil: Person) -> None:
    assert not panel(pupil).back.isVisible()
    pupil.program.commands.pick_kernel("sobel-x")
    pupil.settle()
    assert panel(pupil).back.isVisible()
    pupil.key(Qt.Key.Key_B, CTRL)
    pupil.settle()
    assert pupil.scene == SCENE
    assert not panel(pupil).back.isVisible()


def test_a_page_fits_a_small_window(start: Callable[..., Person], file: Path) -> None:
    person = start(size=(1280, 720))
    person.drop(file)
    person.settle()
    for _ in range(4):
        turn(person)
        assert (person.window.width(), person.window.height()) == (1280, 720)
    assert not person.desk.transport.isVisible()
    turn(person, Qt.Key.Key_PageUp)
    assert not person.desk.whole.isVisible(), "in a low window the stage has the room"
    person.window.resize(1280, 1000)
    assert person.desk.whole.isVisible()
    course(person).close()
    person.window.resize(1280, 720)
    assert person.desk.whole.isVisible()


# --- predicting


def test_a_number_is_predicted(pupil: Person) -> None:
    turn(pupil)
    row = panel(pupil).question
    assert empty(pupil, 0, 1)
    assert not empty(pupil, 0, 0)
    assert not pupil.desk.gallery.search.isVisible(), "its thumbnails would tell"
    pupil.type_in(row.field, "twelve")
    assert row.error.text() == "“twelve” is not a number."
    assert empty(pupil, 0, 1)
    pupil.type_in(row.field, "62")
    assert row.badge.text() == "Not quite"
    assert row.said.text() == "You said 62; it is 63. Nine are added."
    assert not empty(pupil, 0, 1)
    assert pupil.desk.gallery.search.isVisible()
    click(pupil, row.again)
    assert empty(pupil, 0, 1)
    row.field.setText("63")
    click(pupil, row.check)
    assert (row.badge.text(), row.said.text()) == ("Right", "It is 63. Nine are added.")


def test_a_cell_is_predicted_on_the_stage(pupil: Person) -> None:
    turn(pupil)
    turn(pupil)
    row = panel(pupil).question
    assert not row.field.isVisible()
    assert row.hint.text() == "Click the cell of the output on the stage."
    pupil.click(Spot("output", 0, 0))
    assert row.badge.text() == "Not quite"
    said = row.said.text().replace("\N{NO-BREAK SPACE}", " ")
    assert said == "There it is 54; look for 162, in row 2, column 2."
    assert all(not empty(pupil, *cell) for cell in ((0, 0), (1, 1), (2, 2)))
    click(pupil, row.again)
    pupil.click(Spot("output", 2, 2))
    assert row.badge.text() == "Right"


def test_a_size_is_predicted_without_being_told(pupil: Person) -> None:
    for _ in range(3):
        turn(pupil)
    desk, row = pupil.desk, panel(pupil).question
    for part in (desk.size, desk.inspector, desk.transport):
        assert [type(child) for child in part.findChildren(QWidget) if child.isVisible()] == [Cover]
    click(pupil, row.reveal)
    assert not row.badge.isVisible()
    assert row.said.text() == "It is 3."
    assert desk.transport.play.isVisible()


def test_a_question_that_cannot_be_asked_says_why(person: Person, tmp_path: Path) -> None:
    page = replace(LESSON.pages[1], question=Question(Words("?"), "value", (9, 9)))
    path = tmp_path / "odd.lesson"
    path.write_bytes(encode_lesson(replace(LESSON, pages=(page,))))
    person.drop(path)
    person.settle()
    assert panel(person).question.error.text().startswith("The question “value” is about row 9")


@pytest.mark.parametrize("data", [b"", b"[" * 100_000, b'{"convviz": 9, "lesson": {}}'])
def test_a_bad_lesson_is_refused_and_the_work_stays(person: Person, tmp_path: Path, data: bytes) -> None:
    before = person.scene
    path = tmp_path / "bad.lesson"
    path.write_bytes(data)
    person.drop(path)
    assert person.notice.endswith(".")
    assert "\n" not in person.notice
    assert person.scene == before
    assert not panel(person).isVisible()


def test_the_lesson_speaks_the_windows_language(pupil: Person) -> None:
    from convviz import i18n

    turn(pupil)
    pupil.type_in(panel(pupil).question.field, "63")
    try:
        i18n.use(str, "zh_CN")
        pupil.desk.lessons.furnish((), (), (), ())
        assert panel(pupil).question.badge.text() == "Right", "the answer outlives the window's parts"
        turn(pupil, Qt.Key.Key_PageUp)
        assert (panel(pupil).title.text(), panel(pupil).text.label.text()) == ("看", "一个窗口。")
        assert pupil.window.menu("lessons").actions()[0].text() == f"1. {built_in()[0].load().title.zh}"
    finally:
        i18n.use(str)


# --- pictures that have moved


@pytest.fixture
def moved(tmp_path: Path) -> tuple[Path, Path]:
    """A lesson of a large photo, and where the photo is now."""
    photo, path = tmp_path / "large.bmp", tmp_path / "photo.lesson"
    PILImage.new("RGB", (1300, 1200), (200, 100, 0)).save(photo)
    page = Page(Words("Photo"), Words(), Scene(picture=FilePicture(str(photo))))
    lesson = packed_pictures(Lesson("x", Words("Photo"), Words(), (page, page)), tmp_path)
    path.write_bytes(encode_lesson(lesson))
    return path, photo.rename(tmp_path / "elsewhere.bmp")


def test_a_lessons_picture_that_moved_is_asked_for(person: Person, moved, monkeypatch) -> None:
    path, photo = moved
    answers = [None, (str(photo), False)]
    monkeypatch.setattr(lost_picture, "ask_lost_picture", lambda *_: answers.pop(0))
    person.desk.lessons.open(path)
    assert not panel(person).isVisible(), "given up"
    person.desk.lessons.open(path)
    person.settle()
    assert (person.scene.picture, answers) == (FilePicture(str(photo)), [])
    assert panel(person).place.text() == "1 of 2"


def test_so_is_one_of_a_lesson_that_is_gone_on_with(author: Person, moved, monkeypatch) -> None:
    path, photo = moved
    monkeypatch.setattr(lost_picture, "ask_lost_picture", lambda *_: (str(photo), False))
    monkeypatch.setattr(dialogs, "ask_lesson", lambda *_: str(path))
    monkeypatch.setattr(dialogs, "ask_give_up", lambda *_: True)
    click(author, editor(author).buttons["open"])
    assert [page.scene.picture for page in author.program.teaching.mine.pages] == [
        FilePicture(str(photo))
    ] * 2


# --- making one


def editor(person: Person):
    return person.desk.lessons.mine.editor


def titles(person: Person) -> list[str]:
    return [page.title.en for page in person.program.teaching.mine.pages]


@pytest.fixture
def author(person: Person) -> Person:
    """Somebody who has added two views, and opened the editor."""
    person.key(Qt.Key.Key_A, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert person.notice == "This view is page 1 of your lesson."
    person.program.commands.pick_kernel("sobel-y")
    person.settle()
    person.desk.do("add-page")
    person.key(Qt.Key.Key_M, CTRL)
    return person


def test_a_lesson_is_made_of_views(author: Person) -> None:
    pages = author.program.teaching.mine.pages
    assert pages[1].scene == author.scene
    assert pages[0].scene != author.scene
    assert pages[1].at == author.program.player.t
    shown = editor(author)
    assert [shown.list.item(n).text() for n in range(shown.list.count())] == ["1. Page 1", "2. Page 2"]


def test_a_page_is_edited_in_both_languages(author: Person) -> None:
    shown, mine = editor(author), author.program.teaching.mine
    shown.list.setCurrentRow(1)
    author.qtbot.keyClicks(shown.form.title, " of mine")
    author.qtbot.keyClicks(shown.form.text, "Look.")
    shown.language.buttons[1].click()
    assert shown.form.text.toPlainText() == ""
    shown.form.text.setPlainText("请看。")
    assert mine.pages[1].title.en == "Page 2 of mine"
    assert mine.pages[1].text == Words("Look.", "请看。")
    assert shown.list.item(1).text() == "2. 第 2 页"
    author.qtbot.keyClick(shown, Qt.Key.Key_Z, CTRL)
    assert mine.pages[1].text == Words("Look.", "")


def test_a_question_and_what_to_watch_are_chosen(author: Person) -> None:
    form, mine = editor(author).form, author.program.teaching.mine
    assert not form.prompt.isVisible()
    form.asks.setCurrentIndex(1)
    form.asks.activated.emit(1)
    assert form.prompt.isVisible()
    author.qtbot.keyClicks(form.prompt, "How much?")
    form.row.setValue(155)
    form.col.setValue(260)
    form.after.setText("That much.")
    assert mine.pages[0].question == Question(Words("How much?"), "value", (155, 260), Words("That much."))
    asking, plain = (editor(author).list.item(n) for n in range(2))
    assert (asking.text(), plain.text()) == ("1. Page 1 · question", "2. Page 2")
    assert (asking.toolTip(), plain.toolTip()) == ("This page asks the class a question.", "")
    form.watched.click()
    form.last.setValue(6)
    assert mine.pages[0].watch == (0, 5)
    assert (form.first.minimum(), form.first.value(), form.last.value()) == (1, 1, 6)  # counted from 1
    form.asks.activated.emit(0)
    assert mine.pages[0].question is None
    form.watched.click()
    assert mine.pages[0].watch is None


@pytest.mark.parametrize(
    ("code", "said"),
    [("en", ["from step", "", "", "to", "", ""]), ("zh_CN", ["从第", "", "步", "到第", "", "步"])],
)
def test_the_steps_to_watch_are_a_sentence_around_their_fields(qtbot, code: str, said: list[str]) -> None:
    with spoken(code, assets.path("i18n")):
        form = PageForm()
    qtbot.addWidget(form)
    row = form.watched.parentWidget().layout()
    assert row.itemAt(1).widget() is form.first
    assert row.itemAt(4).widget() is form.last
    parts = [row.itemAt(n).widget() for n in range(6)]
    assert ["" if isinstance(part, QSpinBox) else part.text() for part in parts] == said


def test_pages_are_put_in_order_by_hand_and_by_keys(author: Person) -> None:
    shown = editor(author)
    shown.list.setCurrentRow(0)
    author.qtbot.keyClick(shown, Qt.Key.Key_Down, ALT)
    assert titles(author) == ["Page 2", "Page 1"]
    assert shown.chosen == 1
    assert not shown.buttons["down"].isEnabled()
    author.qtbot.keyClick(shown, Qt.Key.Key_Up, ALT)
    assert titles(author) == ["Page 1", "Page 2"]
    shown.list.model().moveRow(QModelIndex(), 0, QModelIndex(), 2)  # what dropping a page does
    author.qtbot.waitUntil(lambda: titles(author) == ["Page 2", "Page 1"])
    author.qtbot.keyClick(shown, Qt.Key.Key_Delete, CTRL)
    assert len(titles(author)) == 1
    click(author, shown.buttons["undo"])
    assert len(titles(author)) == 2
    click(author, shown.buttons["redo"])
    assert len(titles(author)) == 1


def test_the_present_view_takes_a_pages_place_or_follows_it(author: Person) -> None:
    shown, mine = editor(author), author.program.teaching.mine
    shown.list.setCurrentRow(0)
    click(author, shown.buttons["take"])
    assert mine.pages[0].scene == author.scene
    click(author, shown.buttons["add"])
    assert titles(author) == ["Page 1", "Page 3", "Page 2"]
    assert shown.chosen == 1


def test_it_is_played_from_any_page(author: Person) -> None:
    shown = editor(author)
    shown.list.setCurrentRow(0)
    click(author, shown.buttons["show"])
    author.settle()
    assert author.scene == author.program.teaching.mine.pages[0].scene
    assert panel(author).place.text() == "1 of 2"


def test_it_is_saved_opened_and_given_up(
    author: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, mine, path = editor(author), author.program.teaching.mine, tmp_path / "mine.lesson"
    author.qtbot.keyClicks(shown.title, "Mine")
    assert shown.isWindowModified()
    monkeypatch.setattr(dialogs, "ask_lesson_target", lambda *_: str(path))
    click(author, shown.buttons["save"])
    assert read_lesson(path) == mine.lesson
    assert read_lesson(path).title == Words("Mine")
    assert shown.said.text() == "Saved mine.lesson."
    assert not shown.isWindowModified()
    click(author, shown.buttons["new"])
    assert titles(author) == []
    assert not shown.form.isEnabled()
    assert shown.empty.isVisible()
    monkeypatch.setattr(dialogs, "ask_lesson", lambda *_: str(path))
    click(author, shown.buttons["open"])
    assert titles(author) == ["Page 1", "Page 2"]
    click(author, shown.buttons["delete"])
    monkeypatch.setattr(dialogs, "ask_give_up", lambda *_: False)
    click(author, shown.buttons["new"])
    assert titles(author) == ["Page 2"]
    monkeypatch.setattr(dialogs, "ask_lesson_target", lambda *_: str(tmp_path / "no" / "x.lesson"))
    click(author, shown.buttons["save"])
    assert shown.said.text().startswith("There is no folder")


def test_what_was_not_saved_is_there_at_the_next_start(start: Callable[..., Person]) -> None:
    first = start()
    first.desk.do("add-page")
    first.window.close()
    second = start()
    assert titles(second) == ["Page 1"]


# --- on paper


def test_worksheet_and_handout_are_written(
    pupil: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for act in ("worksheet", "handout"):
        path = tmp_path / f"{act}.pdf"
        monkeypatch.setattr(dialogs, "ask_paper", lambda *_, path=path: str(path))
        pupil.desk.do(act)
        pupil.qtbot.waitUntil(path.exists, timeout=10_000)
        pupil.settle()
        assert path.read_bytes().startswith(b"%PDF")
        pupil.qtbot.waitUntil(lambda path=path: pupil.notice == f"Saved {path.name}.")


def test_a_handout_needs_a_lesson(person: Person) -> None:
    person.desk.do("handout")
    assert person.notice == "Open a lesson first, or add views to your own."


def test_paper_that_cannot_be_written_says_why(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "ask_paper", lambda *_: str(tmp_path / "no" / "x.pdf"))
    person.desk.do("worksheet")
    person.qtbot.waitUntil(lambda: "There is no folder" in person.notice, timeout=10_000)
    monkeypatch.setattr(dialogs, "ask_paper", lambda *_: None)
    person.desk.do("worksheet")
    assert not list(tmp_path.glob("*.pdf"))
