"""Where the player is, in words."""

from __future__ import annotations

import pytest

from convviz.views.place import Place

STEPS = 3024 * 4032


@pytest.mark.parametrize(
    ("room", "narrow", "first", "second"),
    [
        ((49, 7, 7), False, "26 / 49 · row 3, col 4", "multiply"),
        ((49, 7, 7), True, "26 / 49 · multiply", "row 3, col 4"),
        ((STEPS, 3024, 4032), False, "26 / 12,192,768", "row 3, col 4 · multiply"),
        ((STEPS, 3024, 4032), True, "26 / 12,192,768", "row 3, col 4 · multiply"),
    ],
)
def test_two_lines(qtbot, room: tuple[int, int, int], narrow: bool, first: str, second: str) -> None:
    place = Place()
    qtbot.addWidget(place)
    place.show_place(26, room[0], 3, 4, "multiply")
    place.reserve(*room, narrow)
    assert (place.step.text(), place.phase.text()) == (first, second)


def test_its_width_is_that_of_the_widest_it_will_show(qtbot) -> None:
    place = Place()
    qtbot.addWidget(place)
    place.reserve(49, 512, 512)
    width = place.width()
    for row in (0, 511):
        place.show_place(49, 49, row, row, "slide")
        assert place.width() == width >= place.step.fontMetrics().horizontalAdvance(place.step.text())


def test_the_rest_after_a_step_is_called_done(qtbot) -> None:
    place = Place()
    qtbot.addWidget(place)
    place.show_place(1, 1, 0, 0, "rest")
    assert place.phase.text() == "done"
