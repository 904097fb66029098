"""Exports footage: whole or not at all, watched, and refused beforehand when it cannot be done."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from convviz.core.errors import Refusal
from convviz.core.saving import whole, whole_folder
from convviz.export import EXPORTERS
from convviz.export.exporter import Exporter
from convviz.export.footage import Footage, Frame, Watch
from convviz.i18n import listed, msg

LEAST_SIDE, MOST_SIDE = 240, 4096
"""Pixels on a side: the stage needs some room, and 4K is the largest that screens show."""


def exporter_of(path: str | os.PathLike[str]) -> Exporter:
    """The format that a name asks for by its ending; a name without one is a folder's.

    Raises: Refusal("export_ending").
    """
    ending = Path(path).suffix.lower()
    for exporter in EXPORTERS:
        if exporter.ending == ending:
            return exporter
    endings = listed(exporter.ending for exporter in EXPORTERS if exporter.ending)
    raise Refusal("export_ending", name=Path(path).name, endings=endings)


def check(exporter: Exporter, size: tuple[int, int], fps: int) -> None:
    """Refuses what cannot be exported, before anything is painted.

    Raises: Refusal: what the format needs is not installed, or the size or the rate is not possible.
    """
    if not exporter.installed:
        others = listed(
            other.ending for other in EXPORTERS if other.moving and other.installed and other.ending
        )
        raise Refusal("export_extra", format=msg(exporter.title), extra=exporter.extra, others=others)
    width, height = size
    if not LEAST_SIDE <= min(size) <= max(size) <= MOST_SIDE:
        raise Refusal("export_size", least=LEAST_SIDE, most=MOST_SIDE, width=width, height=height)
    if exporter.even and (width % 2 or height % 2):
        raise Refusal("export_odd", format=msg(exporter.title), width=width, height=height)
    if exporter.moving and not 1 <= fps <= exporter.most_fps:
        raise Refusal("export_fps", format=msg(exporter.title), most=exporter.most_fps, fps=fps)


def export(
    footage: Footage, path: str | os.PathLike[str], exporter: Exporter, watch: Watch = lambda done: None
) -> None:
    """Writes a film or a picture under its name when all of it is there.

    When `watch` raises, nothing is left behind.

    Raises: Refusal as check, ImageError as core.saving.whole, and whatever `watch` raises.
    """
    check(exporter, footage.size, footage.fps)
    frames = _watched(footage, watch)
    if exporter.folder:
        with whole_folder(path) as folder:
            exporter.write(footage, frames, folder)
    else:
        with whole(path) as file:
            exporter.write(footage, frames, file)


def _watched(footage: Footage, watch: Watch) -> Iterator[Frame]:
    done = 0
    for frame in footage.frames():
        watch(done)
        yield frame
        done += frame.ticks
    watch(done)
