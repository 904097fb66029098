"""Frames around places of a picture, in lines that have a width on the screen and not in the picture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from math import ceil, floor
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform

from convviz.core.kernel_text import shown
from convviz.core.viewing import Rect
from convviz.figure import lettering
from convviz.labs.whole_pictures import told_apart
from convviz.paint.fonts import mono
from convviz.paint.theme import Theme

LEAST_MARK = 11
"""Screen pixels: a window of 3 pixels in a photo of 4000 must be seen from the last row of a classroom."""
LEAST_PADDING, LEAST_RIM, MOST_NUMBER = 14.0, 4.0, 15.0
"""Screen pixels: of smaller cells of the padding only the rim is drawn; of yet smaller ones nothing; the
number in a cell is not larger than that."""
BRIGHT_LINES = 140
"""The lightness from which a grey frame cannot be seen on a white output."""
STILL = 1 / 8
"""Screen pixels: frames that have moved less are where they were. While a photo of 100 megapixels is played,
the one around a cell moves by a pixel in 30 steps; to paint both pictures anew took a fifth of each frame."""
SOLID, DASHED = Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine
Padding = tuple[Rect, float]
"""Cells around the picture, as far as a rectangle of the plane, and the value that each of them holds."""


def halo(color: QColor, role: str) -> QColor:
    """What a frame stands out by: white, and around the grey of bright lines on dark cards black."""
    level = 0 if role == "muted" and color.lightness() > BRIGHT_LINES else 255
    return QColor(level, level, level, 190)


def to_qt(rect: Rect) -> QRectF:
    """The same rectangle in Qt's terms."""
    return QRectF(rect.left, rect.top, rect.width, rect.height)


@dataclass(frozen=True)
class Mark:
    """A frame around a rectangle of the plane, in a colour by role; `least` screen pixels at the least."""

    rect: Rect
    role: str
    dashed: bool = False
    width: float = 2.5
    least: float = LEAST_MARK


