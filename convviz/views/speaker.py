"""What the speaker sees while the class sees the stage: the notes, what comes next, the time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from time import monotonic

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFont, QFontInfo, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from convviz.figure.unbroken import unbroken
from convviz.i18n import Message, msg, tr
from convviz.views.actions import keys_of
from convviz.views.fields import monospace
from convviz.views.keys import asked_in_class
from convviz.views.labels import set_letters
from convviz.views.spoken import Role, say_as, say_with
from convviz.views.tips import explain

BUTTONS = (
    ("retreat", "Previous", "Previous step, or page of the lesson"),
    ("advance", "Next", "Next step, or page of the lesson"),
    ("play", "Play or pause", "Play or pause"),
    ("watch", "Watch", "Play what this page is about, and pause at its end"),
    ("reveal", "Reveal", "Show the class the answer; then let it try again"),
    ("blank", "Blank", "Make the class's screen black, or show it again"),
    ("spotlight", "Spotlight", "Dim all but a circle around the pointer"),
    ("magnifier", "Magnifier", "Enlarge what is around the window, then at the pointer, then nothing"),
    ("leave", "End", "End the presentation"),
)
TICK_MS = 500
LETTERS = {"notes": (6, 0.032), "asks": (3, 0.025), "coming": (3, 0.025), "then": (1, 0.02)}
"""Of each text: pixels that its letters are larger than the program's, and what part of the window's height
they have when that is more."""


class Speaker(QWidget):
    """Its setters only show; its signals only ask.

    Args:
        now, seconds: the time of day, and a clock that only goes forward; handed in by tests.
    """

    asked = Signal(str)
    """The id of what a button or a key stands for."""
    left = Signal()

    def __init__(
        self, now: Callable[[], datetime] = datetime.now, seconds: Callable[[], float] = monotonic
    ) -> None:
        super().__init__()
        self._now, self._seconds, self.begun = now, seconds, seconds()
        self.buttons: dict[str, QPushButton] = {}
        self.setWindowTitle(tr("ConvViz — speaker"))
        say_as(self, Role.Window, tr("Speaker"))
        self.clock, self.elapsed, self.place = (_large(n) for n in (9, 9, 1))
        self.notes, self.asks, self.coming, self.then = (_large(larger) for larger, _ in LETTERS.values())
        self.then.setProperty("role", "muted")
        for label in (self.notes, self.asks, self.coming, self.then):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.notes.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addLayout(self._times())
        column.addWidget(self._read(), 1)
        column.addWidget(self.coming)
        column.addWidget(self.then)
        column.addLayout(self._buttons())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # and so no button has it, whose key Space would be
        self.setFocus()
        self.ticking = QTimer(self)
        self.ticking.timeout.connect(self.tick)
        self.ticking.start(TICK_MS)
        self.tick()

    # --- building

    def _times(self) -> QHBoxLayout:
        self.clock.setFont(monospace(9))
        self.elapsed.setFont(monospace(9))
        say_with(self.clock, tr("Time of day"))
        say_with(self.elapsed, tr("Time since the presentation began"))
        again = QPushButton(tr("Restart timer"))
        again.setToolTip(tr("Count the time from now on"))
        again.setAccessibleName(tr("Count the time from now on"))
        again.clicked.connect(self.start_again)
        left, row, right = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for part in (left, row, right):
            part.setSpacing(14)
        left.addWidget(self.clock)
        left.addStretch(1)
        right.addStretch(1)
        right.addWidget(self.elapsed)
        right.addWidget(again)
        row.addLayout(left, 1)  # as wide as what is at the right: the place is in the middle
        row.addWidget(self.place)
        row.addLayout(right, 1)
        return row

    def _read(self) -> QWidget:
        """The notes, as long as they are."""
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.addWidget(self.asks)
        inside.addWidget(self.notes, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setProperty("role", "ringed")
        scroll.setWidget(card)
        say_as(scroll, Role.Document, tr("Notes"))
        return scroll

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, text, tip in BUTTONS:
            button = QPushButton(tr(text))
            explain(button, tip, keys=keys_of(name, in_class=True)[0])
            button.setAccessibleName(tr(text))
            self.buttons[name] = button
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, name=name: self.asked.emit(name))
            if name == "advance":
                button.setProperty("role", "primary")
            row.addWidget(button)
        return row

    # --- showing

    def show_notes(self, notes: str, asks: str = "") -> None:
        """What to say now, and the page's question with its answer, if it has one."""
        self.notes.setText(unbroken(notes))
        self.asks.setText(unbroken(asks))
        self.asks.setVisible(bool(asks))

    def show_coming(self, title: str, text: str) -> None:
        """What comes next, and what it says, if anything does."""
        self.coming.setText(tr(msg("Next: {title}", title=title)) if title else "")
        self.then.setText(unbroken(text))
        for label in (self.coming, self.then):
            label.setVisible(bool(label.text()))

    def offer(self, **acts: bool) -> None:
        """Which buttons make sense now: offer(reveal=True)."""
        for name, offered in acts.items():
            self.buttons[name].setEnabled(offered)

    def show_place(self, place: Message) -> None:
        """Which step or page of how many."""
        self.place.setText(tr(place))

    def start_again(self) -> None:
        """Counts the time from now on."""
        self.begun = self._seconds()
        self.tick()

    def tick(self) -> None:
        """Shows the time."""
        self.clock.setText(f"{self._now():%H:%M}")
        minutes, seconds = divmod(int(self._seconds() - self.begun), 60)
        self.elapsed.setText(f"{minutes // 60}:{minutes % 60:02}:{seconds:02}")

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = asked_in_class(event) or _begins(event)
        if name:
            self.asked.emit(name)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A larger window is read from farther away."""
        super().resizeEvent(event)
        for name, (larger, part) in LETTERS.items():
            label: QLabel = getattr(self, name)
            set_letters(label, max(_font(larger).pixelSize(), round(part * self.height())))

    def sizeHint(self) -> QSize:
        return QSize(900, 560)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.left.emit()
        super().closeEvent(event)


def _begins(event: QKeyEvent) -> str | None:
    """The id of what begins a presentation, if this is its key."""
    key = QKeySequence(event.keyCombination()).toString()
    return "present" if key in keys_of("present") else None


def _large(larger: int) -> QLabel:
    """A label in the program's font, some pixels larger."""
    label = QLabel()
    label.setFont(_font(larger))
    return label


def _font(larger: int) -> QFont:
    font = QFont(QApplication.font())
    font.setPixelSize(QFontInfo(font).pixelSize() + larger)
    return font
