"""Moves t. Knows nothing of what is played but its timeline."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from convviz.motion.timeline import REST, Moment, Phase, Timeline

Clock = Callable[[], float]
FRAME_MS = 16
NOTHING = Timeline(1, (Phase(REST, 1.0),))


class Player(QObject):
    """A place on a timeline that moves while it plays.

    The clock (seconds) is handed in, so that a test can be its own clock and call `tick`.
    """

    moved = Signal(float)
    """t, whenever it changed."""
    playing_changed = Signal(bool)

    def __init__(
        self, timeline: Timeline = NOTHING, clock: Clock = monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.speed, self.loop, self.still = 2.0, False, False
        self._timeline, self._clock = timeline, clock
        self._t = timeline.finished(0)
        self._last = 0.0
        self._held = False
        self._playing = False
        self._until: float | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def t(self) -> float:
        """Where it stands, in steps."""
        return self._t

    @property
    def moment(self) -> Moment:
        """What is shown: where it stands, phases merged while it plays fast, and without motion settled."""
        moment = self._timeline.at(self._timeline.whole(self._t, self.speed) if self._playing else self._t)
        return moment.settled if self.still else moment

    @property
    def timeline(self) -> Timeline:
        """What it plays."""
        return self._timeline

    @property
    def playing(self) -> bool:
        """Whether it plays, be it held for a moment by the pointer."""
        return self._playing

    def set_timeline(self, timeline: Timeline, step: int | None = None) -> None:
        """Plays something else: from a finished step, or from the step where it stood."""
        same = timeline == self._timeline
        self._until = self._until if same else None
        here = self.moment.step
        self._timeline = timeline
        if step is not None:
            self.seek(timeline.finished(step))
        elif not same:
            self.seek(timeline.finished(here))

    def play(self) -> None:
        """Plays on, from the start when it stands at the end."""
        if self._t >= self._timeline.finished(self._timeline.steps - 1):
            self._move(0.0)
        self._until = None
        self._start()

    def play_range(self, first: int, last: int) -> None:
        """Plays from the beginning of a step to the end of another, and pauses there."""
        self.seek(float(first))
        self._until = self._timeline.finished(last)
        self._start()

    def _start(self) -> None:
        self._playing = True
        self._run()
        self.playing_changed.emit(True)

    def pause(self) -> None:
        """Stops where it is, at a state that is true: a phase begun while several merge is finished."""
        if self._playing:
            self._t = self._timeline.whole(self._t, self.speed)
            self._playing = False
            self._run()
            self.playing_changed.emit(False)
            self.moved.emit(self._t)

    def toggle(self) -> None:
        """Play or pause."""
        self.pause() if self._playing else self.play()

    def hold(self, held: bool) -> None:
        """Stands still while the pointer asks something, and goes on after."""
        self._held = held
        self._run()

    def scrub(self, t: float) -> None:
        """Stands still at a time that a hand pulls it to."""
        self.pause()
        self.seek(t)

    def seek(self, t: float) -> None:
        """Goes to t."""
        self._move(min(max(t, 0.0), float(self._timeline.steps)))

    def go(self, step: int) -> None:
        """Goes to a step, finished."""
        self.seek(self._timeline.finished(step))

    def step(self, steps: int) -> None:
        """Goes some steps on, or back, to a finished one; from within a step, first to its own end."""
        self.pause()
        here = self.moment
        if steps > 0 and here.phase != here.order[-1]:
            steps -= 1
        self.go(here.step + steps)

    def phase(self, forward: bool) -> None:
        """Goes to the beginning of the next phase, or of the one before."""
        self.pause()
        self.seek(self._timeline.next_phase(self._t) if forward else self._timeline.previous_phase(self._t))

    def tick(self) -> None:
        """One frame: moves t by the time that went by."""
        now = self._clock()
        t = self._t + (now - self._last) * self.speed
        self._last = now
        end = float(self._timeline.steps)
        if self._until is not None and t >= self._until:
            self._move(self._until)
            self.pause()
        elif t < end:
            self._move(t)
        elif self.loop:
            self._move(t % end)
        else:
            self._move(self._timeline.finished(self._timeline.steps - 1))
            self.pause()

    def set_still(self, still: bool) -> None:
        """Whether what would glide from place to place jumps."""
        if still != self.still:
            self.still = still
            self.moved.emit(self._t)

    def _run(self) -> None:
        """The timer runs while it plays and is not held."""
        if self._playing and not self._held:
            self._last = self._clock()
            self._timer.start()
        else:
            self._timer.stop()

    def _move(self, t: float) -> None:
        if t != self._t:
            self._t = t
            self.moved.emit(t)
