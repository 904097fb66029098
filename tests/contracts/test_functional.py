"""What holds for every public function of the numeric library."""

from __future__ import annotations

import pytest

from convviz import functional
from convviz.core.errors import SpecError
from tests.functional.invalid import TABLE, Call

CALLS = [pytest.param(name, call, id=f"{name}-{n}") for name in TABLE for n, call in enumerate(TABLE[name])]


def test_every_function_is_asked_for_nonsense_in_three_ways() -> None:
    assert sorted(TABLE) == sorted(functional.__all__)
    for name, calls in TABLE.items():
        assert len({said for _, _, said in calls}) == len(calls) >= 3, name


@pytest.mark.parametrize(("name", "call"), CALLS)
def test_nonsense_is_refused_in_a_sentence_that_names_it(name: str, call: Call) -> None:
    arguments, options, said = call
    with pytest.raises(ValueError, match=r"\.$") as refusal:  # as torch's RuntimeError, for people with NumPy
        functional.FUNCTIONS[name](*arguments, **options)
    assert isinstance(refusal.value, SpecError)
    assert said in str(refusal.value)
