"""What a screen reader hears of widgets that draw themselves: a role, a value, a sentence when it changes.

Qt's own controls say all this by themselves. A widget that paints says what it is by `say_as`, and what it
shows by a method `spoken_value`, which is asked only when somebody listens.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QWidget

Role = QAccessible.Role
APART_MS = 1200
"""From one announcement to the next: a step that is played is heard to its end, faster ones are passed by."""
ROLE = "spoken"
_installed: list[object] = []


class Spoken(QAccessibleWidget):
    """A widget with a role of its own choice."""

    def __init__(self, widget: QWidget, role: Role) -> None:
        super().__init__(widget, role)
        self._widget = widget

    def text(self, kind: QAccessible.Text) -> str:
        """Name and description as Qt knows them; the value as the widget says it."""
        value = getattr(self._widget, "spoken_value", None)
        if value is None and isinstance(self._widget, QLabel):
            value = self._widget.text  # Qt says a label's name in its place
        return value() if kind == QAccessible.Text.Value and value else super().text(kind)


def install() -> None:
    """Lets widgets say what they are, from now on; once is enough."""
    if not _installed:
        _installed.append(_interface)  # Qt keeps no reference of its own
        QAccessible.installFactory(_interface)


def say_as(widget: QWidget, role: Role, name: str) -> None:
    """Gives a widget the role that it has for a screen reader, and its name."""
    widget.setProperty(ROLE, role.name)
    widget.setAccessibleName(name)


def say_with(label: QLabel, name: str) -> None:
    """Gives a label a name that is said beside its text."""
    say_as(label, Role.StaticText, name)


def _interface(_: str, subject: QObject) -> QAccessibleInterface | None:
    if not isinstance(subject, QWidget):
        return None
    role = subject.property(ROLE)
    return Spoken(subject, getattr(Role, role)) if isinstance(role, str) else None


class Voice(QObject):
    """Says what a widget shows: the first sentence at once, then the newest, so far apart that each is heard.

    Nothing but the widget's description changes when nobody listens.
    """

    def __init__(self, widget: QWidget, role: Role, name: str, apart: int = APART_MS) -> None:
        super().__init__(widget)
        say_as(widget, role, name)
        self._widget, self._waiting, self.said = widget, "", ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(apart)
        self._timer.timeout.connect(self._say_newest)

    def say(self, sentence: str) -> None:
        """Describes the widget by a sentence, and announces it."""
        self._widget.setAccessibleDescription(sentence)
        if not QAccessible.isActive():
            return
        self._waiting = sentence
        if not self._timer.isActive():
            self._say_newest()

    def _say_newest(self) -> None:
        if self._waiting and self._waiting != self.said:
            self.said = self._waiting
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._widget, self.said))
            self._timer.start()
        self._waiting = ""
