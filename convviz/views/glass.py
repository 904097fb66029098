"""A pane of glass over a stage: a spotlight at the pointer, a magnifier, or black."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from convviz.paint.theme import Theme
from convviz.views.stage import Stage

BEAM, LENS = 0.2, 0.32
"""Radius of the spotlight and of the magnifier, as parts of the pane's height."""
DARK = 170
"""How dark it is outside the spotlight, of 255."""
LARGER = 2.0
MAGNIFIERS = ("", "window", "pointer")
"""What the magnifier follows; "" when there is none."""


class Glass(QWidget):
    """Lies over the stage, or over what is around it too, and lets the pointer through."""

    def __init__(self, stage: Stage, theme: Theme, around: QWidget | None = None) -> None:
        super().__init__(around or stage)
        self._stage, self._around, self._theme = stage, around or stage, theme
        self.blank, self.spotlight, self.magnifier = False, False, MAGNIFIERS[0]
        self._pointer: QPointF | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)

    def show_blank(self, blank: bool) -> None:
        """Black, or clear."""
        self.blank = blank
        self.update()

    def show_spotlight(self, on: bool) -> None:
        """Dims all but a circle around the pointer; around the step's window until there has been one."""
        if self._pointer is None and self._around.underMouse():
            self._pointer = QPointF(self.mapFromGlobal(QCursor.pos()))
        self.spotlight = on
        self.update()

    def show_magnifier(self, follows: str) -> None:
        """Enlarges what is around the step's window or the pointer: one of MAGNIFIERS."""
        self.magnifier = follows
        self.update()

    def point(self, place: QPointF) -> None:
        """Where the pointer is on the stage."""
        self._pointer = place + self._origin
        if self.spotlight or self.magnifier == "pointer":
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self.update()

    @property
    def _origin(self) -> QPointF:
        """Where the stage begins."""
        return QPointF() if self.parentWidget() is self._stage else QPointF(self._stage.pos())

    @property
    def _place(self) -> QPointF:
        """What is magnified: the middle of the step's window, or the pointer."""
        return self._middle if self.magnifier == "window" else self._at

    @property
    def _at(self) -> QPointF:
        """Where the pointer is; what a class looks at meanwhile if it has not been here yet."""
        return self._middle if self._pointer is None else self._pointer

    @property
    def _middle(self) -> QPointF:
        """The middle of the step's window, or else the pointer, or else the middle of the stage."""
        figure = self._stage.figure
        box = figure.frame("window") if figure else None
        if box:
            return QPointF(*self._stage.projection.on_screen(box).center) + self._origin
        return self._pointer or QPointF(self._stage.rect().center()) + self._origin

    @property
    def centre(self) -> QPointF:
        """The middle of what is magnified: the lens stays within the pane."""
        place, radius = self._place, LENS * self.height()
        return QPointF(_within(place.x(), radius, self.width()), _within(place.y(), radius, self.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.blank:
            painter.fillRect(self.rect(), Qt.GlobalColor.black)
            return
        if self.spotlight:
            painter.fillPath(self._beyond(self._at, BEAM), QColor(0, 0, 0, DARK))
        if self.magnifier:
            self._magnify(painter)

    def _beyond(self, centre: QPointF, radius: float) -> QPainterPath:
        """All but a circle."""
        path = QPainterPath()
        path.addRect(self.rect())
        path.addEllipse(centre, radius * self.height(), radius * self.height())
        return path

    def _magnify(self, painter: QPainter) -> None:
        centre, place, radius = self.centre, self._place, LENS * self.height()
        lens = QPainterPath()
        lens.addEllipse(centre, radius, radius)
        painter.save()
        painter.setClipPath(lens)
        painter.fillRect(self.rect(), self._theme.color("card"))
        painter.translate(centre)
        painter.scale(LARGER, LARGER)
        painter.translate(self._origin - place)
        self._stage.paint_on(painter)
        painter.restore()
        painter.setPen(QPen(self._theme.color("window"), max(3.0, self.height() / 240)))
        painter.drawEllipse(centre, radius, radius)


def _within(place: float, radius: float, room: float) -> float:
    return min(max(place, radius), max(room - radius, radius))
