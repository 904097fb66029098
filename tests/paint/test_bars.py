"""A signal as bars, judged by its pixels."""

from __future__ import annotations

import numpy as np
import pytest

from convviz.figure.figure import Bars, Box, Mark
from convviz.paint.theme import THEMES, load
from tests.paint.test_painter import pixels, rgb

pytestmark = pytest.mark.usefixtures("qapp")
BOX = Box(20, 10, 160, 100)


def bars(values: list[float], low: float, high: float, marks: list[int] | None = None) -> Bars:
    flags = np.array(marks or [0] * len(values), np.uint8)
    return Bars(BOX, np.array(values), low, high, flags)


def at(image: np.ndarray, x: float, y: float) -> tuple[int, ...]:
    return tuple(image[int(y), int(x)].tolist())


@pytest.mark.parametrize("theme", THEMES)
def test_a_bar_reaches_from_0_to_its_value(theme: str) -> None:
    image = pixels(bars([2, 4], 0, 4), theme=load(theme))
    paper = rgb("card", load(theme))
    assert at(image, 50, 40) == paper
    assert at(image, 50, 80) != paper
    assert at(image, 150, 20) != paper


def test_signs_have_two_colours_and_the_marked_ones_stand_out() -> None:
    image = pixels(bars([1, -1, 1, 1], -1, 1, [0, 0, Mark.TAP, Mark.LIT]))
    above, below = at(image, 40, 30), at(image, 80, 90)
    assert above[0] > above[2]
    assert below[2] > below[0]
    assert len({above, below, at(image, 120, 30), at(image, 160, 30)}) == 4


@pytest.mark.parametrize("theme", THEMES)
def test_a_bar_in_play_has_the_colour_of_its_window_in_a_frame(theme: str) -> None:
    image = pixels(bars([1, 1], 0, 1, [Mark.TAP, Mark.TAP | Mark.LIT]), theme=load(theme))
    assert at(image, 140, 60) == at(image, 60, 60)
    assert at(image, 101, 60) == rgb("lit", load(theme))


def test_a_bar_that_is_not_there_yet_is_not_drawn() -> None:
    image = pixels(bars([1, 1], 0, 1, [0, Mark.EMPTY]))
    assert at(image, 60, 50) != rgb("card")
    assert at(image, 140, 50) == rgb("card")


def test_narrow_bars_touch() -> None:
    image = pixels(bars([1.0] * 40, 0, 1))
    assert len({at(image, x, 60) for x in range(22, 178)}) == 1


def test_a_step_is_drawn_between_neighbours() -> None:
    image = pixels(bars([1, 4], 0, 4))
    riser = image[15:80, 99:102].astype(int).sum(axis=2).min(axis=1)
    assert (riser < image[60, 40].astype(int).sum()).all()
