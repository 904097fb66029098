"""The little field that opens in a cell to type its number."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from convviz.core.errors import KernelError
from convviz.core.kernel_text import number
from convviz.figure.figure import Spot
from convviz.i18n import tr
from convviz.paint.painter import mono

MOVES = {
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class CellEditor(QLineEdit):
    """Opens over a cell. Enter takes what was typed, Tab and the arrows go on to a neighbour, Esc leaves."""

    typed = Signal(object, float, object)
    """(spot, value, towards): the number, and the neighbour to go on to as (rows, columns) or None."""
    refused = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._stage = parent
        self._spot: Spot | None = None
        self._before = ""
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(tr("Number in this cell"))
        self.setMaxLength(40)
        self.installEventFilter(self)
        self.hide()

    def open(self, spot: Spot, rect: QRect, text: str) -> None:
        """Opens over a cell with its present number selected."""
        self._spot, self._before = spot, text
        wide = max(rect.width(), 64)
        tall = max(rect.height(), 28)
        self.setGeometry(QRect(rect.center().x() - wide // 2, rect.center().y() - tall // 2, wide, tall))
        self.setFont(mono(15, bold=True))
        self.setText(text)
        self.selectAll()
        self.show()
        self.setFocus()

    def finish(self) -> None:
        """Takes what was typed, if it is a number that differs, and closes."""
        self._take(None)

    def _take(self, towards: tuple[int, int] | None) -> None:
        spot, text = self._spot, self.text()
        if spot is None:
            return
        try:
            value = number(text)
        except KernelError as error:
            self.refused.emit(error.message)
            self._close()
            return
        self._close()
        if towards or text != self._before:
            self.typed.emit(spot, value, towards)

    def _close(self) -> None:
        self._spot = None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in MOVES:
                self._take(MOVES[key])
                return True
            if key == Qt.Key.Key_Escape:
                self._close()
                self._stage.setFocus()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(None)
                self._stage.setFocus()
                return True
        elif event.type() == QEvent.Type.FocusOut:
            self.finish()
        return super().eventFilter(watched, event)
