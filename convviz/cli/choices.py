"""A scene named on the command line, and changed there."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from convviz.core.errors import Refusal
from convviz.core.named import kernel_rows
from convviz.i18n import Message, listed, tr
from convviz.scene.codec import CodecError, decode_scene, encode_scene
from convviz.scene.examples import EXAMPLES, load_example
from convviz.scene.lesson_file import ENDING as LESSON
from convviz.scene.scene import Canvas, Drawn, Region, Scene, replace, with_kernels
from convviz.scene.scene_files import read_file, read_scene

Tree = dict[str, Any]

ALL = Region(0, 0, 64, 64)
"""All the output cells of a small canvas; a stage shows as many of these as there are."""


def scene_of(
    name: str,
    canvas: tuple[int, int] | None = None,
    kernel: str | None = None,
    changes: Sequence[str] = (),
) -> Scene:
    """The scene of a file or of an example, with other choices.

    Args:
        name: of the file or of the example.
        canvas: (height, width) of a canvas of small numbers that is to be its picture.
        kernel: the name of one, or of its file, for every place of the layer.
        changes: such as "stride=2", "padding=1,2", "flip=true", "show=absolute".

    Raises: Refusal: there is no such scene, or it has no such choice, or the value is not possible.
    """
    return changed(_named(name, canvas is None), canvas, kernel, changes)


def changed(
    scene: Scene, canvas: tuple[int, int] | None, kernel: str | None, changes: Sequence[str]
) -> Scene:
    """A scene with other choices, as scene_of."""
    if canvas:
        scene = replace(scene, picture=_numbers(*canvas), crop=None, region=ALL)
    if kernel:
        drawn = Drawn(tuple(map(tuple, kernel_rows(kernel))), kernel)
        layer = with_kernels(scene.layer)
        places = tuple((drawn,) * len(row) for row in layer.filters)
        scene = replace(scene, layer=replace(layer, filters=places))
    return _changed(scene, changes) if changes else scene


def is_scene(name: str) -> bool:
    """Whether a name is that of an example, or of a file that is no lesson's."""
    path = Path(name)
    return name in {example.id for example in EXAMPLES} or (path.suffix.lower() != LESSON and path.is_file())


def _named(name: str, shown: bool) -> Scene:
    """The scene of a file or of an example; its picture is looked for if it is to be shown."""
    if name in {example.id for example in EXAMPLES}:
        return load_example(name)
    path = Path(name)
    if not path.exists():
        raise Refusal("no_scene", name=name, examples=listed(example.id for example in EXAMPLES))
    return (read_scene if shown else read_file)(path).scene


def _numbers(height: int, width: int) -> Canvas:
    """A canvas of numbers from 0 to 3 without a pattern that an eye would find."""
    count = height * width
    return Canvas(height, width, bytes((n * n * 7 + n * 5) // 11 % 4 for n in range(count)))


def _changed(scene: Scene, changes: Sequence[str]) -> Scene:
    """The scene with other choices, judged as a scene file's are."""
    tree: Tree = json.loads(encode_scene(scene))
    for change in changes:
        name, equals, text = change.partition("=")
        chosen: Tree = tree["scene"]
        holder = chosen["layer"] if name in chosen["layer"] else chosen
        if not equals or name not in holder or isinstance(holder[name], dict):
            names = listed(sorted({*chosen, *chosen["layer"]} - {"layer", "picture", "type"}))
            raise Refusal("no_choice", text=change, names=names)
        holder[name] = _value(text, holder[name])
    try:
        return decode_scene(json.dumps(tree).encode())
    except CodecError as error:
        said = error.values["what"]
        reason = tr(said if isinstance(said, Message) else str(said)).rstrip(".。")
        raise Refusal("choices_refused", changes=listed(changes), reason=reason) from error


def _value(text: str, before: Any) -> Any:
    """What a text says: a number for both directions or all sides, several with commas, or a word."""
    for form in (text, f"[{text}]"):
        try:
            value = json.loads(form)
        except ValueError:
            continue
        break
    else:
        return text
    if not isinstance(before, list):
        return value
    numbers = value if isinstance(value, list) else [value] * len(before)
    if len(before) == 4 and len(numbers) == 2:  # rows, columns → top, bottom, left, right
        return [numbers[0], numbers[0], numbers[1], numbers[1]]
    return numbers
