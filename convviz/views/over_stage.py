"""What is drawn on a stage that is no part of its figure: a sentence in its place, the keyboard's frame."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontInfo, QPainter, QPen

from convviz.i18n import tr
from convviz.paint.theme import Theme


def say_waiting(painter: QPainter, room: QRectF, theme: Theme, letters: int = 0) -> None:
    """While there is no figure yet; its letters at least so many pixels high."""
    font = painter.font()
    font.setPixelSize(max(letters, QFontInfo(font).pixelSize()))
    painter.setFont(font)
    painter.setPen(theme.color("muted"))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, tr("Opening the picture…"))


def frame(painter: QPainter, room: QRectF, cell: QRectF | None, theme: Theme) -> None:
    """What the keyboard is on: the stage, and the cell that it points at."""
    painter.setPen(QPen(theme.color("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(room.adjusted(2, 2, -2, -2), 7, 7)
    if cell is not None:
        painter.setPen(QPen(theme.color("accent"), 3))
        painter.drawRoundedRect(cell.adjusted(-1, -1, 1, 1), 3, 3)
