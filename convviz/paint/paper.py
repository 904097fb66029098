"""Blocks of text and drawings on pages of A4, as a PDF whose text is text."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from convviz.export.paper import Block, Drawing, NewPage, Paragraph
from convviz.i18n import msg, tr
from convviz.paint.fonts import sans
from convviz.paint.painter import paint
from convviz.paint.paragraphs import height_of, write
from convviz.paint.theme import Theme, load

DPI = 96
WIDTH, HEIGHT = 794.0, 1123.0
"""A4 in pixels of 1/96 inch."""
MARGIN, FOOT = 46.0, 34.0


def as_paper(blocks: Iterable[Block], title: str, theme: Theme | None = None) -> bytes:
    """The blocks as a PDF of as many pages as they need."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("ConvViz")
    writer.setResolution(DPI)
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter(writer)
    try:
        _Sheets(painter, writer, theme or load("light"), title).put(blocks)
    finally:
        painter.end()
    return bytes(data.data())


class _Sheets:
    """Puts block below block, and begins another page when one is full."""

    def __init__(self, painter: QPainter, writer: QPdfWriter, theme: Theme, title: str) -> None:
        self._painter, self._writer, self._theme, self._title = painter, writer, theme, title
        self._y, self._page = MARGIN, 1
        self._foot()

    def put(self, blocks: Iterable[Block]) -> None:
        """All of them, those together that are to be kept together."""
        together: list[Block] = []
        for block in blocks:
            if isinstance(block, NewPage):
                self._write(together)
                self._turn()
                together = []
            elif block.keep:
                together.append(block)
            else:
                self._write([*together, block])
                together = []
        self._write(together)

    def _height(self, block: Block) -> float:
        if isinstance(block, Paragraph):
            return height_of(block, WIDTH - 2 * MARGIN)
        return block.height * self._scale(block) + block.after if isinstance(block, Drawing) else 0.0

    def _scale(self, block: Drawing) -> float:
        return (WIDTH - 2 * MARGIN) / block.figure.size.w

    def _write(self, blocks: list[Block]) -> None:
        """Blocks that belong together, on another page if this one has no room for all of them."""
        if self._y + sum(map(self._height, blocks)) > HEIGHT - MARGIN - FOOT and self._y > MARGIN:
            self._turn()
        for block in blocks:
            if isinstance(block, Paragraph):
                write(block, self._painter, self._theme, MARGIN, self._y, WIDTH - 2 * MARGIN)
            elif isinstance(block, Drawing):
                self._draw(block)
            self._y += self._height(block)

    def _draw(self, block: Drawing) -> None:
        painter, scale = self._painter, self._scale(block)
        painter.save()
        painter.translate(MARGIN, self._y)
        painter.scale(scale, scale)
        painter.setClipRect(QRectF(-4, -4, block.figure.size.w + 8, block.height + 4))
        paint(block.figure, painter, self._theme)
        painter.restore()

    def _turn(self) -> None:
        self._writer.newPage()
        self._y, self._page = MARGIN, self._page + 1
        self._foot()

    def _foot(self) -> None:
        painter = self._painter
        painter.setFont(sans(10.5))
        painter.setPen(self._theme.color("muted"))
        y = HEIGHT - MARGIN
        painter.drawText(
            QRectF(MARGIN, y - 14, WIDTH - 2 * MARGIN, 16), int(Qt.AlignmentFlag.AlignLeft), self._title
        )
        number = tr(msg("Page {n}", n=self._page))
        painter.drawText(
            QRectF(MARGIN, y - 14, WIDTH - 2 * MARGIN, 16), int(Qt.AlignmentFlag.AlignRight), number
        )
