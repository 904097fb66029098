"""In front of a class: the real program, driven by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QScrollArea

from convviz import i18n
from convviz.figure.figure import Spot
from convviz.figure.projection import Projection
from convviz.i18n import tr
from convviz.paint.theme import THEMES
from convviz.scene.lesson import Lesson, Page, Question, Words
from convviz.views.presenter import Presenter

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def presented(person):
    person.key(Qt.Key.Key_F5)
    person.class_screen = person.desk.presenting.presenter
    person.program.player.go(10)
    yield person
    person.desk.presenting.leave()


def press(person, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    """A key on the class's screen."""
    person.qtbot.keyClick(person.class_screen.stage, key, modifier)


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, SHIFT])
def test_f5_fills_the_screen_with_the_stage_and_escape_leaves(person, modifier):
    person.key(Qt.Key.Key_F5, modifier)
    screen = person.desk.presenting.presenter
    assert screen.isFullScreen()
    assert screen.stage.figure.sentence == person.stage.figure.sentence
    person.qtbot.keyClick(screen.stage, Qt.Key.Key_Escape)
    assert person.desk.presenting.presenter is None
    assert not screen.isVisible()
    assert person.window.isVisible()


def test_f5_pressed_twice_presents_once(presented):
    presented.key(Qt.Key.Key_F5)
    assert presented.desk.presenting.presenter is presented.class_screen


def test_a_remote_turns_steps_where_no_lesson_is_open(presented):
    player = presented.program.player
    press(presented, Qt.Key.Key_PageDown)
    assert player.moment.step == 11
    press(presented, Qt.Key.Key_PageUp)
    press(presented, Qt.Key.Key_PageUp)
    assert player.moment.step == 9
    assert presented.class_screen.stage.figure.sentence == presented.stage.figure.sentence


def test_a_remote_turns_the_pages_of_a_lesson_that_is_open(presented):
    door, course = presented.desk.presenting, presented.desk.lessons.course
    lesson = Lesson(
        "made-here",
        Words("A lesson", "课"),
        Words("For a test.", "测试。"),
        tuple(
            Page(Words(title, title), Words("Look.", "看。"), presented.scene, notes=Words(notes, notes))
            for title, notes in (("One", "Ask about the corners."), ("Two", "Let them count."))
        ),
    )
    presented.desk.do("speaker")
    course.open(lesson)
    presented.settle()
    speaker = door.speaker
    assert (speaker.notes.text(), speaker.place.text()) == ("Ask about the corners.", "Page 1 of 2")
    assert (speaker.coming.text(), speaker.then.text()) == ("Next: 2. Two", "Look.")
    page = presented.class_screen.page
    assert (page.title.text(), page.text.label.text(), page.place.text()) == ("One", "Look.", "1 of 2")
    press(presented, Qt.Key.Key_PageDown)
    presented.settle()
    assert course.number == 1
    assert door.speaker.notes.text() == "Let them count."
    assert not door.speaker.coming.isVisible(), "it is the last page"
    press(presented, Qt.Key.Key_PageUp)
    presented.settle()
    assert course.number == 0
    course.close()
    assert door.speaker.notes.text() not in ("Ask about the corners.", "Let them count.")
    assert door.speaker.coming.text() == f"Next: Step {presented.program.player.moment.step + 2} of 49"
    assert door.speaker.then.text() != door.speaker.notes.text()
    assert not page.isVisible()


@pytest.fixture
def asking(presented):
    """A class before a page with something to watch and two that ask, for a number and for a cell."""
    region = presented.story.region(0)
    questions = (
        None,
        Question(Words("How much?", "多少？"), "value", (region.top, region.left), Words("So.", "是这样。")),
        Question(Words("Where most?", "哪里最多？"), "largest"),
    )
    pages = tuple(
        Page(Words("A page", "页"), Words("Guess.", "猜。"), presented.scene, watch=(2, 3), question=question)
        for question in questions
    )
    course = presented.desk.lessons.course
    course.open(Lesson("made-here", Words("A", "甲"), Words("B", "乙"), pages), 1)
    presented.settle()
    presented.qtbot.waitUntil(lambda: course.asked is not None)
    yield course
    course.close()


