"""The program in the inspector."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from convviz.views.code_tab import CodeTab
from tests.views.stories import layered, story_of


@pytest.fixture
def tab(qtbot, monkeypatch):
    monkeypatch.setattr("convviz.views.code_tab.COPIED_MS", 50)
    tab = CodeTab()
    qtbot.addWidget(tab)
    tab.resize(270, 330)
    tab.show()
    tab.show_story(story_of())
    yield tab
    tab.close()


def test_each_language_has_a_button(tab) -> None:
    texts = {}
    for button in tab.languages.buttons:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        texts[button.text()] = tab.text.toPlainText()
    assert list(texts) == ["NumPy", "OpenCV", "PyTorch"]
    assert "import cv2" in texts["OpenCV"]
    assert "import torch" in texts["PyTorch"]
    assert "import torch" not in texts["NumPy"]


def test_copy_copies_exactly_the_text_and_says_so(tab, qtbot, monkeypatch) -> None:
    QTest.mouseClick(tab.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == tab.text.toPlainText()
    assert tab.copy.text() == "Copied"
    qtbot.waitUntil(lambda: tab.copy.text() == "Copy", timeout=3000)


def test_the_program_follows_the_scene_and_cannot_be_typed_in(tab) -> None:
    before = tab.text.toPlainText()
    QTest.keyClicks(tab.text, "x")
    assert tab.text.toPlainText() == before
    tab.show_story(story_of(layered(stride=(2, 2), padding="valid")))
    assert tab.text.toPlainText() != before


def test_what_is_being_read_stays_in_view(tab) -> None:
    tab.text.verticalScrollBar().setValue(3)
    tab.show_story(story_of(layered(bias=(2.0,))))
    assert tab.text.verticalScrollBar().value() == 3
