"""What widgets that draw themselves say to a screen reader, and when."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from convviz.views import spoken
from convviz.views.spoken import Role, Voice, install, say_as, say_with


class Dial(QWidget):
    """A widget that paints a number."""

    def spoken_value(self) -> str:
        return "seven"


@pytest.fixture
def dial(qtbot) -> Dial:
    install()
    widget = Dial()
    qtbot.addWidget(widget)
    return widget


def _said(widget: QWidget, kind: QAccessible.Text) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(kind)


def test_a_role_a_name_and_a_value(dial) -> None:
    say_as(dial, Role.Dial, "Speed")
    assert QAccessible.queryAccessibleInterface(dial).role() == Role.Dial
    assert _said(dial, QAccessible.Text.Name) == "Speed"
    assert _said(dial, QAccessible.Text.Value) == "seven"


def test_what_is_in_it_is_still_found(dial) -> None:
    say_as(dial, Role.Pane, "Speed")
    button = QPushButton("Stop", dial)
    button.setGeometry(QRect(0, 0, 20, 20))
    within = QAccessible.queryAccessibleInterface(dial)
    assert [within.child(n).text(QAccessible.Text.Name) for n in range(within.childCount())] == ["Stop"]
    assert within.child(0).role() == Role.Button


def test_a_widget_that_says_nothing_is_what_qt_takes_it_for(qtbot) -> None:
    install()
    widget = QWidget()
    qtbot.addWidget(widget)
    assert QAccessible.queryAccessibleInterface(widget).role() == Role.Client


@pytest.fixture
def announced(monkeypatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(spoken.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(spoken.QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    return said


def test_the_first_sentence_is_said_at_once_and_then_the_newest(qtbot, dial, announced) -> None:
    voice = Voice(dial, Role.Animation, "Stage", apart=30)
    for sentence in ("one", "two", "three"):
        voice.say(sentence)
    assert announced == ["one"]
    assert dial.accessibleDescription() == "three"
    qtbot.waitUntil(lambda: announced == ["one", "three"])


def test_the_same_is_not_said_twice(qtbot, dial, announced) -> None:
    voice = Voice(dial, Role.Animation, "Stage", apart=1)
    voice.say("one")
    voice.say("one")
    qtbot.wait(20)
    assert announced == ["one"]


def test_nothing_is_announced_where_nobody_listens(dial, announced, monkeypatch) -> None:
    monkeypatch.setattr(spoken.QAccessible, "isActive", lambda: False)
    Voice(dial, Role.Animation, "Stage").say("one")
    assert announced == []
    assert dial.accessibleDescription() == "one"


def test_a_label_with_a_name_says_its_text_too(qtbot) -> None:
    """Qt says a name in place of the text that it is the name of."""
    install()
    label = QLabel("7 × 7")
    qtbot.addWidget(label)
    say_with(label, "Output")
    said = QAccessible.queryAccessibleInterface(label)
    assert (said.role(), said.text(QAccessible.Text.Name)) == (Role.StaticText, "Output")
    assert said.text(QAccessible.Text.Value) == "7 × 7"
    label.setText("5 × 5")
    assert said.text(QAccessible.Text.Value) == "5 × 5"
