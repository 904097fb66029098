"""Pictures as vectors: SVG and PDF, whose text is text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from convviz.figure.figure import Size

Draw = Callable[[QPainter], None]

POINTS = 0.75
"""PDF's points, of 1/72 inch, for one pixel."""
DPI = 96
"""A pixel is 1/96 inch. It is a PDF's own unit too, so that hatching is as dense as on a screen."""


def as_svg(size: Size, draw: Draw, title: str = "") -> bytes:
    """What is drawn, as a file of SVG; `size` is the picture's in pixels, which are the painter's units."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setTitle(title or "ConvViz")
    generator.setResolution(DPI)
    generator.setSize(QSize(round(size.w), round(size.h)))
    generator.setViewBox(QRectF(0, 0, size.w, size.h))
    painter = QPainter(generator)
    try:
        draw(painter)
    finally:
        painter.end()
    return bytes(data.data())


def as_pdf(size: Size, draw: Draw, title: str = "") -> bytes:
    """What is drawn, as a file of PDF with one page of its size."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title or "ConvViz")
    writer.setCreator("ConvViz")
    writer.setResolution(DPI)
    page = QPageSize(QSizeF(size.w * POINTS, size.h * POINTS), QPageSize.Unit.Point)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter(writer)
    try:
        draw(painter)
    finally:
        painter.end()
    return bytes(data.data())
