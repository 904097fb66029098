"""Keys, tour, words and reduced motion, in the whole program."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontInfo, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QDialog, QLabel, QWidget

from convviz.app import Program
from convviz.i18n import ENGLISH, language
from convviz.labs import LABS
from convviz.paint.film import film_of
from convviz.scene.settings import Settings
from convviz.state.calculator import Calculator
from convviz.state.settings import SettingsFile
from convviz.views import export_door, motion
from convviz.views.actions import IN_CALCULATOR, IN_MY_LESSON, MENUS, keys_of
from convviz.views.keys_sheet import LISTED, columns_of
from convviz.views.language import speak
from convviz.views.lesson_editor import FILES, PAGE, PAGES
from convviz.views.sizes_window import SizesWindow
from convviz.views.tips import shown_keys
from convviz.views.tour import TEXTS, Tour
from tests.program.conftest import WAIT, Person

KEY = re.compile(
    r"\((?:[^()]* or )?((?:(?:Ctrl|Alt|Shift)\+)+[A-Z0-9][A-Za-z0-9]*|F\d+|Space|Home|End)[^()]*\)"
)
"""A shortcut as a tooltip names it, at its end and in brackets."""


def _text(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


# --- keys


def test_the_sheet_of_keys_lists_every_shortcut_there_is(person: Person) -> None:
    person.key(Qt.Key.Key_Question)
    text = _text(person.program.help.sheet).replace("&lt;", "<")
    for _, _, entries in LISTED:
        for entry in entries:
            if entry.shortcut:
                assert shown_keys(entry) in text, entry.text
    window = person.window
    listed = {key for _, _, entries in MENUS for entry in entries for key in entry.shortcut.split("|")}
    for name, action in window.actions_by_id.items():
        assert {key.toString() for key in action.shortcuts()} <= listed, name


@pytest.mark.parametrize("count", [1, 2, 3])
def test_the_menus_are_dealt_out_in_order_and_none_is_left_out(count: int) -> None:
    columns = columns_of(LISTED, count)
    assert len(columns) == count
    assert [menu for column in columns for menu in column] == list(LISTED)
    assert all(columns)


def test_the_keys_of_other_windows_are_theirs(person: Person) -> None:
    rows = {**FILES, **PAGES, **PAGE}
    assert {key for _, _, keys in rows.values() for key in keys.split("|") if key} == _keys(IN_MY_LESSON)
    window = SizesWindow(Calculator(person.program.store), person.window)
    own = {shortcut.key().toString() for shortcut in window.findChildren(QShortcut)}
    own |= {button.shortcut().toString() for button in window.findChildren(QAbstractButton)}
    assert own - {""} <= _keys(IN_CALCULATOR)
    window.deleteLater()


def _keys(menu) -> set[str]:
    return {QKeySequence(key).toString() for entry in menu[2] for key in entry.shortcut.split("|")}


def test_no_key_has_two_meanings_in_the_menus() -> None:
    keys = Counter(
        key for _, _, entries in MENUS for entry in entries for key in entry.shortcut.split("|") if key
    )
    assert [key for key, times in keys.items() if times > 1] == []


def test_the_sheet_goes_as_it_came(person: Person) -> None:
    person.stage.setFocus()
    person.key(Qt.Key.Key_Question)
    sheet = person.program.help.sheet
    assert sheet.isVisible()
    person.key(Qt.Key.Key_Question)
    assert not sheet.isVisible()
    assert person.program.help.sheet is None
    assert person.stage.hasFocus()


def test_a_click_beside_the_sheet_closes_it_and_one_on_it_does_not(person: Person) -> None:
    person.desk.do("keys")
    sheet = person.program.help.sheet
    person.qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet.card.geometry().center())
    assert sheet.isVisible()
    person.qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not sheet.isVisible()


@pytest.mark.parametrize("name", ["keys", "tour"])
def test_tab_stays_on_what_lies_over_the_window(person: Person, name: str) -> None:
    person.desk.do(name)
    sheet = person.program.help.sheet
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        met = set()
        for _ in range(6):
            focus = QApplication.focusWidget()
            assert sheet.isAncestorOf(focus)
            met.add(focus)
            person.qtbot.keyClick(focus, key)
        assert len(met) >= 2


@pytest.mark.parametrize("width", [900, 1280, 1920])
def test_no_key_is_cut_off_at_the_side(person: Person, width: int) -> None:
    person.window.resize(width, 720)
    person.desk.do("keys")
    area = person.program.help.sheet.first()
    assert isinstance(area, QAbstractScrollArea)
    person.qtbot.wait(20)
    assert area.horizontalScrollBar().maximum() == 0
    assert area.widget().height() >= area.widget().sizeHint().height()


@pytest.mark.parametrize("name", ["keys", "tour"])
def test_the_menus_are_shaded_with_the_rest_of_the_window(person: Person, name: str) -> None:
    def ground() -> int:
        return person.window.grab().toImage().pixelColor(person.window.width() - 40, 10).lightness()

    before = ground()
    person.desk.do(name)
    assert person.program.help.sheet.geometry() == person.window.rect()
    assert ground() < before * 0.7
    person.program.help.sheet.reject()
    assert ground() == before


def test_what_lies_over_the_window_follows_its_size(person: Person) -> None:
    person.desk.do("keys")
    sheet = person.program.help.sheet
    person.window.resize(1500, 900)
    person.qtbot.waitUntil(lambda: sheet.width() == 1500)
    assert sheet.rect().contains(sheet.card.geometry())


def test_tooltips_name_the_keys_of_the_table(person: Person) -> None:
    """Every key that a tooltip in the main window names in brackets is one that the table knows."""
    known = {key for menu in LISTED for entry in menu[2] for key in entry.shortcut.split("|")}
    named = []
    for widget in person.window.findChildren(QWidget):
        named += [(key, widget.toolTip()) for key in KEY.findall(widget.toolTip())]
    assert len(named) > 8
    assert [(key, tip) for key, tip in named if key not in known] == []


BUTTONS = {
    "Open image…": "open",
    "Canvas": "canvas",
    "Paste": "paste",
    "Save result…": "save",
    "Step by step": "step-view",
    "Whole image": "whole-view",
    "First step": "first",
    "Last step": "last",
    "Play": "play",
}
"""Buttons of the main window that do what a menu entry does."""


def test_a_button_that_does_what_a_menu_does_names_its_key(person: Person) -> None:
    buttons = person.window.findChildren(QAbstractButton)
    for name, entry in BUTTONS.items():
        button = next(b for b in buttons if b.accessibleName() == name)
        assert f"({keys_of(entry)[0]})" in button.toolTip(), name


# --- the tour


def _tour(person: Person) -> Tour:
    person.desk.do("tour")
    sheet = person.program.help.sheet
    assert isinstance(sheet, Tour)
    return sheet


def test_the_tour_has_five_hints_beside_what_they_are_about(person: Person) -> None:
    tour = _tour(person)
    desk = person.desk
    about = (desk.gallery, person.stage, person.stage, desk.parameters, desk.transport)
    assert len(TEXTS) == len(about) == 5
    for n, (widget, (title, text)) in enumerate(zip(about, TEXTS.items(), strict=True)):
        assert (tour.title.text(), tour.text.text()) == (title, text)
        assert tour.count.text() == f"{n + 1} of 5"
        hole = tour.hole.translated(0, tour.y())
        place = QRect(widget.mapTo(person.window, QPoint(0, 0)), widget.size())
        assert place.contains(hole.center())
        assert not tour.card.geometry().intersects(tour.hole)
        assert tour.rect().contains(tour.card.geometry())
        assert tour.text.height() >= tour.text.heightForWidth(tour.text.width())
        person.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert person.program.help.sheet is None


def test_the_hint_about_the_kernel_is_beside_its_cells(person: Person) -> None:
    from convviz.figure.figure import Spot

    tour = _tour(person)
    tour.go(2)
    hole = tour.hole.translated(0, tour.y())
    for cell in ((0, 0), (2, 2)):
        place = person.place(Spot("kernel", *cell))
        assert hole.contains(person.stage.mapTo(person.window, place))


def test_the_hint_about_the_parameters_shows_the_output_size_too(person: Person) -> None:
    tour = _tour(person)
    tour.go(3)
    hole = tour.hole.translated(0, tour.y())
    for widget in (person.desk.parameters, person.desk.size):
        assert hole.contains(QRect(widget.mapTo(person.window, QPoint(0, 0)), widget.size()))


def test_the_tour_by_keys(person: Person) -> None:
    """Enter and → go on, ← goes back, and the animation below stays where it is."""
    tour, before = _tour(person), person.program.player.t
    for key, hint in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Return, 2), (Qt.Key.Key_Left, 1)):
        person.qtbot.keyClick(QApplication.focusWidget(), key)
        assert tour.hint == hint
    assert person.program.player.t == before
    person.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert person.program.help.sheet is None


def test_the_tour_is_skipped_with_a_button_and_not_with_a_click_beside_it(person: Person) -> None:
    tour = _tour(person)
    person.qtbot.mouseClick(tour, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert person.program.help.sheet is tour
    person.qtbot.mouseClick(tour.skip, Qt.MouseButton.LeftButton)
    assert person.program.help.sheet is None


@pytest.mark.parametrize("number", range(0, len(LABS), 4), ids=lambda n: LABS[n].title)
def test_the_tour_stands_in_any_lab(person: Person, number: int) -> None:
    person.program.commands.choose_operation(number)
    person.settle()
    tour = _tour(person)
    for _ in TEXTS:
        assert tour.rect().contains(tour.card.geometry())
        tour.go_on()


def test_the_tour_brings_the_stage_back(person: Person) -> None:
    person.desk.do("whole-view")
    _tour(person)
    assert person.stage.isVisible()


@pytest.fixture
def fresh(qtbot, qapp, tmp_path):
    """The program as at its first start."""
    made: list[Program] = []

    def begin(**choices: object) -> Person:
        program = Program(qapp, None, SettingsFile(tmp_path / "settings.json"), **choices)
        made.append(program)
        program.window.resize(1280, 720)
        program.start()
        person = Person(qtbot, program)
        qtbot.waitUntil(lambda: program.session.story is not None, timeout=WAIT)
        person.settle()
        return person

    yield begin
    for program in made:
        program.leave()
    qapp.processEvents()


def test_who_is_new_is_shown_the_tour_once_after_the_start_page(fresh) -> None:
    person = fresh(welcome=True, tour=True)
    page = person.program.scenes.page
    assert page is not None
    assert person.program.help.sheet is None
    page.leave()
    person.qtbot.waitUntil(lambda: person.program.help.sheet is not None)
    person.program.help.sheet.reject()
    person.desk.do("start-page")
    person.program.scenes.page.leave()
    QApplication.processEvents()
    assert person.program.help.sheet is None
    person.window.close()
    again = fresh(tour=True)
    again.qtbot.wait(50)
    assert again.program.help.sheet is None


def test_the_start_page_stays_while_one_chooses_how_the_program_looks(fresh) -> None:
    person = fresh(welcome=True, tour=True)
    try:
        for menu, value in (
            ("theme", "dark"),
            ("vision", "tritanopia"),
            ("vision", ""),
            ("language", "zh_CN"),
        ):
            person.window.chosen.emit(menu, value)
            person.qtbot.wait(50)
        person.qtbot.waitUntil(lambda: language() == "zh_CN")
        page = person.program.scenes.page
        assert page.isVisible()
        assert "进入演示区" in [button.text() for button in page.findChildren(QAbstractButton)]
        assert person.program.help.sheet is None
    finally:
        speak(QApplication.instance(), ENGLISH)
    person.window.chosen.emit("samples", "coffee")
    assert person.program.scenes.page is None


def test_without_a_start_page_the_tour_comes_at_once(fresh) -> None:
    person = fresh(tour=True)
    person.qtbot.waitUntil(lambda: isinstance(person.program.help.sheet, Tour))


def test_what_is_open_is_there_in_another_language(person: Person) -> None:
    _tour(person).go(3)
    person.desk.do("vocabulary")
    person.desk.rebuild()
    assert person.program.help.sheet.hint == 3
    assert person.program.help.sheet.isVisible()
    assert person.program.help.words.isVisible()
    person.desk.do("keys")
    person.desk.rebuild()
    assert person.program.help.sheet.isVisible()


# --- words and formulas


def test_words_are_larger_in_a_larger_window(person: Person) -> None:
    person.desk.do("vocabulary")
    words = person.program.help.words
    usual = QFontInfo(words.font()).pixelSize()
    seen = []
    for size in ((820, 640), (1280, 1000), (4000, 4000), (600, 400)):
        words.resize(*size)
        person.qtbot.wait(20)
        seen.append(QFontInfo(words.page.document().defaultFont()).pixelSize())
        assert {QFontInfo(each.font()).pixelSize() for each in (words.search, words.found)} == {seen[-1]}
    assert seen == [usual, round(usual * 1280 / 820), 2 * usual, usual]


def test_another_theme_leaves_words_as_large(person: Person) -> None:
    person.desk.do("vocabulary")
    words = person.program.help.words
    words.resize(1920, 1080)
    person.qtbot.wait(20)
    before = QFontInfo(words.page.document().defaultFont()).pixelSize()
    person.window.chosen.emit("theme", "dark")
    person.qtbot.wait(20)
    assert QFontInfo(words.page.document().defaultFont()).pixelSize() == before
    assert before > QFontInfo(words.font()).pixelSize()


def test_words_are_found_as_one_types(person: Person) -> None:
    person.desk.do("vocabulary")
    words = person.program.help.words
    assert "转置卷积" in words.page.toPlainText()
    words.search.setText("步幅")
    text = words.page.toPlainText()
    assert "stride" in text
    assert "padding" not in text
    assert words.found.text() == "Words: 1, formulas: 0"
    words.search.setText("relationship 14")
    assert "o = s·(i − 1) + a + d·(k − 1) + 1 − 2·p" in words.page.toPlainText()
    words.search.setText("<b>")
    assert "Nothing has “<b>” in it." in words.page.toPlainText()


def test_words_begin_with_the_language_of_the_program(person: Person) -> None:
    person.desk.do("vocabulary")
    assert "stride · 步幅" in person.program.help.words.page.toPlainText()
    person.window.chosen.emit("language", "zh_CN")
    person.qtbot.waitUntil(lambda: language() == "zh_CN")
    text = person.program.help.words.page.toPlainText()
    assert "步幅 · stride" in text
    assert text.index("步幅") < text.index("激活函数") < text.index("转置卷积")


def test_the_window_of_words_goes_with_the_main_one(person: Person) -> None:
    person.desk.do("vocabulary")
    words = person.program.help.words
    person.desk.do("vocabulary")
    assert person.program.help.words is words
    person.window.close()
    assert not words.isVisible()
    assert isinstance(words, QDialog)


# --- reduced motion


def test_reduced_motion_is_chosen_shown_and_remembered(start) -> None:
    person = start()
    action = person.window.actions_by_id["reduced-motion"]
    assert not action.isChecked()
    action.trigger()
    assert action.isChecked()
    assert person.program.player.still
    assert person.program.preferences.settings.motion == "reduced"
    person.program.preferences.flush()
    person.window.close()
    again = start()
    assert again.program.player.still
    assert again.window.actions_by_id["reduced-motion"].isChecked()
    again.window.actions_by_id["reduced-motion"].trigger()
    assert not again.program.player.still
    assert again.program.preferences.settings.motion == "system", "the desktop wants the same"


def test_with_reduced_motion_the_stage_changes_at_the_phases_only(person: Person) -> None:
    player = person.program.player
    length = player.timeline.starts[1]
    for still, pictures in ((False, 4), (True, 1)):
        player.set_still(still)
        seen = set()
        for n in range(4):
            player.seek(1 + length * (n + 0.5) / 4)
            seen.add(person.grab())
        assert len(seen) == pictures


def test_an_exported_film_follows_the_motion_of_the_stage(person: Person, monkeypatch) -> None:
    taken = []
    monkeypatch.setattr(
        export_door, "film_of", lambda take, source: taken.append(take) or film_of(take, source)
    )
    for still in (False, True):
        person.program.player.set_still(still)
        person.desk.do("export")
        assert taken[-1].still == still


class Desktop:
    """A desktop that says how much motion it wants, as Qt 6.12 tells it."""

    def __init__(self, wants: str) -> None:
        self.wants = wants

    def styleHints(self) -> Desktop:  # noqa: N802 (Qt's name)
        return self

    def accessibility(self) -> Desktop:
        return self

    def motionPreference(self) -> str:  # noqa: N802 (Qt's name)
        return f"MotionPreference.{self.wants}"


@pytest.mark.parametrize(
    ("chosen", "desktop", "still"),
    [
        ("system", "ReducedMotion", True),
        ("system", "NoPreference", False),
        ("full", "ReducedMotion", False),
        ("reduced", "NoPreference", True),
    ],
)
def test_the_desktop_decides_until_somebody_chooses(chosen: str, desktop: str, still: bool) -> None:
    assert motion.reduced(Desktop(desktop), chosen) == still


def test_a_desktop_that_tells_nothing_wants_nothing(qapp) -> None:
    assert Settings().motion == "system"
    assert motion.reduced(qapp, "reduced")
    assert not motion.reduced(qapp, "full")


def test_in_a_presentation_the_keys_lie_over_it_and_go_with_it(person: Person) -> None:
    person.desk.do("present")
    presenter = person.desk.presenting.presenter
    person.qtbot.keyClick(presenter.stage, Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    sheet = person.program.help.sheet
    assert presenter.isAncestorOf(sheet)
    assert sheet.geometry() == presenter.rect()
    person.desk.presenting.leave()
    person.qtbot.waitUntil(lambda: person.program.help.sheet is None)
    person.desk.do("keys")
    assert person.window.isAncestorOf(person.program.help.sheet)
