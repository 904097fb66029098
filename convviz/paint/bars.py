"""Paints a signal: bars from 0, a line along their tops, a line at 0."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from convviz.figure.figure import Bars, Mark
from convviz.paint.theme import Theme

FILLED, MARKED = 0.35, 0.75
"""Strength of ordinary bars, and of those that stand out."""
APART = 6.0
"""Narrower bars touch each other."""


def paint_bars(item: Bars, painter: QPainter, theme: Theme) -> None:
    """Bars, their tops, the zero line."""
    seen = [n for n, mark in enumerate(item.marks.tolist()) if not mark & Mark.EMPTY]
    painter.setPen(Qt.PenStyle.NoPen)
    for n in seen:
        bar = item.bar(n)
        gap = 1.0 if bar.w >= APART else 0.0
        painter.setBrush(_color(item, n, theme))
        painter.drawRect(QRectF(bar.x + gap / 2, bar.y, bar.w - gap, bar.h))
    painter.setPen(QPen(theme.color("muted"), 1.0))
    zero = item.y(0.0)
    painter.drawLine(QLineF(item.box.x, zero, item.box.right, zero))
    painter.setPen(QPen(theme.color("text"), 1.5))
    painter.drawLines(_steps(item, seen))


def _color(item: Bars, n: int, theme: Theme) -> QColor:
    mark = int(item.marks[n])
    for flag, role in ((Mark.LIT, "lit"), (Mark.TAP, "window")):
        if mark & flag:
            return theme.color(role, MARKED)
    if item.low >= 0:
        return theme.color("muted", FILLED)
    return theme.color("positive" if item.values[n] >= 0 else "negative", FILLED)


def _steps(item: Bars, seen: list[int]) -> list[QLineF]:
    """A level line over each bar, and risers between neighbours."""
    lines = []
    for n in seen:
        bar, top = item.bar(n), item.y(float(item.values[n]))
        lines.append(QLineF(bar.x, top, bar.right, top))
        if n and n - 1 in seen:
            lines.append(QLineF(bar.x, item.y(float(item.values[n - 1])), bar.x, top))
    return lines
