"""A field, by keys and wheel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from convviz.i18n import msg
from convviz.views.entries import pair_text, read_pair
from convviz.views.fields import Field


@pytest.fixture
def field(qtbot):
    """A pair in a window with another field to go to."""
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    field = Field("Stride", lambda text: read_pair("Stride", text), pair_text, parent=host)
    column.addWidget(field)
    column.addWidget(QLineEdit(host))
    field.show_value((1, 1))
    field.asked, field.said, field.ended = [], [], []
    field.value_requested.connect(lambda value, gesture: field.asked.append((value, gesture)))
    field.judged.connect(lambda message: field.said.append(message and str(message)))
    field.gesture_ended.connect(lambda: field.ended.append(len(field.asked)))
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    field.setFocus()
    yield field
    host.close()


def type_over(field: Field, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)


def wheel(widget: QWidget, notches: int) -> bool:
    event = QWheelEvent(
        QPointF(5, 5), widget.mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_enter_asks_for_what_was_typed(field) -> None:
    type_over(field, "2")
    assert field.asked == []
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.asked == [((2, 2), None)]
    assert field.value == (1, 1)  # until the scene says so


def test_what_is_typed_may_be_as_wide_as_a_chinese_input_method_types_it(field) -> None:
    field.setText("２，３")  # as an input method puts it there
    field.setModified(True)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.asked == [((2, 3), None)]


def test_leaving_asks_too_and_only_once(field) -> None:
    type_over(field, "2, 3")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.asked == [((2, 3), None)]


def test_what_is_no_value_is_said_and_not_asked(field) -> None:
    type_over(field, "0")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.asked == []
    assert field.said == ["Stride must be from 1 to 999, not 0."]
    assert field.text() == "0"
    assert field.property("invalid") is True


def test_escape_restores(field) -> None:
    type_over(field, "0")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "1, 1"
    assert field.said[-1] is None
    assert field.property("invalid") is False
    assert field.asked == []


def test_the_same_value_in_other_words_asks_nothing_and_is_written_as_always(field) -> None:
    type_over(field, "1")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.asked == []
    assert field.text() == "1, 1"


def test_a_refusal_from_elsewhere_stays_until_escape(field) -> None:
    type_over(field, "5")
    QTest.keyClick(field, Qt.Key.Key_Return)
    field.show_refusal(msg("Too wide."))
    assert field.text() == "5"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "1, 1"
    assert field.said == ["Too wide.", None]


def test_showing_a_value_asks_nothing_and_takes_an_error_back(field) -> None:
    type_over(field, "0")
    QTest.keyClick(field, Qt.Key.Key_Return)
    field.show_value((4, 4))
    assert field.text() == "4, 4"
    assert field.said[-1] is None
    assert field.asked == []


def test_showing_the_same_value_leaves_what_is_being_typed(field) -> None:
    type_over(field, "2")
    field.show_value((1, 1))
    assert field.text() == "2"


def test_an_arrow_key_steps_the_number_at_the_cursor(field) -> None:
    field.setCursorPosition(4)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert [value for value, _ in field.asked] == [(1, 2)]
    assert field.asked[0][1] is not None
    assert field.ended == [1]


def test_an_arrow_key_steps_all_numbers_when_all_are_selected(field) -> None:
    field.selectAll()
    QTest.keyPress(field, Qt.Key.Key_Up)
    field.show_value((2, 2))
    QTest.keyPress(field, Qt.Key.Key_Up)
    QTest.keyRelease(field, Qt.Key.Key_Up)
    assert [value for value, _ in field.asked] == [(2, 2), (3, 3)]
    assert field.asked[0][1] is field.asked[1][1]  # one gesture while the key is held
    assert field.ended == [2]


def test_another_press_is_another_gesture(field) -> None:
    for value in ((2, 1), (3, 1)):
        QTest.keyClick(field, Qt.Key.Key_Up)
        field.show_value(value)
    assert field.asked[0][1] is not field.asked[1][1]


def test_a_step_to_what_is_no_value_is_not_made(field) -> None:
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert (field.asked, field.said, field.text()) == ([], [], "1, 1")


def test_the_wheel_steps_with_the_focus_and_not_without(field, qtbot) -> None:
    field.selectAll()
    assert wheel(field, 1)
    assert [value for value, _ in field.asked] == [(2, 2)]
    qtbot.waitUntil(lambda: field.ended == [1])
    QTest.keyClick(field, Qt.Key.Key_Tab)
    field.asked.clear()
    assert not wheel(field, 1)
    assert field.asked == []
