"""Work that nobody waits for lets the event loop go first."""

from __future__ import annotations

import pytest

from convviz.state import patience
from convviz.state.patience import patiently


def test_every_item_comes_once_and_in_order() -> None:
    assert list(patiently(range(100))) == list(range(100))
    assert list(patiently([])) == []


def test_it_rests_after_some_work_and_not_before(monkeypatch: pytest.MonkeyPatch) -> None:
    rests: list[float] = []
    now = 0.0
    monkeypatch.setattr(patience, "sleep", rests.append)
    monkeypatch.setattr(patience, "perf_counter", lambda: now)
    monkeypatch.setattr(patience, "REST_S", 0.25)
    for n in patiently(range(4)):
        assert len(rests) == (n > 1)
        now += 2 * patience.BUSY_S if n == 1 else 0.1 * patience.BUSY_S
    assert rests == [0.25]
