"""Whether things may glide across the screen: what a person chose, or else what the desktop is set to."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication


def reduced(app: QApplication, wanted: str) -> bool:
    """Whether motion is to be reduced: "reduced" and "full" are a choice, "system" asks the desktop."""
    return wanted == "reduced" or (wanted == "system" and of_desktop(app))


def of_desktop(app: QApplication) -> bool:
    """Whether the desktop asks for reduced motion. Qt tells since 6.12; before, nothing is asked for."""
    ask = getattr(app.styleHints(), "accessibility", None)
    tell = getattr(ask(), "motionPreference", None) if ask else None
    return "reduce" in str(tell()).lower() if tell else False
