"""What stands beside the pictures of a whole input and output: the colours' meaning, and the histogram."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from convviz.core.lens import Scale, Statistics
from convviz.i18n import Message, msg, tr
from convviz.labs.parts import Line
from convviz.labs.story import Story
from convviz.labs.whole_pictures import one_of_several
from convviz.paint.theme import Theme
from convviz.views.colours import AVERAGES, Colours, beyond
from convviz.views.histogram import Histogram
from convviz.views.labels import Elided, set_role

BESIDE_STAGE = "Click any pixel: that window opens above."
ALONE = "Click any pixel: “Step by step” shows its window."
LOST = msg("Cells whose value lies beyond what the colours can show")
HINT, COLOURS, TITLE = 132, 84, 76
"""Pixels of height from which the hint, the colours and the title have room above the histogram."""


class BesidePictures(QWidget):
    """A hint, what the colours mean, how many cells are beyond them, and how often each value occurs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint, self.caption = QLabel(), Elided()
        self._note, self.lost = Elided(), QLabel()
        self.colours, self.histogram = Colours(), Histogram()
        self._named: Message = msg("Histogram of output")
        self._clamped: tuple[str, Scale | None, int] = ("", None, 0)
        self._averages = False
        self._hint.setWordWrap(True)
        bold = self.caption.font()
        bold.setBold(True)
        self.caption.setFont(bold)
        self.caption.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        for label in (self._hint, self._note, self.lost):
            set_role(label, "muted")
        line = QHBoxLayout()
        line.addWidget(self.caption)
        line.addWidget(self._note, 1)
        line.addWidget(self.lost)
        side = QVBoxLayout(self)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(4)
        for widget in (self._hint, self.colours):
            side.addWidget(widget)
        side.addLayout(line)
        side.addWidget(self.histogram, 1)
        # What it is given decides what it shows, so it must not ask for room itself.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def arrange(self, below: bool, room: float) -> None:
        """Shows what there is room for: with less and less height the hint goes, the colours, the title."""
        self._hint.setText(tr(ALONE if below else BESIDE_STAGE))
        self._hint.setVisible(below or room > HINT)
        self.colours.setVisible(below or room > COLOURS)
        for label in (self.caption, self._note, self.lost):
            label.setVisible(below or room > TITLE)

    def show_story(self, story: Story) -> None:
        """Names the output that is seen, where there are several."""
        self._named = msg("Histogram of output")
        if one_of_several(story):
            of_map = msg("Histogram of output map {n}", n=story.output)
            of_slice = msg("Histogram of output slice {n}", n=story.output)
            self._named = of_map if story.through is None else of_slice
        self.caption.show_text(tr(self._named), tr("Histogram"))
        self.histogram.name(self._named)

    def show_statistics(self, statistics: Statistics | None) -> None:
        """The histogram of what the picture shows."""
        self.histogram.show_statistics(statistics)

    def show_lost(self, show: str, by: Scale | None = None, cells: int = 0) -> None:
        """Tells how many cells a lens cannot show; nothing when it can show all."""
        self._clamped = (show, by, cells)
        self._tell_lost()

    def show_scale(self, show: str, by: Scale | None, of: Line = ()) -> None:
        """How the picture is coloured, and what that scale is of."""
        self.colours.show_scale(show, by, of)
        self._averages = of == AVERAGES
        self._tell_lost()

    def _tell_lost(self) -> None:
        show, by, cells = self._clamped
        # The values are single cells': of averages, with a scale of their own, they say nothing.
        self.lost.setText(tr(beyond(show, by, cells)) if by and not self._averages else "")

    def set_theme(self, theme: Theme) -> None:
        """Colours."""
        self.colours.set_theme(theme)
        self.histogram.set_theme(theme)

    def retranslate(self) -> None:
        """Puts every text but the hint, which `arrange` chooses, in the language of the moment."""
        self.caption.show_text(tr(self._named), tr("Histogram"))
        self._note.show_text(tr("log scale"), "log")
        self._tell_lost()
        self.colours.retranslate()
        self.histogram.name(self._named)
