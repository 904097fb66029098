"""Figures for the last row: no text below a size."""

from __future__ import annotations

import numpy as np
import pytest

from convviz.figure import lettering
from convviz.figure.figure import Figure, Grid, Scale, Size, Text, marks_like
from convviz.figure.legible import halves, legible
from convviz.i18n import msg

LONG = "One two three four five six seven eight nine ten."


def only(*items: Text) -> tuple[Text, ...]:
    return legible(Figure(Size(400, 300), items, msg("A figure.")), 11.0).items


def test_small_texts_grow_and_large_ones_stay() -> None:
    small, large = only(Text(0, 0, "a", size=8), Text(0, 0, "b", size=20, room=300, least=14))
    assert (small.size, small.least) == (11, 11)
    assert (large.size, large.least) == (20, 14)


def test_texts_that_may_shrink_do_so_less() -> None:
    (text,) = only(Text(0, 0, "a", size=14, room=300, least=7))
    assert (text.size, text.least) == (14, 11)


def test_a_sentence_without_room_takes_two_lines_one_above_the_other() -> None:
    upper, lower = only(Text(5, 50, LONG, size=13, room=200, least=7))
    assert f"{upper.text} {lower.text}" == LONG
    assert upper.y < 50 < lower.y
    assert lower.y - upper.y > upper.size, "they do not touch"
    assert {upper.size, lower.size, upper.least, lower.least} == {11}
    assert (upper.x, lower.x, upper.room) == (5, 5, 200)


def test_what_has_a_shorter_form_or_is_no_sentence_stays_on_its_line() -> None:
    assert len(only(Text(0, 0, LONG, room=200, shorter=("short",)))) == 1
    assert len(only(Text(0, 0, "a name that is long", room=20))) == 1
    assert len(only(Text(0, 0, LONG))) == 1, "nothing says how much room there is"
    assert len(only(Text(0, 0, LONG, room=2000))) == 1


def test_the_halves_of_a_text_are_about_as_long_as_each_other() -> None:
    assert halves("to be or not to be") == ("to be or", "not to be")
    assert halves("窗口中的九个值") == ("窗口中的", "九个值")


def test_other_items_and_the_figures_size_stay_and_it_knows_its_least_size() -> None:
    grid = Grid("input", 0, 0, 10, values := np.ones((1, 1)), Scale("image"), marks_like(values))
    figure = legible(Figure(Size(400, 300), (grid,), msg("A figure.")), 11.0)
    assert figure.items == (grid,)
    assert (figure.size, figure.least) == (Size(400, 300), 11.0)
    assert Figure(Size(1, 1), (), msg("")).least == lettering.SMALLEST


@pytest.mark.parametrize(("cell", "share"), [(20, 0.4), (45, 0.4), (45, 0.24), (60, 0.24)])
def test_numbers_are_at_least_so_large_or_have_no_room(cell: float, share: float) -> None:
    assert lettering.number_size([["255"]], cell, share) >= lettering.SMALLEST
    with lettering.at_least(11.0):
        size = lettering.number_size([["255"]], cell, share)
    assert size == 0 or size >= 11
    assert (size == 0) == (
        (share * cell < 0.9 * 11 and share < 0.4) or cell < 17.2 or 0.96 * cell < 3 * 6.622
    )


def test_the_least_size_is_the_usual_one_again_afterwards() -> None:
    def fail() -> None:
        with lettering.at_least(30.0):
            raise ZeroDivisionError(lettering.least())

    with pytest.raises(ZeroDivisionError, match="30"):
        fail()
    assert lettering.least() == lettering.SMALLEST
