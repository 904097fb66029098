"""Every lesson that comes with the program: shown, asked and answered, in both languages, on every page."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import pytest

from convviz import i18n
from convviz.core.kernel_text import shown
from convviz.export.handout import check, handout
from convviz.export.paper import Paragraph
from convviz.figure.figure import Figure, Grid, Mark, Panel, Size, Text
from convviz.i18n import tr
from convviz.labs import lab_of
from convviz.labs.lab import Look
from convviz.labs.pictures import read_source
from convviz.labs.predict import draw
from convviz.labs.questions import ANSWERS, Asked
from convviz.labs.story import Story, tell
from convviz.scene.lesson import Page
from convviz.scene.lesson_file import BuiltIn, built_in
from convviz.scene.pool import PoolLayer
from tests import texts
from tests.contracts.arithmetic import NUMBER, equations, tolerance, worth
from tests.contracts.recount import RECOUNTS, paths

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


NO_SECRETS = re.compile(
    r"\d+ ?× ?\d+|[−\d]*\d(?:–| to )\d+|\b\w\[[\d,]+\]|\([−\d.]+×[−\d.]+\)|padding [\d, ]+"
)
"""What may hold the same number by chance: sizes, places, what cells are called, what is multiplied."""
TOLD = {("dense", 4), ("mistakes", 7), ("sizes", 8)}
"""Where the number is there for another reason: of a cell with the same pixels, the bias, a legend's 0."""


def _seen(figure: Figure) -> Iterator[Text | Grid]:
    """Texts and grids that no cover lies over."""
    for n, item in enumerate(figure.items):
        over = [o.box for o in figure.items[n:] if isinstance(o, Panel) and o.role == "card"]
        if isinstance(item, Text | Grid) and not any(
            box.x <= item.x <= box.right and box.y <= item.y <= box.bottom for box in over
        ):
            yield item


def _numbers(words: str) -> set[str]:
    return {
        found.replace(",", "") for found in re.findall(r"−?\d[\d,]*(?:\.\d+)?", NO_SECRETS.sub(" ", words))
    }


@pytest.mark.parametrize("size", [Size(716, 330), Size(1020, 420), Size(1256, 560)], ids=str)
@each_question
def test_the_stage_does_not_say_the_answer_while_its_question_is_open(
    page: Page, size: Size, request: pytest.FixtureRequest
) -> None:
    story, lab = told(page), lab_of(page.scene)
    asked = Asked(story, page.question)
    if asked.answer.kind == "cell" or _place(request) in TOLD:
        return
    moment, truth = story.timeline.at(page.at), shown(asked.number).replace(",", "")
    figure = draw(lab, story, moment, Look(size, hidden=asked.hidden))
    assert truth not in _numbers(tr(figure.sentence))
    pooled = isinstance(page.scene.layer, PoolLayer)  # whose formula lists pixels
    for item in _seen(figure):
        if isinstance(item, Text) and not (pooled and item.role.startswith("strip")):
            assert truth not in _numbers(tr(item.text)), tr(item.text)
        elif isinstance(item, Grid) and item.labels and item.name == "input":
            copies = (item.marks & Mark.COPY > 0) & (item.marks & Mark.EMPTY == 0)
            assert truth not in {item.labels[row][col] for row, col in np.argwhere(copies)}


def _place(request: pytest.FixtureRequest) -> tuple[str, int]:
    """(lesson's id, page) of the page in a test's name."""
    found = re.search(r"\d\d-([a-z0-9-]+?)-(\d+)(?:-|\])", request.node.name)
    assert found
    return found[1], int(found[2])


@pytest.mark.parametrize(("lesson", "number"), [("pooling", 11), ("transposed", 5)])
def test_where_a_single_stamp_reaches_a_cell_the_formula_does_not_say_so(lesson: str, number: int) -> None:
    page = next(built for built in LESSONS if built.id == lesson).load().pages[number - 1]
    story, lab = told(page), lab_of(page.scene)
    asked, (row, col) = Asked(story, page.question), page.question.cell
    for t in (asked.step, asked.step + 0.5, story.timeline.finished(asked.step)):
        figure = draw(lab, story, story.timeline.at(t), Look(Size(716, 330), hidden=asked.hidden))
        strip = [item for item in figure.items if isinstance(item, Text) and item.role.startswith("strip")]
        assert [tr(item.text) for item in strip] == [f"y[{row},{col}] = ", "?"]


def test_every_answer_can_be_counted_once_more() -> None:
    assert set(RECOUNTS) == set(ANSWERS)


@each_question
def test_an_answer_is_what_brute_force_counts(page: Page) -> None:
    story = told(page)
    asked = Asked(story, page.question)
    counted = RECOUNTS[page.question.asks](story, page.question)
    if asked.answer.kind == "cell":
        assert set(asked.cells) == counted
    else:
        assert asked.number == pytest.approx(float(counted), rel=1e-5)


@each_question
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_what_is_said_after_an_answer_names_it(page: Page, language: str) -> None:
    """Where numbers are named at all: an explanation that leads to another number would be wrong."""
    number, after = Asked(told(page), page.question).number, page.question.after.own(language)
    named = {float(n.replace(",", "").replace("−", "-")) for n in re.findall(f"−?(?:{NUMBER})", after)}
    assert not named or {number, abs(number)} & named


@each_lesson
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_equations_are_true(lesson: BuiltIn, language: str) -> None:
    found = [each for text in texts.written(lesson.load(), language) for each in equations(text)]
    assert len(found) >= 4
    for equation, sides in found:
        assert np.ptp([worth(side) for side in sides]) <= tolerance(sides), equation


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("so s · 2 + 1 = 2 · (3 − 1) + 1 = 5 rows", ["2 · (3 − 1) + 1", "5"]),
        ("k − 1 = 2", []),
        ("⌊(10 + 2 − 4)/3⌋ + 1 = 3.", ["⌊(10 + 2 − 4)/3⌋ + 1", "3"]),
        ("√(120² + 160²) = 200", ["√(120² + 160²)", "200"]),
        ("that is 4 = 2p", []),
    ],
)
def test_equations_are_found(text: str, sides: list[str]) -> None:
    found = [each for _, each in equations(text)]
    assert found == ([sides] if sides else [])
    assert all(np.ptp([worth(side) for side in each]) == 0 for each in found)


@pytest.mark.parametrize(
    ("rates", "field", "seen"),
    [
        ((1, 2, 4), 15, 15),
        ((1, 2, 5), 17, 17),
        ((1, 2, 9), 25, 21),
        ((2, 2, 2), 13, 7),
        ((4, 4, 4), 25, 7),
        ((1, 3, 5), 19, 19),
        ((1, 3, 9), 27, 27),
        ((1, 2, 4, 8), 31, 31),
    ],
)
def test_stacked_rates_see_what_the_lessons_say(rates: tuple[int, ...], field: int, seen: int) -> None:
    cells = paths(rates)
    assert (max(cells) + 1, len(cells)) == (field, seen)


@each_lesson
def test_a_lesson_asks_often_and_ends_with_exercises(lesson: BuiltIn) -> None:
    pages = lesson.load().pages
    assert sum(page.question is not None for page in pages) >= 5
    for page in pages[-2:]:
        assert page.question
        assert page.title.en.startswith("Now you: ")
        assert page.title.zh.startswith("轮到你：")


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
