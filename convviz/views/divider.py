"""A splitter whose handle can be seen, takes the focus and is moved by the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from convviz.i18n import tr
from convviz.views.spoken import Role, say_as
from convviz.views.style import px
from convviz.views.tips import explain

STRIDE = 24
"""Pixels that a key moves a handle."""
GRIP = 40
WAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Divider(QSplitter):
    """Two parts one below the other, sharing the height as a person likes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)

    def createHandle(self) -> QSplitterHandle:
        return Handle(self)


class Handle(QSplitterHandle):
    """What is dragged, or moved by the arrow keys."""

    def __init__(self, divider: Divider) -> None:
        super().__init__(Qt.Orientation.Vertical, divider)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        say_as(self, Role.Splitter, tr("Height of the stage"))
        explain(self, "Drag it, or move it with the arrow keys", keys="Up|Down")

    def spoken_value(self) -> str:
        """The part of the height that lies above."""
        above, *below = self.splitter().sizes()
        return f"{round(100 * above / max(above + sum(below), 1))} %"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = WAYS.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            self.moveSplitter(self.y() + way * px(STRIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        held = self.hasFocus()
        painter.setBrush(
            self.palette().color(QPalette.ColorRole.Highlight if held else QPalette.ColorRole.Mid)
        )
        grip = QRectF(0, 0, self.width() if held else px(GRIP), 4 if held else 3)
        grip.moveCenter(QPointF(self.rect().center()))
        painter.drawRoundedRect(grip, 2, 2)
