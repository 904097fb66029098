"""Work that nobody waits for lets the event loop go first."""

from __future__ import annotations

from time import perf_counter

import pytest

from convviz.state import patience
from convviz.state.patience import patiently


def test_every_item_comes_once_and_in_order() -> None:
    assert list(patiently(range(100))) == list(range(100))
    assert list(patiently([])) == []


def test_it_rests_after_some_work_and_not_before(monkeypatch: pytest.MonkeyPatch) -> None:
    rests: list[float] = []
    monkeypatch.setattr(patience, "sleep", rests.append)
    for n in patiently(range(3)):
        until = perf_counter() + (2 * patience.BUSY_S if n == 1 else 0)
        while perf_counter() < until:
            pass
    assert rests == [patience.REST_S]
