"""What a layer's choices answer: as most layers, unless they say otherwise."""

from __future__ import annotations

from typing import get_args

import pytest

from convviz.labs.story import kernel_rows
from convviz.scene.dense import DenseLayer
from convviz.scene.layer import Kernelled, LayerChoices
from convviz.scene.pool import PoolLayer
from convviz.scene.scene import ConvLayer, GroupsLayer, Layer, TransposedLayer
from convviz.scene.signal import SignalLayer
from convviz.scene.volume import VolumeLayer


@pytest.mark.parametrize("kind", get_args(Layer))
def test_every_layer_can_be_asked(kind: type) -> None:
    assert issubclass(kind, LayerChoices)


def test_a_layer_without_anything_of_its_own() -> None:
    plain = LayerChoices()
    assert (plain.step, plain.white, plain.input_size, plain.corner, plain.maps) == (
        (1, 1),
        None,
        None,
        (0, 0),
        0,
    )
    assert not any((plain.has_filters, plain.mixes, plain.one_row, plain.reads_slices))


def test_a_stride_is_the_way_to_the_next_cell() -> None:
    assert PoolLayer(stride=(3, 1)).step == (3, 1)


def test_what_layers_say_of_themselves() -> None:
    assert ConvLayer().has_filters
    assert ConvLayer().mixes
    assert not GroupsLayer().mixes
    assert GroupsLayer(maps=4).maps == 4
    assert DenseLayer(input_size=(5, 4), corner=(2, 3)).input_size == (5, 4)
    assert SignalLayer().one_row
    assert VolumeLayer().reads_slices


@pytest.mark.parametrize(("coding", "white"), [(True, 1.0), (False, None)])
def test_typed_bits_are_as_bright_as_1(coding: bool, white: float | None) -> None:
    assert SignalLayer(coding=coding).white == white


@pytest.mark.parametrize("layer", [ConvLayer(), TransposedLayer()])
def test_kernels_that_can_be_drawn_as_they_are(layer: Kernelled) -> None:
    assert layer.drawn(kernel_rows) is layer


def test_slices_that_share_a_kernel_get_one_each_to_be_drawn() -> None:
    assert len(VolumeLayer().drawn(kernel_rows).filters[0]) == 3
