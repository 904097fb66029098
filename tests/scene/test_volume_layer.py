"""A stack's choices: what is refused, and kernels of each slice."""

from __future__ import annotations

import pytest

from convviz.core.errors import Refusal
from convviz.scene.codec import decode_scene, encode_scene
from convviz.scene.scene import Drawn, Preset, Scene
from convviz.scene.volume import VolumeLayer

TWO = (Drawn(((1.0, 2.0),)), Drawn(((3.0, 4.0),)))


def rows_of(kernel: object) -> tuple[tuple[float, ...], ...]:
    return kernel.rows if isinstance(kernel, Drawn) else ((1.0, -1.0),)


def test_one_kernel_is_multiplied_for_each_slice_and_own_ones_too() -> None:
    layer = VolumeLayer(filters=((Preset("x"),),), depth=(-1.0, 0.5))
    assert layer.slice_kernels(rows_of) == (((-1.0, 1.0),), ((0.5, -0.5),))
    own = VolumeLayer(filters=(TWO,), depth=(2.0, -1.0))
    assert own.slice_kernels(rows_of) == (((2.0, 4.0),), ((-3.0, -4.0),))


def test_drawn_kernels_are_the_same_weights() -> None:
    layer = VolumeLayer(depth=(-1.0, 0.0, 1.0), bias=3.0)
    drawn = layer.drawn(rows_of)
    assert drawn.depth == (1.0, 1.0, 1.0)
    assert len(drawn.filters[0]) == 3
    assert drawn.slice_kernels(rows_of) == layer.slice_kernels(rows_of)
    assert drawn.bias == 3.0


def test_the_step_is_within_a_slice() -> None:
    assert VolumeLayer(stride=(3, 2, 5), padding="valid").step == (2, 5)


def test_it_comes_back_from_a_file() -> None:
    scene = Scene(layer=VolumeLayer(filters=(TWO,), depth=(1.0, 1.0), padding=(1, 0, 2, 2, 0, 3)))
    assert decode_scene(encode_scene(scene)) == scene
    assert scene.layer.reads_slices
    assert not Scene().layer.reads_slices


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        ({"filters": (TWO,)}, "2 kernels do not fit a window of 3 slices: one for all, or one for each."),
        ({"filters": ((), ())}, "0 kernels do not fit a window of 3 slices: one for all, or one for each."),
        ({"depth": ()}, "A kernel needs at least one number."),
        ({"bias": float("nan")}, "bias must be a finite number, not nan."),
        ({"stride": (2, 1, 1)}, "padding 'same' needs stride 1, not 2, 1, 1."),
        ({"dilation": (1, 0, 1)}, "dilation must be at least 1, not 0."),
        ({"padding": (2_000_000, 0, 0, 0, 0, 0)}, "padding must be at most 1048576, not 2000000."),
        (
            {"padding_mode": "mirror"},
            "padding_mode must be one of zeros, constant, reflect, replicate, circular, not 'mirror'.",
        ),
    ],
)
def test_what_is_no_layer_is_refused(choices: dict[str, object], sentence: str) -> None:
    with pytest.raises(Refusal) as refused:
        VolumeLayer(**choices)  # type: ignore[arg-type]
    assert str(refused.value) == sentence
