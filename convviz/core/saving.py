"""Writing files whole or not at all, and pictures as files.

A file is first written beside its place under another name and takes its place only when all of it is
on the disk; whatever goes wrong, the old file is as it was and nothing is left behind.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import numpy as np
from numpy.typing import NDArray

from convviz.core.cv import cv2
from convviz.core.errors import ImageError
from convviz.core.reasons import of_system
from convviz.i18n import listed, msg


class _Encoder(NamedTuple):
    """How OpenCV is to write one kind of file, and the most pixels on a side it can hold."""

    parameters: Sequence[int] = ()
    limit: int = 2**31 - 1


_TIFF = _Encoder()
_JPEG = _Encoder((cv2.IMWRITE_JPEG_QUALITY, 95), limit=65500)  # libjpeg's own limit
_ENCODERS = {
    ".png": _Encoder(limit=1_000_000),  # libpng's own limit
    ".tif": _TIFF,
    ".tiff": _TIFF,
    ".jpg": _JPEG,
    ".jpeg": _JPEG,
    ".webp": _Encoder((cv2.IMWRITE_WEBP_QUALITY, 101), limit=16383),  # above 100 means lossless
    ".bmp": _Encoder(),
}
_UNCOMPRESSED = (cv2.IMWRITE_TIFF_COMPRESSION, 1)  # true values hardly shrink

SAVING_SHOWN = tuple(_ENCODERS)  # endings of file names, for dialogs
SAVING_VALUES = (".npy", ".tif", ".tiff")


def save_shown(path: str | os.PathLike[str], pixels: NDArray[np.uint8]) -> None:
    """Writes a picture as it is shown.

    Args:
        path: its ending, one of SAVING_SHOWN, chooses the format.
        pixels: uint8, (H, W) grey or (H, W, 3) RGB.

    Raises: ImageError save_ending, save_too_wide, or as write_whole.
    """
    path = Path(path)
    ending = _ending(path, SAVING_SHOWN)
    encoder = _ENCODERS[ending]
    height, width = pixels.shape[:2]
    if max(height, width) > encoder.limit:
        raise ImageError(
            "save_too_wide", name=path.name, height=height, width=width, limit=encoder.limit, ending=ending
        )
    write_whole(path, _encoded(path, ending, [pixels], encoder.parameters))


def save_values(path: str | os.PathLike[str], array: NDArray[np.float32]) -> None:
    """Writes true values.

    Args:
        path: its ending is one of SAVING_VALUES. A .npy holds the array as it is. A TIFF holds one
            plane as grey, three as RGB, any other number as that many pages.
        array: float32, (H, W) or (C, H, W).

    Raises: ImageError save_ending, or as write_whole.
    """
    path = Path(path)
    ending = _ending(path, SAVING_VALUES)
    if ending == ".npy":
        with whole(path) as file:
            np.lib.format.write_array(file, np.ascontiguousarray(array), allow_pickle=False)
        return
    planes = array.reshape(-1, *array.shape[-2:])
    pages = [np.ascontiguousarray(planes.transpose(1, 2, 0))] if len(planes) == 3 else list(planes)
    write_whole(path, _encoded(path, ending, pages, _UNCOMPRESSED))


def write_whole(path: str | os.PathLike[str], data: bytes) -> None:
    """Writes a file, or leaves everything as it was.

    Raises: ImageError save_folder, save_no_folder, save_not_a_file, save_disk_full or save_failed.
    """
    with whole(path) as file:
        file.write(data)


@contextmanager
def whole(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """A file to write to, which takes its place when the block ends, or never if it raises.

    An existing file keeps its permissions, and a link keeps pointing at what it pointed at.

    Raises: as write_whole.
    """
    try:
        target, mode = _target(path)
        part = target.with_name(f".{os.urandom(8).hex()}.part")
        try:
            with part.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            if mode is not None:
                part.chmod(mode)
            part.replace(target)
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise
    except OSError as error:
        raise _refusal(path, error) from error


@contextmanager
def whole_folder(path: str | os.PathLike[str]) -> Iterator[Path]:
    """A folder to write files into, which takes its place when the block ends, or never if it raises.

    Raises: as write_whole, or ImageError save_folder_taken when something is in its place already.
    """
    try:
        target = _place(path)
        if os.path.lexists(target) and not (target.is_dir() and not any(target.iterdir())):
            raise ImageError("save_folder_taken", path=str(target))
        part = target.with_name(f".{os.urandom(8).hex()}.part")
        try:
            part.mkdir()
            yield part
            if target.exists():  # and empty
                target.rmdir()
            part.replace(target)
        except BaseException:
            import shutil

            shutil.rmtree(part, ignore_errors=True)
            raise
    except OSError as error:
        raise _refusal(path, error) from error


def _place(path: str | os.PathLike[str]) -> Path:
    """Where something new is to be, behind all links."""
    try:
        target = Path(os.path.realpath(path))
        missing = not target.parent.is_dir()
    except ValueError as error:  # a zero character in the path
        raise ImageError(
            "save_failed", path=os.fspath(path), reason=msg("it has a zero character in it")
        ) from error
    if missing:
        raise ImageError("save_no_folder", folder=str(target.parent))
    return target


def _target(path: str | os.PathLike[str]) -> tuple[Path, int | None]:
    """The file to be written, behind all links, and the permissions it has if it is there already."""
    try:
        target = Path(os.path.realpath(path))
        status = target.stat()
    except (FileNotFoundError, NotADirectoryError):
        if not target.parent.is_dir():
            raise ImageError("save_no_folder", folder=str(target.parent)) from None
        return target, None
    except ValueError as error:  # a zero character in the path
        raise ImageError(
            "save_failed", path=os.fspath(path), reason=msg("it has a zero character in it")
        ) from error
    if target.is_dir():
        raise ImageError("save_folder", path=str(target))
    if not target.is_file():
        raise ImageError("save_not_a_file", path=str(target))
    if not os.access(target, os.W_OK):  # replacing it would go round its protection
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return target, status.st_mode & 0o7777


def _refusal(path: str | os.PathLike[str], error: OSError) -> ImageError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return ImageError("save_disk_full", path=os.fspath(path))
    return ImageError("save_failed", path=os.fspath(path), reason=of_system(error))


def _ending(path: Path, endings: Sequence[str]) -> str:
    ending = path.suffix.lower()
    if ending not in endings:
        raise ImageError("save_ending", name=path.name, endings=listed(endings))
    return ending


def _encoded(path: Path, ending: str, pages: list[NDArray[Any]], parameters: Sequence[int]) -> bytes:
    """The file's bytes; OpenCV's colours are in the order blue, green, red."""
    ordered = [cv2.cvtColor(page, cv2.COLOR_RGB2BGR) if page.ndim == 3 else page for page in pages]
    try:
        if len(ordered) == 1:
            done, data = cv2.imencode(ending, ordered[0], parameters)
        else:
            done, data = cv2.imencodemulti(ending, ordered, parameters)
    except cv2.error:
        done = False
    if not done:
        raise ImageError(
            "save_failed", path=str(path), reason=msg("it cannot be encoded as {ending}", ending=ending)
        )
    return data.tobytes()
