"""Paints a grid: colours from values and marks, lines, hatching, numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPaintEngine, QPainter, QPen, QPolygonF

from convviz.core.colour_vision import linear
from convviz.core.lens import DIVERGING
from convviz.figure import lettering
from convviz.figure.figure import Box, Grid, Mark, Scale
from convviz.paint.fonts import digit, mono
from convviz.paint.heat import VIRIDIS
from convviz.paint.lines import BRIGHT, LINED, LUMA, is_sharp, paint_lines, runs
from convviz.paint.theme import RGB, Theme, rgb

Array = NDArray[Any]

INKS = (QColor("#ffffff"), QColor("#000000"), QColor("#d3dbe6"), QColor("#4a5564"))
"""Numbers on dark and on bright cells; the same in padding that holds a value of its own."""
PALE = 0.179
"""Relative luminance from which on black is read better than white, either at 4.58 : 1 or more.

Source: WCAG 2.2, "contrast ratio": (1 + 0.05) / (l + 0.05) = (l + 0.05) / 0.05.
"""
LIGHT, LUMINANCE = linear(np.arange(256)), np.array([0.2126, 0.7152, 0.0722])
"""How much light each level of a channel gives, and the channels' shares in the luminance."""
CORNER_MARGIN = 3.0
LIT_INKS, TINT = (QColor("#e1b9fb"), QColor("#410082")), 0.3
"""What marks dark and bright cells that are pointed at or clamped, and how strongly it tints them."""
LIT_BRIGHT = 135
"""Luma from which the dark one of these stands out more, which makes the cell that it tints darker."""
ROOMY = 24.0
"""Cells as large as this have their frame within that of a window."""
SPACIOUS, LIT_FRAME = 48.0, 3.0
"""Cells as large as this keep a corner's text so far above their frame."""
VECTORS = (QPaintEngine.Type.SVG, QPaintEngine.Type.Pdf)
SHADED, HATCHED = 4.0, 8.0
"""Smaller cells have no shading of taps, and fade where others are hatched."""
Pattern = tuple[int, Qt.BrushStyle, float]
PATTERNS: tuple[Pattern, ...] = (
    (Mark.UNREAD, Qt.BrushStyle.BDiagPattern, 0.85),
    (Mark.PARTIAL, Qt.BrushStyle.Dense6Pattern, 0.6),
)
"""What cells are hatched or dotted with, and how strongly: seen on every grey."""
FADED = 0.3
"""How far cells that are never read fade: so little that stripes of 0 and 200 are seen still."""
DIGITS, SMALL_DIGITS = 1.0, 1.3
"""The height that is kept free of hatching for numbers, in their sizes; the same in cells that are small."""
CROWDED = 30.0
"""Smaller cells with a number have little room for hatching: it keeps farther from the number."""
CORNER_SHARE, OVER_SHARE = 0.24, 0.24
"""Sizes of the small texts, as parts of the cell; the labs leave out what does not fit so."""


def paint_grid(grid: Grid, painter: QPainter, theme: Theme) -> None:
    """All of a grid."""
    paint_cells(grid, cell_colors(grid, theme), painter, theme)


def paint_cells(
    grid: Grid, colors: Array, painter: QPainter, theme: Theme, written: Array | None = None
) -> None:
    """A grid in these colours; texts and lines only of the cells that are `written` (rows, cols), or all."""
    if painter.paintEngine().type() in VECTORS and grid.cell >= LINED:
        _fill_one_by_one(grid, colors, painter)
    else:
        _fill(grid, colors, painter)
    luma, there = colors @ LUMA, marks_of(grid)
    for mark, style, strength in PATTERNS:
        if there & mark:
            _hatch(grid, luma, painter, theme, (mark, style, strength))
    paint_lines(grid, painter, theme, written)
    if there & Mark.LIT:
        _lit(grid, luma, painter)
    if there & Mark.CLAMPED:
        _clamped(grid, luma, painter)
    if grid.name == "legend" and grid.values.size == 1 and not there & Mark.GHOST:
        painter.setBrush(Qt.BrushStyle.NoBrush)  # the key of a bright cell would have no edge on paper
        painter.setPen(QPen(theme.color("muted"), 1.0))
        painter.drawRect(_rect(grid.box))
    if grid.labels is not None:
        _numbers(grid, _pale(_tinted(grid, colors, luma)), painter, theme, written)


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.w, box.h)


