"""Work off the UI thread, unless it is short. Per key one job runs and only the newest request waits."""

from __future__ import annotations

import sys
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from time import perf_counter, thread_time
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from convviz.core.errors import Refusal
from convviz.core.wanted import Overtaken, while_wanted
from convviz.state.garbage import Collector

T = TypeVar("T")

SWITCH_S = 0.0001
"""A thread that computes in Python hands its lock over so often. By default it is 5 ms: of an answer that
passes from thread to thread five times, half the time was waiting for that. From the hand to the picture of 1
megapixel in colour it was 15.1 ms with 1 ms, and 12.6 with this; the UI thread computes no longer for it."""
LEAST_THREADS = 4
"""A slow disk must not keep the visible picture waiting; the work itself lets go of Python's lock."""

AT_ONCE_S = 0.006
"""Work that took no longer than this is not worth a thread: 1.7 ms of it took 8 beside a busy UI thread."""
BESIDE = 5
"""Work on a thread counts by its own time, as long as no more than so many times that went by: Python's lock
is shared there. What took longer has waited for something, and would wait at once as well."""


def _always() -> bool:
    return True


@dataclass(frozen=True, eq=False)
class _Job:
    key: str
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Refusal], None] | None
    wanted: Callable[[], bool]
    kind: Hashable


class Jobs(QObject):
    """Runs functions on a thread pool and hands what they return back on the UI thread.

    A request replaces one of the same key that has not started. So a mouse may ask sixty times a second:
    the newest wins, nothing piles up. What a job that was overtaken while it ran returns is handed over
    all the same, since it is made and may be of use (the next step of a drawing, a buffer), and `done`
    judges whether it is stale; what it refuses is of no interest any more.

    A long job may be given a function that tells whether it is still wanted: once it is not, the job ends
    at its next piece, and nothing of it is handed over.

    Work of the same kind as the last under its key, and short that time, is done at once, before `start`
    returns; what it made is handed over as always, when the event loop comes to it.

    A job may raise a Refusal. Anything else is a mistake in the program: it goes to sys.excepthook, and
    whoever asked hears of it as of a refusal, so that nobody waits for ever.
    """

    _finished = Signal(str, object, object, float)
    busy_changed = Signal(bool)
    """Whether anything runs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(SWITCH_S)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(max(LEAST_THREADS, self._pool.maxThreadCount()))
        self._collector = Collector(self)
        self._running: dict[str, _Job] = {}
        self._waiting: dict[str, _Job] = {}
        self._dropped: set[str] = set()
        self._stopped = False
        self._took: dict[str, tuple[Hashable, float]] = {}
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        key: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Refusal], None] | None = None,
        wanted: Callable[[], bool] = _always,
        kind: Hashable = None,
    ) -> None:
        """Asks for work(), then done(result) or failed(refusal) on the UI thread; see core.wanted.

        `kind` is equal for work whose time can be guessed from the last one's, give or take 10 ms; without
        one, work is never done at once.
        """
        if self._stopped:
            return  # a timer of a window that is being closed
        job = _Job(key, work, done, failed, wanted, kind)
        if key in self._running:
            self._waiting[key] = job
            return
        was_idle = self.idle()
        self._run(job)
        if was_idle:
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
        """Drops everything, later requests too, and waits for what still runs; for closing the program."""
        self._stopped = True
        for key in list(self._running):
            self.drop(key)
        self._pool.waitForDone()
        self._collector.stop()

    def _run(self, job: _Job) -> None:
        self._running[job.key] = job
        self._dropped.discard(job.key)
        if self._is_short(job):
            _Runnable(job, self._finished.emit, at_once=True).run()
        else:
            self._pool.start(_Runnable(job, self._finished.emit))

    def _is_short(self, job: _Job) -> bool:
        kind, seconds = self._took.get(job.key, (None, 0.0))
        return job.kind is not None and job.kind == kind and seconds <= AT_ONCE_S

    def _deliver(self, key: str, result: object, error: Exception | None, seconds: float) -> None:
        """Hands over what a job made, then begins the one that waits: it may use what is left over."""
        job, dropped = self._running[key], key in self._dropped
        self._took.pop(key, None)
        if job.kind is not None and error is None:
            self._took[key] = job.kind, seconds
        try:
            if not dropped:
                _hand_over(job, result, error, key in self._waiting)
        finally:
            del self._running[key]
            self._dropped.discard(key)
            waiting = self._waiting.pop(key, None)
            if waiting:
                self._run(waiting)
            elif self.idle():
                self.busy_changed.emit(False)


class _Runnable(QRunnable):
    """Lets go of the work before it says that it is done: what the work holds dies on the UI thread."""

    def __init__(
        self,
        job: _Job,
        finished: Callable[[str, object, Exception | None, float], None],
        at_once: bool = False,
    ) -> None:
        super().__init__()
        self._key, self._finished, self._wanted, self._at_once = job.key, finished, job.wanted, at_once
        self._work: Callable[[], object] | None = job.work

    def run(self) -> None:
        result: object = None
        error: Exception | None = None
        began, own = perf_counter(), thread_time()
        try:
            with while_wanted(self._wanted):
                result = self._work() if self._work else None
        except Overtaken:
            error = Overtaken()  # without the frames of the one that was raised, and all their arrays
        except MemoryError:
            error = Refusal("out_of_memory")
        except Exception as raised:  # noqa: BLE001  (it is handed to sys.excepthook on the UI thread)
            error = raised
        self._work, self._wanted = None, _always
        took, own = perf_counter() - began, thread_time() - own
        self._finished(self._key, result, error, took if self._at_once else max(own, took / BESIDE))


def _hand_over(job: _Job, result: object, error: Exception | None, overtaken: bool) -> None:
    if error is None:
        job.done(result)
        return
    if isinstance(error, Overtaken):
        return
    refusal = error if isinstance(error, Refusal) else Refusal("unexpected", reason=repr(error))
    if refusal is not error or job.failed is None:
        sys.excepthook(type(error), error, error.__traceback__)
    if job.failed is not None and not overtaken:
        job.failed(refusal)
