"""Lists and buttons that show one of several values and ask for another. Setting a value never asks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QPushButton, QWidget

from convviz.i18n import Message, tr
from convviz.views.drop_down import DropDown, tab_to_pressed
from convviz.views.fields import ARROWS, ENTER, Field
from convviz.views.style import px

Option = tuple[Any, str | Message]
"""A value, and what it is called: English, or a message."""


class Choice(DropDown):
    """One of several values."""

    value_requested = Signal(object, object)
    """(value, gesture); the gesture is always None."""

    def __init__(self, name: str, options: Iterable[Option], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr(name))
        self._options: tuple[Option, ...] = ()
        self.offer(options)
        self.activated.connect(self._ask)

    def offer(self, options: Iterable[Option]) -> None:
        """Offers other values; the one shown stays if it is among them."""
        offered = tuple(options)
        if offered == self._options:
            return
        value = self.value
        self._options = offered
        self.clear()
        self.addItems([tr(text) for _, text in offered])
        self.show_value(value)

    @property
    def value(self) -> Any:
        """The value that is shown, None when it is not one of the options."""
        return self._options[self.currentIndex()][0] if self.currentIndex() >= 0 else None

    def show_value(self, value: Any) -> None:
        """Shows a value; nothing when it is not offered."""
        self._shown = value
        self.setCurrentIndex(next((n for n, (other, _) in enumerate(self._options) if other == value), -1))

    def restore(self) -> None:
        """The value that was shown before a choice that was refused."""
        self.show_value(self._shown)

    def _ask(self, index: int) -> None:
        value = self._options[index][0]
        if value != self._shown:
            self.value_requested.emit(value, None)


class FieldChoice(DropDown):
    """A field with a list of values that can be picked instead of typed."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._leaving = False
        self._options: tuple[Option, ...] = ()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFont(field.font())
        self.setLineEdit(field)
        # The frame is the list's; the application's style sheet would draw one for the line too.
        field.setStyleSheet("border: none; padding: 0; min-height: 0; background: transparent")
        field.setFont(self.font())
        self.setAccessibleName(field.accessibleName())
        self.setCompleter(None)  # type: ignore[arg-type]
        self.activated.connect(self._picked)

    def offer(self, options: Iterable[Option]) -> None:
        """Offers these values; the field keeps its text."""
        offered = tuple(options)
        if offered != self._options:
            text, modified = self.field.text(), self.field.isModified()
            self._options = offered
            self.clear()
            self.addItems([tr(label) for _, label in offered])
            self.field.setText(text)
            self.field.setModified(modified)

    def _picked(self, index: int) -> None:
        if self._leaving:  # Qt finds the text among the options once more; the field has asked for it
            return
        self.field.setText(self.itemText(index))
        self.field.setModified(True)
        self.field.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt gives keys to the list first; the arrows belong to a number in the field.
        if event.key() in (*ARROWS, *ENTER, Qt.Key.Key_Escape):
            self.field.keyPressEvent(event)
            if event.key() in ARROWS and not self.field.text()[:1].isdigit():
                super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._leaving = True
        super().focusOutEvent(event)
        self._leaving = False

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.field.keyReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.field.wheelEvent(event)


def _bold_width(button: QPushButton) -> int:
    """The width of its text when it is pressed, and bold."""
    font = button.font()
    font.setBold(True)
    return QFontMetrics(font).horizontalAdvance(button.text())


class Segments(QWidget):
    """Buttons side by side, one of them pressed."""

    value_requested = Signal(object, object)
    """(value, gesture); the gesture is always None."""

    def __init__(
        self, name: str, options: Sequence[Option], tips: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr(name))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.setProperty("role", "row")
        self._options = options
        self._group = QButtonGroup(self)
        self.buttons: list[QPushButton] = []
        for n, ((_, text), tip) in enumerate(zip(options, tips, strict=True)):
            button = QPushButton(tr(text), self)
            button.setToolTip(tr(tip))
            button.setCheckable(True)
            button.setProperty("role", "segment")
            button.setAccessibleName(f"{tr(name)}: {tr(text)}")
            button.setMinimumWidth(_bold_width(button) + px(10))
            self._group.addButton(button, n)
            self.buttons.append(button)
            layout.addWidget(button)
        self._shown: Any = None
        self._group.idClicked.connect(self._ask)

    @property
    def value(self) -> Any:
        """The value of the button that is pressed, None when none is."""
        return self._options[self._group.checkedId()][0] if self._group.checkedId() >= 0 else None

    def show_value(self, value: Any) -> None:
        """Presses the button of a value, or none."""
        self._shown = value
        self._group.setExclusive(False)
        for button, (other, _) in zip(self.buttons, self._options, strict=True):
            button.setChecked(other == value)
        self._group.setExclusive(True)
        tab_to_pressed(self.buttons)

    def _ask(self, index: int) -> None:
        value = self._options[index][0]
        if value != self._shown:
            self.value_requested.emit(value, None)
