"""The box in which the output's size is worked out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from convviz.i18n import Message, tr
from convviz.labs import lab_of
from convviz.labs.story import Story
from convviz.views.fields import monospace
from convviz.views.labels import set_letters

NO_BREAK = "\N{NO-BREAK SPACE}"
WHOLE = ((0, 100), (-1, 100), (-2, 100), (-2, 96), (-2, 92))
BROKEN = ((-2, 100), (-3, 100), (-4, 100))
"""What is tried one after the other, in one piece and then broken: pixels that a line is larger than text is,
and percent of their width from one letter to the next."""


class Line(QLabel):
    """A line of a calculation, as large as it fits; too long for any size, it breaks before its result."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(monospace())
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text, self._larger = "", 0

    def show_line(self, text: str) -> None:
        """Shows a calculation: "rows = … = 7"."""
        if text != self._text:
            self._text = text
            self._fit()

    def show_larger(self, pixels: int) -> None:
        """From now on in letters so many pixels larger, where they fit; a window's style sheet has no say."""
        self._larger = pixels
        self._fit()

    def _fit(self) -> None:
        lines = [(self._text, self._letters(*size)) for size in WHOLE]
        lines += [(_broken(self._text), self._letters(*size)) for size in BROKEN]
        text, font = next((line for line in lines if self._fits(*line)), lines[-1])
        self.setFont(font)
        if self._larger or self.styleSheet():
            set_letters(self, font.pixelSize())
        self.setText(text.replace(" ", NO_BREAK))

    def _letters(self, larger: int, apart: int) -> QFont:
        font = monospace(larger + self._larger)
        if apart != 100:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, apart)
        return font

    def _fits(self, text: str, font: QFont) -> bool:
        return max(map(QFontMetrics(font).horizontalAdvance, text.split("\n"))) <= self.width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():  # every line that comes or goes moves all others
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another style of the application gives it the font back that it began with."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._text:
            self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


def _broken(text: str) -> str:
    """A calculation in two lines: "rows = … = 96", and below it its next stage or else its result."""
    for sign in (" → ", " = "):
        head, found, rest = text.rpartition(sign)
        if found and "= " in head:
            return f"{head}\n {sign}{rest}"
    return text


MOST_LINES = 6
"""Lines of a lab's size_formula."""
USUAL_LINES = 2
"""Lines that room is kept for before there is a story."""


class OutputSize(QFrame):
    """The formula, and the same with the scene's numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Output size"))
        self.setToolTip(
            tr("o: output cells, i: input cells, p: padding, d: dilation, k: taps of the kernel, s: stride.")
        )
        title = QLabel(tr("Output size"))
        title.setProperty("role", "title")
        self.lines = [Line() for _ in range(MOST_LINES)]
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 12, 8)
        column.setSpacing(2)
        column.addWidget(title)
        for n, line in enumerate(self.lines):
            if n:
                line.setForegroundRole(QPalette.ColorRole.Link)
            column.addWidget(line)
            line.setHidden(n >= USUAL_LINES)
        self._shown: tuple[Message, ...] = ()

    def show_story(self, story: Story) -> None:
        """Works the size out for a story."""
        messages = lab_of(story.scene).size_formula(story)
        if messages == self._shown:
            return
        self._shown = messages
        for n, line in enumerate(self.lines):
            line.setVisible(n < len(messages))
            line.show_line(tr(messages[n]) if n < len(messages) else "")
