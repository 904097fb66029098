"""Text that breaks into lines, measured and painted: on paper, and around the stage of a film."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from convviz.export.paper import Paragraph
from convviz.figure.figure import Box
from convviz.figure.unbroken import unbroken
from convviz.paint.fonts import metrics, mono, sans
from convviz.paint.theme import Theme

WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
TALL = 1e6
SMALLEST_LETTERS, SMALLER = 9.0, 0.94
"""Where captions become no smaller any more, in pixels; each try on the way there, as a part of the last."""


def height_of(paragraph: Paragraph, width: float) -> float:
    """What it takes, the space before and after it included."""
    return paragraph.before + _lines(paragraph, width) + paragraph.after


def write(paragraph: Paragraph, painter: QPainter, theme: Theme, x: float, y: float, width: float) -> None:
    """Paints it; (x, y) is its upper left corner, the space before it included."""
    font = mono if paragraph.mono else sans
    painter.setFont(font(paragraph.size, paragraph.bold))
    painter.setPen(theme.color(paragraph.role))
    place = QRectF(x, y + paragraph.before, width, _lines(paragraph, width) + 4)
    painter.drawText(place, WRAPPED, _said(paragraph))


def _lines(paragraph: Paragraph, width: float) -> float:
    measures = metrics(paragraph.size, paragraph.bold, paragraph.mono)
    return measures.boundingRect(QRectF(0, 0, width, TALL), WRAPPED, _said(paragraph)).height()


def _said(paragraph: Paragraph) -> str:
    """Its text with formulas that stay on one line; a program is broken as it is."""
    return paragraph.said if paragraph.mono else unbroken(paragraph.said)


@dataclass(frozen=True)
class Captions:
    """What is said around a stage.

    Attributes:
        above, below: what is said there now.
        coming: what will be said after `below`: its place is kept, so that nothing moves when it comes.
    """

    above: tuple[Paragraph, ...] = ()
    below: tuple[Paragraph, ...] = ()
    coming: tuple[Paragraph, ...] = ()

    def fitted(self, width: float, most: float) -> Captions:
        """The same in letters so small that all of it takes no more than `most` of the height.

        A text too long even for the smallest is cut off where its place ends.
        """
        shown, factor = self, 1.0
        while shown.height(width) > most and 13 * factor * SMALLER >= SMALLEST_LETTERS:
            factor *= SMALLER
            shown = self._scaled(factor)
        return shown

    def height(self, width: float) -> float:
        """What all of it takes."""
        return _heights((*self.above, *self.below, *self.coming), width)

    def _scaled(self, factor: float) -> Captions:
        return Captions(*(tuple(_scaled(each, factor) for each in part) for part in self._parts))

    @property
    def _parts(self) -> tuple[tuple[Paragraph, ...], ...]:
        return (self.above, self.below, self.coming)


SILENCE = Captions()


def caption(paragraphs: Sequence[Paragraph], painter: QPainter, theme: Theme, box: Box) -> None:
    """Paints paragraphs one below another into a box; what has no room in it is not seen."""
    painter.save()
    painter.setClipRect(QRectF(box.x, box.y, box.w, box.h), Qt.ClipOperation.IntersectClip)
    y = box.y
    for paragraph in paragraphs:
        write(paragraph, painter, theme, box.x, y, box.w)
        y += height_of(paragraph, box.w)
    painter.restore()


def _heights(paragraphs: Sequence[Paragraph], width: float) -> float:
    return sum(height_of(paragraph, width) for paragraph in paragraphs)


def _scaled(paragraph: Paragraph, factor: float) -> Paragraph:
    size, before, after = (factor * each for each in (paragraph.size, paragraph.before, paragraph.after))
    return replace(paragraph, size=float(round(size)), before=before, after=after)
