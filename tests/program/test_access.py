"""What Tab reaches says what it is: to a screen reader, and to a pointer that rests on it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenuBar,
    QScrollArea,
    QWidget,
)

from convviz.paint.theme import load
from convviz.views import dialogs, style
from convviz.views.cell_editor import CellEditor
from convviz.views.stage import Stage

EXPLAIN_THEMSELVES = (Stage, CellEditor)
"""Their words follow the cell below the pointer."""


def _controls(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not _inside_another(widget)
    ]


def _inside_another(widget: QWidget) -> bool:
    """Whether Qt made it as a part of a control: the list of a choice, the viewport of a view."""
    parent = widget.parentWidget()
    if isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget:
        return True
    if isinstance(parent, QLineEdit | QMenuBar | QComboBox) or isinstance(widget, QMenuBar):
        return True
    return isinstance(widget, QAbstractItemView) and isinstance(parent.parentWidget(), QComboBox)


def _described(widget: QWidget) -> bool:
    return bool(widget.toolTip()) or isinstance(widget, (QScrollArea, *EXPLAIN_THEMSELVES))


@pytest.mark.parametrize("sample", ["camera", "coffee"])
def test_every_control_has_a_name_and_a_tooltip(person, sample):
    person.program.commands.open_sample(sample)
    person.program.commands.pick_kernel("gabor")
    person.qtbot.waitUntil(lambda: person.story.source.title == sample)
    person.settle()
    controls = _controls(person.window)
    assert len(controls) > 40
    assert [repr(widget) for widget in controls if not widget.accessibleName()] == []
    assert [widget.accessibleName() for widget in controls if not _described(widget)] == []


def test_buttons_are_told_apart_by_their_names(person):
    names = [w.accessibleName() for w in _controls(person.window) if isinstance(w, QAbstractButton)]
    assert sorted(names) == sorted(set(names))


def test_tab_goes_round_the_whole_window_and_never_gets_stuck(person):
    person.stage.setFocus()
    met = []
    for _ in range(80):
        person.qtbot.keyClick(person.window.focusWidget(), Qt.Key.Key_Tab)
        met.append(person.window.focusWidget())
        if met[-1] is person.stage:
            break
    assert met[-1] is person.stage
    assert len(met) == len(set(met))
    visible = {w for w in _controls(person.window) if w.isVisible() and w.isEnabled()}
    missed = visible - set(met) - {w for w in visible if isinstance(w, QAbstractButton) and w.group()}
    assert [w.accessibleName() for w in missed] == []  # of buttons side by side, Tab meets the pressed one


def test_space_presses_the_button_that_has_the_focus_and_does_not_play(person):
    buttons = person.desk.transport.findChildren(QAbstractButton)
    last = next(button for button in buttons if button.accessibleName() == "Last step")
    last.setFocus()
    person.qtbot.keyClick(last, Qt.Key.Key_Space)
    assert person.program.player.moment.step == 48
    assert not person.program.player.playing


def test_the_keys_go_to_what_is_shown(person):
    """Hiding the stage would leave them to the search field, and Space would be typed instead of playing."""
    person.key(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    panes = person.desk.whole.panes
    assert panes.hasFocus()
    person.qtbot.keyClick(panes, Qt.Key.Key_Space)
    assert person.program.player.playing
    person.key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert person.stage.hasFocus()


def test_arrows_move_the_slider_that_has_the_focus(person):
    person.program.commands.pick_kernel("gabor")
    person.settle()
    slider = next(iter(person.desk.parameters.kernel.sliders.values())).slider
    slider.setFocus()
    step, before = person.program.player.moment.step, person.scene.layer
    person.qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert person.scene.layer != before
    assert person.program.player.moment.step == step


def _dialog(person) -> QDialog:
    person.qtbot.waitUntil(lambda: any(d.isVisible() for d in person.window.findChildren(QDialog)))
    return next(d for d in person.window.findChildren(QDialog) if d.isVisible())


def test_a_question_mark_shows_the_keys_and_escape_closes_them(person):
    person.key(Qt.Key.Key_Question)
    dialog = _dialog(person)
    text = " ".join(label.text() for label in dialog.findChildren(QLabel))
    for key in ("Space", "Ctrl+Z", "Ctrl+O", "Shift+→", "Home"):
        assert key in text
    person.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_dialog_names_its_fields(qtbot):
    dialog = dialogs.CanvasDialog()
    qtbot.addWidget(dialog)
    for field in (dialog.rows, dialog.cols):
        assert field.accessibleName()
        assert "64" in field.toolTip()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_numbers_of_a_new_canvas_can_be_read(qtbot, qapp, theme):
    """Qt hides a spin box's number where a style sheet takes its buttons away in the wrong way."""
    style.dress(qapp, load(theme))
    dialog = dialogs.CanvasDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    nine = dialog.rows.grab().toImage()
    dialog.rows.setValue(38)
    assert dialog.rows.grab().toImage() != nine
    assert dialog.rows.lineEdit().height() >= dialog.rows.fontMetrics().height()
    assert dialog.rows.lineEdit().width() >= dialog.rows.fontMetrics().horizontalAdvance("64")
