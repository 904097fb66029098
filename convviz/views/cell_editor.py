"""The little field that opens in a cell to type its number."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from convviz.core.errors import Refusal, SpecError
from convviz.core.kernel_text import number
from convviz.figure.figure import Spot
from convviz.i18n import tr
from convviz.paint.fonts import mono

Reading = Callable[[str], float]
"""The number that a text says; raises Refusal for other texts."""
Way = tuple[int, int]
"""(rows, columns) to a neighbour."""

MOVES: dict[Qt.Key, Way] = {
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
LEAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
WITHIN = (Qt.Key.Key_Left, Qt.Key.Key_Right)
"""Keys that move within a text once it is being written."""

STAYING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Why the focus may be away for a while: a menu is open, another window is in front."""


def grey(text: str) -> float:
    """A pixel of a canvas: a whole number from 0 to 255.

    Raises: KernelError, SpecError: with the text or the number that is none.
    """
    value = number(text)
    if not value.is_integer():
        raise SpecError("not_integer", name="grey", value=value)
    if not 0 <= value <= 255:
        raise SpecError("out_of_range", name="grey", value=int(value), least=0, most=255)
    return value


class CellEditor(QLineEdit):
    """Opens over a cell. Enter takes what was typed, Tab and the arrows go on to a neighbour, Esc leaves.

    What is no number is refused and stays open, to be corrected.
    """

    typed = Signal(object, float)
    """(spot, value): another number than before."""
    left = Signal(object, object)
    """(spot, way): closed, and the neighbour to go on to, as (rows, columns), or None."""
    refused = Signal(object)
    """The Message of why a text is not taken."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._stage = parent
        self._spot: Spot | None = None
        self._before = ""
        self._reading: Reading = number
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(tr("Number in this cell"))
        self.setMaxLength(40)
        self.hide()

    def open(self, spot: Spot, rect: QRect, text: str, reading: Reading, size: float = 15) -> None:
        """Opens over a cell with its present number selected."""
        self._spot, self._before, self._reading = spot, text, reading
        wide, tall = max(rect.width(), round(4.3 * size)), max(rect.height(), round(1.9 * size))
        room = self._stage.rect()
        x = min(max(rect.center().x() - wide // 2, 0), room.width() - wide)
        y = min(max(rect.center().y() - tall // 2, 0), room.height() - tall)
        self.setGeometry(QRect(x, y, wide, tall))
        self.setFont(mono(size, bold=True))
        self.setText(text)
        self.selectAll()
        self.show()
        self.setFocus()

    def finish(self) -> None:
        """Takes what was typed and closes; what is no number is refused and given up."""
        self._take()
        self._close()

    def _take(self) -> bool:
        """Says what was typed, if it is new; whether it could be read."""
        if self._spot is None or self.text() == self._before:
            return True
        try:
            value = self._reading(self.text())
        except Refusal as refusal:
            self.selectAll()
            self.refused.emit(refusal.message)
            return False
        self._before = self.text()
        self.typed.emit(self._spot, value)
        return True

    def _close(self) -> None:
        self._spot = None
        self.hide()

    def _leave(self, way: Way | None) -> None:
        spot = self._spot
        self._close()
        self.left.emit(spot, way)

    def event(self, event: QEvent) -> bool:
        """Keys that leave the cell are taken before Qt moves the focus, or the window takes them."""
        if isinstance(event, QKeyEvent) and self._leaves(event):
            if event.type() == QEvent.Type.KeyPress:
                self._act(Qt.Key(event.key()))
            event.accept()
            return True
        return super().event(event)

    def _leaves(self, event: QKeyEvent) -> bool:
        key = event.key()
        writing = self.text() != self._before or self.selectedText() != self.text()
        return key in LEAVING or (key in MOVES and not (writing and key in WITHIN))

    def _act(self, key: Qt.Key) -> None:
        if key == Qt.Key.Key_Escape or self._take():
            self._leave(MOVES.get(key))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STAYING:
            self.finish()
