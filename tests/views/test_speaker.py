"""The speaker's window: what it shows and what it asks for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from convviz.i18n import msg
from convviz.paint.theme import load
from convviz.views.speaker import BUTTONS, Speaker
from convviz.views.style import dress


class Clock:
    """A clock that stands where a test puts it."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def speaker(qtbot: QtBot, clock: Callable[[], float]) -> Speaker:
    made = Speaker(lambda: datetime(2026, 3, 2, 9, 5), clock)  # noqa: DTZ001
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_shows_the_time_and_how_long_it_has_been(speaker: Speaker, clock: Clock) -> None:
    assert (speaker.clock.text(), speaker.elapsed.text()) == ("09:05", "0:00:00")
    clock.seconds += 3 * 3600 + 7 * 60 + 9.9
    speaker.ticking.timeout.emit()
    assert speaker.elapsed.text() == "3:07:09"


def test_the_time_can_be_counted_from_now_on(speaker: Speaker, clock: Clock, qtbot: QtBot) -> None:
    clock.seconds += 500
    again = next(b for b in speaker.findChildren(QPushButton) if b.text() == "Restart timer")
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert speaker.elapsed.text() == "0:00:00"
    clock.seconds += 61
    speaker.tick()
    assert speaker.elapsed.text() == "0:01:01"


def test_it_shows_notes_and_what_comes_next(speaker: Speaker) -> None:
    speaker.show_notes("Ask them first.", "How many? It is 5.")
    speaker.show_coming("3. Stride", "Look at the steps.")
    assert (speaker.notes.text(), speaker.asks.text()) == ("Ask them first.", "How many? It is 5.")
    assert (speaker.coming.text(), speaker.then.text()) == ("Next: 3. Stride", "Look at the steps.")
    speaker.show_notes("Done.")
    speaker.show_coming("", "")
    assert not any(label.isVisible() for label in (speaker.asks, speaker.coming, speaker.then))


def test_it_shows_the_step(speaker: Speaker) -> None:
    speaker.show_place(msg("Step {n} of {total}", n=26, total=49))
    assert speaker.place.text() == "Step 26 of 49"


@pytest.mark.parametrize("name", [name for name, _, _ in BUTTONS])
def test_buttons_ask(speaker: Speaker, qtbot: QtBot, name: str) -> None:
    text = {row[0]: row[1] for row in BUTTONS}[name]
    button = next(b for b in speaker.findChildren(QPushButton) if b.text() == text)
    assert button.accessibleName()
    assert button.toolTip()
    with qtbot.waitSignal(speaker.asked) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == [name]


def test_a_remote_in_the_speakers_hand_asks_too(speaker: Speaker, qtbot: QtBot) -> None:
    asked: list[str] = []
    speaker.asked.connect(asked.append)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Period, Qt.Key.Key_Space, Qt.Key.Key_Z):
        qtbot.keyClick(speaker, key)
    qtbot.keyClick(speaker, Qt.Key.Key_F5)
    assert asked == ["advance", "retreat", "blank", "play", "present"]


def test_closing_it_says_so(speaker: Speaker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(speaker.left):
        speaker.close()


def test_letters_follow_the_height_of_the_window(speaker: Speaker, qtbot: QtBot) -> None:
    speaker.show_notes("Point at the edge first.", "Which way does it go?")
    sizes = []
    for height in (560, 720, 1080):
        speaker.resize(1280, height)
        qtbot.wait(20)
        sizes.append(QFontInfo(speaker.notes.font()).pixelSize())
    assert sizes[0] >= QFontInfo(QApplication.font()).pixelSize() + 6
    assert sizes[0] < sizes[1] < sizes[2]
    assert sizes[2] >= 1080 * 0.03


def test_another_theme_leaves_letters_as_large(speaker: Speaker, qapp: QApplication) -> None:
    dress(qapp, load("light"))
    speaker.show_notes("Point at the edge first.", "Which way does it go?")
    speaker.show_coming("3. Stride", "Look at the steps.")
    speaker.resize(1920, 1080)
    labels = (speaker.notes, speaker.asks, speaker.coming, speaker.then)
    before = [label.fontInfo().pixelSize() for label in labels]
    dress(qapp, load("dark"))
    after = [label.fontInfo().pixelSize() for label in labels]
    dress(qapp, load("light"))
    assert after == before
    assert before[0] >= 1080 * 0.03


@pytest.mark.parametrize("wide", [900, 1280, 1920])
def test_the_place_stands_in_the_middle(speaker: Speaker, qtbot: QtBot, wide: int) -> None:
    speaker.show_place(msg("Step {n} of {total}", n=1, total=49))
    speaker.resize(wide, 720)
    qtbot.wait(20)
    assert abs(speaker.place.geometry().center().x() - wide / 2) <= 2
