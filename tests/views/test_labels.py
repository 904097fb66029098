"""A label gives way to its neighbours and then tells the rest in its tooltip."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from convviz.views.labels import Elided, set_role


def test_a_long_text_is_cut_with_an_ellipsis_and_told_in_the_tooltip(qtbot: QtBot) -> None:
    label = Elided()
    qtbot.addWidget(label)
    label.setText("OpenCV filter2D · 4032 × 3024 · 9.1 ms")
    label.resize(90, 20)
    label.grab()
    assert label.shown.endswith("…")
    assert label.toolTip() == label.text()
    label.resize(900, 20)
    label.grab()
    assert label.shown == label.text()
    assert label.toolTip() == ""
    assert label.minimumSizeHint().width() == 0


def test_a_new_role_is_a_new_look(qtbot: QtBot) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)
    label.setStyleSheet('QLabel[role="bad"] { background: #ff0000; }')
    looks = []
    for role in ("good", "bad", "good"):
        set_role(label, role)
        looks.append(label.grab().toImage().pixelColor(1, 1).name())
    assert looks[1] == "#ff0000"
    assert looks[0] == looks[2] != looks[1]
