"""What a signal's layer may be, and what a file keeps of it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core.errors import Refusal
from convviz.core.spec import PADDING_MODES
from convviz.scene.checks import MAX_DISTANCE
from convviz.scene.codec import decode_scene, encode_scene
from convviz.scene.scene import Region, Scene
from convviz.scene.signal import SignalLayer

bits = st.lists(st.integers(0, 1), min_size=1, max_size=9).map(tuple)
numbers = st.floats(-1e9, 1e9, width=32)


@st.composite
def layers(draw: st.DrawFn) -> SignalLayer:
    stride, taps = draw(st.integers(1, 9)), draw(st.integers(1, 5))
    ends = st.tuples(st.just(0), st.just(0), st.integers(0, 9), st.integers(0, 9))
    names = ["valid", "full"] + (["same"] if stride == 1 else [])
    generator = st.tuples(*[st.integers(0, 1)] * taps)
    return SignalLayer(
        coding=draw(st.booleans()),
        weights=tuple(draw(st.lists(numbers, min_size=1, max_size=9))),
        flip=draw(st.booleans()),
        stride=(1, stride),
        padding=draw(ends | st.sampled_from(names)),
        dilation=(1, draw(st.integers(1, 9))),
        padding_mode=draw(st.sampled_from(PADDING_MODES)),
        padding_value=draw(numbers),
        bits=draw(bits),
        generators=tuple(draw(st.lists(generator, min_size=1, max_size=4))),
    )


@given(layer=layers())
def test_a_file_keeps_all_of_it(layer: SignalLayer) -> None:
    scene = Scene(layer=layer, region=Region(3, 4, 1, 24))
    assert decode_scene(encode_scene(scene)) == scene


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"weights": ()}, "kernel_empty"),
        ({"weights": (float("nan"),)}, "kernel_weight"),
        ({"weights": (1.0,) * 64}, "kernel_too_large"),
        ({"stride": (2, 1), "padding": "full"}, "not_one_row"),
        ({"stride": (1, 2)}, "same_needs_stride_1"),
        ({"stride": (1, MAX_DISTANCE + 1), "padding": "full"}, "too_many"),
        ({"padding": (0, 0, MAX_DISTANCE + 1, 0)}, "too_many"),
        ({"padding": (1, 0, 0, 0)}, "not_one_row"),
        ({"padding_mode": "mirror"}, "unknown_choice"),
        ({"bits": ()}, "not_positive"),
        ({"bits": (1,) * 65}, "too_many"),
        ({"bits": (2,)}, "not_binary"),
        ({"generators": ()}, "not_positive"),
        ({"generators": ((1,),) * 5}, "too_many"),
        ({"generators": ((1,) * 17,)}, "too_many"),
        ({"generators": ((1, 0), (1,))}, "generators_differ"),
    ],
)
def test_what_is_no_layer_is_refused(wrong: dict[str, Any], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        SignalLayer(**wrong)
    assert refused.value.code == code


def test_weights_are_painted() -> None:
    painted = SignalLayer(weights=(1.0, 2.0, 3.0)).painted(0, [(0, 0), (0, 2)], 9.0)
    assert painted.weights == (9.0, 2.0, 9.0)


def test_a_generators_bits_are_painted_with_bits_only() -> None:
    layer = SignalLayer(coding=True)
    assert layer.painted(1, [(0, 1)], 1.0).generators == ((1, 1, 1), (1, 1, 1))
    with pytest.raises(Refusal, match="0 and 1 only, not with 2"):
        layer.painted(0, [(0, 0)], 2)


def test_a_signals_stage_is_one_row() -> None:
    region = Region(3, 4, 7, 9)
    assert Scene(layer=SignalLayer(), region=region).stage == Region(3, 4, 1, 9)
    assert Scene(region=region).stage == region
