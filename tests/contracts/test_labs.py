"""What every lab promises: any scene, at any moment, on any stage, is drawn whole and legibly."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import pytest

from convviz import assets, i18n
from convviz.core.operations import OPERATIONS
from convviz.figure.figure import Bars, Box, Figure, Grid, Size, Spot, Text
from convviz.figure.lettering import number_size
from convviz.i18n import tr
from convviz.labs import LABS, lab_of
from convviz.labs.lab import Lab
from convviz.labs.parts import HEAD, NAME_LINE
from convviz.labs.story import Source, Story, tell
from convviz.paint.fonts import metrics
from convviz.paint.painter import fitted, levelled
from convviz.scene.scene import Scene
from tests.labs.scenes import CASES, CLIP, GREY, figure

SIZES = ((532, 252), (732, 332), (1010, 365), (1230, 620), (1472, 872))
EACH_PHASE = (SIZES[0], SIZES[2])
"""The stages that are looked at in each phase: the smallest there is, and that of a window of 1280 × 720."""
LEAST_HEADING = 13.5
pytestmark = pytest.mark.usefixtures("qapp")


def box_of(text: Text, words: str, size: float) -> Box:
    """Where a fitted text really stands, its letters without the space above and below them."""
    measures = metrics(size, text.bold, text.mono)
    width, height = measures.horizontalAdvance(words), measures.capHeight()
    left = {"left": 0.0, "center": width / 2, "right": width}[text.align]
    return Box(text.x - left, text.y - height / 2, width, height)


def overlaps(boxes: list[Box]) -> list[tuple[int, int]]:
    """The pairs of boxes that cover one another, all compared at once."""
    left, top, right, bottom = np.array([(box.x, box.y, box.right, box.bottom) for box in boxes]).T
    beside, above = left[:, None] < right - 0.5, top[:, None] < bottom - 0.5
    first, second = np.nonzero(np.triu(beside & beside.T & above & above.T, 1))
    return list(zip(first.tolist(), second.tolist(), strict=True))


def outside(box: Box, drawn: Figure) -> bool:
    return min(box.x, box.y) < -0.5 or box.right > drawn.size.w + 0.5 or box.bottom > drawn.size.h + 0.5


def complaints(drawn: Figure) -> Iterator[str]:
    """Everything on a figure that a person could not read or would find cut off."""
    texts = [(item, *fitted(item)) for item in levelled(drawn.items) if isinstance(item, Text)]
    named = [(f"“{words}”", box_of(item, words, size)) for item, words, size in texts]
    grids = [item for item in drawn.items if isinstance(item, Grid) and item.name != "flying"]
    for grid in grids:
        yield from (f"{grid.name}: {words}" for words in crowded(grid))
        if outside(grid.box, drawn):
            yield f"{grid.name} is cut off at {grid.box}"
    named += [(grid.name, grid.box) for grid in grids if grid.name != "legend"]
    named += [("bars", item.box) for item in drawn.items if isinstance(item, Bars)]
    yield from (f"{name} is cut off at {box}" for name, box in named if outside(box, drawn))
    for one, other in overlaps([box for _, box in named]):
        yield f"{named[one][0]} overlaps {named[other][0]}"
    for grid in grids:
        if grid.name != "legend" and grid.y < HEAD - 0.5:
            yield f"{grid.name} stands in the headings"


def crowded(grid: Grid) -> Iterator[str]:
    """Numbers wider than their cells, in the size in which they are painted."""
    for texts, share in ((grid.labels, 0.4), (grid.corners, 0.24), (grid.over, 0.24)):
        if texts is None:
            continue
        size = number_size(texts, grid.cell, share)
        if size < 7:
            yield f"numbers of {size} pixels"
        measures = metrics(size, grid.name in ("kernel", "products"))
        longest = max((text for row in texts for text in row), key=len)
        if measures.horizontalAdvance(longest) > grid.cell or measures.capHeight() > grid.cell:
            yield f"“{longest}” does not fit {grid.cell}"


def moments(story: Story) -> Iterator[float]:
    """The start, the end, and the middle of each phase of the middle step."""
    steps, (*starts, last) = story.timeline.steps, (*story.timeline.starts, 1.0)
    yield from (0.0, float(steps))
    ends = (*starts[1:], last)
    yield from (steps // 2 + (start + end) / 2 for start, end in zip(starts, ends, strict=True))


def spots(drawn: Figure) -> Iterator[Spot]:
    """The first and the last cell of each grid."""
    for grid in drawn.items:
        if isinstance(grid, Grid) and grid.name not in ("legend", "flying"):
            rows, cols = grid.values.shape
            for row, col in {(0, 0), (rows - 1, cols - 1)}:
                yield Spot(grid.name, row + grid.first[0], col + grid.first[1], grid.channel)


@pytest.mark.parametrize("case", CASES)
def test_nothing_overlaps_and_nothing_is_cut_off(case: str) -> None:
    """On every stage, the same story: most of telling one is the same for all."""
    story = tell(CASES[case][0], CASES[case][1], lab_of(CASES[case][0]))
    found: set[str] = set()
    for size in SIZES:
        for t in [*moments(story)][:: 1 if size in EACH_PHASE else 3]:
            drawn = figure(story, t, size=Size(*size))
            found |= {f"{words} at {t} in {size[0]} × {size[1]}" for words in complaints(drawn)}
    assert not found, "\n".join(sorted(found)[:8])


@pytest.mark.parametrize("case", CASES)
def test_headings_side_by_side_are_of_one_size(case: str) -> None:
    """All stand in the row that is levelled, and the narrowest does not make the others hard to read."""
    story = tell(CASES[case][0], CASES[case][1], lab_of(CASES[case][0]))
    for size in SIZES:
        items = levelled(figure(story, float(story.timeline.steps), size=Size(*size)).items)
        names = [item for item in items if isinstance(item, Text) and item.bold and item.y == NAME_LINE]
        assert names
        assert {item.row for item in names} == {"headings"}, size
        (level,) = {fitted(item)[1] for item in names}
        assert level >= LEAST_HEADING, size


@pytest.mark.parametrize("case", CASES)
def test_every_cell_can_be_pointed_at(case: str) -> None:
    story = tell(CASES[case][0], CASES[case][1], lab_of(CASES[case][0]))
    end = float(story.timeline.steps)
    for spot in spots(figure(story, end)):
        asked = figure(story, end, spot)
        assert tr(asked.sentence)
        assert not list(complaints(asked))


@pytest.mark.parametrize("code", i18n.languages(assets.path("i18n"))[1:])
@pytest.mark.parametrize("case", CASES)
def test_it_is_drawn_whole_in_other_languages(case: str, code: str) -> None:
    i18n.speak(code, assets.path("i18n"))
    story = tell(CASES[case][0], CASES[case][1], lab_of(CASES[case][0]))
    found: set[str] = set()
    for size in SIZES[::2]:
        for t in (0.0, story.timeline.steps // 2 + 0.6, story.timeline.steps - 0.1):
            drawn = figure(story, t, size=Size(*size))
            found |= {f"{words} at {t} in {size}" for words in complaints(drawn)}
            texts = [fitted(item)[0] for item in levelled(drawn.items) if isinstance(item, Text)]
            if size != SIZES[0] and t > story.timeline.steps - 1:  # a sum that is not done ends in … too
                found |= {f"“{text}” in {size}" for text in texts if text.endswith("…") and len(text) > 1}
    assert not found, "\n".join(sorted(found)[:8])


@pytest.mark.parametrize("case", CASES)
def test_words_are_shortened_rather_than_cut(case: str) -> None:
    story = tell(CASES[case][0], CASES[case][1], lab_of(CASES[case][0]))
    for width, height in SIZES[1:]:
        drawn = figure(story, story.timeline.steps - 0.1, size=Size(width, height))
        texts = [fitted(item)[0] for item in levelled(drawn.items) if isinstance(item, Text)]
        assert not [text for text in texts if text.endswith("…") and len(text) > 1]


def said(story: Story, t: float) -> list[str]:
    """The sentences of an explanation: what ends in a stop with a space behind it, or with nothing."""
    text = tr(lab_of(story.scene).explain(story, story.timeline.at(t)))
    assert text.endswith(".")
    return re.split(r"(?<=[.!?]) ", text)


@pytest.mark.parametrize("case", CASES)
def test_it_is_explained_in_a_few_sentences(case: str) -> None:
    story = tell(CASES[case][0], CASES[case][1], lab_of(CASES[case][0]))
    for t in (0.0, story.timeline.steps // 2 + 0.6, float(story.timeline.steps)):
        sentences = said(story, t)
        assert 2 <= len(sentences) <= 5, sentences
        assert len(set(sentences)) == len(sentences)


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.title)
def test_an_explanation_follows_the_steps(lab: Lab) -> None:
    story = tell(Scene(layer=lab.default, output=2), Source("any", CLIP.planes, 255.0), lab)
    steps = range(0, story.timeline.steps, 3)
    assert len({tuple(said(story, story.timeline.finished(step))) for step in steps}) > 1


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.title)
def test_a_lab_is_complete(lab: object) -> None:
    default = Scene(layer=lab.default)  # type: ignore[attr-defined]
    own = lab_of(default)
    assert own is lab
    assert own.operation in OPERATIONS
    story = tell(default, Source("grey", GREY.planes, 255.0), own)
    assert len(own.phases(default)) == len(story.timeline.phases)
    for t in (0.0, story.timeline.steps / 2, float(story.timeline.steps)):
        drawn = figure(story, t)
        assert drawn.grids("input")
        assert drawn.grids("output")
        assert len(said(story, t)) >= 2
    assert all(tr(line) for line in own.size_formula(story))
