"""The two fonts of the program, by the size in pixels."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

MONO = ("DejaVu Sans Mono", "Menlo", "Consolas", "Noto Sans Mono", "monospace")
SANS = (
    "Inter",
    "Noto Sans",
    "Segoe UI",
    "Helvetica Neue",
    "DejaVu Sans",
    "WenQuanYi Micro Hei",
    "sans-serif",
)


@lru_cache(maxsize=256)
def mono(size: float, bold: bool = False) -> QFont:
    """A monospace font of that many pixels."""
    return _font(MONO, size, bold)


@lru_cache(maxsize=256)
def sans(size: float, bold: bool = False) -> QFont:
    """A proportional font of that many pixels."""
    return _font(SANS, size, bold)


@lru_cache(maxsize=256)
def metrics(size: float, bold: bool = False, monospace: bool = True) -> QFontMetricsF:
    """The measures of one of them."""
    return QFontMetricsF(mono(size, bold) if monospace else sans(size, bold))


def _font(families: tuple[str, ...], size: float, bold: bool) -> QFont:
    font = QFont(list(families))
    font.setPixelSize(max(1, round(size)))
    font.setBold(bold)
    return font
