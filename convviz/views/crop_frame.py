"""The frame with which a rectangle is chosen by the keyboard: moved, sized, taken or left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from convviz.core import framing
from convviz.core.viewing import Rect
from convviz.i18n import Message, msg

if TYPE_CHECKING:
    from convviz.views.pane import Pane

MOVES = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
HOW = "↑ ↓ ← → move the frame, with Shift size it, with Ctrl by one pixel · Enter: take it · Esc: leave it"


class CropFrame(QObject):
    """Draws a frame over a pane while there is one, and answers keys."""

    taken = Signal(object)
    """The Rect that was chosen."""
    left = Signal()
    changed = Signal()

    def __init__(self, pane: Pane) -> None:
        super().__init__(pane)
        self._pane = pane
        self.rect: Rect | None = None

    def begin(self) -> None:
        """Lays the frame on the middle of what is seen."""
        self._show(framing.begun(self._pane.seen, self._pane.extent))

    def end(self) -> None:
        """Takes the frame away."""
        self._show(None)

    def knows(self, event: QKeyEvent) -> bool:
        """Whether a key means something to the frame at the moment."""
        return self.rect is not None and event.key() in (*MOVES, *TAKING, Qt.Key.Key_Escape)

    def press(self, event: QKeyEvent) -> None:
        """Does what a key that it knows asks for."""
        if self.rect is None:
            return
        key = Qt.Key(event.key())
        if key in MOVES:
            self._change(self.rect, *MOVES[key], event.modifiers())
        elif key in TAKING:
            self.taken.emit(self.rect)
        else:
            self.left.emit()

    def sentence(self) -> Message | None:
        """Where the frame is, and how large; None while there is none."""
        if self.rect is None:
            return None
        top, left, height, width = (
            round(side) for side in (self.rect.top, self.rect.left, self.rect.height, self.rect.width)
        )
        return msg(
            "{height} × {width} from row {row}, column {col}", height=height, width=width, row=top, col=left
        )

    def _change(self, rect: Rect, right: int, down: int, keys: Qt.KeyboardModifier) -> None:
        by = 1 if keys & Qt.KeyboardModifier.ControlModifier else framing.stride(self._pane.seen)
        change = framing.sized if keys & Qt.KeyboardModifier.ShiftModifier else framing.moved
        rect = change(rect, by * right, by * down, self._pane.extent)
        self._pane.shift(*framing.beyond(rect, self._pane.seen))
        self._show(rect)

    def _show(self, rect: Rect | None) -> None:
        self.rect = rect
        self._pane.show_frame(rect)
        self.changed.emit()
