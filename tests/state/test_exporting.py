"""Exports beside a running program."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from convviz.core.errors import Refusal
from convviz.export import EXPORTERS
from convviz.i18n import tr
from convviz.state.exporting import Exporting, left, said
from convviz.state.jobs import Jobs
from tests.export.decoded import animation
from tests.export.footage import Fake

BY_ID = {row.id: row for row in EXPORTERS}


class Slow(Fake):
    """Footage whose third frame waits until it is let go."""

    def __init__(self, **more: int) -> None:
        super().__init__(**more)
        self.reached, self.go = threading.Event(), threading.Event()

    def frames(self):
        for n, frame in enumerate(super().frames()):
            if n == 2:
                self.reached.set()
                assert self.go.wait(10)
            yield frame


@pytest.fixture
def exporting(qtbot: QtBot):
    jobs = Jobs()
    made = Exporting(jobs)
    yield made
    made.stop()
    jobs.stop()


def test_it_writes_and_says_so(qtbot: QtBot, exporting: Exporting, tmp_path: Path) -> None:
    path = tmp_path / "film.gif"
    with qtbot.waitSignal(exporting.done) as caught:
        exporting.start(Fake, str(path), BY_ID["gif"])
        assert exporting.running
    assert not exporting.running
    assert tr(caught.args[0]) == "Exported film.gif: 322 × 242 pixels, 1.2 s at 10 frames per second."
    assert len(animation(path)) == Fake().count


def test_a_picture_is_said_without_a_length() -> None:
    assert tr(said("a.png", Fake(), BY_ID["png"])) == "Exported a.png, 322 × 242 pixels."


def test_stopped_it_leaves_nothing(qtbot: QtBot, exporting: Exporting, tmp_path: Path) -> None:
    footage = Slow(count=20)
    exporting.start(lambda: footage, str(tmp_path / "film.gif"), BY_ID["gif"])
    assert footage.reached.wait(10)
    with qtbot.waitSignal(exporting.stopped):
        exporting.stop()
        footage.go.set()
    assert not exporting.running
    assert list(tmp_path.iterdir()) == []


def test_after_one_was_stopped_another_is_written(qtbot: QtBot, exporting: Exporting, tmp_path: Path) -> None:
    footage = Slow()
    exporting.start(lambda: footage, str(tmp_path / "a.gif"), BY_ID["gif"])
    footage.reached.wait(10)
    with qtbot.waitSignal(exporting.stopped):
        exporting.stop()
        footage.go.set()
    with qtbot.waitSignal(exporting.done):
        exporting.start(Fake, str(tmp_path / "b.gif"), BY_ID["gif"])
    assert [file.name for file in tmp_path.iterdir()] == ["b.gif"]


def test_one_at_a_time(qtbot: QtBot, exporting: Exporting, tmp_path: Path) -> None:
    footage = Slow()
    with qtbot.waitSignal(exporting.done):
        exporting.start(lambda: footage, str(tmp_path / "a.gif"), BY_ID["gif"])
        footage.reached.wait(10)
        exporting.start(Fake, str(tmp_path / "b.gif"), BY_ID["gif"])
        footage.go.set()
    assert [file.name for file in tmp_path.iterdir()] == ["a.gif"]


def test_what_is_refused_is_a_sentence(qtbot: QtBot, exporting: Exporting, tmp_path: Path) -> None:
    with qtbot.waitSignal(exporting.failed) as caught:
        exporting.start(Fake, str(tmp_path / "none" / "a.gif"), BY_ID["gif"])
    assert tr(caught.args[0]) == f"There is no folder {tmp_path / 'none'}."
    assert not exporting.running


def test_footage_that_cannot_be_made_is_a_sentence(
    qtbot: QtBot, exporting: Exporting, tmp_path: Path
) -> None:
    def make() -> Fake:
        raise Refusal("out_of_memory")

    with qtbot.waitSignal(exporting.failed) as caught:
        exporting.start(make, str(tmp_path / "a.gif"), BY_ID["gif"])
    assert tr(caught.args[0]) == "There is not enough memory for this."


def test_progress_grows_and_tells_the_time_that_is_left(qtbot: QtBot, tmp_path: Path) -> None:
    """By a clock on which each look takes a second."""
    jobs, seconds = Jobs(), iter(range(1000))
    exporting = Exporting(jobs, clock=lambda: float(next(seconds)))
    told: list[tuple[float, float]] = []
    exporting.progressed.connect(lambda part, rest: told.append((part, rest)))
    with qtbot.waitSignal(exporting.done):
        exporting.start(Fake, str(tmp_path / "a.gif"), BY_ID["gif"])
    jobs.stop()
    parts = [part for part, _ in told]
    assert parts == sorted(parts)
    assert told[0] == (0.0, -1.0)
    assert told[-1] == (1.0, 0.0)
    assert any(rest > 0 for _, rest in told)


def test_time_left() -> None:
    assert left(3.0, 30, 120) == 9.0
    assert left(3.0, 0, 120) == -1.0
    assert left(3.0, 120, 120) == 0.0
