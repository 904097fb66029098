"""What a hand does not wait for is painted after what it waits for.

To draw a stage takes as long as all the rest; to paint a picture where it was moved to, only to paint it
again when its new view is there a moment later, takes the processor from whoever makes that view.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

LATE_MS = 20
"""So long at the most it waits: a hand that draws faster sees it follow all the same."""


class After:
    """Keeps a widget from being painted for a moment. What is asked of it is answered all the same.

    Args:
        owner: goes no later than the widget does.
        widget: the one that is there at the time.
    """

    def __init__(self, owner: QObject, widget: Callable[[], QWidget]) -> None:
        self._widget = widget
        self._timer = QTimer(owner)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._paint)

    @property
    def waits(self) -> bool:
        """Whether the widget is not painted yet."""
        return self._timer.isActive()

    def wait(self) -> None:
        """What is waited for is on its way."""
        if not self._timer.isActive() and not _painted_with_others(self._widget()):
            self._widget().setUpdatesEnabled(False)
            self._timer.start(LATE_MS)

    def go_on(self) -> None:
        """It is there, and painted in this turn of the event loop; the widget is in the next."""
        self._timer.start(0)

    def end(self) -> None:
        """It is there; the widget is painted with it."""
        if self._timer.isActive():
            self._timer.stop()
            self._paint()

    def stop(self) -> None:
        """Nothing is painted any more: the window closes."""
        self._timer.stop()

    def _paint(self) -> None:
        self._widget().setUpdatesEnabled(True)


def _painted_with_others(widget: QWidget | None) -> bool:
    """Whether it is in one that has an effect, as with simulated colours: all of it is painted, or blank."""
    while widget is not None and widget.graphicsEffect() is None:
        widget = widget.parentWidget()
    return widget is not None
