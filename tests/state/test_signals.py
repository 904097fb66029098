"""What a person can do with a signal: its row, its weights, the way to it and back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from convviz.figure.figure import Spot
from convviz.labs import LABS
from convviz.scene.scene import Canvas, ConvLayer, Region, Scene, replace
from convviz.scene.signal import SignalLayer
from convviz.state.commands import Commands
from convviz.state.player import Player
from tests.state.conftest import Program

LARGE = Canvas(40, 50, bytes(n % 251 for n in range(2000)))
NUMBER = [lab.layer_type for lab in LABS].index(SignalLayer)
ROW = Scene(picture=LARGE, layer=SignalLayer(), region=Region(12, 8, 1, 24))


@pytest.fixture
def desk(start: Callable[..., Program]) -> Callable[[Scene], tuple[Program, Commands]]:
    def make(scene: Scene) -> tuple[Program, Commands]:
        program = start(scene)
        player = Player(clock=lambda: 0.0)
        program.session.story_changed.connect(lambda story: player.set_timeline(story.timeline))
        assert program.session.story
        player.set_timeline(program.session.story.timeline)
        return program, Commands(program.session, player)

    return make


def test_a_square_becomes_a_row_about_the_same_middle_and_a_row_a_square(desk) -> None:
    program, commands = desk(Scene(picture=LARGE, region=Region(10, 20, 5, 5)))
    commands.choose_operation(NUMBER)
    assert program.store.scene.region == Region(12, 10, 1, 24)
    commands.choose_operation(0)
    assert isinstance(program.store.scene.layer, ConvLayer)
    assert program.store.scene.region == Region(9, 18, 7, 7)
    program.store.undo()
    assert program.store.scene.region == Region(12, 10, 1, 24)


def test_a_region_near_the_corner_stays_in_the_picture(desk) -> None:
    program, commands = desk(Scene(picture=LARGE, region=Region(0, 0, 7, 7)))
    commands.choose_operation(NUMBER)
    assert program.store.scene.region == Region(3, 0, 1, 24)


@pytest.mark.parametrize("row", [0, 5, 39])
def test_any_pixel_opens_its_row(desk, row: int) -> None:
    program, commands = desk(replace(ROW, region=Region(12, 8, 7, 7)))
    commands.go_to(row, 40)
    assert program.session.story.region(0).top == row
    assert program.session.story.step_of(row, 40) is not None


@pytest.mark.parametrize("row", [0, 12, 39])
def test_more_cells_are_more_of_the_same_row(desk, row: int) -> None:
    program, commands = desk(replace(ROW, region=Region(row, 8, 1, 24)))
    commands.show_cells(32)
    region = program.session.story.region(0)
    assert (region.top, region.height, region.width) == (row, 1, 32)


def test_what_is_cropped_to_the_stage_is_a_row(desk) -> None:
    program, commands = desk(ROW)
    commands.crop_to_stage()
    assert program.store.scene.crop == Region(12, 8, 1, 24)
    commands.uncrop()
    assert program.store.scene.region == Region(12, 8, 1, 24)


def test_a_weight_below_the_signal_is_that_of_the_flipped_kernel(desk) -> None:
    program, commands = desk(ROW)
    commands.paint_kernel(Spot("kernel", 0, 0), ((0, 0),), 5.0, None)
    assert program.store.scene.layer.weights == (-1.0, 0.0, 5.0)
    program.store.undo()
    assert program.store.scene == ROW


def test_a_bit_of_the_second_generator_is_typed(desk) -> None:
    program, commands = desk(replace(ROW, layer=SignalLayer(coding=True)))
    commands.paint_kernel(Spot("kernel", 0, 1, 1), ((0, 1),), 1.0, None)
    assert program.store.scene.layer.generators == ((1, 1, 1), (1, 1, 1))
    commands.paint_kernel(Spot("kernel", 0, 1, 1), ((0, 1),), 2.0, None)
    assert program.refused == ["A code computes with 0 and 1 only, not with 2."]


def test_a_stride_takes_the_place_of_same_by_its_numbers(desk) -> None:
    program, commands = desk(ROW)
    commands.set_layer({"stride": (1, 2)})
    assert program.store.scene.layer.padding == (0, 0, 1, 1)
    assert program.store.scene.region == Region(12, 4, 1, 24)


def test_every_choice_agrees_with_the_fast_path(desk) -> None:
    program, commands = desk(ROW)
    for choices in ({"padding": "full"}, {"dilation": (1, 3)}, {"flip": False}, {"coding": True}):
        commands.set_layer(choices)
        program.settle()
        assert program.session.agreement.agrees
    assert program.refused == []
