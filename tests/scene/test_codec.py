"""Scenes as JSON: what is written comes back, what is hostile is refused in a sentence."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.scene import codec
from convviz.scene.codec import CodecError, decode_scene, encode_scene
from convviz.scene.scene import FilePicture, Scene
from tests.scene.strategies import scenes

PLAIN = json.loads(encode_scene(Scene()))


def changed(*path: str, to: object) -> bytes:
    """The plain scene's file with one value changed: changed("layer", "bias", to=1)."""
    content = json.loads(encode_scene(Scene()))
    place = content["scene"]
    for name in path[:-1]:
        place = place[name]
    assert path[-1] in place
    place[path[-1]] = to
    return json.dumps(content).encode()


@given(scenes)
def test_every_scene_comes_back(scene: Scene) -> None:
    assert decode_scene(encode_scene(scene)) == scene


def test_a_scene_file_can_be_read_by_a_person() -> None:
    assert b'\n  "channel": "luma",\n' in encode_scene(Scene())
    assert list(PLAIN) == ["convviz", "scene"]


def test_what_a_file_leaves_out_is_as_in_the_plain_scene() -> None:
    assert decode_scene(b'{"convviz": 1, "scene": {"channel": "b"}}') == Scene(channel="b")


def test_what_a_file_says_beside_is_passed_over() -> None:
    assert decode_scene(b'{"convviz": 1, "note": [1], "scene": {"sound": "loud"}}') == Scene()


DEEP = 100_000


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"not json",
        b"\xff\xfe\x00",
        b'{"convviz": 1}',
        b'{"scene": {}}',
        b'{"convviz": "1", "scene": {}}',
        b'{"convviz": 1.5, "scene": {}}',
        b'{"convviz": 1, "scene": null}',
        b'{"convviz": 1, "scene": {}} and more',
        b'{"convviz": 1, "scene": {"speed": NaN}}',
        b'{"convviz": 1, "scene": {"speed": 1e400}}',
        b'{"convviz": 1, "scene": {"speed": Infinity}}',
        b"[" * DEEP,
        b'{"x": ' + b"[" * DEEP + b"]" * DEEP + b', "convviz": 1, "scene": {}}',
        b'{"convviz": 1, "scene": {"layer": ' + b'{"type":' * DEEP + b"1" + b"}" * DEEP + b"}}",
        b'{"convviz": ' + b"9" * 10_000 + b', "scene": {}}',
        changed("output", to="9"),
        changed("channel", to=None),
        changed("channel", to="ultraviolet"),
        changed("loop", to=0),
        changed("scope", to="all"),
        changed("picture", to={"type": "film", "path": "x"}),
        changed("picture", to={"type": "canvas", "height": 2, "width": 2, "pixels": "AAAA"}),
        changed("picture", to={"type": "canvas", "height": 2, "width": 2, "pixels": "!"}),
        changed("picture", to={"type": "canvas", "height": 10**9, "width": 10**9, "pixels": ""}),
        changed("crop", to={"top": 0, "left": 0, "height": 0, "width": 5}),
        changed("region", to=[0, 0, 7, 7]),
        changed("layer", "filters", to=[]),
        changed("layer", "filters", to=[[]]),
        changed("layer", "filters", to=[[{"type": "drawn", "rows": []}]]),
        changed("layer", "filters", to=[[{"type": "drawn", "rows": [[1, 2], [3]]}]]),
        changed("layer", "filters", to=[[{"type": "drawn", "rows": [[1, None]]}]]),
        changed("layer", "filters", to=[[{"type": "drawn", "rows": [["1"]]}]]),
        changed("layer", "filters", to=[[{"type": "drawn", "rows": [[1] * 64]}]]),
        changed("layer", "filters", to=[[{"type": "drawn", "rows": [[1e39]]}]]),
        changed("layer", "filters", to=[[{"type": "preset"}]]),
        changed("layer", "bias", to=[]),
        changed("layer", "bias", to=["0"]),
        changed("layer", "stride", to=[0, 1]),
        changed("layer", "stride", to=[1, 1, 1]),
        changed("layer", "stride", to=[1.5, 1]),
        changed("layer", "padding", to=[10**40, 0, 0, 0]),
        changed("layer", "padding", to="full"),
        changed("layer", "padding_mode", to="mirror"),
        changed("layer", "activation", to="softmax"),
        changed("layer", "type", to="conv3d"),
    ],
    ids=lambda data: data[:60].decode("latin-1"),
)
def test_a_damaged_scene_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(CodecError) as refused:
        decode_scene(data)
    assert str(refused.value).startswith("This is not a readable ConvViz file: ")
    assert len(str(refused.value)) < 400


def test_a_refusal_says_what_is_wrong_and_where() -> None:
    with pytest.raises(CodecError, match=r"Row 1 of the kernel has 1 numbers, but row 0 has 2\..*\$\.scene"):
        decode_scene(changed("layer", "filters", to=[[{"type": "drawn", "rows": [[1, 2], [3]]}]]))


def test_a_scene_of_a_newer_program_is_refused() -> None:
    with pytest.raises(CodecError) as refused:
        decode_scene(b'{"convviz": 4, "scene": {"time": "travel"}}')
    assert str(refused.value) == "The scene was made by a newer ConvViz (format 4; this one reads up to 3)."


def test_a_scene_that_is_too_large_is_not_even_read() -> None:
    with pytest.raises(CodecError, match="The file has 16777217 bytes"):
        decode_scene(b" " * (codec.MAX_BYTES + 1))


@given(st.binary(max_size=200))
def test_any_bytes_are_a_scene_or_refused(data: bytes) -> None:
    with pytest.raises(CodecError):
        decode_scene(data)


@given(st.data(), scenes)
def test_any_damage_to_a_scene_leaves_a_scene_or_is_refused(data: st.DataObject, scene: Scene) -> None:
    encoded = bytearray(encode_scene(scene))
    for _ in range(data.draw(st.integers(1, 4))):
        encoded[data.draw(st.integers(0, len(encoded) - 1))] = data.draw(st.integers(0, 255))
    try:
        again = decode_scene(bytes(encoded))
    except CodecError:
        return
    assert decode_scene(encode_scene(again)) == again


def test_a_path_that_no_text_can_hold_is_refused() -> None:
    with pytest.raises(CodecError) as refused:
        encode_scene(Scene(picture=FilePicture("/photos/\udcff.jpg")))
    assert str(refused.value) == r"'/photos/\udcff.jpg' cannot be written in a ConvViz file."
