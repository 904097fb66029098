"""What a row of EXPORTERS says about a format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from convviz.export.footage import Footage, Frame

Writer = Callable[[Footage, Iterator[Frame], Any], None]
"""Writes footage's frames, or its single picture, into a binary file or a folder."""


@dataclass(frozen=True)
class Exporter:
    """A format.

    Attributes:
        id: its name in a command or a setting. title: what a person calls it.
        ending: of its files' names; none for a folder.
        write: what writes it, into a Path when it is a folder, else into a file open for writing.
        moving: whether it holds a film, or one picture.
        fps: frames per second to begin with. most_fps: what it can hold.
        even: whether width and height must be even.
        module, extra: a package it needs, and the extra of this program that installs it.
    """

    id: str
    title: str
    ending: str
    write: Writer
    moving: bool = True
    fps: int = 30
    most_fps: int = 60
    even: bool = False
    module: str = ""
    extra: str = ""

    @property
    def folder(self) -> bool:
        """Whether it is a folder of files."""
        return not self.ending

    @property
    def installed(self) -> bool:
        """Whether what it needs is there."""
        return not self.module or find_spec(self.module) is not None

    def path(self, path: Path) -> Path:
        """A path with this format's ending instead of another's."""
        return path.with_suffix(self.ending)
