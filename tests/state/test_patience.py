"""Work that nobody waits for lets the event loop go first."""

from __future__ import annotations

import os
import sys
from threading import get_native_id
from time import perf_counter

import pytest
from pytestqt.qtbot import QtBot

from convviz.state import patience
from convviz.state.jobs import PATIENT, Jobs
from convviz.state.patience import NICE, patiently


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


@pytest.mark.skipif(sys.platform != "linux", reason="where each thread has a claim of its own")
def test_only_patient_work_steps_back(jobs: Jobs, qtbot: QtBot) -> None:
    found: dict[str, int] = {}
    here = os.getpriority(os.PRIO_PROCESS, get_native_id())

    def work() -> int:
        return os.getpriority(os.PRIO_PROCESS, get_native_id())

    for key in ("result", "view:result"):
        jobs.start(key, work, lambda nice, key=key: found.update({key: nice}))
    qtbot.waitUntil(jobs.idle)
    assert found == {"result": max(here, NICE), "view:result": here}
    assert os.getpriority(os.PRIO_PROCESS, get_native_id()) == here


def test_what_a_hand_waits_for_is_not_patient() -> None:
    assert not PATIENT & {"view:input", "view:result", "glimpse", "source", "open scene", "preview"}
