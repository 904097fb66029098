"""Tooltips that end in the keys that do the same, as the tables of actions have them."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from convviz.i18n import msg, tr
from convviz.views.actions import Entry, keys_of

ACT = "act"
"""Property of a control that does what an entry of the tables does: the entry's id."""
ARROWS = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}


def explain(widget: QWidget, tip: str, act: str = "", keys: str = "") -> None:
    """Gives a control its tooltip, with the keys of the entry that it does the work of.

    `act` is the id of an entry of the menus; `keys` are those of another table, as it has them.
    """
    widget.setProperty(ACT, act or None)
    widget.setToolTip(with_keys(tr(tip), keys or (keys_of(act)[0] if act else "")))


def with_keys(tip: str, keys: str) -> str:
    """A tooltip in the language of the moment, and the keys in brackets: "Play or pause (Space)"."""
    written = shown_keys(Entry("", "", keys))
    return tr(msg("{tip} ({keys})", tip=tip, keys=written)) if written else tip


def shown_keys(entry: Entry) -> str:
    """The keys of an entry as this desktop writes them, arrows as arrows: "Ctrl+↑ ↓ ← →"."""
    keys = [native(key) for key in keys_in(entry)]
    if len(keys) > 2 and all(key[-1] in ARROWS.values() for key in keys):
        return " ".join((keys[0], *(key[-1] for key in keys[1:])))
    return " · ".join(keys)


def native(key: str) -> str:
    """A key in Qt's portable form as it is written here."""
    *before, last = key.rpartition("+")
    if last in ARROWS:
        return "".join((*before, ARROWS[last]))
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def keys_in(entry: Entry) -> list[str]:
    """The keys of an entry, one by one."""
    return [key for key in entry.shortcut.split("|") if key]
