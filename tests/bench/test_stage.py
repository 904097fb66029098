"""A frame of the stage is drawn and painted well within the sixtieth of a second it has."""

from __future__ import annotations

import sys
from time import perf_counter

import pytest
from PySide6.QtGui import QImage, QPainter

from convviz.figure.figure import Size
from convviz.paint.painter import paint
from convviz.paint.theme import load
from convviz.scene.scene import Region
from tests.labs.scenes import GREY, figure, scene, story

pytestmark = pytest.mark.usefixtures("qapp")
STAGE = Size(1030, 520)
"""The stage in a window of 1600 × 1000."""


@pytest.mark.skipif(sys.gettrace() is not None, reason="a tracer slows every line down")
@pytest.mark.parametrize(("cells", "most"), [(9, 0.008), (64, 0.010)])
def test_a_frame_is_drawn_and_painted_in_time(cells: int, most: float) -> None:
    """With all numbers, and with colours only. The best of many: the machine may be busy."""
    told = story(scene(region=Region(50, 50, cells, cells)), GREY)
    image = QImage(int(STAGE.w), int(STAGE.h), QImage.Format.Format_RGB32)
    best = 1.0
    for _ in range(40):
        start = perf_counter()
        painter = QPainter(image)
        paint(figure(told, 80.9, size=STAGE), painter, load("light"))
        painter.end()
        best = min(best, perf_counter() - start)
    assert best < most
