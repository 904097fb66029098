"""Windows whose letters grow with them, to be read from the back of a room."""

from __future__ import annotations

from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QWidget

from convviz.views.style import px, scaled

LARGEST = 2
"""Times their usual size that letters are, in a window as large as a screen."""
WIDEST = (1 << 24) - 1
"""Pixels that Qt lets a widget have."""


def letters(window: QWidget, wide: float, high: float) -> int:
    """Pixels that letters are high in a window: as the program's until it is larger than wide × high."""
    larger = min(window.width() / px(wide), window.height() / px(high))
    return int(usual() * min(max(1.0, larger), LARGEST))


def usual() -> int:
    """Pixels that the program's letters are high."""
    return QFontInfo(QApplication.font()).pixelSize()


class Growth:
    """A window with all that is in it in proportion to its letters: fields, buttons, widths.

    It is made when everything is in the window, at its usual size; `fit` then follows the window.
    """

    def __init__(self, window: QWidget) -> None:
        self._window, self.letters = window, usual()
        self._least = window.minimumSizeHint()
        self._widths = {
            widget: (widget.minimumWidth(), widget.maximumWidth())
            for widget in window.findChildren(QWidget)
            if widget.minimumWidth() > 0 or widget.maximumWidth() < WIDEST
        }

    def fit(self, letters: int) -> bool:
        """Makes letters so many pixels high, and all in proportion. Returns: whether anything has changed."""
        larger = letters / usual()
        sheet = "" if larger == 1 else self._sheet(letters, larger)
        if sheet == self._window.styleSheet():
            return False
        self.letters = letters
        # Of a window that is made smaller, letters that are still large do not say how small it may be.
        self._window.setMinimumSize(self._least if sheet else self._window.minimumSize() * 0)
        for widget, (least, most) in self._widths.items():
            widget.setMinimumWidth(round(least * larger))
            widget.setMaximumWidth(min(round(most * larger), WIDEST))
        self._window.setStyleSheet(sheet)
        return True

    def _sheet(self, letters: int, larger: float) -> str:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        return f"QWidget {{ font-size: {letters}px; }}\n{scaled(app.styleSheet(), larger)}"
