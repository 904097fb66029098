"""The screen that a class looks at: the stage and its formula, a lesson's page above, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFontInfo, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from convviz.i18n import Message, tr
from convviz.paint.theme import Theme
from convviz.views.class_page import ClassPage
from convviz.views.glass import MAGNIFIERS, Glass
from convviz.views.keys import asked_in_class
from convviz.views.notice import Notice
from convviz.views.stage import Stage

WRITTEN = ("QLabel", "QPushButton", "QToolButton", "QuestionRow QLineEdit", "QToolTip")
"""What has text in it beside the stage, as style sheets name it."""
BEYOND_TEXT = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
"""With these a key writes nothing: Ctrl and − is for the size."""
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
        self.page = ClassPage()
        self.page.changed.connect(self._settle)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.page)
        layout.addWidget(self.stage, 1)
        self.glass = Glass(self.stage, theme, self)
        self.notice = Notice(self)
        self._letters = 0
        self.stage.refused.connect(self.say)
        self._own: dict[str, Callable[[], None]] = {
            "blank": lambda: self.glass.show_blank(not self.glass.blank),
            "spotlight": lambda: self.glass.show_spotlight(not self.glass.spotlight),
            "magnifier": self._next_magnifier,
            "text": self._turn_text,
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

    def take_after(self, other: Presenter) -> None:
        """Has the screen look as another one does: black, with a spotlight, or with a magnifier."""
        before = other.glass
        self.glass.show_blank(before.blank)
        self.glass.show_spotlight(before.spotlight)
        self.glass.show_magnifier(before.magnifier)
        self.page.show_written(other.page.written)

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

    def _turn_text(self) -> None:
        self.page.show_written(not self.page.written)

    def _next_magnifier(self) -> None:
        at = MAGNIFIERS.index(self.glass.magnifier)
        self.glass.show_magnifier(MAGNIFIERS[(at + 1) % len(MAGNIFIERS)])

    def _settle(self) -> None:
        """Lays the page above the stage, whose text stays as large as without it."""
        self.page.keep_place(self.width())
        self._column.activate()
        self.stage.set_taken(self.height() - self.stage.height())
        self._place()

    def _letter(self) -> None:
        """Gives everything that is written here the size that the last row reads."""
        letters = max(self.stage.projection.letters, QFontInfo(QApplication.font()).pixelSize())
        if letters != self._letters:
            self._letters = letters
            self.setStyleSheet(f"{', '.join(WRITTEN)} {{ font-size: {letters}px; }}")

    def _place(self) -> None:
        self.glass.setGeometry(self.rect())
        self.notice.setGeometry(self.width() // 6, 8, self.width() * 2 // 3, self.notice.sizeHint().height())
        self.glass.raise_()
        self.notice.raise_()

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = asked_in_class(event)
        if not event.modifiers() & BEYOND_TEXT and self.page.begin(event.text()):
            self.glass.show_blank(False)
        elif name == "leave" and self.page.question.field.hasFocus():
            self.page.question.field.clear()
            self.stage.setFocus()
        elif name:
            self.do(name)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            if self.stage.cursor().shape() == Qt.CursorShape.BlankCursor:
                self.stage.unsetCursor()
            self.glass.point(event.position())
            self.resting.start()
        if event.type() == QEvent.Type.KeyRelease and self.stage.pointed:
            self.glass.point(self.stage.cell_at(self.stage.pointed).center())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.page.set_room(self.height())
        self._settle()
        self._letter()
        self._settle()  # the letters are larger, perhaps

    def closeEvent(self, event: QCloseEvent) -> None:
        self.left.emit()
        super().closeEvent(event)
