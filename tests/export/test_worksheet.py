"""Worksheets and handouts as data: what is left blank, and that the key is right."""

from __future__ import annotations

import dataclasses
import re

import pytest

from convviz.core.errors import Refusal
from convviz.export.handout import check, handout
from convviz.export.paper import BLANK, Block, Drawing, NewPage, Paragraph
from convviz.export.worksheet import blanked, formula, is_sum, worksheet
from convviz.figure.figure import Mark, Text
from convviz.i18n import tr
from convviz.labs import lab_of
from convviz.labs.pictures import read_source
from convviz.labs.story import Story, tell
from convviz.scene.examples import EXAMPLES, load_example
from convviz.scene.lesson import Lesson, Page, Question, Words
from convviz.scene.scene import FilePicture, Scene, replace


def told(name: str) -> Story:
    scene = load_example(name)
    return tell(scene, read_source(scene), lab_of(scene))


def halves(name: str) -> tuple[list[Block], list[Block]]:
    """The worksheet's page and its key."""
    story = told(name)
    blocks = list(worksheet(story, lab_of(story.scene), "Title"))
    middle = next(n for n, block in enumerate(blocks) if isinstance(block, NewPage))
    return blocks[:middle], blocks[middle + 1 :]


def lines(blocks: list[Block]) -> list[str]:
    return [block.said for block in blocks if isinstance(block, Paragraph)]


def drawing(blocks: list[Block]) -> Drawing:
    return next(block for block in blocks if isinstance(block, Drawing))


@pytest.mark.parametrize("name", [example.id for example in EXAMPLES])
def test_any_scene_has_a_worksheet_and_a_key(name: str) -> None:
    sheet, key = halves(name)
    assert any(BLANK in line for line in lines(sheet))
    assert not any(BLANK in line for line in lines(key))
    assert not any("__" in line for line in lines(key))
    before, after = (drawing(half).figure.grids("output") for half in (sheet, key))
    assert all((grid.marks & Mark.EMPTY).all() for grid in before)
    assert not any((grid.marks & Mark.EMPTY).any() for grid in after)
    texts = [tr(item.text) for item in drawing(sheet).figure.items if isinstance(item, Text)]
    assert "?" not in texts
    assert "click to type, drag to paint" not in texts


def test_the_key_adds_up() -> None:
    _, key = halves("same-padding")
    sums = [line for line in lines(key) if line.startswith("y[")]
    assert len(sums) == 3
    for line in sums:
        left, _, right = line.partition(" = ")[2].rpartition(" = ")
        products = re.findall(r"\((\S+?)×(\S+?)\)", left)
        assert sum(float(v.replace("−", "-")) * float(w.replace("−", "-")) for v, w in products) == float(
            right.replace("−", "-")
        )


def test_each_sum_leaves_more_to_be_filled_in() -> None:
    sheet, _ = halves("same-padding")
    first, second, third = (line for line in lines(sheet) if line.startswith("y["))
    assert first.endswith(f"(0×2) = {BLANK}")
    assert second.count("(__×__)") == 9
    assert third == f"y[0,2] = {BLANK * 8}"


def test_a_long_sum_leaves_its_middle_out() -> None:
    story = told("three-channels")
    written = formula(story, story.trace[0], 3)
    assert " + … + " in written
    assert written.count("×") == 9


def test_bias_and_activation_stand_in_the_sum() -> None:
    scene = load_example("same-padding")
    scene = replace(scene, layer=replace(scene.layer, bias=(2.0,), activation="relu"))
    story = tell(scene, read_source(scene), lab_of(scene))
    step = story.trace[0]
    total = f"{step.total:g}"
    assert formula(story, step, 3).endswith(f" + 2 = {total} → ReLU → {total}")
    assert formula(story, step, 0).endswith(f" + 2 = {BLANK} → ReLU → {BLANK}")
    assert formula(story, step, 1).endswith(f" + __ = {BLANK} → ReLU → {BLANK}")


@pytest.mark.parametrize("name", ["max-pooling", "layer"])
def test_a_maximum_is_one_of_its_values(name: str) -> None:
    story = told(name)
    step = story.trace[0]
    values, _, largest = formula(story, step, 3).partition("max(")[2].partition(") = ")
    assert float(largest) == max(map(float, values.split(", "))) == step.value
    assert formula(story, step, 1) == f"y[0,0] = max(__, __, __, __) = {BLANK}"


def test_a_step_that_does_not_add_up_is_not_written_out() -> None:
    step = dataclasses.replace(told("same-padding").trace[0], total=1e6)
    assert not is_sum(step)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("= ⌊(5 + 2·1 − 1·2 − 1) / 1⌋ + 1 = 5", f"= ⌊(5 + 2·1 − 1·2 − 1) / 1⌋ + 1 = {BLANK}"),
        ("o = ⌊(i + 2p − d(k − 1) − 1) / s⌋ + 1", "o = ⌊(i + 2p − d(k − 1) − 1) / s⌋ + 1"),
        ("rows = 3 · 4 = 12", f"rows = 3 · 4 = {BLANK}"),
        ("nothing", "nothing"),
    ],
)
def test_only_results_are_blanked(text: str, expected: str) -> None:
    assert blanked(text) == expected


# --- handouts

SCENE = load_example("no-padding")
PAGE = Page(Words("One", "一"), Words("Text.", "文字。"), SCENE)
ASKED = Page(
    Words("Two", "二"),
    Words("More.", "更多。"),
    SCENE,
    question=Question(Words("How many rows?", "几行？"), "rows", None, Words("5 − 3 + 1.", "5 − 3 + 1。")),
)


def test_questions_are_on_their_pages_and_answers_at_the_end() -> None:
    blocks = list(handout(Lesson("x", Words("L"), Words("S"), (PAGE, ASKED)), read_source))
    end = next(n for n, block in enumerate(blocks) if isinstance(block, NewPage))
    assert lines(blocks[:end]) == [
        "L",
        "S",
        "1. One",
        "Text.",
        "2. Two",
        "More.",
        f"How many rows?  {BLANK}",
    ]
    assert lines(blocks[end:]) == ["Answers", "2. 3   5 − 3 + 1."]


def test_a_lesson_without_questions_has_no_answers() -> None:
    bare = Lesson("x", Words("L"), Words(), (replace(PAGE, text=Words()),))
    blocks = list(handout(bare, read_source))
    assert lines(blocks) == ["L", "1. One"]


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        (replace(PAGE, watch=(0, 9)), "It is to be watched to step 9, but the last is 8, counted from 0."),
        (replace(PAGE, at=9.5), "It begins at 9.5, but the last step is 8, counted from 0."),
        (replace(PAGE, text=Words("Text.")), "Its text is not written in both languages."),
        (replace(PAGE, title=Words("", "一")), "Its title is not written in both languages."),
        (replace(PAGE, scene=Scene(picture=FilePicture("/nowhere.png"))), "There is no file /nowhere.png."),
        (
            replace(ASKED, question=Question(Words(), "value")),
            "The question “value” is about one cell, but names none.",
        ),
    ],
)
def test_what_is_wrong_with_a_page_is_found(page: Page, sentence: str) -> None:
    found = list(check(Lesson("x", Words(), Words(), (PAGE, page)), read_source))
    assert [(number, tr(what)) for number, what in found] == [(2, sentence)]


def test_a_page_that_cannot_be_shown_has_no_handout() -> None:
    gone = replace(PAGE, scene=Scene(picture=FilePicture("/nowhere.png")))
    with pytest.raises(Refusal):
        list(handout(Lesson("x", Words(), Words(), (gone,)), read_source))
