"""A window seen with other eyes."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from convviz.views.vision import Eyes


def window(qtbot: QtBot) -> tuple[QWidget, QLabel]:
    """A red label in a widget in a window."""
    made, inside, label = QWidget(), QWidget(), QLabel()
    qtbot.addWidget(made)
    label.setStyleSheet("background: #ff0000")
    QVBoxLayout(inside).addWidget(label)
    QVBoxLayout(made).addWidget(inside)
    made.resize(200, 100)
    return made, inside


def colour(of: QWidget) -> QColor:
    return of.grab().toImage().pixelColor(of.width() // 2, of.height() // 2)


def test_all_that_is_in_a_widget_is_seen_with_a_deficiency_and_without(qtbot: QtBot) -> None:
    made, inside = window(qtbot)
    eyes = Eyes(lambda: (inside, None))
    assert colour(made) == QColor("#ff0000")
    eyes.use("protanopia")
    assert colour(made) == QColor(109, 95, 0)
    eyes.use("")
    assert colour(made) == QColor("#ff0000")


def test_widgets_that_come_later_are_seen_when_it_is_refreshed(qtbot: QtBot) -> None:
    seen: list[QWidget] = []
    eyes = Eyes(lambda: seen)
    eyes.use("protanopia")
    made, inside = window(qtbot)
    seen.append(inside)
    eyes.refresh()
    assert colour(made) == QColor(109, 95, 0)
