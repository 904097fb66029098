"""Paints a figure: the one place where roles become colours and numbers become glyphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen, QPolygonF

from convviz.figure import lettering
from convviz.figure.figure import (
    Bars,
    Box,
    Curve,
    Figure,
    Graph,
    Grid,
    Item,
    Outline,
    Panel,
    Photo,
    Text,
    Wires,
)
from convviz.i18n import tr
from convviz.paint.bars import paint_bars
from convviz.paint.cells import paint_grid
from convviz.paint.fonts import metrics, mono, sans
from convviz.paint.kept import Kept
from convviz.paint.theme import Theme


def paint(figure: Figure, painter: QPainter, theme: Theme, kept: Kept | None = None) -> None:
    """Paints all items of a figure, first to last, at the painter's origin; those kept are quicker."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    with lettering.at_least(figure.least):
        if kept:
            kept.begin()
        for item in levelled(figure.items):
            if kept and isinstance(item, Grid):
                kept.paint(item, painter, theme)
            else:
                PAINTERS[type(item)](item, painter, theme)


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.w, box.h)


def _outline(item: Outline, painter: QPainter, theme: Theme) -> None:
    style = Qt.PenStyle.DashLine if item.dashed else Qt.PenStyle.SolidLine
    pen = QPen(theme.color(item.role, item.strength), item.width, style)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(_rect(item.box), 2, 2)


def _panel(item: Panel, painter: QPainter, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(item.role, item.strength))
    painter.drawRoundedRect(_rect(item.box), item.radius, item.radius)


def _text(item: Text, painter: QPainter, theme: Theme) -> None:
    text, size = fitted(item)
    if not text:
        return
    measures = metrics(size, item.bold, item.mono)
    width = measures.horizontalAdvance(text) if item.align != "left" else 0.0  # measuring costs as drawing
    left = {"left": item.x, "center": item.x - width / 2, "right": item.x - width}[item.align]
    painter.setFont(mono(size, item.bold) if item.mono else sans(size, item.bold))
    painter.setPen(theme.color(item.role, item.strength))
    painter.drawText(QPointF(left, item.y + (measures.ascent() - measures.descent()) / 2), text)


def levelled(items: Sequence[Item]) -> Sequence[Item]:
    """The items, with texts that stand in one row all of one size: one that each of them fits its room at."""
    sizes: dict[str, float] = {}
    for item in items:
        if isinstance(item, Text) and item.row:
            sizes[item.row] = min(fitted(item)[1], sizes.get(item.row, item.size))
    return [
        _of_size(item, sizes[item.row]) if isinstance(item, Text) and item.row else item for item in items
    ]


def _of_size(item: Text, size: float) -> Text:
    return replace(item, size=size, least=min(item.least or size, size))


def fitted(item: Text) -> tuple[str, float]:
    """What a text says and its size, so that it keeps to its room.

    It shrinks as far as it may, then says something shorter, and ends in an ellipsis only if nothing fits.
    """
    if item.room is None:
        return tr(item.text), item.size
    said, least = "", min(item.least or item.size, item.size)
    for text in (item.text, *item.shorter):  # those that are not needed are not translated: half of the time
        said = tr(text)
        size = _fit(said, item.room, item.size, least, item.bold, item.mono)
        if size is not None:
            return said, size
    return _elided(said, item.room, _sizes(item.size, least)[-1], item.bold, item.mono)


@lru_cache(maxsize=2048)
def _fit(text: str, room: float, size: float, least: float, bold: bool, monospace: bool) -> float | None:
    """The largest size at which a text keeps to its room; None where it is too long at the least."""
    for each in _sizes(size, least):
        if metrics(each, bold, monospace).horizontalAdvance(text) <= room:
            return each
    return None


def _sizes(size: float, least: float) -> list[float]:
    return [size - n / 2 for n in range(int((size - least) * 2) + 1)]


