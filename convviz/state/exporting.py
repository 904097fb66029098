"""An export while the program runs: off the UI thread, watched, given up when it is not wanted any more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event
from time import monotonic

from PySide6.QtCore import QObject, Signal

from convviz.core.errors import Refusal
from convviz.export.exporter import Exporter
from convviz.export.footage import Footage, Stopped
from convviz.export.run import export
from convviz.i18n import Message, msg
from convviz.state.jobs import Jobs

REPORT_S = 0.05
"""Seconds between two reports of how far it has come."""
KEY = "export"


class Exporting(QObject):
    """Exports one film at a time."""

    progressed = Signal(float, float)
    """(part that is done, 0 to 1; seconds that are left, below 0 while nobody can say)."""
    done = Signal(object)
    """A Message: what was written."""
    failed = Signal(object)
    """A Message: why nothing was written."""
    stopped = Signal()
    """It was given up; nothing was written."""

    def __init__(
        self, jobs: Jobs, clock: Callable[[], float] = monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs, self._clock = jobs, clock
        self._unwanted = Event()
        self.running = False

    def start(self, make: Callable[[], Footage], path: str, exporter: Exporter) -> None:
        """Exports the footage that `make` makes, both in another thread: it shares nothing that changes."""
        if self.running:
            return
        self.running = True
        self._unwanted.clear()

        def done(message: Message | None) -> None:
            self.running = False
            self.stopped.emit() if message is None else self.done.emit(message)

        def failed(refusal: Refusal) -> None:
            self.running = False
            self.failed.emit(refusal.message)

        self._jobs.start(KEY, lambda: self._export(make, path, exporter), done, failed)

    def stop(self) -> None:
        """Gives it up; `stopped` says when that has happened."""
        self._unwanted.set()

    def _export(self, make: Callable[[], Footage], path: str, exporter: Exporter) -> Message | None:
        """What was written; None when it was given up."""
        footage = make()
        began = reported = self._clock()

        def watch(ticks: int) -> None:
            nonlocal reported
            if self._unwanted.is_set():
                raise Stopped
            now = self._clock()
            if now - reported >= REPORT_S:
                reported = now
                self.progressed.emit(ticks / footage.ticks, left(now - began, ticks, footage.ticks))

        try:
            watch(0)
            export(footage, path, exporter, watch)
        except Stopped:
            return None
        return said(Path(path).name, footage, exporter)


def left(seconds: float, done: int, total: int) -> float:
    """How many more seconds it takes when some of the total took those; −1 while nobody can say."""
    return seconds * (total - done) / done if done else -1.0


def said(name: str, footage: Footage, exporter: Exporter) -> Message:
    """What was written, in a sentence."""
    width, height = footage.size
    if not exporter.moving:
        return msg("Exported {name}, {width} × {height} pixels.", name=name, width=width, height=height)
    return msg(
        "Exported {name}: {width} × {height} pixels, {seconds} s at {fps} frames per second.",
        name=name,
        width=width,
        height=height,
        seconds=f"{footage.ticks / footage.fps:.1f}",
        fps=footage.fps,
    )
