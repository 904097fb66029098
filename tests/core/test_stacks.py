"""Whole networks against published tables, and what a layer costs."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core.errors import SpecError
from convviz.core.layer_sizes import KINDS
from convviz.core.sizes import Cost
from convviz.core.solve_sizes import solutions
from convviz.core.stack_presets import STACKS
from convviz.core.stacks import (
    Row,
    Stack,
    StackLayer,
    as_kind,
    layer_of_kind,
    shape_after,
    survey,
    total,
    with_axes,
)


def rows_of(name: str) -> dict[str, Row]:
    seen = survey(STACKS[name].make())
    assert seen.trouble is None
    return {row.layer.name: row for row in seen.rows}


def seen_by(row: Row) -> tuple[int, int, int]:
    """Size, jump, padding of the field along rows, which is that along columns."""
    rows, columns = row.fields
    assert rows == columns
    return rows.size, int(rows.jump), -rows.start


def test_the_parameters_of_lenet_5() -> None:
    """LeCun et al. 1998, C3 dense."""
    rows = rows_of("lenet-5")
    learned = {name: row.cost.parameters for name, row in rows.items() if row.cost.parameters}
    assert learned == {"C1": 156, "C3": 2_416, "C5": 48_120, "F6": 10_164, "output": 850}
    assert total(tuple(rows.values())).parameters == 61_706
    assert [rows[name].after for name in ("C1", "S2", "C3", "S4", "C5", "output")] == [
        (6, 28, 28), (6, 14, 14), (16, 10, 10), (16, 5, 5), (120, 1, 1), (10, 1, 1),
    ]  # fmt: skip


def test_the_fields_of_alexnet() -> None:
    """Araujo, Norris & Sim 2019."""
    rows = rows_of("alexnet")
    assert {name: seen_by(rows[name]) for name in rows if not name.startswith("fc")} == {
        "conv1": (11, 4, 0),
        "pool1": (19, 8, 0),
        "conv2": (51, 8, 16),
        "pool2": (67, 16, 16),
        "conv3": (99, 16, 32),
        "conv4": (131, 16, 48),
        "conv5": (163, 16, 64),
        "pool5": (195, 32, 64),
    }


def test_the_parameters_of_alexnet() -> None:
    """Krizhevsky et al. 2012, 60 million; the layers as the Caffe model has them."""
    rows = rows_of("alexnet")
    learned = {name: row.cost.parameters for name, row in rows.items() if row.cost.parameters}
    assert learned == {
        "conv1": 34_944, "conv2": 307_456, "conv3": 885_120, "conv4": 663_936, "conv5": 442_624,
        "fc6": 37_752_832, "fc7": 16_781_312, "fc8": 4_097_000,
    }  # fmt: skip
    assert total(tuple(rows.values())).parameters == 60_965_224
    assert rows["conv1"].after == (96, 55, 55)
    assert rows["conv1"].cost.macs == 96 * 363 * 3025


def test_the_fields_of_the_pools_of_vgg_16() -> None:
    """Araujo, Norris & Sim 2019."""
    rows = rows_of("vgg-16")
    assert [seen_by(rows[f"pool{n}"])[:2] for n in range(1, 6)] == [
        (6, 2),
        (16, 4),
        (44, 8),
        (100, 16),
        (212, 32),
    ]


def test_the_parameters_of_vgg_16() -> None:
    """Simonyan & Zisserman 2015, table 2: 138 million; 15.5 thousand million multiplications."""
    whole = total(tuple(rows_of("vgg-16").values()))
    assert whole.parameters == 138_357_544
    assert whole.macs == 15_470_264_320


def test_the_fields_of_the_context_module() -> None:
    """Yu & Koltun 2016, table 1."""
    rows = rows_of("context").values()
    assert [row.fields[0].size for row in rows] == [3, 5, 9, 17, 33, 65, 67, 67]
    assert {row.after for row in rows} == {(21, 64, 64)}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("axes", [1, 2, 3])
def test_every_kind_along_every_number_of_axes(kind: str, axes: int) -> None:
    (row,) = survey(Stack(4, (12,) * axes, (layer_of_kind(kind, axes, filters=8),))).rows
    assert len(row.after) == axes + 1
    assert row.after[0] == (8 if "filters" in KINDS[kind].has else 4)
    assert row.cost.output_cells == prod(row.after)


def test_a_transposed_convolution_multiplies_for_every_cell_it_stamps() -> None:
    layer = layer_of_kind("transposed", 2, kernel=4, stride=2, padding=1, filters=8, groups=2, bias=False)
    (row,) = survey(Stack(16, (5, 7), (layer,))).rows
    assert row.after == (8, 10, 14)
    assert row.cost == Cost(16 * 4 * 16, 0, 16 * 4 * 16 * 35, 8 * 140)


@pytest.mark.parametrize(("mode", "each"), [("nearest", 0), ("linear", 4), ("cubic", 16)])
def test_interpolation_multiplies_once_per_neighbour(mode: str, each: int) -> None:
    (row,) = survey(Stack(3, (4, 4), (layer_of_kind("upsample", 2, mode=mode),))).rows
    assert row.cost == Cost(0, 0, 3 * 64 * each, 3 * 64)


def test_a_layer_that_does_not_fit_ends_the_survey() -> None:
    stack = STACKS["lenet-5"].make()
    seen = survey(replace(stack, size=(20, 20)))
    assert [row.layer.name for row in seen.rows] == ["C1", "S2", "C3", "S4"]
    assert seen.trouble is not None
    assert seen.trouble.code == "window_larger_than_input"


def test_groups_must_divide_what_comes_in() -> None:
    seen = survey(Stack(3, (9, 9), (layer_of_kind("conv", 2, filters=4, groups=2),)))
    assert str(seen.trouble) == "2 groups do not divide 3 channels evenly."


def test_another_kind_keeps_what_both_have() -> None:
    conv = layer_of_kind("conv", 2, kernel=5, stride=2, padding=2, dilation=3, filters=7, name="a")
    assert as_kind(conv, "transposed") == layer_of_kind(
        "transposed", 2, kernel=5, stride=2, padding=2, dilation=3, filters=7, name="a"
    )
    pool = as_kind(conv, "avg_pool")
    assert (pool.kernel, pool.stride, pool.padding) == ((5, 5), (2, 2), ((2, 2), (2, 2)))
    assert pool.dilation == (1, 1)
    wide = replace(conv, padding=((3, 3), (3, 3)))
    assert as_kind(wide, "max_pool") == layer_of_kind("max_pool", 2, name="a")


def test_fewer_axes_are_the_first_and_more_are_like_the_last() -> None:
    layer = replace(layer_of_kind("conv", 2), kernel=(3, 5), padding=((1, 1), (2, 3)))
    assert with_axes(layer, 1).kernel == (3,)
    assert with_axes(layer, 3).padding == ((1, 1), (2, 3), (2, 3))


def test_tensorflows_same_follows_each_layers_own_input() -> None:
    """As of MobileNet's first layers: 224 → 112 → 56, and of an odd number of cells one more than half."""
    same = layer_of_kind("conv", 2, kernel=3, stride=2, padding="same-tf")
    seen = survey(Stack(1, (224, 7), (same, same)))
    assert [row.after for row in seen.rows] == [(1, 112, 4), (1, 56, 2)]
    assert [one.start for one in seen.rows[1].fields] == [0, -1]
    axis = same.axis(1, 7)
    assert (axis.before, axis.after, axis.same_tf) == (1, 1, True)
    assert with_axes(same, 3).padding == "same-tf"
    pool = as_kind(same, "max_pool")
    assert pool == layer_of_kind("max_pool", 2, kernel=3, stride=2, padding="same-tf")
    assert survey(Stack(1, (224, 7), (pool, pool))).rows[1].after == (1, 56, 2)
    assert as_kind(same, "transposed") == layer_of_kind(
        "transposed", 2, kernel=3, stride=2, padding="same-tf"
    )
    assert as_kind(same, "unpool").padding == ((0, 0), (0, 0))


