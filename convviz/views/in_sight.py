"""What has the focus is seen: whatever it lies in is scrolled to it, from wherever the focus came."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

AROUND = 24
"""Pixels beside it that are seen too."""


def bring_into_sight(widget: QWidget | None) -> None:
    """Scrolls all areas that a widget lies in, the inner ones first.

    Qt does so only when Tab goes on within an area, not when it comes in from outside. Under a button of the
    mouse that is held down nothing moves: the click would miss what it was meant for.
    """
    if widget is None or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
        return
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            _scroll(around, widget)
        around = around.parentWidget()


def _scroll(area: QScrollArea, widget: QWidget) -> None:
    """To all of the widget; or else to its top, and then to where one types or points in it."""
    content = area.widget()
    if content is None or not content.isAncestorOf(widget):
        return
    middle = widget.mapTo(content, widget.rect().center())
    area.ensureVisible(middle.x(), middle.y(), widget.width() // 2 + AROUND, widget.height() // 2 + AROUND)
    if widget.height() > area.viewport().height():
        area.ensureWidgetVisible(widget)
