"""Pictures that were pasted, kept as files: a scene names them like any other picture."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from convviz.core.errors import ImageError
from convviz.core.pasting import save_pasted
from convviz.core.reasons import of_system
from convviz.scene.scene import FilePicture

KEPT = 20
"""The newest pictures stay; older ones were likely forgotten."""


def default_folder() -> Path:
    """Where this system keeps a program's data."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    return Path(folder) / "pasted"


def keep_pasted(rgba: bytes, height: int, width: int, folder: Path | None = None) -> FilePicture:
    """Writes a pasted picture and forgets the oldest ones. Slow for a large one: work for a job.

    The same picture pasted twice is one file, named by what is in it.

    Args:
        rgba: as a QImage in Format_RGBA8888 holds them.
        height: rows of pixels.
        width: pixels in a row; rgba has height × width × 4 bytes.
        folder: None for the system's own place.

    Raises: ImageError: it is too large, or cannot be written there.
    """
    folder = folder or default_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImageError("save_failed", path=str(folder), reason=of_system(error)) from error
    said = hashlib.sha256(f"{height} × {width}:".encode())
    said.update(rgba)
    path = folder / f"{said.hexdigest()[:16]}.png"
    save_pasted(path, rgba, height, width)
    _prune(folder, path)
    return FilePicture(str(path))


def _prune(folder: Path, newest: Path) -> None:
    """Removes all but the newest files, and never the one just written; what cannot be removed may stay."""
    with suppress(OSError):
        others = [path for path in folder.glob("*.png") if path != newest]
        others.sort(key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for path in others[KEPT - 1 :]:
            path.unlink()
