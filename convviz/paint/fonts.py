"""The two fonts of the program, by the size in pixels."""

from __future__ import annotations

import threading
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

CHINESE = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Micro Hei",
)
"""What Chinese is written in: named, so that no Japanese font stands in with its forms of the characters."""
MONO = ("DejaVu Sans Mono", "Menlo", "Consolas", "Noto Sans Mono", *CHINESE, "monospace")
SANS = ("Inter", "Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans", *CHINESE, "sans-serif")


class _Kept(threading.local):
    """What one thread has made. Fonts share what Qt knows about them, and Qt does not lock it."""

    def __init__(self) -> None:
        self.font = lru_cache(maxsize=256)(_font)
        self.metrics = lru_cache(maxsize=256)(_metrics)
        self.digit = lru_cache(maxsize=256)(_digit)


def mono(size: float, bold: bool = False) -> QFont:
    """A monospace font of that many pixels."""
    return _kept.font(MONO, size, bold)


def sans(size: float, bold: bool = False) -> QFont:
    """A proportional font of that many pixels."""
    return _kept.font(SANS, size, bold)


def metrics(size: float, bold: bool = False, monospace: bool = True) -> QFontMetricsF:
    """The measures of one of them."""
    return _kept.metrics(size, bold, monospace)


def digit(size: float, bold: bool = False) -> tuple[float, float]:
    """The width and the height of a monospace digit, kept: to measure it takes longer than to draw three."""
    return _kept.digit(size, bold)


def _font(families: tuple[str, ...], size: float, bold: bool) -> QFont:
    font = QFont(list(families))
    font.setPixelSize(max(1, round(size)))
    font.setBold(bold)
    return font


def _metrics(size: float, bold: bool, monospace: bool) -> QFontMetricsF:
    return QFontMetricsF(mono(size, bold) if monospace else sans(size, bold))


def _digit(size: float, bold: bool) -> tuple[float, float]:
    measures = metrics(size, bold)
    return measures.horizontalAdvance("0"), measures.capHeight()


_kept = _Kept()
