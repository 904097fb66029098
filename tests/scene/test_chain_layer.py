"""A whole layer's choices, and what is refused where they are made."""

from __future__ import annotations

import pytest

from convviz.core.errors import Refusal
from convviz.scene.codec import decode_scene, encode_scene
from convviz.scene.pool import PoolLayer
from convviz.scene.scene import MAX_POOLED, ChainLayer, ConvLayer, Scene, with_kernels


def test_a_layer_is_a_convolution_with_what_follows() -> None:
    layer = ChainLayer()
    assert with_kernels(layer) is layer
    assert (layer.activation, layer.pool, layer.pool_size) == ("relu", "max", 2)
    assert layer != ConvLayer(activation="relu")


def test_the_step_is_of_all_stages_together() -> None:
    assert ChainLayer(stride=(2, 3), padding="valid", pool_size=4).step == (8, 12)
    assert ConvLayer(stride=(2, 3), padding="valid").step == (2, 3)
    assert PoolLayer(stride=(3, 1)).step == (3, 1)


def test_a_file_keeps_it() -> None:
    scene = Scene(layer=ChainLayer(pool="avg", pool_size=3))
    assert decode_scene(encode_scene(scene)) == scene


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        ({"pool": "median"}, "kind must be one of max, avg"),
        ({"pool_size": 0}, "pool_size must be at least 1"),
        ({"pool_size": MAX_POOLED + 1}, "pool_size must be at most 8"),
        ({"stride": (0, 1)}, "stride must be at least 1"),
        ({"bias": ()}, "0 biases do not fit 1 filters"),
    ],
)
def test_what_is_no_layer_is_refused(choices: dict[str, object], words: str) -> None:
    with pytest.raises(Refusal, match=words):
        ChainLayer(**choices)  # type: ignore[arg-type]
