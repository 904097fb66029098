"""Grids as they were painted last, so that a frame paints only those of their cells that have changed.

From one step to the next a window's old and new taps and one output change. To paint all numbers and lines
of a stage of 1600 × 1000 again took two thirds of a frame's time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import floor
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QRegion, QTransform

from convviz.figure import lettering
from convviz.figure.figure import Grid, Mark
from convviz.figure.lettering import Labels
from convviz.paint.cells import VECTORS, cell_colors, marks_of, paint_cells, paint_grid, text_sizes
from convviz.paint.fonts import digit
from convviz.paint.lines import LINED
from convviz.paint.theme import Theme

Array = NDArray[Any]

AROUND = 2
"""Pixels around a grid or a cell that its lines and their smoothing may reach."""
BESIDE = 7
"""The device's pixels by which texts are narrower than a cell, if they stay clear of the next ones."""
RASTER = 8
"""Patterns repeat after so many pixels: pictures begin at multiples, so that these go on in them."""
FEW = 32
"""Fewer cells are painted sooner than looked through: a grid of these is kept whole, in each of its looks."""
LARGEST = 1 << 18
"""Pixels of a look that is kept, 1 MB."""
LOOKS = 48
"""So many looks of such grids are kept: a kernel of 3 × 3 has one for each tap, its products two."""
PATTERNED = Mark.UNREAD | Mark.PARTIAL
"""Cells with patterns."""
MIDDLE = 0.5
"""Where in their cells numbers stand, unless the grid says otherwise."""
MANY = 0.5
"""With a larger share of cells changed, all are painted."""


@dataclass(frozen=True)
class _Picture:
    """A grid, and what it looks like; without an image until it is seen in the same place again."""

    grid: Grid
    content: Any
    colors: Array
    theme: Theme
    image: QImage | None = None


class Kept:
    """Remembers the grids of one frame for the next."""

    def __init__(self) -> None:
        self._before: dict[Any, _Picture] = {}
        self._now: dict[Any, _Picture] = {}
        self._looks: dict[Any, tuple[Theme, QImage | None]] = {}

    def begin(self) -> None:
        """Another frame: what the last one did not show is forgotten, but for looks of few cells."""
        self._before, self._now = self._now, {}

    def paint(self, grid: Grid, painter: QPainter, theme: Theme) -> None:
        """The grid at the painter's origin, as paint_grid paints it."""
        to_device, few = painter.deviceTransform(), grid.values.size < FEW
        colored = grid.cell < LINED and not few  # and nothing else
        if colored or painter.paintEngine().type() in VECTORS or to_device.isRotating():
            paint_grid(grid, painter, theme)
            return
        if to_device.isScaling() and marks_of(grid) & PATTERNED:
            paint_grid(grid, painter, theme)  # whose patterns repeat after more pixels, or less, than RASTER
            return
        key, content = _look(grid, to_device, theme), _content(grid)
        if few:
            self._paint_few((key, content, lettering.least()), grid, painter, theme)
        else:
            self._now[key] = self._paint_many(self._before.pop(key, None), grid, content, painter, theme)

    def _paint_few(self, key: Any, grid: Grid, painter: QPainter, theme: Theme) -> None:
        """As it looked before; when it does so for the second time, a picture is made of it."""
        to_device, seen = painter.deviceTransform(), key in self._looks
        room, (_, image) = _room(to_device.mapRect(QRectF(*grid.box))), self._looks.pop(key, (theme, None))
        if seen and image is None and room.width() * room.height() <= LARGEST:
            image = _pictured(grid, theme, room, to_device)
        self._looks[key] = theme, image  # the theme too: once it is gone, its id is another's
        if len(self._looks) > LOOKS:
            del self._looks[next(iter(self._looks))]
        if image is None or image.isNull():
            paint_grid(grid, painter, theme)
        else:
            _put(image, room, painter)

    def _paint_many(
        self, last: _Picture | None, grid: Grid, content: Any, painter: QPainter, theme: Theme
    ) -> _Picture:
        """As it was painted last, but for the cells that have changed since."""
        if last is None:
            colors = cell_colors(grid, theme)
            paint_cells(grid, colors, painter, theme)
            return _Picture(grid, content, colors, theme)
        to_device, image = painter.deviceTransform(), last.image
        room = _room(to_device.mapRect(QRectF(*grid.box)))
        now = last
        if image is None or content != last.content:
            now = _Picture(grid, content, cell_colors(grid, theme), theme)
            image = _renewed(last, now, room, to_device)
        _put(image, room, painter)
        return replace(now, image=image)


def _look(grid: Grid, to_device: QTransform, theme: Theme) -> Any:
    """All that every cell depends on: where the grid lies, and where its padding ends."""
    ghost = (grid.marks & Mark.GHOST) > 0
    return (
        (id(theme), grid.name, grid.channel, grid.scale.role, grid.x, grid.y, grid.cell, grid.values.shape),
        (to_device.m11(), to_device.m22(), to_device.dx(), to_device.dy()),
        (bool(grid.labels), bool(grid.over)),  # without one, the other stands elsewhere
        ghost.tobytes() if ghost.any() else b"",
    )


