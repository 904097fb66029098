"""The pictures of a lesson: small ones go into its file, others are found again and made sure of."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath, PureWindowsPath
from types import MappingProxyType

from convviz.scene.codec import VERSION, Place, SceneFile
from convviz.scene.embedded import Embedded
from convviz.scene.lesson import Lesson, Page
from convviz.scene.scene import FilePicture, Picture, replace
from convviz.scene.scene_files import PictureLost, found, found_at, packed, pointed

MOST_HELD = 24 << 20
"""Bytes of pictures in one lesson's file, together; of more, even small ones stay where they are."""
Given = Mapping[str, tuple[str, bool]]
"""By the path of a picture in a lesson's file: where it is, and whether it may be another one."""
NOTHING_GIVEN: Given = MappingProxyType({})
Whereabouts = tuple[Picture, Place | None]


def packed_pictures(lesson: Lesson, folder: Path) -> Lesson:
    """The lesson as it is to be written into a folder: its pictures in it when small, or their places.

    One that is not there stays as it is: who opens the lesson is asked for it.

    Raises: CodecError: a picture cannot be read.
    """
    made: dict[str, Whereabouts] = {}
    pictures = {page.scene.picture for page in lesson.pages}
    held = sum(len(picture.data) for picture in pictures if isinstance(picture, Embedded))
    for page in lesson.pages:
        picture = page.scene.picture
        if isinstance(picture, FilePicture) and picture.path not in made:
            made[picture.path] = _packed(page, picture, folder, max(0, MOST_HELD - held))
            there, _ = made[picture.path]
            held += len(there.data) if isinstance(there, Embedded) else 0
    return _with(lesson, made)


def _packed(page: Page, picture: Picture, folder: Path, small: int) -> Whereabouts:
    try:
        file = packed(SceneFile(VERSION, page.scene), folder, small=small)
    except PictureLost:
        return picture, page.place
    return file.scene.picture, file.place


def found_pictures(lesson: Lesson, folder: Path, given: Given = NOTHING_GIVEN) -> Lesson:
    """The lesson of a file in a folder with the paths where its pictures are.

    Raises: PictureLost, whose file is a scene with the path that `given` may say another one for.
    """
    made: dict[str, Whereabouts] = {}
    for page in lesson.pages:
        picture = page.scene.picture
        if isinstance(picture, FilePicture) and picture.path not in made:
            made[picture.path] = (_found(page, picture, folder, given), None)
    return _with(lesson, made)


def lost_path(lost: PictureLost) -> str:
    """What `given` calls the picture that was lost."""
    picture = lost.file.scene.picture
    return picture.path if isinstance(picture, FilePicture) else ""


def _found(page: Page, picture: FilePicture, folder: Path, given: Given) -> Picture:
    """Where it is; what does not say where it is looked for beside the lesson, as in a scene by hand."""
    name = PurePosixPath(PureWindowsPath(picture.path).as_posix()).name
    file = SceneFile(VERSION, page.scene, place=page.place or Place(name))
    if picture.path not in given:
        return found(file, folder).scene.picture
    path, anyway = given[picture.path]
    return (pointed if anyway else found_at)(file, Path(path)).scene.picture


def _with(lesson: Lesson, made: Mapping[str, Whereabouts]) -> Lesson:
    def whole(page: Page) -> Page:
        picture = page.scene.picture
        if not isinstance(picture, FilePicture):
            return replace(page, place=None)
        there, place = made[picture.path]
        return replace(page, scene=replace(page.scene, picture=there), place=place)

    return replace(lesson, pages=tuple(map(whole, lesson.pages)))
