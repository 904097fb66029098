"""Shows a window as people see it who do not tell all colours apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsEffect, QWidget

from convviz.paint.vision import simulate


class Simulation(QGraphicsEffect):
    """Everything in a widget, and in the widgets in it, seen with one of core.colour_vision.DEFICIENCIES."""

    def __init__(self, deficiency: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.deficiency = deficiency

    def draw(self, painter: QPainter) -> None:
        offset = QPoint()
        mode = QGraphicsEffect.PixmapPadMode.NoPad
        source = self.sourcePixmap(Qt.CoordinateSystem.DeviceCoordinates, offset, mode)
        painter.save()
        painter.resetTransform()
        painter.drawImage(offset, simulate(source.toImage(), self.deficiency))
        painter.restore()


class Eyes:
    """With which eyes some widgets are seen; asked for anew when there are others.

    Args:
        widgets: the widgets of the moment. None is a window: Qt's effects are for what is in one.
    """

    def __init__(self, widgets: Callable[[], Iterable[QWidget | None]]) -> None:
        self._widgets = widgets
        self.deficiency = ""

    def use(self, deficiency: str) -> None:
        """From now on sees with a deficiency, or everything as it is with ""."""
        self.deficiency = deficiency
        self.refresh()

    def refresh(self) -> None:
        """Sees the widgets of the moment."""
        for widget in filter(None, self._widgets()):
            effect = Simulation(self.deficiency, widget) if self.deficiency else None
            widget.setGraphicsEffect(effect)  # type: ignore[arg-type]
