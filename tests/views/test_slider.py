"""Sliders, by mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from convviz.views.slider import Scrubber, Slider
from tests.views.painted import Painted
from tests.views.test_fields import wheel


def watched(qtbot, slider: Slider) -> Slider:
    qtbot.addWidget(slider)
    slider.resize(200, 30)
    slider.show_range(100, 10)
    slider.asked, slider.ended = [], []
    slider.position_requested.connect(lambda position, gesture: slider.asked.append((position, gesture)))
    slider.gesture_ended.connect(lambda: slider.ended.append(len(slider.asked)))
    with qtbot.waitActive(slider):
        slider.show()
        slider.activateWindow()
    return slider


@pytest.fixture
def slider(qtbot):
    slider = watched(qtbot, Slider())
    yield slider
    slider.close()


def on_screen(slider: Slider) -> QImage:
    """What stands there, as it was last painted; grab() paints anew."""
    return slider.screen().grabWindow(slider.winId()).toImage()


def test_it_goes_where_it_is_clicked(slider) -> None:
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(100, 15))
    assert slider.asked[0][0] == pytest.approx(50, abs=2)
    assert slider.ended == [1]


def test_a_drag_is_one_gesture(slider) -> None:
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(40, 15))
    for x in (60, 80, 199):
        QTest.mouseMove(slider, QPoint(x, 15))
    assert slider.ended == []
    slider.show_position(3)  # a hand is on it
    assert slider.value() == 100
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(199, 15))
    positions = [position for position, _ in slider.asked]
    assert positions == sorted(positions)
    assert positions[-1] == 100
    assert len({id(gesture) for _, gesture in slider.asked}) == 1
    assert slider.ended == [len(slider.asked)]


def test_it_is_painted_when_its_handle_is_on_another_pixel(slider, qtbot) -> None:
    slider.show_range(1_000_000, 10)
    qtbot.wait(20)
    painted = Painted(slider)

    def shown(position: int) -> int:
        before = painted.times
        slider.show_position(position)
        qtbot.wait(20)
        assert slider.value() == position
        return painted.times - before

    assert [shown(n) for n in (1, 2, 1_000)] == [0, 0, 0]
    assert shown(20_000) == 1
    assert sum(shown(20_000 + 500 * n) for n in range(1, 41)) in (3, 4, 5), "a pixel is 5,000 to 6,000"
    assert on_screen(slider) == slider.grab().toImage()
    slider.resize(120, 30)
    qtbot.wait(20)
    assert shown(1_000_000) == shown(20_000) == 1
    assert shown(20_001) == 0


def test_showing_a_position_or_a_range_asks_nothing(slider) -> None:
    slider.show_position(80)
    slider.show_range(50, 5)
    assert slider.value() == 50
    assert slider.asked == []


def test_keys_and_the_wheel_move_it(slider) -> None:
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert slider.asked[0][0] == 10
    assert slider.ended == [1]
    wheel(slider, 1)
    assert slider.asked[-1][0] > 10
    slider.clearFocus()
    assert not wheel(slider, 1)


def test_a_scrubbers_keys_step(qtbot) -> None:
    scrubber = watched(qtbot, Scrubber())
    steps, phases = [], []
    scrubber.step_requested.connect(steps.append)
    scrubber.phase_requested.connect(phases.append)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_A):
        QTest.keyClick(scrubber, key)
    QTest.keyClick(scrubber, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(scrubber, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert steps == ["first", "back", "forward", "last"]
    assert phases == [True, False]
    assert scrubber.asked == []
    scrubber.close()
