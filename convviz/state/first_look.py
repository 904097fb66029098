"""How the window is to look before anything else is known: read from the settings file as fast as can be."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from convviz.scene.first_look import FirstLook, decode_first_look

MOST_BYTES = 32 << 20


def default_path() -> Path:
    """Where this system keeps a program's settings."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
    return Path(folder) / "settings.json"


def read_first_look(path: Path) -> FirstLook:
    """What a settings file says of it; the defaults where there is none that can be read."""
    try:
        if not path.is_file():  # a pipe would never end
            return FirstLook()
        with path.open("rb") as file:
            return decode_first_look(file.read(MOST_BYTES))
    except OSError:
        return FirstLook()
