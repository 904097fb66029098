"""What a person can do with channels, filters and groups, and where it happens on a large picture."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from convviz.figure.figure import Spot
from convviz.labs import LABS
from convviz.scene.scene import Canvas, GroupsLayer, Preset, Region, SamplePicture, Scene
from convviz.state import regions
from convviz.state.commands import Commands
from convviz.state.player import Player
from tests.state.conftest import Program

GROUPS = next(n for n, lab in enumerate(LABS) if lab.layer_type is GroupsLayer)
NOISE = Canvas(40, 50, np.random.default_rng(0).integers(0, 255, 2000, np.uint8).tobytes())
PLACE = Scene(picture=NOISE, region=Region(10, 20, 5, 5))
Start = Callable[..., Program]


def at_work(program: Program) -> Commands:
    return Commands(program.session, Player())


def test_it_begins_at_the_same_place_and_is_undone_at_once(start: Start) -> None:
    program = start(PLACE)
    at_work(program).choose_operation(GROUPS)
    program.settle()
    scene = program.store.scene
    assert (scene.layer, scene.region) == (GroupsLayer(), PLACE.region)
    assert program.session.agreement
    assert program.session.agreement.agrees
    program.store.undo()
    assert program.store.scene == PLACE


@pytest.mark.parametrize("groups", [1, 4, 8])
def test_steps_and_the_fast_path_agree_whatever_the_groups(start: Start, groups: int) -> None:
    program = start(Scene(picture=NOISE, layer=GroupsLayer(), region=Region(10, 20, 5, 5)))
    at_work(program).set_layer({"groups": groups})
    program.settle()
    assert program.session.story
    assert program.session.story.spec.groups == groups
    assert program.session.agreement
    assert program.session.agreement.agrees


def test_other_filters_and_pictures_leave_the_choice_of_groups_alone(start: Start) -> None:
    program = start(Scene(picture=NOISE, layer=GroupsLayer(groups=8), region=Region(10, 20, 5, 5)))
    commands = at_work(program)
    commands.set_filters(6)
    commands.set_layer({"maps": 0})
    commands.open_sample("astronaut")
    program.settle()
    assert program.refused == []
    assert program.session.story
    assert program.session.story.spec.groups == 1
    commands.set_layer({"maps": 8})
    commands.set_filters(8)
    program.settle()
    assert program.session.story.spec.groups == 8


def test_painting_changes_one_kernel_of_one_filter(start: Start) -> None:
    layer = GroupsLayer(groups=4)
    program = start(Scene(picture=NOISE, layer=layer, region=Region(10, 20, 5, 5), output=3))
    at_work(program).paint_kernel(Spot("kernel", 0, 0, 1), [(0, 0)], 7.0, "stroke")
    program.settle()
    assert program.session.story
    before, after = start(Scene(picture=NOISE, layer=layer)).session.story, program.session.story
    assert before
    changed = np.argwhere(before.operands[1] != after.operands[1])
    assert changed.tolist() == [[3, 1, 0, 0]]


def test_a_kernel_of_the_gallery_goes_into_every_place(start: Start) -> None:
    program = start(Scene(picture=NOISE, layer=GroupsLayer()))
    at_work(program).pick_kernel("sobel-y")
    assert {kernel for row in program.store.scene.layer.filters for kernel in row} == {Preset("sobel-y")}


def test_the_region_moves_into_the_middle_that_is_read_of_a_large_picture() -> None:
    scene = Scene(layer=GroupsLayer(), region=Region(1500, 2000, 7, 7))
    assert regions.into_input(scene, 3000, 4000).region == Region(512, 512, 7, 7)
    strided = Scene(layer=GroupsLayer(stride=(2, 4), padding="valid"), region=Region(750, 500, 7, 7))
    assert regions.into_input(strided, 3000, 4000).region == Region(256, 128, 7, 7)
    beside = Scene(layer=GroupsLayer(), region=Region(0, 0, 7, 7))
    assert regions.into_input(beside, 3000, 4000).region == Region(0, 0, 7, 7)
    for other in (scene, Scene(region=scene.region)):
        assert regions.into_input(other, 1000, 1000) == other


def test_another_picture_opens_where_there_is_something_to_see(start: Start) -> None:
    program = start(Scene(picture=NOISE, layer=GroupsLayer()))
    at_work(program).open_sample("hubble")
    program.settle()
    assert program.store.scene.picture == SamplePicture("hubble")
    assert program.session.story
    assert np.ptp(program.session.story.values(program.session.story.region(0))) > 0