# --- colours


def _fill(grid: Grid, colors: Array, painter: QPainter) -> None:
    """All cells as one picture with a pixel for each."""
    rows, cols = grid.values.shape
    red, green, blue = np.moveaxis(colors.astype(np.uint32), -1, 0)
    words = red << 16 | green << 8 | blue | 0xFF << 24
    # Qt enlarges images of 32 bits per pixel five times as fast as those of 24.
    image = QImage(words.data, cols, rows, cols * 4, QImage.Format.Format_RGB32)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(_rect(grid.box), image)


def _fill_one_by_one(grid: Grid, colors: Array, painter: QPainter) -> None:
    """Each cell as a square: other programs would blur a picture that they enlarge so much."""
    for (row, col), color in zip(np.ndindex(grid.values.shape), colors.reshape(-1, 3).tolist(), strict=True):
        box = Box(grid.x + col * grid.cell, grid.y + row * grid.cell, grid.cell, grid.cell)
        painter.fillRect(_rect(box), QColor(*color))


def cell_colors(grid: Grid, theme: Theme) -> Array:
    """(rows, cols, 3) uint8: each cell's colour from its value, padding and empty cells from the theme."""
    colors, there = ramp_colors(grid.values, grid.scale, theme), marks_of(grid)
    if there & Mark.GHOST:
        ghost, copy = (grid.marks & Mark.GHOST) > 0, (grid.marks & Mark.COPY) > 0
        # Padding is paper; where it copies a pixel, the pixel's colour shows through.
        colors[ghost & ~copy] = rgb(theme, "ghost")
        _blend(colors, ghost & copy, rgb(theme, "ghost"), 0.6)
    if there & Mark.PARTIAL:
        _blend(colors, (grid.marks & Mark.PARTIAL) > 0, rgb(theme, "ghost"), 0.6)
    if there & Mark.EMPTY:
        colors[(grid.marks & Mark.EMPTY) > 0] = rgb(theme, "empty")
    if there & Mark.UNREAD and grid.cell < HATCHED:
        _blend(colors, (grid.marks & Mark.UNREAD) > 0, rgb(theme, "muted"), 0.5)
    if there & Mark.UNREAD and grid.cell >= HATCHED and (grid.labels is not None or grid.name == "legend"):
        # There is little room for hatching beside a number: such cells fade a little as well, and their key.
        numbered = np.array([[bool(text) for text in row] for row in grid.labels or ()], bool)
        numbered = numbered if numbered.size else np.ones_like(grid.marks, bool)
        _blend(colors, (grid.marks & Mark.UNREAD > 0) & numbered, rgb(theme, "ghost"), FADED)
    if there & Mark.TAP and grid.cell >= SHADED:
        _blend(colors, (grid.marks & Mark.TAP) > 0, rgb(theme, "tap"), 0.28)
    return colors


def marks_of(grid: Grid) -> int:
    """Every mark that one of its cells has. To look for each took longer than to colour the cells."""
    return int(np.bitwise_or.reduce(grid.marks, axis=None))


def _blend(colors: Array, where: Array, color: RGB, share: float) -> None:
    colors[where] = ((1 - share) * colors[where] + share * np.array(color)).astype(np.uint8)


def ramp_colors(values: Array, scale: Scale, theme: Theme) -> Array:
    """(rows, cols, 3) uint8 for values on a role's ramp."""
    if scale.role == "plain":
        return np.full((*values.shape, 3), rgb(theme, "window_fill"), np.uint8)
    if scale.role == "read":
        return np.full((*values.shape, 3), rgb(theme, "window"), np.uint8)
    ramp = RAMPS[scale.role]
    span = (scale.high - scale.low) or 1.0
    shown = (np.abs(values) if scale.role == "absolute" else values).clip(scale.low, scale.high)
    shown = np.where(np.isnan(shown), 0.0, shown)
    with np.errstate(over="ignore", invalid="ignore"):  # a scale that reaches as far as ∞
        place = (shown - scale.low) / span * (len(ramp) - 1)
    place = np.where(np.isnan(place), 0.0, np.rint(place))
    colors: Array = ramp[place.clip(0, len(ramp) - 1).astype(np.intp)]
    return colors


