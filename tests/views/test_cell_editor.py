"""The field that opens in a cell: what it takes, what it refuses, where its keys lead."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from convviz.core.errors import Refusal
from convviz.core.kernel_text import number
from convviz.figure.figure import Spot
from convviz.i18n import tr
from convviz.views.cell_editor import CellEditor, grey

SPOT = Spot("kernel", 1, 2)
CELL = QRect(100, 60, 34, 34)


class Typist:
    """A field over a cell, and what it said."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(400, 200)
        self.other = QLineEdit(self.window)
        self.other.move(0, 170)
        self.editor = CellEditor(self.window)
        self.said: list[tuple[Any, ...]] = []
        self.editor.typed.connect(lambda *values: self.said.append(("typed", *values)))
        self.editor.left.connect(lambda *values: self.said.append(("left", *values)))
        self.editor.refused.connect(lambda message: self.said.append(("refused", tr(message))))
        self.window.show()
        self.window.activateWindow()

    def open(self, text: str = "0.1111", cell: QRect = CELL) -> Typist:
        self.editor.open(SPOT, cell, text, number)
        return self

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.editor, key)

    def type(self, text: str) -> Typist:
        QTest.keyClicks(self.editor, text)
        return self


@pytest.fixture
def typist(qtbot: QtBot) -> Typist:
    return Typist(qtbot)


def test_it_opens_over_its_cell_with_its_number_selected(typist: Typist) -> None:
    editor = typist.open().editor
    assert editor.isVisible()
    assert editor.hasFocus()
    assert editor.selectedText() == editor.text() == "0.1111"
    assert editor.geometry().contains(CELL.center())
    assert editor.accessibleName()


@pytest.mark.parametrize("cell", [QRect(0, 0, 10, 10), QRect(390, 190, 10, 10)])
def test_it_stays_on_the_stage(typist: Typist, cell: QRect) -> None:
    assert typist.window.rect().contains(typist.open(cell=cell).editor.geometry())


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_takes_a_new_number(typist: Typist, key: Qt.Key) -> None:
    typist.open().type("-1/4").key(key)
    assert typist.said == [("typed", SPOT, -0.25), ("left", SPOT, None)]
    assert not typist.editor.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Down])
def test_an_unchanged_number_is_not_taken_though_it_is_shown_rounded(typist: Typist, key: Qt.Key) -> None:
    typist.open("0.1111").key(key)
    assert [said[0] for said in typist.said] == ["left"]


@pytest.mark.parametrize(
    ("key", "way"),
    [
        (Qt.Key.Key_Tab, (0, 1)),
        (Qt.Key.Key_Backtab, (0, -1)),
        (Qt.Key.Key_Up, (-1, 0)),
        (Qt.Key.Key_Down, (1, 0)),
    ],
)
def test_keys_take_and_go_on(typist: Typist, key: Qt.Key, way: tuple[int, int]) -> None:
    typist.open().type("7").key(key)
    assert typist.said == [("typed", SPOT, 7.0), ("left", SPOT, way)]


def test_left_and_right_move_on_until_something_is_written(typist: Typist) -> None:
    typist.open().key(Qt.Key.Key_Right)
    assert typist.said == [("left", SPOT, (0, 1))]
    typist.said.clear()
    typist.open().type("12").key(Qt.Key.Key_Left)
    typist.type("5").key(Qt.Key.Key_Return)
    assert typist.said == [("typed", SPOT, 152.0), ("left", SPOT, None)]


def test_escape_gives_up(typist: Typist) -> None:
    typist.open().type("8").key(Qt.Key.Key_Escape)
    assert typist.said == [("left", SPOT, None)]


@pytest.mark.parametrize("text", ["abc", "1//2", "nan", "inf", "1/0", "1e99", " "])
def test_nonsense_is_refused_and_stays(typist: Typist, text: str) -> None:
    typist.open().type(text).key(Qt.Key.Key_Return)
    ((kind, sentence),) = typist.said
    assert kind == "refused"
    assert sentence.endswith(".")
    assert typist.editor.isVisible()
    assert typist.editor.text() == text
    typist.said.clear()
    typist.type("3").key(Qt.Key.Key_Return)
    assert typist.said == [("typed", SPOT, 3.0), ("left", SPOT, None)]


def test_another_focus_takes_what_was_typed_and_is_left_alone(typist: Typist) -> None:
    typist.open().type("9")
    typist.other.setFocus()
    assert typist.said == [("typed", SPOT, 9.0)]
    assert not typist.editor.isVisible()
    assert typist.other.hasFocus()


def test_another_focus_ends_nonsense_too_with_its_sentence(typist: Typist) -> None:
    typist.open().type("x")
    typist.other.setFocus()
    assert [said[0] for said in typist.said] == ["refused"]
    assert not typist.editor.isVisible()
    assert typist.other.hasFocus()


def test_a_menu_or_another_window_does_not_close_it(typist: Typist) -> None:
    typist.open().type("9")
    reason = Qt.FocusReason.ActiveWindowFocusReason
    QApplication.sendEvent(typist.editor, QFocusEvent(QEvent.Type.FocusOut, reason))
    assert typist.editor.isVisible()
    assert not typist.said


def test_nothing_is_said_twice(typist: Typist) -> None:
    typist.open().type("9").key(Qt.Key.Key_Return)
    typist.editor.finish()
    assert [said[0] for said in typist.said] == ["typed", "left"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Up, Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_its_keys_are_not_the_windows(typist: Typist, key: Qt.Key) -> None:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(typist.open().editor, event)
    assert event.isAccepted()
    assert typist.editor.isVisible()


@pytest.mark.parametrize(("text", "value"), [("0", 0), (" 255 ", 255), ("510/2", 255), ("1e2", 100)])
def test_a_grey_is_a_whole_number_of_a_byte(text: str, value: float) -> None:
    assert grey(text) == value


@pytest.mark.parametrize("text", ["−1", "256", "0.5", "1/3", "white", ""])
def test_other_greys_are_refused(text: str) -> None:
    with pytest.raises(Refusal):
        grey(text)
