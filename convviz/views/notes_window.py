"""What is to be said of a scene: a window to write it in, in each language."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from convviz.i18n import Message, language, tr
from convviz.scene.lesson import CHINESE, ENGLISH
from convviz.views.choices import Segments
from convviz.views.lesson_editor import LANGUAGE_TIPS, LANGUAGES


class NotesWindow(QDialog):
    """Its setters only show; its signals only ask. Which language is written in is its own affair."""

    text_requested = Signal(str, str)
    """(language, text)."""
    language_shown = Signal()
    """The notes of another language are to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(tr("Notes of this scene"))
        self.setObjectName("notes")
        self.language = Segments("Texts in", LANGUAGES, LANGUAGE_TIPS)
        self.language.show_value(CHINESE if language() == CHINESE else ENGLISH)
        self.language.value_requested.connect(self._speak)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("Notes"))
        self.text.setToolTip(tr("What only the speaker sees; it is saved with the scene"))
        self.text.setPlaceholderText(tr("What is to be said while this scene is shown"))
        self.text.textChanged.connect(self._take)
        self.said = QLabel()
        self.said.setProperty("role", "error")
        self.said.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(QLabel(tr("Texts in")))
        head.addWidget(self.language)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        column.addWidget(self.said)
        self.said.hide()
        self.text.setFocus()

    def show_notes(self, text: str) -> None:
        """Shows the notes in the language that is written in; what is being typed stays as it is."""
        if text != self.text.toPlainText():
            self.text.blockSignals(True)
            self.text.setPlainText(text)
            self.text.blockSignals(False)

    def say(self, message: Message | None) -> None:
        """Why something that was typed cannot be kept."""
        self.said.setText(tr(message) if message else "")
        self.said.setVisible(message is not None)

    def _take(self) -> None:
        self.text_requested.emit(self.language.value, self.text.toPlainText())

    def _speak(self, code: str, _: object) -> None:
        self.language.show_value(code)
        self.language_shown.emit()

    def sizeHint(self) -> QSize:
        return QSize(520, 360)
