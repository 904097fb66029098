"""Size formulas backwards: what they answer gives the size that was asked for, and nothing else does."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core import solve_sizes
from convviz.core.errors import SpecError
from convviz.core.layer_sizes import KINDS, Axis
from convviz.core.solve_sizes import (
    LETTERS,
    exact_strides,
    factors,
    left_over,
    padding_with_extra,
    simplest,
    solutions,
    with_value,
)

WINDOWED = [kind for kind in KINDS if kind != "upsample"]
TRIED = 40
"""Values tried one by one; sizes are small enough that what lies beyond is of one piece with them."""


@st.composite
def asked(draw: st.DrawFn) -> tuple[str, Axis, int, str]:
    """A layer that some choice of its kind is asked about."""
    kind = draw(st.sampled_from(WINDOWED))
    k, s, d = draw(st.integers(1, 5)), draw(st.integers(1, 4)), draw(st.integers(1, 3))
    p = draw(st.integers(0, k // 2 if "pool" in kind else 4))
    after = draw(st.integers(0, 4)) if kind == "conv" else p
    dilated = "dilation" in KINDS[kind].has
    axis = Axis(
        k=k, s=s, before=p, after=after, d=d if dilated else 1,
        extra=draw(st.integers(0, max(s, d) - 1)) if kind == "transposed" else 0,
        ceil="ceil" in KINDS[kind].has and draw(st.booleans()),
    )  # fmt: skip
    choices = [choice for choice in LETTERS if choice == "input" or choice in KINDS[kind].has]
    return kind, axis, draw(st.integers(1, 20)), draw(st.sampled_from(choices))


def size_with(kind: str, axis: Axis, i: int, choice: str, value: int) -> int | None:
    try:
        if choice == "input":
            return KINDS[kind].size(axis, value)
        changed = with_value(kind, axis, choice, value)
        if "pool" in kind and 2 * changed.before > changed.k:
            return None
        return KINDS[kind].size(changed, i)
    except SpecError:
        return None


@given(asked(), st.integers(1, 30))
def test_all_answers_and_only_they_give_the_size_asked_for(question, o: int) -> None:
    kind, axis, i, choice = question
    answers = solutions(kind, axis, i, o, choice)
    least = 0 if choice in ("padding", "extra") else 1
    right = [v for v in range(least, TRIED) if size_with(kind, axis, i, choice, v) == o]
    assert [v for v in answers if v < TRIED] == right


@given(asked(), st.integers(1, 30))
def test_the_simplest_answer_goes_forwards_to_the_size_asked_for(question, o: int) -> None:
    kind, axis, i, choice = question
    answers = solutions(kind, axis, i, o, choice)
    chosen = simplest(answers, kind, choice)
    assert (chosen is None) == (len(answers) == 0)
    if chosen is not None:
        assert size_with(kind, axis, i, choice, chosen) == o


@given(st.integers(1, 30), st.integers(1, 9), st.integers(1, 60))
def test_upsampling_backwards_and_forwards(i: int, by: int, o: int) -> None:
    axis = Axis(factor=Fraction(by, 4))
    right = [n for n in range(1, 300) if floor(n * axis.factor) == o]
    assert [n for n in solutions("upsample", axis, i, o, "input") if n < 300] == right
    least, below = factors(i, o)
    assert floor(i * least) == o == floor(i * (below - Fraction(1, 10**6)))
    assert floor(i * below) == o + 1


@pytest.mark.parametrize(("k", "pads"), [(1, (0, 0)), (2, (0, 1)), (3, (1, 1)), (4, (1, 2)), (5, (2, 2))])
def test_the_padding_that_keeps_the_size(k: int, pads: tuple[int, int]) -> None:
    """Dumoulin & Visin, relationship 3, half padding; an even window wants one cell more after."""
    answers = solutions("conv", Axis(k=k), 7, 7, "padding")
    chosen = simplest(answers, "conv", "padding")
    kept = with_value("conv", Axis(k=k), "padding", chosen)
    assert (len(answers), (kept.before, kept.after)) == (1, pads)


def test_of_two_paddings_the_even_one_is_chosen() -> None:
    answers = solutions("conv", Axis(k=3, s=2), 8, 4, "padding")  # halved: 0 + 1 or 1 + 1
    assert list(answers) == [1, 2]
    assert simplest(answers, "conv", "padding") == 2
    assert simplest(range(3, 4), "conv", "padding") == 3


def test_two_inputs_make_three_cells_in_section_4_5_of_dumoulin_and_visin() -> None:
    assert solutions("conv", Axis(k=3, s=2, before=1, after=1), 5, 3, "input") == range(5, 7)


def test_alexnet_needs_227_and_not_224() -> None:
    """The paper says 224; 55 cells of an 11-wide window at stride 4 need 227 to 230."""
    assert solutions("conv", Axis(k=11, s=4), 224, 55, "input") == range(227, 231)


@given(st.integers(1, 30), st.integers(1, 6), st.integers(0, 3), st.integers(1, 3))
def test_strides_that_fit_leave_nothing_over(i: int, k: int, p: int, d: int) -> None:
    axis = Axis(k=k, before=p, after=p, d=d)
    room = i + 2 * p - axis.span
    right = [s for s in range(1, 60) if room > 0 and room % s == 0]
    assert list(exact_strides(axis, i)) == (right or ([1] if room == 0 else []))
    for s in right:
        fitting = Axis(k=k, s=s, before=p, after=p, d=d)
        last = (KINDS["conv"].size(fitting, i) - 1) * s - p + axis.span
        assert (last, left_over(fitting, i)) == (i + p, 0)


def test_what_is_left_over_is_what_no_window_reaches() -> None:
    assert left_over(Axis(k=3, s=2, before=1, after=1), 6) == 1
    assert left_over(Axis(k=3, s=2), 7) == 0


def test_many_strides_make_one_cell() -> None:
    assert solutions("conv", Axis(k=3), 7, 1, "stride") == range(5, solve_sizes.MOST + 1)


def test_no_stride_makes_a_convolution_larger() -> None:
    assert not solutions("conv", Axis(k=3), 7, 9, "stride")


@given(st.integers(1, 12), st.integers(1, 5), st.integers(1, 4), st.integers(1, 3), st.integers(1, 40))
def test_both_paddings_of_a_transposed_convolution_together(i: int, k: int, s: int, d: int, o: int) -> None:
    axis = Axis(k=k, s=s, d=d)
    right = [
        (p, extra)
        for p in range(60)
        for extra in range(max(s, d))
        if s * (i - 1) + d * (k - 1) + 1 - 2 * p + extra == o
    ]
    assert padding_with_extra(axis, i, o) == (right[0] if right else None)
    if right:
        p, extra = right[0]
        assert KINDS["transposed"].size(replace(axis, before=p, after=p, extra=extra), i) == o


def test_in_ceil_mode_a_window_larger_than_its_input_hangs_over_if_the_stride_allows() -> None:
    axis = Axis(k=7, s=1, ceil=True)
    found = solutions("max_pool", axis, 4, 1, "stride")
    assert found[0] == 4
    assert KINDS["max_pool"].size(with_value("max_pool", axis, "stride", 4), 4) == 1
    assert size_with("max_pool", axis, 4, "stride", 3) is None
