"""What is wrong with a file's content, in words of our own and in every language."""

from __future__ import annotations

import json
import re

import pytest

from convviz import assets, i18n
from convviz.scene.codec import CodecError, decode_file, encode_scene
from convviz.scene.scene import Scene


def damaged(place: str, value: object) -> bytes:
    """A scene file in which something else stands at "scene.speed"."""
    tree = json.loads(encode_scene(Scene()))
    *path, last = place.split(".")
    holder = tree
    for name in path:
        holder = holder[name]
    holder[last] = value
    return json.dumps(tree).encode()


CASES = {
    b"{": "it ends too early.",
    b'{"convviz" 2}': "it is not JSON from byte 11 on.",
    b"{}": "“convviz” is missing.",
    damaged("scene.speed", "a"): "a number should stand where a text stands, at $.scene.speed.",
    damaged("scene.layer.padding", [1]): "a list should stand there, of length 4, at $.scene.layer.padding.",
    damaged("scene.layer.stride", None): "a list should stand where null stands, at $.scene.layer.stride.",
    damaged("scene.crop", 3): "an object or null should stand where an integer stands, at $.scene.crop.",
    damaged("scene.loop", 3): "true or false should stand where an integer stands, at $.scene.loop.",
    damaged("scene.output", True): "an integer should stand where a truth value stands, at $.scene.output.",
    damaged("scene.output", 2.5): (
        "an integer should stand where a number with a point or an exponent stands, at $.scene.output."
    ),
    damaged("scene.picture", {"type": "canvas", "height": 1, "width": 1, "pixels": 3}): (
        "a text in base64 should stand where an integer stands, at $.scene.picture.pixels."
    ),
    damaged("scene.layer.type", "x"): "“x” is not one of the values there are, at $.scene.layer.type.",
    damaged("scene.scope", "x"): "“x” is not one of the values there are, at $.scene.scope.",
    damaged("scene.layer.stride", [0, 1]): "stride must be at least 1, not 0. (at $.scene.layer).",
    b'{"x":' + b"[" * 100_000: "it is nested too deeply.",
}


@pytest.mark.parametrize(("data", "said"), CASES.items(), ids=list(CASES.values()))
def test_it_is_said_in_words(data: bytes, said: str) -> None:
    with pytest.raises(CodecError) as refused:
        decode_file(data)
    assert str(refused.value).endswith(said)
    i18n.speak("zh_CN", assets.path("i18n"))
    chinese = i18n.tr(refused.value.message)
    i18n.use(str)
    known = r"\$[\w.]*|JSON|ConvViz|convviz|null|true|false|base64|“\w+”"
    assert re.findall("[A-Za-z]{2,}", re.sub(known, "", chinese)) == []
