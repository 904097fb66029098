"""What the tests of the state share: jobs that end with the test, and a program without a window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from pytestqt.qtbot import QtBot

from convviz.i18n import Message
from convviz.scene.scene import Canvas, ConvLayer, Drawn, Region, Scene
from convviz.state.jobs import Jobs
from convviz.state.session import Result, Session
from convviz.state.sources import Sources
from convviz.state.store import SceneStore

CANVAS = Canvas(6, 8, bytes(range(48)))
BOX = Drawn(((1.0, 1.0), (1.0, 1.0)))
SCENE = Scene(
    picture=CANVAS,
    layer=ConvLayer(filters=((BOX,),), padding="valid"),
    region=Region(0, 0, 3, 3),
    show="clamp",
)


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.stop()


@dataclass
class Program:
    """Store and session, and all that they said."""

    jobs: Jobs
    qtbot: QtBot
    scene: Scene = SCENE
    rest_ms: int = 0
    refused: list[str] = field(default_factory=list)
    changes: list[tuple[Scene, Scene]] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.store = SceneStore(self.scene, Sources(self.jobs))
        self.session = Session(self.store, self.jobs, rest_ms=self.rest_ms)
        self.store.refused.connect(self._hear)
        self.store.changed.connect(lambda old, new: self.changes.append((old, new)))
        self.session.result_changed.connect(self.results.append)

    def _hear(self, message: Message) -> None:
        self.refused.append(str(message))

    def settle(self) -> None:
        """Until nothing runs."""
        self.qtbot.waitUntil(self.jobs.idle)

    def begin(self) -> Program:
        self.session.begin()
        self.settle()
        return self


@pytest.fixture
def start(jobs: Jobs, qtbot: QtBot) -> Callable[..., Program]:
    """start(scene): a program that shows it."""

    def start(scene: Scene = SCENE) -> Program:
        return Program(jobs, qtbot, scene).begin()

    return start


@pytest.fixture
def program(start: Callable[..., Program]) -> Program:
    return start()