class Marks(pg.GraphicsObject):  # type: ignore[misc]
    """Frames whose lines have a width on the screen, not in the photo."""

    def __init__(self) -> None:
        super().__init__()
        self.extent = Rect(0, 0, 1, 1)
        self.edge: Rect | None = None
        self.marks: tuple[Mark, ...] = ()
        self.frame: tuple[Mark, ...] = ()
        self.padding: Padding | None = None
        self.theme: Theme | None = None
        self._painted: tuple[Mark, ...] = ()
        self._due = True

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Frames to be drawn, first to last; they are painted anew when that can be seen."""
        self.marks = marks
        if len(marks) != len(self._painted) or not all(map(self._still, marks, self._painted)):
            self._due = True
            self.update()

    def _still(self, mark: Mark, before: Mark) -> bool:
        """Whether a frame looks on the screen as another one did."""
        box = self.getViewBox()
        far = STILL * box.viewRect().width() / max(box.width(), 1.0)
        moved = (abs(now - then) for now, then in zip(_edges(mark.rect), _edges(before.rect), strict=True))
        return replace(mark, rect=before.rect) == before and max(moved) < far

    def boundingRect(self) -> QRectF:
        return QRectF(self.viewRect())

    def viewRangeChanged(self) -> None:  # noqa: N802 (pyqtgraph calls it)
        """The view moved, and with it the rectangle that this item covers."""
        self._due = True
        self.prepareGeometryChange()

    def paint(self, painter: QPainter, *_: Any) -> None:
        if self._due:  # not where a part of the pane is painted for another reason, and these frames stand
            self._painted, self._due = self.marks, False
        if self.theme is None:
            return
        to_screen = painter.transform()
        if self.padding and to_screen.m11() >= LEAST_PADDING:
            self._paint_padding(painter, self.padding, self.theme)
        rim = self.padding if LEAST_RIM <= to_screen.m11() < LEAST_PADDING else None
        room = to_screen.mapRect(self._room())
        painter.resetTransform()
        if self.edge:  # or else black or white cells would end on a ground of their colour
            painter.setPen(QPen(self.theme.color("ghost_border"), 1.0))
            painter.drawRect(to_screen.mapRect(to_qt(self.edge)))
        if rim:
            painter.setPen(QPen(self.theme.color("ghost_border"), 1.0, DASHED))
            painter.drawRect(to_screen.mapRect(to_qt(rim[0])))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in (*self.distinct(to_screen), *self.frame):
            frame = grown(to_screen.mapRect(to_qt(mark.rect)), mark.least)
            edge = mark.width / 2 + 1
            frame = frame.intersected(room.adjusted(edge, edge, -edge, -edge))
            pens = (
                QPen(halo(self.theme.color(mark.role), mark.role), mark.width + 2),
                QPen(self.theme.color(mark.role), mark.width, DASHED if mark.dashed else SOLID),
            )
            for pen in pens:
                pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
                painter.setPen(pen)
                painter.drawRect(frame)

    def distinct(self, to_screen: QTransform) -> tuple[Mark, ...]:
        """The marks, without such as would be taken for the shadow of the last one, which they are around."""
        if not self.marks:
            return ()
        *around, last = self.marks
        sizes = [grown(to_screen.mapRect(to_qt(mark.rect)), mark.least).size() for mark in self.marks]
        pairs = [(size.width(), size.height()) for size in sizes]
        seen = (mark for mark, size in zip(around, pairs[:-1], strict=True) if told_apart(size, pairs[-1]))
        return (*seen, last)

    def _paint_padding(self, painter: QPainter, padding: Padding, theme: Theme) -> None:
        """Dashed cells, those that are seen, as the stage shows them: with their value where it has room."""
        to_screen, seen = painter.transform(), self.viewRect()
        painter.save()
        painter.resetTransform()
        (rect, value), photo = padding, self.extent
        number = shown(value)
        size = min(lettering.number_size([[number]], to_screen.m11()), MOST_NUMBER)
        painter.setFont(mono(size or MOST_NUMBER))
        rows = range(floor(max(rect.top, seen.top())), ceil(min(rect.bottom, seen.bottom())))
        cols = range(floor(max(rect.left, seen.left())), ceil(min(rect.right, seen.right())))
        for row, col in product(rows, cols):
            if 0 <= row < photo.height and 0 <= col < photo.width:
                continue
            cell = to_screen.mapRect(QRectF(col, row, 1, 1))
            painter.setPen(QPen(theme.color("ghost_border"), 1.0, Qt.PenStyle.DashLine))
            painter.drawRect(cell)
            if size:
                painter.setPen(theme.color("muted"))
                painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, number)
        painter.restore()

    def _room(self) -> QRectF:
        """Where frames are drawn, in the photo: as far as is seen on sides where its rim is, or anywhere.

        A window that hangs over the rim has a whole frame so, and one that is half seen has half a frame.
        """
        seen, photo, far = self.viewRect(), to_qt(self.extent), 4 * (self.extent.width + self.extent.height)
        around = photo.adjusted(-far, -far, far, far)
        return QRectF(
            QPointF(
                seen.left() if seen.left() <= photo.left() else around.left(),
                seen.top() if seen.top() <= photo.top() else around.top(),
            ),
            QPointF(
                seen.right() if seen.right() >= photo.right() else around.right(),
                seen.bottom() if seen.bottom() >= photo.bottom() else around.bottom(),
            ),
        )


def _edges(rect: Rect) -> tuple[float, float, float, float]:
    return (rect.left, rect.top, rect.left + rect.width, rect.top + rect.height)


def grown(rect: QRectF, least: float) -> QRectF:
    """The rectangle with sides of at least so much, around the same middle."""
    wide, tall = max(rect.width(), least), max(rect.height(), least)
    return QRectF(rect.center().x() - wide / 2, rect.center().y() - tall / 2, wide, tall)
