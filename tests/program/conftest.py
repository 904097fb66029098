"""The whole program in an offscreen window, driven as a person would."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

import numpy as np
import pytest
from PIL import Image as PILImage
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from convviz import assets, i18n
from convviz.app import Program
from convviz.figure.figure import Spot
from convviz.state.settings import SettingsFile
from convviz.views.language import speak

WAIT = 15_000
CODES = i18n.languages(assets.path("i18n"))


class Person:
    """Someone at the program: looks, clicks, drags and types."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self.qtbot, self.program = qtbot, program
        self.window, self.stage = program.window, program.window.stage
        self.desk = program.desk

    # --- looking

    @property
    def scene(self):
        return self.program.store.scene

    @property
    def story(self):
        return self.program.session.story

    @property
    def notice(self) -> str:
        """The sentence above the stage, empty when none is shown."""
        return self.window.notice.text if self.window.notice.isVisible() else ""

    def settle(self) -> None:
        """Waits until the picture is read, the result computed and compared, and every part told."""
        session = self.program.session

        def done() -> bool:
            result = session.result
            return (
                session.story is not None
                and self.program.jobs.idle()
                and self.desk.turns.done
                and result is not None
                and session.agreement is not None
            )

        self.until(done)

    def rest(self) -> None:
        """Waits also for what is worked out a moment later, which `at_once` makes the next moment."""
        self.settle()
        QTest.qWait(10)
        self.settle()

    def until(self, done: Callable[[], bool]) -> None:
        """As qtbot.waitUntil, which looks only every 10 ms: a walk through the program waits very often."""
        end = perf_counter() + WAIT / 1000
        while not done():
            assert perf_counter() < end, "The program does not settle."
            QTest.qWait(1)

    def grab(self, widget: QWidget | None = None) -> bytes:
        """What can be seen of a widget."""
        image = (widget or self.stage).grab().toImage()
        return bytes(image.constBits())

    def cell(self) -> tuple[int, int]:
        """The output cell on the stage."""
        _, row, col = self.story.cell(self.program.player.moment.step)
        return (row, col)

    # --- doing

    def place(self, spot: Spot) -> QPoint:
        return self.stage.cell_at(spot).center().toPoint()

    def click(self, spot: Spot) -> None:
        self.qtbot.mouseClick(self.stage, Qt.MouseButton.LeftButton, pos=self.place(spot))

    def hover(self, spot: Spot) -> None:
        self.qtbot.mouseMove(self.stage, self.place(spot))
        self.qtbot.wait(30)

    def drag(self, *spots: Spot) -> None:
        """Presses on the first cell, moves over the others, lets go."""
        left = Qt.MouseButton.LeftButton
        self.qtbot.mousePress(self.stage, left, pos=self.place(spots[0]))
        for spot in spots[1:]:
            QApplication.sendEvent(self.stage, _moved(self.place(spot), left))
        self.qtbot.mouseRelease(self.stage, left, pos=self.place(spots[-1]))

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.window, key, modifier)

    def type_in(self, widget: QWidget, text: str) -> None:
        """Replaces what a field holds, and presses Enter."""
        field = widget if hasattr(widget, "selectAll") else widget.findChild(QWidget, "")
        field.setFocus()
        field.selectAll()
        self.qtbot.keyClicks(field, text)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)

    def drop(self, *paths: Path | str) -> None:
        """Drops files on the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        self.drop_data(data)

    def drop_data(self, data: QMimeData) -> None:
        action, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        place, none = QPointF(300, 300), Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(self.window, QDragEnterEvent(place.toPoint(), action, data, left, none))
        QApplication.sendEvent(self.window, QDropEvent(place, action, data, left, none))

    def open(self, path: Path | str) -> None:
        """Drops a picture and waits until it is shown."""
        self.drop(path)
        self.until(lambda: getattr(self.scene.picture, "path", None) == str(path))
        self.settle()


def _moved(place: QPoint, button: Qt.MouseButton):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    none = Qt.KeyboardModifier.NoModifier
    return QMouseEvent(QEvent.Type.MouseMove, QPointF(place), QPointF(place), button, button, none)


@pytest.fixture
def start(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Person]]:
    """Starts the program; started again it finds what it remembered.

    Each change is answered at once: a test that waits for the answer is not a hand that draws on. Fewer of
    its cells are computed anew; with all of them this would be half the time of these tests.
    """
    monkeypatch.setattr("convviz.state.session.REST_MS", 0)
    monkeypatch.setattr("convviz.state.session.SCATTERED", 30)
    running: list[Program] = []

    def begin(image: str | None = None, size: tuple[int, int] = (1280, 720)) -> Person:
        program = Program(qapp, image, SettingsFile(tmp_path / "settings" / "settings.json"))
        running.append(program)
        program.window.resize(*size)
        program.start()
        person = Person(qtbot, program)
        person.settle()
        qtbot.waitActive(program.window).__enter__()
        return person

    yield begin
    for program in running:
        program.leave()
    qapp.processEvents()


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits until nothing has changed for a moment waits no longer than for the events there are."""
    monkeypatch.setattr("convviz.views.inspector.REST_MS", 0)
    monkeypatch.setattr("convviz.views.inspector.PASSING_MS", 0)
    monkeypatch.setattr("convviz.views.whole_image.REST_MS", 0)


@pytest.fixture
def person(start: Callable[..., Person]) -> Person:
    return start()


@pytest.fixture(params=CODES)
def speaker(request: pytest.FixtureRequest, start: Callable[..., Person]) -> Iterator[Person]:
    """Someone at a window of 1280 × 720 in one of the languages."""
    person = start()
    code, stage = request.param, person.window.stage
    if code != i18n.language():
        person.window.chosen.emit("language", code)
        person.until(lambda: person.window.stage is not stage)
        person.settle()
        person.stage = person.window.stage  # all parts were made anew
    assert i18n.language() == code
    yield person
    speak(QApplication.instance(), i18n.ENGLISH)


@pytest.fixture(scope="session")
def phone_photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A 12-megapixel JPEG as a phone writes it held upright: stored lying, EXIF orientation 6."""
    from convviz.core.samples import load_sample

    small = load_sample("coffee").pixels
    lying = PILImage.fromarray(np.asarray(small)).resize((4032, 3024), PILImage.Resampling.BICUBIC)
    exif = PILImage.Exif()
    exif[0x0112] = 6
    path = tmp_path_factory.mktemp("photos") / "IMG_2041.jpg"
    lying.save(path, quality=85, exif=exif)
    return path
