"""A folder of numbered PNG files, one for every tick, for programs that cut films."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from convviz.export.footage import Footage, Frame
from convviz.export.stills import png


def write(footage: Footage, frames: Iterator[Frame], folder: Path) -> None:
    """Writes frame-0000.png and so on; a picture that rests is there as often as it is shown."""
    digits = max(4, len(str(footage.ticks - 1)))
    tick = 0
    for frame in frames:
        data = png(frame.pixels)
        for _ in range(frame.ticks):
            (folder / f"frame-{tick:0{digits}}.png").write_bytes(data)
            tick += 1
