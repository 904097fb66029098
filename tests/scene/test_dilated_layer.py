"""A dilated layer's choices, and what is refused where they are made."""

from __future__ import annotations

import pytest

from convviz.core.errors import Refusal
from convviz.scene.codec import decode_scene, encode_scene
from convviz.scene.scene import (
    MAX_DILATION,
    MAX_STACKED,
    ConvLayer,
    DilatedLayer,
    Scene,
    with_filters,
)


def test_it_is_a_convolution_with_a_stack_beside_it() -> None:
    layer = DilatedLayer(stride=(2, 1), padding="valid")
    assert with_filters(layer) is layer
    assert (layer.dilation, layer.stack, layer.view) == ((2, 2), (1, 2, 4), "both")
    assert layer.step == (2, 1)
    assert layer != ConvLayer(stride=(2, 1), padding="valid", dilation=(2, 2))


def test_a_file_keeps_it() -> None:
    scene = Scene(layer=DilatedLayer(view="stack", stack=(1, MAX_DILATION)))
    assert decode_scene(encode_scene(scene)) == scene
    assert b'"dilated"' in encode_scene(scene)


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        ({"stack": ()}, "stack must be at least 1, not 0"),
        ({"stack": (1,) * (MAX_STACKED + 1)}, "stack must be at most 6, not 7"),
        ({"stack": (1, 0)}, "dilation must be at least 1, not 0"),
        ({"stack": (1, 2.5)}, "dilation must be a whole number, not 2.5"),
        ({"stack": (MAX_DILATION + 1,)}, "dilation must be at most 32, not 33"),
        ({"dilation": (0, 1)}, "dilation must be at least 1"),
    ],
)
def test_what_is_no_layer_is_refused(choices: dict[str, object], words: str) -> None:
    with pytest.raises(Refusal, match=words):
        DilatedLayer(**choices)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("old", "new"), [(b'"view": "both"', b'"view": "all"'), (b"   4\n", b'   "4"\n'), (b"   4\n", b"   99\n")]
)
def test_a_damaged_file_is_refused(old: bytes, new: bytes) -> None:
    data = encode_scene(Scene(layer=DilatedLayer()))
    assert old in data
    with pytest.raises(Refusal):
        decode_scene(data.replace(old, new))
