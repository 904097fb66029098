"""Keeps the work a moment after every change, and says at the end that it was the end."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from convviz.i18n import Message
from convviz.scene.work import Work
from convviz.state.documents import Documents
from convviz.state.player import Player
from convviz.state.session import Session
from convviz.state.workspace import Workspace

WAIT_MS = 800
"""From a change to its writing; further changes in between are written with it."""


class Autosave(QObject):
    """Writes the work into a workspace, off the UI thread. A place that only plays by is no change."""

    failed = Signal(object)
    """The Message of work that could not be kept; the same one is said once."""

    def __init__(
        self,
        documents: Documents,
        session: Session,
        player: Player,
        workspace: Workspace,
        parent: QObject | None = None,
        wait_ms: int = WAIT_MS,
    ) -> None:
        super().__init__(parent)
        self._documents, self._session, self._player = documents, session, player
        self._workspace = workspace
        self._kept: Work | None = None
        self._complaint: Message | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(wait_ms)
        self._timer.timeout.connect(self._keep)
        documents.dropped.connect(workspace.lose)

    def begin(self) -> None:
        """What is shown with the first story is as it was left: only what is changed from now on is kept."""
        if self._session.story is None:
            self._session.story_changed.connect(self._begin)
        else:
            self._begin()

    def end(self) -> None:
        """Keeps the work for the next start, and lets go of it. No job may run any more."""
        self._timer.stop()
        if self._kept is not None:
            self._hear(self._workspace.keep(self._documents.work(ended=True)))
        self._kept = None
        self._workspace.leave()

    def _begin(self, _: object = None) -> None:
        if self._kept is not None:
            return
        self._kept = self._documents.work()
        self._documents.changed.connect(self._changed)
        self._player.moved.connect(self._moved)
        self._player.playing_changed.connect(self._moved)

    def _moved(self, _: object) -> None:
        if not self._player.playing:
            self._changed()

    def _changed(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _keep(self) -> None:
        work = self._documents.work()
        if self._kept is None or work == self._kept:
            return
        self._kept = work
        self._session.jobs.start("autosave", lambda: self._workspace.keep(work), self._hear)

    def _hear(self, complaint: Message | None) -> None:
        if complaint is not None and complaint != self._complaint:
            self.failed.emit(complaint)
        self._complaint = complaint
