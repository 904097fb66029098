"""Cycles are collected on the UI thread only, as long as others work."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from threading import Thread, current_thread, main_thread

import pytest
from pytestqt.qtbot import QtBot

from convviz.state import garbage
from convviz.state.garbage import Collector
from convviz.state.jobs import Jobs

MANY = 200_000
"""Lists that Python would have collected hundreds of times while they were made."""


class Knot:
    """Holds itself, and tells on which thread it is let go."""

    def __init__(self, told: list[Thread]) -> None:
        self.itself, self.told = self, told

    def __del__(self) -> None:
        self.told.append(current_thread())


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(garbage, "EVERY_MS", 10)
    monkeypatch.setattr(gc, "get_threshold", lambda: (0, 10, 10))  # Python's own stays
    gc.collect()
    yield
    gc.collect()


def test_a_job_that_allocates_collects_nothing(quick: None, jobs: Jobs, qtbot: QtBot) -> None:
    told: list[Thread] = []

    def work() -> int:
        for _ in range(20):
            Knot(told)
        return len([[] for _ in range(MANY)]) + len(told)

    done: list[int] = []
    jobs.start("a", work, done.append)
    jobs._pool.waitForDone()  # noqa: SLF001  (so that this thread has no occasion to collect meanwhile)
    assert told == []
    qtbot.waitUntil(lambda: done == [MANY])
    qtbot.waitUntil(lambda: len(told) == 20)
    assert set(told) == {main_thread()}


def test_python_collects_by_itself_when_all_have_stopped(qtbot: QtBot) -> None:
    assert gc.isenabled()
    first, second = Collector(), Collector()
    assert not gc.isenabled()
    first.stop()
    first.stop()
    assert not gc.isenabled()
    second.stop()
    assert gc.isenabled()


def test_only_what_is_due_is_collected(monkeypatch: pytest.MonkeyPatch) -> None:
    collected: list[int] = []
    monkeypatch.setattr(gc, "collect", collected.append)
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
    for counts in ((700, 10, 10), (701, 10, 3), (5, 11, 0), (900, 11, 11)):
        monkeypatch.setattr(gc, "get_count", lambda counts=counts: counts)
        garbage.collect()
        collected.append(-1)
    assert collected == [-1, 0, -1, 1, -1, 0, 1, 2, -1]


def test_what_is_there_once_all_is_built_is_not_looked_through_until_the_end(qtbot: QtBot) -> None:
    garbage.settle_down()
    assert gc.get_freeze_count() == 0  # Python itself collects: it may go on with everything
    collector = Collector()
    try:
        garbage.settle_down()
        assert gc.get_freeze_count() > 10_000
    finally:
        collector.stop()
    assert gc.get_freeze_count() == 0
