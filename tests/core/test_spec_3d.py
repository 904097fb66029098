"""What describes a convolution of a stack, and what is refused."""

from __future__ import annotations

import pytest

from convviz.core.border import CONSTANT
from convviz.core.errors import SpecError
from convviz.core.spec_3d import conv3d_cost, conv3d_shape, conv3d_spec


def test_sizes_are_worked_out_along_each_axis() -> None:
    assert conv3d_shape(conv3d_spec((3, 3, 3)), (16, 7, 9)) == (14, 5, 7)
    same = conv3d_spec((3, 5, 2), padding="same", dilation=(2, 1, 3))
    assert same.margins == (2, 2, 2, 2, 1, 2)
    assert conv3d_shape(same, (4, 6, 8)) == (4, 6, 8)
    spec = conv3d_spec(
        (3, 5, 2), (2, 1, 1), (4, 1, 2, 0, 0, 0)
    )  # of torch.nn.Conv3d's documentation, one-sided
    assert conv3d_shape(spec, (10, 50, 100)) == (7, 48, 99)


def test_cost_counts_the_taps_of_all_slices() -> None:
    cost = conv3d_cost(conv3d_spec((3, 2, 4)), (5, 6, 7))
    assert (cost.weights, cost.biases, cost.output_cells, cost.macs) == (24, 1, 60, 1440)


def test_places_and_what_they_read() -> None:
    spec = conv3d_spec((3, 1, 1), (2, 1, 1), (1, 1, 0, 0, 0, 0), (2, 1, 1))
    assert [list(spec.places(n)) for n in range(2)] == [[-1, 1, 3], [1, 3, 5]]
    assert spec.depth_span == 5
    assert spec.sources(0, 5).tolist() == [CONSTANT, 1, 3]
    mirrored = conv3d_spec((3, 1, 1), padding=(1, 1, 0, 0, 0, 0), padding_mode="reflect")
    assert mirrored.sources(0, 5).tolist() == [1, 0, 1]


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        ({"kernel_size": (0, 3, 3)}, "in_channels must be at least 1, not 0."),
        ({"kernel_size": (64, 3, 3)}, "A window of 64 slices is too deep: at most 63."),
        ({"kernel_size": (3, 64, 3)}, "A kernel of 64 × 3 is too large: at most 63 × 63."),
        ({"stride": (0, 1, 1)}, "depth_stride must be at least 1, not 0."),
        ({"dilation": (0, 1, 1)}, "depth_dilation must be at least 1, not 0."),
        ({"padding": (0, -2, 0, 0, 0, 0)}, "padding must not be negative, but is -2."),
        ({"padding": "same", "stride": (2, 1, 1)}, "padding 'same' needs stride 1, not 2, 1, 1."),
        (
            {"out_channels": 2},
            "A stack of slices is filtered by one filter in one group, not by 2 in 1.",
        ),
    ],
)
def test_what_describes_no_layer_is_refused(choices: dict[str, object], sentence: str) -> None:
    with pytest.raises(SpecError) as refused:
        conv3d_spec(**{"kernel_size": (3, 3, 3), **choices})  # type: ignore[arg-type]
    assert str(refused.value) == sentence


TOO_LARGE = (
    "The window spans 3 cells (3 taps, dilation 1), but the input with its padding has only 2 (2 + 0)."
)


@pytest.mark.parametrize(
    ("choices", "shape", "sentence"),
    [
        ({}, (2, 9, 9), TOO_LARGE),
        ({"padding": (1, 1, 0, 0, 0, 0)}, (0, 9, 9), "The input has no cells: its shape is (0, 9, 9)."),
        (
            {"padding": (3, 0, 0, 0, 0, 0), "padding_mode": "reflect"},
            (3, 9, 9),
            "Reflect padding of 3 needs an image of at least 3 + 1 cells; this one has 3.",
        ),
    ],
)
def test_what_does_not_fit_is_refused(
    choices: dict[str, object], shape: tuple[int, int, int], sentence: str
) -> None:
    with pytest.raises(SpecError) as refused:
        conv3d_shape(conv3d_spec((3, 3, 3), **choices), shape)  # type: ignore[arg-type]
    assert str(refused.value) == sentence
