"""A rectangle is cropped, and the stage made higher, by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from convviz.scene.scene import Region
from convviz.views.divider import Handle
from tests.program.conftest import Person

KEYS = Qt.Key
NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def press(*keys: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Keys go to what has the focus."""
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifier)
        QApplication.processEvents()


def tab_to(wanted: Callable[[QWidget], bool]) -> QWidget:
    for _ in range(120):
        focus = QApplication.focusWidget()
        assert focus is not None
        if wanted(focus):
            return focus
        press(KEYS.Key_Tab)
    pytest.fail("Tab never comes there.")


@pytest.fixture
def framing(person: Person) -> Person:
    """Someone who has come to the crop by Tab and pressed it."""
    tab_to(lambda widget: widget is person.desk.whole.head.crop)
    press(KEYS.Key_Space)
    return person


def frame(person: Person) -> tuple[float, float, float, float]:
    rect = person.desk.whole.panes.frame.rect
    assert rect is not None
    assert person.desk.whole.panes.input.frame == rect
    return (rect.top, rect.left, rect.height, rect.width)


def test_a_rectangle_is_moved_sized_and_cropped(framing: Person) -> None:
    panes = framing.desk.whole.panes
    assert panes.hasFocus()
    top, left, height, width = frame(framing)
    step = framing.program.player.moment.step
    press(KEYS.Key_Left, KEYS.Key_Up, KEYS.Key_Up)
    by = left - frame(framing)[1]
    assert by > 1
    assert frame(framing) == (top - 2 * by, left - by, height, width)
    press(KEYS.Key_Right, KEYS.Key_Down, modifier=SHIFT)
    press(KEYS.Key_Left, modifier=SHIFT | CTRL)
    press(KEYS.Key_Down, modifier=CTRL)
    wanted = (top - 2 * by + 1, left - by, height + by, width + by - 1)
    assert frame(framing) == wanted
    assert framing.program.player.moment.step == step  # the arrow keys were the frame's alone
    press(KEYS.Key_Return)
    framing.settle()
    assert framing.scene.crop == Region(*map(int, wanted))
    assert panes.frame.rect is None
    assert not framing.desk.whole.head.crop.isChecked()
    press(KEYS.Key_Z, modifier=CTRL)
    assert framing.scene.crop is None


def test_escape_leaves_everything_as_it_was(framing: Person) -> None:
    before, whole = framing.scene, framing.desk.whole
    press(KEYS.Key_Right, KEYS.Key_Escape)
    assert whole.panes.frame.rect is None
    assert whole.panes.input.frame is None
    assert whole.head.crop.hasFocus()
    assert not whole.head.crop.isChecked()
    assert framing.scene == before


def test_the_frame_is_seen_and_said_while_it_is_moved(framing: Person) -> None:
    whole, heard, looks = framing.desk.whole, [], []
    for _ in range(3):
        heard.append(whole.panes.accessibleDescription())
        assert whole.head.facts.text().startswith(heard[-1])
        assert "Enter" in whole.head.facts.text()
        looks.append(whole.panes.grab().toImage())
        press(KEYS.Key_Right)
    top, left, height, width = frame(framing)
    assert f"{height} × {width} from row {top}, column {left}" == whole.panes.accessibleDescription()
    assert all(a != b for a, b in pairwise(heard))
    assert all(a != b for a, b in pairwise(looks))
    press(KEYS.Key_Escape)
    assert "Enter" not in whole.head.facts.text()
    assert "zoom" in whole.panes.accessibleDescription()


def test_the_view_follows_the_frame_and_zooming_makes_its_steps_finer(framing: Person) -> None:
    panes = framing.desk.whole.panes
    press(*[KEYS.Key_Plus] * 12)
    _, left, _, _ = frame(framing)
    press(KEYS.Key_Right)
    assert frame(framing)[1] - left == 1
    press(*[KEYS.Key_Left] * 300)
    _, left, _, _ = frame(framing)
    assert left == 0
    seen = panes.seen
    assert seen.left <= left < seen.right
    press(*[KEYS.Key_Left] * 3)
    assert frame(framing)[1] == 0


def test_another_picture_takes_the_frame_away(framing: Person) -> None:
    framing.program.commands.open_sample("coffee")
    framing.qtbot.waitUntil(lambda: framing.story.source.title == "coffee")
    framing.settle()
    assert framing.desk.whole.panes.frame.rect is None


def test_the_arrow_keys_move_the_picture_that_has_the_focus(person: Person) -> None:
    panes = tab_to(lambda widget: widget is person.desk.whole.panes)
    press(KEYS.Key_Plus)
    step, before = person.program.player.moment.step, panes.seen
    press(KEYS.Key_Right)
    assert panes.seen.left > before.left
    assert person.program.player.moment.step == step


def test_the_stage_is_made_higher_and_lower(person: Person) -> None:
    handle = tab_to(lambda widget: isinstance(widget, Handle))
    heights, heard = [], []
    for key in (KEYS.Key_Up, KEYS.Key_Up, KEYS.Key_Down):
        heights.append(person.window.rows.sizes()[0])
        heard.append(QAccessible.queryAccessibleInterface(handle).text(QAccessible.Text.Value))
        press(key)
    heights.append(person.window.rows.sizes()[0])
    assert heights[0] > heights[1] > heights[2] < heights[3] == heights[1]
    assert len(set(heard)) == 3
    assert handle.hasFocus()
    assert QAccessible.queryAccessibleInterface(handle).role() == QAccessible.Role.Splitter


def test_no_key_pushes_the_stage_or_the_picture_out_of_the_window(person: Person) -> None:
    tab_to(lambda widget: isinstance(widget, Handle))
    for key in (KEYS.Key_Up, KEYS.Key_Down):
        press(*[key] * 60)
        assert min(person.window.rows.sizes()) > 50
