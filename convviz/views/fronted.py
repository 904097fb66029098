"""Windows beside the main one: brought to the front, and put away for good."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def bring(window: QWidget) -> None:
    """Shows a window, in front of the others, with the keyboard in it."""
    window.show()
    window.raise_()
    window.activateWindow()


def put_away(window: QWidget) -> bool:
    """Closes a window that another will be made in place of. Returns: whether it was open."""
    shown = window.isVisible()
    window.close()
    window.deleteLater()
    return shown
