"""Paints a figure: the one place where roles become colours and numbers become glyphs."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from convviz.core.lens import DIVERGING
from convviz.figure.figure import Box, Curve, Figure, Grid, Mark, Outline, Panel, Scale, Text
from convviz.i18n import tr
from convviz.paint.theme import Theme

Array = NDArray[Any]

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
SMALLEST_TEXT = 7.0


def paint(figure: Figure, painter: QPainter, theme: Theme) -> None:
    """Paints all items of a figure, first to last, at the painter's origin."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    for item in figure.items:
        PAINTERS[type(item)](item, painter, theme)


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.w, box.h)


# --- grids


def _grid(grid: Grid, painter: QPainter, theme: Theme) -> None:
    colors = cell_colors(grid, theme)
    _cells(grid, colors, painter)
    _lines(grid, painter, theme)
    _cell_marks(grid, painter, theme)
    if grid.labels is not None:
        _numbers(grid, colors, painter, theme)


def cell_colors(grid: Grid, theme: Theme) -> Array:
    """(rows, cols, 3) uint8: each cell's colour from its value, padding and empty cells from the theme."""
    colors = ramp_colors(grid.values, grid.scale, theme)
    ghost = (grid.marks & Mark.GHOST) > 0
    # Padding is paler than the picture, but keeps its value's colour where a border mode copies a pixel.
    paper = np.array(_rgb(theme.color("ghost")))
    colors[ghost] = (0.25 * colors[ghost] + 0.75 * paper).astype(np.uint8)
    colors[(grid.marks & Mark.EMPTY) > 0] = _rgb(theme.color("empty"))
    if grid.cell >= 12:
        tap = (grid.marks & Mark.TAP) > 0
        shade = np.array(_rgb(theme.color("tap")))
        colors[tap] = (0.72 * colors[tap] + 0.28 * shade).astype(np.uint8)
    return colors


def ramp_colors(values: Array, scale: Scale, theme: Theme) -> Array:
    """(rows, cols, 3) uint8 for values on a role's ramp."""
    if scale.role == "plain":
        return np.broadcast_to(
            np.array(_rgb(theme.color("window_fill")), np.uint8), (*values.shape, 3)
        ).copy()
    ramp = RAMPS[scale.role]
    span = (scale.high - scale.low) or 1.0
    shown = np.abs(values) if scale.role == "absolute" else values
    place = (np.nan_to_num(shown) - scale.low) / span * (len(ramp) - 1)
    colors: Array = ramp[np.clip(np.rint(place), 0, len(ramp) - 1).astype(np.intp)].copy()
    return colors


def _rgb(color: QColor) -> tuple[int, int, int]:
    return (color.red(), color.green(), color.blue())


def _two_sided(low: tuple[int, int, int], high: tuple[int, int, int]) -> Array:
    """From `low` over white in the middle to `high`, 511 steps."""
    part = np.linspace(0, 1, 256)[:, None]
    up = 255 + (np.array(high) - 255) * part
    down = 255 + (np.array(low) - 255) * part
    return np.concatenate([down[::-1], up[1:]]).round().astype(np.uint8)


_GREY = np.repeat(np.arange(256, dtype=np.uint8)[:, None], 3, axis=1)
RAMPS: dict[str, Array] = {
    "image": _GREY,
    "absolute": _GREY,
    "signed": DIVERGING,
    "weight": _two_sided((0x01, 0x66, 0x5E), (0x8C, 0x51, 0x0A)),
}


def _cells(grid: Grid, colors: Array, painter: QPainter) -> None:
    rows, cols = grid.values.shape
    data = np.ascontiguousarray(colors)
    image = QImage(data.data, cols, rows, cols * 3, QImage.Format.Format_RGB888)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(_rect(grid.box), image)


