"""Painting without a window: on the command line, and wherever there is no display."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication


def application() -> QCoreApplication:
    """What Qt needs for painting text; it opens no window and asks for no display."""
    return QGuiApplication.instance() or QGuiApplication(["convviz", "-platform", "offscreen"])
