"""Padding that is one number, or two, as text."""

from __future__ import annotations

import pytest

from convviz.core.errors import Refusal
from convviz.labs.pads_text import padding_text, read_padding


@pytest.mark.parametrize(
    ("text", "padding"),
    [("same-tf", "same-tf"), (" SAME-TF ", "same-tf"), ("2", (2, 2)), ("0, 3", (0, 3)), ("1 2", (1, 2))],
)
def test_it_is_read(text: str, padding: object) -> None:
    assert read_padding(text) == padding
    assert read_padding(padding_text(padding)) == padding


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("same", "Padding is same-tf, one whole number or two (rows, columns), not “same”."),
        ("1, 2, 3", "Padding is same-tf, one whole number or two (rows, columns), not “1, 2, 3”."),
        ("", "Padding is same-tf, one whole number or two (rows, columns), not “”."),
        ("1.5", "Padding must be from 0 to 999, not 1.5."),
        ("-1", "Padding must be from 0 to 999, not -1."),
    ],
)
def test_what_is_none_is_refused_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_padding(text)
    assert str(refused.value) == sentence
