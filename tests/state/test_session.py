"""What follows from the scene: its story, its whole result, whether both agree."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from convviz.core.errors import Refusal
from convviz.core.operations import OPERATIONS
from convviz.core.wanted import Overtaken, check
from convviz.labs import LABS
from convviz.labs.story import Story
from convviz.scene.scene import Canvas, FilePicture, Preset, Region, Scene, replace
from convviz.state import session as module
from convviz.state.jobs import Jobs
from convviz.state.session import shown_cells
from tests.state.conftest import CANVAS, SCENE, Program

SUMS = np.array([[8 * r + c for c in range(8)] for r in range(6)])
SUMS = SUMS[:-1, :-1] + SUMS[1:, :-1] + SUMS[:-1, 1:] + SUMS[1:, 1:]
"""The canvas through the 2 × 2 box."""


class Gate:
    """A fast path that waits to be let through, or breaks."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.open = Event()
        self.open.set()
        self.change: Callable[[Any], Any] = lambda y: y
        operation = OPERATIONS["conv2d"]
        fast = operation.fast

        def gated(*args: Any, **options: Any) -> Any:
            y = fast(*args, **options)
            assert self.open.wait(5)
            return self.change(y)

        monkeypatch.setattr(operation, "fast", gated)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    return Gate(monkeypatch)


def test_the_first_scene_is_told_and_computed(jobs: Jobs, qtbot: QtBot) -> None:
    program = Program(jobs, qtbot)
    stories: list[Story] = []
    program.session.story_changed.connect(stories.append)
    assert program.session.ready is None
    program.begin()
    session = program.session
    assert stories == [session.story]
    assert stories[0].scene == session.scene == SCENE
    assert session.lab is LABS[0]
    assert session.result is session.ready is program.results[-1]
    assert session.result.y.dtype == np.float32
    assert np.array_equal(session.result.y, SUMS[None])
    assert session.result.statistics.total == 35
    assert (session.result.statistics.minimum, session.result.statistics.maximum) == (18, 170)
    assert session.result.seconds > 0


def test_a_first_picture_is_read_from_its_file(start: Callable[..., Program]) -> None:
    program = start(Scene())
    assert program.session.story is not None
    assert program.session.story.source.title == "camera"
    assert program.session.ready is not None


@pytest.mark.parametrize(
    "scene",
    [
        Scene(picture=FilePicture("/nowhere/photo.jpg")),
        replace(SCENE, layer=replace(SCENE.layer, filters=((Preset("no-such-kernel"),),))),
        replace(SCENE, layer=replace(SCENE.layer, dilation=(50, 50))),
    ],
)
def test_a_first_scene_that_cannot_be_shown_gives_way_to_the_plain_one(
    start: Callable[..., Program], scene: Scene
) -> None:
    program = start(scene)
    assert len(program.refused) == 1
    assert program.store.scene == Scene()
    assert not program.store.can_undo
    assert program.session.ready is not None


def test_a_plain_scene_that_cannot_be_shown_is_not_tried_for_ever(
    start: Callable[..., Program], monkeypatch: pytest.MonkeyPatch
) -> None:
    def tell(*_: object) -> None:
        raise Refusal("out_of_memory")

    monkeypatch.setattr(module, "tell", tell)
    assert start(Scene()).refused == ["There is not enough memory for this."]


def test_a_change_brings_its_result(program: Program) -> None:
    before = program.session.result
    program.store.set_layer(bias=(1.0,))
    assert program.session.result is before
    assert program.session.ready is None
    program.settle()
    assert program.session.ready is program.results[-1]
    assert np.array_equal(program.results[-1].y, SUMS[None] + 1)


def test_another_look_computes_nothing_anew(program: Program) -> None:
    program.store.set(show="stretch", region=Region(1, 1, 2, 2), speed=9.0)
    program.settle()
    assert len(program.results) == 1
    assert program.session.story is not None
    assert program.session.story.scene.show == "stretch"
    assert program.session.ready is program.results[0]


def test_a_crop_is_another_input(program: Program) -> None:
    program.store.set(crop=Region(0, 0, 3, 3))
    program.settle()
    assert np.array_equal(program.results[-1].y, SUMS[None, :2, :2])


def test_a_stale_result_is_dropped(program: Program, gate: Gate) -> None:
    gate.open.clear()
    for bias in range(1, 6):
        program.store.set_layer(bias=(float(bias),))
    gate.open.set()
    program.settle()
    assert [float(result.y[0, 0, 0]) for result in program.results[1:]] == [18 + 5]


