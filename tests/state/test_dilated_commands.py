"""A dilated layer and its stack under a person's hands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from convviz.figure.figure import Spot
from convviz.labs import LABS
from convviz.labs.story import kernel_rows
from convviz.scene.scene import ConvLayer, DilatedLayer, Region, Scene, replace, with_kernels
from tests.state.conftest import Program
from tests.state.test_commands import PLACE, Desk

MakeDesk = Callable[[Scene], Desk]
DILATED = next(n for n, lab in enumerate(LABS) if lab.layer_type is DilatedLayer)


@pytest.fixture
def desk(start: Callable[..., Program]) -> MakeDesk:
    return lambda scene: Desk(start(scene))


def test_it_begins_small_at_the_place_that_was_on_the_stage(desk: MakeDesk) -> None:
    here = desk(replace(PLACE, region=Region(10, 20, 9, 9)))
    here.commands.choose_operation(DILATED)
    here.settle()
    assert here.scene.layer == DilatedLayer()
    assert here.scene.region.height == here.scene.region.width == 5
    assert here.shape == desk(PLACE).shape
    assert here.undone()


def test_it_and_convolution_are_different_operations(desk: MakeDesk) -> None:
    here = desk(replace(PLACE, layer=DilatedLayer()))
    here.commands.choose_operation(DILATED)
    assert not here.store.can_undo
    here.commands.choose_operation(0)
    here.settle()
    assert type(here.scene.layer) is ConvLayer
    assert here.undone()


@pytest.mark.parametrize(
    "choices", [{"stack": (2, 2, 2)}, {"view": "stack"}, {"dilation": (3, 1)}, {"stride": (2, 2)}]
)
def test_its_choices_are_made_and_taken_back(desk: MakeDesk, choices: dict[str, object]) -> None:
    here = desk(replace(PLACE, layer=DilatedLayer()))
    here.commands.set_layer(choices)
    here.settle()
    assert {name: getattr(here.scene.layer, name) for name in choices} == choices
    assert here.undone()


def test_its_kernel_is_painted(desk: MakeDesk) -> None:
    here = desk(replace(PLACE, layer=DilatedLayer()))
    here.commands.paint_kernel(Spot("kernel", 0, 2), ((0, 2),), 5.0, None)
    here.settle()
    assert kernel_rows(with_kernels(here.scene.layer).filters[0][0])[0] == (-1.0, 0.0, 5.0)
    assert here.undone()
