"""A figure on a screen."""

from __future__ import annotations

import pytest

from convviz.figure.figure import Box, Size
from convviz.figure.lettering import SMALLEST
from convviz.figure.projection import Projection


def test_as_a_rule_a_pixel_is_a_pixel() -> None:
    plain = Projection(1000, 600)
    assert (plain.scale, plain.size, plain.least) == (1.0, Size(972, 572), SMALLEST)
    assert plain.on_screen(Box(0, 0, 10, 20)) == Box(14, 14, 10, 20)


def test_zoom_makes_all_larger_and_the_room_smaller() -> None:
    large = Projection(1680, 900, zoom=1.5)
    assert (large.scale, large.size) == (1.5, Size(1120 - 28, 600 - 28))
    assert Projection(1000, 600, zoom=0.5).size == Size(2000 - 28, 1200 - 28)


def test_zoom_ends_where_the_figure_has_just_the_room_it_needs() -> None:
    large = Projection(1120, 2000, zoom=9.0)
    assert large.full
    assert (large.scale, large.size.w) == (2.0, 532)
    assert not Projection(1120, 2000, zoom=1.5).full


@pytest.mark.parametrize("zoom", [0.5, 1.0, 1.2, 1.4, 3.0])
def test_a_class_reads_nothing_below_20_points(zoom: float) -> None:
    screen = Projection(1920, 1080, zoom, in_class=True)
    assert screen.least * screen.scale >= 20 / 72 * 96 - 1e-6
    assert screen.least.is_integer()
    assert screen.scale >= 1080 / 445.5


def test_a_screen_of_another_shape_is_filled_as_far_as_it_goes() -> None:
    assert Projection(1024, 768, in_class=True).scale == pytest.approx(1024 / 792)
    assert Projection(1024, 768, in_class=True).size.h == pytest.approx(768 * 792 / 1024 - 16)


def test_points_go_there_and_back() -> None:
    screen = Projection(1280, 720, in_class=True)
    box = screen.on_screen(Box(100, 50, 8, 8))
    assert screen.in_figure(box.x, box.y) == pytest.approx((100, 50))


def test_next_to_no_room_is_still_some() -> None:
    assert Projection(0, 0).size == Size(1.0, 1.0)
    assert Projection(0, 0, in_class=True).scale > 0
