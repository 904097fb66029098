"""What is typed for several axes at once."""

from __future__ import annotations

from fractions import Fraction

import pytest

from convviz.core.errors import Refusal
from convviz.core.stacks import Padding
from convviz.views.axis_entries import (
    cells_text,
    factors_text,
    read_axes,
    read_factors,
    read_sides,
    read_wanted,
    short,
    sides_text,
)


@pytest.mark.parametrize(
    ("text", "axes", "value"),
    [("3", 1, (3,)), ("3", 3, (3, 3, 3)), ("3, 5", 2, (3, 5)), ("3x5 × 7", 3, (3, 5, 7)), (" 4 ", 2, (4, 4))],
)
def test_one_number_for_all_axes_or_one_for_each(text: str, axes: int, value: tuple[int, ...]) -> None:
    assert read_axes("Stride", text, axes, 1, 9) == value


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("3, 5, 7", "Stride must be one number, or 2, one for each axis, not “3, 5, 7”."),
        ("", "Stride must be one number, or 2, one for each axis, not “”."),
        ("0", "Stride must be from 1 to 9, not 0."),
        ("many", "“many” is not a number."),
        ("1.5", "Stride must be whole numbers, which “1.5” is not."),
    ],
)
def test_what_is_no_list_of_numbers(text: str, sentence: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_axes("Stride", text, 2, 1, 9)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1", ((1, 1), (1, 1))),
        ("1 + 2", ((1, 2), (1, 2))),
        ("1+2, 0", ((1, 2), (0, 0))),
        ("0, 1 + 1", ((0, 0), (1, 1))),
        ("Same-TF", "same-tf"),
    ],
)
def test_padding_on_both_sides(text: str, value: Padding) -> None:
    assert read_sides(text, 2, 99) == value
    assert read_sides(sides_text(value), 2, 99) == value


def test_padding_that_is_none() -> None:
    for text in ("−1", "1 + ", "+ 2", "1 + 2 + 3", "a"):
        if text == "1 + ":  # nothing after is as much as before
            assert read_sides(text, 1, 99) == ((1, 1),)
            continue
        with pytest.raises(Refusal):
            read_sides(text, 1, 99)


@pytest.mark.parametrize(
    ("text", "value"),
    [("2", Fraction(2)), ("1.5", Fraction(3, 2)), ("0.1", Fraction(1, 10)), ("7/3", Fraction(7, 3))],
)
def test_factors_are_read_exactly(text: str, value: Fraction) -> None:
    assert read_factors(text, 2) == (value, value)
    assert read_factors(factors_text((value, Fraction(2))), 2) == (value, Fraction(2))


@pytest.mark.parametrize("text", ["0", "-1", "1000", "1/0", "nan", "x", "1e9"])
def test_factors_that_are_none(text: str) -> None:
    with pytest.raises(Refusal):
        read_factors(text, 1)


def test_the_output_wanted_by_word_or_number() -> None:
    assert read_wanted("Same", 2, 99) == "same"
    assert read_wanted("half (16 × 16)", 2, 99) == "half"
    assert read_wanted("16 × 8", 2, 99) == (16, 8)
    with pytest.raises(Refusal):
        read_wanted("none", 2, 99)


def test_what_is_alike_is_said_once() -> None:
    assert [short(text) for text in ("3, 3", "5 × 5", "1, 2", "4")] == ["3", "5", "1, 2", "4"]
    assert cells_text((3, 224, 1_000_000)) == "3 × 224 × 1,000,000"
