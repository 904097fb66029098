"""The stage: shows a story at a moment, and says which cell a person means."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from convviz.core.kernel_text import number, shown
from convviz.core.painting import line_cells
from convviz.figure.figure import Mark, Spot
from convviz.figure.pointing import UNPOINTED, beside, first_of, following, pointable
from convviz.paint.theme import Theme
from convviz.scene.scene import equal_but
from convviz.views.cell_editor import STAYING, CellEditor, Way, grey
from convviz.views.over_stage import frame
from convviz.views.stage_view import StageView

if TYPE_CHECKING:
    from convviz.labs.lab import Lab
    from convviz.labs.story import Story
    from convviz.motion.timeline import Moment

TAKES = {Qt.MouseButton.LeftButton: False, Qt.MouseButton.RightButton: True}
"""Buttons that paint, and whether they paint 0."""
OF_OUTPUTS = ("filters", "maps")
"""Grids that stand for a whole output channel."""
WAYS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
"""Keys that point at the next cell, with Ctrl; Up and Down alone go to the output cell there."""
BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Stage(StageView):
    """A stage to be pointed at, painted on and typed into. Its setters only show; its signals only ask."""

    cell_requested = Signal(int, int)
    """(row, column) of an output cell that was clicked."""
    output_requested = Signal(int)
    """An output channel whose filter or map was clicked."""
    weights_requested = Signal(object, object, float, object)
    """(spot, cells, value, gesture): weights of the kernel at the spot to be set."""
    pixels_requested = Signal(object, int, object)
    """(cells, value, gesture): pixels of the canvas to be painted."""
    gesture_ended = Signal()
    asked = Signal(bool)
    """Whether the pointer is on a cell and asks about it: the animation stands still meanwhile."""
    pin_changed = Signal()
    """Another cell is asked about while the pointer is elsewhere, or none."""
    refused = Signal(object)
    """The Message of something typed that cannot be taken."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, in_class: bool = False) -> None:
        super().__init__(theme, parent, in_class)
        self._hovered: Spot | None = None
        self._pinned: Spot | None = None
        self._pressed: Spot | None = None
        self._painted: Spot | None = None
        self._erasing, self._dragged = False, False
        self._gestures = 0
        self._brush, self._ink, self._paintable = 1.0, 255, False
        self._keyed: Spot | None = None
        self._framed = False
        self._editor = CellEditor(self)
        self._editor.typed.connect(self._take)
        self._editor.left.connect(self._go_on)
        self._editor.refused.connect(self.refused)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # --- showing

    def show_story(self, story: Story, lab: Lab, moment: Moment) -> None:
        """Another story, or the same with other choices; a pointer on a cell stays, if the cell does."""
        before, self._story, self._lab, self._moment = self._story, story, lab, moment
        self._redraw()
        self._describe()
        if before is None or not _same_cells(before, story):
            self._let_go_of_what_went()

    def show_moment(self, moment: Moment) -> None:
        """The same story at another moment."""
        if moment == self._moment:
            return
        self._moment = moment
        self._redraw()
        if moment.phase == moment.order[-1]:
            self._describe()

    def set_brush(self, weight: float, ink: int, paintable: bool) -> None:
        """What painting puts into a kernel and onto a canvas, and whether the picture is a canvas."""
        self._brush, self._ink, self._paintable = weight, ink, paintable

    @property
    def pinned(self) -> Spot | None:
        """The cell that is asked about while the pointer is elsewhere."""
        return self._pinned

    def pin(self, spot: Spot | None) -> None:
        """Asks about a cell until it is let go of, or about none."""
        self._point(self._hovered, spot if spot and self._shown(spot) else None)

    @property
    def asked_about(self) -> Spot | None:
        return self._hovered or self._pinned

    # --- the pointer

    def _spot(self, event: QMouseEvent) -> Spot | None:
        place = event.position()
        at = self.projection.in_figure(place.x(), place.y())
        spot = self.figure.spot(*at) if self.figure else None
        return spot if spot and spot.grid not in UNPOINTED else None

    def _hover(self, spot: Spot | None) -> None:
        if spot == self._hovered:
            return
        self._point(spot, self._pinned)
        editable = spot is not None and self._editable(spot)
        self.setCursor(Qt.CursorShape.CrossCursor if editable else Qt.CursorShape.ArrowCursor)

    def _point(self, hovered: Spot | None, pinned: Spot | None) -> None:
        """Asks about the hovered cell, or else the pinned one."""
        before, pin = self._hovered or self._pinned, self._pinned
        self._hovered, self._pinned = hovered, pinned
        now = hovered or pinned
        if (now is None) != (before is None):
            self.asked.emit(now is not None)
        self._redraw()
        self._describe()
        if pin != pinned:
            self.pin_changed.emit()

    def _let_go_of_what_went(self) -> None:
        """Goes on asking about a cell that is still on the stage."""
        spots = (self._hovered, self._pinned)
        self._hovered = self._pinned = None  # nothing can be drawn that is asked about a cell that is not
        there = [spot if spot and self._shown(spot) else None for spot in spots]
        self._hovered, self._pinned = spots
        self._point(*there)

    def let_go(self) -> None:
        """Asks about no cell, until the pointer moves again: the animation is to go on."""
        self._point(None, None)

    def _editable(self, spot: Spot) -> bool:
        return spot.grid == "kernel" or (spot.grid == "input" and self._paintable and not self._ghost(spot))

    def _ghost(self, spot: Spot) -> bool:
        grid = self._grid(spot)
        if grid is None or not self._shown(spot):
            return True
        return bool(grid.marks[spot.row - grid.first[0], spot.col - grid.first[1]] & Mark.GHOST)

    def _press(self, spot: Spot | None, erasing: bool) -> None:
        self._editor.finish()
        self._pressed = self._painted = spot
        self._erasing, self._dragged = erasing, False
        self._gestures += 1

    def _drag(self, spot: Spot | None) -> None:
        """Paints from the last painted cell to this one, as soon as the pointer leaves the first."""
        start, last = self._pressed, self._painted
        if not start or not last or not spot or not self._editable(start):
            return
        if spot == last or (spot.grid, spot.channel) != (start.grid, start.channel):
            return
        self._painted, self._dragged = spot, True
        self._paint_cells(start, line_cells((last.row, last.col), (spot.row, spot.col)))

    def _paint_cells(self, spot: Spot, cells: tuple[tuple[int, int], ...]) -> None:
        gesture = ("paint", self._gestures)
        if spot.grid == "kernel":
            self.weights_requested.emit(spot, cells, 0.0 if self._erasing else self._brush, gesture)
        else:
            inside = tuple(cell for cell in cells if not self._ghost(replace(spot, row=cell[0], col=cell[1])))
            self.pixels_requested.emit(inside, 0 if self._erasing else self._ink, gesture)

    def _release(self, spot: Spot | None) -> None:
        start = self._pressed
        self._pressed = self._painted = None
        if self._dragged:
            self.gesture_ended.emit()
        elif spot and spot == start and self._erasing and self._editable(spot):
            self._paint_cells(spot, ((spot.row, spot.col),))
            self.gesture_ended.emit()
        elif spot and spot == start and not self._erasing:
            self._click(spot)
        elif spot is None and start is None:
            self._point(None, None)

    def _click(self, spot: Spot) -> None:
        if self._editable(spot):
            self._edit(spot)
        elif spot.grid == "output":
            self._point(spot, None)
            self.cell_requested.emit(spot.row, spot.col)
        elif spot.grid in OF_OUTPUTS:
            self._point(spot, None)
            self.output_requested.emit(spot.channel)
        else:
            self._point(spot, None if spot == self._pinned else spot)

    # --- pointing with keys

    @property
    def pointed(self) -> Spot | None:
        """The cell that keys point at."""
        return self._keyed if self._keyed is not None and self._keyed == self._hovered else None

    def _point_beside(self, way: Way) -> None:
        """Points at the next cell that way; at first, at the output cell of the moment."""
        if not (self.figure and self._story and self._moment):
            return
        grids = pointable(self.figure)
        if self.pointed:
            found = beside(grids, self.pointed, way)
        else:
            found = first_of(grids, self._keyed, self._story.cell(self._moment.step))
        if found:
            self._keyed = found
            self._hover(found)

    def _go_down(self, rows: int) -> None:
        """Asks for the output cell some rows below, if there is one."""
        if self._story and self._moment:
            _, row, col = self._story.cell(self._moment.step)
            if 0 <= row + rows < self._story.shape[1]:
                self.cell_requested.emit(row + rows, col)

    # --- typing into a cell

    def _edit(self, spot: Spot) -> None:
        grid = self._grid(spot)
        if grid is None or not self._shown(spot):
            return
        value = float(grid.values[spot.row - grid.first[0], spot.col - grid.first[1]])
        reading = number if spot.grid == "kernel" else grey
        size = 15 * max(self.projection.scale, 1.0)
        self._editor.open(spot, self.cell_at(spot).toRect(), shown(value), reading, size)

    def _take(self, spot: Spot, value: float) -> None:
        """What was typed into a cell."""
        self._gestures += 1
        if spot.grid == "kernel":
            self.weights_requested.emit(spot, ((spot.row, spot.col),), value, ("type", self._gestures))
        else:
            self.pixels_requested.emit(((spot.row, spot.col),), round(value), ("type", self._gestures))
        self.gesture_ended.emit()

    def _go_on(self, spot: Spot, way: Way | None) -> None:
        """From the cell that was typed in to the neighbour that was asked for, or back to the stage."""
        neighbour = self._neighbour(spot, way) if way else None
        self._edit(neighbour) if neighbour else self.setFocus()

    def _neighbour(self, spot: Spot, way: Way) -> Spot | None:
        grid = self._grid(spot)
        found = following(grid, spot, way) if grid else None
        return found if found and self._editable(found) else None

    # --- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self._framed:
            cell = self.cell_at(self.pointed) if self.pointed else None
            frame(QPainter(self), QRectF(self.rect()), cell, self._theme)

    def resizeEvent(self, event: QEvent) -> None:
        self._editor.finish()
        self._redraw()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in TAKES and self._pressed is None:
            self._press(self._spot(event), TAKES[event.button()])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self._spot(event)
        if self._pressed:
            self._drag(spot)
        self._hover(spot)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if TAKES.get(event.button()) == self._erasing:
            self._release(self._spot(event))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in WAYS and modifiers == Qt.KeyboardModifier.ControlModifier:
            self._framed = True
            self._point_beside(WAYS[key])
        elif key in WAYS and WAYS[key][0] and not modifiers:
            self._go_down(WAYS[key][0])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._click(self.pointed) if self.pointed else self._edit(self._first(modifiers))
        elif key == Qt.Key.Key_Escape and (self.pointed or self._pinned):
            self._point(None, None) if self.pointed else self._point(self._hovered, None)
        else:
            super().keyPressEvent(event)

    def _first(self, modifiers: Qt.KeyboardModifier) -> Spot:
        """The cell where typing begins: the kernel's first, with Shift the canvas's."""
        grid = next(iter(self.figure.grids("input")), None) if self.figure else None
        if not (grid and self._paintable and modifiers & Qt.KeyboardModifier.ShiftModifier):
            return Spot("kernel", 0, 0)
        return Spot("input", max(grid.first[0], 0), max(grid.first[1], 0), grid.channel)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in STAYING:
            self._framed = event.reason() in BY_KEYS
        self._describe()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.pointed:
            self._hover(None)


def _same_cells(a: Story, b: Story) -> bool:
    """Whether at most weights and pixels differ, so that what was pointed at is still there."""
    one, other = a.scene.layer, b.scene.layer
    same = a.scene.stage == b.scene.stage and a.part == b.part and a.output == b.output
    return (
        same
        and a.spec == b.spec
        and a.shape == b.shape
        and type(one) is type(other)
        and equal_but(one, other, "filters")
    )
