"""The histogram of an output: how often each value occurs, what is below 0 apart from what is above."""

from __future__ import annotations

from collections.abc import Callable
from math import trunc

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from convviz.core.lens import DIVERGING, Statistics
from convviz.core.viewing import Bar, bars
from convviz.i18n import Message, msg, tr
from convviz.paint.theme import Theme, load
from convviz.views.spoken import Role, say_as

BAR = 4
"""Screen pixels that a bar has at the least."""
WHOLE = 100
"""From here on values are written as whole numbers."""
ROLES = ("negative", "muted", "positive")
"""What bars have the colours of."""
PALER = 0.7
"""How far along the output's colours those are that are seen on a dark card."""


def number(value: float) -> str:
    """A value in few digits, with a true minus sign: −1,020, 0.25, 3e−05."""
    text = f"{value:,.0f}" if abs(value) >= WHOLE else f"{value:.3g}"
    return text.replace("-", "−")


def limit(end: float) -> str:
    """An end of a scale or an axis; from WHOLE on cut off, not rounded: no whole number lies beyond its text.

    What float32 has just missed, 119.99999, is what was meant.
    """
    return number(trunc(round(end, 3)) if abs(end) >= WHOLE else end)


class Histogram(QWidget):
    """Bars of logarithmic height over an axis that names the least value, 0 and the greatest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._statistics: Statistics | None = None
        self._theme = load("light")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(80, 36)
        say_as(self, Role.Chart, tr("Histogram of output"))

    def sizeHint(self) -> QSize:
        return QSize(300, 140)

    def set_theme(self, theme: Theme) -> None:
        """Colours."""
        self._theme = theme
        self.update()

    def name(self, name: Message) -> None:
        """What it is the histogram of, for those who cannot see its title."""
        self.setAccessibleName(tr(name))

    def show_statistics(self, statistics: Statistics | None) -> None:
        """Draws these; None while they are not known."""
        self._statistics = statistics
        if statistics is not None:
            words = "{n} values from {low} to {high}"
            whole = _counted(words, statistics.total, *statistics[:2], limit)  # as the axis has them
            self.setAccessibleDescription(tr(whole))
        self.update()

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is drawn: as many bars as there is room for."""
        return bars(self._statistics, self.width() // BAR) if self._statistics else ()

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.bars
        if not shown:
            return
        painter = QPainter(self)
        metrics = QFontMetricsF(self.font())
        base = round(self.height() - metrics.height() - 3)
        edges = [round(n * self.width() / len(shown)) for n in range(len(shown) + 1)]
        colors = {role: color_of(role, self._theme) for role in ROLES}
        for bar, left, right in zip(shown, edges[:-1], edges[1:], strict=True):
            top = base - bar.height * (base - 2)
            painter.fillRect(QRectF(left, top, right - left - 1, base - top), colors[role_of(bar)])
        painter.setPen(self._theme.color("field_border"))
        painter.drawLine(0, base, self.width(), base)
        self._draw_labels(painter, metrics, shown)

    def _draw_labels(self, painter: QPainter, metrics: QFontMetricsF, shown: tuple[Bar, ...]) -> None:
        """Least and greatest at the ends, a constant's once; 0 in its place where it does not touch them."""
        assert self._statistics is not None
        low, high = self._statistics.minimum, self._statistics.maximum
        painter.setPen(self._theme.color("muted"))
        y, tall = self.height() - metrics.height(), metrics.height()
        row = QRectF(0, y, self.width(), tall)
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft, limit(low))
        if limit(high) != limit(low):
            painter.drawText(row, Qt.AlignmentFlag.AlignRight, limit(high))
        if low < 0 < high:
            holds = [n for n, bar in enumerate(shown) if bar.whole and bar.low <= 0 <= bar.high]
            at = (holds[0] + 0.5) / len(shown) if holds else -low / (high - low)
            x, gap = self.width() * at, metrics.horizontalAdvance("00")
            first, last = metrics.horizontalAdvance(limit(low)), metrics.horizontalAdvance(limit(high))
            if first + gap < x < self.width() - last - gap:
                painter.drawText(QRectF(x - 20, y, 40, tall), Qt.AlignmentFlag.AlignCenter, "0")

    def event(self, event: QEvent) -> bool:
        """A tooltip tells the bar under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.text_at(event.pos().x()), self)
            return True
        return super().event(event)

    def text_at(self, x: float) -> str:
        """What the bar at a place counts, in words."""
        shown = self.bars
        if not shown:
            return ""
        bar = shown[min(max(int(x * len(shown) / self.width()), 0), len(shown) - 1)]
        if bar.low == bar.high and not bar.whole:  # all of a constant output is in the first
            bar = shown[0]
        if bar.whole and bar.low == bar.high:
            value, n = number(bar.low), f"{bar.count:,}"
            return tr(msg("Cells with {value}: {n} · heights are logarithmic", value=value, n=n))
        words = "{n} values from {low} to {high} · heights are logarithmic"
        if bar.count == 1:
            words = "1 value from {low} to {high} · heights are logarithmic"
        return tr(_counted(words, bar.count, bar.low, bar.high))


def _counted(
    words: str, n: int, low: float, high: float, written: Callable[[float], str] = number
) -> Message:
    """How many values lie from one to another; a constant's are all the same."""
    if low == high:
        return msg("1 value: {value}" if n == 1 else "{n} values, all {value}", n=f"{n:,}", value=number(low))
    return msg(words, n=f"{n:,}", low=written(low), high=written(high))


def role_of(bar: Bar) -> str:
    """The colour of a bar: negative, positive, or neither where it is 0 or holds it between its ends."""
    if bar.low < 0 < bar.high or (bar.low <= 0 <= bar.high and (bar.whole or bar.low == bar.high)):
        return "muted"
    return "negative" if bar.high <= 0 else "positive"


def color_of(role: str, theme: Theme) -> QColor:
    """The blue and the red that the output's negative and positive values have, paler on a dark card."""
    if role == "muted":
        return theme.color(role)
    strength = PALER if theme.color("card").lightness() < 128 else 1.0
    middle = len(DIVERGING) // 2
    step = round(strength * middle)
    return QColor(*DIVERGING[middle + (step if role == "positive" else -step)].tolist())
