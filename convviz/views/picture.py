"""The pixels of a view on the screen: smooth where they are averages, sharp squares where they are cells."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QTransform
from PySide6.QtWidgets import QGraphicsItem

from convviz.core.viewing import View


def prepared(view: View | None) -> View | None:
    """A view with what painting it takes, made on the thread that made the view."""
    if view is not None and not view.exact:
        _ = view.words  # kept there
    return view


class Picture(QGraphicsItem):
    """Draws a view, in place of pyqtgraph's item for images.

    Smoothly, Qt paints words of four bytes three times as fast as pixels of three or of one: 0.6 ms for 1.7
    of 640 × 640. Which pixels it takes when it enlarges cells to squares depends on the format; cells stay
    in the one they have.
    """

    def __init__(self) -> None:
        super().__init__()
        self._view: View | None = None
        self._image = QImage()

    def show_view(self, view: View | None) -> None:
        """Draws a view; None for nothing."""
        self.prepareGeometryChange()
        self._view, self._image = view, QImage() if view is None else _image_of(view)
        if view is not None and not self._image.isNull():
            to_plane = QTransform.fromTranslate(view.rect.left, view.rect.top)
            to_plane.scale(view.rect.width / self._image.width(), view.rect.height / self._image.height())
            self.setTransform(to_plane)
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(self._image.rect())

    def paint(self, painter: QPainter, *_: Any) -> None:
        if self._view is None:
            return
        enlarged = painter.transform().m11() >= 1
        smooth = not (self._view.exact and enlarged)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        painter.drawImage(self.boundingRect(), self._image)


def _image_of(view: View) -> QImage:
    """The view's own pixels, which it keeps alive."""
    if not view.exact:
        return _image(view.words, QImage.Format.Format_RGB32)
    grey = view.pixels.ndim == 2
    return _image(view.pixels, QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB888)


def _image(pixels: Any, form: QImage.Format) -> QImage:
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, pixels.strides[0], form)
