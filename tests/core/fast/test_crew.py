from __future__ import annotations

import os
import subprocess
import sys
import threading

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


def placed(*cores: int | None) -> list[set[int]]:
    """Where a new thread may run each time after it heard which core to keep off."""
    found: list[set[int]] = []

    def keep_off() -> None:
        for core in cores:
            apart.keep_off(core)
            found.append(set(os.sched_getaffinity(0)))

    thread = threading.Thread(target=keep_off)
    thread.start()
    thread.join()
    return found


LINUX = pytest.mark.skipif(sys.platform != "linux", reason="other systems place threads as they like")


@LINUX
def test_a_helper_may_run_on_all_cores_but_one() -> None:
    allowed = os.sched_getaffinity(0)
    assert apart.core() in allowed
    if len(allowed) > 1:
        one, other, *_ = sorted(allowed)
        told = (one, one, other, one)
        assert placed(*told) == [allowed - {core} for core in told]
    assert placed(None) == [os.sched_getaffinity(0)] == [allowed]


@LINUX
@pytest.mark.parametrize("forbidden", ["sched_setaffinity", "sched_getaffinity"])
def test_where_threads_cannot_be_placed_they_stay(monkeypatch: pytest.MonkeyPatch, forbidden: str) -> None:
    ask, allowed = os.sched_getaffinity, os.sched_getaffinity(0)

    def forbid(thread: int, *_: object) -> set[int]:
        if thread or forbidden == "sched_setaffinity":
            raise PermissionError
        return ask(thread)

    monkeypatch.setattr(os, forbidden, forbid)
    assert placed(min(allowed)) == [allowed]


@LINUX
def test_on_the_only_core_a_helper_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    monkeypatch.setattr(os, "sched_setaffinity", lambda *how: asked.append(how))
    assert placed(0) == [{0}]
    assert not asked


def test_other_systems_place_threads_as_they_like(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.delattr(os, "sched_setaffinity", raising=False)
    monkeypatch.setattr(apart, "_finder", apart._finder.__wrapped__)  # noqa: SLF001  (what it kept is of here)
    assert apart.core() is None
    apart.keep_off(0)


def test_helpers_are_told_where_the_caller_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "size", lambda: 2)
    meet, told = threading.Barrier(2, timeout=20), dict[int, int | None]()
    monkeypatch.setattr(apart, "core", lambda: 7)
    monkeypatch.setattr(apart, "keep_off", lambda core: told.update({threading.get_ident(): core}))
    crew.share(range(2), lambda block, scratch: meet.wait() and None, Scratch())
    assert list(told.values()) == [7]
    assert threading.get_ident() not in told


OPENCV = """
import os
from convviz.core.fast import crew
def there(): return {int(name) for name in os.listdir("/proc/self/task")}
before = there()
crew._helpers()
made = there() - before
print(len(made), all(os.sched_getaffinity(thread) == os.sched_getaffinity(0) for thread in made))
"""


@LINUX
def test_opencvs_threads_are_made_before_a_helper_needs_them() -> None:
    if crew.size() == 1:
        pytest.skip("it has none")
    for settings in ({}, {"OPENCV_IPP": "disabled"}):
        done = subprocess.run(
            [sys.executable, "-c", OPENCV],
            capture_output=True,
            text=True,
            check=True,
            env=os.environ | settings,
        )
        made, everywhere = done.stdout.split()
        assert int(made) >= 1, settings
        assert everywhere == "True"
