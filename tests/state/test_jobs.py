"""Work off the UI thread: what is handed back, what is dropped, and that nothing vanishes."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from threading import Event, current_thread, main_thread

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from convviz.core.errors import ImageError, Refusal
from convviz.core.wanted import check
from convviz.state import jobs as module
from convviz.state.jobs import AT_ONCE_S, BESIDE, LEAST_THREADS, Jobs


def failing(error: Exception) -> Callable[[], None]:
    def work() -> None:
        raise error

    return work


def held(gate: Event, value: int) -> Callable[[], int]:
    """Work that waits for its gate."""

    def work() -> int:
        assert gate.wait(5)
        return value

    return work


def test_work_is_done_elsewhere_and_handed_back_here(jobs: Jobs, qtbot: QtBot) -> None:
    threads, done = [], []
    jobs.start(
        "a",
        lambda: threads.append(current_thread()) or 7,
        lambda value: done.append((value, current_thread())),
    )
    assert not done
    qtbot.waitUntil(lambda: bool(done))
    assert done == [(7, main_thread())]
    assert threads != [main_thread()]
    assert jobs.idle()


def test_the_newest_request_wins_and_nothing_piles_up(jobs: Jobs, qtbot: QtBot) -> None:
    gate, ran, done = Event(), [], []
    jobs.start("a", held(gate, 0), done.append)
    for n in range(1, 50):
        jobs.start("a", lambda n=n: ran.append(n) or n, done.append)
    gate.set()
    qtbot.waitUntil(jobs.idle)
    assert ran == [49]
    assert done == [0, 49]


def test_keys_do_not_wait_for_one_another(jobs: Jobs, qtbot: QtBot) -> None:
    gate, done = Event(), []
    for n in range(LEAST_THREADS - 1):
        jobs.start(f"slow {n}", held(gate, n), done.append)
    jobs.start("quick", lambda: 7, done.append)
    qtbot.waitUntil(lambda: done == [7])
    gate.set()
    qtbot.waitUntil(jobs.idle)
    assert sorted(done) == [0, 1, 2, 7]


def test_a_refusal_is_handed_back(jobs: Jobs, qtbot: QtBot) -> None:
    done, failed = [], []
    refusal = ImageError("image_missing", path="x")
    jobs.start("a", failing(refusal), done.append, failed.append)
    qtbot.waitUntil(jobs.idle)
    assert (done, failed) == ([], [refusal])


def test_what_an_overtaken_job_refuses_is_of_no_interest(jobs: Jobs, qtbot: QtBot) -> None:
    gate, done, failed = Event(), [], []

    def work() -> None:
        assert gate.wait(5)
        raise ImageError("image_missing", path="x")

    jobs.start("a", work, done.append, failed.append)
    jobs.start("a", lambda: 7, done.append, failed.append)
    gate.set()
    qtbot.waitUntil(jobs.idle)
    assert (done, failed) == ([7], [])


def test_lack_of_memory_is_a_refusal(jobs: Jobs, qtbot: QtBot) -> None:
    failed: list[Refusal] = []
    jobs.start("a", failing(MemoryError()), lambda _: None, failed.append)
    qtbot.waitUntil(jobs.idle)
    assert [str(refusal) for refusal in failed] == ["There is not enough memory for this."]


def test_a_mistake_is_reported_and_whoever_asked_hears_of_it(jobs: Jobs, qtbot: QtBot) -> None:
    mistake, failed, done = KeyError("oops"), [], []
    with capture_exceptions() as exceptions:
        jobs.start("a", failing(mistake), done.append, failed.append)
        qtbot.waitUntil(jobs.idle)
    assert [error for _, error, _ in exceptions] == [mistake]
    assert [str(refusal) for refusal in failed] == [
        "Something went wrong inside the program: KeyError('oops')."
    ]
    jobs.start("a", lambda: 7, done.append)
    qtbot.waitUntil(lambda: done == [7])


def test_a_refusal_that_nobody_hears_is_reported(jobs: Jobs, qtbot: QtBot) -> None:
    refusal = ImageError("image_missing", path="x")
    with capture_exceptions() as exceptions:
        jobs.start("a", failing(refusal), lambda _: None)
        qtbot.waitUntil(jobs.idle)
    assert [error for _, error, _ in exceptions] == [refusal]


def test_a_mistake_in_taking_the_result_frees_the_key(jobs: Jobs, qtbot: QtBot) -> None:
    done, busy = [], []
    jobs.busy_changed.connect(busy.append)
    with capture_exceptions() as exceptions:
        jobs.start("a", lambda: 0, lambda value: 1 / value)
        qtbot.waitUntil(jobs.idle)
        qtbot.waitUntil(lambda: busy == [True, False])
    assert [kind for kind, _, _ in exceptions] == [ZeroDivisionError]
    jobs.start("a", lambda: 7, done.append)
    qtbot.waitUntil(lambda: done == [7])


def test_what_was_dropped_is_not_delivered(jobs: Jobs, qtbot: QtBot) -> None:
    gate, done = Event(), []
    jobs.start("a", held(gate, 1), done.append)
    jobs.start("a", lambda: 2, done.append)
    jobs.drop("a")
    jobs.drop("b")
    gate.set()
    qtbot.waitUntil(jobs.idle)
    assert done == []


def test_what_is_asked_after_a_drop_is_delivered(jobs: Jobs, qtbot: QtBot) -> None:
    gate, done = Event(), []
    jobs.start("a", held(gate, 1), done.append)
    jobs.drop("a")
    jobs.start("a", lambda: 2, done.append)
    gate.set()
    qtbot.waitUntil(jobs.idle)
    jobs.start("a", lambda: 3, done.append)
    qtbot.waitUntil(lambda: done == [2, 3])


def test_what_is_handed_over_is_there_for_the_job_that_waited(jobs: Jobs, qtbot: QtBot) -> None:
    gate, left, found = Event(), [], []
    jobs.start("a", held(gate, 1), left.append)
    jobs.start("a", lambda: found.append(list(left)), lambda _: None)
    gate.set()
    qtbot.waitUntil(jobs.idle)
    assert found == [[1]]


def test_what_is_asked_or_dropped_while_it_is_handed_over_is_the_newest(jobs: Jobs, qtbot: QtBot) -> None:
    gate, done = Event(), []

    def ask_again(value: int) -> None:
        done.append(value)
        jobs.start("a", lambda: 3, done.append)

    jobs.start("a", held(gate, 1), ask_again)
    jobs.start("a", lambda: 2, done.append)
    gate.set()
    qtbot.waitUntil(jobs.idle)
    assert done == [1, 3]
    gate.clear()
    jobs.start("a", held(gate, 4), lambda _: jobs.drop("a"))
    jobs.start("a", lambda: 5, done.append)
    gate.set()
    qtbot.waitUntil(jobs.idle)
    assert done == [1, 3]


def test_of_a_job_that_is_not_wanted_any_more_nothing_is_handed_over(jobs: Jobs, qtbot: QtBot) -> None:
    gate, heard, wanted = Event(), [], [True]

    def work() -> int:
        check()
        assert gate.wait(5)
        check()
        return 7

    jobs.start("a", work, heard.append, heard.append, wanted=lambda: wanted[0])
    wanted[0] = False
    gate.set()
    qtbot.waitUntil(jobs.idle)
    assert heard == []
    jobs.start("a", work, heard.append)
    qtbot.waitUntil(lambda: heard == [7])


def test_what_an_ended_job_held_is_gone_with_it(jobs: Jobs, qtbot: QtBot) -> None:
    """The collector of cycles, which comes once a second at the most, is not waited for."""

    class Large:
        pass

    held_: list[weakref.ref[Large]] = []

    def work() -> None:
        large = Large()
        held_.append(weakref.ref(large))
        check()

    assert not gc.isenabled()
    jobs.start("a", work, lambda _: None, wanted=lambda: False)
    qtbot.waitUntil(jobs.idle)
    assert held_[0]() is None


def test_being_busy_is_said_once(jobs: Jobs, qtbot: QtBot) -> None:
    gate, busy = Event(), []
    jobs.busy_changed.connect(busy.append)
    jobs.start("a", held(gate, 1), lambda _: None)
    jobs.start("a", held(gate, 2), lambda _: None)
    jobs.start("b", held(gate, 3), lambda _: None)
    gate.set()
    qtbot.waitUntil(jobs.idle)
    assert busy == [True, False]


@pytest.mark.parametrize("waiting", [False, True])
def test_stop_waits_for_what_runs_and_delivers_nothing(jobs: Jobs, qtbot: QtBot, waiting: bool) -> None:
    ended, done = [], []
    gate = Event()
    jobs.start("a", lambda: gate.wait(0.1) or ended.append(1), done.append)
    if waiting:
        jobs.start("a", lambda: ended.append(2), done.append)
    jobs.stop()
    assert ended == [1]
    qtbot.wait(20)
    assert (ended, done) == ([1], [])


def test_after_the_end_nothing_is_begun(jobs: Jobs, qtbot: QtBot) -> None:
    jobs.stop()
    with qtbot.assertNotEmitted(jobs.busy_changed):
        jobs.start("late", lambda: 1, pytest.fail)
    assert jobs.idle()


# --- short work


class Clocks:
    """What the jobs' clocks show: moved by work alone, however busy the machine is."""

    def __init__(self) -> None:
        self.own = self.wall = 0.0

    def work(self, seconds: float, threads: list[object], waits: float = 0.0) -> Callable[[], int]:
        """Work that computes for so long, and waits for something for so long."""

        def work() -> int:
            threads.append(current_thread())
            self.own += seconds
            self.wall += seconds + waits
            return len(threads)

        return work


