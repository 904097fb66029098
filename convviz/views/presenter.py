"""The screen that a class looks at: the stage and its formula, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from convviz.i18n import Message, tr
from convviz.paint.theme import Theme
from convviz.views.glass import MAGNIFIERS, Glass
from convviz.views.keys import asked_in_class
from convviz.views.notice import Notice
from convviz.views.stage import Stage

REST_MS = 3000
"""A pointer that rests this long is hidden."""


class Presenter(QWidget):
    """Its setters only show; its signals only ask. What concerns the screen alone it does itself."""

    asked = Signal(str)
    """The id of an entry of the menus, or of the presentation's own, whose key was pressed."""
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle(tr("ConvViz — presentation"))
        self.setAccessibleName(tr("Presentation"))
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.stage = Stage(theme, in_class=True)
        self.stage.installEventFilter(self)
        self.glass = Glass(self.stage, theme)
        self.notice = Notice(self.stage)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stage)
        self.stage.refused.connect(self.say)
        self._own = {
            "blank": lambda: self.glass.show_blank(not self.glass.blank),
            "spotlight": lambda: self.glass.show_spotlight(not self.glass.spotlight),
            "magnifier": self._next_magnifier,
        }
        self.resting = QTimer(self)
        self.resting.setSingleShot(True)
        self.resting.setInterval(REST_MS)
        self.resting.timeout.connect(lambda: self.stage.setCursor(Qt.CursorShape.BlankCursor))
        self.stage.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self.stage.set_theme(theme)
        self.glass.set_theme(theme)

    def say(self, message: Message) -> None:
        """One sentence at the top."""
        self.notice.say(message)
        self._place()

    def do(self, name: str) -> None:
        """What a key or a button is named for; what is not the screen's own is asked for."""
        act = self._own.get(name)
        if act:
            act()
        else:
            self.glass.show_blank(False)
            self.asked.emit(name)

    def _next_magnifier(self) -> None:
        at = MAGNIFIERS.index(self.glass.magnifier)
        self.glass.show_magnifier(MAGNIFIERS[(at + 1) % len(MAGNIFIERS)])

    def _place(self) -> None:
        self.glass.setGeometry(self.rect())
        self.notice.setGeometry(self.width() // 6, 8, self.width() * 2 // 3, self.notice.sizeHint().height())
        self.notice.raise_()

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = asked_in_class(event)
        if name:
            self.do(name)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            if self.stage.cursor().shape() == Qt.CursorShape.BlankCursor:
                self.stage.unsetCursor()
            self.glass.point(event.position())
            self.resting.start()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.left.emit()
        super().closeEvent(event)
