"""Paints a signal: bars from 0, a line along their tops, a line at 0."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from convviz.figure.figure import Bars, Mark
from convviz.paint.theme import Theme

FILLED, MARKED = 0.35, 0.75
"""Strength of ordinary bars, and of those that stand out."""
LIT = 2.0
"""Width of the frame of a bar that is pointed at or in play."""
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
    _frames(item, seen, painter, theme)
    painter.setPen(QPen(theme.color("muted"), 1.0))
    zero = item.y(0.0)
    painter.drawLine(QLineF(item.box.x, zero, item.box.right, zero))
    painter.setPen(QPen(theme.color("text"), 1.5))
    painter.drawLines(_steps(item, seen))


def _color(item: Bars, n: int, theme: Theme) -> QColor:
    mark = int(item.marks[n])
    if mark & Mark.TAP:
        return theme.color("window", MARKED)
    strength = MARKED if mark & Mark.LIT else FILLED
    if item.low >= 0:
        return theme.color("muted", strength)
    return theme.color("positive" if item.values[n] >= 0 else "negative", strength)


def _frames(item: Bars, seen: list[int], painter: QPainter, theme: Theme) -> None:
    """Around the bars that are lit, as around lit cells: their colour still says what they are."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("lit"), LIT))
    for n in seen:
        bar = item.bar(n)
        if item.marks[n] & Mark.LIT:
            inset = LIT / 2 + 0.5
            tall = max(bar.h - 2 * inset, 0.0)
            painter.drawRect(QRectF(bar.x + inset, bar.y + inset, max(bar.w - 2 * inset, 0.0), tall))


def _steps(item: Bars, seen: list[int]) -> list[QLineF]:
    """A level line over each bar, and risers between neighbours."""
    lines = []
    for n in seen:
        bar, top = item.bar(n), item.y(float(item.values[n]))
        lines.append(QLineF(bar.x, top, bar.right, top))
        if n and n - 1 in seen:
            lines.append(QLineF(bar.x, item.y(float(item.values[n - 1])), bar.x, top))
    return lines
