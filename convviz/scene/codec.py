"""Scenes and settings as JSON: small, readable, with a version; refused in one sentence when damaged."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from convviz.core.errors import Refusal
from convviz.scene.scene import Scene

VERSION = 1
MAX_BYTES = 16 << 20

T = TypeVar("T")


class SceneFile(msgspec.Struct):
    """What stands in a scene file."""

    convviz: int
    scene: Scene


class CodecError(Refusal):
    """A text that holds no scene this program can show."""


def encode(value: object) -> bytes:
    """Any struct of the scene layer as indented JSON.

    Raises: CodecError("not_writable"): a path holds bytes that no text can.
    """
    try:
        return msgspec.json.format(msgspec.json.encode(value), indent=1)
    except UnicodeEncodeError as error:
        raise CodecError("not_writable", text=ascii(error.object)) from None


def decode(data: bytes, kind: type[T]) -> T:
    """A struct from its JSON.

    Raises: CodecError("not_readable") with what is wrong and where.
    """
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.MsgspecError, RecursionError, ValueError) as error:
        raise CodecError("not_readable", reason=str(error)) from None


def encode_scene(scene: Scene) -> bytes:
    """A scene file's content."""
    return encode(SceneFile(VERSION, scene))


def decode_scene(data: bytes) -> Scene:
    """The scene of a scene file.

    Raises: CodecError: too large, damaged, or from a newer version.
    """
    if len(data) > MAX_BYTES:
        raise CodecError("scene_too_large", size=len(data), most=MAX_BYTES)
    version = decode(data, _Versioned).convviz
    if version > VERSION:
        raise CodecError("scene_too_new", version=version, known=VERSION)
    return decode(data, SceneFile).scene


class _Versioned(msgspec.Struct):
    convviz: int
