"""Straight lines of a figure, judged by their pixels."""

from __future__ import annotations

import pytest

from convviz.figure.figure import Wires
from tests.paint.test_painter import pixels, rgb

pytestmark = pytest.mark.usefixtures("qapp")


def test_wires_go_straight_from_end_to_end() -> None:
    image = pixels(Wires(((10, 20, 190, 20), (100, 40, 100, 110)), "window", 3.0))
    assert tuple(image[20, 50].tolist()) == tuple(image[80, 100].tolist()) == rgb("window")
    assert (image[60, :90] == 255).all()
    assert (image[:, 195:] == 255).all()


def test_wires_are_as_wide_and_as_strong_as_they_say() -> None:
    def painted(width: float, strength: float) -> tuple[int, int]:
        image = pixels(Wires(((10, 20, 190, 20),), "lit", width, strength))
        return int((image != 255).any(2).sum()), int(image[20, 100].sum())

    thin, wide, faint = painted(1, 1.0), painted(5, 1.0), painted(5, 0.3)
    assert thin[0] < wide[0]
    assert wide[1] < faint[1] < 3 * 255


def test_no_wires_paint_nothing() -> None:
    assert (pixels(Wires((), "window")) == 255).all()
