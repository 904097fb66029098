"""While a question is open its answer cannot be had by any other way: said, pointed at, copied, or by Tab."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from convviz.figure.figure import Figure, Mark, Panel, Text
from convviz.i18n import tr
from convviz.labs import lab_of
from convviz.scene.lesson_file import built_in
from convviz.views import dialogs
from convviz.views.cover import Cover
from tests.program.conftest import Person

pytestmark = pytest.mark.usefixtures("at_once")
KEYS, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
TEXTS = (
    QAccessible.Text.Name,
    QAccessible.Text.Value,
    QAccessible.Text.Description,
    QAccessible.Text.Help,
)


def questions() -> list[tuple[str, int]]:
    """(lesson's id, page) of one question of each kind."""
    met: dict[str, tuple[str, int]] = {}
    for built in built_in():
        for number, page in enumerate(built.load().pages):
            if page.question is not None:
                met.setdefault(page.question.asks, (built.id, number))
    return list(met.values())


def open_at(person: Person, where: tuple[str, int]) -> None:
    path = next(built.path for built in built_in() if built.id == where[0])
    person.desk.lessons.open(path)
    person.program.teaching.course.go(where[1])
    person.settle()
    person.qtbot.waitUntil(lambda: person.program.teaching.course.asked is not None)
    person.rest()


def told(found: QAccessibleInterface | None) -> Iterator[str]:
    """Every text that a screen reader finds in what can be seen."""
    if found is None or not found.isValid() or found.state().invisible:
        return
    yield from filter(None, map(found.text, TEXTS))
    for n in range(found.childCount()):
        yield from told(found.child(n))


def parts(person: Person) -> dict[str, QWidget]:
    """What a question may have covered."""
    desk = person.desk
    named = ("whole", "gallery", "size", "inspector", "transport")
    return {name: getattr(desk, name) for name in named} | {"explain": desk.inspector.explain}


def covered(person: Person) -> dict[str, QWidget]:
    found = parts(person)
    return {
        name: part for name, part in found.items() if any(c.isVisible() for c in part.findChildren(Cover))
    }


def test_what_is_covered_says_nothing_but_that_it_is(person: Person) -> None:
    """All in one window: to start one takes as long as to look at a question."""
    for where in questions():
        open_at(person, where)
        hidden = covered(person)
        assert "explain" in hidden or "inspector" in hidden, where
        for name, part in hidden.items():
            _says_nothing(part, f"{name} of {where}")
        before = {name: part.width() for name, part in hidden.items() if name != "explain"}
        person.program.teaching.course.reveal()
        person.rest()
        assert covered(person) == {}, where
        after = {name: part.width() for name, part in hidden.items() if name != "explain"}
        assert after == before, where
        for name, part in hidden.items():
            said = {*told(QAccessible.queryAccessibleInterface(part))}
            assert len(said) > 1, f"{name} of {where}"


def asked(asks: str) -> tuple[str, int]:
    return next(
        (built.id, number)
        for built in built_in()
        for number, page in enumerate(built.load().pages)
        if page.question is not None and page.question.asks == asks
    )


def test_how_many_steps_there_are_is_covered_where_it_is_the_answer(person: Person) -> None:
    open_at(person, asked("matrix_columns"))
    assert "transport" in covered(person)
    open_at(person, asked("weights"))
    assert "transport" not in covered(person)


def test_played_to_its_end_an_open_question_is_still_open(person: Person) -> None:
    """The stage has stopped before the answer, and the bar says at what."""
    open_at(person, asked("largest"))
    course, player, where = person.program.teaching.course, person.program.player, person.desk.transport.place
    assert where.where.text().endswith("· question")
    shown = person.stage.figure.sentence
    person.key(KEYS.Key_Space)
    player.seek(float(player.timeline.steps) - 1e-6)
    player.tick()
    person.until(lambda: not player.playing)
    assert where.where.text().endswith("· question")
    assert person.stage.figure.sentence == shown
    course.reveal()
    person.rest()
    assert where.where.text().endswith("· done")
    course.ask_again()
    person.rest()
    assert where.where.text().endswith("· question")
    course.close()
    person.rest()
    assert not where.where.text().endswith("· question")


def test_the_whole_picture_is_covered_where_its_cells_would_tell_the_answer(person: Person) -> None:
    open_at(person, asked("readers"))
    person.key(KEYS.Key_2, CTRL)
    assert "whole" in covered(person)


def frames(person: Person) -> list[int]:
    """How many marks stand on each of the whole pictures."""
    panes = person.desk.whole.panes
    return [len(pane.marks) for pane in (panes.input, panes.result)]


def test_the_whole_picture_frames_nothing_that_would_tell_which_pixels_are_read(person: Person) -> None:
    open_at(person, asked("value"))
    assert frames(person) == [1, 1]  # the window or the cell: the stage shows all
    open_at(person, asked("unread"))
    assert frames(person) == [1, 1]
    person.program.player.step(1)
    person.settle()
    assert frames(person) == [1, 1]
    person.program.teaching.course.reveal()
    person.settle()
    assert frames(person) == [2, 1]  # and the pixels that the windows on the stage read


def pages(asks: str, operation: str = "") -> list[tuple[str, int]]:
    """(lesson's id, page) of every question of a kind, about an operation if one is named: one at least."""
    found = [
        (built.id, number)
        for built in built_in()
        for number, page in enumerate(built.load().pages)
        if page.question is not None
        and page.question.asks == asks
        and operation in ("", lab_of(page.scene).operation)
    ]
    assert found, (asks, operation)
    return found


def formula(figure: Figure) -> list[str]:
    return [tr(item.text) for item in figure.items if isinstance(item, Text) and "strip" in item.role]


def test_stamps_that_reach_the_cell_asked_about_are_not_singled_out(person: Person) -> None:
    stamped = pages("overlaps") + pages("value", "conv_transpose2d")
    assert ("pooling", 10) in stamped
    for where in stamped:
        open_at(person, where)
        cell = person.program.teaching.course.page.question.cell
        person.program.player.go(person.story.step_of(*cell))
        person.settle()
        figure = person.stage.figure
        assert formula(figure)[0].startswith(f"y[{cell[0]},{cell[1]}]"), where
        assert formula(figure)[1:] == ["?"], where
        (source,), (stamp,) = figure.grids("input"), figure.grids("products")
        assert not (source.marks & (Mark.TAP | Mark.LIT)).any(), where
        assert (stamp.marks == Mark.EMPTY).all(), where
        person.program.teaching.course.reveal()
        person.rest()
        assert len(formula(person.stage.figure)) > 2, where


def test_of_a_cell_that_is_not_asked_about_the_formula_is_told(person: Person) -> None:
    for where in (("mistakes", 4), ("mistakes", 5)):
        open_at(person, where)
        person.program.player.seek(0.95)
        person.settle()
        told = formula(person.stage.figure)
        assert told[0] == "y[0,0] = ", where
        assert told[-1].startswith(" = "), where


def test_of_a_small_output_whose_size_was_asked_all_is_seen_then(person: Person) -> None:
    """So that its rows can be counted."""
    for where in pages("rows", "conv_transpose2d"):
        open_at(person, where)
        person.program.teaching.course.reveal()
        person.rest()
        (output,) = person.stage.figure.grids("output")
        assert output.values.shape == person.story.shape[1:], where


def test_how_often_pixels_are_copied_so_far_does_not_stand_in_them(person: Person) -> None:
    open_at(person, asked("copies"))
    (source,) = person.stage.figure.grids("input")
    assert source.labels is not None
    assert source.over is None
    person.program.teaching.course.reveal()
    person.rest()
    assert person.stage.figure.grids("input")[0].over is not None


def test_the_whole_picture_does_not_frame_the_field_that_is_asked_for(person: Person) -> None:
    source = person.desk.whole.panes.input
    for where in pages("receptive_field"):
        open_at(person, where)
        assert {mark.role for mark in source.marks} <= {"muted"}, where
        before = frames(person)
        person.program.teaching.course.reveal()
        person.rest()
        assert source.marks[-1].role in ("window", "output"), where
        assert frames(person) > before, where


def test_the_sum_of_channels_is_seen_while_their_number_is_asked(person: Person) -> None:
    open_at(person, asked("channels"))
    items = person.stage.figure.items
    (sigma,) = (item.box for item in items if isinstance(item, Panel) and item.role == "window_fill")
    for cover in (item.box for item in items if isinstance(item, Panel) and item.role == "card"):
        assert cover.x >= sigma.right or cover.bottom <= sigma.y


def _says_nothing(part: QWidget, name: str) -> None:
    cover = next(child for child in part.findChildren(Cover) if child.isVisible())
    inside = {*told(QAccessible.queryAccessibleInterface(cover.parentWidget()))}
    own = {cover.parentWidget().accessibleName(), cover.parentWidget().toolTip()}
    assert inside <= {cover.text(), *own}, name
    seen = [child for child in cover.parentWidget().findChildren(QWidget) if child.isVisible()]
    assert seen == [cover], name  # nothing else a pointer could rest on
    assert cover.toolTip() == "", name


@pytest.mark.parametrize("where", questions()[::6], ids=lambda where: f"{where[0]}-{where[1]}")
def test_tab_comes_to_nothing_that_is_covered(person: Person, where: tuple[str, int]) -> None:
    person.desk.gallery.search.setFocus()
    open_at(person, where)
    hidden = [cover.parentWidget() for part in covered(person).values() for cover in part.findChildren(Cover)]
    hidden = [part for part in hidden if part.findChild(Cover).isVisible()]
    for _ in range(80):
        focus = QApplication.focusWidget()
        assert focus is not None
        assert not any(part.isAncestorOf(focus) for part in hidden), focus.accessibleName()
        QTest.keyClick(focus, KEYS.Key_Tab)


def test_the_result_is_neither_copied_nor_saved(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    saved: list[str] = []
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: saved.append("save"))
    open_at(person, asked("value"))
    assert person.program.teaching.course.hidden.pictures
    board = QGuiApplication.clipboard()
    board.setText("before")
    for key in (KEYS.Key_C, KEYS.Key_S):
        person.key(key, CTRL)
        person.settle()
        assert person.notice == "The answer is hidden until you have given yours."
    assert (board.text(), saved) == ("before", [])
    person.program.teaching.course.reveal()
    person.key(KEYS.Key_C, CTRL)
    person.qtbot.waitUntil(lambda: not board.image().isNull())
    person.key(KEYS.Key_S, CTRL)
    assert saved == ["save"]


def test_nor_is_the_whole_picture_when_it_has_the_window(person: Person) -> None:
    """What is copied instead is the stage, on which the answer is hidden."""
    open_at(person, asked("value"))
    person.key(KEYS.Key_2, CTRL)
    assert "whole" in covered(person)
    person.desk.do("copy-stage")
    assert person.notice.startswith("The stage is on the clipboard")
    person.program.teaching.course.reveal()
    person.desk.do("copy-stage")
    assert person.notice.startswith("Both pictures are on the clipboard")