def _two_sided(low: RGB, high: RGB) -> Array:
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
    "heat": VIRIDIS,
    "weight": _two_sided((0x01, 0x66, 0x5E), (0x8C, 0x51, 0x0A)),
}


# --- lines and marks


def _marked(grid: Grid, where: Array) -> list[QRectF]:
    cell = grid.cell
    if not where.any():
        return []
    return [QRectF(grid.x + c * cell, grid.y + r * cell, cell, cell) for r, c in np.argwhere(where).tolist()]


def _hatch(grid: Grid, luma: Array, painter: QPainter, theme: Theme, pattern: Pattern) -> None:
    """A mark's pattern, dark on bright cells and bright on dark ones, beside their numbers."""
    mark, style, strength = pattern
    marked = (grid.marks & mark) > 0
    if grid.cell < HATCHED or not marked.any():
        return
    painter.setPen(Qt.PenStyle.NoPen)
    for role, where in (("hatch", marked & (luma >= BRIGHT)), ("hatch_on_dark", marked & (luma < BRIGHT))):
        painter.setBrush(QBrush(theme.color(role, strength), style))
        painter.drawRects(_hatched(grid, where))


def _hatched(grid: Grid, where: Array) -> list[QRectF]:
    """Cells side by side as one rectangle; those with numbers as one above these and one below."""
    cell, size = grid.cell, text_sizes(grid)[0]
    found = []
    for row, start, stop in runs(where):
        x, y, width = grid.x + start * cell, grid.y + row * cell, (stop - start) * cell
        if grid.labels is not None and any(grid.labels[row][start:stop]):
            beside = max((cell - DIGITS * size) / 2, cell / 8)
            if cell < CROWDED:
                beside = float(max((cell - SMALL_DIGITS * size) // 2, 1))
            found += [QRectF(x, y, width, beside), QRectF(x, y + cell - beside, width, beside)]
        else:
            found.append(QRectF(x, y, width, cell))
    return found


def _lit(grid: Grid, luma: Array, painter: QPainter) -> None:
    """A tint and a frame on cells that are pointed at, or reached from what is pointed at.

    On paper a frame alone: there the colours of numbers say their sign, and a tint would dim them.
    """
    strength = 0.0 if grid.scale.role == "plain" else TINT
    for ink, cells in _inked(grid, Mark.LIT, luma):
        tint = QColor(ink)
        tint.setAlphaF(strength)
        painter.setBrush(tint)
        painter.setPen(QPen(ink, 2.0))
        inset = 2.5 if grid.cell >= ROOMY and not grid.over else 1.0  # factors take all the width
        frames = [cell.adjusted(inset, inset, -inset, -inset) for cell in cells]
        if is_sharp(grid, painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            part = inset % 1
            for frame in frames:
                painter.fillRect(frame.adjusted(part, part, -part, -part), tint)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRects(frames)


def _tinted(grid: Grid, colors: Array, luma: Array) -> Array:
    """The colours of the cells, those that are lit with their tint."""
    lit = (grid.marks & Mark.LIT) > 0
    if not lit.any():
        return colors
    tinted = colors.copy()
    for ink, where in zip(LIT_INKS, (luma < LIT_BRIGHT, luma >= LIT_BRIGHT), strict=True):
        _blend(tinted, lit & where, (ink.red(), ink.green(), ink.blue()), TINT)
    return tinted


def _pale(colors: Array) -> Array:
    """1 for cells that black is read on, 0 for those that white is."""
    light: Array = LIGHT[colors] @ LUMINANCE
    return (light >= PALE).astype(np.intp)


def _clamped(grid: Grid, luma: Array, painter: QPainter) -> None:
    """A corner on cells whose value is beyond what their colour can show."""
    painter.setPen(Qt.PenStyle.NoPen)
    size = max(min(grid.cell, 4.0), grid.cell * 0.28)
    for ink, cells in _inked(grid, Mark.CLAMPED, luma):
        painter.setBrush(ink)
        for cell in cells:
            corner = cell.topRight()
            painter.drawPolygon(QPolygonF([corner, corner - QPointF(size, 0), corner + QPointF(0, size)]))


def _inked(grid: Grid, mark: int, luma: Array) -> Iterator[tuple[QColor, list[QRectF]]]:
    """The cells that have a mark, dark ones and bright ones, with the ink that is seen on them."""
    marked = (grid.marks & mark) > 0
    if marked.any():
        for ink, where in zip(LIT_INKS, (luma < LIT_BRIGHT, luma >= LIT_BRIGHT), strict=True):
            yield ink, _marked(grid, marked & where)


# --- numbers


def text_sizes(grid: Grid) -> tuple[float, ...]:
    """The sizes of its numbers, of the texts in corners and of those above; 0 for what there is none of."""
    each = ((grid.labels, 0.4), (grid.corners, CORNER_SHARE), (grid.over, OVER_SHARE))
    return tuple(lettering.number_size(texts, grid.cell, share) if texts else 0.0 for texts, share in each)


def _numbers(grid: Grid, bright: Array, painter: QPainter, theme: Theme, written: Array | None) -> None:
    assert grid.labels is not None
    texts, sizes = _Texts(grid, painter, written), text_sizes(grid)
    down = 0.6 if grid.over else 0.5
    bold = grid.name in ("kernel", "products")
    lit = (grid.marks & Mark.LIT) > 0  # nothing that is pointed at is muted
    inks: Sequence[QColor] = INKS
    if grid.scale.role == "plain":
        inks = [theme.color(role) for role in ("muted", "positive", "negative", "text")]
        which = np.sign(grid.values).astype(np.intp) % 3
        which[(which == 0) & lit] = 3
    else:
        which = bright + 2 * ((grid.marks & (Mark.GHOST | Mark.COPY | Mark.LIT)) == Mark.GHOST)
    texts.draw(grid.labels, inks, which, (sizes[0], bold, 0.5, down if grid.downs is None else grid.downs))
    if grid.corners:
        above_frame = np.where(lit & (grid.cell >= SPACIOUS), 0.84 - LIT_FRAME / grid.cell, 0.84)
        texts.draw(grid.corners, INKS, bright, (sizes[1], True, 1.0, above_frame))
    if grid.over:
        plain = grid.scale.role == "plain"
        inks = (theme.color("muted"), theme.color("text")) if plain else INKS
        texts.draw(grid.over, inks, lit.astype(np.intp) if plain else bright, (sizes[2], False, 0.5, 0.2))


class _Texts:
    """Texts in the cells of a grid that are not empty."""

    def __init__(self, grid: Grid, painter: QPainter, written: Array | None) -> None:
        self._grid, self._painter = grid, painter
        seen = (grid.marks & Mark.EMPTY) == 0
        self._cells = np.nonzero(seen if written is None else seen & written)

    def draw(
        self,
        texts: lettering.Labels,
        inks: Sequence[QColor],
        which: Array,
        place: tuple[float, bool, float, float | Array],
    ) -> None:
        """Each cell's text in its ink; place: size, bold, and where in the cell (0 to 1) across and down."""
        size, bold, across, down = place
        (advance, height), cell = digit(size, bold), self._grid.cell
        left, top = self._grid.x + cell * across - (CORNER_MARGIN if across == 1 else 0), self._grid.y
        self._painter.setFont(mono(size, bold))
        ink = None
        for n, row, col, at in self._by_ink(which, down):
            if text := texts[row][col]:
                if n != ink:
                    self._painter.setPen(inks[n])
                    ink = n
                x = left + col * cell - len(text) * advance * across
                self._painter.drawText(QPointF(x, top + cell * (row + at) + height / 2), text)

    def _by_ink(self, which: Array, down: float | Array) -> list[tuple[int, int, int, float]]:
        """(ink, row, column, down) of the cells, ink after ink: changing pens takes longer than drawing."""
        rows, cols = self._cells
        downs = down[rows, cols].tolist() if isinstance(down, np.ndarray) else [down] * rows.size
        return sorted(zip(which[rows, cols].tolist(), rows.tolist(), cols.tolist(), downs, strict=True))
