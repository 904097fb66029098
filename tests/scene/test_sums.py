"""What the calculator holds, in a scene and in its file."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import msgspec
import pytest

from convviz.core.errors import SpecError
from convviz.core.stacks import Stack, layer_of_kind
from convviz.scene.codec import CodecError, decode_scene, encode_scene
from convviz.scene.scene import Scene
from convviz.scene.sums import MAX_LAYERS, Sums, factor_text, read_factor

UP = layer_of_kind("upsample", 2, factor=Fraction(7, 3), name="up")


def written(**changes: Any) -> bytes:
    """The file of a scene with sums, some of what it says of them put differently."""
    content = json.loads(encode_scene(Scene(sums=Sums())))
    for path, value in changes.items():
        *way, last = path.split("__")
        place = content["scene"]["sums"]
        for name in way:
            place = place[int(name) if name.isdigit() else name]
        place[last] = value
    return json.dumps(content).encode()


def test_they_come_back_from_a_file() -> None:
    sums = Sums(Stack(3, (9, 8), (UP, layer_of_kind("conv", 2, padding="same-tf"))), 1, (4, 5), 8)
    assert decode_scene(encode_scene(Scene(sums=sums))).sums == sums


@pytest.mark.parametrize("version", [1, 2])
def test_an_older_file_has_none(version: int) -> None:
    assert (
        decode_scene(f'{{"convviz": {version}, "scene": {{"channel": "b"}}}}'.encode()).sums is msgspec.UNSET
    )


def test_a_file_says_that_older_programs_would_lose_them() -> None:
    assert json.loads(encode_scene(Scene()))["convviz"] == 1
    assert json.loads(encode_scene(Scene(sums=Sums())))["convviz"] == 3


def test_the_layer_looked_at() -> None:
    assert Sums(Stack(1, (4, 4), (UP, layer_of_kind("conv", 2))), 1).layer.kind == "conv"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"selected": 1}, "selected must be from 0 to 0, not 1. (at $.scene.sums)"),
        ({"selected": -1}, "selected must be from 0 to 0, not -1. (at $.scene.sums)"),
        ({"wanted": [3]}, "All sizes must have the same 1 to 3 axes, not 2, 1."),
        ({"wanted": [3, 0]}, "wanted must be at least 1, not 0"),
        ({"wanted": [3, 1 << 21]}, "wanted must be at most 1048576, not 2097152"),
        ({"wanted": "most"}, "at $.scene.sums.wanted"),
        ({"each": 3}, "at $.scene.sums.each"),
        ({"stack__size": [1 << 40, 4]}, "size must be at most"),
        ({"stack__channels": 1 << 40}, "channels must be at most"),
        ({"stack__channels": 0}, "channels must be at least 1"),
        ({"stack__layers": []}, "A stack needs at least one layer"),
        ({"stack__layers__0__kernel": [1000, 3]}, "kernel must be at most 999, not 1000"),
        ({"stack__layers__0__stride": [1 << 40, 1]}, "stride must be at most"),
        ({"stack__layers__0__padding": [[0, 1 << 40], [0, 0]]}, "padding must be at most"),
        ({"stack__layers__0__padding": [[-1, 0], [0, 0]]}, "padding must not be negative"),
        ({"stack__layers__0__filters": 1 << 40}, "filters must be at most"),
        ({"stack__layers__0__name": "n" * 25}, "length must be at most 24, not 25"),
        ({"stack__layers__0__kind": "attention"}, "attention"),
        ({"stack__layers__0__factor": ["1000", "2"]}, "factor must be at most 999, not 1000"),
        ({"stack__layers__0__factor": ["1/1000001", "2"]}, "factor must be at most 1000000"),
        ({"stack__layers__0__factor": ["0", "2"]}, "factor"),
        ({"stack__layers__0__factor": ["1/0", "2"]}, "not 1/0. (at $.scene.sums.stack.layers[0].factor[0])"),
        ({"stack__layers__0__factor": ["1e99999999", "2"]}, "such as 7/3, not 1e99999999"),
        ({"stack__layers__0__factor": [2.5, 2]}, "such as 7/3, not 2.5"),
    ],
    ids=str,
)
def test_what_no_calculator_shows_is_refused_in_a_sentence(changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(CodecError) as refused:
        decode_scene(written(**changes))
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_stack_has_no_more_layers_than_anybody_reads() -> None:
    layers = (layer_of_kind("conv", 1, kernel=1),) * MAX_LAYERS
    assert len(Sums(Stack(1, (9,), layers)).stack.layers) == MAX_LAYERS
    with pytest.raises(SpecError, match="layers must be at most 64, not 65"):
        Sums(Stack(1, (9,), (*layers, layers[0])))


@pytest.mark.parametrize("factor", [Fraction(2), Fraction(7, 3), Fraction(999_999_999, 10**6)])
def test_a_factor_comes_back_from_its_text(factor: Fraction) -> None:
    assert read_factor(Fraction, factor_text(factor)) == factor


def test_nothing_else_is_written_as_a_factor() -> None:
    with pytest.raises(TypeError):
        msgspec.json.encode(object(), enc_hook=factor_text)
