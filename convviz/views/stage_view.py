"""The stage as it is seen: a story at a moment, drawn as the lab draws it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.figure.figure import Box, Figure, Grid, Spot
from convviz.figure.pointing import grid_of
from convviz.figure.projection import Projection
from convviz.i18n import tr
from convviz.paint.kept import Kept
from convviz.paint.painter import paint
from convviz.paint.theme import Theme
from convviz.views.over_stage import say_waiting
from convviz.views.spoken import Role, Voice

if TYPE_CHECKING:
    from convviz.labs.lab import Hidden, Lab
    from convviz.labs.story import Story
    from convviz.motion.timeline import Moment


class StageView(QWidget):
    """Draws what the lab draws. What is shown on it, and which cell is asked about, others say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, in_class: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lab: Lab | None = None
        self._story: Story | None = None
        self._moment: Moment | None = None
        self._figure: Figure | None = None
        self._zoom, self._in_class, self._taken = 1.0, in_class, 0
        self._hidden: Hidden | None = None
        self._unsaid = False
        self._kept = Kept()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._voice = Voice(self, Role.Animation, tr("Stage"))

    @property
    def asked_about(self) -> Spot | None:
        """The cell whose numbers are shown instead of the moment's."""
        return None

    def set_zoom(self, zoom: float) -> None:
        """How large everything on it is shown, as a part of its usual size."""
        self._zoom = zoom
        self._redraw()

    def set_taken(self, pixels: int) -> None:
        """So much of a class's screen is above it: what it shows is to be as large as before."""
        if pixels != self._taken:
            self._taken = pixels
            self._redraw()

    @property
    def projection(self) -> Projection:
        """How the figure is put on it."""
        return Projection(self.width(), self.height(), self._zoom, self._in_class, self._taken)

    def set_hidden(self, hidden: Hidden) -> None:
        """What is not to be seen until a question has been answered."""
        if hidden != self._hidden:
            self._hidden = hidden
            self._redraw()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self.update()

    @property
    def figure(self) -> Figure | None:
        """What is on the stage."""
        if self._figure is None and self._story and self._lab and self._moment:
            from convviz.labs import predict  # with all labs, which the first paint does not wait for
            from convviz.labs.lab import NOTHING, Look
            from convviz.labs.watched import watched

            on, hidden = self.projection, self._hidden or NOTHING
            look = Look(on.size, self.asked_about, hidden=hidden, least=on.least)
            drawn = predict.draw(self._lab, self._story, self._moment, look)
            self._figure = watched(drawn) if self._in_class else drawn
        return self._figure

    def paint_on(self, painter: QPainter) -> None:
        """The figure, wherever the painter's origin is."""
        if self.figure:
            on = self.projection
            painter.save()
            painter.scale(on.scale, on.scale)
            painter.translate(on.margin, on.margin)
            paint(self.figure, painter, self._theme, self._kept)
            painter.restore()

    def cell_at(self, spot: Spot) -> QRectF:
        """Where a cell lies in the widget."""
        grid = self._grid(spot)
        box = grid.cell_box(spot.row, spot.col) if grid else Box(0, 0, 0, 0)
        return QRectF(*self.projection.on_screen(box))

    def _redraw(self) -> None:
        self._figure = None
        self.update()

    def _shown(self, spot: Spot) -> bool:
        """Whether the cell is on the stage."""
        return self.figure is not None and grid_of(self.figure.grids(spot.grid), spot) is not None

    def _grid(self, spot: Spot) -> Grid | None:
        grids = self.figure.grids(spot.grid) if self.figure else []
        return next((grid for grid in grids if grid.channel == spot.channel), None)

    def _describe(self) -> None:
        """For screen readers, while the stage has the focus: the step as a sentence, when it is painted."""
        self._unsaid = True
        self.update()

    def _say(self) -> None:
        if self._unsaid and self.hasFocus() and self.figure:
            self._voice.say(self.spoken_value())
        self._unsaid = False

    def spoken_value(self) -> str:
        """What is shown, as a sentence."""
        return tr(self.figure.sentence) if self.figure else ""

    # --- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.figure:
            self.paint_on(painter)
            self._say()
        else:
            letters = self.projection.letters if self._in_class else 0
            say_waiting(painter, QRectF(self.rect()), self._theme, letters)

    def sizeHint(self) -> QSize:
        return QSize(1030, 520)

    def minimumSizeHint(self) -> QSize:
        return QSize(520, 260)
