"""Icons drawn as lines and shapes, in the colours of the palette, at any scale."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPalette, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QPushButton

from convviz.i18n import tr
from convviz.views.style import px
from convviz.views.tips import explain

SIDE = 16
"""Icons are drawn on 16 × 16 units."""
SCALES = (1, 2, 3)

Drawer = Callable[[QPainter], None]


@lru_cache(maxsize=256)
def icon(name: str, color: str, disabled: str) -> QIcon:
    """The icon of that name in one colour (#rrggbb), and in another for when it is disabled."""
    made = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, QColor(color)), (QIcon.Mode.Disabled, QColor(disabled))):
        for scale in SCALES:
            made.addPixmap(_pixmap(ICONS[name], ink, scale), mode)
    return made


def _pixmap(draw: Drawer, color: QColor, scale: int) -> QPixmap:
    pixmap = QPixmap(SIDE * scale, SIDE * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(color, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(color)
    draw(painter)
    painter.end()
    return pixmap


def _triangle(painter: QPainter, left: float, right: float) -> None:
    """A solid triangle whose tip is at `right`, which may lie left of `left`."""
    painter.drawPolygon(QPolygonF([QPointF(left, 3.2), QPointF(left, 12.8), QPointF(right, 8)]))


def _bar(painter: QPainter, x: float) -> None:
    painter.drawLine(QPointF(x, 3), QPointF(x, 13))


def _first(painter: QPainter) -> None:
    _bar(painter, 2.5)
    _triangle(painter, 8.5, 4.5)
    _triangle(painter, 13.5, 9.5)


def _last(painter: QPainter) -> None:
    _triangle(painter, 2.5, 6.5)
    _triangle(painter, 7.5, 11.5)
    _bar(painter, 13.5)


def _back(painter: QPainter) -> None:
    _bar(painter, 12)
    _triangle(painter, 9, 3.5)


def _forward(painter: QPainter) -> None:
    _bar(painter, 4)
    _triangle(painter, 7, 12.5)


def _play(painter: QPainter) -> None:
    _triangle(painter, 4.5, 13)


def _pause(painter: QPainter) -> None:
    painter.drawRect(QRectF(3.8, 3.2, 2.4, 9.6))
    painter.drawRect(QRectF(9.8, 3.2, 2.4, 9.6))


def _loop(painter: QPainter) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline([QPointF(3, 7.6), QPointF(3, 6), QPointF(4.5, 4.5), QPointF(12.8, 4.5)])
    _head(painter, QPointF(13, 4.5), QPointF(-2.4, -2.4), QPointF(-2.4, 2.4))
    painter.drawPolyline([QPointF(13, 8.4), QPointF(13, 10), QPointF(11.5, 11.5), QPointF(3.2, 11.5)])
    _head(painter, QPointF(3, 11.5), QPointF(2.4, -2.4), QPointF(2.4, 2.4))


def _rotate(painter: QPainter) -> None:
    _arc(painter, QRectF(3, 3, 10, 10), 20, 290)
    _head(painter, QPointF(12.9, 6.4), QPointF(1.2, -3.6), QPointF(-3.6, -0.6))


def _arc(painter: QPainter, box: QRectF, start: float, span: float) -> None:
    path = QPainterPath()
    path.arcMoveTo(box, start)
    path.arcTo(box, start, span)
    painter.strokePath(path, painter.pen())


def _head(painter: QPainter, tip: QPointF, *sides: QPointF) -> None:
    for side in sides:
        painter.drawLine(tip, tip + side)


def _flip(painter: QPainter) -> None:
    painter.drawPolygon(QPolygonF([QPointF(6, 4), QPointF(6, 12), QPointF(2, 12)]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF([QPointF(10, 4), QPointF(10, 12), QPointF(14, 12)]))
    for y in (2, 5.5, 9, 12.5):
        painter.drawLine(QPointF(8, y), QPointF(8, y + 1.2))


def _transpose(painter: QPainter) -> None:
    """The diagonal, and an arrow to either side of it."""
    for start, end in ((2.5, 4.6), (11.4, 13.5)):
        painter.drawLine(QPointF(start, start), QPointF(end, end))
    painter.drawLine(QPointF(12, 4), QPointF(4, 12))
    _head(painter, QPointF(12.2, 3.8), QPointF(-3.6, 0), QPointF(0, 3.6))
    _head(painter, QPointF(3.8, 12.2), QPointF(3.6, 0), QPointF(0, -3.6))


def _normalise(painter: QPainter) -> None:
    """The sign ÷ before a Σ."""
    painter.drawLine(QPointF(1.5, 8), QPointF(6.5, 8))
    for y in (5, 11):
        painter.drawEllipse(QPointF(4, y), 0.5, 0.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(
        [
            QPointF(14, 4.6),
            QPointF(14, 3),
            QPointF(9, 3),
            QPointF(12, 8),
            QPointF(9, 13),
            QPointF(14, 13),
            QPointF(14, 11.4),
        ]
    )


def _clear(painter: QPainter) -> None:
    painter.drawLine(QPointF(4, 4), QPointF(12, 12))
    painter.drawLine(QPointF(12, 4), QPointF(4, 12))


def _more(painter: QPainter) -> None:
    for x in (3.5, 8, 12.5):
        painter.drawEllipse(QPointF(x, 8), 0.7, 0.7)


ICONS: dict[str, Drawer] = {
    "first": _first,
    "back": _back,
    "play": _play,
    "pause": _pause,
    "forward": _forward,
    "last": _last,
    "loop": _loop,
    "more": _more,
    "rotate": _rotate,
    "flip": _flip,
    "transpose": _transpose,
    "normalise": _normalise,
    "clear": _clear,
}


class IconButton(QPushButton):
    """A button with an icon that follows the palette; a primary one has the colours of the accent.

    `act` is the entry of the menus whose work it does, if it is one's.
    """

    def __init__(self, name: str, says: str, tip: str, act: str = "", primary: bool = False) -> None:
        super().__init__()
        self._name, self._primary = name, primary
        self.setProperty("role", "primary" if primary else "icon")
        self.setAccessibleName(tr(says))
        explain(self, tip, act)
        self.setIconSize(QSize(px(SIDE), px(SIDE)))
        self._draw()

    def show_icon(self, name: str) -> None:
        """Shows another icon."""
        if name != self._name:
            self._name = name
            self._draw()

    def _draw(self) -> None:
        palette = self.palette()
        ink = QPalette.ColorRole.HighlightedText if self._primary else QPalette.ColorRole.WindowText
        disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
        self.setIcon(icon(self._name, palette.color(ink).name(), disabled.name()))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)
