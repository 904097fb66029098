"""Rows of a quiet name and a value; a value that is too long for the room stands below its name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from convviz.i18n import tr
from convviz.views.fields import monospace
from convviz.views.spoken import say_with

GAP = 8


class Facts(QWidget):
    """What is known of something, one fact a row."""

    def __init__(self, names: dict[str, str], parent: QWidget | None = None) -> None:
        """Names in English, each with what it means, which is its tooltip."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._facts = {name: _Fact(name, tip) for name, tip in names.items()}
        for fact in self._facts.values():
            column.addWidget(fact)

    def show_fact(self, name: str, text: str) -> None:
        """Shows a value, already translated; without one the fact is left out."""
        self._facts[name].setVisible(bool(text))
        self._facts[name].show_text(text)

    def fact(self, name: str) -> str:
        """The value that is shown."""
        return self._facts[name].value.text()


class _Fact(QWidget):
    def __init__(self, name: str, tip: str) -> None:
        super().__init__()
        self._name, self.value = QLabel(tr(name)), QLabel()
        self._name.setProperty("role", "muted")
        self.value.setFont(monospace(-1))
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        say_with(self.value, tr(name))
        self.setToolTip(tr(tip))
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAP)
        self._layout.addWidget(self._name)
        self._layout.addWidget(self.value, 1)

    def show_text(self, text: str) -> None:
        self.value.setText(text)
        self._arrange()

    def _arrange(self) -> None:
        beside = self.width() - self._name.sizeHint().width() - GAP
        wide = self.value.fontMetrics().horizontalAdvance(self.value.text())
        below = wide > beside
        # A sentence of several lines reads from the left, a value ends where the others end.
        side = Qt.AlignmentFlag.AlignLeft if wide > self.width() else Qt.AlignmentFlag.AlignRight
        self.value.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        ways = QBoxLayout.Direction
        self._layout.setDirection(ways.TopToBottom if below else ways.LeftToRight)
        self._layout.setSpacing(0 if below else GAP)
        self.value.setWordWrap(below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
