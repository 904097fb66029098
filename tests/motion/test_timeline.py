"""Where on the way through all steps one is, and the way back."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.motion.timeline import PHASED_SPEED, REST, Moment, Phase, Timeline

QUARTERS = Timeline(3, (Phase("slide", 1), Phase("add", 1), Phase("write", 1), Phase(REST, 1)))
ORDER = ("slide", "add", "write", "rest")

shares = st.floats(0.01, 10)
timelines = st.builds(
    lambda steps, parts: Timeline(
        steps, (*(Phase(str(n), share) for n, share in enumerate(parts[:-1])), Phase(REST, parts[-1]))
    ),
    st.integers(1, 200_000_000),
    st.lists(shares, min_size=1, max_size=7),
)


@st.composite
def places(draw: st.DrawFn) -> tuple[Timeline, float]:
    timeline = draw(timelines)
    return timeline, draw(st.floats(0, timeline.steps))


@pytest.mark.parametrize(
    ("t", "step", "phase", "progress"),
    [
        (0.0, 0, "slide", 0.0),
        (0.125, 0, "slide", 0.5),
        (0.25, 0, "add", 0.0),
        (1.5, 1, "write", 0.0),
        (1.9375, 1, "rest", 0.75),
        (2.0, 2, "slide", 0.0),
        (3.0, 2, "rest", 1.0),
        (-1.0, 0, "slide", 0.0),
        (99.0, 2, "rest", 1.0),
    ],
)
def test_the_moment_at_t(t: float, step: int, phase: str, progress: float) -> None:
    assert QUARTERS.at(t) == Moment(step, phase, progress, ORDER)


def test_a_result_is_known_from_when_it_is_written() -> None:
    assert [QUARTERS.at(t).computed for t in (0.0, 0.4, 0.5, 0.8, 1.0)] == [False, False, True, True, False]


def test_phases_take_their_share_of_a_step() -> None:
    timeline = Timeline(1, (Phase("slide", 3), Phase(REST, 1)))
    assert timeline.starts == (0.0, 0.75)
    assert timeline.order == ("slide", "rest")


def test_a_step_of_rest_alone() -> None:
    timeline = Timeline(2, (Phase(REST, 1),))
    assert timeline.at(0.5) == Moment(0, REST, 0.5, (REST,))
    assert timeline.finished(1) == 1.0


@given(places())
def test_every_t_is_somewhere(place: tuple[Timeline, float]) -> None:
    timeline, t = place
    moment = timeline.at(t)
    assert 0 <= moment.step < timeline.steps
    assert moment.phase in timeline.order
    assert 0 <= moment.progress <= 1
    assert moment.step <= t <= moment.step + 1


@given(timelines, st.data())
def test_time_never_runs_backwards(timeline: Timeline, data: st.DataObject) -> None:
    around = st.floats(max(0, timeline.steps - 3), timeline.steps)
    moments = [timeline.at(t) for t in sorted(data.draw(st.lists(around, min_size=2, max_size=9)))]
    reached = [(m.step, m.order.index(m.phase), m.progress) for m in moments]
    assert all(a <= b for a, b in pairwise(reached))


@given(timelines, st.data())
def test_a_finished_step_rests(timeline: Timeline, data: st.DataObject) -> None:
    """4 + 0.85 is 4.8499999999999996, and yet the rest must have begun."""
    step = data.draw(st.integers(0, timeline.steps - 1))
    moment = timeline.at(timeline.finished(step))
    assert (moment.step, moment.phase) == (step, REST)
    assert moment.progress < 1e-3


@given(timelines)
def test_a_step_outside_is_finished_at_the_nearest(timeline: Timeline) -> None:
    assert timeline.finished(-5) == timeline.finished(0)
    assert timeline.finished(timeline.steps + 5) == timeline.finished(timeline.steps - 1)


def test_what_lies_behind_a_moment() -> None:
    moment = QUARTERS.at(1.375)
    assert [moment.reached(phase) for phase in ORDER] == [1.0, 0.5, 0.0, 0.0]
    assert moment.reached("activate") == 1.0


def forward(timeline: Timeline, t: float, phases: int) -> list[float]:
    seen = [t]
    for _ in range(phases):
        seen.append(timeline.next_phase(seen[-1]))
    return seen


def test_phase_by_phase_to_the_end_and_back() -> None:
    there = forward(QUARTERS, 0.0, 13)
    assert there == [n / 4 for n in range(13)] + [3.0]
    back = [3.0]
    for _ in range(13):
        back.append(QUARTERS.previous_phase(back[-1]))
    assert back == [3.0] + [n / 4 for n in range(11, -1, -1)] + [0.0]


def test_from_within_a_phase_back_to_its_beginning() -> None:
    assert QUARTERS.previous_phase(1.4) == 1.25
    assert QUARTERS.next_phase(1.4) == 1.5


@given(places())
def test_a_phase_forward_is_forward_and_a_phase_back_is_back(place: tuple[Timeline, float]) -> None:
    timeline, t = place
    on, back = timeline.next_phase(t), timeline.previous_phase(t)
    assert back <= t + 1e-6
    assert on >= t - 1e-6
    if on < timeline.steps:
        assert timeline.at(on).progress < 1e-3
        assert timeline.at(on) != timeline.at(t)
    assert timeline.at(back).progress < 1e-3


@pytest.mark.parametrize("t", [0.0, 1.3, 2.99])
def test_slowly_every_phase_is_seen(t: float) -> None:
    assert QUARTERS.whole(t, PHASED_SPEED) == t


@pytest.mark.parametrize(("t", "shown"), [(0.0, 0.75), (1.3, 1.75), (2.99, 2.75), (3.0, 3.0)])
def test_fast_only_finished_steps_are_seen(t: float, shown: float) -> None:
    assert QUARTERS.whole(t, PHASED_SPEED + 0.01) == shown


def test_a_settled_moment_has_nothing_on_its_way() -> None:
    line = Timeline(2, (Phase("slide", 1), Phase("add", 1), Phase("write", 1), Phase(REST, 1)))
    for t, progress in ((1.0, 1.0), (1.1, 1.0), (1.35, None), (1.6, 1.0), (1.9, None)):
        moment = line.at(t)
        settled = moment.settled
        assert (settled.step, settled.phase) == (moment.step, moment.phase)
        assert settled.progress == (moment.progress if progress is None else progress)
