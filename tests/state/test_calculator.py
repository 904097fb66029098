"""What can be done with a stack, and what is refused."""

from __future__ import annotations

import pytest

from convviz.core.errors import Refusal
from convviz.scene.sums import MAX_LAYERS, Sums
from convviz.state.calculator import Calculator
from tests.state.conftest import Program


@pytest.fixture
def calculator(program: Program) -> Calculator:
    return Calculator(program.store)


def names(calculator: Calculator) -> list[str]:
    return [layer.name for layer in calculator.sums.stack.layers]


def test_it_begins_with_the_layer_of_cs231n(calculator) -> None:
    (row,) = calculator.survey.rows
    assert (row.after, row.cost.parameters) == ((10, 28, 28), 760)


def test_a_layer_that_would_not_fit_is_refused_and_nothing_changes(calculator) -> None:
    before = calculator.sums
    for choices in ({"kernel": (40, 40)}, {"groups": 2}, {"stride": (0, 1)}):
        with pytest.raises(Refusal):
            calculator.set_layer(choices)
    with pytest.raises(Refusal):
        calculator.set_input({"size": (4, 4)})
    assert calculator.sums == before


def test_a_layer_further_down_that_no_longer_fits_is_shown_and_can_be_put_right(calculator) -> None:
    calculator.load("lenet-5")
    calculator.set_input({"size": (20, 20)})
    assert len(calculator.survey.rows) == 4
    assert calculator.survey.trouble.code == "window_larger_than_input"
    calculator.select(4)
    calculator.set_layer({"kernel": (3, 3)})  # still too large: one step of several
    assert len(calculator.survey.rows) == 4
    calculator.set_layer({"kernel": (2, 2)})
    assert calculator.survey.trouble is None


def test_rows_are_added_moved_and_removed(calculator) -> None:
    calculator.add()
    calculator.add()
    assert (names(calculator), calculator.sums.selected) == (["layer 1", "layer 2", "layer 3"], 2)
    calculator.move(-1)
    assert (names(calculator), calculator.sums.selected) == (["layer 1", "layer 3", "layer 2"], 1)
    calculator.move(-5)
    calculator.move(-1)
    assert names(calculator) == ["layer 3", "layer 1", "layer 2"]
    calculator.remove()
    assert (names(calculator), calculator.sums.selected) == (["layer 1", "layer 2"], 0)
    calculator.select(1)
    calculator.remove()
    assert (names(calculator), calculator.sums.selected) == (["layer 1"], 0)
    with pytest.raises(Refusal) as caught:
        calculator.remove()
    assert str(caught.value) == "A stack needs at least one layer."


def test_undo_and_redo(calculator) -> None:
    first = calculator.sums
    calculator.set_layer({"filters": 3})
    held = object()
    calculator.set_layer({"stride": (2, 2)}, held)
    calculator.set_layer({"stride": (3, 3)}, held)
    last = calculator.sums
    calculator.undo()
    assert (calculator.sums.layer.filters, calculator.sums.layer.stride) == (3, (1, 1))
    calculator.undo()
    assert calculator.sums == first
    calculator.undo()
    calculator.redo()
    calculator.redo()
    calculator.redo()
    assert calculator.sums == last
    calculator.undo()
    calculator.set_each(8)
    calculator.redo()
    assert calculator.sums.each == 8


def test_it_holds_what_the_scene_says_and_nothing_of_its_own(calculator, program, qtbot) -> None:
    assert not program.store.scene.sums
    calculator.set_each(8)
    assert program.store.scene.sums.each == 8
    with qtbot.waitSignal(calculator.changed):
        program.store.set(sums=Sums(each=2))
    assert calculator.sums.each == 2
    with qtbot.assertNotEmitted(calculator.changed):
        program.store.set(speed=5.0)


def test_there_is_one_history_for_it_and_everything_else(calculator, program) -> None:
    calculator.set_each(8)
    program.store.set(speed=5.0)
    calculator.set_layer({"filters": 3})
    calculator.undo()
    assert (calculator.sums.layer.filters, program.store.scene.speed) == (10, 5.0)
    calculator.undo()
    assert (calculator.sums.each, program.store.scene.speed) == (8, 2.0)
    program.store.undo()
    assert not program.store.scene.sums
    assert not program.store.can_undo
    calculator.redo()
    assert calculator.sums.each == 8


def test_looking_at_another_layer_is_nothing_to_undo(calculator, program) -> None:
    calculator.add()
    calculator.select(0)
    assert calculator.sums.selected == 0
    calculator.undo()
    assert not program.store.scene.sums


def test_what_is_computed_is_not_computed_again_for_it(calculator, program) -> None:
    before = program.session.result
    calculator.set_each(8)
    program.settle()
    assert program.session.ready is before


def test_more_layers_than_anybody_reads_are_refused(calculator) -> None:
    for _ in range(MAX_LAYERS - 1):
        calculator.add()
    with pytest.raises(Refusal, match="layers must be at most 64"):
        calculator.add()


def test_the_axes_of_everything_change_together(calculator) -> None:
    calculator.set_wanted((7, 9))
    calculator.set_axes(3)
    assert (calculator.sums.stack.size, calculator.sums.wanted) == ((32, 32, 32), (7, 9, 9))
    assert calculator.survey.rows[0].after == (10, 28, 28, 28)
    with pytest.raises(Refusal):
        calculator.set_wanted((7, 9))


def test_a_preset_is_known_until_it_is_changed(calculator) -> None:
    assert calculator.preset is None
    calculator.set_wanted((3, 3))
    calculator.load("vgg-16")
    assert (calculator.preset, calculator.sums.wanted) == ("vgg-16", "same")
    calculator.set_kind("transposed")
    assert calculator.preset is None


def test_what_changes_nothing_is_not_told(calculator, qtbot) -> None:
    with qtbot.assertNotEmitted(calculator.changed):
        calculator.set_layer({"filters": 10})
        calculator.select(0)
        calculator.select(7)
        calculator.undo()
