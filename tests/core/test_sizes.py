"""Sizes and costs against published tables."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core.errors import SpecError
from convviz.core.sizes import Cost, ReceptiveField, conv_cost, conv_shape, output_size, receptive_field
from convviz.core.spec import ConvSpec
from tests.core.strategies import conv_specs, smallest


@pytest.mark.parametrize(
    ("i", "k", "s", "p", "d", "o"),
    [
        (4, 3, 1, 0, 1, 2),
        (5, 4, 1, 2, 1, 6),
        (5, 3, 1, 1, 1, 5),
        (5, 3, 1, 2, 1, 7),
        (5, 3, 2, 0, 1, 2),
        (5, 3, 2, 1, 1, 3),
        (6, 3, 2, 1, 1, 3),
        (7, 3, 1, 0, 2, 3),
    ],
)
def test_the_figures_of_dumoulin_and_visin(i: int, k: int, s: int, p: int, d: int, o: int) -> None:
    assert output_size(i, k, s, p, d) == o


def test_the_first_layer_of_alexnet_makes_55_of_227() -> None:
    assert output_size(227, 11, s=4) == 55


def test_padding_may_differ_before_and_after() -> None:
    assert output_size(5, 4, p=(1, 2)) == 5
    assert output_size(5, 4, p=(0, 3)) == 5


@given(
    i=st.integers(1, 40), k=st.integers(1, 9), s=st.integers(1, 5), p=st.integers(0, 5), d=st.integers(1, 4)
)
def test_the_formula_counts_the_places_where_a_window_fits(i: int, k: int, s: int, p: int, d: int) -> None:
    last = d * (k - 1)
    fitting = [start for start in range(-p, i + p, s) if start + last < i + p]
    if fitting:
        assert output_size(i, k, s, p, d) == len(fitting)
    else:
        with pytest.raises(SpecError) as caught:
            output_size(i, k, s, p, d)
        assert caught.value.values == {
            "k": k,
            "d": d,
            "span": last + 1,
            "i": i,
            "p": 2 * p,
            "padded": i + 2 * p,
        }


@given(conv_specs())
def test_same_padding_keeps_the_size(spec: ConvSpec) -> None:
    same = replace(spec, padding="same", stride=(1, 1))
    height, width = smallest(same)
    assert conv_shape(same, (spec.in_channels, height, width)) == (spec.out_channels, height, width)


@pytest.mark.parametrize(
    ("mode", "reach"), [("reflect", 4), ("circular", 5), ("replicate", 50), ("zeros", 50)]
)
def test_how_far_each_border_reaches_over_five_cells(mode: str, reach: int) -> None:
    for pads in ((reach, 0, 0, 0), (0, reach, 0, 0), (0, 0, reach, 0), (0, 0, 0, reach)):
        conv_shape(ConvSpec((1, 1), padding=pads, padding_mode=mode), (1, 5, 5))
        wider = tuple(p + 1 if p else 0 for p in pads)
        too_wide = ConvSpec((1, 1), padding=wider, padding_mode=mode)  # type: ignore[arg-type]
        if mode in ("reflect", "circular"):
            with pytest.raises(SpecError) as caught:
                conv_shape(too_wide, (1, 5, 5))
            assert caught.value.values == {"p": reach + 1, "i": 5}


def layer(kernel: int, ins: int, outs: int, **more: int) -> ConvSpec:
    return ConvSpec((kernel, kernel), in_channels=ins, out_channels=outs, **more)  # type: ignore[arg-type]


def test_ten_filters_of_5_5_3_share_760_parameters_in_cs231n() -> None:
    cost = conv_cost(layer(5, 3, 10), (3, 32, 32))
    assert cost == Cost(weights=750, biases=10, macs=750 * 28 * 28, output_cells=10 * 28 * 28)
    assert cost.parameters == 760


@pytest.mark.parametrize(
    ("spec", "shape", "parameters"),
    [
        (layer(5, 1, 6), (1, 32, 32), 156),
        (layer(5, 6, 16), (6, 14, 14), 2_416),
        (layer(5, 16, 120), (16, 5, 5), 48_120),
        (layer(1, 120, 84), (120, 1, 1), 10_164),
        (layer(1, 84, 10), (84, 1, 1), 850),
    ],
    ids=["C1", "C3 dense", "C5", "F6", "output"],
)
def test_the_parameters_of_lenet_5(spec: ConvSpec, shape: tuple[int, int, int], parameters: int) -> None:
    assert conv_cost(spec, shape).parameters == parameters


def test_the_first_layer_of_alexnet() -> None:
    spec = ConvSpec((11, 11), (4, 4), in_channels=3, out_channels=96)
    cost = conv_cost(spec, (3, 227, 227))
    assert conv_shape(spec, (3, 227, 227)) == (96, 55, 55)
    assert cost.parameters == 34_944
    assert cost.macs == 96 * 363 * 3025  # 96 filters times the im2col matrix
    assert conv_cost(spec, (3, 227, 227), bias=False).parameters == 34_848


def test_groups_divide_the_weights() -> None:
    assert conv_cost(layer(3, 8, 8, groups=8), (8, 5, 5)).weights == 8 * 9


ALEXNET = [(11, 4, 0, 1), (3, 2, 0, 1), (5, 1, 2, 1), (3, 2, 0, 1), *[(3, 1, 1, 1)] * 3, (3, 2, 0, 1)]


@pytest.mark.parametrize(
    ("depth", "size", "jump", "padding"),
    [
        (1, 11, 4, 0),
        (2, 19, 8, 0),
        (3, 51, 8, 16),
        (5, 99, 16, 32),
        (6, 131, 16, 48),
        (7, 163, 16, 64),
        (8, 195, 32, 64),
    ],
    ids=["conv1", "pool1", "conv2", "conv3", "conv4", "conv5", "pool5"],
)
def test_the_receptive_fields_of_alexnet(depth: int, size: int, jump: int, padding: int) -> None:
    assert receptive_field(ALEXNET[:depth]) == ReceptiveField(size, jump, -padding)


def test_the_receptive_fields_of_the_pools_of_vgg_16() -> None:
    conv, pool = (3, 1, 1, 1), (2, 2, 0, 1)
    layers: list[tuple[int, int, int, int]] = []
    seen = []
    for convs in (2, 2, 3, 3, 3):
        layers += [conv] * convs + [pool]
        field = receptive_field(layers)
        seen.append((field.size, field.jump))
    assert seen == [(6, 2), (16, 4), (44, 8), (100, 16), (212, 32)]


def test_dilation_widens_the_field_and_no_layer_sees_one_cell() -> None:
    assert receptive_field([]) == ReceptiveField(1, 1, 0)
    assert receptive_field([(3, 1, 2, 2)]) == ReceptiveField(5, 1, -2)
    assert receptive_field([(3, 1, 0, 1), (3, 1, 0, 1)]).size == 5
