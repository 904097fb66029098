"""Covers a part of the window that would give an answer away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from convviz.i18n import tr


class Cover(QLabel):
    """Stands in the place of what is in a widget: that is not there meanwhile, for Tab or a screen reader."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(tr("Hidden until you have answered"), widget)
        self._widget = widget
        self._inside: QWidget | None = None
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
        if self._inside is None:
            self._inside = _wrapped(self._widget)
        self._inside.setVisible(not covered)
        self.setGeometry(self._widget.rect())
        self.setVisible(covered)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._widget.rect())
        return False


def _wrapped(widget: QWidget) -> QWidget:
    """Puts all that a widget lays out into one widget inside it, which keeps its place while it is hidden.

    What is in it may be shown and hidden meanwhile without coming out.
    """
    inside, layout = QWidget(), widget.layout()
    assert layout is not None, "Only what lays something out can be covered."
    policy = inside.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    inside.setSizePolicy(policy)
    inside.setLayout(layout)  # with it go the widgets in it
    around = QVBoxLayout(widget)
    around.setContentsMargins(0, 0, 0, 0)
    around.addWidget(inside)
    return inside
