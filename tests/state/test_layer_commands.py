"""A whole layer under a person's hands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from convviz.figure.figure import Spot
from convviz.labs import LABS
from convviz.labs.story import kernel_rows
from convviz.scene.scene import ChainLayer, ConvLayer, Region, Scene, replace
from tests.state.conftest import Program
from tests.state.test_commands import LARGE, PLACE, Desk

MakeDesk = Callable[[Scene], Desk]
LAYER = next(n for n, lab in enumerate(LABS) if lab.layer_type is ChainLayer)


@pytest.fixture
def desk(start: Callable[..., Program]) -> MakeDesk:
    return lambda scene: Desk(start(scene))


def test_it_begins_small_at_the_place_that_was_on_the_stage(desk: MakeDesk) -> None:
    here = desk(PLACE)
    here.commands.choose_operation(LAYER)
    here.settle()
    assert here.scene.layer == ChainLayer()
    assert here.scene.region == Region(5, 10, 3, 3)  # of cells 10 to 15, 20 to 25 of the convolution
    assert here.shape == (1, 20, 25)
    assert here.undone()


def test_it_and_convolution_are_different_operations(desk: MakeDesk) -> None:
    here = desk(replace(PLACE, layer=ChainLayer()))
    here.commands.choose_operation(LAYER)
    assert not here.store.can_undo
    here.commands.choose_operation(0)
    here.settle()
    assert type(here.scene.layer) is ConvLayer
    assert here.scene.region == Region(23, 43, 5, 5)  # about the cells 20 to 29, 40 to 49
    assert here.undone()


def test_larger_blocks_keep_the_place(desk: MakeDesk) -> None:
    here = desk(Scene(picture=LARGE, layer=ChainLayer(), region=Region(8, 12, 3, 3)))
    here.commands.set_layer({"pool_size": 4})
    here.settle()
    assert here.scene.region == Region(4, 6, 3, 3)
    assert here.shape == (1, 10, 12)
    assert here.undone()


def test_the_crop_to_the_stage_is_all_that_its_cells_see(desk: MakeDesk) -> None:
    here = desk(Scene(picture=LARGE, layer=ChainLayer(padding="valid"), region=Region(2, 3, 3, 3)))
    here.commands.crop_to_stage()
    here.settle()
    assert here.scene.crop == Region(4, 6, 8, 8)
    assert here.shape == (1, 3, 3)
    here.commands.uncrop()
    assert here.scene.region == Region(2, 3, 3, 3)


def test_its_kernel_is_chosen_painted_and_turned(desk: MakeDesk) -> None:
    here = desk(Scene(picture=LARGE, layer=ChainLayer(), region=Region(0, 0, 3, 3)))
    here.commands.pick_kernel("box-3x3")
    assert here.scene.layer.filters[0][0].id == "box-3x3"
    here.commands.paint_kernel(Spot("kernel", 1, 2), [(1, 2)], 7.0, None)
    here.commands.use_tool("flip")
    here.settle()
    assert isinstance(here.scene.layer, ChainLayer)
    assert kernel_rows(here.scene.layer.filters[0][0])[1][0] == 7
    assert not here.program.refused
