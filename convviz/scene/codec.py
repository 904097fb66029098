"""Scenes and settings as JSON: small, readable, with a version; refused in one sentence when damaged."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import PurePosixPath, PureWindowsPath
from typing import Annotated, Any, Literal, TypeVar

import msgspec

from convviz.core.errors import Refusal
from convviz.scene.embedded import Embedded
from convviz.scene.reasons import unreadable
from convviz.scene.scene import Scene
from convviz.scene.sums import factor_text, read_factor

VERSION = 3
"""1 knew no picture inside the file and no place of one beside it, 2 no sums of the calculator."""
MAX_BYTES = 16 << 20
MAX_POSITION = float(1 << 53)
"""Steps that a float still tells apart."""
MAX_NOTES = 20_000
"""Characters, all languages together."""

T = TypeVar("T")
Shown = Literal["step", "whole"]
Tab = Literal["explain", "kernel", "cost", "code"]
Zoom = Annotated[int, msgspec.Meta(ge=50, le=250)]
"""The size of what is on the stage, in percent."""
Away = Annotated[float, msgspec.Meta(ge=-float(1 << 31), le=float(1 << 31))]
Extent = Annotated[float, msgspec.Meta(gt=0, le=float(1 << 31))]
Index = Annotated[int, msgspec.Meta(ge=-(1 << 31), le=1 << 31)]


class CodecError(Refusal):
    """A file that holds no scene this program can show."""


class Place(msgspec.Struct, frozen=True):
    """Where to find a picture that is too large to be in the scene file.

    Attributes:
        relative: its path from the scene file's folder, parted by slashes; empty where there is none.
        sha256: the checksum of its bytes, in hexadecimal digits; empty where it is not known.
    """

    relative: str = ""
    sha256: str = ""


class Seen(msgspec.Struct, frozen=True):
    """The part of the whole picture that is looked at, in its pixels; fractions lie between them."""

    top: Away
    left: Away
    height: Extent
    width: Extent


class Pin(msgspec.Struct, frozen=True, omit_defaults=True):
    """A cell of the stage that is asked about, as figure.figure.Spot has it."""

    grid: Annotated[str, msgspec.Meta(max_length=40)]
    row: Index
    col: Index
    channel: Index = 0


class SceneFile(msgspec.Struct, frozen=True, omit_defaults=True):
    """What stands in a scene file: all that is on screen.

    Attributes:
        convviz: the oldest version that can read it.
        t: where the animation stands; None for where a scene begins, its first step finished.
        view: whether the stage is to be seen, or the whole picture alone.
        tab: the inspector's.
        notes: what is to be said of the scene, by language: {"en": …, "zh_CN": …}.
        place: where the picture is, if it is a file.
        zoom: how large everything on the stage is shown; None for as it was before.
        seen: the part of the whole picture that is looked at; None for all of it.
        pinned: the cell that is asked about, if one is.
    """

    convviz: int
    scene: Scene
    t: float | None = None
    view: Shown = "step"
    tab: Tab = "explain"
    notes: dict[str, str] = {}
    place: Place | None = None
    zoom: Zoom | None = None
    seen: Seen | None = None
    pinned: Pin | None = None

    def __post_init__(self) -> None:
        if self.t is not None and not 0 <= self.t <= MAX_POSITION:  # which refuses NaN too
            raise CodecError("scene_position", value=self.t, most=int(MAX_POSITION))
        length = sum(map(len, [*self.notes, *self.notes.values()]))
        if length > MAX_NOTES:
            raise CodecError("scene_notes", length=length, most=MAX_NOTES)


def encode(value: object) -> bytes:
    """Any struct of the scene layer as indented JSON.

    Raises: CodecError("not_writable"): a path holds bytes that no text can.
    """
    try:
        return msgspec.json.format(msgspec.json.encode(value, enc_hook=factor_text), indent=1)
    except UnicodeEncodeError as error:
        raise CodecError("not_writable", text=ascii(error.object)) from None


def decode(data: bytes, kind: type[T]) -> T:
    """A struct from its JSON.

    Raises: CodecError("not_readable") with what is wrong and where.
    """
    try:
        return msgspec.json.decode(data, type=kind, dec_hook=read_factor)
    except (msgspec.MsgspecError, RecursionError, ValueError) as error:
        raise CodecError("not_readable", **unreadable(error)) from None


def encode_scene(scene: Scene) -> bytes:
    """A scene file's content that says nothing but the scene."""
    return encode_file(SceneFile(VERSION, scene))


def decode_scene(data: bytes) -> Scene:
    """The scene of a scene file.

    Raises: CodecError: too large, damaged, or from a newer version.
    """
    return decode_file(data).scene


def encode_file(file: SceneFile) -> bytes:
    """A scene file's content. It says the oldest version that can read it, so that older programs may."""
    return encode(msgspec.structs.replace(file, convviz=_needed(file)))


def decode_file(data: bytes) -> SceneFile:
    """What a scene file says, brought up to the present version.

    Raises: CodecError: too large, damaged, or from a newer version.
    """
    if len(data) > MAX_BYTES:
        raise CodecError("scene_too_large", size=len(data), most=MAX_BYTES)
    version = decode(data, _Versioned).convviz
    if version > VERSION:
        raise CodecError("scene_too_new", version=version, known=VERSION)
    return decode(_upgraded(data, version) if version < VERSION else data, SceneFile)


class _Versioned(msgspec.Struct):
    convviz: int


def _needed(file: SceneFile) -> int:
    plain = SceneFile(file.convviz, file.scene)
    if file.scene.sums:
        return 3
    return 1 if file == plain and not isinstance(file.scene.picture, Embedded) else 2


# --- upgrades ---


def _upgraded(data: bytes, version: int) -> bytes:
    """The content in the present version; as it is, for the decoder to refuse, if it is no scene at all."""
    content = decode(data, dict[str, Any])
    with suppress(AttributeError, KeyError, TypeError):
        for old in sorted(UPGRADES):
            content = UPGRADES[old](content) if old >= version else content
        return msgspec.json.encode({**content, "convviz": VERSION})
    return data


def _look_beside(content: dict[str, Any]) -> dict[str, Any]:
    """Version 1 named a picture by its path alone. Now it is looked for beside the scene file first.

    So a scene and its photo that were moved together, or written by hand, are still one.
    """
    picture = content["scene"].get("picture", {})
    if picture.get("type") != "file":
        return content
    name = PurePosixPath(PureWindowsPath(picture["path"]).as_posix()).name
    return {**content, "place": {"relative": name}}


UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {1: _look_beside}
"""What makes the content of one version that of the next."""
