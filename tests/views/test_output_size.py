"""The box in which the output's size is worked out."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QFontMetrics

from convviz.paint.theme import load
from convviz.views.output_size import OutputSize
from convviz.views.style import dress
from tests.labs.scenes import story, transposed
from tests.views.stories import layered, story_of


@pytest.fixture
def box(qtbot):
    box = OutputSize()
    qtbot.addWidget(box)
    box.resize(290, 100)
    box.show()
    yield box
    box.close()


def texts(box: OutputSize) -> list[str]:
    return [line.text().replace("\N{NO-BREAK SPACE}", " ") for line in box.lines if line.isVisible()]


def test_the_sum_of_the_scene(box) -> None:
    box.show_story(story_of())
    assert texts(box) == ["o = ⌊(i + 2p − d(k − 1) − 1) / s⌋ + 1", "= ⌊(7 + 2·1 − 1·2 − 1) / 1⌋ + 1 = 7"]


def test_it_follows_the_scene(box) -> None:
    box.show_story(story_of(layered(stride=(2, 1), padding="valid")))
    assert len(texts(box)) == 3
    box.show_story(story_of())
    assert len(texts(box)) == 2


def test_as_many_lines_as_a_lab_has(box) -> None:
    box.show_story(story(transposed(stride=(1, 3), output_padding=(0, 2))))
    assert len(texts(box)) == 4
    assert texts(box)[-1].startswith("conv: ")


@pytest.mark.parametrize("size", [(7, 7), (3024, 4032), (10000, 20000)])
@pytest.mark.parametrize("padding", ["same", (0, 1, 22, 333)])
@pytest.mark.parametrize("width", [290, 300, 420])
def test_nothing_is_cut_off(box, size: tuple[int, int], padding: object, width: int) -> None:
    planes = np.broadcast_to(np.zeros((1, 1, 1), np.uint8), (1, *size))
    box.resize(width, 120)
    box.show_story(story_of(layered(padding=padding), planes))
    for line in box.lines:
        for part in line.text().split("\n"):
            assert QFontMetrics(line.font()).horizontalAdvance(part) <= line.width()


def test_nothing_is_cut_off_after_another_theme(box, qapp) -> None:
    box.resize(290, 120)
    box.show_story(
        story_of(layered(padding="same"), np.broadcast_to(np.zeros((1, 1, 1), np.uint8), (1, 3024, 4032)))
    )
    before = [line.fontInfo().pixelSize() for line in box.lines]
    dress(qapp, load("dark"))
    after = [line.fontInfo().pixelSize() for line in box.lines]
    dress(qapp, load("light"))
    assert after == before
    assert before[1] < before[3]  # smaller than a line that nothing was written in


def test_a_picture_of_the_usual_size_takes_one_line_for_each_axis(box) -> None:
    box.resize(308, 120)  # as wide as the panels at the right
    box.show_story(
        story_of(layered(padding="same"), np.broadcast_to(np.zeros((1, 1, 1), np.uint8), (1, 1080, 1920)))
    )
    assert texts(box)[1:] == [
        "rows = ⌊(1080 + 2·1 − 1·2 − 1) / 1⌋ + 1 = 1080",
        "cols = ⌊(1920 + 2·1 − 1·2 − 1) / 1⌋ + 1 = 1920",
    ]
