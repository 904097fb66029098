"""Ctrl+C during an export: heard between two frames, and nowhere else."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from convviz.export.footage import Watch


@contextmanager
def between_frames(watch: Watch) -> Iterator[Watch]:
    """The watch, raising KeyboardInterrupt at the next frame after a SIGINT.

    WORKAROUND for PySide6: a KeyboardInterrupt raised while it converts an argument becomes another error,
    or none.
    """
    interrupted: list[int] = []

    def heard(number: int, frame: Any) -> None:
        interrupted.append(number)

    def watching(done: int) -> None:
        if interrupted:
            raise KeyboardInterrupt
        watch(done)

    before = signal.signal(signal.SIGINT, heard)
    try:
        yield watching
    finally:
        signal.signal(signal.SIGINT, before)
