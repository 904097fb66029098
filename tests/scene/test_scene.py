"""What a scene may be, and what is refused where it is made."""

from __future__ import annotations

from fractions import Fraction
from math import inf, nan

import pytest
from hypothesis import given

from convviz.core import images, lens
from convviz.core.errors import ImageError, KernelError, Refusal, SpecError
from convviz.scene.pool import PoolLayer
from convviz.scene.resize import ResizeLayer
from convviz.scene.scene import (
    CHANNELS,
    MAX_CANVAS,
    MAX_DISTANCE,
    SHOWN_AS,
    Canvas,
    ConvLayer,
    Drawn,
    Preset,
    Region,
    Scene,
    TransposedLayer,
    replace,
    with_filters,
    with_kernels,
)
from tests.scene.strategies import regions, scenes, sizes


def test_the_scenes_vocabulary_is_the_cores() -> None:
    assert CHANNELS == images.CHANNELS
    assert SHOWN_AS == lens.LENSES


@given(scenes)
def test_equal_scenes_are_one_in_a_table(scene: Scene) -> None:
    assert {scene: 1, replace(scene): 2} == {scene: 2}


def test_replace_changes_what_is_named_and_nothing_else() -> None:
    scene = replace(Scene(), channel="r", speed=4.0)
    assert scene == Scene(channel="r", speed=4.0)
    assert Scene().channel == "luma"


# --- regions ---


@given(regions, sizes, sizes)
def test_a_clipped_region_lies_inside_and_keeps_its_size_where_it_can(
    region: Region, height: int, width: int
) -> None:
    clipped = region.clipped(height, width)
    assert 0 <= clipped.top < clipped.bottom <= height
    assert 0 <= clipped.left < clipped.right <= width
    assert (clipped.height, clipped.width) == (min(region.height, height), min(region.width, width))
    assert clipped.clipped(height, width) == clipped


def test_a_region_that_fits_is_not_moved() -> None:
    assert Region(2, 3, 4, 5).clipped(6, 8) == Region(2, 3, 4, 5)
    assert Region(2, 3, 4, 5).clipped(5, 9) == Region(1, 3, 4, 5)
    assert Region(-2, -3, 4, 5).clipped(9, 9) == Region(0, 0, 4, 5)


def test_a_region_holds_its_cells_and_no_other() -> None:
    region = Region(1, 2, 2, 3)
    held = {(r, c) for r in range(9) for c in range(9) if region.holds(r, c)}
    assert held == {(r, c) for r in (1, 2) for c in (2, 3, 4)}


# --- refusals: each names the offending value ---


