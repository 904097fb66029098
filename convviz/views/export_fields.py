"""Fields and buttons of the export dialog, each made in a line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSpinBox

from convviz.i18n import tr
from convviz.views.style import px
from convviz.views.tips import explain

BETWEEN = 18


def a_spin(name: str, least: int, most: int, value: int) -> QSpinBox:
    """A number by its name."""
    made = QSpinBox()
    made.setRange(least, most)
    made.setValue(value)
    made.setAccessibleName(tr(name))
    made.setKeyboardTracking(False)
    return made


def a_button(says: str, tip: str, role: str = "", keys: str = "") -> QPushButton:
    """A button that Enter in a field does not press."""
    made = QPushButton(tr(says))
    explain(made, tip, keys=keys)
    made.setAccessibleName(tr(says))
    made.setAutoDefault(False)  # Enter in a field is for the field
    if role:
        made.setProperty("role", role)
    return made


def a_between(text: str) -> QLabel:
    """A sign or a short word between two fields, as wide in every row."""
    made = QLabel(text)
    made.setMinimumWidth(px(BETWEEN))
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made


def a_label(role: str) -> QLabel:
    """A text in a role's colour."""
    made = QLabel()
    made.setProperty("role", role)
    return made
