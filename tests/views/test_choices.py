"""Lists and buttons, by mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from convviz.views.choices import Choice, FieldChoice, Segments
from convviz.views.entries import pads_text, read_padding
from convviz.views.fields import Field
from tests.views.test_fields import wheel

OPTIONS = (("a", "first"), ("b", "second"), ("c", "third"))
TIPS = ("the first of three", "the second of three", "the third of three")


def shown(qtbot, *widgets: QWidget) -> QWidget:
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    for widget in widgets:
        column.addWidget(widget)
        widget.host = host  # keeps it alive as long as the widget
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    return host


def requests(widget) -> list[object]:
    asked: list[object] = []
    widget.value_requested.connect(lambda value, gesture: asked.append(value))
    return asked


def pick(combo: QComboBox, row: int) -> None:
    """Opens the list with the mouse and clicks a row."""
    arrow = QPoint(combo.width() - 8, combo.height() // 2)
    QTest.mouseClick(combo, Qt.MouseButton.LeftButton, pos=arrow)
    view = combo.view()
    index = view.model().index(row, 0)
    QTest.mouseMove(view.viewport(), view.visualRect(index).center())
    QTest.qWait(300)  # a list takes no click in the moment it opens
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())


def test_a_choice_is_asked_for_by_mouse(qtbot) -> None:
    choice = Choice("Letter", OPTIONS)
    shown(qtbot, choice)
    choice.show_value("a")
    asked = requests(choice)
    pick(choice, 2)
    assert asked == ["c"]


def test_a_choice_is_asked_for_by_keys_and_shown_without_asking(qtbot) -> None:
    choice = Choice("Letter", OPTIONS)
    shown(qtbot, choice)
    asked = requests(choice)
    choice.show_value("a")
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert asked == ["b"]
    choice.restore()
    assert choice.value == "a"


def test_offering_other_values_keeps_the_one_shown(qtbot) -> None:
    choice = Choice("Letter", OPTIONS)
    qtbot.addWidget(choice)
    asked = requests(choice)
    choice.show_value("b")
    choice.offer(OPTIONS[1:])
    assert choice.value == "b"
    choice.show_value("nothing of these")
    assert choice.value is None
    assert asked == []


def test_the_wheel_turns_a_list_only_with_the_focus(qtbot) -> None:
    choice = Choice("Letter", OPTIONS)
    shown(qtbot, choice, other := QLineEdit())
    choice.show_value("a")
    asked = requests(choice)
    other.setFocus()
    assert not wheel(choice, -1)
    assert asked == []
    choice.setFocus()
    wheel(choice, -1)
    assert asked == ["b"]


@pytest.fixture
def padding(qtbot):
    field = Field(
        "Padding", read_padding, lambda value: value if isinstance(value, str) else pads_text(value)
    )
    combo = FieldChoice(field)
    shown(qtbot, combo, QLineEdit())
    combo.offer((("same", "same"), ("valid", "valid")))
    field.show_value("same")
    combo.asked = requests(field)
    return combo


def test_a_value_is_picked_from_the_list(padding) -> None:
    pick(padding, 1)
    assert padding.asked == ["valid"]


def test_a_value_is_typed(padding) -> None:
    padding.setFocus()
    padding.field.selectAll()
    QTest.keyClicks(padding, "1, 2")
    QTest.keyClick(padding, Qt.Key.Key_Return)
    assert padding.asked == [(1, 1, 2, 2)]


def test_what_is_typed_is_asked_for_on_leaving_and_restored_by_escape(padding) -> None:
    padding.setFocus()
    padding.field.selectAll()
    QTest.keyClicks(padding, "7")
    QTest.keyClick(padding, Qt.Key.Key_Escape)
    assert (padding.field.text(), padding.asked) == ("same", [])
    padding.field.selectAll()
    QTest.keyClicks(padding, "7")
    QTest.keyClick(padding, Qt.Key.Key_Tab)
    assert padding.asked == [(7, 7, 7, 7)]


def test_arrow_keys_step_numbers_and_walk_the_list_of_words(padding) -> None:
    padding.setFocus()
    QTest.keyClick(padding, Qt.Key.Key_Down)
    assert padding.asked == ["valid"]
    padding.field.show_value((1, 1, 1, 1))
    QTest.keyClick(padding, Qt.Key.Key_Up)
    assert padding.asked == ["valid", (2, 2, 2, 2)]


def test_offering_keeps_what_is_being_typed(padding) -> None:
    padding.setFocus()
    padding.field.selectAll()
    QTest.keyClicks(padding, "5")
    padding.offer((("valid", "valid"),))
    assert padding.field.text() == "5"
    QTest.keyClick(padding, Qt.Key.Key_Return)
    assert padding.asked == [(5, 5, 5, 5)]


def test_segments(qtbot) -> None:
    segments = Segments("Letter", OPTIONS, TIPS)
    shown(qtbot, segments)
    asked = requests(segments)
    assert [button.toolTip() for button in segments.buttons] == list(TIPS)
    segments.show_value("b")
    assert segments.value == "b"
    QTest.mouseClick(segments.buttons[1], Qt.MouseButton.LeftButton)  # it is already pressed
    assert asked == []
    QTest.mouseClick(segments.buttons[2], Qt.MouseButton.LeftButton)
    assert asked == ["c"]
    segments.show_value("none of these")
    assert segments.value is None
