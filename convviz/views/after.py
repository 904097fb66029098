"""The stage is painted after the result that a hand waits for: to draw it takes as long as all the rest."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

LATE_MS = 20
"""So long at the most it waits: a hand that draws faster sees it follow all the same."""


class After:
    """Keeps a widget from being painted for a moment. What is asked of it is answered all the same."""

    def __init__(self, widget: Callable[[], QWidget]) -> None:
        self._widget = widget
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._paint)

    def wait(self) -> None:
        """What is waited for is on its way."""
        if not self._timer.isActive():
            self._widget().setUpdatesEnabled(False)
            self._timer.start(LATE_MS)

    def go_on(self) -> None:
        """It is there, and painted in this turn of the event loop; the widget is in the next."""
        self._timer.start(0)

    def stop(self) -> None:
        """Nothing is painted any more: the window closes."""
        self._timer.stop()

    def _paint(self) -> None:
        self._widget().setUpdatesEnabled(True)
