"""The inspector's tabs: which of them work, and when."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from convviz.figure.unbroken import unbroken
from convviz.i18n import msg, tr
from convviz.labs import lab_of
from convviz.scene.scene import PoolLayer, Scene
from convviz.views.inspector import EXPLAIN, KERNEL, LEAST, MOST, PASSING_MS, REST_MS, Inspector
from tests.labs.scenes import SMALL
from tests.labs.scenes import story as told
from tests.views.stories import kernel_scene, story_of


@pytest.fixture
def inspector(qtbot):
    inspector = Inspector()
    qtbot.addWidget(inspector)
    inspector.resize(300, 400)
    inspector.shown = []
    inspector.show_tab(KERNEL)
    for name in ("kernel", "cost", "code"):
        tab = getattr(inspector, name)

        def show(story, name=name, real=tab.show_story) -> None:
            inspector.shown.append((name, story))
            real(story)

        tab.show_story = show
    yield inspector
    inspector.close()


def test_it_is_as_high_as_the_longest_explanation_of_an_operation(inspector, qtbot, monkeypatch) -> None:
    words = ["Short."]
    monkeypatch.setattr(type(lab_of(Scene())), "explain", lambda *_: msg("{title}", title=words[0]))
    story, other = story_of(), told(Scene(layer=PoolLayer()), SMALL)

    def height(text: str, shown=story) -> int:
        words[0] = text
        inspector.show_story(shown)
        for step in (0, 1):  # another moment, so that it is told anew
            inspector.show_moment(shown.timeline.at(step))
            qtbot.wait(PASSING_MS + REST_MS)
        return inspector.minimumHeight()

    inspector.show_tab(EXPLAIN)
    inspector.resize(300, LEAST)
    inspector.show()
    assert height("Short.") == LEAST
    area = inspector.explain.parentWidget().parentWidget()
    grown = height("Seven words that fill a line. " * 9)
    assert LEAST < grown < MOST
    inspector.resize(300, grown)
    qtbot.wait(10)
    assert area.verticalScrollBar().maximum() == 0
    assert height("Short.") == grown
    assert height("Seven words that fill a line. " * 40) == MOST
    assert height("", other) == LEAST


def test_nothing_is_worked_out_while_it_is_hidden(inspector, qtbot) -> None:
    inspector.show_story(story_of())
    qtbot.wait(2 * REST_MS)
    assert inspector.shown == []


def test_only_the_tab_in_view_works(inspector, qtbot) -> None:
    first = story_of()
    inspector.show_story(first)
    inspector.show()
    assert inspector.shown == [("kernel", first)]
    QTest.mouseClick(inspector.buttons.buttons[2], Qt.MouseButton.LeftButton)
    assert inspector.shown == [("kernel", first), ("cost", first)]
    QTest.mouseClick(inspector.buttons.buttons[KERNEL], Qt.MouseButton.LeftButton)
    assert len(inspector.shown) == 2  # it had been told already


def test_stories_that_follow_one_another_fast_are_not_all_worked_out(inspector, qtbot) -> None:
    inspector.show_story(story_of())
    inspector.show()
    inspector.shown.clear()
    stories = [story_of(kernel_scene(name)) for name in ("box-3x3", "emboss", "sharpen")]
    for story in stories:
        inspector.show_story(story)
    assert inspector.shown == []
    qtbot.waitUntil(lambda: bool(inspector.shown))
    assert inspector.shown == [("kernel", stories[-1])]
    qtbot.wait(2 * REST_MS)
    assert len(inspector.shown) == 1


def test_tabs_are_reached_by_keys(inspector, qtbot) -> None:
    inspector.show_story(story_of())
    with qtbot.waitActive(inspector):
        inspector.show()
        inspector.activateWindow()
    inspector.buttons.buttons[KERNEL].setFocus()
    QTest.keyClick(inspector.buttons.buttons[3], Qt.Key.Key_Space)
    assert inspector.shown[-1][0] == "code"
    assert inspector.code.text.toPlainText().startswith("import numpy")


def test_the_kernels_tab_comes_back_with_a_kernel_unless_another_was_chosen(inspector) -> None:
    with_kernel, without = story_of(), told(Scene(layer=PoolLayer()), SMALL)
    inspector.show_story(with_kernel)
    inspector.show_story(without)
    assert (inspector.tab, inspector.buttons.value) == (EXPLAIN, EXPLAIN)
    inspector.show_story(with_kernel)
    assert (inspector.tab, inspector.buttons.value) == (KERNEL, KERNEL)
    inspector.show_tab(3)
    inspector.show_story(without)
    inspector.show_story(with_kernel)
    assert inspector.tab == 3


def test_the_explanation_is_shown_first_and_follows_the_steps(qtbot) -> None:
    inspector, story = Inspector(), told(Scene(layer=PoolLayer()), SMALL)
    qtbot.addWidget(inspector)
    inspector.show_story(story)
    inspector.show_moment(story.timeline.at(0.0))
    inspector.show()
    assert inspector.tab == EXPLAIN
    texts = []
    for step in (0, 5):
        moment = story.timeline.at(story.timeline.finished(step))
        inspector.show_moment(moment)
        qtbot.wait(PASSING_MS + REST_MS)
        texts.append(inspector.explain.text.text())
        assert texts[-1] == unbroken(tr(lab_of(story.scene).explain(story, moment)))
    assert texts[0] != texts[1]
    inspector.show_tab(2)
    inspector.show_moment(story.timeline.at(story.timeline.finished(9)))
    qtbot.wait(2 * REST_MS)
    assert inspector.explain.text.text() == texts[1]  # what is not in view is not worked out
    inspector.show_tab(EXPLAIN)
    assert inspector.explain.text.text() not in ("", texts[1])
    inspector.close()


class Clock:
    """A time that passes when a test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_words_of_steps_that_pass_stay_long_enough_to_be_read(qtbot, monkeypatch) -> None:
    inspector, story, clock = Inspector(), told(Scene(layer=PoolLayer()), SMALL), Clock()
    monkeypatch.setattr("convviz.views.inspector.monotonic", clock)
    qtbot.addWidget(inspector)
    inspector.show_story(story)
    inspector.show()
    waits: list[int] = []
    (rest,) = inspector.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)

    def show(t: float, later: float) -> None:
        """A moment, so many seconds after the last one; its words are said when their time has come."""
        clock.now += later
        inspector.show_moment(story.timeline.at(t))
        waits.append(rest.interval())
        rest.timeout.emit()

    show(0.1, 1.0)
    show(0.4, 0.01)  # another phase of the same step
    show(1.4, 0.03)
    show(2.4, 0.15)
    show(3.4, 0.5)  # a hand that goes on now and then waits no longer than before
    assert waits == [REST_MS, REST_MS, PASSING_MS - 30, max(PASSING_MS - 150, REST_MS), REST_MS]
    clock.now += 0.03
    inspector.show_moment(story.timeline.at(4.4))
    assert rest.interval() == PASSING_MS - 30
    inspector.show_story(told(Scene(layer=PoolLayer()), SMALL))
    assert rest.interval() == REST_MS, "an edit is told soon, whatever waits"
    inspector.close()