def test_a_number_is_typed_in_front_of_the_class(presented, asking):
    screen, row = presented.class_screen, presented.class_screen.page.question
    assert (row.prompt.text(), screen.page.text.label.text()) == ("How much?", "Guess.")
    assert screen.stage.height() < screen.height()
    alone = Projection(screen.width(), screen.height(), in_class=True)
    assert screen.stage.projection.letters == alone.letters, "as without the page"
    press(presented, Qt.Key.Key_7)
    assert row.field.hasFocus()
    presented.qtbot.keyClicks(row.field, "x")
    presented.qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert "7x" in row.error.text()
    presented.qtbot.keyClick(row.field, Qt.Key.Key_Escape)
    assert screen.stage.hasFocus()
    typed = f"{asking.asked.number:g}"
    press(presented, {"-": Qt.Key.Key_Minus}.get(typed[0]) or Qt.Key(ord(typed[0])))
    presented.qtbot.keyClicks(row.field, typed[1:])
    presented.qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert asking.reply.right
    assert row.badge.text() == "Right"
    assert row.said.text().endswith("So.")
    assert screen.stage.hasFocus()


def test_an_answer_is_revealed_and_hidden_by_key_and_told_to_the_speaker(presented, asking):
    presented.desk.do("speaker")
    speaker = presented.desk.presenting.speaker
    assert speaker.asks.text() == f"How much? It is {asking.asked.truth}."
    press(presented, Qt.Key.Key_R)
    assert asking.reply is not None
    assert presented.class_screen.page.question.said.isVisible()
    press(presented, Qt.Key.Key_R)
    assert asking.reply is None
    speaker.buttons["reveal"].click()
    assert asking.reply is not None


def _page_asking(scene, asks: str, cell, after: Words) -> Page:
    question = Question(Words("Which one?", "哪一个？"), asks, cell, after)
    return Page(Words("A page", "页"), Words("Guess.", "猜。"), scene, question=question)


@pytest.mark.parametrize("asks", ["value", "largest"])
@pytest.mark.parametrize("length", [1, 40])
def test_the_stage_does_not_move_when_the_answer_comes(presented, asks, length):
    """The place that it takes is kept for it, also where it takes several lines."""
    screen, course, region = presented.class_screen, presented.desk.lessons.course, presented.story.region(0)
    screen.showNormal()
    screen.resize(1280, 720)
    cell = (region.top, region.left) if asks == "value" else None
    after = Words("So it is. " * length, "是这样。" * 2 * length)
    page = _page_asking(presented.scene, asks, cell, after)
    course.open(Lesson("made-here", Words("A", "甲"), Words("B", "乙"), (page,)))
    presented.settle()
    presented.qtbot.waitUntil(lambda: course.asked is not None)
    presented.qtbot.wait(30)
    before, row = screen.stage.geometry(), screen.page.question

    def stands() -> None:
        presented.qtbot.wait(30)
        assert screen.stage.geometry() == before
        assert row.said.height() >= row.said.heightForWidth(row.said.width()), "cut off"

    press(presented, Qt.Key.Key_R)
    stands()
    press(presented, Qt.Key.Key_R)
    presented.qtbot.wait(30)
    assert screen.stage.geometry() == before
    wrong = {(region.top + n, region.left + n) for n in range(2)} - set(course.asked.cells)
    course.answer("−123456" if asks == "value" else min(wrong))
    stands()
    assert row.badge.text() == "Not quite"
    course.close()


def test_a_cell_is_clicked_and_steps_are_watched_in_front_of_the_class(presented, asking):
    press(presented, Qt.Key.Key_PageDown)
    presented.qtbot.waitUntil(lambda: asking.number == 2 and asking.asked is not None)
    (cell, *_) = asking.asked.cells
    stage = presented.class_screen.stage
    place = stage.cell_at(Spot("output", *cell)).center().toPoint()
    presented.qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=place)
    assert asking.reply.right
    press(presented, Qt.Key.Key_W)
    assert presented.program.player.playing
    press(presented, Qt.Key.Key_T)
    assert presented.class_screen.page.question.isVisible()
    assert not presented.class_screen.page.title.isVisible()
    asking.go(0)
    assert not presented.class_screen.page.isVisible()
    press(presented, Qt.Key.Key_T)
    assert presented.class_screen.page.isVisible()


def test_black_stays_black_in_another_size_and_the_clock_goes_on(presented):
    presented.desk.do("speaker")
    door = presented.desk.presenting
    door.speaker.begun -= 500
    press(presented, Qt.Key.Key_B)
    door.renew()
    assert door.presenter.glass.blank
    assert door.speaker.elapsed.text() == "0:08:20"
    presented.qtbot.keyClick(door.speaker, Qt.Key.Key_PageDown)
    assert not door.presenter.glass.blank, "whoever goes on wants it to be seen"


