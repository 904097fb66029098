"""Colours by role. A theme is one file in resources/themes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property, lru_cache

from PySide6.QtGui import QColor, QPalette

from convviz import assets

RGB = tuple[int, int, int]
THEMES = ("light", "dark", "high-contrast", "print")


@dataclass(frozen=True, eq=False)
class Theme:
    """A name and the colour of each role, as #rrggbb."""

    name: str
    colors: tuple[tuple[str, str], ...]

    def hex(self, role: str) -> str:
        """A role's colour as #rrggbb."""
        return self._by_role[role]

    @cached_property
    def _by_role(self) -> dict[str, str]:
        return dict(self.colors)

    def color(self, role: str, strength: float = 1.0) -> QColor:
        """A role's colour, transparent below strength 1. It is kept, and not to be changed.

        A frame asks for fifty; to read "#rrggbb" anew each time was a tenth of painting it.
        """
        key = (role, strength)
        if key not in self._kept:
            color = QColor(self.hex(role))
            color.setAlphaF(max(0.0, min(1.0, strength)))
            self._kept[key] = color
        return self._kept[key]

    @cached_property
    def _kept(self) -> dict[tuple[str, float], QColor]:
        return {}

    def palette(self) -> QPalette:
        """The same for Qt's own widgets, drawn by its Fusion style."""
        palette = QPalette()
        for role, name in PALETTE.items():
            palette.setColor(role, self.color(name))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("disabled"))
        return palette


PALETTE = {
    QPalette.ColorRole.Window: "background",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "field",
    QPalette.ColorRole.AlternateBase: "background",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "background",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.ToolTipBase: "strip",
    QPalette.ColorRole.ToolTipText: "strip_text",
    QPalette.ColorRole.PlaceholderText: "placeholder",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Mid: "border",
}


@lru_cache(maxsize=8)
def load(name: str) -> Theme:
    """The theme of that name."""
    colors = json.loads(assets.path("themes", f"{name}.json").read_text(encoding="utf-8"))
    return Theme(name, tuple(sorted(colors.items())))


@lru_cache(maxsize=128)
def rgb(theme: Theme, role: str) -> RGB:
    """A role's colour as numbers."""
    color = theme.color(role)
    return (color.red(), color.green(), color.blue())
