"""Scene files that are none, each a small program that makes one at a path."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from convviz.scene.codec import encode_scene
from convviz.scene.scene import Scene

DEEP = 100_000


def _holding(data: bytes) -> Callable[[Path], None]:
    return lambda path: path.write_bytes(data) and None


def _saying(**changes: Any) -> Callable[[Path], None]:
    """A scene file with other values in it."""
    content = json.loads(encode_scene(Scene())) | {"convviz": 2} | changes
    return _holding(json.dumps(content).encode())


def _zeros(path: Path) -> None:
    """A gigabyte of them, which takes no place on the disk."""
    with path.open("wb") as file:
        file.truncate(1 << 30)


def _canvas(height: int, width: int, pixels: str) -> dict[str, object]:
    return {"picture": {"type": "canvas", "height": height, "width": width, "pixels": pixels}}


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (lambda path: None, "There is no file"),
    "folder": (Path.mkdir, "is a folder, not a scene file"),
    "pipe": (os.mkfifo if hasattr(os, "mkfifo") else Path.mkdir, "not a scene file"),
    "device": (lambda path: path.symlink_to("/dev/zero"), "not a scene file"),
    "a link to itself": (lambda path: path.symlink_to(path), "cannot be read"),
    "empty": (_holding(b""), "is an empty file"),
    "zeros": (_zeros, "The file has 1073741824 bytes; a scene has at most 16777216."),
    "cut off": (_holding(encode_scene(Scene())[:-200]), "not a readable ConvViz file"),
    "a picture": (_holding(b"\x89PNG\r\n\x1a\n" + bytes(99)), "not a readable ConvViz file"),
    "newer": (_saying(convviz=4, scene={"time": "travel"}), "made by a newer ConvViz (format 4"),
    "no version": (_holding(b'{"scene": {}}'), "not a readable ConvViz file"),
    "deep": (_holding(b'{"convviz": 2, "scene": ' + b"[" * DEEP + b"]" * DEEP + b"}"), "not a readable"),
    "deep in version 1": (_holding(b'{"convviz": 1, "x": ' + b"[" * DEEP + b"]" * DEEP + b"}"), "readable"),
    "version of ten thousand digits": (_holding(b'{"convviz": ' + b"9" * 10_000 + b"}"), "not a readable"),
    "NaN": (_holding(b'{"convviz": 2, "scene": {"speed": NaN}}'), "not a readable ConvViz file"),
    "too large a number": (_holding(b'{"convviz": 2, "scene": {}, "t": 1e400}'), "not a readable"),
    "a position before the first": (_saying(t=-1), "The position must be a number from 0 to"),
    "a position past counting": (_saying(t=1e300), "The position must be a number from 0 to"),
    "no view": (_saying(view="sideways"), "not a readable ConvViz file"),
    "no tab": (_saying(tab=7), "not a readable ConvViz file"),
    "notes without end": (_saying(notes={"en": "a" * 20_001}), "The notes have 20003 characters"),
    "a canvas of a billion": (_saying(scene=_canvas(10**9, 10**9, "")), "at most 1024"),
    "a picture of nothing": (
        _saying(scene={"picture": {"type": "embedded", "title": "a.png", "data": ""}}),
        "The picture a.png in the scene has 0 bytes",
    ),
    "a picture without a title": (
        _saying(scene={"picture": {"type": "embedded", "title": "", "data": "AAAA"}}),
        "The title of a picture may have 1 to 255 characters",
    ),
    "a picture that is too large": (
        _saying(scene={"picture": {"type": "embedded", "title": "a.png", "data": "A" * (6 << 20)}}),
        "The picture a.png in the scene has 4718592 bytes; it may have 1 to 4194304.",
    ),
    "a picture that is no base64": (
        _saying(scene={"picture": {"type": "embedded", "title": "a.png", "data": "!"}}),
        "not a readable ConvViz file",
    ),
}
"""By name: what makes it, and what its refusal says."""

LATER: dict[str, tuple[Callable[[Path], object], str]] = {
    "a picture that is none": (
        _saying(scene={"picture": {"type": "embedded", "title": "a.png", "data": "AAAA"}}),
        "a.png is not a picture of a kind that can be opened",
    ),
    "a sample that there is not": (
        _saying(scene={"picture": {"type": "sample", "id": "mona-lisa"}}),
        "There is no sample picture “mona-lisa”.",
    ),
    "a window larger than its picture": (
        _saying(scene=_canvas(1, 1, "AA==") | {"layer": {"type": "pool2d", "kernel_size": [2, 2]}}),
        "The window spans 2 cells",
    ),
}
"""Files that can be read, but whose scene cannot be shown."""