def test_the_class_does_not_see_what_a_question_hides(presented):
    course, (door, stage) = presented.desk.lessons.course, (presented.desk.presenting, presented.stage)
    region = presented.story.region(0)
    cell = (region.top, region.left + 1)
    question = Question(Words("How much?", "多少？"), "value", cell, Words("So much.", "这么多。"))
    page = Page(Words("One", "一"), Words("Guess.", "猜。"), presented.scene, question=question)
    course.open(Lesson("made-here", Words("A", "甲"), Words("B", "乙"), (page,)))
    presented.settle()
    presented.program.player.go(presented.story.timeline.steps - 1)
    assert cell in course.hidden.cells
    assert door.presenter.stage.figure.sentence == stage.figure.sentence
    hidden = presented.grab(door.presenter)
    course.reveal()
    assert presented.grab(door.presenter) != hidden
    course.close()


def test_keys_of_the_program_hold_in_front_of_a_class(presented):
    player = presented.program.player
    press(presented, Qt.Key.Key_Home)
    assert player.moment.step == 0
    press(presented, Qt.Key.Key_Space)
    assert player.playing
    press(presented, Qt.Key.Key_Space)
    assert not player.playing


def test_what_is_chosen_meanwhile_is_seen_by_the_class(presented):
    presented.window.chosen.emit("cells", 3)
    presented.settle()
    (output,) = presented.class_screen.stage.figure.grids("output")
    assert output.values.shape == (3, 3)
    presented.window.chosen.emit("theme", "print")
    assert presented.class_screen.grab().toImage().pixelColor(3, 3).name() == "#ffffff"
    presented.window.chosen.emit("theme", "dark")
    assert presented.class_screen.grab().toImage().pixelColor(3, 3).name() != "#ffffff"


def test_a_cell_clicked_in_front_of_the_class_is_gone_to(presented):
    stage = presented.class_screen.stage
    region = presented.story.region(0)
    place = stage.cell_at(Spot("output", region.top + 1, region.left + 2)).center().toPoint()
    presented.qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=place)
    assert presented.cell() == (region.top + 1, region.left + 2)


def test_with_two_screens_the_speaker_sees_the_notes_on_the_other(person, monkeypatch):
    screen, beside, places = person.window.screen(), QRect(5000, 0, 1920, 1080), []
    other = type("Screen", (), {"geometry": lambda self: beside})()
    place = Presenter.setGeometry
    monkeypatch.setattr(Presenter, "setGeometry", lambda self, *at: places.append(at) or place(self, *at))
    door = person.desk.presenting
    door.screens = lambda: [screen, other]
    person.key(Qt.Key.Key_F5)
    assert places[0] == (beside,)
    assert not beside.intersects(door.speaker.geometry())
    assert door.speaker.isVisible()
    sentence = door.speaker.notes.text()
    assert sentence
    person.program.player.go(7)
    assert door.speaker.place.text() == f"Step 8 of {person.story.timeline.steps}"
    assert door.speaker.notes.text() != sentence
    person.qtbot.keyClick(door.speaker, Qt.Key.Key_PageDown)
    assert person.program.player.moment.step == 8
    person.qtbot.keyClick(door.speaker, Qt.Key.Key_B)
    assert door.presenter.glass.blank
    person.qtbot.keyClick(door.speaker, Qt.Key.Key_Escape)
    assert door.presenter is None
    assert door.speaker is None


def test_with_one_screen_the_speakers_window_opens_when_asked_for(presented):
    door = presented.desk.presenting
    assert door.speaker is None
    presented.desk.do("speaker")
    assert door.speaker.isVisible()
    door.speaker.close()
    assert door.speaker is None
    assert door.presenter is not None, "the class goes on looking"


def test_the_content_grows_apart_from_the_controls_and_stays_so(person, start):
    text, shown = QFontInfo(person.window.toolbar.font()).pixelSize(), person.grab()
    person.key(Qt.Key.Key_Plus, CONTROL)
    assert person.stage.projection.scale == pytest.approx(1.1)
    assert person.grab() != shown
    assert QFontInfo(person.window.toolbar.font()).pixelSize() == text
    person.key(Qt.Key.Key_Minus, CONTROL)
    person.key(Qt.Key.Key_Minus, CONTROL)
    assert person.stage.projection.scale == pytest.approx(0.9)
    person.key(Qt.Key.Key_0, CONTROL)
    assert person.grab() == shown
    person.key(Qt.Key.Key_Plus, CONTROL)
    person.window.close()
    assert start().program.preferences.settings.zoom == 110


def test_there_is_an_end_to_growing_and_it_is_said(presented):
    screen, settings = presented.class_screen, presented.program.preferences
    screen.showNormal()
    screen.resize(1280, 720)
    for _ in range(9):
        press(presented, Qt.Key.Key_Plus, CONTROL)
    assert screen.notice.text == "The stage has no room to show its content larger."
    assert settings.settings.zoom == 150
    settings.set(zoom=100)


