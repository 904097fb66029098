"""The present configuration as a program, to be read and copied."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from convviz.core.listing import LANGUAGES
from convviz.i18n import tr
from convviz.labs import lab_of
from convviz.labs.story import Story
from convviz.views.choices import Segments
from convviz.views.fields import monospace
from convviz.views.style import px

COPIED_MS = 1500


class CodeTab(QWidget):
    """A program in one of several languages, and a button that copies it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._story: Story | None = None
        tips = ["The same numbers, by a program of this library."] * len(LANGUAGES)
        self.languages = Segments("Language", [(name, name) for name in LANGUAGES], tips)
        self.languages.show_value(next(iter(LANGUAGES)))
        self.languages.value_requested.connect(self._choose)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(monospace(-2))
        self.text.setAccessibleName(tr("Program"))
        self.text.setToolTip(tr("The program runs as it is and prints the numbers on the stage."))
        self.text.setMinimumHeight(px(60))
        self.copy = QPushButton(tr("Copy"))
        self.copy.setAccessibleName(tr("Copy the program"))
        self.copy.setToolTip(tr("Copy the whole program."))
        self.copy.clicked.connect(self._copy)
        self._copied = QTimer(self)
        self._copied.setSingleShot(True)
        self._copied.setInterval(COPIED_MS)
        self._copied.timeout.connect(lambda: self.copy.setText(tr("Copy")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.languages)
        column.addWidget(self.text, 1)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.copy)
        column.addLayout(below)

    def show_story(self, story: Story) -> None:
        """Writes the story's program; what is being read stays in view."""
        self._story = story
        text = lab_of(story.scene).program(story, self.languages.value)
        if text != self.text.toPlainText():
            across, down = self.text.horizontalScrollBar().value(), self.text.verticalScrollBar().value()
            self.text.setPlainText(text)
            self.text.horizontalScrollBar().setValue(across)
            self.text.verticalScrollBar().setValue(down)

    def _choose(self, language: str) -> None:
        self.languages.show_value(language)
        if self._story is not None:
            self.show_story(self._story)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(tr("Copied"))
        self._copied.start()
