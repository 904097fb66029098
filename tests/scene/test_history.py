"""Undo and redo, against the plainest model there is: a list and a place in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from convviz.scene.history import LIMIT, History
from convviz.scene.scene import Scene


def numbered(n: int) -> Scene:
    return Scene(output=n)


def walk(history: History) -> list[int]:
    """The scenes from the first to the last."""
    while history.can_undo:
        history.undo()
    seen = [history.scene.output]
    while history.can_redo:
        history.redo()
        seen.append(history.scene.output)
    return seen


def test_a_new_history_has_nothing_to_undo() -> None:
    history = History(numbered(1))
    assert not history.can_undo
    assert not history.can_redo
    history.undo()
    history.redo()
    assert history.scene == history.earlier() == history.later() == numbered(1)


def test_undo_and_redo_walk_through_what_was_pushed() -> None:
    history = History(numbered(1))
    history.push(numbered(2))
    history.push(numbered(3))
    assert history.earlier() == numbered(2)
    history.undo()
    assert (history.scene, history.earlier(), history.later()) == (numbered(2), numbered(1), numbered(3))
    assert walk(history) == [1, 2, 3]


def test_a_change_forgets_what_had_been_undone() -> None:
    history = History(numbered(1))
    history.push(numbered(2))
    history.undo()
    history.push(numbered(3))
    assert not history.can_redo
    assert walk(history) == [1, 3]


def test_the_same_scene_is_no_change() -> None:
    history = History(numbered(1))
    history.push(numbered(2))
    history.undo()
    history.push(numbered(1))
    assert history.can_redo


def test_a_gesture_is_one_entry() -> None:
    history = History(numbered(1))
    for n in (2, 3, 4):
        history.push(numbered(n), gesture="drag")
    assert walk(history) == [1, 4]


def test_other_gestures_are_other_entries() -> None:
    history = History(numbered(1))
    history.push(numbered(2), gesture="drag")
    history.push(numbered(3), gesture="slider")
    history.push(numbered(4))
    history.push(numbered(5))
    assert walk(history) == [1, 2, 3, 4, 5]


def test_a_gesture_that_ended_is_not_gone_on_with() -> None:
    history = History(numbered(1))
    history.push(numbered(2), gesture="drag")
    history.end_gesture()
    history.push(numbered(3), gesture="drag")
    assert walk(history) == [1, 2, 3]


def test_undo_ends_a_gesture() -> None:
    history = History(numbered(1))
    history.push(numbered(2))
    history.push(numbered(3), gesture="drag")
    history.undo()
    history.push(numbered(4), gesture="drag")
    assert walk(history) == [1, 2, 4]


def test_a_gesture_that_returns_to_its_beginning_leaves_no_entry() -> None:
    history = History(numbered(1))
    history.push(numbered(2))
    history.push(numbered(3), gesture="drag")
    history.push(numbered(2), gesture="drag")
    assert walk(history) == [1, 2]
    history.push(numbered(4), gesture="drag")
    assert walk(history) == [1, 2, 4]


def test_looking_elsewhere_is_no_entry() -> None:
    history = History(numbered(1))
    history.push(numbered(2))
    history.replace(numbered(3))
    assert walk(history) == [1, 3]


def test_looking_elsewhere_keeps_what_can_be_redone() -> None:
    history = History(numbered(1))
    history.push(numbered(2))
    history.push(numbered(3))
    history.undo()
    history.replace(numbered(4))
    assert walk(history) == [1, 4, 3]


def test_an_entry_that_became_its_neighbour_is_gone() -> None:
    before = History(numbered(1))
    before.push(numbered(2))
    before.replace(numbered(1))
    assert not before.can_undo
    after = History(numbered(1))
    after.push(numbered(2))
    after.undo()
    after.replace(numbered(2))
    assert not after.can_redo
    assert walk(after) == [2]


def test_an_entry_between_two_equal_ones_takes_one_of_them_along() -> None:
    history = History(numbered(1))
    history.push(numbered(2))
    history.push(numbered(1))
    history.undo()
    history.replace(numbered(1))
    assert walk(history) == [1]


@given(st.integers(LIMIT, LIMIT + 20))
def test_the_oldest_scenes_are_forgotten(count: int) -> None:
    history = History(numbered(0))
    for n in range(1, count + 1):
        history.push(numbered(n))
    assert walk(history) == list(range(count - LIMIT + 1, count + 1))


class Machine(RuleBasedStateMachine):
    """Whatever a person does, undo and redo lead through different scenes, back and forth alike."""

    def __init__(self) -> None:
        super().__init__()
        self.history = History(numbered(0))

    @rule(n=st.integers(0, 3), gesture=st.sampled_from([None, "a", "b"]))
    def push(self, n: int, gesture: str | None) -> None:
        self.history.push(numbered(n), gesture)
        assert self.history.scene == numbered(n)

    @rule(n=st.integers(0, 3))
    def look(self, n: int) -> None:
        self.history.replace(numbered(n))
        assert self.history.scene == numbered(n)

    @rule()
    def end(self) -> None:
        self.history.end_gesture()

    @precondition(lambda self: self.history.can_undo)
    @rule()
    def back_and_forth(self) -> None:
        here, there = self.history.scene, self.history.earlier()
        self.history.undo()
        assert self.history.scene == there != here
        self.history.redo()
        assert self.history.scene == here

    @rule()
    def undo(self) -> None:
        self.history.undo()

    @invariant()
    def every_step_shows_something(self) -> None:
        assert (self.history.earlier() != self.history.scene) == self.history.can_undo
        assert (self.history.later() != self.history.scene) == self.history.can_redo


TestMachine = Machine.TestCase