@pytest.fixture
def clocks(monkeypatch: pytest.MonkeyPatch) -> Clocks:
    clocks = Clocks()
    monkeypatch.setattr(module, "thread_time", lambda: clocks.own)
    monkeypatch.setattr(module, "perf_counter", lambda: clocks.wall)
    return clocks


def test_work_of_a_kind_that_was_short_is_done_at_once_and_handed_over_later(
    jobs: Jobs, qtbot: QtBot, clocks: Clocks
) -> None:
    threads, done = [], []
    for n in range(3):
        jobs.start("a", clocks.work(0.0, threads), done.append, kind="short")
        assert len(done) == n
        qtbot.waitUntil(jobs.idle)
    assert done == [1, 2, 3]
    assert [thread is main_thread() for thread in threads] == [False, True, True]


def test_what_is_asked_meanwhile_waits_and_only_the_newest_is_done(
    jobs: Jobs, qtbot: QtBot, clocks: Clocks
) -> None:
    threads, done = [], []
    jobs.start("a", clocks.work(0.0, threads), done.append, kind="short")
    qtbot.waitUntil(jobs.idle)
    for _ in range(5):  # in one turn of the event loop
        jobs.start("a", clocks.work(0.0, threads), done.append, kind="short")
    qtbot.waitUntil(jobs.idle)
    assert done == [1, 2, 3]
    assert threads[1:] == [main_thread()] * 2


