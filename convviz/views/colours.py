"""What the colours of a picture of an output mean: the values at the ends of a ramp, and which way."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.core import lens
from convviz.core.lens import Scale
from convviz.i18n import Message, msg, tr
from convviz.labs.conv_words import LENS_WORDS
from convviz.labs.parts import Line
from convviz.labs.story import Story
from convviz.labs.whole_pictures import one_of_several
from convviz.paint.theme import Theme, load
from convviz.views.histogram import limit
from convviz.views.spoken import Role, say_as
from convviz.views.style import px

RAMP, HEIGHT, GAP = 72, 9, 5
"""Pixels of the ramp's width and height, and between it and the values."""
STEPS = 64
AVERAGES: Line = (msg("averages of cells"), msg("averages"))
ALL_MAPS: Line = (msg("all maps"),)
ALL_SLICES: Line = (msg("all slices"),)
"""What a scale is of, where it is not just the picture's cells."""
OF_WHITE = ("clamp", "offset")
"""Lenses whose scale is that of the input's white, whatever the output is."""
TOLD = {
    AVERAGES: msg("Several cells fall on each pixel of the picture: it shows their averages."),
    ALL_MAPS: msg("The colours reach as far as all maps together; on the stage, as far as its cells."),
    ALL_SLICES: msg("The colours reach as far as all slices together; on the stage, as far as its cells."),
}


class Colours(QWidget):
    """One line: the least value, the ramp, the greatest value, and in words what they mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = load("light")
        self._shown: tuple[str, Scale, Line] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        say_as(self, Role.Graphic, tr("Colours of the output"))

    def sizeHint(self) -> QSize:
        return QSize(px(RAMP), self.fontMetrics().height())

    def set_theme(self, theme: Theme) -> None:
        """Colours of the text and of the ramp's frame."""
        self._theme = theme
        self.update()

    def show_scale(self, show: str, by: Scale | None, of: Line = ()) -> None:
        """Shows how a lens colours, and what its scale is of; None while nothing is coloured."""
        shown = None if by is None else (show, by, of)
        if shown != self._shown:
            self._shown = shown
            self._describe()
            self.update()

    def retranslate(self) -> None:
        """Puts the texts in the language of the moment."""
        self.setAccessibleName(tr("Colours of the output"))
        self._describe()
        self.update()

    @property
    def ends(self) -> tuple[str, str]:
        """The values at the ends of the ramp, as they are written; empty while nothing is coloured."""
        return (limit(self._shown[1].low), limit(self._shown[1].high)) if self._shown else ("", "")

    @property
    def words(self) -> tuple[str, ...]:
        """What the colours mean, shorter and shorter."""
        if self._shown is None:
            return ("",)
        show, _, of = self._shown
        said: Line = LENS_WORDS[show]
        if of:
            said = (*(msg("{meaning} · {of}", meaning=words, of=of[0]) for words in said), of[-1])
        return tuple(map(tr, said))

    def _describe(self) -> None:
        low, high = self.ends
        text = f"{low} … {high} · {self.words[0]}" if self._shown else ""
        self.setAccessibleDescription(text)
        if self._shown and self._shown[2]:
            text += "\n" + tr(TOLD[self._shown[2]])
        self.setToolTip(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        show, by, _ = self._shown
        (low, high), metrics, gap = self.ends, self.fontMetrics(), px(GAP)
        painter = QPainter(self)
        painter.setPen(self._theme.color("muted"))
        left, right = (metrics.horizontalAdvance(text) + gap for text in (low, high))
        wide = min(px(RAMP), self.width() - left - right)
        if wide < px(RAMP) / 4:
            return
        line, side = self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(line, side, low)
        painter.drawText(line.adjusted(left + wide + gap, 0, 0, 0), side, high)
        room = line.adjusted(left + wide + gap + right + gap, 0, 0, 0)
        fitting = (text for text in self.words if metrics.horizontalAdvance(text) <= room.width())
        painter.drawText(room, side, next(fitting, ""))
        tall = px(HEIGHT)
        ramp = QRectF(left + 0.5, (self.height() - tall) // 2 + 0.5, wide - 1, tall)
        painter.drawImage(ramp, _ramp(show, by))
        painter.setPen(QPen(self._theme.color("field_border"), 1))
        painter.drawRect(ramp)


def scale_of(story: Story) -> Line:
    """What the scale of an output is of, where it is not that of the channel in the picture alone."""
    if story.scene.show in OF_WHITE or not one_of_several(story):
        return ()
    return ALL_MAPS if story.through is None else ALL_SLICES


def _ramp(show: str, by: Scale) -> QImage:
    """The colours from the scale's low end to its high one, a row of pixels."""
    pixels = lens.ramp(show, by, STEPS)
    return QImage(pixels.data, STEPS, 1, STEPS * 3, QImage.Format.Format_RGB888).copy()


def beyond(show: str, by: Scale, cells: int) -> Message | str:
    """How many cells lie beyond a lens's colours, and beyond which values; nothing where none do."""
    if not cells:
        return ""
    n, low, high = f"{cells:,}", limit(by.low), limit(by.high)
    if show in ("signed", "absolute"):
        return msg("beyond ±{s}: 1 cell" if cells == 1 else "beyond ±{s}: {n} cells", s=high, n=n)
    text = msg("beyond {low} … {high}: {n} cells", low=low, high=high, n=n)
    return msg("beyond {low} … {high}: 1 cell", low=low, high=high) if cells == 1 else text
