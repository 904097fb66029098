"""A lesson's course: pages, exploring, watching, predicting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from convviz.core.errors import KernelError, SpecError
from convviz.figure.figure import Figure, Grid, Size
from convviz.labs import lab_of
from convviz.labs.lab import NOTHING, Hidden, Look
from convviz.labs.predict import draw
from convviz.scene.lesson import Lesson, Page, Question, Words
from convviz.scene.scene import FilePicture, SamplePicture, Scene, TransposedLayer, replace
from convviz.scene.sums import Sums
from convviz.state.course import Course, Reply
from convviz.state.player import Player
from tests.state.conftest import SCENE, Program

SECOND = replace(SCENE, layer=replace(SCENE.layer, stride=(2, 2)))
PHOTO = Scene(picture=SamplePicture("cell"))


def page(
    title: str, scene: Scene, asks: str = "", cell: tuple[int, int] | None = None, **choices: object
) -> Page:
    question = Question(Words(f"{title}?"), asks, cell, Words("So it is.")) if asks else None
    return Page(Words(title), Words(), scene, question=question, **choices)  # type: ignore[arg-type]


LESSON = Lesson(
    "test",
    Words("Test"),
    Words(),
    (
        page("one", SCENE, at=2.5, watch=(1, 3)),
        page("two", SECOND, "value", (0, 1), at=0.9),
        page("three", SCENE, "largest", at=8.9),
        page("four", PHOTO),
        page("five", SCENE, "rows", watch=(0, 0)),
    ),
)


@dataclass
class Class:
    """A program with a course, and how often it changed."""

    program: Program
    player: Player
    course: Course
    qtbot: QtBot
    changes: int = 0
    now: float = 0.0

    def hear(self) -> None:
        self.changes += 1

    @property
    def scene(self) -> Scene:
        return self.program.store.scene

    def go(self, number: int) -> None:
        self.course.go(number)
        self.settle()

    def settle(self) -> None:
        self.program.settle()
        self.qtbot.wait(5)


@pytest.fixture
def school(start: Callable[..., Program], qtbot: QtBot) -> Class:
    program = start(replace(SCENE, speed=3.0, show="signed"))
    player = Player(clock=lambda: made.now)
    player.set_timeline(program.session.story.timeline)
    course = Course(program.session, player)
    made = Class(program, player, course, qtbot)
    course.changed.connect(made.hear)
    return made


@pytest.fixture
def opened(school: Class) -> Class:
    school.course.open(LESSON)
    school.settle()
    return school


def test_without_a_lesson_there_is_nothing(school: Class) -> None:
    course = school.course
    assert (course.lesson, course.page, course.pages, course.asked, course.reply) == (
        None,
        None,
        0,
        None,
        None,
    )
    assert course.hidden == NOTHING
    assert not course.explored
    for act in (
        course.following,
        course.previous,
        course.back,
        course.watch,
        course.reveal,
        course.ask_again,
    ):
        act()
    assert school.changes == 0


def test_a_lesson_opens_on_its_first_page(opened: Class) -> None:
    assert opened.scene == SCENE
    assert opened.player.t == 2.5
    assert (opened.course.number, opened.course.pages) == (0, 5)
    assert not opened.course.explored


def test_a_page_that_is_on_the_stage_already_begins_where_it_should(opened: Class) -> None:
    opened.player.seek(7.0)
    opened.course.open(LESSON)
    assert opened.player.t == 2.5


def test_a_page_whose_step_is_hidden_begins_before_it_is_done(opened: Class) -> None:
    opened.go(2)
    assert opened.course.begins == opened.player.t
    assert (opened.player.moment.step, opened.player.moment.phase) == (8, "multiply")
    assert opened.player.moment.progress == pytest.approx(0.0, abs=1e-5)
    opened.course.reveal()
    assert opened.player.moment.phase == "rest"
    opened.course.ask_again()
    assert (opened.player.moment.step, opened.player.moment.phase) == (8, "multiply")
    opened.course.reveal()
    opened.go(1)
    opened.go(2)
    assert opened.player.t == 8.9, "it has been answered"


@pytest.mark.parametrize(("view", "waiting", "begins"), [("stamp", 0.0, 2.0), ("gather", 0.3, 2.3)])
def test_the_transport_waits_where_the_stage_does(
    opened: Class, view: str, waiting: float, begins: float
) -> None:
    """Stamps that reach the cell are singled out from the beginning of its step on; a window is not."""
    of = replace(SCENE, layer=TransposedLayer(view=view))
    opened.course.open(Lesson("x", Words(), Words(), (page("stamps", of, "value", (0, 2), at=2.9),)))
    opened.settle()
    story = opened.program.session.story
    look, lab = Look(Size(760, 360), hidden=opened.course.hidden), lab_of(story.scene)
    assert opened.course.begins == pytest.approx(begins)
    stands = draw(lab, story, story.timeline.at(begins), look)
    for part in (0.0, 0.05, 0.15, 0.25, 0.35, 0.6, 0.9):
        moment = story.timeline.at(2 + part)
        waits = opened.course.waits(moment)
        assert waits == (part >= waiting)
        assert not waits or _drawn(draw(lab, story, moment, look)) == _drawn(stands)
    opened.course.reveal()
    assert not opened.course.waits(story.timeline.at(2.9))


def _drawn(figure: Figure) -> list[object]:
    """What can be compared of a figure: all but the numbers in its grids."""
    return [item for item in figure.items if not isinstance(item, Grid)]


def test_a_page_begins_at_a_finished_step_that_is_not_hidden(opened: Class) -> None:
    opened.go(1)
    assert opened.player.t == opened.course.begins == 0.9
    opened.course.close()
    assert opened.course.begins == 0.0


def test_a_lesson_can_be_opened_at_any_page(school: Class) -> None:
    school.course.open(LESSON, 1)
    school.settle()
    assert (school.scene, school.course.number) == (SECOND, 1)


def test_pages_follow_one_another_and_end(opened: Class) -> None:
    course = opened.course
    course.previous()
    assert course.number == 0
    for expected in (1, 2, 3, 4, 4):
        course.following()
        opened.settle()
        assert course.number == expected
        assert opened.scene == LESSON.pages[expected].scene
    course.previous()
    assert course.number == 3


def test_a_picture_that_has_to_be_read_is_waited_for(opened: Class) -> None:
    opened.course.go(3)
    assert opened.scene == SCENE
    assert not opened.course.explored
    opened.settle()
    assert opened.scene == PHOTO
    assert opened.player.timeline == opened.program.session.story.timeline


def test_turning_on_while_a_picture_is_read_stays_where_one_turned_to(opened: Class) -> None:
    opened.course.go(3)
    opened.course.go(1)
    opened.settle()
    assert opened.course.number == 1
    assert opened.scene == SECOND
    assert not opened.course.explored


def test_a_picture_that_is_gone_leaves_the_page_to_come_back_to(opened: Class) -> None:
    gone = Lesson("x", Words(), Words(), (page("gone", Scene(picture=FilePicture("/nowhere.png"))),))
    opened.course.open(gone)
    opened.settle()
    assert opened.program.refused == ["There is no file /nowhere.png."]
    assert opened.course.explored
    assert opened.course.asked is None


def test_exploring_is_noticed_and_undone(opened: Class) -> None:
    opened.program.store.set(show="absolute")
    assert opened.course.explored
    opened.player.seek(6.0)
    opened.course.back()
    opened.settle()
    assert opened.scene == SCENE
    assert not opened.course.explored
    assert opened.player.t == 2.5


def test_playing_faster_is_not_exploring(opened: Class) -> None:
    opened.program.store.look(speed=8.0, loop=True)
    assert not opened.course.explored


def test_undo_goes_back_to_the_page_before(opened: Class) -> None:
    opened.go(1)
    opened.program.store.undo()
    assert opened.scene == SCENE
    assert opened.course.explored, "it is the second page that is open"


def test_closing_leaves_the_stage_as_it_is(opened: Class) -> None:
    opened.go(1)
    opened.course.close()
    assert opened.scene == SECOND
    assert (opened.course.page, opened.course.number, opened.course.hidden) == (None, 0, NOTHING)


# --- watching


def test_watching_plays_the_steps_of_the_page_and_pauses(school: Class) -> None:
    player = school.player
    school.course.open(LESSON)
    school.settle()
    player.speed = 2.0
    school.course.watch()
    assert player.playing
    assert player.t == 1.0
    for _ in range(12):
        school.now += 0.25
        player.tick()
    assert player.t == player.timeline.finished(3)
    assert not player.playing


def test_a_page_may_have_nothing_to_watch(opened: Class) -> None:
    opened.go(1)
    opened.course.watch()
    assert not opened.player.playing


def test_turning_the_page_pauses(opened: Class) -> None:
    opened.course.watch()
    opened.go(1)
    assert not opened.player.playing


# --- predicting


def test_a_number_is_hidden_checked_and_shown(opened: Class) -> None:
    opened.go(1)
    course = opened.course
    assert course.asked is not None
    assert course.hidden == Hidden(frozenset({(0, 1)}))
    value = course.asked.number
    course.answer(str(value + 1))
    assert course.reply == Reply(str(value + 1), False)
    assert course.hidden == NOTHING
    assert opened.player.moment.step == 1
    assert opened.player.moment.reached("write") == 1


def test_a_right_number_is_right(opened: Class) -> None:
    opened.go(1)
    opened.course.answer(f"{opened.course.asked.number:g}")
    assert opened.course.reply.right


def test_what_is_no_number_leaves_the_question_open(opened: Class) -> None:
    opened.go(1)
    with pytest.raises(KernelError):
        opened.course.answer("eleven")
    assert opened.course.reply is None
    assert opened.course.hidden


def test_a_cell_is_clicked(opened: Class) -> None:
    opened.go(2)
    course = opened.course
    assert len(course.hidden.cells) == 9
    course.answer("3")
    assert course.reply is None, "a cell was asked for"
    best = course.asked.cells[0]
    course.answer((0, 0))
    assert course.reply == Reply((0, 0), best == (0, 0))
    assert course.hidden == Hidden(right=frozenset(course.asked.cells))
    assert opened.player.moment.step == 8, "all of the output is shown"


def test_an_answer_can_be_had_without_a_try(opened: Class) -> None:
    opened.go(4)
    assert opened.course.hidden == Hidden(size=True, facts=True)
    opened.course.reveal()
    assert opened.course.reply == Reply(None, False)
    assert opened.course.hidden == NOTHING
    opened.course.answer("4")
    assert opened.course.reply == Reply(None, False), "it has been answered"


def test_another_try_hides_the_answer_again(opened: Class) -> None:
    opened.go(1)
    opened.course.reveal()
    opened.course.ask_again()
    assert opened.course.reply is None
    assert opened.course.hidden
    assert opened.player.t == 0.9


def test_answers_are_kept_while_the_lesson_is_open(opened: Class) -> None:
    opened.go(1)
    opened.course.reveal()
    opened.go(2)
    assert opened.course.reply is None
    opened.go(1)
    assert opened.course.reply == Reply(None, False)
    opened.course.open(LESSON, 1)
    assert opened.course.reply is None


def test_nothing_is_hidden_while_exploring(opened: Class) -> None:
    opened.go(1)
    opened.program.store.set(show="absolute")
    assert opened.course.asked is None
    assert opened.course.hidden == NOTHING


def test_a_lesson_that_asks_what_nobody_can_is_refused_at_once(opened: Class) -> None:
    odd = Lesson("x", Words(), Words(), (page("odd", SCENE), page("odder", SCENE, "colour")))
    with pytest.raises(SpecError):
        opened.course.open(odd)
    assert opened.course.lesson is LESSON


def test_a_question_that_does_not_fit_its_page_says_so(opened: Class) -> None:
    odd = Lesson("x", Words(), Words(), (page("odd", SCENE, "value", (99, 0)),))
    opened.course.open(odd)
    assert opened.course.asked is None
    assert opened.course.hidden == NOTHING
    assert str(opened.course.trouble).startswith("The question “value” is about row 99, column 0")


def test_the_calculator_keeps_its_layers_from_page_to_page(opened: Class) -> None:
    """They are the person's own, on the desk beside the lesson."""
    sums = Sums()
    opened.program.store.edit(lambda scene: replace(scene, sums=sums))
    opened.settle()
    assert not opened.course.explored
    for number in (1, 3, 0):
        opened.go(number)
        assert opened.scene.sums == sums
        assert not opened.course.explored
        assert replace(opened.scene, sums=SCENE.sums) == LESSON.pages[number].scene
