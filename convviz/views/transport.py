"""The bar that plays: first, back, play, forward, last; a slider over all steps; where it is; how fast."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from convviz.core.kernel_text import shown
from convviz.i18n import Message, msg, tr
from convviz.labs.story import Story
from convviz.scene.scene import Scene
from convviz.views.choices import Choice, Option
from convviz.views.icons import IconButton
from convviz.views.place import Place
from convviz.views.slider import Scrubber
from convviz.views.style import px
from convviz.views.transport_extras import Extras

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0, 125.0, 250.0, 500.0, 1000.0)
"""Steps per second that are offered."""
FINE = 1000
"""Slider positions per step, as long as all of them fit into the slider's 32 bits."""
MOST_POSITIONS = 2_000_000_000
BUTTON_WIDTH = 34
GAPS = 92
"""Pixels between the parts of the bar and around it."""
LEAST_SCRUB = 110
"""Pixels of slider below which a wide bar becomes a narrow one."""
LEAST_WIDTH = 640
"""Pixels that a narrow bar needs."""
BUTTONS = {
    "first": ("First step", "To the first step", "first"),
    "back": ("Back", "One step back; one phase back with Shift", "back"),
    "forward": ("Forward", "One step forward; one phase forward with Shift", "forward"),
    "last": ("Last step", "To the last step", "last"),
}


def next_speed(speed: float, faster: bool) -> float:
    """The next of SPEEDS in one direction, or the last when there is none."""
    if faster:
        return next((other for other in SPEEDS if other > speed), SPEEDS[-1])
    return next((other for other in reversed(SPEEDS) if other < speed), SPEEDS[0])


