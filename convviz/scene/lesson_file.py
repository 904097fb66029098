"""Lessons as files: JSON that a person can read and edit, with a version; refused in a sentence when damaged.

A picture that a lesson's file holds stands there once, however many pages are on it.

The lessons that come with the program are the files in resources/lessons, in the order of their names.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

import msgspec

from convviz import assets
from convviz.core.reasons import of_system
from convviz.scene import codec
from convviz.scene.codec import CodecError
from convviz.scene.embedded import Embedded
from convviz.scene.lesson import Lesson, Page, Words
from convviz.scene.lesson_pictures import NOTHING_GIVEN, Given, found_pictures
from convviz.scene.scene import Scene, replace

VERSION = 2
MAX_BYTES = 64 << 20
ENDING = ".lesson"

_NUMBERS = re.compile(rb"\[\n[-\d.eE+,\s]+?\n\s*\]")


class LessonFile(msgspec.Struct, omit_defaults=True):
    """What stands in a lesson file.

    Attributes:
        convviz: the oldest version that can read it.
        pictures: those that it holds, by the names that its pages call them.
    """

    convviz: int
    lesson: Lesson
    pictures: dict[str, Embedded] = {}


class _Versioned(msgspec.Struct):
    convviz: int


class _Titled(msgspec.Struct):
    title: Words


class _TitledFile(msgspec.Struct):
    lesson: _Titled


def encode_lesson(lesson: Lesson) -> bytes:
    """A lesson file's content, each list of numbers on one line.

    Raises: CodecError: a text or a path cannot be written, or it would be too large to be read again.
    """
    content = codec.encode(_packed(lesson))
    # Within a JSON text no line ends, so this finds lists and nothing else.
    written = _NUMBERS.sub(
        lambda found: b" ".join(found[0].split()).replace(b"[ ", b"[").replace(b" ]", b"]"), content
    )
    if len(written) > MAX_BYTES:
        raise CodecError("lesson_too_large", size=len(written), most=MAX_BYTES)
    return written


def decode_lesson(data: bytes) -> Lesson:
    """The lesson of a lesson file.

    Raises: CodecError: too large, damaged, or from a newer version.
    """
    if len(data) > MAX_BYTES:
        raise CodecError("lesson_too_large", size=len(data), most=MAX_BYTES)
    version = codec.decode(data, _Versioned).convviz
    if version > VERSION:
        raise CodecError("lesson_too_new", version=version, known=VERSION)
    return _unpacked(codec.decode(data, LessonFile))


def _packed(lesson: Lesson) -> LessonFile:
    """The lesson as it stands in a file: pictures that are held by name."""
    names: dict[Embedded, str] = {}
    pages = []
    for page in lesson.pages:
        picture = page.scene.picture
        if isinstance(picture, Embedded):
            if picture not in names:
                names[picture] = _free(picture.title, set(names.values()))
            page = replace(page, scene=replace(page.scene, picture=Scene().picture), held=names[picture])
        pages.append(page)
    newer = names or any(page.place for page in pages)
    pictures = {name: picture for picture, name in names.items()}
    return LessonFile(VERSION if newer else 1, replace(lesson, pages=tuple(pages)), pictures)


def _free(name: str, taken: set[str]) -> str:
    """A name that is not taken yet: the same, or with a number."""
    return next(
        each for each in (name, *(f"{name} {n}" for n in range(2, len(taken) + 3))) if each not in taken
    )


def _unpacked(file: LessonFile) -> Lesson:
    """The lesson of a file, each page with its picture.

    Raises: CodecError("lesson_not_held"): a page names a picture that is not there.
    """

    def whole(page: Page) -> Page:
        if not page.held:
            return page
        if page.held not in file.pictures:
            raise CodecError("lesson_not_held", name=page.held)
        return replace(page, scene=replace(page.scene, picture=file.pictures[page.held]), held="")

    return replace(file.lesson, pages=tuple(map(whole, file.lesson.pages)))


def read_lesson(path: str | os.PathLike[str], given: Given = NOTHING_GIVEN) -> Lesson:
    """The lesson in a file, its pictures found.

    Raises: CodecError as read_lesson_file, and scene_files.PictureLost.
    """
    return found_pictures(read_lesson_file(path), Path(path).parent, given)


def read_lesson_file(path: str | os.PathLike[str]) -> Lesson:
    """The lesson in a file; its pictures may be anywhere.

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
        raise CodecError("lesson_unreadable", path=str(path), reason=of_system(error)) from error
    return decode_lesson(data)


# --- those that come with the program


@dataclass(frozen=True)
class BuiltIn:
    """A lesson of the program's own: its number and id, as its file's name says them."""

    number: int
    id: str
    path: Path

    @property
    def title(self) -> Words:
        """What the lesson is called; its pages are not looked at."""
        return codec.decode(self.path.read_bytes(), _TitledFile).lesson.title

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