def test_a_result_that_cannot_be_computed_is_told(program: Program, gate: Gate) -> None:
    def change(y: object) -> None:
        raise MemoryError

    failed: list[str] = []
    program.session.result_failed.connect(lambda message: failed.append(str(message)))
    gate.change = change
    program.store.set_layer(bias=(1.0,))
    program.settle()
    assert failed == program.refused == ["There is not enough memory for this."]
    assert program.session.ready is None
    gate.change = lambda y: y
    program.store.set_layer(bias=(2.0,))
    program.settle()
    assert program.session.ready is not None


# --- buffers ---


def test_results_take_turns_in_two_buffers(program: Program) -> None:
    for bias in (1.0, 2.0):
        program.store.set_layer(bias=(bias,))
        program.settle()
    first, second, third = program.results
    assert np.shares_memory(first.y, third.y)
    assert not np.shares_memory(second.y, third.y)


def test_results_that_are_overtaken_take_turns_in_the_same_two_buffers(
    program: Program, qtbot: QtBot, gate: Gate
) -> None:
    """Ten of them one after the other, each while another is computed."""
    written: list[Any] = [program.results[0].y]
    gate.change = lambda y: written.append(y) or y
    for bias in range(1, 11):
        gate.open.clear()
        program.store.set_layer(bias=(float(bias),))
        qtbot.waitUntil(lambda: not program.jobs.idle())
        program.store.set_layer(bias=(bias + 0.5,))
        gate.open.set()
        program.settle()
    places = {y.__array_interface__["data"][0] for y in written}
    assert len(places) == 2
    assert np.array_equal(program.session.result.y, SUMS[None] + 10.5)


def test_a_result_that_is_not_wanted_any_more_is_left_unfinished(
    program: Program, qtbot: QtBot, gate: Gate
) -> None:
    heard: list[Any] = []
    program.session.result_failed.connect(heard.append)

    def change(y: Any) -> Any:
        check()
        return y

    gate.change = change
    gate.open.clear()
    before = len(program.results)
    program.store.set_layer(bias=(3.0,))
    qtbot.waitUntil(lambda: not program.jobs.idle())
    program.store.set_layer(bias=(4.0,))
    gate.open.set()
    program.settle()
    assert [result.story.scene.layer.bias for result in program.results[before:]] == [(4.0,)]
    assert heard == []
    assert np.array_equal(program.session.result.y, SUMS[None] + 4)


def test_what_is_computed_ends_before_all_have_heard_that_it_is_stale(program: Program, gate: Gate) -> None:
    """Views take milliseconds to hear of a story; meanwhile their picture would not have the machine."""
    begun, heard_of, ended, heard = Event(), Event(), Event(), []

    def change(y: Any) -> Any:
        begun.set()
        assert heard_of.wait(5)
        try:
            check()
        except Overtaken:
            ended.set()
            raise
        return y

    def hear(_: Story) -> None:
        heard_of.set()
        heard.append(ended.wait(5))

    gate.change = change
    program.store.set_layer(bias=(3.0,))
    assert begun.wait(5)
    program.session.story_changed.connect(hear)
    program.store.set_layer(bias=(4.0,))
    assert heard == [True]
    program.settle()
    assert np.array_equal(program.session.result.y, SUMS[None] + 4)


def test_of_an_edit_made_while_another_is_told_the_result_is_computed(jobs: Jobs, qtbot: QtBot) -> None:
    program = Program(jobs, qtbot, rest_ms=1).begin()

    def edit_too(story: Story) -> None:
        if story.scene.layer.bias == (1.0,):
            program.store.set_layer(bias=(2.0,))

    program.session.story_changed.connect(edit_too)
    program.store.set_layer(bias=(1.0,))
    qtbot.waitUntil(lambda: program.session.ready is not None)
    assert np.array_equal(program.session.ready.y, SUMS[None] + 2)


def test_a_result_that_is_kept_is_not_written_over(program: Program) -> None:
    first = program.results[0]
    program.session.keep(first)
    for bias in (1.0, 2.0, 3.0):
        program.store.set_layer(bias=(bias,))
        program.settle()
    assert np.array_equal(first.y, SUMS[None])


# --- agreement ---


