"""Two panes move together, under the mouse and the keys, and their marks can be seen from afar."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from convviz.core.viewing import Rect, View
from convviz.paint.theme import THEMES, load
from convviz.views.frames import LEAST_MARK, Mark, grown, halo
from convviz.views.pane import Pane, Panes
from tests.views.mouse import click, double_click, drag, wheel
from tests.views.painted import Painted


@pytest.fixture
def panes(qtbot: QtBot) -> Panes:
    widget = Panes()
    qtbot.addWidget(widget)
    widget.set_theme(load("light"))
    widget.resize(608, 200)
    widget.show()
    qtbot.waitExposed(widget)
    widget.set_extent(200, 300)
    return widget


def at(panes: Panes, pane: Pane, y: float, x: float) -> QPointF:
    """The place on the widget where a place of the plane is drawn."""
    return QPointF(panes.mapFromScene(pane.mapViewToScene(QPointF(x, y))))


def seen(pane: Pane) -> list[float]:
    return [round(value, 6) for axis in pane.viewRange() for value in axis]


def test_all_of_a_new_picture_is_seen_undistorted(panes: Panes) -> None:
    for pane in (panes.input, panes.result):
        assert pane.viewRect().contains(QRectF(0, 0, 300, 200))
        wide, tall = pane.viewPixelSize()
        assert wide == pytest.approx(tall)
    assert panes.input.viewRect().width() < 330


def test_rows_count_downwards(panes: Panes) -> None:
    assert at(panes, panes.input, 150, 10).y() > at(panes, panes.input, 10, 10).y()


@pytest.mark.parametrize("side", ["input", "result"])
def test_a_click_tells_its_place_in_the_plane(panes: Panes, qtbot: QtBot, side: str) -> None:
    pane = getattr(panes, side)
    with qtbot.waitSignal(panes.clicked) as signal:
        click(panes.viewport(), at(panes, pane, 120, 250))
    assert signal.args == pytest.approx([120, 250], abs=1)


def test_another_button_does_not_go_anywhere(panes: Panes, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panes.clicked):
        click(panes.viewport(), at(panes, panes.input, 120, 250), Qt.MouseButton.RightButton)


@pytest.mark.parametrize("side", ["input", "result"])
def test_the_wheel_zooms_both_about_the_pointer(panes: Panes, side: str) -> None:
    pane = getattr(panes, side)
    place = at(panes, pane, 50, 60)
    before = panes.input.viewRect()
    wheel(panes.viewport(), place, 3)
    assert seen(panes.input) == seen(panes.result)
    assert panes.input.viewRect().width() == pytest.approx(before.width() * 0.8**3, rel=0.02)
    under = pane.mapSceneToView(panes.mapToScene(place.toPoint()))
    assert (under.y(), under.x()) == pytest.approx((50, 60), abs=1.5)
    wheel(panes.viewport(), place, -3)
    assert panes.input.viewRect().width() == pytest.approx(before.width(), rel=0.02)


@pytest.mark.parametrize("side", ["input", "result"])
def test_a_drag_moves_both(panes: Panes, side: str) -> None:
    pane = getattr(panes, side)
    before = seen(panes.input)
    drag(panes.viewport(), at(panes, pane, 100, 150), at(panes, pane, 80, 120))
    assert seen(panes.input) == seen(panes.result)
    (left, _), (top, _) = panes.input.viewRange()
    assert left - before[0] == pytest.approx(30, abs=6)
    assert top - before[2] == pytest.approx(20, abs=6)


def test_a_double_click_shows_everything_again(panes: Panes) -> None:
    before = seen(panes.input)
    panes.input.zoom(0.3)
    assert seen(panes.input) != before
    double_click(
        panes.viewport(), at(panes, panes.result, *reversed(panes.input.viewRect().center().toTuple()))
    )
    assert seen(panes.input) == seen(panes.result) == before


def test_keys_move_and_zoom(panes: Panes, qtbot: QtBot) -> None:
    before = panes.input.viewRect()
    qtbot.keyClick(panes, Qt.Key.Key_Plus)
    assert panes.input.viewRect().width() == pytest.approx(before.width() * 0.8)
    qtbot.keyClick(panes, Qt.Key.Key_Right)
    qtbot.keyClick(panes, Qt.Key.Key_Down)
    now = panes.input.viewRect().center()
    assert now.x() > before.center().x()
    assert now.y() > before.center().y()
    qtbot.keyClick(panes, Qt.Key.Key_Minus)
    qtbot.keyClick(panes, Qt.Key.Key_0)
    assert panes.input.viewRect() == before


def test_other_keys_are_left_to_the_window(panes: Panes, qtbot: QtBot) -> None:
    before = seen(panes.input)
    qtbot.keyClick(panes, Qt.Key.Key_Space)
    assert seen(panes.input) == before


def test_there_is_an_end_to_zooming_and_the_picture_stays_in_sight(panes: Panes) -> None:
    for _ in range(60):
        panes.input.zoom(0.5)
    assert 5 <= min(panes.input.viewRect().width(), panes.input.viewRect().height()) <= 7
    for _ in range(60):
        panes.input.zoom(2)
    assert panes.input.viewRect().width() <= 4 * 300 * 1.5
    for _ in range(60):
        panes.input.move(1, 1)
    assert panes.input.viewRect().contains(300, 200)


def test_a_fitted_picture_stays_so_when_the_window_grows(panes: Panes, qtbot: QtBot) -> None:
    panes.resize(1000, 400)
    qtbot.waitUntil(lambda: panes.input.height() > 300)
    wide = panes.input.viewRect()
    assert wide.contains(QRectF(0, 0, 300, 200))
    assert min(wide.width() / 300, wide.height() / 200) < 1.1
    panes.input.zoom(0.5)
    place = panes.input.viewRect().center()
    panes.resize(700, 300)
    qtbot.waitUntil(lambda: panes.input.height() < 310)
    assert panes.input.viewRect().width() < 250
    assert panes.input.viewRect().contains(place)


def test_a_drag_with_shift_chooses_a_rectangle_of_the_input(panes: Panes, qtbot: QtBot) -> None:
    before = seen(panes.input)
    with qtbot.waitSignal(panes.chosen) as signal:
        drag(
            panes.viewport(),
            at(panes, panes.input, 150, 200),
            at(panes, panes.input, 50, 40),
            Qt.KeyboardModifier.ShiftModifier,
        )
    (rect,) = signal.args
    assert (rect.top, rect.left) == pytest.approx((50, 40), abs=1)
    assert (rect.bottom, rect.right) == pytest.approx((150, 200), abs=1)
    assert seen(panes.input) == before
    assert panes.input.marks == ()


def test_with_the_tool_shift_is_not_needed(panes: Panes, qtbot: QtBot) -> None:
    panes.input.tool = True
    with qtbot.waitSignal(panes.chosen):
        drag(panes.viewport(), at(panes, panes.input, 150, 200), at(panes, panes.input, 50, 40))


def test_nothing_is_chosen_on_the_result(panes: Panes, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panes.chosen):
        drag(
            panes.viewport(),
            at(panes, panes.result, 150, 200),
            at(panes, panes.result, 50, 40),
            Qt.KeyboardModifier.ShiftModifier,
        )


def test_the_right_button_drags_nothing(panes: Panes) -> None:
    before = seen(panes.input)
    start, end = at(panes, panes.input, 150, 200), at(panes, panes.input, 50, 40)
    drag(panes.viewport(), start, end, button=Qt.MouseButton.RightButton)
    assert seen(panes.input) == before


def test_what_lies_beyond_the_input_is_seen_when_everything_is(panes: Panes) -> None:
    panes.set_whole(Rect(-20, -40, 240, 360))
    assert panes.input.viewRect().contains(QRectF(-40, -20, 360, 240))
    panes.look_at(part := Rect(50, 50, 20, 30))
    panes.set_whole(Rect(-5, -5, 210, 310))
    assert panes.input.viewRect().contains(QRectF(part.left, part.top, part.width, part.height))
    assert panes.input.viewRect().width() < 100, "a person's choice stays"
    panes.set_extent(200, 300)
    assert panes.whole == Rect(0, 0, 200, 300)


def orange_at(panes: Panes, pane: Pane, y: float, x: float, way: tuple[int, int]) -> bool:
    """Whether the window's colour is on one of some pixels that way from a place."""
    place, picture, orange = at(panes, pane, y, x), panes.grab().toImage(), load("light").color("window")
    colors = [picture.pixelColor(int(place.x()) + way[1] * n, int(place.y()) + way[0] * n) for n in range(12)]
    return any(abs(color.red() - orange.red()) < 40 and color.blue() < 90 for color in colors)


