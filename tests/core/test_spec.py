from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given

from convviz.core.spec import MAX_KERNEL, ConvSpec
from tests.core.strategies import conv_specs


def test_the_default_is_torchs_conv2d_of_3_by_3() -> None:
    spec = ConvSpec()
    assert (spec.kernel_size, spec.stride, spec.dilation) == ((3, 3), (1, 1), (1, 1))
    assert (spec.pads, spec.groups, spec.padding_mode) == ((0, 0, 0, 0), 1, "zeros")
    assert spec.weight_shape == (1, 1, 3, 3)


def test_a_spec_is_a_value() -> None:
    assert ConvSpec(stride=(2, 1)) == ConvSpec(stride=(2, 1))
    assert len({ConvSpec(), ConvSpec(), ConvSpec(flip=True)}) == 2
    with pytest.raises(dataclasses.FrozenInstanceError):
        ConvSpec().flip = True  # type: ignore[misc]


@pytest.mark.parametrize("kernel_size", [(1, 1), (1, MAX_KERNEL), (MAX_KERNEL, 2), (4, 6)])
def test_kernels_from_1_to_63_odd_or_even(kernel_size: tuple[int, int]) -> None:
    assert ConvSpec(kernel_size).kernel_size == kernel_size


@pytest.mark.parametrize(
    ("kernel", "dilation", "span"),
    [((3, 3), (1, 1), (3, 3)), ((3, 2), (2, 5), (5, 6)), ((1, 4), (9, 1), (1, 4))],
)
def test_the_span_reaches_from_the_first_tap_to_the_last(
    kernel: tuple[int, int], dilation: tuple[int, int], span: tuple[int, int]
) -> None:
    assert ConvSpec(kernel, dilation=dilation).span == span


@pytest.mark.parametrize(
    ("kernel", "dilation", "pads"),
    [
        ((3, 3), (1, 1), (1, 1, 1, 1)),
        ((2, 4), (1, 1), (0, 1, 1, 2)),
        ((4, 1), (3, 1), (4, 5, 0, 0)),
        ((5, 2), (2, 2), (4, 4, 1, 1)),
    ],
)
def test_same_padding_puts_an_odd_cell_after(
    kernel: tuple[int, int], dilation: tuple[int, int], pads: tuple[int, int, int, int]
) -> None:
    assert ConvSpec(kernel, padding="same", dilation=dilation).pads == pads


def test_padding_in_words_and_in_numbers() -> None:
    assert ConvSpec(padding="valid").pads == (0, 0, 0, 0)
    assert ConvSpec(padding=(1, 2, 3, 4)).pads == (1, 2, 3, 4)


def test_only_constant_padding_writes_its_value() -> None:
    assert ConvSpec(padding_mode="constant", padding_value=7.5).border_value == 7.5
    assert ConvSpec(padding_mode="zeros", padding_value=7.5).border_value == 0


def test_a_grouped_layer_has_weights_for_its_own_channels_only() -> None:
    assert ConvSpec((5, 4), in_channels=6, out_channels=9, groups=3).weight_shape == (9, 2, 5, 4)


@given(conv_specs())
def test_a_spec_rebuilds_from_its_own_fields(spec: ConvSpec) -> None:
    assert dataclasses.replace(spec) == spec
    assert ConvSpec(**dataclasses.asdict(spec)) == spec