def _lines(grid: Grid, painter: QPainter, theme: Theme) -> None:
    """Thin lines between cells; round the padding they are dashed."""
    if grid.cell < 6 or grid.name == "legend":
        return
    rows, cols = grid.values.shape
    box = grid.box
    width = 1.0
    painter.setPen(QPen(theme.color("empty_border" if grid.name == "output" else "grid"), width))
    painter.drawLines(
        [QLineF(box.x, box.y + r * grid.cell, box.right, box.y + r * grid.cell) for r in range(rows + 1)]
        + [QLineF(box.x + c * grid.cell, box.y, box.x + c * grid.cell, box.bottom) for c in range(cols + 1)]
    )
    ghosts = np.argwhere((grid.marks & Mark.GHOST) > 0)
    if len(ghosts) and grid.cell >= 10:
        painter.setPen(QPen(theme.color("ghost_border"), 1.0, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for r, c in ghosts.tolist():
            painter.drawRect(QRectF(box.x + c * grid.cell, box.y + r * grid.cell, grid.cell, grid.cell))


def _cell_marks(grid: Grid, painter: QPainter, theme: Theme) -> None:
    """Hatching on cells that are never read, a corner on clamped ones, a tint on lit ones."""
    painter.setPen(Qt.PenStyle.NoPen)
    hatch = QBrush(theme.color("hatch"), Qt.BrushStyle.BDiagPattern)
    for r, c in np.argwhere((grid.marks & Mark.UNREAD) > 0).tolist():
        painter.fillRect(QRectF(grid.x + c * grid.cell, grid.y + r * grid.cell, grid.cell, grid.cell), hatch)
    for r, c in np.argwhere((grid.marks & Mark.LIT) > 0).tolist():
        rect = QRectF(grid.x + c * grid.cell, grid.y + r * grid.cell, grid.cell, grid.cell)
        painter.fillRect(rect, theme.color("lit", 0.3))
        painter.setPen(QPen(theme.color("lit"), 2.0))
        painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.setPen(Qt.PenStyle.NoPen)
    for r, c in np.argwhere((grid.marks & Mark.CLAMPED) > 0).tolist():
        _clamp_corner(grid, r, c, painter, theme)


def _clamp_corner(grid: Grid, r: int, c: int, painter: QPainter, theme: Theme) -> None:
    x, y, size = grid.x + (c + 1) * grid.cell, grid.y + r * grid.cell, max(4.0, grid.cell * 0.28)
    path = QPainterPath(QPointF(x, y))
    path.lineTo(x - size, y)
    path.lineTo(x, y + size)
    path.closeSubpath()
    painter.fillPath(path, theme.color("lit"))


def _numbers(grid: Grid, colors: Array, painter: QPainter, theme: Theme) -> None:
    assert grid.labels is not None
    hidden = (grid.marks & Mark.EMPTY) > 0
    ghost = (grid.marks & Mark.GHOST) > 0
    longest = max((len(text) for row in grid.labels for text in row), default=1)
    over = grid.over is not None
    size = min(grid.cell * 0.4, grid.cell * 0.92 / (0.602 * max(longest, 2)))
    font = mono(max(size, SMALLEST_TEXT), bold=grid.name in ("kernel", "products"))
    luminance = colors @ np.array([0.299, 0.587, 0.114])
    painter.setFont(font)
    flags = Qt.AlignmentFlag.AlignCenter
    dark, light = QColor("#111720"), QColor("#ffffff")
    signed = {1: theme.color("positive"), -1: theme.color("negative"), 0: theme.color("muted")}
    for r, row in enumerate(grid.labels):
        for c, text in enumerate(row):
            if hidden[r, c]:
                continue
            rect = QRectF(grid.x + c * grid.cell, grid.y + r * grid.cell, grid.cell, grid.cell)
            if grid.scale.role == "plain":
                painter.setPen(signed[int(np.sign(grid.values[r, c]))])
            elif ghost[r, c]:
                painter.setPen(theme.color("ghost_text"))
            else:
                painter.setPen(dark if luminance[r, c] > 140 else light)
            painter.drawText(rect.translated(0, grid.cell * 0.1) if over else rect, flags, text)
    for texts, place, share in ((grid.corners, "corner", 0.24), (grid.over, "over", 0.2)):
        if texts is not None:
            _small(grid, texts, place, share, hidden, luminance, painter, theme)


def _small(
    grid: Grid,
    texts: Any,
    place: str,
    share: float,
    hidden: Array,
    luminance: Array,
    painter: QPainter,
    theme: Theme,
) -> None:
    """Weights in the corners of taps, factors above products."""
    longest = max((len(text) for row in texts for text in row), default=1) or 1
    room = 0.9 if place == "over" else 0.62
    size = min(grid.cell * share, grid.cell * room / (0.602 * longest))
    if size < SMALLEST_TEXT - 1:
        return
    painter.setFont(mono(size, bold=place == "corner"))
    align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
    if place == "over":
        align = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
    for r, row in enumerate(texts):
        for c, text in enumerate(row):
            if not text or hidden[r, c]:
                continue
            rect = QRectF(grid.x + c * grid.cell, grid.y + r * grid.cell, grid.cell, grid.cell)
            if place == "corner":
                painter.setPen(QColor("#7a3d00") if luminance[r, c] > 140 else QColor("#ffd27a"))
            else:
                painter.setPen(theme.color("muted"))
            painter.drawText(rect.adjusted(2, grid.cell * 0.1 if place == "over" else 1, -3, -1), align, text)


# --- the other items


def _outline(item: Outline, painter: QPainter, theme: Theme) -> None:
    style = Qt.PenStyle.DashLine if item.dashed else Qt.PenStyle.SolidLine
    pen = QPen(theme.color(item.role, item.strength), item.width, style)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(_rect(item.box), 2, 2)


def _panel(item: Panel, painter: QPainter, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(item.role, item.strength))
    painter.drawRoundedRect(_rect(item.box), item.radius, item.radius)


def _text(item: Text, painter: QPainter, theme: Theme) -> None:
    font = mono(item.size, item.bold) if item.mono else sans(item.size, item.bold)
    painter.setFont(font)
    painter.setPen(theme.color(item.role, item.strength))
    text = tr(item.text)
    metrics = QFontMetricsF(font)
    if item.room is not None:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(item.room, 10.0))
    width, height = metrics.horizontalAdvance(text) + 2, metrics.height()
    left = {"left": item.x, "center": item.x - width / 2, "right": item.x - width}[item.align]
    painter.drawText(QRectF(left, item.y - height / 2, width, height), Qt.AlignmentFlag.AlignCenter, text)


def _curve(item: Curve, painter: QPainter, theme: Theme) -> None:
    (x0, y0), (x1, y1) = item.start, item.end
    path = QPainterPath(QPointF(x0, y0))
    bend = max(abs(x1 - x0) * 0.5, 12.0)
    path.cubicTo(QPointF(x0 + bend, y0), QPointF(x1 - bend, y1), QPointF(x1, y1))
    color = theme.color(item.role)
    pen = QPen(color, item.width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    if item.dotted:
        pen.setDashPattern([0.1, 2.6])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if item.progress >= 1:
        painter.drawPath(path)
        return
    steps = 24
    partial = QPainterPath(path.pointAtPercent(0))
    for n in range(1, steps + 1):
        partial.lineTo(path.pointAtPercent(n / steps * max(item.progress, 0.0)))
    painter.drawPath(partial)


PAINTERS: dict[type, Any] = {Grid: _grid, Outline: _outline, Panel: _panel, Text: _text, Curve: _curve}


# --- fonts


@lru_cache(maxsize=256)
def mono(size: float, bold: bool = False) -> QFont:
    """A monospace font of that many pixels."""
    return _font(MONO, size, bold)


@lru_cache(maxsize=256)
def sans(size: float, bold: bool = False) -> QFont:
    """A proportional font of that many pixels."""
    return _font(SANS, size, bold)


def _font(families: tuple[str, ...], size: float, bold: bool) -> QFont:
    font = QFont(list(families))
    font.setPixelSize(max(1, round(size)))
    font.setBold(bold)
    return font
