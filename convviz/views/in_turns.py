"""What a hand does not wait for is told later, each part in a turn of the event loop of its own.

To tell all parts of a window of another photo takes as long as to paint what they changed. In one turn, 40 ms
of a busy machine go by in which nothing is heard of mouse and keyboard; divided, none takes half of that.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

APART_MS = 5
"""From one turn to the next: what the one before changed is painted in between."""


class InTurns:
    """Acts that are done one after the other, by name: of those with the same name only the newest.

    Args:
        owner: goes no later than what the acts are about.
        ready: whether what a hand does wait for has been painted.
    """

    def __init__(self, owner: QObject, ready: Callable[[], bool]) -> None:
        self._ready = ready
        self._acts: dict[str, Callable[[], object]] = {}
        self._timer = QTimer(owner)
        self._timer.setSingleShot(True)
        self._timer.setInterval(APART_MS)
        self._timer.timeout.connect(self._do_next)

    @property
    def done(self) -> bool:
        """Whether nothing is left to be done."""
        return not self._acts

    def do(self, name: str, act: Callable[[], object], later: bool) -> None:
        """Does it now, or in a turn of its own; an older act of that name that is still to be done, never."""
        self._acts.pop(name, None)
        if later:
            self._acts[name] = act
            self._timer.start()
        else:
            act()

    def stop(self) -> None:
        """Nothing more is done: the window closes."""
        self._acts.clear()
        self._timer.stop()

    def _do_next(self) -> None:
        if self._acts:
            self._timer.start()  # before the act, which may be the last but may also fail
            if self._ready():
                self._acts.pop(next(iter(self._acts)))()