@pytest.mark.parametrize(("seconds", "kinds"), [(2 * AT_ONCE_S, "aaa"), (0.0, "abc"), (0.0, [None] * 3)])
def test_work_that_takes_long_or_is_of_another_kind_or_none_is_done_elsewhere(
    jobs: Jobs, qtbot: QtBot, clocks: Clocks, seconds: float, kinds: str | list[None]
) -> None:
    threads, done = [], []
    for kind in kinds:
        jobs.start("a", clocks.work(seconds, threads), done.append, kind=kind)
        qtbot.waitUntil(jobs.idle)
    assert done == [1, 2, 3]
    assert main_thread() not in threads


def test_work_that_has_become_long_is_done_elsewhere_again(jobs: Jobs, qtbot: QtBot, clocks: Clocks) -> None:
    threads = []
    for seconds in (0.0, 2 * AT_ONCE_S, 0.0):
        jobs.start("a", clocks.work(seconds, threads), lambda _: None, kind="a")
        qtbot.waitUntil(jobs.idle)
    assert [thread is main_thread() for thread in threads] == [False, True, False]


@pytest.mark.parametrize("last", ["waits", "refuses", "is overtaken", "is dropped", "is of no kind"])
def test_how_long_work_takes_is_known_of_what_computed_to_its_end(
    jobs: Jobs, qtbot: QtBot, clocks: Clocks, last: str
) -> None:
    """What waits for a disk, or ends early, says nothing of what comes next."""
    threads, wanted, kind = [], True, "a"
    work = clocks.work(0.0, threads)
    if last == "waits":
        work = clocks.work(0.0, threads, waits=2 * BESIDE * AT_ONCE_S)
    elif last == "refuses":
        work = failing(ImageError("image_missing", path="x"))
    elif last == "is overtaken":
        work, wanted = check, False
    elif last == "is of no kind":
        kind = None
    jobs.start("a", work, lambda _: None, lambda _: None, wanted=lambda: wanted, kind=kind)
    if last == "is dropped":
        jobs.drop("a")
    qtbot.waitUntil(jobs.idle)
    threads.clear()
    jobs.start("a", clocks.work(0.0, threads), lambda _: None, kind="a")
    qtbot.waitUntil(jobs.idle)
    assert (threads == [main_thread()]) is (last == "is dropped")  # which computed all the same


def test_what_short_work_refuses_is_handed_back_too(jobs: Jobs, qtbot: QtBot, clocks: Clocks) -> None:
    threads, done, failed, refusal = [], [], [], ImageError("image_missing", path="x")

    def refusing() -> None:
        threads.append(current_thread())
        raise refusal

    jobs.start("a", clocks.work(0.0, threads), done.append, failed.append, kind="short")
    qtbot.waitUntil(jobs.idle)
    jobs.start("a", refusing, done.append, failed.append, kind="short")
    assert (threads[1:], failed) == ([main_thread()], [])
    qtbot.waitUntil(jobs.idle)
    assert (done, failed) == ([1], [refusal])
