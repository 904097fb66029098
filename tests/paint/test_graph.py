"""A graph as it is painted."""

from __future__ import annotations

import numpy as np
import pytest

from convviz.figure.figure import Box, Graph
from convviz.paint.theme import THEMES, load
from tests.paint.test_painter import Pixels, pixels, rgb

pytestmark = pytest.mark.usefixtures("qapp")
BOX = Box(20, 10, 160, 100)


def relu(*marks: tuple[float, float]) -> Graph:
    return Graph(BOX, ((-2, 0), (0, 0), (2, 2)), (-2, 2), (-0.5, 2), marks)


def at(image: Pixels, x: float, y: float) -> tuple[int, ...]:
    left, top = relu().place(x, y)
    return tuple(image[round(top), round(left)].tolist())


@pytest.mark.parametrize("theme", THEMES)
def test_the_line_runs_through_its_points(theme: str) -> None:
    image = pixels(relu(), theme=load(theme))
    distance = [
        np.abs(np.subtract(at(image, x, max(x, 0)), rgb("curve", load(theme)))).sum() for x in (-1, 1)
    ]
    assert max(distance) < 200
    assert at(image, -1, 1) == rgb("field", load(theme))


def test_the_last_mark_is_the_largest_and_reaches_both_axes() -> None:
    image = pixels(relu((0.5, 0.5), (1.5, 1.5)))
    assert at(image, 1.5, 1.5) == rgb("window")
    assert at(image, 0.5, 0.5) != rgb("window")
    plain = pixels(relu())
    changed = np.argwhere((image != plain).any(2))
    (left, _), (_, bottom) = relu().place(0, 0), relu().place(1.5, 0)
    assert abs(changed[:, 1].min() - left) <= 2
    assert abs(changed[:, 0].max() - bottom) <= 2


def test_a_line_beyond_the_ranges_is_cut_off() -> None:
    image = pixels(Graph(BOX, ((-4, -4), (4, 4)), (-1, 1), (-1, 1)))
    outside = image.copy()
    outside[9:111, 19:181] = 255
    assert (outside == 255).all()
