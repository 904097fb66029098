"""Every lesson that comes with the program: shown, asked and answered, in both languages, on every page."""

from __future__ import annotations

import numpy as np
import pytest

from convviz import i18n
from convviz.core.operations import OPERATIONS
from convviz.export.handout import check, handout
from convviz.export.paper import Paragraph
from convviz.figure.figure import Mark, Size
from convviz.i18n import tr
from convviz.labs import lab_of
from convviz.labs.lab import Look
from convviz.labs.pictures import read_source
from convviz.labs.predict import draw
from convviz.labs.questions import Asked
from convviz.labs.story import Story, tell
from convviz.scene.lesson import Page
from convviz.scene.lesson_file import BuiltIn, built_in

LESSONS = built_in()
PAGES = [
    pytest.param(page, id=f"{lesson.number:02}-{lesson.id}-{n}")
    for lesson in LESSONS
    for n, page in enumerate(lesson.load().pages, 1)
]
each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
each_page = pytest.mark.parametrize("page", PAGES)
each_question = pytest.mark.parametrize("page", [page for page in PAGES if page.values[0].question])


def told(page: Page) -> Story:
    return tell(page.scene, read_source(page.scene), lab_of(page.scene))


@each_lesson
def test_a_lesson_is_sound(lesson: BuiltIn) -> None:
    content = lesson.load()
    assert content.id == lesson.id
    assert [f"page {number}: {tr(what)}" for number, what in check(content, read_source)] == []
    for words in (content.title, content.summary, *(page.title for page in content.pages)):
        assert words.en
        assert words.zh


def test_lessons_are_numbered_from_1_on() -> None:
    assert [lesson.number for lesson in LESSONS] == list(range(1, len(LESSONS) + 1))
    assert len({lesson.id for lesson in LESSONS}) == len(LESSONS)


@each_page
def test_every_page_is_drawn_where_it_begins_and_as_far_as_it_is_watched(page: Page) -> None:
    story, lab = told(page), lab_of(page.scene)
    first, last = page.watch or (0, 0)
    for t in (page.at, float(first), story.timeline.finished(last)):
        assert draw(lab, story, story.timeline.at(t), Look(Size(716, 330))).items


@each_question
def test_an_answer_is_what_the_reference_computes(page: Page) -> None:
    """The reference is the definition in plain numpy, not what the answer was computed with."""
    story = told(page)
    asked = Asked(story, page.question)
    asks, cell = page.question.asks, page.question.cell
    region = story.region(0)
    if asks in ("rows", "columns", "channels"):
        shape = OPERATIONS[story.operation.id].output_shape(story.spec, story.x.shape)
        assert asked.number == shape[("channels", "rows", "columns").index(asks)]
    if asks not in ("value", "largest", "smallest", "zeros", "negative"):
        return
    y = story.operation.reference(story.spec, *story.operands)[story.output]
    stage = y[region.top : region.bottom, region.left : region.right]
    expected = {
        "value": lambda: y[cell],
        "largest": stage.max,
        "smallest": stage.min,
        "zeros": np.equal(stage, 0).sum,
        "negative": np.less(stage, 0).sum,
    }[asks]()
    assert asked.number == pytest.approx(float(expected), rel=1e-5)


@each_question
def test_an_open_question_hides_its_answer(page: Page) -> None:
    story = told(page)
    asked = Asked(story, page.question)
    look = Look(Size(716, 330), hidden=asked.hidden)
    figure = draw(lab_of(page.scene), story, story.timeline.at(page.at), look)
    for grid in figure.grids("output"):
        rows, cols = grid.marks.shape
        for row, col in asked.hidden.cells:
            r, c = row - grid.first[0], col - grid.first[1]
            if 0 <= r < rows and 0 <= c < cols:
                assert grid.marks[r, c] & Mark.EMPTY


@each_lesson
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_handout_has_every_page_in_every_language(lesson: BuiltIn, language: str) -> None:
    content = lesson.load()
    try:
        i18n.use(str, language)
        blocks = list(handout(content, read_source))
    finally:
        i18n.use(str)
    said = [block.said for block in blocks if isinstance(block, Paragraph)]
    for n, page in enumerate(content.pages, 1):
        assert f"{n}. {page.title.of(language)}" in said
        if page.text.of(language):
            assert page.text.of(language) in said
