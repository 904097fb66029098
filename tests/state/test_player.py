"""The player, with the test as its clock."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from convviz.motion.timeline import REST, Phase, Timeline
from convviz.state.player import Player

QUARTERS = (Phase("slide", 1), Phase("add", 1), Phase("write", 1), Phase(REST, 1))


class Watched(Player):
    """A player whose seconds are counted by hand, and what it said."""

    def __init__(self, steps: int = 4) -> None:
        self.now = 100.0
        super().__init__(Timeline(steps, QUARTERS), clock=lambda: self.now)
        self.seen: list[float] = []
        self.states: list[bool] = []
        self.moved.connect(self.seen.append)
        self.playing_changed.connect(self.states.append)

    def wait(self, seconds: float) -> None:
        self.now += seconds
        self.tick()


@pytest.fixture
def player(qtbot: QtBot) -> Watched:
    player = Watched()
    player.speed = 1.0
    return player


def test_at_first_the_first_step_is_finished(player: Watched) -> None:
    assert player.t == 0.75
    assert (player.moment.step, player.moment.phase) == (0, REST)
    assert not player.playing


def test_playing_moves_t_with_the_clock(player: Watched) -> None:
    player.play()
    player.wait(0.5)
    assert player.t == 1.25
    player.speed = 2.0
    player.wait(0.5)
    assert player.t == 2.25
    assert player.seen == [1.25, 2.25]
    assert player.states == [True]


def test_a_pause_keeps_the_place_and_the_time_spent_in_it_does_not_count(player: Watched) -> None:
    player.play()
    player.wait(0.5)
    player.toggle()
    assert (player.t, player.playing) == (1.25, False)
    player.now += 60
    player.toggle()
    player.wait(0.25)
    assert player.t == 1.5
    assert player.states == [True, False, True]


def test_pausing_twice_says_so_once(player: Watched) -> None:
    player.pause()
    assert player.states == []


def test_it_stops_at_the_end_with_the_last_step_finished(player: Watched) -> None:
    player.play()
    player.wait(60)
    assert (player.t, player.playing) == (3.75, False)
    assert player.states == [True, False]


def test_play_at_the_end_starts_from_the_beginning(player: Watched) -> None:
    player.go(3)
    player.play()
    assert player.t == 0.0
    player.wait(0.5)
    assert player.t == 0.5


def test_a_loop_starts_again(player: Watched) -> None:
    player.loop = True
    player.play()
    player.wait(3.5)
    assert player.t == 0.25
    assert player.playing


def test_seeking_goes_anywhere_but_outside(player: Watched) -> None:
    for t, there in ((2.5, 2.5), (-1.0, 0.0), (99.0, 4.0)):
        player.seek(t)
        assert player.t == there
    player.seek(99.0)
    assert player.seen == [2.5, 0.0, 4.0]


def test_seeking_while_playing_plays_on_from_there(player: Watched) -> None:
    player.play()
    player.seek(2.0)
    player.wait(0.5)
    assert (player.t, player.playing) == (2.5, True)


def test_steps_lead_from_finished_to_finished(player: Watched) -> None:
    for steps, there in ((1, 1.75), (1, 2.75), (-1, 1.75), (9, 3.75), (-9, 0.75)):
        player.step(steps)
        assert player.t == there


def test_a_step_on_from_within_a_step_finishes_it_first(player: Watched) -> None:
    player.seek(1.3)
    player.step(1)
    assert player.t == 1.75
    player.seek(1.3)
    player.step(-1)
    assert player.t == 0.75


def test_a_step_stops_playing(player: Watched) -> None:
    player.play()
    player.step(1)
    assert not player.playing


def test_phases_lead_to_their_beginnings(player: Watched) -> None:
    player.seek(1.3)
    places = []
    for forward in (True, True, True, False, False, False, False):
        player.phase(forward)
        places.append(player.t)
    assert places == [1.5, 1.75, 2.0, 1.75, 1.5, 1.25, 1.0]
    assert not player.playing


def test_the_pointer_holds_it_and_lets_it_go_on(player: Watched, qtbot: QtBot) -> None:
    player.play()
    player.hold(True)
    player.now += 60
    qtbot.wait(50)
    assert (player.t, player.playing) == (0.75, True)
    player.hold(False)
    player.wait(0.5)
    assert player.t == 1.25
    assert player.states == [True]


def test_play_while_it_is_held_begins_when_it_is_let_go(player: Watched, qtbot: QtBot) -> None:
    player.hold(True)
    player.play()
    player.now += 1
    qtbot.wait(50)
    assert player.t == 0.75
    player.hold(False)
    player.wait(0.5)
    assert player.t == 1.25


def test_its_own_timer_drives_it(player: Watched, qtbot: QtBot) -> None:
    player.play()
    player.now += 0.5
    qtbot.waitUntil(lambda: player.t == 1.25)
    player.pause()
    player.now += 0.5
    qtbot.wait(50)
    assert player.t == 1.25


# --- fast ---


def test_fast_only_finished_steps_are_shown(player: Watched) -> None:
    player.speed = 10.0
    player.play()
    player.wait(0.055)
    assert player.t == pytest.approx(1.3)
    assert (player.moment.step, player.moment.phase) == (1, REST)


def test_a_pause_while_phases_are_merged_stands_at_what_was_shown(player: Watched) -> None:
    player.speed = 10.0
    player.play()
    player.wait(0.055)
    shown = player.moment
    player.pause()
    assert player.t == 1.75
    assert player.moment == shown
    assert player.seen[-1] == 1.75


def test_steps_in_a_frame_are_whole_ones_in_pictures_of_millions(qtbot: QtBot) -> None:
    player = Watched(12_000_000)
    player.speed = 1000.0
    player.play()
    for _ in range(3):
        player.wait(0.016)
        assert player.moment.phase == REST
    assert player.moment.step == 48
    player.go(11_999_990)
    player.step(1)
    assert (player.moment.step, player.moment.phase) == (11_999_991, REST)
    player.play()
    player.wait(1)
    assert (player.moment.step, player.playing) == (11_999_999, False)


def test_stepping_gets_everywhere_though_floats_round(qtbot: QtBot) -> None:
    """0.85 of step 4 begins at 4.8499999999999996: a step that is taken for unfinished is never left."""
    player = Watched()
    player.set_timeline(Timeline(50, (Phase("slide", 0.85), Phase(REST, 0.15))), step=0)
    for n in range(1, 50):
        player.step(1)
        assert player.moment.step == n


# --- another timeline ---


def test_another_timeline_begins_where_it_is_told(player: Watched) -> None:
    player.set_timeline(Timeline(9, QUARTERS), step=7)
    assert player.t == 7.75
    assert player.timeline == Timeline(9, QUARTERS)


def test_another_timeline_keeps_the_step_finished_and_stays_inside(player: Watched) -> None:
    player.seek(2.3)
    player.set_timeline(Timeline(9, (Phase("slide", 1), Phase(REST, 1))))
    assert player.t == 2.5
    player.set_timeline(Timeline(2, QUARTERS))
    assert player.t == 1.75


def test_the_same_timeline_changes_nothing(player: Watched) -> None:
    player.seek(2.3)
    player.set_timeline(Timeline(4, QUARTERS))
    assert player.t == 2.3
    assert player.seen == [2.3]


def test_a_range_is_played_from_its_beginning_to_its_end(player: Watched) -> None:
    player.play_range(1, 2)
    assert player.t == 1.0
    player.wait(1.0)
    assert (player.t, player.playing) == (2.0, True)
    player.wait(9.0)
    assert (player.t, player.playing) == (2.75, False)
    player.loop = True
    player.play_range(0, 0)
    player.wait(9.0)
    assert (player.t, player.playing) == (0.75, False), "a range does not go round"


def test_playing_on_after_a_range_is_paused_goes_to_the_very_end(player: Watched) -> None:
    last = player.timeline.steps - 1
    player.play_range(0, 1)
    player.wait(0.5)
    player.pause()
    player.play()
    player.wait(99.0)
    assert player.t == player.timeline.finished(last)


def test_another_timeline_forgets_the_range(player: Watched) -> None:
    player.play_range(0, 0)
    player.set_timeline(Timeline(9, player.timeline.phases))
    player.wait(3.0)
    assert player.t > 2.0


def test_what_glides_jumps_when_motion_is_reduced() -> None:
    player = Player(Timeline(3, QUARTERS))
    player.seek(1.1)
    heard = []
    player.moved.connect(heard.append)
    player.set_still(True)
    player.set_still(True)
    assert heard == [1.1]
    assert (player.moment.phase, player.moment.progress) == ("slide", 1.0)
    player.set_still(False)
    assert player.moment.progress < 1
