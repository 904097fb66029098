"""The crop of the whole image: its button, the drag and the frame, of which one chooses a rectangle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from convviz.core.viewing import Rect
from convviz.views.whole_image_head import WholeImageHead

if TYPE_CHECKING:
    from convviz.views.pane import Panes


class CropTool(QObject):
    """In hand while its button is down; a rectangle that was chosen lays it down."""

    chosen = Signal(object)
    """The Rect that was dragged or framed."""

    def __init__(self, head: WholeImageHead, panes: Panes) -> None:
        super().__init__(panes)
        self._head, self._panes = head, panes
        head.crop.toggled.connect(self._take)
        panes.chosen.connect(self._choose)
        panes.frame.taken.connect(self._choose)
        panes.frame.left.connect(self._leave)
        panes.frame.changed.connect(self._show)

    def lay_down(self) -> None:
        """Without choosing anything."""
        self._head.crop.setChecked(False)

    def _take(self, on: bool) -> None:
        """The frame comes and goes with the tool: a drag draws another one, keys move this one."""
        self._panes.input.tool = on
        if on:
            self._panes.frame.begin()
            self._panes.setFocus()
        else:
            self._panes.frame.end()

    def _choose(self, rect: Rect) -> None:
        self.lay_down()
        self.chosen.emit(rect)

    def _leave(self) -> None:
        """The keyboard goes back to where it came from."""
        self.lay_down()
        self._head.crop.setFocus()

    def _show(self) -> None:
        """Tells where the frame is, and which keys it knows."""
        sentence = self._panes.frame.sentence()
        self._head.show_frame(sentence)
        self._panes.describe(sentence)
