"""What a hand waits for is painted first, and nothing is painted or asked for twice."""

from __future__ import annotations

from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

import convviz.state.jobs
import convviz.views.after
import convviz.views.whole_image
from convviz.figure.figure import Spot
from tests.program.conftest import WAIT


class Paints(QObject):
    """Notes what is painted, in order: by name, with what the result's pane shows and the painted width."""

    def __init__(self, person, **widgets: QWidget) -> None:
        super().__init__()
        self.seen: list[tuple[str, object, int]] = []
        self._pane, self._names = person.desk.whole.panes.result, {}
        for name, widget in widgets.items():
            self._names[id(widget)] = name
            widget.installEventFilter(self)

    def eventFilter(self, widget, event):
        if event.type() == QEvent.Type.Paint:
            self.seen.append((self._names[id(widget)], self._pane.view, event.rect().width()))
        return False

    def of(self, name):
        return [seen for seen in self.seen if seen[0] == name]


@pytest.fixture
def paints(person):
    person.settle()
    person.qtbot.wait(100)  # what has been asked for is painted
    return Paints(person, stage=person.stage, panes=person.desk.whole.panes.viewport())


def draw(person, value):
    person.program.commands.paint_kernel(Spot("kernel", 0, 0), ((0, 0),), value, ("test", 0))


def sampled(monkeypatch):
    """The threads on which views under a drawing hand are made."""
    threads, view = [], convviz.views.whole_image.sample_view
    monkeypatch.setattr(
        convviz.views.whole_image, "sample_view", lambda *how: threads.append(current_thread()) or view(*how)
    )
    return threads


def test_the_result_under_a_drawing_hand_is_painted_before_the_stage(person, paints, monkeypatch):
    monkeypatch.setattr(convviz.views.after, "LATE_MS", 2 * WAIT)
    before = person.desk.whole.panes.result.view
    draw(person, 7.0)
    person.qtbot.waitUntil(lambda: bool(paints.of("stage")), timeout=WAIT)
    first, answered = paints.of("stage")[0], [at for at in paints.of("panes") if at[1] is not before]
    assert first[1] is not before
    assert paints.seen.index(answered[0]) < paints.seen.index(first)


def test_what_is_answered_has_been_painted(person, paints):
    """Else Qt might paint the picture and the stage at once, when either is ready: twice as late."""
    panes, painted = person.desk.whole.panes, []
    person.desk.whole.answered.connect(
        lambda: painted.append(any(view is panes.result.view for _, view, _ in paints.of("panes")))
    )
    for value in (7.0, 8.0):
        paints.seen.clear()
        draw(person, value)
        person.qtbot.waitUntil(lambda: not person.desk.whole.awaits, timeout=WAIT)
    panes.input.zoom(0.4)
    person.qtbot.waitUntil(lambda: not person.desk.whole.awaits, timeout=WAIT)
    assert painted == [True] * 3


def test_the_stage_follows_when_the_whole_result_overtakes_the_view_under_the_hand(
    person, paints, monkeypatch
):
    monkeypatch.setattr(convviz.views.after, "LATE_MS", 2 * WAIT)
    start, computed = person.program.jobs.start, Event()
    person.program.session.result_changed.connect(lambda _: computed.set())

    def slowly(key, work, *others, **named):
        def late():
            assert computed.wait(WAIT / 1000)
            return work()

        start(key, late if key == "view:result" else work, *others, **{**named, "kind": None})

    monkeypatch.setattr(person.program.jobs, "start", slowly)
    draw(person, 7.0)
    person.qtbot.waitUntil(lambda: bool(paints.of("stage")), timeout=WAIT)
    assert computed.is_set()
    assert not person.desk.whole.awaits


def test_the_stage_follows_when_no_result_comes(person, paints, monkeypatch):
    monkeypatch.setattr(person.program.jobs, "start", lambda *_, **__: None)
    draw(person, 7.0)
    assert not person.stage.updatesEnabled()
    person.qtbot.waitUntil(lambda: bool(paints.of("stage")), timeout=WAIT)


def test_the_stage_does_not_wait_for_one_drawing_after_another(person, paints, monkeypatch):
    """The first of them began the wait; the later ones do not make it longer."""
    monkeypatch.setattr(person.program.jobs, "start", lambda *_, **__: None)
    values = iter(range(10_000))

    def drawn_on():
        draw(person, float(next(values)))
        return bool(paints.of("stage"))

    person.qtbot.waitUntil(drawn_on, timeout=WAIT)


def test_what_is_looked_at_elsewhere_is_asked_for_once_and_painted_once(person, paints, monkeypatch):
    asked = []
    monkeypatch.setattr(person.program.jobs, "start", lambda key, *_, **__: asked.append(key))
    panes = person.desk.whole.panes
    panes.input.zoom(0.4)
    person.qtbot.waitUntil(lambda: bool(paints.of("panes")), timeout=WAIT)
    person.qtbot.wait(20)
    assert sorted(key for key in asked if not key.endswith("averages")) == ["view:input", "view:result"]
    assert [width for _, _, width in paints.of("panes")] == [panes.viewport().width()]


def test_marks_that_stay_where_they_are_are_not_painted_again(person, paints):
    _, row, col = person.story.cell(person.program.player.moment.step)
    person.desk.whole.show_step(row, col)
    person.qtbot.wait(20)
    assert not paints.of("panes")
    person.desk.whole.show_step(row + 1, col)
    person.qtbot.waitUntil(lambda: bool(paints.of("panes")), timeout=WAIT)


def test_work_that_was_short_is_done_before_the_edit_returns_and_the_picture_comes_all_the_same(
    person, paints, monkeypatch
):
    """The stage is painted after it even so."""
    monkeypatch.setattr(convviz.views.after, "LATE_MS", 2 * WAIT)
    monkeypatch.setattr(convviz.state.jobs, "AT_ONCE_S", WAIT)
    for value in (5.0, 6.0):
        draw(person, value)
        person.qtbot.waitUntil(lambda: bool(paints.of("stage")), timeout=WAIT)
        person.settle()
        person.qtbot.wait(100)  # what has been asked for is painted
        paints.seen.clear()
    threads = sampled(monkeypatch)
    before = person.desk.whole.panes.result.view
    draw(person, 7.0)
    assert threads == [main_thread()]
    person.qtbot.waitUntil(lambda: bool(paints.of("stage")), timeout=WAIT)
    answered = [at for at in paints.of("panes") if at[1] is not before]
    assert paints.seen.index(answered[0]) < paints.seen.index(paints.of("stage")[0])


def test_a_large_kernel_never_keeps_the_window_waiting(person, paints, monkeypatch):
    """However short the last one was: of one weight that is not 0, it takes a hundredth of a full one."""
    monkeypatch.setattr(convviz.state.jobs, "AT_ONCE_S", WAIT)
    person.program.commands.resize_kernel(7, 7)
    person.settle()
    threads = sampled(monkeypatch)
    for value in (1.0, 2.0, 3.0):
        draw(person, value)
        person.settle()
    assert len(threads) >= 3
    assert main_thread() not in threads