def test_tensorflows_same_leaves_nothing_over_to_round_up() -> None:
    layer = layer_of_kind("avg_pool", 1, kernel=3, stride=2, padding="same-tf", ceil=True)
    assert not layer.rounds_up
    assert [shape_after(layer, (1, n)) for n in (5, 6)] == [(1, 3), (1, 3)]
    assert replace(layer, padding=((0, 0),)).rounds_up


def test_a_poolings_padding_may_differ_before_and_after() -> None:
    layer = layer_of_kind("max_pool", 1, kernel=3, stride=2, padding=((0, 1),))
    assert shape_after(layer, (1, 6)) == (1, 3)
    with pytest.raises(SpecError, match="Padding of 2 is more than half"):
        replace(layer, padding=((0, 2),))
    assert replace(layer, padding=((0, 2),), dilation=(2,)).axis(0, 6).after == 2


@pytest.mark.parametrize("kind", ["conv", "max_pool"])
@given(st.integers(1, 9), st.integers(1, 5), st.integers(1, 4), st.integers(1, 3), st.integers(1, 12))
def test_what_is_asked_backwards_holds_for_tensorflows_same_too(
    kind: str, i: int, k: int, s: int, d: int, o: int
) -> None:
    """An answer, put into the layer, gives the output wanted, its padding following."""
    layer = layer_of_kind(kind, 1, kernel=k, stride=s, dilation=d, padding="same-tf")
    for choice in ("input", "stride", "kernel", "dilation", "padding"):
        for value in solutions(kind, layer.axis(0, i), i, o, choice)[:3]:
            n, changed = i, layer
            if choice == "input":
                n = value
            elif choice == "padding":
                sides = (value // 2, value - value // 2) if kind == "conv" else (value, value)
                changed = replace(layer, padding=(sides,))
            else:
                changed = replace(layer, **{choice: (value,)})
            assert shape_after(changed, (1, n)) == (1, o)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"kind": "magic"}, "unknown_choice"),
        ({"mode": "magic"}, "unknown_choice"),
        ({"kernel": (3,)}, "axes_differ"),
        ({"kernel": (0, 3)}, "not_positive"),
        ({"stride": (1, 0)}, "not_positive"),
        ({"filters": 0}, "not_positive"),
        ({"extra": (-1, 0)}, "negative"),
        ({"padding": ((0, -1), (0, 0))}, "negative"),
        ({"factor": (Fraction(0), Fraction(1))}, "not_above_zero"),
        ({"kind": "transposed", "padding": ((1, 2), (1, 1))}, "uneven_padding"),
        ({"kind": "unpool", "padding": "same-tf"}, "uneven_padding"),
        ({"padding": "full"}, "unknown_choice"),
        ({"kind": "max_pool", "padding": ((2, 2), (1, 1))}, "pool_padding_too_wide"),
    ],
)
def test_what_describes_no_layer(wrong: dict[str, object], code: str) -> None:
    with pytest.raises(SpecError) as caught:
        StackLayer(**wrong)  # type: ignore[arg-type]
    assert caught.value.code == code


