"""Python's collector of reference cycles, kept on the UI thread while others work.

A QObject must be destroyed on the thread it lives on. Python looks for cycles on whichever thread happens to
allocate next, so a dialog that was closed could be destroyed from within a convolution, and the program with
it. Qt for Python does not prevent this (it hands over widgets only).
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000

_active = 0


class Collector(QObject):
    """From its making until `stop`, cycles are looked for by a timer of the UI thread and nowhere else."""

    def __init__(self, parent: QObject | None = None) -> None:
        global _active
        super().__init__(parent)
        _active += 1
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(collect)
        self._timer.start()

    def stop(self) -> None:
        """No other thread works any more: Python may collect as it does by itself."""
        global _active
        if self._timer.isActive():
            self._timer.stop()
            _active -= 1
            if not _active:
                gc.unfreeze()
                gc.enable()


def settle_down() -> None:
    """What is there now, mostly modules and the window, is not looked through again while it stays.

    Looking through all of it took 50 ms of the UI thread every few seconds.
    """
    if _active:
        gc.freeze()


def collect() -> None:
    """Collects the generations that Python would: each when enough was allocated since the last time."""
    for generation, (count, threshold) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)):
        if count > threshold:
            gc.collect(generation)
