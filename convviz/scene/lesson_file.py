"""Lessons as files: JSON that a person can read and edit, with a version; refused in a sentence when damaged.

The lessons that come with the program are the files in resources/lessons, in the order of their names.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

import msgspec

from convviz import assets
from convviz.scene import codec
from convviz.scene.codec import CodecError
from convviz.scene.lesson import Lesson

VERSION = 1
MAX_BYTES = 64 << 20
ENDING = ".lesson"

_NUMBERS = re.compile(rb"\[\n[-\d.eE+,\s]+?\n\s*\]")


class LessonFile(msgspec.Struct):
    """What stands in a lesson file."""

    convviz: int
    lesson: Lesson


class _Versioned(msgspec.Struct):
    convviz: int


def encode_lesson(lesson: Lesson) -> bytes:
    """A lesson file's content, each list of numbers on one line.

    Raises: CodecError("not_writable"): a text or a path cannot be written.
    """
    content = codec.encode(LessonFile(VERSION, lesson))
    # Within a JSON text no line ends, so this finds lists and nothing else.
    return _NUMBERS.sub(
        lambda found: b" ".join(found[0].split()).replace(b"[ ", b"[").replace(b" ]", b"]"), content
    )


def decode_lesson(data: bytes) -> Lesson:
    """The lesson of a lesson file.

    Raises: CodecError: too large, damaged, or from a newer version.
    """
    if len(data) > MAX_BYTES:
        raise CodecError("lesson_too_large", size=len(data), most=MAX_BYTES)
    version = codec.decode(data, _Versioned).convviz
    if version > VERSION:
        raise CodecError("lesson_too_new", version=version, known=VERSION)
    return codec.decode(data, LessonFile).lesson


def read_lesson(path: str | os.PathLike[str]) -> Lesson:
    """The lesson in a file.

    Raises: CodecError: there is no such file, it cannot be read, or as decode_lesson.
    """
    file = Path(path)
    if not file.exists():
        raise CodecError("lesson_missing", path=str(path))
    if not file.is_file():  # a pipe would never end, a device might
        raise CodecError("lesson_not_a_file", path=str(path))
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise CodecError("lesson_unreadable", path=str(path), reason=error.strerror) from error
    return decode_lesson(data)


# --- those that come with the program


@dataclass(frozen=True)
class BuiltIn:
    """A lesson of the program's own: its number and id, as its file's name says them."""

    number: int
    id: str
    path: Path

    def load(self) -> Lesson:
        """The lesson."""
        return read_lesson(self.path)


def built_in(folder: Path | None = None) -> tuple[BuiltIn, ...]:
    """The lessons of a folder, the program's own when none is named: files such as 03-stride.lesson."""
    found = (folder or assets.path("lessons")).glob(f"[0-9]*-*{ENDING}")
    return tuple(_listed(path) for path in sorted(found))


def find_lesson(name: str) -> Lesson | None:
    """A built-in lesson by its number, its id or its file's name, or the lesson in a file with that ending.

    Raises: CodecError, as read_lesson.
    """
    for lesson in built_in():
        if name in (str(lesson.number), f"{lesson.number:02}", lesson.id, lesson.path.stem):
            return lesson.load()
    return read_lesson(name) if Path(name).suffix.lower() == ENDING else None


def _listed(path: Path) -> BuiltIn:
    number, _, name = path.stem.partition("-")
    return BuiltIn(int(number), name, path)
