"""The playback bar, by mouse and keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from convviz.scene.scene import Region, Scene
from convviz.views.transport import SPEEDS, Transport, next_speed
from tests.views.stories import story_of
from tests.views.test_choices import pick

SIGNALS = ("play", "first", "back", "forward", "last", "phase", "seek", "speed", "loop", "scope", "go")
WIDE, NARROW = 1400, 760


@pytest.fixture
def bar(qtbot):
    bar = Transport()
    qtbot.addWidget(bar)
    bar.asked = []
    for name in SIGNALS:
        getattr(bar, f"{name}_requested").connect(
            lambda *values, name=name: bar.asked.append((name, *values))
        )
    bar.show_story(story_of())
    bar.resize(WIDE, 60)
    with qtbot.waitActive(bar):
        bar.show()
        bar.activateWindow()
    yield bar
    bar.box.close()
    bar.close()


def click(widget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def enter(field, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_the_buttons(bar) -> None:
    for name, button in bar.buttons.items():
        click(button)
        assert bar.asked.pop() == (name,)
    click(bar.play)
    assert bar.asked == [("play",)]


def test_the_play_button_says_what_it_will_do(bar) -> None:
    assert bar.play.text() == "Play"
    width = bar.play.width()
    bar.show_playing(True)
    assert (bar.play.text(), bar.play.accessibleName(), bar.play.width()) == ("Pause", "Pause", width)
    bar.show_playing(False)
    assert bar.play.text() == "Play"
    assert bar.asked == []


def test_a_moment_is_shown_and_asks_nothing(bar) -> None:
    bar.show_moment(25.5, 26, 49, 3, 4, "multiply")
    assert bar.place.count.text() == "26 / 49"
    assert bar.place.where.text() == "row 3, col 4 · multiply"
    assert bar.scrub.value() == 25500
    assert bar.asked == []


def test_dragging_scrubs_through_phases(bar) -> None:
    scrub = bar.scrub
    middle = QPoint(scrub.width() // 2, scrub.height() // 2)
    QTest.mousePress(scrub, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(scrub, middle + QPoint(3, 0))
    QTest.mouseRelease(scrub, Qt.MouseButton.LeftButton, pos=middle + QPoint(3, 0))
    (_, first), (_, second) = bar.asked
    assert first == pytest.approx(24.5, abs=0.3)
    assert 0 < second - first < 1  # finer than a step


def test_keys_on_the_slider_step_by_step_and_phase_by_phase(bar) -> None:
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(bar.scrub, key)
    QTest.keyClick(bar.scrub, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert bar.asked == [("forward",), ("back",), ("first",), ("last",), ("phase", True)]


def test_millions_of_steps_have_a_place_on_the_slider(bar) -> None:
    steps = 3024 * 4032
    bar.show_timeline(steps)
    bar.show_moment(steps / 2 + 0.25, 1, steps, 0, 0, "slide")
    assert bar.asked == []
    assert bar.scrub.value() == pytest.approx(bar.scrub.maximum() / 2, abs=100)
    QTest.mouseClick(bar.scrub, Qt.MouseButton.LeftButton, pos=QPoint(bar.scrub.width() - 1, 10))
    assert bar.asked[0][1] == pytest.approx(steps)


def test_another_timeline_keeps_the_place(bar) -> None:
    bar.show_moment(25.5, 26, 49, 3, 4, "multiply")
    bar.show_timeline(100)
    assert bar.scrub.value() == 25500
    bar.show_timeline(10)
    assert bar.scrub.value() == 10000
    assert bar.asked == []


def test_speed_is_picked(bar) -> None:
    pick(bar.speed, 3 + 1)
    assert bar.asked == [("speed", SPEEDS[4])]
    assert bar.speed.itemText(0) == "0.25 steps/s"
    assert bar.speed.itemText(bar.speed.count() - 1) == "1000 steps/s"


def test_a_speed_between_is_shown(bar) -> None:
    bar.show_scene(Scene(speed=7.0))
    assert bar.speed.currentText() == "7 steps/s"
    bar.show_scene(Scene(speed=2.0))
    assert bar.speed.count() == len(SPEEDS)
    assert bar.asked == []


def test_the_next_speed() -> None:
    assert (next_speed(2.0, True), next_speed(2.0, False)) == (4.0, 1.0)
    assert (next_speed(7.0, True), next_speed(7.0, False)) == (8.0, 4.0)
    assert (next_speed(1000.0, True), next_speed(0.25, False)) == (1000.0, 0.25)


def test_loop_and_scope(bar) -> None:
    click(bar.extras.loop)
    click(bar.extras.scope.buttons[1])
    assert bar.asked == [("loop", True), ("scope", "image")]
    bar.show_scene(Scene(loop=True, scope="image"))
    assert bar.extras.loop.isChecked()
    assert bar.extras.scope.value == "image"
    assert len(bar.asked) == 2


def test_go_to_a_cell(bar) -> None:
    enter(bar.extras.go, "3, 4")
    assert bar.asked == [("go", 3, 4)]
    assert bar.extras.go.text() == ""


def test_a_cell_that_is_not_there_is_refused_with_those_that_are(bar) -> None:
    enter(bar.extras.go, "7, 0")
    assert bar.asked == []
    assert bar.error == "There is no cell 7, 0: rows go from 0 to 6, columns from 0 to 6."
    QTest.keyClick(bar.extras.go, Qt.Key.Key_Escape)
    assert (bar.error, bar.extras.go.text()) == ("", "")


def test_cells_to_go_to_are_those_of_the_whole_output_not_of_the_region(bar) -> None:
    story = story_of(Scene(region=Region(0, 0, 3, 3)), np.zeros((1, 20, 30), np.uint8))
    bar.show_story(story)
    enter(bar.extras.go, "19 29")
    assert bar.asked == [("go", 19, 29)]


def test_a_narrow_bar_keeps_the_extras_in_a_box(bar) -> None:
    bar.resize(NARROW, 60)
    assert bar.more.isVisible()
    assert not bar.extras.isVisible()
    click(bar.more)
    assert bar.box.isVisible()
    assert bar.extras.isVisible()
    enter(bar.extras.go, "9, 9")
    assert "rows go from 0 to 6" in bar.error
    enter(bar.extras.go, "1, 2")
    assert bar.asked == [("go", 1, 2)]
    assert not bar.box.isVisible()
    bar.resize(WIDE, 60)
    assert bar.extras.isVisible()
    assert not bar.more.isVisible()


@pytest.mark.parametrize("size", [(512, 512), (3024, 4032)])
def test_a_bar_in_a_window_of_1600_by_1000_has_everything_on_it(bar, size: tuple[int, int]) -> None:
    bar.resize(1064, 60)  # what a window of that size leaves it
    bar.show_story(story_of(planes=np.zeros((1, *size), np.uint8)))
    assert not bar.more.isVisible()
    for widget in (bar.extras.go, bar.extras.loop, *bar.extras.scope.buttons):
        assert widget.isVisible()
    assert bar.scrub.width() >= 110


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_go_to_is_reached_by_a_shortcut_at_any_width(bar, width: int) -> None:
    bar.resize(width, 60)
    bar.focus_go()
    assert bar.extras.go.isVisible()
    assert bar.extras.go.window().focusWidget() is bar.extras.go


@pytest.mark.parametrize("steps", [49, 3024 * 4032])
def test_it_fits_the_narrowest_window(bar, steps: int) -> None:
    side = round(steps**0.5)
    planes = np.zeros((1, side, steps // side), np.uint8)
    bar.show_story(story_of(Scene(scope="image"), planes))
    bar.resize(NARROW, 60)
    assert bar.minimumSizeHint().width() <= NARROW
    assert bar.scrub.width() >= 80


def test_texts_of_a_long_timeline_stay_within_their_room(bar) -> None:
    planes = np.zeros((1, 3024, 4032), np.uint8)
    bar.show_story(story_of(Scene(scope="image"), planes))
    total = 3024 * 4032
    bar.show_moment(total, total, total, 3023, 4031, "multiply")
    for label in (bar.place.count, bar.place.where):
        assert label.fontMetrics().horizontalAdvance(label.text()) <= bar.place.width()
    assert bar.place.count.text() == "12,192,768 / 12,192,768"
    assert bar.place.where.text() == "row 3023, col 4031 · multiply"


def test_tooltips_name_the_shortcuts(bar) -> None:
    tips = " ".join(
        w.toolTip() for w in (*bar.buttons.values(), bar.play, bar.scrub, bar.speed, bar.extras.go)
    )
    for key in ("Space", "←", "→", "Shift", "Home", "End", "+", "−", "Ctrl+G"):
        assert key in tips, key
