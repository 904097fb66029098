"""Where the files that come with the program are: in a checkout and in an installed wheel alike."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "resources"  # where the wheel puts them
_CHECKOUT = _PACKAGE.parent / "resources"


def path(*parts: str) -> Path:
    """A file or folder below resources/: path("images", "camera.png")."""
    return (_INSTALLED if _INSTALLED.is_dir() else _CHECKOUT).joinpath(*parts)
