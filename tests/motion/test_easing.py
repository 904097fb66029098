"""Curves begin at 0, end at 1 and never turn back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.motion.easing import between, linear, smooth

shares = st.floats(0, 1)


@pytest.mark.parametrize("curve", [linear, smooth])
def test_a_curve_leads_from_0_to_1(curve: Callable[[float], float]) -> None:
    assert (curve(0.0), curve(0.5), curve(1.0)) == (0.0, 0.5, 1.0)


@pytest.mark.parametrize("curve", [linear, smooth])
@given(shares, shares)
def test_a_curve_never_turns_back(curve: Callable[[float], float], a: float, b: float) -> None:
    low, high = sorted((a, b))
    assert 0 <= curve(low) <= curve(high) + 1e-12
    assert curve(high) <= 1


def test_smooth_starts_and_ends_slowly() -> None:
    assert smooth(0.1) == pytest.approx(0.028)
    assert 1 - smooth(0.9) == pytest.approx(0.028)


@pytest.mark.parametrize(("a", "place"), [(0.0, 10.0), (0.25, 7.5), (1.0, 0.0)])
def test_between_is_that_share_of_the_way(a: float, place: float) -> None:
    assert between(10.0, 0.0, a) == place
