"""A layer that reads a few cells of the picture: which they are, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core.dense_spec import CONNECTIONS
from convviz.core.errors import SpecError
from convviz.scene.codec import decode_scene, encode_scene
from convviz.scene.dense import DenseLayer
from convviz.scene.reading import input_part, placed
from convviz.scene.scene import Region, Scene, replace

small = st.integers(4, 16)
layers = st.builds(
    DenseLayer,
    connections=st.sampled_from(CONNECTIONS),
    kernel_size=st.tuples(st.integers(1, 4), st.integers(1, 4)),
    input_size=st.tuples(small, small),
    corner=st.tuples(st.integers(0, 5000), st.integers(0, 5000)),
    seed=st.integers(0, 10**9),
)


@given(layers)
def test_every_such_layer_comes_back_from_its_file(layer: DenseLayer) -> None:
    scene = Scene(layer=layer)
    assert decode_scene(encode_scene(scene)) == scene


@pytest.mark.parametrize(
    ("choices", "says"),
    [
        ({"input_size": (6, 17)}, "at most 16 × 16"),
        ({"kernel_size": (7, 3)}, "spans 7 cells"),
        ({"corner": (-1, 0)}, "must not be negative, but is -1"),
        ({"corner": (0, 2**21)}, "2097152"),
        ({"connections": "sparse"}, "sparse"),
        ({"seed": -5}, "-5"),
    ],
)
def test_a_layer_that_cannot_be_is_refused_by_its_numbers(choices: dict[str, object], says: str) -> None:
    with pytest.raises(SpecError, match=says):
        DenseLayer(**choices)


@given(layers, st.none() | st.builds(Region, *[st.integers(0, 90)] * 2, *[st.integers(1, 90)] * 2))
def test_what_it_reads_lies_in_the_picture_and_in_its_crop(layer: DenseLayer, crop: Region | None) -> None:
    part = input_part(Scene(layer=layer, crop=crop), 60, 80)
    within = crop.clipped(60, 80) if crop else Region(0, 0, 60, 80)
    assert part is not None
    assert (part.height, part.width) == (
        min(layer.input_size[0], within.height),
        min(layer.input_size[1], within.width),
    )
    assert within.holds(part.top, part.left)
    assert within.holds(part.bottom - 1, part.right - 1)


def test_other_layers_read_all_of_the_picture_or_its_crop() -> None:
    assert input_part(Scene(), 60, 80) is None
    assert input_part(Scene(crop=Region(50, 70, 20, 20)), 60, 80) == Region(40, 60, 20, 20)


def test_it_is_placed_around_the_middle_of_the_region() -> None:
    scene = Scene(layer=DenseLayer(), region=Region(100, 200, 8, 10))
    assert placed(scene).layer.corner == (101, 202)
    assert placed(replace(scene, region=Region(0, 0, 2, 2))).layer.corner == (0, 0)
    assert placed(Scene()) == Scene()
