"""Keys that mean one thing to the program and another to the control that has the focus: the control wins."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractSlider, QComboBox, QWidget

from convviz.views.actions import IN_PRESENTATION, MENUS, Menu

ARROWS = ("Left", "Right", "Home", "End")
OWN_KEYS: tuple[tuple[type[QWidget], tuple[str, ...]], ...] = (
    (QAbstractButton, ("Space",)),
    (QComboBox, ("Space", *ARROWS)),
    (QAbstractSlider, (*ARROWS, "+", "-", "=")),
    (QAbstractItemView, ("Space", "Home", "End", *ARROWS)),
)


def free_shortcuts(widget: QWidget | None, keys: str) -> list[QKeySequence]:
    """The shortcuts, written "Home|Ctrl+Up", that remain while a widget has the focus."""
    own = {key for kind, names in OWN_KEYS if isinstance(widget, kind) for key in names}
    if isinstance(widget, QAbstractButton) and widget.group() is not None:
        own |= set(ARROWS)  # they press the button beside it
    return [QKeySequence.fromString(key) for key in keys.split("|") if key and key not in own]


IN_CLASS = (
    *("undo", "redo", "zoom-in", "zoom-out", "zoom-usual", "keys", "back-to-page", "watch", "reveal"),
    *("play", "forward", "back", "next-phase", "previous-phase", "first", "last", "faster", "slower", "loop"),
)
"""Entries of the menus whose keys hold in a presentation too."""


def listed_in_class() -> tuple[Menu, ...]:
    """What keys do in front of a class: the presentation's own, and those of the menus that hold there."""
    menus = (
        (name, text, tuple(entry for entry in entries if entry.id in IN_CLASS))
        for name, text, entries in MENUS
    )
    return (IN_PRESENTATION, *(menu for menu in menus if menu[2]))


def asked_in_class(event: QKeyEvent) -> str | None:
    """The id of what a key asks for during a presentation, None if for nothing."""
    known, modifiers = _in_class(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    exact = known.get(QKeySequence(event.key() | modifiers.value).toString())
    if exact or chr(event.key() & 0xFF).isalnum() or event.key() > 0xFF:
        return exact
    plain = modifiers & ~Qt.KeyboardModifier.ShiftModifier  # "?" and "+" are typed with it on most keyboards
    return known.get(QKeySequence(event.key() | plain.value).toString())


@lru_cache(maxsize=1)
def _in_class() -> dict[str, str]:
    """Ids by the key in Qt's portable form."""
    return {
        QKeySequence(key).toString(): entry.id
        for _, _, entries in listed_in_class()
        for entry in entries
        for key in entry.shortcut.split("|")
    }
