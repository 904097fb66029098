"""Covers a part of the window that would give an answer away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QWidget

from convviz.i18n import tr


class Cover(QLabel):
    """Lies over a widget, which keeps its place and cannot be used meanwhile."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(tr("Hidden until you have answered"), widget)
        self._widget = widget
        self.setProperty("role", "card")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        widget.installEventFilter(self)
        self.hide()

    def cover(self, covered: bool) -> None:
        """Covers the widget, or shows it again."""
        if covered == self.isVisibleTo(self._widget):
            return
        for child in self._widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if child is not self:
                child.setEnabled(not covered)
        self.setGeometry(self._widget.rect())
        self.setVisible(covered)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._widget.rect())
        return False