def test_a_window_over_the_rim_has_a_whole_frame(panes: Panes) -> None:
    panes.input.set_marks((Mark(Rect(-60, 100, 100, 60), "window"),))
    top = panes.input.viewRect().top()
    assert orange_at(panes, panes.input, top, 130, (1, 0))
    panes.look_at(Rect(10, 80, 100, 150))
    assert not orange_at(panes, panes.input, panes.input.viewRect().top(), 130, (1, 0)), (
        "half seen: half a frame"
    )


def test_a_frame_is_painted_anew_when_it_is_seen_to_move(panes: Panes, qtbot: QtBot) -> None:
    panes.set_extent(3000, 4500)
    pixel, painted = panes.input.viewPixelSize()[0], Painted(panes.viewport())
    assert pixel > 10

    def shown(*marks: Mark) -> bool:
        qtbot.wait(20)
        before = painted.times
        panes.input.set_marks(marks)
        qtbot.wait(20)
        assert panes.input.marks == marks
        return painted.times > before

    place, cell = Rect(100, 100, 3, 3), Mark(Rect(500, 700, 1, 1), "output")
    assert shown(Mark(place, "window"), cell)
    assert not shown(Mark(replace(place, left=101), "window"), cell)
    assert shown(Mark(place, "output"), cell)
    assert shown(Mark(place, "window", dashed=True), cell)
    assert shown(Mark(place, "window"))
    for axis in ("left", "top", "width", "height"):
        assert shown()
        assert shown(Mark(place, "window"))
        moved = [replace(place, **{axis: getattr(place, axis) + n}) for n in range(1, 20)]
        times = sum(shown(Mark(rect, "window")) for rect in moved)
        assert 19 // (pixel / 8 + 1) <= times <= 19 // (pixel / 8), "by an eighth of a pixel each time"