@lru_cache(maxsize=512)
def _elided(text: str, room: float, size: float, bold: bool, monospace: bool) -> tuple[str, float]:
    measures = metrics(size, bold, monospace)
    return measures.elidedText(text, Qt.TextElideMode.ElideRight, max(room, 0.0)), size


def _curve(item: Curve, painter: QPainter, theme: Theme) -> None:
    (x0, y0), (x1, y1), (before, after) = item.start, item.end, item.straight
    path = QPainterPath(QPointF(x0, y0))
    if before:
        x0 += before
        path.lineTo(x0, y0)
    if item.upright:
        y1 -= after
        bend = abs(y1 - y0) * 0.5
        path.cubicTo(QPointF(x0, y0 + bend), QPointF(x1, y1 - bend), QPointF(x1, y1))
    else:
        x1 -= after
        bend = max(abs(x1 - x0) * 0.5, 12.0)
        path.cubicTo(QPointF(x0 + bend, y0), QPointF(x1 - bend, y1), QPointF(x1, y1))
    if after:
        path.lineTo(*item.end)
    color = theme.color(item.role)
    pen = QPen(color, item.width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    if item.dotted:
        pen.setDashPattern([0.1, 2.6])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if item.progress >= 1:
        painter.drawPath(path)
        return
    steps = 24
    partial = QPainterPath(path.pointAtPercent(0))
    for n in range(1, steps + 1):
        partial.lineTo(path.pointAtPercent(n / steps * max(item.progress, 0.0)))
    painter.drawPath(partial)


def _wires(item: Wires, painter: QPainter, theme: Theme) -> None:
    painter.setPen(QPen(theme.color(item.role, item.strength), item.width))
    painter.drawLines([QLineF(*segment) for segment in item.segments])


def _graph(item: Graph, painter: QPainter, theme: Theme) -> None:
    painter.setPen(QPen(theme.color("border"), 1.0))
    painter.setBrush(theme.color("field"))
    painter.drawRoundedRect(_rect(item.box), 3, 3)
    zero = QPointF(*item.place(0.0, 0.0))
    painter.setPen(QPen(theme.color("ghost_border"), 1.0))
    painter.drawLine(QPointF(item.box.x, zero.y()), QPointF(item.box.right, zero.y()))
    painter.drawLine(QPointF(zero.x(), item.box.y), QPointF(zero.x(), item.box.bottom))
    painter.setPen(QPen(theme.color(item.role), 2.0, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    painter.save()
    painter.setClipRect(_rect(item.box))
    painter.drawPolyline(QPolygonF([QPointF(*item.place(x, y)) for x, y in item.points]))
    painter.restore()
    for n, (x, y) in enumerate(item.marks, 1):
        last, point = n == len(item.marks), QPointF(*item.place(x, y))
        if last:
            painter.setPen(QPen(theme.color("window"), 1.0, Qt.PenStyle.DashLine))
            painter.drawLine(point, QPointF(point.x(), zero.y()))
            painter.drawLine(point, QPointF(zero.x(), point.y()))
        painter.setPen(QPen(theme.color("card"), 1.0))
        painter.setBrush(theme.color("window", 1.0 if last else 0.55))
        painter.drawEllipse(point, *(2 * (5.0 if last else 3.5,)))


def _photo(item: Photo, painter: QPainter, theme: Theme) -> None:
    height, width = item.pixels.shape[:2]
    grey = item.pixels.ndim == 2
    kind = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB888
    image = QImage(item.pixels.data, width, height, width * (1 if grey else 3), kind)
    painter.save()
    painter.setClipRect(_rect(item.frame), Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not item.exact)
    painter.drawImage(_rect(item.place), image)
    painter.restore()


PAINTERS: dict[type, Any] = {
    Grid: paint_grid,
    Outline: _outline,
    Panel: _panel,
    Text: _text,
    Curve: _curve,
    Wires: _wires,
    Bars: paint_bars,
    Graph: _graph,
    Photo: _photo,
}
