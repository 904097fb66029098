"""How signals are written and read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core.errors import Refusal
from convviz.labs import signal_text as text


@pytest.mark.parametrize(
    ("typed", "weights"),
    [
        ("1, 2, 1", (1, 2, 1)),
        ("−1 0 1", (-1, 0, 1)),
        ("1/4, 1/2, 1/4", (0.25, 0.5, 0.25)),
        ("[1 2 1]/4", (0.25, 0.5, 0.25)),
        (" [1, -2] ", (1, -2)),
        ("Laplacian", (1, -2, 1)),
        ("box 5", (0.2,) * 5),
    ],
)
def test_a_kernel_is_typed(typed: str, weights: tuple[float, ...]) -> None:
    assert text.read_weights(typed) == weights


@pytest.mark.parametrize(
    ("weights", "written"),
    [
        ((-1.0, 0.0, 1.0), "−1, 0, 1"),
        ((0.25, 0.5, 0.25), "[1 2 1]/4"),
        ((0.2,) * 5, "[1 1 1 1 1]/5"),
        ((0.1234567, 1.0), "0.1234567, 1.0"),
    ],
)
def test_a_kernel_is_written_short(weights: tuple[float, ...], written: str) -> None:
    assert text.weights_text(weights) == written


@given(st.lists(st.floats(-100, 100) | st.fractions(-9, 9, max_denominator=12).map(float), min_size=1))
def test_what_is_written_is_read_again(weights: list[float]) -> None:
    kept = tuple(weights[:9])
    assert text.read_weights(text.weights_text(kept)) == pytest.approx(kept, rel=1e-15)


@pytest.mark.parametrize("name", text.KERNELS)
def test_every_kernel_of_the_list_is_read_as_it_is_written(name: str) -> None:
    weights = text.KERNELS[name]
    assert text.read_weights(name) == text.read_weights(text.weights_text(weights)) == weights
    assert text.kernel_name(weights) == name


def test_a_kernel_of_ones_own_has_no_name() -> None:
    assert text.kernel_name((1.0, 3.0)) == ""


@pytest.mark.parametrize(
    ("typed", "padding", "written"),
    [
        ("Same", "same", "same"),
        ("full", "full", "full"),
        ("2", (0, 0, 2, 2), "2"),
        ("1, 2", (0, 0, 1, 2), "1, 2"),
    ],
)
def test_padding_is_typed(typed: str, padding: Any, written: str) -> None:
    assert text.read_padding(typed) == padding
    assert text.padding_text(padding) == written


def test_bits_and_generators_are_typed() -> None:
    assert text.read_bits("10 11") == (1, 0, 1, 1)
    assert text.bits_text((1, 0, 1, 1)) == "1011"
    assert text.read_generators("111, 101") == text.read_generators("111 101") == ((1, 1, 1), (1, 0, 1))
    assert text.generators_text(((1, 1, 1), (1, 0, 1))) == "111, 101"
    assert text.read_step("Stride", "2") == 2


@pytest.mark.parametrize(
    ("read", "typed", "says"),
    [
        (text.read_weights, "1, x", "“x” is not a number"),
        (text.read_weights, "1\n2", "these are 2 rows"),
        (text.read_weights, "[1 2]/0", "divides by zero"),
        (text.read_padding, "1, 2, 3", "not “1, 2, 3”"),
        (text.read_padding, "wide", "not “wide”"),
        (text.read_padding, "−1", "from 0 to 999, not -1"),
        (text.read_padding, "1.5", "not 1.5"),
        (lambda typed: text.read_step("Stride", typed), "0", "Stride must be from 1 to 999, not 0"),
        (lambda typed: text.read_step("Stride", typed), "1/2", "not 0.5"),
        (text.read_bits, "102", "such as 1011, not “102”"),
        (text.read_bits, "", "not “”"),
        (text.read_bits, "1" * 65, "at most 64, not 65"),
        (text.read_generators, "", "such as 111, 101"),
        (text.read_generators, "111, 1a1", "not “111, 1a1”"),
        (text.read_generators, "1 1 1 1 1", "at most 4, not 5"),
        (text.read_generators, "1" * 17, "at most 16, not 17"),
        (text.read_generators, "111, 10", "these have 2, 3"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(read: Callable[[str], Any], typed: str, says: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(typed)
    assert says in str(refused.value)