def test_a_frame_that_was_painted_for_another_reason_is_where_it_was_painted(
    panes: Panes, qtbot: QtBot
) -> None:
    panes.set_extent(3000, 4500)
    first, second = (Mark(Rect(100, left, 3, 3), "window") for left in (100, 101))
    for mark in (first, second):
        panes.input.set_marks((mark,))
        qtbot.wait(20)
    panes.look_at(Rect(90, 90, 40, 60))
    qtbot.wait(20)
    painted = Painted(panes.viewport())
    panes.input.set_marks((first,))
    qtbot.wait(20)
    assert painted.times, "the second is seen there"


def test_frames_that_creep_are_painted_though_a_part_of_the_pane_is_always_painted_anew(
    panes: Panes, qtbot: QtBot
) -> None:
    panes.set_extent(3000, 4500)
    panes.input.set_marks((Mark(Rect(100, 100, 3, 3), "window"),))
    qtbot.wait(20)
    whole = Painted(panes.viewport(), least=1000)
    for left in range(101, 121):
        panes.input.set_marks((Mark(Rect(100, left, 3, 3), "window"),))
        panes.viewport().update(0, 0, 4, 4)
        qtbot.wait(20)
    assert whole.times == 20 // ceil(panes.input.viewPixelSize()[0] / 8)


def test_a_small_window_is_marked_large_enough_to_be_seen(panes: Panes) -> None:
    panes.set_extent(3000, 4500)
    panes.input.show_view(View(np.full((60, 90), 120, np.uint8), Rect(0, 0, 3000, 4500), False))
    panes.input.set_marks((Mark(Rect(1500, 2200, 3, 3), "window"),))
    place = at(panes, panes.input, 1501, 2201)
    picture = panes.grab().toImage()
    orange = load("light").color("window")
    found = [
        (x, y)
        for x in range(int(place.x()) - 20, int(place.x()) + 20)
        for y in range(int(place.y()) - 20, int(place.y()) + 20)
        if abs(picture.pixelColor(x, y).red() - orange.red()) < 40 and picture.pixelColor(x, y).blue() < 90
    ]
    wide = max(x for x, _ in found) - min(x for x, _ in found)
    assert 9 <= wide <= LEAST_MARK + 4


def test_pictures_are_drawn_in_their_place(panes: Panes) -> None:
    pixels = np.zeros((200, 300, 3), np.uint8)
    pixels[100:, :, 0] = 255
    panes.result.show_view(View(pixels, Rect(0, 0, 200, 300), True))
    picture = panes.grab().toImage()
    above, below = (at(panes, panes.result, y, 150).toPoint() for y in (50, 150))
    assert picture.pixelColor(above).getRgb()[:3] == (0, 0, 0)
    assert picture.pixelColor(below).getRgb()[:3] == (255, 0, 0)
    panes.result.show_view(None)
    assert panes.result.view is None
    assert panes.grab().toImage().pixelColor(below).getRgb()[:3] == (255, 255, 255)


def test_what_is_wanted_is_what_is_seen_and_a_little_more(panes: Panes) -> None:
    rect, (rows, cols) = panes.wanted
    box = panes.input.viewRect()
    assert rect.left < box.left()
    assert rect.right > box.right()
    assert rows / rect.height == pytest.approx(panes.input.height() / box.height(), rel=0.02)
    assert cols / rect.width == pytest.approx(panes.input.width() / box.width(), rel=0.02)


def test_looking_elsewhere_is_told(panes: Panes, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panes.looked_elsewhere):
        panes.input.zoom(0.5)
    with qtbot.waitSignal(panes.looked_elsewhere):
        panes.result.move(0.1, 0)