class Transport(QFrame):
    """Shows where the player is, and asks it to be elsewhere. t counts steps, as the timeline's does."""

    play_requested = Signal()
    """Play when it is paused, pause when it plays."""
    first_requested = Signal()
    back_requested = Signal()
    forward_requested = Signal()
    last_requested = Signal()
    phase_requested = Signal(bool)
    """True for the next phase, False for the one before."""
    seek_requested = Signal(float)
    speed_requested = Signal(float)
    loop_requested = Signal(bool)
    scope_requested = Signal(str)
    """Either "region" or "image"."""
    go_requested = Signal(int, int)
    """(row, column) of an output cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Playback"))
        self._steps = 1
        self._narrow: bool | None = None
        self._room = (1, 1, 1)
        self.buttons = {name: IconButton(name, *texts) for name, texts in BUTTONS.items()}
        self.play = IconButton("play", "Play", "Play or pause", "play", primary=True)
        self.scrub = Scrubber()
        self.scrub.setAccessibleName(tr("Time"))
        self.scrub.setToolTip(tr("Drag to any step and phase (←, →; phases with Shift)"))
        self.scrub.setMinimumWidth(px(60))
        self.place = Place()
        self.speed = Choice("Speed", [(speed, speed_text(speed)) for speed in SPEEDS])
        self.speed.setToolTip(tr("Steps per second (+ and −)"))
        self.speed.setFixedWidth(px(124))
        self.extras = Extras()
        self.more = IconButton("more", "More", "Go to a cell, loop, what is played", "go")
        self._lay_out()
        self._connect()
        self.show_playing(False)
        self.show_timeline(1)
        self.show_scene(Scene())

    def _lay_out(self) -> None:
        self._error = QLabel()
        self._error.setProperty("role", "error")
        self._error.setWordWrap(True)
        self._error.setVisible(False)
        self.box = QFrame(self, Qt.WindowType.Popup)
        self.box.setProperty("role", "card")
        self._in_box = QVBoxLayout(self.box)
        self._in_box.setContentsMargins(12, 10, 12, 10)
        self._bar = QHBoxLayout()
        self._bar.setSpacing(6)
        for name in ("first", "back"):
            self._bar.addWidget(self.buttons[name])
        self._bar.addWidget(self.play)
        for name in ("forward", "last"):
            self._bar.addWidget(self.buttons[name])
        for button in (*self.buttons.values(), self.more):
            button.setFixedWidth(px(BUTTON_WIDTH))
        self._bar.addSpacing(4)
        self._bar.addWidget(self.scrub, 1)
        self._bar.addSpacing(4)
        self._bar.addWidget(self.place)
        self._bar.addWidget(self.speed)
        self._bar.addWidget(self.extras)
        self._bar.addWidget(self.more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(4)
        self._column.addLayout(self._bar)
        self._column.addWidget(self._error)

    def _connect(self) -> None:
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, name=name: self._step(name))
        self.play.clicked.connect(self._play)
        self.scrub.position_requested.connect(lambda at, _: self.seek_requested.emit(at / self._fine))
        self.scrub.step_requested.connect(self._step)
        self.scrub.phase_requested.connect(self.phase_requested)
        self.speed.value_requested.connect(lambda speed, _: self.speed_requested.emit(speed))
        self.extras.loop_requested.connect(self.loop_requested)
        self.extras.scope_requested.connect(self.scope_requested)
        self.extras.go_requested.connect(self._go)
        self.extras.judged.connect(self._judge)
        self.more.clicked.connect(self.open_box)

    def _play(self) -> None:
        self.play_requested.emit()

    def _step(self, name: str) -> None:
        getattr(self, f"{name}_requested").emit()

    # --- showing ---

    def show_story(self, story: Story) -> None:
        """Shows how long a story is, how it is played, and how many cells there are to go to."""
        self.show_scene(story.scene)
        self.extras.show_size(*story.shape[1:])
        self.show_timeline(story.timeline.steps)
        room = (story.timeline.steps, *story.shape[1:])
        if room != self._room:  # to find out what it takes costs as much as all else here
            self._room = room
            self._arrange()

    def show_scene(self, scene: Scene) -> None:
        """Shows speed, loop and scope."""
        self.speed.offer(_offered(scene.speed))
        self.speed.show_value(scene.speed)
        self.extras.show_scene(scene)

    def show_timeline(self, steps: int) -> None:
        """Shows how many steps there are."""
        t = self.scrub.value() / self._fine
        self._steps = max(1, steps)
        self.scrub.show_range(round(self._steps * self._fine), self._fine)
        self.scrub.show_position(round(t * self._fine))

    @property
    def _fine(self) -> float:
        """Slider positions per step."""
        return min(FINE, MOST_POSITIONS / self._steps)

    def show_moment(self, t: float, step_number: int, total: int, row: int, col: int, phase: str) -> None:
        """Shows t, and in words: step `step_number` (from 1) of `total`, its output cell, its phase."""
        self.scrub.show_position(round(t * self._fine))
        self.place.show_place(step_number, total, row, col, phase)

    def show_playing(self, playing: bool) -> None:
        """Shows what the middle button will do."""
        says = "Pause" if playing else "Play"
        self.play.show_icon("pause" if playing else "play")
        self.play.setText(tr(says))
        self.play.setAccessibleName(tr(says))
        words = (tr("Play"), tr("Pause"))
        self.play.ensurePolished()  # the style sheet makes it bold
        widest = max(self.play.fontMetrics().horizontalAdvance(word) for word in words)
        self.play.setFixedWidth(widest + px(58))

    # --- going to a cell ---

    def focus_go(self) -> None:
        """Lets a person type the cell to go to."""
        if self._narrow:
            self.open_box()
        self.extras.go.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.extras.go.selectAll()

    def open_box(self) -> None:
        """Opens the box with what a narrow bar has no room for."""
        self.box.adjustSize()
        size = self.box.sizeHint()
        self.box.move(self.more.mapToGlobal(QPoint(self.more.width() - size.width(), -size.height() - 6)))
        self.box.show()

    def _go(self, row: int, col: int) -> None:
        self.box.hide()
        self.go_requested.emit(row, col)

    def _judge(self, message: Message | None) -> None:
        self._error.setText(tr(message) if message else "")
        self._error.setVisible(message is not None)
        if self._narrow:
            self.box.adjustSize()

    @property
    def error(self) -> str:
        """What is wrong with the cell to go to; empty when nothing is."""
        return self._error.text()

    # --- finding room ---

    def minimumSizeHint(self) -> QSize:
        """As narrow as with the extras in the box, wherever they are: a window can always be made smaller."""
        return QSize(px(LEAST_WIDTH), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Puts the extras on the bar when it is wide enough, else into the box."""
        self.extras.stand(False)
        self.place.reserve(*self._room)
        fixed = (self.play, self.place, self.speed)
        taken = len(BUTTONS) * px(BUTTON_WIDTH) + sum(widget.width() for widget in fixed) + px(GAPS)
        narrow = taken + self.extras.sizeHint().width() + px(LEAST_SCRUB) > self.width()
        self.extras.stand(narrow)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.box.hide()
        if narrow:
            self._in_box.addWidget(self.extras)
            self._in_box.addWidget(self._error)
            self._error.setAlignment(Qt.AlignmentFlag.AlignLeft)
        else:
            self._bar.insertWidget(self._bar.indexOf(self.more), self.extras)
            self._column.addWidget(self._error)
            self._error.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.extras.setVisible(True)
        self.more.setVisible(narrow)


@lru_cache(maxsize=8)
def _offered(chosen: float) -> tuple[Option, ...]:
    """The usual speeds, and the chosen one."""
    speeds = SPEEDS if chosen in SPEEDS else tuple(sorted((*SPEEDS, chosen)))
    return tuple((speed, speed_text(speed)) for speed in speeds)


def speed_text(speed: float) -> Message:
    """2.0 as "2 steps/s"."""
    words = "{speed} step/s" if speed == 1 else "{speed} steps/s"
    return msg(words, speed=shown(speed))
