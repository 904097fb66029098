"""Where the player is, in words."""

from __future__ import annotations

import pytest

from convviz.views.place import Place

STEPS = 3024 * 4032


@pytest.mark.parametrize(
    ("room", "first"), [((49, 7, 7), "26 / 49"), ((STEPS, 3024, 4032), "26 / 12,192,768")]
)
def test_two_lines_of_the_same_kind_whatever_the_size(qtbot, room: tuple[int, int, int], first: str) -> None:
    place = Place()
    qtbot.addWidget(place)
    place.reserve(*room)
    place.show_place(26, room[0], 3, 4, "multiply")
    assert (place.count.text(), place.where.text()) == (first, "row 3, col 4 · multiply")


def test_its_width_is_that_of_the_widest_it_will_show(qtbot) -> None:
    place = Place()
    qtbot.addWidget(place)
    place.reserve(49, 512, 512)
    width = place.width()
    for row in (0, 511):
        place.show_place(49, 49, row, row, "slide")
        assert place.width() == width
        for label in (place.count, place.where):
            assert width >= label.fontMetrics().horizontalAdvance(label.text())


def test_the_rest_after_a_step_is_called_done(qtbot) -> None:
    place = Place()
    qtbot.addWidget(place)
    place.show_place(1, 1, 0, 0, "rest")
    assert place.where.text() == "row 0, col 0 · done"
