"""A field that shows a value and asks for another. Setting a value never asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontInfo, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from convviz.core.errors import Refusal
from convviz.core.typed import folded
from convviz.i18n import Message, tr
from convviz.paint.fonts import MONO
from convviz.views.entries import stepped

WHEEL_REST_MS = 500
"""A wheel that rests this long has ended its gesture."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ARROWS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


def monospace(larger: int = 0) -> QFont:
    """The font of numbers, some pixels larger or smaller than that of text."""
    font = QFont(list(MONO))
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPixelSize(QFontInfo(QApplication.font()).pixelSize() + larger)
    return font


class Field(QLineEdit):
    """A line that holds one value.

    Enter, or leaving it, asks for what was typed; Escape returns to the value. With `steps`, the arrow keys
    and the wheel step the number at the cursor, or all of them when all are selected. What cannot be read
    is `judged` with a sentence and asked of nobody.

    Attributes:
        read: text to value, raising a Refusal. write: value to text.
    """

    value_requested = Signal(object, object)
    """(value, gesture): the gesture is one object while an arrow key is held or the wheel turns."""
    gesture_ended = Signal()
    judged = Signal(object)
    """The Message that says what is wrong with the text, or None when nothing is any more."""

    def __init__(
        self,
        name: str,
        read: Callable[[str], Any],
        write: Callable[[Any], str],
        steps: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.read, self.write, self.steps = read, write, steps
        self.setAccessibleName(tr(name))
        self.setFont(monospace())
        self._value: Any = None
        self._refused = False
        self._gesture: object = None
        self._wheel_rest = QTimer(self, singleShot=True, interval=WHEEL_REST_MS)
        self._wheel_rest.timeout.connect(self._end_gesture)

    @property
    def value(self) -> Any:
        """What is shown, whatever is being typed."""
        return self._value

    def show_value(self, value: Any) -> None:
        """Shows a value. What is being typed stays unless the value has become another."""
        typing = self.hasFocus() and self.isModified()
        if value == self._value and (typing or self.text() == self.write(value)):
            return
        self._value = value
        self.restore()

    def restore(self) -> None:
        """The value again in place of what was typed."""
        everything, cursor = self.selectedText() == self.text() != "", self.cursorPosition()
        self.setText(self.write(self._value))
        if everything and self.hasFocus():
            self.selectAll()
        else:
            self.setCursorPosition(cursor)
        self._judge(None)

    def show_refusal(self, message: Message) -> None:
        """Says why the text is not accepted; it stays until it is changed or Escape is pressed."""
        self.setModified(True)
        self._judge(message)

    def commit(self) -> None:
        """Asks for what was typed, if it is another value that can be read."""
        if not self.isModified():
            return
        try:
            value = self.read(folded(self.text()))
        except Refusal as refusal:
            self._judge(refusal.message)
            return
        self._ask(value, None)

    def _ask(self, value: Any, gesture: object) -> None:
        self._judge(None)
        self.setModified(False)
        if value == self._value:
            self.restore()
        else:
            self.value_requested.emit(value, gesture)

    def _judge(self, message: Message | None) -> None:
        if message is not None or self._refused:
            self._refused = message is not None
            self._mark(self)
            if isinstance(around := self.parentWidget(), QComboBox):
                self._mark(around)
            self.judged.emit(message)

    def _mark(self, widget: QWidget) -> None:
        widget.setProperty("invalid", self._refused)
        widget.style().unpolish(widget)  # a style reads properties when it meets a widget, and never again
        widget.style().polish(widget)

    def step(self, by: int) -> bool:
        """Steps the number at the cursor, unless that makes it no value.

        Returns: whether there is a number to step.
        """
        everything = self.selectedText() == self.text()
        text = stepped(folded(self.text()), by, None if everything else self.cursorPosition())
        if text is None:
            return False
        try:
            value = self.read(text)
        except Refusal:
            return True
        cursor = self.cursorPosition() + len(text) - len(self.text())
        self.setText(text)
        self.selectAll() if everything else self.setCursorPosition(cursor)
        self._gesture = self._gesture or object()
        self._ask(value, self._gesture)
        return True

    def _end_gesture(self) -> None:
        self._wheel_rest.stop()
        if self._gesture is not None:
            self._gesture = None
            self.gesture_ended.emit()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            keys = QKeySequence.StandardKey
            if not self.isModified() and (event.matches(keys.Undo) or event.matches(keys.Redo)):
                event.ignore()  # nothing has been typed here that could be undone: it is the window's
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() == Qt.Key.Key_Escape and (self.isModified() or self._refused):
            self.restore()
        elif event.key() in ENTER:
            self.commit()
        elif not (self.steps and plain and event.key() in ARROWS and self.step(ARROWS[Qt.Key(event.key())])):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS and not event.isAutoRepeat():
            self._end_gesture()
        super().keyReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = round(event.angleDelta().y() / 120)
        if self.steps and notches and self.hasFocus() and self.step(notches):
            self._wheel_rest.start()
            event.accept()
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()
            self._end_gesture()
        super().focusOutEvent(event)
