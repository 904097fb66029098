"""A lesson's film: pages with their texts, their questions open and answered, and little in memory."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace as changed
from itertools import pairwise

import numpy as np
import pytest

from convviz import assets, i18n
from convviz.core.errors import SpecError
from convviz.core.lens import render, scale, statistics
from convviz.export.handout import handout
from convviz.export.paper import Drawing
from convviz.export.take import Take
from convviz.figure.figure import Mark, Outline, Photo, Size
from convviz.labs import lab_of
from convviz.labs.lab import Hidden, Look
from convviz.labs.pictures import read_source
from convviz.labs.story import tell
from convviz.labs.whole_pictures import WholePictures
from convviz.paint.film import film_of
from convviz.paint.reel import STANDING, THINKING, Reel, page_film, reel_of
from convviz.scene.examples import load_example
from convviz.scene.lesson import Lesson, Page, Question, Words
from convviz.scene.scene import Region, Scene, replace
from tests.paint.test_paper import pages

pytestmark = pytest.mark.usefixtures("qapp")
SCENE = load_example("no-padding")
LIKE = Take(SCENE, (480, 270), fps=10, speed=2.0)
STILL = Page(Words("Still", "静"), Words(), SCENE, at=0.0)
MOVING = Page(Words("Moving", "动"), Words(), SCENE, watch=(0, 1))


def reel(*parts: Page) -> Reel:
    lesson = Lesson("x", Words("L"), Words(), parts)
    return reel_of(lesson, parts, LIKE, read_source)


def test_a_page_with_nothing_to_watch_stands_for_a_while() -> None:
    footage = reel(STILL)
    frames = list(footage.frames())
    assert [frame.ticks for frame in frames] == [STANDING * 10]
    assert footage.ticks == STANDING * 10
    assert (frames[0].pixels == footage.still()).all()


def test_a_reel_is_as_long_as_its_pages_and_no_frame_is_there_twice() -> None:
    footage = reel(STILL, MOVING, MOVING)
    frames = list(footage.frames())
    assert sum(frame.ticks for frame in frames) == footage.ticks
    assert footage.ticks == STANDING * 10 + 2 * reel(MOVING).ticks
    assert all((a.pixels != b.pixels).any() for a, b in pairwise(frames))
    assert (footage.size, footage.fps) == ((480, 270), 10)


def test_the_same_page_twice_is_one_frame() -> None:
    frames = list(reel(STILL, STILL).frames())
    assert [frame.ticks for frame in frames] == [2 * STANDING * 10]


def test_samples_show_every_page() -> None:
    footage = reel(STILL, MOVING)
    found = list(footage.samples(6))
    assert any((each == footage.still()).all() for each in found)
    assert any((each != footage.still()).any() for each in found)
    assert all(each.shape == (270, 480, 3) and each.dtype == np.uint8 for each in found)


def test_a_reel_as_vectors_is_its_first_page() -> None:
    assert b"Still" in reel(STILL, MOVING).svg()
    assert pages(reel(STILL, MOVING).pdf()) == 1


# --- what a page says and asks

ASKING = Page(
    Words("Predict", "预测"),
    Words("Nine numbers are added.", "九个数相加。"),
    SCENE,
    at=1.9,
    question=Question(Words("What is it?", "是多少？"), "value", (0, 1), Words("Nine are added.", "相加。")),
)


def empty(film, cell: tuple[int, int]) -> bool:
    (grid,) = film.figure(film.at).grids("output")
    return bool(grid.marks[cell] & Mark.EMPTY)


def test_a_question_is_open_for_a_while_and_then_answered() -> None:
    footage = reel(ASKING)
    opened, answered = (part.make() for part in footage.parts)
    assert footage.parts[0].ticks == THINKING * 10
    assert empty(opened, (0, 1))
    assert not empty(answered, (0, 1))
    assert opened.figure(opened.at).sentence.source == "Think first: the answer is not shown yet."
    assert opened.at.step == answered.at.step == 1
    assert np.array_equal(footage.still(), opened.still()), "a picture of the page gives nothing away"


def test_its_sentences_and_its_question_stand_around_the_stage() -> None:
    opened, answered = (page_film(ASKING, LIKE, read_source(SCENE), each) for each in (False, True))
    for film, wanted in ((opened, False), (answered, True)):
        said = film.svg().decode()
        assert all(words in said for words in ("Predict", "Nine numbers are added.", "What is it?"))
        assert (("Answer: " in said), ("Nine are added." in said)) == (wanted, wanted)
    assert opened.screen.stage == answered.screen.stage, "the stage stays where it is"


def test_a_film_speaks_its_own_language_whatever_the_program_does() -> None:
    film = page_film(ASKING, changed(LIKE, language="zh_CN"), read_source(SCENE), answered=True)
    said = film.svg().decode()
    assert all(words in said for words in ("预测", "九个数相加。", "是多少？", "答案：", "输入"))
    assert i18n.tr("Input") == "Input"
    with i18n.spoken("zh_CN", assets.path("i18n")):
        assert film_of(changed(LIKE, language="en"), read_source(SCENE)).svg().count(b"Input") == 1
        assert i18n.tr("Input") == "输入"


def test_a_watched_question_stays_hidden_while_its_steps_are_shown() -> None:
    moving, opened, answered = reel(replace(ASKING, watch=(0, 2))).parts
    assert (moving.moves, opened.moves, answered.moves) == (True, False, False)
    film = moving.make()
    assert all(empty(changed(film, at=moment), (0, 1)) for moment, _ in film.shots)


def test_long_texts_shrink_and_leave_the_stage_its_room() -> None:
    page = replace(ASKING, text=Words("Many words are said here. " * 150))
    for size in ((480, 270), (1920, 1080), (4096, 240), (240, 240)):
        film = page_film(page, changed(LIKE, size=size), read_source(SCENE), answered=True)
        assert film.screen.stage.h > 0.4 * film.screen.room.h - 28
        assert film.still().shape == (size[1], size[0], 3)


def test_steps_that_a_page_has_not_are_left_out_and_others_refused() -> None:
    made = page_film(ASKING, changed(LIKE, first=2, last=99), read_source(SCENE))
    assert (made.shots.first, made.shots.last, made.at.step) == (2, 8, 2)
    for first, last in ((3, 2), (-1, None)):
        with pytest.raises(SpecError):
            page_film(ASKING, changed(LIKE, first=first, last=last), read_source(SCENE))


def test_a_page_is_shown_long_enough_to_be_read() -> None:
    (short,), (long,) = (reel(replace(STILL, text=Words(text))).parts for text in ("Short.", "Words. " * 60))
    assert (short.ticks, long.ticks) == (STANDING * 10, pytest.approx(420 / 15 * 10, abs=1))
    watched = replace(MOVING, text=Words("Words. " * 60))
    assert reel(watched).ticks == pytest.approx(280, abs=1)


# --- a page that shows the whole picture

WHOLE = Page(Words("Whole"), Words(), Scene(region=Region(100, 200, 5, 5)), view="whole")


def photos(figure) -> list[Photo]:
    return [item for item in figure.items if isinstance(item, Photo)]


def test_a_page_of_the_whole_picture_shows_it_beside_its_result() -> None:
    film = page_film(WHOLE, LIKE, read_source(WHOLE.scene))
    story = film.story
    figure = film.pictures.draw(film.at, Look(Size(2000, 1100)), 1.0)
    source, result = photos(figure)
    assert source.frame.right < result.frame.x
    y = story.operation.fast(story.spec, *story.operands)
    by = scale(story.scene.show, statistics(y), story.white)
    assert np.array_equal(result.pixels, render(y, story.scene.show, by))
    assert np.array_equal(source.pixels, story.x[0])
    assert {item.role for item in figure.items if hasattr(item, "width")} >= {"window", "output"}
    assert np.array_equal(reel(WHOLE).still(), film.still())
    assert np.ptp(film.still()[100:200]) > 200


def test_an_open_question_veils_the_result() -> None:
    look = Look(Size(900, 400), hidden=Hidden(frozenset({(100, 200)})))
    story = tell(WHOLE.scene, read_source(WHOLE.scene), lab_of(WHOLE.scene))
    figure = WholePictures(story, lab_of(WHOLE.scene)).draw(story.timeline.at(0.5), look)
    assert len(photos(figure)) == 1
    assert not figure.frame("output")


def test_an_open_question_about_unread_pixels_leaves_the_frames_of_the_stage_away() -> None:
    story = tell(WHOLE.scene, read_source(WHOLE.scene), lab_of(WHOLE.scene))
    drawn = WholePictures(story, lab_of(WHOLE.scene)).draw

    def framed(hidden: Hidden) -> list[str]:
        figure = drawn(story.timeline.at(0.5), Look(Size(4000, 2000), hidden=hidden))
        return [item.role for item in figure.items if isinstance(item, Outline)]

    assert framed(Hidden()).count("muted") == 2
    assert "muted" not in framed(Hidden(unread=True))
    assert {"window", "output"} <= {*framed(Hidden(unread=True))}


@pytest.mark.parametrize("asked", [False, True])
def test_the_field_that_is_asked_for_is_not_framed(asked: bool) -> None:
    look = Look(Size(900, 400), hidden=Hidden(facts=asked, field=asked))
    story = tell(WHOLE.scene, read_source(WHOLE.scene), lab_of(WHOLE.scene))
    figure = WholePictures(story, lab_of(WHOLE.scene)).draw(story.timeline.at(0.5), look)
    assert bool(figure.frame("window")) != asked
    assert figure.frame("output")


def test_a_handout_has_the_whole_picture_too() -> None:
    lesson = Lesson("x", Words("L"), Words(), (WHOLE, STILL))
    drawings = [block for block in handout(lesson, read_source) if isinstance(block, Drawing)]
    assert [len(photos(drawing.figure)) for drawing in drawings] == [2, 0]


def test_a_handout_says_that_its_answers_are_at_its_end() -> None:
    lesson = Lesson("x", Words("L"), Words(), (ASKING,))
    (drawn,) = [block for block in handout(lesson, read_source) if isinstance(block, Drawing)]
    assert drawn.figure.sentence.source == "The answer is at the end."


# --- memory


def peak(act) -> int:
    tracemalloc.start()
    act()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def played(footage) -> None:
    for frame in footage.frames():
        del frame


def test_a_longer_film_takes_no_more_memory() -> None:
    scene = replace(SCENE, picture=Scene().picture, region=Region(100, 200, 14, 15))

    def film(last: int):
        return film_of(Take(scene, (960, 540), fps=4, last=last, speed=16.0), read_source(scene))

    film(1).still()  # whatever is made once
    short, long = (peak(lambda last=last: played(film(last))) for last in (19, 199))
    assert long < 1.15 * short


def test_a_longer_lesson_takes_no_more_memory() -> None:
    """Each page's film has a canvas of 2 MB."""
    one, several = [replace(STILL, at=0.9)], [replace(STILL, at=n + 0.9) for n in range(8)]
    like = changed(LIKE, size=(960, 540))
    lesson = Lesson("x", Words("L"), Words(), tuple(several))
    played(reel_of(lesson, one, like, read_source))
    short, long = (
        peak(lambda part=part: played(reel_of(lesson, part, like, read_source))) for part in (one, several)
    )
    assert long < short + 2 * 960 * 540 * 4
