"""Keys that mean one thing to the program and another to the control that has the focus: the control wins."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractSlider, QComboBox, QWidget

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
    return [QKeySequence(key) for key in keys.split("|") if key and key not in own]
