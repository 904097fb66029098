"""Widgets by themselves, as the program dresses them; whatever another test left the application in."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from convviz.paint.theme import load
from convviz.views.style import dress


@pytest.fixture(autouse=True)
def usual_look(qapp: QApplication) -> None:
    """The light theme, at its usual size."""
    dress(qapp, load("light"))