@pytest.mark.parametrize("scale", [75, 150, 250])
def test_the_interface_is_as_large_as_chosen_at_once_and_nothing_is_lost(person, scale):
    before = person.window.size()
    person.window.chosen.emit("scale", scale)
    person.qtbot.waitUntil(lambda: person.window.stage is not person.stage)
    person.settle()
    window = person.window
    assert window.size() == before
    assert QFontInfo(window.toolbar.operation.font()).pixelSize() == round(13 * scale / 100)
    area = window.centralWidget()
    assert isinstance(area, QScrollArea)
    least, room = area.widget().minimumSizeHint(), area.viewport().size()
    for side, bar in (("width", area.horizontalScrollBar()), ("height", area.verticalScrollBar())):
        beyond = getattr(least, side)() - getattr(room, side)()
        assert bar.maximum() == max(beyond, 0), "what has no room is scrolled to"
    person.window.chosen.emit("scale", 100)
    stage = window.stage
    person.qtbot.waitUntil(lambda: person.window.stage is not stage)


def test_a_presentation_goes_on_in_another_size(presented):
    presented.window.chosen.emit("scale", 125)
    door, before = presented.desk.presenting, presented.class_screen
    presented.qtbot.waitUntil(lambda: door.presenter not in (None, before))
    assert door.presenter.stage.figure.sentence == presented.window.stage.figure.sentence
    stage = presented.window.stage
    presented.window.chosen.emit("scale", 100)
    presented.qtbot.waitUntil(lambda: presented.window.stage is not stage)


def test_colour_vision_is_simulated_on_the_window_and_the_class_screen_and_not_kept(presented):
    screen = presented.class_screen
    plain, shown = presented.grab(presented.window), presented.grab(screen)
    presented.window.chosen.emit("vision", "tritanopia")
    assert presented.grab(presented.window) != plain
    assert presented.grab(screen) != shown
    (checked,) = [a.text() for a in presented.window.menu("vision").actions() if a.isChecked()]
    assert checked.startswith("Tritanopia")
    presented.window.chosen.emit("vision", "")
    assert presented.grab(screen) == shown


def test_nothing_is_blank_for_a_moment_after_an_edit_while_colour_vision_is_simulated(person):
    """Then all of the window is painted at once, also what would otherwise wait for other parts."""
    person.window.chosen.emit("vision", "tritanopia")
    person.settle()
    seen: list[int] = []

    def look() -> None:
        for part in (person.stage, person.desk.whole.panes):
            image = person.window.centralWidget().grab().toImage()
            corner = part.mapTo(person.window.centralWidget(), QPoint())
            across, down = range(20, part.width() - 20, 16), range(20, part.height() - 20, 16)
            seen.append(len({image.pixel(corner.x() + x, corner.y() + y) for x in across for y in down}))

    person.program.session.story_changed.connect(look)
    for name in ("sharpen", "emboss"):
        person.program.commands.pick_kernel(name)
        person.settle()
    person.program.session.story_changed.disconnect(look)
    person.window.chosen.emit("vision", "")
    assert seen
    assert min(seen) > 10, "a part of one colour is blank"


def test_the_menu_offers_every_theme(person):
    assert len(person.window.menu("theme").actions()) == len(THEMES) + 1 == 5
    for theme in THEMES:
        person.window.chosen.emit("theme", theme)
        assert person.program.preferences.settings.theme == theme
        assert person.desk.theme.name == theme
    person.window.chosen.emit("theme", "system")


@pytest.mark.parametrize(("menu", "value", "usual"), [("language", "zh_CN", "en"), ("scale", 125, 100)])
def test_the_keys_stay_on_the_classes_screen_when_the_window_is_made_anew(presented, menu, value, usual):
    """They lie over the new screen, and say what holds there."""
    press(presented, Qt.Key.Key_F1)
    help_door, door = presented.program.help, presented.desk.presenting
    before, screen = help_door.sheet, door.presenter
    assert before.window_below is screen
    try:
        presented.window.chosen.emit(menu, value)
        presented.qtbot.waitUntil(lambda: door.presenter is not screen)
        presented.settle()
        assert i18n.language() == (value if menu == "language" else "en")
        sheet = help_door.sheet
        assert sheet is not before
        assert sheet.isVisible()
        assert sheet.window_below is door.presenter
        assert sheet.accessibleName() == tr("Keys")
        presented.qtbot.keyClick(sheet, Qt.Key.Key_Escape)
        assert help_door.sheet is None
        assert door.presenter is not None
    finally:
        stage = presented.window.stage
        presented.window.chosen.emit(menu, usual)
        presented.qtbot.waitUntil(lambda: presented.window.stage is not stage)