def test_fast_path_and_trace_agree(program: Program) -> None:
    agreement = program.session.agreement
    assert agreement is not None
    assert agreement.agrees
    assert (agreement.count, agreement.worst) == (35, 0.0)


def test_a_broken_fast_path_turns_the_badge_red(program: Program, gate: Gate) -> None:
    heard: list[Any] = []
    program.session.agreement_changed.connect(heard.append)

    def change(y: Any) -> Any:
        y[0, 2, 3] += 0.5
        return y

    gate.change = change
    program.store.set_layer(bias=(1.0,))
    assert heard == [None]
    program.settle()
    assert len(heard) == 2
    assert not heard[1].agrees
    assert (heard[1].disagreeing, heard[1].cell, heard[1].worst) == (1, (0, 2, 3), pytest.approx(0.5))
    assert program.session.agreement is heard[1]


def test_another_region_is_compared_anew(program: Program) -> None:
    heard: list[Any] = []
    program.session.agreement_changed.connect(heard.append)
    program.store.look(region=Region(2, 2, 2, 2))
    program.settle()
    assert len(heard) == 1
    assert heard[0].agrees


def test_another_look_while_a_result_is_computed_does_not_compare_it_with_the_old_one(
    program: Program, gate: Gate
) -> None:
    heard: list[Any] = []
    program.session.agreement_changed.connect(heard.append)
    gate.open.clear()
    program.store.set_layer(bias=(100.0,))
    program.store.look(region=Region(1, 1, 2, 2))
    program.qtbot.wait(30)
    gate.open.set()
    program.settle()
    assert heard[0] is None
    assert all(agreement.agrees for agreement in heard[1:])
    assert program.session.agreement is heard[-1] is not None


def test_a_comparison_that_comes_too_late_is_not_told(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Any] = []
    program.session.agreement_changed.connect(heard.append)
    late = Event()
    compare = module.compare

    def slowly(*args: Any) -> Any:
        assert late.wait(5)
        return compare(*args)

    monkeypatch.setattr(module, "compare", slowly)
    program.store.set_layer(bias=(1.0,))
    program.qtbot.waitUntil(lambda: len(program.results) == 2)
    program.store.set_layer(bias=(2.0,))
    program.qtbot.waitUntil(lambda: len(program.results) == 3)
    late.set()
    program.settle()
    assert heard[:2] == [None, None]
    assert len(heard) == 3
    assert heard[2].agrees


def test_of_a_large_region_as_many_cells_are_compared_as_a_stage_has_room_for(
    start: Callable[..., Program],
) -> None:
    side = 200
    program = start(
        replace(SCENE, picture=Canvas(side, side, bytes(side**2)), region=Region(50, 60, 120, 120))
    )
    assert program.session.story is not None
    cells = shown_cells(program.session.story)
    assert (min(cells), max(cells)) == ((0, 50, 60), (0, 50 + 31, 60 + 31))
    assert len(cells) == 32 * 32


def test_undo_brings_the_result_back(program: Program) -> None:
    program.store.set(picture=Canvas(6, 8, bytes(48)))
    program.settle()
    program.store.undo()
    program.settle()
    assert program.store.scene.picture == CANVAS
    assert np.array_equal(program.session.result.y, SUMS[None])


def test_of_changes_that_follow_fast_only_the_last_is_computed(qtbot, monkeypatch):
    from convviz.core.operations.conv2d import Conv2d
    from convviz.scene.scene import Scene
    from convviz.state.jobs import Jobs
    from convviz.state.session import Session
    from convviz.state.sources import Sources
    from convviz.state.store import SceneStore

    computed = []
    fast = Conv2d.fast

    def counted(self, spec, x, weight, bias, out=None):
        computed.append(float(bias[0]))
        return fast(self, spec, x, weight, bias, out=out)

    monkeypatch.setattr(Conv2d, "fast", counted)
    jobs = Jobs()
    store = SceneStore(Scene(), Sources(jobs))
    session = Session(store, jobs, rest_ms=60)
    session.begin()
    qtbot.waitUntil(lambda: session.agreement is not None)
    qtbot.wait(100)
    computed.clear()
    for n in range(1, 9):
        store.set_layer("drag", bias=(float(n),))
    qtbot.waitUntil(lambda: session.ready is not None and session.agreement is not None)
    assert computed == [8.0]
    assert (
        session.result.y.max()
        == session.story.operation.fast(session.story.spec, *session.story.operands).max()
    )
    jobs.stop()