def test_focus_is_shown(panes: Panes) -> None:
    panes.clearFocus()
    plain = panes.grab().toImage()
    panes.setFocus()
    assert panes.grab().toImage() != plain


def test_grown_keeps_the_middle() -> None:
    assert grown(QRectF(10, 10, 2, 40), 12) == QRectF(5, 10, 12, 40)


def test_the_mouse_is_explained_in_a_tooltip(panes: Panes, qtbot: QtBot) -> None:
    place = QPoint(20, 20)
    QApplication.sendEvent(
        panes.viewport(),
        QHelpEvent(QHelpEvent.Type.ToolTip, place, panes.viewport().mapToGlobal(place)),
    )
    assert "double click" in QToolTip.text()
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_cells_of_the_padding_are_seen_with_their_value_where_they_are_large(panes: Panes) -> None:
    panes.set_extent(4, 8)
    panes.set_whole(Rect(-2, -2, 8, 12))
    plain = panes.grab().toImage()
    panes.input.set_padding((Rect(-1, -1, 6, 10), 0.0))
    picture = panes.grab().toImage()

    def changed(y: float, x: float) -> bool:
        """Whether something is written in the middle of a cell."""
        place = at(panes, panes.input, y + 0.5, x + 0.5).toPoint()
        near = [place + QPoint(dx, dy) for dx in range(-4, 5) for dy in range(-4, 5)]
        return any(picture.pixel(point) != plain.pixel(point) for point in near)

    around = [(y, x) for y in range(-2, 6) for x in range(-2, 10) if changed(y, x)]
    assert around == [(y, x) for y in range(-1, 5) for x in range(-1, 9) if not (0 <= y < 4 and 0 <= x < 8)]
    panes.set_extent(200, 300)
    assert panes.input.padding is None, "of another picture"
    panes.input.set_padding((Rect(-5, -5, 210, 310), 0.0))
    panes.set_whole(Rect(-5, -5, 210, 310))
    with_padding = panes.grab().toImage()
    panes.input.set_padding(None)
    assert panes.grab().toImage() == with_padding, "too small to be read"


@pytest.mark.parametrize(
    ("rows", "value", "written"),
    [
        (8, 0.0, True),
        (8, -1.5, True),
        (8, -0.125, False),
        (4, -0.125, True),
        (12, 0.0, True),
        (12, 1200.0, False),
    ],
)
def test_a_value_stands_within_its_cell_of_the_padding_or_nowhere(
    panes: Panes, rows: int, value: float, written: bool
) -> None:
    """In cells of 24, 48 and 16 pixels; numbers of 8 pixels are the least."""
    panes.set_extent(1, 1)
    panes.set_whole(Rect(-rows / 2, -rows / 2, rows, rows))
    panes.input.set_padding((Rect(-2, -2, 5, 5), 123456789012345.0))
    bare, ink = panes.grab().toImage(), []
    panes.input.set_padding((Rect(-2, -2, 5, 5), value))
    picture = panes.grab().toImage()
    first, last = (at(panes, panes.input, y, y) for y in (-1, 0))
    cell = last.x() - first.x()
    for x in range(int(first.x()), int(last.x()) + 1):
        near = range(int(first.y()) + 1, int(last.y()))
        ink += [x for y in near if picture.pixel(x, y) != bare.pixel(x, y)]
    assert bool(ink) == written
    assert not ink or 0.025 * cell < min(ink) - first.x() < max(ink) - first.x() < 0.975 * cell


def test_of_padding_whose_cells_are_small_the_rim_is_seen(panes: Panes) -> None:
    """A window that hangs over a small picture has something to hang over."""
    panes.set_extent(20, 20)
    panes.set_whole(Rect(-3, -3, 26, 26))
    plain = panes.grab().toImage()
    panes.input.set_padding((Rect(-2, -2, 24, 24), 0.0))
    picture = panes.grab().toImage()
    top, bottom = (at(panes, panes.input, y, 10).toPoint() for y in (-2, 22))
    near = range(top.x() - 8, top.x() + 8)  # more than a gap between two dashes
    rows = [y for y in range(picture.height()) if any(picture.pixel(x, y) != plain.pixel(x, y) for x in near)]
    assert len(rows) == 2
    assert np.abs(np.array(rows) - (top.y(), bottom.y())).max() <= 1


@pytest.mark.parametrize("name", THEMES)
def test_a_frame_stands_out_by_white_but_bright_grey_lines_by_black(name: str) -> None:
    theme = load(name)
    for role in ("window", "muted"):
        bright = role == "muted" and name in ("dark", "high-contrast")
        assert halo(theme.color(role), role).lightness() == (0 if bright else 255)
