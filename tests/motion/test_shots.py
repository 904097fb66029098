"""A stretch of a timeline as frames."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.motion.shots import Shots
from convviz.motion.timeline import REST, Phase, Timeline

PHASES = (Phase("slide", 0.2), Phase("multiply", 0.4), Phase(REST, 0.4))
LINE = Timeline(10, PHASES)


def shots(first: int = 0, last: int = 9, speed: float = 2.0, fps: int = 10, hold: float = 1.0) -> Shots:
    return Shots(LINE, first, last, speed, fps, hold)


def test_ten_steps_at_two_a_second_take_five_seconds_less_the_last_rest_and_the_hold() -> None:
    film = shots()
    assert film.ticks == (10 - 0.4) / 2 * 10 + 10
    assert film.seconds == 5.8


def test_it_begins_where_the_first_step_begins_and_ends_with_the_last_one_finished() -> None:
    film = shots(first=3, last=5)
    beginning, end = film.moment(0), film.moment(film.ticks - 1)
    assert (beginning.step, beginning.phase, beginning.progress) == (3, "slide", 0.0)
    assert (end.step, end.phase, end.progress) == (5, REST, 0.0)


def test_a_rest_is_one_frame_however_long_it_lasts() -> None:
    rests = [(moment.step, ticks) for moment, ticks in shots(last=2, speed=0.5) if moment.phase == REST]
    assert rests == [(0, 8), (1, 8), (2, 10)]  # 0.4 of 2 s at 10 per second; the last one is held for 1 s


def test_fast_steps_are_shown_whole() -> None:
    film = shots(speed=5.0, fps=10)
    assert {moment.phase for moment, _ in film} == {REST}
    assert [moment.step for moment, _ in film] == list(range(10))


def test_steps_faster_than_frames_are_left_out_and_the_last_is_not() -> None:
    steps = [moment.step for moment, _ in shots(speed=40.0, fps=10)]
    assert steps == [0, 4, 8, 9]


def test_a_step_that_has_only_a_rest_is_held() -> None:
    still = Shots(Timeline(1, (Phase(REST, 1.0),)), 0, 0, 1.0, 30)
    assert [(moment.phase, ticks) for moment, ticks in still] == [(REST, 30)]


def test_it_is_never_without_a_frame() -> None:
    film = Shots(Timeline(1, (Phase(REST, 1.0),)), 0, 0, 1.0, 30, hold=0.0)
    assert film.ticks == 1
    assert len(list(film)) == 1


@given(
    st.integers(0, 9),
    st.integers(0, 9),
    st.floats(0.25, 1000),
    st.integers(1, 60),
    st.floats(0, 2),
)
def test_ticks_are_those_of_the_frames_and_time_goes_forward(
    a: int, b: int, speed: float, fps: int, hold: float
) -> None:
    film = shots(min(a, b), max(a, b), speed, fps, hold)
    found = list(film)
    assert sum(ticks for _, ticks in found) == film.ticks
    assert min(ticks for _, ticks in found) >= 1
    places = [(moment.step, moment.order.index(moment.phase), moment.progress) for moment, _ in found]
    assert places == sorted(set(places)), "a frame is shown twice, or time goes back"
    assert places[-1][:2] == (max(a, b), 2)


@pytest.mark.parametrize("fps", [10, 25, 30, 50, 60])
def test_rounding_adds_no_tick(fps: int) -> None:
    line = Timeline(1000, (Phase("slide", 0.85), Phase(REST, 0.15)))
    film = Shots(line, 0, 47, 1.0, fps, hold=1.0)  # 47.85 s, which no binary number is
    assert film.ticks == round(47.85 * fps + 0.4999) + fps


def test_a_still_film_is_as_long_and_changes_at_the_phases_only() -> None:
    moving = Shots(LINE, 0, 2, 1.0, 30)
    still = Shots(LINE, 0, 2, 1.0, 30, still=True)
    assert still.ticks == moving.ticks == sum(count for _, count in still)
    slides = [moment for moment, _ in still if moment.phase == "slide"]
    assert [(moment.step, moment.progress) for moment in slides] == [(0, 1.0), (1, 1.0), (2, 1.0)]
    assert len([moment for moment, _ in moving if moment.phase == "slide"]) > 3
