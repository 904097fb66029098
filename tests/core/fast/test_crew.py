from __future__ import annotations

import threading

import pytest

from convviz.core.fast import crew
from convviz.core.fast.scratch import Scratch


@pytest.mark.parametrize("threads", [1, 2, 4])
@pytest.mark.parametrize("count", [0, 1, 2, 37])
def test_every_block_is_done_once(monkeypatch: pytest.MonkeyPatch, threads: int, count: int) -> None:
    monkeypatch.setattr(crew, "size", lambda: threads)
    done: list[int] = []
    crew.share(range(count), lambda block, scratch: done.append(block), Scratch())
    assert sorted(done) == list(range(count))


def test_two_threads_work_at_once_each_with_its_own_scratch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "size", lambda: 2)
    meet, mine, lent = threading.Barrier(2, timeout=20), Scratch(), []

    def work(block: int, scratch: Scratch) -> None:
        lent.append(scratch)
        meet.wait()

    crew.share(range(2), work, mine)
    assert mine in lent
    assert lent[0] is not lent[1]


@pytest.mark.parametrize("guilty", ["caller", "helper"])
def test_what_the_work_raises_is_raised(monkeypatch: pytest.MonkeyPatch, guilty: str) -> None:
    monkeypatch.setattr(crew, "size", lambda: 2)
    meet, here = threading.Barrier(2, timeout=20), threading.current_thread()

    def work(block: int, scratch: Scratch) -> None:
        meet.wait()
        if (threading.current_thread() is here) == (guilty == "caller"):
            raise ArithmeticError(guilty)

    with pytest.raises(ArithmeticError, match=guilty):
        crew.share(range(2), work, Scratch())


def test_there_is_always_somebody_and_never_a_crowd(monkeypatch: pytest.MonkeyPatch) -> None:
    for threads, expected in ((0, 1), (3, 3), (99, crew.MOST)):
        monkeypatch.setattr("convviz.core.fast.crew.cv2", type("cv2", (), {"getNumThreads": lambda: threads}))  # noqa: B023
        assert crew.size() == expected
