from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator

import pytest

from convviz.core.fast import apart, crew
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


LINUX = pytest.mark.skipif(sys.platform != "linux", reason="other systems place threads as they like")


@pytest.fixture
def helper(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The native id of a thread that waits."""
    monkeypatch.setattr(apart, "_left", {})
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    assert thread.native_id is not None
    yield thread.native_id
    end.set()
    thread.join()


@LINUX
def test_a_helper_may_run_on_all_cores_but_the_callers(monkeypatch: pytest.MonkeyPatch, helper: int) -> None:
    allowed = os.sched_getaffinity(0)
    if len(allowed) < 2:
        pytest.skip("there is one core")
    for core in sorted(allowed)[:2]:
        monkeypatch.setattr(apart, "_finder", lambda core=core: lambda: core)
        apart.keep_apart([helper])
        assert os.sched_getaffinity(helper) == allowed - {core}
        assert os.sched_getaffinity(0) == allowed


@LINUX
@pytest.mark.parametrize("why", ["forbidden", "one core", "unknown"])
def test_where_threads_cannot_be_placed_they_stay(
    monkeypatch: pytest.MonkeyPatch, helper: int, why: str
) -> None:
    def forbid(*_: object) -> None:
        raise PermissionError

    allowed = os.sched_getaffinity(0)
    if why == "forbidden":
        monkeypatch.setattr(os, "sched_setaffinity", forbid)
    elif why == "one core":
        monkeypatch.setattr(apart, "_finder", lambda: lambda: 0)
        monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    else:
        monkeypatch.setattr(apart, "_finder", lambda: None)
    apart.keep_apart([helper])
    monkeypatch.undo()
    assert os.sched_getaffinity(helper) == allowed


def test_whoever_helped_is_kept_apart_the_next_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "size", lambda: 2)
    meet, ids, told = threading.Barrier(2, timeout=20), set[int](), set[int]()
    monkeypatch.setattr(crew, "keep_apart", told.update)

    def work(block: int, scratch: Scratch) -> None:
        ids.add(threading.get_native_id())
        meet.wait()

    crew.share(range(2), work, Scratch())
    crew.share([], work, Scratch())
    assert ids - told == {threading.get_native_id()}
