"""Mouse events with modifier keys, as a window system sends them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
FRAME_MS = 12
"""pyqtgraph leaves out moves that follow each other faster than 100 times a second."""
PLAIN = Qt.KeyboardModifier.NoModifier


def _send(
    widget: QWidget,
    kind: QEvent.Type,
    place: QPointF,
    button: Qt.MouseButton,
    buttons: Qt.MouseButton,
    keys: Qt.KeyboardModifier,
) -> None:
    QApplication.sendEvent(widget, QMouseEvent(kind, place, widget.mapToGlobal(place), button, buttons, keys))


def click(widget: QWidget, place: QPointF, button: Qt.MouseButton = LEFT) -> None:
    """Press and release."""
    _send(widget, QEvent.Type.MouseMove, place, NONE, NONE, PLAIN)
    _send(widget, QEvent.Type.MouseButtonPress, place, button, button, PLAIN)
    _send(widget, QEvent.Type.MouseButtonRelease, place, button, NONE, PLAIN)


def double_click(widget: QWidget, place: QPointF) -> None:
    """Press, release, press again, release."""
    click(widget, place)
    _send(widget, QEvent.Type.MouseButtonDblClick, place, LEFT, LEFT, PLAIN)
    _send(widget, QEvent.Type.MouseButtonRelease, place, LEFT, NONE, PLAIN)


def drag(
    widget: QWidget,
    start: QPointF,
    end: QPointF,
    keys: Qt.KeyboardModifier = PLAIN,
    button: Qt.MouseButton = LEFT,
) -> None:
    """Press, move in eight steps, release."""
    _send(widget, QEvent.Type.MouseMove, start, NONE, NONE, keys)
    _send(widget, QEvent.Type.MouseButtonPress, start, button, button, keys)
    for n in range(1, 9):
        QTest.qWait(FRAME_MS)
        _send(widget, QEvent.Type.MouseMove, start + (end - start) * (n / 8), NONE, button, keys)
    _send(widget, QEvent.Type.MouseButtonRelease, end, button, NONE, keys)


def wheel(widget: QWidget, place: QPointF, notches: int) -> None:
    """Turns the wheel, away from the person for positive notches."""
    event = QWheelEvent(
        place,
        widget.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120 * notches),
        NONE,
        PLAIN,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
