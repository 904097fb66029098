"""How depth, stride and padding of a stack are typed."""

from __future__ import annotations

import pytest

from convviz.core.errors import Refusal
from convviz.labs.volume_text import (
    PROFILES,
    padding_text,
    profile_text,
    read_padding,
    read_profile,
    read_triple,
    triple_text,
)

stride = read_triple("Stride")
SOME = (
    "Padding is same, same-tf, valid, one whole number, three (slices, rows, columns) or six (before and "
    "after each), not “some”."
)


@pytest.mark.parametrize("name", PROFILES)
def test_profiles_are_read_by_name_and_as_they_are_written(name: str) -> None:
    assert read_profile(name.upper()) == PROFILES[name]
    assert read_profile(profile_text(PROFILES[name])) == PROFILES[name]


def test_profiles_are_read_as_numbers() -> None:
    assert read_profile("−1, 0, 1") == (-1.0, 0.0, 1.0)
    assert read_profile("[1 2 1]/4") == (0.25, 0.5, 0.25)


@pytest.mark.parametrize(
    ("text", "triple"), [("2", (2, 2, 2)), ("1 2,3", (1, 2, 3)), ("4 × 1 × 1", (4, 1, 1))]
)
def test_triples(text: str, triple: tuple[int, int, int]) -> None:
    assert stride(text) == triple
    assert stride(triple_text(triple)) == triple


@pytest.mark.parametrize(
    ("text", "padding"),
    [
        ("same", "same"),
        (" Valid ", "valid"),
        ("1", (1, 1, 1, 1, 1, 1)),
        ("0, 1, 2", (0, 0, 1, 1, 2, 2)),
        ("1 0 2 0 3 0", (1, 0, 2, 0, 3, 0)),
    ],
)
def test_paddings(text: str, padding: object) -> None:
    assert read_padding(text) == padding
    assert read_padding(padding_text(padding)) == padding  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("read", "text", "sentence"),
    [
        (stride, "1, 2", "Stride is one whole number, or three for slices, rows and columns, not “1, 2”."),
        (stride, "0", "Stride must be from 1 to 999, not 0."),
        (stride, "1 1 2.5", "Stride must be from 1 to 999, not 2.5."),
        (stride, "x", "“x” is not a number."),
        (
            read_padding,
            "some",
            SOME,
        ),
        (read_padding, "-1", "Padding must be from 0 to 999, not -1."),
    ],
)
def test_what_cannot_be_read_says_why(read: object, text: str, sentence: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(text)  # type: ignore[operator]
    assert str(refused.value) == sentence
