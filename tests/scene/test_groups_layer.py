"""The choices of a layer with groups, what is refused, and which part of a picture it reads."""

from __future__ import annotations

import pytest

from convviz.core.errors import Refusal
from convviz.scene.codec import decode_scene, encode_scene
from convviz.scene.reading import MAX_MAPPED, input_part, mapped_part
from convviz.scene.scene import ConvLayer, GroupsLayer, Region, Scene, with_filters


def test_it_is_a_convolution_with_groups() -> None:
    layer = GroupsLayer()
    assert with_filters(layer) is layer
    assert (layer.groups, layer.maps, layer.mix) == (2, 8, "sum")
    assert [len(kernels) for kernels in layer.filters] == [8] * 8
    assert len(set(layer.filters)) == 8
    assert ConvLayer.mixes
    assert not GroupsLayer.mixes


def test_a_file_keeps_it() -> None:
    scene = Scene(layer=GroupsLayer(groups=4, maps=4))
    assert decode_scene(encode_scene(scene)) == scene


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        ({"groups": 0}, "groups must be at least 1, not 0"),
        ({"groups": 1.5}, "groups must be a whole number, not 1.5"),
        ({"groups": 65}, "groups must be at most 64, not 65"),
        ({"stride": (0, 1)}, "stride must be at least 1"),
        ({"bias": ()}, "0 biases do not fit 8 filters"),
    ],
)
def test_what_is_no_layer_is_refused(choices: dict[str, object], words: str) -> None:
    with pytest.raises(Refusal, match=words):
        GroupsLayer(**choices)


@pytest.mark.parametrize(("old", "new"), [(b'"maps": 8', b'"maps": 5'), (b'"mix": "sum"', b'"mix": "each"')])
def test_a_file_with_what_there_is_none_of_is_refused(old: bytes, new: bytes) -> None:
    data = encode_scene(Scene(layer=GroupsLayer()))
    assert old in data
    with pytest.raises(Refusal, match="is not one of the values"):
        decode_scene(data.replace(old, new))


def test_feature_maps_are_made_of_the_middle_of_a_large_picture() -> None:
    scene = Scene(layer=GroupsLayer())
    assert input_part(scene, MAX_MAPPED, MAX_MAPPED) is None
    assert input_part(scene, 3000, 4000) == Region(988, 1488, 1024, 1024)
    assert input_part(scene, 500, 4001) == Region(0, 1488, 500, 1024)
    cropped = Scene(layer=GroupsLayer(), crop=Region(100, 200, 1026, 50))
    assert input_part(cropped, 3000, 4000) == Region(101, 200, 1024, 50)


def test_the_pictures_own_channels_and_a_small_crop_are_read_whole() -> None:
    assert input_part(Scene(layer=GroupsLayer(maps=0)), 3000, 4000) is None
    crop = Region(100, 200, 30, 50)
    assert input_part(Scene(layer=GroupsLayer(), crop=crop), 3000, 4000) == crop
    assert mapped_part(Scene(), 3000, 4000) is None
