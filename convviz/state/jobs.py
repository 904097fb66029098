"""Work off the UI thread. Per key one job runs at a time and only the newest request waits behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from convviz.core.errors import Refusal

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class _Job:
    key: str
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Refusal], None] | None


class Jobs(QObject):
    """Runs functions on a thread pool and hands what they return back on the UI thread.

    A request replaces one of the same key that has not started; the result of one that was overtaken
    while it ran is dropped. So a mouse may ask sixty times a second: the newest wins, nothing piles up.
    """

    _finished = Signal(object, object, object)
    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running: dict[str, _Job] = {}
        self._waiting: dict[str, _Job] = {}
        self._dropped: set[str] = set()
        self._finished.connect(self._deliver)

    def start(
        self,
        key: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Refusal], None] | None = None,
    ) -> None:
        """Asks for work() off the UI thread, then done(result) or failed(refusal) on it."""
        job = _Job(key, work, done, failed)
        if key in self._running:
            self._waiting[key] = job
        else:
            self._run(job)
        self.busy_changed.emit(True)

    def drop(self, key: str) -> None:
        """Forgets what was asked under a key: it will not be delivered."""
        self._waiting.pop(key, None)
        if key in self._running:
            self._dropped.add(key)

    def idle(self) -> bool:
        """Whether nothing runs or waits."""
        return not self._running

    def stop(self) -> None:
        """Drops everything and waits for what still runs; for closing the program."""
        for key in list(self._running):
            self.drop(key)
        self._pool.waitForDone()

    def _run(self, job: _Job) -> None:
        self._running[job.key] = job
        self._dropped.discard(job.key)
        self._pool.start(_Runnable(job, self._finished.emit))

    def _deliver(self, job: _Job, result: object, refusal: Refusal | None) -> None:
        del self._running[job.key]
        overtaken = self._waiting.pop(job.key, None)
        dropped = job.key in self._dropped
        if overtaken:
            self._run(overtaken)
        if not dropped and (refusal is None or overtaken is None):
            self._hand_over(job, result, refusal)
        self._dropped.discard(job.key) if not overtaken else None
        if self.idle():
            self.busy_changed.emit(False)

    @staticmethod
    def _hand_over(job: _Job, result: object, refusal: Refusal | None) -> None:
        if refusal is None:
            job.done(result)
        elif job.failed:
            job.failed(refusal)


class _Runnable(QRunnable):
    def __init__(self, job: _Job, finished: Callable[[_Job, object, Refusal | None], None]) -> None:
        super().__init__()
        self._job, self._finished = job, finished

    def run(self) -> None:
        try:
            self._finished(self._job, self._job.work(), None)
        except Refusal as refusal:
            self._finished(self._job, None, refusal)
        except MemoryError:
            self._finished(self._job, None, Refusal("out_of_memory"))
