"""Labels that know their place: text that gives way when there is little room, and a look by role."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def set_role(widget: QWidget, role: str) -> None:
    """Gives a widget the look that the application's style has for a role, such as "muted" or "bad"."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)  # a style reads properties when it meets a widget, and never again
        widget.style().polish(widget)


def set_letters(widget: QWidget, pixels: int) -> None:
    """Makes a widget's letters so high, in its own style sheet.

    Qt forgets a font that was set after the application's style met the widget when that style changes.
    """
    sheet = f"{widget.metaObject().className()} {{ font-size: {pixels}px; }}"
    if widget.styleSheet() != sheet:
        widget.setStyleSheet(sheet)


class Elided(QLabel):
    """One line that gives way when there is no room for all of it; the tooltip then tells the rest.

    Attributes:
        shorter: texts that may stand for it, longer ones first; without room for any, the last ends in ….
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shorter: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @property
    def shown(self) -> str:
        """What of the text there is room for."""
        metrics, texts = self.fontMetrics(), (self.text(), *self.shorter)
        fitting = (text for text in texts if metrics.horizontalAdvance(text) <= self.width())
        elided = metrics.elidedText(texts[-1], Qt.TextElideMode.ElideRight, self.width())
        return next(fitting, elided)

    def show_text(self, text: str, *shorter: str) -> None:
        """Shows a text, or else the first of those that may stand for it that there is room for."""
        self.shorter = shorter
        self.setText(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.shown
        self.setToolTip("" if shown == self.text() else self.text())
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