def test_what_describes_no_stack() -> None:
    for make, code in (
        (lambda: Stack(layers=()), "no_layers"),
        (lambda: Stack(channels=0), "not_positive"),
        (lambda: Stack(size=(9,)), "axes_differ"),
        (lambda: layer_of_kind("conv", 4), "axes_differ"),
    ):
        with pytest.raises(SpecError) as caught:
            make()
        assert caught.value.code == code


def test_padding_may_be_given_in_three_ways() -> None:
    assert layer_of_kind("conv", 2, padding=1).padding == ((1, 1), (1, 1))
    assert layer_of_kind("conv", 2, padding=(1, 2)).padding == ((1, 2), (1, 2))
    assert layer_of_kind("conv", 2, padding=((0, 0), (1, 2))).padding == ((0, 0), (1, 2))


def test_area_sees_all_that_its_cells_touch() -> None:
    """Of 5 cells, 3 output cells see 2, 3 and 2; of 6 cells, 3 see 2 each."""
    thirds = layer_of_kind("upsample", 2, factor=(Fraction(3, 5), Fraction(1, 2)), mode="area")
    (row,) = survey(Stack(1, (5, 6), (thirds,))).rows
    assert row.after == (1, 3, 3)
    assert [(one.size, one.start, one.jump) for one in row.fields] == [(3, 0, Fraction(5, 3)), (2, 0, 2)]
    assert (row.cost.macs, row.cost.operations) == (0, 7 * 6)
