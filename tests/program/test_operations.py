"""Every operation in the whole window: chosen, computed both ways, shown, and taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from convviz.figure.figure import Spot
from convviz.labs import LABS, lab_of


def choose(person, number: int) -> None:
    """Opens the list of operations and takes one with the keyboard."""
    box = person.window.toolbar.operation
    box.setFocus()
    for _ in range(number):
        person.qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentIndex() == number


@pytest.mark.parametrize("number", range(len(LABS)), ids=lambda n: LABS[n].title)
def test_an_operation_is_chosen_by_the_keyboard_shown_and_taken_back(person, number: int) -> None:
    before = person.scene
    choose(person, number)
    person.settle()
    lab = lab_of(person.scene)
    assert lab is LABS[number]
    assert person.program.session.agreement.agrees
    result = person.program.session.result
    assert result.y.shape == person.story.shape
    assert person.desk.whole.side.histogram.bars
    assert "ms" in person.desk.whole.head.facts.text() or " s" in person.desk.whole.head.facts.text()
    picture = person.grab()
    person.program.player.go(3)
    assert person.grab() != picture
    person.desk.inspector.show_tab(3)
    assert "import" in person.desk.inspector.code.text.toPlainText()
    person.stage.setFocus()
    person.key(Qt.Key.Key_Space)
    person.qtbot.waitUntil(lambda: person.program.player.moment.step > 3, timeout=5000)
    person.key(Qt.Key.Key_Space)
    while person.scene != before:
        person.program.store.undo()
        QApplication.processEvents()
    assert person.scene == before


def test_a_kernel_cannot_be_saved_where_there_is_none(person) -> None:
    pooling = next(n for n, lab in enumerate(LABS) if lab.operation == "pool2d")
    choose(person, pooling)
    before = person.scene
    person.window.triggered.emit("rotate")
    assert "no kernel" in person.notice
    assert person.scene == before


def test_a_click_on_a_map_puts_its_filter_on_the_stage(person) -> None:
    choose(person, next(n for n, lab in enumerate(LABS) if lab.title == "Channels, filters, groups"))
    person.settle()
    place = person.stage.cell_at(Spot("maps", 0, 0, 3)).center().toPoint()
    person.qtbot.mouseClick(person.stage, Qt.MouseButton.LeftButton, pos=place)
    person.settle()
    assert person.scene.output == 3
    assert person.desk.parameters.output.output.currentText() == "filter 3"
    person.program.store.undo()
    assert person.scene.output == 0


def test_the_kernels_stand_aside_where_none_can_be_chosen(person) -> None:
    gallery, kernels = person.desk.gallery, person.window.menu("kernels")
    wide = person.stage.width()
    choose(person, next(n for n, lab in enumerate(LABS) if lab.operation == "pool2d"))
    assert not gallery.isVisible()
    assert not kernels.isEnabled()
    person.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert not gallery.search.hasFocus()
    QApplication.processEvents()
    assert person.stage.width() > wide + 150
    person.program.store.undo()
    assert gallery.isVisible()
    assert kernels.isEnabled()


def test_the_list_of_operations_has_room_for_every_name(person) -> None:
    box = person.window.toolbar.operation
    longest = max(box.fontMetrics().horizontalAdvance(box.itemText(n)) for n in range(box.count()))
    assert box.width() >= longest + 40