@pytest.mark.parametrize(
    ("make", "kind", "sentence"),
    [
        (lambda: Region(0, 0, 0, 3), SpecError, "height must be at least 1, not 0."),
        (lambda: Region(0, 0, 3, -1), SpecError, "width must be at least 1, not -1."),
        (lambda: Canvas(0, 3, b""), SpecError, "height must be at least 1, not 0."),
        (
            lambda: Canvas(2, 3, b"12345"),
            ImageError,
            "A canvas of 2 × 3 pixels needs 6 bytes, not 5.",
        ),
        (
            lambda: Canvas(1, MAX_CANVAS + 1, bytes(MAX_CANVAS + 1)),
            SpecError,
            "width must be at most 1024, not 1025.",
        ),
        (lambda: Preset("gaussian", (("sigma", nan),)), SpecError, "sigma must be a finite number, not nan."),
        (lambda: Drawn(()), KernelError, "A kernel needs at least one number."),
        (lambda: Drawn(((), ())), KernelError, "A kernel needs at least one number."),
        (
            lambda: Drawn(((1.0, 2.0), (3.0,))),
            KernelError,
            "Row 1 of the kernel has 1 numbers, but row 0 has 2.",
        ),
        (
            lambda: Drawn(((1.0, 2.0), (3.0, nan))),
            KernelError,
            "The weight in row 1, column 1 must be a number up to 1000000000, not nan.",
        ),
        (
            lambda: Drawn(((-inf,),)),
            KernelError,
            "The weight in row 0, column 0 must be a number up to 1000000000, not -inf.",
        ),
        (
            lambda: Drawn(((4e38,),)),
            KernelError,
            "The weight in row 0, column 0 must be a number up to 1000000000, not 4e38.",
        ),
        (
            lambda: Drawn(((0.0,) * 64,)),
            KernelError,
            "A kernel of 1 × 64 is too large: at most 63 × 63.",
        ),
        (
            lambda: ConvLayer(filters=(), bias=()),
            SpecError,
            "A layer needs at least one filter, and each filter at least one kernel.",
        ),
        (
            lambda: ConvLayer(filters=((),)),
            SpecError,
            "A layer needs at least one filter, and each filter at least one kernel.",
        ),
        (
            lambda: ConvLayer(bias=(0.0, 1.0)),
            SpecError,
            "2 biases do not fit 1 filters: each has one.",
        ),
        (lambda: ConvLayer(bias=(inf,)), SpecError, "bias must be a finite number, not inf."),
        (
            lambda: ConvLayer(bias=(-1e39,)),
            SpecError,
            "bias must be from −1000000000 to 1000000000, not −1e39.",
        ),
        (
            lambda: ConvLayer(padding="valid", stride=(2, 0)),
            SpecError,
            "stride must be at least 1, not 0.",
        ),
        (
            lambda: ConvLayer(dilation=(-1, 1)),
            SpecError,
            "dilation must be at least 1, not -1.",
        ),
        (
            lambda: ConvLayer(negative_slope=2e9),
            SpecError,
            "negative_slope must be from −1000000000 to 1000000000, not 2000000000.",
        ),
        (lambda: ConvLayer(padding=(0, -2, 0, 0)), SpecError, "padding must not be negative, but is -2."),
        (
            lambda: ResizeLayer(scale=(2.0, 8.5)),
            SpecError,
            "scale must be from 1/8 to 8, not 8.5.",
        ),
        (lambda: ResizeLayer(scale=(0.1, 1.0)), SpecError, "scale must be from 1/8 to 8, not 0.1."),
        (lambda: ResizeLayer(scale=(inf, 1.0)), SpecError, "scale must be a finite number, not inf."),
        (lambda: ConvLayer(stride=(2, 2)), SpecError, "padding 'same' needs stride 1, not 2, 2."),
        (
            lambda: ConvLayer(padding=(0, 0, 0, 10**30)),
            SpecError,
            f"padding must be at most {MAX_DISTANCE}, not {10**30}.",
        ),
        (
            lambda: ConvLayer(dilation=(512, 1)),
            SpecError,
            "3 taps at dilation 512 reach over 1025 cells; at most 1024.",
        ),
        (
            lambda: ConvLayer(padding_value=nan),
            SpecError,
            "padding_value must be a finite number, not nan.",
        ),
        (
            lambda: TransposedLayer(filters=((Preset("sobel-x"), Preset("sobel-y")),)),
            SpecError,
            "A transposed convolution here has one kernel, not 2.",
        ),
        (
            lambda: TransposedLayer(filters=((),)),
            SpecError,
            "A transposed convolution here has one kernel, not 0.",
        ),
        (lambda: TransposedLayer(bias=nan), SpecError, "bias must be a finite number, not nan."),
        (
            lambda: TransposedLayer(stride=(1, 2)),
            SpecError,
            "output_padding 1 must be less than the stride (1) or the dilation (1).",
        ),
        (
            lambda: TransposedLayer(padding=(0, MAX_DISTANCE + 1)),
            SpecError,
            f"padding must be at most {MAX_DISTANCE}, not {MAX_DISTANCE + 1}.",
        ),
        (
            lambda: with_filters(TransposedLayer()),
            SpecError,
            "This operation has no kernel; choose convolution to use one.",
        ),
        (
            lambda: with_kernels(PoolLayer()),
            SpecError,
            "This operation has no kernel; choose convolution to use one.",
        ),
        (
            lambda: Scene(channel="x"),
            SpecError,
            "channel must be one of luma, r, g, b, all, not 'x'.",
        ),
        (
            lambda: Scene(show="x"),
            SpecError,
            "show must be one of signed, absolute, clamp, offset, stretch, not 'x'.",
        ),
        (lambda: Scene(output=-1), SpecError, "output must not be negative, but is -1."),
        (lambda: Scene(speed=0.0), SpecError, "speed must be from 0.25 to 1000.0, not 0.0."),
        (lambda: Scene(speed=nan), SpecError, "speed must be from 0.25 to 1000.0, not nan."),
    ],
)
def test_what_no_screen_could_show_is_refused(make, kind: type[Refusal], sentence: str) -> None:
    with pytest.raises(kind) as refused:
        make()
    assert str(refused.value) == sentence


def test_replace_refuses_as_making_anew_does() -> None:
    with pytest.raises(SpecError, match=r"speed must be from 0\.25"):
        replace(Scene(), speed=-1.0)


def test_a_kernel_of_63_by_63_is_not_too_large() -> None:
    assert len(Drawn(((1.0,) * 63,) * 63).rows) == 63


def test_layers_that_have_kernels_are_told_apart() -> None:
    for layer in (ConvLayer(), TransposedLayer()):
        assert with_kernels(layer) is layer
    assert with_filters(ConvLayer()) == ConvLayer()


def test_padding_by_name_is_not_counted() -> None:
    assert ConvLayer(padding="valid", stride=(3, 3)).padding == "valid"


def test_a_layer_without_kernels_says_so() -> None:
    layer = ConvLayer()
    assert with_kernels(layer) is layer
    with pytest.raises(SpecError, match="no kernel"):
        with_kernels(PoolLayer())


@pytest.mark.parametrize("choices", [{"kind": "sum"}, {"dilation": (0, 1)}, {"stride": (2**21, 1)}])
def test_a_pooling_that_cannot_be_is_refused(choices: dict[str, object]) -> None:
    with pytest.raises(SpecError):
        PoolLayer(**choices)


def test_the_way_from_one_output_cell_to_the_next() -> None:
    assert ConvLayer(padding="valid", stride=(2, 3)).step == (2, 3)
    assert ResizeLayer(scale=(2.0, 0.25)).step == (Fraction(1, 2), 4)
    assert TransposedLayer(stride=(2, 4)).step == (Fraction(1, 2), Fraction(1, 4))