def _content(grid: Grid) -> Any:
    """All that cells depend on that lie in the same places: two grids of equal content look the same."""
    texts = (texts and tuple(map(tuple, texts)) for texts in (grid.labels, grid.corners, grid.over))
    downs = None if grid.downs is None else grid.downs.tobytes()
    return (grid.scale, grid.values.dtype.char, grid.values.tobytes(), grid.marks.tobytes(), downs, *texts)


def _room(box: QRectF) -> QRect:
    """The device's pixels that an image of the box takes."""
    left, top = (floor((edge - AROUND) / RASTER) * RASTER for edge in (box.left(), box.top()))
    return QRect(left, top, floor(box.right()) + AROUND + 1 - left, floor(box.bottom()) + AROUND + 1 - top)


def _renewed(last: _Picture, now: _Picture, room: QRect, to_device: QTransform) -> QImage:
    """The last image with the cells painted that have changed."""
    image, changed = last.image, _changed(last, now)
    if image is not None and not changed.any():
        return image
    whole = image is None or bool(changed.mean() > MANY)
    if image is None:
        image = QImage(room.size(), QImage.Format.Format_ARGB32_Premultiplied)
    painter = _painter(image)
    inside = to_device * QTransform.fromTranslate(-room.left(), -room.top())
    if not whole:
        painter.setClipRegion(_region(now.grid, changed, inside))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.fillRect(image.rect(), Qt.GlobalColor.transparent)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setTransform(inside)
    written = None if whole else _and_next_to(changed) if _reaches_out(now.grid, inside.m11()) else changed
    paint_cells(now.grid, now.colors, painter, now.theme, written)
    painter.end()
    return image


def _painter(image: QImage) -> QPainter:
    """A painter on it that smooths as the stage's."""
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    return painter


def _pictured(grid: Grid, theme: Theme, room: QRect, to_device: QTransform) -> QImage:
    """The whole grid; no image where the ground shows through one of its pixels, which rounds differently."""
    image = QImage(room.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = _painter(image)
    painter.setTransform(to_device * QTransform.fromTranslate(-room.left(), -room.top()))
    paint_grid(grid, painter, theme)
    painter.end()
    opacity = np.frombuffer(image.constBits(), np.uint8)[3::4]
    return image if ((opacity == 0) | (opacity == 255)).all() else QImage()


def _changed(last: _Picture, now: _Picture) -> Array:
    """(rows, cols) bool: the cells that do not look as they did."""
    new, old = now.grid, last.grid
    changed: Array = (now.colors != last.colors).any(axis=2) | (new.marks != old.marks)
    if new.downs is not old.downs:
        changed |= _downs(new) != _downs(old)
    if new.scale.role == "plain":
        changed |= np.sign(new.values) != np.sign(old.values)
    texts = ((new.labels, old.labels), (new.corners, old.corners), (new.over, old.over))
    for (written, were), size, before in zip(texts, text_sizes(new), text_sizes(old), strict=True):
        if size != before:
            changed |= _filled(written, changed) | _filled(were, changed)
        elif written is not were and written and were:
            for row, (line, was) in enumerate(zip(written, were, strict=True)):
                if line != was:
                    changed[row] |= [text != other for text, other in zip(line, was, strict=True)]
    return changed


def _downs(grid: Grid) -> Array | float:
    """Where in their cells the numbers stand."""
    return MIDDLE if grid.downs is None else grid.downs


def _filled(texts: Labels | None, cells: Array) -> Array:
    """Which of the cells have a text."""
    filled: Array = np.array(texts) != "" if texts else np.zeros_like(cells)
    return filled


def _reaches_out(grid: Grid, scale: float) -> bool:
    """Whether a text may reach into the next cells, or into the lines before these.

    Most do not; then numbers of cells that have changed are painted alone, without those of the next ones.
    """
    longest = (lettering.longest(texts or ()) for texts in (grid.labels, grid.corners, grid.over))
    widths = (
        count * digit(size, bold=True)[0] for count, size in zip(longest, text_sizes(grid), strict=True)
    )
    return grid.downs is not None or max(widths) > grid.cell - BESIDE / scale


def _and_next_to(cells: Array) -> Array:
    """These cells and their neighbours, whose texts may reach a little into them."""
    rows = cells.copy()
    rows[1:] |= cells[:-1]
    rows[:-1] |= cells[1:]
    both = rows.copy()
    both[:, 1:] |= rows[:, :-1]
    both[:, :-1] |= rows[:, 1:]
    return both


def _region(grid: Grid, cells: Array, inside: QTransform) -> QRegion:
    """The pixels of some cells, and the lines around them."""
    region = QRegion()
    for row, col in np.argwhere(cells).tolist():
        box = QRectF(grid.x + col * grid.cell, grid.y + row * grid.cell, grid.cell, grid.cell)
        region += inside.mapRect(box).toAlignedRect().adjusted(-1, -1, 1, 1)
    return region


def _put(image: QImage, room: QRect, painter: QPainter) -> None:
    """The image on the device's own pixels."""
    painter.save()
    beyond = painter.worldTransform().inverted()[0] * painter.deviceTransform()
    painter.setWorldTransform(QTransform.fromTranslate(room.left(), room.top()) * beyond.inverted()[0])
    painter.drawImage(0, 0, image)
    painter.restore()
