"""Rows of a quiet name and a value; a value that is too long for the room stands below its name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from convviz.i18n import tr
from convviz.views.fields import monospace


class Facts(QWidget):
    """What is known of something, one fact a row."""

    def __init__(self, names: dict[str, str], parent: QWidget | None = None) -> None:
        """Names in English, each with what it means, which is its tooltip."""
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(4)
        self._grid.setHorizontalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._rows: dict[str, tuple[QLabel, QLabel]] = {}
        for n, (name, tip) in enumerate(names.items()):
            label, value = QLabel(tr(name)), QLabel()
            label.setProperty("role", "muted")
            value.setFont(monospace(-1))
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setAccessibleName(tr(name))
            for widget in (label, value):
                widget.setToolTip(tr(tip))
            self._rows[name] = (label, value)
            self._grid.addWidget(label, 2 * n, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, 2 * n, 1)

    def show_fact(self, name: str, text: str) -> None:
        """Shows a value, already translated."""
        self._rows[name][1].setText(text)
        self._arrange()

    def fact(self, name: str) -> str:
        """The value that is shown."""
        return self._rows[name][1].text()

    def _arrange(self) -> None:
        for n, (label, value) in enumerate(self._rows.values()):
            beside = self.width() - label.sizeHint().width() - self._grid.horizontalSpacing()
            below = value.fontMetrics().horizontalAdvance(value.text()) > beside
            if below == value.wordWrap() and self._grid.indexOf(value) >= 0:
                continue
            value.setWordWrap(below)
            if below:
                self._grid.addWidget(value, 2 * n + 1, 0, 1, 2)
            else:
                self._grid.addWidget(value, 2 * n, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
