"""One tile of the gallery: what the kernel makes of the user's picture, its weights, and its name."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from convviz.core.kernels import Rows
from convviz.core.thumbnails import SIZE, weights_picture
from convviz.core.viewing import Array
from convviz.paint.theme import Theme, load
from convviz.views.gallery_model import GalleryModel, Row

WEIGHTS = 50
"""The side of the drawing of the weights, in pixels."""
THINNEST = 4
"""The height, in pixels, of a kernel of one long row."""
EDGE, GAP = 6, 8
GRID_FROM = 6
"""Pixels a weight must have for lines to be drawn between weights."""


def to_image(pixels: Array) -> QImage:
    """Pixels uint8 (H, W) or (H, W, 3) RGB as a picture of Qt's, with its own memory."""
    height, width = pixels.shape[:2]
    kind = QImage.Format.Format_Grayscale8 if pixels.ndim == 2 else QImage.Format.Format_RGB888
    return QImage(pixels.tobytes(), width, height, pixels[0].nbytes, kind).copy()


@lru_cache(maxsize=256)
def weights_image(rows: Rows) -> QImage:
    """The weights as colours, one pixel each."""
    return to_image(weights_picture(rows))


class TileDelegate(QStyledItemDelegate):
    """Draws tiles and headings. Attribute theme: their colours."""

    def __init__(self, model: GalleryModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.theme: Theme = load("light")

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line = QFontMetrics(option.font).height()
        if self._model.row_at(index).key is None:
            return QSize(80, line + 12)
        return QSize(80, SIZE[0] + line + 2 * EDGE + 6)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = self._model.row_at(index)
        box = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.key is None:
            self._draw_heading(painter, box, row)
        else:
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            self._draw_tile(painter, box.adjusted(1, 2, -3, -2), row, chosen, state)
        painter.restore()

    def _draw_heading(self, painter: QPainter, box: QRectF, row: Row) -> None:
        painter.setPen(self.theme.color("muted"))
        painter.setFont(_bold(painter.font()))
        painter.drawText(box.adjusted(4, 0, 0, -3), BOTTOM_LEFT, row.text)

    def _draw_tile(
        self, painter: QPainter, box: QRectF, row: Row, chosen: bool, state: QStyle.StateFlag
    ) -> None:
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setBrush(self.theme.color("selected" if chosen else "hover" if hovered else "card"))
        painter.setPen(QPen(self.theme.color("accent" if chosen else "border"), 2 if chosen else 1))
        painter.drawRoundedRect(box, 6, 6)
        free = box.width() - 2 * EDGE - GAP
        wide = min(float(SIZE[1]), free - WEIGHTS)
        picture = QRectF(box.left() + EDGE, box.top() + EDGE, wide, wide * SIZE[0] / SIZE[1])
        self._draw_picture(painter, picture, row)
        middle = (picture.right() + box.right()) / 2
        weights = QRectF(middle - WEIGHTS / 2, picture.center().y() - WEIGHTS / 2, WEIGHTS, WEIGHTS)
        self._draw_weights(painter, weights, row.rows)
        painter.setPen(self.theme.color("text"))
        if chosen:
            painter.setFont(_bold(painter.font()))
        line = QRectF(
            picture.left(), picture.bottom() + 2, box.width() - 2 * EDGE, box.bottom() - picture.bottom() - 3
        )
        name = QFontMetrics(painter.font()).elidedText(
            row.text, Qt.TextElideMode.ElideRight, int(line.width())
        )
        painter.drawText(line, MIDDLE_LEFT, name)

    def _draw_picture(self, painter: QPainter, box: QRectF, row: Row) -> None:
        picture = self._model.picture(row.key) if row.key else None
        painter.fillRect(box, self.theme.color("empty"))
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(_fitted(picture, box), picture)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self.theme.color("border"))
        painter.drawRect(box)

    def _draw_weights(self, painter: QPainter, box: QRectF, rows: Rows) -> None:
        """The weights as sharp squares in the middle of a box, large ones with lines between them."""
        tall, wide = len(rows), len(rows[0])
        longest = max(tall, wide, 3)
        cell = WEIGHTS // longest if longest <= WEIGHTS else WEIGHTS / longest
        across, down = max(wide * cell, THINNEST), max(tall * cell, THINNEST)
        left, top = round(box.center().x() - across / 2), round(box.center().y() - down / 2)
        place = QRectF(left, top, across, down)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.drawImage(place, weights_image(rows))
        painter.setPen(self.theme.color("empty_border"))
        if cell >= GRID_FROM:
            for n in range(1, wide):
                painter.drawLine(int(left + n * cell), top, int(left + n * cell), int(place.bottom()))
            for n in range(1, tall):
                painter.drawLine(left, int(top + n * cell), int(place.right()), int(top + n * cell))
        painter.setPen(self.theme.color("ghost_border"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)


def _fitted(picture: QImage, box: QRectF) -> QRectF:
    """The largest place for a picture in the middle of a box, in its own shape."""
    times = min(box.width() / picture.width(), box.height() / picture.height())
    place = QRectF(0, 0, picture.width() * times, picture.height() * times)
    place.moveCenter(box.center())
    return place


BOTTOM_LEFT = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold
