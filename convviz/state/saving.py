"""The whole result as a file or on the clipboard, made off the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from convviz.core import saving
from convviz.core.errors import Refusal
from convviz.core.lens import render, scale
from convviz.i18n import Message, msg
from convviz.labs.lab import Array
from convviz.state.jobs import Jobs
from convviz.state.session import Result, Session

Act = Callable[[Result], None]


class ResultSaver(QObject):
    """Saves the result of the present scene. One that is not computed yet is waited for."""

    progress = Signal(object)
    """A Message: what is being done."""
    done = Signal(object)
    """A Message: what was done."""
    failed = Signal(object)
    """A Message: why nothing was written."""
    pixels_ready = Signal(object)
    """What shown_pixels was asked for: uint8 (H, W) grey or (H, W, 3) RGB."""

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._waiting: list[Act] = []
        session.result_changed.connect(self._arrived)
        session.result_failed.connect(self._given_up)

    def save_shown(self, path: str) -> None:
        """Writes the result as it is shown; the ending, one of core.saving.SAVING_SHOWN, says the format."""

        def act(result: Result) -> None:
            look = self._look(result)
            self._save(path, result, lambda: saving.save_shown(path, look()))

        self._when_ready(act)

    def save_values(self, path: str) -> None:
        """Writes the true float32 values, .npy or TIFF: H × W for one channel, C × H × W for several."""

        def act(result: Result) -> None:
            y = result.y[0] if len(result.y) == 1 else result.y
            self._save(path, result, lambda: saving.save_values(path, y))

        self._when_ready(act)

    def shown_pixels(self) -> None:
        """Asks for the result as it is shown, for the clipboard; it comes by pixels_ready."""

        def act(result: Result) -> None:
            self._session.keep(result)
            self.progress.emit(msg("Copying the result …"))
            self._jobs.start("shown pixels", self._look(result), self.pixels_ready.emit, self._failed)

        self._when_ready(act)

    def _look(self, result: Result) -> Callable[[], Array]:
        """What renders a result the way it is looked at now.

        Three channels are its colours, unless they are slices; else it is the one on the stage.
        """
        story = self._session.story or result.story
        lens, white = story.scene.show, story.source.white
        colours = len(result.y) == 3 and story.through is None
        y = result.y if colours else result.y[story.output]
        return lambda: render(y, lens, scale(lens, result.statistics, white))

    def _save(self, path: str, result: Result, write: Callable[[], None]) -> None:
        self._session.keep(result)
        name = Path(path).name
        self.progress.emit(msg("Saving {name} …", name=name))
        self._jobs.start(f"save {path}", write, lambda _: self.done.emit(_said(name, result)), self._failed)

    def _when_ready(self, act: Act) -> None:
        ready = self._session.ready
        if ready is not None:
            act(ready)
            return
        self._waiting.append(act)
        self.progress.emit(msg("Waiting for the result …"))

    def _arrived(self, result: Result) -> None:
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act(result)

    def _given_up(self, reason: Message) -> None:
        waiting, self._waiting = self._waiting, []
        if waiting:
            self.failed.emit(reason)

    def _failed(self, refusal: Refusal) -> None:
        self.failed.emit(refusal.message)


def _said(name: str, result: Result) -> Message:
    channels, height, width = result.y.shape
    if channels == 1:
        return msg("Saved {name}, {width} × {height} pixels.", name=name, width=width, height=height)
    return msg(
        "Saved {name}, {channels} channels of {width} × {height} pixels.",
        name=name,
        channels=channels,
        width=width,
        height=height,
    )
