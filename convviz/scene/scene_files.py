"""Scene files on the disk: read safely, and the picture that belongs to each found and made sure of."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path, PurePosixPath

from convviz.core.reasons import of_system
from convviz.scene.codec import MAX_BYTES, CodecError, Place, SceneFile, decode_file
from convviz.scene.embedded import MAX_EMBEDDED, MAX_TITLE, Embedded
from convviz.scene.scene import FilePicture, replace

ENDING = ".convviz"


class PictureLost(CodecError):
    """A scene's picture is not where it was, or is another one there.

    Attributes:
        file: the scene file. path: where the picture was looked for.
    """

    def __init__(self, code: str, file: SceneFile, path: Path) -> None:
        super().__init__(code, name=path.name, path=str(path))
        self.file, self.path = file, path


# --- reading ---


def read_file(path: str | os.PathLike[str]) -> SceneFile:
    """What a scene file says; its picture may be anywhere.

    Raises: CodecError, whatever is wrong with the path or the file.
    """
    path = Path(path)
    data = _read(path)
    if not data:
        raise CodecError("scene_empty", name=path.name)
    return decode_file(data)


def read_scene(path: str | os.PathLike[str]) -> SceneFile:
    """What a scene file says, its picture found.

    Raises: CodecError as read_file, and PictureLost.
    """
    return found(read_file(path), Path(path).parent)


def found(file: SceneFile, folder: Path) -> SceneFile:
    """The scene file with the path where its picture is: beside it, or where it was when it was saved.

    Args:
        file: what the scene file says.
        folder: where it is.

    Raises: PictureLost("picture_moved" or "picture_changed").
    """
    picture, place = file.scene.picture, file.place or Place()
    if not isinstance(picture, FilePicture):
        return file
    beside = [folder.joinpath(*PurePosixPath(place.relative).parts)] if place.relative else []
    places = [path for path in (*beside, folder / picture.path) if _is_file(path)]
    for path in places:
        if _fits(path, place):
            return pointed(file, path)
    if places:
        raise PictureLost("picture_changed", file, places[0])
    raise PictureLost("picture_moved", file, Path(picture.path))


def found_at(file: SceneFile, path: Path) -> SceneFile:
    """The scene file with a picture that a person looked for.

    Raises: PictureLost: it is none, or another one than the scene was saved with.
    """
    if not _is_file(path):
        raise PictureLost("picture_moved", file, path)
    if not _fits(path, file.place or Place()):
        raise PictureLost("picture_changed", file, path)
    return pointed(file, path)


def pointed(file: SceneFile, path: Path) -> SceneFile:
    """The scene file with its picture at a path, whatever is there."""
    return replace(file, scene=replace(file.scene, picture=FilePicture(str(path))), place=None)


def checksum(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


# --- writing ---


def packed(file: SceneFile, folder: Path, small: int = MAX_EMBEDDED) -> SceneFile:
    """The scene file as it is to be written into a folder: its picture in it when small, or its place.

    Args:
        file: all that it says.
        folder: where it will be.
        small: the bytes up to which a picture is small; never more than MAX_EMBEDDED.

    Raises: CodecError("scene_unreadable"): the picture cannot be read.
    """
    picture = file.scene.picture
    if not isinstance(picture, FilePicture):
        return replace(file, place=None)
    path = Path(picture.path).absolute()
    try:
        if not _is_file(path):  # a pipe would never end
            raise PictureLost("picture_moved", file, path)
        if 0 < path.stat().st_size <= min(small, MAX_EMBEDDED):
            embedded = Embedded(path.name[-MAX_TITLE:], path.read_bytes())
            return replace(file, scene=replace(file.scene, picture=embedded), place=None)
        place = Place(_relative(path, folder.absolute()), checksum(path))
    except OSError as error:
        raise CodecError("scene_unreadable", path=str(path), reason=of_system(error)) from error
    return replace(file, scene=replace(file.scene, picture=FilePicture(str(path))), place=place)


def _relative(path: Path, folder: Path) -> str:
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive of Windows
        return ""


# --- files ---


def _read(path: Path) -> bytes:
    """At most one byte more than a scene file may have; never waits at a pipe or a device."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise CodecError("scene_folder", name=path.name or str(path))
        if not stat.S_ISREG(status.st_mode):
            raise CodecError("scene_not_a_file", name=path.name)
        if status.st_size > MAX_BYTES:
            raise CodecError("scene_too_large", size=status.st_size, most=MAX_BYTES)
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except CodecError:
        raise
    except (FileNotFoundError, NotADirectoryError):
        raise CodecError("scene_missing", path=str(path)) from None
    except OSError as error:
        raise CodecError("scene_unreadable", path=str(path), reason=of_system(error)) from error
    except ValueError:  # a zero character in the path
        raise CodecError("scene_missing", path=ascii(str(path))) from None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _fits(path: Path, place: Place) -> bool:
    """Whether a file is the one that was saved with; one without a checksum is taken at its name."""
    try:
        return not place.sha256 or checksum(path) == place.sha256
    except OSError:
        return False
