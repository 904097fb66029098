"""A sheet: something that lies over the window, takes the keyboard, and goes with Esc."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QVBoxLayout, QWidget

SHADE = QColor(0, 0, 0, 120)
EDGE = 24
"""Pixels at least between a card and the window's edges."""


class Sheet(QDialog):
    """A card over a shaded window. It stays on top, however the window is resized."""

    own_keys: tuple[Qt.Key, ...] = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)

    def __init__(self, window: QWidget, title: str) -> None:
        super().__init__(window)
        self.setWindowFlags(Qt.WindowType.Widget)  # in the window, not a window of its own
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.window_below = window
        self._before: QWidget | None = None
        self.card = QFrame(self)
        self.card.setProperty("role", "card")
        self.inside = QVBoxLayout(self.card)
        self.inside.setContentsMargins(24, 20, 24, 20)
        self.inside.setSpacing(12)
        self.finished.connect(self._give_back)

    def lay(self) -> None:
        """Shows it over the window, with the keyboard."""
        self._before = QApplication.focusWidget()
        self.window_below.installEventFilter(self)
        self.arrange()
        self.show()
        self.raise_()
        first = self.first()
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def first(self) -> QWidget:
        """What has the focus at first."""
        return self.stops()[0]

    def stops(self) -> list[QWidget]:
        """What Tab reaches, in order."""
        return [
            widget
            for widget in self.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and not widget.isHidden()
        ]

    def arrange(self) -> None:
        """Covers the window and its menu bar, the card in the middle."""
        self.inside.activate()  # another text may need more room
        self.setGeometry(self.window_below.rect())
        size = self.wanted().boundedTo(self.size() - QSize(2 * EDGE, 2 * EDGE))
        self.card.setGeometry(
            (self.width() - size.width()) // 2,
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )

    def wanted(self) -> QSize:
        """How large the card would like to be."""
        return self.card.sizeHint()

    def _give_back(self) -> None:
        """The keyboard goes back to where it was."""
        self.window_below.removeEventFilter(self)
        before = self._before
        if before is not None and before.isVisible():
            before.setFocus()

    # --- Qt

    def changeEvent(self, event: QEvent) -> None:
        """Letters of another size need other room; they have it only when all that is in it is restyled."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            QTimer.singleShot(0, self, self.arrange)

    def event(self, event: QEvent) -> bool:
        """Keys that the sheet takes are not the menus' meanwhile."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            own = event.key() in self.own_keys and not event.modifiers()
            event.setAccepted(own)
            return own
        return super().event(event)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab stays on the sheet."""
        stops, here = self.stops(), self.focusWidget()
        at = stops.index(here) if here in stops else -1
        stops[(at + (1 if following else -1)) % len(stops)].setFocus(
            Qt.FocusReason.TabFocusReason if following else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.arrange()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), SHADE)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card closes it."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.reject()
