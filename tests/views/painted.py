"""Counts how often a widget is painted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget


class Painted(QObject):
    """From when it is made on; parts of fewer than `least` pixels do not count."""

    def __init__(self, widget: QWidget, least: int = 0) -> None:
        super().__init__(widget)
        self.times, self._least = 0, least
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.times += event.rect().width() * event.rect().height() >= self._least
        return False
