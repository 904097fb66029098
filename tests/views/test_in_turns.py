"""Acts that are done later: each in its turn, of each name the newest, and none that is stale."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QObject, QTimer

from convviz.views.in_turns import InTurns


class Acts:
    """Notes what is done; what it waits for is painted when a test says so."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.ready = True
        self._owner = QObject()
        self.turns = InTurns(self._owner, lambda: self.ready)

    def do(self, name, what, later=True):
        self.turns.do(name, partial(self.seen.append, what), later)


@pytest.fixture
def acts(qapp):
    return Acts()


def test_what_comes_later_is_done_in_order_one_in_each_turn(acts, qtbot):
    for name in ("size", "gallery"):
        acts.do(name, name)
    assert not acts.seen
    qtbot.waitUntil(lambda: acts.turns.done)
    assert acts.seen == ["size", "gallery"]


def test_between_two_turns_others_have_theirs(acts, qtbot):
    other = QTimer()
    other.setInterval(0)
    other.timeout.connect(lambda: acts.seen.append("other"))
    acts.do("size", "size")
    acts.do("gallery", "gallery")
    other.start()
    qtbot.waitUntil(lambda: acts.turns.done)
    other.stop()
    assert "other" in acts.seen[acts.seen.index("size") : acts.seen.index("gallery")]


def test_what_is_not_left_for_later_is_done_at_once(acts):
    acts.do("size", "now", later=False)
    assert acts.seen == ["now"]
    assert acts.turns.done


@pytest.mark.parametrize("later", [True, False])
def test_of_one_name_only_the_newest_is_done(acts, qtbot, later):
    acts.do("size", "old")
    acts.do("size", "new", later)
    qtbot.waitUntil(lambda: acts.turns.done)
    qtbot.wait(20)
    assert acts.seen == ["new"]


def test_nothing_is_done_before_what_a_hand_waits_for_is_painted(acts, qtbot):
    acts.ready = False
    acts.do("size", "size")
    qtbot.wait(30)
    assert not acts.seen
    acts.ready = True
    qtbot.waitUntil(lambda: acts.turns.done)
    assert acts.seen == ["size"]


def test_what_fails_keeps_nothing_after_it_from_being_done(acts, qtbot):
    acts.turns.do("size", lambda: 1 / 0, True)
    acts.do("gallery", "gallery")
    with qtbot.captureExceptions() as raised:
        qtbot.waitUntil(lambda: acts.turns.done)
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    assert acts.seen == ["gallery"]


def test_what_is_stopped_is_not_done(acts, qtbot):
    acts.do("size", "size")
    acts.turns.stop()
    qtbot.wait(20)
    assert acts.turns.done
    assert not acts.seen
