"""What is typed, read; what is read, written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core.errors import Refusal
from convviz.core.kernels import find
from convviz.views import entries

pads = st.tuples(*[st.integers(0, 999)] * 4)


@pytest.mark.parametrize(
    ("text", "size"),
    [("3", (3, 3)), ("3x3", (3, 3)), ("3 × 5", (3, 5)), ("1,63", (1, 63)), (" 7 2 ", (7, 2))],
)
def test_kernel_sizes_are_read(text: str, size: tuple[int, int]) -> None:
    assert entries.read_size(text) == size


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("0", "Kernel size must be from 1 to 63, not 0."),
        ("64", "Kernel size must be from 1 to 63, not 64."),
        ("2.5", "Kernel size must be whole numbers, which “2.5” is not."),
        ("3 × 3 × 3", "Kernel size is one whole number, or two for rows and columns, not “3 × 3 × 3”."),
        ("", "Kernel size is one whole number, or two for rows and columns, not “”."),
        ("three", "“three” is not a number."),
        ("nan", "“nan” is not a finite number."),
    ],
)
def test_a_kernel_size_that_is_none_is_refused_with_its_numbers(text: str, sentence: str) -> None:
    with pytest.raises(Refusal) as refusal:
        entries.read_size(text)
    assert str(refusal.value) == sentence


@pytest.mark.parametrize(
    ("text", "padding"),
    [
        ("same", "same"),
        ("Same (1)", "same"),
        ("same-tf (0, 1, 0, 1)", "same-tf"),
        ("VALID", "valid"),
        ("2", (2, 2, 2, 2)),
        ("1, 2", (1, 1, 2, 2)),
        ("0, 1, 2, 3", (0, 1, 2, 3)),
        ("0 1 2 3", (0, 1, 2, 3)),
    ],
)
def test_padding_is_read(text: str, padding: object) -> None:
    assert entries.read_padding(text) == padding


@pytest.mark.parametrize("text", ["", "1, 2, 3", "some"])
def test_a_padding_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match=r"Padding is same, same-tf, valid, one whole number"):
        entries.read_padding(text)


@given(pads)
def test_padding_that_is_written_is_read_again(padding: tuple[int, int, int, int]) -> None:
    assert entries.read_padding(entries.pads_text(padding)) == padding


def test_padding_is_written_as_it_was_chosen() -> None:
    assert entries.padding_text("same", (0, 1, 0, 1)) == "same (0, 1, 0, 1)"
    assert entries.padding_text("same-tf", (1, 1, 1, 1)) == "same-tf (1)"
    assert entries.padding_text("valid", (0, 0, 0, 0)) == "valid"
    assert entries.padding_text((2, 2, 1, 1), (2, 2, 1, 1)) == "2, 1"


def test_numbers_are_fractions_and_true_minus_signs_too() -> None:
    assert entries.read_number("Bias", "−1/4") == -0.25
    with pytest.raises(Refusal, match=r"Bias must be from −1 to 1, not 2\."):
        entries.read_number("Bias", "2", -1, 1)


def test_a_kernel_parameter_is_read_with_its_unit() -> None:
    angle = find("gabor").parameters[0]
    assert entries.read_parameter(angle, "45°") == 45
    with pytest.raises(Refusal, match="Angle θ must be from 0 to 180, not 181"):
        entries.read_parameter(angle, "181")


@pytest.mark.parametrize(
    ("text", "factors"),
    [("2", (2, 2)), ("0.5, 3", (0.5, 3)), ("1/3", (1 / 3, 1 / 3)), ("8 × 1/8", (8, 0.125))],
)
def test_factors_are_read(text: str, factors: tuple[float, float]) -> None:
    assert entries.read_factors("Scale", text, 1 / 8, 8) == factors


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("9", "Scale must be from 0.125 to 8, not 9."),
        ("0", "Scale must be from 0.125 to 8, not 0."),
        ("1, 2, 3", "Scale is one number, or two for rows and columns, not “1, 2, 3”."),
        ("", "Scale is one number, or two for rows and columns, not “”."),
        ("twice", "“twice” is not a number."),
    ],
)
def test_factors_that_are_none_are_refused(text: str, sentence: str) -> None:
    with pytest.raises(Refusal) as refusal:
        entries.read_factors("Scale", text, 1 / 8, 8)
    assert str(refusal.value) == sentence


@given(st.tuples(*[st.floats(1 / 8, 8) | st.sampled_from([1 / 3, 2 / 7, 1.5, 2.0])] * 2))
def test_factors_are_written_as_they_are_read(factors: tuple[float, float]) -> None:
    assert entries.read_factors("Scale", entries.factors_text(factors), 1 / 8, 8) == factors


def test_factors_are_short() -> None:
    assert entries.factors_text((2, 0.5)) == "2, 0.5"
    assert entries.factors_text((1 / 3, 1.5)) == "1/3, 1.5"


def test_a_cell_must_be_there() -> None:
    assert entries.read_cell("3, 4", 7, 7) == (3, 4)
    with pytest.raises(Refusal, match=r"no cell 7, 0: rows go from 0 to 6, columns from 0 to 8\."):
        entries.read_cell("7 0", 7, 9)
    with pytest.raises(Refusal, match="Type a row and a column"):
        entries.read_cell("3", 7, 7)


@pytest.mark.parametrize(
    ("text", "by", "cursor", "stepped"),
    [
        ("3 × 5", 1, 0, "4 × 5"),
        ("3 × 5", 1, 5, "3 × 6"),
        ("1, 1", 1, None, "2, 2"),
        ("9", 1, 0, "10"),
        ("0", -1, 0, "−1"),
        ("−1", 1, 0, "0"),
        ("0.5", 1, 0, "1.5"),
        ("1/9", 1, 0, None),
        ("same (1)", 1, 0, None),
        ("valid", 1, 0, None),
    ],
)
def test_stepping(text: str, by: int, cursor: int | None, stepped: str | None) -> None:
    assert entries.stepped(text, by, cursor) == stepped
