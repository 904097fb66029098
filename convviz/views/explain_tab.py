"""What is to be seen at this moment, and what the layer's choices have to do with it: a few sentences."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from convviz.figure.unbroken import unbroken
from convviz.i18n import tr
from convviz.labs import lab_of
from convviz.labs.story import Story
from convviz.motion.timeline import Moment
from convviz.views.spoken import say_with


class Explanation(QLabel):
    """Sentences as wide as they are given room, and as high as that makes them.

    A QLabel lays its text out anew for every width that it is asked about, once more to go back, and again
    to find one it would like: of the 3.6 ms that new words took here, 0.6 to 0.8.
    """

    def sizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class ExplainTab(QWidget):
    """The lab's explanation of a moment of a story."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = Explanation()
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        say_with(self.text, tr("Explanation"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        column.addStretch(1)

    def height_for(self, width: int) -> int:
        """Pixels of height that the explanation takes in so many of width."""
        return self.text.heightForWidth(width)

    def show_moment(self, story: Story, moment: Moment) -> None:
        """Says what is to be seen at a moment."""
        words = unbroken(tr(lab_of(story.scene).explain(story, moment)))
        if words != self.text.text():
            self.text.setText(words)
