"""An area that rows scroll in: what is seen of them at first ends below a row, never within one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from convviz.views.rows import Row


class RowsArea(QScrollArea):
    """Leaves empty at its foot what is too low for another row."""

    content_changed = Signal()
    """What scrolls in it may be of another size."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        done = super().eventFilter(watched, event)
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.content_changed.emit()
        if watched is self.widget() and event.type() == QEvent.Type.Resize:
            self._end_below_a_row()  # they stand in their places already: layouts hear of it before filters
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._end_below_a_row()

    def _end_below_a_row(self) -> None:
        """All are seen, or else whole ones; of a row that alone is too high, what there is room for."""
        content, room = self.widget(), self.height() - 2 * self.frameWidth()
        if content is None:
            return
        spare = 0
        if content.sizeHint().height() > room:
            spare = room - max((foot for foot in _feet(content) if foot <= room), default=room)
        if self.viewportMargins().bottom() != spare:
            self.setViewportMargins(0, 0, 0, spare)


def _feet(content: QWidget) -> list[int]:
    """Where the rows end, in pixels from the top of what is scrolled."""
    rows = (row for row in content.findChildren(Row) if row.isVisibleTo(content))
    return [row.mapTo(content, QPoint(0, row.height())).y() for row in rows]
